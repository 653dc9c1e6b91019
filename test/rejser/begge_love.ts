import { Temporal } from 'temporal-polyfill';
import { type Rejse } from './familie.js';

/** The first day of the same case under each act: Mondays in February of years that are no leap years, so every month is as long. */
export const FOERSTE_DAG = { SEL: '2019-02-04', BL: '2026-02-02' } as const;
export type Regime = keyof typeof FOERSTE_DAG;

/** What a case has come to, in days from its first one, so that it can be held up against the other act. */
export interface Spillet {
  readonly journal: readonly { readonly dag: number; readonly type: string; readonly hjemmel: string }[];
  /** Rule -> day and status at the end of the story. */
  readonly frister: ReadonlyMap<string, string>;
}

export interface Dage {
  readonly dag: (n: number) => string;
  readonly kl: (n: number, time: string) => string;
  readonly foedt: (aar: number) => string;
}

export function dage(regime: Regime): Dage {
  const foerste = Temporal.PlainDate.from(FOERSTE_DAG[regime]);
  const dag = (n: number): string => foerste.add({ days: n }).toString();
  const kl = (n: number, time: string): string =>
    Temporal.PlainDateTime.from(`${dag(n)}T${time}`)
      .toZonedDateTime('Europe/Copenhagen')
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { dag, kl, foedt: (aar) => foerste.subtract({ years: aar, days: 1 }).toString() };
}

/** Reads the journal of the child and the deadlines of the case as they stood on the story's last day. */
export async function spillet(
  rejse: Rejse,
  regime: Regime,
  om: { readonly sagId: string; readonly barnId: string; readonly sidsteDag: number },
): Promise<Spillet> {
  const foerste = Temporal.PlainDate.from(FOERSTE_DAG[regime]);
  const siden = (dato: string): number => foerste.until(dato.slice(0, 10), { largestUnit: 'days' }).days;
  const svar = await rejse.get(`/boern/${om.barnId}/journal?graense=200`);
  const { poster: linjer } = svar.body as { poster: readonly { dato: string; type: string; hjemmel: string }[] };
  const frister = await rejse.frister(om.sagId, dage(regime).kl(om.sidsteDag, '12:00'));
  return {
    journal: linjer
      .filter(({ type }) => !type.startsWith('netvaerk.'))
      .map(({ dato, type, hjemmel }) => ({ dag: siden(dato), type, hjemmel })),
    frister: new Map(
      Object.entries(frister).map(([regel, hvad]) => {
        const [forfald = '', status = ''] = hvad.split(' ');
        return [regel, `${String(siden(forfald))} ${status}`];
      }),
    ),
  };
}

/** What happened, and when. */
// A meeting is called on the day the system does it, which is today in both.
export function haendt({ journal }: Spillet): readonly string[] {
  return journal
    .filter(({ type }) => type !== 'sagsstyring.BuuMoedeBerammet')
    .map(({ dag, type }) => `${String(dag)} ${type}`);
}

/** The kinds of line whose legal basis is another under the other act. */
export function andenHjemmel(sel: Spillet, bl: Spillet): Readonly<Record<string, readonly (string | undefined)[]>> {
  const hjemler = ({ journal }: Spillet) => new Map(journal.map(({ type, hjemmel }) => [type, hjemmel]));
  const [gammel, ny] = [hjemler(sel), hjemler(bl)];
  return Object.fromEntries(
    [...gammel].flatMap(([type, hjemmel]) =>
      type.startsWith('ics.') || ny.get(type) === hjemmel ? [] : [[type, [hjemmel, ny.get(type)]]],
    ),
  );
}

/** Deadlines that only one act has, or that fall on another day: under each of them. */
export function andreFrister(sel: Spillet, bl: Spillet): Readonly<Record<string, readonly (string | undefined)[]>> {
  const regler = [...new Set([...sel.frister.keys(), ...bl.frister.keys()])].sort();
  return Object.fromEntries(
    regler.flatMap((regel) => {
      const begge = [sel.frister.get(regel), bl.frister.get(regel)];
      return begge[0] === begge[1] ? [] : [[regel, begge]];
    }),
  );
}
