import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { flytningUdenUnderretning } from './flytning_uden_underretning.js';

const stroem = (streamId: string, ...haendelser: readonly { type: string; data: object }[]): readonly StoredEvent[] =>
  haendelser.map((h, nr) => ({ ...h, streamId, version: nr + 1 }) as unknown as StoredEvent);
const sendt = (dato: string) =>
  stroem('m', { type: 'sagsstyring.MellemkommunalUnderretningSendt', data: { sendt: dato } });

/** What began on 1 March and ended on 1 June because the family moved. */
const flyttet = (aar: string) => ({
  bfu: (aarsag = 'flytning') =>
    stroem(
      'bfu',
      { type: 'ics.BfuBesluttet', data: { afgoerelseDato: `${aar}-03-01` } },
      { type: 'ics.BfuAfbrudt', data: { dato: `${aar}-06-01`, aarsag } },
    ),
  indsats: (aarsag = 'flytning') =>
    stroem(
      'indsats',
      { type: 'oekonomi.IndsatsBevilget', data: { afgoerelseDato: `${aar}-03-01` } },
      { type: 'oekonomi.IndsatsOphoert', data: { ophoertDato: `${aar}-06-01`, aarsag } },
    ),
});

describe.each([
  ['SEL', '2023', 'SEL § 152, stk. 1-2'],
  ['BL', '2024', 'BL § 132, stk. 1-2'],
])('Flytning under %s', (_lov, aar, hjemmel) => {
  const { bfu, indsats } = flyttet(aar);

  test('ender undersøgelse eller indsats, fordi familien flytter, skal den nye kommune underrettes', () => {
    expect(flytningUdenUnderretning([bfu(), indsats()])).toMatchObject([
      { kode: 'mellemkommunal-underretning', art: 'skal', hjemmel, enkeltsagId: 'bfu' },
      { kode: 'mellemkommunal-underretning', art: 'skal', hjemmel, enkeltsagId: 'indsats' },
    ]);
  });

  test('er den nye kommune underrettet, siden det begyndte, skal intet gøres; en tidligere flytning tæller ikke', () => {
    expect(flytningUdenUnderretning([bfu(), indsats(), sendt(`${aar}-05-25`)])).toEqual([]);
    expect(flytningUdenUnderretning([bfu(), sendt(`${aar}-02-01`)])).toHaveLength(1);
    // Logs from when the investigation itself told the new municipality.
    const fraUndersoegelsen = { type: 'ics.MellemkommunalUnderretningSendt', data: { dato: `${aar}-06-02` } };
    expect(flytningUdenUnderretning([[...bfu(), ...stroem('bfu', fraUndersoegelsen)]])).toEqual([]);
  });

  test('ender det af andre grunde, er der ingen at underrette', () => {
    expect(flytningUdenUnderretning([bfu('fyldt-18'), indsats('formaal-opnaaet')])).toEqual([]);
  });

  test('har undersøgelsen fundet, at barnet ikke har behov for støtte, er der intet at underrette om', () => {
    const undladt = stroem('u', { type: 'ics.MellemkommunalUnderretningUndladt', data: { dato: `${aar}-06-02` } });
    expect(flytningUdenUnderretning([bfu(), undladt])).toEqual([]);
  });
});

test('familien flytter efter nytår: barnets lov gælder, også når undersøgelsen blev besluttet efter serviceloven', () => {
  const bfu = stroem(
    'bfu',
    { type: 'ics.BfuBesluttet', data: { afgoerelseDato: '2023-11-10' } },
    { type: 'ics.BfuAfbrudt', data: { dato: '2024-04-10', aarsag: 'flytning' } },
  );
  expect(flytningUdenUnderretning([bfu])).toMatchObject([{ hjemmel: 'BL § 132, stk. 1-2' }]);
});
