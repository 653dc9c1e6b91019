import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { type AnbringelseEvent } from './anbringelse.events.js';
import { beslut, type BeslutAnbringelse } from './beslutning.js';
import { evolve, type Anbringelse } from './tilstand.js';

export type AnbringelseKommando = BeslutAnbringelse;

function decide(
  command: AnbringelseKommando,
  state: Anbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  if (state.fase !== 'findes-ikke')
    throw new Afvist('anbringelse-findes', 'Anbringelsen er allerede besluttet.', { status: 409 });
  return beslut(command, context);
}

/** A placement outside the home, from the decision until the child is home or of age. */
export const anbringelseDecider: Decider<AnbringelseKommando, AnbringelseEvent, Anbringelse> = {
  kind: 'oekonomi.anbringelse',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
