import { type Trin } from './trin.js';

/** The mother is registered, and has custody alone from the child's birth. */
export const morFindes: Trin = {
  navn: 'opret mor',
  anmod: (model) => ({
    som: 'alt',
    sti: '/personer',
    krop: { art: 'voksen', navn: 'Mor Prøvesen' },
    forventet: 'gemt',
    gemt: (svar) => {
      model.moderId = String(svar['personId']);
    },
  }),
};

export const morHarMyndighed: Trin = {
  navn: 'mor har forældremyndigheden',
  anmod: (model, v) => ({
    som: 'alt',
    sti: `/personer/${model.barnId}/relationer`,
    krop: {
      ...{ personId: model.moderId, art: 'mor', foraeldremyndighed: true },
      gaelderFra: `${String(Number(v.dato(0).slice(0, 4)) - model.alder)}-01-15`,
    },
    forventet: 'gemt',
    gemt: () => undefined,
  }),
};
