import { Afvist } from '../../faelles/afvist.js';
import { alder } from '../../faelles/alder.js';
import { beregnFrist } from '../../faelles/frist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Regelid } from '../../faelles/lov/produktets_regler.js';
import { gaelder } from '../../faelles/periode.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { personDecider } from '../../netvaerk/netvaerk.public.js';
import {
  ansoegningDecider,
  barnDecider,
  barnetsStroem,
  type BegyndtSag,
  kommunensNiveau,
  underretningDecider,
} from '../../sagsstyring/sagsstyring.public.js';
import { type Generation, generationPaa, licensDecider, LICENSSTROEM } from '../licens/licens.js';
import { temavalg } from '../licens/temavalg.js';
import { screeningDecider, screeningsstroem } from '../screening/screening.js';
import {
  type Barnefakta,
  type GyldigeTemaer,
  type Hastighed,
  type Milepael,
  type Screeningsfakta,
  type UdenLicens,
} from './kommandoer.js';
import { foreslaaMilepaele } from './trin.js';
import {
  ansoegningensScreening,
  gaeldendeScreening,
  type Screening,
  senesteScreening,
  underretningensScreening,
} from './screeningskrav.js';

/** What a decision rests on and does not know itself: the child, the law of the day, how the case was screened. */

/** What the network knows of the child on the day. */
export async function barnefakta(session: CommandSession, barnId: string, dato: string): Promise<Barnefakta> {
  const { state } = await session.state(personDecider, barnId);
  if (state.fase === 'ukendt') return { ufoedt: false };
  const { foedselsdato, termin } = state.oplysninger;
  return {
    ufoedt: state.art === 'ufoedt',
    ...(erDato(termin) ? { termin } : {}),
    ...(erDato(foedselsdato) ? { alder: alder(foedselsdato, dato) } : {}),
  };
}

/** A destroyed date reads as a mark of deletion, and then nothing is known. */
function erDato(vaerdi: string | undefined): vaerdi is string {
  return vaerdi !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(vaerdi);
}

/** Last day of an amount that the law pack gives the rule; local rules count also where no municipality has turned them on. */
function sidsteDag(lov: Lovpakke, regel: Regelid, start: string, niveau?: Hurtigspor): string | undefined {
  const fundet = lov.alleRegler.find((r) => r.id === regel && gaelder(r, start));
  if (fundet?.maengde === undefined || fundet.enhed === undefined) return undefined;
  const { maengde, enhed } = niveau ?? { maengde: fundet.maengde, enhed: fundet.enhed };
  const { taelHaendelsesdag = false, retning = 'FREM', forlaengVedLukkedag = false } = fundet;
  return beregnFrist({ maengde, enhed, taelHaendelsesdag, retning, forlaengVedLukkedag }, start).forfald;
}

const HURTIGSPOR = 'bfu-lokal-6-uger';
type Hurtigspor = Awaited<ReturnType<typeof kommunensNiveau>>;

/** How long the municipality's own quick track is on the day; undefined when it has decided none, and the pack's counts. */
export function hurtigsporet(
  session: CommandSession,
  kommune: number,
  om: { readonly opmaerksomDato: string },
): Promise<Hurtigspor> {
  return kommunensNiveau(session, kommune, HURTIGSPOR, om.opmaerksomDato);
}

/** When the investigation is to be finished: four months from the day of awareness, or sooner on the quick track. */
export function bfuFrist(lov: Lovpakke, opmaerksomDato: string, hastighed: Hastighed, spor?: Hurtigspor): string {
  const lokal = hastighed === 'hurtig' ? sidsteDag(lov, HURTIGSPOR, opmaerksomDato, spor) : undefined;
  const frist = lokal ?? sidsteDag(lov, 'bfu-afslutning', opmaerksomDato);
  if (frist === undefined) {
    throw new Afvist('regel-mangler', `Lovpakken har ingen frist for en undersøgelse fra ${opmaerksomDato}.`, {
      felt: 'opmaerksomDato',
    });
  }
  return frist;
}

/** The law's last day, and the days that the practical steps are planned for unless the caseworker plans otherwise. */
export function tidsplan(
  lov: Lovpakke,
  iDag: string,
  om: { readonly opmaerksomDato: string; readonly afgoerelseDato: string; readonly hastighed?: Hastighed },
  spor?: Hurtigspor,
): { readonly frist?: string; readonly milepaele?: readonly Milepael[] } {
  const { opmaerksomDato, afgoerelseDato, hastighed = 'almindelig' } = om;
  // A decision of tomorrow is refused; nothing is reckoned from a day that the calendar may not even reach.
  if (opmaerksomDato > iDag || afgoerelseDato > iDag) return {};
  const trin = lov.koder('bfu-trin', afgoerelseDato);
  return {
    frist: bfuFrist(lov, opmaerksomDato, 'almindelig'),
    milepaele: foreslaaMilepaele(trin, afgoerelseDato, bfuFrist(lov, opmaerksomDato, hastighed, spor)),
  };
}

/** Last day of an investigation without consent (SEL § 51, BL § 23). */
export function udenSamtykkeUdloeber(lov: Lovpakke, iDag: string, afgoerelseDato: string): string {
  if (afgoerelseDato > iDag) return afgoerelseDato;
  const udloeber = sidsteDag(lov, 'bfu-uden-samtykke-ophold', afgoerelseDato);
  if (udloeber === undefined) {
    throw new Afvist('regel-mangler', `Lovpakken har ingen regel om undersøgelse uden samtykke ${afgoerelseDato}.`, {
      felt: 'afgoerelseDato',
    });
  }
  return udloeber;
}

/** The generation of dimensions that the municipality had a licence for on a day. */
async function licenseretGeneration(session: CommandSession, dato: string): Promise<Generation | null> {
  return generationPaa((await session.state(licensDecider, LICENSSTROEM)).state, dato);
}

/**
 * The themes that the law of the decision gives, and the dimensions of the generation that the municipality had a licence
 * for then, as long as it has it on the day they are used too: a licence that has ended gives no more use.
 */
export async function gyldigeTemaer(
  session: CommandSession,
  lov: Lovpakke,
  afgjort: string,
  brugt: string = afgjort,
): Promise<GyldigeTemaer> {
  const generation = await licenseretGeneration(session, afgjort);
  const stadig = generation === (await licenseretGeneration(session, brugt));
  return Object.fromEntries(temavalg(lov, afgjort, stadig ? generation : null));
}

/** The dimensions that may not be used, and the neutral theme that each counts as. */
export async function dimensionerUdenLicens(
  session: CommandSession,
  lov: Lovpakke,
  afgjort: string,
  brugt: string,
): Promise<UdenLicens> {
  const gyldige = await gyldigeTemaer(session, lov, afgjort, brugt);
  const uden = lov.koder('dimensioner', afgjort).filter(({ kode }) => gyldige[kode] === undefined);
  return Object.fromEntries(uden.map(({ kode, tema }) => [kode, tema]));
}

/** Codes of measures, and of groups of measures, on a day. */
export function indsatskatalog(lov: Lovpakke, dato: string): readonly string[] {
  return lov.koder('indsatskatalog', dato).flatMap((post) => [post.kode, post.gruppe]);
}

/**
 * The screening that an afdækning is decided on: of the notification that is named, or the latest by the day of the decision
 * of the case and of the applications in it; of the same day the case's own.
 */
export async function screeningAf(
  session: CommandSession,
  sag: BegyndtSag,
  underretningId: string | undefined,
  dato: string,
): Promise<Screeningsfakta | undefined> {
  if (underretningId !== undefined) {
    const { state } = await session.state(underretningDecider, underretningId);
    const udfald = underretningensScreening(state)?.udfald;
    return udfald === undefined ? undefined : { udfald, underretningId };
  }
  const { alle } = (await session.state(screeningDecider, screeningsstroem(sag.sagId))).state;
  const kendte: readonly Screening[] = [...(await ansoegningernesScreeninger(session, sag)), ...alle];
  const seneste = senesteScreening(kendte.filter((screening) => screening.dato <= dato));
  if (seneste === undefined) return undefined;
  const { udfald, screeningId } = seneste;
  return { udfald, ...(screeningId === undefined ? {} : { screeningId }) };
}

/**
 * How the case stood screened on the day of a decision (BL § 18): by itself, through a notification in it or the one that is
 * named, or through an application, open or not.
 */
export async function sagensScreening(
  session: CommandSession,
  sag: BegyndtSag,
  underretningId: string | undefined,
  dato: string,
): Promise<Screeningsfakta | undefined> {
  const { alle } = (await session.state(screeningDecider, screeningsstroem(sag.sagId))).state;
  const { state: barn } = await session.state(barnDecider, barnetsStroem(sag.barnId));
  const andre: Screening[] = [];
  for (const id of barn.underretninger) {
    const { state: u } = await session.state(underretningDecider, id);
    const screening = underretningensScreening(u);
    if (u.fase === 'findes-ikke' || screening === undefined) continue;
    if (u.sagId === sag.sagId || id === underretningId) andre.push(screening);
  }
  return gaeldendeScreening(alle, [...andre, ...(await ansoegningernesScreeninger(session, sag))], dato);
}

async function ansoegningernesScreeninger(session: CommandSession, sag: BegyndtSag): Promise<readonly Screening[]> {
  const screeninger = await Promise.all(
    sag.ansoegninger.map(async (id) => ansoegningensScreening((await session.state(ansoegningDecider, id)).state)),
  );
  return screeninger.flatMap((screening) => screening ?? []);
}

/** Investigations of either form that are open in the case. */
export function igangvaerendeUndersoegelser(sag: BegyndtSag): readonly string[] {
  return Object.entries(sag.enkeltsager).flatMap(([id, { art }]) =>
    art === 'bfu' || art === 'afdaekning' ? [id] : [],
  );
}
