import { beregnFrist, fastsatFrist, STANDARDPARAMETRE, type Beregningsregel } from './frist.js';

const byg = (ekstra: Partial<Beregningsregel>): Beregningsregel => ({
  enhed: 'KALENDERDAG',
  maengde: 1,
  taelHaendelsesdag: false,
  retning: 'FREM',
  forlaengVedLukkedag: false,
  ...ekstra,
});

describe('Forklaringen siger på dansk, hvordan der er regnet', () => {
  it.each<[Partial<Beregningsregel>, string, string]>([
    [
      { enhed: 'HVERDAG', maengde: 6 },
      '2026-11-23',
      '6 hverdage efter mandag den 23. november 2026, lørdag tæller: senest mandag den 30. november 2026.',
    ],
    [
      { enhed: 'TIME', maengde: 24 },
      '2026-10-24T14:30:00+02:00',
      '24 timer efter hændelsen, regnet time for time hele døgnet: senest søndag den 25. oktober 2026 kl. 13:30.',
    ],
    [
      { enhed: 'UGE', maengde: 4, forlaengVedLukkedag: true },
      '2026-05-08',
      '4 uger efter fredag den 8. maj 2026; flyttet fra fredag den 5. juni 2026, der er lukkedag: senest mandag den 8. juni 2026.',
    ],
    [
      { maengde: 7, taelHaendelsesdag: true },
      '2026-11-25',
      '7 dage efter onsdag den 25. november 2026, hændelsesdagen tæller med: senest tirsdag den 1. december 2026.',
    ],
    [
      { enhed: 'AAR', maengde: 3, tidligst: true },
      '2024-05-04',
      '3 år efter lørdag den 4. maj 2024: tidligst tirsdag den 4. maj 2027.',
    ],
  ])('%j fra %s', (regel, start, forklaring) => {
    expect(beregnFrist(byg(regel), start).forklaring).toBe(forklaring);
  });

  it('slutter myndighedens frist på en lukkedag, flyttes den ikke, men den seneste arbejdsdag før siges', () => {
    // Saturday 6 May 2023; Friday the 5th was store bededag.
    expect(beregnFrist(byg({ enhed: 'HVERDAG', maengde: 6 }), '2023-04-28')).toMatchObject({
      forfald: '2023-05-06',
      advis: '2023-05-04',
    });
    expect(fastsatFrist('2026-11-28')).toMatchObject({ forfald: '2026-11-28', advis: '2026-11-27' });
  });

  it('en dato, der er den tidligste mulige, har intet advis (BL § 67)', () => {
    // 4 May 2025 + 3 years is Thursday; + 1 day a Sunday would be told before: it is not.
    expect(beregnFrist(byg({ enhed: 'AAR', maengde: 3, tidligst: true }), '2024-05-08').advis).toBeUndefined();
    expect(beregnFrist(byg({ enhed: 'AAR', maengde: 3, tidligst: true }), '2023-05-06').advis).toBeUndefined();
  });
});

describe('Det tidligste af to (BL § 95, stk. 2)', () => {
  const treMaaneder = byg({ enhed: 'MAANED', maengde: 3 });
  it.each([
    ['undersøgelsen slutter før', '2026-10-12', '2026-10-12'],
    ['undersøgelsen slutter efter', '2026-12-24', '2026-11-30'],
    ['undersøgelsen slutter den dag, indsatsen begynder', '2026-08-31', '2026-08-31'],
    ['undersøgelsen var sluttet, da indsatsen begyndte, og løb ikke sideløbende', '2026-08-30', '2026-11-30'],
  ])('%s', (_tekst, fremrykketTil, forfald) => {
    expect(beregnFrist(treMaaneder, '2026-08-31', STANDARDPARAMETRE, fremrykketTil).forfald).toBe(forfald);
  });
});

describe('Kommunens valg, hvor loven er åben', () => {
  it('fredag efter Kristi himmelfartsdag er lukket, hvor kommunen har valgt det', () => {
    // Ascension Day 2026 is 14 May: four weeks from Friday 17 April end on Friday 15 May, and Monday is the next open day.
    const klage = byg({ enhed: 'UGE', maengde: 4, forlaengVedLukkedag: true });
    expect(beregnFrist(klage, '2026-04-17').forfald).toBe('2026-05-15');
    const valg = { ...STANDARDPARAMETRE, lukkedagSaerdage: ['himmelfartsfredag'] as const };
    expect(beregnFrist(klage, '2026-04-17', valg).forfald).toBe('2026-05-18');
  });

  it('et tidspunkt regnes fra datoen i København: 23:30 UTC er næste dag', () => {
    expect(beregnFrist(byg({}), '2026-01-31T23:30:00Z').forfald).toBe('2026-02-02');
  });
});
