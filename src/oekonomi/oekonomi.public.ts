import { fold } from '../platform/commands/decider.js';
import { type ContextRegistration } from '../platform/registry.js';
import { indsatsDecider, indsatshvile, indsatsskridt } from './indsats/indsats.js';
import { indsatsEvents } from './indsats/indsats.events.js';
import { konklusionUdenIndsats } from './indsats/sagsvejledning.js';
import { IndsatsEntity } from './indsatser/indsatser.entity.js';
import { indsatserProjection } from './indsatser/indsatser.projection.js';

export { type IndsatsEvent } from './indsats/indsats.events.js';

/** What the context brings to the platform. */
export const oekonomiRegistration: ContextRegistration = {
  name: 'oekonomi',
  events: indsatsEvents,
  projections: [indsatserProjection],
  entities: [IndsatsEntity],
  guidance: [
    {
      kind: indsatsDecider.kind,
      steps: (events) => indsatsskridt(fold(indsatsDecider, events)),
      rest: (events) => indsatshvile(fold(indsatsDecider, events)),
    },
  ],
  caseGuidance: [{ steps: konklusionUdenIndsats }],
};
