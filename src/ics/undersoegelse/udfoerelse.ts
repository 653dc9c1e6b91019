import { Afvist } from '../../faelles/afvist.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { type CommandGateway } from '../../platform/http/gateways.js';
import { ikkeFundet, ugyldig } from '../../platform/http/problem.js';
import { underretningDecider } from '../../sagsstyring/sagsstyring.public.js';
import { type UndersoegelseKommando } from './kommandoer.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import { undersoegelseDecider } from './undersoegelse.js';

/** The investigation, for commands that build on it; not found when there is none. */
export async function kraevUndersoegelse(session: CommandSession, bfuId: string): Promise<BegyndtUndersoegelse> {
  const { state } = await session.state(undersoegelseDecider, bfuId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('undersoegelse', bfuId);
  return state;
}

/** One command on one investigation; its version is the answer's ETag. The case cannot be closed while it runs, so it is not asked. */
export function udfoerPaaUndersoegelse(
  kommandoer: CommandGateway,
  request: RequestContext,
  bfuId: string,
  kommando:
    UndersoegelseKommando | ((session: CommandSession) => UndersoegelseKommando | Promise<UndersoegelseKommando>),
  svar: Readonly<Record<string, unknown>> | (() => Readonly<Record<string, unknown>>) = {},
): Promise<CommandResult> {
  return kommandoer.execute(request, {
    context: 'ics',
    etagStream: () => bfuId,
    handle: async (session) => {
      const given = typeof kommando === 'function' ? await kommando(session) : kommando;
      await session.decide(undersoegelseDecider, bfuId, given, { mustExist: true });
      return { bfuId, ...(typeof svar === 'function' ? svar() : svar) };
    },
  });
}

/** The notification must be about the case's child. */
export async function kraevUnderretningOm(
  session: CommandSession,
  underretningId: string,
  barnId: string,
): Promise<void> {
  const { state } = await session.state(underretningDecider, underretningId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('underretning', underretningId);
  if (state.barnId !== barnId) {
    throw new Afvist('andet-barn', 'Underretningen handler om et andet barn end sagen.', { felt: 'underretningId' });
  }
}

/** A field that another field makes necessary. */
export function kraevFelt(felt: string, vaerdi: string | undefined, besked: string): string {
  if (vaerdi === undefined) throw ugyldig('felt-mangler', besked, { felt, sti: `/${felt}`, kode: 'mangler', besked });
  return vaerdi;
}
