/** What the load generator uses of autocannon, which comes without types. */
declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      readonly method?: string;
      readonly path?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }

    interface Options {
      readonly url: string;
      readonly connections: number;
      /** Seconds. */
      readonly duration: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly requests: readonly { readonly setupRequest: (request: Request) => Request }[];
    }

    interface Result {
      readonly errors: number;
      readonly timeouts: number;
    }

    interface Instance extends PromiseLike<Result> {
      on(
        event: 'response',
        listener: (client: unknown, statusCode: number, resBytes: number, responseTime: number) => void,
      ): this;
    }
  }

  function autocannon(options: autocannon.Options): autocannon.Instance;
  export default autocannon;
}
