import { Heltal, JaNej } from './felt.js';

/** Every command's answer; a route's own class extends it with the ids it made. */
export class KommandoSvar {
  /** Version of what was changed; the same number as in `ETag`. */
  @Heltal('Versionen af det, der blev ændret. Samme tal som i ETag.', 1)
  version!: number;

  /** Position in the municipality's log. */
  @Heltal(
    'Hændelsens plads i kommunens log. Send den som hovedet `Haendelsesposition` for at læse mindst så nyt.',
    4711,
  )
  position!: number;

  /** Whether lists and look-ups already show it. */
  @JaNej('Om visningerne er nået så langt. Ellers er ændringen gemt, og visningerne følger efter.', true)
  laesbar!: boolean;
}
