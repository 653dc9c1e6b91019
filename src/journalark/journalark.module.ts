import { Module } from '@nestjs/common';
import { JournalController } from './journal/journal.controller.js';
import { NotatController } from './notat/notat.controller.js';
import { ResumeController } from './resume/resume.controller.js';

@Module({ controllers: [JournalController, NotatController, ResumeController] })
export class JournalarkModule {}
