import { type VerifyProblem } from '../eventstore/event-store.js';

/** Holds a municipality's signed heads against its chain; what signs and where the seals are kept is the platform's business. */
export abstract class SealCheck {
  abstract verify(tenant: number): Promise<readonly VerifyProblem[]>;
}
