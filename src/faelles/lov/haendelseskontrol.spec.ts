import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Tidspunkt, Valgfri } from '../felter.js';
import { kraevKendteHaendelser } from './haendelseskontrol.js';
import { indlaesLovpakke, Lovpakke } from './lovpakke.js';
import { type Regel } from './regel.js';

const shipped = indlaesLovpakke();
const Sket = {
  type: 'proeve.Sket',
  schema: {
    properties: {
      ...{ id: Id, dag: Dato, kl: Tidspunkt, hemmelig: Fritekst(), barnId: Id, ider: Type.Array(Id) },
      ...{ tekst: KortTekst(), tekster: Type.Array(KortTekst()), flag: Type.Boolean(), maaske: Valgfri(Dato) },
      art: Type.Union([Type.Literal('samtykke'), Type.Literal('tvang')]),
      nulbar: Type.Union([Dato, Type.Null()]),
      begge: Type.Union([Dato, KortTekst()]),
    },
  },
  sealed: { barnId: ['hemmelig'] },
};
const Undersoegt = {
  type: 'proeve.Undersoegt',
  schema: {
    properties: {
      ...{ id: Id, dag: Dato },
      igangvaerendeIndsatser: Valgfri(Type.Array(Type.Object({ indsatsId: Id, ivaerksatDato: Dato }))),
    },
  },
  sealed: {},
};
const Halvt = {
  type: 'proeve.Halvt',
  schema: { properties: { id: Id, dag: Dato, igangvaerendeIndsatser: Type.Array(Type.Object({ indsatsId: Id })) } },
  sealed: {},
};
const Andet = { type: 'proeve.Andet', schema: { properties: { id: Id, dag: Dato } }, sealed: {} };
const grundregel: Regel = {
  ...(shipped.alleRegler.find((r) => r.id === 'bfu-afslutning') as Regel),
  udloeser: { haendelse: 'proeve.Sket', noegle: 'id', dato: 'dag' },
  betingelser: [],
  opfyldtAf: [],
  bortfalderVed: [],
};

function grunde(aendring: Partial<Regel>): readonly string[] {
  const regel = { ...grundregel, ...aendring };
  const { fil, regime, ...raekke } = regel;
  const lov = new Lovpakke(
    {
      filer: new Map([[fil, { titel: 't', regime, gyldigFra: '2007-01-01', bemaerkning: 'b', regler: [raekke] }]]),
      lister: {} as never,
    },
    'proeve',
  );
  try {
    kraevKendteHaendelser(lov, [Sket, Undersoegt, Halvt, Andet]);
    return [];
  } catch (fejl) {
    return fejl instanceof Error ? fejl.message.split('\n').slice(1) : [];
  }
}

describe('En regel venter kun på det, der kan ske, og læser felter som det, de er', () => {
  const kilde = { haendelse: 'proeve.Sket', noegle: 'id', dato: 'dag' };

  it.each<[string, Partial<Regel>, RegExp | null]>([
    ['kendte felter', {}, null],
    ['en ukendt hændelse', { udloeser: { ...kilde, haendelse: 'proeve.Skete' } }, /no event is called proeve\.Skete/],
    ['et ukendt felt', { opfyldtAf: [{ ...kilde, dato: 'dagen' }] }, /has no field dagen/],
    [
      'et ukendt felt, der gør den uden betydning',
      { bortfalderVed: [{ haendelse: 'proeve.Sket', noegle: 'idd' }] },
      /has no field idd/,
    ],
    [
      'et forseglet felt, som frister aldrig ser',
      { betingelser: [{ felt: 'hemmelig', findes: true }] },
      /hemmelig of proeve\.Sket is sealed/,
    ],
    ['timer fra en dato', { enhed: 'TIME' }, /dag of proeve\.Sket has no time of day, and the rule counts hours/],
    ['timer fra et klokkeslæt', { enhed: 'TIME', udloeser: { ...kilde, dato: 'kl' } }, null],
    [
      'timer, der opfyldes på en dag',
      { enhed: 'TIME', udloeser: { ...kilde, dato: 'kl' }, opfyldtAf: [kilde] },
      /dag of proeve\.Sket has no time of day/,
    ],
    ['en dato, der er en tekst', { udloeser: { ...kilde, dato: 'tekst' } }, /tekst of .* is neither a date nor a time/],
    ['en dato, der er et id', { opfyldtAf: [{ ...kilde, dato: 'id' }] }, /id of .* is neither a date nor a time/],
    ['en dato, der også kan være tekst', { udloeser: { ...kilde, dato: 'begge' } }, /begge of .* neither a date/],
    ['en dato, der kan mangle', { udloeser: { ...kilde, dato: 'nulbar' }, datofelt: 'maaske' }, null],
    ['en besluttet dato, der er et id', { datofelt: 'id' }, /id of .* is neither a date nor a time/],
    ['en nøgle, der er et valg', { udloeser: { ...kilde, noegle: 'art' } }, /art of .* is neither an id nor a list/],
    ['en nøgle, der er tekster', { bortfalderVed: [{ ...kilde, noegle: 'tekster' }] }, /tekster of .* neither an id/],
    ['en nøgle, der er flere id', { udloeser: { ...kilde, noegle: 'ider' } }, null],
    ['en værdi, feltet har', { betingelser: [{ felt: 'art', er: 'tvang' }] }, null],
    [
      'en værdi, feltet ikke har',
      { betingelser: [{ felt: 'art', er: 'samtyke' }] },
      /art of .* can never be "samtyke"/,
    ],
    [
      'en værdi blandt flere, feltet ikke har',
      { betingelser: [{ felt: 'art', blandt: ['tvang', 'frivillig'] }] },
      /art of .* can never be "frivillig"/,
    ],
    ['et ja eller nej', { betingelser: [{ felt: 'flag', er: true }] }, null],
    ['et ja skrevet som tekst', { betingelser: [{ felt: 'flag', er: 'ja' }] }, /flag of .* can never be "ja"/],
    ['et felt, der altid findes', { betingelser: [{ felt: 'dag', findes: false }] }, /dag of .* is always there/],
    ['et felt, der kan mangle', { betingelser: [{ felt: 'maaske', findes: false }] }, null],
    ['et felt, der kan være tomt', { betingelser: [{ felt: 'nulbar', findes: false }] }, null],
    ['en undersøgelse, der rykker frem', { fremrykkesVed: [{ ...kilde, haendelse: 'proeve.Undersoegt' }] }, null],
    [
      'en hændelse, der ikke siger, hvilke indsatser der løb',
      { fremrykkesVed: [{ ...kilde, haendelse: 'proeve.Andet' }] },
      /the event proeve\.Andet has no field igangvaerendeIndsatser/,
    ],
    ['udløseren selv, når undersøgelsen da var slut', { fremrykkesVed: [{ ...kilde, dato: 'maaske' }] }, null],
    [
      'et felt på udløseren, der ikke er en dag',
      { fremrykkesVed: [{ ...kilde, dato: 'tekst' }] },
      /tekst of .* neither/,
    ],
    [
      'en hændelse, der ikke siger, hvornår indsatserne begyndte',
      { fremrykkesVed: [{ ...kilde, haendelse: 'proeve.Halvt' }] },
      /igangvaerendeIndsatser of proeve\.Halvt is no list of measures/,
    ],
  ])('%s', (_hvad, aendring, grund) => {
    const fundet = grunde(aendring);
    if (grund === null) expect(fundet).toEqual([]);
    else expect(fundet).toEqual([expect.stringMatching(grund)]);
    for (const linje of fundet) expect(linje).toMatch(/^- regler-[a-z]+\.json \[bfu-afslutning\]: /);
  });
});
