import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
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
import { kraevAfgoerelseISagen, traefAfgoerelse } from '../afgoerelse/traeffelse.js';
import { kraevAfgoerelsesart } from '../parter/afgoerelsesart.js';
import { aabnEnkeltsag, afslutEnkeltsag, kraevAabenSag } from '../sag/enkeltsag.js';
import {
  AnbringelsesanmodningAnmodning,
  AnbringelsesanmodningSvar,
  AnbringelsesanmodningVisning,
  AnmodningsafgoerelseAnmodning,
  AnmodningsafgoerelseSvar,
  AnmodningsvurderingAnmodning,
} from './anbringelsesanmodning.dto.js';
import { anbringelsesanmodningDecider, type ModtagetAnmodning } from './anbringelsesanmodning.js';

const KONTEKST = 'sagsstyring';

/** A child's own request to be placed (BL § 48). */
@ApiTags('anbringelsesanmodninger')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class AnbringelsesanmodningController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post('sager/:id/anbringelsesanmodninger')
  @Placering((svar) => `/anbringelsesanmodninger/${String(svar['anmodningId'])}`)
  @Kommandorute({
    sammenfatning: 'Registrér, at barnet selv har bedt om at blive anbragt',
    beskrivelse: 'Fra 1. januar 2024 (BL § 48); i enhver form. Åbner en enkeltsag.',
    svar: AnbringelsesanmodningSvar,
  })
  modtagAnbringelsesanmodning(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: AnbringelsesanmodningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['anmodningId']),
      handle: async (session) => {
        const { barnId } = await kraevAabenSag(session, sagId);
        const anmodningId = session.context.nytId();
        await session.decide(
          anbringelsesanmodningDecider,
          anmodningId,
          {
            type: 'ModtagAnmodning',
            ...krop,
            ...{ anmodningId, sagId, barnId },
            regime: this.lov.regime(krop.modtaget),
          },
          { expected: 0 },
        );
        await aabnEnkeltsag(session, sagId, {
          ...{ enkeltsagId: anmodningId, art: 'anbringelsesanmodning', aabnet: krop.modtaget },
        });
        return { anmodningId };
      },
    });
  }

  @Get('anbringelsesanmodninger/:id')
  @Opslagsrute({
    sammenfatning: 'Barnets anmodning med vurdering og svar',
    beskrivelse: 'Læsningen skrives i adgangsloggen.',
    svar: AnbringelsesanmodningVisning,
  })
  hentAnbringelsesanmodning(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
  ): Promise<AnbringelsesanmodningVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: anbringelsesanmodningDecider.kind, id, ...valg });
        const a = fold(anbringelsesanmodningDecider, stroem);
        if (a.fase === 'findes-ikke') throw ikkeFundet('anbringelsesanmodning', id);
        return { ...a, version: stroem.length };
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('anbringelsesanmodninger/:id/vurdering')
  @Kommandorute({
    sammenfatning: 'Vurdér barnets anmodning',
    beskrivelse:
      'Om der skal laves en børnefaglig undersøgelse, og om betingelserne for anbringelse er opfyldt. Der skal være talt med barnet, eller undladelsen begrundet (BL § 5, stk. 3-4).',
    svar: AnbringelsesanmodningSvar,
  })
  vurderAnbringelsesanmodning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnmodningsvurderingAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        await kraevAnmodning(session, id);
        await session.decide(anbringelsesanmodningDecider, id, { type: 'VurderAnmodning', ...krop });
        return { anmodningId: id };
      },
    });
  }

  @Post('anbringelsesanmodninger/:id/afgoerelse')
  @Kommandorute({
    sammenfatning: 'Afgør barnets anmodning',
    beskrivelse:
      'Træffes hverken afgørelse om anbringelse eller støttende indsats, oprettes en afgørelse, som barnet fra 10 år kan klage over til Ankestyrelsen; parterne skal være hørt. Afslutter enkeltsagen.',
    svar: AnmodningsafgoerelseSvar,
  })
  afgoerAnbringelsesanmodning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnmodningsafgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { sagId } = await kraevAnmodning(session, id);
        const { dato, udfald, begrundelse } = krop;
        const afgoerelseId = udfald === 'ingen' ? session.context.nytId() : krop.afgoerelseId;
        const fundet =
          udfald === 'ingen' || afgoerelseId === undefined
            ? undefined
            : await kraevAfgoerelseISagen(session, afgoerelseId, sagId);
        await session.decide(anbringelsesanmodningDecider, id, {
          ...{ type: 'AfgoerAnmodning', dato, udfald, begrundelse },
          ...(afgoerelseId === undefined ? {} : { afgoerelseId }),
          ...(fundet === undefined ? {} : { afgoerelsesdato: fundet.dato }),
        });
        if (udfald === 'ingen' && afgoerelseId !== undefined) {
          await this.afslag(session, sagId, afgoerelseId, id, krop);
        }
        await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: dato });
        return { anmodningId: id, afgoerelseId: afgoerelseId ?? null };
      },
    });
  }

  private async afslag(
    session: CommandSession,
    sagId: string,
    afgoerelseId: string,
    anmodningId: string,
    krop: AnmodningsafgoerelseAnmodning,
  ): Promise<void> {
    const { dato, begrundelse, partshoeringIder, undtagelse } = krop;
    await traefAfgoerelse(session, this.lov, {
      ...{ sagId, afgoerelseId, dato, begrundelse, vedroererId: anmodningId },
      art: kraevAfgoerelsesart(this.lov, 'anbringelsesanmodning', dato, 'dato'),
      ...(partshoeringIder === undefined ? {} : { partshoeringIder }),
      ...(undtagelse === undefined ? {} : { undtagelse }),
    });
  }
}

async function kraevAnmodning(session: CommandSession, id: string): Promise<ModtagetAnmodning> {
  const { state } = await session.state(anbringelsesanmodningDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('anbringelsesanmodning', id);
  return state;
}
