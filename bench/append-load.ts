import { randomUUID } from 'node:crypto';
import { type EventOf } from '../src/platform/eventstore/event-declaration.js';
import { type UnderretningModtaget } from '../src/sagsstyring/underretning/underretning.events.js';
import { type WriterResult } from './insert-writers.js';

export interface AppendInput {
  readonly url: string;
  readonly writers: number;
  /** Until the code is warm; not counted. */
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** A stream gets so many events, one commit each, before the writer goes on to a new one. */
const STREAM_LENGTH = 10;

/** The same event for both stores. */
export function receivedEvent(barnId: string, underretningId: string): EventOf<typeof UnderretningModtaget> {
  return {
    type: 'sagsstyring.UnderretningModtaget',
    data: {
      underretningId,
      barnId,
      modtaget: '2026-11-23T09:15:00+01:00',
      form: 'telefonisk',
      anonym: false,
      kendtAfsender: true,
      ufoedt: false,
      underretterKode: '2',
      aarsagKoder: ['UDSLAG14'],
      fagperson: true,
      overgreb: false,
      overgrebFraForaeldre: false,
      aeresrelateret: false,
      igangvaerendeIndsats: false,
      regime: 'BL',
      underretterId: barnId,
      underretterNavn: 'Inga Lærer',
      underretterKontakt: 'inga@skole.example',
      beskrivelse: 'Barnet møder ofte uden madpakke og virker træt.',
    },
  };
}

/** So many writers, each with one append in flight to a stream of its own; every append expects the version it knows. */
export async function appendLoad(
  { writers, warmUpSeconds, seconds }: Pick<AppendInput, 'writers' | 'warmUpSeconds' | 'seconds'>,
  append: (streamId: string, version: number, event: ReturnType<typeof receivedEvent>) => Promise<void>,
): Promise<WriterResult> {
  const cpuBefore = process.cpuUsage();
  const begin = performance.now() + warmUpSeconds * 1000;
  const end = begin + seconds * 1000;
  let counted = 0;
  let done = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() < end) {
        const streamId = randomUUID();
        const event = receivedEvent(randomUUID(), streamId);
        for (let version = 0; version < STREAM_LENGTH && performance.now() < end; version += 1) {
          const counts = performance.now() >= begin;
          await append(streamId, version, event);
          done += 1;
          if (counts) counted += 1;
        }
      }
    }),
  );
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    answers: done,
    perSecond: (counted * 1000) / (performance.now() - begin),
    cpuMs: (user + system) / 1000 / done,
  };
}
