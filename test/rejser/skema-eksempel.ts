/** What of JSON Schema the API's own document uses. */
export interface Skema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Skema;
  readonly properties?: Readonly<Record<string, Skema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Skema[];
}

/** The document's components, by name. */
export class Skemaer {
  constructor(private readonly components: Readonly<Record<string, Skema>>) {}

  resolve(skema: Skema): Skema {
    const only = skema.allOf?.length === 1 ? skema.allOf[0] : undefined;
    const ref = skema.$ref ?? only?.$ref;
    if (ref === undefined) return skema;
    const found = this.components[ref.slice(ref.lastIndexOf('/') + 1)];
    if (found === undefined) throw new Error(`the document has no schema ${ref}`);
    return found;
  }

  /** The valid body with rubbish put in one field after the other, at every depth. */
  *medVroevl(
    skema: Skema,
    gyldigt: unknown,
    vroevl: readonly unknown[],
    sti = '',
  ): Generator<readonly [sti: string, indhold: unknown]> {
    const { properties } = this.resolve(skema);
    if (properties === undefined || typeof gyldigt !== 'object' || gyldigt === null) return;
    const krop = gyldigt as Record<string, unknown>;
    for (const [felt, felts] of Object.entries(properties)) {
      for (const vaerdi of vroevl) yield [`${sti}/${felt}`, { ...krop, [felt]: vaerdi }];
      const inner = this.resolve(felts);
      const value = krop[felt] ?? eksempelAf(felts, this, 'paakraevede');
      if (inner.properties !== undefined) {
        for (const [indre, indhold] of this.medVroevl(inner, value, vroevl.slice(0, 8), `${sti}/${felt}`))
          yield [indre, { ...krop, [felt]: indhold }];
      }
    }
  }
}

/** A request's body as the document describes it. */
export interface Anmodningskrop {
  readonly content?: Readonly<
    Record<
      string,
      { readonly schema?: Skema; readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }
    >
  >;
}

/** The body's shape, with the whole example where the document has one: it is there when fields exclude each other. */
export function kropmedEksempel(krop: Anmodningskrop | undefined): Skema | undefined {
  const { schema, examples } = krop?.content?.['application/json'] ?? {};
  const [eksempel] = Object.values(examples ?? {});
  return schema === undefined || eksempel === undefined ? schema : { ...schema, example: eksempel.value };
}

/** A body as the documentation shows it: the fields with their own examples. */
export function eksempelAf(skema: Skema, skemaer: Skemaer, felter: 'alle' | 'paakraevede'): unknown {
  const found = skemaer.resolve(skema);
  const example = skema.example ?? found.example;
  if (example !== undefined) return example;
  if (found.properties !== undefined) {
    const required = new Set(found.required ?? []);
    return Object.fromEntries(
      Object.entries(found.properties)
        .filter(([felt]) => felter === 'alle' || required.has(felt))
        .map(([felt, felts]) => [felt, eksempelAf(felts, skemaer, felter)]),
    );
  }
  if (found.items !== undefined) return [eksempelAf(found.items, skemaer, felter)];
  return found.enum?.[0] ?? {};
}
