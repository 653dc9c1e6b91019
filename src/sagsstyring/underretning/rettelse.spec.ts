import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { type UnderretningKommando } from './kommandoer.js';
import * as E from './underretning.events.js';
import { underretningDecider } from './underretning.js';

const UNDERRETNING = '00000000-0000-7000-8000-000000000003';
const BARN = '00000000-0000-7000-8000-000000000001';
const nu = context('2019-02-06T10:00:00+01:00');

const kendsgerninger = {
  modtaget: '2019-02-04T10:00:00+01:00',
  form: 'telefonisk',
  anonym: false,
  kendtAfsender: true,
  ufoedt: false,
  underretterKode: '2',
  aarsagKoder: ['UDSLAG3'],
  fagperson: true,
  overgreb: false,
  overgrebFraForaeldre: false,
  aeresrelateret: false,
  igangvaerendeIndsats: false,
  regime: 'SEL',
} as const;
const modtaget = event(E.UnderretningModtaget, {
  underretningId: UNDERRETNING,
  barnId: BARN,
  ...kendsgerninger,
  aarsagKoder: ['UDSLAG3'],
  beskrivelse: 'Kommer uden mad.',
});
const vurderet = event(E.AkutvurderingForetaget, {
  underretningId: UNDERRETNING,
  barnId: BARN,
  vurderet: '2019-02-04T12:00:00+01:00',
  vurderetAf: 'mod01',
  akut: false,
  aeresrelateret: false,
  risikofaktorer: 'Ingen.',
  beskyttelsesfaktorer: 'Mormor.',
  begrundelse: 'I sikkerhed.',
});
const annulleret = event(E.UnderretningAnnulleret, {
  underretningId: UNDERRETNING,
  barnId: BARN,
  annulleret: '2019-02-05T12:00:00+01:00',
  begrundelse: 'To gange.',
});
const ret: Extract<UnderretningKommando, { type: 'RetModtagelse' }> = {
  type: 'RetModtagelse',
  modtaget: '2019-02-01T15:00:00+01:00',
  regime: 'SEL',
  gyldigeKoder: { underretter: ['2'], aarsager: ['UDSLAG3'] },
  igangvaerendeIndsats: true,
  begrundelse: 'Telefonnotatet viser fredag.',
};

describe('Det, der er gjort med underretningen, er gjort på et andet tidspunkt (databeskyttelsesforordningen art. 16)', () => {
  const kvitteret = event(E.KvitteringSendt, {
    ...{ underretningId: UNDERRETNING, barnId: BARN, sendt: '2019-02-05', maade: 'brev' },
  });
  const retAkut = { type: 'RetAkutvurdering', vurderet: '2019-02-04T11:00:00+01:00', begrundelse: 'Notatet.' } as const;
  const retKvit = { type: 'RetKvittering', sendt: '2019-02-06', begrundelse: 'Poststemplet.' } as const;

  it('akutvurderingen: det nye, det gamle og hvorfor (SEL § 155, stk. 2)', () => {
    expect(given(underretningDecider, modtaget, vurderet).then(retAkut, nu)).toEqual([
      event(E.AkutvurderingRettet, {
        ...{ underretningId: UNDERRETNING, barnId: BARN, vurderet: '2019-02-04T11:00:00+01:00', rettet: nu.nu },
        ...{ foer: { vurderet: '2019-02-04T12:00:00+01:00' }, begrundelse: 'Notatet.' },
      }),
    ]);
  });

  it('kvitteringen (SEL § 155 b, stk. 1)', () => {
    expect(given(underretningDecider, modtaget, vurderet, kvitteret).then(retKvit, nu)).toEqual([
      event(E.KvitteringRettet, {
        ...{ underretningId: UNDERRETNING, barnId: BARN, sendt: '2019-02-06', rettet: nu.nu },
        ...{ foer: { sendt: '2019-02-05' }, begrundelse: 'Poststemplet.' },
      }),
    ]);
  });

  it.each<[string, UnderretningKommando, string]>([
    ['ikke før modtagelsen', { ...retAkut, vurderet: '2019-02-04T09:59:00+01:00' }, 'forkert-raekkefoelge'],
    ['ikke ud i fremtiden', { ...retAkut, vurderet: '2019-02-06T11:00:00+01:00' }, 'dato-i-fremtiden'],
    ['ikke uden begrundelse', { ...retAkut, begrundelse: ' ' }, 'begrundelse-mangler'],
    ['ikke til det, der står', { ...retAkut, vurderet: '2019-02-04T11:00:00Z' }, 'ingen-rettelse'],
    ['en kvittering, der er sendt, ikke før modtagelsen', { ...retKvit, sendt: '2019-02-03' }, 'forkert-raekkefoelge'],
  ])('%s', (_regel, kommando, kode) => {
    expect(given(underretningDecider, modtaget, vurderet, kvitteret).refused(kommando, nu).kode).toBe(kode);
  });

  it('det, der ikke er gjort, kan ikke rettes', () => {
    expect(given(underretningDecider, modtaget).refused(retAkut, nu).kode).toBe('intet-at-rette');
    expect(given(underretningDecider, modtaget).refused(retKvit, nu).kode).toBe('intet-at-rette');
  });
});

describe('Tidspunktet for modtagelsen rettes (databeskyttelsesforordningen art. 16)', () => {
  it('alle kendsgerninger siges på ny, med det, der stod før', () => {
    const [rettet] = given(underretningDecider, modtaget, vurderet).then(ret, nu);
    expect(rettet).toEqual(
      event(E.UnderretningRettet, {
        underretningId: UNDERRETNING,
        barnId: BARN,
        ...kendsgerninger,
        aarsagKoder: ['UDSLAG3'],
        modtaget: '2019-02-01T15:00:00+01:00',
        igangvaerendeIndsats: true,
        rettet: nu.nu,
        foer: { modtaget: '2019-02-04T10:00:00+01:00', igangvaerendeIndsats: false },
        begrundelse: 'Telefonnotatet viser fredag.',
      }),
    );
  });

  it('en rettelse til den dag, barnet havde en indsats, kræver genvurdering (SEL § 155 a, stk. 1)', () => {
    const haendt = [modtaget, vurderet, ...given(underretningDecider, modtaget, vurderet).then(ret, nu)];
    const screen: UnderretningKommando = {
      type: 'Screen',
      spor: 'ingen-indsats',
      screenet: '2019-02-06T09:00:00+01:00',
      screenetAf: 'mod01',
      begrundelse: 'Intet.',
    };
    expect(given(underretningDecider, ...haendt).refused(screen, nu).mere.mangler).toEqual([
      'underretning-genvurdering',
    ]);
  });

  it.each<[string, Partial<typeof ret>, string, string]>([
    ['ikke ud i fremtiden', { modtaget: '2019-02-06T11:00:00+01:00' }, 'dato-i-fremtiden', 'modtaget'],
    ['ikke uden begrundelse', { begrundelse: ' ' }, 'begrundelse-mangler', 'begrundelse'],
    ['ikke til det, der står i forvejen', { modtaget: '2019-02-04T09:00:00Z' }, 'ingen-rettelse', 'modtaget'],
    [
      'ikke til efter vurderingen, samme dag',
      { modtaget: '2019-02-04T12:30:00+01:00' },
      'forkert-raekkefoelge',
      'modtaget',
    ],
    [
      'ikke til efter vurderingen, en anden dag',
      { modtaget: '2019-02-05T08:00:00+01:00' },
      'forkert-raekkefoelge',
      'modtaget',
    ],
    [
      'ikke til en dag, koden ikke gælder',
      { gyldigeKoder: { underretter: ['2'], aarsager: [] } },
      'kode-gaelder-ikke',
      'modtaget',
    ],
  ])('%s', (_regel, aendring, kode, felt) => {
    const afvist = given(underretningDecider, modtaget, vurderet).refused({ ...ret, ...aendring }, nu);
    expect([afvist.kode, afvist.mere.felt]).toEqual([kode, felt]);
  });

  it('ikke, når underretningen er annulleret', () => {
    expect(given(underretningDecider, modtaget, annulleret).refused(ret, nu).kode).toBe('underretning-lukket');
  });
});
