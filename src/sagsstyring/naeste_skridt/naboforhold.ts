import { type Streams } from '../../platform/registry.js';
import { type IgangUdenSamtykke } from '../buu_sag/beslutningsgrundlag.js';
import { type Foreloebigbrug } from '../formandsafgoerelse/vejledning.js';

/** What guidance here looks at in streams that contexts above own: they read their own, among the streams of the case. */
export interface Naboforhold {
  /** What the committee case decided and is being carried out in an investigation; null when nothing is. */
  readonly udenSamtykkeIGang: (stroemme: Streams, buuSagId: string) => IgangUdenSamtykke | null;
  /** Since when no placement rests on the chairman's decision; null while one does, or none has begun by it. */
  readonly intetHvilerPaa: (stroemme: Streams, formandsafgoerelseId: string) => Foreloebigbrug | null;
  /** The last day of the period that the placed child is on its way home in; null while it is not decided that it comes home. */
  readonly hjemmeSenest: (stroemme: Streams) => string | null;
}
