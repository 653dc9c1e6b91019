import { datoVed, iMillisekunder, klokkeslaetVed } from '../../faelles/dansk_tid.js';
import { type EventDeclaration } from '../../platform/eventstore/event-declaration.js';
import { rettetHaendelse } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** Where an event says when it happened, most telling first; otherwise the journal shows when it was recorded. */
const HAPPENED_FIELDS = [
  'indtruffet',
  // A correction also states the fact anew; what happened that day is the correction.
  'rettet',
  'modtaget',
  'vurderet',
  'screenet',
  'videresendt',
  'annulleret',
  'truffet',
  'ivaerksat',
  'meddelt',
  'oplyst',
  'dato',
  'sendt',
  'holdt',
  'handlet',
  'slettet',
  'oprettet',
  'tildelt',
  'foreslaaet',
  'accepteret',
  'afvist',
  'lukket',
  'genaabnet',
  'aabnet',
  'afsluttet',
  'afgoerelseDato',
  'anmodet',
  'rykket',
  'godkendtDato',
  'ivaerksatDato',
  'ophoertDato',
  'gaelderFra',
] as const;

/** Local date in Copenhagen and, when the event has one, the wall clock time. */
export function happened(event: Pick<ClearEvent, 'data' | 'registreret'>): {
  readonly dato: string;
  readonly klokkeslaet: string | null;
} {
  for (const field of HAPPENED_FIELDS) {
    const value = event.data[field];
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)) {
      return value.length === 10 ? { dato: value, klokkeslaet: null } : localTime(value);
    }
  }
  return localTime(event.registreret);
}

function localTime(instant: string): { readonly dato: string; readonly klokkeslaet: string } {
  const ms = iMillisekunder(instant);
  return { dato: datoVed(ms), klokkeslaet: klokkeslaetVed(ms) };
}

const ENKELTSAG_FIELDS = [
  'enkeltsagId',
  'underretningId',
  'bfuId',
  'planId',
  'indsatsId',
  'notatId',
  'partshoeringId',
  'klageId',
  'aktindsigtId',
  'buuSagId',
  'formandsafgoerelseId',
  'anmodningId',
  'ansoegningId',
  'mellemkommunalId',
  'afgoerelseId',
] as const;

/** Events about a person by itself: they are in the person's own journal. The indexes of netvaerk say nothing new. */
const OM_PERSONEN: ReadonlySet<string> = new Set([
  'netvaerk.PersonRegistreret',
  'netvaerk.PersonRettet',
  'netvaerk.AdressebeskyttelseAendret',
  'netvaerk.PersonSlettet',
]);

function id(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * The journal is a list of where to look in the log: no text is copied. The Danish line is made from the event when it is
 * read, so an erased person is erased here too, and a better wording shows for old events as well.
 */
export function journalProjection(declarations: readonly EventDeclaration[]): Projection {
  const categories = new Map(declarations.map((d) => [d.type, d.category]));
  return {
    name: 'journalark.journal',
    version: 3,
    contexts: ['journalark', 'sagsstyring', 'netvaerk', 'ics', 'oekonomi'],
    events: '*',
    tables: [
      {
        name: 'linje',
        columns: {
          barn_id: { type: 'uuid' },
          position: { type: 'bigint' },
          sag_id: { type: 'uuid', nullable: true },
          enkeltsag_id: { type: 'uuid', nullable: true },
          type: { type: 'text' },
          kategori: { type: 'text' },
          dato: { type: 'date' },
          klokkeslaet: { type: 'text', nullable: true },
          registreret: { type: 'timestamptz' },
          aktoer: { type: 'text' },
        },
        key: ['barn_id', 'position'],
        indexes: [
          { columns: ['sag_id', 'dato', 'position'], where: 'sag_id IS NOT NULL' },
          { columns: ['barn_id', 'dato', 'position'] },
        ],
      },
    ],
    project(event: ClearEvent, write: Writer): void {
      const barnId = id(event.data['barnId']) ?? (OM_PERSONEN.has(event.type) ? id(event.data['personId']) : null);
      if (barnId === null) return;
      const { dato, klokkeslaet } = happened(event);
      // A correction belongs where what it corrects does.
      const om = rettetHaendelse(event)?.data ?? event.data;
      write.insert('linje', {
        barn_id: barnId,
        position: event.position,
        sag_id: id(event.data['sagId']),
        enkeltsag_id: ENKELTSAG_FIELDS.map((field) => id(om[field])).find((value) => value !== null) ?? null,
        type: event.type,
        kategori: categories.get(event.type) ?? 'administration',
        dato,
        klokkeslaet,
        registreret: event.registreret,
        aktoer: event.meta.aktoer,
      });
    },
  };
}
