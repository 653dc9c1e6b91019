import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { CommandGateway, type Handling } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import { AnbringelsesafgoerelseSvar, AnbringelseSvar } from './anbringelse.dto.js';
import { anbringelseDecider } from './anbringelse.js';
import {
  HjemgivelseAnmodning,
  HjemgivelsesafgoerelseAnmodning,
  HjemgivelsesudtalelseAnmodning,
  HjemgivetAnmodning,
  PermanentAnmodning,
  UdvalgsorienteringAnmodning,
  UngestoetteAnmodning,
} from './hjemgivelse.dto.js';
import {
  afgoerHjemgivelse,
  afgoerUngestoette,
  anmodHjemgivelse,
  hjemgivBarn,
  noterPermanent,
} from './hjemgivelse_forloeb.js';
import { kraevAnbringelse } from './opslag.js';

/** Where a placement leads: home, to stay, or into adult life. */
@ApiTags('anbringelser')
@Controller('anbringelser')
@Adgang('sagsbehandler', 'teamleder', 'system')
export class HjemgivelseController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/hjemgivelsesanmodninger')
  @Kommandorute({
    sammenfatning: 'Registrér en anmodning om hjemgivelse',
    beskrivelse: 'Fra en med forældremyndighed, eller fra den unge på 15 år.',
    svar: AnbringelseSvar,
  })
  anmodHjemgivelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: HjemgivelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => anmodHjemgivelse(session, id, krop, this.lov));
  }

  @Post(':id/hjemgivelsesudtalelser')
  @Kommandorute({
    sammenfatning: 'Registrér anbringelsesstedets udtalelse om hjemgivelse',
    beskrivelse: 'Skal foreligge, før hjemgivelsen afgøres (BL § 100, stk. 2).',
    svar: AnbringelseSvar,
  })
  indhentHjemgivelsesudtalelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: HjemgivelsesudtalelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await kraevAnbringelse(session, id);
      await session.decide(anbringelseDecider, id, { type: 'IndhentHjemgivelsesudtalelse', ...krop });
    });
  }

  @Post(':id/hjemgivelsesafgoerelse')
  @Kommandorute({
    sammenfatning: 'Træf afgørelse om hjemgivelse og periodens længde, eller giv afslag',
    beskrivelse:
      'Altid før barnet kommer hjem, også når samtykket er trukket tilbage (SEL § 68, stk. 2, BL § 100, stk. 1). Kræver stedets udtalelse, samtale med barnet, revideret plan, videre støtte og partshøring. Perioden er højst seks måneder og kan undlades med en særlig grund. Er samtykket trukket tilbage, kan der ikke gives afslag uden udvalget.',
    svar: AnbringelsesafgoerelseSvar,
  })
  afgoerHjemgivelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: HjemgivelsesafgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      afgoerelseId: await afgoerHjemgivelse(session, id, krop, this.lov),
    }));
  }

  @Post(':id/udvalgsorientering')
  @Kommandorute({
    sammenfatning: 'Registrér, at udvalget er orienteret om hjemgivelsen',
    beskrivelse: 'Når udvalget har anbragt barnet. Det kan ikke omgøre afgørelsen, men underrette Ankestyrelsen.',
    svar: AnbringelseSvar,
  })
  orienterUdvalg(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UdvalgsorienteringAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await kraevAnbringelse(session, id);
      await session.decide(anbringelseDecider, id, { type: 'OrienterUdvalg', ...krop });
    });
  }

  @Post(':id/hjemgivelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at barnet er hjemgivet',
    beskrivelse: 'Senest når perioden slutter; indtil da er barnet anbragt. Anbringelsen er så slut.',
    svar: AnbringelseSvar,
  })
  hjemgivBarn(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: HjemgivetAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => hjemgivBarn(session, id, krop, this.lov));
  }

  @Post(':id/permanent')
  @Kommandorute({
    sammenfatning: 'Registrér udvalgets afgørelse om permanent anbringelse',
    beskrivelse:
      'Serviceloven: videreført anbringelse. Efter mindst tre år eller en særregel, med revideret undersøgelse og plan, psykologisk helhedsvurdering og den unges samtykke fra 15 år (SEL § 68 a, BL § 67). Den skal ikke genbehandles.',
    svar: AnbringelseSvar,
  })
  noterPermanent(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PermanentAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => noterPermanent(session, id, krop, this.lov));
  }

  @Post(':id/ungestoette')
  @Kommandorute({
    sammenfatning: 'Træf afgørelse om støtte efter det fyldte 18. år',
    beskrivelse:
      'Senest seks måneder før den unge fylder 18, efter at planen er revideret med den unge (SEL § 68, stk. 11, BL § 111). Gives der ingen støtte, går afgørelsen den unge imod, og parterne høres først. Døgnopholdet fortsætter derefter med grundlaget `ungestoette`; anden støtte bevilges som indsats.',
    svar: AnbringelsesafgoerelseSvar,
  })
  afgoerUngestoette(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UngestoetteAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      afgoerelseId: await afgoerUngestoette(session, id, krop, this.lov),
    }));
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, 'oekonomi', { anbringelseId: id }, handling);
  }
}
