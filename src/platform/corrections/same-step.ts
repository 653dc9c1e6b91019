import { lokalDato } from '../../faelles/lokal_dato.js';
import { type EventDeclaration } from '../eventstore/event-declaration.js';
import { type EventStore, type StoredEvent } from '../eventstore/event-store.js';

/** So far to each side the events of one command are looked for; the largest writes about twenty. */
const NABOER = 100;

/** All that one command wrote: side by side in the log, at the same instant, for the same request. */
export async function samletSkridt(
  store: EventStore,
  kommune: number,
  haendelse: StoredEvent,
): Promise<readonly StoredEvent[]> {
  const fra = Math.max(0, haendelse.position - NABOER - 1);
  const naboer = await store.read(kommune, fra, 2 * NABOER + 1);
  const hoererSammen = (e: StoredEvent): boolean =>
    e.registreret === haendelse.registreret && e.meta.korrelation === haendelse.meta.korrelation;
  const her = naboer.findIndex(({ position }) => position === haendelse.position);
  let [foerst, sidst] = [her, her];
  for (let nr = her - 1; nr >= 0; nr -= 1) {
    const nabo = naboer[nr];
    if (nabo === undefined || !hoererSammen(nabo)) break;
    foerst = nr;
  }
  for (let nr = her + 1; nr < naboer.length; nr += 1) {
    const nabo = naboer[nr];
    if (nabo === undefined || !hoererSammen(nabo)) break;
    sidst = nr;
  }
  return naboer.slice(foerst, sidst + 1);
}

/** One day of one event. */
export interface Dagen {
  readonly type: string;
  readonly streamId: string;
  readonly version: number;
  readonly felt: string;
}

/** The day itself first, and then the same day where the same step wrote it elsewhere. */
export function omdatering(
  skridt: readonly StoredEvent[],
  haendelse: StoredEvent,
  felt: string,
  erklaeringer: ReadonlyMap<string, EventDeclaration>,
): readonly Dagen[] {
  const gammel = haendelse.data[felt];
  const selv = { type: haendelse.type, streamId: haendelse.streamId, version: haendelse.version, felt };
  if (erklaeringer.get(haendelse.type)?.retbar?.[felt]?.alene === true) return [selv];
  const andre = skridt.flatMap(({ type, streamId, version, position, data }) =>
    Object.entries(erklaeringer.get(type)?.retbar ?? {}).flatMap(([navn, { alene }]) => {
      const dag = data[navn];
      // An event's other days are others, also when they were the same: which is meant was said.
      const enAnden = position === haendelse.position || alene === true;
      const sammeDag = typeof dag === 'string' && typeof gammel === 'string' && lokalDato(dag) === lokalDato(gammel);
      return enAnden || !sammeDag || dag.length !== gammel.length ? [] : [{ type, streamId, version, felt: navn }];
    }),
  );
  return [selv, ...andre];
}
