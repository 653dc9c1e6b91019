import { lokalDato } from '../../faelles/lokal_dato.js';
import { type UnderretningEvent } from './underretning.events.js';

type Modtagelse = Extract<UnderretningEvent, { type: 'sagsstyring.UnderretningModtaget' }>['data'];
/** The clear facts of the receipt, as they stand after corrections. */
export type Kendsgerninger = Omit<
  Modtagelse,
  'underretningId' | 'barnId' | 'sagId' | 'underretterId' | 'underretterNavn' | 'underretterKontakt' | 'beskrivelse'
>;

export type Regime = 'SEL' | 'BL';
export type Spor = 'ingen-indsats' | 'tidlig-indsats' | 'afdaekning' | 'bfu' | 'handicap';
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
  /** Whether the assessment found the child in danger; null before it is made. */
  readonly akut: boolean | null;
  readonly genvurderet: boolean;
  readonly boernesamtale: boolean;
  readonly kvitteret: boolean;
  readonly fagpersonOrienteret: boolean;
  readonly spor: Spor | null;
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
      akut: null,
      genvurderet: false,
      boernesamtale: false,
      kvitteret: false,
      fagpersonOrienteret: false,
      spor: null,
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
        igangvaerendeIndsats: e.data.igangvaerendeIndsats,
        kendsgerninger: {
          ...state.kendsgerninger,
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
      return { ...state, kvitteret: true };
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
        spor: e.data.spor,
        sagId: e.data.sagId ?? state.sagId,
        vurderere: med(state.vurderere, e.data.screenetAf),
      };
    case 'sagsstyring.UnderretningVideresendt':
      return { ...state, fase: 'videresendt' };
    case 'sagsstyring.UnderretningAnnulleret':
      return { ...state, fase: 'annulleret' };
  }
}

function med(liste: readonly string[], ...nye: readonly string[]): readonly string[] {
  return [...new Set([...liste, ...nye])];
}
