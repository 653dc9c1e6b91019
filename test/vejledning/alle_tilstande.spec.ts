import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { skridtkoder } from './par/skridtkoder.js';
import { type Stilling } from './stilling.js';
import { afklaring } from './vandring_afklaring.js';
import { afgoerelser } from './vandring_afgoerelse.js';
import { ics } from './vandring_ics.js';
import { oekonomi } from './vandring_oekonomi.js';
import { sagsstyring } from './vandring_sagsstyring.js';
import { tvang } from './vandring_tvang.js';

/** An aggregate with guidance is walked here, state by state. */
const VANDRINGER: Readonly<Record<string, () => Iterable<Stilling>>> = {
  ...sagsstyring,
  ...afgoerelser,
  ...afklaring,
  ...tvang,
  ...ics,
  ...oekonomi,
};

/** An aggregate about which there is never anything to do, and why. */
const UDEN_VEJLEDNING: Readonly<Record<string, string>> = {
  'netvaerk.person': 'en person er ikke et forløb',
  'netvaerk.cpr': 'indeks',
  'netvaerk.ufoedt': 'indeks',
  'sagsstyring.barn': 'indeks; barnets vejledning er sagernes og underretningernes',
  'sagsstyring.advis': 'husker kun, hvad der er udsat og set; advis følger af sagernes vejledning',
  'sagsstyring.serviceniveauer': 'er kommunens valg, ikke barnets sag',
  'sagsstyring.fratraedelse': 'sagerne selv siger, hvad der skal gøres; listen siger, hvad der mangler',
  'sagsstyring.samtykke': 'hvad der er sagt; visitationen og indsatsen siger, hvad det kræver',
  'oekonomi.bevillingsgraense': 'gælder kommunen og ikke en sag',
  'ics.gaeldende-plan': 'indeks; planen har sin egen vejledning',
  'ics.licens': 'gælder kommunen og ikke en sag',
  'ics.screening': 'er sket, når den er skrevet; sagens vejledning siger, hvad den fører til',
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

const KODER = new Set(skridtkoder());

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
      // The same to each of several parties is not the same step: the text names the party.
      const tekster = skridt.map(({ kode, tekst }) => `${kode} ${tekst}`);
      if (new Set(tekster).size !== tekster.length) expect(tekster).toBe('uden gengangere');
    }
  });

  test('hvert skridts kode står i kilden, så ingen er glemt, når de prøves', () => {
    const sagte = new Set(stillinger.flatMap(({ skridt }) => skridt.map(({ kode }) => kode)));
    expect([...sagte].filter((kode) => !KODER.has(kode))).toEqual([]);
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
