/** Who the demo acts as; each is a named test user of the development identity provider. */
export type Bruger = string;

export interface Svar {
  readonly [felt: string]: unknown;
}

const FORSOEG = 5;

/** A thin HTTP client: token per user, a fixed Idempotency-Key per action, and a retry of what did not get through. */
export class Klient {
  private readonly tokens = new Map<Bruger, Promise<string>>();
  /** Commands that were answered, and those of them that an earlier run had already sent. */
  kommandoer = 0;
  gentagelser = 0;

  constructor(
    private readonly api: string,
    private readonly nytToken: (bruger: Bruger) => Promise<string>,
  ) {}

  async post(bruger: Bruger, sti: string, noegle: string, krop: object): Promise<Svar> {
    for (let forsoeg = 1; ; forsoeg += 1) {
      const svar = await fetch(`${this.api}/v1${sti}`, {
        method: 'POST',
        headers: { ...(await this.hoveder(bruger)), 'content-type': 'application/json', 'idempotency-key': noegle },
        body: JSON.stringify(krop),
      }).catch((fejl: unknown) => fejl as Error);
      if (svar instanceof Error || svar.status >= 500) {
        // The same key again: what was saved is not saved twice.
        if (forsoeg < FORSOEG) continue;
        throw svar instanceof Error
          ? svar
          : new Error(`POST ${sti} (${noegle}) answered ${svar.status}: ${await svar.text()}`);
      }
      if (!svar.ok) throw new Error(`POST ${sti} (${noegle}) answered ${svar.status}: ${await svar.text()}`);
      this.kommandoer += 1;
      if (svar.headers.get('idempotent-gentagelse') === 'true') this.gentagelser += 1;
      return (await svar.json()) as Svar;
    }
  }

  async hent(bruger: Bruger, sti: string): Promise<Svar> {
    return JSON.parse(await this.hentTekst(bruger, sti)) as Svar;
  }

  async hentTekst(bruger: Bruger, sti: string): Promise<string> {
    const svar = await fetch(`${this.api}/v1${sti}`, { headers: await this.hoveder(bruger) });
    const tekst = await svar.text();
    if (!svar.ok) throw new Error(`GET ${sti} answered ${svar.status}: ${tekst}`);
    return tekst;
  }

  private async hoveder(bruger: Bruger): Promise<Record<string, string>> {
    let token = this.tokens.get(bruger);
    if (token === undefined) {
      token = this.nytToken(bruger);
      this.tokens.set(bruger, token);
    }
    return { authorization: `Bearer ${await token}` };
  }
}

/** Tokens of the named test users, from the development identity provider. */
export function testbrugertokens(udsteder: string): (bruger: Bruger) => Promise<string> {
  return async (bruger) => {
    const svar = await fetch(`${udsteder}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:boernesag:testbruger', client_id: 'curl', bruger }),
    });
    const { access_token } = (await svar.json()) as { access_token?: string };
    if (access_token === undefined) throw new Error(`No token for ${bruger}: ${svar.status}`);
    return access_token;
  };
}

/** The text in a field of an answer. */
export function id(svar: Svar, felt: string): string {
  const vaerdi = svar[felt];
  if (typeof vaerdi !== 'string') throw new Error(`The answer has no ${felt}: ${JSON.stringify(svar)}`);
  return vaerdi;
}

/** Works through a list with so many at a time; the first failure ends it. */
export async function iParallel<T>(
  liste: readonly T[],
  ad_gangen: number,
  arbejde: (emne: T) => Promise<void>,
): Promise<void> {
  const naeste = liste.values();
  const arbejder = async (): Promise<void> => {
    for (const emne of naeste) await arbejde(emne);
  };
  await Promise.all(Array.from({ length: ad_gangen }, arbejder));
}
