import { boundedContexts } from '../../contexts.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { type ClearEvent, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type Row, type Writer } from '../../platform/projection/projection.js';
import { happened, journalProjection } from './journal.projection.js';
import { renderLine } from './journal_line.js';

const declarations = boundedContexts(indlaesLovpakke()).flatMap(({ events }) => events);
const projection = journalProjection(declarations);
const BARN = '00000000-0000-7000-8000-000000000001';
const SAG = '00000000-0000-7000-8000-000000000002';
const BFU = '00000000-0000-7000-8000-000000000003';

/** The lines that an event leads to; the journal only ever adds. */
function linjer(type: string, data: Readonly<Record<string, unknown>>, registreret = '2026-11-24T11:02:03.000Z') {
  const raekker: Row[] = [];
  const unused = (): never => {
    throw new Error('the journal only adds');
  };
  const writer: Writer = {
    insert: (_table, row) => void raekker.push(row),
    upsert: unused,
    update: unused,
    updateWhere: unused,
    deleteWhere: unused,
  };
  const event: ClearEvent = {
    tenant: 840,
    position: 7,
    streamId: BFU,
    version: 1,
    type,
    registreret,
    data,
    sealed: {},
    meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
  };
  projection.project(event, writer);
  return raekker;
}

describe('Hvor en linje står i journalen', () => {
  test('Linjen står på den dag, det skete, ikke den dag, det blev registreret', () => {
    expect(linjer('ics.BoernesamtaleAfholdt', { bfuId: BFU, barnId: BARN, sagId: SAG, dato: '2019-01-15' })).toEqual([
      {
        barn_id: BARN,
        position: 7,
        sag_id: SAG,
        enkeltsag_id: BFU,
        type: 'ics.BoernesamtaleAfholdt',
        kategori: 'undersoegelse',
        dato: '2019-01-15',
        klokkeslaet: null,
        registreret: '2026-11-24T11:02:03.000Z',
        aktoer: 'sb01',
      },
    ]);
  });

  test.each([
    // Winter and summer time, and an instant that is the next day in Copenhagen.
    ['2019-02-01T23:30:00+01:00', '2019-02-01', '23:30'],
    ['2026-07-01T22:30:00Z', '2026-07-02', '00:30'],
    ['2026-03-29T01:30:00Z', '2026-03-29', '03:30'],
  ])('Et tidspunkt vises som dansk dato og klokkeslæt: %s er %s kl. %s', (modtaget, dato, klokkeslaet) => {
    expect(happened({ data: { modtaget }, registreret: '2026-11-24T11:02:03.000Z' })).toEqual({ dato, klokkeslaet });
  });

  test('En hændelse uden sin egen dato står, hvor den blev registreret', () => {
    expect(happened({ data: { emne: '2019' }, registreret: '2026-11-24T23:02:03.000Z' })).toEqual({
      dato: '2026-11-25',
      klokkeslaet: '00:02',
    });
  });

  test('Afgørelsen står på afgørelsesdagen, ikke på opmærksomhedsdatoen eller den forventede start', () => {
    const datoer = { opmaerksomDato: '2018-11-01', afgoerelseDato: '2018-11-12', forventetStart: '2018-12-01' };
    expect(happened({ data: datoer, registreret: '2026-11-24T11:02:03.000Z' }).dato).toBe('2018-11-12');
  });

  test('Hver hændelse om et barn, undtagen registrering og rettelse, har en dato, den kan stå på', () => {
    const uden = declarations
      .filter(({ schema }) => 'barnId' in schema.properties || 'personId' in schema.properties)
      .filter(({ schema }) => {
        const data = Object.fromEntries(Object.keys(schema.properties).map((felt) => [felt, '2019-01-15']));
        return happened({ data, registreret: '2026-11-24T11:02:03.000Z' }).dato !== '2019-01-15';
      });
    expect(uden.map(({ type }) => type)).toEqual([
      'netvaerk.PersonRegistreret',
      'netvaerk.PersonRettet',
      'netvaerk.CprTilknyttet',
      'netvaerk.CprFrigivet',
      'journalark.NotatRettet',
    ]);
  });

  test('Det, der sker med barnet som person, står i barnets journal; indekser gør ikke', () => {
    for (const type of ['PersonRegistreret', 'PersonRettet', 'AdressebeskyttelseAendret'])
      expect(linjer(`netvaerk.${type}`, { personId: BARN, gaelderFra: '2019-01-15' })).toMatchObject([
        { barn_id: BARN, kategori: 'person' },
      ]);
    expect(linjer('netvaerk.CprTilknyttet', { personId: BARN })).toEqual([]);
    expect(linjer('sagsstyring.SagKnyttetTilBarn', { barn: BARN, sag: SAG, omraade: 'social' })).toEqual([]);
  });

  test('Journalen gemmer ingen tekst, kun hvor i loggen der skal ses', () => {
    const [linje] = linjer('journalark.NotatSkrevet', {
      barnId: BARN,
      sagId: SAG,
      oplyst: '2019-01-15T10:00:00+01:00',
      tekst: 'fortroligt',
    });
    expect(JSON.stringify(linje)).not.toContain('fortroligt');
  });
});

describe('Hvordan linjen lyder', () => {
  const kendte = new Map(declarations.map((d) => [d.type, d]));
  const gemt = (type: string, data: Readonly<Record<string, unknown>>) => ({ type, data }) as unknown as StoredEvent;
  const samtale = gemt('ics.BoernesamtaleAfholdt', {
    dato: '2019-01-15',
    udenForaeldre: true,
    referat: 'Om hverdagen.',
    barnetsHoldning: 'Vil blive hjemme.',
  });

  test.each([
    ['2023-12-31', 'SEL § 48'],
    ['2024-01-01', 'BL § 5, stk. 3'],
  ])('Hjemlen følger hændelsens dato: %s er %s', (dato, hjemmel) => {
    expect(renderLine(samtale, kendte, dato)).toEqual({
      overskrift: 'Børnesamtale holdt',
      tekst: 'Holdt 2019-01-15 uden forældrenes tilstedeværelse. Om hverdagen. Barnets holdning: Vil blive hjemme.',
      hjemmel,
    });
  });

  test('Det, der ikke ændrede sig med loven, har samme hjemmel før og efter', () => {
    const hoering = gemt('ics.PartshoeringSendt', { dato: '2019-01-15', svarfrist: '2019-01-25' });
    for (const dato of ['2019-01-15', '2026-01-15'])
      expect(renderLine(hoering, kendte, dato).hjemmel).toBe('forvaltningsloven § 19');
  });

  test('En hændelse, denne version ikke kender, skjules ikke', () => {
    expect(renderLine(gemt('ny.Ting', {}), kendte, '2026-01-15')).toMatchObject({
      overskrift: 'Ukendt hændelse',
      hjemmel: null,
    });
  });

  test('Hver hændelsestype har en hjemmel i begge love, eller én, der gælder uanset', () => {
    const uden = declarations.filter(
      ({ legalBasis: { SEL, BL, begge } }) => begge === undefined && (SEL === undefined || BL === undefined),
    );
    expect(uden.map(({ type }) => type)).toEqual([]);
  });
});
