import { Afvist } from '../../faelles/afvist.js';
import { alder } from '../../faelles/alder.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type KendtPerson, kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { type Barnangivelse } from '../barn/barnangivelse.js';
import { manglerRisikovurdering } from '../barn/risikovurdering.js';
import { kraevFormandsafgoerelse } from '../formandsafgoerelse/formandsafgoerelse_forloeb.js';
import { type GyldigeKoder, type UnderretningKommando } from './kommandoer.js';
import { type Akuthandling } from './tilstand.js';
import { kraevUnderretning, modtagUnderretning } from './underretning_forloeb.js';
import { underretningDecider } from './underretning.js';

/** The age from which the young person is told too. */
const UNG = 15;

/** Records what was done; a provisional decision must be about the same child. */
export async function registrerAkutHandling(
  session: CommandSession,
  id: string,
  handling: {
    readonly handlet: string;
    readonly handletAf: string;
    readonly handling: Akuthandling;
    readonly formandsafgoerelseId?: string;
    readonly beskrivelse: string;
  },
): Promise<void> {
  const u = await kraevUnderretning(session, id);
  if (handling.formandsafgoerelseId !== undefined) {
    const f = await kraevFormandsafgoerelse(session, handling.formandsafgoerelseId);
    if (f.barnId !== u.barnId) {
      throw new Afvist('andet-barn', 'Den foreløbige afgørelse handler om et andet barn.', {
        felt: 'formandsafgoerelseId',
      });
    }
  }
  await session.decide(underretningDecider, id, { type: 'HandlAkut', ...handling });
}

/** Those who have custody on the day, and the young person from 15 years. */
function medRetTilAtVide(barn: KendtPerson, dato: string): readonly string[] {
  const foedt = barn.oplysninger.foedselsdato;
  const ung = foedt !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(foedt) && alder(foedt, dato) >= UNG;
  const myndighed = Object.values(barn.relationer).filter(
    (r) => r.foraeldremyndighed && r.gaelderFra <= dato && (r.ophoertDato === null || r.ophoertDato >= dato),
  );
  return [...new Set([...myndighed.map((r) => r.personId), ...(ung ? [barn.personId] : [])])];
}

/** Tells one person of the notification; whether that person may be told follows from custody and age on the day. */
export async function orienter(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  orientering: { readonly personId: string; readonly dato: string; readonly maade: string },
): Promise<void> {
  const { barnId } = await kraevUnderretning(session, id);
  const barn = await kraevPerson(session, barnId);
  const { personId, dato } = orientering;
  const barnet = personId === barnId;
  const skalOplyses = medRetTilAtVide(barn, dato);
  const risikovurderingMangler = await manglerRisikovurdering(session, barnId, lov.regime(dato));
  const kommando: UnderretningKommando = {
    ...{ type: 'OrienterForaelder', ...orientering, barnet, skalOplyses, risikovurderingMangler },
    maaOplyses: skalOplyses.includes(personId),
  };
  await session.decide(underretningDecider, id, kommando);
}

export interface Soeskendeangivelse {
  readonly barn: Barnangivelse;
  readonly beskrivelse?: string;
  readonly aarsagKoder?: readonly string[];
  readonly overgreb?: boolean;
  readonly overgrebFraForaeldre?: boolean;
}

/** The same contact about further children: a notification for each, with what was said, in one commit. */
export async function underretOmSoeskende(
  session: CommandSession,
  blindIndex: BlindIndex,
  kommune: number,
  id: string,
  boern: readonly Soeskendeangivelse[],
  gyldigeKoder: (dag: string) => GyldigeKoder,
): Promise<readonly { readonly underretningId: string; readonly barnId: string }[]> {
  const u = await kraevUnderretning(session, id);
  const henvendelseId = u.henvendelseId ?? session.context.nytId();
  const { form, underretterKode, underretterNavn, underretterKontakt, aarsagKoder, beskrivelse } = u.modtagelse;
  const nye: { readonly underretningId: string; readonly barnId: string }[] = [];
  for (const soeskende of boern) {
    const { underretningId, barnId } = await modtagUnderretning(session, blindIndex, kommune, {
      ...{ form, henvendelseId, underretterKode, modtaget: u.modtaget, anonym: u.anonym, fagperson: u.fagperson },
      ...(underretterNavn === undefined ? {} : { underretterNavn }),
      ...(underretterKontakt === undefined ? {} : { underretterKontakt }),
      ...{ regime: u.regime, aeresrelateret: u.aeresrelateret, barn: soeskende.barn },
      aarsagKoder: soeskende.aarsagKoder ?? aarsagKoder,
      beskrivelse: soeskende.beskrivelse ?? beskrivelse,
      overgreb: soeskende.overgreb ?? false,
      overgrebFraForaeldre: soeskende.overgrebFraForaeldre ?? false,
      gyldigeKoder: gyldigeKoder(lokalDato(u.modtaget)),
    });
    await session.decide(underretningDecider, id, {
      ...{ type: 'TilknytSoeskende', henvendelseId, soeskendeId: barnId },
      ...{ soeskendeUnderretningId: underretningId, dato: session.context.iDag },
    });
    nye.push({ underretningId, barnId });
  }
  return nye;
}
