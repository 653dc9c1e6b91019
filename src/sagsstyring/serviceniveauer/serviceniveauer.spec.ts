import { type Enhed, STANDARDPARAMETRE } from '../../faelles/frist.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { kortereEnd, laengereEnd } from './graense.js';
import { parametrePaa } from './kommunevalg.js';
import { LovparametreValgt, ServiceniveauFastsat } from './serviceniveauer.events.js';
import { serviceniveauDecider, type ServiceniveauKommando } from './serviceniveauer.js';

const nu = context('2026-11-23T10:00:00+01:00', { id: 'ad01', roller: ['administrator'] });
const beslutning = 'Børne- og Ungdomsudvalget, 12. november 2026, punkt 4';
const lokal = { id: 'bfu-lokal-6-uger', hjemmel: 'Lokalt serviceniveau', lokal: true };
const niveau = { gaelderFra: '2027-01-01', maengde: 6, enhed: 'UGE', beslutning } as const;
const fastsaet: ServiceniveauKommando = { type: 'FastsaetNiveau', regel: lokal, ...niveau };

describe('Et serviceniveau', () => {
  it('fastsættes for en regel, som loven lader kommunen om (RSL § 3, stk. 2)', () => {
    expect(given(serviceniveauDecider).then(fastsaet, nu)).toEqual([
      event(ServiceniveauFastsat, { regel: 'bfu-lokal-6-uger', ...niveau }),
    ]);
  });

  it.each<[string, ServiceniveauKommando, string, object]>([
    [
      'en frist i loven kan ikke ændres (BL § 20, stk. 3)',
      { ...fastsaet, regel: { id: 'bfu-afslutning', hjemmel: 'BL § 20, stk. 3', lokal: false } },
      'regel-er-lov',
      { paragraf: 'BL § 20, stk. 3' },
    ],
    [
      'en frist i loven kan ikke slås fra (BL § 20, stk. 3)',
      {
        type: 'OphaevNiveau',
        regel: { id: 'bfu-afslutning', hjemmel: 'BL § 20, stk. 3', lokal: false },
        gaelderFra: '2027-01-01',
        beslutning,
      },
      'regel-er-lov',
      { paragraf: 'BL § 20, stk. 3' },
    ],
    [
      'et tal, der er sat for en anden regel, sættes dér (BL § 18)',
      { ...fastsaet, regel: { ...lokal, id: 'screening-ansoegning', lokal: false, niveauFra: 'screening' } },
      'niveau-saettes-andetsteds',
      { felt: 'regel' },
    ],
    [
      'niveauet kan ikke være længere end loven (BL § 20, stk. 3)',
      { ...fastsaet, regel: { ...lokal, laengereEnd: { id: 'bfu-afslutning', hjemmel: 'BL § 20, stk. 3' } } },
      'niveau-laengere-end-loven',
      { paragraf: 'BL § 20, stk. 3', felt: 'maengde' },
    ],
    [
      'borgerens frist må ikke afkortes: et brev anses ikke for modtaget tidligere, end lovpakken siger',
      {
        ...fastsaet,
        regel: { ...lokal, id: 'brev-modtagelse', hjemmel: 'Formodning om postbefordring', kortereEnd: true },
      },
      'borgerens-frist-afkortes',
      { felt: 'maengde', paragraf: 'Formodning om postbefordring' },
    ],
    [
      'beslutningen skal nævnes (RSL § 3, stk. 2)',
      { ...fastsaet, beslutning: '  ' },
      'beslutning-mangler',
      { felt: 'beslutning' },
    ],
    [
      'et niveau, der ikke findes, kan ikke ophøre',
      { type: 'OphaevNiveau', regel: lokal, gaelderFra: '2027-01-01', beslutning },
      'niveau-findes-ikke',
      { status: 409 },
    ],
  ])('%s', (_regel, kommando, kode, mere) => {
    const afvist = given(serviceniveauDecider).refused(kommando, nu);
    expect(afvist.kode).toBe(kode);
    expect(afvist.mere).toMatchObject(mere);
  });

  it('ophører fra en dag, når det gælder den dag', () => {
    const foer = given(serviceniveauDecider, event(ServiceniveauFastsat, { regel: lokal.id, ...niveau }));
    const ophoer = (gaelderFra: string): ServiceniveauKommando => ({
      type: 'OphaevNiveau',
      regel: lokal,
      gaelderFra,
      beslutning,
    });
    expect(foer.then(ophoer('2027-07-01'), nu)).toMatchObject([{ type: 'sagsstyring.ServiceniveauOphoert' }]);
    expect(foer.refused(ophoer('2026-12-31'), nu).kode).toBe('niveau-findes-ikke');
  });
});

describe('Valg, hvor loven er åben', () => {
  const vaelg = (valg: object): ServiceniveauKommando => ({
    type: 'VaelgParametre',
    gaelderFra: '2027-01-01',
    beslutning,
    ...valg,
  });

  it('det strengeste gælder, til kommunen vælger; det, der ikke nævnes, er uændret', () => {
    const [foerste] = given(serviceniveauDecider).then(vaelg({ hverdagsprofil: 'man-fre' }), nu);
    expect(foerste).toEqual(
      event(LovparametreValgt, {
        gaelderFra: '2027-01-01',
        hverdag: 'man-fre',
        ikkeHverdage: [],
        ikkeArbejdsdage: ['12-24', '12-31', '06-05'],
        lukkedage: ['12-24', '12-31', '06-05'],
        beslutning,
      }),
    );
    const bagefter = given(serviceniveauDecider, ...(foerste === undefined ? [] : [foerste]));
    expect(bagefter.then(vaelg({ hverdagSaerdage: ['12-24'] }), nu)).toMatchObject([
      { data: { hverdag: 'man-fre', ikkeHverdage: ['12-24'] } },
    ]);
    expect(parametrePaa(bagefter.state, '2026-12-31')).toEqual(STANDARDPARAMETRE);
    expect(parametrePaa(bagefter.state, '2027-01-01').hverdagsprofil).toBe('man-fre');
  });

  it.each([
    ['borgerens frist kan ikke afkortes (RSL § 67)', { lukkedagSaerdage: ['12-24'] }, 'borgerens-frist-afkortes'],
    ['en dag, loven ikke er åben for, tæller med', { hverdagSaerdage: ['himmelfartsfredag'] }, 'saerdag-er-ikke-aaben'],
    [
      'en dag, loven ikke er åben for, er arbejdsdag',
      { arbejdsfriSaerdage: ['himmelfartsfredag'] },
      'saerdag-er-ikke-aaben',
    ],
  ])('%s', (_regel, valg, kode) => {
    expect(given(serviceniveauDecider).refused(vaelg(valg), nu).kode).toBe(kode);
  });

  it('borgerens frist kan forlænges med en dag mere', () => {
    const valg = { lukkedagSaerdage: ['12-24', '12-31', '06-05', 'himmelfartsfredag'] };
    expect(given(serviceniveauDecider).then(vaelg(valg), nu)).toMatchObject([
      { data: { lukkedage: valg.lukkedagSaerdage } },
    ]);
  });
});

describe('Grænsen er lovens frist på hver eneste dag', () => {
  const lov = indlaesLovpakke();
  const regel = (id: string) => {
    const fundet = lov.alleRegler.find((r) => r.id === id);
    if (fundet === undefined) throw new Error(id);
    return fundet;
  };
  const graense = (id: string, maengde: number, enhed: Enhed, gaelderFra = '2027-01-01') =>
    laengereEnd(lov, regel(id), { maengde, enhed, gaelderFra }, STANDARDPARAMETRE)?.id;

  it.each([
    // Four months are at least 120 days (from 31 October to 28 February), which 17 weeks and a day reach, and 18 weeks pass.
    ['bfu-lokal-6-uger', 17, 'UGE', undefined],
    ['bfu-lokal-6-uger', 120, 'KALENDERDAG', undefined],
    ['bfu-lokal-6-uger', 121, 'KALENDERDAG', 'bfu-afslutning'],
    ['bfu-lokal-6-uger', 18, 'UGE', 'bfu-afslutning'],
    ['bfu-lokal-6-uger', 4, 'MAANED', undefined],
    ['bfu-lokal-6-uger', 5, 'MAANED', 'bfu-afslutning'],
    // Three months under barnets lov.
    ['handleplan-lokal-6-uger', 4, 'MAANED', 'barnets-plan'],
    // The law has no number, but the four months of an investigation run from the same awareness.
    ['screening', 5, 'HVERDAG', undefined],
    ['screening', 366, 'KALENDERDAG', 'bfu-afslutning'],
    ['screening', 366, 'MAANED', 'bfu-afslutning'],
    ['afdaekning', 366, 'MAANED', 'bfu-afslutning'],
    ['afdaekning', 4, 'MAANED', undefined],
    ['underretning-systematisk-vurdering', 366, 'MAANED', 'bfu-afslutning'],
  ] as const)('%s: %i %s', (id, maengde, enhed, forventet) => {
    expect(graense(id, maengde, enhed)).toBe(forventet);
  });

  it.each([
    // The pack says six weekdays: five are earlier on any day, and seven on none.
    ['brev-modtagelse', 5, 'HVERDAG', true],
    ['brev-modtagelse', 6, 'HVERDAG', false],
    ['brev-modtagelse', 7, 'HVERDAG', false],
    ['bfu-lokal-6-uger', 1, 'UGE', false],
  ] as const)('%s: %i %s afkorter borgerens frist: %s', (id, maengde, enhed, forventet) => {
    expect(kortereEnd(regel(id), { maengde, enhed, gaelderFra: '2027-01-01' }, STANDARDPARAMETRE)).toBe(forventet);
  });
});
