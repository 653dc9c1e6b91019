import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type RevisionssagVisning, type RevisionssvarVisning, visSpoergsmaal } from './sagsrevision.dto.js';
import { type SagsrevisionEvent } from './sagsrevision.events.js';
import { type BegyndtRevision, ubesvarede } from './sagsrevision.js';
import { findSpoergsmaal } from './spoergsmaal.js';
import { type Stikproeve } from './stikproeve.query.js';

/** Each case with its answers as they stand: what the log answered, and what people answered since, with who and why. */
export function visRevisionssager(revision: BegyndtRevision, stroem: readonly StoredEvent[]): RevisionssagVisning[] {
  const svar = new Map<string, Map<string, RevisionssvarVisning>>();
  const saet = (sagId: string, et: RevisionssvarVisning): void => {
    const egne = svar.get(sagId) ?? new Map<string, RevisionssvarVisning>();
    svar.set(sagId, egne.set(et.spoergsmaalId, et));
  };
  for (const stored of stroem) {
    // The stream's kind says that it holds what the audit's declarations make.
    const e = stored as unknown as SagsrevisionEvent;
    if (e.type === 'rapportering.SagBesvaretAfSystemet')
      for (const { spoergsmaalId, vaerdi, forklaring } of e.data.svar)
        saet(e.data.sagId, { spoergsmaalId, vaerdi, kilde: 'system', tekst: forklaring, af: null });
    if (e.type === 'rapportering.SagBesvaretAfPerson') {
      const { sagId, spoergsmaalId, vaerdi, bemaerkning } = e.data;
      saet(sagId, { spoergsmaalId, vaerdi, kilde: 'person', tekst: bemaerkning ?? null, af: stored.meta.aktoer });
    }
  }
  return revision.sager.map((sag) => ({
    ...{ sagId: sag.sagId, barnId: sag.barnId, svar: [...(svar.get(sag.sagId)?.values() ?? [])] },
    ubesvarede: ubesvarede(sag.svar).flatMap((id) => {
      const spoergsmaal = findSpoergsmaal(id);
      return spoergsmaal === undefined ? [] : [visSpoergsmaal(spoergsmaal)];
    }),
  }));
}

/** Compares the sample that was stored with the one that the same rule, seed and position give now. */
export function sammenlignStikproever(
  stroem: readonly StoredEvent[],
  revision: BegyndtRevision,
  nu: Stikproeve,
): { readonly sammeSager: boolean; readonly sammeSvar: boolean; readonly forskelle: string[] } {
  const da = new Map<string, string>();
  for (const e of stroem as unknown as readonly SagsrevisionEvent[])
    if (e.type === 'rapportering.SagBesvaretAfSystemet') da.set(e.data.sagId, noegle(e.data.svar));
  const igen = new Map(nu.sager.map(({ sagId, svar }) => [sagId, noegle(svar)]));
  const raekkefoelge = revision.sager.map(({ sagId }) => sagId).join();
  return {
    sammeSager: raekkefoelge === nu.sager.map(({ sagId }) => sagId).join(),
    sammeSvar: [...da].every(([sagId, svar]) => !igen.has(sagId) || igen.get(sagId) === svar),
    forskelle: [...new Set([...da.keys(), ...igen.keys()])].filter((sagId) => da.get(sagId) !== igen.get(sagId)),
  };
}

function noegle(svar: readonly { readonly spoergsmaalId: string; readonly vaerdi: string }[]): string {
  return svar.map(({ spoergsmaalId, vaerdi }) => `${spoergsmaalId}=${vaerdi}`).join();
}
