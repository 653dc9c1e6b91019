import { type DomainEvent, event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import * as E from './sag.events.js';
import { indsatsIGang } from './tilstand.js';
import { sagDecider } from './sag.js';
import { sagsskridt } from './sagsskridt.js';

const SAG = '00000000-0000-7000-8000-00000000000a';
const BARN = '00000000-0000-7000-8000-00000000000b';
const OID = '00000000-0000-7000-8000-00000000000c';
const EID = '00000000-0000-7000-8000-00000000000d';
const id = { sagId: SAG, barnId: BARN };
const nu = context('2019-03-19T10:00:00+01:00');
const som = (bruger: string, ...roller: string[]) => context('2019-03-19T10:00:00+01:00', { id: bruger, roller });

const oprettet = event(E.SagOprettet, { ...id, omraade: 'social', oprettet: '2018-06-01', grund: 'ansoegning' });
const tildelt = event(E.SagTildelt, { ...id, sagsbehandler: 'sb01', team: 'boerne', tildelt: '2018-06-01' });
const foreslaaet = event(E.OverdragelseForeslaaet, {
  ...id,
  overdragelseId: OID,
  fra: 'sb01',
  til: 'sb02',
  tilTeam: 'unge',
  notat: 'Fristen er 1. april.',
  foreslaaet: '2019-02-01',
});
const bfu = event(E.EnkeltsagAabnet, { ...id, enkeltsagId: EID, art: 'bfu', aabnet: '2019-01-01' });
const igang = event(E.IndsatsstatusNoteret, { ...id, indsatsId: EID, igang: true, dato: '2019-01-10' });
const ophoert = event(E.IndsatsstatusNoteret, { ...id, indsatsId: EID, igang: false, dato: '2019-02-10' });
const lukket = event(E.SagLukket, { ...id, lukket: '2019-03-01', begrundelse: 'Formålet er opnået.' });
const luk = {
  type: 'LukSag',
  lukket: '2019-03-01',
  begrundelse: 'Formålet er opnået.',
  aabneUnderretninger: [],
  kraeverUndersoegelse: false,
  ankeVenter: false,
} as const;
const forslag = {
  type: 'ForeslaaOverdragelse',
  overdragelseId: OID,
  til: 'sb02',
  notat: 'Fristen er 1. april.',
  foreslaaet: '2019-02-01',
} as const;
const navne = (events: readonly DomainEvent[]): readonly string[] =>
  events.map(({ type }) => type.replace('sagsstyring.', ''));

describe('Oprettelse og tildeling', () => {
  test('En sag kan ikke være oprettet i fremtiden', () => {
    expect(
      given(sagDecider).refused(
        { type: 'OpretSag', ...id, omraade: 'social', oprettet: '2019-03-20', grund: 'overtaget' },
        nu,
      ).kode,
    ).toBe('dato-i-fremtiden');
  });

  test('En sag kan ikke tildeles, før den er oprettet', () => {
    expect(
      given(sagDecider, oprettet).refused({ type: 'TildelSag', sagsbehandler: 'sb01', tildelt: '2018-05-31' }, nu),
    ).toMatchObject({ kode: 'forkert-raekkefoelge', mere: { felt: 'tildelt' } });
  });

  test('En sag under overdragelse kan ikke tildeles uden om overdragelsen', () => {
    expect(
      given(sagDecider, oprettet, tildelt, foreslaaet).refused(
        { type: 'TildelSag', sagsbehandler: 'sb03', tildelt: '2019-02-02' },
        nu,
      ).kode,
    ).toBe('overdragelse-aaben');
  });
});

describe('Overdragelse', () => {
  const aaben = given(sagDecider, oprettet, tildelt, foreslaaet);

  test('En sag må ikke overdrages blindt: notatet er påkrævet (offentlighedsloven § 13)', () => {
    expect(given(sagDecider, oprettet, tildelt).refused({ ...forslag, notat: '  ' }, nu)).toMatchObject({
      kode: 'overdragelsesnotat-mangler',
      mere: { felt: 'notat', paragraf: 'offentlighedsloven § 13' },
    });
  });

  test('En sag uden sagsbehandler kan ikke overdrages', () => {
    expect(given(sagDecider, oprettet).refused(forslag, nu).kode).toBe('sag-ikke-tildelt');
  });

  test('En sag kan ikke overdrages til den, som har den', () => {
    expect(given(sagDecider, oprettet, tildelt).refused({ ...forslag, til: 'sb01' }, nu).kode).toBe(
      'overdragelse-til-sig-selv',
    );
  });

  test('Der er højst én åben overdragelse', () => {
    expect(aaben.refused({ ...forslag, til: 'sb03' }, nu).kode).toBe('overdragelse-aaben');
  });

  test('Sagsbehandleren er uændret, indtil overdragelsen er accepteret', () => {
    expect(aaben.state).toMatchObject({ sagsbehandler: 'sb01', team: 'boerne' });
  });

  test('Kun modtageren kan acceptere', () => {
    const accept = { type: 'AccepterOverdragelse', overdragelseId: OID, accepteret: '2019-02-02' } as const;
    expect(aaben.refused(accept, som('sb01', 'sagsbehandler')).kode).toBe('ikke-modtageren');
    expect(aaben.refused(accept, som('tl01', 'teamleder')).kode).toBe('ikke-modtageren');
    const [accepteret] = aaben.then(accept, som('sb02', 'sagsbehandler'));
    if (accepteret === undefined) throw new Error('not accepted');
    expect(given(sagDecider, oprettet, tildelt, foreslaaet, accepteret).state).toMatchObject({
      sagsbehandler: 'sb02',
      team: 'unge',
      overdragelse: null,
      behandlere: ['sb01', 'sb02'],
    });
  });

  test('Modtageren kan afvise med en begrundelse, en teamleder kan gribe ind, andre kan ikke', () => {
    const afvis = {
      type: 'AfvisOverdragelse',
      overdragelseId: OID,
      begrundelse: 'Inhabil.',
      afvist: '2019-02-02',
    } as const;
    expect(aaben.refused({ ...afvis, begrundelse: '' }, som('sb02', 'sagsbehandler')).kode).toBe('begrundelse-mangler');
    expect(navne(aaben.then(afvis, som('sb02', 'sagsbehandler')))).toEqual(['OverdragelseAfvist']);
    expect(navne(aaben.then(afvis, som('tl01', 'teamleder')))).toEqual(['OverdragelseAfvist']);
    expect(aaben.refused(afvis, som('sb03', 'sagsbehandler')).kode).toBe('ikke-modtageren');
  });

  test('En besvaret overdragelse kan ikke besvares igen', () => {
    const afvist = event(E.OverdragelseAfvist, {
      ...id,
      overdragelseId: OID,
      fra: 'sb01',
      til: 'sb02',
      begrundelse: 'Inhabil.',
      afvist: '2019-02-02',
    });
    expect(
      given(sagDecider, oprettet, tildelt, foreslaaet, afvist).refused(
        { type: 'AccepterOverdragelse', overdragelseId: OID, accepteret: '2019-02-03' },
        som('sb02'),
      ).kode,
    ).toBe('overdragelse-ikke-aaben');
  });
});

describe('En, der er fratrådt', () => {
  const fratraadt = new Map([
    ['sb01', '2019-03-15'],
    ['sb02', '2019-03-15'],
  ]);

  test('får ingen sag tildelt, foreslået eller overdraget: barnet skal have en sagsbehandler (offentlighedsloven § 13)', () => {
    const uden = given(sagDecider, oprettet);
    const tildel = { type: 'TildelSag', sagsbehandler: 'sb01', tildelt: '2019-03-01' } as const;
    expect(uden.refused({ ...tildel, fratraadt }, nu)).toMatchObject({
      kode: 'modtager-fratraadt',
      mere: { felt: 'sagsbehandler', paragraf: 'offentlighedsloven § 13' },
    });
    expect(uden.then({ ...tildel, sagsbehandler: 'sb03', fratraadt }, nu)).toEqual([
      event(E.SagTildelt, { ...id, sagsbehandler: 'sb03', tildelt: '2019-03-01' }),
    ]);
    expect(given(sagDecider, oprettet, tildelt).refused({ ...forslag, fratraadt }, nu)).toMatchObject({
      kode: 'modtager-fratraadt',
      mere: { felt: 'til' },
    });
    const accept = { type: 'AccepterOverdragelse', overdragelseId: OID, accepteret: '2019-03-01', fratraadt } as const;
    expect(given(sagDecider, oprettet, tildelt, foreslaaet).refused(accept, som('sb02')).kode).toBe(
      'modtager-fratraadt',
    );
  });

  test('får ikke sin gamle sag igen, når den genåbnes: den er uden sagsbehandler, til den tildeles', () => {
    const genaabn = { type: 'GenaabnSag', genaabnet: '2019-03-10', begrundelse: 'Ny ansøgning.' } as const;
    const luk = given(sagDecider, oprettet, tildelt, lukket);
    const [uden] = luk.then({ ...genaabn, fratraadt }, nu);
    expect(uden).toMatchObject({ data: { udenSagsbehandler: true } });
    expect(luk.then({ ...genaabn, fratraadt: new Map() }, nu)[0]?.data).not.toHaveProperty('udenSagsbehandler');
    const igen = event(E.SagGenaabnet, { ...id, genaabnet: '2019-03-10', begrundelse: 'Ny.', udenSagsbehandler: true });
    const { state } = given(sagDecider, oprettet, tildelt, lukket, igen);
    expect(state).toMatchObject({ fase: 'aaben', sagsbehandler: null, behandlere: ['sb01'] });
    expect(sagsskridt(state, '2019-03-19')).toContainEqual(
      expect.objectContaining({ kode: 'sag-tildeling', art: 'skal' }),
    );
  });
});

describe('Område', () => {
  test('Området ændres fra en dato, som ikke ligger før sagen eller en senere ændring', () => {
    const aendret = event(E.OmraadeAendret, { ...id, omraade: 'handicap', gaelderFra: '2019-01-01' });
    expect(
      given(sagDecider, oprettet).refused({ type: 'AendrOmraade', omraade: 'handicap', gaelderFra: '2018-05-01' }, nu)
        .kode,
    ).toBe('forkert-raekkefoelge');
    expect(
      given(sagDecider, oprettet, aendret).refused(
        { type: 'AendrOmraade', omraade: 'social', gaelderFra: '2018-12-31' },
        nu,
      ).kode,
    ).toBe('forkert-raekkefoelge');
    expect(
      given(sagDecider, oprettet).refused({ type: 'AendrOmraade', omraade: 'social', gaelderFra: '2019-01-01' }, nu)
        .kode,
    ).toBe('samme-omraade');
  });
});

describe('Lukning', () => {
  test('En lukning skal begrundes (offentlighedsloven § 13)', () => {
    expect(given(sagDecider, oprettet).refused({ ...luk, begrundelse: '' }, nu).kode).toBe('begrundelse-mangler');
  });

  test('En lukket sag tager ingen skridt, men kan genåbnes, og tidligst den dag den blev lukket', () => {
    const efter = given(sagDecider, oprettet, lukket);
    expect(efter.refused({ type: 'TildelSag', sagsbehandler: 'sb02', tildelt: '2019-03-02' }, nu)).toMatchObject({
      kode: 'sag-lukket',
      mere: { status: 409 },
    });
    expect(efter.refused({ type: 'GenaabnSag', genaabnet: '2019-02-28', begrundelse: 'Ny ansøgning.' }, nu).kode).toBe(
      'forkert-raekkefoelge',
    );
    expect(
      navne(efter.then({ type: 'GenaabnSag', genaabnet: '2019-03-01', begrundelse: 'Ny ansøgning.' }, nu)),
    ).toEqual(['SagGenaabnet']);
  });

  test('En åben sag kan ikke genåbnes', () => {
    expect(
      given(sagDecider, oprettet).refused({ type: 'GenaabnSag', genaabnet: '2019-03-01', begrundelse: 'Ny.' }, nu).kode,
    ).toBe('sag-ikke-lukket');
  });
});

describe('Enkeltsager og indsatser', () => {
  test('Den samme enkeltsag åbnes ikke to gange, og kun en åben kan afsluttes', () => {
    expect(
      given(sagDecider, oprettet, bfu).refused(
        { type: 'AabnEnkeltsag', enkeltsagId: EID, art: 'bfu', aabnet: '2019-02-01' },
        nu,
      ).kode,
    ).toBe('enkeltsag-findes');
    expect(
      given(sagDecider, oprettet).refused({ type: 'AfslutEnkeltsag', enkeltsagId: EID, afsluttet: '2019-02-01' }, nu)
        .kode,
    ).toBe('enkeltsag-ikke-aaben');
  });

  test.each([
    // It ran from 10 January until 10 February; the day it ended it no longer ran.
    ['2019-01-09', false],
    ['2019-01-10', true],
    ['2019-02-09', true],
    ['2019-02-10', false],
  ])('Om en indsats var i gang %s: %s (SEL § 155 a, stk. 1 / BL § 137, stk. 1)', (dato, svar) => {
    const { state } = given(sagDecider, oprettet, igang, ophoert);
    expect(state.fase !== 'findes-ikke' && indsatsIGang(state, dato)).toBe(svar);
  });

  test('En bevilling, der aldrig kom i gang, ændrer intet i sagen, når den ophører', () => {
    expect(
      given(sagDecider, oprettet).then(
        { type: 'NoterIndsatsstatus', indsatsId: EID, igang: false, dato: '2019-02-01' },
        nu,
      ),
    ).toEqual([]);
  });
});

test('Vejledningen siger, hvorfor en sag ikke må lukkes, og at en utildelt sag skal tildeles', () => {
  expect(sagsskridt(given(sagDecider, oprettet, bfu).state, '2019-03-19').map(({ kode, art }) => [kode, art])).toEqual([
    ['sag-tildeling', 'skal'],
    ['sag-lukning', 'maa-ikke'],
  ]);
  expect(
    sagsskridt(given(sagDecider, oprettet, lukket).state, '2019-03-19').map(({ kode, art }) => [kode, art]),
  ).toEqual([
    ['sag-aendring', 'maa-ikke'],
    ['sag-genaabning', 'kan'],
  ]);
});
