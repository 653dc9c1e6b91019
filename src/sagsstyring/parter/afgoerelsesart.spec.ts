import { Afvist } from '../../faelles/afvist.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { kraevAfgoerelsesart, kraevEtBarn } from './afgoerelsesart.js';

const lov = indlaesLovpakke();

/** The refusal, or null when it is lawful. */
function afslag(kode: string, foedselsdato: string | undefined, dato: string): readonly unknown[] | null {
  try {
    kraevEtBarn(lov, kraevAfgoerelsesart(lov, kode, dato), foedselsdato, dato, 'dato');
    return null;
  } catch (fejl) {
    if (!(fejl instanceof Afvist)) throw fejl;
    return [fejl.kode, fejl.mere.felt, fejl.mere.paragraf];
  }
}

describe('Afgørelser om et barn træffes ikke om en ung på 18 (SEL § 68, stk. 11; BL § 111)', () => {
  // Born 1 March 2003: of age on 1 March 2021. Born 1 March 2008: on 1 March 2026.
  test.each([
    ['anbringelse-uden-samtykke', '2003-03-01', '2021', 'SEL § 58; SEL § 68, stk. 11'],
    ['sikret', '2003-03-01', '2021', 'SEL § 63 b; SEL § 68, stk. 11'],
    ['anbringelse-uden-samtykke', '2008-03-01', '2026', 'BL §§ 47 og 49; BL § 111, stk. 1'],
    ['sikret', '2008-03-01', '2026', 'BL § 62; BL § 111, stk. 1'],
  ])('%s, født %s', (kode, foedt, aar, paragraf) => {
    expect(afslag(kode, foedt, `${aar}-02-28`)).toBeNull();
    expect(afslag(kode, foedt, `${aar}-03-01`)).toEqual(['fyldt-18', 'dato', paragraf]);
  });

  test.each(['2021', '2026'])('ungestøtte er efter 18 og før 23 (%s)', (aar) => {
    const foedt = `${String(Number(aar) - 23)}-06-01`;
    expect(afslag('ungestoette', foedt, `${aar}-05-31`)).toBeNull();
    expect(afslag('ungestoette', foedt, `${aar}-06-01`)?.slice(0, 2)).toEqual(['fyldt-23', 'dato']);
  });

  test('en ukendt eller slettet fødselsdato afviser intet', () => {
    expect(afslag('sikret', undefined, '2026-06-01')).toBeNull();
    expect(afslag('sikret', '[slettet]', '2026-06-01')).toBeNull();
  });
});
