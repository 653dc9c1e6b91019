import { Body, Controller, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { CommandGateway } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import { plankladde } from '../kladde/dokumenter.js';
import { knytIndsatser, opstilMaal, overfoerFund, retMaal } from './maal.js';
import {
  FundoverfoerselAnmodning,
  MaalAnmodning,
  MaalfjernelseAnmodning,
  MaalindsatsAnmodning,
  MaalrettelseAnmodning,
  MaalSvar,
} from './maal.dto.js';
import { type PlanKommando } from './kommandoer.js';
import { kraevRisikoenVurderet } from '../../sagsstyring/sagsstyring.public.js';
import { kraevPlan, kraevPlanIAabenSag } from './opslag.js';
import { planDecider } from './plan.js';
import {
  PlanhoeringAnmodning,
  PlanhoeringssvarAnmodning,
  PlanhoeringstilbagetraekningAnmodning,
  PlanSvar,
} from './plan.dto.js';

/** What is written in a plan while it is a draft, and the hearing of it. */
@ApiTags('planer')
@Controller('planer')
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(plankladde)
export class MaalController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/grundlag')
  @Kommandorute({
    sammenfatning: 'Før fund fra undersøgelsen over i planen',
    beskrivelse:
      'Hvert fund føres over, som det er ordlydt, eller tilpasset; kilden og dens version følger med, og planen viser siden, om fundet er skrevet om.',
    svar: PlanSvar,
  })
  overfoerFund(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: FundoverfoerselAnmodning,
  ): Promise<CommandResult> {
    return this.paaPlan(request, id, (session) => overfoerFund(session, id, krop));
  }

  @Post(':id/maal')
  @Kommandorute({
    sammenfatning: 'Opstil et mål eller delmål',
    beskrivelse:
      'Hentes målet fra et fund i undersøgelsen, følger fundets ordlyd og version med som kilde. Under serviceloven knyttes målet til et tema (SEL § 140); under barnets lov er temaet valgfrit (BL § 92).',
    svar: MaalSvar,
  })
  opstilMaal(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: MaalAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => ({ planId: id, maalId: await opstilMaal(session, id, krop, this.lov) }),
    });
  }

  @Post(':id/maal/:maalId/rettelse')
  @Kommandorute({
    sammenfatning: 'Skriv et mål i en kladde om',
    beskrivelse: 'Målets indhold erstattes; kilden og indsatserne er uændrede.',
    svar: MaalSvar,
  })
  retMaal(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('maalId') maalId: string,
    @Body() krop: MaalrettelseAnmodning,
  ): Promise<CommandResult> {
    return this.paaPlan(request, id, (session) => retMaal(session, id, maalId, krop, this.lov), { maalId });
  }

  @Post(':id/maal/:maalId/fjernelse')
  @Kommandorute({
    sammenfatning: 'Tag et mål ud af en kladde',
    beskrivelse: 'Målets delmål tages ud med det.',
    svar: MaalSvar,
  })
  fjernMaal(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('maalId') maalId: string,
    @Body() krop: MaalfjernelseAnmodning,
  ): Promise<CommandResult> {
    return this.decide(request, id, { maalId }, ({ context }) => ({
      type: 'FjernMaal',
      ...{ maalId, begrundelse: krop.begrundelse },
      dato: krop.dato ?? context.iDag,
    }));
  }

  @Post(':id/maal/:maalId/indsatser')
  @Kommandorute({
    sammenfatning: 'Knyt et mål til de indsatser, der skal nå det',
    beskrivelse:
      'Indsatserne er bevilget i sagen. Kan også ske, når planen gælder, for en handleplan er ældre end indsatsen.',
    svar: MaalSvar,
  })
  knytIndsatser(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('maalId') maalId: string,
    @Body() krop: MaalindsatsAnmodning,
  ): Promise<CommandResult> {
    return this.paaPlan(request, id, (session) => knytIndsatser(session, id, maalId, krop), { maalId });
  }

  @Post(':id/hoering')
  @Kommandorute({
    sammenfatning: 'Send planen i høring',
    beskrivelse:
      'Barnet, forældrene og andre parter får planen og en svarfrist (forvaltningsloven § 19). Så længe den er i høring, kan den ikke ændres, og den godkendes først, når der er svaret, eller svarfristen er gået.',
    svar: PlanSvar,
  })
  sendIHoering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PlanhoeringAnmodning,
  ): Promise<CommandResult> {
    return this.paaPlan(request, id, async (session) => {
      await kraevPlanIAabenSag(session, id);
      const { barnId } = await kraevPlan(session, id);
      // It reaches the parents, like any other letter (BL § 18, stk. 3).
      await kraevRisikoenVurderet(session, barnId, this.lov.regime(krop.dato));
      await session.decide(planDecider, id, { type: 'SendIHoering', ...krop });
    });
  }

  @Post(':id/hoering/svar')
  @Kommandorute({
    sammenfatning: 'Registrér parternes svar på planen',
    beskrivelse: 'Når parterne har svaret, kan planen godkendes før svarfristen.',
    svar: PlanSvar,
  })
  besvarHoering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PlanhoeringssvarAnmodning,
  ): Promise<CommandResult> {
    return this.decide(request, id, {}, () => ({ type: 'BesvarHoering', ...krop }));
  }

  @Post(':id/hoering/tilbagetraekning')
  @Kommandorute({
    sammenfatning: 'Træk planen tilbage fra høringen',
    beskrivelse: 'Planen er igen en kladde, der kan skrives i, og skal høres på ny.',
    svar: PlanSvar,
  })
  traekTilbage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PlanhoeringstilbagetraekningAnmodning,
  ): Promise<CommandResult> {
    return this.decide(request, id, {}, () => ({ type: 'TraekHoeringTilbage', ...krop }));
  }

  private decide(
    request: RequestContext,
    planId: string,
    svar: Readonly<Record<string, unknown>>,
    kommando: (session: CommandSession) => PlanKommando,
  ): Promise<CommandResult> {
    return this.paaPlan(
      request,
      planId,
      async (session) => {
        await kraevPlanIAabenSag(session, planId);
        await session.decide(planDecider, planId, kommando(session));
      },
      svar,
    );
  }

  private paaPlan(
    request: RequestContext,
    planId: string,
    arbejde: (session: CommandSession) => Promise<unknown>,
    svar: Readonly<Record<string, unknown>> = {},
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => planId,
      handle: async (session) => {
        await arbejde(session);
        return { planId, ...svar };
      },
    });
  }
}
