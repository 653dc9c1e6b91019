import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROLLER } from '../../src/platform/auth/actor.js';
import { readConfig } from '../../src/platform/config/config.js';

/** Docker is not to be had everywhere: what the files say is held against what the program wants. */
interface Service {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

const laes = (fil: string): string => readFileSync(join('docker', fil), 'utf8');
const compose = parse(laes('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
const dockerfile = laes('Dockerfile');
const sidsteTrin = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const miljoe = Object.fromEntries(
  [...(/^ENV (.+)$/m.exec(sidsteTrin)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map((found) => [found[1], found[2]]),
);

test.each([
  ['api', 'api'],
  ['projektor', 'projektor'],
])('%s starter i drift med det, som Dockerfile og compose giver den', (navn, rolle) => {
  const mappe = mkdtempSync(join(tmpdir(), 'boernesag-docker-'));
  try {
    const noegler = join(mappe, 'noegler.json');
    writeFileSync(noegler, '{}');
    const givet = compose.services[navn]?.environment ?? {};
    const udfyldt = Object.fromEntries(
      Object.entries(givet).map(([key, value]) => [key, value.replaceAll(/\$\{\w+:\?[^}]*\}/g, 'hemmelig')]),
    );
    expect(readConfig({ ...miljoe, ...udfyldt, NOEGLEFIL: noegler })).toMatchObject({
      environment: 'production',
      host: '0.0.0.0',
      port: 3000,
      role: rolle,
      database: { kind: 'external' },
      identity: { kind: 'external' },
      publicOrigin: 'http://127.0.0.1:3000',
    });
    expect(compose.services[navn]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  } finally {
    rmSync(mappe, { recursive: true });
  }
});

test('intet er åbent for andre maskiner, og hvert aftryk har en udgave', () => {
  const services = Object.values(compose.services);
  expect(services.flatMap(({ ports }) => ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  const aftryk = [...services.map(({ image }) => image), /^ARG NODE_IMAGE=(.+)$/m.exec(dockerfile)?.[1] ?? ''];
  for (const navn of aftryk) expect(navn).toMatch(/:\d+\.\d+/);
});

test('aftrykket kører ikke som root, fortæller om sin sundhed og har ingen udviklingspakker', () => {
  expect(sidsteTrin).toContain('\nUSER node\n');
  expect(sidsteTrin).toContain('/sundhed/klar');
  expect(dockerfile).toContain('npm ci --omit=dev --omit=optional');
});

test('loginserveren giver netop de roller og oplysninger, som et token skal have', () => {
  const realm = JSON.parse(laes('keycloak/boernesag-realm.json')) as {
    roles: { realm: readonly { name: string }[] };
    clients: readonly { clientId: string; defaultClientScopes: readonly string[]; redirectUris: readonly string[] }[];
    clientScopes: readonly { name: string; protocolMappers: readonly { config: Record<string, string> }[] }[];
    users: readonly { realmRoles: readonly string[]; attributes: { kommune: readonly string[] } }[];
  };
  expect(realm.roles.realm.map(({ name }) => name)).toEqual(ROLLER);
  const api = compose.services['api']?.environment ?? {};
  expect(api['OIDC_ISSUER']).toMatch(/\/realms\/boernesag$/);
  const [klient] = realm.clients;
  expect(klient).toMatchObject({
    clientId: 'swagger-ui',
    redirectUris: [`${api['OFFENTLIG_ADRESSE'] ?? ''}/docs/oauth2-redirect.html`],
  });
  const givne = realm.clientScopes
    .filter(({ name }) => klient?.defaultClientScopes.includes(name))
    .flatMap(({ protocolMappers }) => protocolMappers.map(({ config }) => config));
  expect(givne.map((config) => config['claim.name']).filter(Boolean)).toEqual(['kommune', 'roller', 'teams']);
  expect(givne.map((config) => config['included.custom.audience']).filter(Boolean)).toEqual([api['OIDC_AUDIENCE']]);
  for (const { realmRoles, attributes } of realm.users) {
    expect(realmRoles.every((rolle) => ROLLER.some((kendt) => kendt === rolle))).toBe(true);
    expect(attributes.kommune).toEqual([expect.stringMatching(/^\d{3}$/)]);
  }
});
