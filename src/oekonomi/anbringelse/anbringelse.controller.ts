import { Body, Controller, Get, Inject, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { IndsatsopfoelgningAnmodning } from '../../ics/ics.public.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway, type Handling } from '../../platform/http/gateways.js';
import { type HttpReply } from '../../platform/http/http-request.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side, Sidevalg } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { DatorettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { Anbringelsespost, listAnbringelser } from '../anbringelser/anbringelser.query.js';
import { anbringelseskladde } from '../kladde/dokumenter.js';
import { hentOpfoelgninger, INGEN_OPFOELGNING } from '../indsatser/opfoelgninger.query.js';
import {
  AnbringelseAnmodning,
  AnbringelsesafgoerelseSvar,
  AnbringelsesdatoAnmodning,
  AnbringelsesopfoelgningSvar,
  AnbringelsesophoerAnmodning,
  AnbringelseSvar,
} from './anbringelse.dto.js';
import { anbringelseDecider } from './anbringelse.js';
import { ivaerksaetAnbringelse, ophoerAnbringelse, registrerAnbringelse } from './anbringelse_forloeb.js';
import { AnbringelseVisning } from './anbringelse_visning.dto.js';
import { gengivAnbringelse } from './gengivelse.js';
import { type AnbringelseEvent } from './haendelser.js';
import { foelgAnbringelseOp } from './opfoelgning.js';
import { retAnbringelsesivaerksaettelse } from './rettelse_forloeb.js';

const KONTEKST = 'oekonomi';

/** Placements: decided, started, followed up and ended. */
@ApiTags('anbringelser')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(anbringelseskladde)
export class AnbringelseController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('sager/:id/anbringelser')
  @Placering((svar) => `/anbringelser/${String(svar['anbringelseId'])}`)
  @Kommandorute({
    sammenfatning: 'Registrér en anbringelse, der ikke er afgjort i en visitation',
    beskrivelse:
      'Uden samtykke, efter udvalgets eller formandens afgørelse (SEL §§ 58 og 75, BL §§ 47 og 143), eller døgnophold som ungestøtte efter det fyldte 18. år (SEL § 76, BL § 114). Planen skal gælde før en afgørelse uden samtykke, og stedet skal være godkendt. Med samtykke afgøres anbringelsen i en visitation. Barnet bor ét sted: er det anbragt, eller er en anden anbringelse afgjort for samme tid, svares 409; en, der ikke er begyndt, kan erstattes.',
    svar: AnbringelsesafgoerelseSvar,
  })
  registrerAnbringelse(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: AnbringelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['anbringelseId']),
      handle: async (session) => ({ ...(await registrerAnbringelse(session, sagId, krop, this.lov)) }),
    });
  }

  @Get('sager/:id/anbringelser')
  @Opslagsrute({
    sammenfatning: 'Sagens anbringelser, de nyeste først',
    beskrivelse: 'Id, grundlag, stedets type, tilstand og datoer. Stedet og indholdet hentes for hver anbringelse.',
    svar: Anbringelsespost,
    liste: true,
  })
  listAnbringelser(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Sidevalg,
  ): Promise<Side<Anbringelsespost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listAnbringelser(sql, q.aktoer.kommune, sagId, valg, this.ur.iDag());
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('anbringelser/:id')
  @Opslagsrute({
    sammenfatning: 'En anbringelse',
    beskrivelse:
      'Afgørelsen, stederne, støttepersoner, tilsyn, opfølgning, hjemgivelse og overgang til voksenlivet. Læsningen skrives i adgangsloggen.',
    svar: AnbringelseVisning,
  })
  async hentAnbringelse(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<AnbringelseVisning> {
    const visning = await this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: anbringelseDecider.kind, id, ...valg });
        const a = fold(anbringelseDecider, stroem);
        if (a.fase === 'findes-ikke') throw ikkeFundet('anbringelse', id);
        const til = valg.kendtPr === undefined ? undefined : await this.store.positionAt(kommune, valg.kendtPr);
        const opfulgt = (await hentOpfoelgninger(sql, kommune, [id], til)).get(id) ?? INGEN_OPFOELGNING;
        const iDag = lokalDato(valg.kendtPr ?? this.ur.nu());
        // Its kind says that the stream holds this decider's events only.
        const events = stroem as readonly unknown[] as readonly AnbringelseEvent[];
        const vist = gengivAnbringelse(events, a, { opfulgt, iDag, lov: this.lov });
        if (vist === undefined) throw ikkeFundet('anbringelse', id);
        return vist;
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
    reply.header('ETag', `"${String(visning.version)}"`);
    return visning;
  }

  @Post('anbringelser/:id/ivaerksaettelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at barnet er flyttet ind',
    beskrivelse:
      'Opfølgning (SEL § 70, BL § 95) og tilsyn (SEL § 148, BL § 156) løber herfra. Er samtykket trukket tilbage, kan anbringelsen ikke sættes i værk.',
    svar: AnbringelseSvar,
  })
  ivaerksaetAnbringelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnbringelsesdatoAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await ivaerksaetAnbringelse(session, id, krop.dato, this.lov);
      return {};
    });
  }

  @Post('anbringelser/:id/ivaerksaettelse/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen, hvor barnet flyttede ind',
    beskrivelse:
      'Når den er registreret forkert. Første opfølgning og første tilsynsbesøg regnes om, og fristoversigten viser både det gamle og det nye.',
    svar: AnbringelseSvar,
  })
  retAnbringelsesivaerksaettelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: DatorettelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await retAnbringelsesivaerksaettelse(session, id, krop, this.lov);
      return {};
    });
  }

  @Post('anbringelser/:id/opfoelgninger')
  @Kommandorute({
    sammenfatning: 'Registrér en opfølgning på en anbringelse uden plan',
    beskrivelse:
      'Har barnet en plan, følges op på planen, og det gælder også her. Efter barnets lov besluttes og begrundes den næste opfølgning (BL § 95, stk. 3); efter serviceloven højst 6 måneder efter (SEL § 70).',
    svar: AnbringelsesopfoelgningSvar,
  })
  foelgAnbringelseOp(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: IndsatsopfoelgningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      opfoelgningId: await foelgAnbringelseOp(session, id, krop, this.lov),
    }));
  }

  @Post('anbringelser/:id/ophoer')
  @Kommandorute({
    sammenfatning: 'Registrér, at anbringelsen er ophørt på anden måde end ved hjemgivelse',
    beskrivelse:
      'Ved det fyldte 18. år kræves først en afgørelse om ungestøtte (SEL § 68, stk. 11, BL § 111). Et anbragt barn kommer kun hjem gennem hjemgivelse.',
    svar: AnbringelseSvar,
  })
  ophoerAnbringelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnbringelsesophoerAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await ophoerAnbringelse(session, id, krop, this.lov);
      return {};
    });
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, KONTEKST, { anbringelseId: id }, handling);
  }
}
