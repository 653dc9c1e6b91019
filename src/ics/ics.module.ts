import { Global, Module } from '@nestjs/common';
import { Beslutningsgrundlag, Sagslukning } from '../sagsstyring/sagsstyring.public.js';
import { IcsBeslutningsgrundlag } from './beslutningsgrundlag.js';
import { KladdeController } from './kladde/kladde.controller.js';
import { LicensController } from './licens/licens.controller.js';
import { MaalController } from './plan/maal.controller.js';
import { PlanController } from './plan/plan.controller.js';
import { PlanerSlutterMedSagen } from './plan/sagslukning.js';
import { ScreeningController } from './screening/screening.controller.js';
import { AfdaekningController } from './undersoegelse/afdaekning.controller.js';
import { IndhentningController } from './undersoegelse/indhentning.controller.js';
import { KonklusionController } from './undersoegelse/konklusion.controller.js';
import { SidesporController } from './undersoegelse/sidespor.controller.js';
import { UndersoegelseController } from './undersoegelse/undersoegelse.controller.js';

// Global, because the committee track below asks for what this context owns without knowing it.
@Global()
@Module({
  controllers: [
    LicensController,
    KladdeController,
    ScreeningController,
    UndersoegelseController,
    AfdaekningController,
    IndhentningController,
    SidesporController,
    KonklusionController,
    PlanController,
    MaalController,
  ],
  providers: [
    { provide: Beslutningsgrundlag, useClass: IcsBeslutningsgrundlag },
    { provide: Sagslukning, useClass: PlanerSlutterMedSagen },
  ],
  exports: [Beslutningsgrundlag, Sagslukning],
})
export class IcsModule {}
