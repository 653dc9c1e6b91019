import { type Lovpakke } from '../faelles/lov/lovpakke.js';
import { datoRettet } from '../platform/corrections/date-correction.js';
import { fold } from '../platform/commands/decider.js';
import { type ContextRegistration } from '../platform/registry.js';
import { anbringelseDecider } from './anbringelse/anbringelse.js';
import { soeskendeVedAnbringelsen } from './anbringelse/netvaerket.js';
import { anbringelseEvents } from './anbringelse/haendelser.js';
import { foedselsdatoreaktor } from './anbringelse/rettelse_forloeb.js';
import { anbragtUdenGrundlag, udvalgsgrundlagSlut } from './anbringelse/sagsvejledning.js';
import { udvalgetsDage } from './anbringelse/udvalgets_dag.js';
import { anbringelseshvile, anbringelsesskridt } from './anbringelse/vejledning.js';
import { naesteTilsynAfledt } from './anbringelse/tilsyn_afledt.js';
import { AnbringelseEntity } from './anbringelser/anbringelser.entity.js';
import { anbringelserProjection } from './anbringelser/anbringelser.projection.js';
import { BevillingsgraenseFastsat } from './bevillingsgraense/bevillingsgraense.js';
import { indsatsDecider } from './indsats/indsats.js';
import { indsatsEvents } from './indsats/indsats.events.js';
import { manglerPlan, udenGaeldendePlan } from './anbringelse/planvejledning.js';
import { konklusionUdenIndsats } from './indsats/sagsvejledning.js';
import { indsatshvile, indsatsskridt } from './indsats/vejledning.js';
import { IndsatsEntity } from './indsatser/indsatser.entity.js';
import { indsatserProjection } from './indsatser/indsatser.projection.js';
import { tvangssporUdenSvar } from './visitation/sagsvejledning.js';
import { umeddelteAfgoerelser, visitationshvile, visitationsskridt } from './visitation/vejledning.js';
import { samtykkestilling } from './visitation/samtykkestilling.js';
import { visitationDecider } from './visitation/visitation.js';
import { visitationEvents } from './visitation/visitation.events.js';
import { VisitationEntity } from './visitationer/visitationer.entity.js';
import { visitationerProjection } from './visitationer/visitationer.projection.js';

export { intetHvilerPaa } from './anbringelse/foreloebigt_grundlag.js';
export { hjemmeSenest } from './anbringelse/sagsvejledning.js';
export { type AnbringelseEvent } from './anbringelse/haendelser.js';
export { type IndsatsEvent } from './indsats/indsats.events.js';

const oekonomiEvents = [...visitationEvents, ...indsatsEvents, ...anbringelseEvents, BevillingsgraenseFastsat];

/** What the context brings to the platform. */
export const oekonomiRegistration = (lov: Lovpakke): ContextRegistration => ({
  name: 'oekonomi',
  events: [...oekonomiEvents, datoRettet('oekonomi', () => oekonomiEvents)],
  reactors: [foedselsdatoreaktor],
  afledninger: { [anbringelseDecider.kind]: naesteTilsynAfledt(lov) },
  afskrifter: udvalgetsDage,
  projections: [visitationerProjection, indsatserProjection, anbringelserProjection],
  entities: [VisitationEntity, IndsatsEntity, AnbringelseEntity],
  guidance: [
    {
      kind: visitationDecider.kind,
      steps: (events, iDag, omkring) => {
        const v = fold(visitationDecider, events);
        return visitationsskridt(v, iDag, umeddelteAfgoerelser(v, omkring), samtykkestilling(v, omkring, iDag, lov));
      },
      rest: (events) => visitationshvile(fold(visitationDecider, events)),
    },
    {
      kind: indsatsDecider.kind,
      steps: (events, iDag) => indsatsskridt(fold(indsatsDecider, events), iDag),
      rest: (events) => indsatshvile(fold(indsatsDecider, events)),
    },
    {
      kind: anbringelseDecider.kind,
      withSiblings: true,
      steps: (events, iDag, omkring) => {
        const a = fold(anbringelseDecider, events);
        return anbringelsesskridt(a, iDag, lov, {
          grundlagSlut: udvalgsgrundlagSlut(lov)(a, omkring, iDag),
          soeskende: soeskendeVedAnbringelsen(a, omkring),
          udenPlan: udenGaeldendePlan(a, omkring),
        });
      },
      rest: (events) => anbringelseshvile(fold(anbringelseDecider, events)),
    },
  ],
  caseGuidance: [
    { steps: konklusionUdenIndsats },
    { steps: tvangssporUdenSvar },
    { steps: anbragtUdenGrundlag(lov) },
    { steps: manglerPlan },
  ],
});
