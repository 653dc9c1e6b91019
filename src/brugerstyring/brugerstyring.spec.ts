import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { Type } from '@sinclair/typebox';
import { Fritekst, Id } from '../faelles/felter.js';
import { type Rolle } from '../platform/auth/actor.js';
import { withTenant } from '../platform/db/pool.js';
import { declareEvent, event } from '../platform/eventstore/event-declaration.js';
import { sealFile } from '../platform/eventstore/seals.js';
import { AALBORG, REBILD, startTestApi, type TestApi } from '../platform/testing/api.js';
import { BrugerstyringModule } from './brugerstyring.module.js';
import { brugerstyringRegistration } from './brugerstyring.public.js';
import { type Linje } from './haendelser/haendelseslinje.js';

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
const Andet = declareEvent({ ...Skrevet, type: 'proeve.Andet' });
const BOERN = Array.from({ length: 3 }, () => randomUUID());

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({
    instead: {
      contexts: [{ name: 'proeve', events: [Skrevet, Andet], projections: [] }, brugerstyringRegistration],
      modules: [BrugerstyringModule],
    },
  });
  // 1100 events in Rebild (more than two pages of a stream), of which every tenth is of another type, and one in Aalborg.
  for (const [kommune, antal] of [
    [REBILD, 1100],
    [AALBORG, 1],
  ] as const) {
    for (const [index, barnId] of BOERN.entries()) {
      const numre = Array.from({ length: antal }, (_, nummer) => nummer).filter((nummer) => nummer % 3 === index);
      if (numre.length === 0) continue;
      await api.store.append(kommune, {
        commandId: randomUUID(),
        fingerprint: '0'.repeat(64),
        writes: [
          {
            streamId: barnId,
            kind: 'proeve.tekst',
            expected: 0,
            events: numre.map((nummer) =>
              event(nummer % 10 === 0 ? Andet : Skrevet, { barnId, nummer, tekst: `fortroligt ${String(nummer)}` }),
            ),
          },
        ],
        meta: { aktoer: 'sb01', roller: ['sagsbehandler'], korrelation: 'k' },
        answer: {},
      });
    }
  }
});

afterAll(() => api.stop());

async function hent(sti: string, roller: readonly Rolle[], kommune = REBILD) {
  return api.request.get(`/v1${sti}`).set('Authorization', await api.token('u1', kommune, roller));
}

async function sete(rute: string): Promise<number> {
  const { rows } = await withTenant(api.platform.pool, REBILD, (sql) =>
    sql.query<{ antal: number }>(
      'SELECT count(DISTINCT barn_id)::int AS antal FROM es.access_log WHERE tenant_id = $1 AND rute = $2',
      [REBILD, rute],
    ),
  );
  return rows[0]?.antal ?? 0;
}

function linjer(text: string): Linje[] {
  return text
    .split('\n')
    .filter((linje) => linje !== '')
    .map((linje) => JSON.parse(linje) as Linje);
}

it('mig fortæller bruger, kommune og roller fra tokenet', async () => {
  const svar = await hent('/mig', ['sagsbehandler']);
  expect(svar.status).toBe(200);
  expect(svar.body).toMatchObject({
    id: 'u1',
    kommune: 840,
    kommunenavn: 'Rebild',
    roller: [{ rolle: 'sagsbehandler' }],
  });
});

it.each<[string, readonly Rolle[]]>([
  ['/revision/haendelser', ['revisor']],
  ['/revision/verifikation', ['revisor']],
  ['/revision/adgangslog', ['revisor']],
  ['/haendelser', ['system', 'administrator']],
])('%s må kun hentes af %j', async (sti, roller) => {
  const alle: readonly Rolle[] = ['modtagelse', 'sagsbehandler', 'teamleder', 'administrator', 'revisor', 'system'];
  for (const rolle of alle) {
    expect((await hent(sti, [rolle])).status).toBe(roller.includes(rolle) ? 200 : 403);
  }
  expect((await api.request.get(`/v1${sti}`)).status).toBe(401);
});

describe('GET /v1/revision/haendelser', () => {
  it('strømmer hele historikken i rækkefølge, uden personoplysninger, og skriver hvert barn i adgangsloggen', async () => {
    const svar = await hent('/revision/haendelser', ['revisor']);
    expect(svar.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    const alle = linjer(svar.text);
    expect(alle.map((linje) => linje.position)).toEqual(Array.from({ length: 1100 }, (_, index) => index + 1));
    expect(svar.text).not.toContain('fortroligt');
    expect(alle[0]?.forseglet).toEqual([BOERN[0]]);
    expect(await sete('GET /v1/revision/haendelser')).toBe(3);
  });

  it('kan afgrænses på plads, antal og type', async () => {
    const svar = await hent('/revision/haendelser?efter=10&graense=60&type=proeve.Andet', ['revisor']);
    const fundet = linjer(svar.text);
    expect(fundet).toHaveLength(60);
    expect(fundet.every((linje) => linje.type === 'proeve.Andet' && linje.position > 10)).toBe(true);
  });

  it('viser, hvad kommunen vidste dengang', async () => {
    const svar = await hent('/revision/haendelser?kendtPr=2000-01-01T00:00:00Z', ['revisor']);
    expect([svar.status, svar.text]).toEqual([200, '']);
  });

  it('en anden kommune ser kun sit eget', async () => {
    expect(linjer((await hent('/revision/haendelser', ['revisor'], AALBORG)).text)).toHaveLength(1);
  });
});

describe('GET /v1/haendelser', () => {
  it('kan følges side for side uden at noget springes over eller kommer to gange', async () => {
    const set: number[] = [];
    let efter = '';
    for (let side = 0; side < 6; side += 1) {
      const svar = await hent(`/haendelser?graense=200${efter === '' ? '' : `&efter=${efter}`}`, ['system']);
      const { poster, naeste } = svar.body as { poster: Linje[]; naeste: string };
      set.push(...poster.map((post) => post.position));
      efter = naeste;
    }
    expect(set).toEqual(Array.from({ length: 1100 }, (_, index) => index + 1));
    const tom = (await hent(`/haendelser?efter=${efter}`, ['system'])).body as { poster: Linje[]; naeste: string };
    expect(tom.poster).toEqual([]);
    expect(tom.naeste).toBe(efter);
    expect(await sete('GET /v1/haendelser')).toBe(3);
  });

  it('afviser en markør fra en anden liste', async () => {
    const svar = await hent('/haendelser?efter=abc', ['system']);
    expect(svar.status).toBe(400);
    expect(svar.body).toMatchObject({ fejl: [{ felt: 'efter' }] });
  });
});

describe('GET /v1/revision/verifikation', () => {
  it('en urørt log er hel, og seglene er holdt op mod kæden', async () => {
    const svar = await hent('/revision/verifikation', ['revisor']);
    expect(svar.body).toEqual({ kommune: REBILD, fra: 0, til: 1100, hel: true, segl: true, problemer: [] });
  });

  it('et segl, som nogen har rettet i, findes', async () => {
    appendFileSync(sealFile(api.sealFolder, REBILD), '{"tenant":840,"position":1100,"hash":\n');
    const svar = await hent('/revision/verifikation', ['revisor']);
    expect(svar.body).toMatchObject({ hel: false, segl: true, problemer: [{ problem: 'bad-signature' }] });
    // Each municipality has its own: the other's is untouched.
    expect((await hent('/revision/verifikation', ['revisor'], AALBORG)).body).toMatchObject({ hel: true });
  });
});

describe('GET /v1/revision/adgangslog', () => {
  it('viser nyeste først, kan sidedeles, og kan søges på barn og bruger', async () => {
    await hent('/haendelser?graense=1', ['system']);
    const svar = await hent(`/revision/adgangslog?graense=2&barnId=${BOERN[0] ?? ''}&bruger=u1`, ['revisor']);
    const { poster, naeste } = svar.body as { poster: { id: number; barnId: string }[]; naeste: string };
    expect(poster.map((post) => post.barnId)).toEqual([BOERN[0], BOERN[0]]);
    const anden = (await hent(`/revision/adgangslog?graense=2&barnId=${BOERN[0] ?? ''}&efter=${naeste}`, ['revisor']))
      .body as {
      poster: { id: number }[];
    };
    expect(anden.poster[0]?.id).toBeLessThan(poster[1]?.id ?? 0);
    const ingen = (await hent('/revision/adgangslog?bruger=findes-ikke', ['revisor'])).body as { poster: unknown[] };
    expect(ingen.poster).toEqual([]);
  });
});
