import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { erDatorettelse, rettetPaaPlads } from '../../src/platform/corrections/date-correction.js';
import { type ClearEvent, type StoredEvent } from '../../src/platform/eventstore/event-store.js';
import { type Row } from '../../src/platform/projection/projection.js';
import { InMemoryTables } from '../../src/platform/projection/testing/in-memory-tables.js';
import { REBILD, type TestApi } from '../../src/platform/testing/api.js';
import { svarKendtVed } from './kendt_foer.js';

/** So many events of a kind are put right each time, by the first of these that is possible. */
const AF_SLAGSEN = 2;
const SAMTIDIGE = 8;
const FLYTNINGER = [1, -1, 3, -4] as const;

const kontekster = boundedContexts(indlaesLovpakke());
const erklaeringer = new Map(kontekster.flatMap(({ events }) => events.map((e) => [e.type, e] as const)));

/** The kinds of days that a user can put right: the type of the event and the field. */
const RETBARE: readonly string[] = [...erklaeringer.values()].flatMap(({ type, retbar = {} }) =>
  Object.entries(retbar).flatMap(([felt, { kunSammen }]) => (kunSammen === true ? [] : [`${type} ${felt}`])),
);

function flyttet(dag: string, dage: number): string {
  if (dag.length === 10) return Temporal.PlainDate.from(dag).add({ days: dage }).toString();
  return Temporal.Instant.from(dag)
    .toZonedDateTimeISO('Europe/Copenhagen')
    .add({ days: dage })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

async function helt<E>(laes: (efter: number) => Promise<readonly E[]>): Promise<readonly E[]> {
  const log: E[] = [];
  for (let side = await laes(0); side.length > 0; side = await laes(log.length)) log.push(...side);
  return log;
}

/** The days that can be put right, by kind and field. */
function retbare(log: readonly StoredEvent[]): ReadonlyMap<string, readonly (readonly [StoredEvent, string])[]> {
  const kendte = new Set(RETBARE);
  const fundne = new Map<string, readonly (readonly [StoredEvent, string])[]>();
  for (const e of log)
    for (const felt of Object.keys(e.data)) {
      const slags = `${e.type} ${felt}`;
      if (kendte.has(slags) && typeof e.data[felt] === 'string')
        fundne.set(slags, [...(fundne.get(slags) ?? []), [e, felt]]);
    }
  return fundne;
}

/** What was recorded, had the right days been recorded from the start. */
function fraStarten(log: readonly ClearEvent[], aabnet: readonly StoredEvent[]): readonly ClearEvent[] {
  const stroemme = new Map<string, StoredEvent[]>();
  for (const e of aabnet) stroemme.set(e.streamId, [...(stroemme.get(e.streamId) ?? []), e]);
  const rettet = new Map(
    [...stroemme.values()].flatMap((stroem) => rettetPaaPlads(stroem)).map((e) => [e.position, e.data] as const),
  );
  return log
    .filter((e) => !erDatorettelse(e))
    .map(({ tenant, position, streamId, version, type, registreret, sealed, meta, data }) => ({
      ...{ tenant, position, streamId, version, type, registreret, sealed, meta },
      data: Object.fromEntries(Object.keys(data).map((felt) => [felt, rettet.get(position)?.[felt]])),
    }));
}

/** That a day was put right, when and what was said before, is told by these; all else is as if it had never been wrong. */
const OM_RETTELSEN = /position$|^beregnet_af$/;
const UDENFOR = new Set([
  // Who puts a day right has written something, too.
  'rapportering.ledelsestilsyn.bruger',
  ...['journalark.journal.linje', 'sagsstyring.frister.beregning', 'sagsstyring.frister.slutrettelse'],
  ...['rapportering.noegletal.sagt_foer', 'rapportering.l201.sagt_foer', 'rapportering.ledelsestilsyn.sagt_foer'],
]);

function vist(raekker: readonly Row[]): readonly string[] {
  return (
    raekker
      // Deadlines that there are not, and activity that is known not to have been.
      .filter((r) => r['forfald'] !== null && (r['rettet_position'] ?? null) === null)
      .map((r) =>
        JSON.stringify(
          Object.entries(r)
            .filter(([k, v]) => !OM_RETTELSEN.test(k) && v !== null)
            .sort(),
        ),
      )
      .sort()
  );
}

/**
 * Days of a log are put right through the API: what was answered before can be answered again, and every read model, the
 * deadlines too, is what it would have been, had the right days been recorded from the start.
 */
export class Rettelsesproeve {
  /** Kind of day -> how many of them have been put right. */
  readonly rettet = new Map<string, number>();

  constructor(
    private readonly api: TestApi,
    /** Days that figures are asked for, and the instant that deadlines are. */
    private readonly tider: { readonly dage: readonly string[]; readonly nu: string },
  ) {}

  /** The whole log, opened. */
  log(): Promise<readonly StoredEvent[]> {
    return helt((efter) => this.api.store.read(REBILD, efter, 1000));
  }

  /** Moves one day; answers the status. */
  async ret([{ position, data }, felt]: readonly [StoredEvent, string], dage: number, token: string): Promise<number> {
    const ny = flyttet(String(data[felt]), dage);
    const svar = await this.api.app.inject({
      method: 'POST',
      url: '/v1/datorettelser',
      headers: {
        authorization: token,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
        prefer: 'respond-async',
      },
      payload: JSON.stringify({
        ...{ position, felt, begrundelse: 'Referatet viser det.' },
        [ny.length === 10 ? 'dato' : 'tidspunkt']: ny,
      }),
    });
    return svar.statusCode;
  }

  /** Moves a few days of every kind that there is in the log; each is put right, or refused by a rule. */
  async retNogle(token: string): Promise<void> {
    const alle = [...retbare(await this.log())];
    // Some at the same time, as users do: one by one they took half a minute.
    await Promise.all(
      Array.from({ length: SAMTIDIGE }, async (_, nr) => {
        for (let i = nr; i < alle.length; i += SAMTIDIGE) {
          const [slags, dage] = alle[i] ?? ['', []];
          for (const dag of dage.slice(-AF_SLAGSEN)) await this.flyt(slags, dag, token);
        }
      }),
    );
  }

  private async flyt(slags: string, dag: readonly [StoredEvent, string], token: string): Promise<void> {
    for (const flytning of FLYTNINGER) {
      const status = await this.ret(dag, flytning, token);
      expect([slags, status]).toEqual([slags, status < 300 ? status : status === 409 ? 409 : 422]);
      if (status >= 300) continue;
      this.rettet.set(slags, (this.rettet.get(slags) ?? 0) + 1);
      return;
    }
  }

  /** What is known now; call what it gives later, and it is asked again as known now. */
  async kendt(): Promise<() => Promise<void>> {
    await this.fremme();
    const position = await this.api.store.head(REBILD);
    const svaret = await svarKendtVed(this.api, this.tider, position);
    return async () => {
      await this.fremme();
      expect(await svarKendtVed(this.api, this.tider, position)).toEqual(svaret);
    };
  }

  /** None has stopped at a correction. */
  private async fremme(): Promise<void> {
    expect(await this.api.platform.projections?.caughtUp(30_000)).toBe(true);
  }

  async somFraStarten(): Promise<void> {
    await this.fremme();
    const log = await helt((efter) => this.api.store.readClear(REBILD, efter, 1000));
    const rigtig = fraStarten(log, await this.log());
    for (const projection of kontekster.flatMap(({ projections }) => projections)) {
      const [rettede, ventede] = [new InMemoryTables(projection, log), new InMemoryTables(projection, rigtig)];
      for (const { name } of projection.tables) {
        const tabel = `${projection.name}.${name}`;
        if (!UDENFOR.has(tabel)) expect([tabel, vist(rettede.all(name))]).toEqual([tabel, vist(ventede.all(name))]);
      }
    }
  }
}
