import { plusDage } from '../../../faelles/kalender.js';
import { event } from '../../../platform/eventstore/event-declaration.js';
import { context } from '../../../platform/testing/given-when-then.js';
import * as I from '../indhentning.events.js';
import { type UndersoegelseKommando } from '../kommandoer.js';
import * as H from '../hoering.events.js';
import * as E from '../undersoegelse.events.js';

const ID = (nr: number): string => `00000000-0000-7000-8000-0000000000${String(nr).padStart(2, '0')}`;
export const BFU = ID(1);
export const UDTALELSE = ID(4);
export const FUND = ID(5);
const ids = { bfuId: BFU, barnId: ID(2), sagId: ID(3) };

/** The six themes of serviceloven; barnets lov does not list them, but they may be used. */
export const TEMAER = {
  'udvikling-og-adfaerd': 'Udvikling og adfærd',
  familieforhold: 'Familieforhold',
  skoleforhold: 'Skole og dagtilbud',
  sundhedsforhold: 'Sundhed',
  'fritidsforhold-og-venskaber': 'Fritid og venskaber',
  'andre-relevante-forhold': 'Andre relevante forhold',
} as const;

/** The same as they may be chosen from, without a licence for dimensions. */
export const GYLDIGE_TEMAER = Object.fromEntries(Object.entries(TEMAER).map(([kode, navn]) => [kode, { navn }]));

export interface Lov {
  readonly regime: 'SEL' | 'BL';
  /** The day the municipality became aware; every other day of the example is counted from it. */
  readonly opmaerksom: string;
  readonly kraevedeTemaer: readonly string[];
  readonly undersoegelse: string;
  readonly konklusion: string;
  readonly boernesamtale: string;
}

/** The same investigation under both acts: in the winter of 2018, and in the summer of 2026. */
export const LOVE: readonly Lov[] = [
  {
    regime: 'SEL',
    opmaerksom: '2018-11-01',
    kraevedeTemaer: Object.keys(TEMAER),
    undersoegelse: 'SEL § 50',
    konklusion: 'SEL § 50',
    boernesamtale: 'SEL § 48',
  },
  {
    regime: 'BL',
    opmaerksom: '2026-07-01',
    kraevedeTemaer: [],
    undersoegelse: 'BL § 20',
    konklusion: 'BL § 22, stk. 6',
    boernesamtale: 'BL § 5, stk. 3-4',
  },
];

/** What has happened in an investigation, and what may be asked for next, under one of the acts. */
export function forloeb(lov: Lov) {
  const dag = (antal: number): string => plusDage(lov.opmaerksom, antal);
  const tema = (kode: string, relevant: boolean) =>
    event(I.TemaVurderet, {
      ...ids,
      dato: dag(14),
      tema: kode,
      temanavn: TEMAER[kode as keyof typeof TEMAER],
      relevant,
      begrundelse: 'Bekymringen handler om dette.',
    });
  const haendelser = {
    besluttet: event(E.BfuBesluttet, {
      ...ids,
      regime: lov.regime,
      opmaerksomDato: dag(0),
      afgoerelseDato: dag(11),
      begrundelse: 'Barnet må antages at trænge til særlig støtte.',
    }),
    aktoerer: event(I.AktoererAfdaekket, { ...ids, dato: dag(12), antal: 2, aktoerer: 'Skolen; Sundhedsplejersken' }),
    temaer: Object.keys(TEMAER).map((kode) => tema(kode, kode === 'skoleforhold')),
    anmodet: event(I.UdtalelseAnmodet, {
      ...ids,
      udtalelseId: UDTALELSE,
      aktoer: 'Skolen',
      anmodet: dag(15),
      svarfrist: dag(29),
      emne: 'Trivsel',
    }),
    rykket: event(I.UdtalelseRykket, { ...ids, udtalelseId: UDTALELSE, rykket: dag(30), svarfrist: dag(37) }),
    modtaget: event(I.UdtalelseModtaget, { ...ids, udtalelseId: UDTALELSE, modtaget: dag(35), indhold: 'Trives.' }),
    samtale: event(I.BoernesamtaleAfholdt, {
      ...ids,
      dato: dag(40),
      udenForaeldre: true,
      referat: 'Om hverdagen.',
      barnetsHoldning: 'Vil blive hjemme.',
    }),
    undladt: event(I.BoernesamtaleUndladt, {
      ...ids,
      dato: dag(40),
      begrundelse: 'Barnet er to måneder gammelt.',
      barnetsHoldning: 'Iagttaget sammen med mor.',
    }),
    foraeldre: event(I.ForaeldresamtaleAfholdt, { ...ids, dato: dag(42), referat: 'Om overskuddet.' }),
    fund: event(E.FundNoteret, {
      ...ids,
      dato: dag(60),
      fundId: FUND,
      tema: 'skoleforhold',
      art: 'udfordring',
      tekst: 'Kommer for sent.',
    }),
    analyse: event(E.AnalyseUdarbejdet, { ...ids, dato: dag(60), analyse: 'Samlet set …' }),
    konklusion: event(E.BfuKonkluderet, {
      ...ids,
      dato: dag(70),
      stoetteNoedvendig: true,
      indsatskoder: ['kontaktperson'],
      sideloebende: 'ingen',
      konklusion: 'Behov for en kontaktperson.',
      barnetsHoldning: 'Enig.',
      foraeldresHoldning: 'Enige.',
    }),
    gennemgang: event(H.BfuGennemgaaet, { ...ids, dato: dag(75), referat: 'Gennemgået.' }),
    hoering: event(H.PartshoeringSendt, { ...ids, dato: dag(75), svarfrist: dag(85) }),
    hoeringssvar: event(H.PartshoeringBesvaret, { ...ids, dato: dag(80), svar: 'Ingen bemærkninger.' }),
    godkendt: event(E.BfuGodkendt, { ...ids, godkendtDato: dag(90), godkendtAf: 'tl01' }),
  } as const;
  const { besluttet, aktoerer, temaer, anmodet, modtaget, samtale, foraeldre, fund, analyse } = haendelser;
  const { konklusion, gennemgang, hoering, hoeringssvar } = haendelser;
  const indhentet = [besluttet, aktoerer, ...temaer, anmodet, modtaget, samtale, foraeldre] as const;
  return {
    dag,
    tema,
    /** The example is asked about on this day unless a test says another. */
    nu: (antal = 100, roller = ['sagsbehandler']) =>
      context(`${dag(antal)}T10:00:00+01:00`, { id: roller.includes('teamleder') ? 'tl01' : 'sb01', roller }),
    haendelser,
    /** Everything up to and with each stage. */
    indhentet,
    analyseret: [...indhentet, fund, analyse] as const,
    konkluderet: [...indhentet, fund, analyse, konklusion] as const,
    klar: [...indhentet, fund, analyse, konklusion, gennemgang, hoering, hoeringssvar] as const,
    beslut: {
      type: 'BeslutBfu',
      ...ids,
      regime: lov.regime,
      opmaerksomDato: dag(0),
      afgoerelseDato: dag(11),
      begrundelse: 'Barnet må antages at trænge til særlig støtte.',
      screening: { udfald: 'bfu' },
      igangvaerende: [],
    } satisfies UndersoegelseKommando,
    konkluder: {
      type: 'Konkluder',
      dato: dag(70),
      stoetteNoedvendig: true,
      indsatskoder: ['kontaktperson'],
      sideloebende: 'ingen',
      konklusion: 'Behov for en kontaktperson.',
      barnetsHoldning: 'Enig.',
      foraeldresHoldning: 'Enige.',
      kraevedeTemaer: lov.kraevedeTemaer,
      kendteIndsatskoder: ['kontaktperson', 'familiebehandling'],
      indsatsIGang: false,
    } satisfies UndersoegelseKommando,
    godkend: { type: 'GodkendBfu', dato: dag(90) } satisfies UndersoegelseKommando,
  };
}
