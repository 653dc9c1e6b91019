import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { lovpakkemappe } from './lovpakke.js';
import { lovpakkeskemaer } from './skema.js';

const MAPPE = lovpakkemappe();
const laes = (fil: string): unknown => JSON.parse(readFileSync(join(MAPPE, fil), 'utf8'));
// Another validator than the one that stops the start, reading the file that is published.
const skema = (fil: string) => new Ajv2020({ strict: true, allErrors: true }).compile(laes(fil) as object);
const regelfiler = readdirSync(MAPPE).filter((fil) => fil.startsWith('regler-'));
const lister = readdirSync(join(MAPPE, 'kodelister'));

describe('Det offentliggjorte skema for en lovpakke', () => {
  it('er det, koden siger', () => {
    for (const [fil, indhold] of lovpakkeskemaer()) expect([fil, laes(fil)]).toEqual([fil, indhold]);
  });

  it.each(regelfiler)('%s er gyldig', (fil) => {
    const gyldig = skema('skema/regler.json');
    gyldig(laes(fil));
    expect(gyldig.errors ?? []).toEqual([]);
  });

  it.each(lister)('kodelisten %s er gyldig', (fil) => {
    const gyldig = skema(`skema/kodelister/${fil}`);
    gyldig(laes(`kodelister/${fil}`));
    expect(gyldig.errors ?? []).toEqual([]);
  });

  it.each<[string, (regel: Record<string, unknown>) => void]>([
    ['et felt, der er stavet forkert', (r) => Object.assign(r, { frsit: 1 })],
    ['en ukendt enhed', (r) => Object.assign(r, { enhed: 'DAG' })],
    ['et tal, der ikke er helt', (r) => Object.assign(r, { maengde: 1.5 })],
    ['en dato i en anden form', (r) => Object.assign(r, { gyldigFra: '01-01-2027' })],
    ['ingen hjemmel', (r) => delete r['hjemmel']],
  ])('afviser %s', (_hvad, aendr) => {
    const fil = laes('regler-bl.json') as { regler: Record<string, unknown>[] };
    for (const regel of fil.regler.slice(0, 1)) aendr(regel);
    expect(skema('skema/regler.json')(fil)).toBe(false);
  });

  it('hvert felt i en regel er forklaret på dansk', () => {
    const { properties } = (
      laes('skema/regler.json') as { properties: { regler: { items: { properties: Record<string, object> } } } }
    ).properties.regler.items;
    const uden = Object.entries(properties)
      .filter(([, felt]) => !('description' in felt))
      .map(([navn]) => navn);
    expect(uden).toEqual([]);
  });
});
