import { type BuuSag, type Formandsafgoerelse, nyTvang, type Tvang } from './tilstand_tvang.js';
import { TEMAKODER } from './verden.js';

/** A small reference model of one child's casework: what was done, in plain data, and nothing of how the product does it. */
export interface Underretning {
  readonly id: string;
  readonly modtaget: number;
  readonly anonym: boolean;
  readonly fagperson: boolean;
  readonly overgreb: boolean;
  readonly aeresrelateret: boolean;
  /** A measure ran on the day of receipt, so somebody new must take part in a re-assessment. */
  readonly kraeverGenvurdering: boolean;
  fase: 'aaben' | 'screenet' | 'videresendt' | 'annulleret';
  sag: Sag | null;
  akutvurderet: number | null;
  /** Whether the assessment found the child in danger, and whether something was done about it. */
  akut: boolean;
  akutHandlet: boolean;
  /** Each time it was decided to wait with telling the parents, and until when. */
  readonly udskudt: { readonly dato: number; readonly revurderes: number }[];
  kvitteret: number | null;
  orienteret: boolean;
  /** Who has been told of it, and the day that the last of those who must be was. */
  readonly oplyste: Set<Part>;
  alleOplyst: number | null;
  genvurderet: boolean;
  samtale: boolean;
  risikovurderet: boolean;
  readonly vurderere: Set<string>;
}

export interface Sag {
  readonly id: string;
  omraade: 'social' | 'handicap';
  readonly oprettet: number;
  lukket: number | null;
  sagsbehandler: string | null;
  readonly behandlere: Set<string>;
  overdragelse: { readonly id: string; readonly til: string; readonly foreslaaet: number } | null;
}

export interface Bfu {
  readonly id: string;
  readonly sag: Sag;
  readonly opmaerksom: number;
  besluttet: number;
  /** An afdækning (BL § 19) can become an investigation, with what was gathered. */
  form: 'afdaekning' | 'bfu';
  fase: 'i-gang' | 'afsluttet' | 'afbrudt';
  slut: number | null;
  readonly temaer: Map<string, boolean>;
  /** Professionals who know the child are named, or it is said why there are none. */
  fagfolk: boolean;
  /** The first day on which the child was heard, or it was decided why not. */
  barnetHoert: number | null;
  analyseret: number | null;
  konkluderet: number | null;
  gennemgaaet: number | null;
  hoering: { readonly sendt: number; readonly svarfrist: number; besvaret: number | null } | null;
}

export interface Indsats {
  readonly id: string;
  readonly sag: Sag;
  readonly besluttet: number;
  fase: 'bevilget' | 'ivaerksat' | 'ophoert';
  fra: number | null;
  til: number | null;
  /** Day that a parallel investigation ended while it ran: the first follow-up is due by then (BL § 95, stk. 2). */
  fremrykket: number | null;
  readonly opfoelgninger: Opfoelgning[];
}

export interface Aktindsigt {
  readonly id: string;
  readonly sag: Sag;
  readonly modtaget: number;
  readonly fristbreve: { sendt: number; readonly forventet: number }[];
  afgjort: number | null;
  /** The day of what was recorded first of a letter and an answer: it met the seven working days. */
  opfyldt: number | null;
  klage: { modtaget: number; videresendt: number | null } | null;
}

export interface Ansoegning {
  readonly id: string;
  readonly sag: Sag;
  readonly modtaget: number;
  readonly svarSenest: number;
  screenet: number | null;
  /** What it was screened to; empty until then. */
  spor: string;
  /** The notices, each with the day that it promised. */
  readonly beskeder: { sendt: number; readonly lovet: number }[];
  afgjort: number | null;
  /** The day of what was recorded first of a notice and an answer. */
  opfyldt: number | null;
}

export interface Mellemkommunal {
  readonly id: string;
  readonly sendt: number;
  bekraeftet: boolean;
}

export interface Anmodning48 {
  readonly id: string;
  readonly sag: Sag;
  readonly modtaget: number;
  vurderet: number | null;
  afgjort: boolean;
}

export interface Visitation {
  readonly id: string;
  readonly sag: Sag;
  readonly begyndt: number;
  /** Day of the last change of the proposal. */
  aendret: number;
  /** Rises by each change: what was agreed to before does not hold. */
  nummer: number;
  readonly forslag: { readonly id: string; readonly anbringelse: boolean; readonly start: number }[];
  fase: 'forslag' | 'til-godkendelse' | 'godkendt' | 'afgjort' | 'slut';
  godkendt: number | null;
  /** What each has said last. */
  readonly udsagn: Map<
    Part,
    { readonly svar: 'givet' | 'afslaaet'; readonly dato: number; readonly nummer: number; trukket: number | null }
  >;
  afgjort: number | null;
  readonly afgoerelser: Afgoerelse[];
}

export interface Maal {
  /** Null: carried over from the plan before, under an id that no answer tells. */
  readonly id: string | null;
  /** Of the way into adult life. */
  readonly voksenliv: boolean;
  aabent: boolean;
}

export interface Plan {
  readonly id: string;
  readonly sag: Sag;
  readonly oprettet: number;
  readonly reviderer: Plan | null;
  fase: 'kladde' | 'i-hoering' | 'gaeldende' | 'revideret' | 'afsluttet';
  hoering: { readonly sendt: number; readonly svarfrist: number; besvaret: boolean } | null;
  godkendt: number | null;
  readonly maal: Maal[];
  /** The version of the text that is being written; 0: there is none. */
  kladde: number;
}

/** A follow-up as it was recorded, with the day of the next one when that was decided. */
export interface Opfoelgning {
  readonly dato: number;
  readonly naeste: number | null;
}

export interface Afgoerelse {
  readonly id: string;
  readonly truffet: number;
  readonly parter: readonly Part[];
  /** Which of them have had it, and when. */
  readonly meddelt: Map<Part, { readonly id: string; readonly dag: number }>;
}

export type Part = 'mor' | 'barnet';

export const personId = (model: Model, hvem: Part): string | null => (hvem === 'mor' ? model.moderId : model.barnId);

/** The parties of most decisions: she who has custody, and the child from 12 (serviceloven § 74), from 10 (barnets lov § 3). */
export function parter({ moderId, alder, regime }: Model): readonly Part[] {
  const barnet = alder >= (regime === 'SEL' ? 12 : 10);
  return [...(moderId === null ? [] : (['mor'] as const)), ...(barnet ? (['barnet'] as const) : [])];
}

/** From 15 the child consents to being placed, may ask to come home, and is told of a notification, under both acts. */
export const ung = ({ alder }: Model): boolean => alder >= 15;

/** From 16 the plan is for adult life too (serviceloven § 140, barnets lov §§ 108-109). */
export const planForVoksenlivet = ({ alder }: Model): boolean => alder >= 16;

/** Of economic support the child is never a party. */
export const foraeldrene = (model: Model): readonly Part[] => parter(model).filter((hvem) => hvem === 'mor');

export interface Anbringelse {
  readonly id: string;
  readonly sag: Sag;
  readonly besluttet: number;
  /** Day that it moved in, and day that it ended. */
  fra: number | null;
  til: number | null;
  readonly tilsyn: number[];
  /** The committee's case or the chairman's decision that it rests on; null: it rests on consent. */
  udvalg: BuuSag | Formandsafgoerelse | null;
  /** All that it has rested on, one after the other. */
  readonly hviltPaa: Set<BuuSag | Formandsafgoerelse | null>;
  /** The first day that somebody's consent was taken back, and who has done so. */
  samtykkeTrukket: number | null;
  readonly trukketAf: Set<Part>;
  /** The last day that each has consented anew, or taken that back, since the placement was decided. */
  readonly udtalt: Map<Part, number>;
  readonly hjemgivelse: {
    anmodet: number | null;
    udtalelse: number | null;
    afgjort: { readonly dato: number; readonly slut: number } | null;
    /** Whether the committee, which had placed the child, is to be told. */
    orienteres: boolean;
  };
  /** Ends of the way home that another basis has set aside. */
  readonly afloesteSlut: number[];
  fremrykket: number | null;
  readonly opfoelgninger: Opfoelgning[];
  /** What was decided of support after 18. */
  readonly ungestoette: { readonly dato: number; readonly udfald: Ungestoette }[];
}

export type Ungestoette = 'doegnophold' | 'anden-stoette' | 'ingen';

/** A day as it was recorded, which can be put right. */
export interface RetbarDag {
  readonly slags: 'aktindsigt' | 'ansøgning' | 'tilsyn';
  /** The event's place in the municipality's log. */
  readonly position: number;
  dag: number;
  /** The days, as they are known now, of what it builds on, and of what has come after and rests on it. */
  readonly bygger: () => readonly (number | null)[];
  readonly hviler: () => readonly (number | null)[];
  readonly saet: (ny: number) => void;
}

export const nyAnbringelse = (
  ny: Pick<Anbringelse, 'id' | 'sag' | 'besluttet'>,
  udvalg: Anbringelse['udvalg'],
): Anbringelse => ({
  ...{ ...ny, udvalg, fra: null, til: null, fremrykket: null, opfoelgninger: [], tilsyn: [], ungestoette: [] },
  ...{ samtykkeTrukket: null, trukketAf: new Set<Part>(), udtalt: new Map<Part, number>(), afloesteSlut: [] },
  hviltPaa: new Set([udvalg]),
  hjemgivelse: { anmodet: null, udtalelse: null, afgjort: null, orienteres: false },
});

/** The child's plan, when one is valid. */
export const gaeldendePlan = ({ planer }: Model): Plan | undefined => planer.find(({ fase }) => fase === 'gaeldende');

export interface Model {
  readonly regime: 'SEL' | 'BL';
  barnId: string;
  /** The child's age in full years, all the way: its birthday is before the first day. */
  readonly alder: number;
  /** She who has custody, alone; nobody until she is registered. */
  moderId: string | null;
  readonly visitationer: Visitation[];
  readonly anbringelser: Anbringelse[];
  readonly planer: Plan[];
  readonly underretninger: Underretning[];
  readonly sager: Sag[];
  readonly bfuer: Bfu[];
  /** The screenings of a case (BL § 18), the latest last. */
  readonly screeninger: Map<Sag, readonly { readonly naar: number; readonly udfald: string }[]>;
  readonly indsatser: Indsats[];
  readonly aktindsigter: Aktindsigt[];
  readonly mellemkommunale: Mellemkommunal[];
  readonly anmodninger: Anmodning48[];
  readonly ansoegninger: Ansoegning[];
  readonly tvang: Tvang;
  readonly dage: RetbarDag[];
}

export function nyModel(regime: 'SEL' | 'BL', alder: number): Model {
  return {
    regime,
    alder,
    barnId: '',
    moderId: null,
    visitationer: [],
    anbringelser: [],
    planer: [],
    underretninger: [],
    sager: [],
    bfuer: [],
    screeninger: new Map(),
    indsatser: [],
    aktindsigter: [],
    mellemkommunale: [],
    anmodninger: [],
    ansoegninger: [],
    tvang: nyTvang(),
    dage: [],
  };
}

export function aabenSag(model: Model, omraade: Sag['omraade']): Sag | undefined {
  return model.sager.find((sag) => sag.lukket === null && sag.omraade === omraade);
}

export function igangvaerendeBfu(model: Model, sag: Sag): Bfu | undefined {
  return model.bfuer.find((bfu) => bfu.sag === sag && bfu.fase === 'i-gang');
}

/** The day a measure ends is not a running day. */
function loeber({ fra, til }: Indsats | Anbringelse, dag: number): boolean {
  return fra !== null && fra <= dag && (til === null || til > dag);
}

export function indsatsIGang(model: Model, dag: number): boolean {
  return [...model.indsatser, ...model.anbringelser].some((indsats) => loeber(indsats, dag));
}

/** What runs in the case on a day, and is followed up. */
export function loebendeISagen(model: Model, sag: Sag, dag: number): readonly (Indsats | Anbringelse)[] {
  return [...model.indsatser, ...model.anbringelser].filter((indsats) => indsats.sag === sag && loeber(indsats, dag));
}

/** A child lives in one place, whichever of its cases the placement is in. */
export function anbragt(model: Model, uden?: Anbringelse): boolean {
  return model.anbringelser.some((a) => a !== uden && a.fra !== null && a.til === null);
}

/** Whether another placement is decided and can still begin. All last a year, longer than the days of a run, so all overlap. */
export function skalAnbringes(model: Model): boolean {
  return model.anbringelser.some((a) => a.fra === null && a.til === null && a.samtykkeTrukket === null);
}

export function indsatsISagen(model: Model, sag: Sag, dag: number): boolean {
  return loebendeISagen(model, sag, dag).length > 0;
}

/** Barnets lov § 18, stk. 3: nothing may reach parents and network while the risk is not assessed. */
export function risikoenMangler(model: Model): boolean {
  return (
    model.regime === 'BL' &&
    model.underretninger.some((u) => u.fase !== 'annulleret' && u.aeresrelateret && !u.risikovurderet)
  );
}

/** Everyone who has had one of the child's cases or assessed a notification about the child. */
export function tidligereDeltagere(model: Model): ReadonlySet<string> {
  return new Set([
    ...model.sager.flatMap((sag) => [...sag.behandlere]),
    ...model.underretninger.flatMap((u) => [...u.vurderere]),
  ]);
}

/** Serviceloven § 50 wants each theme judged; barnets lov does not list them. */
export function mangledeTemaer(model: Model, bfu: Bfu): boolean {
  return model.regime === 'SEL' && TEMAKODER.some((tema) => !bfu.temaer.has(tema));
}

/** Barnets lov § 95, stk. 2: the first follow-up falls due when a parallel investigation ends, if that is earlier. */
export function rykOpfoelgningFrem(model: Model, bfu: Bfu, naar: number): void {
  if (model.regime === 'SEL') return;
  for (const indsats of [...model.indsatser, ...model.anbringelser]) {
    const { fra, til } = indsats;
    if (indsats.sag !== bfu.sag || fra === null || fra > naar || til !== null) continue;
    indsats.fremrykket = Math.min(indsats.fremrykket ?? naar, naar);
  }
}

/** And when that investigation had ended before the start of the measure was recorded: the day is the same. */
export function begynd(model: Model, indsats: Indsats | Anbringelse, naar: number): void {
  indsats.fra = naar;
  if (model.regime === 'SEL') return;
  const sluttede = model.bfuer.flatMap(({ sag, fase, slut }) =>
    sag === indsats.sag && fase === 'afsluttet' && slut !== null && slut >= naar ? [slut] : [],
  );
  if (sluttede.length > 0) indsats.fremrykket = Math.min(...sluttede);
}
