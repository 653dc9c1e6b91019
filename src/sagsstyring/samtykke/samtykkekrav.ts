import { type Mangel } from '../../faelles/skridt.js';
import { ALLE, type Samtykkerolle, type Samtykker } from './samtykke.js';

/** Somebody around the child, as the rules of parties see them on the day of the decision. */
export interface Samtykkeperson {
  readonly personId: string;
  readonly rolle: string;
  readonly skalSamtykke: boolean;
}

/** A kind of decision that consent is asked for on a day, and what kind of consent it takes. */
export interface Samtykkeemne {
  /** Code in the list of decisions. */
  readonly kode: string;
  readonly hjemmel: string;
  /** A placement takes an informed consent that covers the purpose (BL § 46, stk. 1). */
  readonly omfatterFormaal: boolean;
  /** The compulsory track that is left when there is no consent; null: there is none. */
  readonly tvangshjemmel: string | null;
  /** Whoever has custody must consent: the rule asks for it, and the child is under custody. */
  readonly kraeverMyndighed: boolean;
  readonly personer: readonly Samtykkeperson[];
}

/** Somebody whose consent is needed on the day of the decision. */
export interface Samtykkekrav {
  readonly personId: string;
  readonly som: Samtykkerolle;
  readonly emner: readonly Samtykkeemne[];
}

export type Samtykkestatus =
  | 'givet'
  | 'undtaget'
  | 'mangler'
  | 'afslaaet'
  | 'betinget'
  | 'trukket-tilbage'
  | 'uden-formaal'
  | 'uinformeret'
  | 'tidligere-forslag'
  | 'efter-afgoerelsen';

/** Whose consent the decisions need on the day: everybody with custody, and the young person from the act's age. */
export function samtykkekrav(emner: readonly Samtykkeemne[]): readonly Samtykkekrav[] {
  const krav = new Map<string, Samtykkekrav>();
  for (const emne of emner) {
    for (const { personId, rolle, skalSamtykke } of emne.personer) {
      if (!skalSamtykke) continue;
      const som = rolle === 'barn' ? 'barnet' : 'foraeldremyndighedsindehaver';
      krav.set(personId, { personId, som, emner: [...(krav.get(personId)?.emner ?? []), emne] });
    }
  }
  return [...krav.values()];
}

export interface Afgoerelsesgrundlag {
  readonly dato: string;
  /** Number of the proposal that is decided on. */
  readonly grundlag?: number;
}

/** Where one person's consent stands; conditions, and disagreement about the purpose, make it no consent. */
export function samtykkestatus(krav: Samtykkekrav, samtykker: Samtykker, om: Afgoerelsesgrundlag): Samtykkestatus {
  const undtagelse = samtykker.undtagelser[krav.personId] ?? samtykker.undtagelser[ALLE];
  if (
    krav.som !== 'barnet' &&
    undtagelse !== undefined &&
    undtagelse.dato <= om.dato &&
    krav.emner.every((emne) => undtagelse.gaelderFor.includes(emne.kode))
  ) {
    return 'undtaget';
  }
  const udsagn = samtykker.udsagn[krav.personId];
  if (udsagn === undefined) return 'mangler';
  if (udsagn.dato > om.dato) return 'efter-afgoerelsen';
  if (udsagn.svar !== 'givet') return udsagn.svar;
  if (udsagn.trukketTilbage !== null && udsagn.trukketTilbage <= om.dato) return 'trukket-tilbage';
  if (om.grundlag !== undefined && udsagn.grundlag !== null && udsagn.grundlag !== om.grundlag)
    return 'tidligere-forslag';
  if (!krav.emner.some((emne) => emne.omfatterFormaal)) return 'givet';
  if (!udsagn.informeret) return 'uinformeret';
  return udsagn.omfatterFormaal ? 'givet' : 'uden-formaal';
}

const HVEM: Readonly<Record<Samtykkerolle, string>> = {
  barnet: 'den unge selv',
  foraeldremyndighedsindehaver: 'en, der har forældremyndigheden,',
};

const FORKLARING: Readonly<Record<Exclude<Samtykkestatus, 'givet' | 'undtaget'>, string>> = {
  mangler: 'er ikke indhentet',
  afslaaet: 'er ikke givet: der er sagt nej',
  betinget: 'er betinget, og et betinget samtykke er ikke et samtykke',
  'trukket-tilbage': 'er trukket tilbage',
  'uden-formaal': 'omfatter ikke formålet, og uenighed om formålet er ikke et samtykke',
  uinformeret: 'er ikke informeret',
  'tidligere-forslag': 'gælder et tidligere forslag; forslaget er ændret siden',
  'efter-afgoerelsen': 'er først givet efter afgørelsen',
};

/** What is not consent, whatever is asked for again: then only the track without consent is left. */
const NEJ: readonly Samtykkestatus[] = ['afslaaet', 'betinget', 'trukket-tilbage', 'uden-formaal'];

/** Whether somebody has said what is not a consent, so that the decision cannot be made with consent. */
export function erIkkeSamtykke(krav: readonly Samtykkekrav[], samtykker: Samtykker, om: Afgoerelsesgrundlag): boolean {
  return krav.some((k) => NEJ.includes(samtykkestatus(k, samtykker, om)));
}

/** What consent the decision still lacks on its day, with the paragraph that demands it; empty when it may be made. */
export function samtykkemangler(
  emner: readonly Samtykkeemne[],
  samtykker: Samtykker,
  om: Afgoerelsesgrundlag,
): readonly Mangel[] {
  const krav = samtykkekrav(emner);
  const mangler = krav.flatMap((k): readonly Mangel[] => {
    const status = samtykkestatus(k, samtykker, om);
    if (status === 'givet' || status === 'undtaget') return [];
    const tvang = [...new Set(k.emner.flatMap(({ tvangshjemmel }) => tvangshjemmel ?? []))];
    const spor = NEJ.includes(status) && tvang.length > 0 ? `; sporet uden samtykke er ${tvang.join(' og ')}` : '';
    return [
      {
        kode: `samtykke-${status}`,
        tekst: `Samtykket fra ${HVEM[k.som]} ${FORKLARING[status]} (${k.personId})${spor}`,
        hjemmel: hjemler(k.emner),
      },
    ];
  });
  return [...mangler, ...ukendtMyndighed(krav, emner, samtykker)];
}

/** The paragraphs that demand consent. */
export function hjemler(emner: readonly Samtykkeemne[]): string {
  return [...new Set(emner.map(({ hjemmel }) => hjemmel))].join('; ');
}

// A child has somebody with custody: when nobody is registered, it is not known whose consent is missing.
function ukendtMyndighed(
  krav: readonly Samtykkekrav[],
  emner: readonly Samtykkeemne[],
  samtykker: Samtykker,
): readonly Mangel[] {
  if (krav.some(({ som }) => som === 'foraeldremyndighedsindehaver')) return [];
  const kraevet = emner.filter((emne) => emne.kraeverMyndighed);
  const undtagelse = samtykker.undtagelser[ALLE];
  const undtaget = kraevet.every((emne) => undtagelse?.gaelderFor.includes(emne.kode) === true);
  if (kraevet.length === 0 || undtaget) return [];
  return [
    {
      kode: 'foraeldremyndighed-ukendt',
      tekst:
        'Ingen er registreret med forældremyndighed på afgørelsesdagen. Registrér, hvem der har den, eller undtag samtykket med grund',
      hjemmel: hjemler(kraevet),
    },
  ];
}
