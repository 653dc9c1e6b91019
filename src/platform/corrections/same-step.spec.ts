import { Type } from '@sinclair/typebox';
import { Dato, Id, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventDeclaration } from '../eventstore/event-declaration.js';
import { type StoredEvent } from '../eventstore/event-store.js';
import { foelgerTidspunkt, omdatering } from './same-step.js';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const erklaer = (navn: string, retbar: EventDeclaration['retbar']): EventDeclaration =>
  declareEvent({
    ...{ type: `proeve.${navn}`, version: 1, category: 'sag' as const, beskrivelse: `${navn}.`, legalBasis: {} },
    schema: Type.Object({ barnId: Id, dato: Valgfri(Dato), flyttet: Valgfri(Dato), tidspunkt: Valgfri(Tidspunkt) }),
    sealed: {},
    ...(retbar === undefined ? {} : { retbar }),
    journal: () => ({ overskrift: navn, tekst: '' }),
  });
const erklaeringer = new Map(
  [
    erklaer('Afgjort', { dato: {} }),
    erklaer('Skiftet', { dato: {}, flyttet: { alene: true } }),
    erklaer('Talt', { dato: {}, flyttet: { oplysning: true } }),
    erklaer('Vurderet', { tidspunkt: {} }),
    erklaer('Aabnet', { dato: { kunSammen: true } }),
  ].map((e) => [e.type, e] as const),
);
const haendelse = (position: number, navn: string, streamId: string, data: Record<string, unknown>): StoredEvent => ({
  ...{ tenant: 840, position, streamId, kind: 'proeve.ting', version: position, schemaVersion: 1 },
  ...{ type: `proeve.${navn}`, registreret: '2026-11-29T10:00:00.000Z', data },
  meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
});
const flytter = (felt: string, haendelser: readonly StoredEvent[]): readonly string[] => {
  const [foerste] = haendelser;
  if (foerste === undefined) throw new Error('no event');
  return omdatering(haendelser, foerste, felt, erklaeringer).map((d) => `${String(d.version)} ${d.felt}`);
};

describe('Det, der blev registreret i samme skridt', () => {
  const skiftet = haendelse(1, 'Skiftet', A, { dato: '2026-03-01', flyttet: '2026-03-01' });
  const afgjort = haendelse(2, 'Afgjort', B, { dato: '2026-03-01' });

  test('med samme dag rettes med, men ikke hændelsens egen anden dag', () => {
    expect(flytter('dato', [skiftet, afgjort])).toEqual(['1 dato', '2 dato']);
    expect(flytter('dato', [afgjort, skiftet])).toEqual(['2 dato', '1 dato']);
  });

  test('en dag, der står for sig selv, tager ikke afgørelsens med', () => {
    expect(flytter('flyttet', [skiftet, afgjort])).toEqual(['1 flyttet']);
  });

  test('det, en hændelse oplyser om, følger kun den samme oplysning i skridtets andre hændelser', () => {
    const talt = (nr: number) => haendelse(nr, 'Talt', B, { dato: '2026-03-01', flyttet: '2026-03-01' });
    expect(flytter('flyttet', [talt(1), afgjort, skiftet, talt(3)])).toEqual(['1 flyttet', '3 flyttet']);
    expect(flytter('dato', [talt(1), afgjort, talt(3)])).toEqual(['1 dato', '2 dato', '3 dato']);
  });

  test('en dag følger det tidspunkt, den er dagen for, og rettes ikke uden det', () => {
    // Half past midnight in Copenhagen is the day before in UTC.
    const vurderet = haendelse(1, 'Vurderet', A, { tidspunkt: '2026-03-01T00:30:00+01:00' });
    const aabnet = haendelse(2, 'Aabnet', B, { dato: '2026-03-01' });
    const andenDag = haendelse(3, 'Afgjort', B, { dato: '2026-02-28' });
    expect(omdatering([vurderet, aabnet, andenDag], vurderet, 'tidspunkt', erklaeringer).slice(1)).toEqual([
      { type: 'proeve.Aabnet', streamId: B, version: 2, felt: 'dato', foelger: true },
    ]);
    const foelger = (e: StoredEvent) => foelgerTidspunkt([vurderet, aabnet, andenDag], e, 'dato', erklaeringer);
    expect([foelger(aabnet)?.position, foelger(andenDag)]).toEqual([1, undefined]);
  });
});
