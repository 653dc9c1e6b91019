import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { type UnderretningKommando } from './kommandoer.js';
import { type Spor } from './tilstand.js';
import * as E from './underretning.events.js';
import { underretningDecider } from './underretning.js';
import { underretningsskridt } from './vejledning.js';

const U = '00000000-0000-7000-8000-0000000000a1';
const BARN = '00000000-0000-7000-8000-0000000000a2';
const SAG = '00000000-0000-7000-8000-0000000000a3';
const tilhoer = { underretningId: U, barnId: BARN };
const nu = context('2024-02-01T10:00:00+01:00');

// Received on the last Friday under serviceloven; barnets lov is in force from Monday 1 January 2024.
const modtaget = (mere: object = {}) =>
  event(E.UnderretningModtaget, {
    ...{ ...tilhoer, modtaget: '2023-12-29T10:00:00+01:00', form: 'telefonisk', regime: 'SEL', beskrivelse: 'Bange.' },
    ...{ anonym: true, kendtAfsender: false, ufoedt: false, underretterKode: '8', aarsagKoder: ['UDSLAG3'] },
    ...{ fagperson: false, overgreb: false, overgrebFraForaeldre: false, aeresrelateret: true },
    igangvaerendeIndsats: false,
    ...mere,
  });
const vurderet = event(E.AkutvurderingForetaget, {
  ...{ ...tilhoer, vurderet: '2023-12-29T15:00:00+01:00', vurderetAf: 'mod01', akut: false, aeresrelateret: false },
  ...{ risikofaktorer: 'x', beskyttelsesfaktorer: 'x', begrundelse: 'x' },
});
const risikovurderet = event(E.AeresrelateretRisikoVurderet, {
  ...{ ...tilhoer, vurderet: '2024-01-03', vurderetAf: 'mod01', risikovurdering: 'Lav.' },
});
const screen = (dag: string, spor: Spor): UnderretningKommando => ({
  type: 'Screen',
  ...{ spor, screenet: `${dag}T10:00:00+01:00`, screenetAf: 'mod01', begrundelse: 'x', sagId: SAG },
});

describe('En underretning fra 2023, der behandles i 2024, følger hver dags lov', () => {
  test('screenet 30. december 2023: ingen risikovurdering kræves, og afdækning findes ikke (SEL § 50)', () => {
    const aaben = given(underretningDecider, modtaget(), vurderet);
    expect(aaben.then(screen('2023-12-30', 'tidlig-indsats'), nu)).toHaveLength(1);
    expect(aaben.refused(screen('2023-12-31', 'afdaekning'), nu)).toMatchObject({
      kode: 'spor-findes-ikke',
      mere: { felt: 'spor', paragraf: 'SEL § 50' },
    });
  });

  test('screenet fra 1. januar 2024: risikoen skal være vurderet først (BL § 18, stk. 3)', () => {
    const aaben = given(underretningDecider, modtaget(), vurderet);
    expect(aaben.refused(screen('2024-01-01', 'tidlig-indsats'), nu)).toMatchObject({
      kode: 'underretning-kan-ikke-screenes',
      mere: { paragraf: 'BL § 18, stk. 3', mangler: ['aeres-risikovurdering'] },
    });
    expect(
      given(underretningDecider, modtaget(), vurderet, risikovurderet).then(screen('2024-01-03', 'bfu'), nu),
    ).toHaveLength(1);
  });

  test('screenet fra 1. januar 2024 kan den føre til en afdækning (BL § 19)', () => {
    const vurderetAlt = given(underretningDecider, modtaget(), vurderet, risikovurderet);
    expect(vurderetAlt.then(screen('2024-01-10', 'afdaekning'), nu)).toMatchObject([{ data: { spor: 'afdaekning' } }]);
  });

  test.each<[string, UnderretningKommando, object, string]>([
    [
      'videresendt uden akutvurdering',
      {
        ...{ type: 'Videresend', tilKommune: '851', egenKommune: '840', begrundelse: 'x' },
        videresendt: '2024-01-02T10:00:00+01:00',
      },
      {},
      'BL § 136',
    ],
    [
      'samtale med forældrene ved overgreb fra dem',
      { type: 'HoldBoernesamtale', dato: '2024-01-02', udenForaeldre: false, referat: 'x' },
      { overgreb: true, overgrebFraForaeldre: true },
      'BL § 137, stk. 3',
    ],
    [
      'genvurderet uden nogen ny',
      {
        ...{ type: 'ForetagGenvurdering', vurderet: '2024-01-02', deltagere: ['a'], nyDeltager: 'a', begrundelse: 'x' },
        tidligereDeltagere: ['a'],
      },
      {},
      'BL § 137, stk. 1',
    ],
    [
      'handlet uden en akutvurdering, der fandt fare',
      {
        ...{ type: 'HandlAkut', handlet: '2024-01-02T10:00:00+01:00', handletAf: 'mod01', handling: 'politi' },
        beskrivelse: 'x',
      },
      {},
      'BL § 136',
    ],
  ])('i 2024 afvises %s med barnets lovs paragraf', (_hvad, kommando, mere, paragraf) => {
    expect(given(underretningDecider, modtaget(mere)).refused(kommando, nu).mere.paragraf).toBe(paragraf);
  });

  test('vejledningen siger, hvad der gælder i dag', () => {
    const { state } = given(underretningDecider, modtaget(), vurderet);
    const koder = (dag: string) => underretningsskridt(state, dag).map(({ kode, art }) => `${art} ${kode}`);
    expect(koder('2023-12-30')).not.toContain('maa-ikke foraeldre-inddragelse');
    expect(koder('2024-01-02')).toEqual(
      expect.arrayContaining(['maa-ikke foraeldre-inddragelse', 'skal aeres-risikovurdering', 'maa-ikke screening']),
    );
  });

  test('var modtagelsen registreret på den forkerte side af skiftet, rettes den med den rettede dags lov', () => {
    const screenet = event(E.UnderretningScreenet, {
      ...{
        ...tilhoer,
        spor: 'bfu',
        screenet: '2024-01-10T10:00:00+01:00',
        screenetAf: 'mod01',
        begrundelse: 'x',
        sagId: SAG,
      },
    });
    const i2024 = modtaget({ modtaget: '2024-01-02T08:00:00+01:00', regime: 'BL' });
    const ret: UnderretningKommando = {
      ...{ type: 'RetModtagelse', modtaget: '2023-12-29T10:00:00+01:00', regime: 'SEL', igangvaerendeIndsats: false },
      ...{ gyldigeKoder: { underretter: ['8'], aarsager: ['UDSLAG3'] }, begrundelse: 'Stemplet fredag.' },
    };
    const igen = event(E.AkutvurderingForetaget, { ...vurderet.data, vurderet: '2024-01-02T09:00:00+01:00' });
    const [rettet] = given(underretningDecider, i2024, igen, risikovurderet, screenet).then(ret, nu);
    expect(rettet?.data).toMatchObject({ modtaget: '2023-12-29T10:00:00+01:00', regime: 'SEL' });
    const { state } = given(underretningDecider, i2024, igen, risikovurderet, screenet, rettet as typeof screenet);
    expect(state).toMatchObject({ fase: 'screenet', regime: 'SEL', kendsgerninger: { regime: 'SEL' } });
  });
});
