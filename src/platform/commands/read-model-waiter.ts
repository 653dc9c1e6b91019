/** Waits until what readers see includes a position. */
export interface ReadModelWaiter {
  /** True when every read model that the context's commands wait for has passed the position; false when `ms` ran out first. */
  waitFor(tenant: number, context: string, position: number, ms: number): Promise<boolean>;
}

/** Injection token of the `ReadModelWaiter`. */
export const READ_MODEL_WAITER = Symbol('ReadModelWaiter');
