import { Body, Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  GEM_KLADDE,
  gemKladde,
  hentKladder,
  KladdeAnmodning,
  Kladder,
  KladdesletningSvar,
  KladdeSvar,
  opgivKladde,
} from '../../ics/ics.public.js';
import { Adgang } from '../../platform/auth/access.js';
import { Drafts } from '../../platform/drafts/drafts.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { Opslag, type QueryRequest, SetVersion } from '../../platform/http/request.js';
import { Kladderute, Opslagsrute } from '../../platform/http/rute.js';
import { anbringelseskladde, indsatskladde } from './dokumenter.js';

/** The follow-up on a measure or placement as it is being written, where there is no plan to write it in. */
@ApiTags('kladder')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class OpfoelgningskladdeController {
  constructor(
    private readonly drafts: Drafts,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
  ) {}

  @Put('indsatser/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Gem kladden til en opfølgning på en indsats',
    beskrivelse: `${GEM_KLADDE}: ${indsatskladde.steps.join(', ')}; for eksempel \`opfoelgning.vurdering\`. Opfølgningen skrives her, når indsatsen ingen plan har; ellers i planen.`,
    svar: KladdeSvar,
  })
  gemIndsatskladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
    @Body() krop: KladdeAnmodning,
  ): Promise<KladdeSvar> {
    return gemKladde(this.drafts, q, indsatskladde, id, { felt, set, tekst: krop.tekst });
  }

  @Get('indsatser/:id/kladde')
  @Opslagsrute({
    sammenfatning: 'Kladder til en opfølgning på en indsats',
    beskrivelse:
      'Det, der er skrevet og endnu ikke gjort færdigt, også det, der er tilovers. Læsningen skrives i adgangsloggen.',
    svar: Kladder,
  })
  hentIndsatskladder(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<Kladder> {
    return hentKladder(this.drafts, this.opslag, q, { context: 'oekonomi', dokument: indsatskladde, id });
  }

  @Delete('indsatser/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Opgiv kladden til en opfølgning på en indsats',
    beskrivelse: 'Kladden slettes, når den er den version, der sidst blev set.',
    svar: KladdesletningSvar,
  })
  sletIndsatskladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
  ): Promise<KladdesletningSvar> {
    return opgivKladde(this.drafts, q, indsatskladde, id, { felt, set });
  }

  @Put('anbringelser/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Gem kladden til en opfølgning på en anbringelse',
    beskrivelse: `${GEM_KLADDE}: ${anbringelseskladde.steps.join(', ')}; for eksempel \`opfoelgning.vurdering\`. Opfølgningen skrives her, når anbringelsen ingen plan har; ellers i planen.`,
    svar: KladdeSvar,
  })
  gemAnbringelseskladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
    @Body() krop: KladdeAnmodning,
  ): Promise<KladdeSvar> {
    return gemKladde(this.drafts, q, anbringelseskladde, id, { felt, set, tekst: krop.tekst });
  }

  @Get('anbringelser/:id/kladde')
  @Opslagsrute({
    sammenfatning: 'Kladder til en opfølgning på en anbringelse',
    beskrivelse:
      'Det, der er skrevet og endnu ikke gjort færdigt, også det, der er tilovers. Læsningen skrives i adgangsloggen.',
    svar: Kladder,
  })
  hentAnbringelseskladder(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<Kladder> {
    return hentKladder(this.drafts, this.opslag, q, { context: 'oekonomi', dokument: anbringelseskladde, id });
  }

  @Delete('anbringelser/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Opgiv kladden til en opfølgning på en anbringelse',
    beskrivelse: 'Kladden slettes, når den er den version, der sidst blev set.',
    svar: KladdesletningSvar,
  })
  sletAnbringelseskladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
  ): Promise<KladdesletningSvar> {
    return opgivKladde(this.drafts, q, anbringelseskladde, id, { felt, set });
  }
}
