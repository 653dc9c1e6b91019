import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
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
  aabnEnkeltsag,
  afslutEnkeltsag,
  kraevAabenSag,
  underretningDecider,
} from '../../sagsstyring/sagsstyring.public.js';
import { listUndersoegelser, Undersoegelsespost } from '../undersoegelser/undersoegelser.query.js';
import { gengiv, type StroemEvent } from './gengivelse.js';
import { kraevUndersoegelse, udfoerPaaUndersoegelse } from './udfoerelse.js';
import { undersoegelseDecider } from './undersoegelse.js';
import {
  AfbrydelseAnmodning,
  BfuAnmodning,
  GodkendelseAnmodning,
  OpmaerksomhedsrettelseAnmodning,
  UndersoegelseSvar,
} from './undersoegelse.dto.js';
import { UndersoegelseVisning } from './undersoegelse.visning.js';

/** The investigation as a whole: decided, read, approved or stopped. */
@ApiTags('undersøgelser')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class UndersoegelseController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('sager/:id/undersoegelser')
  @Placering((svar) => `/undersoegelser/${String(svar['bfuId'])}`)
  @Kommandorute({
    sammenfatning: 'Beslut en børnefaglig undersøgelse',
    beskrivelse:
      'Åbner undersøgelsen i sagen. Fristen på 4 måneder løber fra den dag, kommunen blev opmærksom på behovet, ikke fra afgørelsen. Der kan kun være én undersøgelse i gang i en sag.',
    svar: UndersoegelseSvar,
  })
  beslutUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: BfuAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: (svar) => String(svar['bfuId']),
      handle: async (session) => {
        const sag = await kraevAabenSag(session, sagId);
        if (krop.underretningId !== undefined) await kraevUnderretningOm(session, krop.underretningId, sag.barnId);
        const bfuId = session.context.nytId();
        await session.decide(undersoegelseDecider, bfuId, {
          type: 'BeslutBfu',
          ...krop,
          bfuId,
          sagId,
          barnId: sag.barnId,
          regime: this.lov.regime(krop.afgoerelseDato),
          igangvaerende: Object.entries(sag.enkeltsager).flatMap(([id, { art }]) => (art === 'bfu' ? [id] : [])),
        });
        await aabnEnkeltsag(session, sagId, { enkeltsagId: bfuId, art: 'bfu', aabnet: krop.afgoerelseDato });
        return { bfuId };
      },
    });
  }

  @Get('sager/:id/undersoegelser')
  @Opslagsrute({
    sammenfatning: 'Sagens undersøgelser, de nyeste først',
    beskrivelse: 'Id, fase og datoer. Indholdet hentes for hver undersøgelse.',
    svar: Undersoegelsespost,
    liste: true,
  })
  listUndersoegelser(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Sidevalg,
  ): Promise<Side<Undersoegelsespost>> {
    return this.opslag.run(q, {
      context: 'ics',
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listUndersoegelser(sql, q.aktoer.kommune, sagId, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('undersoegelser/:id')
  @Opslagsrute({
    sammenfatning: 'En undersøgelse med alt, hvad den rummer',
    beskrivelse:
      'Fase, temaer, udtalelser, samtaler, fund, analyse og konklusion, og hvad der mangler med paragraf, før den kan godkendes. Læsningen skrives i adgangsloggen. Fristerne ses under `frister`.',
    svar: UndersoegelseVisning,
  })
  async hentUndersoegelse(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<UndersoegelseVisning> {
    const visning = await this.opslag.run(q, {
      context: 'ics',
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: undersoegelseDecider.kind, id, ...valg });
        const u = fold(undersoegelseDecider, stroem);
        if (u.fase === 'findes-ikke') throw ikkeFundet('undersoegelse', id);
        const kraevede = this.lov.koder('temaer', u.afgoerelseDato).filter((tema) => tema.paakraevet);
        // Its kind says that the stream holds this decider's events only.
        return gengiv(
          stroem as readonly unknown[] as readonly StroemEvent[],
          u,
          this.ur.iDag(),
          kraevede.map((t) => t.kode),
        );
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
    reply.header('ETag', `"${String(visning.version)}"`);
    return visning;
  }

  @Post('undersoegelser/:id/godkendelse')
  @Adgang('teamleder', 'system')
  @Kommandorute({
    sammenfatning: 'Godkend konklusionen og afslut undersøgelsen',
    beskrivelse:
      'Kun en teamleder kan godkende. Mangler der noget, siger svaret hvad og efter hvilken paragraf. Enkeltsagen afsluttes i sagen.',
    svar: UndersoegelseSvar,
  })
  godkendUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: GodkendelseAnmodning,
  ): Promise<CommandResult> {
    return this.afslut(request, id, { type: 'GodkendBfu', ...krop });
  }

  @Post('undersoegelser/:id/afbrydelse')
  @Kommandorute({
    sammenfatning: 'Afbryd undersøgelsen',
    beskrivelse:
      'Undersøgelsen slutter uden konklusion, for eksempel fordi familien er flyttet. Enkeltsagen afsluttes i sagen.',
    svar: UndersoegelseSvar,
  })
  afbrydUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AfbrydelseAnmodning,
  ): Promise<CommandResult> {
    return this.afslut(request, id, { type: 'AfbrydBfu', ...krop });
  }

  @Post('undersoegelser/:id/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret opmærksomhedsdatoen',
    beskrivelse:
      'Når den dag, kommunen blev opmærksom på behovet, er registreret forkert. Fristerne regnes om, det, der har opfyldt dem, står ved magt, og fristoversigten viser både den gamle og den nye. Kan også ske, når undersøgelsen er afsluttet.',
    svar: UndersoegelseSvar,
  })
  retUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OpmaerksomhedsrettelseAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, { type: 'RetOpmaerksomhed', ...krop });
  }

  private afslut(
    request: RequestContext,
    id: string,
    kommando: ({ type: 'GodkendBfu' } & GodkendelseAnmodning) | ({ type: 'AfbrydBfu' } & AfbrydelseAnmodning),
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const { sagId } = await kraevUndersoegelse(session, id);
        const { indsatser } = await kraevAabenSag(session, sagId);
        const igangvaerendeIndsatser = Object.entries(indsatser)
          .filter(([, { fra, til }]) => fra <= kommando.dato && (til === null || til > kommando.dato))
          .map(([indsatsId, { fra }]) => ({ indsatsId, ivaerksatDato: fra }));
        await session.decide(
          undersoegelseDecider,
          id,
          kommando.type === 'GodkendBfu' ? { ...kommando, igangvaerendeIndsatser } : kommando,
        );
        await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: kommando.dato });
        return { bfuId: id };
      },
    });
  }
}

async function kraevUnderretningOm(session: CommandSession, underretningId: string, barnId: string): Promise<void> {
  const { state } = await session.state(underretningDecider, underretningId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('underretning', underretningId);
  if (state.barnId !== barnId) {
    throw new Afvist('andet-barn', 'Underretningen handler om et andet barn end sagen.', { felt: 'underretningId' });
  }
}
