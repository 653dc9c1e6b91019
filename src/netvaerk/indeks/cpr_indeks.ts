import { Type } from '@sinclair/typebox';
import { Afvist } from '../../faelles/afvist.js';
import { Id } from '../../faelles/felter.js';
import { type Decider } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';

export const CprTilknyttet = declareEvent({
  type: 'netvaerk.CprTilknyttet',
  version: 1,
  beskrivelse: 'Indeks: CPR-nummeret, hvis nøglede aftryk er strømmens id, hører til personen.',
  schema: Type.Object({ personId: Id }),
  sealed: {},
  category: 'person',
  legalBasis: { begge: 'databeskyttelsesloven § 11' },
  journal: () => ({ overskrift: 'CPR-nummer tilknyttet', tekst: 'Personen kan nu findes på sit CPR-nummer.' }),
});

export const CprFrigivet = declareEvent({
  type: 'netvaerk.CprFrigivet',
  version: 1,
  beskrivelse: 'Indeks: CPR-nummeret var registreret ved en fejl, er erstattet af et andet, eller personen er slettet.',
  schema: Type.Object({ personId: Id }),
  sealed: {},
  category: 'person',
  legalBasis: { begge: 'databeskyttelsesforordningen art. 16' },
  journal: () => ({
    overskrift: 'CPR-nummer frigivet',
    tekst: 'Personen kan ikke længere findes på det gamle CPR-nummer.',
  }),
});

export const cprIndeksEvents = [CprTilknyttet, CprFrigivet] as const;
type CprIndeksEvent = EventOf<(typeof cprIndeksEvents)[number]>;

export interface CprIndeks {
  readonly personId: string | null;
}

type CprIndeksKommando =
  | { readonly type: 'TilknytCpr'; readonly personId: string }
  | { readonly type: 'FrigivCpr'; readonly personId: string };

/** One stream per number: two who register the same number at the same time meet here, and only one wins. */
export const cprIndeksDecider: Decider<CprIndeksKommando, CprIndeksEvent, CprIndeks> = {
  kind: 'netvaerk.cpr',
  initial: { personId: null },
  decide(command, state) {
    switch (command.type) {
      case 'TilknytCpr':
        if (state.personId !== null) {
          throw new Afvist(
            'cpr-i-brug',
            `CPR-nummeret er allerede registreret (person ${state.personId}). Slå personen op i stedet.`,
            { status: 409, felt: 'cpr' },
          );
        }
        return [event(CprTilknyttet, { personId: command.personId })];
      case 'FrigivCpr':
        return state.personId === command.personId ? [event(CprFrigivet, { personId: command.personId })] : [];
    }
  },
  evolve(_state, e) {
    return { personId: e.type === 'netvaerk.CprTilknyttet' ? e.data.personId : null };
  },
};
