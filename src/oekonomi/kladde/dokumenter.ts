import { fold } from '../../platform/commands/decider.js';
import { type DraftDocument, type DraftLog } from '../../platform/drafts/draft-document.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { anbringelseDecider } from '../anbringelse/anbringelse.js';
import { indsatsDecider } from '../indsats/indsats.js';
import { opfoelgningspladser } from '../indsatser/opfoelgninger.query.js';

/** The follow-ups lie in streams of their own, or in the plan's. */
async function opfoelgninger(log: DraftLog, [foerste]: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  return foerste === undefined ? [] : log.at(await opfoelgningspladser(log, log.tenant, foerste.streamId));
}

const opfoelgning: Pick<DraftDocument, 'steps' | 'finishedBy' | 'elsewhere'> = {
  steps: ['opfoelgning'],
  finishedBy: { 'ics.OpfoelgningAfholdt': [{ step: 'opfoelgning' }] },
  elsewhere: opfoelgninger,
};

/** The follow-up on a measure as it is being written, with or without a plan (SEL § 70, BL § 95). */
export const indsatskladde: DraftDocument = {
  ...opfoelgning,
  kind: indsatsDecider.kind,
  closed: (events) => {
    const { fase } = fold(indsatsDecider, events);
    return fase === 'ivaerksat' ? undefined : `Der følges op på en indsats, der er i gang; den er ${FASE[fase]}.`;
  },
};

/** The follow-up on a placement as it is being written, with or without a plan. */
export const anbringelseskladde: DraftDocument = {
  ...opfoelgning,
  kind: anbringelseDecider.kind,
  closed: (events) => {
    const { fase } = fold(anbringelseDecider, events);
    return fase === 'ivaerksat' ? undefined : `Der følges op på en anbringelse, der er i gang; den er ${FASE[fase]}.`;
  },
};

const FASE = {
  'findes-ikke': 'ikke afgjort',
  bevilget: 'bevilget',
  besluttet: 'afgjort',
  ivaerksat: 'i gang',
  ophoert: 'ophørt',
} as const;
