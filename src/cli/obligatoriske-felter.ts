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

/** Steps of these groups must cite a law for every field that they demand. */
export const MED_HJEMMEL: readonly string[] = ['undersøgelser', 'planer'];

/** Demanded fields without a law, where there must be one. */
export function udenHjemmel(trin: readonly Trin[]): readonly string[] {
  return trin
    .filter(({ tag }) => MED_HJEMMEL.includes(tag))
    .flatMap(({ rute, felter }) => felter.flatMap((f) => (f.hjemmel === null ? [`${rute}: ${f.navn}`] : [])));
}

const altid = (trin: Trin): number => trin.felter.filter(({ naar }) => naar === null).length;
const sum = (trin: readonly Trin[]): number => trin.reduce((antal, t) => antal + altid(t), 0);

/** The section of the API guide, between its marks. */
export function afsnit(trin: readonly Trin[]): string {
  const udfoldet = trin.filter(({ tag }) => MED_HJEMMEL.includes(tag));
  const andre = trin.filter(({ tag }) => !MED_HJEMMEL.includes(tag));
  const naar = udfoldet.reduce((antal, t) => antal + t.felter.length - altid(t), 0);
  return [
    `Trinene i undersøgelse og plan har tilsammen **${sum(udfoldet)} obligatoriske felter på ${udfoldet.length} trin**, i snit ${snit(udfoldet)} pr. trin, og ${naar} felter, som reglerne kræver i bestemte tilfælde. Hvert felt står med den lov, der kræver det. En liste tæller én gang og hvert af dens felter én gang, uanset hvor mange der sendes.`,
    '',
    '| Trin | Antal | Felter og hjemmel |',
    '|---|---|---|',
    ...udfoldet.map(
      (t) => `| ${t.navn}<br>\`${t.rute}\` | ${altid(t)} | ${t.felter.map(beskriv).join('<br>') || '–'} |`,
    ),
    '',
    `De øvrige ${andre.length} trin har tilsammen ${sum(andre)} obligatoriske felter:`,
    '',
    '| Trin | Antal |',
    '|---|---|',
    ...andre.map((t) => `| ${t.navn}<br>\`${t.rute}\` | ${altid(t)} |`),
  ].join('\n');
}

function snit(trin: readonly Trin[]): string {
  return trin.length === 0 ? '0' : (sum(trin) / trin.length).toFixed(1).replace('.', ',');
}

function beskriv({ navn, hjemmel, naar }: Felt): string {
  return `\`${navn}\` – ${hjemmel ?? 'hjemmel ikke angivet'}${naar === null ? '' : ` (kræves, når ${naar})`}`;
}

const BEGYND = '<!-- obligatoriske felter: begynder her; skrives af `npm run felter` -->';
const SLUT = '<!-- obligatoriske felter: slutter her -->';

/** The guide with the section put in between its marks; undefined when the marks are not there. */
export function medAfsnit(guide: string, tekst: string): string | undefined {
  const fra = guide.indexOf(BEGYND);
  const til = guide.indexOf(SLUT);
  if (fra === -1 || til < fra) return undefined;
  return `${guide.slice(0, fra + BEGYND.length)}\n\n${tekst}\n\n${guide.slice(til)}`;
}
