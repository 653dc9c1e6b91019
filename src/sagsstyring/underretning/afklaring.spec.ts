import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { type UnderretningKommando } from './kommandoer.js';
import { type Regime } from './tilstand.js';
import * as E from './underretning.events.js';
import { underretningDecider } from './underretning.js';
import { underretningsskridt } from './vejledning.js';

const id = (n: number): string => `00000000-0000-7000-8000-0000000000f${String(n)}`;
const [U, BARN, MOR, SOESTER, FORMAND, ANDEN, SAG] = [0, 1, 2, 3, 4, 5, 6].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const AAR: Readonly<Record<Regime, string>> = { SEL: '2023', BL: '2024' };
const tid = (regime: Regime, dag: string, kl = '12:00'): string => `${AAR[regime]}-02-${dag}T${kl}:00+01:00`;
const d = (regime: Regime, dag: string): string => `${AAR[regime]}-02-${dag}`;
const nu = (regime: Regime) => context(tid(regime, '28'));
const tilhoer = { underretningId: U, barnId: BARN };
const P = {
  SEL: {
    akut: 'SEL § 155, stk. 2',
    hus: 'SEL §§ 50 a-50 c',
    formand: 'SEL § 75',
    oplys: 'forvaltningsretten',
    s155: 'SEL § 155, stk. 1',
  },
  BL: {
    akut: 'BL § 136',
    hus: 'BL §§ 124-126',
    formand: 'BL § 143',
    oplys: 'BL § 18, stk. 3, og forvaltningsretten',
    s155: 'BL § 136',
  },
} as const;

const modtaget = (
  regime: Regime,
  mere: Partial<Parameters<typeof event<'x', (typeof E.UnderretningModtaget)['schema']>>[1]> = {},
) =>
  event(E.UnderretningModtaget, {
    ...tilhoer,
    ...{ modtaget: tid(regime, '01', '10:00'), form: 'telefonisk', regime, beskrivelse: 'Bange.' },
    ...{ anonym: true, kendtAfsender: false, ufoedt: false, underretterKode: '8', aarsagKoder: ['UDSLAG3'] },
    ...{ fagperson: false, overgreb: false, overgrebFraForaeldre: false, aeresrelateret: false },
    igangvaerendeIndsats: false,
    ...mere,
  });
const vurderet = (regime: Regime, akut: boolean) =>
  event(E.AkutvurderingForetaget, {
    ...{ ...tilhoer, vurderet: tid(regime, '01', '15:00'), vurderetAf: 'mod01', akut, aeresrelateret: false },
    ...{ risikofaktorer: 'x', beskyttelsesfaktorer: 'x', begrundelse: 'x' },
  });
const handl = (regime: Regime, mere: object = {}): UnderretningKommando => ({
  type: 'HandlAkut',
  ...{ handlet: tid(regime, '01', '16:00'), handletAf: 'mod01', handling: 'politi', beskrivelse: 'Hentet.' },
  ...mere,
});
const orienter = (regime: Regime, mere: object = {}): UnderretningKommando => ({
  type: 'OrienterForaelder',
  ...{ personId: MOR, dato: d(regime, '03'), maade: 'møde', maaOplyses: true, barnet: false },
  risikovurderingMangler: false,
  skalOplyses: [MOR],
  ...mere,
});
const udskyd = (regime: Regime, mere: object = {}): UnderretningKommando => ({
  type: 'UdskydForaeldreorientering',
  ...{ dato: d(regime, '02'), revurderes: d(regime, '09'), begrundelse: 'Afhøring først.' },
  ...mere,
});
const soeskende = (regime: Regime, mere: object = {}): UnderretningKommando => ({
  type: 'TilknytSoeskende',
  ...{ henvendelseId: ANDEN, soeskendeId: SOESTER, soeskendeUnderretningId: SAG, dato: d(regime, '02') },
  ...mere,
});
const screen = (regime: Regime): UnderretningKommando => ({
  type: 'Screen',
  ...{ spor: 'ingen-indsats', screenet: tid(regime, '05'), screenetAf: 'mod01', begrundelse: 'x' },
});
const typer = (haendelser: readonly { readonly type: string }[]) => haendelser.map((e) => e.type.split('.')[1]);

describe.each<Regime>(['SEL', 'BL'])('Afklaring under %s', (regime) => {
  const p = P[regime];
  const akut = (mere: object = {}) => given(underretningDecider, modtaget(regime, mere), vurderet(regime, true));
  const ikkeAkut = (mere: object = {}) => given(underretningDecider, modtaget(regime, mere), vurderet(regime, false));

  test('en hastesag kan ikke screenes, før det er registreret, hvad der er gjort for barnet', () => {
    expect(akut().refused(screen(regime), nu(regime)).mere).toMatchObject({
      mangler: ['akut-handling'],
      paragraf: p.akut,
    });
    const haendelser = akut().then(handl(regime), nu(regime));
    expect(typer(haendelser)).toEqual(['AkutHandlingForetaget']);
    const efter = given(underretningDecider, modtaget(regime), vurderet(regime, true), ...haendelser);
    expect(typer(efter.then(screen(regime), nu(regime)))).toEqual(['UnderretningScreenet']);
    expect(typer(ikkeAkut().then(screen(regime), nu(regime)))).toEqual(['UnderretningScreenet']);
  });

  test.each<[string, boolean, object, string, string]>([
    ['når vurderingen ikke fandt fare', false, {}, 'ikke-akut', p.akut],
    ['med børnehus uden overgreb', true, { handling: 'boernehus' }, 'boernehus-kun-overgreb', p.hus],
    [
      'med formandsafgørelse uden afgørelsen',
      true,
      { handling: 'formandsafgoerelse' },
      'formandsafgoerelse-mangler',
      p.formand,
    ],
    ['før underretningen kom', true, { handlet: tid(regime, '01', '09:00') }, 'forkert-raekkefoelge', p.akut],
    ['uden at sige hvad', true, { beskrivelse: ' ' }, 'beskrivelse-mangler', p.akut],
  ])('akut handling %s → nej', (_titel, erAkut, mere, kode, paragraf) => {
    const nej = (erAkut ? akut() : ikkeAkut()).refused(handl(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('er barnet i fare, sendes underretningen først videre, når barnet har fået hjælp', () => {
    const videresend: UnderretningKommando = {
      ...{ type: 'Videresend', tilKommune: '851', egenKommune: '840', videresendt: tid(regime, '02') },
      begrundelse: 'Bor i Aalborg.',
    };
    const art = (u: ReturnType<typeof akut>) =>
      underretningsskridt(u.state, d(regime, '02')).find((s) => s.kode === 'underretning-videresendelse')?.art;
    expect(akut().refused(videresend, nu(regime))).toMatchObject({
      kode: 'akut-handling-mangler',
      mere: { mangler: ['akut-handling'], paragraf: { SEL: 'SEL § 155, stk. 2', BL: 'BL § 136' }[regime] },
    });
    const hjulpet = given(
      underretningDecider,
      ...[modtaget(regime), vurderet(regime, true), ...akut().then(handl(regime), nu(regime))],
    );
    expect(typer(hjulpet.then(videresend, nu(regime)))).toEqual(['UnderretningVideresendt']);
    expect([art(akut()), art(hjulpet), art(ikkeAkut())]).toEqual(['maa-ikke', 'kan', 'kan']);
  });

  test('børnehus ved overgreb og formandsafgørelse med id er lovlige', () => {
    expect(akut({ overgreb: true }).then(handl(regime, { handling: 'boernehus' }), nu(regime))).toHaveLength(1);
    const medId = handl(regime, { handling: 'formandsafgoerelse', formandsafgoerelseId: FORMAND });
    expect(akut().then(medId, nu(regime))).toMatchObject([{ data: { formandsafgoerelseId: FORMAND } }]);
  });

  test('forældrene oplyses, når underretningen er vurderet, eller det udskydes med begrundelse og en ny dag', () => {
    const alle = ['ForaeldreOrienteret', 'ForaeldreneOplyst'];
    expect(typer(ikkeAkut().then(orienter(regime), nu(regime)))).toEqual(alle);
    expect(typer(ikkeAkut().then(udskyd(regime), nu(regime)))).toEqual(['ForaeldreorienteringUdskudt']);
  });

  test.each<[string, UnderretningKommando, string, string | undefined]>([
    [
      'en uden forældremyndighed',
      orienter(regime, { maaOplyses: false }),
      'ikke-foraeldremyndighed',
      'forvaltningsloven § 27',
    ],
    ['før underretningen kom', orienter(regime, { dato: `${AAR[regime]}-01-31` }), 'forkert-raekkefoelge', p.oplys],
    ['udskyde uden begrundelse', udskyd(regime, { begrundelse: ' ' }), 'begrundelse-mangler', p.oplys],
    ['udskyde til samme dag', udskyd(regime, { revurderes: d(regime, '02') }), 'revurdering-samme-dag', p.oplys],
    ['udskyde til en dag før', udskyd(regime, { revurderes: d(regime, '01') }), 'forkert-raekkefoelge', p.oplys],
  ])('oplysning: %s → nej', (_titel, kommando, kode, paragraf) => {
    const nej = ikkeAkut().refused(kommando, nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('har begge forældremyndighed, er pligten først opfyldt, når begge er oplyst', () => {
    const begge = { skalOplyses: [MOR, ANDEN] };
    const start = [modtaget(regime), vurderet(regime, false)];
    const mor = given(underretningDecider, ...start).then(orienter(regime, begge), nu(regime));
    expect(typer(mor)).toEqual(['ForaeldreOrienteret']);
    const halvt = given(underretningDecider, ...start, ...mor);
    const skridt = underretningsskridt(halvt.state, d(regime, '04')).find(
      (s) => s.kode === 'underretning-foraeldreorientering',
    );
    expect([skridt?.art, skridt?.hvorfor]).toEqual(['skal', expect.stringContaining('Ikke alle')]);
    const far = halvt.then(orienter(regime, { ...begge, personId: ANDEN }), nu(regime));
    expect(typer(far)).toEqual(['ForaeldreOrienteret', 'ForaeldreneOplyst']);
    // Told once more, it is not done a second time.
    const igen = given(underretningDecider, ...start, ...mor, ...far).then(orienter(regime, begge), nu(regime));
    expect(typer(igen)).toEqual(['ForaeldreOrienteret']);
  });

  test('er alle oplyst, er der intet at udskyde', () => {
    const oplyst = given(
      underretningDecider,
      ...[modtaget(regime), vurderet(regime, false), ...ikkeAkut().then(orienter(regime), nu(regime))],
    );
    const nej = oplyst.refused(udskyd(regime), nu(regime));
    expect([nej.kode, nej.mere.status]).toEqual(['foraeldre-oplyst', 409]);
  });

  test('er ingen registreret med forældremyndighed, er pligten ikke opfyldt af, at den unge selv er oplyst', () => {
    const denUnge = { personId: BARN, barnet: true, skalOplyses: [BARN] };
    const haendelser = ikkeAkut().then(orienter(regime, denUnge), nu(regime));
    expect(typer(haendelser)).toEqual(['ForaeldreOrienteret']);
    const siden = given(underretningDecider, modtaget(regime), vurderet(regime, false), ...haendelser);
    const mor = siden.then(orienter(regime, { skalOplyses: [MOR, BARN] }), nu(regime));
    expect(typer(mor)).toEqual(['ForaeldreOrienteret', 'ForaeldreneOplyst']);
  });

  test('forældrene oplyses ikke, før underretningen er vurderet', () => {
    expect(given(underretningDecider, modtaget(regime)).refused(orienter(regime), nu(regime)).mere).toMatchObject({
      mangler: ['underretning-akutvurdering'],
      paragraf: p.oplys,
    });
  });

  test('mangler risikovurderingen ved æresrelateret konflikt, oplyses forældrene ikke (BL § 18, stk. 3); barnet selv må gerne', () => {
    const spor = ikkeAkut({ aeresrelateret: true });
    const hindret = { risikovurderingMangler: true };
    expect(spor.refused(orienter(regime, hindret), nu(regime))).toMatchObject({
      mere: { paragraf: 'BL § 18, stk. 3', mangler: ['aeres-risikovurdering'] },
    });
    expect(spor.then(orienter(regime, { ...hindret, personId: BARN, barnet: true }), nu(regime))[0]?.type).toBe(
      'sagsstyring.ForaeldreOrienteret',
    );
    if (regime === 'SEL') {
      expect(underretningsskridt(spor.state, d(regime, '03')).map((s) => s.kode)).not.toContain(
        'foraeldre-inddragelse',
      );
      return;
    }
    expect(underretningsskridt(spor.state, d(regime, '03'))).toEqual(
      expect.arrayContaining([expect.objectContaining({ kode: 'foraeldre-inddragelse', art: 'maa-ikke' })]),
    );
  });

  test('risikovurderingen kan også laves, efter at der er screenet', () => {
    const screenet = given(
      underretningDecider,
      modtaget(regime),
      vurderet(regime, false),
      ...ikkeAkut().then(screen(regime), nu(regime)),
    );
    const risiko: UnderretningKommando = {
      type: 'VurderAeresrelateretRisiko',
      vurderet: tid(regime, '06'),
      vurderetAf: 'sb01',
      risikovurdering: 'Lav.',
    };
    expect(screenet.then(risiko, nu(regime))).toHaveLength(1);
  });

  test('samme henvendelse om et andet barn bindes sammen; ikke om det samme barn og ikke to gange', () => {
    expect(ikkeAkut().then(soeskende(regime), nu(regime))).toMatchObject([{ data: { henvendelseId: ANDEN } }]);
    expect(ikkeAkut().refused(soeskende(regime, { soeskendeId: BARN }), nu(regime)).mere.paragraf).toBe(p.s155);
    const en = given(underretningDecider, modtaget(regime), ...ikkeAkut().then(soeskende(regime), nu(regime)));
    expect(en.refused(soeskende(regime), nu(regime))).toMatchObject({
      kode: 'soeskende-underrettet',
      mere: { felt: 'boern', status: 409 },
    });
  });

  test('vejledningen: søskende, som netværket kender, og forældre, som skal oplyses igen på dagen', () => {
    const koder = (sket: readonly Parameters<typeof underretningDecider.evolve>[1][], dag: string) =>
      underretningsskridt(given(underretningDecider, ...sket).state, d(regime, dag)).map((s) => `${s.art} ${s.kode}`);
    const start = [modtaget(regime, { kendteSoeskende: [SOESTER] }), vurderet(regime, false)];
    expect(koder(start, '02')).toEqual(
      expect.arrayContaining(['kan underretning-soeskende', 'skal underretning-foraeldreorientering']),
    );
    const udskudt = [...start, ...given(underretningDecider, ...start).then(udskyd(regime), nu(regime))];
    expect(koder(udskudt, '08')).not.toContain('skal underretning-foraeldreorientering');
    expect(koder(udskudt, '09')).toContain('skal underretning-foraeldreorientering');
    const bundet = [...start, ...given(underretningDecider, ...start).then(soeskende(regime), nu(regime))];
    expect(koder(bundet, '02')).not.toContain('kan underretning-soeskende');
  });

  test('er underretningen sendt videre, er det barnets kommune, som oplyser eller venter', () => {
    const videresendt = given(
      underretningDecider,
      modtaget(regime),
      vurderet(regime, false),
      event(E.UnderretningVideresendt, {
        ...{ ...tilhoer, tilKommune: '851', videresendt: tid(regime, '02'), begrundelse: 'x' },
      }),
    );
    expect(videresendt.refused(udskyd(regime), nu(regime)).mere.status).toBe(409);
    expect(underretningsskridt(videresendt.state, d(regime, '05'))).toEqual([]);
  });

  test('en annulleret underretning oplyses der ikke om', () => {
    const annulleret = given(
      underretningDecider,
      modtaget(regime),
      vurderet(regime, false),
      event(E.UnderretningAnnulleret, { ...tilhoer, annulleret: tid(regime, '02'), begrundelse: 'x' }),
    );
    for (const kommando of [orienter(regime), soeskende(regime)]) {
      expect(annulleret.refused(kommando, nu(regime)).mere.status).toBe(409);
    }
  });
});
