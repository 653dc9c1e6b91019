/** What was started, stopped in the opposite order. */
export class Shutdown {
  private readonly steps: { readonly name: string; readonly stop: () => Promise<unknown> }[] = [];
  private running: Promise<boolean> | undefined;

  constructor(private readonly report: (line: string) => void) {}

  /** Called as soon as the thing is started. */
  add(name: string, stop: () => Promise<unknown>): void {
    this.steps.push({ name, stop });
  }

  /** True from the moment a stop was asked for; what is starting looks at it between its steps. */
  isBegun(): boolean {
    return this.running !== undefined;
  }

  /**
   * Stops everything once, after `starting` has come to rest, so that what was half started is known too. Each is tried
   * whatever becomes of the others. False when something did not stop cleanly.
   */
  run(starting: Promise<unknown>): Promise<boolean> {
    this.running ??= starting.catch(() => undefined).then(() => this.stopAll());
    return this.running;
  }

  private async stopAll(): Promise<boolean> {
    let clean = true;
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        await step.stop();
      } catch (error) {
        clean = false;
        this.report(`stopping ${step.name} failed: ${error instanceof Error ? error.name : 'unknown error'}`);
      }
    }
    return clean;
  }
}
