import { Type } from '@sinclair/typebox';
import fc from 'fast-check';
import { Afvist } from '../../faelles/afvist.js';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type DomainEvent, type EventDeclaration } from '../eventstore/event-declaration.js';
import { context } from '../testing/given-when-then.js';
import { type Afledning, retDato } from './correct-date.js';
import { datoRettet, medRettelser, rettetPaaPlads } from './date-correction.js';

const BARN = '00000000-0000-7000-8000-000000000001';
const nu = context('2026-11-29T10:00:00+01:00');
const erklaer = (navn: string, retbar: EventDeclaration['retbar']): EventDeclaration =>
  declareEvent({
    ...{ type: `proeve.${navn}`, version: 1, category: 'sag' as const, beskrivelse: `${navn}.`, legalBasis: {} },
    schema: Type.Object({
      barnId: Id,
      dato: Dato,
      svarfrist: Valgfri(Dato),
      nr: Valgfri(Type.String()),
      tekst: Fritekst(),
    }),
    sealed: { barnId: ['tekst'] },
    ...(retbar === undefined ? {} : { retbar }),
    journal: () => ({ overskrift: navn, tekst: '' }),
  });
const typer = [
  erklaer('Sendt', { dato: { foer: ['proeve.Svaret'], foerFelter: ['svarfrist'], samme: 'nr' } }),
  erklaer('Lovet', { dato: {}, svarfrist: { planlagt: true, efterFelter: ['dato'] } }),
  erklaer('Svaret', { dato: { efter: ['proeve.Sendt'], samme: 'nr' } }),
  erklaer('Fast', undefined),
  erklaer('Afsluttet', { dato: {} }),
  erklaer('Rykket', { dato: { efter: ['proeve.Sendt'], foer: ['proeve.Afsluttet'], samme: 'nr' } }),
];
const grundlag = {
  erklaeringer: new Map(typer.map((t) => [t.type, t] as const)),
  afled: (): ReturnType<Afledning> => new Map(),
};
const haendelse = (navn: string, dato: string, mere: object = {}): DomainEvent => ({
  type: `proeve.${navn}`,
  data: { barnId: BARN, dato, tekst: 'hemmeligt', ...mere },
});
const ret = (events: readonly DomainEvent[], version: number, ny: string, afled?: Afledning): readonly DomainEvent[] =>
  retDato(
    { dage: [{ version, felt: 'dato' }], ny, begrundelse: 'Brevet viser det.' },
    { ...grundlag, events: rettetPaaPlads(events), ...(afled === undefined ? {} : { afled }) },
    nu,
  );
const nej = (gerning: () => unknown): string => {
  try {
    gerning();
  } catch (fejl) {
    if (fejl instanceof Afvist) return fejl.kode;
    throw fejl;
  }
  return 'tilladt';
};

const stroem = [
  haendelse('Sendt', '2026-03-01', { nr: 'a', svarfrist: '2026-03-20' }),
  haendelse('Sendt', '2026-03-01', { nr: 'b' }),
  haendelse('Svaret', '2026-03-10', { nr: 'b' }),
];

describe('En dag rettes (databeskyttelsesforordningen art. 16)', () => {
  test('rettelsen siger hændelsens åbne felter på ny, og hvad der stod; aldrig det forseglede', () => {
    expect(ret(stroem, 1, '2026-03-05')).toEqual([
      {
        type: 'proeve.DatoRettet',
        data: {
          ...{ barnId: BARN, rettetType: 'proeve.Sendt', rettetVersion: 1 },
          haendelse: { barnId: BARN, dato: '2026-03-05', nr: 'a', svarfrist: '2026-03-20' },
          foer: { dato: '2026-03-01' },
          ...{ rettet: nu.nu, begrundelse: 'Brevet viser det.' },
        },
      },
    ]);
  });

  test.each([
    ['efter sin egen svarfrist', 1, '2026-03-21', 'forkert-raekkefoelge'],
    ['på svarfristens dag', 1, '2026-03-20', 'tilladt'],
    ['efter svaret på det samme', 2, '2026-03-11', 'forkert-raekkefoelge'],
    ['efter svaret på noget andet', 1, '2026-03-11', 'tilladt'],
    ['før det, der blev svaret på', 3, '2026-02-28', 'forkert-raekkefoelge'],
    ['i fremtiden', 3, '2026-11-30', 'dato-i-fremtiden'],
    ['den samme dag', 3, '2026-03-10', 'ingen-rettelse'],
    ['en hændelse, der ikke er der', 9, '2026-03-10', 'intet-at-rette'],
    ['et klokkeslæt, hvor der er en dag', 3, '2026-03-10T10:00:00+01:00', 'forkert-tidsform'],
  ])('%s', (_hvad, version, ny, svar) => {
    expect(nej(() => ret(stroem, version, ny))).toBe(svar);
  });

  test('siger kun det ene, at det ikke kommer før eller efter det andet, gælder det også, når det andet rettes', () => {
    const rykket = [
      haendelse('Sendt', '2026-03-01', { nr: 'a' }),
      haendelse('Rykket', '2026-03-10', { nr: 'a' }),
      haendelse('Afsluttet', '2026-03-20'),
    ];
    expect([nej(() => ret(rykket, 1, '2026-03-11')), nej(() => ret(rykket, 3, '2026-03-09'))]).toEqual([
      ...['forkert-raekkefoelge', 'forkert-raekkefoelge'],
    ]);
    expect([nej(() => ret(rykket, 1, '2026-03-10')), nej(() => ret(rykket, 3, '2026-03-10'))]).toEqual([
      ...['tilladt', 'tilladt'],
    ]);
    // About another letter, it is no limit.
    const andet = [haendelse('Sendt', '2026-03-01', { nr: 'b' }), ...rykket.slice(1)];
    expect(nej(() => ret(andet, 1, '2026-03-11'))).toBe('tilladt');
  });

  test('det, der er registreret i forkert rækkefølge, kan stadig rettes', () => {
    const omvendt = [haendelse('Sendt', '2026-03-10', { nr: 'a' }), haendelse('Svaret', '2026-03-01', { nr: 'a' })];
    expect(nej(() => ret(omvendt, 2, '2026-03-02'))).toBe('tilladt');
  });

  test('en hændelses egen rettelse gælder den, ikke en anden fra samme dag', () => {
    const egen: DomainEvent = {
      type: 'proeve.SendtRettet',
      data: { barnId: BARN, brevId: 'a', dato: '2026-03-08', foer: { dato: '2026-03-01' } },
    };
    const breve = ['a', 'b'].map((brevId) => haendelse('Sendt', '2026-03-01', { brevId }));
    const svar = (brevId: string) => haendelse('Svaret', '2026-03-10', { brevId });
    const foerSvaret = (brevId: string) => [...breve, egen, svar(brevId)];
    const erklaeringer = new Map(grundlag.erklaeringer)
      .set('proeve.Sendt', erklaer('Sendt', { dato: {} }))
      .set('proeve.Svaret', erklaer('Svaret', { dato: { efter: ['proeve.Sendt'], samme: 'brevId' } }));
    const til = (brevId: string) => () =>
      retDato(
        { dage: [{ version: 4, felt: 'dato' }], ny: '2026-03-05', begrundelse: 'x' },
        { ...grundlag, erklaeringer, events: foerSvaret(brevId) },
        nu,
      );
    expect([nej(til('a')), nej(til('b'))]).toEqual(['forkert-raekkefoelge', 'tilladt']);
  });

  test('det, der er planlagt, kan ligge forude, men ikke før det, det er planlagt i', () => {
    const lovet = [haendelse('Lovet', '2026-11-20', { svarfrist: '2026-12-10' })];
    const til = (ny: string) => () =>
      retDato({ dage: [{ version: 1, felt: 'svarfrist' }], ny, begrundelse: 'x' }, { ...grundlag, events: lovet }, nu);
    expect([nej(til('2027-01-10')), nej(til('2026-11-19'))]).toEqual(['tilladt', 'forkert-raekkefoelge']);
  });

  test('grænsen er den dag, det skete, og ikke en, hændelsen fortæller om', () => {
    const truffet = erklaer('Truffet', { svarfrist: { oplysning: true }, dato: {} });
    const erklaeringer = new Map(grundlag.erklaeringer)
      .set(truffet.type, truffet)
      .set('proeve.Svaret', erklaer('Svaret', { dato: { efter: [truffet.type] } }));
    // Decided on 5 March after a talk on 1 March, and answered on 10 March.
    const events = [haendelse('Truffet', '2026-03-05', { svarfrist: '2026-03-01' }), haendelse('Svaret', '2026-03-10')];
    const til = (ny: string) => () =>
      retDato(
        { dage: [{ version: 2, felt: 'dato' }], ny, begrundelse: 'x' },
        { ...grundlag, erklaeringer, events },
        nu,
      );
    expect([nej(til('2026-03-04')), nej(til('2026-03-05'))]).toEqual(['forkert-raekkefoelge', 'tilladt']);
  });

  test('en dag, der følger et tidspunkt, får dets danske dag', () => {
    const dage = [{ version: 1, felt: 'dato', foelger: true }] as const;
    const [rettelse] = retDato(
      { dage, ny: '2026-03-03T23:30:00Z', begrundelse: 'x' },
      { ...grundlag, events: [haendelse('Sendt', '2026-03-01')] },
      nu,
    );
    expect(rettelse?.data['haendelse']).toMatchObject({ dato: '2026-03-04' });
  });

  test('to dage i samme skridt flytter sig sammen og står ikke i vejen for hinanden', () => {
    const sammen = [haendelse('Sendt', '2026-03-01', { nr: 'a' }), haendelse('Svaret', '2026-03-01', { nr: 'a' })];
    const dage = [1, 2].map((version) => ({ version, felt: 'dato' }));
    const rettelser = retDato({ dage, ny: '2026-03-04', begrundelse: 'x' }, { ...grundlag, events: sammen }, nu);
    expect(medRettelser([...sammen, ...rettelser]).map(({ data }) => data['dato'])).toEqual([
      '2026-03-04',
      '2026-03-04',
    ]);
  });

  test('det, der følger af dagen, rettes med', () => {
    const afled: Afledning = ([, , svaret]) => new Map([[3, { svarfrist: svaret?.data['dato'] }]]);
    expect(ret(stroem, 3, '2026-03-09', afled)).toMatchObject([
      { data: { haendelse: { dato: '2026-03-09', svarfrist: '2026-03-09' }, foer: { dato: '2026-03-10' } } },
    ]);
  });

  test('det, der følger af alle dagene, er ikke den rettede dag, bare fordi det blev skrevet sammen med den', () => {
    // Two were told, and when both had been was written with the second; told earlier, the first is the last one told.
    const besked = [
      haendelse('Sendt', '2026-03-05', { nr: 'a' }),
      haendelse('Sendt', '2026-03-09', { nr: 'b' }),
      haendelse('Svaret', '2026-03-09', { nr: 'b' }),
    ];
    const dage = [2, 3].map((version) => ({ version, felt: 'dato' }));
    const afled: Afledning = () => new Map([[3, { dato: '2026-03-05' }]]);
    const rettelser = retDato({ dage, ny: '2026-03-01', begrundelse: 'x' }, { ...grundlag, events: besked, afled }, nu);
    expect(medRettelser([...besked, ...rettelser]).map(({ data }) => data['dato'])).toEqual([
      '2026-03-05',
      '2026-03-01',
      '2026-03-05',
    ]);
    // The two were told on the same day: both had been told that day all the same.
    const sammeDag = [haendelse('Sendt', '2026-03-09', { nr: 'a' }), ...besked.slice(1)];
    const uaendret: Afledning = () => new Map([[3, { dato: '2026-03-09' }]]);
    expect(
      retDato({ dage, ny: '2026-03-01', begrundelse: 'x' }, { ...grundlag, events: sammeDag, afled: uaendret }, nu).map(
        ({ data }) => data['rettetVersion'],
      ),
    ).toEqual([2]);
  });

  test('strømmen læses, som den vides at have været; det nyeste tæller, og andet rører ingen', () => {
    const dag = fc.integer({ min: 1, max: 28 }).map((d) => `2026-03-${String(d).padStart(2, '0')}`);
    const rettelse = fc.record({ version: fc.integer({ min: 1, max: 3 }), ny: dag });
    fc.assert(
      fc.property(fc.array(rettelse, { maxLength: 8 }), (rettelser) => {
        const fri = ['1', '2', '3'].map((nr) => haendelse('Sendt', '2026-03-15', { nr }));
        let log: readonly DomainEvent[] = fri;
        const ventet = fri.map(() => '2026-03-15');
        for (const { version, ny } of rettelser) {
          if (nej(() => ret(log, version, ny)) !== 'tilladt') continue;
          log = [...log, ...ret(log, version, ny)];
          ventet[version - 1] = ny;
        }
        expect(medRettelser(log).map(({ data }) => data['dato'])).toEqual(ventet);
        expect(medRettelser(log).map(({ data }) => data['tekst'])).toEqual(fri.map(() => 'hemmeligt'));
        expect(rettetPaaPlads(log)).toHaveLength(log.length);
      }),
    );
  });

  test('journallinjen siger hvad, hvilken dag, hvad der stod, og hvorfor', () => {
    const erklaering = datoRettet('proeve', () => typer);
    const [rettelse] = ret(stroem, 3, '2026-03-09');
    expect(erklaering.journal(rettelse?.data as Parameters<typeof erklaering.journal>[0])).toEqual({
      overskrift: 'En dag er rettet',
      tekst: 'Svaret. 2026-03-09, ikke 2026-03-10. Brevet viser det.',
    });
  });
});
