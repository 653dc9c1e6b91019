import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { fold } from '../../platform/commands/decider.js';
import { generationPaa, licensDecider, type SaetLicens } from './licens.js';
import { domaenenavne, temavalg } from './temavalg.js';

const lov = indlaesLovpakke();
const nu = context('2024-06-01T12:00:00+02:00');
const saet = (gaelderFra: string, generation?: SaetLicens['generation']): SaetLicens => ({
  type: 'SaetLicens',
  gaelderFra,
  ...(generation === undefined ? {} : { generation }),
});
const efter = (...kommandoer: readonly SaetLicens[]) =>
  kommandoer.reduce<ReturnType<typeof licensDecider.decide>>(
    (sket, kommando) => [...sket, ...licensDecider.decide(kommando, fold(licensDecider, sket), nu)],
    [],
  );

describe('ICS-licensen er en dateret kendsgerning pr. kommune', () => {
  test('Uden licens er der ingen generation', () => {
    expect(generationPaa(licensDecider.initial, '2024-06-01')).toBeNull();
  });

  test('Generationen gælder fra sin dato, til en anden er sat', () => {
    const licens = fold(
      licensDecider,
      efter(saet('2010-01-01', 'aeldre'), saet('2020-01-01', 'nyere'), saet('2025-01-01')),
    );
    expect(
      ['2009-12-31', '2010-01-01', '2019-12-31', '2020-01-01', '2025-01-01'].map((d) => generationPaa(licens, d)),
    ).toEqual([null, 'aeldre', 'aeldre', 'nyere', null]);
  });

  test('En rettelse bagud gælder kun, til den næste dato, der er sat', () => {
    const licens = fold(licensDecider, efter(saet('2020-01-01', 'nyere'), saet('2015-01-01', 'aeldre')));
    expect([generationPaa(licens, '2019-12-31'), generationPaa(licens, '2020-01-01')]).toEqual(['aeldre', 'nyere']);
  });

  test('Det, der allerede er sådan, sættes ikke igen', () => {
    expect(given(licensDecider).refused(saet('2024-01-01'), nu)).toMatchObject({ kode: 'licens-uaendret' });
    const sat = given(licensDecider, ...efter(saet('2020-01-01', 'nyere')));
    expect(sat.refused(saet('2024-01-01', 'nyere'), nu)).toMatchObject({ mere: { status: 409 } });
    expect(sat.then(saet('2024-01-01', 'aeldre'), nu)).toHaveLength(1);
  });
});

describe('Temaer med og uden licens', () => {
  const dimensioner = (generation: 'aeldre' | 'nyere' | null, dato = '2024-06-01') =>
    [...temavalg(lov, dato, generation)].filter(([, valg]) => valg.daekker !== undefined).map(([kode]) => kode);

  test('Uden licens er der kun de seks neutrale temaer og husets egne navne', () => {
    expect(dimensioner(null)).toEqual([]);
    expect([...temavalg(lov, '2024-06-01', null)]).toHaveLength(6);
    expect([...domaenenavne(lov, '2024-06-01', null).values()]).toEqual([
      'Barnet eller den unge',
      'Omsorgen i hjemmet',
      'Omgivelserne',
    ]);
  });

  test('Husets navn på et domæne er ikke det navn, det har i nogen af generationerne', () => {
    const egne = [...domaenenavne(lov, '2024-06-01', null)];
    expect(egne).toHaveLength(3);
    for (const generation of ['aeldre', 'nyere'] as const) {
      const licenserede = [...domaenenavne(lov, '2024-06-01', generation).values()];
      for (const [kode, navn] of egne) {
        expect(licenserede).not.toContain(navn);
        expect(licenserede.map((n) => n.toLowerCase().replaceAll(' ', '-'))).not.toContain(kode);
      }
    }
  });

  test('Med licens er der de tre domæners dimensioner i den ene generation, ved siden af temaerne', () => {
    // 5 + 6 + 6 in the older generation; 4 + 3 + 3 in the newer.
    expect(dimensioner('aeldre')).toHaveLength(17);
    expect(dimensioner('nyere')).toHaveLength(10);
    expect(dimensioner('nyere').every((kode) => kode.startsWith('nyere.'))).toBe(true);
    expect(domaenenavne(lov, '2024-06-01', 'aeldre').get('barnet')).toBe('Barnets udviklingsmæssige behov');
  });

  test.each(['2019-06-01', '2024-06-01'])('Hver dimension tæller som et tema, der gælder %s', (dato) => {
    const valg = temavalg(lov, dato, 'nyere');
    for (const kode of dimensioner('nyere', dato)) expect(valg.get(valg.get(kode)?.daekker ?? '')).toBeDefined();
  });

  test('Under serviceloven kræver loven de seks temaer, ikke dimensionerne; under barnets lov ingen', () => {
    const kraevede = (dato: string) =>
      [...temavalg(lov, dato, 'nyere').values()].filter(({ paakraevet }) => paakraevet);
    expect([kraevede('2019-06-01').length, kraevede('2024-06-01').length]).toEqual([6, 0]);
  });
});
