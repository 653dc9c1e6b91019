import { type Mangel, type Skridt } from '../../faelles/skridt.js';
import { type BegyndtUndersoegelse, type Undersoegelse } from './tilstand.js';

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
  const uvurderede = uvurderedeTemaer(u, kraevedeTemaer);
  if (uvurderede.length > 0) {
    mangler.push({
      kode: 'bfu-temaer',
      tekst: `Tag stilling til, om disse temaer er relevante: ${uvurderede.join(', ')}`,
      hjemmel: sel ? 'SEL § 50' : 'BL § 22',
    });
  }
  if (u.boernesamtale === 'mangler') {
    mangler.push({
      kode: 'bfu-boernesamtale',
      tekst: 'Hold en børnesamtale, eller begrund hvorfor den undlades',
      hjemmel: sel ? 'SEL § 48' : 'BL § 5, stk. 3-4',
    });
  }
  if (u.analyseret === null) {
    mangler.push({
      kode: 'bfu-analyse',
      tekst: 'Skriv en samlet analyse af ressourcer og udfordringer',
      hjemmel: sel ? 'SEL § 50' : 'BL § 22, stk. 1',
    });
  }
  if (u.konkluderet === null) {
    mangler.push({
      kode: 'bfu-konklusion',
      tekst: 'Konkludér med begrundet stillingtagen til støtte',
      hjemmel: sel ? 'SEL § 50' : 'BL § 22, stk. 6',
    });
  }
  if (u.gennemgaaet === null) {
    mangler.push({
      kode: 'bfu-gennemgang',
      tekst: 'Gennemgå undersøgelsen med familien',
      hjemmel: FORVALTNINGSLOVEN,
    });
  }
  if (u.partshoering === null) {
    mangler.push({ kode: 'bfu-partshoering', tekst: 'Send undersøgelsen i partshøring', hjemmel: FORVALTNINGSLOVEN });
  } else if (u.partshoering.besvaret === null && dato <= u.partshoering.svarfrist) {
    mangler.push({
      kode: 'bfu-partshoering-svar',
      tekst: `Afvent svar på partshøringen til og med ${u.partshoering.svarfrist}`,
      hjemmel: FORVALTNINGSLOVEN,
    });
  }
  return mangler;
}

/** The practical steps of an investigation as guidance, in the order caseworkers take them. */
export function undersoegelsesskridt(u: Undersoegelse, iDag: string): readonly Skridt[] {
  if (u.fase !== 'i-gang') return [];
  const paragraf = u.regime === 'SEL' ? 'SEL § 50' : 'BL § 22';
  const skridt: Skridt[] = [];
  // All of it must be done before the investigation is finished, so the deadline for that says by when.
  const afslutning = [{ regel: 'bfu-afslutning', noegle: u.bfuId }];
  const tilfoej = (
    kode: string,
    art: Skridt['art'],
    tekst: string,
    hvorfor: string,
    hjemmel = paragraf,
    frister = afslutning,
  ): void => {
    skridt.push({ kode, art, tekst, hvorfor, hjemmel, enkeltsagId: u.bfuId, frister });
  };
  if (!u.aktoererAfdaekket) {
    tilfoej('bfu-aktoerer', 'skal', 'Find de aktører, som skal høres', 'Fagfolk med viden om barnet skal inddrages');
  }
  if (Object.keys(u.temaer).length === 0) {
    tilfoej(
      'bfu-temaer',
      'skal',
      'Vælg de relevante temaer, og begrund valget',
      'Kun forhold med betydning for barnet undersøges',
    );
  }
  for (const [udtalelseId, udtalelse] of Object.entries(u.udtalelser)) {
    if (!udtalelse.modtaget && udtalelse.svarfrist < iDag) {
      tilfoej(
        'bfu-ryk-udtalelse',
        'skal',
        'Ryk for en udtalelse, hvis svarfrist er overskredet',
        `Svarfristen var ${udtalelse.svarfrist}`,
        paragraf,
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
  const mangler = manglerFoerGodkendelse(u, iDag);
  for (const { kode, tekst, hjemmel } of mangler) {
    const art = kode === 'bfu-partshoering-svar' ? 'maa-ikke' : 'skal';
    const hvad = art === 'maa-ikke' ? `Undersøgelsen må ikke godkendes endnu. ${tekst}` : tekst;
    tilfoej(kode, art, hvad, 'Kræves, før undersøgelsen kan godkendes', hjemmel);
  }
  if (!u.foreloebigVurdering && mangler.length > 0) {
    tilfoej(
      'bfu-foreloebig-vurdering',
      'kan',
      'Lav en foreløbig vurdering på fristdagen, hvis undersøgelsen undtagelsesvis ikke kan afsluttes',
      'Undersøgelsen skal da afsluttes snarest herefter',
      u.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3, 2. pkt.',
      [{ regel: 'bfu-foreloebig-vurdering', noegle: u.bfuId }],
    );
  }
  if (mangler.length === 0) {
    tilfoej(
      'bfu-godkendelse',
      'skal',
      'Få konklusionen godkendt af en teamleder',
      'Undersøgelsen er først afsluttet, når konklusionen er godkendt',
      u.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3',
    );
  }
  return skridt;
}

/** Why nothing is to be done with the investigation; undefined when there is. */
export function undersoegelseshvile(u: Undersoegelse): string | undefined {
  switch (u.fase) {
    case 'afsluttet':
      return 'Undersøgelsen er afsluttet og godkendt; nye forhold kræver en ny undersøgelse';
    case 'afbrudt':
      return 'Undersøgelsen er afbrudt; er familien flyttet, skal tilflytningskommunen underrettes (SEL § 152 / BL § 132)';
    default:
      return undefined;
  }
}
