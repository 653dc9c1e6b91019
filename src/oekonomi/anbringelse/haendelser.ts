import { type EventOf } from '../../platform/eventstore/event-declaration.js';
import {
  AnbringelseBesluttet,
  AnbringelseIvaerksat,
  AnbringelseOphoert,
  AnbringelsesalderRettet,
  AnbringelsesivaerksaettelseRettet,
  AnbringelsesgrundlagSkiftet,
  AnbringelsessamtykkeBortfaldet,
  AnbringelsesstedSkiftet,
  ForaeldrehandleplanLavet,
  PlandeleUdleveret,
  StoettepersonTilbudt,
} from './anbringelse.events.js';
import {
  HjemgivelseAfgjort,
  HjemgivelseAnmodet,
  HjemgivelsesudtalelseIndhentet,
  UdvalgOrienteret,
} from './hjemgivelse.events.js';
import { SoeskendeVurderet } from './soeskende.events.js';
import { SocialtilsynUnderrettet, TilsynsbesoegAfholdt } from './tilsyn.events.js';
import { PermanentAnbringelseBesluttet, UngestoetteAfgjort } from './voksenliv.events.js';

/** Everything that happens to a placement. */
export const anbringelseEvents = [
  AnbringelseBesluttet,
  AnbringelseIvaerksat,
  AnbringelsesivaerksaettelseRettet,
  AnbringelsesalderRettet,
  AnbringelsesstedSkiftet,
  StoettepersonTilbudt,
  ForaeldrehandleplanLavet,
  PlandeleUdleveret,
  SoeskendeVurderet,
  TilsynsbesoegAfholdt,
  SocialtilsynUnderrettet,
  AnbringelsessamtykkeBortfaldet,
  AnbringelsesgrundlagSkiftet,
  HjemgivelseAnmodet,
  HjemgivelsesudtalelseIndhentet,
  HjemgivelseAfgjort,
  UdvalgOrienteret,
  PermanentAnbringelseBesluttet,
  UngestoetteAfgjort,
  AnbringelseOphoert,
] as const;
export type AnbringelseEvent = EventOf<(typeof anbringelseEvents)[number]>;
