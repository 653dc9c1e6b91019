import { type Afledning } from '../../platform/corrections/correct-date.js';
import { type FormandsafgoerelseEvent } from './formandsafgoerelse.events.js';

/** When all parties have been told follows from when each was: the last of them counts. */
export const meddeltAlleAfledt: Afledning = (events) => {
  const nye = new Map<number, { readonly meddelt: string }>();
  const meddelt: string[] = [];
  // The stream holds only what its decider wrote, and corrections, which are of no type named here.
  (events as readonly FormandsafgoerelseEvent[]).forEach((e, nr) => {
    if (e.type === 'sagsstyring.ForeloebigAfgoerelseMeddelt') meddelt.push(e.data.meddelt);
    if (e.type !== 'sagsstyring.ForeloebigAfgoerelseMeddeltAlle' || meddelt.length === 0) return;
    const sidste = meddelt.reduce((a, b) => (Date.parse(a) >= Date.parse(b) ? a : b));
    if (sidste !== e.data.meddelt) nye.set(nr + 1, { meddelt: sidste });
  });
  return nye;
};
