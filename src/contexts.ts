import { brugerstyringRegistration } from './brugerstyring/brugerstyring.public.js';
import { kraevKendteHaendelser } from './faelles/lov/haendelseskontrol.js';
import { type Lovpakke } from './faelles/lov/lovpakke.js';
import { icsRegistration, udenSamtykkeISagen } from './ics/ics.public.js';
import { journalarkRegistration } from './journalark/journalark.public.js';
import { netvaerkRegistration } from './netvaerk/netvaerk.public.js';
import { hjemmeSenest, intetHvilerPaa, oekonomiRegistration } from './oekonomi/oekonomi.public.js';
import { type ContextRegistration } from './platform/registry.js';
import { rapporteringRegistration } from './rapportering/rapportering.public.js';
import { sagsstyringUnder } from './sagsstyring/sagsstyring.public.js';

/**
 * All bounded contexts, lowest first: what they declare to the platform. What follows the law is made from the law packs;
 * a pack that names an event or a field that no context has is refused.
 * Their Nest modules are in `app.module.ts`.
 */
export function boundedContexts(lov: Lovpakke): readonly ContextRegistration[] {
  const writing: readonly ContextRegistration[] = [
    brugerstyringRegistration,
    netvaerkRegistration,
    sagsstyringUnder(lov, { udenSamtykkeIGang: udenSamtykkeISagen, intetHvilerPaa, hjemmeSenest }),
    icsRegistration(lov),
    oekonomiRegistration(lov),
    rapporteringRegistration(lov),
  ];
  kraevKendteHaendelser(
    lov,
    writing.flatMap((context) => context.events),
  );
  return [...writing, journalarkRegistration(writing.flatMap((context) => context.events))];
}
