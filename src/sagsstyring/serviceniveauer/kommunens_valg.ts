import { type Fristparametre } from '../../faelles/frist.js';
import { type Kommunevalg } from '../../faelles/lov/fristregler.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { harValgt, type Niveau, niveauPaa, parametrePaa, serviceniveauStroem } from './kommunevalg.js';
import { serviceniveauDecider } from './serviceniveauer.js';

/** What the municipality has chosen on a date where the law is open, so that a date given in an answer is that of the deadline view. */
export async function kommunensValg(session: CommandSession, kommune: number, dato: string): Promise<Fristparametre> {
  const { state } = await session.state(serviceniveauDecider, serviceniveauStroem(kommune));
  return parametrePaa(state, dato);
}

/** The municipality's own level for a rule on a date; undefined when it has decided none. */
export async function kommunensNiveau(
  session: CommandSession,
  kommune: number,
  regel: string,
  dato: string,
): Promise<Pick<Niveau, 'maengde' | 'enhed'> | undefined> {
  const { state } = await session.state(serviceniveauDecider, serviceniveauStroem(kommune));
  return niveauPaa(state, regel, dato);
}

/**
 * How a letter's days are counted: the municipality's number and its choice of hverdage. The deadline for complaints runs
 * from the day they give, so without a choice the later day, from Monday to Friday, is the safe one for the citizen.
 */
export async function valgForBreve(
  session: CommandSession,
  kommune: number,
  regel: string,
  dato: string,
): Promise<Kommunevalg> {
  const { state } = await session.state(serviceniveauDecider, serviceniveauStroem(kommune));
  const parametre = parametrePaa(state, dato);
  return {
    parametre: harValgt(state, dato) ? parametre : { ...parametre, hverdagsprofil: 'man-fre' },
    niveau: niveauPaa(state, regel, dato),
  };
}
