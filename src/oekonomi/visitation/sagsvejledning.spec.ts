import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { tvangssporUdenSvar } from './sagsvejledning.js';

const V = '00000000-0000-7000-8000-00000000000a';
const SAG = '00000000-0000-7000-8000-00000000000b';
const BARN = '00000000-0000-7000-8000-00000000000c';
const id = { visitationId: V, barnId: BARN, sagId: SAG };

type Haendelse = { readonly type: string; readonly data: object };
const stroem = (kind: string, ...haendelser: readonly Haendelse[]): readonly StoredEvent[] =>
  haendelser.map((h) => ({ ...h, kind }) as unknown as StoredEvent);

const LOVE = [
  { regime: 'SEL', aar: '2023', anbringelse: 'SEL § 58', indsats: 'SEL §§ 56, 57 a og 57 b' },
  { regime: 'BL', aar: '2024', anbringelse: 'BL §§ 47 og 51', indsats: 'BL §§ 37-39' },
] as const;

describe.each(LOVE)('Når der er sagt nej ($regime)', (lov) => {
  const dag = (d: string): string => `${lov.aar}-${d}`;
  const overgivet = (anbringelse: boolean) =>
    stroem(
      'oekonomi.visitation',
      { type: 'oekonomi.VisitationPaabegyndt', data: { ...id, dato: dag('03-01'), formaal: 'Ro.' } },
      { type: 'oekonomi.IndsatsForeslaaet', data: { ...id, nummer: 1, dato: dag('03-02'), forslagId: V, anbringelse } },
      { type: 'oekonomi.VisitationOvergivetTilTvang', data: { ...id, dato: dag('03-08'), spor: ['x'] } },
    );
  const skridt = (anbringelse: boolean, ...andre: readonly (readonly StoredEvent[])[]) =>
    tvangssporUdenSvar([overgivet(anbringelse), ...andre], dag('04-01')).map((s) => [s.art, s.kode, s.hjemmel]);

  test(`til en anbringelse, skal sagen for udvalget (${lov.anbringelse})`, () => {
    expect(skridt(true)).toEqual([['skal', 'buu-sag-rejsning', lov.anbringelse]]);
  });

  test(`til en indsats, skal der tages stilling til hjælp uden samtykke (${lov.indsats})`, () => {
    expect(skridt(false)).toEqual([['skal', 'indsats-uden-samtykke-stillingtagen', lov.indsats]]);
  });

  test.each<[string, string, Haendelse, boolean]>([
    ['sagen rejst', 'sagsstyring.buu-sag', { type: 'sagsstyring.BuuSagRejst', data: { dato: '03-08' } }, true],
    [
      'sagen rejst før nejet',
      'sagsstyring.buu-sag',
      { type: 'sagsstyring.BuuSagRejst', data: { dato: '03-07' } },
      false,
    ],
    [
      'formandens afgørelse',
      'sagsstyring.formandsafgoerelse',
      { type: 'sagsstyring.ForeloebigAfgoerelseTruffet', data: { truffet: '03-08T22:00:00+01:00' } },
      true,
    ],
    [
      'en ny visitation',
      'oekonomi.visitation',
      { type: 'oekonomi.VisitationPaabegyndt', data: { dato: '03-09' } },
      true,
    ],
    [
      'et pålæg',
      'sagsstyring.afgoerelse',
      { type: 'sagsstyring.AfgoerelseTruffet', data: { dato: '03-20', afgoerelseKode: 'foraeldrepaalaeg' } },
      true,
    ],
    [
      'en afgørelse om andet',
      'sagsstyring.afgoerelse',
      { type: 'sagsstyring.AfgoerelseTruffet', data: { dato: '03-20', afgoerelseKode: 'samvaer' } },
      false,
    ],
  ])('%s: er det svar nok?', (_navn, kind, { type, data }, svar) => {
    const iAaret = Object.fromEntries(
      Object.entries(data).map(([felt, v]) => [felt, /^\d\d-/.test(String(v)) ? dag(String(v)) : v] as const),
    );
    expect(skridt(true, stroem(kind, { type, data: iAaret }))).toHaveLength(svar ? 0 : 1);
  });

  test('en visitation, der ikke er overgivet, giver intet skridt', () => {
    expect(tvangssporUdenSvar([overgivet(true).slice(0, 2)], dag('04-01'))).toEqual([]);
  });
});
