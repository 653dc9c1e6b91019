import { Module } from '@nestjs/common';
import { AnbringelseController } from './anbringelse/anbringelse.controller.js';
import { AnbringelsesgangController } from './anbringelse/gang.controller.js';
import { HjemgivelseController } from './anbringelse/hjemgivelse.controller.js';
import { BevillingsgraenseController } from './bevillingsgraense/bevillingsgraense.controller.js';
import { IndsatsController } from './indsats/indsats.controller.js';
import { IndsatsjusteringController } from './indsats/justering.controller.js';
import { OpfoelgningskladdeController } from './kladde/opfoelgningskladde.controller.js';
import { VisitationsbeslutningController } from './visitation/beslutning.controller.js';
import { VisitationController } from './visitation/visitation.controller.js';

@Module({
  controllers: [
    VisitationController,
    VisitationsbeslutningController,
    BevillingsgraenseController,
    IndsatsController,
    IndsatsjusteringController,
    AnbringelseController,
    AnbringelsesgangController,
    HjemgivelseController,
    OpfoelgningskladdeController,
  ],
})
export class OekonomiModule {}
