import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { swaggerOAuth } from '../auth/swagger-oauth.js';

type Operation = { operationId?: string; tags?: string[]; parameters?: unknown[] };

const OM = `Børnesag er en åben, hændelsesbaseret sagsbackend til kommunernes arbejde med børn og unge i udsatte positioner.

**Kommunen** kommer altid fra adgangstokenet, aldrig fra stien eller indholdet. Det, der hører til en anden kommune, findes ikke (404).

**Skriv** med POST og en \`Idempotency-Key\`: prøver du igen med samme nøgle, sker intet to gange. Send \`If-Match\` med den ETag, du sidst så, så du ikke overskriver andres arbejde. Svaret venter som standard højst 2 sekunder på, at lister og opslag viser ændringen; \`Prefer: wait=N\` eller \`respond-async\` ændrer det.

**Læs** lister side for side med \`graense\` og \`efter\`; svarets \`naeste\` og \`Link\` peger på næste side. Hvert opslag i et barns oplysninger skrives i adgangsloggen.

**Fejl** er \`application/problem+json\` (RFC 9457) med en fast \`type\`, en dansk forklaring og for hvert felt hvor og hvorfor.`;

const TAGS: readonly (readonly [name: string, description: string])[] = [
  ['underretninger', 'Modtagelse og vurdering af underretninger.'],
  ['personer', 'Børn, forældre og netværk.'],
  ['sager', 'Børnesager: oprettelse, tildeling, overdragelse, lukning og næste skridt.'],
  ['undersøgelser', 'Afdækninger og børnefaglige undersøgelser.'],
  ['planer', 'Handleplaner, barnets plan og ungeplan.'],
  ['kladder', 'Tekster, mens de skrives: gemt, men ikke en del af sagen.'],
  ['partshøringer', 'Parterne høres, før en afgørelse går dem imod.'],
  ['afgørelser', 'Hvem der er part, hvad der er afgjort, og hvem der har fået det at vide.'],
  ['visitationer', 'Valg af indsats: forslag, pris, godkendelse, samtykke og afgørelse.'],
  ['bevillingsgrænser', 'Hvor meget hvem må godkende i kommunen.'],
  ['indsatser', 'Bevilgede indsatser med pris og kode.'],
  [
    'anbringelser',
    'Anbringelser: grundlag, sted, tilsyn, hjemgivelse, permanent anbringelse og overgang til voksenlivet.',
  ],
  [
    'børne- og ungeudvalg',
    'Indstilling, møde og afgørelse i børne- og ungeudvalget, og formandens foreløbige afgørelser.',
  ],
  ['klager', 'Klager, kommunens genvurdering og Ankestyrelsens afgørelse.'],
  ['aktindsigt', 'Anmodninger om aktindsigt og om indsigt i egne oplysninger.'],
  ['ansøgninger', 'Familiens ansøgninger om støtte: screening, besked om tiden og svar.'],
  ['anbringelsesanmodninger', 'Barnets egen anmodning om at blive anbragt (BL § 48).'],
  ['lov', 'Hvad loven siger på en dag, og kommunens egne serviceniveauer.'],
  ['serviceniveauer', 'Kommunens egne frister og valg, hvor loven lader den bestemme.'],
  ['journal', 'Barnets journal og notater.'],
  ['advis', 'Få og rangerede advis, udsættelse og eskalering.'],
  ['fratrædelser', 'Overdragelse af en hel sagsstamme, når en sagsbehandler fratræder.'],
  ['frister', 'Lovens frister og hvor langt de er.'],
  ['ledelsestilsyn', 'Overblik på tværs af sagsstammer, lister, nøgletal pr. team og stikprøver af sager.'],
  ['rapportering', 'Ledelsens nøgletal og indberetninger til Danmarks Statistik, regnet af loggen.'],
  ['hændelser', 'Hændelsesstrøm for integrationer.'],
  ['brugere', 'Hvem der er logget ind.'],
  ['revision', 'Hændelseslog og adgangslog for revisionen.'],
  ['sundhed', 'Processens tilstand.'],
];

/** The API's description, made from the code; also what clients are generated from. */
export function openApiDocument(app: INestApplication, issuer: string): OpenAPIObject {
  const schemes = swaggerOAuth(issuer);
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Børnesag')
    .setDescription(OM)
    .setVersion('0.1.0')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/da/')
    .setContact('Børnesag', 'https://boernesag.example', '')
    .addServer('/')
    .addSecurity('oauth2', schemes.oauth2)
    .addSecurity('bearer', schemes.bearer);
  for (const [name, description] of TAGS) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (_controller, method) => method,
  });
  delete document.info.contact?.email;
  const operations = operationsOf(document);
  refuseTwice(operations.map(({ operation }) => operation.operationId ?? ''));
  for (const { operation } of operations) sayIdsAreUuids(operation);
  const used = new Set(operations.flatMap(({ operation }) => operation.tags ?? []));
  const unknown = [...used].find((name) => !TAGS.some(([known]) => known === name));
  if (unknown !== undefined) throw new Error(`The tag "${unknown}" has no description in openapi-document.ts`);
  const tags = (document.tags ?? []).filter(({ name }) => used.has(name));
  return {
    ...document,
    tags,
    // In the order of names, so that moving code about does not change the document.
    paths: sorted(document.paths),
    components: { ...document.components, schemas: sorted(document.components?.schemas ?? {}) },
  };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface FoundOperation {
  readonly path: string;
  readonly method: (typeof METHODS)[number];
  readonly operation: Operation;
}

/** Every operation of the document. */
export function operationsOf(document: Pick<OpenAPIObject, 'paths'>): readonly FoundOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation: operation }];
    }),
  );
}

function refuseTwice(ids: readonly string[]): void {
  const twice = ids.find((id, index) => id === '' || ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new Error(`The operationId "${twice}" is missing or used twice; clients are generated from it`);
}

/** The pipe refuses anything else; a parameter's decorator cannot say so by itself. */
function sayIdsAreUuids(operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if (!isParameter(parameter) || parameter.in !== 'path') continue;
    parameter.description ??= /id$/i.test(parameter.name) ? 'Id (UUID).' : parameter.name;
    if (/id$/i.test(parameter.name)) parameter.schema = { ...parameter.schema, type: 'string', format: 'uuid' };
  }
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  description?: string;
  schema?: object;
}

function isParameter(value: unknown): value is Parameter {
  return typeof value === 'object' && value !== null && 'name' in value && 'in' in value;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
