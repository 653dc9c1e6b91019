import { randomUUID } from 'node:crypto';
import { FixedClock } from '../../src/platform/clock.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

/** Known at once: the investigation is a duty, also where the case has not been screened (BL § 20, stk. 1). */
export const GRUND = { grunde: ['alvorlig-eller-kompleks'] };
export const AFDAEKNING = {
  opmaerksomDato: '2024-03-01',
  afgoerelseDato: '2024-03-05',
  forhold: ['skoleforhold'],
  begrundelse: 'Fraværet skal belyses.',
};

/** Investigations through HTTP on 28 June 2024: a server for the file's tests, what a team leader does, and what a caseworker reads. */
export function undersoegelsesrejse() {
  let api: TestApi;
  let teamleder: string;
  let sagsbehandler: string;

  beforeAll(async () => {
    api = await startTestApi({ clock: FixedClock.at('2024-06-28T10:00:00+02:00') });
    [teamleder, sagsbehandler] = await Promise.all([
      api.token('tl01', REBILD, ['teamleder']),
      api.token('sb01', REBILD, ['sagsbehandler']),
    ]);
  });
  afterAll(() => api.stop());

  const send = (sti: string, krop: object, token = teamleder) =>
    api.request.post(`/v1${sti}`).set('Authorization', token).set('Idempotency-Key', randomUUID()).send(krop);
  const hent = async (sti: string): Promise<Record<string, unknown>> => {
    const svar = await api.request.get(`/v1${sti}`).set('Authorization', sagsbehandler);
    expect([sti, svar.status]).toEqual([sti, 200]);
    return svar.body as Record<string, unknown>;
  };
  /** A step that is lawful; what it answers. */
  async function sket(sti: string, krop: object): Promise<Record<string, string>> {
    const svar = await send(sti, krop);
    const kvittering = svar.body as Record<string, string>;
    expect([sti, svar.status, kvittering['detail']]).toEqual([sti, 201, undefined]);
    return kvittering;
  }
  /** A step that the law refuses: its code and paragraph. */
  async function afvist(sti: string, krop: object): Promise<readonly [number, string, string | undefined]> {
    const svar = await send(sti, krop);
    const { type = '', paragraf } = svar.body as Record<string, string>;
    return [svar.status, type.split('/').at(-1) ?? '', paragraf];
  }
  async function sagMed(barn: object, oprettet = '2024-01-10'): Promise<{ sagId: string; barnId: string }> {
    const { sagId, barnId } = await sket('/sager', { barn, omraade: 'social', grund: 'ansoegning', oprettet });
    return { sagId: sagId ?? '', barnId: barnId ?? '' };
  }
  const frister = async (sagId: string) =>
    ((await hent(`/frister?sagId=${sagId}&graense=200`)) as { poster: Record<string, string>[] }).poster;
  const skridt = async (sagId: string) =>
    ((await hent(`/sager/${sagId}/naeste-skridt`)) as { skridt: { kode: string; hjemmel?: string }[] }).skridt;
  return { send, hent, sket, afvist, sagMed, frister, skridt };
}
