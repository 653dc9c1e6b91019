import { Body, Controller, Get, Inject, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import {
  foersteUndersoegelsesslut,
  IndsatsopfoelgningAnmodning,
  opfoelgningDecider,
  opfoelgningsgraense,
  OpfoelgningSvar,
} from '../../ics/ics.public.js';
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
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { DatorettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { afslutEnkeltsag, noterIndsatsstatus, retIndsatsstatus } from '../../sagsstyring/sagsstyring.public.js';
import { Indsatspost, listIndsatser } from '../indsatser/indsatser.query.js';
import { indsatskladde } from '../kladde/dokumenter.js';
import { hentOpfoelgninger, INGEN_OPFOELGNING } from '../indsatser/opfoelgninger.query.js';
import { bevilgIndsats } from './bevilling.js';
import { gengivIndsats, visStatus } from './gengivelse.js';
import { indsatsDecider } from './indsats.js';
import { kraevIndsats } from './justering_forloeb.js';
import {
  IndsatsAnmodning,
  BevillingSvar,
  IndsatsSvar,
  IvaerksaettelseAnmodning,
  OphoerAnmodning,
  OpstartsmoedeAnmodning,
} from './indsats.dto.js';
import { IndsatsVisning } from './indsats.visning.js';
import { type IndsatsEvent } from './indsats.events.js';

const KONTEKST = 'oekonomi';

/** Measures: granted with purpose, duration, code and price; started, followed up and ended. */
@ApiTags('indsatser')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(indsatskladde)
export class IndsatsController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('sager/:id/indsatser')
  @Placering((svar) => `/indsatser/${String(svar['indsatsId'])}`)
  @Kommandorute({
    sammenfatning: 'Bevilg en indsats',
    beskrivelse:
      'Afgørelse om en indsats med formål, varighed, pris og koden til Danmarks Statistik, som følger af kataloget og målgruppen. Tidlige indsatser (SEL § 11, BL § 30) og andre uden samtykke afgøres her, og afgørelsen meddeles parterne. Støttende indsatser (SEL § 52, BL § 32) og anbringelser med samtykke afgøres i en visitation; her registreres de kun, når de er overtaget.',
    svar: BevillingSvar,
  })
  bevilgIndsats(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: IndsatsAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['indsatsId']),
      handle: async (session) => ({ ...(await bevilgIndsats(session, sagId, krop, this.lov)) }),
    });
  }

  @Get('sager/:id/indsatser')
  @Opslagsrute({
    sammenfatning: 'Sagens indsatser, de nyeste først',
    beskrivelse: 'Id, kode, fase og datoer. Indholdet hentes for hver indsats.',
    svar: Indsatspost,
    liste: true,
  })
  listIndsatser(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Sidevalg,
  ): Promise<Side<Indsatspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listIndsatser(sql, q.aktoer.kommune, sagId, valg, this.ur.iDag(), this.lov);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('indsatser/:id')
  @Opslagsrute({
    sammenfatning: 'En indsats',
    beskrivelse: 'Afgørelsen, koden, prisen og hvor langt indsatsen er. Læsningen skrives i adgangsloggen.',
    svar: IndsatsVisning,
  })
  async hentIndsats(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<IndsatsVisning> {
    const visning = await this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: indsatsDecider.kind, id, ...valg });
        const indsats = fold(indsatsDecider, stroem);
        if (indsats.fase === 'findes-ikke') throw ikkeFundet('indsats', id);
        const til = valg.kendtPr === undefined ? undefined : await this.store.positionAt(kommune, valg.kendtPr);
        const opfulgt = (await hentOpfoelgninger(sql, kommune, [id], til)).get(id) ?? INGEN_OPFOELGNING;
        const status = visStatus(indsats, opfulgt, lokalDato(valg.kendtPr ?? this.ur.nu()), this.lov);
        // Its kind says that the stream holds this decider's events only.
        const vist = gengivIndsats(stroem as readonly unknown[] as readonly IndsatsEvent[], indsats, status);
        if (vist === undefined) throw ikkeFundet('indsats', id);
        return vist;
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
    reply.header('ETag', `"${String(visning.version)}"`);
    return visning;
  }

  @Post('indsatser/:id/ivaerksaettelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at indsatsen er sat i værk',
    beskrivelse:
      'Første opfølgning skal være holdt senest 3 måneder efter (SEL § 70, BL § 95). En ny underretning om barnet kræver herefter en genvurdering.',
    svar: IndsatsSvar,
  })
  ivaerksaetIndsats(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: IvaerksaettelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { sagId, pgfKode } = await kraevIndsats(session, id);
        const { dato } = krop;
        const kodeGaelder = this.lov.pgfGaelder(pgfKode, dato);
        const regime = this.lov.regime(dato);
        const undersoegelse = await foersteUndersoegelsesslut(session, sagId, dato);
        await session.decide(indsatsDecider, id, {
          ...{ type: 'IvaerksaetIndsats', dato, kodeGaelder, regime, undersoegelse },
        });
        await noterIndsatsstatus(session, sagId, { indsatsId: id, art: 'indsats', igang: true, dato });
        return { indsatsId: id };
      },
    });
  }

  @Post('indsatser/:id/ivaerksaettelse/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen, hvor indsatsen blev sat i værk',
    beskrivelse:
      'Når den er registreret forkert. Første opfølgning regnes fra den rigtige dag, indberetningen og sagen følger med, og fristoversigten viser både den gamle og den nye.',
    svar: IndsatsSvar,
  })
  retIndsatsivaerksaettelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() { dato, begrundelse }: DatorettelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { sagId, pgfKode, ophoertDato } = await kraevIndsats(session, id);
        await session.decide(indsatsDecider, id, {
          type: 'RetIndsatsivaerksaettelse',
          ...{ dato, begrundelse, regime: this.lov.regime(dato), kodeGaelder: this.lov.pgfGaelder(pgfKode, dato) },
          undersoegelse: await foersteUndersoegelsesslut(session, sagId, dato),
        });
        await retIndsatsstatus(session, sagId, { indsatsId: id, fra: dato, til: ophoertDato });
        return { indsatsId: id };
      },
    });
  }

  @Post('indsatser/:id/opstartsmoede')
  @Kommandorute({
    sammenfatning: 'Registrér opstartsmødet',
    beskrivelse: 'Barn, forældre og den, der udfører indsatsen, er mødtes om målene og om, hvem der gør hvad.',
    svar: IndsatsSvar,
  })
  registrerOpstartsmoede(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OpstartsmoedeAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        await kraevIndsats(session, id);
        await session.decide(indsatsDecider, id, { type: 'AfholdOpstartsmoede', ...krop });
        return { indsatsId: id };
      },
    });
  }

  @Post('indsatser/:id/opfoelgninger')
  @Kommandorute({
    sammenfatning: 'Registrér en opfølgning på en indsats uden plan',
    beskrivelse:
      'Under barnets lov laves der ikke altid en plan, men der skal følges op alligevel (BL § 95, SEL § 70). Har barnet en plan, følges op på planen.',
    svar: OpfoelgningSvar,
  })
  foelgIndsatsOp(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: IndsatsopfoelgningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { barnId, sagId, fase, ivaerksatDato } = await kraevIndsats(session, id);
        const regime = this.lov.regime(krop.dato);
        if (fase !== 'ivaerksat' || ivaerksatDato === null) {
          throw new Afvist('indsats-ikke-i-gang', 'Der følges op på en indsats, som er i gang.', {
            status: 409,
            paragraf: regime === 'SEL' ? 'SEL § 70' : 'BL § 95',
          });
        }
        const opfoelgningId = session.context.nytId();
        const indsatsIder = [id];
        await session.decide(opfoelgningDecider, opfoelgningId, {
          type: 'FoelgOpUdenPlan',
          ...krop,
          ...{ opfoelgningId, barnId, sagId, indsatsIder, ivaerksatDato, regime },
          graense: opfoelgningsgraense(this.lov, krop.dato),
        });
        return { indsatsId: id, opfoelgningId, indsatsIder };
      },
    });
  }

  @Post('indsatser/:id/ophoer')
  @Kommandorute({
    sammenfatning: 'Registrér, at indsatsen er ophørt',
    beskrivelse: 'Også en indsats, der aldrig blev sat i værk, afsluttes her, så sagen kan lukkes.',
    svar: IndsatsSvar,
  })
  ophoerIndsats(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OphoerAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { sagId, fase } = await kraevIndsats(session, id);
        await session.decide(indsatsDecider, id, { type: 'OphoerIndsats', ...krop });
        if (fase === 'ivaerksat')
          await noterIndsatsstatus(session, sagId, { indsatsId: id, igang: false, dato: krop.dato });
        await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: krop.dato });
        return { indsatsId: id };
      },
    });
  }
}
