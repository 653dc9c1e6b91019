import fc from 'fast-check';
import { type Ansoegning, type Model, type Sag } from './tilstand.js';
import { type PaaklageligAfgoerelse } from './tilstand_tvang.js';
import { type Anmodning, foer, foerste, id, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { egenAfgoerelse } from './trin_klage.js';
import { retAnsoegning, retbar } from './trin_ret.js';
import { dag, nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

export const soegOm = (nr: number, naar: number, frist: number): Trin => ({
  navn: `ansøg(#${String(nr)} dag ${String(naar)} frist ${String(frist)})`,
  anmod: (model, v) => {
    const sag = vaelg(model.sager, nr);
    if (sag === undefined) return null;
    return {
      som: 'alt',
      sti: `/sager/${sag.id}/ansoegninger`,
      krop: {
        ...{ ansoegerId: model.barnId, modtaget: v.dato(naar), svarSenest: v.dato(naar + frist) },
        oensker: 'Aflastning.',
      },
      forventet: foerste(sag.lukket !== null && '409 sag-lukket', iFremtiden(naar), foer(frist, 0)),
      sidespor: model.ansoegninger.length > 0,
      gemt: (svar) =>
        model.ansoegninger.push({
          ...{ id: id(svar, 'ansoegningId'), sag, modtaget: naar, svarSenest: naar + frist },
          ...{ screenet: null, spor: '', beskeder: [], afgjort: null, opfyldt: null },
        }),
    };
  },
});
const soeg = fc.tuple(nummer, dag, fc.constantFrom(-1, 0, 56)).map(([nr, naar, frist]) => soegOm(nr, naar, frist));

const afgjort = (a: Ansoegning) => a.afgjort !== null && ('409 ansoegning-afgjort' as const);

/** A step on one of the applications, so many days after it came. */
function paaAnsoegning(
  navn: string,
  anmodning: (a: Ansoegning, naar: number, v: Verden, model: Model) => Omit<Anmodning, 'som' | 'sti'>,
  sti: string,
): fc.Arbitrary<Trin> {
  return fc.tuple(nummer, senere).map(([nr, dage]): Trin => ({
    navn: `${navn}(#${String(nr)} +${String(dage)})`,
    anmod: (model, v) => {
      const a = vaelg(model.ansoegninger, nr);
      if (a === undefined) return null;
      const naar = Math.min(SIDSTE_DAG + 1, a.modtaget + dage);
      return { som: 'alt', sti: `/ansoegninger/${a.id}/${sti}`, ...anmodning(a, naar, v, model) };
    },
  }));
}

const screen = fc.constantFrom('bfu', 'afdaekning').chain((spor) =>
  paaAnsoegning(
    `screen ansøgning:${spor}`,
    (a, naar, v, model) => ({
      krop: { dato: v.dato(naar), spor, begrundelse: 'Skal undersøges.' },
      forventet: foerste(
        afgjort(a),
        iFremtiden(naar),
        foer(naar, a.modtaget),
        a.screenet !== null && '409 ansoegning-screenet',
        spor === 'afdaekning' && v.regime === 'SEL' && '422 spor-findes-ikke',
      ),
      gemt: (_svar, position) => {
        a.screenet = naar;
        a.spor = spor;
        model.dage.push(
          retbar('ansøgning', position, naar, {
            bygger: () => [a.modtaget],
            hviler: () => [a.afgjort],
            saet: (ny) => {
              a.screenet = ny;
            },
          }),
        );
      },
    }),
    'screening',
  ),
);

const besked = fc.constantFrom(0, 30).chain((dage) =>
  paaAnsoegning(
    `besked:${String(dage)}`,
    (a, naar, v, model) => ({
      krop: { sendt: v.dato(naar), forventet: v.dato(naar + dage), begrundelse: 'Udtalelsen mangler.' },
      forventet: foerste(
        afgjort(a),
        iFremtiden(naar),
        foer(naar, a.modtaget),
        dage === 0 && '422 forventet-passer-ikke',
      ),
      sidespor: a.beskeder.length > 0,
      gemt: (_svar, position) => {
        const besked = { sendt: naar, lovet: naar + dage };
        a.beskeder.push(besked);
        const opfylder = a.opfyldt === null;
        if (opfylder) a.opfyldt = naar;
        model.dage.push(
          retbar('ansøgning', position, naar, {
            bygger: () => [a.modtaget],
            hviler: () => [besked.lovet, a.afgjort],
            saet: (ny) => {
              besked.sendt = ny;
              if (opfylder) a.opfyldt = ny;
            },
          }),
        );
      },
    }),
    'beskeder',
  ),
);

/** What was asked for is decided, as the answer is to refer to it. */
export const afgoerDet = (
  navn: string,
  blandt: (model: Model) => readonly { readonly sag: Sag; readonly modtaget: number }[],
): fc.Arbitrary<Trin> =>
  fc.tuple(nummer, senere).map(([nr, efter]) => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const a = vaelg(blandt(model), nr);
      if (a === undefined) return null;
      const naar = Math.min(SIDSTE_DAG + 1, a.modtaget + efter);
      const sidespor = model.tvang.afgoerelser.length > 1;
      return { ...egenAfgoerelse(a.sag, naar, null, model, v), sidespor };
    },
  }));

const afgoer = afgoerDet('afgør det ansøgte', (model) => model.ansoegninger);

/** A decision of the case answers it, made after it came and by the day of the answer. */
function svarer(a: Ansoegning, afgoerelse: PaaklageligAfgoerelse | undefined, naar: number): Udfald | false {
  if (afgoerelse === undefined) return '422 afgoerelse-mangler';
  return (afgoerelse.truffet < a.modtaget || afgoerelse.truffet > naar) && '422 afgoerelse-passer-ikke';
}

const svar = fc.tuple(fc.constantFrom('trukket', 'afslag', 'afslag'), nummer).chain(([udfald, afgoerelseNr]) =>
  paaAnsoegning(
    `svar på ansøgning:${udfald}`,
    (a, naar, v, model) => {
      const afslag = udfald === 'afslag';
      const afgoerelse = afslag ? vaelg(model.tvang.afgoerelser, afgoerelseNr) : undefined;
      return {
        krop: {
          ...{ dato: v.dato(naar), udfald },
          ...(afgoerelse === undefined ? {} : { afgoerelseId: afgoerelse.id }),
        },
        forventet: foerste(
          afgoerelse !== undefined && afgoerelse.sag !== a.sag && '422 afgoerelse-i-anden-sag',
          afgjort(a),
          iFremtiden(naar),
          foer(naar, a.modtaget),
          afslag && v.regime === 'BL' && a.screenet === null && '422 screening-mangler',
          afslag && foer(naar, a.screenet ?? naar),
          // A refusal is a decision that can be complained of.
          afslag && svarer(a, afgoerelse, naar),
        ),
        gemt: (_svar, position) => {
          a.afgjort = naar;
          const opfylder = a.opfyldt === null;
          if (opfylder) a.opfyldt = naar;
          model.dage.push(
            // The application's own part of the case ends with it, and is what was written last.
            retbar('ansøgning', position - 1, naar, {
              bygger: () => [a.modtaget, a.screenet, ...a.beskeder.map(({ sendt }) => sendt)],
              hviler: () => [],
              saet: (ny) => {
                a.afgjort = ny;
                if (opfylder) a.opfyldt = ny;
              },
            }),
          );
        },
      };
    },
    'afgoerelse',
  ),
);

/** From the shallow to the deep. */
export const ansoegningstrin = [retAnsoegning, soeg, screen, besked, afgoer, svar];
