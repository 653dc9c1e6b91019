import { type Mangel, type Skridt } from '../../faelles/skridt.js';
import { foreloebigFra } from './krav.js';
import {
  afdaekningsskridt,
  afslutningsfrister,
  bagud,
  foedselsskridt,
  sagkyndigskridt,
  tvangsskridt,
} from './sidespor.js';
import { type BegyndtUndersoegelse, type Undersoegelse } from './tilstand.js';
import { opholdIGang, paragraf51, tvangIGang } from './tvang.js';

const FORVALTNINGSLOVEN = 'forvaltningsloven § 19';

/** Themes that must be judged relevant or not and have not been. */
export function uvurderedeTemaer(u: BegyndtUndersoegelse, kraevede: readonly string[]): readonly string[] {
  return kraevede.filter((tema) => !(tema in u.temaer));
}

/** What the law still demands before the conclusion can be approved and the investigation be finished. */
export function manglerFoerGodkendelse(
  u: BegyndtUndersoegelse,
  dato: string,
  kraevedeTemaer: readonly string[] = [],
): readonly Mangel[] {
  const sel = u.regime === 'SEL';
  const mangler: Mangel[] = [];
  const tilfoej = (kode: string, tekst: string, hjemmel: string): void => {
    mangler.push({ kode, tekst, hjemmel });
  };
  // Professionals with knowledge of the child are involved, and what matters to the child is looked into.
  if (!u.aktoererAfdaekket) {
    const tekst = 'Find de fagfolk, som har viden om barnet og skal høres, eller begrund, at der ingen er';
    tilfoej('bfu-aktoerer', tekst, sel ? 'SEL § 50' : 'BL § 22, stk. 1-2');
  }
  const uvurderede = uvurderedeTemaer(u, kraevedeTemaer);
  if (Object.keys(u.temaer).length === 0 && uvurderede.length === 0) {
    tilfoej('bfu-temaer', 'Vælg de relevante temaer, og begrund valget', sel ? 'SEL § 50' : 'BL § 22');
  }
  if (uvurderede.length > 0) {
    const tekst = `Tag stilling til, om disse temaer er relevante: ${uvurderede.join(', ')}`;
    tilfoej('bfu-temaer', tekst, sel ? 'SEL § 50' : 'BL § 22');
  }
  if (u.boernesamtale === 'mangler' && !u.kommendeForaeldre) {
    const tekst = 'Hold en børnesamtale, eller begrund hvorfor den undlades';
    tilfoej('bfu-boernesamtale', tekst, sel ? 'SEL § 48' : 'BL § 5, stk. 3-4');
  }
  const tvang = tvangIGang(u);
  if (tvang !== null) {
    const foerst = opholdIGang(tvang) ? 'Lad opholdet ophøre, og afslut' : 'Afslut';
    const tekst = `${foerst} undersøgelsen uden samtykke senest ${tvang.udloeber}`;
    tilfoej('bfu-uden-samtykke', tekst, paragraf51(tvang));
  }
  if (!sel && Object.values(u.sagkyndige).some(({ slut }) => slut === null)) {
    const tekst = 'Afvent den sagkyndige undersøgelse, eller opgiv den med en begrundelse';
    tilfoej('bfu-sagkyndig', tekst, 'BL § 22, stk. 3');
  }
  if (!sel && !u.ppv && Object.values(u.fund).some(({ undervisning }) => undervisning)) {
    const tekst = 'Tag stilling til en pædagogisk-psykologisk vurdering: der er fundet en udfordring i undervisningen';
    tilfoej('bfu-ppv-vurdering', tekst, 'BL § 22, stk. 4');
  }
  if (u.analyseret === null) {
    const tekst = 'Skriv en samlet analyse af ressourcer og udfordringer';
    tilfoej('bfu-analyse', tekst, sel ? 'SEL § 50' : 'BL § 22, stk. 1');
  }
  if (u.konkluderet === null) {
    const tekst = 'Konkludér med begrundet stillingtagen til støtte';
    tilfoej('bfu-konklusion', tekst, sel ? 'SEL § 50' : 'BL § 22, stk. 6');
  }
  if (u.gennemgaaet === null) tilfoej('bfu-gennemgang', 'Gennemgå undersøgelsen med familien', FORVALTNINGSLOVEN);
  if (u.partshoering === null) {
    tilfoej('bfu-partshoering', 'Send undersøgelsen i partshøring', FORVALTNINGSLOVEN);
  } else if (u.partshoering.besvaret === null && dato <= u.partshoering.svarfrist) {
    const tekst = `Afvent svar på partshøringen til og med ${u.partshoering.svarfrist}`;
    tilfoej('bfu-partshoering-svar', tekst, FORVALTNINGSLOVEN);
  }
  return mangler;
}

/** The practical steps of an investigation as guidance, in the order caseworkers take them. */
export function undersoegelsesskridt(
  u: Undersoegelse,
  iDag: string,
  kraevedeTemaer: readonly string[] = [],
): readonly Skridt[] {
  if (u.fase === 'findes-ikke' || u.fase === 'afsluttet' || u.fase === 'afbrudt') return [];
  return [
    ...tvangsskridt(u, iDag),
    ...foedselsskridt(u, iDag),
    ...(u.form === 'afdaekning' ? afdaekningsskridt(u) : bfuskridt(u, iDag, kraevedeTemaer)),
    ...bagud(u, iDag),
  ];
}

/** What is found out first is told first, though it is the approval that demands it. */
const FOERST: readonly string[] = ['bfu-aktoerer', 'bfu-temaer'];

function bfuskridt(u: BegyndtUndersoegelse, iDag: string, kraevedeTemaer: readonly string[]): readonly Skridt[] {
  const afslutning = afslutningsskridt(u, iDag, kraevedeTemaer);
  return [
    ...afslutning.filter(({ kode }) => FOERST.includes(kode)),
    ...indhentningsskridt(u, iDag),
    ...afslutning.filter(({ kode }) => !FOERST.includes(kode)),
  ];
}

function indhentningsskridt(u: BegyndtUndersoegelse, iDag: string): readonly Skridt[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 50' : 'BL § 22';
  const skridt: Skridt[] = [];
  const tilfoej = (
    kode: string,
    art: Skridt['art'],
    tekst: string,
    hvorfor: string,
    frister = afslutningsfrister(u),
  ): void => {
    skridt.push({ kode, art, tekst, hvorfor, hjemmel: paragraf, enkeltsagId: u.bfuId, frister });
  };
  for (const [udtalelseId, udtalelse] of Object.entries(u.udtalelser)) {
    if (!udtalelse.modtaget && udtalelse.svarfrist < iDag) {
      tilfoej(
        'bfu-ryk-udtalelse',
        'skal',
        'Ryk for en udtalelse, hvis svarfrist er overskredet',
        `Svarfristen var ${udtalelse.svarfrist}`,
        ['udtalelse-svarfrist', 'udtalelse-rykker-svarfrist'].map((regel) => ({ regel, noegle: udtalelseId })),
      );
    }
  }
  if (!u.foraeldresamtale) {
    tilfoej(
      'bfu-foraeldresamtale',
      'kan',
      'Hold en forældresamtale',
      'Undersøgelsen gennemføres så vidt muligt i samarbejde med forældrene',
    );
  }
  return [...skridt, ...sagkyndigskridt(u, iDag)];
}

// Barnets lov demands it when the deadline cannot be kept (BL § 20, stk. 3, 2. pkt.). That serviceloven demands it is not
// confirmed, so there it is only told of.
function foreloebigtSkridt(u: BegyndtUndersoegelse, iDag: string): readonly Skridt[] {
  if (u.foreloebigVurdering) return [];
  const overskredet = u.regime === 'BL' && u.frist !== null && iDag > u.frist ? u.frist : null;
  const fra = foreloebigFra(u);
  const tidligt = fra !== null && iDag < fra;
  return [
    {
      kode: 'bfu-foreloebig-vurdering',
      art: tidligt ? 'maa-ikke' : overskredet === null ? 'kan' : 'skal',
      tekst: 'Lav en foreløbig vurdering på fristdagen, hvis undersøgelsen undtagelsesvis ikke kan afsluttes',
      hvorfor: tidligt
        ? `Kan først laves fra ${fra}: den hører til fristdagen`
        : overskredet === null
          ? 'Undersøgelsen skal da afsluttes snarest herefter'
          : `Fristen var ${overskredet}; undersøgelsen afsluttes snarest`,
      hjemmel: u.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3, 2. pkt.',
      enkeltsagId: u.bfuId,
      frister: [{ regel: 'bfu-foreloebig-vurdering', noegle: u.bfuId }],
    },
  ];
}

/**
 * What a step rests on, and is refused without: a conclusion on what was found, and the family on what was concluded. It is
 * said when it can be done; all that is missing stands on the investigation itself.
 */
const BYGGER_PAA: Readonly<Record<string, readonly string[]>> = {
  'bfu-konklusion': ['bfu-boernesamtale', 'bfu-sagkyndig', 'bfu-analyse'],
  'bfu-gennemgang': ['bfu-konklusion'],
  'bfu-partshoering': ['bfu-konklusion'],
};

function afslutningsskridt(
  u: BegyndtUndersoegelse,
  iDag: string,
  kraevedeTemaer: readonly string[],
): readonly Skridt[] {
  const skridt: Skridt[] = [];
  const mangler = manglerFoerGodkendelse(u, iDag, kraevedeTemaer);
  // Serviceloven has six themes judged before the conclusion; barnets lov only wants those that are relevant.
  const temaerFoerst = uvurderedeTemaer(u, kraevedeTemaer).length > 0;
  for (const { kode, tekst, hjemmel } of mangler) {
    if (kode === 'bfu-konklusion' && temaerFoerst) continue;
    if (mangler.some((m) => BYGGER_PAA[kode]?.includes(m.kode))) continue;
    const art = kode === 'bfu-partshoering-svar' ? 'maa-ikke' : 'skal';
    const hvad = art === 'maa-ikke' ? `Undersøgelsen må ikke godkendes endnu. ${tekst}` : tekst;
    const hvorfor = 'Kræves, før undersøgelsen kan godkendes';
    skridt.push({ kode, art, tekst: hvad, hvorfor, hjemmel, enkeltsagId: u.bfuId, frister: afslutningsfrister(u) });
  }
  if (mangler.length > 0) skridt.push(...foreloebigtSkridt(u, iDag));
  if (mangler.length === 0) {
    skridt.push({
      kode: 'bfu-godkendelse',
      art: 'skal',
      tekst: 'Få konklusionen godkendt af en teamleder',
      hvorfor: 'Undersøgelsen er først afsluttet, når konklusionen er godkendt',
      hjemmel: u.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3',
      enkeltsagId: u.bfuId,
      frister: afslutningsfrister(u),
    });
  }
  return skridt;
}

/** Why nothing is to be done with the investigation; undefined when there is. */
export function undersoegelseshvile(u: Undersoegelse): string | undefined {
  switch (u.fase) {
    case 'afsluttet':
      return u.form === 'afdaekning'
        ? 'Afdækningen er afsluttet; nye forhold kræver en ny screening'
        : 'Undersøgelsen er afsluttet og godkendt; nye forhold kræver en ny undersøgelse';
    case 'afbrudt':
      return 'Undersøgelsen er afbrudt; nye forhold kræver en ny undersøgelse';
    default:
      return undefined;
  }
}
