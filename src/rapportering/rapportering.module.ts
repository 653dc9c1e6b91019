import { Module } from '@nestjs/common';
import { L201Controller } from './l201/l201.controller.js';
import { Leverancedannelse } from './l201/leverancedannelse.js';
import { LedelsestilsynController } from './ledelsestilsyn/ledelsestilsyn.controller.js';
import { NoegletalController } from './noegletal/noegletal.controller.js';
import { SagsrevisionController } from './sagsrevision/sagsrevision.controller.js';

@Module({
  controllers: [NoegletalController, L201Controller, LedelsestilsynController, SagsrevisionController],
  providers: [Leverancedannelse],
})
export class RapporteringModule {}
