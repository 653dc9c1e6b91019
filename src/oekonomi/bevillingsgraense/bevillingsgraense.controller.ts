import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import {
  BevillingsgraenseAnmodning,
  BevillingsgraenserVisning,
  BevillingsgraenseSvar,
} from './bevillingsgraense.dto.js';
import { bevillingsgraenseDecider, graensestroem } from './bevillingsgraense.js';

/** How much who may approve; each municipality sets its own. */
@ApiTags('bevillingsgrænser')
@Controller('bevillingsgraenser')
@Adgang('administrator')
export class BevillingsgraenseController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Post()
  @Kommandorute({
    sammenfatning: 'Fastsæt en bevillingsgrænse',
    beskrivelse:
      'Hvor stor en samlet omkostning en leder eller visitationsudvalget må godkende fra en dato. Uden grænse må en leder godkende alt.',
    svar: BevillingsgraenseSvar,
  })
  fastsaetBevillingsgraense(
    @Anmodning() request: RequestContext,
    @Body() krop: BevillingsgraenseAnmodning,
  ): Promise<CommandResult> {
    const stroem = graensestroem(request.aktoer.kommune);
    return this.kommandoer.execute(request, {
      context: 'oekonomi',
      etagStream: () => stroem,
      handle: async (session) => {
        await session.decide(bevillingsgraenseDecider, stroem, { type: 'FastsaetBevillingsgraense', ...krop });
        return { forum: krop.forum };
      },
    });
  }

  @Get()
  @Adgang('sagsbehandler', 'teamleder', 'administrator', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'Kommunens bevillingsgrænser',
    beskrivelse: 'Alle, også tidligere.',
    svar: BevillingsgraenserVisning,
  })
  hentBevillingsgraenser(@Opslag() q: QueryRequest): Promise<BevillingsgraenserVisning> {
    const { kommune } = q.aktoer;
    return this.opslag.run(q, {
      context: 'oekonomi',
      read: async () => {
        const stroem = await this.store.load(kommune, graensestroem(kommune));
        return { graenser: [...fold(bevillingsgraenseDecider, stroem).graenser] };
      },
      // Nobody's personal data.
      accessed: () => [],
    });
  }
}
