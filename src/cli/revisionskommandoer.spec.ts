import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from '@sinclair/typebox';
import { Client } from 'pg';
import { Fritekst, Id } from '../faelles/felter.js';
import { createPool, withTenant } from '../platform/db/pool.js';
import { declareEvent, event } from '../platform/eventstore/event-declaration.js';
import { ephemeralKeys } from '../platform/eventstore/sealing/key-file.js';
import { HeadSealer } from '../platform/eventstore/seals.js';
import { type Projection } from '../platform/projection/projection.js';
import { ProjectionRunner } from '../platform/projection/projection-runner.js';
import { createTestDatabase, type TestDatabase } from '../platform/testing/database.js';
import { revisionsadgang, type Revisionsadgang } from './revisionsadgang.js';
import { genafspil, haendelser, verificer } from './revisionskommandoer.js';

const KOMMUNE = 840;
const Skrevet = declareEvent({
  type: 'proeve.Skrevet',
  version: 1,
  beskrivelse: 'Der blev skrevet.',
  schema: Type.Object({ barnId: Id, nummer: Type.Integer(), tekst: Fritekst() }),
  sealed: { barnId: ['tekst'] },
  category: 'notat',
  journal: (data) => ({ overskrift: 'Skrevet', tekst: data.tekst }),
  legalBasis: {},
});
const visning: Projection = {
  name: 'proeve.skrevet',
  version: 1,
  contexts: ['proeve'],
  events: ['proeve.Skrevet'],
  tables: [
    {
      name: 'linje',
      columns: { position: { type: 'bigint' }, barn_id: { type: 'uuid' }, nummer: { type: 'int' } },
      key: ['position'],
    },
  ],
  project: (stored, write) => {
    write.insert('linje', { position: stored.position, barn_id: stored.data['barnId'], nummer: stored.data['nummer'] });
  },
};

let database: TestDatabase;
let segl: string;
let adgang: Revisionsadgang;
let boern: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  segl = mkdtempSync(join(tmpdir(), 'boernesag-revision-'));
  const keys = ephemeralKeys();
  adgang = revisionsadgang({
    ...database,
    keys,
    sealFolder: segl,
    registry: { events: [Skrevet], projections: [visning] },
  });
  await adgang.store.openTenant(KOMMUNE, 'rebild');
  boern = Array.from({ length: 20 }, () => randomUUID());
  for (const [nummer, barnId] of boern.entries()) {
    await adgang.store.append(KOMMUNE, {
      commandId: randomUUID(),
      fingerprint: '0'.repeat(64),
      writes: [
        {
          streamId: barnId,
          kind: 'proeve.tekst',
          expected: 0,
          events: [event(Skrevet, { barnId, nummer, tekst: `fortroligt ${String(nummer)}` })],
        },
      ],
      meta: { aktoer: 'sb01', roller: ['sagsbehandler'], korrelation: 'k' },
      answer: {},
    });
  }
  await new HeadSealer({ pool: adgang.pool, keys, folder: segl, intervalMs: 1e6 }).sealNow();
});

afterEach(async () => {
  await adgang.close();
  await database.drop();
  rmSync(segl, { recursive: true });
});

async function udskrift(
  work: (ud: { linje: (t: string) => Promise<void>; fremdrift: () => void }) => Promise<unknown>,
): Promise<{ svar: unknown; linjer: string[] }> {
  const linjer: string[] = [];
  const svar = await work({
    linje: (text) => {
      linjer.push(text);
      return Promise.resolve();
    },
    fremdrift: () => undefined,
  });
  return { svar, linjer };
}

async function manipuler(sql: string): Promise<void> {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(`ALTER TABLE es.event DISABLE TRIGGER ALL; ALTER TABLE es.commit DISABLE TRIGGER ALL; ${sql}`);
  await client.end();
}

async function foelgLoggen(): Promise<void> {
  const pool = createPool(database.appUrl, { name: 'revision-runner' });
  const runner = new ProjectionRunner({ store: adgang.store, pool, schema: adgang.schema, projections: [visning] });
  await runner.start();
  expect(await runner.caughtUp(5000)).toBe(true);
  await runner.stop();
  await pool.end();
}

describe('verificer', () => {
  it('en urørt log er hel', async () => {
    const { svar, linjer } = await udskrift((ud) => verificer(adgang, [KOMMUNE], ud));
    expect({ svar, linjer }).toEqual({ svar: true, linjer: ['Kommune 840: kæde og segl er hele, plads 1–20.'] });
  });

  it.each([
    [
      'ændret',
      `UPDATE es.event SET data = replace(data::text, '"nummer":6', '"nummer":7')::json WHERE seq = 7`,
      'plads 7',
    ],
    ['fjernet', 'DELETE FROM es.event WHERE seq = 7', 'plads 7'],
    ['afskåret', 'DELETE FROM es.event WHERE seq > 18; DELETE FROM es.commit WHERE seq > 18', 'truncated'],
  ])('en %s hændelse findes, og det siges hvor', async (_hvad, sql, tekst) => {
    await manipuler(sql);
    const { svar, linjer } = await udskrift((ud) => verificer(adgang, [KOMMUNE], ud));
    expect(svar).toBe(false);
    expect(linjer.join('\n')).toContain(tekst);
  });
});

describe('genafspil', () => {
  it('en læsemodel, som ingen har rørt, er lig den genafspillede', async () => {
    await foelgLoggen();
    const { svar, linjer } = await udskrift((ud) => genafspil(adgang, [KOMMUNE], ud));
    expect({ svar, linjer }).toEqual({
      svar: true,
      linjer: ['Kommune 840, proeve.skrevet, plads 20: 20 rækker, alle ens.'],
    });
  });

  it('en rettet række i læsemodellen findes, og kun dens nøgle vises', async () => {
    await foelgLoggen();
    await withTenant(adgang.pool, KOMMUNE, (sql) =>
      sql.query('UPDATE lm_proeve_skrevet.linje SET nummer = 99 WHERE position = 3'),
    );
    const { svar, linjer } = await udskrift((ud) => genafspil(adgang, [KOMMUNE], ud));
    expect(svar).toBe(false);
    expect(linjer).toEqual([
      'Kommune 840, proeve.skrevet, plads 20: FORSKEL',
      '  linje: 1 rækker findes kun i den levende, 1 kun i den genafspillede. De første:',
      '    {"position":3}',
    ]);
  });
});

describe('haendelser', () => {
  it('viser historikken uden personoplysninger og fra og til de pladser, der spørges om', async () => {
    const { linjer } = await udskrift((ud) => haendelser(adgang, [KOMMUNE], ud, { fra: 5, til: 6 }));
    expect(linjer.map((linje) => JSON.parse(linje) as unknown)).toMatchObject([
      {
        kommune: 840,
        position: 5,
        type: 'proeve.Skrevet',
        data: { barnId: boern[4], nummer: 4 },
        forseglet: [boern[4]],
        aktoer: 'sb01',
      },
      { kommune: 840, position: 6 },
    ]);
    expect(linjer.join()).not.toContain('fortroligt');
  });

  it('viser kun, hvad der var registreret på det spurgte tidspunkt', async () => {
    const { linjer } = await udskrift((ud) => haendelser(adgang, [KOMMUNE], ud, { kendtPr: '2000-01-01T00:00:00Z' }));
    expect(linjer).toEqual([]);
  });

  it('åbner kun det forseglede, når hvert barn står i adgangsloggen', async () => {
    const { linjer } = await udskrift((ud) =>
      haendelser(adgang, [KOMMUNE], ud, { aabnFor: { bruger: 'cli:revisor', rute: 'cli', korrelation: 'x' } }),
    );
    expect(linjer[3]).toContain('fortroligt 3');
    const { rows } = await withTenant(adgang.pool, KOMMUNE, (sql) =>
      sql.query<{ barn_id: string }>(`SELECT barn_id FROM es.access_log WHERE bruger = 'cli:revisor'`),
    );
    expect(rows.map((row) => row.barn_id).sort()).toEqual([...boern].sort());
  });
});
