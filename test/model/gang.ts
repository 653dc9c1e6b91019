import { randomUUID } from 'node:crypto';
import type fc from 'fast-check';
import { REBILD, type TestApi } from '../../src/platform/testing/api.js';
import { type Model, nyModel } from './tilstand.js';
import { type Anmodning, type Trin } from './trin.js';
import { type Verden } from './verden.js';

/** A step with how far into the casework it lies. */
export interface Dybtrin {
  readonly trin: Trin;
  readonly dybde: number;
}

/** One child's walk, with all that was asked of the API. */
export class Gang {
  readonly model: Model;
  /** What was done, for the one who reads a failure. */
  readonly spor: string[] = [];
  position = 0;
  /** How often each kind of step was taken lawfully. */
  private readonly taget = new Map<string, number>();

  constructor(
    private readonly api: TestApi,
    private readonly tokens: Readonly<Record<Anmodning['som'], string>>,
    readonly v: Verden,
    /** How often each kind of step was taken lawfully by any walk. */
    private readonly naaet: Map<string, number>,
    alder: number,
    /** Kinds of steps that are taken wherever they are lawful, because no walk has come to them. */
    private readonly soegte: ReadonlySet<string> = new Set(),
  ) {
    this.model = nyModel(v.regime, alder);
  }

  private soegt(trin: Trin): number {
    return this.soegte.has(slags(trin)) ? 1 : 0;
  }

  private gange(trin: Trin): number {
    return this.taget.get(slags(trin)) ?? 0;
  }

  async begynd(): Promise<void> {
    // Nobody has custody.
    const foedselsdato = `${String(Number(this.v.dato(0).slice(0, 4)) - this.model.alder)}-01-15`;
    const krop = { art: 'barn', navn: 'Alma Prøvesen', foedselsdato };
    const svar = await this.send({ som: 'alt', sti: '/personer', krop });
    this.model.barnId = String(svar.krop['personId']);
  }

  /** Takes one step, which must be lawful; unless it is only for another child than this. */
  async tag(trin: Trin): Promise<void> {
    if (trin.kun?.(this.model) === false) return;
    const anmodning = trin.anmod(this.model, this.v);
    if (anmodning?.forventet !== 'gemt') throw new Error(`${trin.navn}: cannot begin a walk`);
    await this.udfoer(trin, anmodning);
  }

  /** Takes one of the steps that a user might think of: the one that is wished for. */
  async gaa(kandidater: readonly Dybtrin[], oenske: Oenske): Promise<void> {
    const mulige = kandidater.flatMap(({ trin, dybde }) => {
      const anmodning = trin.anmod(this.model, this.v);
      return anmodning === null ? [] : [{ trin, dybde, anmodning, lovligt: anmodning.forventet === 'gemt' }];
    });
    const oensket = mulige.filter(({ lovligt }) => lovligt === (oenske !== 'ulovligt'));
    if (oenske === 'dybest') oensket.sort((a, b) => vej(b) - vej(a));
    if (oenske === 'nyt') oensket.sort((a, b) => this.gange(a.trin) - this.gange(b.trin) || vej(b) - vej(a));
    if (oenske !== 'ulovligt') oensket.sort((a, b) => this.soegt(b.trin) - this.soegt(a.trin));
    const [valgt = mulige[0]] = oensket;
    if (valgt !== undefined) await this.udfoer(valgt.trin, valgt.anmodning);
  }

  private async udfoer(trin: Trin, anmodning: Anmodning): Promise<void> {
    this.spor.push(`${trin.navn} → ${anmodning.forventet}`);
    const { forventet, gemt } = anmodning;
    const svar = await this.send(anmodning);
    const { type } = svar.krop as { type?: string };
    const kode = (type ?? '').replace('/problemer/', '');
    const faktisk = svar.status < 300 ? 'gemt' : `${String(svar.status)} ${kode}`;
    if (faktisk !== forventet) {
      throw new Error(
        `${trin.navn}: ventede ${forventet}, fik ${faktisk}: ${JSON.stringify(svar.krop)}\n${this.spor.join('\n')}`,
      );
    }
    if (faktisk === 'gemt') {
      this.naaet.set(slags(trin), (this.naaet.get(slags(trin)) ?? 0) + 1);
      this.taget.set(slags(trin), this.gange(trin) + 1);
      gemt(svar.krop, svar.position);
    }
    if (svar.status === 422 && svar.krop['paragraf'] === undefined && svar.krop['mangler'] !== undefined)
      throw new Error(`${trin.navn}: siger hvad der mangler, men ikke efter hvilken paragraf`);
  }

  /** The product's own view of the child's cases is the model's. */
  async slut(): Promise<void> {
    // A read waits a moment for the position that is sent; on a busy machine that is not enough for forty walks at once.
    expect(await this.api.platform.projections?.waitFor(REBILD, 'sagsstyring', this.position, 60_000)).toBe(true);
    const svar = await this.api.request
      .get(`/v1/sager?barnId=${this.model.barnId}&graense=200`)
      .set('Authorization', this.tokens.alt)
      .set('Haendelsesposition', String(this.position));
    const sager = (svar.body as { poster: { sagId: string; tilstand: string; sagsbehandler: string | null }[] }).poster;
    const vist = sager.map((s) => `${s.sagId} ${s.tilstand} ${String(s.sagsbehandler)}`).sort();
    const ventet = this.model.sager.map(
      (s) => `${s.id} ${s.lukket === null ? 'aaben' : 'lukket'} ${String(s.sagsbehandler)}`,
    );
    expect(vist).toEqual(ventet.sort());
  }

  private async send(
    anmodning: Pick<Anmodning, 'som' | 'sti' | 'krop' | 'metode' | 'set'>,
  ): Promise<{ status: number; krop: Readonly<Record<string, unknown>>; position: number }> {
    const { som, sti, krop, metode = 'POST', set } = anmodning;
    const svar = await this.api.app.inject({
      method: metode,
      url: `/v1${sti}`,
      headers: {
        authorization: this.tokens[som],
        'idempotency-key': randomUUID(),
        ...(metode === 'DELETE' ? {} : { 'content-type': 'application/json' }),
        prefer: 'respond-async',
        ...(set === undefined ? {} : { 'if-match': `"${String(set)}"` }),
      },
      ...(metode === 'DELETE' ? {} : { payload: JSON.stringify(krop) }),
    });
    const position = Number(svar.headers['haendelsesposition'] ?? 0);
    this.position = Math.max(this.position, position);
    return { status: svar.statusCode, krop: svar.json(), position };
  }
}

/** A step without what was drawn for it. */
export const slags = ({ navn }: Trin): string => navn.replace(/\(#?.*$/, '');

/** How far a step leads; a side track leads nowhere. */
const vej = ({ dybde, anmodning }: { readonly dybde: number; readonly anmodning: Anmodning }): number =>
  anmodning.sidespor === true ? -1 : dybde;

/** What a walk wants of its next step: to get far, to do what it has not done, anything lawful, or to be refused. */
export type Oenske = 'dybest' | 'nyt' | 'lovligt' | 'ulovligt';

/** One step of a walk: of some that a user might think of, the one that was wished for. */
export class Skridt implements fc.AsyncCommand<object, Gang> {
  constructor(
    private readonly kandidater: readonly Dybtrin[],
    private readonly oenske: Oenske,
  ) {}
  check(): boolean {
    return true;
  }
  async run(_model: object, gang: Gang): Promise<void> {
    await gang.gaa(this.kandidater, this.oenske);
  }
  toString(): string {
    return `${this.oenske} af [${this.kandidater.map(({ trin }) => trin.navn).join(', ')}]`;
  }
}
