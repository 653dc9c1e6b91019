import { DatoFelt, Fritekst, TidspunktFelt } from './felt.js';

const HJEMMEL = { hjemmel: 'databeskyttelsesforordningen art. 16' } as const;
const HVORFOR = [
  'Hvad der var forkert, og hvor det rigtige står.',
  'Brevet i sagen viser den rigtige dag.',
  HJEMMEL,
] as const;

/** A day was recorded wrongly. */
export class DatorettelseAnmodning {
  /** The right day. */
  @DatoFelt('Den rigtige dag.', '2019-03-04', HJEMMEL)
  dato!: string;

  /** Why. */
  @Fritekst(...HVORFOR)
  begrundelse!: string;
}

/** An instant was recorded wrongly. */
export class TidspunktrettelseAnmodning {
  /** The right time. */
  @TidspunktFelt('Det rigtige tidspunkt.', '2019-03-04T09:30:00+01:00', HJEMMEL)
  tidspunkt!: string;

  /** Why. */
  @Fritekst(...HVORFOR)
  begrundelse!: string;
}
