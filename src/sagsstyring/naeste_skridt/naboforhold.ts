import { type Streams } from '../../platform/registry.js';
import { type IgangUdenSamtykke } from '../buu_sag/beslutningsgrundlag.js';

/** What guidance here looks at in streams that contexts above own: they read their own, among the streams of the case. */
export interface Naboforhold {
  /** What the committee case decided and is being carried out in an investigation; null when nothing is. */
  readonly udenSamtykkeIGang: (stroemme: Streams, buuSagId: string) => IgangUdenSamtykke | null;
}
