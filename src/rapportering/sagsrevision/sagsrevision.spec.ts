import { event } from '../../platform/eventstore/event-declaration.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { opgoerLovoverholdelse } from './lovoverholdelse.js';
import * as E from './sagsrevision.events.js';
import { sagsrevisionDecider, type SagsrevisionKommando, ubesvarede } from './sagsrevision.js';
import { SPOERGSMAAL, type Svarvaerdi } from './spoergsmaal.js';
import { traek } from './stikproeve.query.js';
import { besvarAfLoggen, type Revisionsfrist } from './systemsvar.js';

const R = '00000000-0000-7000-8000-00000000000a';
const SAG = '00000000-0000-7000-8000-00000000000b';
const BARN = '00000000-0000-7000-8000-00000000000c';
const BFU = '00000000-0000-7000-8000-00000000000d';

describe('Det, hændelserne kan svare på', () => {
  type Data = Readonly<Record<string, unknown>>;
  const periode = { fra: '2024-01-01', til: '2024-12-31' };
  const svar = (
    id: string,
    haendelser: readonly (readonly [string, Data])[],
    frister: readonly Revisionsfrist[] = [],
  ) =>
    besvarAfLoggen({
      ...periode,
      stroemme: [haendelser.map(([type, data]) => ({ type, data }) as unknown as StoredEvent)],
      frister,
    }).find((s) => s.spoergsmaalId === id)?.vaerdi;
  const frist = (regel: string, status: string): Revisionsfrist => ({
    regel,
    navn: regel,
    forfald: '2024-05-01',
    status,
  });
  const godkendt = ['ics.BfuGodkendt', { bfuId: BFU, godkendtDato: '2024-06-01' }] as const;
  const samtale = (dato: string) => ['ics.BoernesamtaleAfholdt', { bfuId: BFU, dato }] as const;
  const bevilget = (mere: Data) => ['oekonomi.IndsatsBevilget', { afgoerelseDato: '2024-06-10', ...mere }] as const;
  const anbragt = (mere: Data) => ['oekonomi.AnbringelseBesluttet', { afgoerelseDato: '2024-06-10', ...mere }] as const;
  const truffet = (mere: Data = {}) =>
    [
      'sagsstyring.AfgoerelseTruffet',
      { afgoerelseId: R, dato: '2024-06-10', tilUgunst: false, parter: [{ personId: R, rolle: 'foraelder' }], ...mere },
    ] as const;

  test('hvert systemspørgsmål får ét svar, og kun de', () => {
    expect(besvarAfLoggen({ ...periode, stroemme: [], frister: [] }).map(({ spoergsmaalId }) => spoergsmaalId)).toEqual(
      SPOERGSMAAL.filter(({ kilde }) => kilde === 'system').map(({ id }) => id),
    );
  });

  test.each([
    ['vurderet-inden-24-timer', 'underretning-akutvurdering'],
    ['bfu-til-tiden', 'bfu-afslutning'],
    ['plan-til-tiden', 'handleplan-sel'],
    ['plan-til-tiden', 'barnets-plan-stoettende-indsats'],
    ['opfoelgning-til-tiden', 'opfoelgning-foerste'],
    ['opfoelgning-til-tiden', 'opfoelgning-foerste-anbringelse'],
    ['opfoelgning-til-tiden', 'opfoelgning-loebende'],
  ])('%s følger af fristen %s: ja til tiden, nej for sent eller slet ikke, ellers ikke relevant', (id, regel) => {
    const af = (...statusser: readonly string[]) =>
      svar(
        id,
        [],
        statusser.map((s) => frist(regel, s)),
      );
    expect([af('opfyldt'), af('opfyldt', 'opfyldt')]).toEqual(['ja', 'ja']);
    expect([af('opfyldt-for-sent'), af('overskredet'), af('opfyldt', 'overskredet')]).toEqual(['nej', 'nej', 'nej']);
    // Lapsed (annulled, interrupted) is nobody's breach; what is not due yet is not due.
    expect([af(), af('bortfaldet'), af('forfalder')]).toEqual(['ikke-relevant', 'ikke-relevant', 'ikke-relevant']);
  });

  test.each([
    ['planen forelå før afgørelsen (SEL § 140, stk. 1)', [bevilget({ planId: R, planBesluttet: false })], 'ja'],
    [
      'planen er kun besluttet, og fristen er ikke kommet (BL § 91)',
      [bevilget({ planId: R, planBesluttet: true })],
      'ikke-relevant',
    ],
    ['planen forelå før anbringelsen (SEL § 140, BL § 91)', [anbragt({ planUndtaget: false })], 'ja'],
    ['ingen plan gjaldt ved anbringelsen, og fristen løber', [anbragt({ planUndtaget: true })], 'ikke-relevant'],
    ['undtagelsen er begrundet', [bevilget({ planUndtaget: true })], 'ikke-relevant'],
    [
      'afgørelsen ligger før perioden',
      [bevilget({ planId: R, planBesluttet: false, afgoerelseDato: '2023-12-31' })],
      'ikke-relevant',
    ],
  ] as const)('planen: %s', (_hvad, haendelser, vaerdi) => {
    expect(svar('plan-til-tiden', haendelser)).toBe(vaerdi);
  });

  test.each([
    ['holdt i undersøgelsen, før den blev godkendt', [samtale('2024-05-01'), godkendt], 'ja'],
    ['holdt bagefter', [samtale('2024-06-02'), godkendt], 'nej'],
    ['hverken holdt eller undladt', [godkendt], 'nej'],
    [
      'undladt med begrundelse',
      [['ics.BoernesamtaleUndladt', { bfuId: BFU, dato: '2024-05-01' }], godkendt],
      'ikke-relevant',
    ],
    ['holdt ved bevillingen', [bevilget({ boernesamtaleDato: '2024-06-09', planUndtaget: true })], 'ja'],
    ['undladt ved bevillingen', [bevilget({ boernesamtaleUndladt: 'Spæd.', planUndtaget: true })], 'ikke-relevant'],
    [
      'holdt i undersøgelsen, som bevillingen bygger på',
      [samtale('2024-05-01'), bevilget({ bfuId: BFU, planUndtaget: true })],
      'ja',
    ],
    ['en tidlig indsats kræver den ikke', [bevilget({})], 'ikke-relevant'],
    ['holdt før anbringelsen', [anbragt({ boernesamtaleDato: '2024-06-09' })], 'ja'],
    ['holdt i undersøgelsen, som anbringelsen bygger på', [samtale('2024-05-01'), anbragt({ bfuId: BFU })], 'ja'],
    ['undladt ved anbringelsen', [anbragt({ boernesamtaleUndladt: 'Spæd.' })], 'ikke-relevant'],
    ['holdt før en anden afgørelse', [truffet({ boernesamtaleDato: '2024-06-09' })], 'ja'],
    [
      'holdt før indstillingen til udvalget',
      [
        ['sagsstyring.BuuIndstillingAfgivet', { buuSagId: SAG, boernesamtaleDato: '2024-06-01' }],
        truffet({ organ: 'BUU', vedroererId: SAG }),
      ],
      'ja',
    ],
    ['én holdt og én glemt', [samtale('2024-05-01'), godkendt, bevilget({ planUndtaget: true })], 'nej'],
  ] as const)('børnesamtalen (SEL § 48 / BL § 5): %s', (_hvad, haendelser, vaerdi) => {
    expect(svar('boernesamtale-holdt', haendelser)).toBe(vaerdi);
  });

  test.each([
    ['hørt om undersøgelsen', [['ics.PartshoeringSendt', { bfuId: BFU }], godkendt], 'ja'],
    ['undersøgelsen godkendt uden', [godkendt], 'nej'],
    ['afgørelse til ugunst med høring', [truffet({ tilUgunst: true, partshoeringIder: [R] })], 'ja'],
    [
      'afgørelse til ugunst, undladelsen begrundet',
      [truffet({ tilUgunst: true, partshoeringIder: [], hoeringUndladt: 'ubetaenkelig' })],
      'ja',
    ],
    ['afgørelse til ugunst uden', [truffet({ tilUgunst: true, partshoeringIder: [] })], 'nej'],
    ['ingen afgørelse til ugunst', [truffet()], 'ikke-relevant'],
    [
      'udvalgets afgørelse, hvor parterne har udtalt sig',
      [
        truffet({ tilUgunst: true, organ: 'BUU', vedroererId: SAG, partshoeringIder: [] }),
        ['sagsstyring.BuuUdtalelseGivet', { buuSagId: SAG }],
      ],
      'ja',
    ],
    [
      'udvalgets afgørelse uden',
      [truffet({ tilUgunst: true, organ: 'BUU', vedroererId: SAG, partshoeringIder: [] })],
      'nej',
    ],
  ] as const)('partshøringen (forvaltningsloven § 19): %s', (_hvad, haendelser, vaerdi) => {
    expect(svar('partshoering-gjort', haendelser)).toBe(vaerdi);
  });

  test.each([
    ['meddelt', [truffet(), ['sagsstyring.AfgoerelseMeddelt', { afgoerelseId: R, personId: R }]], 'ja'],
    [
      'kun meddelt den ene af to parter',
      [
        truffet({ parter: [{ personId: R }, { personId: BARN }] }),
        ['sagsstyring.AfgoerelseMeddelt', { afgoerelseId: R, personId: R }],
      ],
      'nej',
    ],
    ['ikke meddelt', [truffet()], 'nej'],
    ['afgørelsen er kun noteret som en indsats', [bevilget({})], 'kan-ikke-ses'],
    ['ingen afgørelse', [], 'ikke-relevant'],
  ] as const)('klagevejledningen (forvaltningsloven §§ 22-25): %s', (_hvad, haendelser, vaerdi) => {
    expect(svar('klagevejledning-sendt', haendelser)).toBe(vaerdi);
  });
});

describe('Lovoverholdelsesprocent', () => {
  const sager = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const svar = (spoergsmaalId: string, vaerdier: readonly Svarvaerdi[]) =>
    vaerdier.map((vaerdi, nr) => ({ sagId: sager[nr] ?? '', spoergsmaalId, vaerdi }));

  test('ja af ja og nej; ikke relevant er udeladt, kan ikke ses tæller som nej, ubesvaret tæller ikke', () => {
    // 3 yes, 1 no, 1 cannot be seen, 2 not relevant, 1 unanswered: 3 of 5 = 60 %.
    const tal = opgoerLovoverholdelse(
      sager,
      svar('bfu-til-tiden', ['ja', 'ja', 'ja', 'nej', 'kan-ikke-ses', 'ikke-relevant', 'ikke-relevant']),
    );
    expect(tal.spoergsmaal.find(({ spoergsmaalId }) => spoergsmaalId === 'bfu-til-tiden')).toEqual({
      spoergsmaalId: 'bfu-til-tiden',
      ...{ ja: 3, nej: 2, heraf: { nej: 1, kanIkkeSes: 1 }, ikkeRelevant: 2, ubesvarede: 1, n: 5, procent: 60 },
    });
  });

  test('samlet er gennemsnittet af spørgsmålene, uvægtet; spørgsmål uden data er udeladt', () => {
    // 1 of 1 = 100 %, 1 of 8 = 12.5 % (13 when shown), 0 of 2 = 0 %: (100 + 12.5 + 0) / 3 = 37.5, half up 38.
    const tal = opgoerLovoverholdelse(sager, [
      ...svar('bfu-til-tiden', ['ja']),
      ...svar('proportionalitet', ['ja', 'nej', 'nej', 'nej', 'nej', 'nej', 'nej', 'nej']),
      ...svar('plan-til-tiden', ['nej', 'kan-ikke-ses', 'ikke-relevant']),
      ...svar('opfoelgning-til-tiden', ['ikke-relevant']),
    ]);
    const procent = Object.fromEntries(tal.spoergsmaal.map((s) => [s.spoergsmaalId, s.procent]));
    expect(procent).toMatchObject({
      'bfu-til-tiden': 100,
      proportionalitet: 13,
      'plan-til-tiden': 0,
      'opfoelgning-til-tiden': null,
    });
    expect([tal.samletProcent, tal.antalSpoergsmaal]).toEqual([38, 3]);
  });

  test('uden data er der intet tal, hverken 0 eller 100', () => {
    expect(opgoerLovoverholdelse(sager, [])).toMatchObject({ samletProcent: null, antalSpoergsmaal: 0 });
  });
});

describe('Stikprøven', () => {
  const population = Array.from({ length: 200 }, (_, nr) => ({ sagId: `sag-${String(nr)}` }));
  const ids = (...m: Parameters<typeof traek>) => traek(...m).map(({ sagId }) => sagId);

  test('samme frø giver de samme sager, uanset rækkefølgen af sagerne; et andet frø giver andre', () => {
    const foerste = ids(population, 20, 'k4');
    expect(ids([...population].reverse(), 20, 'k4')).toEqual(foerste);
    expect(ids(population, 20, 'k5')).not.toEqual(foerste);
    expect(new Set(foerste).size).toBe(20);
  });

  test('en større stikprøve rummer den mindre, og den bliver aldrig større end populationen', () => {
    expect(ids(population, 30, 'k4').slice(0, 20)).toEqual(ids(population, 20, 'k4'));
    expect(ids(population, 500, 'k4')).toHaveLength(200);
  });

  test('kan trækkes i et hvilket som helst sprog: de laveste SHA-256 af frø/sag', () => {
    // `printf k4/a | sha256sum` begins 0e69d6d5, k4/b 75f82b85 and k4/c 0d60da9b, so c, a, b.
    expect(ids([{ sagId: 'a' }, { sagId: 'b' }, { sagId: 'c' }], 3, 'k4')).toEqual(['c', 'a', 'b']);
  });

  test('enhver sag har samme chance: over mange frø trækkes hver omtrent lige tit', () => {
    const trukket = new Map<string, number>();
    for (let nr = 0; nr < 400; nr += 1)
      for (const id of ids(population.slice(0, 20), 5, `frø ${String(nr)}`))
        trukket.set(id, (trukket.get(id) ?? 0) + 1);
    // 400 draws of 5 of 20: expected 100 each, standard deviation √(400 · ¼ · ¾) ≈ 8.7; five of them are 43.
    for (const antal of trukket.values()) expect(Math.abs(antal - 100)).toBeLessThan(43);
    expect(trukket.size).toBe(20);
  });
});

describe('Revisionen', () => {
  const nu = context('2019-03-19T10:00:00+01:00', { id: 'tl01', roller: ['teamleder'] });
  const grundlag = {
    ...{ revisionId: R, betegnelse: 'k4', periode: { fra: '2018-10-01', til: '2018-12-31' }, seed: 'x', position: 9 },
    ...{
      udtraeksregel: { population: 'aktive-i-perioden' as const, antal: 1 },
      skaeringstid: '2018-12-31T22:59:59.999Z',
    },
    populationsantal: 3,
  } as const;
  const systemet = (vaerdi: Svarvaerdi) => [
    { spoergsmaalId: 'klagevejledning-sendt', vaerdi, forklaring: 'Af loggen.' },
  ];
  const traekkes = (
    mere: Partial<Extract<SagsrevisionKommando, { type: 'TraekStikproeve' }>> = {},
  ): SagsrevisionKommando => ({
    ...{ type: 'TraekStikproeve', ...grundlag, sager: [{ sagId: SAG, barnId: BARN, svar: systemet('ja') }] },
    ...mere,
  });
  const udtrukket = event(E.SagsrevisionUdtrukket, { ...grundlag, dato: '2019-03-19', sagIder: [SAG] });
  const besvaret = (vaerdi: Svarvaerdi) =>
    event(E.SagBesvaretAfSystemet, {
      revisionId: R,
      sagId: SAG,
      barnId: BARN,
      dato: '2019-03-19',
      svar: systemet(vaerdi),
    });
  const igang = given(sagsrevisionDecider, udtrukket, besvaret('ja'));
  type Svar = Extract<SagsrevisionKommando, { type: 'BesvarSpoergsmaal' }>;
  const besvar = (mere: Partial<Svar> = {}): SagsrevisionKommando => ({
    ...{ type: 'BesvarSpoergsmaal', sagId: SAG, spoergsmaalId: 'proportionalitet', vaerdi: 'ja', behandlere: ['sb01'] },
    ...mere,
  });

  test('Reglen, frøet, positionen og sagerne gemmes sammen med det, hændelserne svarede', () => {
    const sket = given(sagsrevisionDecider).then(traekkes(), nu);
    expect(sket).toMatchObject([
      {
        type: 'rapportering.SagsrevisionUdtrukket',
        data: { seed: 'x', position: 9, sagIder: [SAG], populationsantal: 3 },
      },
      { type: 'rapportering.SagBesvaretAfSystemet', data: { sagId: SAG, barnId: BARN } },
    ]);
  });

  test.each([
    ['ingen sager passer', { sager: [] }, 'ingen-sager'],
    ['perioden vender forkert', { periode: { fra: '2019-01-02', til: '2019-01-01' } }, 'periode-vender-forkert'],
    ['perioden er ikke slut', { periode: { fra: '2019-01-01', til: '2019-03-20' } }, 'periode-ikke-afsluttet'],
  ])('En stikprøve trækkes ikke, når %s', (_hvad, mere, kode) => {
    expect(given(sagsrevisionDecider).refused(traekkes(mere), nu).kode).toBe(kode);
  });

  test.each([
    ['en sag uden for stikprøven', { sagId: BARN }, 'sag-ikke-i-stikproeven'],
    ['et spørgsmål, der ikke findes', { spoergsmaalId: 'gaet' }, 'ukendt-spoergsmaal'],
    ['det, hændelserne har svaret på', { spoergsmaalId: 'klagevejledning-sendt' }, 'systemet-har-svaret'],
    ['en sag, man selv har haft (forvaltningsloven § 3)', { behandlere: ['sb01', 'tl01'] }, 'egen-sag'],
    ['nej uden bemærkning', { vaerdi: 'nej' }, 'bemaerkning-mangler'],
    ['kan ikke ses uden bemærkning', { vaerdi: 'kan-ikke-ses', bemaerkning: ' ' }, 'bemaerkning-mangler'],
  ] as const)('Man kan ikke svare på %s', (_hvad, mere, kode) => {
    expect(igang.refused(besvar(mere), nu).kode).toBe(kode);
  });

  test('Det, hændelserne ikke kan vise, er ubesvaret, til en person har set efter; en person kan også ikke se det', () => {
    const alle = (vaerdi: Svarvaerdi, kilde: 'system' | 'person') =>
      Object.fromEntries(
        SPOERGSMAAL.map(({ id }) => [id, { vaerdi: id === 'klagevejledning-sendt' ? vaerdi : 'ja', kilde }]),
      );
    expect(ubesvarede(alle('kan-ikke-ses', 'system'))).toEqual(['klagevejledning-sendt']);
    expect(ubesvarede(alle('kan-ikke-ses', 'person'))).toEqual([]);
    expect(ubesvarede(alle('nej', 'system'))).toEqual([]);
    const uset = given(sagsrevisionDecider, udtrukket, besvaret('kan-ikke-ses'));
    expect(uset.refused({ type: 'AfslutRevision' }, nu).mere.mangler).toContain(`${SAG}/klagevejledning-sendt`);
  });

  test('En person svarer på det, hændelserne ikke kan vise, og det seneste svar gælder', () => {
    const uset = given(sagsrevisionDecider, udtrukket, besvaret('kan-ikke-ses'));
    const svar = uset.then(besvar({ spoergsmaalId: 'klagevejledning-sendt' }), nu);
    expect(given(sagsrevisionDecider, udtrukket, besvaret('kan-ikke-ses'), ...svar).state).toMatchObject({
      sager: [{ svar: { 'klagevejledning-sendt': { vaerdi: 'ja', kilde: 'person' } } }],
    });
  });

  test('En revision trækkes én gang, og kun en, der er trukket, besvares', () => {
    expect(igang.refused(traekkes(), nu)).toMatchObject({ kode: 'revision-findes', mere: { status: 409 } });
    expect(given(sagsrevisionDecider).refused(besvar(), nu).kode).toBe('revision-findes-ikke');
  });

  test('Revisionen afsluttes først, når hvert spørgsmål er besvaret, og derefter står svarene fast', () => {
    expect(igang.refused({ type: 'AfslutRevision' }, nu)).toMatchObject({
      kode: 'svar-mangler',
      mere: { mangler: expect.arrayContaining([`${SAG}/proportionalitet`]) },
    });
    const alle = SPOERGSMAAL.filter(({ id }) => id !== 'klagevejledning-sendt').map(({ id }) =>
      event(E.SagBesvaretAfPerson, {
        revisionId: R,
        sagId: SAG,
        barnId: BARN,
        spoergsmaalId: id,
        vaerdi: 'ja',
        dato: '2019-03-19',
      }),
    );
    const faerdig = given(sagsrevisionDecider, udtrukket, besvaret('ja'), ...alle);
    const [afsluttet] = faerdig.then({ type: 'AfslutRevision' }, nu);
    expect(afsluttet?.type).toBe('rapportering.SagsrevisionAfsluttet');
    if (afsluttet !== undefined)
      expect(
        given(sagsrevisionDecider, udtrukket, besvaret('ja'), ...alle, afsluttet).refused(besvar(), nu),
      ).toMatchObject({ kode: 'revision-afsluttet', mere: { status: 409 } });
  });
});
