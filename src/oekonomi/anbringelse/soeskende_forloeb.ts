import { kraevPerson, type KendtPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  afklarSoeskendeundersoegelse,
  glemSoeskendeundersoegelse,
  kanUndersoeges,
  kraevesUndersoegelse,
  kraevSoeskendeundersoegelse,
} from '../../sagsstyring/sagsstyring.public.js';
import { soeskendeAf, under15 } from '../barnet/barnet.js';
import { anbringelseDecider } from './anbringelse.js';
import { type BeslutAnbringelse } from './beslutning.js';
import { type SoeskendevurderingAnmodning } from './gang.dto.js';
import { kraevAnbringelse } from './opslag.js';
import { kraeverSvar, skalBesvares, type KendtSoeskende } from './soeskende.js';
import { type BesluttetAnbringelse } from './tilstand.js';

/** The brothers and sisters that a decision is made with, and those of them that the law asks nothing about. */
export async function soeskendeVedAfgoerelsen(
  session: CommandSession,
  barn: KendtPerson,
  dato: string,
): Promise<Pick<BeslutAnbringelse, 'soeskende' | 'soeskendeIkkeOmfattet'>> {
  const soeskende = soeskendeAf(barn, dato);
  const soeskendeIkkeOmfattet: string[] = [];
  for (const id of soeskende)
    if (under15(await kraevPerson(session, id), dato) === false) soeskendeIkkeOmfattet.push(id);
  return { soeskende, soeskendeIkkeOmfattet };
}

/** Tells the case of each brother and sister that an investigation must begin, when the placement is decided. */
export async function kraevSoeskendeundersoegelser(session: CommandSession, command: BeslutAnbringelse): Promise<void> {
  const { anbringelseId, soeskende, soeskendeIkkeOmfattet = [] } = command;
  if (!kraeverSvar(command)) return;
  for (const id of soeskende)
    if (!soeskendeIkkeOmfattet.includes(id)) await kraevSoeskendeundersoegelse(session, id, anbringelseId);
}

/** Each brother and sister is answered for, and the case of each is told: an investigation of it begins, or none is demanded. */
export async function vurderSoeskende(
  session: CommandSession,
  anbringelseId: string,
  krop: SoeskendevurderingAnmodning,
): Promise<void> {
  const a = await kraevAnbringelse(session, anbringelseId);
  const { soeskende: svar, ...resten } = krop;
  for (const { personId } of svar) await kraevPerson(session, personId);
  const kendte = await kendteSoeskende(session, a, krop.dato);
  const kraevede: string[] = [];
  for (const { personId } of svar)
    if (await kraevesUndersoegelse(session, personId, anbringelseId)) kraevede.push(personId);
  await session.decide(anbringelseDecider, anbringelseId, {
    ...{ type: 'VurderSoeskende', ...resten, svar, kendte, kraevede },
  });
  if (!kraeverSvar(a)) return;
  for (const { personId, udfald } of svar) {
    if (udfald === 'undersoeges') await kraevSoeskendeundersoegelse(session, personId, anbringelseId);
    else await afklarSoeskendeundersoegelse(session, personId, anbringelseId);
  }
  // One that it was decided with, and that turns out to be no brother or sister under 15, is not asked about any more.
  const spurgt = [...Object.keys(a.soeskendesvar), ...svar.map(({ personId }) => personId), ...skalBesvares(kendte)];
  if (a.fase !== 'ophoert')
    for (const id of a.soeskende)
      if (!spurgt.includes(id)) await afklarSoeskendeundersoegelse(session, id, anbringelseId);
}

async function kendteSoeskende(
  session: CommandSession,
  { anbringelseId, barnId, afgoerelseDato }: BesluttetAnbringelse,
  dato: string,
): Promise<readonly KendtSoeskende[]> {
  const barn = await kraevPerson(session, barnId);
  const paaDagen = soeskendeAf(barn, afgoerelseDato);
  const kendte: KendtSoeskende[] = [];
  for (const personId of new Set([...paaDagen, ...soeskendeAf(barn, dato)])) {
    kendte.push({
      personId,
      paaAfgoerelsesdagen: paaDagen.includes(personId),
      under15: under15(await kraevPerson(session, personId), afgoerelseDato),
      kanUndersoeges: await kanUndersoeges(session, personId, anbringelseId),
    });
  }
  return kendte;
}

/**
 * The placement has ended: where it was not answered, nothing is demanded because of it. What was answered still stands,
 * unless another placement takes its place and demands its own answers.
 */
export async function slipSoeskende(
  session: CommandSession,
  a: BesluttetAnbringelse,
  erstattet: boolean,
): Promise<void> {
  if (!kraeverSvar(a)) return;
  for (const id of new Set([...a.soeskende, ...Object.keys(a.soeskendesvar)])) {
    if (erstattet || a.soeskendesvar[id] === undefined)
      await afklarSoeskendeundersoegelse(session, id, a.anbringelseId);
    else await glemSoeskendeundersoegelse(session, id, a.anbringelseId);
  }
}
