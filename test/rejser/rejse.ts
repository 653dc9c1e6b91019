import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type Rolle } from '../../src/platform/auth/actor.js';
import { FixedClock } from '../../src/platform/clock.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

export type Krop = Readonly<Record<string, unknown>>;

export interface Frist {
  readonly regel: string;
  readonly status: string;
  readonly forfald: string;
  readonly hjemmel: string;
  readonly enkeltsagId: string;
}

/** Users are named by what they do: mo01, sb02, tl01, re01. */
const ROLLER: Readonly<Record<string, readonly Rolle[]>> = {
  mo: ['modtagelse'],
  sb: ['sagsbehandler'],
  tl: ['teamleder'],
  re: ['revisor'],
};

/** The application as its users see it, on days that are counted from the first; the clock is moved, never waited for. */
export class Rejse {
  private constructor(
    readonly api: TestApi,
    private readonly foersteDag: string,
    private readonly ur: FixedClock,
  ) {}

  static async begynd(foersteDag: string): Promise<Rejse> {
    const ur = FixedClock.at('2000-01-01T00:00:00Z');
    const rejse = new Rejse(await startTestApi({ clock: ur }), foersteDag, ur);
    rejse.naar(0);
    return rejse;
  }

  dag(n: number): string {
    return Temporal.PlainDate.from(this.foersteDag).add({ days: n }).toString();
  }

  kl(n: number, time: string): string {
    return Temporal.PlainDateTime.from(`${this.dag(n)}T${time}`)
      .toZonedDateTime('Europe/Copenhagen')
      .toString({ timeZoneName: 'never' });
  }

  naar(n: number, time = '10:00'): void {
    this.ur.set(this.kl(n, time));
  }

  async post(bruger: string, sti: string, krop: object, hoveder: Readonly<Record<string, string>> = {}) {
    return this.api.request
      .post(`/v1${sti}`)
      .set({ Authorization: await this.token(bruger), 'Idempotency-Key': randomUUID(), ...hoveder })
      .send(krop);
  }

  async get(bruger: string, sti: string) {
    return this.api.request.get(`/v1${sti}`).set('Authorization', await this.token(bruger));
  }

  /** A command that must be taken; the answer. */
  async send(bruger: string, sti: string, krop: object): Promise<Krop> {
    const svar = await this.post(bruger, sti, krop);
    expect([sti, svar.status, (svar.body as Krop)['detail']]).toEqual([sti, 201, undefined]);
    return svar.body as Krop;
  }

  /** A reading that must be answered. */
  async hent(bruger: string, sti: string): Promise<Krop> {
    const svar = await this.get(bruger, sti);
    expect([sti, svar.status, (svar.body as Krop)['detail']]).toEqual([sti, 200, undefined]);
    return svar.body as Krop;
  }

  async frister(valg: string): Promise<readonly Frist[]> {
    return (await this.hent('tl01', `/frister?graense=200&${valg}`))['poster'] as readonly Frist[];
  }

  private token(bruger: string): Promise<string> {
    return this.api.token(bruger, REBILD, ROLLER[bruger.slice(0, 2)] ?? []);
  }
}

/** A notification by telephone from the school, unless another is said. */
export function underretning(modtaget: string, mere: Krop): Krop {
  return {
    modtaget,
    form: 'telefonisk',
    underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'inga@skole.example' },
    aarsagKoder: ['UDSLAG14'],
    beskrivelse: 'Barnet møder uden madpakke.',
    ...mere,
  };
}

export function akutvurdering(vurderet: string): Krop {
  return {
    vurderet,
    akut: false,
    risikofaktorer: 'Gentagen bekymring.',
    beskyttelsesfaktorer: 'Mormor.',
    begrundelse: 'Ikke i fare.',
  };
}

/** All six themes of serviceloven; only the school matters here. */
export function temaer(dato: string): Krop {
  const koder = [
    'udvikling-og-adfaerd',
    'familieforhold',
    'skoleforhold',
    'sundhedsforhold',
    'fritidsforhold-og-venskaber',
    'andre-relevante-forhold',
  ];
  return {
    dato,
    temaer: koder.map((tema) => ({
      tema,
      relevant: tema === 'skoleforhold',
      begrundelse: 'Bekymringen handler om skolen.',
    })),
  };
}
