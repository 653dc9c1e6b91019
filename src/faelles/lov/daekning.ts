import { plusDage } from '../kalender.js';
import { overlapper, type Gyldighed } from '../periode.js';
import { type Fejl } from './lovpakkefejl.js';
import { REGELKRAV, regelfil, type Regelkrav } from './produktets_regler.js';
import { type Regel, type Regelfil, type Regime } from './regel.js';

type Raekke = Regelfil['regler'][number];
interface Udgave {
  readonly fil: string;
  readonly regime: Regel['regime'];
  readonly regel: Raekke;
}

const REGIMER: readonly Regime[] = ['SEL', 'BL'];

/**
 * Every rule that the product needs is there on every day of its act, and no rule has a hole between its versions, unless
 * the version before the hole says why the rule ends.
 */
export function kontrollerDaekning(filer: ReadonlyMap<string, Regelfil>, fejl: Fejl[]): void {
  const alle = [...filer].flatMap(([fil, { regime, regler }]): readonly Udgave[] =>
    regler.map((regel) => ({ fil, regime, regel })),
  );
  for (const regime of REGIMER) {
    const periode = lovensPeriode(filer, regime);
    if (periode === undefined) continue;
    const udgaver = udgaverUnder(alle, regime, periode);
    for (const [id, krav] of REGELKRAV) {
      if (!gaelderUnder(krav, regime)) continue;
      const fra = krav.fra !== undefined && krav.fra > periode.gyldigFra ? krav.fra : periode.gyldigFra;
      kontrollerRegel(id, udgaver.get(id) ?? [], { ...periode, gyldigFra: fra }, { krav, regime }, fejl);
    }
    for (const [id, egne] of udgaver) {
      const krav = REGELKRAV.get(id);
      const foerste = egne[0]?.regel.gyldigFra;
      if (foerste === undefined || (krav !== undefined && gaelderUnder(krav, regime))) continue;
      const fra = foerste > periode.gyldigFra ? foerste : periode.gyldigFra;
      kontrollerRegel(id, egne, { ...periode, gyldigFra: fra }, undefined, fejl);
    }
  }
  for (const { fil, regel } of alle) {
    const meld = (aarsag: string): void => void fejl.push({ fil, regel: regel.id, aarsag });
    if (regel.ophoerer === undefined) continue;
    if (regel.gyldigTil === undefined) meld('ophoerer says why the rule ends, but it has no gyldigTil');
    else if (alle.some((a) => a.regel.id === regel.id && a.regel.gyldigFra === plusDage(regel.gyldigTil ?? '', 1)))
      meld('ophoerer says that the rule ends, but a version follows the day after');
  }
}

function gaelderUnder({ i }: Regelkrav, regime: Regime): boolean {
  return i === 'SEL' || i === 'BL' ? i === regime : true;
}

/** First to last day of an act; its files follow each other day by day, which is checked elsewhere. */
function lovensPeriode(filer: ReadonlyMap<string, Regelfil>, regime: Regime): Gyldighed | undefined {
  const [foerste, ...flere] = [...filer.values()]
    .filter((fil) => fil.regime === regime)
    .sort((a, b) => (a.gyldigFra < b.gyldigFra ? -1 : 1));
  return foerste && { gyldigFra: foerste.gyldigFra, gyldigTil: (flere.at(-1) ?? foerste).gyldigTil };
}

/** The versions that can hold under the act, by rule, oldest first. */
function udgaverUnder(
  alle: readonly Udgave[],
  regime: Regime,
  periode: Gyldighed,
): ReadonlyMap<string, readonly Udgave[]> {
  const egne = alle
    .filter((u) => (u.regime === regime || u.regime === 'begge') && overlapper(u.regel, periode))
    .sort((a, b) => (a.regel.gyldigFra < b.regel.gyldigFra ? -1 : 1));
  const grupper = new Map<string, Udgave[]>();
  for (const udgave of egne) grupper.set(udgave.regel.id, [...(grupper.get(udgave.regel.id) ?? []), udgave]);
  return grupper;
}

interface Kraevet {
  readonly krav: Regelkrav;
  readonly regime: Regime;
}

function kontrollerRegel(
  id: string,
  udgaver: readonly Udgave[],
  periode: Gyldighed,
  kraevet: Kraevet | undefined,
  fejl: Fejl[],
): void {
  const fil = udgaver.at(-1)?.fil ?? (kraevet === undefined ? '' : regelfil(kraevet.krav, kraevet.regime));
  const gaelderFor = udgaver.filter((u) => overlapper(u.regel, periode));
  for (const hul of huller(gaelderFor, periode)) {
    const fandtes = udgaver.length > 0;
    const kendt = kraevet !== undefined && uundvaerlig(kraevet);
    if (hul.ophoerer !== undefined && !kendt) continue;
    const dage = `${hul.gyldigFra} to ${hul.gyldigTil ?? 'now'}`;
    fejl.push({
      fil,
      regel: id,
      aarsag: !fandtes
        ? `the rule is missing; the product needs it ${dage}`
        : hul.ophoerer !== undefined
          ? `no version is in force ${dage}; the program itself counts with the rule or shows its basis, so it cannot end without a new version of the program`
          : `no version is in force ${dage}; let a version begin the day after the one before, or say in ophoerer of that one why the rule ends`,
    });
  }
  for (const { fil: egen, regel } of gaelderFor) {
    for (const aarsag of kraevet === undefined ? [] : mangler(regel, kraevet))
      fejl.push({ fil: egen, regel: id, aarsag });
  }
}

/** Days of the period that no version covers, with what the version before says of it. */
function huller(
  udgaver: readonly Udgave[],
  periode: Gyldighed,
): readonly (Gyldighed & { readonly ophoerer?: string | undefined })[] {
  const fundet: (Gyldighed & { readonly ophoerer?: string | undefined })[] = [];
  let naeste: string | undefined = periode.gyldigFra;
  let ophoerer: string | undefined;
  for (const { regel } of udgaver) {
    if (naeste === undefined) break;
    if (regel.gyldigFra > naeste)
      fundet.push({ gyldigFra: naeste, gyldigTil: plusDage(regel.gyldigFra, -1), ophoerer });
    naeste = regel.gyldigTil === undefined ? undefined : plusDage(regel.gyldigTil, 1);
    ophoerer = regel.ophoerer;
  }
  if (naeste !== undefined && (periode.gyldigTil === undefined || naeste <= periode.gyldigTil))
    fundet.push({ gyldigFra: naeste, gyldigTil: periode.gyldigTil, ophoerer });
  return fundet;
}

function taeller({ krav, regime }: Kraevet): boolean {
  return krav.tal === true || krav.tal === regime;
}

/** Whether a command would have no answer without the rule. */
function uundvaerlig(kraevet: Kraevet): boolean {
  const { hjemmel, variant, hyppighed } = kraevet.krav;
  return hjemmel === true || hyppighed === true || variant !== undefined || taeller(kraevet);
}

function mangler(regel: Raekke, kraevet: Kraevet): readonly string[] {
  const { krav } = kraevet;
  const fundet: string[] = [];
  const regner = taeller(kraevet) || krav.hyppighed === true || krav.variant !== undefined;
  if (regner && !regel.aktiv) fundet.push('the program counts with the rule, so it must be on');
  if (taeller(kraevet) && regel.maengde === undefined)
    fundet.push('the program counts with its amount; maengde is missing');
  if (krav.hyppighed === true && regel.hyppighed === undefined)
    fundet.push('the program counts with how often; hyppighed is missing');
  if (krav.variant !== undefined && !(regel.varianter ?? []).some((v) => v.kode === krav.variant && v.tillid !== 'H'))
    fundet.push(`the program counts with the variant ${krav.variant}, which is missing or from memory`);
  return fundet;
}
