import { regelforskelle } from '../../src/faelles/lov/forskelle.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { medPakke, nyUdgave } from './andre-pakker.js';

const lov = indlaesLovpakke();
const BL = 'regler-bl.json';

describe('Hvad en ny pakke ændrer', () => {
  it('en ny udgave siges op mod den, den afløser, så man ser, hvad der ændres', () => {
    medPakke(
      BL,
      (regler) => {
        nyUdgave(regler, 'bfu-afslutning', '2027-01-01', { maengde: 3, hjemmel: 'BL § 20, stk. 4' });
      },
      (ny) => {
        expect(regelforskelle(lov, ny).filter(({ art }) => art === 'ny')).toEqual([
          {
            ...{ regel: 'bfu-afslutning', regime: 'BL', gyldigFra: '2027-01-01', art: 'ny' },
            felter: [
              { felt: 'maengde', foer: 4, efter: 3 },
              { felt: 'hjemmel', foer: 'BL § 20, stk. 3', efter: 'BL § 20, stk. 4' },
            ],
          },
        ]);
      },
    );
  });

  it('en ny pligt siger sit tal, sin hjemmel, og om den er slået til', () => {
    medPakke(
      BL,
      (regler) => {
        const kvittering = regler.find((r) => r['id'] === 'underretning-kvittering');
        regler.push({ ...kvittering, id: 'ny-pligt', maengde: 2, gyldigFra: '2027-01-01' });
      },
      (ny) => {
        expect(regelforskelle(lov, ny)).toEqual([
          {
            ...{ regel: 'ny-pligt', regime: 'BL', gyldigFra: '2027-01-01', art: 'ny' },
            felter: [
              { felt: 'navn', efter: 'Kvittering til underretter' },
              { felt: 'maengde', efter: 2 },
              { felt: 'enhed', efter: 'HVERDAG' },
              { felt: 'hjemmel', efter: 'BL kap. 16' },
              { felt: 'aktiv', efter: true },
            ],
          },
        ]);
      },
    );
  });

  it('den samme pakke ændrer intet', () => {
    expect(regelforskelle(lov, indlaesLovpakke())).toEqual([]);
  });
});
