/** A CPR number's form: ten digits, with or without a hyphen after the sixth. */
const FORM = /^\d{6}-?\d{4}$/;

/** Ten digits without the hyphen, the way the number is kept. */
export function udenBindestreg(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().replace(/^(\d{6})-(\d{4})$/, '$1$2') : value;
}

export function harCprForm(value: unknown): boolean {
  return typeof value === 'string' && FORM.test(value);
}

/**
 * The first six digits must be a date that exists. Replacement numbers have 60 added to the day. Modulus 11 is not checked:
 * since 2007 numbers are given out that do not fulfil it.
 */
export function harCprDato(value: unknown): boolean {
  if (!harCprForm(value)) return false;
  const digits = String(udenBindestreg(value));
  const day = Number(digits.slice(0, 2)) % 60;
  const month = Number(digits.slice(2, 4));
  const year = fullYear(Number(digits.slice(4, 6)), Number(digits[6]));
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The seventh digit tells the century. */
function fullYear(year: number, seventh: number): number {
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}
