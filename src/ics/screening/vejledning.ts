import { lokalDato } from '../../faelles/lokal_dato.js';
import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { ansoegningDecider, type SagEvent, underretningDecider } from '../../sagsstyring/sagsstyring.public.js';
import { screeningDecider } from './screening.js';

type Enkeltsag = Extract<SagEvent, { type: 'sagsstyring.EnkeltsagAabnet' }>['data'];

/**
 * A screening that pointed to an afdækning (BL § 19) or, by itself, to an investigation (§ 20), and nothing has been decided
 * since; also by an application, answered or not. A notification that was screened to an investigation is reminded of where
 * notifications are.
 */
export function screeningUdenAfgoerelse(stroemme: readonly (readonly StoredEvent[])[]): readonly Skridt[] {
  // The stream's kind says which declarations its events were made of.
  const sager = stroemme.filter(([e]) => e?.kind === 'sagsstyring.sag') as unknown as readonly (readonly SagEvent[])[];
  const haendelser = sager.flat();
  const aabnede = haendelser.flatMap((e) =>
    e.type === 'sagsstyring.EnkeltsagAabnet' && (e.data.art === 'bfu' || e.data.art === 'afdaekning') ? [e.data] : [],
  );
  const slut = new Map(
    haendelser.flatMap((e) =>
      e.type === 'sagsstyring.EnkeltsagAfsluttet' ? [[e.data.enkeltsagId, e.data.afsluttet] as const] : [],
    ),
  );
  // One that ran on the day takes the matter in, and so does one that was decided after it.
  const optaget = (dato: string, arter: readonly Enkeltsag['art'][]): boolean =>
    aabnede.some(
      ({ enkeltsagId, art, aabnet }) =>
        arter.includes(art) && (aabnet >= dato || (slut.get(enkeltsagId) ?? dato) >= dato),
    );
  const sagensSeneste = stroemme
    .filter(([e]) => e?.kind === screeningDecider.kind)
    .map((stroem) => fold(screeningDecider, stroem).seneste?.dato ?? '')
    .reduce((a, b) => (b > a ? b : a), '');
  return stroemme.flatMap((stroem): readonly Skridt[] => {
    const [foerste] = stroem;
    if (foerste?.kind === screeningDecider.kind) {
      const { seneste } = fold(screeningDecider, stroem);
      if (seneste === null || seneste.udfald === 'ingen-afdaekning') return [];
      const arter: readonly Enkeltsag['art'][] = seneste.udfald === 'bfu' ? ['bfu'] : ['bfu', 'afdaekning'];
      return optaget(seneste.dato, arter) ? [] : [beslut(seneste.udfald, seneste.dato, foerste.streamId)];
    }
    if (foerste?.kind === underretningDecider.kind) {
      const u = fold(underretningDecider, stroem);
      if (u.fase !== 'screenet' || u.spor !== 'afdaekning') return [];
      const modtaget = lokalDato(u.modtaget);
      return optaget(modtaget, ['bfu', 'afdaekning']) ? [] : [beslut('afdaekning', modtaget, u.underretningId)];
    }
    if (foerste?.kind === ansoegningDecider.kind) {
      const a = fold(ansoegningDecider, stroem);
      if (a.fase === 'findes-ikke' || a.screening === null) return [];
      const { spor, dato } = a.screening;
      // What the case itself was screened to since takes its place.
      if ((spor !== 'bfu' && spor !== 'afdaekning') || sagensSeneste >= dato) return [];
      const arter: readonly Enkeltsag['art'][] = spor === 'bfu' ? ['bfu'] : ['bfu', 'afdaekning'];
      return optaget(a.modtaget, arter) ? [] : [beslut(spor, dato, a.ansoegningId)];
    }
    return [];
  });
}

function beslut(udfald: 'afdaekning' | 'bfu', dato: string, enkeltsagId: string): Skridt {
  return udfald === 'afdaekning'
    ? {
        kode: 'afdaekning-afgoerelse',
        art: 'skal',
        tekst: 'Beslut den afdækning, som screeningen førte til',
        hvorfor: `Sagen blev screenet til en afdækning på grundlag af det, kommunen vidste ${dato}`,
        hjemmel: 'BL § 19',
        enkeltsagId,
      }
    : {
        kode: 'bfu-afgoerelse',
        art: 'skal',
        tekst: 'Træf afgørelse om den børnefaglige undersøgelse, som screeningen førte til',
        hvorfor: `Sagen blev screenet ${dato}; fristen for undersøgelsen løber fra den dag, kommunen blev opmærksom`,
        hjemmel: hjemmelPaa(dato, '§ 50, stk. 1', '§ 20, stk. 1-2'),
        enkeltsagId,
      };
}
