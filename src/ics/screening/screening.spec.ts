import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { type ScreenSag, screeningDecider, SagScreenet } from './screening.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { screeningUdenAfgoerelse } from './vejledning.js';

const ID = (nr: number): string => `00000000-0000-7000-8000-0000000000${String(nr).padStart(2, '0')}`;
const tilhoer = { screeningId: ID(1), barnId: ID(2), sagId: ID(3) };
const nu = context('2024-06-01T10:00:00+02:00');
const screen: ScreenSag = {
  ...{ type: 'ScreenSag', ...tilhoer, dato: '2024-03-04', regime: 'BL' },
  ...{ udfald: 'afdaekning', begrundelse: 'Fravær alene.' },
};
const screenet = (dato: string, udfald: ScreenSag['udfald'] = 'afdaekning') =>
  event(SagScreenet, { ...tilhoer, dato, udfald, begrundelse: 'Fravær alene.' });

describe('Screening af en sag, der ikke kom af en underretning (BL § 18, stk. 1-2)', () => {
  test.each(['ingen-afdaekning', 'afdaekning', 'bfu'] as const)('til sporet %s', (udfald) => {
    const { type: _type, regime: _regime, ...data } = { ...screen, udfald };
    expect(given(screeningDecider).then({ ...screen, udfald }, nu)).toEqual([event(SagScreenet, data)]);
  });

  test('findes ikke før 2024: dér er vejen den børnefaglige undersøgelse (SEL § 50)', () => {
    expect(given(screeningDecider).refused({ ...screen, dato: '2023-12-31', regime: 'SEL' }, nu)).toMatchObject({
      kode: 'screening-findes-ikke',
      mere: { felt: 'dato', paragraf: 'SEL § 50' },
    });
  });

  test('kan ikke ske i morgen og ikke før den seneste (BL § 18); den samme dag kan den ske igen', () => {
    expect(given(screeningDecider).refused({ ...screen, dato: '2024-06-02' }, nu).kode).toBe('dato-i-fremtiden');
    const igen = given(screeningDecider, screenet('2024-03-04'));
    expect(igen.refused({ ...screen, dato: '2024-03-03' }, nu)).toMatchObject({
      kode: 'forkert-raekkefoelge',
      mere: { paragraf: 'BL § 18' },
    });
    expect(igen.then(screen, nu)).toHaveLength(1);
  });
});

describe('Det, en screening fører til, bliver besluttet (BL §§ 19-20)', () => {
  type Haendelse = { readonly type: string; readonly data: object };
  const stroem = (kind: string, ...haendelser: readonly Haendelse[]): readonly StoredEvent[] =>
    haendelser.map((h) => ({ ...h, kind, streamId: ID(9) }) as unknown as StoredEvent);
  const aabnet = (art: string, dag: string) => ({
    type: 'sagsstyring.EnkeltsagAabnet',
    data: { enkeltsagId: ID(7), art, aabnet: dag },
  });
  const afsluttet = (dag: string) => ({
    type: 'sagsstyring.EnkeltsagAfsluttet',
    data: { enkeltsagId: ID(7), afsluttet: dag },
  });
  const koder = (udfald: ScreenSag['udfald'], ...sag: readonly Haendelse[]) =>
    screeningUdenAfgoerelse([
      stroem('sagsstyring.sag', ...sag),
      stroem('ics.screening', screenet('2024-03-04', udfald)),
    ]).map(({ kode, art, hjemmel }) => [kode, art, hjemmel]);
  const AFDAEKNING = [['afdaekning-afgoerelse', 'skal', 'BL § 19']];
  const BFU = [['bfu-afgoerelse', 'skal', 'BL § 20, stk. 1-2']];

  test('uden en beslutning står den som det næste skridt', () => {
    expect([koder('afdaekning'), koder('bfu'), koder('ingen-afdaekning')]).toEqual([AFDAEKNING, BFU, []]);
  });

  test('en afdækning eller en undersøgelse er nok til sporet afdækning, kun en undersøgelse til sporet bfu', () => {
    expect(koder('afdaekning', aabnet('afdaekning', '2024-03-05'))).toEqual([]);
    expect(koder('afdaekning', aabnet('bfu', '2024-03-05'))).toEqual([]);
    expect(koder('bfu', aabnet('afdaekning', '2024-03-05'))).toEqual(BFU);
    expect(koder('bfu', aabnet('bfu', '2024-03-05'))).toEqual([]);
  });

  test('én, der sluttede før screeningen, tæller ikke; én, der var i gang på dagen, gør', () => {
    const foer = aabnet('afdaekning', '2024-01-05');
    expect(koder('afdaekning', foer, afsluttet('2024-03-03'))).toEqual(AFDAEKNING);
    expect(koder('afdaekning', foer, afsluttet('2024-03-04'))).toEqual([]);
    expect(koder('afdaekning', foer)).toEqual([]);
  });
});
