import { Afvist } from '../../faelles/afvist.js';
import { STANDARDPARAMETRE, type Fristparametre } from '../../faelles/frist.js';
import { type Saerdag } from '../../faelles/kalender.js';
import { type Decider } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevTekst } from '../datoregler.js';
import { INGEN_VALG, medValg, niveauPaa, parametrePaa, type Niveau, type Serviceniveauer } from './kommunevalg.js';
import * as E from './serviceniveauer.events.js';

/** What the law packs say of the rule; law is data, so it comes from outside. */
export interface Niveauregel {
  readonly id: string;
  readonly hjemmel: string;
  /** Whether the rule lets the municipality decide. */
  readonly lokal: boolean;
  /** The rule whose number counts here too, and is set there. */
  readonly niveauFra?: string | undefined;
  /** A rule of law that the level would give a later date than. */
  readonly laengereEnd?: { readonly id: string; readonly hjemmel: string };
  /** The level would give an earlier date than the rule's own, and the citizen's time runs from it. */
  readonly kortereEnd?: true;
}

export type ServiceniveauKommando =
  | ({ readonly type: 'FastsaetNiveau' } & Omit<Niveau, 'regel'> & { readonly regel: Niveauregel })
  | {
      readonly type: 'OphaevNiveau';
      readonly regel: Niveauregel;
      readonly gaelderFra: string;
      readonly beslutning: string;
    }
  | ({ readonly type: 'VaelgParametre'; readonly gaelderFra: string; readonly beslutning: string } & {
      readonly [K in keyof Fristparametre]?: Fristparametre[K];
    });

/** Days on which the law does not settle whether an authority works. */
const AABNE_SAERDAGE: readonly Saerdag[] = ['05-01', '06-05', '12-24', '12-31'];

/** A municipality's own service levels and its choices where the law is open: one stream for each municipality. */
export const serviceniveauDecider: Decider<ServiceniveauKommando, E.ServiceniveauEvent, Serviceniveauer> = {
  kind: 'sagsstyring.serviceniveauer',
  initial: INGEN_VALG,
  decide(command, state) {
    kraevTekst(
      command.beslutning,
      'beslutning-mangler',
      'beslutning',
      'Skriv, hvor kommunen har besluttet det.',
      'RSL § 3, stk. 2',
    );
    switch (command.type) {
      case 'FastsaetNiveau':
        return fastsaet(command);
      case 'OphaevNiveau': {
        const { regel, gaelderFra, beslutning } = command;
        kraevLokal(regel);
        if (niveauPaa(state, regel.id, gaelderFra) === undefined) {
          throw new Afvist('niveau-findes-ikke', `Kommunen har intet serviceniveau for ${regel.id} ${gaelderFra}.`, {
            felt: 'regel',
            status: 409,
          });
        }
        return [event(E.ServiceniveauOphoert, { regel: regel.id, gaelderFra, beslutning })];
      }
      case 'VaelgParametre':
        return vaelg(command, state);
    }
  },
  evolve: medValg,
};

function kraevLokal(regel: Niveauregel): void {
  if (regel.lokal) return;
  if (regel.niveauFra !== undefined) {
    throw new Afvist(
      'niveau-saettes-andetsteds',
      `Tallet for ${regel.id} er det, kommunen har sat for ${regel.niveauFra}. Sæt det dér.`,
      { felt: 'regel' },
    );
  }
  throw new Afvist(
    'regel-er-lov',
    `Fristen for ${regel.id} følger af ${regel.hjemmel}; kommunen kan hverken forlænge den eller slå den fra.`,
    { felt: 'regel', paragraf: regel.hjemmel },
  );
}

function fastsaet(
  command: Extract<ServiceniveauKommando, { type: 'FastsaetNiveau' }>,
): readonly E.ServiceniveauEvent[] {
  const { type: _type, regel, ...niveau } = command;
  kraevLokal(regel);
  if (regel.laengereEnd !== undefined) {
    const { id, hjemmel } = regel.laengereEnd;
    throw new Afvist(
      'niveau-laengere-end-loven',
      `Serviceniveauet kan give en senere dato end ${id}, og den frist gælder stadig (${hjemmel}).`,
      { felt: 'maengde', paragraf: hjemmel },
    );
  }
  if (regel.kortereEnd === true) {
    throw new Afvist(
      'borgerens-frist-afkortes',
      `Borgerens frist løber fra den dag, ${regel.id} giver. Kommunens tal kan give en senere dag end lovpakkens, ikke en tidligere.`,
      { felt: 'maengde', paragraf: regel.hjemmel },
    );
  }
  return [event(E.ServiceniveauFastsat, { regel: regel.id, ...niveau })];
}

function vaelg(
  command: Extract<ServiceniveauKommando, { type: 'VaelgParametre' }>,
  state: Serviceniveauer,
): readonly E.ServiceniveauEvent[] {
  const { gaelderFra, beslutning } = command;
  // What is not named stays as it is on that day.
  const nu = parametrePaa(state, gaelderFra);
  const ikkeHverdage = command.hverdagSaerdage ?? nu.hverdagSaerdage;
  const ikkeArbejdsdage = command.arbejdsfriSaerdage ?? nu.arbejdsfriSaerdage;
  const lukkedage = command.lukkedagSaerdage ?? nu.lukkedagSaerdage;
  kraevAaben('ikkeHverdage', ikkeHverdage);
  kraevAaben('ikkeArbejdsdage', ikkeArbejdsdage);
  const frataget = STANDARDPARAMETRE.lukkedagSaerdage.filter((dag) => !lukkedage.includes(dag));
  if (frataget.length > 0) {
    throw new Afvist(
      'borgerens-frist-afkortes',
      `Borgerens frist flyttes altid forbi ${frataget.join(', ')}. Kommunen kan lægge dage til, ikke tage dem fra.`,
      { felt: 'lukkedage', paragraf: 'RSL § 67', mangler: frataget },
    );
  }
  return [
    event(E.LovparametreValgt, {
      gaelderFra,
      hverdag: command.hverdagsprofil ?? nu.hverdagsprofil,
      ikkeHverdage: [...ikkeHverdage],
      ikkeArbejdsdage: [...ikkeArbejdsdage],
      lukkedage: [...lukkedage],
      beslutning,
    }),
  ];
}

function kraevAaben(felt: string, dage: readonly Saerdag[]): void {
  const lukkede = dage.filter((dag) => !AABNE_SAERDAGE.includes(dag));
  if (lukkede.length === 0) return;
  throw new Afvist(
    'saerdag-er-ikke-aaben',
    `${lukkede.join(', ')} tæller altid med i kommunens egne frister. Loven er kun åben for ${AABNE_SAERDAGE.join(', ')}.`,
    { felt },
  );
}
