export interface Kandidat {
  readonly sagsbehandler: string;
  readonly team?: string | undefined;
  /** Open cases now. */
  readonly aabneSager: number;
}

export interface Fordelt {
  readonly sagId: string;
  readonly til?: string;
  readonly tilTeam?: string;
}

/**
 * Proposes a receiver for each case: the candidate with the fewest open cases, those proposed counted with them; of the
 * case's own team, when any is; between equals the one named first. Only a proposal: the team leader can change it, and
 * the receiver can say no.
 */
export function fordel(
  sager: readonly { readonly sagId: string; readonly team: string | null }[],
  kandidater: readonly Kandidat[],
): readonly Fordelt[] {
  const antal = new Map(kandidater.map((k) => [k.sagsbehandler, k.aabneSager]));
  const mindst = (blandt: readonly Kandidat[]): Kandidat | undefined =>
    blandt.reduce<Kandidat | undefined>(
      (bedst, k) =>
        bedst === undefined || (antal.get(k.sagsbehandler) ?? 0) < (antal.get(bedst.sagsbehandler) ?? 0) ? k : bedst,
      undefined,
    );
  return sager.map(({ sagId, team }) => {
    const modtager = mindst(kandidater.filter((k) => team !== null && k.team === team)) ?? mindst(kandidater);
    if (modtager === undefined) return { sagId };
    antal.set(modtager.sagsbehandler, (antal.get(modtager.sagsbehandler) ?? 0) + 1);
    const { sagsbehandler: til, team: tilTeam } = modtager;
    return { sagId, til, ...(tilTeam === undefined ? {} : { tilTeam }) };
  });
}
