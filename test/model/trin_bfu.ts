import fc from 'fast-check';
import {
  type Bfu,
  igangvaerendeBfu,
  indsatsISagen,
  mangledeTemaer,
  type Model,
  risikoenMangler,
  rykOpfoelgningFrem,
  type Sag,
} from './tilstand.js';
import { opholdIGang, tvangIGang } from './tilstand_tvang.js';
import { foer, foerste, id, iFremtiden, type Anmodning, type Trin, type Udfald, vaelg } from './trin.js';
import { dag, nummer, senere } from './trin_underretning.js';
import { TEMAKODER, type Verden } from './verden.js';

export const slut = (bfu: Bfu) => bfu.fase !== 'i-gang' && ('409 bfu-afsluttet' as const);
/** An afdækning ends or goes on as an investigation; it is neither concluded nor approved. */
export const kunBfu = (bfu: Bfu) => bfu.form === 'afdaekning' && ('422 kun-bfu' as const);

export function nyBfu(id: string, sag: Sag, opmaerksom: number, besluttet: number): Bfu {
  return {
    ...{ id, sag, opmaerksom, besluttet, form: 'bfu', fase: 'i-gang', slut: null, temaer: new Map() },
    ...{ fagfolk: false, barnetHoert: null, analyseret: null, konkluderet: null, gennemgaaet: null, hoering: null },
  };
}

function screenetNogensinde(model: Model, sag: Sag): boolean {
  return (
    model.screeninger.has(sag) ||
    model.underretninger.some((u) => u.sag === sag && u.fase === 'screenet') ||
    model.ansoegninger.some((a) => a.sag === sag && a.screenet !== null)
  );
}

export function beslutBfu(nr: number, opmaerksom: number, efter: number, grund = true): Trin {
  return {
    navn: `beslut bfu(#${String(nr)} opmærksom ${String(opmaerksom)} +${String(efter)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      if (sag === undefined) return null;
      // The decision is one of the case's.
      const besluttet = Math.max(opmaerksom, sag.oprettet - 1) + efter;
      // BL § 18: screened first, or with a ground that makes it a duty at once (§ 20, stk. 1).
      const uscreenet = model.regime === 'BL' && !grund && !screenetNogensinde(model, sag);
      return {
        som: 'alt',
        sti: `/sager/${sag.id}/undersoegelser`,
        krop: {
          opmaerksomDato: v.dato(opmaerksom),
          afgoerelseDato: v.dato(besluttet),
          begrundelse: 'Behov for støtte.',
          ...(model.regime === 'BL' && !uscreenet ? { grunde: ['alvorlig-eller-kompleks'] } : {}),
        },
        forventet: foerste(
          sag.lukket !== null && '409 sag-lukket',
          igangvaerendeBfu(model, sag) !== undefined && '409 bfu-i-gang',
          iFremtiden(besluttet),
          opmaerksom > besluttet && '422 opmaerksom-efter-afgoerelse',
          uscreenet && '422 screening-mangler',
          foer(besluttet, sag.oprettet),
        ),
        sidespor: igangvaerendeBfu(model, sag) !== undefined || model.bfuer.length > 2,
        gemt: (svar) => model.bfuer.push(nyBfu(id(svar, 'bfuId'), sag, opmaerksom, besluttet)),
      };
    },
  };
}

const beslut = fc
  .tuple(
    nummer,
    fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 120 }) }, dag),
    fc.integer({ min: -2, max: 20 }),
    fc.boolean(),
  )
  .map(([nr, opmaerksom, efter, grund]) => beslutBfu(nr, opmaerksom, efter, grund));

interface Paa {
  readonly krop: object;
  readonly forventet: Udfald;
  readonly gemt: Anmodning['gemt'];
  readonly sidespor?: boolean;
}

const efterDage = fc.oneof({ weight: 3, arbitrary: senere }, fc.integer({ min: -1, max: 40 }));

export function paaBfu(
  navn: string,
  sti: string,
  anmod: (bfu: Bfu, naar: number, v: Verden, model: Model) => Paa,
  /** The day that the step is counted from: mostly soon after. */
  fra?: (bfu: Bfu) => number | null,
): fc.Arbitrary<Trin> {
  return fc.tuple(nummer, efterDage).map(([nr, efter]): Trin => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const bfu = vaelg(model.bfuer, nr);
      if (bfu === undefined) return null;
      const naar = (fra?.(bfu) ?? bfu.besluttet) + efter;
      return { som: 'alt', sti: `/undersoegelser/${bfu.id}/${sti}`, ...anmod(bfu, naar, v, model) };
    },
  }));
}

const forloeb = (bfu: Bfu, naar: number) => [slut(bfu), iFremtiden(naar), foer(naar, bfu.opmaerksom)] as const;

function temaer(relevante: readonly string[], alle: boolean): fc.Arbitrary<Trin> {
  const vurderede = TEMAKODER.filter((_, nr) => alle || nr < 2);
  return paaBfu(alle ? 'alle temaer' : 'to temaer', 'temaer', (bfu, naar, v) => ({
    krop: {
      dato: v.dato(naar),
      temaer: vurderede.map((tema) => ({ tema, relevant: relevante.includes(tema), begrundelse: 'Derfor.' })),
    },
    forventet: foerste(...forloeb(bfu, naar)),
    sidespor: vurderede.every((tema) => bfu.temaer.has(tema)),
    gemt: () => {
      for (const tema of vurderede) bfu.temaer.set(tema, relevante.includes(tema));
    },
  }));
}

export const boernesamtale = fc.boolean().chain((holdt) =>
  paaBfu(holdt ? 'børnesamtale' : 'børnesamtale undladt', 'boernesamtaler', (bfu, naar, v) => ({
    krop: holdt
      ? {
          dato: v.dato(naar),
          holdt,
          udenForaeldre: false,
          referat: 'Barnet fortalte.',
          barnetsHoldning: 'Vil have ro.',
        }
      : { dato: v.dato(naar), holdt, begrundelse: 'Tre måneder gammelt.', barnetsHoldning: 'Iagttaget hjemme.' },
    forventet: foerste(...forloeb(bfu, naar)),
    sidespor: bfu.barnetHoert !== null,
    gemt: () => {
      bfu.barnetHoert = Math.min(bfu.barnetHoert ?? naar, naar);
    },
  })),
);

const fagfolk = fc.boolean().chain((findes) =>
  paaBfu(findes ? 'fagfolk' : 'ingen fagfolk', 'aktoerer', (bfu, naar, v) => ({
    krop: { dato: v.dato(naar), ...(findes ? { aktoerer: ['Læreren'] } : { begrundelse: 'Passes hjemme.' }) },
    forventet: foerste(...forloeb(bfu, naar)),
    sidespor: bfu.fagfolk,
    gemt: () => {
      bfu.fagfolk = true;
    },
  })),
);

const analyse = fc.constantFrom(...TEMAKODER.slice(0, 3)).chain((tema) =>
  paaBfu(`analyse af ${tema}`, 'analyse', (bfu, naar, v) => ({
    krop: { dato: v.dato(naar), analyse: 'Samlet.', fund: [{ tema, art: 'udfordring', tekst: 'Træt i skolen.' }] },
    forventet: foerste(...forloeb(bfu, naar), bfu.temaer.get(tema) !== true && '422 fund-uden-relevant-tema'),
    sidespor: bfu.analyseret !== null,
    gemt: () => {
      bfu.analyseret = naar;
      bfu.konkluderet = null;
      bfu.gennemgaaet = null;
      bfu.hoering = null;
    },
  })),
);

const konklusion = fc.boolean().chain((stoetteNoedvendig) =>
  paaBfu(
    'konklusion',
    'konklusion',
    (bfu, naar, v, model) => ({
      krop: {
        dato: v.dato(naar),
        stoetteNoedvendig,
        indsatskoder: stoetteNoedvendig ? ['kontaktperson'] : [],
        sideloebende: 'ingen',
        konklusion: 'Sådan er det.',
        barnetsHoldning: 'Enig.',
        foraeldresHoldning: 'Enige.',
      },
      forventet: foerste(
        bfu.sag.lukket !== null && '409 sag-lukket',
        slut(bfu),
        kunBfu(bfu),
        iFremtiden(naar),
        foer(naar, bfu.besluttet),
        mangledeTemaer(model, bfu) && '422 temaer-ikke-vurderet',
        bfu.analyseret === null && '422 analyse-mangler',
        bfu.barnetHoert === null && '422 boernesamtale-mangler',
        foer(naar, bfu.barnetHoert ?? 0),
        foer(naar, bfu.analyseret ?? 0),
        indsatsISagen(model, bfu.sag, naar) && '422 sideloebende-stoette',
      ),
      sidespor: bfu.konkluderet !== null,
      gemt: () => {
        bfu.konkluderet = naar;
        bfu.gennemgaaet = null;
        bfu.hoering = null;
      },
    }),
    (bfu) => Math.max(bfu.besluttet, bfu.analyseret ?? 0, bfu.barnetHoert ?? 0),
  ),
);

const efterKonklusion = (bfu: Bfu, naar: number) =>
  [
    slut(bfu),
    iFremtiden(naar),
    bfu.konkluderet === null && ('422 konklusion-mangler' as const),
    foer(naar, bfu.konkluderet ?? 0),
  ] as const;

const gennemgang = paaBfu(
  'gennemgang',
  'gennemgang',
  (bfu, naar, v, model) => ({
    krop: { dato: v.dato(naar), referat: 'Familien kunne genkende det.' },
    forventet: foerste(risikoenMangler(model) && '422 risikovurdering-mangler', ...efterKonklusion(bfu, naar)),
    sidespor: bfu.gennemgaaet !== null,
    gemt: () => {
      bfu.gennemgaaet = naar;
    },
  }),
  (bfu) => bfu.konkluderet,
);

const hoering = paaBfu(
  'partshøring',
  'partshoering',
  (bfu, naar, v, model) => ({
    krop: { dato: v.dato(naar), svarfrist: v.dato(naar + 7), ingenParter: 'Barnet har endnu ingen værge.' },
    forventet: foerste(risikoenMangler(model) && '422 risikovurdering-mangler', ...efterKonklusion(bfu, naar)),
    sidespor: bfu.hoering !== null,
    gemt: () => {
      bfu.hoering = { sendt: naar, svarfrist: naar + 7, besvaret: null };
    },
  }),
  (bfu) => bfu.konkluderet,
);

const hoeringssvar = paaBfu(
  'høringssvar',
  'partshoering/svar',
  (bfu, naar, v) => ({
    krop: { dato: v.dato(naar), svar: 'Ingen bemærkninger.' },
    forventet: foerste(
      slut(bfu),
      iFremtiden(naar),
      bfu.hoering === null && '422 partshoering-ikke-sendt',
      foer(naar, bfu.hoering?.sendt ?? 0),
    ),
    sidespor: (bfu.hoering?.besvaret ?? null) !== null,
    gemt: () => {
      if (bfu.hoering !== null) bfu.hoering.besvaret = naar;
    },
  }),
  (bfu) => bfu.hoering?.sendt ?? null,
);

const afslutning = (godkendes: boolean): fc.Arbitrary<Trin> =>
  paaBfu(
    godkendes ? 'godkend' : 'afbryd',
    godkendes ? 'godkendelse' : 'afbrydelse',
    (bfu, naar, v, model) => ({
      krop: godkendes
        ? { dato: v.dato(naar) }
        : { dato: v.dato(naar), aarsag: 'behov-bortfaldet', begrundelse: 'Bekymringen er væk.' },
      forventet: foerste(
        bfu.sag.lukket !== null && '409 sag-lukket',
        slut(bfu),
        godkendes && kunBfu(bfu),
        iFremtiden(naar),
        godkendes && manglerFoerGodkendelse(bfu, naar, model) && '422 bfu-kan-ikke-godkendes',
        foer(naar, godkendes ? hvilerPaa(bfu) : bfu.besluttet),
        !godkendes && opholdIGang(model.tvang.udenSamtykke.get(bfu)) && '422 ophold-i-gang',
      ),
      sidespor: !godkendes,
      gemt: () => {
        bfu.fase = godkendes ? 'afsluttet' : 'afbrudt';
        bfu.slut = naar;
        if (godkendes) rykOpfoelgningFrem(model, bfu, naar);
      },
    }),
    (bfu) => (godkendes ? hvilerPaa(bfu) : null),
  );

function manglerFoerGodkendelse(bfu: Bfu, naar: number, { tvang }: Model): boolean {
  const { fagfolk: nogen, temaer: vurderede, barnetHoert, analyseret, konkluderet, gennemgaaet, hoering: h } = bfu;
  if (tvangIGang(tvang.udenSamtykke.get(bfu))) return true;
  const hoert = h !== null && (h.besvaret !== null || naar > h.svarfrist);
  return !nogen || vurderede.size === 0 || [barnetHoert, analyseret, konkluderet, gennemgaaet].includes(null) || !hoert;
}

/** The last day of what an approval rests on. */
function hvilerPaa({ besluttet, konkluderet, gennemgaaet, hoering: h }: Bfu): number {
  return Math.max(besluttet, ...[konkluderet, gennemgaaet, h?.sendt, h?.besvaret].map((naar) => naar ?? 0));
}

const relevante = TEMAKODER.slice(0, 2);
/** From the shallow to the deep: what ends an investigation early comes first, what finishes it last. */
export const bfutrin = [
  afslutning(false),
  beslut,
  beslut,
  temaer(relevante, false),
  temaer(relevante, true),
  boernesamtale,
  fagfolk,
  analyse,
  analyse,
  konklusion,
  konklusion,
  gennemgang,
  hoering,
  hoering,
  hoeringssvar,
  afslutning(true),
  afslutning(true),
];
