import { plusDage } from '../../faelles/kalender.js';
import { type Partsperson } from '../../faelles/parter/parter.js';
import { type Gyldighed } from '../../faelles/periode.js';
import { type KendtPerson, type Relation, type Relationsart } from './person.js';

/** Somebody who may be a party to a decision about the child: the child, or a person in its network. */
export interface Kredsmedlem {
  readonly personId: string;
  /** What the person is to the child. */
  readonly art: 'barnet' | Relationsart;
  /** As the rules of parties and consent ask. */
  readonly person: Partsperson;
}

const FORAELDRE: readonly Relationsart[] = ['mor', 'far', 'medmor'];

/** The child and its network as the rules of parties ask about them; custody as the dated relations have it. */
export function partskreds(barn: KendtPerson): readonly Kredsmedlem[] {
  const pr = new Map<string, Relation[]>();
  for (const relation of Object.values(barn.relationer)) {
    pr.set(relation.personId, [...(pr.get(relation.personId) ?? []), relation]);
  }
  return [
    { personId: barn.personId, art: 'barnet', person: { rolle: 'barn' } },
    ...[...pr].map(([personId, relationer]) => medlem(personId, relationer)),
  ];
}

function medlem(personId: string, relationer: readonly Relation[]): Kredsmedlem {
  const foraeldremyndighed = relationer.filter((r) => r.foraeldremyndighed).map(periode);
  const foraelder = relationer.find((r) => FORAELDRE.includes(r.art));
  if (foraelder !== undefined) {
    return { personId, art: foraelder.art, person: { rolle: 'foraelder', foraeldremyndighed } };
  }
  const art = relationer[0]?.art ?? 'anden';
  return foraeldremyndighed.length > 0
    ? { personId, art, person: { rolle: 'myndighedsindehaver', foraeldremyndighed } }
    : { personId, art, person: { rolle: 'anden' } };
}

// The day a relation ends is the first day without it: the one that takes over begins on that day.
function periode({ gaelderFra, ophoertDato }: Relation): Gyldighed {
  return { gyldigFra: gaelderFra, ...(ophoertDato === null ? {} : { gyldigTil: plusDage(ophoertDato, -1) }) };
}
