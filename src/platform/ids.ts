import { v7 } from 'uuid';

/** Time-ordered ids keep the indexes of the event table dense. */
export abstract class Ids {
  abstract nytId(): string;
}

export class RandomIds extends Ids {
  override nytId(): string {
    return v7();
  }
}

/** For tests: 1, 2, 3 … */
export class CountingIds extends Ids {
  private next = 0;

  override nytId(): string {
    this.next += 1;
    return `00000000-0000-7000-8000-${this.next.toString(16).padStart(12, '0')}`;
  }
}
