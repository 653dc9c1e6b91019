import { fold } from '../../platform/commands/decider.js';
import { given } from '../../platform/testing/given-when-then.js';
import { anbringelseDecider } from './anbringelse.js';
import { type Anbringelsesrettelse } from './rettelse.js';
import { beslut, dag, efter, ivaerksaet, LOVE, nu } from './testing/forloeb.js';

describe.each(LOVE)('Kendsgerninger om en anbringelse rettes (%s)', (regime) => {
  const ret = (dato: string): Anbringelsesrettelse => ({
    ...{ type: 'RetAnbringelsesivaerksaettelse', dato, regime, naesteTilsynSenest: dag(regime, '09-07') },
    begrundelse: 'Plejefamiliens kalender.',
  });
  const anbragt = efter(regime, beslut(regime), ivaerksaet(regime));

  test('dagen, barnet flyttede ind: den nye, den gamle og det første tilsyn', () => {
    const [rettet] = given(anbringelseDecider, ...anbragt).then(ret(dag(regime, '03-07')), nu(regime));
    expect(rettet).toMatchObject({
      type: 'oekonomi.AnbringelsesivaerksaettelseRettet',
      data: {
        ...{ ivaerksatDato: dag(regime, '03-07'), naesteTilsynSenest: dag(regime, '09-07'), grundlag: 'samtykke' },
        foer: { ivaerksatDato: dag(regime, '03-10'), naesteTilsynSenest: dag(regime, '09-10') },
      },
    });
    const nu2 = fold(anbringelseDecider, [...anbragt, ...(rettet === undefined ? [] : [rettet])]);
    expect(nu2).toMatchObject({ ivaerksatDato: dag(regime, '03-07'), naesteTilsynSenest: dag(regime, '09-07') });
  });

  test('ikke før afgørelsen', () => {
    expect(given(anbringelseDecider, ...anbragt).refused(ret(dag(regime, '03-04')), nu(regime)).kode).toBe(
      'forkert-raekkefoelge',
    );
  });

  test('en anbringelse, der ikke er begyndt, har ingen dag at rette', () => {
    const besluttet = efter(regime, beslut(regime));
    expect(given(anbringelseDecider, ...besluttet).refused(ret(dag(regime, '03-07')), nu(regime)).kode).toBe(
      'intet-at-rette',
    );
  });

  const retAlder = (fylder16: string, fylder18: string): Anbringelsesrettelse => ({
    ...{ type: 'RetAlder', fylder16, fylder18, begrundelse: 'Barnets fødselsdato er rettet.' },
  });

  test('en rettet fødselsdato flytter dagen, den unge fylder 16 og 18', () => {
    const ung = efter(regime, beslut(regime, { fylder16: dag(regime, '05-23', 7) }), ivaerksaet(regime));
    const [rettet] = given(anbringelseDecider, ...ung).then(
      retAlder(dag(regime, '06-01', 7), dag(regime, '06-01', 9)),
      nu(regime),
    );
    expect(rettet?.data).toMatchObject({
      ...{ fylder16Dato: dag(regime, '06-01', 7), myndigDato: dag(regime, '06-01', 9) },
      foer: { fylder16Dato: dag(regime, '05-23', 7), myndigDato: dag(regime, '05-23', 9) },
    });
  });

  test('det, der ikke ændrer noget for anbringelsen, er ingen hændelse', () => {
    const ung = efter(regime, beslut(regime, { fylder16: dag(regime, '05-23', 7) }), ivaerksaet(regime));
    const samme = retAlder(dag(regime, '05-23', 7), dag(regime, '05-23', 9));
    expect(given(anbringelseDecider, ...ung).then(samme, nu(regime))).toEqual([]);
  });
});
