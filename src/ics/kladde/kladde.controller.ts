import { Body, Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { Drafts } from '../../platform/drafts/drafts.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { Opslag, type QueryRequest, SetVersion } from '../../platform/http/request.js';
import { Kladderute, Opslagsrute } from '../../platform/http/rute.js';
import { GEM_KLADDE, gemKladde, hentKladder, opgivKladde } from './kladde.js';
import { KladdeAnmodning, Kladder, KladdesletningSvar, KladdeSvar } from './kladde.dto.js';
import { plankladde, undersoegelseskladde } from './dokumenter.js';

/** Texts as they are being written; the finished text is recorded by the step's own route. */
@ApiTags('kladder')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class KladdeController {
  constructor(
    private readonly drafts: Drafts,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
  ) {}

  @Put('undersoegelser/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Gem kladden til et felt i en undersøgelse',
    beskrivelse: `${GEM_KLADDE}: ${undersoegelseskladde.steps.join(', ')}; for eksempel \`konklusion.barnetsHoldning\`.`,
    svar: KladdeSvar,
  })
  gemUndersoegelseskladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
    @Body() krop: KladdeAnmodning,
  ): Promise<KladdeSvar> {
    return gemKladde(this.drafts, q, undersoegelseskladde, id, { felt, set, tekst: krop.tekst });
  }

  @Get('undersoegelser/:id/kladde')
  @Opslagsrute({
    sammenfatning: 'En undersøgelses kladder',
    beskrivelse:
      'Det, der er skrevet og endnu ikke gjort færdigt, også det, der er tilovers. Læsningen skrives i adgangsloggen.',
    svar: Kladder,
  })
  hentUndersoegelseskladder(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<Kladder> {
    return hentKladder(this.drafts, this.opslag, q, { context: 'ics', dokument: undersoegelseskladde, id });
  }

  @Delete('undersoegelser/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Opgiv kladden til et felt i en undersøgelse',
    beskrivelse: 'Kladden slettes, når den er den version, der sidst blev set.',
    svar: KladdesletningSvar,
  })
  sletUndersoegelseskladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
  ): Promise<KladdesletningSvar> {
    return opgivKladde(this.drafts, q, undersoegelseskladde, id, { felt, set });
  }

  @Put('planer/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Gem kladden til et felt i en plan eller opfølgning',
    beskrivelse: `${GEM_KLADDE}: ${plankladde.steps.join(', ')}; for eksempel \`opfoelgning.vurdering\`.`,
    svar: KladdeSvar,
  })
  gemPlankladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
    @Body() krop: KladdeAnmodning,
  ): Promise<KladdeSvar> {
    return gemKladde(this.drafts, q, plankladde, id, { felt, set, tekst: krop.tekst });
  }

  @Get('planer/:id/kladde')
  @Opslagsrute({
    sammenfatning: 'En plans kladder',
    beskrivelse:
      'Det, der er skrevet og endnu ikke gjort færdigt, også det, der er tilovers. Læsningen skrives i adgangsloggen.',
    svar: Kladder,
  })
  hentPlankladder(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<Kladder> {
    return hentKladder(this.drafts, this.opslag, q, { context: 'ics', dokument: plankladde, id });
  }

  @Delete('planer/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Opgiv kladden til et felt i en plan',
    beskrivelse: 'Kladden slettes, når den er den version, der sidst blev set.',
    svar: KladdesletningSvar,
  })
  sletPlankladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
  ): Promise<KladdesletningSvar> {
    return opgivKladde(this.drafts, q, plankladde, id, { felt, set });
  }
}
