import { lokalDato } from '../../faelles/lokal_dato.js';
import { type UnderretningEvent } from './underretning.events.js';

type Modtagelse = Extract<UnderretningEvent, { type: 'sagsstyring.UnderretningModtaget' }>['data'];
/** The clear facts of the receipt, as they stand after corrections. */
export type Kendsgerninger = Omit<
  Modtagelse,
  | 'underretningId'
  | 'barnId'
  | 'sagId'
  | 'underretterId'
  | 'underretterNavn'
  | 'underretterKontakt'
  | 'beskrivelse'
  | 'kendteSoeskende'
>;

export type Regime = 'SEL' | 'BL';
export type Spor = 'ingen-indsats' | 'tidlig-indsats' | 'afdaekning' | 'bfu' | 'handicap';
export type Akuthandling = 'formandsafgoerelse' | 'akut-indsats' | 'politi' | 'boernehus' | 'doegnvagt' | 'andet';
export type Henvendelsesform = 'telefonisk' | 'skriftlig' | 'personlig' | 'digital';

export interface ModtagetUnderretning {
  readonly fase: 'modtaget' | 'akutvurderet' | 'screenet' | 'videresendt' | 'annulleret';
  readonly underretningId: string;
  readonly barnId: string;
  /** The case it was tied to at receipt, or the one that the screening led to. */
  readonly sagId: string | null;
  readonly modtaget: string;
  readonly kendsgerninger: Kendsgerninger;
  /** The earliest day on which something was done with it; the receipt cannot be corrected to after that. */
  readonly foersteSkridt: string | null;
  readonly regime: Regime;
  readonly anonym: boolean;
  readonly fagperson: boolean;
  readonly ufoedt: boolean;
  readonly overgreb: boolean;
  readonly overgrebFraForaeldre: boolean;
  readonly aeresrelateret: boolean;
  readonly risikovurderet: boolean;
  readonly igangvaerendeIndsats: boolean;
  readonly akutvurderet: string | null;
  /** When it was screened or sent on: then the assessment had been made. */
  readonly behandlet: string | null;
  /** Whether the assessment found the child in danger; null before it is made. */
  readonly akut: boolean | null;
  readonly genvurderet: boolean;
  readonly boernesamtale: boolean;
  readonly kvitteret: boolean;
  readonly kvitteretDag: string | null;
  readonly fagpersonOrienteret: boolean;
  readonly spor: Spor | null;
  /** When it was screened. */
  readonly screenet: string | null;
  /** What was done at once about the danger is recorded. */
  readonly akutHandlet: boolean;
  /** Who has been told; and whether that is everyone who must be. */
  readonly oplyste: readonly string[];
  /** The latest day that one of them was told for the first time. */
  readonly sidstOplyst: string | null;
  readonly foraeldreOrienteret: boolean;
  /** The day on which it is to be judged again whether the parents can be told. */
  readonly orienteringUdskudtTil: string | null;
  readonly henvendelseId: string | null;
  readonly kendteSoeskende: readonly string[];
  readonly underrettedeSoeskende: readonly string[];
  /** What was said, for notifications about siblings in the same contact. */
  readonly modtagelse: {
    readonly form: Henvendelsesform;
    readonly underretterKode: string;
    readonly underretterNavn?: string;
    readonly underretterKontakt?: string;
    readonly aarsagKoder: readonly string[];
    readonly beskrivelse: string;
  };
  /** Who has assessed; they are not new when the child's case is re-assessed. */
  readonly vurderere: readonly string[];
}

export type Underretning = { readonly fase: 'findes-ikke' } | ModtagetUnderretning;

/** What an event makes of what was known before it. */
export function evolve(state: Underretning, e: UnderretningEvent): Underretning {
  if (e.type === 'sagsstyring.UnderretningModtaget') {
    const {
      underretningId,
      barnId,
      modtaget,
      regime,
      anonym,
      fagperson,
      ufoedt,
      overgreb,
      overgrebFraForaeldre,
      aeresrelateret,
      igangvaerendeIndsats,
    } = e.data;
    return {
      fase: 'modtaget',
      underretningId,
      barnId,
      sagId: e.data.sagId ?? null,
      modtaget,
      kendsgerninger: kendsgerninger(e.data),
      foersteSkridt: null,
      regime,
      anonym,
      fagperson,
      ufoedt,
      overgreb,
      overgrebFraForaeldre,
      aeresrelateret,
      risikovurderet: false,
      igangvaerendeIndsats,
      akutvurderet: null,
      behandlet: null,
      akut: null,
      genvurderet: false,
      boernesamtale: false,
      kvitteret: false,
      kvitteretDag: null,
      fagpersonOrienteret: false,
      spor: null,
      screenet: null,
      akutHandlet: false,
      oplyste: [],
      sidstOplyst: null,
      foraeldreOrienteret: false,
      orienteringUdskudtTil: null,
      henvendelseId: e.data.henvendelseId ?? null,
      kendteSoeskende: e.data.kendteSoeskende ?? [],
      underrettedeSoeskende: [],
      modtagelse: henvendelsen(e.data),
      vurderere: [],
    };
  }
  if (state.fase === 'findes-ikke') return state;
  return { ...videre(state, e), foersteSkridt: foerste(state.foersteSkridt, e) };
}

function kendsgerninger(data: Modtagelse): Kendsgerninger {
  const {
    underretningId: _id,
    barnId: _barn,
    sagId: _sag,
    underretterId: _hvem,
    underretterNavn: _navn,
    underretterKontakt: _kontakt,
    beskrivelse: _tekst,
    kendteSoeskende: _soeskende,
    ...fakta
  } = data;
  return fakta;
}

function foerste(hidtil: string | null, e: UnderretningEvent): string | null {
  const d: Readonly<Record<string, unknown>> = e.data;
  const hvornaar =
    e.type === 'sagsstyring.UnderretningRettet'
      ? undefined
      : (d['vurderet'] ?? d['sendt'] ?? d['dato'] ?? d['screenet'] ?? d['videresendt']);
  if (typeof hvornaar !== 'string') return hidtil;
  const dag = lokalDato(hvornaar);
  return hidtil === null || dag < hidtil ? dag : hidtil;
}

function videre(
  state: ModtagetUnderretning,
  e: Exclude<UnderretningEvent, { type: 'sagsstyring.UnderretningModtaget' }>,
): ModtagetUnderretning {
  switch (e.type) {
    case 'sagsstyring.UnderretningRettet':
      return {
        ...state,
        modtaget: e.data.modtaget,
        regime: e.data.regime,
        igangvaerendeIndsats: e.data.igangvaerendeIndsats,
        kendsgerninger: {
          ...state.kendsgerninger,
          regime: e.data.regime,
          modtaget: e.data.modtaget,
          igangvaerendeIndsats: e.data.igangvaerendeIndsats,
        },
      };
    case 'sagsstyring.AkutvurderingForetaget':
      return {
        ...state,
        fase: 'akutvurderet',
        akutvurderet: e.data.vurderet,
        akut: e.data.akut,
        aeresrelateret: state.aeresrelateret || e.data.aeresrelateret,
        vurderere: med(state.vurderere, e.data.vurderetAf),
      };
    case 'sagsstyring.KvitteringSendt':
      return { ...state, kvitteret: true, kvitteretDag: e.data.sendt };
    case 'sagsstyring.AkutvurderingRettet':
      return { ...state, akutvurderet: e.data.vurderet };
    case 'sagsstyring.KvitteringRettet':
      return { ...state, kvitteretDag: e.data.sendt };
    case 'sagsstyring.FagpersonOrienteret':
      return { ...state, fagpersonOrienteret: true };
    case 'sagsstyring.GenvurderingForetaget':
      return { ...state, genvurderet: true, vurderere: med(state.vurderere, ...e.data.deltagere) };
    case 'sagsstyring.BoernesamtaleIUnderretning':
      return { ...state, boernesamtale: true };
    case 'sagsstyring.AeresrelateretRisikoVurderet':
      return { ...state, risikovurderet: true, vurderere: med(state.vurderere, e.data.vurderetAf) };
    case 'sagsstyring.UnderretningScreenet':
      return {
        ...state,
        fase: 'screenet',
        behandlet: e.data.screenet,
        spor: e.data.spor,
        screenet: e.data.screenet,
        sagId: e.data.sagId ?? state.sagId,
        vurderere: med(state.vurderere, e.data.screenetAf),
      };
    case 'sagsstyring.UnderretningVideresendt':
      return { ...state, fase: 'videresendt', behandlet: e.data.videresendt };
    case 'sagsstyring.UnderretningAnnulleret':
      return { ...state, fase: 'annulleret' };
    case 'sagsstyring.AkutHandlingForetaget':
      return { ...state, akutHandlet: true };
    case 'sagsstyring.ForaeldreOrienteret':
      // Told once more is not told later.
      if (state.oplyste.includes(e.data.personId)) return state;
      return {
        ...state,
        oplyste: med(state.oplyste, e.data.personId),
        sidstOplyst: senest(state.sidstOplyst, e.data.dato),
      };
    case 'sagsstyring.ForaeldreneOplyst':
      return { ...state, foraeldreOrienteret: true };
    case 'sagsstyring.ForaeldreorienteringUdskudt':
      return { ...state, orienteringUdskudtTil: e.data.revurderes };
    case 'sagsstyring.SoeskendeUnderrettet':
      return {
        ...state,
        henvendelseId: e.data.henvendelseId,
        underrettedeSoeskende: med(state.underrettedeSoeskende, e.data.soeskendeId),
      };
  }
}

type Modtaget = Extract<UnderretningEvent, { type: 'sagsstyring.UnderretningModtaget' }>['data'];

function henvendelsen(d: Modtaget): ModtagetUnderretning['modtagelse'] {
  const { form, underretterKode, aarsagKoder, beskrivelse, underretterNavn, underretterKontakt } = d;
  return {
    ...{ form, underretterKode, aarsagKoder, beskrivelse },
    ...(underretterNavn === undefined ? {} : { underretterNavn }),
    ...(underretterKontakt === undefined ? {} : { underretterKontakt }),
  };
}

/** The later of two days. */
export function senest(dag: string | null, anden: string): string {
  return dag === null || dag < anden ? anden : dag;
}

function med(liste: readonly string[], ...nye: readonly string[]): readonly string[] {
  return [...new Set([...liste, ...nye])];
}
