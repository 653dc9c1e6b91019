import { UnknownEventType } from './errors.js';
import { type EventDeclaration } from './event-declaration.js';
import { compileCheck, type SchemaCheck } from './schema-check.js';

interface Entry {
  readonly declaration: EventDeclaration;
  readonly sealedFields: readonly string[];
  readonly check: SchemaCheck;
}

/** Every event type the program knows. Faults in the declarations are found when it is made, not when the event comes. */
export class EventCatalogue {
  private readonly entries = new Map<string, Entry>();

  constructor(readonly declarations: readonly EventDeclaration[]) {
    for (const declaration of declarations) {
      const { type, version } = declaration;
      if (!/^[a-z]+\.[A-Z][A-Za-z0-9]*$/.test(type)) {
        throw new Error(`Event type ${type} is not written kontekst.HaendelseIDatid`);
      }
      if (this.entries.has(type)) {
        throw new Error(`Event type ${type} is declared twice`);
      }
      for (let old = 1; old < version; old += 1) {
        if (!declaration.upcasts?.[old]) {
          throw new Error(
            `Event ${type} is in version ${String(version)} but has no upcast from version ${String(old)}`,
          );
        }
      }
      const sealedFields = Object.values(declaration.sealed).flat();
      const subjectThatIsSealed = Object.keys(declaration.sealed).find((field) => sealedFields.includes(field));
      if (subjectThatIsSealed !== undefined) {
        throw new Error(`Event ${type}: ${subjectThatIsSealed} says whose data it is and cannot itself be sealed`);
      }
      if (new Set(sealedFields).size !== sealedFields.length) {
        throw new Error(`Event ${type} seals a field for two data subjects`);
      }
      this.entries.set(type, { declaration, sealedFields, check: compileCheck(type, declaration.schema) });
    }
  }

  has(type: string): boolean {
    return this.entries.has(type);
  }

  get(type: string): EventDeclaration {
    return this.entry(type).declaration;
  }

  sealedFields(type: string): readonly string[] {
    return this.entry(type).sealedFields;
  }

  /** Throws `InvalidEventData` when the data (clear and sealed together) does not fit the current version. */
  check(type: string, data: unknown): void {
    this.entry(type).check(data);
  }

  /** Data of any stored version as the current version has it. */
  upcast(type: string, version: number, data: Record<string, unknown>): Record<string, unknown> {
    const { declaration } = this.entry(type);
    if (version > declaration.version) {
      throw new Error(
        `Event ${type} was stored in version ${String(version)}, but this program knows only up to ${String(declaration.version)}: it is older than the log`,
      );
    }
    let current = data;
    for (let old = version; old < declaration.version; old += 1) {
      const step = declaration.upcasts?.[old];
      if (!step) {
        throw new Error(`Event ${type} has no upcast from version ${String(old)}`);
      }
      current = step(current);
    }
    return current;
  }

  private entry(type: string): Entry {
    const entry = this.entries.get(type);
    if (!entry) {
      throw new UnknownEventType(type);
    }
    return entry;
  }
}
