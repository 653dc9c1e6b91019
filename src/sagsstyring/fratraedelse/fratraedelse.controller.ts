import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { medPoster, type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { sagDecider } from '../sag/sag.js';
import {
  FratraedelseAnmodning,
  FratraedelsePost,
  FratraedelseSvar,
  Fratraedelsesvalg,
  FratraedelseVisning,
  ModtagervalgAnmodning,
  TilbagetraekningAnmodning,
  visFratraedelse,
} from './fratraedelse.dto.js';
import { type BegyndtFratraedelse, fratraedelseDecider, fratraedelsesId } from './fratraedelse.js';
import { foreslaaFordeling, hentFratraedelse, listFratraedelser, udestaar } from './fratraedelse.query.js';
import { foreslaaPost, traekForslag } from './udsendelse.js';

const KONTEKST = 'sagsstyring';

@ApiTags('fratrædelser')
@Controller('fratraedelser')
@Adgang('teamleder')
export class FratraedelseController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Post()
  @Placering((svar) => `/fratraedelser/${String(svar['fratraedelseId'])}`)
  @Kommandorute({
    sammenfatning: 'Forbered overdragelsen af en hel sagsstamme',
    beskrivelse:
      'Når en sagsbehandler fratræder: lister de åbne sager med en foreslået modtager for hver. Intet er sendt endnu; forslagene kan ses og ændres, før de sendes ud. Ansvaret er uændret, til hver modtager har accepteret.',
    svar: FratraedelseSvar,
  })
  opretFratraedelse(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Body() krop: FratraedelseAnmodning,
  ): Promise<CommandResult> {
    const { sagsbehandler, sidsteDag, modtagere } = krop;
    const { kommune } = request.aktoer;
    return this.udfoer(request, fratraedelsesId(sagsbehandler, sidsteDag), async (session, fratraedelseId) => {
      const position = await this.store.head(kommune);
      const { sager, iGang, indgaaende } = await this.opslag.run(
        { ...q, waitForPosition: position },
        {
          context: KONTEKST,
          read: (sql) => foreslaaFordeling(sql, kommune, sagsbehandler, modtagere),
          accessed: ({ adgang }) => adgang.map(({ barnId, sagId }) => ({ barnId, sagId })),
        },
      );
      await session.decide(fratraedelseDecider, fratraedelseId, {
        type: 'OpretFratraedelse',
        ...{ fratraedelseId, sagsbehandler, sidsteDag, position, sager, iGang, indgaaende },
      });
    });
  }

  @Get()
  @Opslagsrute({
    sammenfatning: 'Fratrædelser, de seneste først',
    beskrivelse: 'Uden oplysninger om børn.',
    svar: FratraedelsePost,
    liste: true,
  })
  async listFratraedelser(
    @Opslag() q: QueryRequest,
    @Query() valg: Fratraedelsesvalg,
  ): Promise<Side<FratraedelsePost>> {
    const fundet = await this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => listFratraedelser(sql, q.aktoer.kommune, valg),
      accessed: () => [],
    });
    return medPoster(
      fundet,
      fundet.poster.map((post) => ({ ...post })),
    );
  }

  @Get(':id')
  @Opslagsrute({
    sammenfatning: 'Hvor langt er overdragelsen, og hvad mangler?',
    beskrivelse:
      'Hver sag med modtager og svar, hvor langt udsendelsen er, og hvilke sager der stadig ingen modtager har, som har accepteret. Sager, der er kommet til siden, er med. Hvert barn, der vises, skrives i adgangsloggen.',
    svar: FratraedelseVisning,
  })
  async hentFratraedelse(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<FratraedelseVisning> {
    const billede = await this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => hentFratraedelse(sql, this.store, q.aktoer.kommune, id),
      accessed: ({ sager, indgaaende, underretninger }) => [
        ...[...sager, ...indgaaende].map(({ barnId, sagId }) => ({ barnId, sagId })),
        ...underretninger.map(({ barnId }) => ({ barnId })),
      ],
    });
    return visFratraedelse(billede);
  }

  @Post(':id/modtagere')
  @Kommandorute({
    sammenfatning: 'Vælg, hvem der skal overtage en sag',
    beskrivelse:
      'Før udsendelsen ændres forslaget. Efter udsendelsen – når en modtager har afvist, eller ikke svarer, eller en sag er kommet til – foreslås overdragelsen straks for den nye modtager; et forslag, der venter på svar, trækkes tilbage.',
    svar: FratraedelseSvar,
  })
  vaelgModtager(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ModtagervalgAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const { sagId, til, tilTeam } = krop;
      const f = await kraevFratraedelse(session, id);
      const { state: sag } = await session.state(sagDecider, sagId);
      if (sag.fase === 'findes-ikke') throw ikkeFundet('sag', sagId);
      await session.decide(fratraedelseDecider, id, {
        type: 'VaelgModtager',
        ...{ sagId, til },
        ...(tilTeam === undefined ? {} : { tilTeam }),
      });
      if (f.fase !== 'udsendt') return;
      await traekForslag(session, f, sagId, til);
      await foreslaaPost(session, f, { sagId, til, tilTeam: tilTeam ?? null });
    });
  }

  @Post(':id/udsendelse')
  @Kommandorute({
    sammenfatning: 'Send overdragelserne ud til modtagerne',
    beskrivelse:
      'Hver sag foreslås sin modtager, én ad gangen og hver for sig: det, der er sendt, står ved magt, også hvis arbejdet afbrydes, og det fortsætter, hvor det slap. Følg fremdriften på fratrædelsen. Modtageren accepterer eller afviser på sagen.',
    svar: FratraedelseSvar,
  })
  udsendFratraedelse(@Anmodning() request: RequestContext, @Param('id') id: string): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(fratraedelseDecider, id, { type: 'UdsendFratraedelse' }, { mustExist: true });
    });
  }

  @Post(':id/afslutning')
  @Kommandorute({
    sammenfatning: 'Afslut fratrædelsen',
    beskrivelse:
      'Kan først ske, når hver sag har en modtager, der har accepteret, eller er lukket, og ingen overdragelse til den, der fratræder, venter på svar. Svaret siger, hvilke der mangler. Derefter kan ingen sag tildeles eller overdrages til den, der er fratrådt; kommer der alligevel en, kan samme fratrædelse forberedes igen.',
    svar: FratraedelseSvar,
  })
  afslutFratraedelse(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const { kommune } = request.aktoer;
      const position = await this.store.head(kommune);
      const billede = await this.opslag.run(
        { ...q, waitForPosition: position },
        {
          context: KONTEKST,
          read: (sql) => hentFratraedelse(sql, this.store, kommune, id),
          accessed: ({ sager, indgaaende }) =>
            [...sager.filter(udestaar), ...indgaaende].map(({ barnId, sagId }) => ({ barnId, sagId })),
        },
      );
      const udestaaende = billede.sager.filter(udestaar).map(({ sagId }) => sagId);
      const indgaaende = billede.indgaaende.map(({ sagId }) => sagId);
      const afslut = { type: 'AfslutFratraedelse', udestaaende, indgaaende } as const;
      await session.decide(fratraedelseDecider, id, afslut, { mustExist: true });
    });
  }

  @Post(':id/tilbagetraekning')
  @Kommandorute({
    sammenfatning: 'Træk fratrædelsen tilbage',
    beskrivelse:
      'Når sagsbehandleren alligevel bliver, eller er vendt tilbage: igen kan sager tildeles. Overdragelser, der er foreslået, står ved magt, til de er besvaret.',
    svar: FratraedelseSvar,
  })
  traekFratraedelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: TilbagetraekningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const traek = { type: 'TraekFratraedelse', begrundelse: krop.begrundelse } as const;
      await session.decide(fratraedelseDecider, id, traek, { mustExist: true });
    });
  }

  private udfoer(
    request: RequestContext,
    fratraedelseId: string,
    handling: (session: CommandSession, id: string) => Promise<void>,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => fratraedelseId,
      handle: async (session) => {
        await handling(session, fratraedelseId);
        return { fratraedelseId };
      },
    });
  }
}

async function kraevFratraedelse(session: CommandSession, id: string): Promise<BegyndtFratraedelse> {
  const { state } = await session.state(fratraedelseDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('fratraedelse', id);
  return state;
}
