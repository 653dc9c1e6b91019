import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { type Skridt } from '../../src/faelles/skridt.js';
import { planDecider, planhvile, planskridt, type Plan } from '../../src/ics/plan/plan.js';
import { type BegyndtUndersoegelse } from '../../src/ics/undersoegelse/tilstand.js';
import { undersoegelseDecider } from '../../src/ics/undersoegelse/undersoegelse.js';
import { undersoegelseshvile, undersoegelsesskridt } from '../../src/ics/undersoegelse/vejledning.js';
import { indsatsDecider, indsatshvile, indsatsskridt, type Indsats } from '../../src/oekonomi/indsats/indsats.js';
import { type Decider } from '../../src/platform/commands/decider.js';
import { type DomainEvent } from '../../src/platform/eventstore/event-declaration.js';
import { context } from '../../src/platform/testing/given-when-then.js';
import { sagDecider } from '../../src/sagsstyring/sag/sag.js';
import { sagsskridt } from '../../src/sagsstyring/sag/sagsskridt.js';
import { type BegyndtSag, type EnkeltsagArt } from '../../src/sagsstyring/sag/tilstand.js';
import { type Underretning } from '../../src/sagsstyring/underretning/tilstand.js';
import { underretningDecider } from '../../src/sagsstyring/underretning/underretning.js';
import { underretningshvile, underretningsskridt } from '../../src/sagsstyring/underretning/vejledning.js';

/** Every state that an aggregate can be in has something to do, or says why there is nothing. */

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const C = '00000000-0000-7000-8000-00000000000c';
const jaNej = [true, false] as const;
const regimer = ['SEL', 'BL'] as const;
const IDAG = '2026-11-23';
const nu = context(`${IDAG}T10:00:00+01:00`, { id: 'tl01', roller: ['teamleder'] });

/** All combinations of the fields' values. */
function* kryds<T extends object>(felter: { readonly [K in keyof T]: readonly T[K][] }): Generator<T> {
  const [[felt, vaerdier] = [], ...resten] = Object.entries<readonly unknown[]>(felter);
  if (felt === undefined || vaerdier === undefined) {
    yield {} as T;
    return;
  }
  for (const rest of kryds<Record<string, unknown>>(Object.fromEntries(resten)))
    for (const vaerdi of vaerdier) yield { [felt]: vaerdi, ...rest } as T;
}

function tilladt<K extends { readonly type: string }, E extends DomainEvent, S>(
  decider: Decider<K, E, S>,
  tilstand: S,
  kommando: K,
): boolean {
  try {
    decider.decide(kommando, tilstand, nu);
    return true;
  } catch (afvist) {
    if (afvist instanceof Error && afvist.name === 'Afvist') return false;
    throw afvist;
  }
}

interface Stilling {
  readonly skridt: readonly Skridt[];
  readonly hvile: string | undefined;
  /** The code of the step that ends the phase, and whether the rules let it be taken now. */
  readonly afgoerende?: { readonly kode: string; readonly art: Skridt['art']; readonly tilladt: boolean };
}

function* sager(): Generator<Stilling> {
  const enkeltsag = (art: EnkeltsagArt): readonly BegyndtSag['enkeltsager'][] => [
    {},
    { [art]: { art, aabnet: '2026-01-01' } },
  ];
  const indsats = (til: string | null): BegyndtSag['indsatser'] => ({ [C]: { fra: '2026-01-01', til } });
  const overdragelse = {
    ...{ overdragelseId: C, fra: 'sb01', til: 'sb02', tilTeam: null, foreslaaet: '2026-11-01', fratraedelseId: null },
  };
  for (const { afklaring, bfu, visitation, opfoelgning, ...resten } of kryds({
    fase: ['aaben', 'lukket'] as const,
    sagsbehandler: [null, 'sb01'],
    overdragelse: [null, overdragelse],
    afvistVedFratraedelse: [null, C],
    indsatser: [{}, indsats(null), indsats('2026-02-01')],
    ...{ afklaring: enkeltsag('afklaring'), bfu: enkeltsag('bfu'), visitation: enkeltsag('visitation') },
    opfoelgning: enkeltsag('indsats-opfoelgning'),
  })) {
    const sag: BegyndtSag = {
      ...{ sagId: A, barnId: B, omraade: 'social', omraadeFra: '2025-01-01', oprettet: '2025-01-01' },
      ...{ team: null, behandlere: [], lukket: '2026-10-01', kendteEnkeltsager: [] },
      enkeltsager: { ...afklaring, ...bfu, ...visitation, ...opfoelgning },
      ...resten,
    };
    yield {
      skridt: sagsskridt(sag, IDAG),
      hvile: undefined,
      afgoerende: {
        kode: 'sag-lukning',
        art: 'kan',
        tilladt: tilladt(sagDecider, sag, {
          ...{ type: 'LukSag', lukket: IDAG, begrundelse: 'Formålet er opnået.', aabneUnderretninger: [] },
        }),
      },
    };
  }
}

function* underretninger(): Generator<Stilling> {
  // A duty, and whether it is met, in one: three of the four combinations can happen.
  const pligt = [[false, false] as const, [true, false] as const, [true, true] as const];
  for (const v of kryds({
    fase: ['modtaget', 'akutvurderet', 'screenet', 'videresendt', 'annulleret'] as const,
    regime: regimer,
    ...{
      kvittering: pligt,
      orientering: pligt,
      aeres: pligt,
      genvurdering: pligt,
      samtale: [...pligt, [false, true] as const],
    },
    ...{ ufoedt: jaNej, akut: jaNej },
  })) {
    const u: Exclude<Underretning, { fase: 'findes-ikke' }> = {
      ...{ underretningId: A, barnId: B, sagId: null, modtaget: '2026-11-20T10:00:00+01:00', vurderere: [] },
      ...{ fase: v.fase, regime: v.regime, ufoedt: v.ufoedt, overgrebFraForaeldre: false },
      ...{ anonym: !v.kvittering[0], kvitteret: v.kvittering[1] },
      ...{ fagperson: v.orientering[0], fagpersonOrienteret: v.orientering[1] },
      ...{ aeresrelateret: v.aeres[0], risikovurderet: v.aeres[1] },
      ...{ igangvaerendeIndsats: v.genvurdering[0], genvurderet: v.genvurdering[1] },
      ...{ overgreb: v.samtale[0], boernesamtale: v.samtale[1] },
      akutvurderet: v.fase === 'modtaget' ? null : '2026-11-20T12:00:00+01:00',
      akut: v.fase === 'modtaget' ? null : v.akut,
      spor: v.fase === 'screenet' ? 'ingen-indsats' : null,
    };
    yield {
      skridt: underretningsskridt(u),
      hvile: underretningshvile(u),
      afgoerende: {
        kode: 'screening',
        art: 'skal',
        tilladt: tilladt(underretningDecider, u, {
          ...{ type: 'Screen', spor: 'ingen-indsats', screenet: nu.nu, screenetAf: 'mo01', begrundelse: 'Ingen fare.' },
        }),
      },
    };
  }
}

function* undersoegelser(): Generator<Stilling> {
  const udtalelse = (modtaget: boolean, svarfrist: string): BegyndtUndersoegelse['udtalelser'] => ({
    [C]: { anmodet: '2026-09-01', svarfrist, modtaget },
  });
  const partshoering = (besvaret: string | null, svarfrist: string) => ({ dato: '2026-11-01', svarfrist, besvaret });
  const tema: BegyndtUndersoegelse['temaer'] = { skole: true };
  for (const v of kryds({
    regime: regimer,
    ...{ aktoererAfdaekket: jaNej, foraeldresamtale: jaNej, foreloebigVurdering: jaNej },
    ...{ analyseret: [null, '2026-10-10'], gennemgaaet: [null, '2026-11-01'], temaer: [{}, tema] },
    boernesamtale: ['mangler', 'afholdt', 'undladt'] as const,
    konkluderet: [null, '2026-10-20'],
    partshoering: [
      ...[null, partshoering(null, '2026-11-10'), partshoering(null, '2026-12-10')],
      partshoering('2026-11-05', '2026-12-10'),
    ],
    udtalelser: [{}, udtalelse(false, '2026-10-01'), udtalelse(false, '2026-12-01'), udtalelse(true, '2026-10-01')],
  })) {
    const bfu: BegyndtUndersoegelse = {
      ...{ fase: 'i-gang', bfuId: A, barnId: B, sagId: C, opmaerksomDato: '2026-09-01', afgoerelseDato: '2026-09-02' },
      ...v,
      fund: {},
      barnetHoert: v.boernesamtale === 'mangler' ? null : '2026-10-01',
    };
    if (v.analyseret !== null && v.konkluderet !== null && v.gennemgaaet !== null)
      for (const fase of ['afsluttet', 'afbrudt'] as const)
        yield {
          skridt: undersoegelsesskridt({ ...bfu, fase }, IDAG),
          hvile: undersoegelseshvile({ ...bfu, fase }),
        };
    yield {
      skridt: undersoegelsesskridt(bfu, IDAG),
      hvile: undersoegelseshvile(bfu),
      afgoerende: {
        kode: 'bfu-godkendelse',
        art: 'skal',
        tilladt: tilladt(undersoegelseDecider, bfu, { type: 'GodkendBfu', dato: IDAG }),
      },
    };
  }
}

function* planer(): Generator<Stilling> {
  for (const v of kryds({
    fase: ['kladde', 'gaeldende', 'erstattet', 'afsluttet'] as const,
    regime: regimer,
    plantype: ['handleplan', 'barnets-plan', 'ungeplan'] as const,
    maal: [{}, { [C]: { status: 'i-gang' as const } }],
    sidsteOpfoelgning: [null, '2026-11-01'],
  })) {
    const plan = {
      ...{ planId: A, barnId: B, sagId: C, oprettet: '2026-09-01', bfuId: null },
      ...v,
      godkendt: v.fase === 'kladde' ? null : '2026-10-01',
    } as Exclude<Plan, { fase: 'findes-ikke' }>;
    yield {
      skridt: planskridt(plan),
      hvile: planhvile(plan),
      afgoerende: {
        kode: 'plan-godkendelse',
        art: 'skal',
        tilladt: tilladt(planDecider, plan, { type: 'GodkendPlan', dato: IDAG, inddragelse: 'Sammen med familien.' }),
      },
    };
  }
}

function* indsatser(): Generator<Stilling> {
  for (const v of kryds({
    fase: ['bevilget', 'ivaerksat', 'ophoert'] as const,
    regime: regimer,
    opstartsmoede: [null, '2026-10-02'],
  })) {
    const indsats: Indsats = {
      ...{ indsatsId: A, barnId: B, sagId: C, indsatskode: 'x', pgfKode: '111', afgoerelseDato: '2026-10-01' },
      ...v,
      ivaerksatDato: v.fase === 'bevilget' ? null : '2026-10-02',
      ophoertDato: v.fase === 'ophoert' ? '2026-11-01' : null,
    };
    yield {
      skridt: indsatsskridt(indsats),
      hvile: indsatshvile(indsats),
      afgoerende: {
        kode: 'indsats-ivaerksaettelse',
        art: 'skal',
        tilladt: tilladt(indsatsDecider, indsats, {
          ...{ type: 'IvaerksaetIndsats', dato: IDAG, kodeGaelder: true, regime: v.regime },
        }),
      },
    };
  }
}

/** An aggregate with guidance is walked here, state by state. */
const VANDRINGER: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [sagDecider.kind]: sager,
  [underretningDecider.kind]: underretninger,
  [undersoegelseDecider.kind]: undersoegelser,
  [planDecider.kind]: planer,
  [indsatsDecider.kind]: indsatser,
};

/** An aggregate about which there is never anything to do, and why. */
const UDEN_VEJLEDNING: Readonly<Record<string, string>> = {
  'netvaerk.person': 'en person er ikke et forløb',
  'netvaerk.cpr': 'indeks',
  'netvaerk.ufoedt': 'indeks',
  'sagsstyring.barn': 'indeks; barnets vejledning er sagernes og underretningernes',
  'sagsstyring.advis': 'husker kun, hvad der er udsat og set; advis følger af sagernes vejledning',
  'sagsstyring.fratraedelse': 'sagerne selv siger, hvad der skal gøres; listen siger, hvad der mangler',
  'ics.gaeldende-plan': 'indeks; planen har sin egen vejledning',
  'ics.opfoelgning': 'er sket, når den er skrevet; den næste følger af indsatsen',
  'journalark.notat': 'er sket, når det er skrevet',
  'rapportering.sagsrevision': 'er ledelsens arbejde, ikke barnets sag',
  'rapportering.leverance': 'er dannet én gang for alle',
};

/** The kinds of all deciders in the source. */
function aggregater(): readonly string[] {
  const rod = new URL('../../src/', import.meta.url).pathname;
  return readdirSync(rod, { recursive: true, encoding: 'utf8' })
    .filter((fil) => fil.endsWith('.ts') && !fil.endsWith('.spec.ts') && !fil.startsWith('platform'))
    .map((fil) => readFileSync(join(rod, fil), 'utf8'))
    .filter((tekst) => tekst.includes(': Decider<'))
    .flatMap((tekst) => [...tekst.matchAll(/^ {2}kind: '([a-z]+\.[a-z-]+)'/gm)].map((fund) => fund[1] ?? ''))
    .sort();
}

test('hvert aggregat har vejledning, eller der er en grund til, at det ikke har', () => {
  const kilder = boundedContexts(indlaesLovpakke()).flatMap((k) => k.guidance ?? []);
  const vejledte = [...new Set(kilder.map(({ kind }) => kind))].sort();
  expect(aggregater()).toEqual([...vejledte, ...Object.keys(UDEN_VEJLEDNING)].sort());
  expect(vejledte).toEqual(Object.keys(VANDRINGER).sort());
});

// Thousands of refusals are thrown and caught, and nobody reads where they came from.
const stakdybde = Error.stackTraceLimit;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stakdybde;
});

describe.each(Object.entries(VANDRINGER))('%s', (_kind, vandring) => {
  let stillinger: readonly Stilling[];
  beforeAll(() => {
    stillinger = [...vandring()];
  });

  test('i enhver tilstand er der mindst ét skridt, eller der står, hvorfor intet skal gøres', () => {
    for (const { skridt, hvile } of stillinger) {
      if (skridt.length > 0 !== (hvile === undefined)) expect({ skridt, hvile }).toBe('enten skridt eller en grund');
    }
    expect(stillinger.length).toBeGreaterThan(5);
  });

  test('hvert skridt siger hvad, hvorfor og efter hvilken paragraf, og intet skridt står to gange', () => {
    for (const { skridt } of stillinger) {
      for (const { tekst, hvorfor, hjemmel = '' } of skridt)
        if (tekst === '' || hvorfor === '' || hjemmel === '') expect(skridt).toBe('med tekst, hvorfor og hjemmel');
      const koder = skridt.map(({ kode }) => kode);
      if (new Set(koder).size !== koder.length) expect(koder).toBe('uden gengangere');
    }
  });

  test('vejledningen siger det samme som reglerne: skridtet kan tages, netop når vejledningen siger det', () => {
    const set = new Set<boolean>();
    for (const { skridt, afgoerende } of stillinger) {
      if (afgoerende === undefined) continue;
      set.add(afgoerende.tilladt);
      const sagt = skridt.some(({ kode, art }) => kode === afgoerende.kode && art === afgoerende.art);
      if (sagt !== afgoerende.tilladt) expect({ skridt, afgoerende }).toBe('enige');
    }
    expect(set).toEqual(new Set([true, false]));
  });
});
