import { Module } from '@nestjs/common';
import { HaendelserController } from './haendelser/haendelser.controller.js';
import { MigController } from './mig/mig.controller.js';
import { RevisionController } from './revision/revision.controller.js';

@Module({ controllers: [MigController, HaendelserController, RevisionController] })
export class BrugerstyringModule {}
