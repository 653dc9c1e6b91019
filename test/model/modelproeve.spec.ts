import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { createPool } from '../../src/platform/db/pool.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Rebuild, differs } from '../../src/platform/projection/rebuild.js';
import { ReadModelSchema } from '../../src/platform/projection/read-model-schema.js';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { ventedeFrister, type VentetFrist } from './frister.js';
import { type Model, nyModel } from './tilstand.js';
import { type Anmodning, type Trin } from './trin.js';
import { afdaekningstrin } from './trin_afdaekning.js';
import { bfutrin } from './trin_bfu.js';
import { ansoegningstrin } from './trin_ansoegning.js';
import { flytningstrin } from './trin_flytning.js';
import { indsigtstrin } from './trin_indsigt.js';
import { sagstrin } from './trin_sag.js';
import { underretningstrin } from './trin_underretning.js';
import { verden, type Verden } from './verden.js';

/**
 * Random walks of lawful and unlawful steps through the API, held against a small reference model: the same answer to
 * every step, never a 5xx, and at the end no state and no deadline that the model does not have. MODELLOEB sets how many
 * walks there are under each act; a failing walk is shown shortened, with the seed that gives it again.
 */
const LOEB = Number(process.env['MODELLOEB'] ?? 1000);
/** Walks at the same time: they meet in the log's one order, as users do, and share its commits (4: 20 s for 200 walks, 40: 13 s). */
const SAMTIDIGE = 40;
const LAENGSTE = 20;

/** A step with how far into the casework it lies. */
interface Dybtrin {
  readonly trin: Trin;
  readonly dybde: number;
}

/** One child's walk, with all that was asked of the API. */
class Gang {
  readonly model: Model;
  /** What was done, for the one who reads a failure. */
  readonly spor: string[] = [];
  position = 0;

  constructor(
    private readonly api: TestApi,
    private readonly tokens: Readonly<Record<Anmodning['som'], string>>,
    readonly v: Verden,
    /** The kinds of steps that some walk has taken lawfully. */
    private readonly naaet: Set<string>,
  ) {
    this.model = nyModel(v.regime);
  }

  async begynd(): Promise<void> {
    // Eight years old: a party under neither act, and nobody has custody.
    const foedselsdato = `${String(Number(this.v.dato(0).slice(0, 4)) - 8)}-01-15`;
    const { krop } = await this.post('alt', '/personer', { art: 'barn', navn: 'Alma Prøvesen', foedselsdato });
    this.model.barnId = String(krop['personId']);
  }

  async gaa(kandidater: readonly Dybtrin[], oenske: Oenske): Promise<void> {
    const mulige = kandidater.flatMap(({ trin, dybde }) => {
      const anmodning = trin.anmod(this.model, this.v);
      return anmodning === null ? [] : [{ trin, dybde, anmodning, lovligt: anmodning.forventet === 'gemt' }];
    });
    const oensket = mulige.filter(({ lovligt }) => lovligt === (oenske !== 'ulovligt'));
    if (oenske === 'dybest') oensket.sort((a, b) => vej(b) - vej(a));
    const [valgt = mulige[0]] = oensket;
    if (valgt === undefined) return;
    const { trin, anmodning } = valgt;
    this.spor.push(`${trin.navn} → ${anmodning.forventet}`);
    const { som, sti, krop, forventet, gemt } = anmodning;
    const svar = await this.post(som, sti, krop);
    const { type } = svar.krop as { type?: string };
    const kode = (type ?? '').replace('/problemer/', '');
    const faktisk = svar.status < 300 ? 'gemt' : `${String(svar.status)} ${kode}`;
    if (faktisk !== forventet) {
      throw new Error(
        `${trin.navn}: ventede ${forventet}, fik ${faktisk}: ${JSON.stringify(svar.krop)}\n${this.spor.join('\n')}`,
      );
    }
    if (faktisk === 'gemt') {
      this.naaet.add(slags(trin));
      gemt(svar.krop);
    }
    if (svar.status === 422 && svar.krop['paragraf'] === undefined && svar.krop['mangler'] !== undefined)
      throw new Error(`${trin.navn}: siger hvad der mangler, men ikke efter hvilken paragraf`);
  }

  /** The product's own view of the child's cases is the model's. */
  async slut(): Promise<void> {
    const { body } = await this.api.request
      .get(`/v1/sager?barnId=${this.model.barnId}&graense=200`)
      .set('Authorization', this.tokens.alt)
      .set('Haendelsesposition', String(this.position));
    const sager = (body as { poster: { sagId: string; tilstand: string; sagsbehandler: string | null }[] }).poster;
    const vist = sager.map((s) => `${s.sagId} ${s.tilstand} ${String(s.sagsbehandler)}`).sort();
    const ventet = this.model.sager.map(
      (s) => `${s.id} ${s.lukket === null ? 'aaben' : 'lukket'} ${String(s.sagsbehandler)}`,
    );
    expect(vist).toEqual(ventet.sort());
  }

  private async post(
    som: Anmodning['som'],
    sti: string,
    krop: object,
  ): Promise<{ status: number; krop: Readonly<Record<string, unknown>> }> {
    const svar = await this.api.app.inject({
      method: 'POST',
      url: `/v1${sti}`,
      headers: {
        authorization: this.tokens[som],
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
        prefer: 'respond-async',
      },
      payload: JSON.stringify(krop),
    });
    this.position = Math.max(this.position, Number(svar.headers['haendelsesposition'] ?? 0));
    return { status: svar.statusCode, krop: svar.json() };
  }
}

/** A step without what was drawn for it. */
const slags = ({ navn }: Trin): string => navn.replace(/\(#?.*$/, '');

/** How far a step leads; a side track leads nowhere. */
const vej = ({ dybde, anmodning }: { readonly dybde: number; readonly anmodning: Anmodning }): number =>
  anmodning.sidespor === true ? -1 : dybde;

type Oenske = 'dybest' | 'lovligt' | 'ulovligt';

/** One step of a walk: of some that a user might think of, the one that was wished for. */
class Skridt implements fc.AsyncCommand<object, Gang> {
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

describe.each(['SEL', 'BL'] as const)('Tilfældige forløb efter %s', (regime) => {
  const v = verden(regime);
  const ventede: VentetFrist[] = [];
  const naaet = new Set<string>();
  const arbitraere = [
    ...underretningstrin(v),
    ...flytningstrin,
    ...ansoegningstrin,
    ...indsigtstrin,
    ...sagstrin,
    ...afdaekningstrin,
    ...bfutrin,
  ];
  const trin = arbitraere.map((arbitrary, dybde) => arbitrary.map((et): Dybtrin => ({ trin: et, dybde })));
  const skridt = fc
    .tuple(
      fc.array(fc.oneof(...trin), { minLength: 12, maxLength: 12 }),
      fc.constantFrom<Oenske>('dybest', 'dybest', 'dybest', 'lovligt', 'ulovligt', 'ulovligt'),
    )
    .map(([kandidater, oenske]) => new Skridt(kandidater, oenske));
  let api: TestApi;
  let tokens: Record<Anmodning['som'], string>;

  beforeAll(async () => {
    api = await startTestApi({ clock: FixedClock.at(v.nu) });
    const alt = await api.token('alt01', REBILD, ['modtagelse', 'sagsbehandler', 'teamleder']);
    const [sb01 = '', sb02 = '', sb03 = ''] = await Promise.all(
      ['sb01', 'sb02', 'sb03'].map((bruger) => api.token(bruger, REBILD, ['sagsbehandler'])),
    );
    tokens = { alt, sb01, sb02, sb03 };
  });
  afterAll(() => api.stop());

  const gaaTur = (numRuns: number) =>
    fc.assert(
      fc.asyncProperty(fc.commands([skridt], { maxCommands: LAENGSTE, size: 'max' }), async (gaaende) => {
        const gang = new Gang(api, tokens, v, naaet);
        await gang.begynd();
        await fc.asyncModelRun(() => ({ model: {}, real: gang }), gaaende);
        await gang.slut();
        ventede.push(...ventedeFrister(gang.model, v));
      }),
      { numRuns },
    );

  it(`hvert skridt besvares, som loven siger (${String(LOEB)} forløb)`, async () => {
    await Promise.all(Array.from({ length: SAMTIDIGE }, () => gaaTur(Math.ceil(LOEB / SAMTIDIGE))));
  }, 280_000);

  it('ingen frist mangler, og ingen er for meget eller har forkert dato eller status', async () => {
    expect(await api.platform.projections?.caughtUp(30_000)).toBe(true);
    const regler = new Set(ventede.map(({ regel }) => regel));
    const fundne: VentetFrist[] = [];
    for (let naeste: string | null = ''; naeste !== null;) {
      const { body } = await api.request
        .get(`/v1/frister?graense=200${naeste === '' ? '' : `&efter=${naeste}`}`)
        .set('Authorization', tokens.alt);
      const side = body as { poster: VentetFrist[]; naeste: string | null };
      fundne.push(...side.poster.filter(({ regel }) => regler.has(regel)));
      naeste = side.naeste;
    }
    const somTekst = (f: VentetFrist) => `${f.enkeltsagId} ${f.regel} ${f.forfald} ${f.status}`;
    expect(ventede.length).toBeGreaterThan(LOEB);
    expect(fundne.map(somTekst).sort()).toEqual(ventede.map(somTekst).sort());
  }, 60_000);

  it('kæden er hel, og læsemodellerne bygget op igen er de samme, også fristerne', async () => {
    expect(await api.store.verify(REBILD)).toEqual([]);
    const owner = createPool(api.database.ownerUrl, { name: 'rebuild', max: 2 });
    const projections = boundedContexts(indlaesLovpakke()).flatMap((context) => context.projections);
    const rebuild = new Rebuild(
      { store: api.store, pool: api.platform.pool, schema: new ReadModelSchema(owner) },
      projections,
    );
    try {
      await rebuild.prepare();
      expect((await rebuild.compareWithLive(REBILD)).filter(differs)).toEqual([]);
    } finally {
      await rebuild.drop();
      await owner.end();
    }
  }, 60_000);
});
