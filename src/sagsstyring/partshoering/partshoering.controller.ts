import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway, type Handling } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { Delforloebspost, Delforloebsvalg, listDelforloeb } from '../delforloeb/delforloeb.query.js';
import { afslutEnkeltsag } from '../sag/enkeltsag.js';
import {
  BrevAnmodning,
  BrevSvar,
  HoeringsafslutningAnmodning,
  HoeringssvarAnmodning,
  HoeringsundladelseAnmodning,
  PartshoeringsAnmodning,
  PartshoeringSvar,
  PartshoeringVisning,
} from './partshoering.dto.js';
import { partshoeringDecider, type PartshoeringKommando } from './partshoering.js';
import { indledPartshoering, kraevPartshoering, sendBrev } from './partshoering_forloeb.js';
import { erHoert, type BegyndtPartshoering } from './tilstand.js';

const KONTEKST = 'sagsstyring';

/** The parties are heard before a decision that goes against them. */
@ApiTags('partshøringer')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class PartshoeringController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('sager/:id/partshoeringer')
  @Placering((svar) => `/partshoeringer/${String(svar['partshoeringId'])}`)
  @Kommandorute({
    sammenfatning: 'Indled en partshøring',
    beskrivelse:
      'Systemet finder selv parterne i barnets netværk: forældremyndighed den dag, og barnet fra 12 år (serviceloven) eller 10 år (barnets lov). Åbner en enkeltsag.',
    svar: PartshoeringSvar,
  })
  indledPartshoering(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: PartshoeringsAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['partshoeringId']),
      handle: async (session) => ({ partshoeringId: await indledPartshoering(session, this.lov, sagId, krop) }),
    });
  }

  @Get('sager/:id/partshoeringer')
  @Opslagsrute({
    sammenfatning: 'Sagens partshøringer, de nyeste først',
    beskrivelse: 'Id, afgørelsens slags, tilstand og datoer.',
    svar: Delforloebspost,
    liste: true,
  })
  listPartshoeringer(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Delforloebsvalg,
  ): Promise<Side<Delforloebspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listDelforloeb(sql, q.aktoer.kommune, { art: 'partshoering', sagId }, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('partshoeringer/:id')
  @Opslagsrute({
    sammenfatning: 'En partshøring med breve og svar',
    beskrivelse: 'Læsningen skrives i adgangsloggen. Kan vises, som den var kendt på et tidligere tidspunkt.',
    svar: PartshoeringVisning,
  })
  hentPartshoering(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
  ): Promise<PartshoeringVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: partshoeringDecider.kind, id, ...valg });
        const p = fold(partshoeringDecider, stroem);
        if (p.fase === 'findes-ikke') throw ikkeFundet('partshoering', id);
        return vis(p, this.ur.iDag(), stroem.length);
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('partshoeringer/:id/breve')
  @Kommandorute({
    sammenfatning: 'Registrér, at en part har fået partshøringsbrevet',
    beskrivelse:
      'Kun til en part. Er der tegn på æresrelateret konflikt, kræves risikovurderingen først (BL § 18, stk. 3). Har en anden omkring barnet beskyttet adresse, skal den være skjult (CPR-loven § 28).',
    svar: BrevSvar,
  })
  sendPartshoeringsbrev(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BrevAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      brevId: await sendBrev(session, this.lov, id, krop),
    }));
  }

  @Post('partshoeringer/:id/svar')
  @Kommandorute({
    sammenfatning: 'Registrér en parts svar',
    beskrivelse: 'Også når parten ikke havde bemærkninger.',
    svar: PartshoeringSvar,
  })
  registrerHoeringssvar(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: HoeringssvarAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'ModtagSvar', ...krop });
  }

  @Post('partshoeringer/:id/undladelser')
  @Kommandorute({
    sammenfatning: 'Undlad at høre en part',
    beskrivelse: 'Kun når forvaltningslovens § 19, stk. 2, gør en undtagelse, og med begrundelse.',
    svar: PartshoeringSvar,
  })
  undladHoering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: HoeringsundladelseAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'UndladHoering', ...krop });
  }

  @Post('partshoeringer/:id/afslutning')
  @Kommandorute({
    sammenfatning: 'Afslut partshøringen',
    beskrivelse: 'Når alle parter har svaret, haft tid til det eller er lovligt undtaget. Afslutter enkeltsagen.',
    svar: PartshoeringSvar,
  })
  afslutPartshoering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: HoeringsafslutningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const { sagId } = await kraevPartshoering(session, id);
      await session.decide(partshoeringDecider, id, { type: 'AfslutPartshoering', dato: krop.dato });
      await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: krop.dato });
      return {};
    });
  }

  private beslut(request: RequestContext, id: string, kommando: PartshoeringKommando): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(partshoeringDecider, id, kommando, { mustExist: true });
      return {};
    });
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, KONTEKST, { partshoeringId: id }, handling);
  }
}

function vis(p: BegyndtPartshoering, iDag: string, version: number): PartshoeringVisning {
  return { ...p, parter: p.parter.map((part) => ({ ...part, hoert: erHoert(part, iDag) })), version };
}
