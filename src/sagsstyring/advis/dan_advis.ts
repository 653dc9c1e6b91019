import { lokalDato } from '../../faelles/lokal_dato.js';
import { fold } from '../../platform/commands/decider.js';
import { type SkridtMedFrist } from '../naeste_skridt/inden.js';
import { type Sagsbillede } from '../naeste_skridt/sagsbillede.query.js';
import { sagDecider } from '../sag/sag.js';
import { type BegyndtSag } from '../sag/tilstand.js';
import { advisId, udsatTil, type Advissag } from './advis.js';
import {
  ESKALERES_EFTER_DAGE,
  ESKALERES_VED_UDSAETTELSER,
  sammenlign,
  type Advisklasse,
  type Rangeret,
} from './rangorden.js';

export type Eskaleringsgrund =
  | 'frist-overskredet'
  | 'udsat-to-gange'
  | 'overdragelse-ubesvaret'
  | 'modtager-afslog'
  | 'sagsbehandler-fratraadt'
  | 'ingen-sagsbehandler';

/** One matter of one case (or of a notification without one) that somebody must look at. */
export interface Advis extends Rangeret {
  readonly advisId: string;
  readonly barnId: string;
  readonly sagId: string | null;
  /** The notification, when it has no case. */
  readonly underretningId: string | null;
  /** What it is about: `underretning`, `undersoegelse`, `plan`, `indsats`, `overdragelse`, `tildeling` … */
  readonly emne: string;
  /** Who must look at it; null: nobody has the case, or it is the reception's. */
  readonly sagsbehandler: string | null;
  readonly team: string | null;
  /** What to do first. */
  readonly skridt: SkridtMedFrist;
  /** How many further steps there are on the same matter. */
  readonly flereSkridt: number;
  readonly enkeltsagIder: readonly string[];
  /** Whole local days since the deadline; 0 when it has not passed. */
  readonly dageOverskredet: number;
  readonly udsatTil: string | null;
  readonly eskaleret: Eskaleringsgrund | null;
}

/** What is known about a case besides its picture. */
export interface Stamdata {
  readonly sagsbehandler: string | null;
  readonly team: string | null;
}

/** Whose breach of the law it is when the deadline passes; others' (a school's answer, a party's complaint) is not the municipality's. */
const KOMMUNEN = ['KB', 'BUU', 'FMD'];

/** The municipality's own legal deadline for the step; null without one. */
export function lovfrist({ frist }: SkridtMedFrist): SkridtMedFrist['frist'] {
  return frist !== null && KOMMUNEN.includes(frist.ansvarligRolle) ? frist : null;
}

/** The step's class; undefined when it is no advis: what may be done, and what is due later than the next days, unless it must begin in good time. */
export function klasseAf(skridt: SkridtMedFrist): Advisklasse | undefined {
  if (skridt.art !== 'skal') return undefined;
  if (skridt.fare === true) return 'fare';
  switch (lovfrist(skridt)?.status) {
    case undefined:
      return 'kvalitet';
    case 'overskredet':
      return 'overskredet';
    case 'forfalder':
      return 'forfalder';
    default:
      return skridt.iGodTid === true ? 'kvalitet' : undefined;
  }
}

/** One advis for each matter of the case, made of the same steps and deadlines as the guidance, as it is on the day. */
export function danAdvis(
  billede: Sagsbillede,
  stamdata: Stamdata,
  advissag: (advisId: string) => Advissag,
  iDag: string,
): readonly Advis[] {
  const emner = new Map<string, { readonly skridt: SkridtMedFrist; readonly klasse: Advisklasse }[]>();
  const emneAf = emnerAf(billede);
  for (const skridt of billede.skridt) {
    const klasse = klasseAf(skridt);
    if (klasse === undefined) continue;
    const emne = emneAf(skridt);
    emner.set(emne, [...(emner.get(emne) ?? []), { skridt, klasse }]);
  }
  const sag = sagAf(billede);
  const overdragelse = sag?.overdragelse ?? null;
  const afslog = (sag?.afvistVedFratraedelse ?? null) !== null;
  const begyndt = begyndelser(billede);
  return [...emner].map(([emne, skridtene]) => {
    const rangerede = skridtene
      .map(({ skridt, klasse }) => ({
        ...{ skridt, klasse, forfaldTid: lovfrist(skridt)?.forfaldTid ?? null, noegle: `${billede.id}/${emne}` },
        siden: emne === 'overdragelse' ? (overdragelse?.foreslaaet ?? iDag) : (begyndt.get(skridt.enkeltsagId) ?? iDag),
      }))
      .sort(sammenlign);
    // The group is never empty: it was made for a step.
    const [foerst] = rangerede as [(typeof rangerede)[number]];
    const id = advisId(billede.id, emne);
    const husket = advissag(id);
    const enkeltsagIder = [...new Set(rangerede.map(({ skridt }) => skridt.enkeltsagId))];
    const uden = {
      ...foerst,
      ...{ advisId: id, barnId: billede.barnId, emne, enkeltsagIder, flereSkridt: rangerede.length - 1 },
      sagId: billede.art === 'sag' ? billede.id : null,
      underretningId: billede.art === 'underretning' ? billede.id : null,
      // Only the receiver can answer a handover; everything else stays with the one who has the case.
      sagsbehandler: emne === 'overdragelse' && overdragelse !== null ? overdragelse.til : stamdata.sagsbehandler,
      team: stamdata.team,
      dageOverskredet: dageOver(foerst.forfaldTid, lovfrist(foerst.skridt)?.status === 'overskredet', iDag),
      udsatTil: udsatTil(husket, { klasse: foerst.klasse, enkeltsagIder }, iDag),
    };
    return { ...uden, eskaleret: eskalering(uden, husket, { iDag, afslog }) };
  });
}

/** The noun of the stream a step belongs to; the case's own steps are each a matter. */
function emnerAf(billede: Sagsbillede): (skridt: SkridtMedFrist) => string {
  const arter = new Map(
    billede.stroemme.flatMap(([foerste]) =>
      foerste === undefined ? [] : [[foerste.streamId, foerste.kind.slice(foerste.kind.indexOf('.') + 1)] as const],
    ),
  );
  return ({ enkeltsagId, kode }) => {
    const art = arter.get(enkeltsagId) ?? 'sag';
    return art === 'sag' ? kode.replace(/^sag-/, '') : art;
  };
}

function sagAf(billede: Sagsbillede): BegyndtSag | null {
  const stroem = billede.stroemme.find(([foerste]) => foerste?.kind === sagDecider.kind);
  const sag = stroem === undefined ? sagDecider.initial : fold(sagDecider, stroem);
  return sag.fase === 'findes-ikke' ? null : sag;
}

/** When each stream was last written to: since then what is to be done has been there. */
function begyndelser(billede: Sagsbillede): ReadonlyMap<string, string> {
  return new Map(
    billede.stroemme.flatMap((stroem) => {
      const sidste = stroem.at(-1);
      return sidste === undefined ? [] : [[sidste.streamId, lokalDato(sidste.registreret)] as const];
    }),
  );
}

function dageOver(forfaldTid: string | null, overskredet: boolean, iDag: string): number {
  return forfaldTid === null || !overskredet ? 0 : dageMellem(lokalDato(forfaldTid), iDag);
}

function dageMellem(fra: string, til: string): number {
  return Math.round((Date.parse(`${til}T00:00:00Z`) - Date.parse(`${fra}T00:00:00Z`)) / 86_400_000);
}

/** By rule, never by choice: a matter that has been let lie becomes the team leader's too, until the leader has seen it. */
function eskalering(
  advis: Omit<Advis, 'eskaleret'>,
  husket: Advissag,
  { iDag, afslog }: { readonly iDag: string; readonly afslog: boolean },
): Eskaleringsgrund | null {
  const sidst = husket.udsaettelser.at(-1);
  const set =
    (husket.kvitteret !== null && dageMellem(husket.kvitteret, iDag) <= ESKALERES_EFTER_DAGE) ||
    // The leader who put it off past the deadline has seen it; as with an acknowledgement that lasts a week.
    (sidst?.overFrist === true && advis.udsatTil !== null && dageMellem(sidst.dato, iDag) <= ESKALERES_EFTER_DAGE);
  if (!set) {
    if (advis.emne === 'tildeling' && advis.sagsbehandler === null) return 'ingen-sagsbehandler';
    if (advis.emne === 'fratraedelse') return afslog ? 'modtager-afslog' : 'sagsbehandler-fratraadt';
    // Danger that nobody has assessed in time does not wait for a week.
    if (lovfrist(advis.skridt)?.status === 'overskredet') {
      if (advis.klasse === 'fare' || advis.dageOverskredet > ESKALERES_EFTER_DAGE) return 'frist-overskredet';
    }
    if (advis.emne === 'overdragelse' && dageMellem(advis.siden, iDag) > ESKALERES_EFTER_DAGE)
      return 'overdragelse-ubesvaret';
  }
  const udsat = husket.udsaettelser
    .slice(husket.udsatFoerKvittering)
    .filter((u) => u.enkeltsagIder.some((id) => advis.enkeltsagIder.includes(id))).length;
  return udsat >= ESKALERES_VED_UDSAETTELSER ? 'udsat-to-gange' : null;
}
