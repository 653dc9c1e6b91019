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
  /** A day that follows an instant: it is the instant's local day. */
  readonly foelger?: true;
}

type Erklaeringer = ReadonlyMap<string, EventDeclaration>;

/** The day something happened, one that it tells of, or one that stands for itself. */
function slagsDag(erklaeringer: Erklaeringer, type: string, felt: string): 'dagen' | 'oplysning' | 'alene' {
  const retbar = erklaeringer.get(type)?.retbar?.[felt];
  if (retbar?.alene === true) return 'alene';
  return retbar?.oplysning === true || retbar?.planlagt === true ? 'oplysning' : 'dagen';
}

/** The day itself first, and then the same day where the same step wrote it elsewhere. */
export function omdatering(
  skridt: readonly StoredEvent[],
  haendelse: StoredEvent,
  felt: string,
  erklaeringer: Erklaeringer,
): readonly Dagen[] {
  const gammel = haendelse.data[felt];
  const selv = { type: haendelse.type, streamId: haendelse.streamId, version: haendelse.version, felt };
  const slags = slagsDag(erklaeringer, haendelse.type, felt);
  if (slags === 'alene') return [selv];
  const andre = samme(skridt, haendelse, felt, erklaeringer).flatMap(({ e, navn, dag }): readonly Dagen[] => {
    const { type, streamId, version } = e;
    const med = slagsDag(erklaeringer, type, navn) === slags && (slags === 'dagen' || navn === felt);
    if (!med || typeof gammel !== 'string' || dag.length > gammel.length) return [];
    return [{ type, streamId, version, felt: navn, ...(dag.length < gammel.length ? { foelger: true as const } : {}) }];
  });
  return [selv, ...andre];
}

/** What a day follows: an instant that the same step recorded. It is the instant that must be put right. */
export function foelgerTidspunkt(
  skridt: readonly StoredEvent[],
  haendelse: StoredEvent,
  felt: string,
  erklaeringer: Erklaeringer,
): StoredEvent | undefined {
  const gammel = haendelse.data[felt];
  if (typeof gammel !== 'string' || slagsDag(erklaeringer, haendelse.type, felt) !== 'dagen') return undefined;
  return samme(skridt, haendelse, felt, erklaeringer).find(
    ({ e, navn, dag }) =>
      dag.length > gammel.length &&
      slagsDag(erklaeringer, e.type, navn) === 'dagen' &&
      erklaeringer.get(e.type)?.retbar?.[navn]?.kunSammen !== true,
  )?.e;
}

/** The fields of the step's other events that say the same local day. An event's own other days are others, also when they were the same: which is meant was said. */
function samme(
  skridt: readonly StoredEvent[],
  haendelse: StoredEvent,
  felt: string,
  erklaeringer: Erklaeringer,
): readonly { readonly e: StoredEvent; readonly navn: string; readonly dag: string }[] {
  const gammel = haendelse.data[felt];
  return skridt
    .filter(({ position }) => position !== haendelse.position)
    .flatMap((e) =>
      Object.keys(erklaeringer.get(e.type)?.retbar ?? {}).flatMap((navn) => {
        const dag = e.data[navn];
        const ens = typeof dag === 'string' && typeof gammel === 'string' && lokalDato(dag) === lokalDato(gammel);
        return ens ? [{ e, navn, dag }] : [];
      }),
    );
}
