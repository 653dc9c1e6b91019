import { Module } from '@nestjs/common';
import { PlanController } from './plan/plan.controller.js';
import { IndhentningController } from './undersoegelse/indhentning.controller.js';
import { KonklusionController } from './undersoegelse/konklusion.controller.js';
import { UndersoegelseController } from './undersoegelse/undersoegelse.controller.js';

@Module({ controllers: [UndersoegelseController, IndhentningController, KonklusionController, PlanController] })
export class IcsModule {}
