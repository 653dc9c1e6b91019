import { fristregler } from '../../../faelles/lov/fristregler.js';
import { indlaesLovpakke } from '../../../faelles/lov/lovpakke.js';
import { type ClearEvent, type EventMeta } from '../../../platform/eventstore/event-store.js';
import { type Bound, type Row, type Writer } from '../../../platform/projection/projection.js';
import { serviceniveauEvents } from '../../serviceniveauer/serviceniveauer.events.js';
import { fristerProjection } from '../frister.projection.js';

const lov = indlaesLovpakke();
const projection = fristerProjection(fristregler(lov), 1, (dato) => lov.regime(dato));
export const BARN = '00000000-0000-7000-8000-000000000001';
export const SAG = '00000000-0000-7000-8000-000000000002';
export const NOEGLE = '00000000-0000-7000-8000-000000000003';

const VALG = new Set<string>(serviceniveauEvents.map((e) => e.type));

/** Rows as the database would hold them, kept in memory with the same meaning. */
class Raekker implements Writer {
  readonly frister: Record<string, unknown>[] = [];
  readonly beregninger: Record<string, unknown>[] = [];
  readonly slutrettelser: Record<string, unknown>[] = [];

  insert(table: string, row: Row): void {
    const raekker = { frist: this.frister, beregning: this.beregninger, slutrettelse: this.slutrettelser }[table];
    if (raekker === undefined) throw new Error(`no table ${table}`);
    raekker.push({ ...row });
  }
  upsert(): void {
    // Responsibility is not what these tests are about.
  }
  update(): void {
    throw new Error('not used');
  }
  updateWhere(table: string, where: Row, set: Row, bound?: Bound): void {
    if (table !== 'frist') return;
    for (const frist of this.frister) {
      const rammes = Object.entries(where).every(([felt, vaerdi]) => (frist[felt] ?? null) === vaerdi);
      if (rammes && (bound === undefined || indenFor(frist[bound.column], bound))) Object.assign(frist, set);
    }
  }
  deleteWhere(): void {
    throw new Error('not used');
  }
}

// Days and UTC instants in ISO form, which sort as text.
function indenFor(vaerdi: unknown, { is, value }: Bound): boolean {
  if (typeof vaerdi !== 'string') return false;
  return is === '>' ? vaerdi > String(value) : vaerdi <= String(value);
}

export type Haendelse = readonly [type: string, data: Record<string, unknown>];

/** As the log gives them: what must be parsed is not there to be copied until somebody looks. */
class Logget implements ClearEvent {
  readonly tenant = 840;
  readonly streamId = NOEGLE;

  constructor(
    readonly position: number,
    readonly type: string,
    private readonly indhold: ClearEvent['data'],
  ) {}

  get version(): number {
    return this.position;
  }
  get registreret(): string {
    return '2026-11-24T00:00:00.000Z';
  }
  get data(): ClearEvent['data'] {
    return this.indhold;
  }
  get sealed(): ClearEvent['sealed'] {
    return {};
  }
  get meta(): EventMeta {
    return { aktoer: 'sb01', roller: [], korrelation: 'k' };
  }
}

/** The rows of deadlines, and of how each was reckoned, after these events. */
export function raekkerEfter(haendelser: readonly Haendelse[]): Raekker {
  const raekker = new Raekker();
  let settings: readonly ClearEvent[] = [];
  haendelser.forEach(([type, data], nr) => {
    const event = new Logget(nr + 1, type, { barnId: BARN, sagId: SAG, ...data });
    if (VALG.has(type)) settings = [...settings, event];
    projection.project(event, raekker, settings);
  });
  return raekker;
}

export function frister(...haendelser: readonly Haendelse[]): readonly Record<string, unknown>[] {
  return raekkerEfter(haendelser).frister;
}

/** The deadlines by a rule, without the rows that only a correction could make one of. */
export const frist = (raekker: readonly Record<string, unknown>[], regel: string): readonly Record<string, unknown>[] =>
  raekker.filter((f) => f['regel'] === regel && f['forfald'] !== null);

export const modtaget = (tidspunkt: string, kendtAfsender = true) =>
  ['sagsstyring.UnderretningModtaget', { underretningId: NOEGLE, modtaget: tidspunkt, kendtAfsender }] as const;
