import { Afvist } from '../../faelles/afvist.js';
import { foersteAf, kraevRettelse } from '../../faelles/rettelse.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { type Undersoegelsesslut } from '../../ics/ics.public.js';
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
      readonly undersoegelse?: Undersoegelsesslut | undefined;
    }
  | {
      readonly type: 'RetAlder';
      /** The days that follow from the date of birth as it is known now. */
      readonly fylder16: string;
      readonly fylder18: string;
      readonly begrundelse: string;
    };

/** The child moved in on another day than was recorded. Also when the placement has ended: from when it ran is a fact. */
export function ret(
  command: Anbringelsesrettelse,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  if (command.type === 'RetAlder') return retAlder(command, a, context);
  const { anbringelseId, barnId, sagId, ivaerksatDato, ivaerksat } = a;
  if (ivaerksatDato === null || ivaerksat === null) {
    throw new Afvist('intet-at-rette', 'Anbringelsen er ikke sat i værk; der er ingen dag at rette.', { status: 409 });
  }
  const { dato, naesteTilsynSenest, regime, begrundelse } = command;
  const stedskift = a.stedFra === ivaerksatDato ? null : a.stedFra;
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel: ivaerksatDato, ny: dato, begrundelse, paragraf: a.hjemmel },
      tidligst: { hvornaar: a.afgoerelseDato, hvorfor: 'Barnet kan ikke anbringes, før det er afgjort' },
      senest: foersteAf(
        'Der er sket noget med anbringelsen, efter at barnet flyttede ind',
        ...[a.tilsyn[0]?.dato, stedskift, a.hjemgivelse.anmodet, a.permanent, a.ophoertDato],
      ),
    },
    context,
  );
  return [
    event(E.AnbringelsesivaerksaettelseRettet, {
      ...{ anbringelseId, barnId, sagId, regime, grundlag: ivaerksat.grundlag },
      ...{ ivaerksatDato: dato, naesteTilsynSenest, rettet: context.nu },
      ...(command.undersoegelse ?? { undersoegelseSluttet: null }),
      foer: { ivaerksatDato, naesteTilsynSenest: ivaerksat.naesteTilsynSenest },
      begrundelse,
    }),
  ];
}

// A date of birth is corrected elsewhere and for many reasons: what does not change for the placement is no refusal.
function retAlder(
  { fylder16, fylder18, begrundelse }: Extract<Anbringelsesrettelse, { type: 'RetAlder' }>,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  const { anbringelseId, barnId, sagId, myndigDato, fylder16Dato } = a;
  const nyt = {
    myndigDato: a.ivaerksatDato === null ? null : fylder18,
    fylder16Dato: fylder16 > a.afgoerelseDato ? fylder16 : null,
  };
  if (a.fase === 'ophoert' || (nyt.myndigDato === myndigDato && nyt.fylder16Dato === fylder16Dato)) return [];
  return [
    event(E.AnbringelsesalderRettet, {
      ...{ anbringelseId, barnId, sagId, grundlag: a.ivaerksat?.grundlag ?? a.grundlag, ...nyt },
      ...{ rettet: context.nu, foer: { myndigDato, fylder16Dato }, begrundelse },
    }),
  ];
}
