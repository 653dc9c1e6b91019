import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { anbringelseDecider } from './anbringelse.js';
import { intetHvilerPaa } from './foreloebigt_grundlag.js';

const FORMAND = 'f1';
type Led = readonly [type: string, data: object];
const besluttet = (mere: object = { formandsafgoerelseId: FORMAND, udvalgsafgoerelseDato: '2026-11-23' }): Led => [
  'oekonomi.AnbringelseBesluttet',
  { anbringelseId: 'a1', barnId: 'b1', sagId: 's1', regime: 'BL', grundlag: 'tvang', soeskende: [], ...mere },
];
const ivaerksat: Led = ['oekonomi.AnbringelseIvaerksat', { ivaerksatDato: '2026-11-23', grundlag: 'tvang' }];
const skiftet = (grundlag: string, dato: string, mere: object = {}): Led => [
  'oekonomi.AnbringelsesgrundlagSkiftet',
  { grundlag, dato, ...mere },
];
const ophoert = (aarsag: string, ophoertDato: string): Led => ['oekonomi.AnbringelseOphoert', { aarsag, ophoertDato }];
const stroem = (...led: readonly Led[]): readonly StoredEvent[] =>
  led.map(([type, data], nr) => ({ type, data, kind: anbringelseDecider.kind, version: nr + 1 }) as StoredEvent);
const siden = (...stroemme: (readonly StoredEvent[])[]) => intetHvilerPaa(stroemme, FORMAND);

describe('Hvad der hviler på formandens afgørelse (SEL § 75, BL § 143)', () => {
  test('mens barnet er anbragt på den, og før noget er begyndt, er der intet at ophæve for', () => {
    expect(siden(stroem(besluttet(), ivaerksat))).toBeNull();
    expect(siden(stroem(besluttet()))).toBeNull();
    expect(siden(stroem(besluttet({}), ivaerksat, ophoert('hjemgivet', '2026-11-25')))).toBeNull();
    // It was given up before the child moved in: another place is found on the same decision.
    expect(siden(stroem(besluttet(), ophoert('ikke-ivaerksat', '2026-11-24')))).toBeNull();
  });

  test.each([
    ['hjemgivet', ophoert('hjemgivet', '2026-11-25')],
    ['ophoert', ophoert('anden-kommune', '2026-11-25')],
    ['samtykke', skiftet('samtykke', '2026-11-25')],
    [
      'andet-grundlag',
      skiftet('tvang', '2026-11-25', { udvalgsafgoerelseId: 'u1', udvalgsafgoerelseDato: '2026-11-25' }),
    ],
  ])('derefter hviler intet på den: %s', (hvorfor, led) => {
    expect(siden(stroem(besluttet(), ivaerksat, led))).toEqual({ siden: '2026-11-25', hvorfor });
  });

  test('dagen er den, hvor den holdt op med at hvile på den, ikke den, hvor den siden ophørte', () => {
    const senere = [skiftet('samtykke', '2026-11-25'), ophoert('hjemgivet', '2026-12-20')];
    expect(siden(stroem(besluttet(), ivaerksat, ...senere))).toEqual({ siden: '2026-11-25', hvorfor: 'samtykke' });
  });

  test('en anden anbringelse kan hvile på den endnu, og den seneste siger hvornår', () => {
    const hjem = (dato: string) => stroem(besluttet(), ivaerksat, ophoert('hjemgivet', dato));
    expect(siden(hjem('2026-11-24'), stroem(besluttet(), ivaerksat))).toBeNull();
    // One that waits can be carried out yet, but not when the child has come home since.
    expect(
      siden(stroem(besluttet(), ivaerksat, ophoert('anden-kommune', '2026-11-25')), stroem(besluttet())),
    ).toBeNull();
    expect(siden(hjem('2026-11-24'), stroem(besluttet()))).toEqual({ siden: '2026-11-24', hvorfor: 'hjemgivet' });
    expect(siden(hjem('2026-11-26'), hjem('2026-11-24'))).toEqual({ siden: '2026-11-26', hvorfor: 'hjemgivet' });
  });
});
