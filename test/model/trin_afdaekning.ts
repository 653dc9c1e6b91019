import fc from 'fast-check';
import { type Bfu, igangvaerendeBfu, type Model, rykOpfoelgningFrem, type Sag } from './tilstand.js';
import { foer, foerste, id, iFremtiden, type Trin, vaelg } from './trin.js';
import { boernesamtale, nyBfu, paaBfu, slut } from './trin_bfu.js';
import { nummer } from './trin_underretning.js';
import { TEMAKODER } from './verden.js';

const dagen = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 120 }) }, fc.integer({ min: 121, max: 200 }));
const sel = (model: Model) => model.regime === 'SEL';
const [forhold] = TEMAKODER;

/** BL § 18: a case that did not begin with a notification is screened too. */
const screen = fc
  .tuple(nummer, dagen, fc.constantFrom('afdaekning', 'afdaekning', 'ingen-afdaekning', 'bfu'))
  .map(([nr, naar, udfald]): Trin => ({
    navn: `screen sag(#${String(nr)} ${udfald} ${String(naar)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      if (sag === undefined) return null;
      const foerhen = model.screeninger.get(sag) ?? [];
      const seneste = foerhen.at(-1);
      return {
        som: 'alt',
        sti: `/sager/${sag.id}/screeninger`,
        krop: { dato: v.dato(naar), udfald, begrundelse: 'Fravær alene.' },
        forventet: foerste(
          sag.lukket !== null && '409 sag-lukket',
          sel(model) && '422 screening-findes-ikke',
          iFremtiden(naar),
          foer(naar, seneste?.naar ?? -Infinity),
        ),
        sidespor: seneste !== undefined || igangvaerendeBfu(model, sag) !== undefined,
        gemt: () => model.screeninger.set(sag, [...foerhen, { naar, udfald }]),
      };
    },
  }));

/** What the case, or an application in it, was last screened to by the day; of the same day the case's own counts. */
function screenetTil(model: Model, sag: Sag, dag: number): string | undefined {
  const ansoegninger = model.ansoegninger.flatMap((a) =>
    a.sag === sag && a.screenet !== null ? [{ naar: a.screenet, udfald: a.spor }] : [],
  );
  return [...ansoegninger, ...(model.screeninger.get(sag) ?? [])]
    .filter(({ naar }) => naar <= dag)
    .sort((a, b) => a.naar - b.naar)
    .at(-1)?.udfald;
}

/** BL § 19: some matters are looked into. */
const beslut = fc.tuple(nummer, dagen, fc.integer({ min: -1, max: 10 })).map(([nr, opmaerksom, efter]): Trin => ({
  navn: `beslut afdækning(#${String(nr)} opmærksom ${String(opmaerksom)} +${String(efter)})`,
  anmod: (model, v) => {
    const sag = vaelg(model.sager, nr);
    if (sag === undefined) return null;
    const besluttet = opmaerksom + efter;
    const udfald = screenetTil(model, sag, besluttet);
    return {
      som: 'alt',
      sti: `/sager/${sag.id}/afdaekninger`,
      krop: {
        ...{ opmaerksomDato: v.dato(opmaerksom), afgoerelseDato: v.dato(besluttet) },
        ...{ forhold: [forhold], begrundelse: 'Fraværet skal belyses.' },
      },
      forventet: foerste(
        sag.lukket !== null && '409 sag-lukket',
        sel(model) && '422 afdaekning-findes-ikke',
        igangvaerendeBfu(model, sag) !== undefined && '409 bfu-i-gang',
        iFremtiden(besluttet),
        opmaerksom > besluttet && '422 opmaerksom-efter-afgoerelse',
        udfald === undefined && '422 screening-mangler',
        udfald !== 'afdaekning' && '422 screening-peger-paa-andet',
      ),
      sidespor: model.bfuer.length > 2,
      gemt: (svar) => {
        const ny: Bfu = { ...nyBfu(id(svar, 'bfuId'), sag, opmaerksom, besluttet), form: 'afdaekning' };
        ny.temaer.set(forhold, true);
        model.bfuer.push(ny);
      },
    };
  },
}));

const ikkeAfdaekning = (bfu: Bfu) => bfu.form !== 'afdaekning' && ('409 ikke-en-afdaekning' as const);

/** BL § 19 → § 20: the day of awareness is kept, and the four months run from it. */
const konverter = paaBfu('konvertér', 'konvertering', (bfu, naar, v) => ({
  krop: { afgoerelseDato: v.dato(naar), begrundelse: 'Alvorligt.' },
  forventet: foerste(
    bfu.sag.lukket !== null && '409 sag-lukket',
    slut(bfu),
    ikkeAfdaekning(bfu),
    iFremtiden(naar),
    foer(naar, bfu.besluttet),
    foer(naar, bfu.sag.oprettet),
  ),
  gemt: () => {
    bfu.form = 'bfu';
    bfu.besluttet = naar;
  },
}));

const afslut = paaBfu('afslut afdækning', 'afdaekning/afslutning', (bfu, naar, v, model) => ({
  krop: {
    ...{ dato: v.dato(naar), udfald: 'ingen-stoette', konklusion: 'Trives.' },
    ...{ barnetsHoldning: 'Enig.', foraeldresHoldning: 'Enige.' },
  },
  forventet: foerste(
    bfu.sag.lukket !== null && '409 sag-lukket',
    slut(bfu),
    ikkeAfdaekning(bfu),
    iFremtiden(naar),
    foer(naar, bfu.besluttet),
    bfu.barnetHoert === null && '422 boernesamtale-mangler',
    foer(naar, bfu.barnetHoert ?? 0),
  ),
  sidespor: bfu.barnetHoert === null,
  gemt: () => {
    bfu.fase = 'afsluttet';
    bfu.slut = naar;
    rykOpfoelgningFrem(model, bfu, naar);
  },
}));

/** From the shallow to the deep: some end as an investigation, the others by themselves. */
export const afdaekningstrin = [screen, beslut, konverter, boernesamtale, afslut];
