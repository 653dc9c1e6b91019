import { event } from '../../platform/eventstore/event-declaration.js';
import { given } from '../../platform/testing/given-when-then.js';
import {
  NAVN,
  id,
  AAR,
  tid,
  nu,
  beggeLove,
  modtagelse,
  modtaget,
  anonymt,
  akutvurdering,
  akutvurderet,
  screenet,
} from './testing/underretning.js';
import * as E from './underretning.events.js';
import { underretningDecider } from './underretning.js';

describe.each(beggeLove)('Modtagelse (%s)', (regime) => {
  const tom = given(underretningDecider);

  test('En underretning kan ikke være modtaget i fremtiden', () => {
    expect(tom.refused(modtagelse(regime, { modtaget: tid(regime, '20', '12:01') }), nu(regime))).toMatchObject({
      kode: 'dato-i-fremtiden',
      mere: { felt: 'modtaget' },
    });
  });

  test('En underretning handler om ét barn: den samme registreres ikke igen', () => {
    expect(given(underretningDecider, modtaget(regime)).refused(modtagelse(regime), nu(regime))).toMatchObject({
      kode: 'underretning-findes',
      mere: { status: 409 },
    });
  });

  test('En anonym underretters navn og kontakt registreres ikke', () => {
    const anonym = modtagelse(regime, { anonym: true, underretterKode: '8' });
    expect(tom.refused(anonym, nu(regime))).toMatchObject({
      kode: 'anonym-med-navn',
      mere: { paragraf: regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 136' },
    });
  });

  test.each([
    [true, '2'],
    [false, '8'],
  ])('Anonym: %s passer ikke til underretterkoden %s', (anonym, underretterKode) => {
    expect(tom.refused(modtagelse(regime, { anonym, underretterKode }), nu(regime)).kode).toBe('anonym-passer-ikke');
  });

  test('En kode, som ikke gælder på modtagelsesdagen, afvises', () => {
    expect(tom.refused(modtagelse(regime, { underretterKode: '12' }), nu(regime))).toMatchObject({
      kode: 'kode-gaelder-ikke',
      mere: { felt: 'underretter.kode' },
    });
    expect(tom.refused(modtagelse(regime, { aarsagKoder: ['UDSLAG3', 'UDSLAG99'] }), nu(regime))).toMatchObject({
      kode: 'kode-gaelder-ikke',
      mere: { mangler: ['UDSLAG99'] },
    });
  });

  test('Den, som ikke er anonym, er en kendt afsender og skal have kvittering', () => {
    expect(modtaget(regime).data).toMatchObject({ kendtAfsender: true, fagperson: true, underretterId: NAVN });
  });

  test('Årsagskoderne for overgreb gør underretningen til en om overgreb, også når krydset mangler', () => {
    expect(modtaget(regime, { aarsagKoder: ['UDSLAG7'] }).data).toMatchObject({
      overgreb: true,
      overgrebFraForaeldre: false,
    });
    expect(modtaget(regime, { aarsagKoder: ['UDSLAG18'] }).data).toMatchObject({
      overgreb: true,
      overgrebFraForaeldre: true,
    });
  });
});

describe.each(beggeLove)('Akutvurdering inden 24 timer, SEL § 155, stk. 2 / BL § 136 (%s)', (regime) => {
  const efter = given(underretningDecider, modtaget(regime));

  test('Vurderingen kan ikke være foretaget før modtagelsen', () => {
    expect(efter.refused(akutvurdering(regime, { vurderet: tid(regime, '01', '09:59') }), nu(regime))).toMatchObject({
      kode: 'forkert-raekkefoelge',
      mere: { felt: 'vurderet' },
    });
  });

  test('En sen vurdering registreres også: 25 timer efter modtagelsen', () => {
    expect(efter.then(akutvurdering(regime, { vurderet: tid(regime, '02', '11:00') }), nu(regime))).toHaveLength(1);
  });

  test.each([
    ['vurderetAf', 'vurderet-af-mangler'],
    ['risikofaktorer', 'risikofaktorer-mangler'],
    ['beskyttelsesfaktorer', 'beskyttelsesfaktorer-mangler'],
    ['begrundelse', 'begrundelse-mangler'],
  ])('Vurderingen kræver %s', (felt, kode) => {
    expect(efter.refused(akutvurdering(regime, { [felt]: ' ' }), nu(regime))).toMatchObject({
      ...{ kode, mere: { felt, paragraf: regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136' } },
    });
  });

  test('Der vurderes én gang; nye forhold er en ny underretning', () => {
    expect(
      given(underretningDecider, modtaget(regime), akutvurderet(regime)).refused(akutvurdering(regime), nu(regime))
        .kode,
    ).toBe('akutvurdering-foretaget');
  });
});

describe.each(beggeLove)('Kvittering, SEL § 155 b, stk. 1 / BL kap. 16 (%s)', (regime) => {
  const kvittering = { type: 'SendKvittering', sendt: `${AAR[regime]}-02-05`, maade: 'digital post' } as const;

  test('En anonym underretter får ingen kvittering', () => {
    const anonym = given(underretningDecider, anonymt(regime));
    expect(anonym.refused(kvittering, nu(regime)).kode).toBe('anonym-uden-kvittering');
  });

  test('Kvitteringen kan også sendes efter screeningen, men kun én gang', () => {
    const efter = given(underretningDecider, modtaget(regime), akutvurderet(regime), screenet(regime));
    expect(efter.then(kvittering, nu(regime))).toHaveLength(1);
    const sendt = given(
      underretningDecider,
      modtaget(regime),
      event(E.KvitteringSendt, { ...id, sendt: kvittering.sendt, maade: kvittering.maade }),
    );
    expect(sendt.refused(kvittering, nu(regime)).kode).toBe('kvittering-sendt');
  });

  test('Kvitteringen kan ikke være sendt før modtagelsen', () => {
    expect(
      given(underretningDecider, modtaget(regime)).refused({ ...kvittering, sendt: `${AAR[regime]}-01-31` }, nu(regime))
        .kode,
    ).toBe('forkert-raekkefoelge');
  });
});
