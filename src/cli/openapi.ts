import { TokenVerifier } from '../platform/auth/token-verifier.js';
import { DEV_AUDIENCE } from '../platform/auth/dev-identity-provider.js';
import { openApiDocument } from '../platform/http/openapi-document.js';
import { contextModules } from '../app.module.js';
import { createApp } from '../create-app.js';
import { writeOrCheck } from './generated-file.js';

/** The development issuer: what a newcomer's Swagger UI logs in at. */
const ISSUER = 'http://127.0.0.1:3001';
const neverAsked = (): never => {
  throw new Error('only the description of the API is made; nothing may be started for it');
};

const app = await createApp(
  {
    verifier: new TokenVerifier({ issuer: ISSUER, audience: DEV_AUDIENCE }),
    platform: neverAsked,
    lovpakke: neverAsked,
    contexts: [],
    modules: contextModules,
  },
  { preview: true, logger: ['fatal', 'error'] },
);
writeOrCheck('openapi/openapi.json', `${JSON.stringify(openApiDocument(app, ISSUER), null, 2)}\n`, 'npm run openapi');
