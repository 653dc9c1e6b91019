import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { type Lovpakke } from '../faelles/lov/lovpakke.js';
import { Clock } from './clock.js';
import { ExecuteCommandHandler } from './commands/execute-command.handler.js';
import { DraftStore } from './drafts/draft-store.js';
import { Drafts } from './drafts/drafts.js';
import { TidyDrafts } from './drafts/tidy-drafts.interceptor.js';
import { BlindIndex } from './eventstore/sealing/blind-index.js';
import { Sealer } from './eventstore/sealing/sealer.js';
import { HealthController } from './health/health.controller.js';
import { HealthCheck } from './health/health-check.js';
import { CommandGateway, QueryGateway } from './http/gateways.js';
import { Ids } from './ids.js';
import { ReadModelWaiter } from './projection/read-model-waiter.js';
import { RunQueryHandler } from './queries/run-query.handler.js';
import { SealCheck } from './queries/seal-check.js';
import { type ContextRegistration } from './registry.js';
import { type RunningPlatform } from './running-platform.js';
import { CONTEXTS, EVENT_STORE, LOVPAKKE } from './tokens.js';

export interface PlatformModuleOptions {
  /** Asked for when the providers are made, which is never when only the API's description is written. */
  readonly platform: () => RunningPlatform;
  readonly contexts: readonly ContextRegistration[];
  readonly lovpakke: () => Lovpakke;
}

/** Gives every context the store, the buses, time, ids and the law. */
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformModuleOptions): DynamicModule {
    const part = (
      provide: NonNullable<Extract<Provider, { provide: unknown }>['provide']>,
      pick: (platform: RunningPlatform) => unknown,
    ): Provider => ({
      provide,
      useFactory: () => pick(options.platform()),
    });
    const shared: Provider[] = [
      part(EVENT_STORE, (platform) => platform.store),
      part(Clock, (platform) => platform.clock),
      part(Ids, (platform) => platform.ids),
      part(ReadModelWaiter, (platform) => platform.waiter),
      part(DataSource, (platform) => platform.dataSource),
      part(BlindIndex, (platform) => platform.blindIndex),
      part(Sealer, (platform) => platform.sealer),
      part(SealCheck, (platform) => platform.sealCheck),
      part(DraftStore, (platform) => platform.drafts),
      { provide: LOVPAKKE, useFactory: options.lovpakke },
      { provide: CONTEXTS, useValue: options.contexts },
      CommandGateway,
      QueryGateway,
      Drafts,
      TidyDrafts,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      controllers: [HealthController],
      providers: [
        ...shared,
        part(HealthCheck, (platform) => new HealthCheck(platform.pool, platform.projections)),
        ExecuteCommandHandler,
        RunQueryHandler,
      ],
      exports: shared,
    };
  }
}
