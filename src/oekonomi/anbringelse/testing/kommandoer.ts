import { given, type When } from '../../../platform/testing/given-when-then.js';
import { anbringelseDecider, type AnbringelseKommando } from '../anbringelse.js';
import { type AnbringelseEvent } from '../haendelser.js';
import { type Anbringelse } from '../tilstand.js';
import { AFG, dag, igang, MOR, nu, plejefamilie, type Regime, udvalg } from './forloeb.js';

/** The young person comes of age in the second year. */
export const naesten18 = (regime: Regime) => ({ myndigDato: dag(regime, '05-23', 1) });
export const flyt = (regime: Regime, mere: object = {}): AnbringelseKommando => ({
  type: 'SkiftAnbringelsessted',
  ...{ regime, hjemmel: regime === 'SEL' ? 'SEL § 68 b' : 'BL § 98', afgoerelseDato: dag(regime, '06-01') },
  ...{ dato: dag(regime, '06-10'), stedtype: { ...plejefamilie, kode: 'opholdssted' }, sted: 'Opholdsstedet Prøven' },
  ...{ stedGodkendt: dag(regime, '01-10'), mangler: [], begrundelse: 'Opsagt.', barnetsHoldning: 'Vil gerne.' },
  ...mere,
});
export const traek = (regime: Regime, dato = dag(regime, '07-01'), personId = MOR): AnbringelseKommando => ({
  type: 'BortfaldAnbringelsessamtykke',
  ...{ regime, personId, dato },
});
export const grundlag = (regime: Regime, mere: object = {}): AnbringelseKommando => ({
  type: 'SkiftGrundlag',
  ...{ regime, grundlag: 'tvang', hjemmel: 'x', dato: dag(regime, '07-10'), mangler: [] },
  udvalg: udvalg(regime, dag(regime, '07-09')),
  ...mere,
});
export const uden = (kommando: AnbringelseKommando, felt: string): AnbringelseKommando =>
  Object.fromEntries(Object.entries(kommando).filter(([navn]) => navn !== felt)) as unknown as AnbringelseKommando;
export const ophoer = (regime: Regime, aarsag: string, dato: string): AnbringelseKommando =>
  ({ type: 'OphoerAnbringelse', regime, dato, aarsag, begrundelse: 'Fordi.' }) as AnbringelseKommando;
export const ungestoette = (regime: Regime, udfald: 'doegnophold' | 'ingen'): AnbringelseKommando => ({
  type: 'AfgoerUngestoette',
  ...{ regime, afgoerelseId: AFG, afgoerelseDato: dag(regime, '10-01'), udfald, graense: dag(regime, '05-23', 6) },
  ...{
    fylder16: dag(regime, '05-23', -1),
    planrevision: null,
    boernesamtale: { art: 'holdt', dato: dag(regime, '09-01') },
  },
  ...{ begrundelse: 'Uddannelse.', ungesHoldning: 'Vil gerne.' },
});
export const sket = (
  ...events: readonly AnbringelseEvent[]
): When<AnbringelseKommando, AnbringelseEvent, Anbringelse> => given(anbringelseDecider, ...events);

export type Lovlig = [
  navn: string,
  givet: (r: Regime) => readonly AnbringelseEvent[],
  naar: (r: Regime) => AnbringelseKommando,
  data: (r: Regime) => object,
];
export type Ulovlig = [
  navn: string,
  givet: (r: Regime) => readonly AnbringelseEvent[],
  naar: (r: Regime) => AnbringelseKommando,
  nej: { readonly status?: 409; readonly kode: string; readonly mangler?: readonly string[] },
  paragraf?: { readonly SEL: string; readonly BL: string },
];

/** What a command leads to once the placement runs. */
export function efterIgang(regime: Regime, kommando: AnbringelseKommando): readonly AnbringelseEvent[] {
  return sket(...igang(regime, {}, naesten18(regime))).then(kommando, nu(regime));
}
