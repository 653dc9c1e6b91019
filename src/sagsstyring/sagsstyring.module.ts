import { Module } from '@nestjs/common';
import { AfgoerelseController } from './afgoerelse/afgoerelse.controller.js';
import { AdvisController } from './advis/advis.controller.js';
import { FratraedelseController } from './fratraedelse/fratraedelse.controller.js';
import { AktindsigtController } from './aktindsigt/aktindsigt.controller.js';
import { AnbringelsesanmodningController } from './anbringelsesanmodning/anbringelsesanmodning.controller.js';
import { AnsoegningController } from './ansoegning/ansoegning.controller.js';
import { BuuSagController } from './buu_sag/buu_sag.controller.js';
import { FormandsafgoerelseController } from './formandsafgoerelse/formandsafgoerelse.controller.js';
import { FristerController } from './frister/frister.controller.js';
import { KlageController } from './klage/klage.controller.js';
import { LovController } from './lov/lov.controller.js';
import { MellemkommunalController } from './mellemkommunal/mellemkommunal.controller.js';
import { NaesteSkridtController } from './naeste_skridt/naeste_skridt.controller.js';
import { ParterController } from './parter/parter.controller.js';
import { PartshoeringController } from './partshoering/partshoering.controller.js';
import { SagController } from './sag/sag.controller.js';
import { ServiceniveauController } from './serviceniveauer/serviceniveauer.controller.js';
import { AfklaringController } from './underretning/afklaring.controller.js';
import { UnderretningsrettelseController } from './underretning/rettelse.controller.js';
import { UnderretningController } from './underretning/underretning.controller.js';

@Module({
  controllers: [
    UnderretningController,
    UnderretningsrettelseController,
    AfklaringController,
    SagController,
    FristerController,
    NaesteSkridtController,
    ParterController,
    PartshoeringController,
    AfgoerelseController,
    AdvisController,
    FratraedelseController,
    BuuSagController,
    FormandsafgoerelseController,
    KlageController,
    LovController,
    ServiceniveauController,
    MellemkommunalController,
    AktindsigtController,
    AnbringelsesanmodningController,
    AnsoegningController,
  ],
})
export class SagsstyringModule {}
