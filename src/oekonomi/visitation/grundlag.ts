import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type KendtPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { type Samtykkeemne, type Samtykkesag } from '../../sagsstyring/sagsstyring.public.js';
import { slaaForslagOp, type Forslagspost } from '../indsats/katalogopslag.js';
import { kraevBarn, parterTil, samtykkeemner, type Afgoerelsesparter } from '../parter/afgoerelsesparter.js';
import { type BegyndtVisitation, type Forslag } from './tilstand.js';
import { visitationDecider } from './visitation.js';

/** The visitation; not found when there is none. */
export async function kraevVisitation(session: CommandSession, visitationId: string): Promise<BegyndtVisitation> {
  const { state } = await session.state(visitationDecider, visitationId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('visitation', visitationId);
  return state;
}

/** What the law of a day says of the proposals: kinds of decision, parties, and the consent that is needed. */
export interface Visitationsgrundlag extends Afgoerelsesparter {
  readonly poster: ReadonlyMap<string, Forslagspost>;
  readonly emner: readonly Samtykkeemne[];
}

/** Judged on the day: the same proposal can need other consent under another act, or when custody has changed. */
export function grundlagPaa(
  barn: KendtPerson,
  forslag: readonly Forslag[],
  dato: string,
  lov: Lovpakke,
): Visitationsgrundlag {
  const poster = new Map(
    forslag.map((f) => [f.forslagId, slaaForslagOp(lov, f.indsatskode, f.maalgruppe, dato)] as const),
  );
  const koder = [...poster.values()].map((post) => post.afgoerelseskode);
  const parter = parterTil(barn, koder, dato, lov);
  const medSamtykke = new Set([...poster.values()].filter((p) => p.kraeverSamtykke).map((p) => p.afgoerelseskode));
  const samtykkes = parter.afgoerelser.filter((a) => medSamtykke.has(a.regel.kode));
  return {
    ...parter,
    poster,
    emner: samtykkeemner(samtykkes, dato, lov),
  };
}

/** The latest of the days that what is judged now rests on. */
export function senesteDag(v: BegyndtVisitation, dato: string): string {
  return [v.aendret, v.godkendt ?? v.aendret, dato].reduce((a, b) => (b > a ? b : a));
}

/** The visitation as a decision that consent is given to. */
export async function samtykkesag(
  session: CommandSession,
  v: BegyndtVisitation,
  dato: string,
  lov: Lovpakke,
): Promise<Samtykkesag> {
  const barn = await kraevBarn(session, v.barnId);
  const { kreds, emner } = grundlagPaa(barn, v.forslag, dato, lov);
  const { visitationId: afgoerelseId, barnId, sagId, nummer: grundlag } = v;
  return { afgoerelseId, barnId, sagId, kreds, emner, grundlag };
}
