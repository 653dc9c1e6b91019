import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { fordel } from './fordeling.js';
import * as E from './fratraedelse.events.js';
import { fratraedelseDecider, fratraedelsesId, naestePost, type FratraedelseKommando } from './fratraedelse.js';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const C = '00000000-0000-7000-8000-00000000000c';
const fratraedelseId = fratraedelsesId('sb01', '2026-12-31');
const nu = context('2026-11-23T10:00:00+01:00', { id: 'tl01', roller: ['teamleder'] });

const opret = (
  sager: Extract<FratraedelseKommando, { type: 'OpretFratraedelse' }>['sager'],
  iGang: string | null = null,
  indgaaende: readonly string[] = [],
): FratraedelseKommando => ({
  ...{
    type: 'OpretFratraedelse',
    fratraedelseId,
    sagsbehandler: 'sb01',
    sidsteDag: '2026-12-31',
    position: 9,
    iGang,
    indgaaende,
    sager,
  },
});
const oprettet = event(E.FratraedelseOprettet, {
  ...{ fratraedelseId, sagsbehandler: 'sb01', sidsteDag: '2026-12-31', dato: '2026-11-23', position: 9 },
  sager: [
    { post: A, til: 'sb02' },
    { post: B, til: 'sb03' },
  ],
});
const udenModtager = event(E.FratraedelseOprettet, {
  ...oprettet.data,
  sager: [{ post: A, til: 'sb02' }, { post: B }],
});
const udsendt = event(E.FratraedelseUdsendt, { fratraedelseId, dato: '2026-11-23' });
const foreslaaet = (post: string) =>
  event(E.FratraedelsessagForeslaaet, { fratraedelseId, post, til: 'sb02', overdragelseId: C });
const sprungetOver = (post: string) =>
  event(E.FratraedelsessagSprungetOver, { fratraedelseId, post, aarsag: 'Lukket.' });
const afsluttet = event(E.FratraedelseAfsluttet, { fratraedelseId, dato: '2026-12-01' });

describe('Forberedelse', () => {
  test('Den samme fratrædelse forberedes ikke to gange, heller ikke med en anden sidste dag', () => {
    expect(given(fratraedelseDecider, oprettet).refused(opret([{ sagId: A }]), nu)).toMatchObject({
      kode: 'fratraedelse-findes',
      mere: { status: 409 },
    });
    expect(given(fratraedelseDecider).refused(opret([{ sagId: A }], '2026-11-30'), nu).kode).toBe(
      'fratraedelse-findes',
    );
  });

  test('Den, der fratræder, kan ikke overtage sine egne sager, og uden sager er der intet at overdrage', () => {
    expect(given(fratraedelseDecider).refused(opret([{ sagId: A, til: 'sb01' }]), nu).kode).toBe('modtager-fratraeder');
    expect(given(fratraedelseDecider).refused(opret([]), nu).kode).toBe('ingen-aabne-sager');
  });

  test('Den, der kun har overdragelser på vej ind, kan også fratræde: de skal besvares', () => {
    expect(given(fratraedelseDecider).then(opret([], null, [A]), nu)).toMatchObject([{ data: { sager: [] } }]);
  });

  test('En afsluttet fratrædelse kan forberedes igen, når der er kommet sager til siden', () => {
    const igen = given(fratraedelseDecider, oprettet, udsendt, afsluttet);
    expect(igen.then(opret([{ sagId: C, til: 'sb04' }]), nu)).toMatchObject([{ data: { sager: [{ post: C }] } }]);
    const oprettetIgen = event(E.FratraedelseOprettet, { ...oprettet.data, sager: [{ post: C }] });
    expect(given(fratraedelseDecider, oprettet, udsendt, afsluttet, oprettetIgen).state).toMatchObject({
      fase: 'kladde',
      poster: [{ sagId: C }],
    });
  });

  test('En fratrædelse, der ikke gælder mere, trækkes tilbage med en begrundelse, også når den er afsluttet', () => {
    const traek = (begrundelse: string) => ({ type: 'TraekFratraedelse', begrundelse }) as const;
    expect(given(fratraedelseDecider, oprettet).refused(traek(' '), nu).kode).toBe('begrundelse-mangler');
    const trukket = event(E.FratraedelseTrukketTilbage, {
      fratraedelseId,
      dato: '2026-12-02',
      begrundelse: 'Ansat igen.',
    });
    for (const foer of [[oprettet], [oprettet, udsendt], [oprettet, udsendt, afsluttet]])
      expect(given(fratraedelseDecider, ...foer).then(traek('Ansat igen.'), nu)).toHaveLength(1);
    const efter = given(fratraedelseDecider, oprettet, trukket);
    expect(efter.refused({ type: 'UdsendFratraedelse' }, nu)).toMatchObject({
      kode: 'fratraedelse-trukket',
      mere: { status: 409 },
    });
    expect(efter.then(opret([{ sagId: A }]), nu)).toHaveLength(1);
  });
});

describe('Udsendelse', () => {
  test('Intet sendes, før hver sag har en foreslået modtager: ingen sag efterlades stiltiende', () => {
    expect(given(fratraedelseDecider, udenModtager).refused({ type: 'UdsendFratraedelse' }, nu)).toMatchObject({
      kode: 'modtager-mangler',
      mere: { mangler: [B] },
    });
    const valgt = event(E.FratraedelsesmodtagerValgt, { fratraedelseId, post: B, til: 'sb04', dato: '2026-11-23' });
    expect(given(fratraedelseDecider, udenModtager, valgt).then({ type: 'UdsendFratraedelse' }, nu)).toHaveLength(1);
    expect(given(fratraedelseDecider, oprettet, udsendt).refused({ type: 'UdsendFratraedelse' }, nu)).toMatchObject({
      ...{ kode: 'fratraedelse-udsendt', mere: { status: 409 } },
    });
    expect(given(fratraedelseDecider).refused({ type: 'UdsendFratraedelse' }, nu).kode).toBe(
      'fratraedelse-findes-ikke',
    );
  });

  test('Sagerne tages én ad gangen; en, der ikke kan foreslås, standser ikke de andre', () => {
    const naeste = (...h: Parameters<typeof fratraedelseDecider.evolve>[1][]) =>
      naestePost(given(fratraedelseDecider, oprettet, ...h).state)?.sagId;
    expect([naeste(), naeste(udsendt), naeste(udsendt, foreslaaet(A)), naeste(udsendt, sprungetOver(A))]).toEqual([
      undefined,
      A,
      B,
      B,
    ]);
    expect(naeste(udsendt, sprungetOver(A), foreslaaet(B))).toBeUndefined();
  });

  test('Vælges en ny modtager efter et afslag, eller kommer en sag til, er den igen en, der skal foreslås', () => {
    const valgt = (post: string) =>
      event(E.FratraedelsesmodtagerValgt, { fratraedelseId, post, til: 'sb05', dato: '2026-11-24' });
    const efter = given(fratraedelseDecider, oprettet, udsendt, foreslaaet(A), foreslaaet(B), valgt(A), valgt(C));
    expect(naestePost(efter.state)).toMatchObject({ sagId: A, til: 'sb05', overdragelseId: null });
    expect(efter.state).toMatchObject({ poster: [{ sagId: A }, { sagId: B }, { sagId: C, til: 'sb05' }] });
  });
});

test('Fratrædelsen afsluttes først, når hver sag har en modtager, der har accepteret', () => {
  const igang = given(fratraedelseDecider, oprettet, udsendt);
  const afslut = (udestaaende: string[], indgaaende: string[] = []) =>
    ({ type: 'AfslutFratraedelse', udestaaende, indgaaende }) as const;
  expect(igang.refused(afslut([B]), nu)).toMatchObject({
    kode: 'sager-uden-modtager',
    mere: { mangler: [B] },
  });
  expect(igang.refused(afslut([], [C]), nu)).toMatchObject({
    kode: 'overdragelser-til-fratraeder',
    mere: { mangler: [C], paragraf: 'offentlighedsloven § 13' },
  });
  expect(igang.then(afslut([]), nu)).toMatchObject([{ data: { dato: '2026-11-23' } }]);
  expect(
    given(fratraedelseDecider, oprettet, afsluttet).refused({ type: 'VaelgModtager', sagId: A, til: 'sb02' }, nu),
  ).toMatchObject({ kode: 'fratraedelse-afsluttet', mere: { status: 409 } });
});

describe('Forslag til modtagere', () => {
  const sager = (...teams: readonly (string | null)[]) =>
    teams.map((team, nr) => ({ sagId: `sag${String(nr)}`, team }));
  const til = (...m: Parameters<typeof fordel>) => fordel(...m).map((f) => f.til);

  test('Den, der har færrest, får den næste; forslagene tæller med', () => {
    // 3 and 5: the first gets two to be level, then they take turns.
    const kandidater = [
      { sagsbehandler: 'a', aabneSager: 5 },
      { sagsbehandler: 'b', aabneSager: 3 },
    ];
    expect(til(sager(null, null, null, null), kandidater)).toEqual(['b', 'b', 'a', 'b']);
  });

  test('Sagens eget team går forud, også når andre har færre', () => {
    const kandidater = [
      { sagsbehandler: 'a', team: 'boerne', aabneSager: 30 },
      { sagsbehandler: 'b', team: 'unge', aabneSager: 1 },
    ];
    expect(fordel(sager('boerne', 'handicap'), kandidater)).toEqual([
      { sagId: 'sag0', til: 'a', tilTeam: 'boerne' },
      { sagId: 'sag1', til: 'b', tilTeam: 'unge' },
    ]);
  });

  test('Uden kandidater er der intet forslag, men sagen står der', () => {
    expect(fordel(sager('boerne'), [])).toEqual([{ sagId: 'sag0' }]);
  });
});
