import { skalSamtykke, type Sagsafgoerelse } from '../../faelles/parter/parter.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type Kredsmedlem } from '../../netvaerk/netvaerk.public.js';
import { ALLE, type Samtykkerolle, type Samtykker } from './samtykke.js';

/** A decision that consent is asked for, and what kind of consent it takes. */
export interface Samtykkeemne {
  readonly afgoerelse: Sagsafgoerelse;
  readonly hjemmel: string;
  /** A placement takes an informed consent that covers the purpose (BL § 46, stk. 1). */
  readonly omfatterFormaal: boolean;
  /** The compulsory track that is left when there is no consent; null: there is none. */
  readonly tvangshjemmel: string | null;
}

/** Somebody whose consent is needed on the day of the decision. */
export interface Samtykkekrav {
  readonly personId: string;
  readonly art: Kredsmedlem['art'];
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
export function samtykkekrav(
  kreds: readonly Kredsmedlem[],
  emner: readonly Samtykkeemne[],
  dato: string,
): readonly Samtykkekrav[] {
  return kreds.flatMap(({ personId, art, person }) => {
    const kraevet = emner.filter((emne) => skalSamtykke(person, emne.afgoerelse, dato));
    if (kraevet.length === 0) return [];
    return [
      { personId, art, som: person.rolle === 'barn' ? 'barnet' : 'foraeldremyndighedsindehaver', emner: kraevet },
    ];
  });
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
    krav.emner.every((emne) => undtagelse.gaelderFor.includes(emne.afgoerelse.regel.kode))
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

const HVEM: Readonly<Record<Kredsmedlem['art'], string>> = {
  barnet: 'den unge',
  mor: 'moren',
  far: 'faren',
  medmor: 'medmoren',
  soeskende: 'en søskende med forældremyndighed',
  anden: 'forældremyndighedsindehaveren',
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
  kreds: readonly Kredsmedlem[],
  emner: readonly Samtykkeemne[],
  samtykker: Samtykker,
  om: Afgoerelsesgrundlag,
): readonly Mangel[] {
  const krav = samtykkekrav(kreds, emner, om.dato);
  const mangler = krav.flatMap((k): readonly Mangel[] => {
    const status = samtykkestatus(k, samtykker, om);
    if (status === 'givet' || status === 'undtaget') return [];
    const tvang = [...new Set(k.emner.flatMap(({ tvangshjemmel }) => tvangshjemmel ?? []))];
    const spor = NEJ.includes(status) && tvang.length > 0 ? `; sporet uden samtykke er ${tvang.join(' og ')}` : '';
    return [
      {
        kode: `samtykke-${status}`,
        tekst: `Samtykket fra ${HVEM[k.art]} ${FORKLARING[status]}${spor}`,
        hjemmel: [...new Set(k.emner.map(({ hjemmel }) => hjemmel))].join('; '),
      },
    ];
  });
  return [...mangler, ...ukendtMyndighed(krav, emner, samtykker, om)];
}

// A child has somebody with custody: when nobody is registered, it is not known whose consent is missing.
function ukendtMyndighed(
  krav: readonly Samtykkekrav[],
  emner: readonly Samtykkeemne[],
  samtykker: Samtykker,
  { dato }: Afgoerelsesgrundlag,
): readonly Mangel[] {
  if (krav.some(({ som }) => som === 'foraeldremyndighedsindehaver')) return [];
  const nogen = { rolle: 'myndighedsindehaver', foraeldremyndighed: [{ gyldigFra: '0001-01-01' }] } as const;
  const kraevet = emner.filter((emne) => skalSamtykke(nogen, emne.afgoerelse, dato));
  const undtagelse = samtykker.undtagelser[ALLE];
  const undtaget = kraevet.every((emne) => undtagelse?.gaelderFor.includes(emne.afgoerelse.regel.kode) === true);
  if (kraevet.length === 0 || undtaget) return [];
  return [
    {
      kode: 'foraeldremyndighed-ukendt',
      tekst:
        'Ingen er registreret med forældremyndighed på afgørelsesdagen. Registrér, hvem der har den, eller undtag samtykket med grund',
      hjemmel: [...new Set(kraevet.map(({ hjemmel }) => hjemmel))].join('; '),
    },
  ];
}
