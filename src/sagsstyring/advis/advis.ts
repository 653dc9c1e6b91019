import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { plusDage } from '../../faelles/kalender.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevTekst } from '../datoregler.js';
import * as E from './advis.events.js';
import { alvor, LEDER_UDSAETTER_HOEJST_DAGE, UDSAETTES_HOEJST_DAGE, type Advisklasse } from './rangorden.js';

// Fixed for ever: the ids of the streams that remember what was put off are made with it.
const NAVNERUM = 'b7d1c7c2-51a4-5a0e-9d0b-6d5d6b2f7a31';

/** The stream that remembers what was decided about a matter of a case, or of a notification without one. */
export function advisId(ophav: string, emne: string): string {
  return v5(`${ophav}/${emne}`, NAVNERUM);
}

export interface Udsaettelse {
  readonly dato: string;
  readonly til: string;
  readonly klasse: Advisklasse;
  readonly overFrist: boolean;
  readonly enkeltsagIder: readonly string[];
}

/** What has been decided about a matter. */
export interface Advissag {
  readonly udsaettelser: readonly Udsaettelse[];
  /** The day the team leader last acknowledged that it was escalated. */
  readonly kvitteret: string | null;
  /** How many times it had been put off by then. */
  readonly udsatFoerKvittering: number;
}

interface Tilhoer {
  readonly advisId: string;
  readonly barnId: string;
  readonly sagId?: string;
  readonly underretningId?: string;
  readonly emne: string;
}

export type AdvisKommando =
  | (Tilhoer & {
      readonly type: 'UdsaetAdvis';
      readonly til: string;
      readonly begrundelse: string;
      /** The advis as it is now, found by whoever sends the command. */
      readonly aktuelt: {
        readonly klasse: Advisklasse;
        /** Local date of the legal deadline; null without one. */
        readonly fristdag: string | null;
        readonly hjemmel: string;
        readonly enkeltsagIder: readonly string[];
        /** Null: nobody has the case yet. */
        readonly sagsbehandler: string | null;
      };
    })
  | (Tilhoer & {
      readonly type: 'KvitterEskalering';
      readonly bemaerkning: string;
      /** Whether it is escalated now. */
      readonly eskaleret: boolean;
    });

function decide(command: AdvisKommando, _state: Advissag, context: DecisionContext): readonly E.AdvisEvent[] {
  switch (command.type) {
    case 'UdsaetAdvis':
      return udsaet(command, context);
    case 'KvitterEskalering': {
      const { type: _type, eskaleret, ...data } = command;
      if (!eskaleret) {
        throw new Afvist('advis-ikke-eskaleret', 'Advis er ikke eskaleret, så der er intet at kvittere for.', {
          status: 409,
        });
      }
      kraevTekst(command.bemaerkning, 'bemaerkning-mangler', 'bemaerkning', 'Skriv, hvad der sker nu.');
      return [event(E.AdvisEskaleringKvitteret, { ...data, dato: context.iDag })];
    }
  }
}

function udsaet(
  command: Extract<AdvisKommando, { type: 'UdsaetAdvis' }>,
  context: DecisionContext,
): readonly E.AdvisEvent[] {
  const { type: _type, aktuelt, ...data } = command;
  const { klasse, fristdag, hjemmel, sagsbehandler } = aktuelt;
  const leder = context.aktoer.roller.includes('teamleder');
  kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Skriv, hvorfor det kan vente.');
  if (command.til <= context.iDag) {
    throw new Afvist('udsat-til-fortid', 'Advis udsættes til en senere dag.', { felt: 'til' });
  }
  // Put off it would show for neither the one who has the case nor the one who is to have it.
  if (command.emne === 'overdragelse') {
    throw new Afvist('overdragelse-skal-besvares', 'En overdragelse udsættes ikke. Acceptér eller afvis den.');
  }
  if (leder) {
    kraevLederensGraense(command, context);
  } else {
    if (sagsbehandler !== null && sagsbehandler !== context.aktoer.id) {
      throw new Afvist('ikke-ansvarlig', 'Kun sagsbehandleren på sagen eller en teamleder kan udsætte advis.');
    }
    if (klasse === 'fare') {
      throw new Afvist('fare-kan-ikke-vente', 'Barnet kan være i fare. Det kan kun en teamleder udsætte.', {
        paragraf: hjemmel,
      });
    }
    if (fristdag !== null && command.til > fristdag) {
      throw new Afvist(
        'udsat-efter-frist',
        `Fristen er ${fristdag}. Kun en teamleder kan udsætte advis til efter fristen.`,
        { felt: 'til', paragraf: hjemmel },
      );
    }
    const senest = plusDage(context.iDag, UDSAETTES_HOEJST_DAGE);
    if (fristdag === null && command.til > senest) {
      throw new Afvist(
        'udsat-for-laenge',
        `Advis kan højst udsættes ${String(UDSAETTES_HOEJST_DAGE)} dage ad gangen: senest til ${senest}.`,
        { felt: 'til' },
      );
    }
  }
  return [
    event(E.AdvisUdsat, {
      ...data,
      dato: context.iDag,
      klasse,
      overFrist: fristdag !== null && command.til > fristdag,
      enkeltsagIder: [...aktuelt.enkeltsagIder],
    }),
  ];
}

/** The team leader may let it wait, but not for good: what is danger or breach of the law comes back within days. */
function kraevLederensGraense(
  { til, aktuelt: { klasse, fristdag, hjemmel } }: Extract<AdvisKommando, { type: 'UdsaetAdvis' }>,
  { iDag }: DecisionContext,
): void {
  const haster = klasse === 'fare' || klasse === 'overskredet';
  const dage = haster ? LEDER_UDSAETTER_HOEJST_DAGE : UDSAETTES_HOEJST_DAGE;
  const efterFrist = fristdag === null || haster ? null : plusDage(fristdag, LEDER_UDSAETTER_HOEJST_DAGE);
  const fraIDag = plusDage(iDag, dage);
  const senest = efterFrist !== null && efterFrist < fraIDag ? efterFrist : fraIDag;
  if (til > senest) {
    throw new Afvist(
      'udsat-for-laenge',
      `En teamleder kan udsætte det her højst til ${senest}: ${String(LEDER_UDSAETTER_HOEJST_DAGE)} dage ved fare eller efter fristen, ellers ${String(UDSAETTES_HOEJST_DAGE)} dage.`,
      { felt: 'til', ...(hjemmel === '' ? {} : { paragraf: hjemmel }) },
    );
  }
}

function evolve(state: Advissag, e: E.AdvisEvent): Advissag {
  switch (e.type) {
    case 'sagsstyring.AdvisUdsat': {
      const { dato, til, klasse, overFrist, enkeltsagIder } = e.data;
      return { ...state, udsaettelser: [...state.udsaettelser, { dato, til, klasse, overFrist, enkeltsagIder }] };
    }
    case 'sagsstyring.AdvisEskaleringKvitteret':
      return { ...state, kvitteret: e.data.dato, udsatFoerKvittering: state.udsaettelser.length };
  }
}

/** What is remembered about a matter; whether there is anything to do about it is never stored but follows from the case. */
export const advisDecider: Decider<AdvisKommando, E.AdvisEvent, Advissag> = {
  kind: 'sagsstyring.advis',
  initial: { udsaettelser: [], kvitteret: null, udsatFoerKvittering: 0 },
  decide,
  evolve,
};

/**
 * Until when the matter is put off; null when it is not. It shows again at once when it has become more serious than it was,
 * or when something new has come to it.
 */
export function udsatTil(
  sag: Advissag,
  advis: { readonly klasse: Advisklasse; readonly enkeltsagIder: readonly string[] },
  iDag: string,
): string | null {
  const sidst = sag.udsaettelser.at(-1);
  if (sidst === undefined || sidst.til <= iDag) return null;
  const taalt = sidst.overFrist ? Math.min(alvor(sidst.klasse), alvor('overskredet')) : alvor(sidst.klasse);
  if (alvor(advis.klasse) < taalt) return null;
  return advis.enkeltsagIder.every((id) => sidst.enkeltsagIder.includes(id)) ? sidst.til : null;
}
