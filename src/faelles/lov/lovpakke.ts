import { type Static, type TSchema } from '@sinclair/typebox';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gaelder } from '../periode.js';
import { KODELISTER, listefil, LISTENAVNE, type Kodepost, type Listenavn } from './kodelister.js';
import { kontroller, type Indlaest } from './kontrol.js';
import { laesFil, Lovpakkefejl, type Fejl } from './lovpakkefejl.js';
import { pakkefiler } from './pakkefiler.js';
import { type Hjemmelsregel, type Regelid } from './produktets_regler.js';
import { Regelfil, type Regel, type Regime } from './regel.js';

type Maalgruppe = 'barn' | 'familie';

/** A measure as it may be granted on a date: the basis is that of the regime in force then. */
export interface Kataloghjemmel {
  readonly indsatskode: string;
  readonly indsatsnavn: string;
  readonly hjemmel: string;
  readonly pgfKode: string;
  readonly kraeverSamtykke: boolean;
  readonly kraeverPlanFoerst: boolean;
  readonly kraeverBoernesamtale: boolean;
}

/** The law as dated data. Serviceloven and barnets lov side by side: the date of the event decides. */
export class Lovpakke {
  /** Every version of every rule, active or not. */
  readonly alleRegler: readonly Regel[];
  private readonly regimer: readonly Regelfil[];
  private readonly lister: Indlaest['lister'];

  constructor(
    indlaest: Indlaest,
    /** Hash of the content: two servers with the same version reckon the same. */
    readonly version: string,
  ) {
    this.alleRegler = [...indlaest.filer].flatMap(([fil, { regime, regler }]) =>
      regler.map((regel) => ({ ...regel, regime, fil })),
    );
    this.regimer = [...indlaest.filer.values()].filter((fil) => fil.regime !== 'begge');
    this.lister = indlaest.lister;
  }

  /** Regime of an event's date. */
  regime(dato: string): Regime {
    const fil = this.regimer.find((f) => gaelder(f, dato));
    return fil === undefined || fil.regime === 'begge' ? 'SEL' : fil.regime;
  }

  /** The active version of the rule that was in force on the event's date. */
  regel(id: Regelid, dato: string): Regel | undefined {
    return this.alleRegler.find((r) => r.id === id && r.aktiv && gaelder(r, dato));
  }

  /** Active rules that an event type starts, all versions. */
  reglerUdloestAf(haendelsestype: string): readonly Regel[] {
    return this.alleRegler.filter((r) => r.aktiv && r.udloeser?.haendelse === haendelsestype);
  }

  /** Active rules that an event type satisfies, all versions. */
  reglerOpfyldtAf(haendelsestype: string): readonly Regel[] {
    return this.alleRegler.filter((r) => r.aktiv && r.opfyldtAf.some((o) => o.haendelse === haendelsestype));
  }

  /**
   * Legal basis on a date, also of rules that are shipped inactive: the basis is shown, the deadline is not used. A day
   * before the pack's first is answered by the first version, as `regime` does.
   */
  hjemmel(id: Hjemmelsregel, dato: string): string {
    const udgaver = this.alleRegler.filter((r) => r.id === id);
    const [foerste] = [...udgaver].sort((a, b) => (a.gyldigFra < b.gyldigFra ? -1 : 1));
    const regel = udgaver.find((r) => gaelder(r, dato)) ?? (foerste && dato < foerste.gyldigFra ? foerste : undefined);
    if (regel === undefined) throw new RangeError(`No rule ${id} in force on ${dato}`);
    return regel.hjemmel;
  }

  /** A code that is valid on the date. */
  kode<L extends Listenavn>(liste: L, kode: string, dato: string): Kodepost<L> | undefined {
    return this.alleKoder(liste).find((post) => post.kode === kode && gaelder(post, dato));
  }

  /** The codes that are valid on the date. */
  koder<L extends Listenavn>(liste: L, dato: string): readonly Kodepost<L>[] {
    return this.alleKoder(liste).filter((post) => gaelder(post, dato));
  }

  /** Every row of a list with its period. */
  alleKoder<L extends Listenavn>(liste: L): readonly Kodepost<L>[] {
    return this.lister[liste];
  }

  /** A reportable measure for a target on the date of decision; undefined when it cannot be granted as a support measure then. */
  indsats(kode: string, maalgruppe: Maalgruppe, dato: string): Kataloghjemmel | undefined {
    const post = this.alleKoder('indsatskatalog').find(
      (p) => p.kode === kode && p.maalgruppe === maalgruppe && gaelder(p, dato),
    );
    const hjemmel = post?.hjemmel[this.regime(dato)] ?? post?.hjemmel.YKL;
    if (post === undefined || post.pgfKode === null || hjemmel === undefined) return undefined;
    return {
      indsatskode: post.kode,
      indsatsnavn: post.navn,
      hjemmel,
      pgfKode: post.pgfKode,
      kraeverSamtykke: post.kraeverSamtykke,
      kraeverPlanFoerst: post.kraeverPlanFoerst,
      kraeverBoernesamtale: post.kraeverBoernesamtale,
    };
  }

  /** Whether a PGF code is valid as a support measure on the date. */
  pgfGaelder(pgfKode: string, dato: string): boolean {
    return this.kode('foranstaltninger-pgf', pgfKode, dato)?.kategori === 'stoette';
  }
}

/** The folder `lovpakker` beside or above the code, so that it is found from src and from dist. */
export function lovpakkemappe(fra = dirname(fileURLToPath(import.meta.url))): string {
  for (let mappe = fra; ; mappe = dirname(mappe)) {
    if (existsSync(join(mappe, 'lovpakker', 'regler-sel.json'))) return join(mappe, 'lovpakker');
    if (dirname(mappe) === mappe) throw new Error(`No folder "lovpakker" found from ${fra} and up`);
  }
}

/** Reads and checks a whole pack; throws `Lovpakkefejl` with every fault at once. */
export function indlaesLovpakke(mappe = lovpakkemappe()): Lovpakke {
  const fejl: Fejl[] = [];
  const pakke = pakkefiler(mappe, fejl);
  if (pakke.regelfiler === undefined) throw new Lovpakkefejl(fejl);
  const laesSom = <T extends TSchema>(skema: T, fil: string): Static<T> | undefined => {
    const tekst = pakke.laes(fil);
    return tekst === undefined ? undefined : laesFil(skema, fil, tekst, fejl);
  };
  const filer = new Map<string, Regelfil>();
  for (const fil of pakke.regelfiler) {
    const indhold = laesSom(Regelfil, fil);
    if (indhold !== undefined) filer.set(fil, indhold);
  }
  for (const kraevet of ['regler-sel.json', 'regler-bl.json']) {
    if (!pakke.regelfiler.includes(kraevet)) fejl.push({ fil: kraevet, aarsag: 'file is missing' });
  }
  const lister: Record<string, unknown> = {};
  for (const navn of LISTENAVNE) {
    lister[navn] = laesSom(listefil(KODELISTER[navn]), `kodelister/${navn}.json`)?.koder ?? [];
  }
  const indlaest: Indlaest = { filer, lister: lister as Indlaest['lister'] };
  // Cross checks on a broken shape would only repeat the fault in other words.
  if (fejl.length === 0) kontroller(indlaest, fejl);
  if (fejl.length > 0) throw new Lovpakkefejl(fejl);
  return new Lovpakke(indlaest, pakke.version());
}
