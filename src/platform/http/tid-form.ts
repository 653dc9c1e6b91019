const DATO = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIDSPUNKT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
// A child in a case today is not born before this, and no deadline lies after it: other years are slips of the finger.
const FOERSTE_AAR = 1900;
const SIDSTE_AAR = 2199;

/** A calendar date that exists. */
export function findesDato(value: string): boolean {
  const match = DATO.exec(value);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < FOERSTE_AAR || year > SIDSTE_AAR)
    return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A point in time that exists, with its offset. By pattern alone: this runs on every command. */
export function findesTidspunkt(value: string): boolean {
  return TIDSPUNKT.test(value) && findesDato(value.slice(0, 10));
}
