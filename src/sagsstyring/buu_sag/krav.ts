import { Afvist } from '../../faelles/afvist.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type Sagsperson } from '../parter/parter_i_sagen.js';
import {
  type AfgivIndstilling,
  type Genbehandlingsgrundlag,
  type Grundlag,
  type NyGenbehandling,
  type Udvalgslov,
} from './kommandoer.js';
import { type Indstilling, type RejstBuuSag, type Undtagelseskrav } from './tilstand.js';

export const GENBEHANDLES: readonly string[] = ['anbringelse-uden-samtykke', 'opretholdelse'];
const UDVALGETS_MEDLEMMER = 5;
const KVALIFICERET = 4;
/** The judge, one expert and one of the council must be there, also where a simple majority will do. */
const BESLUTNINGSDYGTIGT = 3;

/** What a recommendation must rest on under the act of the day: the same demands when it is given and when it is decided. */
export function manglerIGrundlaget(
  lov: Udvalgslov,
  grundlag: Grundlag,
  undtagelser: readonly Undtagelseskrav[],
  dato: string,
): readonly Mangel[] {
  const mangler: Mangel[] = [];
  const bfuFaerdig = grundlag.bfu?.afsluttet !== undefined && (grundlag.bfu.afsluttet ?? '9') <= dato;
  if (lov.kraeverBfu && !bfuFaerdig && !undtagelser.includes('bfu')) {
    mangler.push({
      kode: 'buu-bfu',
      tekst: 'Den børnefaglige undersøgelse skal være afsluttet og indgå i indstillingen',
      hjemmel: lov.paragraf.indstilling,
    });
  }
  if (lov.afgoerelseKode === 'undersoegelse-uden-samtykke' && grundlag.bfu === undefined) {
    mangler.push({
      kode: 'buu-bfu',
      tekst: 'Angiv den besluttede undersøgelse, som ikke kan gennemføres med samtykke',
      hjemmel: lov.hjemmel,
    });
  }
  if (lov.kraeverPlan && (grundlag.plan === undefined || (grundlag.plan.gaeldendeFra ?? '9') > dato)) {
    mangler.push({
      kode: 'barnets-plan-tvang',
      tekst: `${lov.regime === 'SEL' ? 'Handleplanen' : 'Barnets plan'} skal foreligge godkendt, før sagen kan forelægges og afgøres`,
      hjemmel: lov.paragraf.plan,
    });
  }
  if (lov.afgoerelseKode === 'permanent-anbringelse' && !undtagelser.includes('tre-aar')) {
    if (grundlag.tidligstPermanent === undefined || grundlag.tidligstPermanent > dato) {
      mangler.push({
        kode: 'permanent-anbringelse',
        tekst: `Barnet skal have været anbragt i mindst 3 år${grundlag.tidligstPermanent === undefined ? '' : ` (tidligst ${grundlag.tidligstPermanent})`}`,
        hjemmel: lov.paragraf.permanent,
      });
    }
  }
  if (lov.afgoerelseKode === 'permanent-anbringelse') mangler.push(...ikkeRevideret(lov, grundlag, undtagelser, dato));
  return mangler;
}

// What the placement itself was decided on says nothing of how the child has fared there: both must be made anew since
// (SEL § 68 a, BL § 67: revised investigation and plan).
function ikkeRevideret(
  lov: Udvalgslov,
  { bfu, plan, anbragtFra }: Grundlag,
  undtagelser: readonly Undtagelseskrav[],
  dato: string,
): readonly Mangel[] {
  if (anbragtFra === undefined) return [];
  const gammel = (dag: string | null | undefined): boolean => dag != null && dag <= dato && dag <= anbragtFra;
  const mangel = (kode: string, hvad: string): Mangel => ({
    kode,
    tekst: `${hvad} skal være revideret, efter at barnet blev anbragt ${anbragtFra}`,
    hjemmel: lov.paragraf.permanent,
  });
  return [
    ...(gammel(bfu?.konkluderet) && !undtagelser.includes('bfu') ? [mangel('bfu-revision', 'Undersøgelsen')] : []),
    ...(gammel(plan?.gaeldendeFra) ? [mangel('plan-revision', 'Planen')] : []),
  ];
}

export function manglerIIndstillingen(command: AfgivIndstilling): readonly Mangel[] {
  const { lov, dato } = command;
  const mangler = [...manglerIGrundlaget(lov, command.grundlag, command.undtagelser, dato)];
  const hoert = command.boernesamtaleDato !== undefined && command.boernesamtaleDato <= dato;
  if (!command.ufoedt && !hoert && command.boernesamtaleUndladt === undefined) {
    mangler.push({
      kode: 'boernesamtale',
      tekst: 'Barnets holdning skal være skaffet ved en samtale, eller undladelsen begrundet',
      hjemmel: lov.paragraf.boernesamtale,
    });
  }
  if (lov.afgoerelseKode === 'permanent-anbringelse' && (command.psykologiskVurderingDato ?? '9') > dato) {
    mangler.push({
      kode: 'psykologisk-vurdering',
      tekst: 'Der skal foreligge en psykologisk helhedsvurdering',
      hjemmel: lov.paragraf.permanent,
    });
  }
  if (lov.kraeverFormaal && GENBEHANDLES.includes(lov.afgoerelseKode) && command.varighedMaaneder === undefined) {
    mangler.push({
      kode: 'afgoerelse-formaal-varighed',
      tekst: 'Angiv anbringelsens forventede varighed',
      hjemmel: lov.paragraf.formaal,
    });
  }
  return mangler;
}

/** What the committee must have before it decides, under the act of the day it decides. */
export function manglerFoerAfgoerelsen(
  sag: RejstBuuSag,
  indstilling: Indstilling | null,
  lov: Udvalgslov,
  grundlag: Grundlag,
  personer: readonly Sagsperson[],
  dato: string,
): readonly Mangel[] {
  const mangler: Mangel[] =
    indstilling === null || indstilling.dato > dato
      ? [
          {
            kode: 'buu-indstilling',
            tekst: 'Forvaltningen skal have afgivet sin indstilling',
            hjemmel: lov.paragraf.indstilling,
          },
        ]
      : [...manglerIGrundlaget(lov, grundlag, indstilling.undtagelser, dato)];
  const senest = (liste: readonly { readonly personId: string; readonly dato: string }[], personId: string): boolean =>
    liste.some((post) => post.personId === personId && post.dato <= dato);
  for (const person of personer) {
    if (person.part && !senest(sag.vejledte, person.personId)) {
      mangler.push({
        kode: 'advokatbistand',
        tekst: `Vejled ${navn(person)} om gratis advokat og aktindsigt før mødet`,
        hjemmel: lov.paragraf.advokat,
      });
    }
    if (person.maaUdtaleSig && !senest(sag.udtalelser, person.personId)) {
      mangler.push({
        kode: 'buu-udtaleret',
        tekst: `Giv ${navn(person)} lejlighed til at udtale sig for udvalget`,
        hjemmel: lov.paragraf.udtaleret,
      });
    }
    if (person.skalSamtykke && !senest(sag.samtykker, person.personId)) {
      mangler.push({
        kode: 'samtykke',
        tekst: `${navn(person)} skal samtykke`,
        hjemmel: lov.hjemmel,
      });
    }
  }
  return mangler;
}

function navn(person: Sagsperson): string {
  return person.rolle === 'barn' ? 'barnet' : `${person.rolle} ${person.personId}`;
}

export function afvisMangler(kode: string, indledning: string, mangler: readonly Mangel[]): void {
  if (mangler.length === 0) return;
  const paragraffer = [...new Set(mangler.map((m) => m.hjemmel))];
  throw new Afvist(kode, `${indledning} ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`, {
    paragraf: paragraffer.join('; '),
    mangler: mangler.map((m) => m.kode),
  });
}

/** At least four of five for the deepest interventions; otherwise more for than against. */
export function kraevStemmer(
  lov: Udvalgslov,
  stemmer: { readonly stemmerFor: number; readonly stemmerImod: number; readonly vedtaget: boolean },
): void {
  const { stemmerFor, stemmerImod, vedtaget } = stemmer;
  const ialt = stemmerFor + stemmerImod;
  if (ialt > UDVALGETS_MEDLEMMER || ialt < BESLUTNINGSDYGTIGT) {
    throw new Afvist(
      'stemmetal-umuligt',
      `Udvalget har ${String(UDVALGETS_MEDLEMMER)} medlemmer og kan ikke beslutte med ${String(ialt)} stemmer.`,
      { felt: 'stemmerFor', paragraf: 'retssikkerhedsloven § 19' },
    );
  }
  const nok = lov.kvalificeretFlertal ? stemmerFor >= KVALIFICERET : stemmerFor > stemmerImod;
  if (vedtaget && !nok) {
    throw new Afvist(
      'flertal-mangler',
      lov.kvalificeretFlertal
        ? `Mindst ${String(KVALIFICERET)} af udvalgets ${String(UDVALGETS_MEDLEMMER)} medlemmer skal stemme for.`
        : 'Flere skal stemme for end imod.',
      { felt: 'stemmerFor', paragraf: lov.paragraf.flertal },
    );
  }
  if (!vedtaget && nok) {
    throw new Afvist('flertal-passer-ikke', 'Med de stemmer er afgørelsen vedtaget.', {
      felt: 'vedtaget',
      paragraf: lov.paragraf.flertal,
    });
  }
}

/** Whether the committee may set the case's next treatment so. */
export function kraevGenbehandling(ny: NyGenbehandling, dato: string, paragraf: string): void {
  const afvis = (kode: string, forklaring: string, felt = 'genbehandling'): never => {
    throw new Afvist(kode, forklaring, { felt, paragraf });
  };
  if (!ny.bekraeftet) {
    afvis(
      'regel-ikke-bekraeftet',
      'Den genbehandlingsfrist er ikke bekræftet i den lov, der gælder. Brug et eller to år, eller fastsæt datoen.',
    );
  }
  switch (ny.genbehandling) {
    case '1aar':
      if (ny.anbragtInden1Aar)
        afvis('genbehandling-passer-ikke', 'Barnet har været anbragt inden for det seneste år: fristen er to år.');
      return;
    case '2aar':
      if (!ny.anbragtInden1Aar)
        afvis('genbehandling-passer-ikke', 'Barnet har ikke været anbragt inden for det seneste år: fristen er et år.');
      return;
    case 'under-1aar':
      if (!ny.under1Aar) afvis('genbehandling-passer-ikke', 'Barnet er fyldt et år.');
      return;
    case 'fastsat': {
      const senest = ny.genbehandlesSenest;
      if (senest === undefined || senest <= dato || senest > ny.senestMuligt) {
        afvis(
          'genbehandling-passer-ikke',
          `En fastsat frist skal ligge efter afgørelsen og senest ${ny.senestMuligt}.`,
          'genbehandlesSenest',
        );
      }
      return;
    }
  }
}

/**
 * A renewal keeps a placement that still has a basis: one that ended, or whose day has passed, cannot be kept, only decided
 * anew (SEL § 62, BL § 50). The same demand when the case is raised and when it is decided.
 */
export function kraevGrundlagAtOpretholde(
  lov: Pick<Udvalgslov, 'afgoerelseKode' | 'paragraf'>,
  dato: string,
  genbehandler: Genbehandlingsgrundlag | undefined,
  overtagetTil: string | undefined,
  felt: string,
): void {
  const paragraf = lov.paragraf.genbehandling;
  if (genbehandler === undefined && overtagetTil === undefined) {
    if (lov.afgoerelseKode !== 'opretholdelse') return;
    throw new Afvist(
      'genbehandling-uden-grundlag',
      'Angiv den sag, hvis anbringelse skal opretholdes. Er den afgjort, før sagen kom hertil, angives dens sidste dag.',
      { felt: 'genbehandlerId', paragraf, mangler: ['genbehandlerId'] },
    );
  }
  const { sidsteDag, ophoert } = genbehandler ?? { sidsteDag: overtagetTil ?? null, ophoert: null };
  if ((ophoert !== null && ophoert <= dato) || (sidsteDag !== null && sidsteDag < dato)) {
    throw new Afvist(
      'grundlag-ophoert',
      ophoert !== null && ophoert <= dato
        ? `Grundlaget for anbringelsen ophørte ${ophoert}: der er intet at opretholde. Skal barnet anbringes, træffes en ny afgørelse.`
        : `Grundlaget for anbringelsen gjaldt til ${sidsteDag ?? ''} og er ophørt: der er intet at opretholde. Skal barnet anbringes, træffes en ny afgørelse.`,
      { felt, paragraf },
    );
  }
}
