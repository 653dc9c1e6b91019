import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { forTrying, serveDocumentation } from './swagger-ui.js';

describe('beskrivelsen, som Swagger UI får den', () => {
  const parameters = [
    { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
    { name: 'Idempotency-Key', in: 'header', required: true, description: 'Nøgle.', schema: { example: 'c3e0' } },
    { name: 'If-Match', in: 'header', required: false, description: 'ETag.', example: '"3"', schema: {} },
    { name: 'graense', in: 'query', required: false, schema: { type: 'integer', example: 50 } },
    { name: 'status', in: 'query', required: false, description: 'Status.', schema: { example: ['a', 'b'] } },
    { name: 'maaned', in: 'query', required: true, description: 'Måned.', schema: { example: '2019-02' } },
  ];
  const document = { openapi: '3.1.0', info: {}, paths: { '/v1/x/{id}': { post: { parameters } } } };
  const shown = forTrying(document as unknown as OpenAPIObject).paths['/v1/x/{id}']?.post?.parameters;

  test('udfylder kun det, der skal udfyldes; resten har sit eksempel i ord', () => {
    expect(shown).toEqual([
      parameters[0],
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: 'Nøgle. Denne side laver selv en, når feltet er tomt.',
        schema: {},
      },
      { name: 'If-Match', in: 'header', required: false, description: 'ETag. Eksempel: `"3"`.', schema: {} },
      { name: 'graense', in: 'query', required: false, description: ' Eksempel: `50`.', schema: { type: 'integer' } },
      { name: 'status', in: 'query', required: false, description: 'Status. Eksempel: `a, b`.', schema: {} },
      parameters[5],
    ]);
  });

  test('ændrer ikke den beskrivelse, klienter dannes af', () => {
    expect(document.paths['/v1/x/{id}'].post.parameters[2]).toHaveProperty('example', '"3"');
  });
});

@ApiTags('sundhed')
@Controller('sundhed')
class ProeveController {
  @Get('lever')
  lever(): object {
    return {};
  }
}
@Module({ controllers: [ProeveController] })
class ProeveModule {}

describe('siden', () => {
  let app: NestFastifyApplication;
  const start = async (issuer: string, externalIssuer: boolean): Promise<void> => {
    app = await NestFactory.create<NestFastifyApplication>(ProeveModule, new FastifyAdapter(), {
      logger: false,
      abortOnError: false,
    });
    serveDocumentation(app, { issuer, externalIssuer, origin: 'https://boernesag.example.dk' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  };
  const flow = async (): Promise<unknown> =>
    (await request(app.getHttpServer()).get('/openapi.json').expect(200)).body.components.securitySchemes.oauth2.flows
      .authorizationCode;
  afterEach(() => app.close());

  test('laver en nøgle til hver kommando og vender tilbage til den adresse, browseren kender', async () => {
    await start('http://127.0.0.1:3001', false);
    const { text } = await request(app.getHttpServer()).get('/docs/swagger-ui-init.js').expect(200);
    expect(text).toContain('https://boernesag.example.dk/docs/oauth2-redirect.html');
    expect(text).toContain('"requestInterceptor": function giveKey(request)');
    expect(await flow()).toMatchObject({ tokenUrl: 'http://127.0.0.1:3001/token' });
  });

  test('spørger en fremmed udsteder, hvor man logger ind, og igen, hvis den ikke svarede', async () => {
    let up = false;
    const server = createServer((incoming, reply) => {
      const origin = `http://${incoming.headers.host ?? ''}`;
      if (!up) reply.writeHead(503).end();
      else
        reply.end(
          JSON.stringify({
            issuer: origin,
            jwks_uri: `${origin}/jwks`,
            authorization_endpoint: `${origin}/protocol/auth`,
            token_endpoint: `${origin}/protocol/token`,
          }),
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      await start(issuer, true);
      expect(await flow()).toMatchObject({ authorizationUrl: `${issuer}/auth` });
      up = true;
      expect(await flow()).toMatchObject({
        authorizationUrl: `${issuer}/protocol/auth`,
        tokenUrl: `${issuer}/protocol/token`,
        scopes: { openid: expect.any(String) as string },
      });
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
