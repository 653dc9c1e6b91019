import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  beregnFrist,
  fastsatFrist,
  STANDARDPARAMETRE,
  type Beregningsregel,
  type Enhed,
  type Fristparametre,
} from './frist.js';
import { erArbejdsdag, erHverdag, laegMaanederTil, plusDage } from './kalender.js';
import { indlaesLovpakke } from './lov/lovpakke.js';

const lov = indlaesLovpakke();
const MAN_FRE: Partial<Fristparametre> = { hverdagsprofil: 'man-fre' };
const UDEN_SAERDAGE: Partial<Fristparametre> = { arbejdsfriSaerdage: [] };

/** The rule as the pack has it on the date of the event. */
function regel(id: string, dato: string): Beregningsregel {
  const fundet = lov.regel(id, dato);
  if (fundet?.maengde === undefined || fundet.enhed === undefined) throw new Error(`${id} has no amount on ${dato}`);
  const { maengde, enhed, taelHaendelsesdag = false, retning = 'FREM', forlaengVedLukkedag = false } = fundet;
  return { maengde, enhed, taelHaendelsesdag, retning, forlaengVedLukkedag };
}

function frist(id: string, start: string, valg: Partial<Fristparametre> = {}, fremrykketTil?: string) {
  return beregnFrist(regel(id, start.slice(0, 10)), start, { ...STANDARDPARAMETRE, ...valg }, fremrykketTil);
}

describe('24 timer er 24 virkelige timer (SEL § 155, stk. 2; BL § 136)', () => {
  it.each([
    ['juledag ændrer intet', '2026-12-24T22:15:00+01:00', '2026-12-25T22:15:00+01:00'],
    // The clock goes from 02:00 to 03:00 on 29 March: the wall clock is one hour further.
    ['sommertid begynder', '2026-03-28T14:30:00+01:00', '2026-03-29T15:30:00+02:00'],
    // The clock goes from 03:00 back to 02:00 on 25 October.
    ['sommertid slutter', '2026-10-24T14:30:00+02:00', '2026-10-25T13:30:00+01:00'],
    ['den tvetydige time er den første', '2026-10-24T02:30:00+02:00', '2026-10-25T02:30:00+02:00'],
  ])('%s', (_tekst, start, forventet) => {
    expect(frist('underretning-akutvurdering', start).forfald).toBe(forventet);
  });
});

describe('Kvittering inden 6 hverdage (SEL § 155 b, stk. 1; BL kap. 16)', () => {
  it.each<[string, string, Partial<Fristparametre>, string]>([
    // Tue 24, Wed 25, Thu 26, Fri 27, Sat 28, Mon 30.
    ['lørdag tæller', '2026-11-23', {}, '2026-11-30'],
    ['kun mandag-fredag', '2026-11-23', MAN_FRE, '2026-12-01'],
    // Sat 28, Mon 30, Tue 31, Wed 1, (2, 3 holidays) Sat 4, (5, 6 Easter) Tue 7.
    ['over påske, lørdag tæller', '2026-03-27', {}, '2026-04-07'],
    ['over påske, kun mandag-fredag', '2026-03-27', MAN_FRE, '2026-04-09'],
    // Sat 29, Mon 1, Tue 2, Wed 3, Thu 4, (5 May store bededag) Sat 6.
    ['store bededag er helligdag til og med 2023, lørdag tæller', '2023-04-28', {}, '2023-05-06'],
    ['store bededag er helligdag til og med 2023, kun mandag-fredag', '2023-04-28', MAN_FRE, '2023-05-09'],
    ['store bededag er almindelig dag fra 2024, lørdag tæller', '2024-04-19', {}, '2024-04-26'],
    ['store bededag er almindelig dag fra 2024, kun mandag-fredag', '2024-04-19', MAN_FRE, '2024-04-29'],
    // 24, 28, 29, 30, 31 December, Sat 2 January.
    ['omkring jul, lørdag tæller', '2026-12-23', {}, '2027-01-02'],
    ['omkring jul, mandag-fredag med 24. og 31. december', '2026-12-23', MAN_FRE, '2027-01-04'],
    [
      'omkring jul, mandag-fredag uden 24. og 31. december',
      '2026-12-23',
      { ...MAN_FRE, hverdagSaerdage: ['12-24', '12-31'] },
      '2027-01-06',
    ],
  ])('%s', (_tekst, start, valg, forventet) => {
    expect(frist('underretning-kvittering', start, valg).forfald).toBe(forventet);
  });

  it('slutter fristen på en lørdag, advises den seneste arbejdsdag før', () => {
    // Sat 6 May 2023; Friday the 5th was a public holiday.
    expect(frist('underretning-kvittering', '2023-04-28').advis).toBe('2023-05-04');
  });
});

describe('Aktindsigt inden 7 arbejdsdage (offentlighedsloven § 36, stk. 2)', () => {
  it.each<[string, string, Partial<Fristparametre>, string]>([
    ['almindelig uge', '2026-11-23', {}, '2026-12-02'],
    ['grundlovsdag er fri', '2026-06-01', {}, '2026-06-11'],
    ['grundlovsdag er arbejdsdag', '2026-06-01', UDEN_SAERDAGE, '2026-06-10'],
  ])('%s', (_tekst, start, valg, forventet) => {
    expect(frist('aktindsigt', start, valg).forfald).toBe(forventet);
  });
});

describe('Formandens foreløbige afgørelse (SEL § 75; BL § 143)', () => {
  it('syv dage med iværksættelsesdagen som dag 1; søndag forlænger ikke (stk. 4)', () => {
    expect(frist('formandsbeslutning-godkendelse', '2026-11-23')).toMatchObject({
      forfald: '2026-11-29',
      advis: '2026-11-27',
    });
  });
  it('juledage tælles med (stk. 4)', () => {
    expect(frist('formandsbeslutning-godkendelse', '2026-12-24').forfald).toBe('2026-12-30');
  });
  it('gælder højst en måned', () => {
    expect(frist('formandsbeslutning-gyldighed', '2026-11-23').forfald).toBe('2026-12-23');
  });
});

describe('Måneder og år (SEL §§ 50, 62, 70, 140; BL §§ 20, 23, 50, 91, 95)', () => {
  it.each([
    [
      'bfu-afslutning',
      'undersøgelsen er færdig fire måneder efter opmærksomhed',
      '2026-11-23',
      '2027-03-23',
      undefined,
    ],
    ['bfu-afslutning', 'der er ingen 31. februar, og fristen forlænges ikke', '2026-10-31', '2027-02-28', '2027-02-26'],
    ['bfu-afslutning', 'skudår', '2027-10-31', '2028-02-29', undefined],
    ['barnets-plan', 'barnets plan tre måneder efter afgørelsen', '2026-11-30', '2027-02-28', '2027-02-26'],
    ['opfoelgning-foerste', 'første opfølgning tre måneder efter iværksættelse', '2026-08-31', '2026-11-30', undefined],
    ['bfu-uden-samtykke-ophold', 'undersøgelse uden samtykke to måneder', '2026-11-23', '2027-01-23', '2027-01-22'],
    ['anbringelse-genbehandling-1aar', 'genbehandling efter et år fra skuddag', '2024-02-29', '2025-02-28', undefined],
    ['ungestoette-afgoerelse', 'seks måneder før 18 år', '2027-05-23', '2026-11-23', undefined],
    ['ungestoette-afgoerelse', 'seks måneder før 18 år, kort måned', '2027-08-31', '2027-02-28', '2027-02-26'],
  ])('%s: %s', (id, _tekst, start, forfald, advis) => {
    const svar = frist(id, start);
    expect([svar.forfald, svar.advis]).toEqual([forfald, advis]);
  });

  it('første opfølgning er det tidligste af tre måneder og undersøgelsens afslutning (BL § 95, stk. 2)', () => {
    expect(frist('opfoelgning-foerste', '2026-08-31', {}, '2026-10-12').forfald).toBe('2026-10-12');
    expect(frist('opfoelgning-foerste', '2026-08-31', {}, '2026-12-24').forfald).toBe('2026-11-30');
  });
});

describe('Klage (RSL §§ 66-67)', () => {
  it('borgerens fire uger forlænges over jul til første åbne dag', () => {
    // 24 December + holidays + Sunday 27.
    expect(frist('klagefrist', '2026-11-26').forfald).toBe('2026-12-28');
  });
  it('borgerens fire uger forlænges over grundlovsdag', () => {
    expect(frist('klagefrist', '2026-05-08').forfald).toBe('2026-06-08');
  });
  it('kommunens fire uger forlænges ikke', () => {
    expect(frist('remonstration', '2026-12-03')).toMatchObject({ forfald: '2026-12-31', advis: '2026-12-30' });
  });
});

describe('Forklaringen siger, hvordan der er regnet', () => {
  it('på dansk med ugedag og valg', () => {
    expect(frist('underretning-kvittering', '2026-11-23').forklaring).toBe(
      '6 hverdage efter mandag den 23. november 2026, lørdag tæller: senest mandag den 30. november 2026.',
    );
    expect(frist('underretning-akutvurdering', '2026-10-24T14:30:00+02:00').forklaring).toContain(
      'senest søndag den 25. oktober 2026 kl. 13:30',
    );
    expect(frist('klagefrist', '2026-05-08').forklaring).toContain(
      'flyttet fra fredag den 5. juni 2026, der er lukkedag',
    );
    expect(fastsatFrist('2026-11-28')).toMatchObject({ forfald: '2026-11-28', advis: '2026-11-27' });
  });
});

describe('Egenskaber for hver dag 2019-2035', () => {
  const dage: string[] = [];
  for (let dag = '2019-01-01'; dag <= '2035-12-31'; dag = plusDage(dag, 1)) dage.push(dag);
  const dagArb = fc.constantFrom(...dage);
  const enhedArb = fc.constantFrom<Enhed>('KALENDERDAG', 'HVERDAG', 'ARBEJDSDAG', 'UGE', 'MAANED', 'AAR');
  const byg = (enhed: Enhed, maengde: number, ekstra: Partial<Beregningsregel> = {}): Beregningsregel => ({
    enhed,
    maengde,
    taelHaendelsesdag: false,
    retning: 'FREM',
    forlaengVedLukkedag: false,
    ...ekstra,
  });

  // The days that break the rule; one expectation, since six thousand are slow.
  it('hver dag: fire måneder rammer samme datotal eller månedens sidste dag, aldrig den næste måned', () => {
    const brud = dage.filter((dag) => {
      const [a, b] = [dag, beregnFrist(byg('MAANED', 4), dag).forfald].map((d) => Temporal.PlainDate.from(d));
      if (a === undefined || b === undefined) return true;
      const maaneder = (b.year - a.year) * 12 + b.month - a.month;
      return maaneder !== 4 || !(b.day === a.day || (b.day === b.daysInMonth && a.day > b.daysInMonth));
    });
    expect(brud).toEqual([]);
  });

  it.each(['loerdag-taeller', 'man-fre'] as const)(
    'hver dag (%s): præcis seks hverdage ligger efter start til og med forfald, og forfald er selv en hverdag',
    (hverdagsprofil) => {
      const brud = dage.filter((dag) => {
        const { forfald } = beregnFrist(byg('HVERDAG', 6), dag, { ...STANDARDPARAMETRE, hverdagsprofil });
        let antal = 0;
        for (let d = plusDage(dag, 1); d <= forfald; d = plusDage(d, 1)) antal += erHverdag(d, hverdagsprofil) ? 1 : 0;
        return antal !== 6 || !erHverdag(forfald, hverdagsprofil);
      });
      expect(brud).toEqual([]);
    },
  );

  it('hver dag: 24 timer er 86.400 sekunder', () => {
    const brud = dage.filter((dag) => {
      const start = `${dag}T11:30:00Z`;
      return Date.parse(beregnFrist(byg('TIME', 24), start).forfald) - Date.parse(start) !== 86_400_000;
    });
    expect(brud).toEqual([]);
  });

  it('at lade lørdag tælle giver aldrig en senere frist', () => {
    fc.assert(
      fc.property(dagArb, fc.integer({ min: 1, max: 30 }), (dag, n) => {
        const streng = beregnFrist(byg('HVERDAG', n), dag).forfald;
        expect(
          streng <= beregnFrist(byg('HVERDAG', n), dag, { ...STANDARDPARAMETRE, hverdagsprofil: 'man-fre' }).forfald,
        ).toBe(true);
      }),
    );
  });

  it('en senere hændelse giver aldrig en tidligere frist', () => {
    fc.assert(
      fc.property(
        dagArb,
        enhedArb,
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (dag, enhed, n, forlaengVedLukkedag) => {
          const r = byg(enhed, n, { forlaengVedLukkedag });
          expect(beregnFrist(r, dag).forfald <= beregnFrist(r, plusDage(dag, 1)).forfald).toBe(true);
        },
      ),
    );
  });

  it('advis er en arbejdsdag, ligger før forfald og findes netop, når forfald ikke er en arbejdsdag', () => {
    fc.assert(
      fc.property(dagArb, enhedArb, fc.integer({ min: 1, max: 12 }), (dag, enhed, n) => {
        const svar = beregnFrist(byg(enhed, n), dag);
        const { arbejdsfriSaerdage } = STANDARDPARAMETRE;
        expect(svar.advis === undefined).toBe(erArbejdsdag(svar.forfald, arbejdsfriSaerdage));
        if (svar.advis !== undefined)
          expect(erArbejdsdag(svar.advis, arbejdsfriSaerdage) && svar.advis < svar.forfald).toBe(true);
      }),
    );
  });

  it('kun borgerens frist flyttes, og kun frem til første åbne dag', () => {
    fc.assert(
      fc.property(dagArb, fc.integer({ min: 1, max: 8 }), (dag, n) => {
        const fast = beregnFrist(byg('UGE', n), dag).forfald;
        const flyttet = beregnFrist(byg('UGE', n, { forlaengVedLukkedag: true }), dag).forfald;
        expect(fast).toBe(plusDage(dag, n * 7));
        expect(erArbejdsdag(flyttet, STANDARDPARAMETRE.lukkedagSaerdage)).toBe(true);
        for (let d = fast; d < flyttet; d = plusDage(d, 1))
          expect(erArbejdsdag(d, STANDARDPARAMETRE.lukkedagSaerdage)).toBe(false);
      }),
    );
  });

  it('med hændelsesdagen som dag 1 er fristen en dag kortere', () => {
    fc.assert(
      fc.property(
        dagArb,
        fc.constantFrom<Enhed>('KALENDERDAG', 'UGE', 'MAANED', 'AAR'),
        fc.integer({ min: 1, max: 9 }),
        (dag, enhed, n) => {
          expect(plusDage(beregnFrist(byg(enhed, n, { taelHaendelsesdag: true }), dag).forfald, 1)).toBe(
            beregnFrist(byg(enhed, n), dag).forfald,
          );
        },
      ),
    );
  });

  it('baglæns ligger fristen før, og månedsregning går begge veje', () => {
    fc.assert(
      fc.property(dagArb, enhedArb, fc.integer({ min: 1, max: 12 }), (dag, enhed, n) => {
        expect(beregnFrist(byg(enhed, n, { retning: 'BAGLAENS' }), dag).forfald < dag).toBe(true);
        expect(beregnFrist(byg('MAANED', n, { retning: 'BAGLAENS' }), dag).forfald).toBe(laegMaanederTil(dag, -n));
      }),
    );
  });

  it('et tidspunkt regnes fra datoen i København: 23:30 UTC er næste dag', () => {
    expect(beregnFrist(byg('KALENDERDAG', 1), '2026-01-31T23:30:00Z').forfald).toBe('2026-02-02');
  });
});
