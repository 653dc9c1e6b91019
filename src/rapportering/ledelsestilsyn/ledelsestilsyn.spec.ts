import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Row, type Writer } from '../../platform/projection/projection.js';
import { opgoerFrister } from './fristtal.js';
import { ledelsestilsynProjection } from './ledelsestilsyn.projection.js';
import { opgoerSagsstammer } from './oversigt.js';
import { type AabenSag } from './sager.query.js';

const SAG = '00000000-0000-7000-8000-00000000000a';

describe('Nøgletal af frister', () => {
  const frist = (regel: string, status: string) => ({ regel, forfald: '2019-02-01', status, team: 'boerne' });

  test('M09c: af de undersøgelser, hvis frist faldt i perioden, hvor mange var afsluttet til tiden – færdige eller ej', () => {
    // 3 on time, 1 late, 1 not finished at all: 3 of 5 = 60 %. One was interrupted and one is not due yet.
    const tal = opgoerFrister(
      ['opfyldt', 'opfyldt', 'opfyldt', 'opfyldt-for-sent', 'overskredet', 'bortfaldet', 'kommende'].map((s) =>
        frist('bfu-afslutning', s),
      ),
    );
    expect(tal.M09c).toEqual({ rettidige: 3, forfaldne: 5, procent: 60 });
    expect(tal.M20).toEqual({ rettidige: 0, forfaldne: 0, procent: null });
  });

  test('hvert tal har sine egne regler, og lovens plan-frister lægges sammen', () => {
    const tal = opgoerFrister([
      ...[frist('handleplan-sel', 'opfyldt'), frist('barnets-plan-stoettende-indsats', 'overskredet')],
      ...[
        frist('handleplan-lokal-6-uger', 'opfyldt'),
        frist('opfoelgning-foerste', 'opfyldt'),
        frist('opfoelgning-loebende', 'overskredet'),
      ],
      frist('underretning-akutvurdering', 'opfyldt'),
    ]);
    // 1 of 2 = 50 %.
    expect([tal.M11.procent, tal.M11lov.procent, tal.M12a.procent, tal.M12b.procent, tal.M20.procent]).toEqual([
      100, 50, 100, 0, 100,
    ]);
  });

  test('halve procenter rundes op', () => {
    // 1 of 8 = 12.5 %.
    const tal = opgoerFrister(
      ['opfyldt', ...Array.from({ length: 7 }, () => 'overskredet')].map((s) => frist('bfu-afslutning', s)),
    );
    expect(tal.M09c.procent).toBe(13);
  });
});

describe('Overblik på tværs af sagsstammer', () => {
  const sag = (
    sagId: string,
    sagsbehandler: string | null,
    aktivitet: string | null,
    team: string | null = 'boerne',
  ): AabenSag => ({
    ...{ sagId, barnId: sagId, omraade: 'social', sagsbehandler, team, aabnet: '2018-06-01', aktivitet },
  });
  const opgoer = (mere: Partial<Parameters<typeof opgoerSagsstammer>[0]> = {}) =>
    opgoerSagsstammer({
      sager: [
        sag('a', 'sb01', '2019-03-18'),
        sag('b', 'sb01', '2019-01-18'),
        sag('c', 'sb02', null, 'unge'),
        sag('d', null, '2019-03-01', null),
      ],
      overskredne: [
        { sagId: 'c', regel: 'opfoelgning-foerste', dage: 30 },
        { sagId: 'c', regel: 'bfu-afslutning', dage: 5 },
        { sagId: 'a', regel: 'bfu-afslutning', dage: 18 },
        { sagId: null, regel: 'underretning-akutvurdering', dage: 1 },
      ],
      udenPlan: new Set(['b']),
      pr: '2019-03-19',
      ...mere,
    });

  test('hver sagsbehandlers sager tælles, dem med flest overskredne frister først, og de utildelte for sig', () => {
    // 18 January to 19 March is 13 + 28 + 19 = 60 days; c has had no activity since it was opened.
    expect(opgoer()).toEqual([
      {
        ...{
          sagsbehandler: 'sb02',
          teams: ['unge'],
          aabneSager: 1,
          sagerMedOverskredetFrist: 1,
          overskredneFrister: 2,
        },
        ...{
          laengstOverskredetDage: 30,
          aeldsteAktivitet: '2018-06-01',
          sagerUdenAktivitet: 1,
          sagerUdenPlan: 0,
          sagerUdenOpfoelgning: 1,
        },
      },
      {
        ...{
          sagsbehandler: 'sb01',
          teams: ['boerne'],
          aabneSager: 2,
          sagerMedOverskredetFrist: 1,
          overskredneFrister: 1,
        },
        ...{
          laengstOverskredetDage: 18,
          aeldsteAktivitet: '2019-01-18',
          sagerUdenAktivitet: 1,
          sagerUdenPlan: 1,
          sagerUdenOpfoelgning: 0,
        },
      },
      {
        ...{ sagsbehandler: null, teams: [], aabneSager: 1, sagerMedOverskredetFrist: 0, overskredneFrister: 0 },
        ...{
          laengstOverskredetDage: null,
          aeldsteAktivitet: '2019-03-01',
          sagerUdenAktivitet: 0,
          sagerUdenPlan: 0,
          sagerUdenOpfoelgning: 0,
        },
      },
    ]);
  });

  test('59 dage er ikke 60', () => {
    expect(opgoer({ pr: '2019-03-18' }).find(({ sagsbehandler }) => sagsbehandler === 'sb01')?.sagerUdenAktivitet).toBe(
      0,
    );
  });
});

describe('Aktivitet', () => {
  function aktiviteter(
    type: string,
    data: Record<string, unknown>,
    registreret = '2019-03-19T09:00:00.000Z',
  ): readonly Row[] {
    const raekker: Row[] = [];
    const writer: Writer = {
      insert: (tabel, row) => {
        if (tabel === 'aktivitet') raekker.push(row);
      },
      upsert: () => undefined,
      update: () => undefined,
      updateWhere: () => undefined,
      deleteWhere: () => undefined,
    };
    const event: ClearEvent = {
      ...{ tenant: 840, position: 7, streamId: SAG, version: 1, type, registreret, data: { sagId: SAG, ...data } },
      ...{ sealed: {}, meta: { aktoer: 'sb01', roller: [], korrelation: 'k' } },
    };
    ledelsestilsynProjection.project(event, writer);
    return raekker;
  }

  test('er den dag, det skete, men aldrig senere end den dag, det blev skrevet', () => {
    expect(aktiviteter('ics.BoernesamtaleAfholdt', { dato: '2019-03-01' })).toEqual([
      {
        ...{ sag_id: SAG, dag: '2019-03-01', position: 7, haendelse_position: 7, rettet_position: null },
        ...{ haendelse: 'ics.BoernesamtaleAfholdt', stroem: SAG, meddelelse: null },
      },
    ]);
    expect(aktiviteter('journalark.NotatSkrevet', { oplyst: '2019-03-18T23:30:00Z' })).toMatchObject([
      { dag: '2019-03-19' },
    ]);
    expect(aktiviteter('ics.UdtalelseAnmodet', { anmodet: '2019-04-01' })).toMatchObject([{ dag: '2019-03-19' }]);
    expect(aktiviteter('ics.NogetUdenDato', {})).toMatchObject([{ dag: '2019-03-19' }]);
  });

  test('er ikke den dag, nogen retter en anden dag, end den noget blev gjort', () => {
    const rettet = (rettetType: string, haendelse: object, foer: object) =>
      aktiviteter('sagsstyring.DatoRettet', {
        ...{ rettetType, rettetVersion: 1, rettetPosition: 3 },
        ...{ haendelse: { sagId: SAG, ...haendelse }, foer },
      });
    // The day they name is not read as the day something was done: it was done when it was recorded, and that stands.
    expect(
      rettet(
        'sagsstyring.ForeloebigAfgoerelseTruffet',
        { truffet: '2018-09-02T10:00:00+02:00' },
        { truffet: '2018-09-01T10:00:00+02:00' },
      ),
    ).toEqual([]);
    expect(rettet('oekonomi.IndsatsJusteret', { gaelderFra: '2018-10-01' }, { gaelderFra: '2018-09-01' })).toEqual([]);
    expect(
      aktiviteter('sagsstyring.ForeloebigIvaerksaettelseRettet', {
        ivaerksat: '2018-09-02T10:00:00+02:00',
        foer: { ivaerksat: '2018-09-01T10:00:00+02:00' },
      }),
    ).toEqual([]);
    // And one that only tells of another day stands too; the day itself is moved.
    const talt = { dato: '2018-09-01', boernesamtaleDato: '2018-08-01' };
    expect(rettet('sagsstyring.AfgoerelseTruffet', talt, { boernesamtaleDato: '2018-08-02' })).toEqual([]);
    expect(rettet('sagsstyring.AfgoerelseTruffet', talt, { dato: '2018-09-03' })).toMatchObject([
      { dag: '2018-09-01', position: 7, haendelse_position: 3 },
    ]);
  });

  test.each([
    ...[
      'sagsstyring.SagTildelt',
      'sagsstyring.OverdragelseForeslaaet',
      'sagsstyring.AdvisUdsat',
      'sagsstyring.EnkeltsagAabnet',
    ],
    ...['ics.GaeldendePlanSkiftet', 'rapportering.SagBesvaretAfSystemet'],
  ])('er ikke, hvad administrationen eller systemet gør: %s', (type) => {
    expect(aktiviteter(type, { dato: '2019-03-01' })).toEqual([]);
  });
});
