import { Module } from '@nestjs/common';
import { JournalController } from './journal/journal.controller.js';
import { NotatController } from './notat/notat.controller.js';

@Module({ controllers: [JournalController, NotatController] })
export class JournalarkModule {}
