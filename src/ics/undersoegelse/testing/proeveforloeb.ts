import { fold } from '../../../platform/commands/decider.js';
import { context, given, type When } from '../../../platform/testing/given-when-then.js';
import {
  type BeslutAfdaekning,
  type BeslutBfu,
  type GyldigeTemaer,
  type Regime,
  type UndersoegelseKommando,
} from '../kommandoer.js';
import { type Undersoegelse } from '../tilstand.js';
import { undersoegelseDecider } from '../undersoegelse.js';
import { type UndersoegelseEvent } from '../undersoegelse.events.js';

/** Courses of investigations for tests: the same days under both acts, 2019 (serviceloven) and 2024 (barnets lov). */

export const BEGGE_LOVE: readonly Regime[] = ['SEL', 'BL'];
export const BFU = '00000000-0000-7000-8000-00000000000a';
export const FUND = '00000000-0000-7000-8000-00000000000f';
export const id = {
  bfuId: BFU,
  barnId: '00000000-0000-7000-8000-00000000000b',
  sagId: '00000000-0000-7000-8000-00000000000c',
};

export const MOR = { personId: '00000000-0000-7000-8000-00000000000e', rolle: 'foraelder' } as const;

/** `MM-DD` in the act's year. */
export const dag = (regime: Regime, maaneddag: string): string => `${regime === 'SEL' ? '2019' : '2024'}-${maaneddag}`;
/** Noon on 31 May of the act's year, when all that the tests tell of has happened. */
export const nu = (regime: Regime, maaneddag = '05-31') => context(`${dag(regime, maaneddag)}T12:00:00+02:00`);

export type Kommando<T extends UndersoegelseKommando['type']> = Extract<UndersoegelseKommando, { type: T }>;

export const beslutBfu = (regime: Regime, mere: Partial<BeslutBfu> = {}): BeslutBfu => ({
  type: 'BeslutBfu',
  ...id,
  regime,
  opmaerksomDato: dag(regime, '02-01'),
  afgoerelseDato: dag(regime, '02-04'),
  begrundelse: 'Bekymrende fravær.',
  screening: { udfald: 'bfu' },
  igangvaerende: [],
  ...mere,
});

export const TEMAER: GyldigeTemaer = { skoleforhold: { navn: 'Skole' }, familieforhold: { navn: 'Familie' } };

export const beslutAfdaekning = (regime: Regime, mere: Partial<BeslutAfdaekning> = {}): BeslutAfdaekning => ({
  type: 'BeslutAfdaekning',
  ...id,
  regime,
  opmaerksomDato: dag(regime, '02-01'),
  afgoerelseDato: dag(regime, '02-04'),
  screening: { udfald: 'afdaekning', screeningId: BFU },
  forhold: ['skoleforhold'],
  gyldigeTemaer: TEMAER,
  grunde: [],
  begrundelse: 'Fraværet skal belyses.',
  igangvaerende: [],
  ...mere,
});

export const temaer = (regime: Regime): Kommando<'VurderTemaer'> => ({
  type: 'VurderTemaer',
  dato: dag(regime, '02-10'),
  gyldigeTemaer: TEMAER,
  temaer: [
    { tema: 'skoleforhold', relevant: true, begrundelse: 'Fraværet.' },
    { tema: 'familieforhold', relevant: false, begrundelse: 'Ingen bekymring.' },
  ],
});
export const aktoerer = (regime: Regime): Kommando<'AfdaekAktoerer'> => ({
  type: 'AfdaekAktoerer',
  dato: dag(regime, '02-08'),
  aktoerer: ['Skolen'],
});
export const boernesamtale = (regime: Regime): Kommando<'AfholdBoernesamtale'> => ({
  type: 'AfholdBoernesamtale',
  dato: dag(regime, '02-20'),
  udenForaeldre: true,
  referat: 'Om skolen.',
  barnetsHoldning: 'Vil have ro.',
});
export const foraeldresamtale = (regime: Regime): Kommando<'AfholdForaeldresamtale'> => ({
  type: 'AfholdForaeldresamtale',
  dato: dag(regime, '02-22'),
  referat: 'Forældrene ønsker hjælp.',
});
export const analyse = (
  regime: Regime,
  fund: Partial<Kommando<'UdarbejdAnalyse'>['fund'][number]> = {},
): Kommando<'UdarbejdAnalyse'> => ({
  type: 'UdarbejdAnalyse',
  dato: dag(regime, '03-10'),
  analyse: 'Samlet analyse.',
  fund: [{ fundId: FUND, tema: 'skoleforhold', art: 'udfordring', tekst: 'Møder træt.', ...fund }],
});
export const konklusion = (regime: Regime, mere: Partial<Kommando<'Konkluder'>> = {}): Kommando<'Konkluder'> => ({
  type: 'Konkluder',
  dato: dag(regime, '03-20'),
  stoetteNoedvendig: true,
  indsatskoder: ['kontaktperson'],
  sideloebende: 'ingen',
  konklusion: 'Der er behov for støtte.',
  barnetsHoldning: 'Vil gerne.',
  foraeldresHoldning: 'Enige.',
  kraevedeTemaer: ['skoleforhold', 'familieforhold'],
  kendteIndsatskoder: ['kontaktperson', 'familiebehandling'],
  indsatsIGang: false,
  ...mere,
});
export const gennemgang = (regime: Regime): Kommando<'Gennemgaa'> => ({
  type: 'Gennemgaa',
  dato: dag(regime, '03-25'),
  referat: 'Familien kunne genkende det.',
});
export const partshoering = (regime: Regime): Kommando<'SendPartshoering'> => ({
  type: 'SendPartshoering',
  dato: dag(regime, '03-25'),
  svarfrist: dag(regime, '04-05'),
  ...{ parter: [MOR], maskeret: false, beskyttedeAndre: 0 },
});
export const godkendelse = (regime: Regime, dato = '04-10'): Kommando<'GodkendBfu'> => ({
  type: 'GodkendBfu',
  dato: dag(regime, dato),
});
export const udenSamtykke = (
  regime: Regime,
  mere: Partial<Kommando<'BeslutUdenSamtykke'>> = {},
): Kommando<'BeslutUdenSamtykke'> => ({
  type: 'BeslutUdenSamtykke',
  regime,
  buuSagId: '00000000-0000-7000-8000-000000000077',
  afgoerelseDato: dag(regime, '02-20'),
  // 20 February + 2 months.
  udloeber: dag(regime, '04-20'),
  form: 'ophold',
  begrundelse: 'Åbenbar risiko.',
  ...mere,
});

/** Everything up to the approval, in order. */
export const tilGodkendelse = (regime: Regime): readonly UndersoegelseKommando[] => [
  aktoerer(regime),
  temaer(regime),
  boernesamtale(regime),
  foraeldresamtale(regime),
  analyse(regime),
  konklusion(regime),
  gennemgang(regime),
  partshoering(regime),
];

/** The events that commands lead to, one after the other. */
export function haendelser(
  regime: Regime,
  ...kommandoer: readonly UndersoegelseKommando[]
): readonly UndersoegelseEvent[] {
  return kommandoer.reduce<readonly UndersoegelseEvent[]>((sket, kommando) => {
    const tilstand = fold(undersoegelseDecider, sket);
    return [...sket, ...undersoegelseDecider.decide(kommando, tilstand, nu(regime))];
  }, []);
}

/** Given that these commands were carried out. */
export function efter(
  regime: Regime,
  ...kommandoer: readonly UndersoegelseKommando[]
): When<UndersoegelseKommando, UndersoegelseEvent, Undersoegelse> {
  return given(undersoegelseDecider, ...haendelser(regime, ...kommandoer));
}
