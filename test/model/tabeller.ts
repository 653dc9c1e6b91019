import { type ClearEvent } from '../../src/platform/eventstore/event-store.js';
import { type Bound, type Projection, type Row, type Writer } from '../../src/platform/projection/projection.js';

/** Days, instants and numbers as text, so that they are compared as what they say; absent is null, as in the database. */
function som(vaerdi: unknown): string | null {
  if (vaerdi === null || vaerdi === undefined) return null;
  return typeof vaerdi === 'string' ? vaerdi : JSON.stringify(vaerdi);
}

function rammer(raekke: Row, where: Row, bound?: Bound): boolean {
  if (!Object.entries(where).every(([kolonne, vaerdi]) => som(raekke[kolonne]) === som(vaerdi))) return false;
  if (bound === undefined) return true;
  const vaerdi = som(raekke[bound.column]);
  if (vaerdi === null) return false;
  return bound.is === '>' ? vaerdi > String(bound.value) : vaerdi <= String(bound.value);
}

const givne = (raekke: Row): Row => Object.fromEntries(Object.entries(raekke).filter(([, v]) => v !== undefined));

/** A read model in memory, made of a log that need not be anybody's. */
export class Tabeller {
  private readonly raekker = new Map<string, readonly Row[]>();

  constructor(
    private readonly projection: Projection,
    log: readonly ClearEvent[],
  ) {
    const write = this.writer();
    for (const event of log)
      if (projection.events === '*' || projection.events.includes(event.type)) projection.project(event, write, []);
  }

  /** All rows of a table. */
  alle(tabel: string): readonly Row[] {
    return this.raekker.get(tabel) ?? [];
  }

  private med(tabel: string, row: Row): Row {
    const noegle = this.projection.tables.find(({ name }) => name === tabel)?.key ?? [];
    return Object.fromEntries(noegle.map((kolonne) => [kolonne, row[kolonne]]));
  }

  private saet(tabel: string, where: Row, set: Row, bound?: Bound): void {
    const nye = this.alle(tabel).map((r) => (rammer(r, where, bound) ? { ...r, ...givne(set) } : r));
    this.raekker.set(tabel, nye);
  }

  private writer(): Writer {
    const findes = (tabel: string, row: Row) => this.alle(tabel).some((r) => rammer(r, this.med(tabel, row)));
    const ny = (tabel: string, row: Row) => this.raekker.set(tabel, [...this.alle(tabel), givne(row)]);
    return {
      insert: (tabel, row) => {
        if (!findes(tabel, row)) ny(tabel, row);
      },
      upsert: (tabel, row) => {
        if (findes(tabel, row)) this.saet(tabel, this.med(tabel, row), row);
        else ny(tabel, row);
      },
      update: (tabel, noegle, set) => {
        this.saet(tabel, noegle, set);
      },
      updateWhere: (tabel, where, set, bound) => {
        this.saet(tabel, where, set, bound);
      },
      deleteWhere: (tabel, where) => {
        this.raekker.set(
          tabel,
          this.alle(tabel).filter((r) => !rammer(r, where)),
        );
      },
    };
  }
}
