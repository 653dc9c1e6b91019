import { type Config } from './platform/config/config.js';
import { DEV_GRANT } from './platform/auth/dev-identity-provider.js';

/** What a person who has just started the program needs to know to make the first call. */
export function startText(config: Config, origin: string, issuer: string): string {
  const lines = [
    '',
    'Børnesag kører.',
    '',
    `  API                ${origin}/v1`,
    `  Swagger UI         ${origin}/docs`,
    `  OpenAPI-dokument   ${origin}/openapi.json`,
    `  Sundhed            ${origin}/sundhed/lever og ${origin}/sundhed/klar`,
    `  Rolle              ${config.role}`,
    `  Data               ${config.database.kind === 'embedded' ? config.dataFolder : 'ekstern database (DATABASE_URL)'}`,
  ];
  if (config.identity.kind === 'development') {
    lines.push(
      `  Login              ${issuer} (kun til udvikling)`,
      '',
      'Hent et token som testbrugeren alt01 i Rebild Kommune (modtagelse, sagsbehandler og teamleder):',
      '',
      `  TOKEN=$(curl -s ${issuer}/token -d grant_type=${DEV_GRANT} -d client_id=curl -d bruger=alt01 \\`,
      `    | node -pe 'JSON.parse(require("fs").readFileSync(0)).access_token')`,
      '',
      `  curl -H "Authorization: Bearer $TOKEN" ${origin}/v1/frister`,
      '',
      'Andre testbrugere: mo01 (modtagelse), sb01-sb25, tl01-tl03, ad01, re01 (revisor), aalborg-sb01 (anden kommune).',
      'I Swagger UI: tryk "Authorize", og vælg en bruger.',
    );
  } else {
    lines.push(`  Login              ${issuer}`);
  }
  lines.push('', 'Ctrl-C stopper det hele.', '');
  return lines.join('\n');
}
