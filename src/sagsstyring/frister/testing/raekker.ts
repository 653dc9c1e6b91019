import { fristregler } from '../../../faelles/lov/fristregler.js';
import { indlaesLovpakke } from '../../../faelles/lov/lovpakke.js';
import { type ClearEvent, type EventMeta } from '../../../platform/eventstore/event-store.js';
import { type Row } from '../../../platform/projection/projection.js';
import { InMemoryTables } from '../../../platform/projection/testing/in-memory-tables.js';
import { serviceniveauEvents } from '../../serviceniveauer/serviceniveauer.events.js';
import { fristerProjection } from '../frister.projection.js';

const lov = indlaesLovpakke();
const projection = fristerProjection(fristregler(lov), 1, (dato) => lov.regime(dato));
export const BARN = '00000000-0000-7000-8000-000000000001';
export const SAG = '00000000-0000-7000-8000-000000000002';
export const NOEGLE = '00000000-0000-7000-8000-000000000003';

const VALG = new Set<string>(serviceniveauEvents.map((e) => e.type));

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

type Raekker = readonly Row[];

/** The rows of deadlines, of how each was reckoned, and of how their ends were put right, after these events. */
export function raekkerEfter(haendelser: readonly Haendelse[]): {
  readonly frister: Raekker;
  readonly beregninger: Raekker;
  readonly slutrettelser: Raekker;
} {
  const tabeller = new InMemoryTables(projection);
  let settings: readonly ClearEvent[] = [];
  haendelser.forEach(([type, data], nr) => {
    const event = new Logget(nr + 1, type, { barnId: BARN, sagId: SAG, ...data });
    if (VALG.has(type)) settings = [...settings, event];
    tabeller.project(event, settings);
  });
  return {
    frister: tabeller.all('frist'),
    beregninger: tabeller.all('beregning'),
    slutrettelser: tabeller.all('slutrettelse'),
  };
}

export function frister(...haendelser: readonly Haendelse[]): readonly Record<string, unknown>[] {
  return raekkerEfter(haendelser).frister;
}

/** The deadlines by a rule, without the rows that only a correction could make one of. */
export const frist = (raekker: readonly Record<string, unknown>[], regel: string): readonly Record<string, unknown>[] =>
  raekker.filter((f) => f['regel'] === regel && f['forfald'] !== null);

export const modtaget = (tidspunkt: string, kendtAfsender = true) =>
  ['sagsstyring.UnderretningModtaget', { underretningId: NOEGLE, modtaget: tidspunkt, kendtAfsender }] as const;
