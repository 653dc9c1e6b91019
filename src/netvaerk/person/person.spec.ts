import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { CprTilknyttet, cprIndeksDecider } from '../indeks/cpr_indeks.js';
import * as E from './person.events.js';
import { erBeskyttet, personDecider } from './person.js';

const BARN = '00000000-0000-7000-8000-00000000000a';
const MOR = '00000000-0000-7000-8000-00000000000b';
const RID = '00000000-0000-7000-8000-00000000000c';
const nu = context('2019-03-19T10:00:00+01:00');
const barn = event(E.PersonRegistreret, {
  personId: BARN,
  art: 'barn',
  navn: 'Test Testesen',
  cpr: '6102149995',
  foedselsdato: '2014-02-01',
});
const ufoedt = event(E.PersonRegistreret, { personId: BARN, art: 'ufoedt', termin: '2019-05-01' });
const mor = event(E.RelationRegistreret, {
  relationId: RID,
  barnId: BARN,
  personId: MOR,
  art: 'mor',
  foraeldremyndighed: true,
  gaelderFra: '2014-02-01',
});
const relation = {
  type: 'RegistrerRelation',
  relationId: RID,
  personId: MOR,
  art: 'mor',
  foraeldremyndighed: true,
  gaelderFra: '2014-02-01',
} as const;

test('En fødselsdato kan ikke ligge i fremtiden', () => {
  expect(
    given(personDecider).refused(
      { type: 'RegistrerPerson', personId: BARN, art: 'barn', foedselsdato: '2019-03-20' },
      nu,
    ).mere.felt,
  ).toBe('foedselsdato');
});

test('Et ufødt barn har hverken CPR-nummer eller fødselsdato, og kun det har en termin', () => {
  expect(
    given(personDecider).refused({ type: 'RegistrerPerson', personId: BARN, art: 'ufoedt', cpr: '6102149995' }, nu)
      .kode,
  ).toBe('ufoedt-med-cpr');
  expect(
    given(personDecider).refused({ type: 'RegistrerPerson', personId: BARN, art: 'barn', termin: '2019-05-01' }, nu)
      .kode,
  ).toBe('termin-uden-ufoedt');
});

test('Når et ufødt barn er født, angives fødselsdato eller CPR-nummer, og det kan ikke blive ufødt igen', () => {
  expect(given(personDecider, ufoedt).refused({ type: 'RetPerson', art: 'barn', aarsag: 'Født.' }, nu).kode).toBe(
    'foedsel-uden-dato',
  );
  const [foedt] = given(personDecider, ufoedt).then(
    { type: 'RetPerson', art: 'barn', foedselsdato: '2019-03-18', aarsag: 'Født.' },
    nu,
  );
  if (foedt === undefined) throw new Error('not corrected');
  const efter = given(personDecider, ufoedt, foedt);
  expect(efter.state).toMatchObject({ art: 'barn', oplysninger: { foedselsdato: '2019-03-18' } });
  expect(efter.state).not.toHaveProperty('oplysninger.termin');
  expect(efter.refused({ type: 'RetPerson', art: 'ufoedt', aarsag: 'Fejl.' }, nu).kode).toBe('barnet-er-foedt');
});

test('En rettelse skal rette noget, og det, der ikke nævnes, er uændret (databeskyttelsesforordningen art. 16)', () => {
  expect(
    given(personDecider, barn).refused({ type: 'RetPerson', navn: 'Test Testesen', aarsag: 'Stavet forkert.' }, nu)
      .kode,
  ).toBe('intet-at-rette');
  const [rettet] = given(personDecider, barn).then(
    { type: 'RetPerson', navn: 'Prøve Testesen', aarsag: 'Stavet forkert.' },
    nu,
  );
  if (rettet === undefined) throw new Error('not corrected');
  expect(given(personDecider, barn, rettet).state).toMatchObject({
    oplysninger: { navn: 'Prøve Testesen', cpr: '6102149995' },
  });
});

test('Relationer registreres på barnet, ikke på en voksen, og ikke til barnet selv', () => {
  const voksen = event(E.PersonRegistreret, { personId: MOR, art: 'voksen' });
  expect(given(personDecider, voksen).refused(relation, nu).kode).toBe('ikke-et-barn');
  expect(given(personDecider, barn).refused({ ...relation, personId: BARN }, nu).kode).toBe('relation-til-sig-selv');
});

test('Søskende har ikke forældremyndighed (forældreansvarsloven § 1)', () => {
  expect(given(personDecider, barn).refused({ ...relation, art: 'soeskende' }, nu)).toMatchObject({
    kode: 'soeskende-uden-myndighed',
    mere: { paragraf: 'forældreansvarsloven § 1' },
  });
});

test('Den samme relation registreres igen først, når den er ophørt, så forældremyndigheden er dateret', () => {
  const ophoert = event(E.RelationOphoert, { relationId: RID, barnId: BARN, ophoertDato: '2018-01-01' });
  expect(given(personDecider, barn, mor).refused(relation, nu).kode).toBe('relation-findes');
  expect(
    given(personDecider, barn, mor, ophoert).then(
      { ...relation, foraeldremyndighed: false, gaelderFra: '2018-01-01' },
      nu,
    ),
  ).toHaveLength(1);
});

test('En relation kan ikke ophøre, før den begyndte, eller to gange', () => {
  const ophoer = { type: 'OphoerRelation', relationId: RID, ophoertDato: '2014-01-31' } as const;
  expect(given(personDecider, barn, mor).refused(ophoer, nu).kode).toBe('forkert-raekkefoelge');
  const ophoert = event(E.RelationOphoert, { relationId: RID, barnId: BARN, ophoertDato: '2018-01-01' });
  expect(given(personDecider, barn, mor, ophoert).refused({ ...ophoer, ophoertDato: '2018-02-01' }, nu).kode).toBe(
    'relation-ophoert',
  );
});

test('Navne- og adressebeskyttelse gælder fra en dato og til den ophører (CPR-loven § 28)', () => {
  const fra = event(E.AdressebeskyttelseAendret, { personId: BARN, beskyttet: true, gaelderFra: '2018-03-01' });
  const til = event(E.AdressebeskyttelseAendret, { personId: BARN, beskyttet: false, gaelderFra: '2019-03-01' });
  const { state } = given(personDecider, barn, fra, til);
  if (state.fase === 'ukendt') throw new Error('unknown');
  expect(['2018-02-28', '2018-03-01', '2019-02-28', '2019-03-01'].map((dato) => erBeskyttet(state, dato))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(
    given(personDecider, barn, fra).refused(
      { type: 'AendrAdressebeskyttelse', beskyttet: true, gaelderFra: '2018-04-01' },
      nu,
    ).kode,
  ).toBe('beskyttelse-uaendret');
});

test('Et CPR-nummer hører til én person', () => {
  expect(
    given(cprIndeksDecider, event(CprTilknyttet, { personId: BARN })).refused(
      { type: 'TilknytCpr', personId: MOR },
      nu,
    ),
  ).toMatchObject({ kode: 'cpr-i-brug', mere: { status: 409 } });
});

describe('Sletning (databeskyttelsesforordningen art. 17)', () => {
  const slet = (mere: object = {}) =>
    ({ type: 'SletPerson', grund: 'kassation', reference: 'SA-2026/114', aabneForhold: [], ...mere }) as const;

  test('en person uden åbne forhold slettes én gang, og derefter kan intet ændres', () => {
    const [slettet] = given(personDecider, barn, mor).then(slet(), nu);
    expect(slettet).toMatchObject({
      type: 'netvaerk.PersonSlettet',
      data: { personId: BARN, grund: 'kassation', reference: 'SA-2026/114' },
    });
    if (slettet === undefined) throw new Error('no event');
    const efter = given(personDecider, barn, mor, slettet);
    expect(efter.refused(slet(), nu).mere.status).toBe(409);
    expect(efter.refused({ type: 'RetPerson', navn: 'Bo', aarsag: 'x' }, nu).kode).toBe('person-slettet');
  });

  test.each<[string, object, string, string]>([
    [
      'mens en sag er åben',
      { aabneForhold: [RID] },
      'aabne-forhold',
      'databeskyttelsesforordningen art. 17, stk. 3, litra b',
    ],
    ['uden nummer på beslutningen', { reference: ' ' }, 'reference-ugyldig', 'databeskyttelsesloven § 14'],
    ['med fritekst i stedet', { reference: 'Alma er død' }, 'reference-ugyldig', 'databeskyttelsesloven § 14'],
    ['med et CPR-nummer', { reference: 'sag-610214-9995' }, 'reference-ugyldig', 'databeskyttelsesloven § 14'],
  ])('nej: %s', (_titel, mere, kode, paragraf) => {
    const nej = given(personDecider, barn).refused(slet(mere), nu);
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });
});

test('En person registreres én gang, et ufødt barn er ikke gift, og kun det, der findes, rettes og ophører', () => {
  const nej = (
    foer: Parameters<typeof personDecider.evolve>[1][],
    kommando: Parameters<typeof personDecider.decide>[0],
  ) => given(personDecider, ...foer).refused(kommando, nu);
  expect(nej([barn], { type: 'RegistrerPerson', personId: BARN, art: 'barn' })).toMatchObject({
    ...{ kode: 'person-findes', mere: { status: 409 } },
  });
  expect(nej([], { type: 'RegistrerPerson', personId: BARN, art: 'ufoedt', giftFra: '2019-01-01' })).toMatchObject({
    ...{ kode: 'ufoedt-gift', mere: { felt: 'giftFra' } },
  });
  expect(nej([], { type: 'RetPerson', navn: 'Prøve', aarsag: 'Fejl.' }).kode).toBe('person-findes-ikke');
  const ophoer = { type: 'OphoerRelation', relationId: RID, ophoertDato: '2019-01-01' } as const;
  expect(nej([barn], ophoer)).toMatchObject({ kode: 'relation-findes-ikke', mere: { felt: 'relationId' } });
  expect(given(personDecider, barn, mor).then(ophoer, nu)).toMatchObject([{ type: 'netvaerk.RelationOphoert' }]);
});
