import { type Skridt } from '../../faelles/skridt.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type Fratraadt, sagDecider } from '../sag/sag.js';

/**
 * An open case with one who has left, and nobody asked to take it over: however it came there, a child must not be without a
 * caseworker in silence. A handover that waits is a step of its own, and becomes the leader's when nobody answers.
 */
export function hosFratraadt(stroemme: readonly (readonly StoredEvent[])[], fratraadte: Fratraadt): readonly Skridt[] {
  const stroem = stroemme.find(([foerste]) => foerste?.kind === sagDecider.kind);
  if (stroem === undefined) return [];
  const sag = fold(sagDecider, stroem);
  if (sag.fase !== 'aaben' || sag.sagsbehandler === null || sag.overdragelse !== null) return [];
  const sidsteDag = fratraadte.get(sag.sagsbehandler);
  if (sidsteDag === undefined) return [];
  return [
    {
      kode: 'sag-fratraedelse',
      art: 'skal',
      tekst: 'Find en anden, der kan overtage sagen',
      hvorfor: `${sag.sagsbehandler} er fratrådt (sidste dag ${sidsteDag}) og står stadig som sagsbehandler; ingen er spurgt`,
      hjemmel: 'offentlighedsloven § 13',
      enkeltsagId: sag.sagId,
    },
  ];
}
