import { Afvist } from '../../faelles/afvist.js';
import { foersteAf, kraevRettelse } from '../../faelles/rettelse.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import * as E from './anbringelse.events.js';
import { type AnbringelseEvent } from './haendelser.js';
import { type BesluttetAnbringelse } from './tilstand.js';

export type Anbringelsesrettelse =
  | {
      readonly type: 'RetAnbringelsesivaerksaettelse';
      readonly dato: string;
      readonly regime: 'SEL' | 'BL';
      /** Latest day of the first visit, counted from the right day. */
      readonly naesteTilsynSenest: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'RetMyndigDato';
      /** The day that follows from the date of birth as it is known now. */
      readonly myndigDato: string;
      readonly regime: 'SEL' | 'BL';
      readonly begrundelse: string;
    };

/** Facts that the placement was carried out with were wrong. Also when it has ended: from when it ran is a fact. */
export function ret(
  command: Anbringelsesrettelse,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  const { anbringelseId, barnId, sagId, ivaerksatDato, ivaerksat, myndigDato } = a;
  if (ivaerksatDato === null || ivaerksat === null) {
    // A date of birth may be corrected at any time; what has not begun has no deadline that was counted from it.
    if (command.type === 'RetMyndigDato') return [];
    throw new Afvist('intet-at-rette', 'Anbringelsen er ikke sat i værk; der er ingen dag at rette.', { status: 409 });
  }
  const kendt = myndigDato === null ? {} : { myndigDato };
  const fakta = { anbringelseId, barnId, sagId, regime: command.regime, ...ivaerksat, ivaerksatDato, ...kendt };
  const hvorfor = { rettet: context.nu, begrundelse: command.begrundelse };
  if (command.type === 'RetMyndigDato') {
    if (command.myndigDato === myndigDato) return [];
    const rettet = { ...fakta, myndigDato: command.myndigDato, foer: { myndigDato }, ...hvorfor };
    return [event(E.AnbringelsesivaerksaettelseRettet, rettet)];
  }
  const { dato, naesteTilsynSenest } = command;
  const stedskift = a.stedFra === ivaerksatDato ? null : a.stedFra;
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel: ivaerksatDato, ny: dato, begrundelse: command.begrundelse },
      tidligst: { hvornaar: a.afgoerelseDato, hvorfor: 'Barnet kan ikke anbringes, før det er afgjort' },
      senest: foersteAf(
        'Der er sket noget med anbringelsen, efter at barnet flyttede ind',
        ...[a.tilsyn[0]?.dato, stedskift, a.hjemgivelse.anmodet, a.permanent, a.ophoertDato],
      ),
      paragraf: a.hjemmel,
    },
    context,
  );
  const foer = { ivaerksatDato, naesteTilsynSenest: ivaerksat.naesteTilsynSenest };
  const rettet = { ...fakta, ivaerksatDato: dato, naesteTilsynSenest, foer, ...hvorfor };
  return [event(E.AnbringelsesivaerksaettelseRettet, rettet)];
}
