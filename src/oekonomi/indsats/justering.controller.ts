import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { CommandGateway, type Handling } from '../../platform/http/gateways.js';
import { ugyldig } from '../../platform/http/problem.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import {
  SamtykkeAnmodning,
  SamtykketilbagekaldelseAnmodning,
  SamtykkeundtagelseAnmodning,
} from '../../sagsstyring/sagsstyring.public.js';
import { hundrededele } from './antal.js';
import { IndsatsSvar } from './indsats.dto.js';
import {
  IndsatsophoersafgoerelseAnmodning,
  IndsatsophoersafgoerelseSvar,
  JusteringAnmodning,
  JusteringSvar,
} from './justering.dto.js';
import { afgivIndsatssamtykke, afgoerIndsatsophoer, justerIndsats, traekIndsatssamtykke } from './justering_forloeb.js';

/** What happens to a running measure: adjusted, decided to end, without consent and with it again. */
@ApiTags('indsatser')
@Controller('indsatser')
@Adgang('sagsbehandler', 'teamleder', 'system')
export class IndsatsjusteringController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/justeringer')
  @Kommandorute({
    sammenfatning: 'Justér indsatsens pris, omfang eller periode',
    beskrivelse:
      'Det, der gjaldt før, bliver stående. En ny pris er ingen afgørelse; mere hjælp kræver samtykke; mindre hjælp går parterne imod, og de høres først (forvaltningsloven § 19). SEL § 70, BL § 95.',
    svar: JusteringSvar,
  })
  justerIndsats(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: JusteringAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => justerIndsats(session, id, krop, omfangAf(krop), this.lov));
  }

  @Post(':id/ophoersafgoerelse')
  @Kommandorute({
    sammenfatning: 'Afgør, at indsatsen skal ophøre',
    beskrivelse:
      'Når kommunen stopper indsatsen mod familiens ønske. Barnet og parterne høres først, og afgørelsen meddeles med klagevejledning. Herefter registreres ophøret med årsagen kommunens-afgoerelse.',
    svar: IndsatsophoersafgoerelseSvar,
  })
  afgoerIndsatsophoer(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: IndsatsophoersafgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      afgoerelseId: await afgoerIndsatsophoer(session, id, krop, this.lov),
    }));
  }

  @Post(':id/samtykketilbagekaldelser')
  @Kommandorute({
    sammenfatning: 'Registrér, at samtykket til indsatsen er trukket tilbage',
    beskrivelse:
      'Indsatsen skal så ophøre, medmindre loven tillader den uden samtykke (SEL § 56, BL §§ 37-39); næste skridt siger det, til det er afklaret.',
    svar: IndsatsSvar,
  })
  traekIndsatssamtykkeTilbage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SamtykketilbagekaldelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await traekIndsatssamtykke(session, id, krop, this.lov);
      return {};
    });
  }

  @Post(':id/samtykker')
  @Kommandorute({
    sammenfatning: 'Registrér et nyt svar på samtykke til indsatsen',
    beskrivelse: 'Når et samtykke har været trukket tilbage og gives igen.',
    svar: IndsatsSvar,
  })
  afgivIndsatssamtykke(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SamtykkeAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await afgivIndsatssamtykke(session, id, { givet: krop }, this.lov);
      return {};
    });
  }

  @Post(':id/samtykkeundtagelser')
  @Kommandorute({
    sammenfatning: 'Undtag samtykket til en igangværende indsats',
    beskrivelse:
      'Når loven tillader, at indsatsen fortsætter uden (SEL § 56, BL §§ 37-39). Grund, paragraf og begrundelse gemmes.',
    svar: IndsatsSvar,
  })
  undtagIndsatssamtykke(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SamtykkeundtagelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await afgivIndsatssamtykke(session, id, { undtaget: krop }, this.lov);
      return {};
    });
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, 'oekonomi', { indsatsId: id }, handling);
  }
}

function omfangAf({ antal, antalPr }: JusteringAnmodning): number | undefined {
  if ((antal === undefined) !== (antalPr === undefined)) {
    const besked = 'Angiv antal og antalPr sammen.';
    throw ugyldig('omfang-uklart', besked, { felt: 'antalPr', sti: '/antalPr', kode: 'sammen', besked });
  }
  return antal === undefined ? undefined : hundrededele(antal);
}
