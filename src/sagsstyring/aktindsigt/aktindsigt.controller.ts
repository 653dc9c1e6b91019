import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway, type Handling } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { DatorettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { Delforloebspost, Delforloebsvalg, listDelforloeb } from '../delforloeb/delforloeb.query.js';
import {
  AktindsigtAfgoerelseAnmodning,
  AktindsigtAnmodetSvar,
  AktindsigtAnmodning,
  AktindsigtSvar,
  AktindsigtVisning,
  FristbrevAnmodning,
  GdprForlaengelseAnmodning,
  TidsklageAnmodning,
  TidsklagevideresendelseAnmodning,
} from './aktindsigt.dto.js';
import { afgoerAktindsigt, anmodAktindsigt, modtagTidsklage, retAktindsigtmodtagelse } from './aktindsigt_forloeb.js';
import { aktindsigtDecider, type AktindsigtKommando } from './aktindsigt.js';

const KONTEKST = 'sagsstyring';

/** Requests for access to a child's case, by parties, by others and by those who are registered in it. */
@ApiTags('aktindsigt')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class AktindsigtController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post('sager/:id/aktindsigter')
  @Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
  @Placering((svar) => `/aktindsigter/${String(svar['aktindsigtId'])}`)
  @Kommandorute({
    sammenfatning: 'Registrér en anmodning om aktindsigt',
    beskrivelse:
      'Om en person er part, regner systemet ud af alder og forældremyndighed den dag. Svaret skal gives snarest og senest om 7 arbejdsdage; en registreret skal have svar inden 1 måned. Åbner en enkeltsag, også i en lukket sag.',
    svar: AktindsigtAnmodetSvar,
  })
  anmodAktindsigt(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: AktindsigtAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['aktindsigtId']),
      handle: (session) => anmodAktindsigt(session, this.lov, request.aktoer.kommune, sagId, krop),
    });
  }

  @Get('sager/:id/aktindsigter')
  @Opslagsrute({
    sammenfatning: 'Sagens anmodninger om aktindsigt, de nyeste først',
    beskrivelse: 'Id, tilstand og datoer.',
    svar: Delforloebspost,
    liste: true,
  })
  listAktindsigter(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Delforloebsvalg,
  ): Promise<Side<Delforloebspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listDelforloeb(sql, q.aktoer.kommune, { art: 'aktindsigt', sagId }, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('aktindsigter/:id')
  @Adgang('sagsbehandler', 'teamleder', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'En anmodning om aktindsigt med svar',
    beskrivelse: 'Læsningen skrives i adgangsloggen.',
    svar: AktindsigtVisning,
  })
  hentAktindsigt(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
  ): Promise<AktindsigtVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: aktindsigtDecider.kind, id, ...valg });
        const a = fold(aktindsigtDecider, stroem);
        if (a.fase === 'findes-ikke') throw ikkeFundet('aktindsigt', id);
        return { ...a, fristbreve: [...a.fristbreve], version: stroem.length };
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('aktindsigter/:id/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen, hvor der blev bedt om aktindsigt',
    beskrivelse:
      'Når den er registreret forkert. Svarfristen regnes om, også en, der er forlænget; fristoversigten viser både den gamle og den nye.',
    svar: AktindsigtSvar,
  })
  retAktindsigtmodtagelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: DatorettelseAnmodning,
  ): Promise<CommandResult> {
    const { kommune } = request.aktoer;
    return this.udfoer(request, id, (session) => retAktindsigtmodtagelse(session, this.lov, kommune, id, krop));
  }

  @Post('aktindsigter/:id/fristbreve')
  @Kommandorute({
    sammenfatning: 'Registrér et fristbrev',
    beskrivelse:
      'Når svaret ikke kan gives inden 7 arbejdsdage: begrundelse og hvornår det ventes (offentlighedsloven § 36, stk. 2). Dagen bliver en ny frist.',
    svar: AktindsigtSvar,
  })
  sendFristbrev(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: FristbrevAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'SendFristbrev', ...krop });
  }

  @Post('aktindsigter/:id/forlaengelse')
  @Kommandorute({
    sammenfatning: 'Forlæng fristen for den registrerede',
    beskrivelse:
      'Med to måneder, begrundet, og med besked inden 1 måned (databeskyttelsesforordningen art. 12, stk. 3).',
    svar: AktindsigtSvar,
  })
  forlaengGdprFrist(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: GdprForlaengelseAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'ForlaengGdpr', ...krop });
  }

  @Post('aktindsigter/:id/afgoerelse')
  @Kommandorute({
    sammenfatning: 'Afgør anmodningen',
    beskrivelse:
      'Delvis aktindsigt og afslag kræver begrundelse og klagevejledning. Andres beskyttede adresser skal være skjult (CPR-loven § 28). Afslutter enkeltsagen.',
    svar: AktindsigtSvar,
  })
  afgoerAktindsigt(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AktindsigtAfgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => afgoerAktindsigt(session, this.lov, id, krop));
  }

  @Post('aktindsigter/:id/tidsklage')
  @Kommandorute({
    sammenfatning: 'Registrér en klage over sagsbehandlingstiden',
    beskrivelse:
      'Kan komme, når der er gået 14 dage uden afgørelse, og skal sendes videre inden 7 arbejdsdage. Den registrerede klager i stedet til Datatilsynet.',
    svar: AktindsigtSvar,
  })
  modtagTidsklage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: TidsklageAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => modtagTidsklage(session, this.lov, id, krop.modtaget));
  }

  @Post('aktindsigter/:id/tidsklage/videresendelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at klagen over sagsbehandlingstiden er sendt videre',
    beskrivelse: 'Til klageinstansen, med en udtalelse.',
    svar: AktindsigtSvar,
  })
  videresendTidsklage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: TidsklagevideresendelseAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'VideresendTidsklage', dato: krop.dato });
  }

  private beslut(request: RequestContext, id: string, kommando: AktindsigtKommando): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(aktindsigtDecider, id, kommando, { mustExist: true });
    });
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, KONTEKST, { aktindsigtId: id }, handling);
  }
}
