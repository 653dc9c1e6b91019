import { fristregler } from '../faelles/lov/fristregler.js';
import { type Lovpakke } from '../faelles/lov/lovpakke.js';
import { fold } from '../platform/commands/decider.js';
import { type ContextRegistration } from '../platform/registry.js';
import { fratraedelseEvents } from './fratraedelse/fratraedelse.events.js';
import { fratraedelserProjection } from './fratraedelse/fratraedelser.projection.js';
import { udsendelsesreaktor } from './fratraedelse/udsendelse.js';
import { fristerProjection } from './frister/frister.projection.js';
import { screeningUdenBfu } from './naeste_skridt/screening_uden_bfu.js';
import { sagsstroemmeProjection } from './naeste_skridt/sagsstroemme.projection.js';
import { advisEvents } from './advis/advis.events.js';
import { barnEvents } from './barn/barn.js';
import { sagEvents } from './sag/sag.events.js';
import { sagDecider } from './sag/sag.js';
import { sagsskridt } from './sag/sagsskridt.js';
import { sagsstammeProjection } from './sagsstamme/sagsstamme.projection.js';
import { SagEntity } from './sager/sager.entity.js';
import { sagerProjection } from './sager/sager.projection.js';
import { underretningEvents } from './underretning/underretning.events.js';
import { underretningDecider } from './underretning/underretning.js';
import { underretningshvile, underretningsskridt } from './underretning/vejledning.js';
import { UnderretningEntity } from './underretninger/underretninger.entity.js';
import { underretningerProjection } from './underretninger/underretninger.projection.js';

export { aabnEnkeltsag, afslutEnkeltsag, kraevAabenSag, noterIndsatsstatus } from './sag/enkeltsag.js';
export { type Frist, hentFrister } from './frister/frister.query.js';
export { hentSagsbilleder, type Sagsbillede } from './naeste_skridt/sagsbillede.query.js';
export { sagDecider } from './sag/sag.js';
export { type BegyndtSag, type EnkeltsagArt, indsatserIGang, indsatsIGang, type Sag } from './sag/tilstand.js';
export { type SagEvent } from './sag/sag.events.js';
export { underretningDecider } from './underretning/underretning.js';
export { type Underretning } from './underretning/tilstand.js';
export { type UnderretningEvent } from './underretning/underretning.events.js';

/** What the context brings to the platform; the deadline view is added where the law packs are known. */
export const sagsstyringRegistration: ContextRegistration = {
  name: 'sagsstyring',
  events: [...underretningEvents, ...sagEvents, ...barnEvents, ...advisEvents, ...fratraedelseEvents],
  projections: [underretningerProjection, sagerProjection, sagsstammeProjection, fratraedelserProjection],
  reactors: [udsendelsesreaktor],
  entities: [UnderretningEntity, SagEntity],
  guidance: [
    { kind: sagDecider.kind, steps: (events, iDag) => sagsskridt(fold(sagDecider, events), iDag) },
    {
      kind: underretningDecider.kind,
      steps: (events) => underretningsskridt(fold(underretningDecider, events)),
      rest: (events) => underretningshvile(fold(underretningDecider, events)),
    },
  ],
  caseGuidance: [{ steps: screeningUdenBfu }],
};

/** What the context brings when the law is known: deadlines follow from the law packs, guidance from the aggregates. */
export function sagsstyringUnder(lov: Lovpakke): ContextRegistration {
  return {
    ...sagsstyringRegistration,
    projections: [
      ...sagsstyringRegistration.projections,
      sagsstroemmeProjection,
      fristerProjection(fristregler(lov), projectionVersion(lov)),
    ],
  };
}

// A new law pack gives new deadlines, so it is a new version of the view, built beside the old one.
function projectionVersion(lov: Lovpakke): number {
  return 2 + Number.parseInt(lov.version.slice(0, 7), 16);
}
