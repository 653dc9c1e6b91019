import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { medRettelser } from '../../platform/corrections/date-correction.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { DatoFelt, Fritekst, KodeAf, ObjektListe, UuidFelt } from '../../platform/http/felt.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { kendtStroem } from '../../platform/http/kendt-pr.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { kraevAabenSag } from '../../sagsstyring/sagsstyring.public.js';
import { type SagScreenet, screeningDecider, type Screeningsudfald, screeningsstroem } from './screening.js';
import { type EventOf } from '../../platform/eventstore/event-declaration.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000006';
const UDFALD: readonly Screeningsudfald[] = ['ingen-afdaekning', 'afdaekning', 'bfu'];

export class SagsscreeningAnmodning {
  /** When. */
  @DatoFelt('Hvornår sagen blev screenet.', '2024-03-04', { hjemmel: 'BL § 18, stk. 1-2' })
  dato!: string;

  /** Track. */
  @KodeAf(
    'Spor: ingen yderligere afdækning, afdækning (§ 19) eller børnefaglig undersøgelse (§ 20).',
    'afdaekning',
    UDFALD,
    {
      hjemmel: 'BL § 18, stk. 1-2',
    },
  )
  udfald!: Screeningsudfald;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Ansøgningen handler om skolefravær alene.', { hjemmel: 'offentlighedsloven § 13' })
  begrundelse!: string;
}

export class SagsscreeningSvar extends KommandoSvar {
  /** The screening. */
  @UuidFelt('Screeningens id.', ID)
  screeningId!: string;
}

export class SagsscreeningVisning {
  /** Id. */
  @UuidFelt('Screeningens id.', ID)
  screeningId!: string;

  /** When. */
  @DatoFelt('Dato.', '2024-03-04')
  dato!: string;

  /** Track. */
  @KodeAf('Spor.', 'afdaekning', UDFALD)
  udfald!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Ansøgningen handler om skolefravær alene.')
  begrundelse!: string;
}

export class Sagsscreeninger {
  /** All of them. */
  @ObjektListe('Sagens screeninger, de nyeste først.', () => SagsscreeningVisning)
  screeninger!: SagsscreeningVisning[];
}

/** Screening of a case that did not begin with a notification; a notification has its own. */
@ApiTags('undersøgelser')
@Controller('sager/:id/screeninger')
@Adgang('sagsbehandler', 'teamleder', 'system')
export class ScreeningController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post()
  @Kommandorute({
    sammenfatning: 'Screen sagen',
    beskrivelse:
      'For sager, der ikke kom af en underretning, og for nye forhold i en sag, der er i gang (BL § 18). En underretning screenes for sig. Screeningen bærer en afdækning.',
    svar: SagsscreeningSvar,
  })
  screenSag(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: SagsscreeningAnmodning,
  ): Promise<CommandResult> {
    const stroem = screeningsstroem(sagId);
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => stroem,
      handle: async (session) => {
        const { barnId } = await kraevAabenSag(session, sagId);
        const screeningId = session.context.nytId();
        await session.decide(screeningDecider, stroem, {
          type: 'ScreenSag',
          ...krop,
          ...{ screeningId, barnId, sagId },
          regime: this.lov.regime(krop.dato),
        });
        return { screeningId };
      },
    });
  }

  @Get()
  @Opslagsrute({
    sammenfatning: 'Sagens screeninger',
    beskrivelse: 'De screeninger, der ikke skete gennem en underretning. Læsningen skrives i adgangsloggen.',
    svar: Sagsscreeninger,
  })
  async listScreeninger(@Opslag() q: QueryRequest, @Param('id') sagId: string): Promise<Sagsscreeninger> {
    const fundet = await this.opslag.run(q, {
      context: 'ics',
      read: async () => {
        const { kommune } = q.aktoer;
        const [sag] = await kendtStroem(this.store, { kommune, kind: 'sagsstyring.sag', id: sagId });
        // Its id is made for this decider alone.
        const stroem = (await this.store.load(
          kommune,
          screeningsstroem(sagId),
        )) as readonly unknown[] as readonly EventOf<typeof SagScreenet>[];
        return { barnId: String(sag?.data['barnId']), stroem: medRettelser(stroem) };
      },
      accessed: ({ barnId }) => [{ barnId, sagId }],
    });
    return {
      screeninger: fundet.stroem
        .map(({ data: { screeningId, dato, udfald, begrundelse } }) => ({ screeningId, dato, udfald, begrundelse }))
        .reverse(),
    };
  }
}
