import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { CommandGateway, type Handling } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import {
  AkutHandlingAnmodning,
  ForaeldreorienteringAnmodning,
  OrienteringsudskydelseAnmodning,
  SoeskendelisteAnmodning,
  SoeskendeSvar,
} from './afklaring.dto.js';
import { orienter, registrerAkutHandling, underretOmSoeskende } from './afklaring_forloeb.js';
import { gyldigeKoder } from './gyldige_koder.js';
import { UnderretningSvar } from './underretning.dto.js';
import { underretningDecider } from './underretning.js';

/** What is done about a notification beside assessing it: help at once, the parents told, the siblings not forgotten. */
@ApiTags('underretninger')
@Controller('underretninger')
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
export class AfklaringController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(BlindIndex) private readonly blindIndex: BlindIndex,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/akut-handlinger')
  @Kommandorute({
    sammenfatning: 'Registrér, hvad der er gjort i en hastesag',
    beskrivelse:
      'Når akutvurderingen fandt fare, skal handlingen være registreret, før der kan screenes: formandsafgørelse, akut indsats, politi, børnehus (kun ved overgreb) eller døgnvagt.',
    svar: UnderretningSvar,
  })
  registrerAkutHandling(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AkutHandlingAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await registrerAkutHandling(session, id, { ...krop, handletAf: krop.handletAf ?? request.aktoer.id });
      return {};
    });
  }

  @Post(':id/foraeldreorienteringer')
  @Kommandorute({
    sammenfatning: 'Registrér, at en forælder er oplyst om underretningen',
    beskrivelse:
      'Den, der har forældremyndighed, og den unge selv fra det fyldte 15. år. Er der tegn på æresrelateret konflikt, kræves risikovurderingen først (BL § 18, stk. 3).',
    svar: UnderretningSvar,
  })
  orienterForaelder(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ForaeldreorienteringAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await orienter(session, this.lov, id, krop);
      return {};
    });
  }

  @Post(':id/foraeldreorienteringer/udskydelse')
  @Kommandorute({
    sammenfatning: 'Udskyd at oplyse forældrene',
    beskrivelse: 'Af hensyn til barnet, for eksempel ved overgreb, med begrundelse og en dag, det vurderes igen.',
    svar: UnderretningSvar,
  })
  udskydForaeldreorientering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OrienteringsudskydelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(
        underretningDecider,
        id,
        { type: 'UdskydForaeldreorientering', ...krop },
        { mustExist: true },
      );
      return {};
    });
  }

  @Post(':id/soeskende')
  @Kommandorute({
    sammenfatning: 'Registrér samme henvendelse for søskende',
    beskrivelse:
      'En henvendelse om flere børn er en underretning for hvert barn. Modtagelse, underretter og bekymring følger med; fristerne løber fra samme tidspunkt. De bindes sammen med henvendelseId.',
    svar: SoeskendeSvar,
  })
  underretOmSoeskende(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SoeskendelisteAnmodning,
  ): Promise<CommandResult> {
    const { kommune } = request.aktoer;
    return this.udfoer(request, id, async (session) => ({
      underretninger: await underretOmSoeskende(session, this.blindIndex, kommune, id, krop.boern, (dag) =>
        gyldigeKoder(this.lov, dag),
      ),
    }));
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, 'sagsstyring', { underretningId: id }, handling);
  }
}
