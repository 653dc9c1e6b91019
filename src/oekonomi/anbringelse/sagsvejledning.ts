import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Skridt } from '../../faelles/skridt.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import {
  bortfald,
  buuSagDecider,
  formandsafgoerelseDecider,
  grundlagSlut,
  type BuuSagEvent,
  type FormandsafgoerelseEvent,
  type RejstBuuSag,
  type TruffetForeloebigt,
} from '../../sagsstyring/sagsstyring.public.js';
import { anbringelseDecider } from './anbringelse.js';
import { hjemgivetFra } from './foreloebigt_grundlag.js';
import { type AnbringelseEvent } from './haendelser.js';
import { type Anbringelse, type Udvalgsgrundlag } from './tilstand.js';

type Stroem = readonly StoredEvent[];

/** A child is placed without consent, and what the placement rests on has ended, run out or lapsed: it lives there without a basis. */
export const anbragtUdenGrundlag =
  (lov: Lovpakke) =>
  (stroemme: readonly Stroem[], iDag: string): readonly Skridt[] => {
    const af = (kind: string): readonly unknown[] => stroemme.filter(([foerste]) => foerste?.kind === kind);
    return (af(anbringelseDecider.kind) as readonly (readonly AnbringelseEvent[])[]).flatMap((stroem) => {
      const a = fold(anbringelseDecider, stroem);
      if (a.fase === 'findes-ikke' || a.fase === 'ophoert') return [];
      if (a.grundlag !== 'tvang' || a.udvalg === null) return [];
      if (a.myndigDato !== null && iDag >= a.myndigDato) return [];
      const slutPaa = (dag: string): string | null => udvalgsgrundlagSlut(lov)(a, stroemme, dag);
      const slut = slutPaa(iDag);
      if (slut === null) return [];
      const { afgjort } = a.hjemgivelse;
      if (afgjort !== null) return slutPaa(afgjort.dato) === null ? [iPerioden(a.anbringelseId, slut, iDag)] : [];
      return [
        {
          kode: 'anbringelse-uden-grundlag',
          art: 'skal' as const,
          tekst:
            a.fase === 'besluttet'
              ? 'Sæt ikke anbringelsen i værk: få en ny afgørelse fra børne- og ungeudvalget, eller opgiv den'
              : 'Træf afgørelse om hjemgivelse, eller få en ny afgørelse fra børne- og ungeudvalget; kan barnet ikke vente, så fra formanden',
          hvorfor: `Den afgørelse, som anbringelsen hviler på, bærer den ikke længere (${slut})`,
          hjemmel: hjemmelPaa(iDag, '§§ 62, 68, stk. 2, og 75', '§§ 50, 100, stk. 1, og 143'),
          enkeltsagId: a.anbringelseId,
        },
      ];
    });
  };

/** The last day of the period home of the placements without consent; null while one of them has none (SEL § 68, BL § 100). */
export function hjemmeSenest(stroemme: readonly Stroem[]): string | null {
  const af = (kind: string): readonly unknown[] => stroemme.filter(([foerste]) => foerste?.kind === kind);
  const anbragt = (af(anbringelseDecider.kind) as readonly (readonly AnbringelseEvent[])[]).flatMap((stroem) => {
    const a = fold(anbringelseDecider, stroem);
    return a.fase === 'ivaerksat' && a.grundlag === 'tvang' ? [a.hjemgivelse.afgjort?.periodeSlut ?? null] : [];
  });
  const dage = anbragt.filter((dag) => dag !== null);
  return dage.length < anbragt.length ? null : (dage.sort().at(-1) ?? null);
}

/** Since when what a placement without consent rests on has carried it no more, as the case's streams have it. */
export const udvalgsgrundlagSlut =
  (lov: Lovpakke) =>
  (a: Anbringelse, stroemme: readonly Stroem[], iDag: string): string | null => {
    if (a.fase === 'findes-ikke' || a.grundlag !== 'tvang' || a.udvalg === null) return null;
    const af = (kind: string): readonly unknown[] => stroemme.filter(([foerste]) => foerste?.kind === kind);
    const { afgoerelseId } = a.udvalg;
    const sager = af(buuSagDecider.kind) as readonly (readonly BuuSagEvent[])[];
    const f = formandens(
      af(formandsafgoerelseDecider.kind) as readonly (readonly FormandsafgoerelseEvent[])[],
      a.udvalg,
    );
    // What took its place carries what rested on it, as when a command asks.
    if (f !== null && f.erstattetAf !== null)
      return udvalgetsSlut(sager, (sag) => sag.buuSagId === f.erstattetAf, iDag, lov);
    if (f !== null) {
      const slut = f.fase === 'ophaevet' || f.fase === 'bortfaldet' ? f.slut : (bortfald(f, iDag)?.sidsteDag ?? null);
      // Home again, the child is not placed anew on what took it then.
      return slut ?? (a.fase === 'besluttet' ? hjemgivetFra(stroemme, f.formandsafgoerelseId, iDag) : null);
    }
    return afgoerelseId === null
      ? null
      : udvalgetsSlut(sager, (sag) => sag.afgjort?.afgoerelseId === afgoerelseId, iDag, lov);
  };

/**
 * The period of return goes on with the placement (SEL § 68; BL § 100, stk. 4), so what it rests on must last through it. A
 * basis that was gone before is what the return was decided for.
 */
function iPerioden(enkeltsagId: string, slut: string, iDag: string): Skridt {
  return {
    ...{ kode: 'anbringelse-uden-grundlag', art: 'skal', enkeltsagId },
    tekst: 'Hjemgiv barnet nu, eller få en ny afgørelse fra børne- og ungeudvalget',
    hvorfor: `Hjemgivelsesperioden fortsætter anbringelsen, og den afgørelse, som anbringelsen hviler på, bærer den ikke længere (${slut})`,
    hjemmel: hjemmelPaa(iDag, '§§ 62 og 68', '§§ 50 og 100, stk. 4'),
  };
}

function udvalgetsSlut(
  sager: readonly (readonly BuuSagEvent[])[],
  baerer: (sag: RejstBuuSag) => boolean,
  iDag: string,
  lov: Lovpakke,
): string | null {
  for (const stroem of sager) {
    const sag = fold(buuSagDecider, stroem);
    if (sag.fase !== 'findes-ikke' && baerer(sag)) return grundlagSlut(sag, lov, iDag);
  }
  return null;
}

function formandens(
  afgoerelser: readonly (readonly FormandsafgoerelseEvent[])[],
  { formandsafgoerelseId }: Udvalgsgrundlag,
): TruffetForeloebigt | null {
  if (formandsafgoerelseId === null) return null;
  for (const stroem of afgoerelser) {
    const f = fold(formandsafgoerelseDecider, stroem);
    if (f.fase !== 'findes-ikke' && f.formandsafgoerelseId === formandsafgoerelseId) return f;
  }
  return null;
}
