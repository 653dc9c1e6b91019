import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway, type Handling } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { TidspunktrettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { Delforloebspost, Delforloebsvalg, listDelforloeb } from '../delforloeb/delforloeb.query.js';
import {
  BortfaldAnmodning,
  ForeloebigIvaerksaettelseAnmodning,
  ForeloebigMeddelelseAnmodning,
  FormandsafgoerelseAnmodning,
  FormandsafgoerelseSvar,
  FormandsafgoerelseVisning,
  OphaevelseAnmodning,
} from './formandsafgoerelse.dto.js';
import {
  afslutFormandsafgoerelse,
  ivaerksaetForeloebig,
  retIvaerksaettelse,
  traefForeloebig,
} from './formandsafgoerelse_forloeb.js';
import { formandsafgoerelseDecider, type FormandsafgoerelseKommando } from './formandsafgoerelse.js';
import { bortfald } from './tilstand.js';

const KONTEKST = 'sagsstyring';

/** The chairman's provisional decisions: made when a child cannot wait, and gone by themselves when nobody follows up. */
@ApiTags('børne- og ungeudvalg')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'formand', 'system')
export class FormandsafgoerelseController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('sager/:id/formandsafgoerelser')
  @Adgang('formand')
  @Placering((svar) => `/formandsafgoerelser/${String(svar['formandsafgoerelseId'])}`)
  @Kommandorute({
    sammenfatning: 'Træf en foreløbig afgørelse',
    beskrivelse:
      'Kun udvalgets formand eller næstformand, når hensynet til barnets øjeblikkelige behov ikke kan vente (SEL § 75, BL § 143). Åbner en enkeltsag.',
    svar: FormandsafgoerelseSvar,
  })
  traefForeloebigAfgoerelse(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: FormandsafgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['formandsafgoerelseId']),
      handle: async (session) => ({ formandsafgoerelseId: await traefForeloebig(session, this.lov, sagId, krop) }),
    });
  }

  @Get('sager/:id/formandsafgoerelser')
  @Adgang('sagsbehandler', 'teamleder', 'system')
  @Opslagsrute({
    sammenfatning: 'Sagens foreløbige afgørelser, de nyeste først',
    beskrivelse: 'Id, slags, tilstand og datoer.',
    svar: Delforloebspost,
    liste: true,
  })
  listFormandsafgoerelser(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Delforloebsvalg,
  ): Promise<Side<Delforloebspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listDelforloeb(sql, q.aktoer.kommune, { art: 'formandsafgoerelse', sagId }, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('formandsafgoerelser/:id')
  @Adgang('sagsbehandler', 'teamleder', 'buu-sekretaer', 'formand', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'En foreløbig afgørelse',
    beskrivelse: 'Med de dage, den skal være godkendt og afløst. Læsningen skrives i adgangsloggen.',
    svar: FormandsafgoerelseVisning,
  })
  hentFormandsafgoerelse(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
  ): Promise<FormandsafgoerelseVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: formandsafgoerelseDecider.kind, id, ...valg });
        const f = fold(formandsafgoerelseDecider, stroem);
        if (f.fase === 'findes-ikke') throw ikkeFundet('formandsafgoerelse', id);
        const bortfaldet = f.fase === 'bortfaldet' || bortfald(f, this.ur.iDag()) !== null;
        return { ...f, parter: [...f.parter], bortfaldet, version: stroem.length };
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('formandsafgoerelser/:id/ivaerksaettelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at den foreløbige afgørelse er sat i værk',
    beskrivelse:
      'Herfra løber 24 timer til skriftlig meddelelse, 7 dage til udvalgets godkendelse (dagen selv er dag 1, søn- og helligdage tæller med) og 1 måned til den endelige afgørelse.',
    svar: FormandsafgoerelseSvar,
  })
  ivaerksaetForeloebigAfgoerelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ForeloebigIvaerksaettelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => ivaerksaetForeloebig(session, this.lov, id, krop.ivaerksat));
  }

  @Post('formandsafgoerelser/:id/ivaerksaettelse/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret tidspunktet for iværksættelsen',
    beskrivelse:
      'Når det er registreret forkert. 24 timer, 7 dage og 1 måned regnes om; det, der er meddelt og godkendt, står ved magt, og fristoversigten viser både det gamle og det nye.',
    svar: FormandsafgoerelseSvar,
  })
  retForeloebigIvaerksaettelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: TidspunktrettelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => retIvaerksaettelse(session, this.lov, id, krop));
  }

  @Post('formandsafgoerelser/:id/meddelelser')
  @Kommandorute({
    sammenfatning: 'Registrér den skriftlige meddelelse til en part',
    beskrivelse:
      'Inden 24 timer, med vejledning om akter, advokat og udtalelse. En sen meddelelse registreres også; fristoversigten viser, at den kom for sent.',
    svar: FormandsafgoerelseSvar,
  })
  meddelForeloebigAfgoerelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ForeloebigMeddelelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => this.decide(session, id, { type: 'MeddelForeloebig', ...krop }));
  }

  @Post('formandsafgoerelser/:id/ophaevelse')
  @Adgang('formand')
  @Kommandorute({
    sammenfatning: 'Ophæv den foreløbige afgørelse',
    beskrivelse: 'Kun formanden. Afslutter enkeltsagen. Udvalgets nej til at godkende den registreres på BUU-sagen.',
    svar: FormandsafgoerelseSvar,
  })
  ophaevForeloebigAfgoerelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OphaevelseAnmodning,
  ): Promise<CommandResult> {
    return this.slut(request, id, { type: 'OphaevForeloebig', ...krop });
  }

  @Post('formandsafgoerelser/:id/bortfald')
  @Kommandorute({
    sammenfatning: 'Notér, at den foreløbige afgørelse er bortfaldet',
    beskrivelse:
      'Afgørelsen bortfalder af sig selv på ottende dag uden godkendelse og efter en måned uden en endelig afgørelse. Her noteres det, og hvad der sker med barnet.',
    svar: FormandsafgoerelseSvar,
  })
  noterBortfald(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BortfaldAnmodning,
  ): Promise<CommandResult> {
    return this.slut(request, id, { type: 'NoterBortfald', ...krop });
  }

  private slut(
    request: RequestContext,
    id: string,
    kommando: Extract<FormandsafgoerelseKommando, { type: 'OphaevForeloebig' | 'NoterBortfald' }>,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await this.decide(session, id, kommando);
      await afslutFormandsafgoerelse(session, id, kommando.dato);
    });
  }

  private async decide(session: CommandSession, id: string, kommando: FormandsafgoerelseKommando): Promise<void> {
    await session.decide(formandsafgoerelseDecider, id, kommando, { mustExist: true });
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, KONTEKST, { formandsafgoerelseId: id }, handling);
  }
}
