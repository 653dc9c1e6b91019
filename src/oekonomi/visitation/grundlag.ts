import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { type Samtykkeemne, type Samtykkesag } from '../../sagsstyring/sagsstyring.public.js';
import { slaaForslagOp, type Forslagspost } from '../indsats/katalogopslag.js';
import { personIKommando, samtykkeemner, type Personopslag } from '../samtykke/emner.js';
import { type BegyndtVisitation, type Forslag } from './tilstand.js';
import { visitationDecider } from './visitation.js';

/** The visitation; not found when there is none. */
export async function kraevVisitation(session: CommandSession, visitationId: string): Promise<BegyndtVisitation> {
  const { state } = await session.state(visitationDecider, visitationId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('visitation', visitationId);
  return state;
}

/** The proposals as the catalogue of a day has them. */
export function posterPaa(forslag: readonly Forslag[], dato: string, lov: Lovpakke): ReadonlyMap<string, Forslagspost> {
  return new Map(forslag.map((f) => [f.forslagId, slaaForslagOp(lov, f.indsatskode, f.maalgruppe, dato)] as const));
}

/** What consent the proposals take on a day: it can be another under another act, or when custody has changed. */
export function emnerPaa(
  hent: Personopslag,
  barnId: string,
  forslag: readonly Forslag[],
  dato: string,
  lov: Lovpakke,
): Promise<readonly Samtykkeemne[]> {
  return samtykkeemner(hent, barnId, samtykkekoder(forslag, dato, lov), dato, lov);
}

/** The kinds of decision among the proposals that take consent on the day. */
export function samtykkekoder(forslag: readonly Forslag[], dato: string, lov: Lovpakke): readonly string[] {
  const poster = [...posterPaa(forslag, dato, lov).values()].filter((post) => post.kraeverSamtykke);
  return poster.map(({ afgoerelseskode }) => afgoerelseskode);
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
  const { visitationId: afgoerelseId, barnId, sagId, nummer: grundlag } = v;
  const emner = await emnerPaa(personIKommando(session), barnId, v.forslag, dato, lov);
  return { afgoerelseId, barnId, sagId, emner, grundlag };
}
