import { Dato, Fritekst, Id, Tidspunkt } from '../felter.js';
import { kraevKendteHaendelser } from './haendelseskontrol.js';
import { indlaesLovpakke, Lovpakke } from './lovpakke.js';
import { type Regel } from './regel.js';

const shipped = indlaesLovpakke();
const Sket = {
  type: 'proeve.Sket',
  schema: { properties: { id: Id, dag: Dato, kl: Tidspunkt, hemmelig: Fritekst(), barnId: Id } },
  sealed: { barnId: ['hemmelig'] },
};
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
    kraevKendteHaendelser(lov, [Sket]);
    return [];
  } catch (fejl) {
    return fejl instanceof Error ? fejl.message.split('\n').slice(1) : [];
  }
}

describe('En regel venter kun på det, der kan ske', () => {
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
    ['timer fra en dato', { enhed: 'TIME', ur: 'klokkeslaet' }, /hours need a time of day, and dag/],
    ['timer fra et klokkeslæt', { enhed: 'TIME', ur: 'klokkeslaet', udloeser: { ...kilde, dato: 'kl' } }, null],
  ])('%s', (_hvad, aendring, grund) => {
    const fundet = grunde(aendring);
    if (grund === null) expect(fundet).toEqual([]);
    else expect(fundet).toEqual([expect.stringMatching(grund)]);
    for (const linje of fundet) expect(linje).toMatch(/^- regler-[a-z]+\.json \[bfu-afslutning\]: /);
  });
});
