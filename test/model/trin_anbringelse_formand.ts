import fc from 'fast-check';
import { anbragt, type Model, nyAnbringelse, skalAnbringes } from './tilstand.js';
import { type Formandsafgoerelse, gaelderIkke } from './tilstand_tvang.js';
import { foer, foerste, id, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { hjemgivetFra, ikkeBegyndt, paaAnbringelse, slut } from './trin_anbringelse.js';
import { rejs } from './trin_buu.js';
import { traefForeloebigt } from './trin_formand.js';
import { anbringelsen } from './trin_tvangsanbringelse.js';
import { nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/** A child that cannot wait is placed by the chairman (SEL § 75, BL § 143), until the committee has decided the matter itself. */
export const ANBRINGELSE = 'anbringelse-uden-samtykke';

/** What the chairman decided on a day must be about a placement in the case, and still hold. */
function baerer(
  model: Model,
  f: Formandsafgoerelse,
  { sag, naar, v, dag }: { readonly sag: unknown; readonly naar: number; readonly v: Verden; readonly dag: number },
): readonly (Udfald | false)[] {
  return [
    gaelderIkke(f, naar, v) && '422 foreloebig-gaelder-ikke',
    (f.sag !== sag || f.kode !== ANBRINGELSE || dag !== f.truffet) && '422 udvalgsafgoerelse-passer-ikke',
    // Home again, the child is not taken from there on the same decision.
    hjemgivetFra(model, f, naar) && '422 grundlag-ophoert',
  ];
}

/** Neither plan nor investigation is waited for. On a day before the chairman's there is nothing to place the child by. */
export function anbringForeloebigt(nr: number, efter: number, forskudt: number): Trin {
  return {
    navn: `anbring foreløbigt${forskudt === 0 ? '' : ' efter en anden dag'}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      const f = vaelg(model.tvang.formandsafgoerelser, nr);
      if (sag === undefined || f === undefined) return null;
      const naar = Math.min(SIDSTE_DAG + 1, f.truffet + efter);
      const dag = f.truffet + forskudt;
      return {
        som: 'alt',
        sti: `/sager/${sag.id}/anbringelser`,
        krop: { ...anbringelsen(naar, v), udvalg: { formandsafgoerelseId: f.id, dato: v.dato(dag) } },
        forventet: foerste(
          sag.lukket !== null && '409 sag-lukket',
          ...baerer(model, f, { sag, naar, v, dag }),
          (anbragt(model) || skalAnbringes(model)) && '409 barnet-er-anbragt',
          iFremtiden(naar),
          naar < f.truffet && '422 foer-udvalgets-afgoerelse',
        ),
        sidespor: model.anbringelser.some(({ til }) => til === null),
        gemt: (svar) =>
          model.anbringelser.push(nyAnbringelse({ id: id(svar, 'anbringelseId'), sag, besluttet: naar }, f)),
      };
    },
  };
}

/** The consent is taken back, or the committee's own decision has ended, and the child cannot wait at home. */
const skiftTilFormandens = fc.tuple(nummer, nummer).chain(([nr, efter]) =>
  paaAnbringelse('skift til formandens afgørelse', 'grundlag', (a, hviler, v, model) => {
    const f = vaelg(model.tvang.formandsafgoerelser, nr);
    if (f === undefined) return null;
    const naar = Math.min(SIDSTE_DAG + 1, Math.max(hviler, f.truffet - 1 + (efter % 5)));
    return {
      krop: {
        ...{ grundlag: 'tvang', dato: v.dato(naar) },
        udvalg: { formandsafgoerelseId: f.id, dato: v.dato(f.truffet) },
      },
      forventet: foerste(
        ...baerer(model, f, { sag: a.sag, naar, v, dag: f.truffet }),
        slut(a),
        iFremtiden(naar),
        ikkeBegyndt(a),
        naar < f.truffet && '422 foer-udvalgets-afgoerelse',
        foer(naar, a.fra ?? 0),
        a.udvalg === f && '409 grundlag-uaendret',
        f.fase === 'truffet' && '422 foreloebig-ikke-ivaerksat',
      ),
      sidespor: a.udvalg !== null,
      gemt: () => {
        if (a.hjemgivelse.afgjort !== null) a.afloesteSlut.push(a.hjemgivelse.afgjort.slut);
        Object.assign(a.hjemgivelse, { anmodet: null, udtalelse: null, afgjort: null, orienteres: false });
        Object.assign(a, { udvalg: f, samtykkeTrukket: null });
        a.hviltPaa.add(f);
      },
    };
  }),
);

const anbring = fc
  .tuple(nummer, fc.oneof(senere, fc.integer({ min: 0, max: 40 })), fc.constantFrom(0, 0, 0, -1, 1))
  .map(([nr, efter, forskudt]) => anbringForeloebigt(nr, efter, forskudt));
const traef = fc
  .tuple(nummer, fc.integer({ min: 0, max: 120 }))
  .map(([nr, efter]) => traefForeloebigt(nr, efter, ANBRINGELSE));
const rejser = fc
  .tuple(fc.constantFrom('godkendelse-foreloebig', ANBRINGELSE), nummer, fc.integer({ min: -1, max: 5 }), nummer)
  .map(([kode, nr, efter, formand]) => rejs(kode, nr, efter, formand));

/** From the shallow to the deep. */
export const foreloebigAnbringelsestrin = [traef, rejser, anbring, skiftTilFormandens];
