/**
 * Paths (JSON pointers) of keys that stand twice in one object. `JSON.parse` lets the last win in silence, and a pack in
 * which a deadline is both 24 and 48 hours must not be read as either. Takes text that `JSON.parse` has accepted.
 */
export function gentagneNoegler(json: string): readonly string[] {
  const fundet: string[] = [];
  const stak: Lag[] = [];
  const led = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
  for (const [tegn] of json.matchAll(led)) {
    const lag = stak.at(-1);
    if (tegn === '{') stak.push({ noegler: new Set(), noegle: '', venterNoegle: true });
    else if (tegn === '[') stak.push({ nummer: 0 });
    else if (tegn === '}' || tegn === ']') stak.pop();
    else if (lag !== undefined && tegn === ',') {
      if ('nummer' in lag) lag.nummer += 1;
      else lag.venterNoegle = true;
    } else if (lag !== undefined && 'noegler' in lag && lag.venterNoegle && tegn.startsWith('"')) {
      // Read as JSON reads it: "a" and "\\u0061" are one key.
      lag.noegle = String(JSON.parse(tegn));
      lag.venterNoegle = false;
      if (lag.noegler.has(lag.noegle)) fundet.push(sti(stak));
      lag.noegler.add(lag.noegle);
    }
  }
  return fundet;
}

type Lag = { readonly noegler: Set<string>; noegle: string; venterNoegle: boolean } | { nummer: number };

function sti(stak: readonly Lag[]): string {
  return stak.map((lag) => `/${'nummer' in lag ? String(lag.nummer) : lag.noegle}`).join('');
}
