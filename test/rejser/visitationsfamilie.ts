import { randomUUID } from 'node:crypto';
import { type Rolle } from '../../src/platform/auth/actor.js';
import { REBILD, type TestApi } from '../../src/platform/testing/api.js';

type Svar = Record<string, unknown>;

/** Calls on the API as one user, in the fewest words. */
export interface Kald {
  post(sti: string, krop: object): Promise<{ readonly status: number; readonly body: Svar }>;
  /** The body of what must be made; fails with the answer when it is not. */
  lav(sti: string, krop: object): Promise<Svar>;
  get(sti: string): Promise<Svar>;
}

export async function somBruger(api: TestApi, bruger: string, roller: readonly Rolle[]): Promise<Kald> {
  const token = await api.token(bruger, REBILD, roller);
  const post = async (sti: string, krop: object) => {
    const svar = await api.request
      .post(`/v1${sti}`)
      .set('Authorization', token)
      .set('Idempotency-Key', randomUUID())
      .send(krop);
    return { status: svar.status, body: svar.body as Svar };
  };
  return {
    post,
    lav: async (sti, krop) => {
      const { status, body } = await post(sti, krop);
      expect([sti, status, status === 201 ? '' : body]).toEqual([sti, 201, '']);
      return body;
    },
    get: async (sti) => {
      const svar = await api.request.get(`/v1${sti}`).set('Authorization', token);
      expect([sti, svar.status]).toEqual([sti, 200]);
      return svar.body as Svar;
    },
  };
}

export interface Familie {
  readonly barnId: string;
  readonly sagId: string;
  readonly morId: string;
  readonly farId: string;
}

/** A child with a case and two parents; who has custody is told. */
export async function lavFamilie(
  kald: Kald,
  om: {
    readonly foedt: string;
    readonly oprettet: string;
    readonly morHarMyndighed?: boolean;
    readonly farHarMyndighed?: boolean;
  },
): Promise<Familie> {
  const { sagId, barnId } = await kald.lav('/sager', {
    barn: { navn: 'Barn Testesen', foedselsdato: om.foedt },
    omraade: 'social',
    grund: 'ansoegning',
    oprettet: om.oprettet,
  });
  const foraelder = async (art: 'mor' | 'far', foraeldremyndighed: boolean): Promise<string> => {
    const { personId } = await kald.lav('/personer', { art: 'voksen', navn: `${art} Testesen` });
    await kald.lav(`/personer/${String(barnId)}/relationer`, {
      ...{ personId, art, foraeldremyndighed },
      gaelderFra: om.foedt,
    });
    return String(personId);
  };
  return {
    barnId: String(barnId),
    sagId: String(sagId),
    morId: await foraelder('mor', om.morHarMyndighed ?? true),
    farId: await foraelder('far', om.farHarMyndighed ?? true),
  };
}
