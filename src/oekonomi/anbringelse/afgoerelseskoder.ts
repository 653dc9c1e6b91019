/** Decisions of the committee on a closed place: each carries that kind of place, and no other (SEL §§ 63 a-63 c; BL §§ 61-63). */
export const LUKKEDE: readonly string[] = ['delvis-lukket', 'sikret', 'saerligt-sikret'];

/** Decisions of the committee that a child can be placed by. */
export const ANBRINGELSESKODER: readonly string[] = [
  'anbringelse-uden-samtykke',
  'opretholdelse',
  'permanent-anbringelse',
  ...LUKKEDE,
];

/** Decisions that move a placed child against somebody's wish (SEL § 69, stk. 3; BL § 98, stk. 4). */
export const FLYTTEKODER: readonly string[] = ['aendring-anbringelsessted', ...LUKKEDE];
