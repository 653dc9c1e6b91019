import { brugerstyringRegistration } from './brugerstyring/brugerstyring.public.js';
import { type Lovpakke } from './faelles/lov/lovpakke.js';
import { type ContextRegistration } from './platform/registry.js';

/**
 * All bounded contexts, lowest first: what they declare to the platform. What follows the law is made from the law packs.
 * Their Nest modules are in `app.module.ts`.
 */
export function boundedContexts(_lov: Lovpakke): readonly ContextRegistration[] {
  const writing: readonly ContextRegistration[] = [
    brugerstyringRegistration,
  ];
  return writing;
}
