import { Temporal } from 'temporal-polyfill';
import { findesDato, TIDSZONE } from '../kalender.js';
import { lokalDato } from '../lokal_dato.js';

/** Why a date could not be computed, in Danish, and which field it lies in. */
export class Beregningsfejl extends Error {
  override readonly name = 'Beregningsfejl';

  constructor(
    readonly felt: string,
    besked: string,
  ) {
    super(besked);
  }
}

/** When a deadline starts: always a local date, and an instant when the time of day was given. */
export interface Start {
  readonly dato: string;
  readonly tidspunkt?: string;
  /** How a local time was taken that summer time makes doubtful. */
  readonly bemaerkning?: string;
}

const FORM = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
// The calculation of Easter is tried for these years, and no act reaches further.
const AAR = { foerste: 1900, sidste: 2199 };

/** A date `2026-11-23`, a local time `2026-11-23T22:15` or an instant with offset; throws `Beregningsfejl`. */
export function laesStart(vaerdi: unknown): Start {
  const fundet = typeof vaerdi === 'string' ? FORM.exec(vaerdi) : null;
  if (typeof vaerdi !== 'string' || fundet === null)
    throw new Beregningsfejl(
      'start',
      'start skal være en dato (2026-11-23) eller et lokalt tidspunkt (2026-11-23T22:15, gerne med +01:00).',
    );
  const [, dato = '', time, minut, sekund, forskydning] = fundet;
  const aar = Number(dato.slice(0, 4));
  if (!findesDato(dato)) throw new Beregningsfejl('start', `Datoen ${dato} findes ikke.`);
  if (aar < AAR.foerste || aar > AAR.sidste)
    throw new Beregningsfejl('start', `Året skal ligge mellem ${AAR.foerste} og ${AAR.sidste}.`);
  if (time === undefined) return { dato };
  if (Number(time) > 23 || Number(minut) > 59 || Number(sekund ?? '0') > 59)
    throw new Beregningsfejl('start', `Klokkeslættet i ${vaerdi} findes ikke.`);
  return forskydning === undefined ? lokalStart(vaerdi) : medForskydning(vaerdi);
}

function medForskydning(tidspunkt: string): Start {
  try {
    return { dato: lokalDato(tidspunkt), tidspunkt };
  } catch {
    throw new Beregningsfejl('start', `Tidspunktet ${tidspunkt} findes ikke.`);
  }
}

// What Danish clocks show: an hour that comes twice is the first one, an hour that is skipped is taken an hour later.
function lokalStart(vaerdi: string): Start {
  const paaUret = Temporal.PlainDateTime.from(vaerdi);
  const foerst = paaUret.toZonedDateTime(TIDSZONE, { disambiguation: 'earlier' });
  const sidst = paaUret.toZonedDateTime(TIDSZONE, { disambiguation: 'later' });
  if (foerst.epochNanoseconds === sidst.epochNanoseconds)
    return { dato: vaerdi.slice(0, 10), tidspunkt: tekst(foerst) };
  const findes = foerst.toPlainDateTime().equals(paaUret);
  const taget = findes ? foerst : sidst;
  return {
    dato: vaerdi.slice(0, 10),
    tidspunkt: tekst(taget),
    bemaerkning: findes
      ? `Klokken er ${klokken(paaUret)} to gange den dag; regnet som den første, ${tekst(taget)}.`
      : `Klokken er aldrig ${klokken(paaUret)} den dag, fordi uret stilles frem; regnet som ${tekst(taget)}.`,
  };
}

function tekst(tid: Temporal.ZonedDateTime): string {
  return tid.toString({ timeZoneName: 'never' });
}

function klokken(tid: Temporal.PlainDateTime): string {
  return tid.toPlainTime().toString({ smallestUnit: 'minute' });
}
