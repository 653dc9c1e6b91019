import { type TSchema } from '@sinclair/typebox';
import { boundedContexts } from '../../contexts.js';
import { Dato, Tidspunkt } from '../../faelles/felter.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { happened } from './journal.projection.js';

const erklaeringer = boundedContexts(indlaesLovpakke()).flatMap((context) => context.events);
const moenstre: ReadonlySet<unknown> = new Set([Dato.pattern, Tidspunkt.pattern]);

/** Dates that say what is to come, or what the person is, and not when the event happened. */
const SIGER_IKKE_HVORNAAR = new Set(['foedselsdato', 'termin']);

describe('Journalen dateres af hændelsen, ikke af registreringen', () => {
  const medDato = erklaeringer.flatMap((erklaering) => {
    // What is about no child is in no child's journal.
    if (!('barnId' in erklaering.schema.properties)) return [];
    const forseglede = new Set(Object.values(erklaering.sealed).flat());
    const felter = Object.entries(erklaering.schema.properties as Record<string, TSchema>)
      .filter(([felt, skema]) => moenstre.has(skema['pattern']) && !forseglede.has(felt))
      .map(([felt]) => felt)
      .filter((felt) => !SIGER_IKKE_HVORNAAR.has(felt));
    return felter.length === 0 ? [] : [{ type: erklaering.type, felter }];
  });

  it.each(medDato)('$type siger selv, hvornår det skete', ({ felter }) => {
    const data = Object.fromEntries(felter.map((felt) => [felt, '2019-03-19']));
    expect(happened({ data, registreret: '2026-11-28T10:00:00.000Z' })).toEqual({
      dato: '2019-03-19',
      klokkeslaet: null,
    });
  });

  it('et tidspunkt vises på dansk ur, og uden dato gælder registreringen', () => {
    // 23.30 UTC on 31 March 2019 is half past one on 1 April in Copenhagen.
    const sommer = { dato: '2019-04-01', klokkeslaet: '01:30' };
    expect(happened({ data: { modtaget: '2019-03-31T23:30:00Z' }, registreret: '2026-11-28T10:00:00Z' })).toEqual(
      sommer,
    );
    expect(happened({ data: {}, registreret: '2019-03-31T23:30:00Z' })).toEqual(sommer);
  });
});
