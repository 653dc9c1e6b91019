import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, type Sagt, type Situation } from './begreber.js';

/** Of these the guidance says whenever they may be taken, so what it does not say is refused. */
const ALTID_SAGT = ['sag-lukning', 'sag-genaabning', 'bfu-undersoegelse'];

/** So many situations are made before it is their turn. */
const FORUD = 3;

type Skridt = Pick<Sagt, 'kode' | 'art'>;
type Bygger = () => Promise<Situation>;
interface Laest {
  readonly s: Situation;
  readonly sagt: readonly Sagt[];
}

/** Takes what the guidance says by the real commands, under one of the acts, and keeps what has been said and tried. */
export class Proeve {
  readonly kommandoer: Emne['kommandoer'];
  /** What has been said, in some situation: step -> how, and with which paragraphs. */
  readonly sagte = new Map<string, Set<string>>();
  /** Step and art -> in how many situations it has been tried: of the emne, and of all. */
  private readonly proevede = new Map<string, number>();
  /** In the order that they are tried. */
  readonly situationer: readonly (readonly [navn: string, situation: Bygger, emne: Emne])[];
  private readonly begyndte = new Map<Bygger, Promise<Laest>>();

  constructor(
    private readonly f: () => Forloeb,
    readonly emner: readonly Emne[],
    /** Serviceloven: the same situations are tried under the other act as well, so here each step is tried once or twice. */
    private readonly kort = false,
  ) {
    this.situationer = emner.flatMap((emne) =>
      Object.entries(emne.situationer)
        .filter(([navn]) => !kort || !(emne.kunBarnetsLov ?? []).includes(navn))
        .map(([navn, situation]) => [`${emne.navn}: ${navn}`, situation, emne] as const),
    );
    this.kommandoer = Object.assign({}, ...emner.map(({ kommandoer }) => kommandoer)) as Emne['kommandoer'];
  }

  erProevet(kode: string): boolean {
    return [...this.proevede.keys()].some((noegle) => noegle.endsWith(` ${kode}`));
  }

  async vejledningen({ sagId }: Situation): Promise<readonly Sagt[]> {
    const svar = await this.f().get('sb01', `/sager/${sagId}/naeste-skridt`);
    return (svar.body as { skridt: readonly Sagt[] }).skridt;
  }

  /** Every step of the situation: what is taken each in a situation of its own. */
  async proev(emne: Emne, situation: Bygger): Promise<void> {
    const nr = this.situationer.findIndex(([, bygger]) => bygger === situation);
    // The next ones are begun meanwhile: what takes time is to wait for one answer before the next is asked for.
    const [foerst] = this.situationer.slice(nr, nr + 1 + FORUD).map(([, bygger]) => this.begynd(bygger));
    if (foerst === undefined) throw new Error(emne.navn);
    const { s, sagt } = await foerst;
    for (const { kode, art, hjemmel } of sagt)
      this.sagte.set(kode, (this.sagte.get(kode) ?? new Set()).add(`${art}: ${hjemmel}`));
    const usagte = ALTID_SAGT.filter((kode) => !this.kort && !sagt.some((et) => et.kode === kode));
    const proeves = [...new Map(sagt.map((et) => [noegle(et), et])).values()].filter((et) =>
      this.skalProeves(et, emne),
    );
    const [foerste, ...resten] = proeves.filter(kanTages);
    const afvises = [...proeves.filter((et) => !kanTages(et)), ...usagte.map((kode) => ({ kode, art: '' }))];
    const her = async (): Promise<void> => {
      // What is refused changes nothing, so it is tried where the guidance was read, and one that is taken after it.
      await Promise.all(afvises.map((et) => this.tag(et, sagt, s)));
      if (foerste !== undefined) await this.tag(foerste, sagt, s);
    };
    await Promise.all([
      her(),
      // Each in a situation of its own, so they need not wait for one another.
      ...resten.map(async (et) => {
        const ny = await this.laes(situation);
        await this.tag(et, ny.sagt, ny.s);
      }),
    ]);
    for (const et of proeves)
      for (const hvor of [emne.navn, ALLE]) {
        const noeglen = `${hvor}: ${noegle(et)}`;
        this.proevede.set(noeglen, (this.proevede.get(noeglen) ?? 0) + 1);
      }
  }

  private begynd(situation: Bygger): Promise<Laest> {
    const begyndt = this.begyndte.get(situation) ?? this.laes(situation);
    this.begyndte.set(situation, begyndt);
    // One that cannot be made fails its own test, not the one that runs while it is begun.
    begyndt.catch(() => undefined);
    return begyndt;
  }

  private async laes(situation: Bygger): Promise<Laest> {
    const s = await situation();
    return { s, sagt: await this.vejledningen(s) };
  }

  private async tag(skridt: Skridt, sagt: readonly Sagt[], s: Situation): Promise<void> {
    const { kode } = skridt;
    const fundet = sagt.find((et) => noegle(et) === noegle(skridt));
    const kommando = this.kommandoer[kode];
    if (kommando === undefined) throw new Error(kode);
    const ikkeSagt = { kode, art: '', enkeltsagId: s.sagId, tekst: '', hjemmel: '' };
    const [sti, krop, bruger = 'tl01'] = kommando(fundet ?? ikkeSagt, s);
    const svar = await this.f().proev(bruger, sti, krop);
    const ventet = kanTages(skridt) ? 'ja' : 'nej';
    const faktisk = svar.status === 201 ? 'ja' : [409, 422].includes(svar.status) ? 'nej' : String(svar.status);
    const { detail, fejl } = svar.body as { detail?: string; fejl?: unknown };
    expect([kode, skridt.art, faktisk, detail, fejl]).toEqual([kode, fundet?.art ?? '', ventet, detail, fejl]);
  }

  /** The emne's own steps; another's only when nobody has tried it as it is said here. */
  private skalProeves(et: Skridt, { navn, kommandoer, ogsaa = [], hoejst }: Emne): boolean {
    if (!(et.kode in this.kommandoer)) return false;
    const egen = et.kode in kommandoer || ogsaa.includes(et.kode);
    const gange = this.proevede.get(`${egen ? navn : ALLE}: ${noegle(et)}`) ?? 0;
    // What takes long to make is tried once.
    const eget = this.kort ? (hoejst === undefined ? 2 : 1) : (hoejst ?? Infinity);
    return gange < (egen ? eget : 1);
  }
}

const ALLE = 'alle';
const noegle = ({ kode, art }: Skridt): string => `${art} ${kode}`;
const kanTages = ({ art }: Skridt): boolean => art === 'kan' || art === 'skal';
