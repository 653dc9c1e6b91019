import { fold } from '../../platform/commands/decider.js';
import { type Streams } from '../../platform/registry.js';
import { type IgangUdenSamtykke } from '../../sagsstyring/sagsstyring.public.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import { opholdIGang, tvangIGang } from './tvang.js';
import { undersoegelseDecider } from './undersoegelse.js';

/** What runs without consent of the investigation; what ended with it, when it was stopped, does not. */
export function udenSamtykkeIGang(u: BegyndtUndersoegelse): IgangUdenSamtykke | null {
  const tvang = u.fase === 'i-gang' ? tvangIGang(u) : null;
  if (tvang === null) return null;
  return { bfuId: u.bfuId, buuSagId: tvang.buuSagId, opholdIGang: opholdIGang(tvang) };
}

/** The same for a committee case, found among the streams of its case. */
export function udenSamtykkeISagen(stroemme: Streams, buuSagId: string): IgangUdenSamtykke | null {
  for (const stroem of stroemme) {
    if (stroem[0]?.kind !== undersoegelseDecider.kind) continue;
    const u = fold(undersoegelseDecider, stroem);
    const igang = u.fase === 'findes-ikke' ? null : udenSamtykkeIGang(u);
    if (igang?.buuSagId === buuSagId) return igang;
  }
  return null;
}
