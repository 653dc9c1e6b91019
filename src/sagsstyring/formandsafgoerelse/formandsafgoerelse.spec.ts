import { context, given } from '../../platform/testing/given-when-then.js';
import { formandsafgoerelseDecider, type FormandsafgoerelseKommando } from './formandsafgoerelse.js';
import { bortfald, kanAfloeses, type Formandsafgoerelse, type Regime, type TruffetForeloebigt } from './tilstand.js';
import { type Foreloebigbrug, formandsskridt } from './vejledning.js';

const F = '00000000-0000-7000-8000-0000000000c0';
const SAG = '00000000-0000-7000-8000-0000000000c1';
const BARN = '00000000-0000-7000-8000-0000000000c2';
const MOR = '00000000-0000-7000-8000-0000000000c3';
const FREMMED = '00000000-0000-7000-8000-0000000000c4';
const BUU = '00000000-0000-7000-8000-0000000000c5';
const AAR = { SEL: '2023', BL: '2026' } as const;
const P = {
  SEL: { paragraf: 'SEL § 75', godkendelse: 'SEL § 75, stk. 3' },
  BL: { paragraf: 'BL § 143', godkendelse: 'BL § 143, stk. 4' },
} as const;
const formand = { id: 'fm01', roller: ['formand'] };
const raadgiver = { id: 'sb01', roller: ['sagsbehandler'] };
const nu = (regime: Regime, aktoer = formand) => context(`${AAR[regime]}-12-30T12:00:00+01:00`, aktoer);
const tid = (regime: Regime, dagKl: string): string => `${AAR[regime]}-${dagKl}:00+01:00`;
const d = (regime: Regime, dag: string): string => `${AAR[regime]}-${dag}`;

const traef = (regime: Regime, mere: object = {}): FormandsafgoerelseKommando => ({
  type: 'TraefForeloebig',
  ...{ formandsafgoerelseId: F, sagId: SAG, barnId: BARN, regime },
  afgoerelseKode: 'anbringelse-uden-samtykke',
  afgoerelsesnavn: 'Anbringelse uden samtykke',
  hjemmel: regime === 'SEL' ? 'SEL § 58' : 'BL §§ 47 og 49',
  foreloebig: true,
  truffet: tid(regime, '11-23T22:15'),
  formaal: 'Sikkerhed.',
  begrundelse: 'Kan ikke vente.',
  ...mere,
});
/** Carried out on 23 November: day 7 is 29 November, a month is 23 December. */
const ivaerksaet = (regime: Regime, mere: object = {}): FormandsafgoerelseKommando => ({
  type: 'IvaerksaetForeloebig',
  regime,
  ivaerksat: tid(regime, '11-23T23:00'),
  godkendesSenest: d(regime, '11-29'),
  gyldigTil: d(regime, '12-23'),
  parter: [
    { personId: MOR, rolle: 'foraelder' },
    { personId: BARN, rolle: 'barn' },
  ],
  ...mere,
});
const meddel = (regime: Regime, mere: object = {}): FormandsafgoerelseKommando => ({
  type: 'MeddelForeloebig',
  personId: MOR,
  meddelt: tid(regime, '11-24T10:00'),
  maade: 'overrakt',
  vejledning: true,
  ...mere,
});
const godkend = (regime: Regime, dag: string, godkendt = true): FormandsafgoerelseKommando => ({
  type: 'BehandlGodkendelse',
  ...{ buuSagId: BUU, godkendt, dato: d(regime, dag), begrundelse: 'Fordi.' },
});
const erstat = (regime: Regime, dag: string): FormandsafgoerelseKommando => ({
  type: 'ErstatForeloebig',
  ...{ buuSagId: BUU, dato: d(regime, dag) },
});

/** Plays the commands one after the other. */
function efter(regime: Regime, ...kommandoer: readonly FormandsafgoerelseKommando[]) {
  type Haendelse = Parameters<typeof formandsafgoerelseDecider.evolve>[1];
  const sket: Haendelse[] = [];
  for (const kommando of kommandoer) sket.push(...given(formandsafgoerelseDecider, ...sket).then(kommando, nu(regime)));
  return given(formandsafgoerelseDecider, ...sket);
}
const typer = (haendelser: readonly { readonly type: string }[]) => haendelser.map((e) => e.type.split('.')[1]);

describe.each<Regime>(['SEL', 'BL'])('Formandsafgørelse under %s', (regime) => {
  const { paragraf, godkendelse } = P[regime];
  const ivaerksat = (...mere: readonly FormandsafgoerelseKommando[]) =>
    efter(regime, traef(regime), ivaerksaet(regime), ...mere);

  test('den samme foreløbige afgørelse træffes én gang, meddeles hver part én gang, og kun, hvad der findes', () => {
    const nej = (foer: readonly FormandsafgoerelseKommando[], kommando: FormandsafgoerelseKommando) => {
      const { kode, mere } = efter(regime, ...foer).refused(kommando, nu(regime));
      return [kode, mere.status];
    };
    expect(nej([traef(regime)], traef(regime))).toEqual(['formandsafgoerelse-findes', 409]);
    expect(nej([], ivaerksaet(regime))).toEqual(['formandsafgoerelse-findes-ikke', undefined]);
    expect(nej([traef(regime), ivaerksaet(regime), meddel(regime)], meddel(regime))).toEqual([
      ...['afgoerelse-meddelt', 409],
    ]);
  });

  test('lovligt → hændelse', () => {
    expect(typer(given(formandsafgoerelseDecider).then(traef(regime), nu(regime)))).toEqual([
      'ForeloebigAfgoerelseTruffet',
    ]);
    expect(typer(efter(regime, traef(regime)).then(ivaerksaet(regime), nu(regime)))).toEqual([
      'ForeloebigAfgoerelseIvaerksat',
    ]);
    // Day 7, the day of the event counted.
    expect(typer(ivaerksat().then(godkend(regime, '11-29'), nu(regime)))).toEqual(['ForeloebigAfgoerelseGodkendt']);
    expect(typer(ivaerksat().then(godkend(regime, '11-26', false), nu(regime)))).toEqual([
      'ForeloebigAfgoerelseOphaevet',
    ]);
    expect(typer(ivaerksat(godkend(regime, '11-29')).then(erstat(regime, '12-23'), nu(regime)))).toEqual([
      'ForeloebigAfgoerelseErstattet',
    ]);
    expect(
      typer(
        ivaerksat().then({ type: 'OphaevForeloebig', dato: d(regime, '11-25'), begrundelse: 'Samtykke.' }, nu(regime)),
      ),
    ).toEqual(['ForeloebigAfgoerelseOphaevet']);
  });

  test('tidspunktet for iværksættelsen rettes: de tre dage følger med, også når udvalget har godkendt', () => {
    const ret: FormandsafgoerelseKommando = {
      ...{ type: 'RetIvaerksaettelse', regime, ivaerksat: tid(regime, '11-24T08:00'), begrundelse: 'Døgnrapporten.' },
      ...{ godkendesSenest: d(regime, '11-30'), gyldigTil: d(regime, '12-24') },
    };
    const rettet = ivaerksat().then(ret, nu(regime));
    expect(typer(rettet)).toEqual(['ForeloebigIvaerksaettelseRettet']);
    expect(rettet[0]?.data).toMatchObject({
      ...{ ivaerksat: tid(regime, '11-24T08:00'), godkendesSenest: d(regime, '11-30'), gyldigTil: d(regime, '12-24') },
      begrundelse: 'Døgnrapporten.',
    });
    expect(ivaerksat(ret).state).toMatchObject({ fase: 'ivaerksat', godkendesSenest: d(regime, '11-30') });
    expect(typer(ivaerksat(godkend(regime, '11-29')).then(ret, nu(regime)))).toEqual([
      'ForeloebigIvaerksaettelseRettet',
    ]);
    const foerAfgoerelsen = { ...ret, ivaerksat: tid(regime, '11-01T08:00') };
    expect(ivaerksat().refused(foerAfgoerelsen, nu(regime))).toMatchObject({
      ...{ kode: 'forkert-raekkefoelge', mere: { paragraf, felt: 'tidspunkt' } },
    });
    expect(efter(regime, traef(regime)).refused(ret, nu(regime)).kode).toBe('ikke-ivaerksat');
  });

  test('meddelelsen til den sidste part er meddelelsen til alle', () => {
    expect(typer(ivaerksat().then(meddel(regime), nu(regime)))).toEqual(['ForeloebigAfgoerelseMeddelt']);
    const sidste = ivaerksat(meddel(regime, { meddelt: tid(regime, '11-24T21:00') })).then(
      meddel(regime, { personId: BARN, meddelt: tid(regime, '11-24T09:00') }),
      nu(regime),
    );
    expect(typer(sidste)).toEqual(['ForeloebigAfgoerelseMeddelt', 'ForeloebigAfgoerelseMeddeltAlle']);
    expect(sidste[1]?.data).toMatchObject({ meddelt: tid(regime, '11-24T21:00') });
  });

  // A child whose custody nobody holds: the duty of 24 hours is to nobody, and must not stand open for ever.
  test('er der ingen part, er alle underrettet fra iværksættelsen', () => {
    const haendelser = efter(regime, traef(regime)).then(ivaerksaet(regime, { parter: [] }), nu(regime));
    expect(typer(haendelser)).toEqual(['ForeloebigAfgoerelseIvaerksat', 'ForeloebigAfgoerelseMeddeltAlle']);
    expect(haendelser[1]?.data).toMatchObject({ meddelt: tid(regime, '11-23T23:00') });
  });

  test('udvalget godkender fra dag 1, iværksættelsesdagen, og afløser ikke det iværksatte før den', () => {
    // Made on 23 November, carried out on the 25th: the 24th is neither.
    const senere = efter(regime, traef(regime), ivaerksaet(regime, { ivaerksat: tid(regime, '11-25T08:00') }));
    for (const kommando of [godkend(regime, '11-24'), godkend(regime, '11-24', false), erstat(regime, '11-24')]) {
      const nej = senere.refused(kommando, nu(regime));
      expect([nej.kode, nej.mere.felt, nej.mere.paragraf]).toEqual(['forkert-raekkefoelge', 'dato', godkendelse]);
    }
    expect(typer(senere.then(godkend(regime, '11-25'), nu(regime)))).toEqual(['ForeloebigAfgoerelseGodkendt']);
    expect(typer(senere.then(erstat(regime, '11-25'), nu(regime)))).toEqual(['ForeloebigAfgoerelseErstattet']);
  });

  test('det, der ikke er sat i værk, kan udvalget afgøre selv, men ikke godkende, og det kan ikke sættes i værk bagefter', () => {
    const truffet = efter(regime, traef(regime));
    expect(truffet.refused(godkend(regime, '11-24'), nu(regime))).toMatchObject({
      ...{ kode: 'forkert-fase', mere: { status: 409, paragraf } },
    });
    expect(truffet.refused(erstat(regime, '11-22'), nu(regime))).toMatchObject({
      ...{ kode: 'forkert-raekkefoelge', mere: { paragraf: godkendelse } },
    });
    expect(typer(truffet.then(erstat(regime, '11-24'), nu(regime)))).toEqual(['ForeloebigAfgoerelseErstattet']);
    const afloest = efter(regime, traef(regime), erstat(regime, '11-24'));
    expect(afloest.refused(ivaerksaet(regime), nu(regime)).kode).toBe('forkert-fase');
  });

  test('kun en afgørelse om det samme afløser den, og kun mens der er noget at afløse', () => {
    const f = ivaerksat().state as TruffetForeloebigt;
    const om = (kode: string, dag: string): boolean => kanAfloeses(f, kode, d(regime, dag));
    expect([om('anbringelse-uden-samtykke', '11-29'), om('laegelig-behandling', '11-29')]).toEqual([true, false]);
    expect(om('anbringelse-uden-samtykke', '11-30')).toBe(false);
    const ophaevet = ivaerksat(godkend(regime, '11-26', false)).state as TruffetForeloebigt;
    expect(kanAfloeses(ophaevet, 'anbringelse-uden-samtykke', d(regime, '11-27'))).toBe(false);
  });

  test.each<[string, object, string, string | undefined]>([
    ['der ikke kan haste', { foreloebig: false }, 'kan-ikke-traeffes-foreloebigt', paragraf],
    ['uden begrundelse', { begrundelse: ' ' }, 'begrundelse-mangler', paragraf],
    ['uden formål', { formaal: ' ' }, 'formaal-mangler', paragraf],
    ['i fremtiden', { truffet: tid(regime, '12-31T00:00') }, 'dato-i-fremtiden', undefined],
  ])('en foreløbig afgørelse %s → nej', (_titel, mere, kode, ventet) => {
    const nej = given(formandsafgoerelseDecider).refused(traef(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, ventet]);
  });

  test('kun formanden træffer og ophæver', () => {
    expect(given(formandsafgoerelseDecider).refused(traef(regime), nu(regime, raadgiver))).toMatchObject({
      kode: 'kun-formanden',
      mere: { paragraf },
    });
    expect(
      ivaerksat().refused(
        { type: 'OphaevForeloebig', dato: d(regime, '11-25'), begrundelse: 'x' },
        nu(regime, raadgiver),
      ).kode,
    ).toBe('kun-formanden');
  });

  test.each<[string, readonly FormandsafgoerelseKommando[], FormandsafgoerelseKommando, string, string]>([
    ['godkendes på ottende dag', [], godkend(regime, '11-30'), 'foreloebig-afgoerelse-bortfaldet', godkendelse],
    [
      'afløses på ottende dag uden godkendelse',
      [],
      erstat(regime, '11-30'),
      'foreloebig-afgoerelse-bortfaldet',
      godkendelse,
    ],
    [
      'afløses efter en måned',
      [godkend(regime, '11-29')],
      erstat(regime, '12-24'),
      'foreloebig-afgoerelse-bortfaldet',
      godkendelse,
    ],
    ['sættes i værk, før den er truffet', [], ivaerksaet(regime), 'forkert-fase', paragraf],
    [
      'meddeles en, der ikke er part',
      [],
      meddel(regime, { personId: FREMMED }),
      'ikke-part',
      `forvaltningsloven § 27; ${paragraf}`,
    ],
    ['meddeles uden vejledning', [], meddel(regime, { vejledning: false }), 'vejledning-mangler', paragraf],
    [
      'meddeles, før den er truffet',
      [],
      meddel(regime, { meddelt: tid(regime, '11-23T20:00') }),
      'forkert-raekkefoelge',
      paragraf,
    ],
    [
      'noteres bortfaldet, mens den gælder',
      [],
      { type: 'NoterBortfald', dato: d(regime, '11-29'), opfoelgning: 'Hjem.' },
      'ikke-bortfaldet',
      godkendelse,
    ],
    [
      'noteres bortfaldet uden at sige, hvad der sker med barnet',
      [],
      { type: 'NoterBortfald', dato: d(regime, '11-30'), opfoelgning: ' ' },
      'opfoelgning-mangler',
      paragraf,
    ],
    [
      'ophæves, når den er bortfaldet',
      [],
      { type: 'OphaevForeloebig', dato: d(regime, '11-30'), begrundelse: 'x' },
      'foreloebig-afgoerelse-bortfaldet',
      godkendelse,
    ],
  ])('kan ikke %s', (_titel, foer, kommando, kode, ventet) => {
    const nej = ivaerksat(...foer).refused(kommando, nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, ventet]);
  });

  test('uden iværksættelse kan ingen få meddelelse, og iværksættelsen kommer efter afgørelsen', () => {
    expect(efter(regime, traef(regime)).refused(meddel(regime), nu(regime)).kode).toBe('ikke-ivaerksat');
    expect(
      efter(regime, traef(regime)).refused(ivaerksaet(regime, { ivaerksat: tid(regime, '11-23T22:00') }), nu(regime))
        .mere.paragraf,
    ).toBe(paragraf);
  });

  test('bortfalder af sig selv, uden at nogen har gjort noget, og kan så kun noteres', () => {
    const state = ivaerksat().state as TruffetForeloebigt;
    expect([bortfald(state, d(regime, '11-29')), bortfald(state, d(regime, '11-30'))]).toEqual([
      null,
      { aarsag: 'ikke-godkendt', sidsteDag: d(regime, '11-29') },
    ]);
    const noteret = ivaerksat({ type: 'NoterBortfald', dato: d(regime, '12-01'), opfoelgning: 'Barnet er hjemme.' });
    expect(noteret.state).toMatchObject({ fase: 'bortfaldet', slut: d(regime, '11-29') });
    expect(noteret.refused(godkend(regime, '11-29'), nu(regime)).mere.status).toBe(409);
    const godkendt = ivaerksat(godkend(regime, '11-25')).state as TruffetForeloebigt;
    expect(bortfald(godkendt, d(regime, '12-24'))).toEqual({ aarsag: 'udloebet', sidsteDag: d(regime, '12-23') });
  });

  test('vejledningen følger afgørelsen dag for dag', () => {
    const koder = (state: Formandsafgoerelse, dag: string) =>
      formandsskridt(state, d(regime, dag)).map((s) => `${s.art} ${s.kode.replace('formandsbeslutning-', '')}`);
    expect(koder(efter(regime, traef(regime)).state, '11-23')).toEqual(['skal ivaerksaettelse']);
    expect(koder(ivaerksat().state, '11-24')).toEqual(['skal meddelelse', 'skal meddelelse', 'skal godkendelse']);
    expect(koder(ivaerksat(meddel(regime), meddel(regime, { personId: BARN })).state, '11-30')).toEqual([
      'skal bortfald',
      'maa-ikke godkendelse',
    ]);
    expect(
      koder(ivaerksat(meddel(regime), meddel(regime, { personId: BARN }), godkend(regime, '11-26')).state, '12-01'),
    ).toEqual(['skal gyldighed']);
    expect(koder(ivaerksat(godkend(regime, '11-26'), erstat(regime, '12-10')).state, '12-11')).toEqual([]);
  });

  test('er barnet hjemme, eller fortsætter anbringelsen med samtykke, ophæver formanden afgørelsen, eller udvalget tager stilling i tide', () => {
    const hjemmel = regime === 'SEL' ? 'SEL §§ 68 og 75' : 'BL §§ 100 og 143';
    const besked = [meddel(regime), meddel(regime, { personId: BARN })];
    const skridt = (state: Formandsafgoerelse, dag: string, hvorfor: Foreloebigbrug['hvorfor'] = 'hjemgivet') =>
      formandsskridt(state, d(regime, dag), { siden: d(regime, '11-25'), hvorfor });
    const [foer, ...flere] = skridt(ivaerksat(...besked).state, '11-26');
    expect(flere).toEqual([]);
    // Those who are to be told are told all the same.
    expect(skridt(ivaerksat().state, '11-26').map(({ kode }) => kode)).toEqual([
      ...['formandsbeslutning-meddelelse', 'formandsbeslutning-meddelelse', 'formandsbeslutning-ophaevelse'],
    ]);
    expect(foer).toMatchObject({ art: 'skal', kode: 'formandsbeslutning-ophaevelse', hjemmel });
    expect(foer?.tekst).toContain(d(regime, '11-29'));
    const [derefter] = skridt(ivaerksat(...besked, godkend(regime, '11-26')).state, '12-01', 'samtykke');
    expect(derefter?.tekst).toContain(d(regime, '12-23'));
    expect(derefter?.hvorfor).toContain('fortsætter med samtykke');
    // Each with the paragraph of what came instead; what is neither a return nor consent is the chairman's alone.
    expect(derefter?.hjemmel).toBe(regime === 'SEL' ? 'SEL §§ 52 og 75' : 'BL §§ 46 og 143');
    for (const hvorfor of ['andet-grundlag', 'ophoert'] as const)
      expect(skridt(ivaerksat(...besked).state, '11-26', hvorfor)[0]?.hjemmel).toBe(
        regime === 'SEL' ? 'SEL § 75' : 'BL § 143',
      );
    // The child is home already, so nobody is told to bring it home; the lapse is still noted.
    const [bortfaldet] = skridt(ivaerksat(...besked).state, '11-30');
    expect(bortfaldet).toMatchObject({ art: 'skal', kode: 'formandsbeslutning-bortfald' });
    expect(bortfaldet?.hvorfor).not.toContain('skal barnet hjem');
  });
});
