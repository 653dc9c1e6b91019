import { Module } from '@nestjs/common';
import { AfgoerelseController } from './afgoerelse/afgoerelse.controller.js';
import { FristerController } from './frister/frister.controller.js';
import { NaesteSkridtController } from './naeste_skridt/naeste_skridt.controller.js';
import { ParterController } from './parter/parter.controller.js';
import { PartshoeringController } from './partshoering/partshoering.controller.js';
import { SagController } from './sag/sag.controller.js';
import { UnderretningController } from './underretning/underretning.controller.js';

@Module({
  controllers: [
    UnderretningController,
    SagController,
    FristerController,
    NaesteSkridtController,
    ParterController,
    PartshoeringController,
    AfgoerelseController,
  ],
})
export class SagsstyringModule {}
