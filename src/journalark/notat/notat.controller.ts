import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { Fritekst, Tekst, TidspunktFelt, UuidFelt } from '../../platform/http/felt.js';
import { CommandGateway } from '../../platform/http/gateways.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { sagDecider } from '../../sagsstyring/sagsstyring.public.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { notatDecider } from './notat.js';

const NOTATPLIGT = 'offentlighedsloven § 13';
const BERIGTIGELSE = 'databeskyttelsesforordningen art. 16';

export class NotatAnmodning {
  /** Subject. */
  @Tekst('Kort emne.', 'Telefonsamtale med skolen', { hjemmel: 'offentlighedsloven § 15' })
  emne!: string;

  /** Text. */
  @Fritekst('Hvad der blev oplyst eller gjort.', 'Læreren fortæller, at barnet trives bedre efter ferien.', {
    hjemmel: NOTATPLIGT,
  })
  tekst!: string;

  /** When it was told or done. */
  @TidspunktFelt('Hvornår det blev oplyst eller gjort.', '2019-02-01T10:00:00+01:00', { hjemmel: NOTATPLIGT })
  oplyst!: string;

  /** Enkeltsag that it is about. */
  @UuidFelt(
    'Den underretning, undersøgelse eller indsats i sagen, som notatet hører til, når det ikke er hele sagen.',
    '0191e2b4-7c3a-7d1e-8f00-000000000003',
    {
      valgfri: true,
    },
  )
  enkeltsagId?: string;
}

export class NotatrettelseAnmodning {
  /** Subject. */
  @Tekst('Kort emne.', 'Telefonsamtale med skolen', { hjemmel: BERIGTIGELSE })
  emne!: string;

  /** Text. */
  @Fritekst(
    'Den rettede tekst. Det oprindelige notat står uændret.',
    'Læreren fortæller, at barnet trives bedre efter vinterferien.',
    { hjemmel: BERIGTIGELSE },
  )
  tekst!: string;

  /** Reason. */
  @Fritekst('Hvorfor notatet rettes.', 'Forkert ferie nævnt.', { hjemmel: BERIGTIGELSE })
  aarsag!: string;
}

export class NotatSvar extends KommandoSvar {
  /** The note. */
  @UuidFelt('Notatets id.', '0191e2b4-7c3a-7d1e-8f00-000000000009')
  notatId!: string;
}

@ApiTags('journal')
@Controller()
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
export class NotatController {
  constructor(@Inject(CommandGateway) private readonly kommandoer: CommandGateway) {}

  @Post('sager/:id/notater')
  @Kommandorute({
    sammenfatning: 'Skriv et notat på sagen',
    beskrivelse:
      'Mundtlige oplysninger af betydning og væsentlige skridt skal skrives ned snarest (offentlighedsloven § 13). Notatet kan ikke ændres, kun rettes med et nyt.',
    svar: NotatSvar,
  })
  skrivNotat(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: NotatAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'journalark',
      etagStream: (svar) => String(svar['notatId']),
      handle: async (session) => {
        const { state } = await session.state(sagDecider, sagId);
        if (state.fase === 'findes-ikke') throw ikkeFundet('sag', sagId);
        const notatId = session.context.nytId();
        await session.decide(notatDecider, notatId, {
          type: 'SkrivNotat',
          notatId,
          barnId: state.barnId,
          sagId,
          sagensEnkeltsager: state.kendteEnkeltsager,
          ...krop,
        });
        return { notatId };
      },
    });
  }

  @Post('notater/:id/rettelser')
  @Kommandorute({
    sammenfatning: 'Ret et notat',
    beskrivelse: 'Rettelsen er en ny hændelse; det oprindelige notat bliver stående i journalen.',
    svar: NotatSvar,
  })
  retNotat(
    @Anmodning() request: RequestContext,
    @Param('id') notatId: string,
    @Body() krop: NotatrettelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'journalark',
      etagStream: () => notatId,
      handle: async (session) => {
        await session.decide(notatDecider, notatId, { type: 'RetNotat', ...krop }, { mustExist: true });
        return { notatId };
      },
    });
  }
}
