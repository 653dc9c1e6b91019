import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { konklusionUdenIndsats } from './sagsvejledning.js';

const BFU = '00000000-0000-7000-8000-00000000000a';
const VISITATION = '00000000-0000-7000-8000-00000000000d';

type Haendelse = { readonly type: string; readonly data: object };
const stroem = (kind: string, ...haendelser: readonly Haendelse[]): readonly StoredEvent[] =>
  haendelser.map((h) => ({ ...h, kind }) as unknown as StoredEvent);
const undersoegelse = (stoetteNoedvendig: boolean, godkendt = true) =>
  stroem(
    'ics.undersoegelse',
    { type: 'ics.BfuKonkluderet', data: { bfuId: BFU, dato: '2024-05-01', stoetteNoedvendig } },
    ...(godkendt ? [{ type: 'ics.BfuGodkendt', data: { bfuId: BFU, godkendtDato: '2024-05-10' } }] : []),
  );
const sag = (...haendelser: readonly Haendelse[]) => stroem('sagsstyring.sag', ...haendelser);
const bevilling = (data: object) => stroem('oekonomi.indsats', { type: 'oekonomi.IndsatsBevilget', data });
const koder = (...stroemme: readonly (readonly StoredEvent[])[]) =>
  konklusionUdenIndsats([sag(), ...stroemme], '2024-06-01').map(({ kode, hjemmel }) => [kode, hjemmel]);

test('peger undersøgelsen på støtte, skal der træffes afgørelse, så barnet ikke venter (BL § 32)', () => {
  expect(koder(undersoegelse(true))).toEqual([['indsats-afgoerelse', 'BL § 32']]);
});

test('en afgørelse efter konklusionen, eller på undersøgelsens grundlag, er nok', () => {
  expect(koder(undersoegelse(true), bevilling({ afgoerelseDato: '2024-05-20' }))).toEqual([]);
  expect(koder(undersoegelse(true), bevilling({ afgoerelseDato: '2024-04-20', bfuId: BFU }))).toEqual([]);
  expect(koder(undersoegelse(true), bevilling({ afgoerelseDato: '2024-04-20' }))).toHaveLength(1);
});

test('en anbringelse er også en afgørelse, men kun efter konklusionen eller på undersøgelsens grundlag', () => {
  const anbragt = (data: object) => stroem('oekonomi.anbringelse', { type: 'oekonomi.AnbringelseBesluttet', data });
  expect(koder(undersoegelse(true), anbragt({ afgoerelseDato: '2024-05-20' }))).toEqual([]);
  expect(koder(undersoegelse(true), anbragt({ afgoerelseDato: '2024-04-20', bfuId: BFU }))).toEqual([]);
  expect(koder(undersoegelse(true), anbragt({ afgoerelseDato: '2024-04-20' }))).toHaveLength(1);
});

test('uden behov for støtte, eller før godkendelsen, er der ingen afgørelse at træffe', () => {
  expect(koder(undersoegelse(false))).toEqual([]);
  expect(koder(undersoegelse(true, false))).toEqual([]);
});

const afdaekning = (udfald: string) =>
  stroem('ics.undersoegelse', { type: 'ics.AfdaekningAfsluttet', data: { bfuId: BFU, dato: '2024-05-01', udfald } });

test.each([
  ['stoettende-indsats', 'BL § 32'],
  ['tidlig-indsats', 'BL § 30'],
])('peger en afdækning (BL § 19) på %s, skal der træffes afgørelse efter %s', (udfald, hjemmel) => {
  expect(koder(afdaekning(udfald))).toEqual([['indsats-afgoerelse', hjemmel]]);
});

test('afgørelsen efter afdækningen, eller på dens grundlag, er nok', () => {
  expect(koder(afdaekning('stoettende-indsats'), bevilling({ afgoerelseDato: '2024-05-01' }))).toEqual([]);
  expect(koder(afdaekning('stoettende-indsats'), bevilling({ afgoerelseDato: '2024-04-20', bfuId: BFU }))).toEqual([]);
  expect(koder(afdaekning('stoettende-indsats'), bevilling({ afgoerelseDato: '2024-04-20' }))).toHaveLength(1);
});

test('en afdækning, der er i gang eller ender uden støtte, peger ikke på en afgørelse (BL § 19)', () => {
  expect(koder(afdaekning('ingen-stoette'))).toEqual([]);
  expect(koder(stroem('ics.undersoegelse', { type: 'ics.AfdaekningBesluttet', data: { bfuId: BFU } }))).toEqual([]);
});

test('mens en visitation er i gang, er det den, der skal arbejdes i', () => {
  const aabnet = { type: 'sagsstyring.EnkeltsagAabnet', data: { art: 'visitation', enkeltsagId: VISITATION } };
  const lukket = { type: 'sagsstyring.EnkeltsagAfsluttet', data: { enkeltsagId: VISITATION } };
  const bfu = undersoegelse(true);
  expect(konklusionUdenIndsats([sag(aabnet), bfu], '2024-06-01')).toEqual([]);
  expect(konklusionUdenIndsats([sag(aabnet, lukket), bfu], '2024-06-01')).toHaveLength(1);
});
