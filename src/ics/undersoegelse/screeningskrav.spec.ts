import { gaeldendeScreening, type Screening } from './screeningskrav.js';

const s = (dato: string, udfald: string): Screening => ({ dato: `2024-${dato}`, udfald });
const gaeldende = (sagens: readonly Screening[], andre: readonly Screening[]) =>
  gaeldendeScreening(sagens, andre, '2024-03-10')?.udfald;

describe('Den screening, der bærer en afgørelse om undersøgelse (BL § 18)', () => {
  test('uden en screening er der ingen, og en fra dagen efter tæller ikke', () => {
    expect(gaeldende([], [])).toBeUndefined();
    expect(gaeldende([s('03-11', 'bfu')], [s('03-11', 'bfu')])).toBeUndefined();
  });

  test('sagens seneste tæller, også den samme dag', () => {
    expect(gaeldende([s('03-01', 'bfu'), s('03-05', 'ingen-afdaekning')], [])).toBe('ingen-afdaekning');
    expect(gaeldende([s('03-05', 'ingen-afdaekning'), s('03-05', 'afdaekning')], [])).toBe('afdaekning');
    expect(gaeldende([s('03-01', 'ingen-afdaekning'), s('03-11', 'bfu')], [])).toBe('ingen-afdaekning');
  });

  test('en underretning, der ikke førte til noget, tager ikke tilbage, hvad en anden viste', () => {
    expect(gaeldende([], [s('03-01', 'bfu'), s('03-05', 'ingen-indsats')])).toBe('bfu');
    expect(gaeldende([s('03-01', 'bfu')], [s('03-05', 'ingen-indsats')])).toBe('bfu');
  });

  test('er sagen siden screenet til, at intet behøves, skal der være kommet noget nyt', () => {
    expect(gaeldende([s('03-05', 'ingen-afdaekning')], [s('03-01', 'bfu')])).toBe('ingen-afdaekning');
    expect(gaeldende([s('03-05', 'ingen-afdaekning')], [s('03-05', 'tidlig-indsats')])).toBe('tidlig-indsats');
  });
});
