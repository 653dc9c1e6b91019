import { forfaldEfter } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { retAfledt } from '../../platform/corrections/correct-date.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { kraevAfgoerelse } from '../afgoerelse/traeffelse.js';
import { kommunensValg } from '../serviceniveauer/kommunens_valg.js';
import { aabnEnkeltsag, afslutEnkeltsag } from '../sag/enkeltsag.js';
import { EnkeltsagAabnet } from '../sag/sag.events.js';
import { KlageModtaget, KlagemodtagelseRettet } from './klage.events.js';
import { klageDecider, type KlageKommando, type NyAfgoerelse } from './klage.js';
import { type Genvurderingsudfald, type ModtagetKlage } from './tilstand.js';

async function kraevKlage(session: CommandSession, id: string): Promise<ModtagetKlage> {
  const { state } = await session.state(klageDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('klage', id);
  return state;
}

/** Receives a complaint of a decision; whether it came in time and from a party follows from the decision. */
export async function modtagKlage(
  session: CommandSession,
  lov: Lovpakke,
  kommune: number,
  afgoerelseId: string,
  klage: { readonly klagerId: string; readonly modtaget: string; readonly indhold: string },
): Promise<{ readonly klageId: string; readonly forSent: boolean; readonly klagefrist: string | null }> {
  const a = await kraevAfgoerelse(session, afgoerelseId);
  await kraevPerson(session, klage.klagerId);
  const meddelelse = a.meddelelser.find((m) => m.personId === klage.klagerId);
  const klagefrist = await klagefristFor(session, lov, kommune, meddelelse?.modtaget);
  const klageId = session.context.nytId();
  const state = await session.decide(
    klageDecider,
    klageId,
    {
      type: 'ModtagKlage',
      ...klage,
      ...{ klageId, sagId: a.sagId, barnId: a.barnId, afgoerelseId, afgoerelseDato: a.dato },
      ...{ afgoerelseKode: a.afgoerelseKode, afgoerelsesnavn: a.afgoerelsesnavn, hjemmel: a.hjemmel, organ: a.organ },
      regime: lov.regime(klage.modtaget),
      klagerErPart: a.parter.some((part) => part.personId === klage.klagerId),
      opsaettendeVirkning: a.opsaettendeVirkning,
      ...(meddelelse === undefined ? {} : { meddelelseId: meddelelse.meddelelseId }),
      ...(klagefrist === undefined ? {} : { klagefrist }),
    },
    { expected: 0 },
  );
  await aabnEnkeltsag(session, a.sagId, { enkeltsagId: klageId, art: 'klage', aabnet: klage.modtaget });
  return { klageId, forSent: state.fase !== 'findes-ikke' && state.forSent, klagefrist: klagefrist ?? null };
}

/** The complaint came on another day than was recorded; its deadline is counted from what is known of the notice now. */
export async function retKlagemodtagelse(
  session: CommandSession,
  lov: Lovpakke,
  kommune: number,
  id: string,
  { dato: modtaget, begrundelse }: { readonly dato: string; readonly begrundelse: string },
): Promise<void> {
  const { afgoerelseId, meddelelseId } = await kraevKlage(session, id);
  const a = await kraevAfgoerelse(session, afgoerelseId);
  const meddelelse = a.meddelelser.find((m) => m.meddelelseId === meddelelseId);
  const klagefrist = await klagefristFor(session, lov, kommune, meddelelse?.modtaget);
  await session.decide(klageDecider, id, {
    type: 'RetKlagemodtagelse',
    ...{ modtaget, begrundelse, afgoerelseDato: a.dato, regime: lov.regime(modtaget) },
    ...(klagefrist === undefined ? {} : { klagefrist }),
  });
}

/**
 * The party got the decision on another day than was recorded: whether the complaints that rest on it came in time is
 * counted anew, also of those that are closed, which the case no longer lists.
 */
export async function retKlagefrister(
  session: CommandSession,
  lov: Lovpakke,
  kommune: number,
  meddelelse: { readonly sagId: string; readonly meddelelseId: string; readonly modtaget: string },
  begrundelse: string,
): Promise<void> {
  const sagen = await session.stream(meddelelse.sagId);
  const klager = sagen.events.flatMap(({ type, data }) =>
    type === EnkeltsagAabnet.type && data['art'] === 'klage' ? [String(data['enkeltsagId'])] : [],
  );
  const klagefrist = await klagefristFor(session, lov, kommune, meddelelse.modtaget);
  for (const klageId of klager) {
    const k = await kraevKlage(session, klageId);
    if (k.meddelelseId !== meddelelse.meddelelseId || klagefrist === undefined) continue;
    const { kind, events } = await session.stream(klageId);
    const rettelser = retAfledt(
      events,
      [KlageModtaget, KlagemodtagelseRettet],
      { klagefrist, forSent: k.modtaget > klagefrist },
      { rettet: session.context.nu, begrundelse },
    );
    if (rettelser.length > 0) session.write({ streamId: klageId, kind, expected: events.length, events: rettelser });
  }
}

// Absent: the complainant has not been told of the decision with guidance, so no deadline has run.
async function klagefristFor(
  session: CommandSession,
  lov: Lovpakke,
  kommune: number,
  modtaget: string | undefined,
): Promise<string | undefined> {
  if (modtaget === undefined) return undefined;
  return forfaldEfter(lov, 'klagefrist', modtaget, { valg: await kommunensValg(session, kommune, modtaget) });
}

/** Decides on the complaint, and ends its enkeltsag when that ends it. */
export async function behandlKlage(session: CommandSession, id: string, kommando: KlageKommando): Promise<void> {
  const foer = await kraevKlage(session, id);
  const efter = await session.decide(klageDecider, id, kommando);
  if (efter.fase === 'afsluttet' && efter.afsluttet !== null) {
    await afslutEnkeltsag(session, foer.sagId, { enkeltsagId: id, afsluttet: efter.afsluttet.dato });
  }
}

async function ny(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  afgoerelseId: string | undefined,
): Promise<{ readonly ny?: NyAfgoerelse }> {
  if (afgoerelseId === undefined) return {};
  const [k, a] = await Promise.all([kraevKlage(session, id), kraevAfgoerelse(session, afgoerelseId)]);
  const sammeSlags = a.afgoerelseKode === k.afgoerelseKode;
  // A kind with a route of its own is given there and does not say what it replaces: the next of the kind is the new one.
  const egenRute = lov.kode('afgoerelser', a.afgoerelseKode, a.dato)?.egenRute !== undefined;
  return {
    ny: {
      ...{ afgoerelseId, dato: a.dato, sammeSag: a.sagId === k.sagId, sammeSlags },
      erstatter: a.erstatterId === k.afgoerelseId || (sammeSlags && egenRute),
    },
  };
}

export async function genvurderKlage(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  krop: {
    readonly dato: string;
    readonly udfald: Genvurderingsudfald;
    readonly begrundelse: string;
    readonly nyAfgoerelseId?: string;
  },
): Promise<void> {
  const { nyAfgoerelseId, ...resten } = krop;
  await kraevKlage(session, id);
  await behandlKlage(session, id, {
    type: 'GenvurderKlage',
    ...resten,
    ...(await ny(session, lov, id, nyAfgoerelseId)),
  });
}

export async function gennemfoerUdfald(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  krop: {
    readonly dato: string;
    readonly beskrivelse: string;
    readonly nyAfgoerelseId?: string;
    readonly udenNyAfgoerelse?: string;
  },
): Promise<void> {
  const { nyAfgoerelseId, ...resten } = krop;
  await kraevKlage(session, id);
  await behandlKlage(session, id, {
    type: 'GennemfoerUdfald',
    ...resten,
    ...(await ny(session, lov, id, nyAfgoerelseId)),
  });
}
