/** What a step demands of the caseworker, read from the API's own description so that it cannot become false. */

interface Skema {
  readonly $ref?: string;
  readonly allOf?: readonly Skema[];
  readonly items?: Skema;
  readonly properties?: Readonly<Record<string, Skema>>;
  readonly required?: readonly string[];
  readonly 'x-hjemmel'?: string;
  readonly 'x-kraeves-naar'?: string;
}

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name?: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Skema }>> };
}

export interface ApiDokument {
  /** The groups of routes, in the order a reader meets them. */
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Skema>> };
}

export interface Felt {
  /** `temaer[].tema`. */
  readonly navn: string;
  readonly hjemmel: string | null;
  /** When the rules demand it; null: always. */
  readonly naar: string | null;
}

export interface Trin {
  readonly tag: string;
  readonly navn: string;
  readonly rute: string;
  readonly felter: readonly Felt[];
}

/** Every step that records something, with the fields that must be filled in, in the order of the document. */
export function trinMedFelter(dokument: ApiDokument): readonly Trin[] {
  return Object.entries(dokument.paths).flatMap(([sti, metoder]) => {
    const operation = metoder['post'];
    const kommando = operation?.parameters?.some(({ name }) => name === 'Idempotency-Key') === true;
    if (operation === undefined || !kommando) return [];
    const skema = operation.requestBody?.content?.['application/json']?.schema;
    const felter = skema === undefined ? [] : felterI(skema, dokument, '');
    const [tag = ''] = operation.tags ?? [];
    return [{ tag, navn: operation.summary ?? '', rute: `POST ${sti.replace(/^\/v1/, '')}`, felter }];
  });
}

function felterI(skema: Skema, dokument: ApiDokument, sti: string, ydre: string | null = null): readonly Felt[] {
  const { properties = {}, required = [] } = oploest(skema, dokument);
  return Object.entries(properties).flatMap(([navn, felt]) => {
    const kraevet = required.includes(navn);
    const naar = kraevet ? ydre : (felt['x-kraeves-naar'] ?? null);
    const eget = kraevet || naar !== null ? [{ navn: `${sti}${navn}`, hjemmel: felt['x-hjemmel'] ?? null, naar }] : [];
    // What is demanded inside something that may be left out is demanded when it is sent.
    const inde = kraevet ? ydre : (ydre ?? `\`${sti}${navn}\` sendes`);
    const liste = felt.items !== undefined;
    return [...eget, ...felterI(felt.items ?? felt, dokument, `${sti}${navn}${liste ? '[].' : '.'}`, inde)];
  });
}

/** The schema with what it refers to and what it is made of. */
function oploest(skema: Skema, dokument: ApiDokument): Pick<Skema, 'properties' | 'required'> {
  const navn = skema.$ref?.split('/').at(-1);
  const fra = navn === undefined ? undefined : dokument.components?.schemas?.[navn];
  const dele = [...(fra === undefined ? [] : [fra]), ...(skema.allOf ?? [])].map((del) => oploest(del, dokument));
  return [...dele, skema].reduce<Pick<Skema, 'properties' | 'required'>>(
    (a, b) => ({
      properties: { ...a.properties, ...b.properties },
      required: [...(a.required ?? []), ...(b.required ?? [])],
    }),
    {},
  );
}

/** The laws that a field can be demanded by. One that is not here is a misspelling, or must be added knowingly. */
const LOVE = [
  'SEL',
  'BL',
  'forvaltningsloven',
  'offentlighedsloven',
  'retssikkerhedsloven',
  'databeskyttelsesforordningen',
  'databeskyttelsesloven',
  'forældreansvarsloven',
  'CPR-loven',
  'kommunestyrelsesloven',
  'ophavsretsloven',
].join('|');
const STED = String.raw`(?:§§? |art\. |kap\. )\d`;
const MED_LOV = new RegExp(`^(?:${LOVE}) ${STED}`);
const SAMME_LOV = new RegExp(`^(?:(?:${LOVE}) )?${STED}`);

/** Whether the text cites a paragraph: `SEL § 70 / BL § 95, stk. 4`, `BL § 91, stk. 2; § 51, stk. 1, nr. 3`. */
export function erHjemmel(tekst: string): boolean {
  return tekst
    .split(' / ')
    .every((lov) => lov.split('; ').every((del, nummer) => (nummer === 0 ? MED_LOV : SAMME_LOV).test(del)));
}

/** Fields that are demanded without a paragraph that demands them. */
export function udenHjemmel(trin: readonly Trin[]): readonly string[] {
  return trin.flatMap(({ rute, felter }) =>
    felter.flatMap(({ navn, hjemmel }) => {
      if (hjemmel === null) return [`${rute}: ${navn}`];
      return erHjemmel(hjemmel) ? [] : [`${rute}: ${navn} (${hjemmel})`];
    }),
  );
}
