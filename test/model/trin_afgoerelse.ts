import fc from 'fast-check';
import { type Afgoerelse, type Model, personId, risikoenMangler } from './tilstand.js';
import { foer, foerste, id, iFremtiden, type Trin, vaelg } from './trin.js';
import { nummer, senere } from './trin_underretning.js';

/** Every decision that the walk has made. */
function afgoerelser(model: Model): readonly Afgoerelse[] {
  return [...model.visitationer.flatMap((v) => v.afgoerelser), ...model.tvang.afgoerelser];
}

/** Forvaltningsloven §§ 22-25: each party is told, with guidance on appeal; nobody else is. */
export const meddel = fc
  .tuple(nummer, senere, fc.constantFrom('mor', 'mor', 'mor uden klagevejledning', 'barnet', 'barnet'))
  .map(([nr, efter, hvem]): Trin => ({
    navn: `meddel ${hvem}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const a = vaelg(afgoerelser(model), nr);
      const part = hvem === 'barnet' ? 'barnet' : 'mor';
      const person = personId(model, part);
      if (a === undefined || person === null) return null;
      const naar = a.truffet + efter;
      const klagevejledning = hvem !== 'mor uden klagevejledning';
      return {
        som: 'alt',
        sti: `/afgoerelser/${a.id}/meddelelser`,
        krop: {
          ...{ personId: person, sendt: v.dato(naar) },
          ...{ maade: 'digital-post', klagevejledning },
        },
        forventet: foerste(
          !a.parter.includes(part) && '422 ikke-part',
          iFremtiden(naar),
          foer(naar, a.truffet),
          a.meddelt.has(part) && '409 afgoerelse-meddelt',
          !klagevejledning && '422 klagevejledning-mangler',
          part === 'mor' && risikoenMangler(model) && '422 risikovurdering-mangler',
        ),
        gemt: (svar) => {
          a.meddelt.set(part, { id: id(svar, 'meddelelseId'), dag: naar });
        },
      };
    },
  }));
