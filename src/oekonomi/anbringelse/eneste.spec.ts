import { kraevEneste } from './eneste.js';
import { beslut, dag, efter, igang, LOVE, medTvang, MOR } from './testing/forloeb.js';
import { sket } from './testing/kommandoer.js';
import { type AnbringelseEvent } from './haendelser.js';
import { type BesluttetAnbringelse } from './tilstand.js';

function kendt(events: readonly AnbringelseEvent[]): BesluttetAnbringelse {
  const { state } = sket(...events);
  if (state.fase === 'findes-ikke') throw new Error('no placement');
  return state;
}

describe.each(LOVE)('Et barn bor ét sted (%s)', (regime) => {
  const paragraf = regime === 'SEL' ? 'SEL § 68 b' : 'BL § 52';
  const iGang = kendt(igang(regime));
  // Expected from 10 March, for 24 months.
  const besluttet = kendt(efter(regime, beslut(regime)));
  const nej = expect.objectContaining({ kode: 'barnet-er-anbragt', mere: { status: 409, paragraf } });
  const proev = (andre: readonly BesluttetAnbringelse[], ny: Parameters<typeof kraevEneste>[1]) => (): void => {
    kraevEneste(andre, ny, paragraf);
  };
  const fra = (forventetStart: string, varighedMaaneder = 6) => ({ forventetStart, varighedMaaneder });

  test('mens det er anbragt, besluttes og begynder ingen anden', () => {
    expect(proev([besluttet, iGang], fra(dag(regime, '06-01')))).toThrow(nej);
    expect(proev([besluttet, iGang], null)).toThrow(nej);
  });

  test.each<[string, ReturnType<typeof fra>, boolean]>([
    ['begynder inde i den', fra(dag(regime, '06-01')), false],
    ['begynder før den og slutter, efter at den er begyndt', fra(dag(regime, '03-01')), false],
    ['slutter dagen, den begynder', fra(dag(regime, '02-10'), 1), true],
    ['begynder dagen før, den slutter', fra(dag(regime, '03-09', 2)), false],
    ['begynder dagen, den slutter', fra(dag(regime, '03-10', 2)), true],
  ])('er en anden besluttet, og den nye %s', (_hvad, ny, lovlig) => {
    const forsoeg = expect(proev([besluttet], ny));
    if (lovlig) forsoeg.not.toThrow();
    else forsoeg.toThrow(nej);
  });

  test('en, der er besluttet, spærrer ikke for, at en anden begynder, og heller ikke, når den er ophørt', () => {
    expect(proev([besluttet], null)).not.toThrow();
    const opgivet = { dato: dag(regime, '03-08'), aarsag: 'ikke-ivaerksat', begrundelse: 'Fortrød.', regime } as const;
    const ophoert = kendt(efter(regime, beslut(regime), { type: 'OphoerAnbringelse', ...opgivet }));
    expect(proev([ophoert], fra(dag(regime, '03-10')))).not.toThrow();
  });

  test('en, hvis samtykke er trukket tilbage, kan ikke begynde og spærrer ikke; udvalgets afgørelse gør', () => {
    const traek = { type: 'BortfaldAnbringelsessamtykke', personId: MOR, dato: dag(regime, '03-07'), regime } as const;
    const uden = kendt(efter(regime, beslut(regime), traek));
    expect(proev([uden], fra(dag(regime, '03-10')))).not.toThrow();
    const tvang = kendt(efter(regime, beslut(regime, medTvang(regime))));
    expect(proev([tvang], fra(dag(regime, '03-10')))).toThrow(nej);
  });
});
