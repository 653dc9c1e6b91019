import * as fc from 'fast-check';
import { event } from '../../platform/eventstore/event-declaration.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { type SkridtMedFrist } from '../naeste_skridt/inden.js';
import { type Sagsbillede } from '../naeste_skridt/sagsbillede.query.js';
import { OverdragelseForeslaaet, SagOprettet, SagTildelt } from '../sag/sag.events.js';
import { advisDecider, advisId, udsatTil, type AdvisKommando, type Advissag } from './advis.js';
import { AdvisEskaleringKvitteret, AdvisUdsat } from './advis.events.js';
import { danAdvis, klasseAf, type Advis } from './dan_advis.js';
import { ADVIS_HOEJST, ADVISKLASSER, sammenlign, udvaelg, type Advisklasse } from './rangorden.js';

const SAG = '00000000-0000-7000-8000-00000000000a';
const BARN = '00000000-0000-7000-8000-00000000000b';
const BFU = '00000000-0000-7000-8000-00000000000c';
const ANDEN = '00000000-0000-7000-8000-00000000000d';
const IDAG = '2026-11-23';
const som = (bruger: string, rolle: string) => context(`${IDAG}T10:00:00+01:00`, { id: bruger, roller: [rolle] });
const sb = som('sb01', 'sagsbehandler');
const leder = som('tl01', 'teamleder');
const tilhoer = { advisId: advisId(SAG, 'undersoegelse'), barnId: BARN, sagId: SAG, emne: 'undersoegelse' };

type Aktuelt = Extract<AdvisKommando, { type: 'UdsaetAdvis' }>['aktuelt'];
const udsaet = (til: string, mere: Partial<Aktuelt> = {}, begrundelse = 'Mødet er på mandag.'): AdvisKommando => ({
  ...{ type: 'UdsaetAdvis', ...tilhoer, til, begrundelse },
  aktuelt: {
    ...{ klasse: 'forfalder', fristdag: '2026-11-28', hjemmel: 'BL § 20, stk. 3', enkeltsagIder: [BFU] },
    sagsbehandler: 'sb01',
    ...mere,
  },
});
const udsat = (dato: string, til: string, mere: { klasse?: Advisklasse; overFrist?: boolean } = {}) =>
  event(AdvisUdsat, {
    ...{ ...tilhoer, dato, til, klasse: 'forfalder', overFrist: false, enkeltsagIder: [BFU], begrundelse: 'Venter.' },
    ...mere,
  });
const kvitteret = (dato: string) => event(AdvisEskaleringKvitteret, { ...tilhoer, dato, bemaerkning: 'Set.' });

describe('Udsættelse', () => {
  const frisk = given(advisDecider);

  test.each([
    ['uden begrundelse', udsaet('2026-11-25', {}, '  '), 'begrundelse-mangler'],
    ['til i dag', udsaet(IDAG), 'udsat-til-fortid'],
    ['til efter lovens frist', udsaet('2026-11-29'), 'udsat-efter-frist'],
    [
      'når fristen er overskredet',
      udsaet('2026-11-25', { fristdag: '2026-11-20', klasse: 'overskredet' }),
      'udsat-efter-frist',
    ],
    ['når barnet kan være i fare', udsaet('2026-11-24', { klasse: 'fare', fristdag: null }), 'fare-kan-ikke-vente'],
    ['mere end 30 dage uden frist', udsaet('2026-12-24', { klasse: 'kvalitet', fristdag: null }), 'udsat-for-laenge'],
    ['på en kollegas sag', udsaet('2026-11-25', { sagsbehandler: 'sb02' }), 'ikke-ansvarlig'],
  ])('En sagsbehandler kan ikke udsætte %s', (_hvad, kommando, kode) => {
    expect(frisk.refused(kommando, sb).kode).toBe(kode);
  });

  test('En sagsbehandler kan udsætte til og med fristens dag, og 30 dage, når der ingen frist er', () => {
    expect(frisk.then(udsaet('2026-11-28'), sb)).toMatchObject([
      {
        type: 'sagsstyring.AdvisUdsat',
        data: { dato: IDAG, til: '2026-11-28', overFrist: false, klasse: 'forfalder' },
      },
    ]);
    // 30 days after 23 November.
    expect(frisk.then(udsaet('2026-12-23', { klasse: 'kvalitet', fristdag: null }), sb)).toHaveLength(1);
  });

  test('En teamleder kan udsætte til efter fristen, også ved fare og på andres sager; det står der', () => {
    expect(frisk.then(udsaet('2026-11-30', { klasse: 'fare', sagsbehandler: 'sb02' }), leder)).toMatchObject([
      { data: { overFrist: true } },
    ]);
  });

  // Today is 23 November. Danger and what is overdue: 7 days, so 30 November. Otherwise 30 days, so 23 December, but no
  // later than 7 days after a deadline: 28 November + 7 = 5 December.
  test.each([
    ['fare', { klasse: 'fare', fristdag: null }, '2026-11-30', '2026-12-01'],
    ['en overskredet frist', { klasse: 'overskredet', fristdag: '2026-11-20' }, '2026-11-30', '2026-12-01'],
    ['en frist, der kommer', {}, '2026-12-05', '2026-12-06'],
    ['det, der ingen frist har', { klasse: 'kvalitet', fristdag: null }, '2026-12-23', '2026-12-24'],
  ] as const)('Heller ikke en teamleder udsætter %s for altid', (_hvad, aktuelt, senest, forSent) => {
    expect(frisk.then(udsaet(senest, aktuelt), leder)).toHaveLength(1);
    expect(frisk.refused(udsaet(forSent, aktuelt), leder)).toMatchObject({
      kode: 'udsat-for-laenge',
      mere: { felt: 'til', paragraf: 'BL § 20, stk. 3' },
    });
    expect(frisk.refused(udsaet('2099-01-01', aktuelt), leder).kode).toBe('udsat-for-laenge');
  });

  test('En overdragelse udsættes ikke, heller ikke af en teamleder: den besvares (offentlighedsloven § 13)', () => {
    const overdragelse = { ...udsaet('2026-11-25', { klasse: 'kvalitet', fristdag: null }), emne: 'overdragelse' };
    for (const hvem of [sb, leder]) expect(frisk.refused(overdragelse, hvem).kode).toBe('overdragelse-skal-besvares');
  });

  test('Den, der nægtes, får paragraffen', () => {
    expect(frisk.refused(udsaet('2026-11-29'), sb).mere).toMatchObject({ felt: 'til', paragraf: 'BL § 20, stk. 3' });
  });
});

describe('Hvad der er udsat, vises ikke før dagen, medmindre det bliver værre', () => {
  const skjult = (
    klasse: Advisklasse,
    enkeltsagIder: readonly string[],
    ...haendelser: Parameters<typeof advisDecider.evolve>[1][]
  ) => udsatTil(given(advisDecider, ...haendelser).state, { klasse, enkeltsagIder }, IDAG);

  test.each([
    ['udsat til i morgen', skjult('forfalder', [BFU], udsat('2026-11-20', '2026-11-24')), '2026-11-24'],
    ['dagen er kommet', skjult('forfalder', [BFU], udsat('2026-11-20', IDAG)), null],
    ['er nu overskredet', skjult('overskredet', [BFU], udsat('2026-11-20', '2026-11-24')), null],
    ['er blevet mindre alvorligt', skjult('kvalitet', [BFU], udsat('2026-11-20', '2026-11-24')), '2026-11-24'],
    ['noget nyt er kommet til', skjult('forfalder', [BFU, ANDEN], udsat('2026-11-20', '2026-11-24')), null],
    [
      'teamlederen har udsat det forbi fristen',
      skjult('overskredet', [BFU], udsat('2026-11-20', '2026-11-24', { overFrist: true })),
      '2026-11-24',
    ],
    ['… men ikke forbi fare', skjult('fare', [BFU], udsat('2026-11-20', '2026-11-24', { overFrist: true })), null],
    ['aldrig udsat', skjult('forfalder', [BFU]), null],
  ])('%s', (_hvad, er, skal) => {
    expect(er).toBe(skal);
  });
});

describe('Lederkvittering', () => {
  const kvitter = (eskaleret: boolean, bemaerkning = 'Aftalt med sagsbehandleren.'): AdvisKommando => ({
    ...{ type: 'KvitterEskalering', ...tilhoer, bemaerkning, eskaleret },
  });

  test('Der kvitteres kun for det, der er eskaleret, og med en bemærkning', () => {
    expect(given(advisDecider).refused(kvitter(false), leder)).toMatchObject({
      kode: 'advis-ikke-eskaleret',
      mere: { status: 409 },
    });
    expect(given(advisDecider).refused(kvitter(true, ' '), leder).kode).toBe('bemaerkning-mangler');
    expect(given(advisDecider).then(kvitter(true), leder)).toMatchObject([{ data: { dato: IDAG } }]);
  });
});

const stroem = (
  kind: string,
  streamId: string,
  ...h: readonly { type: string; data: object }[]
): readonly StoredEvent[] =>
  h.map((e) => ({ ...e, kind, streamId, registreret: '2026-11-01T10:00:00.000Z' }) as unknown as StoredEvent);
const id = { sagId: SAG, barnId: BARN };
const sagstroem = (...mere: readonly { type: string; data: object }[]) =>
  stroem(
    'sagsstyring.sag',
    SAG,
    event(SagOprettet, { ...id, omraade: 'social', oprettet: '2026-10-01', grund: 'ansoegning' }),
    event(SagTildelt, { ...id, sagsbehandler: 'sb01', tildelt: '2026-10-01' }),
    ...mere,
  );
const bfustroem = stroem('ics.undersoegelse', BFU, { type: 'ics.BfuBesluttet', data: {} });
const frist = (forfald: string, status: 'overskredet' | 'forfalder' | 'kommende', ansvarligRolle = 'KB') => ({
  ...{ regel: 'bfu-afslutning', navn: 'BFU afsluttet', ansvarligRolle, forfald, status },
  forfaldTid: `${forfald}T22:59:59.999Z`,
});
const skridt = (kode: string, mere: Partial<SkridtMedFrist> = {}): SkridtMedFrist => ({
  ...{ kode, art: 'skal', tekst: kode, hvorfor: 'Fordi.', hjemmel: 'BL § 20', enkeltsagId: BFU, frist: null },
  ...mere,
});
const billede = (skridtene: readonly SkridtMedFrist[], sag = sagstroem()): Sagsbillede => ({
  ...{ id: SAG, art: 'sag', barnId: BARN, stroemme: [sag, bfustroem], skridt: skridtene, hvile: [], frister: [] },
});
const intet: Advissag = advisDecider.initial;
const dan = (skridtene: readonly SkridtMedFrist[], husket = intet, sag = sagstroem()): readonly Advis[] =>
  danAdvis(billede(skridtene, sag), { sagsbehandler: 'sb01', team: 'boerne' }, () => husket, IDAG);

describe('Hvad der bliver til advis', () => {
  test('ét advis pr. sag og emne, med det vigtigste skridt først og resten talt', () => {
    const advis = dan([
      ...[
        skridt('a', { frist: frist('2026-11-28', 'forfalder') }),
        skridt('b', { frist: frist('2026-11-20', 'overskredet') }),
      ],
      ...[skridt('c'), skridt('sag-tildeling', { enkeltsagId: SAG })],
    ]);
    expect(advis.map(({ emne, skridt: s, flereSkridt, klasse }) => [emne, s.kode, flereSkridt, klasse])).toEqual([
      ['undersoegelse', 'b', 2, 'overskredet'],
      ['tildeling', 'sag-tildeling', 0, 'kvalitet'],
    ]);
    expect(advis[0]).toMatchObject({ dageOverskredet: 3, advisId: advisId(SAG, 'undersoegelse'), sagId: SAG });
  });

  test('det, der kan eller ikke må gøres, og det, der først skal gøres om længe, er ikke advis', () => {
    expect(
      dan([
        ...[skridt('a', { art: 'kan' }), skridt('b', { art: 'maa-ikke' })],
        skridt('c', { frist: frist('2027-02-01', 'kommende') }),
      ]),
    ).toEqual([]);
  });

  test('en anden myndigheds eller skoles svarfrist er ikke kommunens overskridelse: der rykkes', () => {
    expect(dan([skridt('bfu-ryk-udtalelse', { frist: frist('2026-11-01', 'overskredet', 'EKSTERN') })])).toMatchObject([
      { klasse: 'kvalitet', dageOverskredet: 0, eskaleret: null },
    ]);
  });

  test('en overdragelse er modtagerens, alt andet er sagsbehandlerens, indtil der er svaret', () => {
    const foreslaaet = event(OverdragelseForeslaaet, {
      ...{ ...id, overdragelseId: ANDEN, fra: 'sb01', til: 'sb02', notat: 'Læs planen.', foreslaaet: '2026-11-16' },
    });
    const sag = sagstroem(foreslaaet);
    const ventende = [skridt('sag-overdragelse', { enkeltsagId: SAG }), skridt('a')];
    expect(dan(ventende, intet, sag).map(({ emne, sagsbehandler }) => [emne, sagsbehandler])).toEqual([
      ['overdragelse', 'sb02'],
      ['undersoegelse', 'sb01'],
    ]);
  });
});

describe('Eskalering følger af reglen', () => {
  const overskredet = (forfald: string, mere: Partial<SkridtMedFrist> = {}) => [
    skridt('a', { frist: frist(forfald, 'overskredet'), ...mere }),
  ];
  const grund = (...m: Parameters<typeof dan>) => dan(...m)[0]?.eskaleret;
  const husker = (...h: Parameters<typeof advisDecider.evolve>[1][]) => given(advisDecider, ...h).state;

  test('en frist, der har været overskredet i mere end 7 dage', () => {
    expect(grund(overskredet('2026-11-16'))).toBeNull();
    expect(grund(overskredet('2026-11-15'))).toBe('frist-overskredet');
  });

  test('fare for barnet, som ikke er vurderet til tiden, venter ikke en uge', () => {
    expect(grund(overskredet('2026-11-23', { fare: true }))).toBe('frist-overskredet');
  });

  test('det samme udsat to gange; efter lederens kvittering tælles der forfra', () => {
    const to = [udsat('2026-11-10', '2026-11-15'), udsat('2026-11-15', '2026-11-20')];
    const forfalder = [skridt('a', { frist: frist('2026-11-28', 'forfalder') })];
    expect(grund(forfalder, husker(...to.slice(0, 1)))).toBeNull();
    expect(grund(forfalder, husker(...to))).toBe('udsat-to-gange');
    expect(grund(forfalder, husker(...to, kvitteret('2026-11-20')))).toBeNull();
  });

  test('en teamleders udsættelse holder eskaleringen tilbage i 7 dage, uanset hvor længe der er udsat', () => {
    const udsatAfLeder = (dato: string) =>
      husker(udsat(dato, '2099-01-01', { klasse: 'overskredet', overFrist: true }));
    expect(grund(overskredet('2026-10-01'), udsatAfLeder('2026-11-16'))).toBeNull();
    expect(grund(overskredet('2026-10-01'), udsatAfLeder('2026-11-15'))).toBe('frist-overskredet');
  });

  test('lederens kvittering holder i 7 dage; er pligten da ikke opfyldt, eskaleres der igen', () => {
    expect(grund(overskredet('2026-10-01'), husker(kvitteret('2026-11-16')))).toBeNull();
    expect(grund(overskredet('2026-10-01'), husker(kvitteret('2026-11-15')))).toBe('frist-overskredet');
  });

  test('en overdragelse, der ikke er svaret på i mere end 7 dage, og en sag, ingen har', () => {
    const foreslaaet = (dato: string) =>
      sagstroem(
        event(OverdragelseForeslaaet, {
          ...{ ...id, overdragelseId: ANDEN, fra: 'sb01', til: 'sb02', notat: 'Læs planen.', foreslaaet: dato },
        }),
      );
    const ventende = [skridt('sag-overdragelse', { enkeltsagId: SAG })];
    expect(grund(ventende, intet, foreslaaet('2026-11-16'))).toBeNull();
    expect(grund(ventende, intet, foreslaaet('2026-11-15'))).toBe('overdragelse-ubesvaret');
    const [ingen] = danAdvis(
      billede([skridt('sag-tildeling', { enkeltsagId: SAG })]),
      { sagsbehandler: null, team: 'boerne' },
      () => intet,
      IDAG,
    );
    expect(ingen?.eskaleret).toBe('ingen-sagsbehandler');
  });
});

describe('Rækkefølgen', () => {
  const rangeret = fc.record({
    klasse: fc.constantFrom(...ADVISKLASSER),
    forfaldTid: fc.option(fc.constantFrom('2026-11-20', '2026-11-24', '2026-12-01')),
    siden: fc.constantFrom('2026-10-01', '2026-11-01'),
    sagsbehandler: fc.constantFrom('sb01', 'sb02', null),
    noegle: fc.uuid(),
  });

  test('fare for barnet, så overskredne frister med de ældste først, så dem, der forfalder, så kvalitet', () => {
    const ting = (klasse: Advisklasse, forfaldTid: string | null, noegle: string) => ({
      klasse,
      forfaldTid,
      siden: IDAG,
      noegle,
    });
    const alle = [
      ...[ting('kvalitet', null, 'f'), ting('forfalder', '2026-11-25', 'd'), ting('overskredet', '2026-11-20', 'c')],
      ...[ting('forfalder', '2026-11-28', 'e'), ting('overskredet', '2026-10-01', 'b'), ting('fare', null, 'a')],
    ];
    expect(
      [...alle]
        .sort(sammenlign)
        .map(({ noegle }) => noegle)
        .join(''),
    ).toBe('abcdef');
  });

  test('er den samme, uanset hvordan de kom; ingen får mere end 10, medmindre det er fare, og intet forsvinder', () => {
    fc.assert(
      fc.property(fc.array(rangeret, { maxLength: 60 }), fc.infiniteStream(fc.nat()), (alle, tal) => {
        const blandet = alle
          .map((a) => [tal.next().value, a] as const)
          .sort(([a], [b]) => a - b)
          .map(([, a]) => a);
        const { viste, resten } = udvaelg(alle);
        expect(udvaelg(blandet)).toEqual({ viste, resten });
        for (const bruger of ['sb01', 'sb02', null]) {
          const deres = alle.filter((a) => a.sagsbehandler === bruger);
          const vist = viste.filter((a) => a.sagsbehandler === bruger);
          const fare = deres.filter(({ klasse }) => klasse === 'fare').length;
          expect(vist.length).toBe(Math.max(fare, Math.min(deres.length, ADVIS_HOEJST)));
          expect(vist.length + (resten.find((r) => r.sagsbehandler === bruger)?.ialt ?? 0)).toBe(deres.length);
          // Nothing that is left out goes before anything that is shown.
          const udeladt = deres.filter((a) => !vist.includes(a));
          expect(udeladt.every((u) => vist.every((v) => sammenlign(v, u) <= 0))).toBe(true);
        }
      }),
    );
  });
});

describe('Hvad der er et advis', () => {
  const skridt = (mere: Partial<SkridtMedFrist>): SkridtMedFrist => ({
    ...{ kode: 'genbehandling', art: 'skal', tekst: 'x', hvorfor: 'x', enkeltsagId: BFU },
    frist: {
      ...{ regel: 'anbringelse-genbehandling-1aar', navn: 'x', ansvarligRolle: 'BUU', status: 'kommende' },
      ...{ forfald: '2027-02-20', forfaldTid: '2027-02-20T23:59:59+01:00' },
    },
    ...mere,
  });

  test('en frist langt ude er intet advis, medmindre det, der skal gøres, begynder i god tid (SEL § 62, BL § 50)', () => {
    expect(klasseAf(skridt({}))).toBeUndefined();
    expect(klasseAf(skridt({ iGodTid: true }))).toBe('kvalitet');
    expect(klasseAf(skridt({ iGodTid: true, art: 'kan' }))).toBeUndefined();
  });
});
