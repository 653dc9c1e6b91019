import fc from 'fast-check';
import { type Aktindsigt, type Model, risikoenMangler } from './tilstand.js';
import { type Anmodning, foer, foerste, id, iFremtiden, type Trin, vaelg } from './trin.js';
import { retbar, retIndsigt } from './trin_ret.js';
import { dag, nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

const anmod = fc.tuple(nummer, dag).map(([nr, naar]): Trin => ({
  navn: `aktindsigt(#${String(nr)} dag ${String(naar)})`,
  anmod: (model, v) => {
    const sag = vaelg(model.sager, nr);
    if (sag === undefined) return null;
    return {
      som: 'alt',
      sti: `/sager/${sag.id}/aktindsigter`,
      krop: { art: 'offentlighed', anmoderNavn: 'Avisen Test', modtaget: v.dato(naar), oensker: 'Alle akter.' },
      // Also in a closed case.
      forventet: foerste(iFremtiden(naar)),
      sidespor: model.aktindsigter.length > 1,
      gemt: (svar) =>
        model.aktindsigter.push({
          ...{ id: id(svar, 'aktindsigtId'), sag, modtaget: naar },
          ...{ fristbreve: [], afgjort: null, opfyldt: null, klage: null },
        }),
    };
  },
}));

const afgjort = (a: Aktindsigt) => a.afgjort !== null && ('409 aktindsigt-afgjort' as const);

/** A step on one of the requests, so many days after it came. */
function paaAktindsigt(
  navn: string,
  efter: fc.Arbitrary<number>,
  anmodning: (a: Aktindsigt, naar: number, model: Model, v: Verden) => Omit<Anmodning, 'som' | 'sti'>,
  sti: string = navn,
): fc.Arbitrary<Trin> {
  return fc.tuple(nummer, efter).map(([nr, dage]): Trin => ({
    navn: `${navn}(#${String(nr)} +${String(dage)})`,
    anmod: (model, v) => {
      const a = vaelg(model.aktindsigter, nr);
      if (a === undefined) return null;
      const naar = Math.min(SIDSTE_DAG + 1, a.modtaget + dage);
      return { som: 'alt', sti: `/aktindsigter/${a.id}/${sti}`, ...anmodning(a, naar, model, v) };
    },
  }));
}

const fristbrev = fc.constantFrom(0, 12).chain((dage) =>
  paaAktindsigt(
    `fristbrev:${String(dage)}`,
    senere,
    (a, naar, model, v) => ({
      krop: { sendt: v.dato(naar), forventet: v.dato(naar + dage), begrundelse: 'Omfattende.' },
      forventet: foerste(
        afgjort(a),
        iFremtiden(naar),
        foer(naar, a.modtaget),
        dage === 0 && '422 forventet-passer-ikke',
      ),
      sidespor: a.fristbreve.length > 0,
      gemt: (_svar, position) => {
        const brev = { sendt: naar, forventet: naar + dage };
        a.fristbreve.push(brev);
        const opfylder = a.opfyldt === null;
        if (opfylder) a.opfyldt = naar;
        model.dage.push(
          retbar('aktindsigt', position, naar, {
            bygger: () => [a.modtaget],
            hviler: () => [brev.forventet, a.afgjort],
            saet: (ny) => {
              brev.sendt = ny;
              if (opfylder) a.opfyldt = ny;
            },
          }),
        );
      },
    }),
    'fristbreve',
  ),
);

const svar = fc.constantFrom('fuld', 'afslag').chain((udfald) =>
  paaAktindsigt(
    `svar:${udfald}`,
    fc.integer({ min: -1, max: 20 }),
    (a, naar, model, v) => ({
      krop:
        udfald === 'fuld'
          ? { dato: v.dato(naar), udfald }
          : { dato: v.dato(naar), udfald, begrundelse: 'Andres forhold.', klagevejledning: true },
      forventet: foerste(
        afgjort(a),
        iFremtiden(naar),
        foer(naar, a.modtaget),
        // What is handed out must not reach parents and network while the risk is not assessed; a refusal hands out nothing.
        udfald === 'fuld' && risikoenMangler(model) && '422 risikovurdering-mangler',
      ),
      gemt: (_svar, position) => {
        a.afgjort = naar;
        const opfylder = a.opfyldt === null;
        if (opfylder) a.opfyldt = naar;
        model.dage.push(
          // The request's own part of the case ends with it, and is what was written last.
          retbar('aktindsigt', position - 1, naar, {
            bygger: () => [a.modtaget, ...a.fristbreve.map(({ sendt }) => sendt)],
            hviler: () => [],
            saet: (ny) => {
              a.afgjort = ny;
              if (opfylder) a.opfyldt = ny;
            },
          }),
        );
      },
    }),
    'afgoerelse',
  ),
);

const tidsklage = paaAktindsigt('tidsklage', fc.integer({ min: 12, max: 20 }), (a, naar, model, v) => ({
  krop: { modtaget: v.dato(naar) },
  forventet: foerste(
    afgjort(a),
    iFremtiden(naar),
    foer(naar, a.modtaget),
    a.klage !== null && '409 klage-modtaget',
    naar < a.modtaget + 14 && '422 klage-for-tidlig',
  ),
  sidespor: true,
  gemt: (_svar, position) => {
    const klage: NonNullable<Aktindsigt['klage']> = { modtaget: naar, videresendt: null };
    a.klage = klage;
    model.dage.push(
      retbar('aktindsigt', position, naar, {
        bygger: () => [a.modtaget],
        hviler: () => [klage.videresendt],
        saet: (ny) => {
          klage.modtaget = ny;
        },
      }),
    );
  },
}));

const videresendelse = paaAktindsigt(
  'tidsklage/videresendelse',
  fc.integer({ min: 13, max: 30 }),
  (a, naar, model, v) => {
    const { klage } = a;
    return {
      krop: { dato: v.dato(naar) },
      forventet: foerste(
        (klage === null || klage.videresendt !== null) && '409 ingen-klage',
        iFremtiden(naar),
        foer(naar, klage?.modtaget ?? 0),
      ),
      gemt: (_svar, position) => {
        if (klage === null) return;
        klage.videresendt = naar;
        model.dage.push(
          retbar('aktindsigt', position, naar, {
            bygger: () => [klage.modtaget],
            hviler: () => [],
            saet: (ny) => {
              klage.videresendt = ny;
            },
          }),
        );
      },
    };
  },
);

/** From the shallow to the deep. */
export const indsigtstrin = [retIndsigt, tidsklage, anmod, fristbrev, videresendelse, svar];
