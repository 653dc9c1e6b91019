import { type StroemEvent, type Udkast } from './gengivelse.js';

/** The afdækning it began as, experts, the compulsory side track, a birth and a move, as they are read. */
export function gengivSidespor(v: Udkast, e: StroemEvent): Udkast {
  switch (e.type) {
    case 'ics.AfdaekningBesluttet': {
      const { afgoerelseDato: besluttet, forhold, begrundelse, underretningId, screeningId } = e.data;
      const tomt = {
        udfald: null,
        konverteret: false,
        konklusion: null,
        barnetsHoldning: null,
        foraeldresHoldning: null,
      };
      return {
        ...v,
        underretningId: underretningId ?? null,
        screeningId: screeningId ?? null,
        begrundelse,
        afdaekning: { besluttet, forhold, begrundelse, indsatskoder: [], ...tomt },
      };
    }
    case 'ics.AfdaekningAfsluttet': {
      const { dato, udfald, indsatskoder, konklusion, foraeldresHoldning } = e.data;
      const slut = { udfald, indsatskoder, konklusion, foraeldresHoldning };
      return {
        ...v,
        afdaekning:
          v.afdaekning === null ? null : { ...v.afdaekning, ...slut, barnetsHoldning: e.data.barnetsHoldning ?? null },
        afslutning: { hvordan: 'afsluttet', dato, af: e.meta.aktoer, begrundelse: null },
      };
    }
    case 'ics.SagkyndigUndersoegelseBestilt': {
      const { sagkyndigId, art, undersoeges, autoriseret, udfoerer, anmodet, svarfrist, begrundelse } = e.data;
      const bestilt = { sagkyndigId, art, undersoeges, autoriseret, udfoerer, anmodet, svarfrist, begrundelse };
      const ny = { ...bestilt, modtaget: null, resultat: null, opgivet: null, opgivetBegrundelse: null };
      return { ...v, sagkyndige: [...v.sagkyndige, ny] };
    }
    case 'ics.SagkyndigUndersoegelseModtaget':
      return medSagkyndig(v, e.data.sagkyndigId, { modtaget: e.data.modtaget, resultat: e.data.resultat });
    case 'ics.SagkyndigUndersoegelseOpgivet':
      return medSagkyndig(v, e.data.sagkyndigId, { opgivet: e.data.dato, opgivetBegrundelse: e.data.begrundelse });
    case 'ics.PpvStillingtagen': {
      const { dato, indstilles, begrundelse } = e.data;
      return { ...v, ppv: { dato, indstilles, begrundelse } };
    }
    case 'ics.UndersoegelseUdenSamtykkeBesluttet': {
      const { buuSagId, afgoerelseDato, udloeber, regime, form, begrundelse } = e.data;
      const ny = { buuSagId, afgoerelseDato, udloeber, regime, form, begrundelse, sted: e.data.sted ?? null };
      return { ...v, udenSamtykke: { ...ny, ophold: null, afsluttet: null, resultat: null } };
    }
    case 'ics.UndersoegelsesopholdBegyndt':
      return medTvang(v, { ophold: { begyndt: e.data.dato, ophoert: null } });
    case 'ics.UndersoegelsesopholdOphoert':
      return medTvang(v, {
        ophold: { begyndt: v.udenSamtykke?.ophold?.begyndt ?? e.data.dato, ophoert: e.data.dato },
      });
    case 'ics.UndersoegelseUdenSamtykkeAfsluttet':
      return medTvang(v, { afsluttet: e.data.dato, resultat: e.data.resultat });
    case 'ics.FoedselNoteret':
      return { ...v, foedt: e.data.dato };
    case 'ics.MellemkommunalUnderretningUndladt': {
      const { dato, begrundelse } = e.data;
      return { ...v, mellemkommunalUndladt: { dato, begrundelse } };
    }
    default:
      return v;
  }
}

function medSagkyndig(v: Udkast, id: string, nyt: Partial<Udkast['sagkyndige'][number]>): Udkast {
  return { ...v, sagkyndige: v.sagkyndige.map((s) => (s.sagkyndigId === id ? { ...s, ...nyt } : s)) };
}

function medTvang(v: Udkast, nyt: Partial<NonNullable<Udkast['udenSamtykke']>>): Udkast {
  return v.udenSamtykke === null ? v : { ...v, udenSamtykke: { ...v.udenSamtykke, ...nyt } };
}
