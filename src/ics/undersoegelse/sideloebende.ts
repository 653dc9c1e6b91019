import { type CommandSession } from '../../platform/commands/command.js';
import { type BegyndtSag, indsatserIGang, kraevSag } from '../../sagsstyring/sagsstyring.public.js';
import { type IgangvaerendeIndsats } from './kommandoer.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import { undersoegelseDecider } from './undersoegelse.js';

/**
 * What ran beside an investigation: the first follow-up of a measure is due when the earliest of them ends, or after three
 * months (BL § 95, stk. 2), in whichever order the two were recorded.
 */

export interface Undersoegelsesslut {
  readonly undersoegelseId: string;
  readonly undersoegelseSluttet: string;
}

/** When the case's investigations ended, the first one first. One that was stopped has no conclusion, and moves nothing. */
async function undersoegelsesslut(session: CommandSession, sag: BegyndtSag): Promise<readonly Undersoegelsesslut[]> {
  const sluttede: Undersoegelsesslut[] = [];
  for (const [undersoegelseId, afsluttet] of Object.entries(sag.afsluttedeUndersoegelser)) {
    const { state: u } = await session.state(undersoegelseDecider, undersoegelseId);
    if (u.fase !== 'afsluttet') continue;
    sluttede.push({ undersoegelseId, undersoegelseSluttet: u.godkendt?.dato ?? u.konkluderet ?? afsluttet });
  }
  return sluttede.sort((a, b) => (a.undersoegelseSluttet < b.undersoegelseSluttet ? -1 : 1));
}

/** The first of the case's investigations to end on the day or later, when that is known already; undefined when none has. */
export async function foersteUndersoegelsesslut(
  session: CommandSession,
  sagId: string,
  fra: string,
): Promise<Undersoegelsesslut | undefined> {
  const sluttede = await undersoegelsesslut(session, await kraevSag(session, sagId));
  return sluttede.find(({ undersoegelseSluttet }) => undersoegelseSluttet >= fra);
}

/**
 * Measures that run on the day the investigation ends, and since when: their first follow-up moves forward to it. Not those
 * whose follow-up the end of another investigation has moved already, and to a day no later: the earliest counts, and is
 * never put off again.
 */
export async function indsatserAtRykkeFrem(
  session: CommandSession,
  sag: BegyndtSag,
  dato: string,
): Promise<readonly IgangvaerendeIndsats[]> {
  const sluttede = await undersoegelsesslut(session, sag);
  return medStart(sag, indsatserIGang(sag, dato)).filter(
    ({ ivaerksatDato }) =>
      !sluttede.some(
        ({ undersoegelseSluttet }) => undersoegelseSluttet >= ivaerksatDato && undersoegelseSluttet <= dato,
      ),
  );
}

/**
 * Measures that the right day of the end may move, or no longer move: those that ran on the day that was recorded, and those
 * that ran on the right one. Since when is asked of the case, for that may have been put right since too.
 */
export async function indsatserVedRettelse(
  session: CommandSession,
  { sagId, godkendt }: BegyndtUndersoegelse,
  dato: string,
): Promise<readonly IgangvaerendeIndsats[]> {
  if (godkendt === null) return [];
  const sag = await kraevSag(session, sagId);
  const dengang = godkendt.igangvaerendeIndsatser.map(({ indsatsId }) => indsatsId);
  return medStart(sag, [...new Set([...dengang, ...indsatserIGang(sag, godkendt.dato), ...indsatserIGang(sag, dato)])]);
}

function medStart(sag: BegyndtSag, indsatsIder: readonly string[]): readonly IgangvaerendeIndsats[] {
  return indsatsIder.flatMap((indsatsId) => {
    const indsats = sag.indsatser[indsatsId];
    if (indsats === undefined) return [];
    const { fra: ivaerksatDato, art } = indsats;
    return [{ indsatsId, ivaerksatDato, ...(art === undefined ? {} : { art }) }];
  });
}
