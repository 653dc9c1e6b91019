import { Body, Controller, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { CommandGateway } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import {
  beskyttedeAndre,
  indsatsIGang,
  kraevAabenSag,
  kraevRisikoenVurderet,
} from '../../sagsstyring/sagsstyring.public.js';
import { undersoegelseskladde } from '../kladde/dokumenter.js';
import { barnefakta, dimensionerUdenLicens, indsatskatalog } from './grundlag.js';
import { undersoegelsensParter } from './parter.js';
import { kraevUndersoegelse, udfoerPaaUndersoegelse } from './udfoerelse.js';
import { kraevedeTemaer } from './temakrav.js';
import { undersoegelseDecider } from './undersoegelse.js';
import { AnalyseSvar, UndersoegelseSvar } from './undersoegelse.dto.js';
import {
  AnalyseAnmodning,
  ForeloebigVurderingAnmodning,
  GennemgangAnmodning,
  KonklusionAnmodning,
  PartshoeringAnmodning,
  PartshoeringssvarAnmodning,
} from './konklusion.dto.js';

/** From what was gathered to a conclusion that the family has seen and been heard about. */
@ApiTags('undersøgelser')
@Controller('undersoegelser')
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(undersoegelseskladde)
export class KonklusionController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/analyse')
  @Kommandorute({
    sammenfatning: 'Registrér analysen med ressourcer og udfordringer',
    beskrivelse:
      'Fundene kan siden bruges som kilde for planens mål. Et fund skrives om ved at sende dets id igen. Er kommunens ICS-licens ophørt, bliver det, der står under en dimension, stående, og nye eller omskrevne fund hører under det neutrale tema. Laves analysen om efter konklusionen, skal der konkluderes igen.',
    svar: AnalyseSvar,
  })
  registrerAnalyse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnalyseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const u = await kraevUndersoegelse(session, id);
        const fund = krop.fund.map(({ fundId, ...resten }) => {
          if (fundId !== undefined && u.fund[fundId] === undefined) {
            throw new Afvist('fund-findes-ikke', 'Fundet hører ikke til undersøgelsen. Udelad id for et nyt fund.', {
              felt: 'fundId',
            });
          }
          return { fundId: fundId ?? session.context.nytId(), ...resten };
        });
        const { dato, analyse } = krop;
        const udenLicens = await dimensionerUdenLicens(session, this.lov, u.afgoerelseDato, dato);
        await session.decide(undersoegelseDecider, id, { type: 'UdarbejdAnalyse', dato, analyse, fund, udenLicens });
        return { bfuId: id, fundIder: fund.map((f) => f.fundId) };
      },
    });
  }

  @Post(':id/konklusion')
  @Kommandorute({
    sammenfatning: 'Konkludér undersøgelsen',
    beskrivelse:
      'Begrundet stillingtagen til, om der er behov for støtte, og hvilken; til støtte, der allerede er sat i værk; og barnets og forældrenes holdning (SEL § 50, BL § 22, stk. 6).',
    svar: UndersoegelseSvar,
  })
  konkluderUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: KonklusionAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      const { afgoerelseDato, barnId, sagId } = await kraevUndersoegelse(session, id);
      const sag = await kraevAabenSag(session, sagId);
      return {
        type: 'Konkluder',
        ...krop,
        kraevedeTemaer: kraevedeTemaer(this.lov, afgoerelseDato),
        kendteIndsatskoder: indsatskatalog(this.lov, krop.dato),
        indsatsIGang: indsatsIGang(sag, krop.dato),
        barn: await barnefakta(session, barnId, krop.dato),
      };
    });
  }

  @Post(':id/gennemgang')
  @Kommandorute({
    sammenfatning: 'Registrér, at undersøgelsen er gennemgået med familien',
    beskrivelse:
      'Konklusionen er gennemgået med familien, før den godkendes. Er der tegn på æresrelateret konflikt, skal risikoen være vurderet først (BL § 18, stk. 3).',
    svar: UndersoegelseSvar,
  })
  registrerGennemgang(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: GennemgangAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      await this.kraevInddragelse(session, id, krop.dato);
      return { type: 'Gennemgaa', ...krop };
    });
  }

  @Post(':id/partshoering')
  @Kommandorute({
    sammenfatning: 'Registrér partshøringen',
    beskrivelse:
      'Parterne er hørt om undersøgelsen med en svarfrist (forvaltningsloven § 19). Hvem der er part, regnes ud efter forældremyndighed og loven på dagen; er ingen det, begrundes det. Er der tegn på æresrelateret konflikt, skal risikoen være vurderet først (BL § 18, stk. 3).',
    svar: UndersoegelseSvar,
  })
  sendPartshoering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PartshoeringAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      const barnId = await this.kraevInddragelse(session, id, krop.dato);
      const parter = await undersoegelsensParter(session, this.lov, barnId, krop.dato);
      const andre = await Promise.all(parter.map((p) => beskyttedeAndre(session, barnId, p.personId, krop.dato)));
      return {
        ...{ type: 'SendPartshoering', ...krop, parter },
        ...{ maskeret: krop.maskeret ?? false, beskyttedeAndre: Math.max(0, ...andre) },
      };
    });
  }

  @Post(':id/partshoering/svar')
  @Kommandorute({
    sammenfatning: 'Registrér parternes svar',
    beskrivelse: 'Når alle parter har svaret, kan undersøgelsen godkendes før svarfristen.',
    svar: UndersoegelseSvar,
  })
  besvarPartshoering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PartshoeringssvarAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, { type: 'BesvarPartshoering', ...krop });
  }

  @Post(':id/foreloebig-vurdering')
  @Kommandorute({
    sammenfatning: 'Registrér en foreløbig vurdering',
    beskrivelse:
      'Kan undersøgelsen undtagelsesvis ikke afsluttes inden 4 måneder, laves en foreløbig vurdering, og undersøgelsen afsluttes snarest derefter (BL § 20, stk. 3, 2. pkt.).',
    svar: UndersoegelseSvar,
  })
  vurderForeloebigt(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ForeloebigVurderingAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, { type: 'VurderForeloebigt', ...krop });
  }

  /** The parents must not be involved before the honour-related risk is assessed. */
  private async kraevInddragelse(session: CommandSession, id: string, dato: string): Promise<string> {
    const { barnId } = await kraevUndersoegelse(session, id);
    await kraevRisikoenVurderet(session, barnId, this.lov.regime(dato));
    return barnId;
  }
}
