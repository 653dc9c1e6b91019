import { indlaesLovpakke } from '../lov/lovpakke.js';
import { erPart, maaUdtaleSig, partsstatus, skalSamtykke, type Partsperson, type Sagsafgoerelse } from './parter.js';

const lov = indlaesLovpakke();
const barn: Partsperson = { rolle: 'barn' };
const mor: Partsperson = { rolle: 'foraelder', angaarSelv: false, foraeldremyndighed: [{ gyldigFra: '2010-01-01' }] };
const far: Partsperson = { rolle: 'foraelder', angaarSelv: true, foraeldremyndighed: [] };
/** Without custody, and the contact that is decided on is another's. */
const andenForaelder: Partsperson = { rolle: 'foraelder', angaarSelv: false, foraeldremyndighed: [] };
/** Had custody until the divorce. */
const medmor: Partsperson = {
  rolle: 'foraelder',
  angaarSelv: false,
  foraeldremyndighed: [{ gyldigFra: '2010-01-01', gyldigTil: '2022-06-30' }],
};

function afgoerelse(kode: string, dato: string, foedselsdato: string | null, giftFra?: string): Sagsafgoerelse {
  const regel = lov.kode('afgoerelser', kode, dato);
  if (regel === undefined) throw new Error(`no decision ${kode} on ${dato}`);
  return { regel, barn: { foedselsdato, ...(giftFra === undefined ? {} : { giftFra }) } };
}

describe('Barnet er part fra 12 år efter serviceloven og fra 10 år efter barnets lov', () => {
  test.each([
    // Born 2013-05-10: 10 years on 2023-05-10, 11 on 2024-05-10, 12 on 2025-05-10.
    ['SEL: 10 år er ikke nok', 'stoettende-indsats', '2023-12-31', '2013-05-10', false],
    ['BL: 10 år er nok, dagen efter', 'stoettende-indsats', '2024-01-01', '2013-05-10', true],
    ['SEL: dagen før 12-årsdagen', 'anbringelse-uden-samtykke', '2021-03-04', '2009-03-05', false],
    ['SEL: på 12-årsdagen', 'anbringelse-uden-samtykke', '2021-03-05', '2009-03-05', true],
    ['BL: dagen før 10-årsdagen', 'anbringelse-uden-samtykke', '2025-03-04', '2015-03-05', false],
    ['BL: på 10-årsdagen', 'anbringelse-uden-samtykke', '2025-03-05', '2015-03-05', true],
    ['Født 29. februar: 28. februar i andre år', 'hjemgivelse', '2026-02-28', '2016-02-29', true],
    ['SEL: ingen partsbeføjelser i undersøgelsen', 'bfu', '2023-06-01', '2007-01-01', false],
    ['BL: heller ikke', 'bfu', '2024-06-01', '2008-01-01', false],
    ['SEL § 167, stk. 4: i efterværn før 18', 'ungestoette', '2023-06-01', '2006-01-01', true],
    ['BL: i ungestøtte', 'ungestoette', '2024-06-01', '2007-01-01', true],
    ['BL § 48: barnets egen anmodning', 'anbringelsesanmodning', '2024-06-01', '2013-01-01', true],
    ['Myndig: altid part', 'bfu', '2024-06-01', '2006-06-01', true],
    ['Ufødt: aldrig part', 'anbringelse-uden-samtykke', '2024-06-01', null, false],
  ] as const)('%s', (_titel, kode, dato, foedt, ventet) => {
    expect(erPart(barn, afgoerelse(kode, dato, foedt), dato)).toBe(ventet);
  });

  test('fra brylluppet er den unge selv myndig, og forældrene er ikke længere parter (forældreansvarsloven § 1)', () => {
    const foer = afgoerelse('bfu', '2024-04-30', '2007-06-01', '2024-05-01');
    const efter = afgoerelse('bfu', '2024-05-01', '2007-06-01', '2024-05-01');
    expect([erPart(barn, foer, '2024-04-30'), erPart(mor, foer, '2024-04-30')]).toEqual([false, true]);
    expect([erPart(barn, efter, '2024-05-01'), erPart(mor, efter, '2024-05-01')]).toEqual([true, false]);
  });

  test('et 11-årigt barn er ikke part i afgørelsen fra 2023, men i den fra 2025', () => {
    // Born 2013-06-01: 10 in 2023, 11 in January 2025.
    expect(erPart(barn, afgoerelse('anbringelsessted', '2023-11-01', '2013-06-01'), '2023-11-01')).toBe(false);
    expect(erPart(barn, afgoerelse('anbringelsessted', '2025-01-15', '2013-06-01'), '2025-01-15')).toBe(true);
  });

  test('alle udvalgets afgørelser giver barnet partsbeføjelser fra lovens alder, og kun derfra', () => {
    for (const [dato, aar, foedtFor, foedtEfter] of [
      ['2023-06-01', 12, '2011-06-01', '2011-06-02'],
      ['2024-06-01', 10, '2014-06-01', '2014-06-02'],
    ] as const) {
      const udvalgets = lov.koder('afgoerelser', dato).filter((a) => a.organ === 'BUU');
      expect(udvalgets).toHaveLength(14);
      for (const { kode, barnPartFraAar } of udvalgets) {
        expect([kode, barnPartFraAar]).toEqual([kode, aar]);
        expect([kode, erPart(barn, afgoerelse(kode, dato, foedtFor), dato)]).toEqual([kode, true]);
        expect([kode, erPart(barn, afgoerelse(kode, dato, foedtEfter), dato)]).toEqual([kode, false]);
      }
    }
  });
});

describe('Forældre er parter gennem forældremyndigheden på afgørelsens dag', () => {
  test.each([
    ['med forældremyndighed', mor, 'stoettende-indsats', '2024-06-01', '2015-01-01', true],
    ['uden', far, 'stoettende-indsats', '2024-06-01', '2015-01-01', false],
    ['uden, men afgørelsen er om samvær (BL § 104)', far, 'samvaer', '2024-06-01', '2015-01-01', true],
    ['uden, og samværet er en andens', andenForaelder, 'samvaer', '2024-06-01', '2015-01-01', false],
    [
      'uden, behandling, der angår forælderen selv (SEL § 167, stk. 2)',
      far,
      'behandling-uddannelse',
      '2023-06-01',
      '2015-01-01',
      true,
    ],
    ['uden, men om samvær (SEL § 71)', far, 'samvaer', '2023-06-01', '2015-01-01', true],
    [
      'uden, afbrydelse af forbindelsen (BL § 142, stk. 3)',
      far,
      'afbrydelse-forbindelse',
      '2024-06-01',
      '2015-01-01',
      true,
    ],
    ['uden, brevkontrol (SEL § 74, stk. 3)', far, 'brev-telefonkontrol', '2023-06-01', '2015-01-01', true],
    ['uden, tilbageholdelse', far, 'tilbageholdelse', '2024-06-01', '2015-01-01', false],
    ['den sidste dag med', medmor, 'stoettende-indsats', '2022-06-30', '2015-01-01', true],
    ['dagen efter', medmor, 'stoettende-indsats', '2022-07-01', '2015-01-01', false],
    ['barnet er fyldt 18', mor, 'ungestoette', '2024-06-01', '2006-06-01', false],
    ['barnet er ufødt', mor, 'anbringelse-uden-samtykke', '2024-06-01', null, true],
  ] as const)('%s', (_titel, person, kode, dato, foedt, ventet) => {
    expect(erPart(person, afgoerelse(kode, dato, foedt), dato)).toBe(ventet);
  });

  test('en anden myndighedsindehaver er part som en forælder, men ikke uden myndighed', () => {
    const bedste = (foraeldremyndighed: readonly { gyldigFra: string }[]): Partsperson => ({
      rolle: 'myndighedsindehaver',
      foraeldremyndighed,
    });
    const a = afgoerelse('samvaer', '2024-06-01', '2015-01-01');
    expect(erPart(bedste([{ gyldigFra: '2020-01-01' }]), a, '2024-06-01')).toBe(true);
    expect(erPart(bedste([]), a, '2024-06-01')).toBe(false);
  });
});

describe('Samtykke', () => {
  test.each([
    ['BL § 32, stk. 2: FMH', mor, 'stoettende-indsats', '2024-06-01', '2008-01-01', true],
    ['BL § 32: ikke den unge', barn, 'stoettende-indsats', '2024-06-01', '2008-01-01', false],
    ['SEL § 52, stk. 2: FMH', mor, 'stoettende-indsats', '2023-06-01', '2015-01-01', true],
    ['SEL § 52: ikke forælderen uden', far, 'stoettende-indsats', '2023-06-01', '2015-01-01', false],
    ['BL § 46: FMH', mor, 'anbringelse-samtykke', '2024-06-01', '2015-01-01', true],
    // 15 on 2024-06-02.
    ['BL § 46: dagen før 15', barn, 'anbringelse-samtykke', '2024-06-01', '2009-06-02', false],
    ['BL § 46: på 15-årsdagen', barn, 'anbringelse-samtykke', '2024-06-02', '2009-06-02', true],
    ['SEL § 53: på 15-årsdagen', barn, 'anbringelse-samtykke', '2023-06-02', '2008-06-02', true],
    ['BL § 67, stk. 3: den unge over 15', barn, 'permanent-anbringelse', '2024-06-01', '2009-06-01', true],
    ['BL § 67: ikke FMH', mor, 'permanent-anbringelse', '2024-06-01', '2009-06-01', false],
    ['udvalget afgør uden samtykke', mor, 'anbringelse-uden-samtykke', '2024-06-01', '2015-01-01', false],
    ['myndig: selv', barn, 'stoettende-indsats', '2024-06-01', '2006-01-01', true],
    ['myndig: ikke mor', mor, 'stoettende-indsats', '2024-06-01', '2006-01-01', false],
  ] as const)('%s', (_titel, person, kode, dato, foedt, ventet) => {
    expect(skalSamtykke(person, afgoerelse(kode, dato, foedt), dato)).toBe(ventet);
  });
});

test('plejeforældre må udtale sig for udvalget om flytning fra privat familiepleje, uden at være parter', () => {
  const pleje: Partsperson = { rolle: 'plejeforaelder' };
  for (const dato of ['2023-06-01', '2024-06-01']) {
    const a = afgoerelse('privat-familiepleje', dato, '2015-01-01');
    expect([maaUdtaleSig(pleje, a, dato), erPart(pleje, a, dato)]).toEqual([true, false]);
    expect(maaUdtaleSig(pleje, afgoerelse('opretholdelse', dato, '2015-01-01'), dato)).toBe(false);
  }
});

test('en regel fra en anden dags lov bruges aldrig', () => {
  expect(() => erPart(barn, afgoerelse('bfu', '2023-12-31', '2010-01-01'), '2024-01-01')).toThrow(RangeError);
  expect(() => skalSamtykke(mor, afgoerelse('bfu', '2024-01-01', '2010-01-01'), '2023-12-31')).toThrow(RangeError);
});

test('grunden kan læses af sagsbehandleren', () => {
  expect(partsstatus(barn, afgoerelse('hjemgivelse', '2024-06-01', '2012-01-01'), '2024-06-01')).toEqual({
    part: true,
    hvorfor: 'Barnet er fyldt 10 år (BL § 100)',
  });
});
