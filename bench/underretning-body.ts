/** Days of birth 2005–2018 by twelve months by 28 days, and the numbers that a child born in this century can have. */
const YEARS = 14;
const DAYS = YEARS * 12 * 28;
const FIRST_SERIAL = 4000;
const SERIALS = 6000;

/** A CPR number that nobody can have: 60 is added to the day of birth. Different for every number below 28 million. */
export function syntheticCpr(nr: number): string {
  const day = nr % DAYS;
  const serial = FIRST_SERIAL + (Math.floor(nr / DAYS) % SERIALS);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(61 + (day % 28))}${two(1 + (Math.floor(day / 28) % 12))}${two(5 + Math.floor(day / 336))}${String(serial)}`;
}

/** The notification of README's first call, about a child of its own. */
export function underretning(nr: number, received: Date): object {
  return {
    barn: { cpr: syntheticCpr(nr), navn: `Alma ${String(nr)} Prøvesen` },
    modtaget: received.toISOString(),
    form: 'telefonisk',
    underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'inga@skole.example' },
    aarsagKoder: ['UDSLAG14'],
    beskrivelse: 'Barnet møder ofte uden madpakke og virker træt.',
  };
}
