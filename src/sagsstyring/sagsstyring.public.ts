import { fristregler } from '../faelles/lov/fristregler.js';
import { type Lovpakke } from '../faelles/lov/lovpakke.js';
import { fold } from '../platform/commands/decider.js';
import { type ContextRegistration } from '../platform/registry.js';
import { afgoerelseDecider, afgoerelsesskridt } from './afgoerelse/afgoerelse.js';
import { afgoerelseEvents } from './afgoerelse/afgoerelse.events.js';
import {
  anbringelsesanmodningDecider,
  anbringelsesanmodningEvents,
  anmodningsskridt,
} from './anbringelsesanmodning/anbringelsesanmodning.js';
import { buuSagDecider } from './buu_sag/buu_sag.js';
import { buuSagEvents } from './buu_sag/buu_sag.events.js';
import { buuSagsskridt } from './buu_sag/vejledning.js';
import { DelforloebEntity } from './delforloeb/delforloeb.entity.js';
import { delforloebProjection } from './delforloeb/delforloeb.projection.js';
import { formandsafgoerelseDecider } from './formandsafgoerelse/formandsafgoerelse.js';
import { formandsafgoerelseEvents } from './formandsafgoerelse/formandsafgoerelse.events.js';
import { formandsskridt } from './formandsafgoerelse/vejledning.js';
import { fristerProjection } from './frister/frister.projection.js';
import { sagsstroemmeProjection } from './naeste_skridt/sagsstroemme.projection.js';
import { barnEvents } from './barn/barn.js';
import { klageDecider } from './klage/klage.js';
import { klageEvents } from './klage/klage.events.js';
import { klageskridt } from './klage/vejledning.js';
import { mellemkommunalDecider, mellemkommunaleSkridt, mellemkommunalEvents } from './mellemkommunal/mellemkommunal.js';
import { partshoeringDecider } from './partshoering/partshoering.js';
import { partshoeringEvents } from './partshoering/partshoering.events.js';
import { partshoeringsskridt } from './partshoering/vejledning.js';
import { sagEvents } from './sag/sag.events.js';
import { sagDecider } from './sag/sag.js';
import { sagsskridt } from './sag/sagsskridt.js';
import { SagEntity } from './sager/sager.entity.js';
import { sagerProjection } from './sager/sager.projection.js';
import { underretningEvents } from './underretning/underretning.events.js';
import { underretningDecider } from './underretning/underretning.js';
import { underretningsskridt } from './underretning/vejledning.js';
import { UnderretningEntity } from './underretninger/underretninger.entity.js';
import { underretningerProjection } from './underretninger/underretninger.projection.js';

export { kraevAfgoerelse, traefAfgoerelse, type NyAfgoerelse } from './afgoerelse/traeffelse.js';
export { type AfgoerelseEvent } from './afgoerelse/afgoerelse.events.js';
export { kraevAfgoerelsesart, type Afgoerelsesart } from './parter/afgoerelsesart.js';
export { sagensParter, sagspersoner, type Sagsperson } from './parter/parter_i_sagen.js';
export { type PartshoeringEvent } from './partshoering/partshoering.events.js';
export { Beslutningsgrundlag, type Plangrundlag, type Undersoegelsesgrundlag } from './buu_sag/beslutningsgrundlag.js';
export { type BuuSagEvent } from './buu_sag/buu_sag.events.js';
export { type FormandsafgoerelseEvent } from './formandsafgoerelse/formandsafgoerelse.events.js';
export { type KlageEvent } from './klage/klage.events.js';
export { aabnEnkeltsag, afslutEnkeltsag, kraevAabenSag, noterIndsatsstatus } from './sag/enkeltsag.js';
export { sagDecider } from './sag/sag.js';
export { type BegyndtSag, type EnkeltsagArt, type Sag } from './sag/tilstand.js';
export { type SagEvent } from './sag/sag.events.js';
export { underretningDecider } from './underretning/underretning.js';
export { type Underretning } from './underretning/tilstand.js';
export { type UnderretningEvent } from './underretning/underretning.events.js';

/** What the context brings to the platform; the deadline view is added where the law packs are known. */
export const sagsstyringRegistration: ContextRegistration = {
  name: 'sagsstyring',
  events: [
    ...underretningEvents,
    ...sagEvents,
    ...barnEvents,
    ...partshoeringEvents,
    ...afgoerelseEvents,
    ...buuSagEvents,
    ...formandsafgoerelseEvents,
    ...klageEvents,
    ...mellemkommunalEvents,
    ...anbringelsesanmodningEvents,
  ],
  projections: [underretningerProjection, sagerProjection, delforloebProjection],
  entities: [UnderretningEntity, SagEntity, DelforloebEntity],
  guidance: [
    {
      kind: partshoeringDecider.kind,
      steps: (events, iDag) => partshoeringsskridt(fold(partshoeringDecider, events), iDag),
    },
    { kind: afgoerelseDecider.kind, steps: (events) => afgoerelsesskridt(fold(afgoerelseDecider, events)) },
    {
      kind: mellemkommunalDecider.kind,
      steps: (events) => mellemkommunaleSkridt(fold(mellemkommunalDecider, events)),
    },
    {
      kind: anbringelsesanmodningDecider.kind,
      steps: (events) => anmodningsskridt(fold(anbringelsesanmodningDecider, events)),
    },
    { kind: klageDecider.kind, steps: (events) => klageskridt(fold(klageDecider, events)) },
    { kind: buuSagDecider.kind, steps: (events) => buuSagsskridt(fold(buuSagDecider, events)) },
    {
      kind: formandsafgoerelseDecider.kind,
      steps: (events, iDag) => formandsskridt(fold(formandsafgoerelseDecider, events), iDag),
    },
    { kind: sagDecider.kind, steps: (events) => sagsskridt(fold(sagDecider, events)) },
    {
      kind: underretningDecider.kind,
      steps: (events, iDag) => underretningsskridt(fold(underretningDecider, events), iDag),
    },
  ],
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
  return 1 + Number.parseInt(lov.version.slice(0, 7), 16);
}
