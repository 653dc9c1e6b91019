import { STANDARDPARAMETRE } from '../../faelles/frist.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { type Regime } from '../partshoering/tilstand.js';
import { afgoerelseDecider, afgoerelsesskridt, type AfgoerelseKommando } from './afgoerelse.js';
import { ansesForModtaget } from './modtagelse.js';

const A = '00000000-0000-7000-8000-0000000000b0';
const SAG = '00000000-0000-7000-8000-0000000000b1';
const BARN = '00000000-0000-7000-8000-0000000000b2';
const MOR = '00000000-0000-7000-8000-0000000000b3';
const FREMMED = '00000000-0000-7000-8000-0000000000b4';
const M = '00000000-0000-7000-8000-0000000000b5';
const AAR = { SEL: '2023', BL: '2024' } as const;
const HJEMMEL = { SEL: 'SEL § 68', BL: 'BL § 100' } as const;
const SAMTALE = { SEL: 'SEL § 48', BL: 'BL § 5, stk. 3-4' } as const;
const d = (regime: Regime, dag: string): string => `${AAR[regime]}-${dag}`;
const nu = (regime: Regime) => context(`${AAR[regime]}-06-30T12:00:00+02:00`);
const mor = { personId: MOR, rolle: 'foraelder' } as const;
const barn = { personId: BARN, rolle: 'barn' } as const;

const traef = (regime: Regime, mere: object = {}): AfgoerelseKommando => ({
  type: 'TraefAfgoerelse',
  ...{ afgoerelseId: A, sagId: SAG, barnId: BARN, regime },
  afgoerelseKode: 'hjemgivelse',
  afgoerelsesnavn: 'Hjemgivelse',
  hjemmel: HJEMMEL[regime],
  organ: 'KB',
  dato: d(regime, '06-20'),
  ...{ tilUgunst: true, afslag: false },
  opsaettendeVirkning: true,
  parter: [barn, mor],
  uhoerte: [],
  partshoeringIder: [],
  begrundelse: 'Fordi.',
  alder: null,
  samtalekrav: null,
  ...mere,
});
const meddel = (regime: Regime, mere: object = {}): AfgoerelseKommando => ({
  type: 'MeddelAfgoerelse',
  ...{ meddelelseId: M, personId: MOR, sendt: d(regime, '06-20'), modtaget: d(regime, '06-20') },
  maade: 'digital-post',
  klagevejledning: true,
  maskeret: false,
  beskyttedeAndre: 0,
  risikovurderingMangler: false,
  ...mere,
});

describe.each<Regime>(['SEL', 'BL'])('Afgørelse under %s', (regime) => {
  const truffet = () => given(afgoerelseDecider).then(traef(regime), nu(regime));

  test('en afgørelse træffes én gang, og kun en, der er truffet og meddelt, meddeles og rettes', () => {
    const nej = (foer: ReturnType<typeof truffet>, kommando: AfgoerelseKommando) => {
      const { kode, mere } = given(afgoerelseDecider, ...foer).refused(kommando, nu(regime));
      return [kode, mere.status];
    };
    const ret = { type: 'RetModtagelse', meddelelseId: M, modtaget: d(regime, '06-21'), begrundelse: 'x' } as const;
    expect(nej(truffet(), traef(regime))).toEqual(['afgoerelse-findes', 409]);
    expect(nej([], meddel(regime))).toEqual(['afgoerelse-findes-ikke', undefined]);
    expect(nej(truffet(), ret)).toEqual(['meddelelse-findes-ikke', undefined]);
  });

  // Told digitally, so received the day it was sent.
  test.each<[string, string, string, string | null]>([
    ['sendt en dag senere, og modtaget da', '06-21', '06-21', null],
    ['sendt, før den blev truffet', '01-01', '01-01', 'forkert-raekkefoelge'],
    ['sendt, efter at den vides modtaget', '06-22', '06-21', 'forkert-raekkefoelge'],
  ])('afsendelsen rettes: %s (forvaltningsloven § 25)', (_hvad, sendt, modtaget, kode) => {
    const meddelt = [...truffet(), ...given(afgoerelseDecider, ...truffet()).then(meddel(regime), nu(regime))];
    const ret: AfgoerelseKommando = {
      ...{ type: 'RetAfsendelse', meddelelseId: M, begrundelse: 'Kvitteringen viser det.' },
      ...{ sendt: d(regime, sendt), modtaget: d(regime, modtaget) },
    };
    const forloeb = given(afgoerelseDecider, ...meddelt);
    if (kode !== null) {
      expect(forloeb.refused(ret, nu(regime))).toMatchObject({ kode, mere: { paragraf: 'forvaltningsloven § 25' } });
      return;
    }
    const rettet = forloeb.then(ret, nu(regime));
    expect(given(afgoerelseDecider, ...meddelt, ...rettet).state).toMatchObject({
      meddelelser: [{ sendt: d(regime, sendt), modtaget: d(regime, modtaget) }],
    });
  });

  test.each<[string, object, string, string | undefined]>([
    ['en part er ikke hørt', { uhoerte: [mor] }, 'partshoering-mangler', 'forvaltningsloven § 19'],
    ['uden begrundelse', { begrundelse: ' ' }, 'begrundelse-mangler', 'forvaltningsloven §§ 22-24'],
    [
      'undtagelsen er ikke begrundet',
      { uhoerte: [mor], undtagelse: { grund: 'ubetaenkelig', begrundelse: ' ' } },
      'begrundelse-mangler',
      'forvaltningsloven § 19, stk. 2',
    ],
    [
      'uden samtale med barnet (SEL § 48 / BL § 5, stk. 3)',
      { samtalekrav: { paragraf: SAMTALE[regime] } },
      'boernesamtale-mangler',
      SAMTALE[regime],
    ],
    [
      'med en samtale efter afgørelsen (SEL § 48 / BL § 5, stk. 3)',
      { samtalekrav: { paragraf: SAMTALE[regime] }, boernesamtale: { dato: d(regime, '06-21') } },
      'boernesamtale-mangler',
      SAMTALE[regime],
    ],
    [
      'om en, der er fyldt 18 år (SEL § 68 / BL § 100)',
      { alder: { nu: 18, foer: 18, paragraf: HJEMMEL[regime] } },
      'fyldt-18',
      HJEMMEL[regime],
    ],
    ['om ungestøtte til en på 23', { alder: { nu: 23, foer: 23, paragraf: 'x' } }, 'fyldt-23', 'x'],
    ['i fremtiden', { dato: d(regime, '07-01') }, 'dato-i-fremtiden', undefined],
  ])('%s → nej', (_titel, mere, kode, paragraf) => {
    const nej = given(afgoerelseDecider).refused(traef(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test.each<[string, object, object]>([
    [
      'samtalen er holdt samme dag',
      { boernesamtale: { dato: d(regime, '06-20') } },
      { boernesamtaleDato: d(regime, '06-20') },
    ],
    [
      'samtalen er undladt med grund',
      { boernesamtale: { undladt: 'Barnet er to år.' } },
      { boernesamtaleUndladt: 'Barnet er to år.' },
    ],
  ])('barnets holdning er skaffet: %s → afgørelsen træffes', (_titel, mere, felter) => {
    const ja = traef(regime, {
      ...{ samtalekrav: { paragraf: SAMTALE[regime] }, alder: { nu: 17, foer: 18, paragraf: HJEMMEL[regime] } },
      ...mere,
    });
    expect(given(afgoerelseDecider).then(ja, nu(regime))).toMatchObject([{ data: felter }]);
  });

  test('en lovlig undtagelse fra partshøringen registreres med sin grund', () => {
    const undtagelse = { grund: 'lovbestemt-frist', begrundelse: 'De syv dage.' };
    expect(given(afgoerelseDecider).then(traef(regime, { uhoerte: [mor], undtagelse }), nu(regime))).toMatchObject([
      { data: { hoeringUndladt: 'lovbestemt-frist', hoeringUndladtBegrundelse: 'De syv dage.' } },
    ]);
  });

  test.each<[string, object, string, string]>([
    ['til en, der ikke er part', { personId: FREMMED }, 'ikke-part', `forvaltningsloven § 27; ${HJEMMEL[regime]}`],
    ['uden klagevejledning', { klagevejledning: false }, 'klagevejledning-mangler', 'forvaltningsloven § 25'],
    ['med en beskyttet adresse i', { beskyttedeAndre: 1 }, 'beskyttet-adresse', 'CPR-loven § 28'],
    ['før risikovurderingen', { risikovurderingMangler: true }, 'risikovurdering-mangler', 'BL § 18, stk. 3'],
  ])('meddelelse %s → nej', (_titel, mere, kode, paragraf) => {
    const nej = given(afgoerelseDecider, ...truffet()).refused(meddel(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('er meddelt, når alle parter har fået den, og hver kun én gang', () => {
    const efterMor = given(
      afgoerelseDecider,
      ...truffet(),
      ...given(afgoerelseDecider, ...truffet()).then(meddel(regime), nu(regime)),
    );
    expect(efterMor.state.fase).toBe('truffet');
    expect(afgoerelsesskridt(efterMor.state)).toMatchObject([{ kode: 'afgoerelse-meddelelse', art: 'skal' }]);
    expect(efterMor.refused(meddel(regime), nu(regime)).mere.status).toBe(409);
    const alle = given(
      afgoerelseDecider,
      ...truffet(),
      ...given(afgoerelseDecider, ...truffet()).then(meddel(regime), nu(regime)),
      ...given(afgoerelseDecider, ...truffet()).then(meddel(regime, { personId: BARN }), nu(regime)),
    );
    expect(alle.state.fase).toBe('meddelt');
    expect(afgoerelsesskridt(alle.state)).toEqual([]);
  });
});

describe('Hvornår en afgørelse anses for modtaget', () => {
  const lov = indlaesLovpakke();
  const manFre = { parametre: { ...STANDARDPARAMETRE, hverdagsprofil: 'man-fre' as const } };
  const loerdag = { parametre: STANDARDPARAMETRE };

  test('digital post og det, der overrækkes, samme dag', () => {
    expect(ansesForModtaget(lov, 'digital-post', '2024-06-07', manFre)).toBe('2024-06-07');
    expect(ansesForModtaget(lov, 'overrakt', '2024-06-07', manFre)).toBe('2024-06-07');
  });

  test('et brev efter 6 hverdage, talt som kommunen tæller', () => {
    // Fri 7 June 2024: 10, 11, 12, 13, 14, 17; with Saturday 8, 10, 11, 12, 13, 14.
    expect(ansesForModtaget(lov, 'brev', '2024-06-07', manFre)).toBe('2024-06-17');
    expect(ansesForModtaget(lov, 'brev', '2024-06-07', loerdag)).toBe('2024-06-14');
  });

  test('et brev efter kommunens eget tal', () => {
    // Fri 7 June 2024: 10, 11, 12.
    expect(ansesForModtaget(lov, 'brev', '2024-06-07', { ...manFre, niveau: { maengde: 3, enhed: 'HVERDAG' } })).toBe(
      '2024-06-12',
    );
  });
});
