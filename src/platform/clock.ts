import { Temporal } from 'temporal-polyfill';
import { datoVed, medForskydning } from '../faelles/dansk_tid.js';

/** The only way in for time. */
export abstract class Clock {
  abstract instant(): Temporal.Instant;

  /** ISO 8601 with Copenhagen offset, milliseconds. */
  nu(): string {
    return medForskydning(this.instant().epochMilliseconds);
  }

  /** Local date in Copenhagen. */
  iDag(): string {
    return datoVed(this.instant().epochMilliseconds);
  }
}

export class SystemClock extends Clock {
  override instant(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}

/** For tests: stands still until it is set. */
export class FixedClock extends Clock {
  constructor(private time: Temporal.Instant) {
    super();
  }

  static at(iso: string): FixedClock {
    return new FixedClock(Temporal.Instant.from(iso));
  }

  set(iso: string): void {
    this.time = Temporal.Instant.from(iso);
  }

  override instant(): Temporal.Instant {
    return this.time;
  }
}
