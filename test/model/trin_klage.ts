import fc from 'fast-check';
import { klagefrist } from './frister_tvang.js';
import { foraeldrene, type Model, type Sag } from './tilstand.js';
import { type Klage, type PaaklageligAfgoerelse } from './tilstand_tvang.js';
import { type Anmodning, foer, foerste, id, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/** The municipality's own decision, in favour of the family: nobody need be heard. Now and then in the place of another. */
export function afgoerSelv(nr: number, efter: number, erstatterNr: number | null): Trin {
  return {
    navn: `afgør økonomisk støtte${erstatterNr === null ? '' : ' i stedet for'}(#${String(nr)} +${String(efter)}, ${String(erstatterNr)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      const erstatter = erstatterNr === null ? null : vaelg(model.tvang.afgoerelser, erstatterNr);
      if (sag === undefined || erstatter === undefined) return null;
      const klage = model.tvang.klager.find((k) => k.afgoerelse === erstatter);
      const fra = klage === undefined ? (erstatter?.truffet ?? sag.oprettet) : (klage.anke ?? klage.modtaget);
      const naar = Math.min(SIDSTE_DAG + 1, fra + efter);
      const sidespor = erstatter === null ? model.tvang.afgoerelser.length > 1 : klage === undefined;
      return { ...egenAfgoerelse(sag, naar, erstatter, model, v), sidespor };
    },
  };
}

/** The municipality decides in favour of the family. */
export function egenAfgoerelse(
  sag: Sag,
  naar: number,
  erstatter: PaaklageligAfgoerelse | null,
  model: Model,
  v: Verden,
): Anmodning {
  return {
    som: 'alt',
    sti: `/sager/${sag.id}/afgoerelser`,
    krop: {
      ...{ afgoerelseKode: 'oekonomisk-stoette', dato: v.dato(naar), begrundelse: 'Familien har brug for det.' },
      boernesamtale: { dato: v.dato(naar) },
      ...(erstatter === null ? {} : { erstatterId: erstatter.id }),
    },
    forventet: foerste(
      sag.lukket !== null && '409 sag-lukket',
      foer(naar, sag.oprettet),
      erstatter !== null && erstatter.sag !== sag && '422 afgoerelse-i-anden-sag',
      iFremtiden(naar),
    ),
    gemt: (svar) =>
      model.tvang.afgoerelser.push({
        ...{ id: id(svar, 'afgoerelseId'), truffet: naar, parter: foraeldrene(model), meddelt: new Map() },
        ...{ sag, organ: 'KB', slags: 'oekonomisk-stoette', erstatter, buuSag: null },
      }),
  };
}

const klag = fc
  .tuple(nummer, fc.oneof(senere, fc.constantFrom(27, 28, 29, 30, 31, 33)), fc.constantFrom('mor', 'mor', 'barnet'))
  .map(([nr, efter, hvem]): Trin => ({
    navn: `klag som ${hvem}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const afgoerelse = vaelg(model.tvang.afgoerelser, nr);
      if (afgoerelse === undefined || (hvem === 'mor' && model.moderId === null)) return null;
      const meddelt = afgoerelse.meddelt.get(hvem);
      const naar = Math.min(SIDSTE_DAG + 1, (meddelt?.dag ?? afgoerelse.truffet) + efter);
      return {
        som: 'alt',
        sti: `/afgoerelser/${afgoerelse.id}/klager`,
        krop: {
          ...{ klagerId: hvem === 'mor' ? model.moderId : model.barnId, modtaget: v.dato(naar) },
          indhold: 'Mor er uenig.',
        },
        forventet: foerste(iFremtiden(naar), foer(naar, afgoerelse.truffet)),
        sidespor: model.tvang.klager.some((k) => k.afgoerelse === afgoerelse),
        gemt: (svar) =>
          model.tvang.klager.push({
            ...{ id: id(svar, 'klageId'), afgoerelse, meddelelse: meddelt?.id ?? null, modtaget: naar },
            // Who has not been told has no deadline.
            forSent: meddelt !== undefined && v.dato(naar) > klagefrist(meddelt.dag, v),
            ...{ fase: 'modtaget', genvurderet: null, oversendt: null, anke: null, trukket: false },
          }),
      };
    },
  }));

type Paa = Omit<Anmodning, 'som' | 'sti'>;

function paaKlage(
  navn: string,
  sti: string,
  anmod: (k: Klage, naar: number, v: Verden, ny: PaaklageligAfgoerelse | undefined) => Paa,
): fc.Arbitrary<Trin> {
  const efter = fc.oneof({ weight: 3, arbitrary: senere }, fc.constantFrom(27, 28, 29, 55, 56, 57));
  return fc.tuple(nummer, efter, fc.option(nummer, { freq: 3 })).map(([nr, efter, nyNr]): Trin => ({
    navn: `${navn}(#${String(nr)} +${String(efter)}, ny ${String(nyNr)})`,
    anmod: (model, v) => {
      const k = vaelg(model.tvang.klager, nr);
      if (k === undefined) return null;
      const ny = nyNr === null ? undefined : nyAfgoerelse(model, k, nyNr);
      const naar = Math.min(SIDSTE_DAG + 1, Math.max(hviler(k), ny?.truffet ?? 0) + efter);
      return { som: 'alt', sti: `/klager/${k.id}/${sti}`, ...anmod(k, naar, v, ny) };
    },
  }));
}

const hviler = (k: Klage): number => k.anke ?? k.oversendt ?? k.genvurderet ?? k.modtaget;

/** Mostly one that takes the place of what is complained of. */
function nyAfgoerelse({ tvang }: Model, k: Klage, nr: number): PaaklageligAfgoerelse | undefined {
  const erstatter = tvang.afgoerelser.filter((a) => a.erstatter === k.afgoerelse);
  return vaelg(erstatter.length > 0 && nr % 4 !== 0 ? erstatter : tvang.afgoerelser, nr);
}

const klagesagSlut = (k: Klage) => k.fase === 'afsluttet' && ('409 klage-afsluttet' as const);
const iFase = (k: Klage, ...faser: Klage['fase'][]) => !faser.includes(k.fase) && ('409 forkert-fase' as const);

/** A change is a decision of its own in the same case, made while the complaint was treated. */
function passerIkke(ny: PaaklageligAfgoerelse, k: Klage, tidligst: number, senest: number): Udfald | false {
  const passer = ny.sag === k.afgoerelse.sag && ny !== k.afgoerelse && ny.truffet >= tidligst && ny.truffet <= senest;
  return !passer && '422 ny-afgoerelse-passer-ikke';
}

/** Retssikkerhedsloven § 66; not of the committee's decisions. */
const genvurdering = fc.constantFrom('fastholdt', 'aendret-helt', 'aendret-delvist').chain((udfald) =>
  paaKlage(`genvurder ${udfald}`, 'genvurdering', (k, naar, v, ny) => {
    const aendres = udfald !== 'fastholdt';
    return {
      krop: {
        ...{ dato: v.dato(naar), udfald, begrundelse: 'Vurderet igen.' },
        ...(ny === undefined ? {} : { nyAfgoerelseId: ny.id }),
      },
      forventet: foerste(
        klagesagSlut(k),
        k.afgoerelse.organ === 'BUU' && '422 genvurderes-ikke',
        iFase(k, 'modtaget'),
        iFremtiden(naar),
        foer(naar, k.modtaget),
        !aendres && ny !== undefined && '422 ny-afgoerelse-passer-ikke',
        aendres && ny?.erstatter !== k.afgoerelse && '422 ny-afgoerelse-mangler',
        aendres && ny !== undefined && passerIkke(ny, k, k.modtaget, naar),
      ),
      gemt: () => {
        k.genvurderet = naar;
        if (udfald === 'fastholdt') k.fase = 'fastholdt';
        else k.fase = udfald === 'aendret-helt' ? 'afsluttet' : 'delvist';
      },
    };
  }),
);

const fasthold = paaKlage('fasthold klage', 'fastholdelse', (k, naar, v) => ({
  krop: { dato: v.dato(naar) },
  forventet: foerste(
    klagesagSlut(k),
    iFremtiden(naar),
    foer(naar, k.modtaget),
    iFase(k, 'delvist'),
    foer(naar, k.genvurderet ?? 0),
  ),
  gemt: () => {
    k.fase = 'fastholdt';
  },
}));

const oversend = paaKlage('oversend klage', 'oversendelse', (k, naar, v) => ({
  krop: { sendt: v.dato(naar) },
  forventet: foerste(
    klagesagSlut(k),
    iFremtiden(naar),
    foer(naar, k.modtaget),
    k.fase === 'delvist' && '422 klager-ikke-spurgt',
    k.fase === 'modtaget' && k.afgoerelse.organ === 'KB' && !k.forSent && '422 genvurdering-mangler',
    iFase(k, 'modtaget', 'fastholdt'),
    foer(naar, k.genvurderet ?? 0),
  ),
  gemt: () => {
    Object.assign(k, { fase: 'oversendt', oversendt: naar });
  },
}));

const anke = fc.constantFrom('stadfaestet', 'afvist', 'hjemvist', 'hjemvist', 'aendret').chain((udfald) =>
  paaKlage(`ankestyrelsen ${udfald}`, 'ankestyrelsen', (k, naar, v) => ({
    krop: { dato: v.dato(naar), udfald, begrundelse: 'Sådan.' },
    forventet: foerste(klagesagSlut(k), iFase(k, 'oversendt'), iFremtiden(naar), foer(naar, k.oversendt ?? 0)),
    gemt: () => {
      Object.assign(k, { anke: naar, fase: udfald === 'hjemvist' || udfald === 'aendret' ? udfald : 'afsluttet' });
    },
  })),
);

const gennemfoer = paaKlage('gennemfør udfald', 'gennemfoerelse', (k, naar, v, ny) => ({
  krop: {
    ...{ dato: v.dato(naar), beskrivelse: 'Behandlet igen.' },
    ...(ny === undefined ? {} : { nyAfgoerelseId: ny.id }),
  },
  forventet: foerste(
    klagesagSlut(k),
    iFase(k, 'hjemvist', 'aendret'),
    iFremtiden(naar),
    foer(naar, k.anke ?? 0),
    k.fase === 'hjemvist' && ny === undefined && '422 ny-afgoerelse-mangler',
    ny !== undefined && passerIkke(ny, k, k.anke ?? 0, naar),
    // Another decision in the case has not treated the matter that was sent back.
    ny !== undefined &&
      ny.erstatter !== k.afgoerelse &&
      ny.slags !== k.afgoerelse.slags &&
      '422 ny-afgoerelse-passer-ikke',
  ),
  gemt: () => {
    k.fase = 'afsluttet';
  },
}));

const traek = paaKlage('træk klage', 'tilbagetraekning', (k, naar, v) => ({
  krop: { dato: v.dato(naar), begrundelse: 'Mor er blevet enig.' },
  forventet: foerste(
    klagesagSlut(k),
    iFase(k, 'modtaget', 'fastholdt', 'delvist', 'oversendt'),
    iFremtiden(naar),
    foer(naar, k.modtaget),
  ),
  sidespor: true,
  gemt: () => {
    Object.assign(k, { fase: 'afsluttet', trukket: true });
  },
}));

const egne = fc
  .tuple(nummer, senere, fc.option(nummer, { freq: 3 }))
  .map(([nr, efter, erstatter]) => afgoerSelv(nr, efter, erstatter));

/** From the shallow to the deep. */
export const klagetrin = [traek, egne, egne, klag, genvurdering, genvurdering, fasthold, oversend, anke, gennemfoer];
