/**
 * The reasons that an event carries, as the journal tells them: what was lawfully left out or taken over is part of the case
 * (offentlighedsloven § 13), so a reason that is recorded must be readable there. Those that are not given say nothing.
 */
export function grunde(...par: readonly (readonly [hvad: string, hvorfor: string | undefined])[]): string {
  return par.map(([hvad, hvorfor]) => (hvorfor === undefined ? '' : ` ${hvad}: ${hvorfor}`)).join('');
}
