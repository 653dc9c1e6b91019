import { type DocumentBuilder } from '@nestjs/swagger';

type SecurityScheme = Parameters<DocumentBuilder['addSecurity']>[1];

export const SWAGGER_CLIENT = 'swagger-ui';

const SCOPES = { openid: 'Hvem du er', profile: 'Navn, kommune og roller', boernesag: 'Adgang til Børnesags API' };

/**
 * Security schemes for the OpenAPI document, by the names that `@Adgang` refers to:
 * `builder.addSecurity('oauth2', schemes.oauth2).addSecurity('bearer', schemes.bearer)`.
 * The end points are those of the development identity provider unless others are given.
 */
export function swaggerOAuth(
  issuer: string,
  endpoints: { readonly authorizationUrl: string; readonly tokenUrl: string } = {
    authorizationUrl: `${issuer}/auth`,
    tokenUrl: `${issuer}/token`,
  },
): { readonly oauth2: SecurityScheme; readonly bearer: SecurityScheme } {
  return {
    oauth2: {
      type: 'oauth2',
      description: 'Log ind hos kommunens identitetsudbyder (authorization code med PKCE).',
      flows: { authorizationCode: { ...endpoints, scopes: SCOPES } },
    },
    bearer: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'Adgangstoken (JWT) med oplysningerne "kommune" (trecifret kode som tekst) og "roller" (liste).',
    },
  };
}

/** `swaggerOptions` for `SwaggerModule.setup('docs', …)`. */
export function swaggerUiOAuth(apiOrigin: string): Readonly<Record<string, unknown>> {
  return {
    // Swagger UI would guess it from the page's address and get `/oauth2-redirect.html` when the page is `/docs`.
    oauth2RedirectUrl: `${apiOrigin}/docs/oauth2-redirect.html`,
    initOAuth: {
      clientId: SWAGGER_CLIENT,
      usePkceWithAuthorizationCodeGrant: true,
      scopes: Object.keys(SCOPES),
    },
  };
}
