import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { kraevAfgoerelseISagen } from '../afgoerelse/traeffelse.js';
import { aabnEnkeltsag, afslutEnkeltsag, kraevAabenSag } from '../sag/enkeltsag.js';
import {
  AnsoegningAnmodning,
  AnsoegningsafgoerelseAnmodning,
  AnsoegningsscreeningAnmodning,
  AnsoegningsrettelseAnmodning,
  AnsoegningSvar,
  AnsoegningVisning,
  SagsbehandlingsbeskedAnmodning,
} from './ansoegning.dto.js';
import { ansoegningDecider, type AnsoegningKommando, type ModtagetAnsoegning } from './ansoegning.js';

const KONTEKST = 'sagsstyring';

/** A family's own application for support. */
@ApiTags('ansøgninger')
@Controller()
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
export class AnsoegningController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post('sager/:id/ansoegninger')
  @Placering((svar) => `/ansoegninger/${String(svar['ansoegningId'])}`)
  @Kommandorute({
    sammenfatning: 'Registrér en ansøgning om støtte',
    beskrivelse:
      'Med kommunens offentliggjorte frist for svaret (RSL § 3, stk. 2). Åbner en enkeltsag; sagen kan ikke lukkes, før der er svaret.',
    svar: AnsoegningSvar,
  })
  modtagAnsoegning(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: AnsoegningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['ansoegningId']),
      handle: async (session) => {
        const { barnId } = await kraevAabenSag(session, sagId);
        await kraevPerson(session, krop.ansoegerId);
        const ansoegningId = session.context.nytId();
        await session.decide(
          ansoegningDecider,
          ansoegningId,
          {
            type: 'ModtagAnsoegning',
            ...krop,
            ...{ ansoegningId, sagId, barnId },
            regime: this.lov.regime(krop.modtaget),
          },
          { expected: 0 },
        );
        await aabnEnkeltsag(session, sagId, { enkeltsagId: ansoegningId, art: 'ansoegning', aabnet: krop.modtaget });
        return { ansoegningId };
      },
    });
  }

  @Get('ansoegninger/:id')
  @Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'En ansøgning med screening og svar',
    beskrivelse: 'Læsningen skrives i adgangsloggen.',
    svar: AnsoegningVisning,
  })
  hentAnsoegning(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
  ): Promise<AnsoegningVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: ansoegningDecider.kind, id, ...valg });
        const a = fold(ansoegningDecider, stroem);
        if (a.fase === 'findes-ikke') throw ikkeFundet('ansoegning', id);
        return { ...a, beskeder: [...a.beskeder], version: stroem.length };
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('ansoegninger/:id/screening')
  @Kommandorute({
    sammenfatning: 'Screen ansøgningen',
    beskrivelse:
      'Barnets lov kræver screening i alle sager, også ansøgninger (BL § 18, stk. 1-2). Under serviceloven kan sporet vælges, men loven kræver det ikke.',
    svar: AnsoegningSvar,
  })
  screenAnsoegning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnsoegningsscreeningAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'ScreenAnsoegning', ...krop });
  }

  @Post('ansoegninger/:id/beskeder')
  @Kommandorute({
    sammenfatning: 'Registrér besked om, hvornår afgørelsen ventes',
    beskrivelse: 'Skriftligt, når fristen ikke kan holdes (RSL § 3, stk. 2). Dagen bliver en ny frist.',
    svar: AnsoegningSvar,
  })
  sendSagsbehandlingsbesked(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SagsbehandlingsbeskedAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'SendBesked', ...krop });
  }

  @Post('ansoegninger/:id/afgoerelse')
  @Adgang('sagsbehandler', 'teamleder', 'system')
  @Kommandorute({
    sammenfatning: 'Registrér svaret på ansøgningen',
    beskrivelse:
      'Peger på afgørelsen i sagen, truffet efter ansøgningen og senest svarets dag, medmindre den er trukket. Under barnets lov skal den være screenet. Afslutter enkeltsagen.',
    svar: AnsoegningSvar,
  })
  afgoerAnsoegning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnsoegningsafgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session, { sagId }) => {
      const afgoerelsesdato =
        krop.afgoerelseId === undefined
          ? undefined
          : (await kraevAfgoerelseISagen(session, krop.afgoerelseId, sagId)).dato;
      await session.decide(ansoegningDecider, id, {
        ...{ type: 'AfgoerAnsoegning', ...krop },
        ...(afgoerelsesdato === undefined ? {} : { afgoerelsesdato }),
      });
      await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: krop.dato });
    });
  }

  @Post('ansoegninger/:id/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen, hvor ansøgningen kom',
    beskrivelse:
      'Når den er registreret forkert. Kommunens egen frist for svaret angives på ny, for den regnes fra den rigtige dag.',
    svar: AnsoegningSvar,
  })
  retAnsoegningsmodtagelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() { dato: modtaget, svarSenest, begrundelse }: AnsoegningsrettelseAnmodning,
  ): Promise<CommandResult> {
    const regime = this.lov.regime(modtaget);
    return this.beslut(request, id, { type: 'RetModtagelse', modtaget, svarSenest, regime, begrundelse });
  }

  private beslut(request: RequestContext, id: string, kommando: AnsoegningKommando): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(ansoegningDecider, id, kommando);
    });
  }

  private udfoer(
    request: RequestContext,
    id: string,
    handling: (session: CommandSession, ansoegning: ModtagetAnsoegning) => Promise<void>,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { state } = await session.state(ansoegningDecider, id);
        if (state.fase === 'findes-ikke') throw ikkeFundet('ansoegning', id);
        await handling(session, state);
        return { ansoegningId: id };
      },
    });
  }
}
