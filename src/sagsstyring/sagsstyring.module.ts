import { Module } from '@nestjs/common';
import { FristerController } from './frister/frister.controller.js';
import { LovController } from './lov/lov.controller.js';
import { NaesteSkridtController } from './naeste_skridt/naeste_skridt.controller.js';
import { SagController } from './sag/sag.controller.js';
import { ServiceniveauController } from './serviceniveauer/serviceniveauer.controller.js';
import { UnderretningController } from './underretning/underretning.controller.js';

@Module({
  controllers: [
    UnderretningController,
    SagController,
    FristerController,
    NaesteSkridtController,
    LovController,
    ServiceniveauController,
  ],
})
export class SagsstyringModule {}
