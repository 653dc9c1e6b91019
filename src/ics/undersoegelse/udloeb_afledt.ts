import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Afskrift } from '../../platform/corrections/copied-day.js';
import { type Afledning } from '../../platform/corrections/correct-date.js';
import { udenSamtykkeUdloeber } from './grundlag.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';

/**
 * How long an investigation without consent may last follows from the day of the committee's decision, and so does whether
 * the child's stay lasted longer than that (SEL § 51, BL § 23).
 */
export const udloebAfledt =
  (lov: Lovpakke): Afledning =>
  (events) => {
    const nye = new Map<number, { readonly udloeber: string } | { readonly efterUdloeb: boolean }>();
    let sidsteDag: string | null = null;
    // The stream holds only what its decider wrote, and corrections, which are of no type named here.
    (events as readonly UndersoegelseEvent[]).forEach((e, nr) => {
      if (e.type === 'ics.UndersoegelseUdenSamtykkeBesluttet') {
        const { afgoerelseDato, udloeber } = e.data;
        sidsteDag = udenSamtykkeUdloeber(lov, afgoerelseDato, afgoerelseDato);
        if (sidsteDag !== udloeber) nye.set(nr + 1, { udloeber: sidsteDag });
      }
      if (e.type !== 'ics.UndersoegelsesopholdOphoert' || sidsteDag === null) return;
      const efterUdloeb = e.data.dato > sidsteDag;
      if (efterUdloeb !== e.data.efterUdloeb) nye.set(nr + 1, { efterUdloeb });
    });
    return nye;
  };

/** The day of the committee's decision is the committee's: the investigation only has it from there. */
export const udvalgetsDag: Afskrift = {
  af: { type: 'sagsstyring.BuuAfgjort', felt: 'dato', noegle: 'buuSagId' },
  i: { type: 'ics.UndersoegelseUdenSamtykkeBesluttet', felt: 'afgoerelseDato', noegle: 'buuSagId' },
  stroemme: (_session, events) =>
    Promise.resolve(
      events.flatMap(({ type, data: { bfuId } }) =>
        type === 'sagsstyring.BuuIndstillingAfgivet' && typeof bfuId === 'string' ? [bfuId] : [],
      ),
    ),
};
