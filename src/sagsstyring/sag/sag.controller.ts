import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { CommandGateway, QueryGateway, type Handling } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { medPoster, type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Eksempel, Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { cprAdvarsler } from '../barn/barnangivelse.js';
import { hentFratraadte } from '../fratraedelse/fratraadte.query.js';
import { listSager } from '../sager/sager.query.js';
import {
  AcceptAnmodning,
  GenaabningAnmodning,
  LukningAnmodning,
  OmraadeAnmodning,
  OverdragelseAnmodning,
  OverdragelsesafvisningAnmodning,
  OverdragelseSvar,
  SagAnmodning,
  SagOprettetSvar,
  Sagsvalg,
  SagSvar,
  TildelingAnmodning,
} from './sag.dto.js';
import { aendrOmraade, genaabnSag, lukSag, opretSag } from './sag_forloeb.js';
import { type Fratraadt, sagDecider, type SagKommando } from './sag.js';
import { Sagslukning } from './sagslukning.js';
import { SagPost, SagVisning, visRaekke, visSag } from './sag.visning.js';

const KONTEKST = 'sagsstyring';

@ApiTags('sager')
@Controller('sager')
@Adgang('sagsbehandler', 'teamleder', 'system')
export class SagController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(BlindIndex) private readonly blindIndex: BlindIndex,
    @Inject(Sagslukning) private readonly slutning: Sagslukning,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post()
  @Placering((svar) => `/sager/${String(svar['sagId'])}`)
  @Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
  @Kommandorute({
    sammenfatning: 'Opret en børnesag',
    beskrivelse:
      'For ansøgninger og sager, der overtages. En underretning, der screenes, opretter selv sagen. Har barnet en åben sag på området, svares 409 med dens id.',
    svar: SagOprettetSvar,
  })
  @Eksempel(SagAnmodning, {
    barn: { cpr: '6102149995' },
    omraade: 'social',
    grund: 'ansoegning',
    oprettet: '2018-06-01',
  })
  opretSag(@Anmodning() request: RequestContext, @Body() krop: SagAnmodning): Promise<CommandResult> {
    const barn = krop.barnId === undefined ? { ...krop.barn } : { ...krop.barn, barnId: krop.barnId };
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['sagId']),
      handle: async (session) => ({
        ...(await opretSag(session, this.blindIndex, request.aktoer.kommune, {
          barn,
          omraade: krop.omraade,
          grund: krop.grund,
          oprettet: krop.oprettet,
        })),
        advarsler: cprAdvarsler(barn),
      }),
    });
  }

  @Get()
  @Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
  @Opslagsrute({
    sammenfatning: 'Sager, de nyeste først',
    beskrivelse: 'Uden navne. Hvert barn, der vises, skrives i adgangsloggen.',
    svar: SagPost,
    liste: true,
  })
  async listSager(@Opslag() q: QueryRequest, @Query() valg: Sagsvalg): Promise<Side<SagPost>> {
    const fundet = await this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => listSager(sql, q.aktoer.kommune, valg),
      accessed: ({ poster }) => poster.map(({ barnId, sagId }) => ({ barnId, sagId })),
    });
    return medPoster(fundet, fundet.poster.map(visRaekke));
  }

  @Get(':id')
  @Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'En sag med overdragelser og enkeltsager',
    beskrivelse: 'Læsningen skrives i adgangsloggen. Kan vises, som den var kendt på et tidligere tidspunkt.',
    svar: SagVisning,
  })
  hentSag(@Opslag() q: QueryRequest, @Param('id') id: string, @Query() valg: KendtPr): Promise<SagVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const visning = visSag(
          await kendtStroem(this.store, {
            kommune: q.aktoer.kommune,
            kind: sagDecider.kind,
            id,
            kendtPr: valg.kendtPr,
          }),
        );
        if (visning === undefined) throw ikkeFundet('sag', id);
        return visning;
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post(':id/tildeling')
  @Adgang('teamleder', 'modtagelse', 'system')
  @Kommandorute({
    sammenfatning: 'Tildel sagen til en sagsbehandler',
    beskrivelse:
      'Fordelingen af en sag, der ikke er under overdragelse. Skal den skifte hænder med et notat, bruges en overdragelse.',
    svar: SagSvar,
  })
  tildelSag(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Body() krop: TildelingAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const fratraadt = await this.fratraadte(q);
      await session.decide(sagDecider, id, { type: 'TildelSag', ...krop, fratraadt }, { mustExist: true });
    });
  }

  @Post(':id/overdragelser')
  @Kommandorute({
    sammenfatning: 'Foreslå en overdragelse',
    beskrivelse:
      'Sagsbehandleren er uændret, indtil modtageren har accepteret. Notatet er påkrævet: en sag må ikke overdrages blindt.',
    svar: OverdragelseSvar,
  })
  foreslaaOverdragelse(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Body() krop: OverdragelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const overdragelseId = session.context.nytId();
        const fratraadt = await this.fratraadte(q);
        await session.decide(
          sagDecider,
          id,
          { type: 'ForeslaaOverdragelse', overdragelseId, ...krop, fratraadt },
          { mustExist: true },
        );
        return { sagId: id, overdragelseId };
      },
    });
  }

  @Post(':id/overdragelser/:overdragelseId/accept')
  @Kommandorute({
    sammenfatning: 'Acceptér en overdragelse',
    beskrivelse: 'Kun modtageren kan acceptere. Fra da af er modtageren sagsbehandler.',
    svar: SagSvar,
  })
  accepterOverdragelse(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('overdragelseId') overdragelseId: string,
    @Body() krop: AcceptAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const fratraadt = await this.fratraadte(q);
      const { accepteret } = krop;
      const accept = { type: 'AccepterOverdragelse', overdragelseId, accepteret, fratraadt } as const;
      await session.decide(sagDecider, id, accept, { mustExist: true });
    });
  }

  @Post(':id/overdragelser/:overdragelseId/afvisning')
  @Kommandorute({
    sammenfatning: 'Afvis en overdragelse',
    beskrivelse:
      'Modtageren kan afvise, afsenderen kan trække tilbage, og en teamleder kan gribe ind. Sagsbehandleren er uændret.',
    svar: SagSvar,
  })
  afvisOverdragelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('overdragelseId') overdragelseId: string,
    @Body() krop: OverdragelsesafvisningAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'AfvisOverdragelse', overdragelseId, ...krop });
  }

  @Post(':id/omraade')
  @Kommandorute({
    sammenfatning: 'Flyt sagen til et andet område',
    beskrivelse: 'Fra en dato. Tal på tidligere datoer er uændrede.',
    svar: SagSvar,
  })
  aendrOmraade(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OmraadeAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => aendrOmraade(session, id, { ...krop }));
  }

  @Post(':id/lukning')
  @Kommandorute({
    sammenfatning: 'Luk sagen',
    beskrivelse:
      'Kan ikke ske, mens en underretning ikke er vurderet, en undersøgelse eller en indsats er i gang, en søskendes anbringelse kræver en undersøgelse af barnet, som ikke er begyndt (BL § 21, stk. 2), Ankestyrelsen har hjemvist eller ændret en afgørelse, og det ikke er fulgt, eller en overdragelse venter; svaret siger, hvad der mangler. Barnets gældende planer i sagen slutter med den.',
    svar: SagSvar,
  })
  lukSag(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: LukningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => lukSag(session, id, { ...krop }, this.slutning));
  }

  @Post(':id/genaabning')
  @Kommandorute({
    sammenfatning: 'Genåbn en lukket sag',
    beskrivelse:
      'Kan ikke ske, når barnet har fået en ny åben sag på området. Er sagsbehandleren fratrådt, er sagen uden sagsbehandler, til den tildeles.',
    svar: SagSvar,
  })
  genaabnSag(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Body() krop: GenaabningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) =>
      genaabnSag(session, id, { ...krop, fratraadt: await this.fratraadte(q) }),
    );
  }

  private fratraadte(q: QueryRequest): Promise<Fratraadt> {
    const { kommune } = q.aktoer;
    return this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => hentFratraadte(sql, kommune, { iDag: lokalDato(this.ur.nu()) }),
      accessed: () => [],
    });
  }

  private beslut(request: RequestContext, id: string, kommando: SagKommando): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(sagDecider, id, kommando, { mustExist: true });
    });
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, KONTEKST, { sagId: id }, handling);
  }
}
