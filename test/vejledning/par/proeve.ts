import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, type Kommando, type Sagt, type Situation } from './begreber.js';

/** Of these the guidance says whenever they may be taken, so what it does not say is refused. */
const ALTID_SAGT = ['sag-lukning', 'sag-genaabning', 'bfu-undersoegelse'];

/** Takes what the guidance says by the real commands, under one of the acts, and keeps what has been said and tried. */
export class Proeve {
  readonly kommandoer: Emne['kommandoer'];
  /** What has been said, in some situation: step -> the paragraphs that it was said with. */
  readonly sagte = new Map<string, Set<string>>();
  /** Step and art -> in how many situations it has been tried. */
  private readonly proevede = new Map<string, number>();

  constructor(
    private readonly f: () => Forloeb,
    readonly emner: readonly Emne[],
    /** In how many situations each step is tried, whatever its emne says. */
    private readonly hoejst = Infinity,
  ) {
    this.kommandoer = Object.assign({}, ...emner.map(({ kommandoer }) => kommandoer)) as Emne['kommandoer'];
  }

  get proevedeKoder(): ReadonlySet<string> {
    return new Set([...this.proevede.keys()].map((noegle) => noegle.split(' ')[1] ?? ''));
  }

  async vejledningen({ sagId }: Situation): Promise<readonly Sagt[]> {
    const svar = await this.f().get('sb01', `/sager/${sagId}/naeste-skridt`);
    return (svar.body as { skridt: readonly Sagt[] }).skridt;
  }

  /** Every step of the situation, each in one of its own. */
  async proev(emne: Emne, situation: () => Promise<Situation>): Promise<void> {
    const s = await situation();
    const skridt = new Map((await this.vejledningen(s)).map((sagt) => [sagt.kode, sagt]));
    for (const { kode, hjemmel } of skridt.values())
      this.sagte.set(kode, (this.sagte.get(kode) ?? new Set()).add(hjemmel));
    const proeves = Object.keys(this.kommandoer).filter((kode) => this.skalProeves(kode, skridt.get(kode), emne));
    const [foerste, ...resten] = proeves.filter((kode) => kanTages(skridt.get(kode)));
    const afvises = proeves.filter((kode) => !kanTages(skridt.get(kode)));
    const her = async (): Promise<void> => {
      // What is refused changes nothing, so it is tried where the guidance was read, and one that is taken after it.
      await Promise.all(afvises.map((kode) => this.tag(kode, skridt.get(kode), s)));
      if (foerste !== undefined) await this.tag(foerste, skridt.get(foerste), s);
    };
    await Promise.all([
      her(),
      ...resten.map(async (kode) => {
        const ny = await situation();
        const sagt = (await this.vejledningen(ny)).find((et) => et.kode === kode);
        await this.tag(kode, sagt, ny);
      }),
    ]);
    for (const kode of proeves) {
      const sagt = skridt.get(kode);
      if (sagt !== undefined) this.proevede.set(noegle(sagt), (this.proevede.get(noegle(sagt)) ?? 0) + 1);
    }
  }

  private async tag(kode: string, skridt: Sagt | undefined, s: Situation): Promise<void> {
    const kommando: Kommando | undefined = this.kommandoer[kode];
    if (kommando === undefined) throw new Error(kode);
    const [sti, krop, bruger = 'tl01'] = kommando(
      skridt ?? { kode, art: '', enkeltsagId: s.sagId, tekst: '', hjemmel: '' },
      s,
    );
    const svar = await this.f().proev(bruger, sti, krop);
    const ventet = kanTages(skridt) ? 'ja' : 'nej';
    const faktisk = svar.status === 201 ? 'ja' : [409, 422].includes(svar.status) ? 'nej' : String(svar.status);
    const { detail, fejl } = svar.body as { detail?: string; fejl?: unknown };
    expect([kode, skridt?.art, faktisk, detail, fejl]).toEqual([kode, skridt?.art, ventet, detail, fejl]);
  }

  /** The emne's own steps, and those that are always said; another's only when nobody has tried it as it is said here. */
  private skalProeves(kode: string, sagt: Sagt | undefined, { kommandoer, hoejst = Infinity }: Emne): boolean {
    const graense = Math.min(hoejst, this.hoejst);
    if (sagt === undefined) return ALTID_SAGT.includes(kode) && graense === Infinity;
    return (this.proevede.get(noegle(sagt)) ?? 0) < (kode in kommandoer ? graense : 1);
  }
}

const noegle = ({ kode, art }: Pick<Sagt, 'kode' | 'art'>): string => `${art} ${kode}`;
const kanTages = (sagt: Sagt | undefined): boolean => sagt?.art === 'kan' || sagt?.art === 'skal';
