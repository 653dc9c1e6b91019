import { type CommandSession } from '../platform/commands/command.js';
import { ikkeFundet } from '../platform/http/problem.js';
import { type ContextRegistration } from '../platform/registry.js';
import { cprIndeksEvents } from './indeks/cpr_indeks.js';
import { UfoedtTilknyttet } from './indeks/ufoedt_indeks.js';
import { personEvents } from './person/person.events.js';
import { personDecider, type KendtPerson } from './person/person.js';
import { personerProjection } from './personer/personer.projection.js';
import { RelationEntity } from './personer/personer.entity.js';

export { registrerEllerFindPerson, registrerEllerFindUfoedt, type FundetPerson } from './person/registrering.js';
export {
  erBeskyttet,
  personDecider,
  type KendtPerson,
  type Person,
  type Personart,
  type Personoplysninger,
} from './person/person.js';
export { noterSletning } from './person/sletning.js';
export { type Slettegrund } from './person/person.js';
export { type PersonEvent } from './person/person.events.js';

/** The person, for commands of other contexts; not found when there is none. */
export async function kraevPerson(session: CommandSession, personId: string): Promise<KendtPerson> {
  const { state } = await session.state(personDecider, personId);
  if (state.fase === 'ukendt') throw ikkeFundet('person', personId);
  return state;
}

/** What the context brings to the platform. */
export const netvaerkRegistration: ContextRegistration = {
  name: 'netvaerk',
  events: [...personEvents, ...cprIndeksEvents, UfoedtTilknyttet],
  projections: [personerProjection],
  entities: [RelationEntity],
};
