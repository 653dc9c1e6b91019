import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { CommandGateway, type Handling } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import { SamtykketilbagekaldelseAnmodning } from '../../sagsstyring/sagsstyring.public.js';
import { AnbringelsesafgoerelseSvar, AnbringelseSvar, TilsynSvar } from './anbringelse.dto.js';
import {
  ForaeldrehandleplanAnmodning,
  GrundlagAnmodning,
  PlanudleveringAnmodning,
  SocialtilsynAnmodning,
  SoeskendevurderingAnmodning,
  StedskifteAnmodning,
  StoettepersonAnmodning,
  TilsynAnmodning,
} from './gang.dto.js';
import { anbringelseDecider } from './anbringelse.js';
import {
  lavForaeldrehandleplan,
  skiftGrundlag,
  skiftSted,
  tilbydStoetteperson,
  traekAnbringelsessamtykke,
  udleverPlandele,
} from './anbringelse_forloeb.js';
import { afholdTilsyn } from './opfoelgning.js';
import { kraevAnbringelse } from './opslag.js';
import { vurderSoeskende } from './soeskende_forloeb.js';

/** What happens while a child is placed: moves, supervision, what parents and place are owed, and a basis that changes. */
@ApiTags('anbringelser')
@Controller('anbringelser')
@Adgang('sagsbehandler', 'teamleder', 'system')
export class AnbringelsesgangController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/stedskift')
  @Kommandorute({
    sammenfatning: 'Flyt barnet til et andet anbringelsessted',
    beskrivelse:
      'En afgørelse (SEL §§ 68 b og 69, stk. 3, BL §§ 52 og 98): med samtykke fra dem, der skal give det, eller efter udvalgets afgørelse. Det nye sted skal være godkendt, barnet hørt, og parterne hørt. Delvis lukkede og sikrede afdelinger afgør udvalget.',
    svar: AnbringelsesafgoerelseSvar,
  })
  skiftAnbringelsessted(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: StedskifteAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      afgoerelseId: await skiftSted(session, id, krop, this.lov),
    }));
  }

  @Post(':id/stoettepersoner')
  @Kommandorute({
    sammenfatning: 'Registrér, at en forælder er tilbudt en støtteperson',
    beskrivelse: 'Tilbydes ved anbringelsen (SEL § 54, BL § 75). Et nyt svar registreres på samme måde.',
    svar: AnbringelseSvar,
  })
  tilbydStoetteperson(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: StoettepersonAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => tilbydStoetteperson(session, id, krop, this.lov));
  }

  @Post(':id/foraeldrehandleplaner')
  @Kommandorute({
    sammenfatning: 'Lav eller revidér en forælders handleplan',
    beskrivelse: 'Støtten til forælderen selv, mens barnet er anbragt, med mål (SEL § 54, stk. 2, BL §§ 76-79).',
    svar: AnbringelseSvar,
  })
  lavForaeldrehandleplan(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ForaeldrehandleplanAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => lavForaeldrehandleplan(session, id, krop, this.lov));
  }

  @Post(':id/planudleveringer')
  @Kommandorute({
    sammenfatning: 'Registrér, hvilke dele af planen stedet har fået',
    beskrivelse:
      'De relevante dele af barnets gældende plan (BL § 109, stk. 5). Efter en flytning igen til det nye sted.',
    svar: AnbringelseSvar,
  })
  udleverPlandele(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PlanudleveringAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => udleverPlandele(session, id, krop, this.lov));
  }

  @Post(':id/soeskendevurderinger')
  @Kommandorute({
    sammenfatning: 'Tag stilling til barnets søskende',
    beskrivelse:
      'Når barnet er anbragt på grund af omsorgssvigt eller overgreb, sættes en børnefaglig undersøgelse i gang af hver søskende under 15 år i husstanden (BL § 21, stk. 2); den kan kun undlades, når der åbenbart ikke er behov for den (stk. 3). Alle, der er registreret som søskende og var under 15 år på afgørelsesdagen, besvares; `mangler` nævner dem, der ikke er. Søskendes egen sag viser, at undersøgelsen skal begynde, til den gør eller er undladt; har den søskende ingen sag, oprettes den først, og sagen lukkes ikke forinden. Er anbringelsen ophørt, kan der kun svares på ny for den, hvis undersøgelse stadig kræves, hvorfor den undlades. Serviceloven har ikke kravet.',
    svar: AnbringelseSvar,
  })
  vurderSoeskende(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SoeskendevurderingAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => vurderSoeskende(session, id, krop));
  }

  @Post(':id/tilsyn')
  @Kommandorute({
    sammenfatning: 'Registrér et tilsynsbesøg',
    beskrivelse:
      'Mindst to besøg om året med en samtale med barnet, så vidt muligt uden personale (SEL § 148, BL § 156, stk. 5). Det, der ikke lod sig gøre, begrundes. Næste besøgs seneste dag regnes, så 12 måneder altid rummer to.',
    svar: TilsynSvar,
  })
  afholdTilsyn(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: TilsynAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      tilsynId: await afholdTilsyn(session, id, krop, this.lov),
    }));
  }

  @Post(':id/socialtilsynsunderretninger')
  @Kommandorute({
    sammenfatning: 'Registrér, at socialtilsynet er underrettet',
    beskrivelse: 'Om bekymrende forhold på stedet (BL § 156, stk. 4); også efter at barnet er flyttet.',
    svar: AnbringelseSvar,
  })
  underretSocialtilsyn(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SocialtilsynAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await kraevAnbringelse(session, id);
      await session.decide(anbringelseDecider, id, { type: 'UnderretSocialtilsyn', ...krop });
    });
  }

  @Post(':id/samtykketilbagekaldelser')
  @Kommandorute({
    sammenfatning: 'Registrér, at samtykket til anbringelsen er trukket tilbage',
    beskrivelse:
      'Barnet kommer ikke hjem af sig selv: der træffes afgørelse om hjemgivelse, eller udvalget afgør sagen (SEL §§ 58 og 68, stk. 2, BL §§ 47 og 100).',
    svar: AnbringelseSvar,
  })
  traekAnbringelsessamtykkeTilbage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SamtykketilbagekaldelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => traekAnbringelsessamtykke(session, id, krop, this.lov));
  }

  @Post(':id/grundlag')
  @Kommandorute({
    sammenfatning: 'Lad anbringelsen fortsætte på et andet grundlag',
    beskrivelse:
      'Efter udvalgets eller formandens afgørelse (BL §§ 47 og 143, SEL §§ 58 og 75), igen med samtykke, eller som ungestøtte fra den dag, den unge fylder 18 år. Det, der var bedt om eller afgjort om hjemgivelse, falder dermed væk. Fra tvang til samtykke er en ny afgørelse med samtale, begrundelse og klagevejledning.',
    svar: AnbringelsesafgoerelseSvar,
  })
  skiftAnbringelsesgrundlag(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: GrundlagAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      afgoerelseId: await skiftGrundlag(session, id, krop, this.lov),
    }));
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, 'oekonomi', { anbringelseId: id }, handling);
  }
}
