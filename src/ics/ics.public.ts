import { type Lovpakke } from '../faelles/lov/lovpakke.js';
import { datoRettet } from '../platform/corrections/date-correction.js';
import { fold } from '../platform/commands/decider.js';
import { type ContextRegistration } from '../platform/registry.js';
import { barnetsForhold, sagDecider } from '../sagsstyring/sagsstyring.public.js';
import { IcsLicensSat } from './licens/licens.js';
import { planDecider } from './plan/plan.js';
import { planEvents } from './plan/plan.events.js';
import { planensSag } from './plan/planens_sag.js';
import { planhvile, planskridt } from './plan/vejledning.js';
import { PlanEntity } from './planer/planer.entity.js';
import { planerProjection } from './planer/planer.projection.js';
import { SagScreenet } from './screening/screening.js';
import { screeningUdenAfgoerelse } from './screening/vejledning.js';
import { kraevedeTemaer } from './undersoegelse/temakrav.js';
import { udloebAfledt, udvalgetsDag } from './undersoegelse/udloeb_afledt.js';
import { undersoegelseDecider } from './undersoegelse/undersoegelse.js';
import { undersoegelseEvents } from './undersoegelse/undersoegelse.events.js';
import { undersoegelseISagen } from './undersoegelse/sagsvejledning.js';
import { undersoegelseshvile, undersoegelsesskridt } from './undersoegelse/vejledning.js';
import { UndersoegelseEntity } from './undersoegelser/undersoegelser.entity.js';
import { undersoegelserProjection } from './undersoegelser/undersoegelser.projection.js';

export { GEM_KLADDE, gemKladde, hentKladder, opgivKladde } from './kladde/kladde.js';
export { KladdeAnmodning, Kladder, KladdesletningSvar, KladdeSvar } from './kladde/kladde.dto.js';
export { opfoelgningDecider, opfoelgningsgraense, type Opfoelgning } from './plan/opfoelgning.js';
export { planDecider };
export { PLANREGLER_I_SAGEN } from './plan/vejledning.js';
export { kraevPlan } from './plan/opslag.js';
export { IndsatsopfoelgningAnmodning, OpfoelgningSvar } from './plan/opfoelgning.dto.js';
export { type BegyndtPlan } from './plan/tilstand.js';
export { type PlanEvent } from './plan/plan.events.js';
export { afsluttetBfu } from './undersoegelse/afsluttet.js';
export { foersteUndersoegelsesslut, type Undersoegelsesslut } from './undersoegelse/sideloebende.js';
export { udenSamtykkeISagen } from './undersoegelse/uden_samtykke_i_gang.js';
export { kraevUndersoegelse } from './undersoegelse/udfoerelse.js';
export { type BegyndtUndersoegelse } from './undersoegelse/tilstand.js';
export { type UndersoegelseEvent } from './undersoegelse/undersoegelse.events.js';

const icsEvents = [IcsLicensSat, SagScreenet, ...undersoegelseEvents, ...planEvents];

/** What the context brings to the platform. */
export const icsRegistration = (lov: Lovpakke): ContextRegistration => ({
  name: 'ics',
  events: [...icsEvents, datoRettet('ics', () => icsEvents)],
  projections: [undersoegelserProjection, planerProjection],
  afledninger: { [undersoegelseDecider.kind]: udloebAfledt(lov) },
  afskrifter: [udvalgetsDag],
  entities: [UndersoegelseEntity, PlanEntity],
  caseGuidance: [{ steps: screeningUdenAfgoerelse }],
  guidance: [
    {
      kind: sagDecider.kind,
      steps: (events, iDag, omkring) => undersoegelseISagen(fold(sagDecider, events), iDag, omkring),
    },
    {
      kind: undersoegelseDecider.kind,
      steps: (events, iDag) => {
        const u = fold(undersoegelseDecider, events);
        return undersoegelsesskridt(u, iDag, u.fase === 'findes-ikke' ? [] : kraevedeTemaer(lov, u.afgoerelseDato));
      },
      rest: (events) => undersoegelseshvile(fold(undersoegelseDecider, events)),
    },
    {
      kind: planDecider.kind,
      steps: (events, iDag, omkring) =>
        planskridt(fold(planDecider, events), iDag, planensSag(events, omkring), barnetsForhold(omkring, iDag).alder),
      rest: (events, _iDag, omkring) => planhvile(fold(planDecider, events), planensSag(events, omkring)),
    },
  ],
});
