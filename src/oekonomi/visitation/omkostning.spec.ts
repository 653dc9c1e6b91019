import fc from 'fast-check';
import { beregnOmkostning, laegSammen, passerSammen, type Prisaftale } from './omkostning.js';
import { type Antalpr, type Prisenhed } from '../indsats/tilstand.js';

const aftale = (mere: Partial<Prisaftale>): Prisaftale => ({
  prisOere: 10_000,
  prisEnhed: 'time',
  antalHundrededele: 100,
  antalPr: 'uge',
  start: '2024-01-01',
  maaneder: 12,
  ...mere,
});

describe('Den forventede omkostning ved en indsats', () => {
  it.each<[string, Partial<Prisaftale>, number, readonly (readonly [number, number])[]]>([
    // 2024 has 366 days: 366 / 7 weeks × 2.5 hours × 425.00 kr. = 55,553.571… kr.
    ['2½ time om ugen i 2024', { prisOere: 42_500, antalHundrededele: 250 }, 5_555_357, [[2024, 5_555_357]]],
    // Twelve months at 12,500.00 kr.
    [
      'en fast pris pr. måned',
      { prisOere: 1_250_000, prisEnhed: 'maaned', antalPr: 'maaned' },
      15_000_000,
      [[2024, 15_000_000]],
    ],
    // 1 October to 30 September: 92 days in 2024, 273 in 2025, at 2,000.00 kr. a day.
    [
      'døgnpris over et årsskifte',
      { prisOere: 200_000, prisEnhed: 'doegn', antalPr: 'doegn', start: '2024-10-01' },
      73_000_000,
      [
        [2024, 18_400_000],
        [2025, 54_600_000],
      ],
    ],
    // Half of the month from 16 December 2024 is 16 of 31 days in 2024: 16 / 31 × 31,000.00 kr. = 16,000.00 kr.
    [
      'en begyndt måned deles efter dage',
      { prisOere: 3_100_000, prisEnhed: 'maaned', antalPr: 'maaned', start: '2024-12-16', maaneder: 1 },
      3_100_000,
      [
        [2024, 1_600_000],
        [2025, 1_500_000],
      ],
    ],
    // Two days a month at 1,800.00 kr. for six months.
    [
      'to døgns støtteophold om måneden',
      { prisOere: 180_000, prisEnhed: 'doegn', antalHundrededele: 200, antalPr: 'maaned', maaneder: 6 },
      2_160_000,
      [[2024, 2_160_000]],
    ],
    // Once: all of it falls in the year it begins.
    [
      'et engangsbeløb',
      { prisOere: 500_000, prisEnhed: 'stk', antalPr: 'periode', start: '2024-11-01' },
      500_000,
      [
        [2024, 500_000],
        [2025, 0],
      ],
    ],
  ])('%s', (_navn, mere, ialtOere, prAar) => {
    expect(beregnOmkostning(aftale(mere))).toMatchObject({
      ialtOere,
      prAar: prAar.map(([aar, oere]) => ({ aar, oere })),
    });
  });

  it('gennemsnittet pr. måned er det hele delt med månederne', () => {
    expect(beregnOmkostning(aftale({ prisOere: 42_500, antalHundrededele: 250 })).prMaanedOere).toBe(462_946);
  });

  it('flere indsatser lægges sammen, også år for år', () => {
    const a = beregnOmkostning(aftale({ prisOere: 1_250_000, prisEnhed: 'maaned', antalPr: 'maaned' }));
    const b = beregnOmkostning(
      aftale({ prisOere: 200_000, prisEnhed: 'doegn', antalPr: 'doegn', start: '2024-10-01' }),
    );
    expect(laegSammen([a, b], 12)).toEqual({
      ialtOere: 88_000_000,
      prMaanedOere: 7_333_333,
      prAar: [
        { aar: 2024, oere: 33_400_000 },
        { aar: 2025, oere: 54_600_000 },
      ],
    });
    expect(laegSammen([], 0)).toEqual({ ialtOere: 0, prMaanedOere: 0, prAar: [] });
  });

  it('årene giver tilsammen altid præcis det hele', () => {
    const enheder: readonly Prisenhed[] = ['time', 'doegn', 'uge', 'maaned', 'stk'];
    const straekninger: readonly Antalpr[] = ['doegn', 'uge', 'maaned', 'periode'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.constantFrom(...enheder),
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom(...straekninger),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 276 }),
        (prisOere, prisEnhed, antalHundrededele, antalPr, dag, maaneder) => {
          const start = new Date(Date.UTC(2019, 0, 1) + dag * 86_400_000).toISOString().slice(0, 10);
          const o = beregnOmkostning({ prisOere, prisEnhed, antalHundrededele, antalPr, start, maaneder });
          expect(o.prAar.reduce((sum, { oere }) => sum + oere, 0)).toBe(o.ialtOere);
          expect(o.prAar.every(({ oere }) => oere >= 0)).toBe(true);
          expect(Number.isSafeInteger(o.ialtOere)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('en pris pr. måned kan ikke gælde hver dag', () => {
    expect([
      passerSammen('maaned', 'doegn'),
      passerSammen('time', 'doegn'),
      passerSammen('doegn', 'doegn'),
      passerSammen('stk', 'periode'),
    ]).toEqual([false, true, true, true]);
  });
});
