import { type Afledning } from '../../platform/corrections/correct-date.js';
import { senest } from './tilstand.js';
import { type UnderretningEvent } from './underretning.events.js';

/** When everybody has been told of the notification follows from when each was told the first time: the last of them counts. */
export const oplystAfledt: Afledning = (events) => {
  const nye = new Map<number, { readonly dato: string }>();
  const oplyste = new Set<string>();
  let sidst: string | null = null;
  // The stream holds only what its decider wrote, and corrections, which are of no type named here.
  (events as readonly UnderretningEvent[]).forEach((e, nr) => {
    if (e.type === 'sagsstyring.ForaeldreOrienteret' && !oplyste.has(e.data.personId)) {
      oplyste.add(e.data.personId);
      sidst = senest(sidst, e.data.dato);
    }
    if (e.type === 'sagsstyring.ForaeldreneOplyst' && sidst !== null && sidst !== e.data.dato)
      nye.set(nr + 1, { dato: sidst });
  });
  return nye;
};
