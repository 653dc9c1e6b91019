import { beregnFrist, STANDARDPARAMETRE, type Beregningsregel, type Enhed, type Fristparametre } from './frist.js';
import { plusDage } from './kalender.js';

// Every day, not a sample: what a calendar does wrong, it does on few days. The days that break a property are listed,
// since six thousand expectations are slow.
const DAGE: string[] = [];
for (let dag = '2019-01-01'; dag <= '2035-12-31'; dag = plusDage(dag, 1)) DAGE.push(dag);
const DAGENHEDER: readonly Enhed[] = ['KALENDERDAG', 'HVERDAG', 'ARBEJDSDAG', 'UGE', 'MAANED', 'AAR'];
const MAENGDER = [1, 6];

const byg = (enhed: Enhed, maengde: number, ekstra: Partial<Beregningsregel> = {}): Beregningsregel => ({
  enhed,
  maengde,
  taelHaendelsesdag: false,
  retning: 'FREM',
  forlaengVedLukkedag: false,
  ...ekstra,
});
const forfald = (regel: Beregningsregel, dag: string, valg?: Fristparametre): string =>
  beregnFrist(regel, dag, valg).forfald;

// An oracle that shares nothing with the product: Easter from the table of full moons, weekdays from Date.
const PAASKE: Readonly<Record<number, string>> = {
  2018: '04-01',
  2019: '04-21',
  2020: '04-12',
  2021: '04-04',
  2022: '04-17',
  2023: '04-09',
  2024: '03-31',
  2025: '04-20',
  2026: '04-05',
  2027: '03-28',
  2028: '04-16',
  2029: '04-01',
  2030: '04-21',
  2031: '04-13',
  2032: '03-28',
  2033: '04-17',
  2034: '04-09',
  2035: '03-25',
  2036: '04-13',
};
const LUKKET = new Set(
  Object.entries(PAASKE).flatMap(([aar, paaske]) => {
    const dag = (n: number): string =>
      new Date(Date.parse(`${aar}-${paaske}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
    // Thursday, Friday, Sunday, Monday; store bededag until 2023; Ascension; Whitsun.
    const bevaegelige = [-3, -2, 0, 1, 39, 49, 50, ...(Number(aar) <= 2023 ? [26] : [])].map(dag);
    return [...bevaegelige, `${aar}-01-01`, `${aar}-12-25`, `${aar}-12-26`];
  }),
);
function aaben(dag: string, medLoerdag: boolean, fri: readonly string[]): boolean {
  const ugedag = new Date(`${dag}T12:00:00Z`).getUTCDay();
  return ugedag !== 0 && (medLoerdag || ugedag !== 6) && !LUKKET.has(dag) && !fri.includes(dag.slice(5));
}
interface Aabne {
  readonly dage: readonly string[];
  /** For each day how many open days there are up to and with it. */
  readonly foerste: ReadonlyMap<string, number>;
}
const AABNE = new Map<string, Aabne>();
/** The nth open day after a day, looked up in a list of all open days. */
function orakel(dag: string, n: number, medLoerdag: boolean, fri: readonly string[] = []): string {
  const navn = `${String(medLoerdag)} ${fri.join()}`;
  const kendt = AABNE.get(navn) ?? aabneDage(medLoerdag, fri);
  AABNE.set(navn, kendt);
  return kendt.dage[(kendt.foerste.get(dag) ?? 0) + n - 1] ?? 'ingen';
}
function aabneDage(medLoerdag: boolean, fri: readonly string[]): Aabne {
  const dage: string[] = [];
  const foerste = new Map<string, number>();
  for (let ms = Date.UTC(2018, 11, 1, 12); ms < Date.UTC(2036, 5, 1); ms += 86_400_000) {
    const dag = new Date(ms).toISOString().slice(0, 10);
    if (aaben(dag, medLoerdag, fri)) dage.push(dag);
    foerste.set(dag, dage.length);
  }
  return { dage, foerste };
}

describe('Hver dag 2019-2035', () => {
  describe.each(DAGENHEDER)('%s', (enhed) => {
    it('en senere hændelse giver aldrig en tidligere frist, frem eller baglæns, med eller uden forlængelse', () => {
      const regler = MAENGDER.flatMap((n) =>
        (['FREM', 'BAGLAENS'] as const).flatMap((retning) =>
          [false, true].map((forlaengVedLukkedag) => byg(enhed, n, { retning, forlaengVedLukkedag })),
        ),
      );
      const brud = regler.flatMap((regel) => {
        let foer = '';
        return DAGE.filter((dag) => {
          const nu = forfald(regel, dag);
          const brudt = nu < foer;
          foer = nu;
          return brudt;
        });
      });
      expect(brud).toEqual([]);
    });

    it('fristen ligger efter hændelsen, baglæns før; tælles dagen med, ligger den aldrig før', () => {
      const brud = DAGE.filter((dag) =>
        MAENGDER.some(
          (n) =>
            forfald(byg(enhed, n), dag) <= dag ||
            forfald(byg(enhed, n, { retning: 'BAGLAENS' }), dag) >= dag ||
            forfald(byg(enhed, n, { taelHaendelsesdag: true }), dag) < dag ||
            forfald(byg(enhed, n, { taelHaendelsesdag: true }), dag) > forfald(byg(enhed, n), dag),
        ),
      );
      expect(brud).toEqual([]);
    });
  });

  it.each([
    ['HVERDAG, lørdag tæller', 'HVERDAG', {}, true, []],
    ['HVERDAG, mandag-fredag', 'HVERDAG', { hverdagsprofil: 'man-fre' }, false, []],
    [
      'HVERDAG, mandag-fredag uden 24. og 31. december',
      'HVERDAG',
      { hverdagsprofil: 'man-fre', hverdagSaerdage: ['12-24', '12-31'] },
      false,
      ['12-24', '12-31'],
    ],
    ['ARBEJDSDAG', 'ARBEJDSDAG', {}, false, ['12-24', '12-31', '06-05']],
    ['ARBEJDSDAG med grundlovsdag, 24. og 31. december', 'ARBEJDSDAG', { arbejdsfriSaerdage: [] }, false, []],
  ] as const)('%s er den, man finder ved at tælle i kalenderen', (_navn, enhed, valg, medLoerdag, fri) => {
    const parametre: Fristparametre = { ...STANDARDPARAMETRE, ...valg };
    const brud = DAGE.flatMap((dag) =>
      [1, 6, 7]
        .filter((n) => forfald(byg(enhed, n), dag, parametre) !== orakel(dag, n, medLoerdag, fri))
        .map((n) => [dag, n]),
    );
    expect(brud).toEqual([]);
  });

  it.each(['loerdag-taeller', 'man-fre'] as const)(
    '%s: baglæns og frem mødes, når man begynder på en hverdag',
    (profil) => {
      const parametre: Fristparametre = { ...STANDARDPARAMETRE, hverdagsprofil: profil };
      const brud = DAGE.filter((dag) => aaben(dag, profil === 'loerdag-taeller', [])).filter((dag) =>
        MAENGDER.some(
          (n) =>
            forfald(
              byg('HVERDAG', n, { retning: 'BAGLAENS' }),
              forfald(byg('HVERDAG', n), dag, parametre),
              parametre,
            ) !== dag,
        ),
      );
      expect(brud).toEqual([]);
    },
  );

  it('dage og uger går lige langt begge veje', () => {
    const brud = DAGE.filter((dag) =>
      MAENGDER.some((n) =>
        (['KALENDERDAG', 'UGE'] as const).some(
          (enhed) => forfald(byg(enhed, n, { retning: 'BAGLAENS' }), forfald(byg(enhed, n), dag)) !== dag,
        ),
      ),
    );
    expect(brud).toEqual([]);
  });

  it('måneder og år rammer samme datotal eller månedens sidste dag, begge veje', () => {
    const brud = DAGE.flatMap((dag) =>
      (
        [
          ['MAANED', 2],
          ['MAANED', 3],
          ['MAANED', 4],
          ['MAANED', 6],
          ['AAR', 1],
          ['AAR', 2],
          ['AAR', 3],
        ] as const
      ).flatMap(([enhed, n]) =>
        (['FREM', 'BAGLAENS'] as const)
          .filter((retning) => {
            const slut = forfald(byg(enhed, n, { retning }), dag);
            const [a, b] = [dag, slut].map((d) => d.split('-').map(Number));
            const [aar0 = 0, maaned0 = 0, dag0 = 0] = a ?? [];
            const [aar1 = 0, maaned1 = 0, dag1 = 0] = b ?? [];
            const oensket = (enhed === 'AAR' ? 12 * n : n) * (retning === 'FREM' ? 1 : -1);
            const sidste = new Date(Date.UTC(aar1, maaned1, 0)).getUTCDate();
            return (aar1 - aar0) * 12 + maaned1 - maaned0 !== oensket || dag1 !== Math.min(dag0, sidste);
          })
          .map((retning) => [dag, enhed, n, retning]),
      ),
    );
    expect(brud).toEqual([]);
  });

  it('24 timer er 86.400 sekunder, også når uret stilles, og vises med den forskydning, der gælder da', () => {
    const brud = DAGE.flatMap((dag) =>
      // Around the hours at which the clock is set, and around noon.
      ['00:30', '01:30', '11:30'].filter((klokken) => {
        const start = `${dag}T${klokken}:00Z`;
        const slut = forfald(byg('TIME', 24), start);
        const sommer = erSommertid(Date.parse(start) + 86_400_000);
        return Date.parse(slut) - Date.parse(start) !== 86_400_000 || !slut.endsWith(sommer ? '+02:00' : '+01:00');
      }),
    );
    expect(brud).toEqual([]);
  });

  it('kun borgerens frist flyttes, og kun frem til første åbne dag; advis findes, når forfald ikke er en arbejdsdag', () => {
    const { lukkedagSaerdage, arbejdsfriSaerdage } = STANDARDPARAMETRE;
    const brud = DAGE.filter((dag) => {
      const fast = beregnFrist(byg('UGE', 4), dag);
      const flyttet = forfald(byg('UGE', 4, { forlaengVedLukkedag: true }), dag);
      const rette = aaben(fast.forfald, false, lukkedagSaerdage)
        ? fast.forfald
        : orakel(fast.forfald, 1, false, lukkedagSaerdage);
      const arbejdsdag = aaben(fast.forfald, false, arbejdsfriSaerdage);
      return (
        flyttet !== rette ||
        arbejdsdag !== (fast.advis === undefined) ||
        (fast.advis !== undefined &&
          (fast.advis >= fast.forfald || orakel(fast.advis, 1, false, arbejdsfriSaerdage) <= fast.forfald))
      );
    });
    expect(brud).toEqual([]);
  });

  it('den strengeste læsning er standard: at lade lørdag tælle giver aldrig en senere frist', () => {
    const manFre: Fristparametre = { ...STANDARDPARAMETRE, hverdagsprofil: 'man-fre' };
    expect(DAGE.filter((dag) => forfald(byg('HVERDAG', 6), dag) > forfald(byg('HVERDAG', 6), dag, manFre))).toEqual([]);
  });

  it('store bededag er lukket til og med 2023 og en almindelig fredag derefter (LOV 214/2023)', () => {
    // The day before store bededag, a Thursday: one hverdag later is Saturday while it was a holiday, and Friday after.
    const ugedag = (dag: string): number => new Date(`${dag}T12:00:00Z`).getUTCDay();
    const fund = Object.entries(PAASKE)
      .filter(([aar]) => Number(aar) >= 2019 && Number(aar) <= 2035)
      .map(([aar, paaske]) => [Number(aar), ugedag(forfald(byg('HVERDAG', 1), plusDage(`${aar}-${paaske}`, 25)))]);
    expect(fund).toEqual(fund.map(([aar = 0]) => [aar, aar <= 2023 ? 6 : 5]));
  });
});

/** Summer time in the EU: from the last Sunday of March to the last Sunday of October, at 01:00 UTC. */
function erSommertid(ms: number): boolean {
  const aar = new Date(ms).getUTCFullYear();
  const sidsteSoendag = (maaned: number): number => {
    const sidste = Date.UTC(aar, maaned + 1, 0, 1);
    return sidste - new Date(sidste).getUTCDay() * 86_400_000;
  };
  return ms >= sidsteSoendag(2) && ms < sidsteSoendag(9);
}
