import { Body, Controller, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { CommandGateway } from '../../platform/http/gateways.js';
import { ugyldig } from '../../platform/http/problem.js';
import { Anmodning } from '../../platform/http/request.js';
import { Eksempel, Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import { kraevRisikoenVurderet } from '../../sagsstyring/sagsstyring.public.js';
import { undersoegelseskladde } from '../kladde/dokumenter.js';
import { type UndersoegelseKommando, type Udtalelseskreds } from './kommandoer.js';
import { kraevFelt, kraevUndersoegelse, udfoerPaaUndersoegelse } from './udfoerelse.js';
import { dimensionerUdenLicens, gyldigeTemaer } from './grundlag.js';
import { undersoegelseDecider } from './undersoegelse.js';
import {
  AktoerAnmodning,
  BfuBoernesamtaleAnmodning,
  ForaeldresamtaleAnmodning,
  RykkerAnmodning,
  TemaAnmodning,
  UdtalelseAnmodning,
  UdtalelsessvarAnmodning,
  UdtalelseSvar,
  UndersoegelseSvar,
} from './undersoegelse.dto.js';

/** Gathering what the investigation rests on: actors, themes, statements and talks. */
@ApiTags('undersøgelser')
@Controller('undersoegelser')
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(undersoegelseskladde)
export class IndhentningController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/aktoerer')
  @Kommandorute({
    sammenfatning: 'Registrér de aktører, der skal høres',
    beskrivelse:
      'Rådgiver har sat sig ind i sagen og fundet de fagfolk og andre, som har viden om barnet. De skal inddrages, så undersøgelsen godkendes først, når de er nævnt, eller det er begrundet, at der ingen er (BL § 22, stk. 1-2).',
    svar: UndersoegelseSvar,
  })
  @Eksempel(AktoerAnmodning, { dato: '2018-11-14', aktoerer: ['Skolen', 'Sundhedsplejersken'] })
  registrerAktoerer(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AktoerAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, aktoerer(krop));
  }

  @Post(':id/temaer')
  @Kommandorute({
    sammenfatning: 'Tag stilling til temaer',
    beskrivelse:
      'Hvert tema vurderes relevant eller ikke, med begrundelse. Hvilke temaer der findes, følger af loven på afgørelsesdagen; under serviceloven skal der tages stilling til alle seks, før der konkluderes. Har kommunen en ICS-licens, kan trekantens dimensioner vurderes også; en dimension tæller som sit tema. Se `GET /ics/temaer`.',
    svar: UndersoegelseSvar,
  })
  vurderTemaer(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: TemaAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      const { afgoerelseDato } = await kraevUndersoegelse(session, id);
      const dato = krop.dato ?? session.context.iDag;
      const gyldige = await gyldigeTemaer(session, this.lov, afgoerelseDato, dato);
      const udenLicens = await dimensionerUdenLicens(session, this.lov, afgoerelseDato, dato);
      return { type: 'VurderTemaer', gyldigeTemaer: gyldige, udenLicens, ...krop };
    });
  }

  @Post(':id/udtalelser')
  @Kommandorute({
    sammenfatning: 'Registrér, at der er bedt om en udtalelse',
    beskrivelse:
      'Hver udtalelse har sin egen svarfrist, som ses blandt fristerne. Er der tegn på æresrelateret konflikt, skal risikoen være vurderet, før netværk eller forældre spørges (BL § 18, stk. 3); en fagperson kan spørges, når `kreds` siger det.',
    svar: UdtalelseSvar,
  })
  anmodUdtalelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UdtalelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const udtalelseId = session.context.nytId();
        await this.kraevMaaNaaUd(session, id, krop.kreds, krop.anmodet);
        const kommando = { type: 'AnmodUdtalelse', udtalelseId, ...krop } as const;
        await session.decide(undersoegelseDecider, id, kommando, { mustExist: true });
        return { bfuId: id, udtalelseId };
      },
    });
  }

  @Post(':id/udtalelser/:udtalelseId/rykker')
  @Kommandorute({
    sammenfatning: 'Registrér en rykker',
    beskrivelse: 'Der er rykket for udtalelsen, og der er sat en ny svarfrist.',
    svar: UdtalelseSvar,
  })
  rykUdtalelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('udtalelseId') udtalelseId: string,
    @Body() krop: RykkerAnmodning,
  ): Promise<CommandResult> {
    const rykker = async (session: CommandSession): Promise<UndersoegelseKommando> => {
      const { udtalelser } = await kraevUndersoegelse(session, id);
      await this.kraevMaaNaaUd(session, id, udtalelser[udtalelseId]?.kreds, krop.rykket);
      return { type: 'RykUdtalelse', udtalelseId, ...krop };
    };
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, rykker, { udtalelseId });
  }

  @Post(':id/udtalelser/:udtalelseId/svar')
  @Kommandorute({
    sammenfatning: 'Registrér en modtaget udtalelse',
    beskrivelse: 'Udtalelsen er kommet; dens svarfrist er opfyldt.',
    svar: UdtalelseSvar,
  })
  modtagUdtalelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('udtalelseId') udtalelseId: string,
    @Body() krop: UdtalelsessvarAnmodning,
  ): Promise<CommandResult> {
    const kommando = { type: 'ModtagUdtalelse', udtalelseId, ...krop } as const;
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, kommando, { udtalelseId });
  }

  @Post(':id/boernesamtaler')
  @Kommandorute({
    sammenfatning: 'Registrér en børnesamtale, eller at den undtagelsesvis er undladt',
    beskrivelse:
      'Uden en samtale eller en begrundet undladelse kan der ikke konkluderes (SEL § 48, BL § 5, stk. 3-4). Undlades samtalen, skal barnets holdning skaffes på anden vis.',
    svar: UndersoegelseSvar,
  })
  registrerBoernesamtale(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BfuBoernesamtaleAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, boernesamtale(krop));
  }

  @Post(':id/foraeldresamtaler')
  @Kommandorute({
    sammenfatning: 'Registrér en forældresamtale',
    beskrivelse:
      'Undersøgelsen gennemføres så vidt muligt i samarbejde med forældrene. Er der tegn på æresrelateret konflikt, skal risikoen være vurderet først (BL § 18, stk. 3).',
    svar: UndersoegelseSvar,
  })
  registrerForaeldresamtale(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ForaeldresamtaleAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      const { barnId } = await kraevUndersoegelse(session, id);
      await kraevRisikoenVurderet(session, barnId, this.lov.regime(krop.dato));
      return { type: 'AfholdForaeldresamtale', ...krop };
    });
  }

  /** Nothing reaches parents and network while an honour-related risk is not assessed; who is not said to be a professional may be one of them. */
  private async kraevMaaNaaUd(
    session: CommandSession,
    bfuId: string,
    kreds: Udtalelseskreds | undefined,
    dato: string,
  ): Promise<void> {
    if (kreds === 'fagperson') return;
    const { barnId } = await kraevUndersoegelse(session, bfuId);
    await kraevRisikoenVurderet(session, barnId, this.lov.regime(dato));
  }
}

function aktoerer({ dato, aktoerer: hvem, begrundelse }: AktoerAnmodning): UndersoegelseKommando {
  if (hvem !== undefined && begrundelse !== undefined) {
    const besked = 'Nævn aktørerne, eller begrund, at der ingen er; ikke begge dele.';
    throw ugyldig('aktoerer-og-begrundelse', besked, {
      ...{ felt: 'begrundelse', sti: '/begrundelse', kode: 'udelukker', besked },
    });
  }
  if (hvem !== undefined) return { type: 'AfdaekAktoerer', dato, aktoerer: hvem };
  const hvorfor = kraevFelt('begrundelse', begrundelse, 'Nævn aktørerne, eller skriv, hvorfor ingen inddrages.');
  return { type: 'UndladAktoerer', dato, begrundelse: hvorfor };
}

function boernesamtale(krop: BfuBoernesamtaleAnmodning): UndersoegelseKommando {
  const { dato, barnetsHoldning } = krop;
  if (krop.holdt) {
    const referat = kraevFelt('referat', krop.referat, 'Skriv et referat af samtalen.');
    return { type: 'AfholdBoernesamtale', dato, udenForaeldre: krop.udenForaeldre ?? false, referat, barnetsHoldning };
  }
  const begrundelse = kraevFelt('begrundelse', krop.begrundelse, 'Skriv, hvorfor samtalen er undladt.');
  return { type: 'UndladBoernesamtale', dato, begrundelse, barnetsHoldning };
}
