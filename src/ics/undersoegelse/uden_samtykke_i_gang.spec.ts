import { type DomainEvent } from '../../platform/eventstore/event-declaration.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type UndersoegelseKommando } from './kommandoer.js';
import { BEGGE_LOVE, beslutBfu, BFU, dag, efter, haendelser, udenSamtykke } from './testing/proeveforloeb.js';
import { udenSamtykkeIGang, udenSamtykkeISagen } from './uden_samtykke_i_gang.js';
import { undersoegelseDecider } from './undersoegelse.js';

const BUU = udenSamtykke('BL').buuSagId;
const ANDEN_BUU = '00000000-0000-7000-8000-000000000078';

describe.each(BEGGE_LOVE)('En undersøgelse uden samtykke, der er i gang, under %s (SEL § 51, BL § 23)', (regime) => {
  const begynd: UndersoegelseKommando = { type: 'BegyndOphold', dato: dag(regime, '03-01'), gennemfoert: null };
  const ophoer: UndersoegelseKommando = { type: 'OphoerOphold', dato: dag(regime, '04-01') };
  const afslut: UndersoegelseKommando = { type: 'AfslutUdenSamtykke', dato: dag(regime, '04-02'), resultat: 'Ro.' };
  const afbryd: UndersoegelseKommando = {
    ...{ type: 'AfbrydBfu', dato: dag(regime, '04-10'), aarsag: 'behov-bortfaldet', regime, begrundelse: 'Trives.' },
  };
  const igang = (...mere: readonly UndersoegelseKommando[]) => {
    const { state } = efter(regime, beslutBfu(regime), ...mere);
    return state.fase === 'findes-ikke' ? undefined : udenSamtykkeIGang(state);
  };

  test('er den, fra udvalgets afgørelse er taget i brug, til den er afsluttet eller undersøgelsen er afbrudt', () => {
    const uden = udenSamtykke(regime);
    expect(igang()).toBeNull();
    expect(igang(uden)).toEqual({ bfuId: BFU, buuSagId: BUU, opholdIGang: false });
    expect(igang(uden, begynd)).toMatchObject({ opholdIGang: true });
    expect(igang(uden, begynd, ophoer)).toMatchObject({ opholdIGang: false });
    expect(igang(uden, begynd, ophoer, afslut)).toBeNull();
    // Nobody can end it in an investigation that was broken off, so it is not asked for there.
    expect(igang(uden, afbryd)).toBeNull();
  });

  test('er den af udvalgets egen sag, blandt alt i barnets sag', () => {
    const stroem = (buuSagId: string): readonly StoredEvent[] =>
      haendelser(regime, beslutBfu(regime), udenSamtykke(regime, { buuSagId })).map(
        ({ type, data }: DomainEvent, nr) =>
          ({ type, data, kind: undersoegelseDecider.kind, version: nr + 1 }) as StoredEvent,
      );
    expect(udenSamtykkeISagen([stroem(BUU)], ANDEN_BUU)).toBeNull();
    expect(udenSamtykkeISagen([stroem(BUU), stroem(ANDEN_BUU)], ANDEN_BUU)?.buuSagId).toBe(ANDEN_BUU);
  });
});
