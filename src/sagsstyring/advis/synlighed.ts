import { type Aktoer } from '../../platform/auth/actor.js';
import { type Stammevalg } from '../sagsstamme/sagsstamme.query.js';
import { type Advisspoergsmaal } from './advis.query.js';
import { type Advis } from './dan_advis.js';

/** Whose advis are asked for. */
export interface Visningsvalg {
  readonly team?: string | undefined;
  readonly udenTeam?: boolean | undefined;
  readonly ansvarlig?: string | undefined;
  readonly eskaleret?: boolean | undefined;
  readonly udsatte?: boolean | undefined;
}

/** Asks for what is escalated in every team; a case's team cannot be called that. */
export const ALLE_TEAMS = 'alle';

/** The team whose cases are asked for; every team is no team. */
function valgtTeam({ team }: Visningsvalg): string | undefined {
  return team === ALLE_TEAMS ? undefined : team;
}

/** What is escalated is put to the team leaders. */
function faarEskalerede(valg: Visningsvalg, { roller }: Aktoer): boolean {
  const alt = valgtTeam(valg) === undefined && valg.udenTeam !== true && valg.ansvarlig === undefined;
  return alt && valg.eskaleret !== false && roller.includes('teamleder');
}

/**
 * It is another team's, and somebody has it: the leader of that team sees it. Not when the token names no team, and never
 * what no team or nobody has: then it would be seen by no leader.
 */
function erAndetTeams({ sagsbehandler, team }: Advis, valg: Visningsvalg, aktoer: Aktoer): boolean {
  const { teams = [] } = aktoer;
  if (teams.length === 0 || valg.team === ALLE_TEAMS || sagsbehandler === null || team === null) return false;
  return sagsbehandler !== aktoer.id && !teams.includes(team);
}

/** How much is escalated in each of the other teams, so that a leader sees that it is there also when nobody leads them. */
export function eskaleretIAndreTeams(
  alle: readonly Advis[],
  valg: Visningsvalg,
  aktoer: Aktoer,
): readonly { readonly team: string; readonly antal: number }[] {
  const antal = new Map<string, number>();
  for (const a of alle) {
    if (a.team === null || vises(a, valg, aktoer) || !vises(a, { ...valg, team: ALLE_TEAMS }, aktoer)) continue;
    antal.set(a.team, (antal.get(a.team) ?? 0) + 1);
  }
  return [...antal].map(([team, n]) => ({ team, antal: n })).sort((a, b) => (a.team < b.team ? -1 : 1));
}

/** Which cases and notifications to look at for the one who asks. */
export function stammerFor(
  valg: Visningsvalg,
  aktoer: Aktoer,
  pr: string,
): Pick<Advisspoergsmaal, 'stammer' | 'modtagelse'> {
  const { ansvarlig } = valg;
  const team = valgtTeam(valg);
  const { id, roller } = aktoer;
  if (team !== undefined)
    return { stammer: [ansvarlig === undefined ? { team } : { team, ansvarlig }], modtagelse: false };
  if (valg.udenTeam === true) return { stammer: [{ udenTeam: true }], modtagelse: false };
  if (ansvarlig !== undefined && ansvarlig !== id) return { stammer: [{ ansvarlig }], modtagelse: false };
  const egne: readonly Stammevalg[] = [{ ansvarlig: id }];
  const eskalerede = faarEskalerede(valg, aktoer);
  return {
    stammer: [
      ...egne,
      ...(roller.includes('teamleder') && ansvarlig === undefined ? [{ utildelte: true } as const] : []),
      ...(eskalerede ? [{ maaskeEskaleret: pr }] : []),
    ],
    modtagelse: eskalerede || roller.includes('modtagelse'),
  };
}

/**
 * A case that waits for the caller's answer brings only that; what is put off shows again to the leader it was escalated to.
 * Danger to a child, and a handover that waits, are never hidden from the one who must act.
 */
export function vises(a: Advis, valg: Visningsvalg, aktoer: Aktoer): boolean {
  const { id, roller } = aktoer;
  const eskaleret = a.eskaleret !== null;
  if (valg.eskaleret !== undefined && valg.eskaleret !== eskaleret) return false;
  if (!(eskaleret && faarEskalerede(valg, aktoer) && !erAndetTeams(a, valg, aktoer))) {
    if (a.underretningId !== null && !roller.includes('modtagelse')) return false;
    const bruger = valg.ansvarlig ?? (valgtTeam(valg) === undefined && valg.udenTeam !== true ? id : undefined);
    if (bruger !== undefined && a.sagsbehandler !== null && a.sagsbehandler !== bruger) return false;
  }
  if (a.udsatTil === null || valg.udsatte === true) return true;
  return a.klasse === 'fare' || a.emne === 'overdragelse' || (eskaleret && roller.includes('teamleder'));
}

const ESKALEREDE = 'eskalerede';

/** The leader's own and what nobody has are a list each; what is escalated from all others is one, so that it stays short. */
export function puljeFor(valg: Visningsvalg, aktoer: Aktoer): (advis: Advis) => string | null {
  const samlet = faarEskalerede(valg, aktoer) && valg.eskaleret === undefined;
  return ({ sagsbehandler, underretningId }) => {
    if (!samlet || sagsbehandler === aktoer.id) return sagsbehandler;
    return sagsbehandler === null && underretningId === null ? null : ESKALEREDE;
  };
}

/** The handovers that wait for one receiver's answer. */
export interface Ventende {
  readonly sagsbehandler: string | null;
  /** Since when the oldest has waited; local date. */
  readonly aeldste: string;
  readonly sager: readonly { readonly sagId: string; readonly barnId: string }[];
}

/**
 * Handovers are answered, not worked on, and come many at a time: they are put together, so that they neither drown in the
 * ten nor fill them. One that has waited so long that it is the leader's stands in the ranking too.
 */
export function samlOverdragelser(alle: readonly Advis[]): {
  readonly ventende: readonly Ventende[];
  readonly rangerede: readonly Advis[];
} {
  const ventende = new Map<string | null, Ventende>();
  for (const { emne, sagsbehandler, siden, sagId, barnId } of alle) {
    if (emne !== 'overdragelse' || sagId === null) continue;
    const hidtil = ventende.get(sagsbehandler);
    ventende.set(sagsbehandler, {
      sagsbehandler,
      aeldste: hidtil === undefined || siden < hidtil.aeldste ? siden : hidtil.aeldste,
      sager: [...(hidtil?.sager ?? []), { sagId, barnId }],
    });
  }
  return {
    ventende: [...ventende.values()].sort((a, b) => ((a.sagsbehandler ?? '') < (b.sagsbehandler ?? '') ? -1 : 1)),
    rangerede: alle.filter(({ emne, eskaleret }) => emne !== 'overdragelse' || eskaleret !== null),
  };
}
