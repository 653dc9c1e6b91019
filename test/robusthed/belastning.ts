import { randomUUID } from 'node:crypto';
import { type Instans } from './instans.js';

/** A command as the client knows it: it keeps key and body until it has an answer, and sends the same again. */
export interface Kommando {
  readonly noegle: string;
  readonly krop: { readonly barn: object; readonly beskrivelse: string } & Readonly<Record<string, unknown>>;
}

/** What the client was promised. */
export interface Kvittering extends Kommando {
  readonly underretningId: string;
  readonly barnId: string;
  readonly version: number;
  readonly position: number;
  /** The answer says that it was carried out before: the first answer never came. */
  readonly gentaget: boolean;
}

/**
 * Clients on connections of their own that notify without a pause. One that gets no answer, or is told that the system
 * cannot right now, waits until the system is ready and sends the same command again, as docs/api.md tells clients to.
 */
export class Belastning {
  readonly kvitteringer: Kvittering[] = [];
  /** Every problem that a client was given, by its type. */
  readonly problemer = new Set<string>();
  /** Sent and not answered. */
  underVejs = 0;
  /** Times that a connection ended before the answer came. */
  afbrudte = 0;
  private stoppet = false;
  private readonly klienter: Promise<void>[] = [];
  private readonly ventende: { readonly maal: () => boolean; readonly naaet: () => void }[] = [];

  constructor(
    private readonly instans: Instans,
    private readonly token: string,
    private readonly faellesBarn: string,
  ) {}

  start(klienter: number): void {
    for (let nr = 0; nr < klienter; nr += 1) this.klienter.push(this.klient());
  }

  /** No new commands; resolves when each that was begun has its answer. */
  async stop(): Promise<void> {
    this.stoppet = true;
    await Promise.all(this.klienter);
  }

  /** When so many more have been acknowledged than now. */
  flereKvitteringer(antal: number): Promise<void> {
    const maal = this.kvitteringer.length + antal;
    return this.naar(() => this.kvitteringer.length >= maal);
  }

  /** In the instant in which so many are under way; what follows at once happens in the middle of the load. */
  midtI(antal: number): Promise<void> {
    return this.naar(() => this.underVejs >= antal);
  }

  private naar(maal: () => boolean): Promise<void> {
    return new Promise((naaet) => {
      this.ventende.push({ maal, naaet });
    });
  }

  private nyt(): void {
    for (const venter of this.ventende.filter(({ maal }) => maal())) {
      this.ventende.splice(this.ventende.indexOf(venter), 1);
      venter.naaet();
    }
  }

  private async klient(): Promise<void> {
    for (let nr = 0; !this.stoppet; nr += 1) {
      const kommando = this.nyKommando(nr);
      let svar = await this.send(kommando);
      while (svar === undefined) {
        await this.instans.ventTilKlar();
        svar = await this.send(kommando);
      }
      this.kvitteringer.push(svar);
      this.nyt();
    }
  }

  // Every third is about one and the same child, so that writers also meet on a stream.
  private nyKommando(nr: number): Kommando {
    const noegle = randomUUID();
    return {
      noegle,
      krop: {
        barn: nr % 3 === 0 ? { barnId: this.faellesBarn } : { navn: `Barn ${noegle} Testesen` },
        modtaget: '2026-11-20T09:15:00+01:00',
        form: 'digital',
        underretter: { anonym: true, kode: '8' },
        aarsagKoder: ['UDSLAG14'],
        beskrivelse: `Underretning ${noegle}`,
      },
    };
  }

  /** The promise, or undefined when there was none. */
  async send({ noegle, krop }: Kommando): Promise<Kvittering | undefined> {
    this.underVejs += 1;
    const under = fetch(`${this.instans.api}/v1/underretninger`, {
      method: 'POST',
      headers: {
        authorization: this.token,
        'content-type': 'application/json',
        'idempotency-key': noegle,
        // No answer before the read models show it: what is stored and what is promised can be told apart.
        prefer: 'wait=30',
      },
      body: JSON.stringify(krop),
    });
    this.nyt();
    try {
      const svar = await under;
      const indhold = (await svar.json()) as Kvittering & { readonly type?: string };
      const { underretningId, barnId, version, position } = indhold;
      if (svar.status === 201) {
        const gentaget = svar.headers.get('idempotent-gentagelse') === 'true';
        return { noegle, krop, underretningId, barnId, version, position, gentaget };
      }
      this.problemer.add(`${String(svar.status)} ${indhold.type ?? ''}`);
      return undefined;
    } catch {
      this.afbrudte += 1;
      return undefined;
    } finally {
      this.underVejs -= 1;
    }
  }
}
