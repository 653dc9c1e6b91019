import { Module } from '@nestjs/common';
import { L201Controller } from './l201/l201.controller.js';
import { Leverancedannelse } from './l201/leverancedannelse.js';
import { NoegletalController } from './noegletal/noegletal.controller.js';

@Module({ controllers: [NoegletalController, L201Controller], providers: [Leverancedannelse] })
export class RapporteringModule {}
