/**
 * The members of a JSON object as they were written, by name; of a name that stands twice, the last. Takes text that
 * `JSON.parse` has accepted as an object. A number goes back digit for digit: a double would change 12345678901234567890.
 */
export function medlemmer(objekt: string): ReadonlyMap<string, string> {
  const fundet = new Map<string, string>();
  let dybde = 0;
  let navn: string | undefined;
  let fra = 0;
  for (const { 0: tegn, index } of objekt.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    if (dybde === 1 && navn === undefined && tegn.startsWith('"')) navn = String(JSON.parse(tegn));
    else if (dybde === 1 && tegn === ':') fra = index + 1;
    if (dybde === 1 && navn !== undefined && (tegn === ',' || tegn === '}')) {
      fundet.set(navn, objekt.slice(fra, index).trim());
      navn = undefined;
    }
    if (tegn === '{' || tegn === '[') dybde += 1;
    if (tegn === '}' || tegn === ']') dybde -= 1;
  }
  return fundet;
}
