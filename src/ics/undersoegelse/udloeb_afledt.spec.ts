import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { udloebAfledt } from './udloeb_afledt.js';

const afled = udloebAfledt(indlaesLovpakke());
const besluttet = (afgoerelseDato: string, udloeber: string) => ({
  type: 'ics.UndersoegelseUdenSamtykkeBesluttet',
  data: { afgoerelseDato, udloeber },
});
const ophoert = (dato: string, efterUdloeb: boolean) => ({
  type: 'ics.UndersoegelsesopholdOphoert',
  data: { dato, efterUdloeb },
});

describe.each([
  { hjemmel: 'SEL § 51', aar: '2022' },
  { hjemmel: 'BL § 23', aar: '2025' },
])('Udvalgets afgørelse om undersøgelse uden samtykke var fra en anden dag ($hjemmel)', ({ aar }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;

  test('undersøgelsen varer to måneder fra den rigtige dag, og et ophold, der sluttede i tide, gjorde det ikke', () => {
    // Decided 10 February and not 20: two months end on 10 April, and the stay ended on 15 April.
    const nye = afled([besluttet(dag('02-10'), dag('04-20')), ophoert(dag('04-15'), false)]);
    expect([...nye]).toEqual([
      [1, { udloeber: dag('04-10') }],
      [2, { efterUdloeb: true }],
    ]);
  });

  test('er alt, som det skal være, rettes intet med', () => {
    expect([...afled([besluttet(dag('02-20'), dag('04-20')), ophoert(dag('04-20'), false)])]).toEqual([]);
  });
});
