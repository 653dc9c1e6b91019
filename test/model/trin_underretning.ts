import fc from 'fast-check';
import {
  aabenSag,
  indsatsIGang,
  type Model,
  type Part,
  personId,
  risikoenMangler,
  type Sag,
  tidligereDeltagere,
  ung,
  type Underretning,
} from './tilstand.js';
import { foer, foerste, id, iFremtiden, type Trin, vaelg } from './trin.js';
import { SIDSTE_DAG } from './verden.js';

/** Mostly on the days that exist, now and then tomorrow. */
export const dag = fc.oneof(
  { weight: 19, arbitrary: fc.integer({ min: 0, max: SIDSTE_DAG }) },
  { weight: 1, arbitrary: fc.constant(SIDSTE_DAG + 1) },
);
/** Soon after something, so that lawful sequences are common. */
export const senere = fc.integer({ min: -1, max: 9 });
export const nummer = fc.nat(20);

/** Somebody who is not known at all. */
export const UKENDT = '00000000-0000-7000-8000-000000000000';

const lukket = (u: Underretning) => u.fase !== 'aaben' && ('409 underretning-lukket' as const);

function paa(u: Underretning, efter: number): number {
  return Math.min(SIDSTE_DAG + 1, u.modtaget + efter);
}

const modtag = fc
  .record({
    dag,
    anonym: fc.boolean(),
    fagperson: fc.boolean(),
    overgreb: fc.boolean(),
    aeresrelateret: fc.boolean(),
  })
  .map(({ dag: modtaget, anonym, fagperson, overgreb, aeresrelateret }): Trin => ({
    navn: `modtag(${String(modtaget)}${anonym ? ' anonym' : ''}${overgreb ? ' overgreb' : ''}${aeresrelateret ? ' ære' : ''})`,
    anmod: (model, v) => ({
      som: 'alt',
      sti: '/underretninger',
      krop: {
        barn: { barnId: model.barnId },
        modtaget: v.tid(modtaget, '10:00'),
        form: 'telefonisk',
        underretter: anonym
          ? { anonym: true, kode: '8' }
          : { anonym: false, kode: '2', navn: 'Inga Prøvesen', fagperson },
        aarsagKoder: ['UDSLAG14'],
        beskrivelse: 'Barnet virker træt.',
        overgreb,
        aeresrelateret,
      },
      forventet: foerste(iFremtiden(modtaget)),
      gemt: (svar) =>
        model.underretninger.push({
          id: id(svar, 'underretningId'),
          modtaget,
          anonym,
          fagperson: fagperson && !anonym,
          overgreb,
          aeresrelateret,
          kraeverGenvurdering: indsatsIGang(model, modtaget),
          fase: 'aaben',
          sag: aabenSag(model, 'social') ?? aabenSag(model, 'handicap') ?? null,
          akutvurderet: null,
          akut: false,
          akutHandlet: false,
          udskudt: [],
          kvitteret: null,
          orienteret: false,
          oplyste: new Set(),
          alleOplyst: null,
          genvurderet: false,
          samtale: false,
          risikovurderet: false,
          vurderere: new Set(),
        }),
    }),
  }));

/** A step on one of the notifications, so many days after it came. */
function paaUnderretning(
  navn: string,
  anmod: (
    u: Underretning,
    naar: number,
    model: Model,
  ) => Omit<ReturnType<NonNullable<Trin['anmod']>> & object, 'som' | 'sti'>,
  sti: string = navn,
  som: 'alt' | 'sb01' | 'sb02' = 'alt',
): fc.Arbitrary<Trin> {
  return fc.tuple(nummer, senere).map(([nr, efter]): Trin => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model) => {
      const u = vaelg(model.underretninger, nr);
      if (u === undefined) return null;
      return { som, sti: `/underretninger/${u.id}/${sti}`, ...anmod(u, paa(u, efter), model) };
    },
  }));
}

export function underretningstrin(v: {
  tid(dag: number, kl: string): string;
  dato(dag: number): string;
  regime: 'SEL' | 'BL';
}): readonly fc.Arbitrary<Trin>[] {
  const akut = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)).chain((fare) =>
    paaUnderretning(
      fare ? 'akutvurdering:fare' : 'akutvurdering',
      (u, naar) => ({
        krop: {
          vurderet: v.tid(naar, '12:00'),
          vurderetAf: 'mo01',
          akut: fare,
          risikofaktorer: 'Ingen kendte.',
          beskyttelsesfaktorer: 'Mormor.',
          begrundelse: fare ? 'I fare nu.' : 'Ikke i fare.',
        },
        forventet: foerste(
          lukket(u),
          iFremtiden(naar),
          foer(naar, u.modtaget),
          u.akutvurderet !== null && '409 akutvurdering-foretaget',
        ),
        gemt: () => {
          u.akutvurderet = naar;
          u.akut = fare;
          u.vurderere.add('mo01');
        },
      }),
      'akutvurdering',
    ),
  );
  const hjaelp = paaUnderretning('akut-handlinger', (u, naar) => ({
    krop: { handlet: v.tid(naar, '12:20'), handling: 'politi', beskrivelse: 'Politiet hentede barnet.' },
    forventet: foerste(lukket(u), iFremtiden(naar), foer(naar, u.modtaget), !u.akut && '422 ikke-akut'),
    sidespor: u.akutHandlet,
    gemt: () => {
      u.akutHandlet = true;
    },
  }));
  const udskydelse = fc.constantFrom(-1, 0, 9, 40).chain((dage) =>
    paaUnderretning(
      `udskyd:${String(dage)}`,
      (u, naar) => ({
        krop: { dato: v.dato(naar), revurderes: v.dato(naar + dage), begrundelse: 'Afhøring først.' },
        forventet: foerste(
          (u.fase === 'annulleret' || u.fase === 'videresendt') && '409 underretning-lukket',
          u.alleOplyst !== null && '409 foraeldre-oplyst',
          u.akutvurderet === null && '422 akutvurdering-mangler',
          iFremtiden(naar),
          foer(naar, u.modtaget),
          dage === 0 && '422 revurdering-samme-dag',
          foer(dage, 0),
        ),
        sidespor: u.udskudt.length > 0,
        gemt: () => {
          u.udskudt.push({ dato: naar, revurderes: naar + dage });
        },
      }),
      'foraeldreorienteringer/udskydelse',
    ),
  );
  const oplysning = fc.constantFrom<Part>('mor', 'barnet').chain((hvem) =>
    paaUnderretning(
      `oplys ${hvem}`,
      (u, naar, model) => ({
        krop: { personId: personId(model, hvem) ?? UKENDT, dato: v.dato(naar), maade: 'møde' },
        forventet: foerste(
          u.fase === 'annulleret' && '409 underretning-lukket',
          u.akutvurderet === null && '422 akutvurdering-mangler',
          iFremtiden(naar),
          foer(naar, u.modtaget),
          !oplyses(model).includes(hvem) && '422 ikke-foraeldremyndighed',
          hvem === 'mor' && risikoenMangler(model) && '422 risikovurdering-mangler',
        ),
        sidespor: u.oplyste.has(hvem),
        gemt: () => {
          u.oplyste.add(hvem);
          // With nobody who has custody it is not known who has not been told.
          if (model.moderId !== null && oplyses(model).every((part) => u.oplyste.has(part))) u.alleOplyst ??= naar;
        },
      }),
      'foraeldreorienteringer',
    ),
  );
  const kvittering = paaUnderretning('kvittering', (u, naar) => ({
    krop: { sendt: v.dato(naar), maade: 'brev' },
    forventet: foerste(
      u.anonym && '422 anonym-uden-kvittering',
      u.fase === 'annulleret' && '409 underretning-lukket',
      u.kvitteret !== null && '409 kvittering-sendt',
      iFremtiden(naar),
      foer(naar, u.modtaget),
    ),
    gemt: () => {
      u.kvitteret = naar;
    },
  }));
  const orientering = paaUnderretning('orientering', (u, naar) => ({
    krop: { dato: v.dato(naar) },
    forventet: foerste(
      !u.fagperson && '422 ikke-fagperson',
      u.fase !== 'screenet' && '409 ikke-screenet',
      iFremtiden(naar),
      foer(naar, u.modtaget),
    ),
    gemt: () => {
      u.orienteret = true;
    },
  }));
  const genvurdering = fc.constantFrom('sb01', 'sb09').chain((ny) =>
    paaUnderretning(
      `genvurdering:${ny}`,
      (u, naar, model) => ({
        krop: {
          vurderet: v.tid(naar, '13:00'),
          deltagere: ['sb01', ny].filter((x, i, l) => l.indexOf(x) === i),
          nyDeltager: ny,
          begrundelse: 'Indsatsen rækker.',
        },
        forventet: foerste(
          lukket(u),
          iFremtiden(naar),
          foer(naar, u.modtaget),
          tidligereDeltagere(model).has(ny) && '422 ny-deltager-er-ikke-ny',
        ),
        sidespor: u.genvurderet,
        gemt: () => {
          u.genvurderet = true;
          for (const deltager of ['sb01', ny]) u.vurderere.add(deltager);
        },
      }),
      'genvurdering',
    ),
  );
  const samtale = fc.boolean().chain((holdt) =>
    paaUnderretning(
      holdt ? 'samtale' : 'samtale-undladt',
      (u, naar) => ({
        krop: holdt
          ? { dato: v.dato(naar), udfald: 'holdt', udenForaeldre: true, referat: 'Barnet fortalte.' }
          : { dato: v.dato(naar), udfald: 'undladt', begrundelse: 'Barnet er tre uger gammelt.' },
        forventet: foerste(lukket(u), iFremtiden(naar), foer(naar, u.modtaget)),
        sidespor: u.samtale,
        gemt: () => {
          u.samtale = true;
        },
      }),
      'boernesamtale',
    ),
  );
  const risiko = paaUnderretning('risikovurdering', (u, naar) => ({
    krop: { vurderet: v.tid(naar, '12:30'), vurderetAf: 'mo01', risikovurdering: 'Kontakt ikke familien endnu.' },
    forventet: foerste(u.fase === 'annulleret' && '409 underretning-lukket', iFremtiden(naar), foer(naar, u.modtaget)),
    sidespor: u.risikovurderet,
    gemt: () => {
      u.risikovurderet = true;
      u.vurderere.add('mo01');
    },
  }));
  const videresendelse = paaUnderretning('videresendelse', (u, naar) => ({
    krop: { tilKommune: '851', videresendt: v.tid(naar, '15:00'), begrundelse: 'Familien er flyttet.' },
    forventet: foerste(
      lukket(u),
      iFremtiden(naar),
      foer(naar, u.modtaget),
      u.akutvurderet === null && '422 akutvurdering-mangler',
      u.akut && !u.akutHandlet && '422 akut-handling-mangler',
    ),
    sidespor: true,
    gemt: () => {
      u.fase = 'videresendt';
    },
  }));
  const annullering = paaUnderretning('annullering', (u, naar) => ({
    krop: { annulleret: v.tid(naar, '15:00'), begrundelse: 'Registreret to gange.' },
    forventet: foerste(lukket(u), iFremtiden(naar), foer(naar, u.modtaget)),
    sidespor: true,
    gemt: () => {
      u.fase = 'annulleret';
    },
  }));
  // From the shallow to the deep.
  return [
    annullering,
    videresendelse,
    modtag,
    oplysning,
    udskydelse,
    kvittering,
    orientering,
    risiko,
    samtale,
    genvurdering,
    akut,
    akut,
    hjaelp,
    screening(v),
    screening(v),
  ];
}

/** Those who have custody, and the young person. */
function oplyses(model: Model): readonly Part[] {
  return [...(model.moderId === null ? [] : (['mor'] as const)), ...(ung(model) ? (['barnet'] as const) : [])];
}

function mangler(u: Underretning, regime: 'SEL' | 'BL'): boolean {
  return (
    u.akutvurderet === null ||
    (u.akut && !u.akutHandlet) ||
    (u.kraeverGenvurdering && !u.genvurderet) ||
    (u.overgreb && !u.samtale) ||
    (regime === 'BL' && u.aeresrelateret && !u.risikovurderet)
  );
}

function screening(v: { tid(dag: number, kl: string): string; regime: 'SEL' | 'BL' }): fc.Arbitrary<Trin> {
  return fc.constantFrom('ingen-indsats', 'tidlig-indsats', 'afdaekning', 'bfu', 'handicap').chain((spor) =>
    paaUnderretning(
      `screening:${spor}`,
      (u, naar, model) => ({
        krop: { spor, screenet: v.tid(naar, '14:00'), screenetAf: 'mo02', begrundelse: 'Vurderet på mødet.' },
        forventet: foerste(
          lukket(u),
          iFremtiden(naar),
          foer(naar, u.modtaget),
          spor === 'afdaekning' && v.regime === 'SEL' && '422 spor-findes-ikke',
          mangler(u, v.regime) && '422 underretning-kan-ikke-screenes',
          foer(naar, u.akutvurderet ?? u.modtaget),
        ),
        gemt: (svar) => {
          u.fase = 'screenet';
          u.vurderere.add('mo02');
          if (spor === 'ingen-indsats') return;
          const omraade = spor === 'handicap' ? 'handicap' : 'social';
          u.sag = aabenSag(model, omraade) ?? nySag(model, id(svar, 'sagId'), omraade, naar);
        },
      }),
      'screening',
    ),
  );
}

export function nySag(model: Model, sagId: string, omraade: Sag['omraade'], oprettet: number): Sag {
  const sag: Sag = {
    id: sagId,
    omraade,
    oprettet,
    lukket: null,
    sagsbehandler: null,
    behandlere: new Set(),
    overdragelse: null,
  };
  model.sager.push(sag);
  return sag;
}
