import fc from 'fast-check';
import { foer, foerste, id, iFremtiden, type Trin, vaelg } from './trin.js';
import { afgoerDet } from './trin_ansoegning.js';
import { dag, nummer, senere } from './trin_underretning.js';

/** The family moves: the new municipality is told, also from a closed case. */
const send = fc.tuple(nummer, dag, fc.constantFrom('851', '840', '999')).map(([nr, naar, tilKommune]): Trin => ({
  navn: `mellemkommunal til ${tilKommune}(#${String(nr)} dag ${String(naar)})`,
  anmod: (model, v) => {
    const sag = vaelg(model.sager, nr);
    if (sag === undefined) return null;
    return {
      som: 'alt',
      sti: `/sager/${sag.id}/mellemkommunale-underretninger`,
      krop: {
        ...{ tilKommune, flytter: v.dato(naar + 10), sendt: v.dato(naar), maade: 'sikker mail' },
        ...{ opsummering: 'Behov for støtte.', materiale: 'Undersøgelsen.' },
      },
      forventet: foerste(
        tilKommune === '999' && '422 kommune-findes-ikke',
        iFremtiden(naar),
        tilKommune === '840' && '422 samme-kommune',
      ),
      sidespor: model.mellemkommunale.length > 0,
      gemt: (svar) => model.mellemkommunale.push({ id: id(svar, 'mellemkommunalId'), sendt: naar, bekraeftet: false }),
    };
  },
}));

const bekraeft = fc.tuple(nummer, senere).map(([nr, dage]): Trin => ({
  navn: `bekræft flytning(#${String(nr)} +${String(dage)})`,
  anmod: (model, v) => {
    const m = vaelg(model.mellemkommunale, nr);
    if (m === undefined) return null;
    const naar = m.sendt + dage;
    return {
      som: 'alt',
      sti: `/mellemkommunale-underretninger/${m.id}/bekraeftelse`,
      krop: { modtaget: v.dato(naar) },
      forventet: foerste(m.bekraeftet && '409 mellemkommunal-bekraeftet', iFremtiden(naar), foer(naar, m.sendt)),
      gemt: () => {
        m.bekraeftet = true;
      },
    };
  },
}));

/** The child asks to be placed (barnets lov § 48); serviceloven has no such request. */
const bed = fc.tuple(nummer, dag).map(([nr, naar]): Trin => ({
  navn: `barnet beder(#${String(nr)} dag ${String(naar)})`,
  anmod: (model, v) => {
    const sag = vaelg(model.sager, nr);
    if (sag === undefined) return null;
    return {
      som: 'alt',
      sti: `/sager/${sag.id}/anbringelsesanmodninger`,
      krop: { modtaget: v.dato(naar), form: 'mundtlig', indhold: 'Vil bo hos mormor.' },
      forventet: foerste(
        sag.lukket !== null && '409 sag-lukket',
        iFremtiden(naar),
        model.regime === 'SEL' && '422 findes-ikke-i-loven',
      ),
      sidespor: model.anmodninger.length > 0,
      gemt: (svar) =>
        model.anmodninger.push({
          ...{ id: id(svar, 'anmodningId'), sag, modtaget: naar, vurderet: null, afgjort: false },
        }),
    };
  },
}));

const vurder = fc.tuple(nummer, senere, fc.boolean()).map(([nr, dage, hoert]): Trin => ({
  navn: `vurder anmodning(#${String(nr)} +${String(dage)}${hoert ? '' : ' uden samtale'})`,
  anmod: (model, v) => {
    const a = vaelg(model.anmodninger, nr);
    if (a === undefined) return null;
    const naar = a.modtaget + dage;
    return {
      som: 'alt',
      sti: `/anbringelsesanmodninger/${a.id}/vurdering`,
      krop: {
        ...{ dato: v.dato(naar), bfuNoedvendig: false, betingelserOpfyldt: false, begrundelse: 'Kan hjælpes hjemme.' },
        ...(hoert ? { boernesamtaleDato: v.dato(naar) } : {}),
      },
      forventet: foerste(
        iFremtiden(naar),
        (a.vurderet !== null || a.afgjort) && '409 anmodning-vurderet',
        foer(naar, a.modtaget),
        !hoert && '422 boernesamtale-mangler',
      ),
      gemt: () => {
        a.vurderet = naar;
      },
    };
  },
}));

const besvar = fc
  .tuple(nummer, senere, fc.constantFrom('ingen', 'stoettende-indsats', 'stoettende-indsats'), nummer)
  .map(([nr, dage, udfald, afgoerelseNr]): Trin => ({
    navn: `besvar anmodning:${udfald}(#${String(nr)} +${String(dage)})`,
    anmod: (model, v) => {
      const a = vaelg(model.anmodninger, nr);
      if (a === undefined) return null;
      const naar = (a.vurderet ?? a.modtaget) + dage;
      const stoette = udfald !== 'ingen';
      const afgoerelse = stoette ? vaelg(model.tvang.afgoerelser, afgoerelseNr) : undefined;
      const passer = afgoerelse !== undefined && afgoerelse.truffet >= a.modtaget && afgoerelse.truffet <= naar;
      return {
        som: 'alt',
        sti: `/anbringelsesanmodninger/${a.id}/afgoerelse`,
        krop: {
          ...{ dato: v.dato(naar), udfald, begrundelse: 'Kan hjælpes hjemme.' },
          ...(afgoerelse === undefined ? {} : { afgoerelseId: afgoerelse.id }),
          undtagelse: { grund: 'ubetaenkelig', begrundelse: 'Barnet har selv talt.' },
        },
        forventet: foerste(
          afgoerelse !== undefined && afgoerelse.sag !== a.sag && '422 afgoerelse-i-anden-sag',
          iFremtiden(naar),
          a.afgjort && '409 anmodning-afgjort',
          a.vurderet === null && '422 vurdering-mangler',
          foer(naar, a.vurderet ?? 0),
          // Only a decision can be the answer that the child gets support.
          stoette && afgoerelse === undefined && '422 afgoerelse-mangler',
          stoette && !passer && '422 afgoerelse-passer-ikke',
          !stoette && foer(naar, a.sag.oprettet),
        ),
        gemt: () => {
          a.afgjort = true;
        },
      };
    },
  }));

/** From the shallow to the deep. */
export const flytningstrin = [
  ...[send, bekraeft, bed, vurder],
  ...[afgoerDet('afgør efter barnets anmodning', (model) => model.anmodninger), besvar],
];
