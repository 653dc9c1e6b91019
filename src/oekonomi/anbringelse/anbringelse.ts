import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { beslut, type BeslutAnbringelse } from './beslutning.js';
import { gang, type Gangkommando } from './gang.js';
import { type AnbringelseEvent } from './haendelser.js';
import { hjemgivelse, type Hjemgivelseskommando } from './hjemgivelse.js';
import { ret, type Anbringelsesrettelse } from './rettelse.js';
import { vurderSoeskende, type VurderSoeskende } from './soeskende.js';
import { evolve, type Anbringelse } from './tilstand.js';
import { tilsyn, type Tilsynskommando } from './tilsyn.js';
import { voksenliv, type Voksenlivskommando } from './voksenliv.js';

export type AnbringelseKommando =
  | BeslutAnbringelse
  | VurderSoeskende
  | Gangkommando
  | Tilsynskommando
  | Hjemgivelseskommando
  | Voksenlivskommando
  | Anbringelsesrettelse;

function decide(
  command: AnbringelseKommando,
  state: Anbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  if (command.type === 'BeslutAnbringelse') {
    if (state.fase !== 'findes-ikke')
      throw new Afvist('anbringelse-findes', 'Anbringelsen er allerede besluttet.', { status: 409 });
    return beslut(command, context);
  }
  if (state.fase === 'findes-ikke') throw new Afvist('anbringelse-findes-ikke', 'Anbringelsen findes ikke.');
  switch (command.type) {
    case 'AfholdTilsyn':
    case 'UnderretSocialtilsyn':
      return tilsyn(command, state, context);
    case 'AnmodHjemgivelse':
    case 'IndhentHjemgivelsesudtalelse':
    case 'AfgoerHjemgivelse':
    case 'OrienterUdvalg':
    case 'HjemgivBarn':
      return hjemgivelse(command, state, context);
    case 'RetAnbringelsesivaerksaettelse':
    case 'RetAlder':
      return ret(command, state, context);
    case 'BeslutPermanent':
    case 'AfgoerUngestoette':
      return voksenliv(command, state, context);
    case 'VurderSoeskende':
      return vurderSoeskende(command, state, context);
    case 'IvaerksaetAnbringelse':
    case 'SkiftAnbringelsessted':
    case 'TilbydStoetteperson':
    case 'LavForaeldrehandleplan':
    case 'UdleverPlandele':
    case 'BortfaldAnbringelsessamtykke':
    case 'SkiftGrundlag':
    case 'OphoerAnbringelse':
      return gang(command, state, context);
  }
}

/** A placement outside the home, from the decision until the child is home or of age. */
export const anbringelseDecider: Decider<AnbringelseKommando, AnbringelseEvent, Anbringelse> = {
  kind: 'oekonomi.anbringelse',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
