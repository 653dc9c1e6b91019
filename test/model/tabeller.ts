import { type ClearEvent } from '../../src/platform/eventstore/event-store.js';
import {
  type Bound,
  type Projection,
  type Row,
  type TableDeclaration,
  type Writer,
} from '../../src/platform/projection/projection.js';

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

/** One table: its rows, found by their ids. Row by row a log of ten thousand events took minutes. */
class Tabel {
  private readonly raekker = new Map<number, Row>();
  private readonly efterId = new Map<string, Set<number>>();
  private readonly idKolonner: readonly string[];
  private naeste = 0;

  constructor(private readonly erklaering: TableDeclaration) {
    this.idKolonner = Object.entries(erklaering.columns).flatMap(([kolonne, { type }]) =>
      type === 'uuid' ? [kolonne] : [],
    );
  }

  alle(): readonly Row[] {
    return [...this.raekker.values()];
  }

  indsaet(raekke: Row): void {
    if (this.find(this.noegle(raekke)).length === 0) this.saet(this.naeste++, givne(raekke));
  }

  indsaetEllerRet(raekke: Row): void {
    const noegle = this.noegle(raekke);
    if (this.find(noegle).length === 0) this.indsaet(raekke);
    else this.ret(noegle, raekke);
  }

  ret(where: Row, set: Row, bound?: Bound): void {
    for (const nr of this.find(where, bound)) {
      const foer = this.raekker.get(nr) ?? {};
      this.fjern(nr, foer);
      this.saet(nr, { ...foer, ...givne(set) });
    }
  }

  slet(where: Row): void {
    for (const nr of this.find(where)) this.fjern(nr, this.raekker.get(nr) ?? {});
  }

  private noegle(raekke: Row): Row {
    return Object.fromEntries(this.erklaering.key.map((kolonne) => [kolonne, raekke[kolonne]]));
  }

  private find(where: Row, bound?: Bound): readonly number[] {
    const id = this.idKolonner.find((kolonne) => typeof where[kolonne] === 'string');
    const mulige =
      id === undefined ? this.raekker.keys() : (this.efterId.get(`${id} ${String(where[id])}`) ?? new Set<number>());
    return [...mulige].filter((nr) => rammer(this.raekker.get(nr) ?? {}, where, bound));
  }

  private saet(nr: number, raekke: Row): void {
    this.raekker.set(nr, raekke);
    for (const id of this.ider(raekke)) this.efterId.set(id, (this.efterId.get(id) ?? new Set()).add(nr));
  }

  private fjern(nr: number, raekke: Row): void {
    this.raekker.delete(nr);
    for (const id of this.ider(raekke)) this.efterId.get(id)?.delete(nr);
  }

  private ider(raekke: Row): readonly string[] {
    return this.idKolonner.flatMap((kolonne) => {
      const vaerdi = raekke[kolonne];
      return typeof vaerdi === 'string' ? [`${kolonne} ${vaerdi}`] : [];
    });
  }
}

/** A read model in memory, made of a log that need not be anybody's. */
export class Tabeller {
  private readonly tabeller: ReadonlyMap<string, Tabel>;

  constructor(projection: Projection, log: readonly ClearEvent[]) {
    this.tabeller = new Map(projection.tables.map((erklaering) => [erklaering.name, new Tabel(erklaering)] as const));
    const write = this.writer();
    for (const event of log)
      if (projection.events === '*' || projection.events.includes(event.type)) projection.project(event, write, []);
  }

  /** All rows of a table. */
  alle(tabel: string): readonly Row[] {
    return this.tabel(tabel).alle();
  }

  private tabel(navn: string): Tabel {
    const tabel = this.tabeller.get(navn);
    if (tabel === undefined) throw new Error(`The read model has no table ${navn}`);
    return tabel;
  }

  private writer(): Writer {
    return {
      insert: (tabel, row) => {
        this.tabel(tabel).indsaet(row);
      },
      upsert: (tabel, row) => {
        this.tabel(tabel).indsaetEllerRet(row);
      },
      update: (tabel, noegle, set) => {
        this.tabel(tabel).ret(noegle, set);
      },
      updateWhere: (tabel, where, set, bound) => {
        this.tabel(tabel).ret(where, set, bound);
      },
      deleteWhere: (tabel, where) => {
        this.tabel(tabel).slet(where);
      },
    };
  }
}
