import { type LoggerService, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppOptions } from './app.module.js';
import { configureHttp, HttpAdapter } from './platform/http/http-adapter.js';

/** The application as main program, tests and the writer of the OpenAPI document all have it; not yet listening. */
export async function createApp(
  options: AppOptions,
  nest: { readonly preview?: boolean; readonly logger?: LoggerService | LogLevel[] | false } = {},
): Promise<NestFastifyApplication> {
  const adapter = new HttpAdapter();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(options), adapter, {
    // Nest would end the process without stopping the database.
    abortOnError: false,
    // The adapter has a body parser of its own.
    bodyParser: false,
    preview: nest.preview ?? false,
    logger: nest.logger ?? ['fatal', 'error', 'warn'],
  });
  configureHttp(app, adapter);
  return app;
}
