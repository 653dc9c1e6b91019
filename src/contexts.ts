import { brugerstyringRegistration } from './brugerstyring/brugerstyring.public.js';
import { type Lovpakke } from './faelles/lov/lovpakke.js';
import { planEvents } from './ics/plan/plan.events.js';
import { undersoegelseEvents } from './ics/undersoegelse/undersoegelse.events.js';
import { journalarkRegistration } from './journalark/journalark.public.js';
import { netvaerkRegistration } from './netvaerk/netvaerk.public.js';
import { indsatsEvents } from './oekonomi/indsats/indsats.events.js';
import { type ContextRegistration } from './platform/registry.js';
import { rapporteringRegistration } from './rapportering/rapportering.public.js';
import { sagsstyringUnder } from './sagsstyring/sagsstyring.public.js';

/**
 * All bounded contexts, lowest first: what they declare to the platform. What follows the law is made from the law packs.
 * Their Nest modules are in `app.module.ts`.
 */
export function boundedContexts(lov: Lovpakke): readonly ContextRegistration[] {
  const writing: readonly ContextRegistration[] = [
    brugerstyringRegistration,
    netvaerkRegistration,
    sagsstyringUnder(lov),
    { name: 'ics', events: [...undersoegelseEvents, ...planEvents], projections: [] },
    { name: 'oekonomi', events: [...indsatsEvents], projections: [] },
    rapporteringRegistration(lov),
  ];
  return [...writing, journalarkRegistration(writing.flatMap((context) => context.events))];
}
