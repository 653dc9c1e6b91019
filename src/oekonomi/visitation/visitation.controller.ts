import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { type HttpReply } from '../../platform/http/http-request.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side, Sidevalg } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import {
  samtykkeDecider,
  samtykkestroem,
  visSamtykker,
  type Samtykkeemne,
  type SamtykkeEvent,
} from '../../sagsstyring/sagsstyring.public.js';
import { hundrededele } from '../indsats/antal.js';
import { type Personopslag } from '../samtykke/emner.js';
import { personIHistorik } from '../samtykke/personopslag.js';
import { listVisitationer, Visitationspost } from '../visitationer/visitationer.query.js';
import { gengivVisitation } from './gengivelse.js';
import { emnerPaa, kraevVisitation, senesteDag } from './grundlag.js';
import { erSlut, type BegyndtVisitation } from './tilstand.js';
import { foreslaaIndsats, opgivVisitation, paabegyndVisitation } from './visitation_forloeb.js';
import { visitationDecider } from './visitation.js';
import {
  BegrundetAnmodning,
  FjernelseAnmodning,
  ForslagAnmodning,
  ForslagSvar,
  VisitationAnmodning,
  VisitationSvar,
} from './visitation.dto.js';
import { VisitationVisning } from './visitation_visning.dto.js';
import { type VisitationEvent } from './visitation.events.js';

const KONTEKST = 'oekonomi';

/** The proposal: measures in and out, with what they are expected to cost. */
@ApiTags('visitationer')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class VisitationController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('sager/:id/visitationer')
  @Placering((svar) => `/visitationer/${String(svar['visitationId'])}`)
  @Kommandorute({
    sammenfatning: 'Påbegynd en visitation',
    beskrivelse:
      'Valget af indsats: forslag, pris, godkendelse, samtykke, afgørelse og meddelelse. Åbner en enkeltsag i sagen og kan gentages.',
    svar: VisitationSvar,
  })
  paabegyndVisitation(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: VisitationAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['visitationId']),
      handle: async (session) => ({ visitationId: await paabegyndVisitation(session, sagId, { ...krop }) }),
    });
  }

  @Get('sager/:id/visitationer')
  @Opslagsrute({
    sammenfatning: 'Sagens visitationer, de nyeste først',
    beskrivelse: 'Fase, samlet omkostning og udfald. Indholdet hentes for hver visitation.',
    svar: Visitationspost,
    liste: true,
  })
  listVisitationer(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Sidevalg,
  ): Promise<Side<Visitationspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listVisitationer(sql, q.aktoer.kommune, sagId, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('visitationer/:id')
  @Opslagsrute({
    sammenfatning: 'En visitation',
    beskrivelse:
      'Forslagene med pris hver for sig og samlet, år for år; hvis samtykke der kræves, og hvor det står; og afgørelsen. Læsningen skrives i adgangsloggen.',
    svar: VisitationVisning,
  })
  async hentVisitation(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<VisitationVisning> {
    const visning = await this.opslag.run(q, {
      context: KONTEKST,
      read: () => this.laes(q.aktoer.kommune, id, valg.kendtPr),
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
    reply.header('ETag', `"${String(visning.version)}"`);
    return visning;
  }

  @Post('visitationer/:id/indsatser')
  @Kommandorute({
    sammenfatning: 'Tag en indsats med i forslaget',
    beskrivelse:
      'Den samlede forventede omkostning regnes ud med det samme. En ændring gør godkendelse og samtykke til det tidligere forslag ugyldige.',
    svar: ForslagSvar,
  })
  foreslaaIndsats(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ForslagAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { antal, ...oenske } = krop;
        await kraevVisitation(session, id);
        const antalHundrededele = hundrededele(antal);
        const forslagId = await foreslaaIndsats(session, id, { ...oenske, antalHundrededele }, this.lov);
        return { visitationId: id, forslagId };
      },
    });
  }

  @Post('visitationer/:id/indsatser/:forslagId/fjernelse')
  @Kommandorute({
    sammenfatning: 'Tag en indsats ud af forslaget',
    beskrivelse: 'Omkostningen regnes ud igen.',
    svar: VisitationSvar,
  })
  fjernForslag(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('forslagId') forslagId: string,
    @Body() krop: FjernelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { forslag } = await kraevVisitation(session, id);
        if (!forslag.some((f) => f.forslagId === forslagId)) throw ikkeFundet('forslag', forslagId);
        await session.decide(visitationDecider, id, { type: 'FjernForslag', forslagId, ...krop });
        return { visitationId: id };
      },
    });
  }

  @Post('visitationer/:id/opgivelse')
  @Kommandorute({
    sammenfatning: 'Opgiv visitationen',
    beskrivelse: 'Når der ikke længere er noget at afgøre. En ansøgning afgøres derimod, også når svaret er nej.',
    svar: VisitationSvar,
  })
  opgivVisitation(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BegrundetAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        await opgivVisitation(session, id, { ...krop });
        return { visitationId: id };
      },
    });
  }

  private async laes(kommune: number, id: string, kendtPr: string | undefined): Promise<VisitationVisning> {
    const stroem = await kendtStroem(this.store, { kommune, kind: visitationDecider.kind, id, kendtPr });
    const v = fold(visitationDecider, stroem);
    if (v.fase === 'findes-ikke') throw ikkeFundet('visitation', id);
    const untilPosition = kendtPr === undefined ? undefined : await this.store.positionAt(kommune, kendtPr);
    const til = untilPosition === undefined ? {} : { untilPosition };
    const samtykke = await this.store.load(kommune, samtykkestroem(id), til);
    const dato = v.afgoerelse?.dato ?? (erSlut(v.fase) ? v.aendret : senesteDag(v, this.ur.iDag()));
    const emner = await this.emner(v, dato, personIHistorik(this.store, kommune, til));
    const samtykker = visSamtykker(
      emner,
      fold(samtykkeDecider, samtykke),
      // Its kind says that the stream holds this decider's events only.
      samtykke as readonly unknown[] as readonly SamtykkeEvent[],
      { dato, grundlag: v.nummer },
    );
    return gengivVisitation(stroem as readonly unknown[] as readonly VisitationEvent[], v, samtykker);
  }

  /** What a rule refuses (a date of birth that is missing, a code that has run out) is refused in commands; reading goes on. */
  private async emner(v: BegyndtVisitation, dato: string, hent: Personopslag): Promise<readonly Samtykkeemne[]> {
    try {
      return await emnerPaa(hent, v.barnId, v.forslag, dato, this.lov);
    } catch (nej) {
      if (nej instanceof Afvist) return [];
      throw nej;
    }
  }
}
