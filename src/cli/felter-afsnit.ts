import { type ApiDokument, type Felt, type Trin } from './obligatoriske-felter.js';

/** The section of the API guide about what must be filled in: first the numbers, then each area with its steps. */
export function afsnit(trin: readonly Trin[], { tags = [] }: Pick<ApiDokument, 'tags'>): string {
  const omraader = [...new Set([...tags.map(({ name }) => name), ...trin.map(({ tag }) => tag)])].flatMap((navn) => {
    const egne = trin.filter(({ tag }) => tag === navn);
    return egne.length === 0 ? [] : [{ navn, egne, om: tags.find(({ name }) => name === navn)?.description }];
  });
  return [
    `API'et har **${altid(trin)} obligatoriske felter på ${trin.length} trin**, i snit ${snit(trin)} pr. trin, og ${betinget(trin)} felter, som reglerne kræver i bestemte tilfælde. Et trin er en kommando: noget, der er sket, og som skal skrives ned. Hvert felt står med den lov, der kræver det, og bygningen fejler, hvis et felt mangler den. Det samme står i OpenAPI-dokumentet som \`x-hjemmel\` og \`x-kraeves-naar\`. En liste tæller én gang og hvert af dens felter én gang, uanset hvor mange der sendes. SEL er serviceloven (til og med 2023), BL barnets lov (fra 2024); står begge, gælder loven den dag, det handler om.`,
    '',
    '| Område | Trin | Obligatoriske felter | Pr. trin | I bestemte tilfælde |',
    '|---|--:|--:|--:|--:|',
    ...omraader.map(
      ({ navn, egne }) =>
        `| [${stort(navn)}](#${anker(overskrift(navn))}) | ${egne.length} | ${altid(egne)} | ${snit(egne)} | ${betinget(egne)} |`,
    ),
    `| **I alt** | **${trin.length}** | **${altid(trin)}** | **${snit(trin)}** | **${betinget(trin)}** |`,
    ...omraader.flatMap(({ navn, egne, om }) => [
      '',
      `### ${overskrift(navn)}`,
      '',
      `${om === undefined ? '' : `${om} `}${egne.length} trin, ${altid(egne)} obligatoriske felter.`,
      '',
      '| Trin | Antal | Felter og hjemmel |',
      '|---|--:|---|',
      ...egne.map((t) => `| ${t.navn}<br>\`${t.rute}\` | ${altid([t])} | ${beskriv(t.felter) || '–'} |`),
    ]),
  ].join('\n');
}

const antal = (trin: readonly Trin[], hvilke: (felt: Felt) => boolean): number =>
  trin.reduce((sum, { felter }) => sum + felter.filter(hvilke).length, 0);
const altid = (trin: readonly Trin[]): number => antal(trin, ({ naar }) => naar === null);
const betinget = (trin: readonly Trin[]): number => antal(trin, ({ naar }) => naar !== null);

function snit(trin: readonly Trin[]): string {
  return trin.length === 0 ? '0' : (altid(trin) / trin.length).toFixed(1).replace('.', ',');
}

const stort = (navn: string): string => `${navn.charAt(0).toUpperCase()}${navn.slice(1)}`;
const overskrift = (navn: string): string => `Felter: ${navn}`;

// As GitHub makes it of a heading.
function anker(tekst: string): string {
  return tekst
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

/** The fields that one paragraph demands on one condition stand together, in the order they are met. */
function beskriv(felter: readonly Felt[]): string {
  return [...new Set(felter.map(krav))]
    .map((hvad) => {
      const egne = felter.filter((felt) => krav(felt) === hvad);
      return `${egne.map(({ navn }) => `\`${navn}\``).join(', ')} – ${hvad}`;
    })
    .join('<br>');
}

function krav({ hjemmel, naar }: Felt): string {
  return `${hjemmel ?? 'hjemmel ikke angivet'}${naar === null ? '' : ` (kræves, når ${naar})`}`;
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
