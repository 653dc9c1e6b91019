import { type ContextRegistration } from '../platform/registry.js';
import { LeveranceDannet } from './l201/leverance.js';
import { l201Projection } from './l201/l201.projection.js';
import { type BfuFrist, noegletalProjection } from './noegletal/noegletal.projection.js';

/** Figures and statutory extracts; the deadline of an investigation comes from the law packs. */
export function rapporteringRegistration(bfuFrist: BfuFrist): ContextRegistration {
  return { name: 'rapportering', events: [LeveranceDannet], projections: [noegletalProjection(bfuFrist), l201Projection] };
}
