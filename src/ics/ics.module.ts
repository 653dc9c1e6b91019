import { Global, Module } from '@nestjs/common';
import { Beslutningsgrundlag } from '../sagsstyring/sagsstyring.public.js';
import { IcsBeslutningsgrundlag } from './beslutningsgrundlag.js';
import { PlanController } from './plan/plan.controller.js';
import { IndhentningController } from './undersoegelse/indhentning.controller.js';
import { KonklusionController } from './undersoegelse/konklusion.controller.js';
import { UndersoegelseController } from './undersoegelse/undersoegelse.controller.js';

// Global, because the committee track below asks for what this context owns without knowing it.
@Global()
@Module({
  controllers: [UndersoegelseController, IndhentningController, KonklusionController, PlanController],
  providers: [{ provide: Beslutningsgrundlag, useClass: IcsBeslutningsgrundlag }],
  exports: [Beslutningsgrundlag],
})
export class IcsModule {}
