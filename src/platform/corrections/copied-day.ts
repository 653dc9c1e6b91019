import { type CommandSession } from '../commands/command.js';
import { type DomainEvent } from '../eventstore/event-declaration.js';
import { type Dagen } from './same-step.js';

/** A day that a later step took from another's event: nobody wrote it, so it is right only when what it was taken from is. */
export interface Afskrift {
  readonly af: Kilde;
  readonly i: Kilde;
  /** Which streams may have taken it, as the stream that it was taken from leads to them. */
  readonly stroemme: (session: CommandSession, events: readonly DomainEvent[]) => Promise<readonly string[]>;
}

interface Kilde {
  readonly type: string;
  readonly felt: string;
  /** The field of the id that both name. */
  readonly noegle: string;
}

/** The days that were taken from those given; of an instant, its local day. */
export async function afskrevne(
  session: CommandSession,
  dage: readonly Dagen[],
  afskrifter: readonly Afskrift[],
): Promise<readonly Dagen[]> {
  const fundne: Dagen[] = [];
  for (const { type, felt, streamId, version } of dage) {
    for (const { af, i, stroemme } of afskrifter) {
      if (af.type !== type || af.felt !== felt) continue;
      const { events } = await session.stream(streamId);
      const kilde = events[version - 1]?.data ?? {};
      if (kilde[af.noegle] === undefined) continue;
      for (const hos of await stroemme(session, events)) {
        (await session.stream(hos)).events.forEach((e, nr) => {
          if (e.type !== i.type || e.data[i.noegle] !== kilde[af.noegle]) return;
          const foelger = laengde(e.data[i.felt]) < laengde(kilde[felt]) ? ({ foelger: true } as const) : {};
          fundne.push({ type: i.type, felt: i.felt, streamId: hos, version: nr + 1, ...foelger });
        });
      }
    }
  }
  return fundne;
}

const laengde = (dag: unknown): number => (typeof dag === 'string' ? dag.length : 0);
