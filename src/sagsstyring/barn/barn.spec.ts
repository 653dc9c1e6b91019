import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import {
  barnDecider,
  barnetsStroem,
  FlytningKnyttetTilBarn,
  SagKnyttetTilBarn,
  SagLoesnetFraBarn,
  SoeskendeundersoegelseAfklaret,
  SoeskendeundersoegelseKraevet,
  UnderretningKnyttetTilBarn,
} from './barn.js';
import { holderSagenAaben } from './soeskendeundersoegelse.js';
import { kraevEntydigtBarn } from './barnangivelse.js';

const BARN = '00000000-0000-7000-8000-00000000000b';
const A = '00000000-0000-7000-8000-0000000000a1';
const B = '00000000-0000-7000-8000-0000000000a2';
const C = '00000000-0000-7000-8000-0000000000a3';
const nu = context('2019-03-19T10:00:00+01:00');
const knyttet = event(SagKnyttetTilBarn, { barn: BARN, sag: A, omraade: 'social' });

test('Et barn har højst én åben sag pr. område', () => {
  expect(
    given(barnDecider, knyttet).refused({ type: 'KnytSag', barnId: BARN, sagId: B, omraade: 'social' }, nu),
  ).toMatchObject({ kode: 'barnet-har-aaben-sag', mere: { status: 409 } });
  expect(
    given(barnDecider, knyttet).then({ type: 'KnytSag', barnId: BARN, sagId: B, omraade: 'handicap' }, nu),
  ).toHaveLength(1);
});

test('Når sagen er lukket, kan barnet få en ny; den gamle glemmes ikke', () => {
  const efter = given(barnDecider, knyttet, event(SagLoesnetFraBarn, { barn: BARN, sag: A }));
  expect(efter.state).toMatchObject({ aabneSager: {}, sager: [A] });
  expect(efter.then({ type: 'KnytSag', barnId: BARN, sagId: B, omraade: 'social' }, nu)).toHaveLength(1);
});

test('En underretning er åben, til den er vurderet færdig', () => {
  const aaben = given(barnDecider, event(UnderretningKnyttetTilBarn, { barn: BARN, underretning: A }));
  expect(aaben.state.aabneUnderretninger).toEqual([A]);
  expect(aaben.then({ type: 'AfslutUnderretning', barnId: BARN, underretningId: A }, nu)).toHaveLength(1);
  expect(aaben.then({ type: 'AfslutUnderretning', barnId: BARN, underretningId: B }, nu)).toEqual([]);
});

test('En søskendes anbringelse kræver en undersøgelse, til den begynder eller er afklaret (BL § 21, stk. 2-3)', () => {
  const kraev = (anbringelseId: string) => ({ type: 'KraevUndersoegelse', barnId: BARN, anbringelseId }) as const;
  const afklar = (anbringelseId: string) => ({ type: 'AfklarUndersoegelse', barnId: BARN, anbringelseId }) as const;
  const begynd = { type: 'BegyndUndersoegelse', barnId: BARN, undersoegelseId: C } as const;
  const to = [A, B].map((anbringelse) => event(SoeskendeundersoegelseKraevet, { barn: BARN, anbringelse }));
  expect(given(barnDecider).then(kraev(A), nu)).toEqual(to.slice(0, 1));
  expect(given(barnDecider, ...to).then(kraev(A), nu)).toEqual([]);
  expect(given(barnDecider, ...to).state.soeskendesAnbringelser).toEqual([A, B]);
  // An answer is about one placement; an investigation that begins is what both demand.
  const [svaret] = given(barnDecider, ...to).then(afklar(A), nu);
  expect(svaret).toEqual(event(SoeskendeundersoegelseAfklaret, { barn: BARN, anbringelse: A }));
  expect(given(barnDecider, ...to).then(begynd, nu)).toHaveLength(2);
  expect(given(barnDecider).then(begynd, nu)).toEqual([]);
  if (svaret === undefined) throw new Error('no answer');
  expect(given(barnDecider, ...to, svaret).state.soeskendesAnbringelser).toEqual([B]);
  expect(given(barnDecider, ...to, svaret).then(kraev(A), nu)).toHaveLength(1);
});

test('Undersøgelsen, der er begyndt, er den, der kræves, til den opgives eller anbringelsen er ophørt (BL § 21, stk. 2-3)', () => {
  const tilhoer = { barn: BARN, anbringelse: A };
  const kraevet = event(SoeskendeundersoegelseKraevet, tilhoer);
  const begyndt = event(SoeskendeundersoegelseAfklaret, { ...tilhoer, undersoegelse: C });
  const kraev = { type: 'KraevUndersoegelse', barnId: BARN, anbringelseId: A } as const;
  const opgiv = (undersoegelseId: string) => ({ type: 'OpgivUndersoegelse', barnId: BARN, undersoegelseId }) as const;
  const glem = { type: 'GlemUndersoegelse', barnId: BARN, anbringelseId: A } as const;
  // One that ran when the placement was decided is it.
  expect(given(barnDecider).then({ ...kraev, igang: C }, nu)).toEqual([kraevet, begyndt]);
  const igang = given(barnDecider, kraevet, begyndt);
  expect(igang.state.soeskendesAnbringelser).toEqual([]);
  expect(igang.then(kraev, nu)).toEqual([]);
  expect(igang.then(opgiv(B), nu)).toEqual([]);
  expect(igang.then(opgiv(C), nu)).toEqual([kraevet]);
  expect(given(barnDecider, kraevet, begyndt, kraevet).state).toMatchObject({
    ...{ soeskendesAnbringelser: [A], soeskendesUndersoegelser: {} },
  });
  const glemt = event(SoeskendeundersoegelseAfklaret, tilhoer);
  expect(igang.then(glem, nu)).toEqual([glemt]);
  expect(given(barnDecider, kraevet).then(glem, nu)).toEqual([]);
  expect(given(barnDecider, kraevet, begyndt, glemt).then(opgiv(C), nu)).toEqual([]);
});

test('Barnets strøm er den samme hver gang og en anden for hvert barn', () => {
  expect(barnetsStroem(A)).toBe(barnetsStroem(A));
  expect(barnetsStroem(A)).not.toBe(barnetsStroem(B));
});

test.each([
  ['mor-mangler', { ufoedt: true }],
  ['ufoedt-med-cpr', { ufoedt: true, cpr: '6102149995' }],
  ['foedt-med-termin', { cpr: '6102149995', termin: '2019-05-01' }],
  ['barn-mangler', { ufoedt: false }],
])('Barnet skal kunne udpeges: %s', (kode, barn) => {
  expect(() => {
    kraevEntydigtBarn(barn, '2019-03-19');
  }).toThrow(kode);
});

test.each([
  ['2023-12-31', 'SEL § 50'],
  ['2024-01-01', 'BL §§ 24-27'],
])('Et ufødt barn udpeges ved sin mor, siger den lov, der gælder %s (%s)', (dato, paragraf) => {
  expect(() => {
    kraevEntydigtBarn({ ufoedt: true }, dato);
  }).toThrow(expect.objectContaining({ kode: 'mor-mangler', mere: { felt: 'barn.morsCpr', paragraf } }));
});

test('Et ufødt barn kan udpeges ved moderens navn, når hendes CPR-nummer ikke kendes (SEL § 50 / BL §§ 24-27)', () => {
  expect(() => {
    kraevEntydigtBarn({ ufoedt: true, morsNavn: 'Test Testesen' }, '2019-03-19');
  }).not.toThrow();
});

describe('Søskendes anbringelse holder sagen åben, hvor undersøgelsen skal begynde (BL § 21, stk. 2)', () => {
  const kraevet = event(SoeskendeundersoegelseKraevet, { barn: BARN, anbringelse: C });
  const flytning = event(FlytningKnyttetTilBarn, { barn: BARN, underretning: B });
  const om = { alder: 9, dato: '2026-03-20', flytter: () => '2026-03-20' };
  const holder = (haendelser: readonly Parameters<typeof barnDecider.evolve>[1][], mere: Partial<typeof om> = {}) =>
    holderSagenAaben(given(barnDecider, ...haendelser).state, A, { ...om, ...mere });

  test('til undersøgelsen er begyndt, den er svaret undladt, eller den unge er fyldt 18 år', () => {
    expect(holder([knyttet, kraevet])).toBe(true);
    expect(holder([knyttet])).toBe(false);
    const begyndt = event(SoeskendeundersoegelseAfklaret, { barn: BARN, anbringelse: C, undersoegelse: B });
    expect(holder([knyttet, kraevet, begyndt])).toBe(false);
    expect([17, 18].map((alder) => holder([knyttet, kraevet], { alder }))).toEqual([true, false]);
  });

  test('har barnet en anden åben sag, kan den begynde dér', () => {
    const handicap = event(SagKnyttetTilBarn, { barn: BARN, sag: B, omraade: 'handicap' });
    expect(holder([knyttet, handicap, kraevet])).toBe(false);
    expect(holder([knyttet, handicap, kraevet, event(SagLoesnetFraBarn, { barn: BARN, sag: B })])).toBe(true);
  });

  test('flytter barnet, overtager den nye kommune det, den har fået at vide, siden undersøgelsen blev krævet (BL § 132)', () => {
    expect(holder([knyttet, kraevet, flytning])).toBe(false);
    expect(holder([knyttet, kraevet, flytning], { dato: '2026-03-19' })).toBe(true);
    expect(holder([knyttet, flytning, kraevet])).toBe(true);
  });
});
