import { medRettelser } from '../../platform/corrections/date-correction.js';
import { efterDomaene, type Temagrundlag } from './domaeneoversigt.js';
import { gengivSidespor } from './sidespor_gengivelse.js';
import { type BegyndtUndersoegelse, trin } from './tilstand.js';
import { type EfterUndersoegelsen, trinoversigt } from './trinoversigt.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';
import { type UndersoegelseVisning } from './undersoegelse.visning.js';
import { manglerFoerGodkendelse } from './vejledning.js';

/** An event of the stream with where it stands and who recorded it. */
export type StroemEvent = UndersoegelseEvent & { readonly version: number; readonly meta: { readonly aktoer: string } };
export type Udkast = Omit<
  UndersoegelseVisning,
  'fase' | 'trin' | 'form' | 'praktiskeTrin' | 'domaener' | 'mangler' | 'version'
>;

/** What the law pack and other streams say, looked up outside. */
export interface Gengivelsesgrundlag {
  readonly iDag: string;
  readonly kraevedeTemaer: readonly string[];
  /** Code of a practical step -> its name. */
  readonly trinnavne: ReadonlyMap<string, string>;
  readonly efter: EfterUndersoegelsen;
  readonly temaer: Temagrundlag;
}

/** The whole investigation as it is read, from its events; `u` is the state that decisions are made on. */
export function gengiv(
  stroem: readonly StroemEvent[],
  u: BegyndtUndersoegelse,
  grundlag: Gengivelsesgrundlag,
): UndersoegelseVisning {
  const { bfuId, barnId, sagId, regime, opmaerksomDato, afgoerelseDato, hastighed, kommendeForaeldre, termin } = u;
  const udkast = medRettelser(stroem).reduce<Udkast>(medHaendelse, {
    ...{ bfuId, barnId, sagId, regime, opmaerksomDato, afgoerelseDato, hastighed, kommendeForaeldre, termin },
    rettelser: [],
    underretningId: null,
    screeningId: null,
    reviderer: null,
    grunde: [],
    foedt: null,
    begrundelse: '',
    afdaekning: null,
    aktoerer: null,
    temaer: [],
    udtalelser: [],
    boernesamtaler: [],
    foraeldresamtaler: [],
    sagkyndige: [],
    ppv: null,
    udenSamtykke: null,
    fund: [],
    analyse: null,
    konklusion: null,
    gennemgang: null,
    partshoering: null,
    foreloebigeVurderinger: [],
    afslutning: null,
    mellemkommunalUndladt: null,
  });
  const { iDag, kraevedeTemaer, trinnavne, efter, temaer: temagrundlag } = grundlag;
  const temaer = [...afdaekkedeForhold(udkast, temagrundlag), ...udkast.temaer];
  return {
    ...udkast,
    temaer,
    konklusion: udkast.konklusion === null ? null : { ...udkast.konklusion, gaelder: u.konkluderet !== null },
    fase: u.fase,
    trin: trin(u),
    form: u.form,
    domaener: efterDomaene(temaer, udkast.fund, temagrundlag),
    praktiskeTrin: trinoversigt(u, trinnavne, efter, iDag),
    mangler: u.fase === 'i-gang' && u.form === 'bfu' ? [...manglerFoerGodkendelse(u, iDag, kraevedeTemaer)] : [],
    version: stroem.length,
  };
}

/** What an afdækning was decided for is relevant by that decision, until it is judged again. */
function afdaekkedeForhold({ afdaekning, temaer }: Udkast, { temavalg }: Temagrundlag): Udkast['temaer'] {
  if (afdaekning === null) return [];
  const { forhold, begrundelse } = afdaekning;
  return forhold
    .filter((tema) => !temaer.some((t) => t.tema === tema))
    .map((tema) => {
      const valg = temavalg.get(tema);
      return { tema, navn: valg?.navn ?? tema, relevant: true, begrundelse, daekker: valg?.daekker ?? null };
    });
}

function medHaendelse(v: Udkast, e: StroemEvent): Udkast {
  switch (e.type) {
    case 'ics.BfuBesluttet': {
      const { underretningId, screeningId, reviderer, grunde, begrundelse } = e.data;
      return {
        ...v,
        underretningId: underretningId ?? v.underretningId,
        screeningId: screeningId ?? v.screeningId,
        reviderer: reviderer ?? null,
        grunde: grunde ?? [],
        begrundelse,
        afdaekning: v.afdaekning === null ? null : { ...v.afdaekning, konverteret: true },
      };
    }
    case 'ics.AfdaekningRettet':
    case 'ics.BfuRettet': {
      const { rettet, foer, begrundelse } = e.data;
      return {
        ...v,
        rettelser: [...v.rettelser, { rettet, opmaerksomDatoFoer: foer.opmaerksomDato, begrundelse }],
      };
    }
    case 'ics.AktoererAfdaekket':
      return { ...v, aktoerer: { dato: e.data.dato, aktoerer: e.data.aktoerer, undladt: null } };
    case 'ics.AktoererUndladt':
      return { ...v, aktoerer: { dato: e.data.dato, aktoerer: null, undladt: e.data.begrundelse } };
    case 'ics.TemaVurderet': {
      const { tema, temanavn: navn, relevant, begrundelse } = e.data;
      const ny = { tema, navn, relevant, begrundelse, daekker: e.data.daekker ?? null };
      return { ...v, temaer: [...v.temaer.filter((t) => t.tema !== tema), ny] };
    }
    case 'ics.UdtalelseAnmodet': {
      const { udtalelseId, aktoer, anmodet, svarfrist, emne } = e.data;
      const ny = { udtalelseId, aktoer, anmodet, svarfrist, emne, rykket: null, modtaget: null, indhold: null };
      return { ...v, udtalelser: [...v.udtalelser, ny] };
    }
    case 'ics.UdtalelseRykket':
      return medUdtalelse(v, e.data.udtalelseId, { rykket: e.data.rykket, svarfrist: e.data.svarfrist });
    case 'ics.UdtalelseModtaget':
      return medUdtalelse(v, e.data.udtalelseId, { modtaget: e.data.modtaget, indhold: e.data.indhold });
    case 'ics.BoernesamtaleAfholdt': {
      const { dato, udenForaeldre, referat: tekst, barnetsHoldning } = e.data;
      return {
        ...v,
        boernesamtaler: [...v.boernesamtaler, { dato, holdt: true, udenForaeldre, tekst, barnetsHoldning }],
      };
    }
    case 'ics.BoernesamtaleUndladt': {
      const { dato, begrundelse: tekst, barnetsHoldning } = e.data;
      const undladt = { dato, holdt: false, udenForaeldre: false, tekst, barnetsHoldning };
      return { ...v, boernesamtaler: [...v.boernesamtaler, undladt] };
    }
    case 'ics.ForaeldresamtaleAfholdt':
      return { ...v, foraeldresamtaler: [...v.foraeldresamtaler, { dato: e.data.dato, tekst: e.data.referat }] };
    case 'ics.FundNoteret': {
      const { fundId, tema, art, tekst } = e.data;
      const nyt = {
        ...{ fundId, tema, art, tekst },
        undervisning: e.data.undervisning ?? false,
        barnetsSyn: e.data.barnetsSyn ?? null,
        foraeldrenesSyn: e.data.foraeldrenesSyn ?? null,
        fraVersion: e.version,
      };
      return { ...v, fund: [...v.fund.filter((f) => f.fundId !== fundId), nyt] };
    }
    default:
      return medAfslutning(v, e);
  }
}

function medAfslutning(v: Udkast, e: StroemEvent): Udkast {
  switch (e.type) {
    case 'ics.AnalyseUdarbejdet':
      return { ...v, analyse: { dato: e.data.dato, tekst: e.data.analyse }, gennemgang: null, partshoering: null };
    case 'ics.BfuKonkluderet': {
      const { dato, stoetteNoedvendig, indsatskoder, sideloebende, konklusion, foraeldresHoldning } = e.data;
      const tekster = { konklusion, barnetsHoldning: e.data.barnetsHoldning ?? null, foraeldresHoldning };
      const ny = { dato, stoetteNoedvendig, indsatskoder, sideloebende, ...tekster, gaelder: true };
      return { ...v, konklusion: ny, gennemgang: null, partshoering: null };
    }
    case 'ics.BfuGennemgaaet':
      return { ...v, gennemgang: { dato: e.data.dato, tekst: e.data.referat } };
    case 'ics.PartshoeringSendt':
      return { ...v, partshoering: sendt(e.data) };
    case 'ics.PartshoeringBesvaret':
      return v.partshoering === null
        ? v
        : { ...v, partshoering: { ...v.partshoering, svar: { dato: e.data.dato, tekst: e.data.svar } } };
    case 'ics.ForeloebigVurderingForetaget': {
      const { dato, aarsag, vurdering } = e.data;
      return { ...v, foreloebigeVurderinger: [...v.foreloebigeVurderinger, { dato, aarsag, vurdering }] };
    }
    case 'ics.BfuGodkendt': {
      const { godkendtDato: dato, godkendtAf: af } = e.data;
      return { ...v, afslutning: { hvordan: 'godkendt', dato, af, begrundelse: null } };
    }
    case 'ics.BfuGodkendelseRettet':
      return { ...v, afslutning: v.afslutning && { ...v.afslutning, dato: e.data.godkendtDato } };
    case 'ics.BfuAfbrudt': {
      const { aarsag: hvordan, dato, begrundelse } = e.data;
      return { ...v, afslutning: { hvordan, dato, af: e.meta.aktoer, begrundelse } };
    }
    default:
      return gengivSidespor(v, e);
  }
}

function medUdtalelse(v: Udkast, id: string, nyt: Partial<Udkast['udtalelser'][number]>): Udkast {
  return { ...v, udtalelser: v.udtalelser.map((u) => (u.udtalelseId === id ? { ...u, ...nyt } : u)) };
}

type Sendt = Extract<UndersoegelseEvent, { type: 'ics.PartshoeringSendt' }>['data'];

function sendt({ dato, svarfrist, parter, ingenParter }: Sendt): UndersoegelseVisning['partshoering'] {
  const personer = (parter ?? []).map(({ personId }) => personId);
  return { dato, svarfrist, parter: personer, ingenParter: ingenParter ?? null, svar: null };
}
