import { lokalDato } from '../../faelles/lokal_dato.js';
import { rettetHaendelse } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** How an event begins a row of its kind: the field with its id, and the field with the day it began. */
const BEGYNDER: Readonly<Record<string, readonly [art: string, id: string, dato: string, tilstand: string]>> = {
  'sagsstyring.PartshoeringIndledt': ['partshoering', 'partshoeringId', 'dato', 'i-gang'],
  'sagsstyring.AfgoerelseTruffet': ['afgoerelse', 'afgoerelseId', 'dato', 'truffet'],
  'sagsstyring.AktindsigtAnmodet': ['aktindsigt', 'aktindsigtId', 'modtaget', 'anmodet'],
  'sagsstyring.KlageModtaget': ['klage', 'klageId', 'modtaget', 'modtaget'],
  'sagsstyring.BuuSagRejst': ['buu-sag', 'buuSagId', 'dato', 'forberedes'],
  'sagsstyring.ForeloebigAfgoerelseTruffet': ['formandsafgoerelse', 'formandsafgoerelseId', 'truffet', 'truffet'],
};

/** How an event changes a row: the field with its id, the new state or the field that says it, and the field with the day it ended. */
const AENDRER: Readonly<
  Record<string, readonly [id: string, tilstand: string | { readonly felt: string }, slut?: string]>
> = {
  'sagsstyring.PartshoeringAfsluttet': ['partshoeringId', 'afsluttet', 'dato'],
  'sagsstyring.AktindsigtAfgjort': ['aktindsigtId', { felt: 'udfald' }, 'dato'],
  'sagsstyring.KlageGenvurderet': ['klageId', { felt: 'udfald' }],
  'sagsstyring.KlageOversendt': ['klageId', 'oversendt'],
  'sagsstyring.AnkestyrelsenAfgjort': ['klageId', { felt: 'udfald' }],
  'sagsstyring.KlageAfsluttet': ['klageId', { felt: 'aarsag' }, 'dato'],
  'sagsstyring.BuuIndstillingAfgivet': ['buuSagId', 'indstillet'],
  'sagsstyring.BuuAfgjort': ['buuSagId', 'afgjort', 'dato'],
  'sagsstyring.BuuSagTrukket': ['buuSagId', 'trukket', 'dato'],
  'sagsstyring.ForeloebigAfgoerelseIvaerksat': ['formandsafgoerelseId', 'ivaerksat'],
  'sagsstyring.ForeloebigAfgoerelseGodkendt': ['formandsafgoerelseId', 'godkendt'],
  'sagsstyring.ForeloebigAfgoerelseErstattet': ['formandsafgoerelseId', 'erstattet', 'dato'],
  'sagsstyring.ForeloebigAfgoerelseOphaevet': ['formandsafgoerelseId', 'ophaevet', 'dato'],
  'sagsstyring.ForeloebigAfgoerelseBortfaldet': ['formandsafgoerelseId', 'bortfaldet', 'bortfaldt'],
};

/** Events that say anew on which day a row began: the field with its id, and the field with the day. */
const RETTER: Readonly<Record<string, readonly [id: string, dato: string]>> = {
  'sagsstyring.AktindsigtmodtagelseRettet': ['aktindsigtId', 'modtaget'],
  'sagsstyring.KlagemodtagelseRettet': ['klageId', 'modtaget'],
};

/** What runs beside the four main processes of a case, one row each: ids, kind, state and days, never what was said. */
export const delforloebProjection: Projection = {
  name: 'sagsstyring.delforloeb',
  version: 4,
  contexts: ['sagsstyring', 'ics', 'oekonomi'],
  events: [...Object.keys(BEGYNDER), ...Object.keys(AENDRER), ...Object.keys(RETTER), 'sagsstyring.DatoRettet'],
  tables: [
    {
      name: 'delforloeb',
      columns: {
        id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        art: { type: 'text' },
        afgoerelse_kode: { type: 'text', nullable: true },
        tilstand: { type: 'text' },
        dato: { type: 'date' },
        slut: { type: 'date', nullable: true },
      },
      key: ['id'],
      indexes: [{ columns: ['sag_id', 'art', 'dato'] }, { columns: ['art', 'tilstand', 'dato', 'id'] }],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const { type, data } = event;
    retDag(event, write);
    const begynder = BEGYNDER[type];
    if (begynder !== undefined) {
      const [art, id, dato, tilstand] = begynder;
      write.insert('delforloeb', {
        id: data[id],
        sag_id: data['sagId'],
        barn_id: data['barnId'],
        art,
        afgoerelse_kode: data['afgoerelseKode'] ?? null,
        tilstand,
        dato: dag(data[dato]),
        slut: null,
      });
    }
    const retter = RETTER[type];
    if (retter !== undefined) {
      const [id, dato] = retter;
      write.update('delforloeb', { id: data[id] }, { dato: dag(data[dato]) });
    }
    const aendrer = AENDRER[type];
    if (aendrer !== undefined) {
      const [id, tilstand, slut] = aendrer;
      write.update(
        'delforloeb',
        { id: data[id] },
        {
          tilstand: typeof tilstand === 'string' ? tilstand : data[tilstand.felt],
          ...(slut === undefined ? {} : { slut: dag(data[slut]) }),
        },
      );
    }
  },
};

/** The day a row began or ended, in whichever event it stood. */
function retDag(event: ClearEvent, write: Writer): void {
  const rettet = rettetHaendelse(event);
  if (rettet === undefined) return;
  const { type, data, foer } = rettet;
  const [, begyndteId, begyndt] = BEGYNDER[type] ?? [];
  if (begyndteId !== undefined && begyndt !== undefined && begyndt in foer)
    write.update('delforloeb', { id: data[begyndteId] }, { dato: dag(data[begyndt]) });
  const [sluttedeId, , slut] = AENDRER[type] ?? [];
  if (sluttedeId !== undefined && slut !== undefined && slut in foer)
    write.update('delforloeb', { id: data[sluttedeId] }, { slut: dag(data[slut]) });
}

function dag(vaerdi: unknown): string | null {
  return typeof vaerdi === 'string' ? lokalDato(vaerdi) : null;
}
