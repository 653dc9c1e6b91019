import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import request from 'supertest';
import { Adgang, AktuelAktoer, Offentlig } from './access.js';
import { type Aktoer } from './actor.js';
import { AuthModule } from './auth.module.js';
import { listRoutePolicies, listRoutesWithoutPolicy } from './route-policies.js';
import { swaggerOAuth, swaggerUiOAuth } from './swagger-oauth.js';
import { createTestIssuer, type TestIssuer } from './test-tokens.js';
import { TokenError } from './token-error.js';
import { TokenVerifier } from './token-verifier.js';

@Controller('proeve')
class ProeveController {
  @Get('aaben')
  @Offentlig()
  aaben(): object {
    return { ok: true };
  }

  @Get('mig')
  @Adgang('sagsbehandler', 'teamleder')
  mig(@AktuelAktoer() aktoer: Aktoer): Aktoer {
    return aktoer;
  }

  @Get('glemt')
  glemt(): object {
    return { ok: true };
  }
}

@Controller('revision')
@Adgang('revisor')
class RevisionController {
  @Get()
  alt(): object {
    return { ok: true };
  }

  @Post('seglings')
  @Adgang('system')
  segl(): object {
    return { ok: true };
  }
}

async function start(verifier: TokenVerifier): Promise<NestFastifyApplication> {
  @Module({ imports: [AuthModule.forVerifier(verifier)], controllers: [ProeveController, RevisionController] })
  class ProeveModule {}
  const app = await NestFactory.create<NestFastifyApplication>(ProeveModule, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

describe('AccessGuard', () => {
  let issuer: TestIssuer;
  let app: NestFastifyApplication;
  const get = (path: string, token?: string) => {
    const call = request(app.getHttpServer()).get(path);
    return token === undefined ? call : call.set('Authorization', `Bearer ${token}`);
  };

  beforeAll(async () => {
    issuer = await createTestIssuer();
    app = await start(issuer.verifier);
  });
  afterAll(() => app.close());

  test('en offentlig rute kræver intet', async () => {
    await get('/proeve/aaben').expect(200);
  });

  test('uden token svares 401 med WWW-Authenticate og en dansk forklaring', async () => {
    const answer = await get('/proeve/mig').expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="boernesag"');
    expect(answer.body).toMatchObject({ type: 'urn:boernesag:problem:token-mangler', title: 'Du er ikke logget ind' });
    expect(answer.body.detail).toContain('mangler et adgangstoken');
  });

  test('et udløbet token svares med 401 og grunden', async () => {
    const token = await issuer.token({ bruger: 'sb01', kommune: 840, roller: ['sagsbehandler'], exp: 1_000_000 });
    const answer = await get('/proeve/mig', token).expect(401);
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="boernesag", error="invalid_token", error_description="token has expired"',
    );
    expect(answer.body).toMatchObject({
      type: 'urn:boernesag:problem:token-ugyldigt',
      detail: 'Adgangstokenet er udløbet. Log ind igen.',
    });
  });

  test('et Authorization-hoved, der ikke er Bearer, svares med 401', async () => {
    const answer = await request(app.getHttpServer())
      .get('/proeve/mig')
      .set('Authorization', 'Basic c2IwMTo=')
      .expect(401);
    expect(answer.body.detail).toContain('"Bearer <token>"');
  });

  test('den rette rolle slipper ind, og kommunen kommer fra tokenet', async () => {
    const token = await issuer.token({
      bruger: 'aalborg-tl01',
      kommune: 851,
      roller: ['teamleder'],
      navn: 'Trine Hasserislund',
    });
    const answer = await get('/proeve/mig?kommune=840', token).expect(200);
    expect(answer.body).toEqual({
      id: 'aalborg-tl01',
      navn: 'Trine Hasserislund',
      kommune: 851,
      roller: ['teamleder'],
    });
  });

  test('uden rollen svares 403 med de roller, der kræves', async () => {
    for (const roller of [[], ['revisor']] as const) {
      const answer = await get('/proeve/mig', await issuer.token({ bruger: 'x01', kommune: 840, roller })).expect(403);
      expect(answer.headers['www-authenticate']).toContain('insufficient_scope');
      expect(answer.body).toMatchObject({ type: 'urn:boernesag:problem:rolle-mangler', title: 'Ingen adgang' });
      expect(answer.body.detail).toContain('sagsbehandler, teamleder');
    }
  });

  test('en rute uden adgangspolitik er lukket for alle', async () => {
    const token = await issuer.token({
      bruger: 'alt01',
      kommune: 840,
      roller: ['modtagelse', 'sagsbehandler', 'teamleder'],
    });
    const answer = await get('/proeve/glemt', token).expect(403);
    expect(answer.body.type).toBe('urn:boernesag:problem:adgangspolitik-mangler');
    expect(listRoutesWithoutPolicy(app)).toEqual(['ProeveController.glemt']);
  });

  test('en rute arver controllerens adgang og kan have sin egen', async () => {
    expect(listRoutePolicies(app).filter(({ route }) => route.startsWith('Revision'))).toEqual([
      { route: 'RevisionController.alt', policy: { offentlig: false, roller: ['revisor'] } },
      { route: 'RevisionController.segl', policy: { offentlig: false, roller: ['system'] } },
    ]);
    const revisor = await issuer.token({ bruger: 're01', kommune: 840, roller: ['revisor'] });
    await get('/revision', revisor).expect(200);
    await request(app.getHttpServer()).post('/revision/seglings').set('Authorization', `Bearer ${revisor}`).expect(403);
  });

  test('kan udstederens nøgler ikke hentes, svares 503, og kaldet kan gentages', async () => {
    const keys = () => Promise.reject(new TokenError('issuer-unavailable', 'down'));
    const other = await start(new TokenVerifier({ issuer: 'https://udsteder.test', audience: 'boernesag', keys }));
    try {
      const token = await issuer.token({ bruger: 'sb01', kommune: 840, roller: ['sagsbehandler'] });
      const answer = await request(other.getHttpServer())
        .get('/proeve/mig')
        .set('Authorization', `Bearer ${token}`)
        .expect(503);
      expect(answer.headers['retry-after']).toBe('10');
    } finally {
      await other.close();
    }
  });

  test('OpenAPI-dokumentet viser login og roller', () => {
    const schemes = swaggerOAuth('http://127.0.0.1:3001');
    const document = SwaggerModule.createDocument(
      app,
      new DocumentBuilder().addSecurity('oauth2', schemes.oauth2).addSecurity('bearer', schemes.bearer).build(),
    );
    expect(document.components?.securitySchemes).toMatchObject({
      oauth2: {
        flows: {
          authorizationCode: {
            authorizationUrl: 'http://127.0.0.1:3001/auth',
            tokenUrl: 'http://127.0.0.1:3001/token',
          },
        },
      },
      bearer: { scheme: 'bearer' },
    });
    const operation = document.paths['/proeve/mig']?.get;
    expect(operation?.security).toEqual(expect.arrayContaining([{ bearer: [] }, { oauth2: [] }]));
    expect(operation).toMatchObject({ 'x-roller': ['sagsbehandler', 'teamleder'] });
    expect(swaggerUiOAuth('http://127.0.0.1:3000')).toMatchObject({
      oauth2RedirectUrl: 'http://127.0.0.1:3000/docs/oauth2-redirect.html',
    });
  });

  test('Adgang uden roller er en programmeringsfejl', () => {
    expect(() => Adgang()).toThrow('at least one role');
  });
});
