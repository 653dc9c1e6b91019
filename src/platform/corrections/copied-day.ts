import { type CommandSession } from '../commands/command.js';
import { type DomainEvent } from '../eventstore/event-declaration.js';
import { type Dagen } from './same-step.js';

/** A day that a later step took from another's event: nobody wrote it, so it is right only when what it was taken from is. */
export interface Afskrift {
  readonly af: Kilde;
  readonly i: Kilde;
  /** The id that both name. */
  readonly noegle: string;
  /** Which streams may have taken it, as the stream that it was taken from says. */
  readonly stroemme: (events: readonly DomainEvent[]) => readonly string[];
}

interface Kilde {
  readonly type: string;
  readonly felt: string;
}

/** The days that were taken from those given. */
export async function afskrevne(
  session: CommandSession,
  dage: readonly Dagen[],
  afskrifter: readonly Afskrift[],
): Promise<readonly Dagen[]> {
  const fundne: Dagen[] = [];
  for (const { type, felt, streamId, version } of dage) {
    for (const { af, i, noegle, stroemme } of afskrifter) {
      if (af.type !== type || af.felt !== felt) continue;
      const { events } = await session.stream(streamId);
      const id = events[version - 1]?.data[noegle];
      for (const hos of stroemme(events)) {
        (await session.stream(hos)).events.forEach((e, nr) => {
          if (e.type === i.type && e.data[noegle] === id) fundne.push({ ...i, streamId: hos, version: nr + 1 });
        });
      }
    }
  }
  return fundne;
}
