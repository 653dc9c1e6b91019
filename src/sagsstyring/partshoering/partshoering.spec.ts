import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import * as E from './partshoering.events.js';
import { partshoeringDecider, type PartshoeringKommando } from './partshoering.js';
import { partshoeringsskridt } from './vejledning.js';
import { type Regime } from './tilstand.js';

const P = '00000000-0000-7000-8000-0000000000a0';
const SAG = '00000000-0000-7000-8000-0000000000a1';
const BARN = '00000000-0000-7000-8000-0000000000a2';
const MOR = '00000000-0000-7000-8000-0000000000a3';
const FREMMED = '00000000-0000-7000-8000-0000000000a4';
const BREV = '00000000-0000-7000-8000-0000000000a5';
const id = { partshoeringId: P, sagId: SAG, barnId: BARN };
const begge: readonly Regime[] = ['SEL', 'BL'];
const AAR = { SEL: '2023', BL: '2024' } as const;
const d = (regime: Regime, dag: string): string => `${AAR[regime]}-${dag}`;
const nu = (regime: Regime) => context(`${AAR[regime]}-06-30T12:00:00+02:00`);
const HJEMMEL = { SEL: 'SEL § 68', BL: 'BL § 100' } as const;

const indledning = (regime: Regime, mere: object = {}): PartshoeringKommando => ({
  type: 'IndledPartshoering',
  ...id,
  afgoerelseKode: 'hjemgivelse',
  afgoerelsesnavn: 'Hjemgivelse',
  hjemmel: HJEMMEL[regime],
  regime,
  dato: d(regime, '06-01'),
  oplysninger: 'Skolen oplyser …',
  parter: [
    { personId: BARN, rolle: 'barn' },
    { personId: MOR, rolle: 'foraelder' },
  ],
  ...mere,
});
const indledt = (regime: Regime) => given(partshoeringDecider).then(indledning(regime), nu(regime));
const brev = (regime: Regime, mere: object = {}): PartshoeringKommando => ({
  type: 'SendBrev',
  brevId: BREV,
  personId: MOR,
  sendt: d(regime, '06-02'),
  svarfrist: d(regime, '06-16'),
  maade: 'digital post',
  maskeret: false,
  beskyttedeAndre: 0,
  risikovurderingMangler: false,
  ...mere,
});
const sendt = (regime: Regime, personId = MOR) =>
  event(E.PartshoeringsbrevSendt, {
    ...id,
    ...{ brevId: BREV, personId, sendt: d(regime, '06-02'), svarfrist: d(regime, '06-16') },
    maade: 'digital post',
    maskeret: false,
  });
const besvaret = (regime: Regime, personId: string, modtaget = d(regime, '06-10')) =>
  event(E.PartshoeringssvarModtaget, { ...id, brevId: BREV, personId, modtaget, svar: 'Enig.' });

describe.each(begge)('Partshøring under %s (forvaltningsloven § 19)', (regime) => {
  const igang = () => given(partshoeringDecider, ...indledt(regime));

  test('en partshøring indledes én gang, og breve sendes kun i en, der findes og ikke er afsluttet', () => {
    const nej = (foer: readonly E.PartshoeringEvent[], kommando: PartshoeringKommando) => {
      const { kode, mere } = given(partshoeringDecider, ...foer).refused(kommando, nu(regime));
      return [kode, mere.status, mere.paragraf];
    };
    expect(nej(indledt(regime), indledning(regime))).toEqual(['partshoering-findes', 409, undefined]);
    expect(nej([], brev(regime))).toEqual(['partshoering-findes-ikke', undefined, undefined]);
    const slut: PartshoeringKommando = { type: 'AfslutPartshoering', dato: d(regime, '06-17') };
    const sket = [
      ...indledt(regime),
      sendt(regime),
      sendt(regime, BARN),
      besvaret(regime, MOR),
      besvaret(regime, BARN),
    ];
    const afsluttet = given(partshoeringDecider, ...sket).then(slut, nu(regime));
    expect(nej([...sket, ...afsluttet], brev(regime))).toEqual([
      ...['partshoering-afsluttet', 409, 'forvaltningsloven § 19'],
    ]);
  });

  test('lovligt → hændelse', () => {
    const typer = (kommando: PartshoeringKommando, ...sket: readonly E.PartshoeringEvent[]) =>
      given(partshoeringDecider, ...indledt(regime), ...sket)
        .then(kommando, nu(regime))
        .map((e) => e.type);
    expect(typer(brev(regime))).toEqual(['sagsstyring.PartshoeringsbrevSendt']);
    expect(
      typer({ type: 'ModtagSvar', personId: MOR, modtaget: d(regime, '06-10'), svar: 'Enig.' }, sendt(regime)),
    ).toEqual(['sagsstyring.PartshoeringssvarModtaget']);
    expect(
      typer({
        type: 'UndladHoering',
        personId: MOR,
        dato: d(regime, '06-02'),
        grund: 'ubetaenkelig',
        begrundelse: 'x',
      }),
    ).toEqual(['sagsstyring.PartshoeringUndladt']);
    expect(
      typer(
        { type: 'AfslutPartshoering', dato: d(regime, '06-10') },
        sendt(regime),
        besvaret(regime, MOR),
        sendt(regime, BARN),
        besvaret(regime, BARN),
      ),
    ).toEqual(['sagsstyring.PartshoeringAfsluttet']);
  });

  test.each<[string, PartshoeringKommando, string, string | undefined]>([
    ['uden parter', indledning(regime, { parter: [] }), 'ingen-parter', 'forvaltningsloven § 19'],
    ['uden oplysninger', indledning(regime, { oplysninger: ' ' }), 'oplysninger-mangler', 'forvaltningsloven § 19'],
    ['i fremtiden', indledning(regime, { dato: d(regime, '07-01') }), 'dato-i-fremtiden', undefined],
  ])('indledning %s → nej', (_titel, kommando, kode, paragraf) => {
    const nej = given(partshoeringDecider).refused(kommando, nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test.each<[string, object, string, string | undefined]>([
    [
      'til en, der ikke er part',
      { personId: FREMMED },
      'ikke-part',
      `forvaltningsloven §§ 19 og 27; ${HJEMMEL[regime]}`,
    ],
    ['uden tid til at svare', { svarfrist: d(regime, '06-02') }, 'svarfrist-for-kort', 'forvaltningsloven § 19'],
    ['før indledningen', { sendt: d(regime, '05-31') }, 'forkert-raekkefoelge', 'forvaltningsloven § 19'],
    ['med en beskyttet adresse i', { beskyttedeAndre: 1 }, 'beskyttet-adresse', 'CPR-loven § 28'],
    ['før risikovurderingen', { risikovurderingMangler: true }, 'risikovurdering-mangler', 'BL § 18, stk. 3'],
  ])('brev %s → nej', (_titel, mere, kode, paragraf) => {
    const nej = igang().refused(brev(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('barnet må høres, også før risikovurderingen; maskeret må brevet sendes trods beskyttelse', () => {
    expect(igang().then(brev(regime, { personId: BARN, risikovurderingMangler: true }), nu(regime))).toHaveLength(1);
    expect(igang().then(brev(regime, { beskyttedeAndre: 2, maskeret: true }), nu(regime))).toMatchObject([
      { data: { maskeret: true } },
    ]);
  });

  test('et svar kræver et brev, kommer efter det og har et indhold', () => {
    const svar = (mere: object = {}): PartshoeringKommando => ({
      type: 'ModtagSvar',
      personId: MOR,
      modtaget: d(regime, '06-10'),
      svar: 'Enig.',
      ...mere,
    });
    expect(igang().refused(svar(), nu(regime))).toMatchObject({
      kode: 'brev-mangler',
      mere: { mangler: ['partshoeringsbrev'] },
    });
    const efter = given(partshoeringDecider, ...indledt(regime), sendt(regime));
    expect(efter.refused(svar({ modtaget: d(regime, '06-01') }), nu(regime)).kode).toBe('forkert-raekkefoelge');
    expect(efter.refused(svar({ svar: ' ' }), nu(regime)).mere.paragraf).toBe('offentlighedsloven § 13');
    const svaret = given(partshoeringDecider, ...indledt(regime), sendt(regime), besvaret(regime, MOR));
    expect(svaret.refused(brev(regime), nu(regime))).toMatchObject({ kode: 'part-har-svaret', mere: { status: 409 } });
  });

  test('undladelse kræver en begrundelse (§ 19, stk. 2) og en part', () => {
    const undlad = (mere: object): PartshoeringKommando => ({
      type: 'UndladHoering',
      personId: MOR,
      dato: d(regime, '06-02'),
      grund: 'lovbestemt-frist',
      begrundelse: 'Fristen.',
      ...mere,
    });
    expect(igang().refused(undlad({ begrundelse: ' ' }), nu(regime)).mere.paragraf).toBe(
      'forvaltningsloven § 19, stk. 2',
    );
    expect(igang().refused(undlad({ personId: FREMMED }), nu(regime)).kode).toBe('ikke-part');
  });

  test('kan først afsluttes dagen efter sidste svarfrist, når der ikke er svaret', () => {
    const ventende = given(partshoeringDecider, ...indledt(regime), sendt(regime), sendt(regime, BARN));
    const afslut = (dag: string): PartshoeringKommando => ({ type: 'AfslutPartshoering', dato: d(regime, dag) });
    // The parties have all of 16 June.
    expect(ventende.refused(afslut('06-16'), nu(regime))).toMatchObject({
      kode: 'partshoering-ikke-faerdig',
      mere: { paragraf: 'forvaltningsloven § 19', mangler: ['partshoering', 'partshoering'] },
    });
    expect(ventende.then(afslut('06-17'), nu(regime))).toHaveLength(1);
  });

  test('en afsluttet partshøring kan ikke ændres', () => {
    const slut = given(
      partshoeringDecider,
      ...indledt(regime),
      event(E.PartshoeringAfsluttet, { ...id, dato: d(regime, '06-17') }),
    );
    expect(slut.refused(brev(regime), nu(regime)).mere.status).toBe(409);
  });

  test('vejledningen siger, hvem der skal høres, hvem der ventes på, og hvad der ikke må ske endnu', () => {
    expect(partshoeringsskridt(igang().state, d(regime, '06-02')).map((s) => [s.kode, s.art])).toEqual([
      ['partshoeringsbrev', 'skal'],
      ['partshoeringsbrev', 'skal'],
      ['afgoerelse-foer-hoering', 'maa-ikke'],
    ]);
    const venter = given(partshoeringDecider, ...indledt(regime), sendt(regime), sendt(regime, BARN)).state;
    expect(partshoeringsskridt(venter, d(regime, '06-16'))).toMatchObject([
      { art: 'maa-ikke', hvorfor: `Parterne har til og med ${d(regime, '06-16')} at svare i` },
    ]);
    expect(partshoeringsskridt(venter, d(regime, '06-17'))).toMatchObject([{ kode: 'partshoering-afslutning' }]);
  });
});
