import { type BegyndtUndersoegelse, trin } from './tilstand.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';
import { type UndersoegelseVisning } from './undersoegelse.visning.js';
import { manglerFoerGodkendelse } from './vejledning.js';

/** An event of the stream with where it stands and who recorded it. */
export type StroemEvent = UndersoegelseEvent & { readonly version: number; readonly meta: { readonly aktoer: string } };
type Udkast = Omit<UndersoegelseVisning, 'fase' | 'trin' | 'mangler' | 'version'>;

/** The whole investigation as it is read, from its events; `u` is the state that decisions are made on. */
export function gengiv(
  stroem: readonly StroemEvent[],
  u: BegyndtUndersoegelse,
  dato: string,
  kraevedeTemaer: readonly string[],
): UndersoegelseVisning {
  const { bfuId, barnId, sagId, regime, opmaerksomDato, afgoerelseDato } = u;
  const udkast = stroem.reduce<Udkast>(medHaendelse, {
    ...{ bfuId, barnId, sagId, regime, opmaerksomDato, afgoerelseDato },
    rettelser: [],
    underretningId: null,
    begrundelse: '',
    aktoerer: null,
    temaer: [],
    udtalelser: [],
    boernesamtaler: [],
    foraeldresamtaler: [],
    fund: [],
    analyse: null,
    konklusion: null,
    gennemgang: null,
    partshoering: null,
    foreloebigeVurderinger: [],
    afslutning: null,
  });
  return {
    ...udkast,
    konklusion: udkast.konklusion === null ? null : { ...udkast.konklusion, gaelder: u.konkluderet !== null },
    fase: u.fase,
    trin: trin(u),
    mangler: u.fase === 'i-gang' ? [...manglerFoerGodkendelse(u, dato, kraevedeTemaer)] : [],
    version: stroem.length,
  };
}

function medHaendelse(v: Udkast, e: StroemEvent): Udkast {
  switch (e.type) {
    case 'ics.BfuBesluttet':
      return { ...v, underretningId: e.data.underretningId ?? null, begrundelse: e.data.begrundelse };
    case 'ics.BfuRettet': {
      const { rettet, foer, begrundelse } = e.data;
      return {
        ...v,
        rettelser: [...v.rettelser, { rettet, opmaerksomDatoFoer: foer.opmaerksomDato, begrundelse }],
      };
    }
    case 'ics.AktoererAfdaekket':
      return { ...v, aktoerer: { dato: e.data.dato, aktoerer: e.data.aktoerer } };
    case 'ics.TemaVurderet': {
      const { tema, temanavn: navn, relevant, begrundelse } = e.data;
      return { ...v, temaer: [...v.temaer.filter((t) => t.tema !== tema), { tema, navn, relevant, begrundelse }] };
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
      return {
        ...v,
        fund: [...v.fund.filter((f) => f.fundId !== fundId), { fundId, tema, art, tekst, fraVersion: e.version }],
      };
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
      const { dato, stoetteNoedvendig, indsatskoder, sideloebende, konklusion, barnetsHoldning, foraeldresHoldning } =
        e.data;
      const tekster = { konklusion, barnetsHoldning, foraeldresHoldning };
      const ny = { dato, stoetteNoedvendig, indsatskoder, sideloebende, ...tekster, gaelder: true };
      return { ...v, konklusion: ny, gennemgang: null, partshoering: null };
    }
    case 'ics.BfuGennemgaaet':
      return { ...v, gennemgang: { dato: e.data.dato, tekst: e.data.referat } };
    case 'ics.PartshoeringSendt':
      return { ...v, partshoering: { dato: e.data.dato, svarfrist: e.data.svarfrist, svar: null } };
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
    case 'ics.BfuAfbrudt': {
      const { aarsag: hvordan, dato, begrundelse } = e.data;
      return { ...v, afslutning: { hvordan, dato, af: e.meta.aktoer, begrundelse } };
    }
    default:
      return v;
  }
}

function medUdtalelse(v: Udkast, id: string, nyt: Partial<Udkast['udtalelser'][number]>): Udkast {
  return { ...v, udtalelser: v.udtalelser.map((u) => (u.udtalelseId === id ? { ...u, ...nyt } : u)) };
}
