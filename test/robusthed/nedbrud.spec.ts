import { Client } from 'pg';
import { aabnRevisionsadgang } from '../../src/cli/revisionsadgang.js';
import { genafspil, verificer } from '../../src/cli/revisionskommandoer.js';
import { within } from '../../src/platform/db/server-process.js';
import { REBILD } from '../../src/platform/testing/api.js';
import { Belastning, type Kvittering } from './belastning.js';
import { Instans } from './instans.js';

/**
 * The real product, as processes of its own with durable settings, is killed in the middle of load: the API, the database
 * beneath a running API, and both at once. What a client was promised must be there afterwards, once, and as promised.
 */
const KLIENTER = 6;
const FOER = 30;
const TAALMODIGHED = 300_000;

interface Linje {
  readonly position: number;
  readonly type: string;
  readonly stroem: string;
  readonly version: number;
  readonly korrelation: string;
}

let instans: Instans;
let last: Belastning;
let revisor: string;
let medarbejder: string;
let faellesBarn: string;

beforeAll(async () => {
  instans = await Instans.opret();
  await instans.start();
  revisor = await instans.token('re01');
  medarbejder = await instans.token('alt01');
  faellesBarn = (await post('/underretninger', 'foerste', underretning)).barnId;
  last = new Belastning(instans, medarbejder, faellesBarn);
  last.start(KLIENTER);
}, TAALMODIGHED);
afterAll(() => instans.ryd());

const underretning = {
  barn: { navn: 'Fælles Testesen' },
  modtaget: '2026-11-20T09:15:00+01:00',
  form: 'digital',
  underretter: { anonym: true, kode: '8' },
  aarsagKoder: ['UDSLAG14'],
  beskrivelse: 'Den første.',
};

async function post(sti: string, noegle: string, krop: object): Promise<Kvittering> {
  const svar = await fetch(`${instans.api}/v1${sti}`, {
    method: 'POST',
    headers: { authorization: medarbejder, 'content-type': 'application/json', 'idempotency-key': noegle },
    body: JSON.stringify(krop),
  });
  expect(svar.status).toBe(201);
  return (await svar.json()) as Kvittering;
}

async function get(sti: string, token = medarbejder, position?: number): Promise<string> {
  const svar = await fetch(`${instans.api}/v1${sti}`, {
    headers: { authorization: token, ...(position === undefined ? {} : { haendelsesposition: String(position) }) },
  });
  const tekst = await svar.text();
  expect([sti, svar.status, svar.ok ? '' : tekst]).toEqual([sti, 200, '']);
  return tekst;
}

async function hentLog(): Promise<readonly Linje[]> {
  const tekst = await get('/revision/haendelser', revisor);
  return tekst.split('\n').flatMap((linje) => (linje === '' ? [] : [JSON.parse(linje) as Linje]));
}

/** The log is whole, and each of these is in it once, as it was promised. */
async function kontrollerLoggen(kvitteringer: readonly Kvittering[]): Promise<readonly Linje[]> {
  const log = await hentLog();
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
  expect(JSON.parse(await get('/revision/verifikation', revisor))).toMatchObject({
    hel: true,
    segl: true,
    problemer: [],
  });
  const modtagelser = new Map<string, Linje[]>();
  for (const linje of log.filter(({ type }) => type === 'sagsstyring.UnderretningModtaget')) {
    modtagelser.set(linje.stroem, [...(modtagelser.get(linje.stroem) ?? []), linje]);
  }
  const slut = new Map<string, number>();
  for (const { korrelation, position } of log) slut.set(korrelation, position);
  const fundet = kvitteringer.map(({ underretningId }) => {
    const [forste, ...flere] = modtagelser.get(underretningId) ?? [];
    return {
      underretningId,
      antal: forste === undefined ? 0 : 1 + flere.length,
      version: forste?.version,
      // The position of a command is that of its last event.
      position: slut.get(forste?.korrelation ?? ''),
    };
  });
  expect(fundet).toEqual(
    kvitteringer.map(({ underretningId, version, position }) => ({ underretningId, antal: 1, version, position })),
  );
  return log;
}

test(
  'API-processen dræbes, mens kommandoer er gemt, men ikke besvaret: de gentages og gemmes ikke igen',
  async () => {
    await last.flereKvitteringer(FOER);
    const laas = new Client({ connectionString: instans.postgresUrl });
    await laas.connect();
    // The read model stands still, so an answer is held back between what is stored and what is promised.
    await laas.query('BEGIN; LOCK TABLE lm_sagsstyring_underretninger.underretning IN ACCESS EXCLUSIVE MODE');
    const gemt = async (): Promise<number> => {
      const { rows } = await laas.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM es.event WHERE type = 'sagsstyring.UnderretningModtaget'`,
      );
      return rows[0]?.n ?? 0;
    };
    // One of them is not the load's: the first notification, on the child they share.
    const ubesvaret = async (): Promise<boolean> => (await gemt()) - 1 - last.kvitteringer.length === KLIENTER;
    expect(await within(TAALMODIGHED, ubesvaret)).toBe(true);
    const foer = [...last.kvitteringer];
    await instans.draebApi().draebt;
    await laas.end();
    await instans.start();
    await last.flereKvitteringer(FOER);
    expect(last.afbrudte).toBeGreaterThanOrEqual(KLIENTER);
    const efter = last.kvitteringer.slice(foer.length);
    expect(efter.filter(({ gentaget }) => gentaget)).toHaveLength(KLIENTER);
    await kontrollerLoggen([...last.kvitteringer]);
  },
  TAALMODIGHED,
);

test(
  'Databasen dræbes med alle sine processer under en kørende API: den kommer sig selv, når databasen er der igen',
  async () => {
    const laas = new Client({ connectionString: instans.postgresUrl });
    laas.on('error', () => undefined);
    await laas.connect();
    // Commits pile up behind the municipality's lock, so that some are under way in the database when it dies.
    await laas.query('BEGIN');
    await laas.query('SELECT pg_advisory_xact_lock(7401, $1)', [REBILD]);
    const venter = async (): Promise<boolean> => {
      const { rows } = await laas.query(
        `SELECT FROM pg_stat_activity WHERE application_name = 'boernesag-store' AND wait_event = 'advisory'`,
      );
      return rows.length > 0;
    };
    expect(await within(TAALMODIGHED, venter)).toBe(true);
    const foer = [...last.kvitteringer];
    await instans.draebPostgres().draebt;
    expect(await within(TAALMODIGHED, async () => !(await instans.erKlar()))).toBe(true);
    await instans.startPostgres();
    await last.flereKvitteringer(FOER);
    // A client may have been told to try again: the database was away, or others kept writing about the same child.
    const igen = ['503 /problemer/utilgaengelig', '409 /problemer/samtidig-aendring'];
    expect([...last.problemer].filter((problem) => !igen.includes(problem))).toEqual([]);
    await instans.ventTilKlar();
    await kontrollerLoggen(foer);
    await kontrollerLoggen([...last.kvitteringer]);
  },
  TAALMODIGHED,
);

test(
  'Strømmen går: API og database dræbes i samme øjeblik og startes igen',
  async () => {
    await last.midtI(KLIENTER);
    const kvitteret = [...last.kvitteringer];
    const api = instans.draebApi();
    const database = instans.draebPostgres();
    await Promise.all([api.draebt, database.draebt]);
    await instans.start();
    await last.flereKvitteringer(FOER);
    await last.stop();
    await kontrollerLoggen(kvitteret);
    const log = await kontrollerLoggen(last.kvitteringer);
    // Every command that a client ever began has its answer by now: there is one notification for each and none beside.
    const modtagelser = log.filter(({ type }) => type === 'sagsstyring.UnderretningModtaget');
    expect(modtagelser.length).toBe(last.kvitteringer.length + 1);
    expect(new Set(last.kvitteringer.map(({ noegle }) => noegle)).size).toBe(last.kvitteringer.length);
  },
  TAALMODIGHED,
);

test(
  'Bagefter kan alt læses, som det blev sendt, og samme Idempotency-Key får det første svar igen',
  async () => {
    const ventende = [...last.kvitteringer];
    const klient = async (): Promise<void> => {
      for (let kvittering = ventende.pop(); kvittering !== undefined; kvittering = ventende.pop()) {
        const { underretningId, barnId, krop, version } = kvittering;
        expect(JSON.parse(await get(`/underretninger/${underretningId}`))).toMatchObject({
          ...{ underretningId, barnId, version },
          beskrivelse: krop.beskrivelse,
        });
        expect(await last.send(kvittering)).toEqual({ ...kvittering, gentaget: true });
      }
    };
    await Promise.all(Array.from({ length: KLIENTER }, klient));
  },
  TAALMODIGHED,
);

test(
  'Læsemodellerne er fulgt med: de viser alle underretninger, og de er lig dem, der bygges op igen fra loggen',
  async () => {
    const ids = last.kvitteringer.map(({ underretningId }) => underretningId);
    const hoved = Math.max(...last.kvitteringer.map(({ position }) => position));
    const liste = async (sti: string): Promise<readonly Record<string, unknown>[]> => {
      const poster: Record<string, unknown>[] = [];
      for (let efter: string | null = ''; efter !== null;) {
        const side = JSON.parse(
          await get(`${sti}${efter === '' ? '' : `&efter=${encodeURIComponent(efter)}`}`, medarbejder, hoved),
        ) as { poster: Record<string, unknown>[]; naeste: string | null };
        poster.push(...side.poster);
        efter = side.naeste;
      }
      return poster;
    };
    const vist = (await liste('/underretninger?graense=200')).map((post) => String(post['underretningId']));
    expect(vist.filter((id) => ids.includes(id)).sort()).toEqual([...ids].sort());
    expect(vist).toHaveLength(ids.length + 1);
    const modtagelser = (await liste(`/boern/${faellesBarn}/journal?graense=200`)).filter(
      (linje) => linje['type'] === 'sagsstyring.UnderretningModtaget',
    );
    const omFaelles = last.kvitteringer.filter(({ barnId }) => barnId === faellesBarn);
    expect(modtagelser).toHaveLength(omFaelles.length + 1);
    const tal = JSON.parse(await get('/noegletal?fra=2026-11-01&til=2026-11-30')) as { M03: { ialt: number } };
    expect(tal.M03.ialt).toBe(ids.length + 1);
    const frister = await liste('/frister?graense=200&regel=underretning-akutvurdering');
    expect(frister).toHaveLength(ids.length + 1);

    const linjer: string[] = [];
    const ud = {
      linje: (tekst: string) => Promise.resolve(void linjer.push(tekst)),
      fremdrift: () => undefined,
    };
    const adgang = await aabnRevisionsadgang(instans.omgivelser);
    try {
      expect([await verificer(adgang, [REBILD], ud), linjer]).toEqual([
        true,
        [expect.stringContaining('segl er hele')],
      ]);
      expect([await genafspil(adgang, [REBILD], ud), linjer.filter((l) => l.includes('FORSKEL'))]).toEqual([true, []]);
    } finally {
      await adgang.close();
    }
    expect(await instans.stop()).toBe(0);
    expect(instans.postgresKoerer()).toBe(false);
  },
  TAALMODIGHED,
);
