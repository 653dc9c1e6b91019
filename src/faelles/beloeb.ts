/** Money is whole øre, so that sums are exact. */
export type Oere = number;

/** 1234.5 or "1.234,50" -> 123450. More than two decimals is refused: nobody can pay half an øre. */
export function tilOere(kroner: number | string): Oere {
  const tekst = typeof kroner === 'number' ? String(kroner) : kroner.trim().replaceAll('.', '').replace(',', '.');
  const fundet = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(tekst);
  if (fundet === null) throw new RangeError('Beløbet skal være i kroner med højst to decimaler.');
  const [, fortegn = '', hele = '0', decimaler = ''] = fundet;
  const oere = Number(hele) * 100 + Number(decimaler.padEnd(2, '0'));
  return fortegn === '-' && oere !== 0 ? -oere : oere;
}

/** 123450 -> "1.234,50 kr." */
export function beloebTekst(oere: Oere): string {
  const kroner = String(Math.floor(Math.abs(oere) / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${oere < 0 ? '-' : ''}${kroner},${String(Math.abs(oere) % 100).padStart(2, '0')} kr.`;
}
