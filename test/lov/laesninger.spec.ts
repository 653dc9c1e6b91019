import { boundedContexts } from '../../src/contexts.js';
import { medPakke } from './andre-pakker.js';

type Raekke = Record<string, unknown>;

/** Why the program refuses the shipped pack with one rule of barnets lov changed. */
function grund(id: string, aendring: (regel: Raekke) => Raekke): string {
  return medPakke(
    'regler-bl.json',
    (regler) => {
      for (const regel of regler.filter((r) => r['id'] === id)) Object.assign(regel, aendring(regel));
    },
    (lov) => {
      try {
        boundedContexts(lov);
        return 'accepted';
      } catch (fejl) {
        return fejl instanceof Error ? fejl.message : '';
      }
    },
  );
}

const medUdloeser = (mere: Raekke) => (regel: Raekke) => ({ udloeser: { ...(regel['udloeser'] as Raekke), ...mere } });
const opfyldtAf = (haendelse: string, noegle: string, dato: string) => () => ({
  opfyldtAf: [{ haendelse, noegle, dato }],
});

// Each of these was once accepted, and stopped the deadline view of a whole municipality or kept a deadline from opening.
test.each<[string, string, (regel: Raekke) => Raekke, string]>([
  ['en frist fra underretningens form', 'underretning-kvittering', medUdloeser({ dato: 'form' }), 'form of'],
  [
    'en undersøgelse, der slutter på sit id',
    'bfu-afslutning',
    opfyldtAf('ics.BfuGodkendt', 'bfuId', 'bfuId'),
    'bfuId of',
  ],
  [
    'en opfølgning på datoen i sit id',
    'opfoelgning-loebende',
    () => ({ datofelt: 'opfoelgningId' }),
    'opfoelgningId of',
  ],
  [
    'et døgn, der opfyldes på en dag',
    'underretning-akutvurdering',
    opfyldtAf('sagsstyring.ForaeldreneOplyst', 'underretningId', 'dato'),
    'has no time of day',
  ],
  ['en nøgle, der ikke er et id', 'underretning-akutvurdering', medUdloeser({ noegle: 'kanal' }), 'kanal'],
  [
    'en fremrykning ved en hændelse, der ikke nævner indsatser',
    'opfoelgning-foerste',
    () => ({ fremrykkesVed: [{ haendelse: 'ics.BfuBesluttet', noegle: 'bfuId', dato: 'afgoerelseDato' }] }),
    'igangvaerendeIndsatser',
  ],
  [
    'en betingelse med en værdi, der ikke findes',
    'barnets-plan',
    () => ({ betingelser: [{ felt: 'grundlag', er: 'samtyke' }] }),
    'can never be "samtyke"',
  ],
])('%s standser starten', (_hvad, id, aendring, aarsag) => {
  const besked = grund(id, aendring);
  expect(besked).toContain(`regler-bl.json [${id}]: `);
  expect(besked).toContain(aarsag);
});

test('den uændrede pakke læser kun felter som det, de er', () => {
  expect(grund('findes-ikke', () => ({}))).toBe('accepted');
});
