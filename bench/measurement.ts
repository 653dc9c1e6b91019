import { type Figure } from './result.js';
import { type Surroundings } from './surroundings.js';

export interface Run {
  readonly surroundings: Surroundings;
  /** Fewer and shorter rounds: shows that everything works, and roughly where the figures are. */
  readonly quick: boolean;
  readonly progress: (text: string) => void;
}

/** What `npm run bench -- <name>` runs. */
export interface Measurement {
  readonly name: string;
  readonly title: string;
  readonly measure: (run: Run) => Promise<readonly Figure[]>;
}
