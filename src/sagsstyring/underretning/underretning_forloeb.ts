import { lokalDato } from '../../faelles/lokal_dato.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { barnDecider, barnetsStroem, type Barnesager } from '../barn/barn.js';
import { findBarn, type Barnangivelse } from '../barn/barnangivelse.js';
import { aabnEnkeltsag, afslutEnkeltsag } from '../sag/enkeltsag.js';
import { indsatsIGang, type BegyndtSag } from '../sag/tilstand.js';
import { sagDecider } from '../sag/sag.js';
import { underretningDecider } from './underretning.js';
import { type ModtagetUnderretning } from './tilstand.js';
import { type UnderretningKommando } from './kommandoer.js';

type Modtag = Extract<UnderretningKommando, { type: 'ModtagUnderretning' }>;
type Screen = Extract<UnderretningKommando, { type: 'Screen' }>;
type Genvurdering = Extract<UnderretningKommando, { type: 'ForetagGenvurdering' }>;
type Luk = Extract<UnderretningKommando, { type: 'Videresend' | 'Annuller' }>;

/** What the caller says; ids, the case and whether a measure runs are found here. */
export type Modtagelse = Omit<
  Modtag,
  | 'type'
  | 'underretningId'
  | 'barnId'
  | 'sagId'
  | 'ufoedt'
  | 'igangvaerendeIndsats'
  | 'underretterId'
  | 'kendteSoeskende'
> & { readonly barn: Barnangivelse };

async function sager(session: CommandSession, ids: readonly string[]): Promise<readonly BegyndtSag[]> {
  const fundne = await Promise.all(ids.map((id) => session.state(sagDecider, id)));
  return fundne.flatMap(({ state }) => (state.fase === 'findes-ikke' ? [] : [state]));
}

async function harIndsats(session: CommandSession, sagsIder: readonly string[], dag: string): Promise<boolean> {
  return (await sager(session, sagsIder)).some((sag) => indsatsIGang(sag, dag));
}

/** Corrects the time of receipt; whether a measure ran is a fact of the log on the corrected day. */
export async function retModtagelse(
  session: CommandSession,
  underretningId: string,
  rettelse: Omit<Extract<UnderretningKommando, { type: 'RetModtagelse' }>, 'type' | 'igangvaerendeIndsats'>,
): Promise<void> {
  const u = await kraevUnderretning(session, underretningId);
  const { state: barn } = await session.state(barnDecider, barnetsStroem(u.barnId));
  const igangvaerendeIndsats = await harIndsats(session, barn.sager, lokalDato(rettelse.modtaget));
  await session.decide(underretningDecider, underretningId, {
    type: 'RetModtagelse',
    ...rettelse,
    igangvaerendeIndsats,
  });
}

async function soeskende(session: CommandSession, barnId: string, dag: string): Promise<readonly string[]> {
  const barn = await kraevPerson(session, barnId);
  const relationer = Object.values(barn.relationer).filter(
    (r) => r.art === 'soeskende' && r.gaelderFra <= dag && (r.ophoertDato === null || r.ophoertDato >= dag),
  );
  return [...new Set(relationer.map((r) => r.personId))];
}

/** Receives the notification, on one child, and ties it to the child's open case in the same commit. */
export async function modtagUnderretning(
  session: CommandSession,
  blindIndex: BlindIndex,
  kommune: number,
  modtagelse: Modtagelse,
): Promise<{ readonly underretningId: string; readonly barnId: string; readonly sagId: string | null }> {
  const { barn: angivet, ...resten } = modtagelse;
  const modtagetDag = lokalDato(modtagelse.modtaget);
  const { personId: barnId, ny, ufoedt } = await findBarn(session, blindIndex, kommune, angivet, modtagetDag);
  const stroem = barnetsStroem(barnId);
  const barn: Barnesager = ny ? barnDecider.initial : (await session.state(barnDecider, stroem)).state;
  const igangvaerendeIndsats = await harIndsats(session, barn.sager, modtagetDag);
  const sagId = barn.aabneSager.social ?? barn.aabneSager.handicap;
  const kendteSoeskende = ny ? [] : await soeskende(session, barnId, modtagetDag);
  const underretningId = session.context.nytId();
  await session.decide(
    underretningDecider,
    underretningId,
    {
      type: 'ModtagUnderretning',
      underretningId,
      barnId,
      ...resten,
      ufoedt,
      igangvaerendeIndsats,
      underretterId: session.context.nytId(),
      ...(kendteSoeskende.length === 0 ? {} : { kendteSoeskende }),
      ...(sagId === undefined ? {} : { sagId }),
    },
    { expected: 0 },
  );
  await session.decide(
    barnDecider,
    stroem,
    { type: 'KnytUnderretning', barnId, underretningId },
    ny ? { expected: 0 } : {},
  );
  if (sagId !== undefined)
    await aabnEnkeltsag(session, sagId, { enkeltsagId: underretningId, art: 'afklaring', aabnet: modtagetDag });
  return { underretningId, barnId, sagId: sagId ?? null };
}

export async function kraevUnderretning(session: CommandSession, id: string): Promise<ModtagetUnderretning> {
  const { state } = await session.state(underretningDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('underretning', id);
  return state;
}

/**
 * Re-assesses with somebody new. Who is not new is a fact of the log: all who have had one of the child's cases or
 * assessed one of the notifications about the child.
 */
export async function genvurder(
  session: CommandSession,
  id: string,
  vurdering: Omit<Genvurdering, 'type' | 'tidligereDeltagere'>,
): Promise<void> {
  const u = await kraevUnderretning(session, id);
  const { state: barn } = await session.state(barnDecider, barnetsStroem(u.barnId));
  const [barnetsSager, underretninger] = await Promise.all([
    sager(session, barn.sager),
    Promise.all(barn.underretninger.map((andenId) => session.state(underretningDecider, andenId))),
  ]);
  const tidligereDeltagere = [
    ...barnetsSager.flatMap((sag) => sag.behandlere),
    ...underretninger.flatMap(({ state }) => (state.fase === 'findes-ikke' ? [] : state.vurderere)),
  ];
  await session.decide(underretningDecider, id, { type: 'ForetagGenvurdering', ...vurdering, tidligereDeltagere });
}

/** Screens and, when the track leads on, opens or finds the case in the same commit. */
export async function screen(
  session: CommandSession,
  id: string,
  screening: Omit<Screen, 'type' | 'sagId'>,
): Promise<{ readonly sagId: string | null }> {
  const u = await kraevUnderretning(session, id);
  const stroem = barnetsStroem(u.barnId);
  const dag = lokalDato(screening.screenet);
  const { state: barn } = await session.state(barnDecider, stroem);
  if (screening.spor === 'ingen-indsats') {
    await session.decide(underretningDecider, id, { type: 'Screen', ...screening });
    await afslutForBarnet(session, u, dag);
    return { sagId: u.sagId };
  }
  const omraade = screening.spor === 'handicap' ? 'handicap' : 'social';
  const fundet = barn.aabneSager[omraade];
  const sagId = fundet ?? session.context.nytId();
  // The notification decides first: a refusal must be about what the caseworker did, not about the case.
  await session.decide(underretningDecider, id, { type: 'Screen', ...screening, sagId });
  if (fundet === undefined) {
    await session.decide(sagDecider, sagId, {
      type: 'OpretSag',
      sagId,
      barnId: u.barnId,
      omraade,
      oprettet: dag,
      grund: 'underretning',
      underretningId: id,
    });
    await session.decide(barnDecider, stroem, { type: 'KnytSag', barnId: u.barnId, sagId, omraade });
  }
  if (sagId !== u.sagId) {
    await aabnEnkeltsag(session, sagId, { enkeltsagId: id, art: 'afklaring', aabnet: lokalDato(u.modtaget) });
    await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: dag });
  }
  await afslutForBarnet(session, u, dag);
  return { sagId };
}

/** Forwards or annuls; the notification no longer stands open on the child. */
export async function lukUdenScreening(session: CommandSession, id: string, kommando: Luk): Promise<void> {
  const u = await kraevUnderretning(session, id);
  await session.decide(underretningDecider, id, kommando);
  await afslutForBarnet(
    session,
    u,
    lokalDato(kommando.type === 'Videresend' ? kommando.videresendt : kommando.annulleret),
  );
}

async function afslutForBarnet(session: CommandSession, u: ModtagetUnderretning, afsluttet: string): Promise<void> {
  await session.decide(barnDecider, barnetsStroem(u.barnId), {
    type: 'AfslutUnderretning',
    barnId: u.barnId,
    underretningId: u.underretningId,
  });
  if (u.sagId !== null) await afslutEnkeltsag(session, u.sagId, { enkeltsagId: u.underretningId, afsluttet });
}
