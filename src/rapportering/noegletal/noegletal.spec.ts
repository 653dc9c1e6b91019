import { type Pool } from 'pg';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { createPool, withTenant } from '../../platform/db/pool.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { FoldedProjection, projectInto } from '../../platform/projection/projection-batch.js';
import { schemaOf } from '../../platform/projection/projection.js';
import { ReadModelSchema } from '../../platform/projection/read-model-schema.js';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.js';
import { bfuFrist } from '../rapportering.public.js';
import { noegletalProjection } from './noegletal.projection.js';
import { beregnNoegletal, type Noegletal, type Noegletalsspoergsmaal } from './noegletal.query.js';

/** What has happened, in the order in which the municipality was told. */
type Sket = readonly [type: string, data: Readonly<Record<string, unknown>>];

const lov = indlaesLovpakke();
const projection = noegletalProjection((start) => bfuFrist(lov, start), 1);
let database: TestDatabase;
let pool: Pool;
let kommune = 100;

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = createPool(database.ownerUrl, { name: 'noegletal-owner' });
  await new ReadModelSchema(owner).ensure(projection);
  await owner.end();
  pool = createPool(database.appUrl, { name: 'noegletal-app' });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const id = (nr: number): string => `00000000-0000-7000-8000-${String(nr).padStart(12, '0')}`;

/** A municipality of its own in which just this has happened; answers what its figures are asked for. */
async function givet(...sket: readonly Sket[]) {
  kommune += 1;
  const denne = kommune;
  const events = sket.map(([type, data], nr): ClearEvent => ({
    tenant: denne,
    position: nr + 1,
    streamId: id(nr),
    version: 1,
    type,
    registreret: '2026-11-24T00:00:00.000Z',
    data,
    sealed: {},
    meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
  }));
  const folded = new FoldedProjection(projection);
  await projectInto(pool, denne, [{ folded, schema: schemaOf(projection), events }], {
    settings: () => Promise.resolve([]),
  });
  return (pr: string, valg: Partial<Noegletalsspoergsmaal> = {}): Promise<Noegletal> =>
    withTenant(pool, denne, (sql) =>
      beregnNoegletal(
        {
          query: async <R extends object>(text: string, values?: readonly unknown[]) =>
            (await sql.query<R & Record<string, unknown>>(text, [...(values ?? [])])).rows,
        },
        {
          kommune: denne,
          pr,
          position: events.length,
          fra: `${pr.slice(0, 4)}-01-01`,
          til: pr,
          fristStart: 'opmaerksom',
          ...valg,
        },
      ),
    );
}

const sag = (nr: number, oprettet: string, omraade = 'social', barn = nr): Sket => [
  'sagsstyring.SagOprettet',
  { sagId: id(nr), barnId: id(500 + barn), omraade, oprettet, grund: 'ansoegning' },
];
const luk = (nr: number, lukket: string): Sket => ['sagsstyring.SagLukket', { sagId: id(nr), lukket }];
const genaabn = (nr: number, genaabnet: string): Sket => [
  'sagsstyring.SagGenaabnet',
  { sagId: id(nr), barnId: id(500 + nr), genaabnet },
];
const tildel = (nr: number, sagsbehandler: string, tildelt: string): Sket => [
  'sagsstyring.SagTildelt',
  { sagId: id(nr), sagsbehandler, tildelt },
];
const overtag = (nr: number, til: string, accepteret: string): Sket => [
  'sagsstyring.OverdragelseAccepteret',
  { sagId: id(nr), fra: 'sb01', til, accepteret },
];
const underretning = (nr: number, modtaget: string, barn = nr): Sket => [
  'sagsstyring.UnderretningModtaget',
  { underretningId: id(nr), barnId: id(500 + barn), modtaget, ufoedt: false },
];
const bfu = (nr: number, opmaerksomDato: string, afgoerelseDato = opmaerksomDato): Sket => [
  'ics.BfuBesluttet',
  { bfuId: id(nr), sagId: id(300 + nr), opmaerksomDato, afgoerelseDato },
];
const godkend = (nr: number, godkendtDato: string): Sket => ['ics.BfuGodkendt', { bfuId: id(nr), godkendtDato }];

describe.each([
  ['serviceloven', 2019],
  ['barnets lov', 2026],
])('Nøgletal under %s (%i)', (_lov, aar) => {
  const d = (dag: string): string => `${String(aar)}-${dag}`;
  const ifjor = (dag: string): string => `${String(aar - 1)}-${dag}`;
  const PR = d('03-19');

  describe('M01: aktive sager ved dagens slutning', () => {
    test('En sag tæller fra den dag, den åbnes, og ikke den dag, den lukkes', async () => {
      const tal = await givet(
        sag(1, PR),
        ...[sag(2, ifjor('06-01'), 'handicap'), luk(2, PR)],
        sag(3, ifjor('06-01'), 'handicap'),
      );
      // On 18 March: cases 2 and 3. On 19 March: 1 is opened, 2 is closed, so 1 and 3.
      expect((await tal(d('03-18'))).M01).toEqual({ social: 0, handicap: 2, ialt: 2 });
      expect((await tal(PR)).M01).toEqual({ social: 1, handicap: 1, ialt: 2 });
      expect((await tal(ifjor('05-31'))).M01).toEqual({ social: 0, handicap: 0, ialt: 0 });
    });

    test('En genåbnet sag tæller igen, men ikke i dagene imellem, og aldrig to gange', async () => {
      const tal = await givet(
        ...[sag(1, ifjor('06-01')), luk(1, d('01-10')), genaabn(1, d('02-01'))],
        // Closed and opened anew on one and the same day.
        ...[sag(2, ifjor('06-01')), luk(2, d('02-01')), genaabn(2, d('02-01'))],
      );
      expect((await tal(d('01-09'))).M01.ialt).toBe(2);
      expect((await tal(d('01-10'))).M01.ialt).toBe(1);
      expect((await tal(d('01-31'))).M01.ialt).toBe(1);
      expect((await tal(d('02-01'))).M01.ialt).toBe(2);
    });

    test('Området er det, sagen havde på opgørelsesdagen', async () => {
      const tal = await givet(sag(1, ifjor('06-01')), [
        'sagsstyring.OmraadeAendret',
        { sagId: id(1), omraade: 'handicap', gaelderFra: d('03-01') },
      ]);
      expect((await tal(d('02-28'))).M01).toEqual({ social: 1, handicap: 0, ialt: 1 });
      expect((await tal(d('03-01'))).M01).toEqual({ social: 0, handicap: 1, ialt: 1 });
    });

    test('Et barn med en social sag og en handicapsag er to sager, og en underretning uden sag er ingen', async () => {
      const tal = await givet(
        sag(1, ifjor('06-01'), 'social', 1),
        sag(2, ifjor('06-01'), 'handicap', 1),
        underretning(3, d('03-01T10:00:00+01:00')),
      );
      expect((await tal(PR)).M01).toEqual({ social: 1, handicap: 1, ialt: 2 });
    });
  });

  describe('M02: sager pr. sagsbehandler med mindst én åben sag', () => {
    test('Hoveder er dem, der har sagen på dagen; en overdragelse flytter den, når den er accepteret', async () => {
      const tal = await givet(
        ...[sag(1, ifjor('06-01')), tildel(1, 'sb01', ifjor('06-01'))],
        ...[sag(2, ifjor('06-01')), tildel(2, 'sb01', ifjor('06-01'))],
        ...[sag(3, ifjor('06-01')), tildel(3, 'sb02', ifjor('06-01'))],
        ['sagsstyring.OverdragelseAfvist', { sagId: id(2), fra: 'sb01', til: 'sb03', afvist: d('01-20') }],
        overtag(3, 'sb01', d('03-01')),
      );
      // Three cases on sb01 and sb02 are 1.5 each; from 1 March all three are sb01's.
      expect(await tal(d('02-28'))).toMatchObject({ M02: 1.5, M02grundlag: { sager: 3, sagsbehandlere: 2 } });
      expect(await tal(d('03-01'))).toMatchObject({ M02: 3, M02grundlag: { sager: 3, sagsbehandlere: 1 } });
    });

    test('En utildelt sag tæller i tælleren og vises for sig; en, hvis sager alle er lukket, er intet hoved', async () => {
      const tal = await givet(
        ...[sag(1, ifjor('06-01')), tildel(1, 'sb01', ifjor('06-01'))],
        ...[sag(2, ifjor('06-01')), tildel(2, 'sb02', ifjor('06-01')), luk(2, d('01-10'))],
        sag(3, ifjor('06-01')),
      );
      expect(await tal(PR)).toMatchObject({ M02: 2, M02grundlag: { sager: 2, sagsbehandlere: 1, utildelte: 1 } });
    });

    test('Genåbnes sagen, er det stadig den, der havde den', async () => {
      const sket = [sag(1, ifjor('06-01')), tildel(1, 'sb01', ifjor('06-01')), luk(1, d('01-10')), genaabn(1, PR)];
      expect((await (await givet(...sket))(PR)).M02grundlag).toEqual({ sager: 1, sagsbehandlere: 1, utildelte: 0 });
    });

    test('Én decimal, halve op; ingen sagsbehandlere giver ingen data, ikke nul', async () => {
      const tyve = Array.from({ length: 41 }, (_, nr) => [
        sag(nr, ifjor('06-01')),
        tildel(nr, `sb${String(nr % 20)}`, ifjor('06-01')),
      ]).flat();
      // 41 / 20 = 2.05.
      expect((await (await givet(...tyve))(PR)).M02).toBe(2.1);
      expect((await (await givet(sag(1, ifjor('06-01'))))(PR)).M02).toBeNull();
    });
  });

  describe('M03: underretninger, én pr. barn, efter den danske dato for modtagelsen', () => {
    test('Begge periodens dage er med, og døgnet skifter i København', async () => {
      const tal = await givet(
        // 23:59:59 on 30 November and midnight on 1 December, in Copenhagen.
        underretning(1, `${ifjor('11-30')}T22:59:59Z`),
        underretning(2, `${ifjor('11-30')}T23:00:00Z`),
        underretning(3, `${ifjor('12-15')}T10:00:00+01:00`),
        underretning(4, `${d('02-28')}T23:59:00+01:00`),
        underretning(5, `${d('02-28')}T23:00:00Z`),
      );
      expect((await tal(PR, { fra: ifjor('12-01'), til: d('02-28') })).M03).toEqual({
        ialt: 3,
        prMaaned: { [ifjor('12')]: 2, [d('02')]: 1 },
        // Three months, January with none.
        gennemsnitPrMaaned: 1,
      });
    });

    test('Søskende i samme henvendelse er hver sin underretning, og samme barn kan tælle flere gange', async () => {
      const kl = `${d('02-01')}T10:00:00+01:00`;
      const tal = await givet(underretning(1, kl, 1), underretning(2, kl, 2), underretning(3, kl, 1));
      expect((await tal(PR)).M03.ialt).toBe(3);
    });

    test('En annulleret tæller ikke, og en, der er sendt videre, tæller hos modtageren', async () => {
      const kl = `${d('02-01')}T10:00:00+01:00`;
      const tal = await givet(
        ...[underretning(1, kl), underretning(2, kl), underretning(3, kl)],
        ['sagsstyring.UnderretningAnnulleret', { underretningId: id(1) }],
        ['sagsstyring.UnderretningVideresendt', { underretningId: id(2) }],
      );
      expect((await tal(PR)).M03).toMatchObject({ ialt: 1, prMaaned: { [d('02')]: 1 } });
      // Before the municipality knew better, they counted.
      expect((await tal(PR, { position: 3 })).M03.ialt).toBe(3);
    });
  });

  describe('M07 og M09a: igangværende undersøgelser, og hvor mange der er inden for fristen', () => {
    test('En undersøgelse er i gang fra afgørelsen, til den er godkendt eller afbrudt', async () => {
      const tal = await givet(
        ...[bfu(1, d('03-01'), PR), bfu(2, d('01-05')), godkend(2, PR)],
        ...[bfu(3, d('01-05')), ['ics.BfuAfbrudt', { bfuId: id(3), dato: d('03-18') }] as const],
      );
      // 17 March: 2 and 3. 18 March: 2. 19 March: 1 is decided and 2 approved.
      expect([(await tal(d('03-17'))).M07, (await tal(d('03-18'))).M07, (await tal(PR)).M07]).toEqual([2, 1, 1]);
    });

    test('Fristen er 4 måneder fra opmærksomhedsdatoen; på fristdagen er den ikke overskredet (SEL § 50 / BL § 20, stk. 3)', async () => {
      const tal = await givet(bfu(1, ifjor('11-19'), ifjor('11-30')), bfu(2, ifjor('11-18'), ifjor('11-30')));
      // 19 November and four months is 19 March; 18 November is a day too long ago.
      expect(await tal(PR)).toMatchObject({
        M07: 2,
        M09a: 50,
        M09agrundlag: { rettidige: 1, igang: 2, overskredne: 1 },
      });
      // Counted from the decisions of 30 November, both have until 30 March.
      expect((await tal(PR, { fristStart: 'afgoerelse' })).M09a).toBe(100);
    });

    test('Har måneden ikke datoen, er fristen månedens sidste dag (SEL § 50 / BL § 20, stk. 3)', async () => {
      // 31 October and four months is 28 February; neither year is a leap year.
      const tal = await givet(bfu(1, ifjor('10-31')));
      expect([(await tal(d('02-28'))).M09a, (await tal(d('03-01'))).M09a]).toEqual([100, 0]);
    });

    test('Hele procent, halve op; uden igangværende er der ingen data, ikke 0 eller 100', async () => {
      const af = async (rettidige: number, overskredne: number) => {
        const sket = Array.from({ length: rettidige + overskredne }, (_, nr) =>
          bfu(nr, nr < rettidige ? d('01-05') : ifjor('06-01')),
        );
        return (await (await givet(...sket))(PR)).M09a;
      };
      // 38 of 42 is 90.48; 1 of 8 is 12.5; 1 of 3 is 33.3.
      expect([await af(38, 4), await af(1, 7), await af(1, 2), await af(0, 0)]).toEqual([90, 13, 33, null]);
    });
  });

  test('Hvad der var kendt dengang: det, der siden er registreret tilbage i tiden, ændrer ikke et tal, der er givet', async () => {
    const tal = await givet(
      ...[sag(1, ifjor('06-01')), tildel(1, 'sb01', ifjor('06-01')), bfu(2, ifjor('11-01'))],
      // Known from here on, but dated before the reference date.
      ...[luk(1, d('03-01')), godkend(2, d('02-20')), sag(3, d('01-05')), tildel(3, 'sb02', d('01-05'))],
      underretning(4, `${d('02-01')}T10:00:00+01:00`),
    );
    const dengang = await tal(PR, { position: 3 });
    expect(dengang).toMatchObject({ M01: { ialt: 1 }, M02grundlag: { sagsbehandlere: 1 }, M03: { ialt: 0 } });
    expect(dengang).toMatchObject({ M07: 1, M09a: 0 });
    const nu = await tal(PR);
    expect(nu).toMatchObject({
      M01: { ialt: 1 },
      M02grundlag: { sagsbehandlere: 1 },
      M03: { ialt: 1 },
      M07: 0,
      M09a: null,
    });
  });
});
