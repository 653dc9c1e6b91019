import { Type } from '@sinclair/typebox';
import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { Dato, Kode, Valgfri } from '../../faelles/felter.js';
import { type Decider } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';

export type Generation = 'aeldre' | 'nyere';
const NAVN = { aeldre: 'den ældre generation', nyere: 'den nyere generation' } as const;

export const IcsLicensSat = declareEvent({
  type: 'ics.IcsLicensSat',
  version: 1,
  beskrivelse:
    'Kommunen har fra en dato en licensaftale om ICS og bruger dens ene generation af dimensioner, eller har den ikke længere. Uden licens bruges de neutrale temaer.',
  schema: Type.Object({
    gaelderFra: Dato,
    /** Absent: no licence from that day. */
    generation: Valgfri(Type.Union([Type.Literal('aeldre'), Type.Literal('nyere')])),
    aftalenummer: Valgfri(Kode),
  }),
  sealed: {},
  category: 'administration',
  legalBasis: { begge: 'licensaftalen om ICS' },
  journal: (d) => ({
    overskrift: d.generation === undefined ? 'ICS-licens ophørt' : 'ICS-licens sat',
    tekst:
      d.generation === undefined
        ? `Fra ${d.gaelderFra} bruges de neutrale temaer.`
        : `Fra ${d.gaelderFra} bruges ${NAVN[d.generation]} af dimensioner.`,
  }),
});
type LicensEvent = EventOf<typeof IcsLicensSat>;

/** What was said, in the order it was said. */
export interface Licens {
  readonly perioder: readonly { readonly gaelderFra: string; readonly generation: Generation | null }[];
}

export interface SaetLicens {
  readonly type: 'SaetLicens';
  readonly gaelderFra: string;
  readonly generation?: Generation;
  readonly aftalenummer?: string;
}

/** The generation that the municipality may use on a day; null without a licence. What was said last about a day counts. */
export function generationPaa(licens: Licens, dato: string): Generation | null {
  return licens.perioder
    .filter(({ gaelderFra }) => gaelderFra <= dato)
    .reduce<Licens['perioder'][number]>((a, b) => (b.gaelderFra >= a.gaelderFra ? b : a), {
      gaelderFra: '',
      generation: null,
    }).generation;
}

/** The municipality's flag: whether it has the licence that using the dimensions demands, and since when. */
export const licensDecider: Decider<SaetLicens, LicensEvent, Licens> = {
  kind: 'ics.licens',
  initial: { perioder: [] },
  decide: ({ type: _type, ...data }, state) => {
    if (generationPaa(state, data.gaelderFra) === (data.generation ?? null)) {
      throw new Afvist('licens-uaendret', `Det er allerede sådan ${data.gaelderFra}.`, {
        status: 409,
        felt: 'generation',
      });
    }
    return [event(IcsLicensSat, data)];
  },
  evolve: ({ perioder }, { data }) => ({
    perioder: [...perioder, { gaelderFra: data.gaelderFra, generation: data.generation ?? null }],
  }),
};

/** One stream in each municipality's own log. */
export const LICENSSTROEM = v5('ics.licens', '7c1d0f5e-3b6a-5e2c-8a47-90d2b1f4c6e8');
