import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { CommandGateway } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { DatorettelseAnmodning, TidspunktrettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { type UnderretningKommando } from './kommandoer.js';
import { UnderretningSvar } from './underretning.dto.js';
import { underretningDecider } from './underretning.js';

/** When what was done with a notification was done at another time than was recorded. */
@ApiTags('underretninger')
@Controller('underretninger')
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
export class UnderretningsrettelseController {
  constructor(@Inject(CommandGateway) private readonly kommandoer: CommandGateway) {}

  @Post(':id/akutvurdering/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret tidspunktet for akutvurderingen',
    beskrivelse:
      'Når det er registreret forkert. Fristen på 24 timer måles på det rigtige; det gamle bliver stående i loggen.',
    svar: UnderretningSvar,
  })
  retAkutvurdering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() { tidspunkt: vurderet, begrundelse }: TidspunktrettelseAnmodning,
  ): Promise<CommandResult> {
    return this.ret(request, id, { type: 'RetAkutvurdering', vurderet, begrundelse });
  }

  @Post(':id/kvittering/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen for kvitteringen',
    beskrivelse:
      'Når den er registreret forkert. Fristen på 6 hverdage måles på den rigtige; den gamle bliver stående i loggen.',
    svar: UnderretningSvar,
  })
  retKvittering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() { dato: sendt, begrundelse }: DatorettelseAnmodning,
  ): Promise<CommandResult> {
    return this.ret(request, id, { type: 'RetKvittering', sendt, begrundelse });
  }

  private ret(
    request: RequestContext,
    id: string,
    kommando: Extract<UnderretningKommando, { type: 'RetAkutvurdering' | 'RetKvittering' }>,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'sagsstyring',
      etagStream: () => id,
      handle: async (session) => {
        await session.decide(underretningDecider, id, kommando, { mustExist: true });
        return { underretningId: id };
      },
    });
  }
}
