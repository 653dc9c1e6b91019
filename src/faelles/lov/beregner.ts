import { beregnFrist, fastsatFrist, type Beregningsregel, type Frist } from '../frist.js';
import { dagFyldt } from '../alder.js';
import { laegAarTil } from '../kalender.js';
import { gaelder } from '../periode.js';
import { laesParametre, type Beregningsparametre } from './beregningsparametre.js';
import { Beregningsfejl, laesStart, type Start } from './beregningsstart.js';
import { lovdag } from './fristregler.js';
import { type Lovpakke } from './lovpakke.js';
import { beregningsregel, type Regel, variantregel, variantTaendt } from './regel.js';

/** What is answered beside what was asked. */
export interface Beregning {
  /** Local date, or for rules by the clock a timestamp with Copenhagen offset. */
  readonly forfald: string;
  readonly advis?: string;
  readonly forklaring: string;
  readonly regime: Regel['regime'];
  readonly hjemmel: string;
  readonly tillid: Regel['tillid'];
  /** False: from memory or a local level, so no deadline of a case follows from it by itself. */
  readonly aktiv: boolean;
  /** How a local time that does not exist, or exists twice, was taken. */
  readonly bemaerkning?: string;
}

/** Computes a date from any rule that has an amount, on or off; knows nothing of cases and events. */
export class Beregner {
  private readonly udgaver = new Map<string, readonly Regel[]>();

  constructor(lov: Lovpakke) {
    for (const regel of lov.alleRegler) this.udgaver.set(regel.id, [...(this.udgaver.get(regel.id) ?? []), regel]);
  }

  /** Takes what a line of JSON holds; throws `Beregningsfejl` with a Danish reason. */
  beregn(linje: Readonly<Record<string, unknown>>): Beregning {
    const { regel: id } = linje;
    if (typeof id !== 'string') throw new Beregningsfejl('regel', 'Skriv reglens id i feltet "regel".');
    const udgaver = this.udgaver.get(id);
    if (udgaver === undefined) throw new Beregningsfejl('regel', `Der er ingen regel, der hedder "${id}".`);
    const parametre = laesParametre(linje['parametre']);
    const start = laesStart(linje['start']);
    const regel = udgaveFor(udgaver, start);
    const frist = fristEfter(regel, start, parametre);
    const variant = variantAf(regel, parametre);
    return {
      ...frist,
      regime: regel.regime,
      hjemmel: regel.hjemmel,
      tillid: variant?.tillid ?? regel.tillid,
      aktiv: variant === undefined ? regel.aktiv : variantTaendt(regel, variant),
      ...(start.bemaerkning === undefined || regel.enhed !== 'TIME' ? {} : { bemaerkning: start.bemaerkning }),
    };
  }
}

/** The version in force on the start date; for rules counted from an age, on the due date, when the duty is there. */
function udgaveFor(udgaver: readonly Regel[], start: Start): Regel {
  const fundet = udgaver.find((regel) => gaelder(regel, ankerdato(regel, start)));
  if (fundet !== undefined) return fundet;
  const perioder = udgaver.map((r) => `${r.gyldigFra} til ${r.gyldigTil ?? 'nu'} (${r.regime})`).join(', ');
  const [regel] = udgaver;
  const dato = regel === undefined ? start.dato : ankerdato(regel, start);
  throw new Beregningsfejl('start', `Reglen findes ikke ${dato}. Den gælder ${perioder}.`);
}

function ankerdato(regel: Regel, start: Start): string {
  return regel.ankeralder === undefined ? start.dato : lovdag(regel, dagFyldt(start.dato, regel.ankeralder));
}

function fristEfter(regel: Regel, start: Start, parametre: Beregningsparametre): Frist {
  const variant = variantAf(regel, parametre);
  const beregning = variant === undefined ? beregningsregel(regel) : variantregel(regel, variant);
  if (parametre.fremrykketTil !== undefined && (regel.fremrykkesVed ?? []).length === 0)
    throw new Beregningsfejl('parametre.fremrykketTil', `${regel.hjemmel} rykker ikke fristen frem.`);
  if (beregning !== undefined) {
    const fra = regel.ankeralder === undefined ? start : { dato: dagFyldt(start.dato, regel.ankeralder) };
    return beregnFrist(beregning, tidspunktTil(beregning, fra), parametre.valg, parametre.fremrykketTil);
  }
  if (regel.datofelt !== undefined) {
    if (parametre.dato !== undefined) return fastsatFrist(parametre.dato, parametre.valg);
    throw new Beregningsfejl(
      'parametre.dato',
      `Efter ${regel.hjemmel} beslutter sagen selv datoen. Skriv den i parametre.dato.`,
    );
  }
  if (regel.hyppighed !== undefined) return hyppighedsfrist(regel.hyppighed.mindst, start, parametre);
  throw new Beregningsfejl('regel', `Reglen har intet tal (${regel.hjemmel}): ${regel.konsekvens}`);
}

function tidspunktTil(regel: Beregningsregel, start: Pick<Start, 'dato' | 'tidspunkt'>): string {
  if (regel.enhed !== 'TIME') return start.dato;
  if (start.tidspunkt === undefined)
    throw new Beregningsfejl('start', 'Reglen regner i timer: skriv også klokkeslæt, for eksempel 2026-12-24T22:15.');
  return start.tidspunkt;
}

// "Two a year" as a date: within twelve months the last of them must have been held.
function hyppighedsfrist(mindst: number, start: Start, parametre: Beregningsparametre): Frist {
  return fastsatFrist(
    laegAarTil(start.dato, 1),
    parametre.valg,
    `Mindst ${mindst} gange inden for 12 måneder efter ${start.dato}`,
  );
}

// A rule whose only amount is a variant is asked about that one.
function variantAf(regel: Regel, parametre: Beregningsparametre): NonNullable<Regel['varianter']>[number] | undefined {
  const varianter = regel.varianter ?? [];
  if (parametre.variant === undefined)
    return regel.maengde === undefined && varianter.length === 1 ? varianter[0] : undefined;
  const fundet = varianter.find((v) => v.kode === parametre.variant);
  if (fundet !== undefined) return fundet;
  const kendte = varianter.length === 0 ? 'Reglen har ingen' : `Den kender ${varianter.map((v) => v.kode).join(', ')}`;
  throw new Beregningsfejl('parametre.variant', `Ukendt variant "${parametre.variant}". ${kendte}.`);
}
