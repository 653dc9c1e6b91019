export type Anbringelsestilstand =
  | 'besluttet'
  | 'ivaerksat'
  | 'hjemgivelse-besluttet'
  | 'hjemgivelsesperiode'
  | 'permanent'
  | 'overgaaet-til-ungestoette'
  | 'hjemgivet'
  | 'ophoert';

export const ANBRINGELSESTILSTANDE: readonly Anbringelsestilstand[] = [
  'besluttet',
  'ivaerksat',
  'hjemgivelse-besluttet',
  'hjemgivelsesperiode',
  'permanent',
  'overgaaet-til-ungestoette',
  'hjemgivet',
  'ophoert',
];

export interface Tilstandsgrundlag {
  readonly fase: string;
  readonly grundlag: string;
  readonly hjemgivelseAfgjort: string | null;
  readonly periodeSlut: string | null;
  readonly permanentDato: string | null;
  readonly ophoersaarsag: string | null;
}

/** Where a placement is on a day. In the period the child still counts as placed (SEL § 68, BL § 100, stk. 4). */
export function anbringelsestilstand(om: Tilstandsgrundlag, iDag: string): Anbringelsestilstand {
  const { fase, hjemgivelseAfgjort, periodeSlut } = om;
  if (fase === 'ophoert') return om.ophoersaarsag === 'hjemgivet' ? 'hjemgivet' : 'ophoert';
  if (fase === 'besluttet') return 'besluttet';
  if (hjemgivelseAfgjort !== null) {
    // Decided without a period, or with one that is over: the child is to be home, and that is not recorded yet.
    const iPerioden = periodeSlut !== null && periodeSlut > hjemgivelseAfgjort && iDag <= periodeSlut;
    return iPerioden ? 'hjemgivelsesperiode' : 'hjemgivelse-besluttet';
  }
  if (om.grundlag === 'ungestoette') return 'overgaaet-til-ungestoette';
  return om.permanentDato === null ? 'ivaerksat' : 'permanent';
}
