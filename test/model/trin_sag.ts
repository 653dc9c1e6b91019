import fc from 'fast-check';
import { aabenSag, begynd, igangvaerendeBfu, type Model, type Sag } from './tilstand.js';
import { tvangISagen } from './tilstand_tvang.js';
import { foer, foerste, id, iFremtiden, type Anmodning, type Trin, vaelg } from './trin.js';
import { dag, nummer, nySag, senere } from './trin_underretning.js';
import { SAGSBEHANDLERE, type Verden } from './verden.js';

const hvem = fc.constantFrom(...SAGSBEHANDLERE);
const lukket = (sag: Sag) => sag.lukket !== null && ('409 sag-lukket' as const);

function paaSag(
  navn: string,
  anmod: (sag: Sag, naar: number, model: Model, v: Verden) => Anmodning | null,
): fc.Arbitrary<Trin> {
  return fc.tuple(nummer, dag).map(([nr, naar]): Trin => ({
    navn: `${navn}(#${String(nr)} dag ${String(naar)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      return sag === undefined ? null : anmod(sag, naar, model, v);
    },
  }));
}

export const opretSag = (omraade: 'social' | 'handicap', naar: number): Trin => ({
  navn: `opret ${omraade}(dag ${String(naar)})`,
  anmod: (model, v) => ({
    som: 'alt',
    sti: '/sager',
    krop: { barnId: model.barnId, omraade, grund: 'ansoegning', oprettet: v.dato(naar) },
    forventet: foerste(aabenSag(model, omraade) !== undefined && '409 barnet-har-aaben-sag', iFremtiden(naar)),
    sidespor: model.sager.length > 0,
    gemt: (svar) => nySag(model, id(svar, 'sagId'), omraade, naar),
  }),
});
const opret = fc
  .tuple(fc.constantFrom('social' as const, 'handicap' as const), dag)
  .map(([omraade, naar]) => opretSag(omraade, naar));

const tildel = hvem.chain((sagsbehandler) =>
  paaSag(`tildel ${sagsbehandler}`, (sag, naar, _model, v) => ({
    som: 'alt',
    sti: `/sager/${sag.id}/tildeling`,
    krop: { sagsbehandler, tildelt: v.dato(naar) },
    forventet: foerste(
      lukket(sag),
      iFremtiden(naar),
      foer(naar, sag.oprettet),
      sag.overdragelse !== null && '409 overdragelse-aaben',
    ),
    sidespor: sag.sagsbehandler !== null,
    gemt: () => {
      sag.sagsbehandler = sagsbehandler;
      sag.behandlere.add(sagsbehandler);
    },
  })),
);

const overdrag = hvem.chain((til) =>
  paaSag(`overdrag til ${til}`, (sag, naar, _model, v) => ({
    som: 'alt',
    sti: `/sager/${sag.id}/overdragelser`,
    krop: { til, notat: 'Fristen er 1. marts.', foreslaaet: v.dato(naar) },
    forventet: foerste(
      lukket(sag),
      sag.sagsbehandler === null && '422 sag-ikke-tildelt',
      sag.overdragelse !== null && '409 overdragelse-aaben',
      til === sag.sagsbehandler && '422 overdragelse-til-sig-selv',
      iFremtiden(naar),
      foer(naar, sag.oprettet),
    ),
    gemt: (svar) => {
      sag.overdragelse = { id: id(svar, 'overdragelseId'), til, foreslaaet: naar };
    },
  })),
);

const svar = fc.tuple(fc.boolean(), hvem, senere).chain(([accepteres, som, efter]) =>
  paaSag(`${accepteres ? 'accepter' : 'afvis'} som ${som}`, (sag, _naar, _model, v) => {
    const { overdragelse } = sag;
    if (overdragelse === null) return null;
    const naar = overdragelse.foreslaaet + efter;
    // Whoever proposed it is the caseworker; he may withdraw but not accept.
    const maa = accepteres ? [overdragelse.til] : [overdragelse.til, sag.sagsbehandler];
    return {
      som,
      sti: `/sager/${sag.id}/overdragelser/${overdragelse.id}/${accepteres ? 'accept' : 'afvisning'}`,
      krop: accepteres ? { accepteret: v.dato(naar) } : { begrundelse: 'Inhabil.', afvist: v.dato(naar) },
      forventet: foerste(
        lukket(sag),
        !maa.includes(som) && '422 ikke-modtageren',
        iFremtiden(naar),
        foer(naar, overdragelse.foreslaaet),
      ),
      gemt: () => {
        if (accepteres) {
          sag.sagsbehandler = overdragelse.til;
          sag.behandlere.add(overdragelse.til);
        }
        sag.overdragelse = null;
      },
    };
  }),
);

const luk = paaSag('luk', (sag, naar, model, v) => ({
  som: 'alt',
  sti: `/sager/${sag.id}/lukning`,
  krop: { lukket: v.dato(naar), begrundelse: 'Formålet er nået.' },
  forventet: foerste(
    lukket(sag),
    iFremtiden(naar),
    foer(naar, sag.oprettet),
    kanIkkeLukkes(model, sag) && '422 sag-kan-ikke-lukkes',
  ),
  sidespor: true,
  gemt: () => {
    sag.lukket = naar;
    // A valid plan carries measures, and none runs any more.
    for (const plan of model.planer) if (plan.sag === sag && plan.fase === 'gaeldende') plan.fase = 'afsluttet';
  },
}));

function kanIkkeLukkes(model: Model, sag: Sag): boolean {
  return (
    model.underretninger.some((u) => u.fase === 'aaben') ||
    igangvaerendeBfu(model, sag) !== undefined ||
    model.indsatser.some((i) => i.sag === sag && i.fase !== 'ophoert') ||
    model.anbringelser.some((a) => a.sag === sag && a.til === null) ||
    model.visitationer.some((v) => v.sag === sag && v.fase !== 'slut') ||
    model.anmodninger.some((a) => a.sag === sag && !a.afgjort) ||
    model.ansoegninger.some((a) => a.sag === sag && a.afgjort === null) ||
    tvangISagen(model.tvang, sag) ||
    sag.overdragelse !== null
  );
}

const genaabn = paaSag('genåbn', (sag, naar, model, v) => ({
  som: 'alt',
  sti: `/sager/${sag.id}/genaabning`,
  krop: { genaabnet: v.dato(naar), begrundelse: 'Ny ansøgning.' },
  forventet: foerste(
    sag.lukket === null && '409 sag-ikke-lukket',
    iFremtiden(naar),
    foer(naar, sag.lukket ?? 0),
    aabenSag(model, sag.omraade) !== undefined && '409 barnet-har-aaben-sag',
  ),
  gemt: () => {
    sag.lukket = null;
  },
}));

const bevilg = paaSag('bevilg', (sag, naar, model, v) => ({
  som: 'alt',
  sti: `/sager/${sag.id}/indsatser`,
  krop: {
    indsatskode: 'tidlig-konsulentbistand',
    maalgruppe: 'familie',
    afgoerelseDato: v.dato(naar),
    forventetStart: v.dato(naar + 2),
    forventetVarighedMaaneder: 6,
    prisOere: 100_000,
    prisEnhed: 'maaned',
    formaal: 'At støtte familien tidligt.',
    begrundelse: 'Familien ønsker hjælp.',
    barnetsHoldning: 'Vil gerne.',
    boernesamtale: { dato: v.dato(naar) },
  },
  forventet: foerste(lukket(sag), iFremtiden(naar), foer(naar, sag.oprettet)),
  sidespor: model.indsatser.length > 1,
  gemt: (svaret) =>
    model.indsatser.push({
      id: id(svaret, 'indsatsId'),
      sag,
      besluttet: naar,
      fase: 'bevilget',
      fra: null,
      til: null,
      fremrykket: null,
      opfoelgninger: [],
    }),
}));

const indsatsskridt = fc
  .tuple(fc.constantFrom('ivaerksaettelse', 'ophoer'), nummer, fc.integer({ min: -1, max: 30 }))
  .map(([skridt, nr, efter]): Trin => ({
    navn: `${skridt}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const indsats = vaelg(model.indsatser, nr);
      if (indsats === undefined) return null;
      const naar = (indsats.fra ?? indsats.besluttet) + efter;
      const start = skridt === 'ivaerksaettelse';
      return {
        som: 'alt',
        sti: `/indsatser/${indsats.id}/${skridt}`,
        krop: start
          ? { dato: v.dato(naar) }
          : { dato: v.dato(naar), aarsag: 'formaal-opnaaet', begrundelse: 'Målene er nået.' },
        forventet: start
          ? foerste(
              iFremtiden(naar),
              indsats.fase !== 'bevilget' && '409 indsats-ikke-bevilget',
              naar < indsats.besluttet && '422 ivaerksat-foer-afgoerelse',
            )
          : foerste(
              iFremtiden(naar),
              indsats.fase === 'ophoert' && '409 indsats-ophoert',
              naar < (indsats.fra ?? indsats.besluttet) && '422 ophoert-foer-start',
            ),
        gemt: () => {
          if (start) begynd(model, indsats, naar);
          else if (indsats.fra !== null) indsats.til = naar;
          indsats.fase = start ? 'ivaerksat' : 'ophoert';
        },
      };
    },
  }));

/** From the shallow to the deep. */
export const sagstrin = [luk, opret, genaabn, tildel, overdrag, svar, svar, bevilg, indsatsskridt, indsatsskridt];
