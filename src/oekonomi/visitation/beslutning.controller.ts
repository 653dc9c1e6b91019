import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { CommandGateway, type Handling } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import {
  afgivSamtykke,
  SamtykkeAnmodning,
  SamtykketilbagekaldelseAnmodning,
  SamtykkeundtagelseAnmodning,
  traekSamtykkeTilbage,
  undtagSamtykke,
} from '../../sagsstyring/sagsstyring.public.js';
import { afgoerVisitation, meddelVisitation } from './afgoerelse.js';
import { kraevVisitation, samtykkesag } from './grundlag.js';
import { afklarSamtykke, godkendVisitation, overgivTilTvang } from './visitation_forloeb.js';
import { kraevAabenForSvar, visitationDecider } from './visitation.js';
import {
  BegrundetAnmodning,
  VisitationsgodkendelseAnmodning,
  TvangssporAnmodning,
  TvangssporSvar,
  VisitationsafgoerelseAnmodning,
  VisitationsafgoerelseSvar,
  VisitationsdatoAnmodning,
  VisitationsmeddelelseAnmodning,
  VisitationSvar,
} from './visitation.dto.js';

/** From the finished proposal to the decision: approval, consent, decision, and what follows when there is no consent. */
@ApiTags('visitationer')
@Controller('visitationer')
@Adgang('sagsbehandler', 'teamleder', 'system')
export class VisitationsbeslutningController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/til-godkendelse')
  @Kommandorute({
    sammenfatning: 'Send forslaget til godkendelse',
    beskrivelse: 'Til den, der må bevilge beløbet.',
    svar: VisitationSvar,
  })
  sendVisitationTilGodkendelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: VisitationsdatoAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(visitationDecider, id, { type: 'SendTilGodkendelse', ...krop }, { mustExist: true });
      return {};
    });
  }

  @Post(':id/godkendelse')
  @Adgang('teamleder')
  @Kommandorute({
    sammenfatning: 'Godkend forslagets omkostning',
    beskrivelse:
      'Inden for kommunens bevillingsgrænse for lederen eller visitationsudvalget på dagen. Godkendelsen gælder forslagets nummer.',
    svar: VisitationSvar,
  })
  godkendVisitation(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: VisitationsgodkendelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await godkendVisitation(session, request.aktoer.kommune, id, { ...krop }, this.lov);
      return {};
    });
  }

  @Post(':id/tilbagesendelse')
  @Adgang('teamleder')
  @Kommandorute({
    sammenfatning: 'Send forslaget tilbage',
    beskrivelse: 'Forslaget er ikke godkendt og skal ændres.',
    svar: VisitationSvar,
  })
  sendVisitationTilbage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BegrundetAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(visitationDecider, id, { type: 'SendTilbage', ...krop }, { mustExist: true });
      return {};
    });
  }

  @Post(':id/samtykker')
  @Kommandorute({
    sammenfatning: 'Registrér et svar på samtykke',
    beskrivelse:
      'Svaret gælder forslaget, som det er nu. Støttende indsatser: alle med forældremyndighed (SEL § 52, BL § 32). Anbringelse: også den unge fra 15 år, informeret og med formålet (BL § 46). Betinget samtykke eller uenighed om formålet er ikke samtykke. Forældre spørges ikke, før risikoen ved en æresrelateret konflikt er vurderet (BL § 18, stk. 3).',
    svar: VisitationSvar,
  })
  afgivVisitationssamtykke(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SamtykkeAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const v = await kraevVisitation(session, id);
      kraevAabenForSvar(v);
      await afgivSamtykke(session, await samtykkesag(session, v, krop.dato, this.lov), { ...krop });
      await afklarSamtykke(session, id, krop.dato, this.lov);
      return {};
    });
  }

  @Post(':id/samtykketilbagekaldelser')
  @Kommandorute({
    sammenfatning: 'Registrér, at et samtykke er trukket tilbage',
    beskrivelse:
      'Før afgørelsen kan der så ikke afgøres med samtykke. Efter afgørelsen trækkes det tilbage på indsatsen eller anbringelsen.',
    svar: VisitationSvar,
  })
  traekVisitationssamtykkeTilbage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SamtykketilbagekaldelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const v = await kraevVisitation(session, id);
      kraevAabenForSvar(v);
      const { barnId, sagId } = v;
      await traekSamtykkeTilbage(session, { afgoerelseId: id, barnId, sagId }, { ...krop });
      await afklarSamtykke(session, id, krop.dato, this.lov);
      return {};
    });
  }

  @Post(':id/samtykkeundtagelser')
  @Kommandorute({
    sammenfatning: 'Undtag et samtykke',
    beskrivelse:
      'Når loven tillader en afgørelse uden samtykket (BL §§ 37-39, SEL § 56), eller en forælder er ukendt. Grund, paragraf og begrundelse gemmes. Afgørelsen går så en part imod, og parterne høres først.',
    svar: VisitationSvar,
  })
  undtagVisitationssamtykke(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SamtykkeundtagelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      const v = await kraevVisitation(session, id);
      kraevAabenForSvar(v);
      await undtagSamtykke(session, await samtykkesag(session, v, krop.dato, this.lov), { ...krop }, this.lov);
      await afklarSamtykke(session, id, krop.dato, this.lov);
      return {};
    });
  }

  @Post(':id/afgoerelse')
  @Kommandorute({
    sammenfatning: 'Træf afgørelse om de foreslåede indsatser',
    beskrivelse:
      'Formål og forventet varighed skal angives (BL § 32, stk. 3; § 46, stk. 1), og efter barnets lov § 91 om der laves en plan. Afvises med paragraf og det, der mangler: samtykke, samtale med barnet, plan, godkendt sted, partshøring. Indsatser og anbringelser oprettes i samme åndedrag.',
    svar: VisitationsafgoerelseSvar,
  })
  afgoerVisitation(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: VisitationsafgoerelseAnmodning,
  ): Promise<CommandResult> {
    const { hoeringsundtagelse: undtagelse, ...resten } = krop;
    return this.udfoer(request, id, async (session) => ({
      ...(await afgoerVisitation(
        session,
        id,
        { ...resten, ...(undtagelse === undefined ? {} : { undtagelse }) },
        this.lov,
      )),
    }));
  }

  @Post(':id/meddelelse')
  @Kommandorute({
    sammenfatning: 'Afslut visitationen, når alle parter har fået afgørelsen',
    beskrivelse:
      'Hver part får afgørelsen med begrundelse og klagevejledning på `/afgoerelser/{id}/meddelelser`; klagefristen på 4 uger løber fra modtagelsen. Først når alle har fået den, er visitationen slut.',
    svar: VisitationSvar,
  })
  afslutVisitation(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: VisitationsmeddelelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await meddelVisitation(session, id, { ...krop });
      return {};
    });
  }

  @Post(':id/tvangsspor')
  @Kommandorute({
    sammenfatning: 'Overgiv sagen til sporet uden samtykke',
    beskrivelse:
      'Når der er spurgt, og svaret ikke er et samtykke: støttende indsats uden samtykke (BL §§ 37-39, SEL § 56) eller børne- og ungeudvalget (BL § 47, SEL § 58). Visitationen slutter.',
    svar: TvangssporSvar,
  })
  overgivVisitationTilTvang(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: TvangssporAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      spor: await overgivTilTvang(session, id, { ...krop }, this.lov),
    }));
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, 'oekonomi', { visitationId: id }, handling);
  }
}
