import { Module } from '@nestjs/common';
import { IndsatsController } from './indsats/indsats.controller.js';

@Module({ controllers: [IndsatsController] })
export class OekonomiModule {}
