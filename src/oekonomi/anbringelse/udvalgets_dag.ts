import { type Afskrift } from '../../platform/corrections/copied-day.js';
import { barnetsAnbringelser } from './opslag.js';

/** What in a placement rests on a decision of the committee or its chairman, and has the day of it from there. */
const HVILER: readonly { readonly type: string; readonly felt: string; readonly kunUdvalg?: true }[] = [
  { type: 'oekonomi.AnbringelseBesluttet', felt: 'udvalgsafgoerelseDato' },
  { type: 'oekonomi.AnbringelsesgrundlagSkiftet', felt: 'udvalgsafgoerelseDato' },
  { type: 'oekonomi.AnbringelsesstedSkiftet', felt: 'udvalgsafgoerelseDato' },
  // Only the committee itself makes a placement permanent (SEL § 68 a, BL § 67).
  { type: 'oekonomi.PermanentAnbringelseBesluttet', felt: 'dato', kunUdvalg: true },
];

const anbringelserne: Afskrift['stroemme'] = async (session, [foerste]) => {
  const barnId = foerste?.data['barnId'];
  if (typeof barnId !== 'string') return [];
  return (await barnetsAnbringelser(session, barnId)).map(({ anbringelseId }) => anbringelseId);
};

/** The day of the decision that a placement rests on is the committee's, or its chairman's: put right there, this one follows. */
export const udvalgetsDage: readonly Afskrift[] = HVILER.flatMap(({ type, felt, kunUdvalg }): readonly Afskrift[] => [
  {
    af: { type: 'sagsstyring.BuuAfgjort', felt: 'dato', noegle: 'afgoerelseId' },
    i: { type, felt, noegle: 'udvalgsafgoerelseId' },
    stroemme: anbringelserne,
  },
  ...(kunUdvalg === true
    ? []
    : [
        {
          af: { type: 'sagsstyring.ForeloebigAfgoerelseTruffet', felt: 'truffet', noegle: 'formandsafgoerelseId' },
          i: { type, felt, noegle: 'formandsafgoerelseId' },
          stroemme: anbringelserne,
        },
      ]),
]);
