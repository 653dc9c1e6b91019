import { Module } from '@nestjs/common';
import { DateCorrectionController } from './date-correction.controller.js';

/** Corrections of what any context has recorded. */
@Module({ controllers: [DateCorrectionController] })
export class CorrectionsModule {}
