import { event } from '../../platform/eventstore/event-declaration.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { visitationsskridt } from './vejledning.js';
import {
  type AfgoerVisitation,
  type ForeslaaIndsats,
  type GodkendVisitation,
  type VisitationKommando,
} from './kommandoer.js';
import { type Forslag } from './tilstand.js';
import { kraevAabenForSvar, visitationDecider } from './visitation.js';
import { kraevSted } from './visitation_forloeb.js';
import * as E from './visitation.events.js';

const V = '00000000-0000-7000-8000-00000000000a';
const F = '00000000-0000-7000-8000-00000000000b';
const ANDET = '00000000-0000-7000-8000-00000000000c';
const EID = '00000000-0000-7000-8000-00000000000d';
const id = { visitationId: V, barnId: ANDET, sagId: EID };
type Regime = 'SEL' | 'BL';
const LOVE: readonly Regime[] = ['SEL', 'BL'];
const AAR: Readonly<Record<Regime, string>> = { SEL: '2023', BL: '2024' };
const dag = (regime: Regime, d: string): string => `${AAR[regime]}-${d}`;
const nu = (regime: Regime, roller: string[] = ['sagsbehandler', 'teamleder']) =>
  context(`${AAR[regime]}-06-30T10:00:00+02:00`, { id: 'tl01', roller });

const paabegyndt = (regime: Regime) =>
  event(E.VisitationPaabegyndt, { ...id, dato: dag(regime, '03-01'), formaal: 'Ro.' });
const foreslaa = (regime: Regime, mere: Partial<ForeslaaIndsats> = {}): ForeslaaIndsats => ({
  type: 'ForeslaaIndsats',
  forslagId: F,
  dato: dag(regime, '03-02'),
  indsatskode: 'kontaktperson',
  indsatsnavn: 'Fast kontaktperson',
  maalgruppe: 'barn',
  anbringelse: false,
  hjemmel: regime === 'SEL' ? 'SEL § 52, stk. 3, nr. 6' : 'BL § 32, stk. 1, nr. 3',
  prisOere: 100_000,
  prisEnhed: 'maaned',
  antalHundrededele: 100,
  antalPr: 'maaned',
  forventetStart: dag(regime, '04-01'),
  maaneder: 10,
  begrundelse: 'Behov.',
  ...mere,
});
const foreslaaet = (regime: Regime) => given(visitationDecider, paabegyndt(regime)).then(foreslaa(regime), nu(regime));
const sendt = (regime: Regime) =>
  event(E.VisitationSendtTilGodkendelse, { ...id, nummer: 1, dato: dag(regime, '03-03'), ialtOere: 1_000_000 });
const godkendt = (regime: Regime) =>
  event(E.VisitationGodkendt, {
    ...id,
    ...{
      nummer: 1,
      dato: dag(regime, '03-04'),
      forum: 'leder',
      godkendtAf: 'tl01',
      deltagere: [],
      ialtOere: 1_000_000,
    },
  });
const afklaret = (regime: Regime, udfald: 'samtykke' | 'ikke-samtykke' = 'samtykke') =>
  event(E.SamtykkeAfklaret, { ...id, nummer: 1, dato: dag(regime, '03-05'), udfald, mangler: [] });
const afgoer = (regime: Regime, mere: Partial<AfgoerVisitation> = {}): AfgoerVisitation => ({
  type: 'AfgoerVisitation',
  afgoerelseDato: dag(regime, '03-20'),
  regime,
  bevilgede: [{ forslagId: F, enkeltsagId: EID, anbringelse: false }],
  afgoerelseIder: [ANDET],
  mangler: [],
  varighedMaaneder: 10,
  formaal: 'Ro.',
  begrundelse: 'Behov.',
  barnetsHoldning: 'Vil gerne.',
  ...mere,
});
const afgjort = (regime: Regime) =>
  given(visitationDecider, paabegyndt(regime), ...foreslaaet(regime), sendt(regime), godkendt(regime)).then(
    afgoer(regime),
    nu(regime),
  );
const fasen = (regime: Regime, ...events: readonly E.VisitationEvent[]): string =>
  given(visitationDecider, paabegyndt(regime), ...events).state.fase;

describe.each(LOVE)('Visitation (%s)', (regime) => {
  const tilGodkendelse = () => given(visitationDecider, paabegyndt(regime), ...foreslaaet(regime), sendt(regime));
  const klar = () =>
    given(
      visitationDecider,
      paabegyndt(regime),
      ...foreslaaet(regime),
      sendt(regime),
      godkendt(regime),
      afklaret(regime),
    );

  it('gennem alle tilstande til afgjort og meddelt', () => {
    const alle = [...foreslaaet(regime), sendt(regime), godkendt(regime), afklaret(regime), ...afgjort(regime)];
    expect(alle.map((_, nr) => fasen(regime, ...alle.slice(0, nr + 1)))).toEqual([
      'forslag-under-udarbejdelse',
      'oekonomi-beregnet',
      'til-godkendelse',
      'godkendt',
      'samtykke-afklaret',
      'afgjort',
    ]);
    const meddel = { type: 'MeddelVisitation', dato: dag(regime, '03-21'), umeddelte: [] } as const;
    const slut = given(visitationDecider, paabegyndt(regime), ...alle).then(meddel, nu(regime));
    expect(fasen(regime, ...alle, ...slut)).toBe('meddelt');
  });

  it('omkostningen regnes ud, hver gang noget kommer ind eller ud', () => {
    // 10 months at 1,000.00 kr.; nine of them in the first year, from April.
    expect(foreslaaet(regime)).toMatchObject([
      { type: 'oekonomi.IndsatsForeslaaet', data: { nummer: 1, ialtOere: 1_000_000 } },
      {
        type: 'oekonomi.OmkostningBeregnet',
        data: {
          nummer: 1,
          ialtOere: 1_000_000,
          prAar: [
            { aar: Number(AAR[regime]), oere: 900_000 },
            { aar: Number(AAR[regime]) + 1, oere: 100_000 },
          ],
        },
      },
    ]);
    const fjern = { type: 'FjernForslag', forslagId: F, dato: dag(regime, '03-03'), begrundelse: 'Nej.' } as const;
    const fjernet = given(visitationDecider, paabegyndt(regime), ...foreslaaet(regime)).then(fjern, nu(regime));
    expect(fjernet.at(-1)).toMatchObject({ data: { nummer: 2, ialtOere: 0, indsatser: [] } });
    expect(fasen(regime, ...foreslaaet(regime), ...fjernet)).toBe('forslag-under-udarbejdelse');
  });

  it.each<[string, Partial<ForeslaaIndsats>, string, string | undefined]>([
    ['før den er foreslået', { forventetStart: dag(regime, '03-01') }, 'start-foer-forslag', foreslaa(regime).hjemmel],
    ['en månedspris hver uge', { antalPr: 'uge' }, 'omfang-passer-ikke', undefined],
    ['i fremtiden', { dato: dag(regime, '07-01') }, 'dato-i-fremtiden', undefined],
    ['før visitationen', { dato: dag(regime, '02-28') }, 'forkert-raekkefoelge', undefined],
  ])('et forslag afvises: %s', (_navn, mere, kode, paragraf) => {
    const afvist = given(visitationDecider, paabegyndt(regime)).refused(foreslaa(regime, mere), nu(regime));
    expect([afvist.kode, afvist.mere.paragraf]).toEqual([kode, paragraf]);
  });

  it('en ændring efter godkendelsen gør godkendelse og samtykke ugyldige', () => {
    const mere = foreslaa(regime, { forslagId: ANDET, dato: dag(regime, '03-06') });
    const events = klar().then(mere, nu(regime));
    const alle = [...foreslaaet(regime), sendt(regime), godkendt(regime), afklaret(regime), ...events];
    expect(given(visitationDecider, paabegyndt(regime), ...alle).state).toMatchObject({
      fase: 'oekonomi-beregnet',
      godkendt: null,
      samtykke: null,
      nummer: 2,
    });
  });

  const godkend: GodkendVisitation = {
    type: 'GodkendVisitation',
    ...{ dato: dag(regime, '03-04'), forum: 'leder', deltagere: [], graenseOere: null },
  };
  it.each<[string, Partial<GodkendVisitation>, string[], string]>([
    ['uden lederrolle', { graenseOere: null }, ['sagsbehandler'], 'ikke-bevillingskompetence'],
    ['over grænsen', { graenseOere: 999_999 }, ['teamleder'], 'over-beloebsgraensen'],
    [
      'et udvalg af én',
      { graenseOere: null, forum: 'visitationsudvalg', deltagere: ['tl01', 'tl01'] },
      ['teamleder'],
      'udvalg-uden-deltagere',
    ],
  ])('godkendelse afvises: %s (kommunens kompetenceplan)', (_navn, mere, roller, kode) => {
    expect(tilGodkendelse().refused({ ...godkend, ...mere }, nu(regime, roller))).toMatchObject({
      kode,
      mere: { paragraf: 'kommunens kompetenceplan' },
    });
  });

  it('godkendelse på grænsen er inden for den', () => {
    expect(tilGodkendelse().then({ ...godkend, graenseOere: 1_000_000 }, nu(regime))).toMatchObject([
      { type: 'oekonomi.VisitationGodkendt', data: { nummer: 1, graenseOere: 1_000_000, godkendtAf: 'tl01' } },
    ]);
  });

  it('et forslag, der sendes tilbage, kan ændres og sendes igen', () => {
    const tilbage = { type: 'SendTilbage', dato: dag(regime, '03-04'), begrundelse: 'For dyrt.' } as const;
    const events = tilGodkendelse().then(tilbage, nu(regime));
    expect(fasen(regime, ...foreslaaet(regime), sendt(regime), ...events)).toBe('oekonomi-beregnet');
  });

  it.each<[string, VisitationKommando, string]>([
    ['intet forslag at sende', { type: 'SendTilGodkendelse', dato: dag(regime, '03-03') }, 'intet-at-godkende'],
    ['intet at godkende', { ...godkend, graenseOere: null }, 'ikke-til-godkendelse'],
    [
      'intet at sende tilbage',
      { type: 'SendTilbage', dato: dag(regime, '03-04'), begrundelse: 'x' },
      'ikke-til-godkendelse',
    ],
    ['intet at afgøre', afgoer(regime, { bevilgede: [] }), 'intet-at-afgoere'],
    [
      'intet at meddele',
      { type: 'MeddelVisitation', dato: dag(regime, '03-21'), umeddelte: [] },
      'visitation-ikke-afgjort',
    ],
  ])('409 i forkert tilstand: %s', (_navn, command, kode) => {
    const nej = given(visitationDecider, paabegyndt(regime)).refused(command, nu(regime));
    expect([nej.kode, nej.mere.status]).toEqual([kode, 409]);
  });

  it('det, der mangler, afviser afgørelsen samlet med paragrafferne', () => {
    const mangler = [
      {
        kode: 'samtykke-mangler',
        tekst: 'Samtykke',
        hjemmel: regime === 'SEL' ? 'SEL § 52, stk. 2' : 'BL § 32, stk. 2',
      },
      { kode: 'boernesamtale', tekst: 'Samtale', hjemmel: regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4' },
    ];
    expect(klar().refused(afgoer(regime, { mangler }), nu(regime))).toMatchObject({
      kode: 'visitation-kan-ikke-afgoeres',
      mere: {
        paragraf: mangler.map(({ hjemmel }) => hjemmel).join('; '),
        mangler: ['samtykke-mangler', 'boernesamtale'],
      },
    });
  });

  it.each<[string, Partial<AfgoerVisitation>, string]>([
    ['før godkendelsen', { afgoerelseDato: dag(regime, '03-03') }, 'forkert-raekkefoelge'],
    ['i fremtiden', { afgoerelseDato: dag(regime, '07-01') }, 'dato-i-fremtiden'],
    [
      'det, der ikke er foreslået',
      { bevilgede: [{ forslagId: ANDET, enkeltsagId: ANDET, anbringelse: false }] },
      'forslag-findes-ikke',
    ],
  ])('afgørelsen afvises: %s', (_navn, mere, kode) => {
    expect(klar().refused(afgoer(regime, mere), nu(regime)).kode).toBe(kode);
  });

  it('uden godkendt omkostning kan der gives afslag, men ikke bevilges', () => {
    const uden = given(visitationDecider, paabegyndt(regime), ...foreslaaet(regime));
    expect(uden.refused(afgoer(regime), nu(regime)).kode).toBe('visitation-ikke-godkendt');
    expect(uden.then(afgoer(regime, { bevilgede: [] }), nu(regime))).toMatchObject([
      { type: 'oekonomi.VisitationAfgjort', data: { udfald: 'afslag', afslaaede: [F] } },
    ]);
  });

  it('visitationen slutter først, når alle parter har fået afgørelsen (forvaltningsloven §§ 22-25)', () => {
    const truffet = given(visitationDecider, paabegyndt(regime), ...foreslaaet(regime), ...afgjort(regime));
    const meddel = { type: 'MeddelVisitation', dato: dag(regime, '03-21'), umeddelte: [ANDET] } as const;
    expect(truffet.refused(meddel, nu(regime))).toMatchObject({
      kode: 'afgoerelse-ikke-meddelt',
      mere: { paragraf: 'forvaltningsloven §§ 22-25' },
    });
    expect(truffet.refused({ ...meddel, dato: dag(regime, '03-19') }, nu(regime)).kode).toBe('forkert-raekkefoelge');
    expect(truffet.refused(afgoer(regime), nu(regime)).kode).toBe('visitation-afgjort');
  });

  it('sporet uden samtykke kræver, at der er sagt det, der ikke er et samtykke (SEL § 58 / BL § 47)', () => {
    const overgiv = {
      type: 'OvergivTilTvang',
      dato: dag(regime, '03-08'),
      regime,
      mangler: ['samtykke-afslaaet'],
      begrundelse: 'Nej.',
    } as const;
    const paragraf = regime === 'SEL' ? 'SEL § 58' : 'BL § 47';
    expect(klar().refused({ ...overgiv, spor: [] }, nu(regime))).toMatchObject({
      kode: 'samtykke-ikke-afslaaet',
      mere: { paragraf },
    });
    expect(klar().then({ ...overgiv, spor: [paragraf] }, nu(regime))).toMatchObject([{ data: { spor: [paragraf] } }]);
  });

  it.each<[string, readonly E.VisitationEvent[], string | null]>([
    [
      'opgivet',
      [event(E.VisitationOpgivet, { ...id, dato: dag(regime, '03-05'), begrundelse: 'x' })],
      'visitation-slut',
    ],
    ['afgjort', [...foreslaaet(regime), ...afgjort(regime)], 'visitation-afgjort'],
    ['godkendt', [...foreslaaet(regime), sendt(regime), godkendt(regime)], null],
    ['ikke godkendt endnu', foreslaaet(regime), null],
  ])('et svar på samtykke til en visitation, der er %s (SEL § 52 / BL § 32)', (_navn, events, kode) => {
    const { state } = given(visitationDecider, paabegyndt(regime), ...events);
    const svar = (): void => {
      if (state.fase !== 'findes-ikke') kraevAabenForSvar(state);
    };
    if (kode === null) expect(svar).not.toThrow();
    else expect(svar).toThrow(expect.objectContaining({ kode, mere: { status: 409 } }));
  });

  const H = { SEL: 'SEL § 66', BL: 'BL § 43' }[regime];
  const familie = { stedtype: 'plejefamilie-almen', sted: 'Plejefamilien', dato: dag(regime, '03-02') };
  const anbringelsesforslag = (): readonly Forslag[] => {
    const { state } = given(
      visitationDecider,
      paabegyndt(regime),
      ...given(visitationDecider, paabegyndt(regime)).then(
        foreslaa(regime, { anbringelse: true, stedtype: 'plejefamilie-almen', sted: 'Plejefamilien' }),
        nu(regime),
      ),
    );
    return state.fase === 'findes-ikke' ? [] : state.forslag;
  };
  it.each<[string, boolean, object, boolean, string | null, string | undefined]>([
    ['anbringelse med sted og type', true, familie, false, null, undefined],
    ['anden indsats uden sted', false, { dato: familie.dato }, false, null, undefined],
    ['anden indsats med sted', false, familie, false, 'sted-uden-anbringelse', undefined],
    ['anbringelse uden sted', true, { dato: familie.dato, stedtype: 'plejefamilie-almen' }, false, 'sted-mangler', H],
    ['anbringelse nummer to', true, familie, true, 'flere-anbringelser', H],
    ['anbringelse af ukendt type', true, { ...familie, stedtype: 'slot' }, false, 'ukendt-stedtype', H],
  ])('et forslags sted: %s (SEL § 66 / BL § 43)', (_navn, anbringelse, oenske, medAnden, kode, paragraf) => {
    const proev = (): void =>
      kraevSted(anbringelse, { dato: '', ...oenske }, medAnden ? anbringelsesforslag() : [], indlaesLovpakke());
    if (kode === null) expect(proev).not.toThrow();
    else
      expect(proev).toThrow(
        expect.objectContaining({ kode, mere: expect.objectContaining(paragraf === undefined ? {} : { paragraf }) }),
      );
  });

  it('et forslag har højst tyve indsatser', () => {
    const forslag = (nr: number) => foreslaa(regime, { forslagId: `${F.slice(0, -2)}${String(10 + nr)}` });
    const tyve = Array.from({ length: 20 }, (_, nr) => nr).reduce<readonly E.VisitationEvent[]>(
      (sket, nr) => [...sket, ...given(visitationDecider, paabegyndt(regime), ...sket).then(forslag(nr), nu(regime))],
      [],
    );
    const nej = given(visitationDecider, paabegyndt(regime), ...tyve).refused(forslag(20), nu(regime));
    expect([nej.kode, nej.mere.status ?? 422]).toEqual(['for-mange-forslag', 422]);
  });

  it('en visitation påbegyndes én gang, og kun det, der findes, ændres', () => {
    const begynd: VisitationKommando = {
      ...{ type: 'PaabegyndVisitation', ...id, dato: dag(regime, '03-01'), formaal: 'Ro.' },
    };
    const nej = (foer: readonly E.VisitationEvent[], kommando: VisitationKommando) => {
      const { kode, mere } = given(visitationDecider, ...foer).refused(kommando, nu(regime));
      return [kode, mere.status];
    };
    expect(nej([paabegyndt(regime)], begynd)).toEqual(['visitation-findes', 409]);
    expect(nej([], foreslaa(regime))).toEqual(['visitation-findes-ikke', undefined]);
    const fjern: VisitationKommando = {
      ...{ type: 'FjernForslag', forslagId: ANDET, dato: dag(regime, '03-03'), begrundelse: 'Andet valgt.' },
    };
    expect(nej([paabegyndt(regime), ...foreslaaet(regime)], fjern)).toEqual(['forslag-findes-ikke', undefined]);
  });

  it('en slut visitation kan ikke ændres', () => {
    const opgiv = { type: 'OpgivVisitation', dato: dag(regime, '03-05'), begrundelse: 'Flyttet.' } as const;
    const opgivet = given(visitationDecider, paabegyndt(regime)).then(opgiv, nu(regime));
    expect(
      given(visitationDecider, paabegyndt(regime), ...opgivet).refused(foreslaa(regime), nu(regime)),
    ).toMatchObject({ kode: 'visitation-slut', mere: { status: 409 } });
  });

  it.each<[string, readonly E.VisitationEvent[], readonly string[]]>([
    ['begyndt', [], ['skal visitation-forslag']],
    [
      'foreslået',
      foreslaaet(regime),
      ['skal visitation-til-godkendelse', 'kan visitation-samtykke', 'maa-ikke visitation-afgoerelse'],
    ],
    [
      'sendt',
      [...foreslaaet(regime), sendt(regime)],
      ['skal visitation-godkendelse', 'maa-ikke visitation-afgoerelse'],
    ],
    [
      'godkendt',
      [...foreslaaet(regime), sendt(regime), godkendt(regime)],
      ['skal visitation-samtykke', 'maa-ikke visitation-afgoerelse'],
    ],
    [
      'uden samtykke',
      [...foreslaaet(regime), sendt(regime), godkendt(regime), afklaret(regime, 'ikke-samtykke')],
      ['skal visitation-uden-samtykke', 'maa-ikke visitation-afgoerelse'],
    ],
    [
      'med samtykke',
      [...foreslaaet(regime), sendt(regime), godkendt(regime), afklaret(regime)],
      ['skal visitation-afgoerelse'],
    ],
    ['afgjort', [...foreslaaet(regime), ...afgjort(regime)], ['skal visitation-meddelelse']],
  ])('vejledning, når visitationen er %s', (_navn, events, forventet) => {
    const idag = regime === 'SEL' ? '2023-12-01' : '2024-12-01';
    const skridt = visitationsskridt(given(visitationDecider, paabegyndt(regime), ...events).state, idag);
    expect(skridt.map(({ art, kode }) => `${art} ${kode}`)).toEqual(forventet);
    // Each step has its paragraph in the act of the day, never in the other.
    expect(skridt.filter(({ hjemmel }) => (hjemmel ?? '').includes(regime === 'SEL' ? 'BL' : 'SEL'))).toEqual([]);
  });

  test('en afgjort visitation afsluttes ikke, før hver part har fået afgørelsen (forvaltningsloven §§ 22-25)', () => {
    const { state } = given(visitationDecider, paabegyndt(regime), ...foreslaaet(regime), ...afgjort(regime));
    expect(visitationsskridt(state, '2024-12-01', ['afgoerelsen'])).toMatchObject([
      { kode: 'visitation-meddelelse', art: 'maa-ikke' },
    ]);
  });
});
