import fc from 'fast-check';
import { type Afgoerelse, type Model, risikoenMangler } from './tilstand.js';
import { foer, foerste, id, iFremtiden, type Trin, vaelg } from './trin.js';
import { nummer, senere } from './trin_underretning.js';

/** Every decision that the walk has made. */
function afgoerelser(model: Model): readonly Afgoerelse[] {
  return [...model.visitationer.flatMap((v) => v.afgoerelser), ...model.tvang.afgoerelser];
}

/** Forvaltningsloven §§ 22-25: each party is told, with guidance on appeal; nobody else is. */
export const meddel = fc
  .tuple(nummer, senere, fc.constantFrom('mor', 'mor', 'mor uden klagevejledning', 'barnet'))
  .map(([nr, efter, hvem]): Trin => ({
    navn: `meddel ${hvem}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const a = vaelg(afgoerelser(model), nr);
      if (a === undefined || model.moderId === null) return null;
      const naar = a.truffet + efter;
      const klagevejledning = hvem !== 'mor uden klagevejledning';
      return {
        som: 'alt',
        sti: `/afgoerelser/${a.id}/meddelelser`,
        krop: {
          ...{ personId: hvem === 'barnet' ? model.barnId : model.moderId, sendt: v.dato(naar) },
          ...{ maade: 'digital-post', klagevejledning },
        },
        forventet: foerste(
          (hvem === 'barnet' || !a.harPart) && '422 ikke-part',
          iFremtiden(naar),
          foer(naar, a.truffet),
          a.meddelt !== null && '409 afgoerelse-meddelt',
          !klagevejledning && '422 klagevejledning-mangler',
          risikoenMangler(model) && '422 risikovurdering-mangler',
        ),
        gemt: (svar) => {
          a.meddelt = { id: id(svar, 'meddelelseId'), dag: naar };
        },
      };
    },
  }));
