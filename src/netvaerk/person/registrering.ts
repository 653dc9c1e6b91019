import { Temporal } from 'temporal-polyfill';
import { type CommandSession } from '../../platform/commands/command.js';
import { type BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { cprIndeksDecider } from '../indeks/cpr_indeks.js';
import { ufoedtIndeksDecider, ufoedtStroem } from '../indeks/ufoedt_indeks.js';
import { personDecider, type Personart, type Personoplysninger } from './person.js';

export interface FundetPerson {
  readonly personId: string;
  /** True when this command registered the person. */
  readonly ny: boolean;
}

/** Finds the person with the CPR number, or registers one in the same commit. Without a number there is nobody to find. */
export async function registrerEllerFindPerson(
  session: CommandSession,
  blindIndex: BlindIndex,
  person: { readonly kommune: number; readonly art: Personart } & Personoplysninger,
): Promise<FundetPerson> {
  const { kommune, ...registrering } = person;
  if (person.cpr !== undefined) {
    const { state } = await session.state(cprIndeksDecider, blindIndex.streamIdFor(kommune, person.cpr));
    if (state.personId !== null) return { personId: state.personId, ny: false };
  }
  return { personId: await registrerPerson(session, blindIndex, kommune, registrering), ny: true };
}

/** Registers a person; refused when the number is somebody's already. */
export async function registrerPerson(
  session: CommandSession,
  blindIndex: BlindIndex,
  kommune: number,
  person: { readonly art: Personart } & Personoplysninger,
): Promise<string> {
  const personId = session.context.nytId();
  if (person.cpr !== undefined) {
    await session.decide(cprIndeksDecider, blindIndex.streamIdFor(kommune, person.cpr), {
      type: 'TilknytCpr',
      personId,
    });
  }
  await session.decide(personDecider, personId, { type: 'RegistrerPerson', personId, ...person }, { expected: 0 });
  return personId;
}

/** Corrects a person and, when the number changes, moves the index with it. */
export async function retPerson(
  session: CommandSession,
  blindIndex: BlindIndex,
  kommune: number,
  personId: string,
  rettelse: { readonly art?: Personart; readonly aarsag: string } & Personoplysninger,
): Promise<void> {
  const { state: foer } = await session.state(personDecider, personId);
  await session.decide(personDecider, personId, { type: 'RetPerson', ...rettelse }, { mustExist: true });
  const gammelt = foer.fase === 'kendt' ? foer.oplysninger.cpr : undefined;
  if (rettelse.cpr === undefined || rettelse.cpr === gammelt) return;
  if (gammelt !== undefined) {
    await session.decide(cprIndeksDecider, blindIndex.streamIdFor(kommune, gammelt), { type: 'FrigivCpr', personId });
  }
  await session.decide(cprIndeksDecider, blindIndex.streamIdFor(kommune, rettelse.cpr), {
    type: 'TilknytCpr',
    personId,
  });
}

// Two due dates further apart than this are two pregnancies: no term is corrected by so much.
const SAMME_GRAVIDITET_DAGE = 60;

function sammeGraviditet(kendt: string | undefined, oplyst: string | undefined): boolean {
  if (kendt === undefined || oplyst === undefined) return true;
  // A destroyed key leaves no date to compare with; then it is not known to be the same.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(kendt)) return false;
  return Math.abs(Temporal.PlainDate.from(kendt).until(oplyst, { largestUnit: 'day' }).days) <= SAMME_GRAVIDITET_DAGE;
}

/** Finds the child that the mother expects, or registers it, with the mother, in the same commit. */
export async function registrerEllerFindUfoedt(
  session: CommandSession,
  blindIndex: BlindIndex,
  graviditet: {
    readonly kommune: number;
    readonly morsCpr?: string;
    readonly morsNavn?: string;
    readonly termin?: string;
  },
): Promise<FundetPerson> {
  const { kommune, morsCpr, morsNavn, termin } = graviditet;
  const mor = await registrerEllerFindPerson(session, blindIndex, {
    kommune,
    art: 'voksen',
    ...(morsCpr === undefined ? {} : { cpr: morsCpr }),
    ...(morsNavn === undefined ? {} : { navn: morsNavn }),
  });
  if (!mor.ny) {
    const { state: indeks } = await session.state(ufoedtIndeksDecider, ufoedtStroem(mor.personId));
    if (indeks.barnId !== null) {
      const { state: barn } = await session.state(personDecider, indeks.barnId);
      if (barn.fase === 'kendt' && barn.art === 'ufoedt' && sammeGraviditet(barn.oplysninger.termin, termin))
        return { personId: indeks.barnId, ny: false };
    }
  }
  const barnId = await registrerPerson(session, blindIndex, kommune, {
    art: 'ufoedt',
    ...(termin === undefined ? {} : { termin }),
  });
  await session.decide(ufoedtIndeksDecider, ufoedtStroem(mor.personId), {
    type: 'TilknytUfoedt',
    morId: mor.personId,
    barnId,
  });
  await session.decide(personDecider, barnId, {
    type: 'RegistrerRelation',
    relationId: session.context.nytId(),
    personId: mor.personId,
    art: 'mor',
    foraeldremyndighed: false,
    gaelderFra: session.context.iDag,
  });
  return { personId: barnId, ny: true };
}
