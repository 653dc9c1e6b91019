import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Offentlig } from '../auth/access.js';
import { Heltal, JaNej, KodeAf, ObjektFelt, ObjektListe, Tekst } from '../http/felt.js';
import { type HttpReply } from '../http/http-request.js';
import { HealthCheck } from './health-check.js';

class LivSvar {
  /** Always "i live". */
  @Tekst('Står der noget, er processen i live.', 'i live')
  status!: string;
}

class DatabaseSvar {
  /** Whether it answers. */
  @JaNej('Om databasen svarer.', true)
  svarer!: boolean;

  /** How long it took. */
  @Heltal('Hvor længe svaret var om at komme.', 1)
  millisekunder!: number;
}

class ProjektionSvar {
  /** Its name. */
  @Tekst('Projektionens navn.', 'sagsstyring.frister')
  projektion!: string;

  /** Municipality. */
  @Heltal('Kommunekode.', 840)
  kommune!: number;

  /** Its state. */
  @KodeAf('Tilstand. En fejlet projektion står stille og viser gamle oplysninger.', 'koerer', [
    'koerer',
    'genopbygges',
    'fejlet',
    'afloest',
  ])
  tilstand!: string;

  /** How far it has come. */
  @Heltal('Hvor langt i loggen den er nået.', 4711)
  position!: number;

  /** How long the log is. */
  @Heltal('Loggens sidste plads.', 4711)
  hoved!: number;

  /** The difference. */
  @Heltal('Hvor mange hændelser den er bagud.', 0)
  efterslaeb!: number;

  /** Kind of error. */
  @Tekst('Hvad der stoppede den; uden personoplysninger.', 'TypeError at …', { valgfri: true, maks: 2000 })
  fejl?: string;
}

class ProjektionerSvar {
  /** Whether this process runs any. */
  @JaNej('Om denne proces kører projektioner (ROLLE).', true)
  koerer!: boolean;

  /** How many. */
  @Heltal('Antal par af projektion og kommune.', 24)
  antal!: number;

  /** How many have stopped. */
  @Heltal('Hvor mange der er stoppet med fejl.', 0)
  fejlede!: number;

  /** The longest lag. */
  @Heltal('Det største efterslæb i hændelser.', 0)
  stoersteEfterslaeb!: number;

  /** The worst. */
  @ObjektListe('De værste af dem, der er fejlet eller bagud.', () => ProjektionSvar)
  eftersyn!: ProjektionSvar[];
}

class KlarSvar {
  /** Whether users can be served. */
  @JaNej('Om processen kan tage imod brugere.', true)
  klar!: boolean;

  /** The database. */
  @ObjektFelt('Databasen.', () => DatabaseSvar)
  database!: DatabaseSvar;

  /** The projections. */
  @ObjektFelt('Projektionerne, som lister og opslag læser.', () => ProjektionerSvar)
  projektioner!: ProjektionerSvar;
}

/** For load balancers and operators. Shows nothing about any child. */
@ApiTags('sundhed')
@Controller('sundhed')
@Offentlig()
export class HealthController {
  constructor(@Inject(HealthCheck) private readonly check: HealthCheck) {}

  @Get('lever')
  @ApiOperation({
    summary: 'Er processen i live?',
    description: 'Svarer uden at se på andet end processen selv. Svarer den ikke, skal den genstartes.',
  })
  @ApiResponse({ status: 200, description: 'I live.', type: LivSvar })
  erILive(): LivSvar {
    return { status: 'i live' };
  }

  @Get('klar')
  @ApiOperation({
    summary: 'Kan processen tage imod brugere?',
    description: 'Ser på databasen og på, om en projektion er stoppet, og hvor langt de er bagud.',
  })
  @ApiResponse({ status: 200, description: 'Klar.', type: KlarSvar })
  @ApiResponse({ status: 503, description: 'Ikke klar; svaret fortæller hvorfor.', type: KlarSvar })
  async erKlar(@Res({ passthrough: true }) reply: HttpReply): Promise<KlarSvar> {
    const health = await this.check.look();
    reply.status(health.klar ? 200 : 503);
    return { ...health, projektioner: { ...health.projektioner, eftersyn: [...health.projektioner.eftersyn] } };
  }
}
