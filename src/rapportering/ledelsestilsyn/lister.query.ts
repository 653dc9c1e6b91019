import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Sql } from '../../platform/queries/query.js';
import { hentFratraadte } from '../../sagsstyring/sagsstyring.public.js';
import { type Leverancedannelse } from '../l201/leverancedannelse.js';
import { hentIndsatser } from '../l201/l201.query.js';
import { hentOverskredne } from './ledelsestilsyn.query.js';
import { dageMellem, dageUdenAktivitet, sidstRoert } from './oversigt.js';
import {
  type AabenSag,
  hentAabneSager,
  hentAnsvar,
  hentHosSiden,
  hentIndsatserUdenPlan,
  type Opgoerelse,
} from './sager.query.js';

export const TILSYNSLISTER = [
  'uden-aktivitet',
  'uden-sagsbehandler',
  'uden-aktiv-sagsbehandler',
  'overskredne-frister',
  'indsats-uden-plan',
  'uden-tilsynsbesoeg',
  'indberetning-tilbageholdt',
] as const;
export type Tilsynsliste = (typeof TILSYNSLISTER)[number];

export interface Listepost {
  readonly sagId: string | null;
  readonly barnId: string;
  readonly sagsbehandler: string | null;
  readonly team: string | null;
  /** The notification, investigation or measure it is about. */
  readonly enkeltsagId: string | null;
  readonly siden: string;
  readonly dage: number;
  readonly tekst: string;
  readonly hjemmel: string | null;
}

export interface Listespoergsmaal extends Opgoerelse {
  readonly liste: Tilsynsliste;
  readonly team?: string | undefined;
  readonly sagsbehandler?: string | undefined;
  /** Without activity for at least so many days. */
  readonly dage: number;
}

export interface Listegrundlag {
  readonly sql: Sql;
  readonly lov: Lovpakke;
  readonly dannelse: Leverancedannelse;
}

/** One of the lists of oversight, what has waited longest first; and whether the system can see what the list is about. */
export async function hentListe(
  g: Listegrundlag,
  q: Listespoergsmaal,
): Promise<{ readonly poster: readonly Listepost[]; readonly kanSes: boolean }> {
  const poster = await POSTER[q.liste](g, q);
  const valgte = poster.filter(
    (p) =>
      (q.team === undefined || p.team === q.team) &&
      (q.sagsbehandler === undefined || p.sagsbehandler === q.sagsbehandler),
  );
  return {
    poster: [...valgte].sort((a, b) => b.dage - a.dage || ((a.sagId ?? a.barnId) < (b.sagId ?? b.barnId) ? -1 : 1)),
    kanSes: q.liste !== 'uden-tilsynsbesoeg' || tilsynsbesoegKanSes(g.lov, q.pr),
  };
}

/** The first visit after a placement is put to work, and the next after each visit (SEL § 148 / BL § 155). */
const BESOEGSREGLER = ['tilsynsbesoeg-foerste', 'tilsynsbesoeg-naeste'] as const;

/** The duty is in the law pack; whether it is followed by any event of the system is, too. */
function tilsynsbesoegKanSes(lov: Lovpakke, pr: string): boolean {
  return BESOEGSREGLER.some((regel) => (lov.regel(regel, pr)?.udloeser ?? null) !== null);
}

type Hent = (g: Listegrundlag, q: Listespoergsmaal) => Promise<readonly Listepost[]>;

const POSTER: Readonly<Record<Tilsynsliste, Hent>> = {
  'uden-aktivitet': async ({ sql }, q) =>
    (await hentAabneSager(sql, q))
      .filter((sag) => dageUdenAktivitet(sag, q.pr) >= q.dage)
      .map((sag) =>
        post(sag, sidstRoert(sag), q.pr, {
          tekst: sag.aktivitet === null ? 'Der er intet sket, siden sagen blev åbnet' : 'Sidste aktivitet i sagen',
        }),
      ),
  'uden-sagsbehandler': async ({ sql }, q) =>
    (await hentAabneSager(sql, q))
      .filter(({ sagsbehandler }) => sagsbehandler === null)
      .map((sag) => post(sag, sag.aabnet, q.pr, { tekst: 'Ingen sagsbehandler har ansvaret' })),
  'uden-aktiv-sagsbehandler': udenAktivSagsbehandler,
  'overskredne-frister': (g, q) => overskredne(g, q),
  'indsats-uden-plan': async ({ sql }, q) => {
    const sager = new Map((await hentAabneSager(sql, q)).map((sag) => [sag.sagId, sag]));
    return (await hentIndsatserUdenPlan(sql, q)).flatMap(
      ({ sagId, indsatsId, afgoerelse, indsatsnavn, hjemmel, undtaget }) => {
        const sag = sager.get(sagId);
        const tekst = `${indsatsnavn} uden gældende plan${undtaget ? '; undtagelsen er begrundet i afgørelsen' : ''}`;
        return sag === undefined ? [] : [post(sag, afgoerelse, q.pr, { tekst, hjemmel, enkeltsagId: indsatsId })];
      },
    );
  },
  'uden-tilsynsbesoeg': (g, q) => overskredne(g, q, BESOEGSREGLER),
  'indberetning-tilbageholdt': tilbageholdte,
};

function post(
  sag: Pick<AabenSag, 'sagId' | 'barnId' | 'sagsbehandler' | 'team'>,
  siden: string,
  pr: string,
  om: { readonly tekst: string; readonly hjemmel?: string; readonly enkeltsagId?: string },
): Listepost {
  const { sagId, barnId, sagsbehandler, team } = sag;
  return {
    ...{ sagId, barnId, sagsbehandler, team, siden, dage: dageMellem(siden, pr), tekst: om.tekst },
    ...{ hjemmel: om.hjemmel ?? null, enkeltsagId: om.enkeltsagId ?? null },
  };
}

/** Who does casework; a user who has only written as something else has not. */
const SAGSARBEJDE: readonly string[] = ['sagsbehandler', 'teamleder'];

/**
 * Cases with a name on them, but with nobody behind it: one whose last day is past, or one whom the log has never seen do any
 * casework. The child has had nobody since that last day, or since the case was given to the one who never began.
 */
async function udenAktivSagsbehandler({ sql }: Listegrundlag, q: Listespoergsmaal): Promise<readonly Listepost[]> {
  const fratraadte = await hentFratraadte(sql, q.kommune, { iDag: q.pr, position: q.position });
  const roller = await hentRoller(sql, q);
  const hvorfor = (sagsbehandler: string): { readonly tekst: string; readonly siden?: string } | undefined => {
    const sidsteDag = fratraadte.get(sagsbehandler);
    // A handover that is finished before the last day takes nobody's caseworker away on the days until then.
    if (sidsteDag !== undefined && sidsteDag < q.pr)
      return { tekst: `Sagsbehandleren er fratrådt; sidste dag var ${sidsteDag}`, siden: sidsteDag };
    const som = roller.get(sagsbehandler) ?? [];
    if (som.length === 0) return { tekst: 'Sagsbehandleren har aldrig skrevet noget i systemet' };
    if (som.some((rolle) => SAGSARBEJDE.includes(rolle))) return undefined;
    return {
      tekst: `Sagsbehandleren har kun skrevet som ${som.join(', ')}, aldrig som ${SAGSARBEJDE.join(' eller ')}`,
    };
  };
  const uden = (await hentAabneSager(sql, q)).flatMap((sag) => {
    const grund = sag.sagsbehandler === null ? undefined : hvorfor(sag.sagsbehandler);
    return grund === undefined ? [] : [{ sag, ...grund }];
  });
  const fik = await hentHosSiden(
    sql,
    q,
    uden.map(({ sag }) => sag.sagId),
  );
  return uden.map(({ sag, tekst, siden = '' }) => {
    const fra = fik.get(sag.sagId) ?? sag.aabnet;
    return post(sag, siden > fra ? siden : fra, q.pr, { tekst });
  });
}

/** What each user has written as, in alphabetical order. */
async function hentRoller(sql: Sql, q: Opgoerelse): Promise<ReadonlyMap<string, readonly string[]>> {
  const raekker = await sql.query<{ bruger: string; roller: readonly string[] }>(
    `SELECT bruger, array_agg(rolle ORDER BY rolle) AS roller FROM lm_rapportering_ledelsestilsyn.bruger
      WHERE tenant_id = $1 AND position <= $2 GROUP BY bruger`,
    [q.kommune, q.position],
  );
  return new Map(raekker.map(({ bruger, roller }) => [bruger, roller]));
}

async function overskredne(
  { sql }: Listegrundlag,
  q: Listespoergsmaal,
  regler?: readonly string[],
): Promise<readonly Listepost[]> {
  const frister = (await hentOverskredne(sql, q)).filter((f) => regler?.includes(f.regel) ?? true);
  const ansvar = await hentAnsvar(
    sql,
    q,
    frister.flatMap(({ sagId }) => sagId ?? []),
  );
  return frister.flatMap(({ sagId, barnId, enkeltsagId, navn, hjemmel, forfald, dage }): readonly Listepost[] => {
    if (barnId === null) return [];
    const { sagsbehandler = null, team = null } = (sagId === null ? undefined : ansvar.get(sagId)) ?? {};
    return [
      { ...{ sagId, barnId, sagsbehandler, team, enkeltsagId, hjemmel, dage }, siden: lokalDato(forfald), tekst: navn },
    ];
  });
}

/** What would be held back if the latest whole month were delivered to Danmarks Statistik now. */
async function tilbageholdte({ sql, dannelse }: Listegrundlag, q: Listespoergsmaal): Promise<readonly Listepost[]> {
  const periode = senesteHeleMaaned(q.pr);
  const raekker = await hentIndsatser(sql, q.kommune, periode, q.position);
  const hoved = {
    ...{ kommunekode: String(q.kommune), periode, test: false, dannet: `${q.pr}T00:00:00`, systemversion: '' },
    kontakter: { faglig: '', teknisk: '', kvittering: '' },
  };
  const { fejl } = await dannelse.dan(hoved, raekker, q.position);
  const indsatser = new Map(raekker.map((r) => [r.indsatsId, r]));
  const sager = await sagerAf(sql, q, [...indsatser.keys()]);
  const ansvar = await hentAnsvar(sql, q, [...sager.values()]);
  return fejl.flatMap(({ indsatsId, alvor, kode, tekst }): readonly Listepost[] => {
    const indsats = indsatser.get(indsatsId);
    if (alvor !== 'fejl' || indsats === undefined) return [];
    const sagId = sager.get(indsatsId) ?? null;
    const { sagsbehandler = null, team = null } = (sagId === null ? undefined : ansvar.get(sagId)) ?? {};
    const { barnId, start: siden } = indsats;
    return [
      {
        ...{ sagId, barnId, sagsbehandler, team, enkeltsagId: indsatsId, siden, dage: dageMellem(siden, q.pr) },
        ...{ tekst: `${periode}, ${kode}: ${tekst}`, hjemmel: 'retssikkerhedsloven § 84' },
      },
    ];
  });
}

async function sagerAf(sql: Sql, q: Opgoerelse, indsatser: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const raekker = await sql.query<{ indsats: string; sag: string }>(
    `SELECT indsats_id AS indsats, sag_id AS sag FROM lm_rapportering_ledelsestilsyn.indsats
      WHERE tenant_id = $1 AND indsats_id = ANY ($2::uuid[])`,
    [q.kommune, indsatser],
  );
  return new Map(raekker.map(({ indsats, sag }) => [indsats, sag]));
}

function senesteHeleMaaned(dag: string): string {
  const aar = Number(dag.slice(0, 4));
  const maaned = Number(dag.slice(5, 7));
  return maaned === 1 ? `${String(aar - 1)}M12` : `${String(aar)}M${String(maaned - 1).padStart(2, '0')}`;
}
