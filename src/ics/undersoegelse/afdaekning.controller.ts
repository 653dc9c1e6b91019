import { Body, Controller, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { CommandGateway } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute, Placering } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import { undersoegelseskladde } from '../kladde/dokumenter.js';
import { aabnEnkeltsag, afslutEnkeltsag, kraevAabenSag } from '../../sagsstyring/sagsstyring.public.js';
import {
  barnefakta,
  gyldigeTemaer,
  hurtigsporet,
  igangvaerendeUndersoegelser,
  indsatskatalog,
  screeningAf,
  tidsplan,
} from './grundlag.js';
import { AfdaekningAnmodning, AfdaekningsafslutningAnmodning, KonverteringAnmodning } from './sidespor.dto.js';
import { traefBfuafgoerelse } from './parter.js';
import { indsatserAtRykkeFrem } from './sideloebende.js';
import { kraevUnderretningOm, kraevUndersoegelse } from './udfoerelse.js';
import { undersoegelseDecider } from './undersoegelse.js';
import { BfuafgoerelseSvar, UndersoegelseSvar } from './undersoegelse.dto.js';

/** Afdækning (BL § 19): the short process between the screening and an investigation. */
@ApiTags('undersøgelser')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(undersoegelseskladde)
export class AfdaekningController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post('sager/:id/afdaekninger')
  @Placering((svar) => `/undersoegelser/${String(svar['bfuId'])}`)
  @Kommandorute({
    sammenfatning: 'Beslut en afdækning af et eller flere forhold',
    beskrivelse:
      'Kræver, at sagen er screenet til afdækning (BL § 18), og findes kun fra 2024. Afdækningen læses og føres som en undersøgelse: udtalelser, samtaler og fund registreres på samme id og følger med, hvis den bliver til en børnefaglig undersøgelse.',
    svar: UndersoegelseSvar,
  })
  beslutAfdaekning(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: AfdaekningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: (svar) => String(svar['bfuId']),
      handle: async (session) => {
        const sag = await kraevAabenSag(session, sagId);
        const { barnId } = sag;
        const { underretningId, ...felter } = krop;
        if (underretningId !== undefined) await kraevUnderretningOm(session, underretningId, barnId);
        const screening = await screeningAf(session, sag, underretningId, krop.afgoerelseDato);
        const bfuId = session.context.nytId();
        await session.decide(undersoegelseDecider, bfuId, {
          type: 'BeslutAfdaekning',
          ...felter,
          ...{ bfuId, sagId, barnId },
          grunde: krop.grunde ?? [],
          regime: this.lov.regime(krop.afgoerelseDato),
          gyldigeTemaer: await gyldigeTemaer(session, this.lov, krop.afgoerelseDato),
          barn: await barnefakta(session, barnId, krop.afgoerelseDato),
          igangvaerende: igangvaerendeUndersoegelser(sag),
          ...(screening === undefined ? {} : { screening }),
        });
        await aabnEnkeltsag(session, sagId, { enkeltsagId: bfuId, art: 'afdaekning', aabnet: krop.afgoerelseDato });
        return { bfuId };
      },
    });
  }

  @Post('undersoegelser/:id/afdaekning/afslutning')
  @Kommandorute({
    sammenfatning: 'Afslut afdækningen',
    beskrivelse:
      'Med konklusion, barnets og forældrenes holdning (BL §§ 5 og 19). Har afdækningen vist noget, der gør en børnefaglig undersøgelse til en pligt, konverteres den i stedet (BL § 20, stk. 1).',
    svar: UndersoegelseSvar,
  })
  afslutAfdaekning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AfdaekningsafslutningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const { sagId, barnId } = await kraevUndersoegelse(session, id);
        const sag = await kraevAabenSag(session, sagId);
        await session.decide(undersoegelseDecider, id, {
          type: 'AfslutAfdaekning',
          ...krop,
          barn: await barnefakta(session, barnId, krop.dato),
          grunde: krop.grunde ?? [],
          indsatskoder: krop.indsatskoder ?? [],
          kendteIndsatskoder: indsatskatalog(this.lov, krop.dato),
          igangvaerendeIndsatser: await indsatserAtRykkeFrem(session, sag, krop.dato),
        });
        await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: krop.dato });
        return { bfuId: id };
      },
    });
  }

  @Post('undersoegelser/:id/konvertering')
  @Kommandorute({
    sammenfatning: 'Lad afdækningen fortsætte som børnefaglig undersøgelse',
    beskrivelse:
      'Afgørelse efter BL § 20, som meddeles parterne. Det indsamlede og opmærksomhedsdatoen bevares, så de fire måneder løber fra den dag, kommunen først blev opmærksom på behovet.',
    svar: BfuafgoerelseSvar,
  })
  konverterAfdaekning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: KonverteringAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const { sagId, barnId, opmaerksomDato } = await kraevUndersoegelse(session, id);
        await kraevAabenSag(session, sagId);
        const { afgoerelseDato } = krop;
        await session.decide(undersoegelseDecider, id, {
          type: 'KonverterTilBfu',
          ...krop,
          barn: await barnefakta(session, barnId, afgoerelseDato),
          regime: this.lov.regime(afgoerelseDato),
          ...tidsplan(
            this.lov,
            session.context.iDag,
            { ...krop, opmaerksomDato },
            await hurtigsporet(session, request.aktoer.kommune, { ...krop, opmaerksomDato }),
          ),
        });
        await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: afgoerelseDato });
        await aabnEnkeltsag(session, sagId, { enkeltsagId: id, art: 'bfu', aabnet: afgoerelseDato });
        const { begrundelse } = krop;
        const om = { sagId, bfuId: id, dato: afgoerelseDato, begrundelse };
        return { bfuId: id, afgoerelseId: await traefBfuafgoerelse(session, this.lov, om) };
      },
    });
  }
}
