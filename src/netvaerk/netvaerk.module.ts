import { Module } from '@nestjs/common';
import { PersonController } from './person/person.controller.js';

@Module({ controllers: [PersonController] })
export class NetvaerkModule {}
