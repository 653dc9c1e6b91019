import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { alder, dagFyldt } from './alder.js';
import { beloebTekst, tilOere } from './beloeb.js';
import {
  datoTekst,
  erArbejdsdag,
  erHverdag,
  helligdag,
  helligdage,
  laegMaanederTil,
  paaskedag,
  plusDage,
  ugedag,
} from './kalender.js';
import { gaelder, overlapper } from './periode.js';

describe('Kalenderen', () => {
  it.each([
    [2018, '2018-04-01'],
    [2019, '2019-04-21'],
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2035, '2035-03-25'],
    [2038, '2038-04-25'],
  ])('påskedag %i er %s', (aar, dato) => {
    expect(paaskedag(aar)).toBe(dato);
  });

  it('påskedag er altid en søndag mellem 22. marts og 25. april', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (aar) => {
        const dato = paaskedag(aar);
        expect(ugedag(dato) === 7 && dato >= `${aar}-03-22` && dato <= `${aar}-04-25`).toBe(true);
      }),
    );
  });

  it('store bededag er helligdag til og med 2023 (LOV 214/2023)', () => {
    expect(helligdag('2023-05-05')).toBe('store bededag');
    expect(helligdag('2024-04-26')).toBeUndefined();
    expect([helligdage(2023).size, helligdage(2024).size]).toEqual([11, 10]);
  });

  it('grundlovsdag, 1. maj, 24. og 31. december er ikke helligdage, men kan være fri', () => {
    for (const dato of ['2026-05-01', '2026-06-05', '2026-12-24', '2026-12-31']) {
      expect([
        helligdag(dato),
        erArbejdsdag(dato, []),
        erArbejdsdag(dato, ['05-01', '06-05', '12-24', '12-31']),
      ]).toEqual([undefined, true, false]);
    }
  });

  it('lørdag er hverdag efter den ene profil, søndag aldrig', () => {
    expect([
      erHverdag('2026-11-28', 'loerdag-taeller'),
      erHverdag('2026-11-28', 'man-fre'),
      erHverdag('2026-11-29', 'loerdag-taeller'),
    ]).toEqual([true, false, false]);
  });

  it('en måned efter 31. januar er månedens sidste dag', () => {
    expect([
      laegMaanederTil('2026-01-31', 1),
      laegMaanederTil('2028-01-31', 1),
      laegMaanederTil('2026-03-31', -1),
    ]).toEqual(['2026-02-28', '2028-02-29', '2026-02-28']);
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-11-23T10:00:00Z', 'i dag'])('%s er ikke en dato', (tekst) => {
    expect(() => ugedag(tekst)).toThrow(RangeError);
    expect(() => laegMaanederTil(tekst.slice(0, 10), 1) && plusDage(tekst, 1)).toThrow(RangeError);
  });

  it('en dag frem og tilbage er samme dag, også hen over årtusinder', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40000, max: 40000 }), (n) => {
        const dato = plusDage('1970-01-01', n);
        expect([plusDage(dato, -n), ugedag(dato)]).toEqual(['1970-01-01', Temporal.PlainDate.from(dato).dayOfWeek]);
      }),
    );
  });

  it('datoer siges på dansk', () => {
    expect(datoTekst('2026-03-07')).toBe('lørdag den 7. marts 2026');
  });
});

describe('Alder på en dato (BL § 3: 10 år; SEL: 12 år; samtykke: 15 år)', () => {
  it.each([
    ['dagen før fødselsdagen', '2010-05-23', '2028-05-22', 17],
    ['på fødselsdagen', '2010-05-23', '2028-05-23', 18],
    ['født 29. februar fylder 28. februar i andre år', '2012-02-29', '2030-02-28', 18],
    ['født 29. februar fylder 29. februar i skudår', '2012-02-29', '2028-02-28', 15],
    ['før fødslen', '2026-11-23', '2026-11-22', -1],
  ])('%s', (_tekst, foedt, dato, aar) => {
    expect(alder(foedt, dato)).toBe(aar);
  });

  it('alderen skifter netop på dagen, man fylder', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 23 }),
        (d, aar) => {
          const foedt = d.toISOString().slice(0, 10);
          const dag = dagFyldt(foedt, aar);
          expect(alder(foedt, dag)).toBe(aar);
        },
      ),
    );
  });
});

describe('Beløb i hele øre', () => {
  it('kroner med højst to decimaler', () => {
    expect([tilOere(1234.5), tilOere('1.234,50'), tilOere('-0,05'), tilOere(0.29)]).toEqual([123450, 123450, -5, 29]);
    expect(() => tilOere('1,005')).toThrow(RangeError);
    expect([beloebTekst(123450), beloebTekst(-5), beloebTekst(100000000)]).toEqual([
      '1.234,50 kr.',
      '-0,05 kr.',
      '1.000.000,00 kr.',
    ]);
  });
});

describe('Perioder har begge ender med', () => {
  it('gælder og overlapper', () => {
    const sel = { gyldigFra: '2007-01-01', gyldigTil: '2023-12-31' };
    const bl = { gyldigFra: '2024-01-01' };
    expect([
      gaelder(sel, '2023-12-31'),
      gaelder(bl, '2023-12-31'),
      overlapper(sel, bl),
      overlapper(sel, { gyldigFra: '2023-12-31' }),
    ]).toEqual([true, false, false, true]);
  });
});
