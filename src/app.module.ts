import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { BrugerstyringModule } from './brugerstyring/brugerstyring.module.js';
import { IcsModule } from './ics/ics.module.js';
import { JournalarkModule } from './journalark/journalark.module.js';
import { NetvaerkModule } from './netvaerk/netvaerk.module.js';
import { OekonomiModule } from './oekonomi/oekonomi.module.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { type TokenVerifier } from './platform/auth/token-verifier.js';
import { CorrectionsModule } from './platform/corrections/corrections.module.js';
import { PlatformModule, type PlatformModuleOptions } from './platform/platform.module.js';
import { RapporteringModule } from './rapportering/rapportering.module.js';
import { SagsstyringModule } from './sagsstyring/sagsstyring.module.js';

/** The Nest modules of all bounded contexts, lowest first, and what serves them all. */
export const contextModules: NonNullable<ModuleMetadata['imports']> = [
  BrugerstyringModule,
  NetvaerkModule,
  SagsstyringModule,
  IcsModule,
  OekonomiModule,
  JournalarkModule,
  RapporteringModule,
  CorrectionsModule,
];

export interface AppOptions extends PlatformModuleOptions {
  readonly verifier: TokenVerifier;
  /** What users may call; none in a process that only runs projections and answers for its health. */
  readonly modules: NonNullable<ModuleMetadata['imports']>;
}

@Module({})
export class AppModule {
  static forRoot(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [AuthModule.forVerifier(options.verifier), PlatformModule.forRoot(options), ...options.modules],
    };
  }
}
