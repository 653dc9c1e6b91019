import { Body, Controller, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { CommandGateway } from '../../platform/http/gateways.js';
import { Anmodning } from '../../platform/http/request.js';
import { Kommandorute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import {
  gennemfoertPaaSagen,
  kraevUndersoegelseUdenSamtykke,
  meldUndersoegelseGennemfoert,
} from '../../sagsstyring/sagsstyring.public.js';
import { undersoegelseskladde } from '../kladde/dokumenter.js';
import { barnefakta, bfuFrist, hurtigsporet, udenSamtykkeUdloeber } from './grundlag.js';
import {
  FoedselAnmodning,
  UndladtUnderretningAnmodning,
  MilepaelplanAnmodning,
  UndersoegelsesopholdAnmodning,
  UndersoegelsesopholdOphoerAnmodning,
  PpvAnmodning,
  SagkyndigAnmodning,
  SagkyndigopgivelseAnmodning,
  SagkyndigresultatAnmodning,
  SagkyndigSvar,
  UdenSamtykkeAnmodning,
  UdenSamtykkeafslutningAnmodning,
} from './sidespor.dto.js';
import { kraevUndersoegelse, udfoerPaaUndersoegelse } from './udfoerelse.js';
import { undersoegelseDecider } from './undersoegelse.js';
import { UndersoegelseSvar } from './undersoegelse.dto.js';

/** Beside the eleven steps: examination without consent, experts, milestones, a birth and a move. */
@ApiTags('undersøgelser')
@Controller('undersoegelser')
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(undersoegelseskladde)
export class SidesporController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post(':id/uden-samtykke')
  @Kommandorute({
    sammenfatning: 'Registrér udvalgets afgørelse om undersøgelse uden samtykke',
    beskrivelse:
      'Børne- og ungeudvalget har vedtaget det i sagen `buuSagId` (SEL § 51, BL § 23). Undersøgelsen skal være færdig inden to måneder fra afgørelsen, og den børnefaglige undersøgelse kan ikke godkendes før. Udvalgets egen behandling registreres for sig.',
    svar: UndersoegelseSvar,
  })
  registrerUdenSamtykke(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UdenSamtykkeAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      const { barnId } = await kraevUndersoegelse(session, id);
      const { dato, regime } = await kraevUndersoegelseUdenSamtykke(session, krop.buuSagId, { barnId, bfuId: id });
      return {
        type: 'BeslutUdenSamtykke',
        ...krop,
        afgoerelseDato: dato,
        regime,
        udloeber: udenSamtykkeUdloeber(this.lov, session.context.iDag, dato),
      };
    });
  }

  @Post(':id/uden-samtykke/ophold')
  @Kommandorute({
    sammenfatning: 'Registrér, at et ophold under undersøgelsen er begyndt',
    beskrivelse:
      'Opholdet varer kun, så længe undersøgelsen varer, og kan ikke begynde efter de to måneder, eller efter at den er meldt gennemført på udvalgets sag.',
    svar: UndersoegelseSvar,
  })
  begyndOphold(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UndersoegelsesopholdAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      const { udenSamtykke } = await kraevUndersoegelse(session, id);
      const gennemfoert = udenSamtykke === null ? null : await gennemfoertPaaSagen(session, udenSamtykke.buuSagId);
      return { type: 'BegyndOphold', ...krop, gennemfoert };
    });
  }

  @Post(':id/uden-samtykke/ophold/ophoer')
  @Kommandorute({
    sammenfatning: 'Registrér, at opholdet er ophørt',
    beskrivelse: 'Registreres, som det skete, også når det var efter de to måneder.',
    svar: UndersoegelseSvar,
  })
  ophoerOphold(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UndersoegelsesopholdOphoerAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, { type: 'OphoerOphold', ...krop });
  }

  @Post(':id/uden-samtykke/afslutning')
  @Kommandorute({
    sammenfatning: 'Afslut undersøgelsen uden samtykke',
    beskrivelse:
      'Er barnet stadig på ophold, skal opholdet ophøre først. Udvalgets sag får besked, og fristen dér er opfyldt.',
    svar: UndersoegelseSvar,
  })
  afslutUdenSamtykke(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UdenSamtykkeafslutningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const { udenSamtykke } = await kraevUndersoegelse(session, id);
        await session.decide(undersoegelseDecider, id, { type: 'AfslutUdenSamtykke', ...krop }, { mustExist: true });
        // One act, told once: the committee's case holds the deadline, and it is met here.
        if (udenSamtykke !== null) {
          const { dato, resultat: naesteSkridt } = krop;
          await meldUndersoegelseGennemfoert(session, udenSamtykke.buuSagId, { dato, naesteSkridt });
        }
        return { bfuId: id };
      },
    });
  }

  @Post(':id/sagkyndige')
  @Kommandorute({
    sammenfatning: 'Bestil en læge- eller psykologundersøgelse',
    beskrivelse:
      'Når den er nødvendig (BL § 22, stk. 3). En psykolog, der undersøger forældrene, skal være autoriseret (BL § 22, stk. 5). Svarfristen ses blandt fristerne.',
    svar: SagkyndigSvar,
  })
  bestilSagkyndig(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: SagkyndigAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const sagkyndigId = session.context.nytId();
        const autoriseret = krop.autoriseret ?? false;
        const { barnId } = await kraevUndersoegelse(session, id);
        const barn = await barnefakta(session, barnId, krop.anmodet);
        const kommando = { type: 'BestilSagkyndig', sagkyndigId, ...krop, autoriseret, barn } as const;
        await session.decide(undersoegelseDecider, id, kommando, { mustExist: true });
        return { bfuId: id, sagkyndigId };
      },
    });
  }

  @Post(':id/sagkyndige/:sagkyndigId/resultat')
  @Kommandorute({
    sammenfatning: 'Registrér resultatet af den sagkyndige undersøgelse',
    beskrivelse: 'Resultatet er kommet; svarfristen er opfyldt.',
    svar: SagkyndigSvar,
  })
  modtagSagkyndig(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('sagkyndigId') sagkyndigId: string,
    @Body() krop: SagkyndigresultatAnmodning,
  ): Promise<CommandResult> {
    const kommando = { type: 'ModtagSagkyndig', sagkyndigId, ...krop } as const;
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, kommando, { sagkyndigId });
  }

  @Post(':id/sagkyndige/:sagkyndigId/opgivelse')
  @Kommandorute({
    sammenfatning: 'Opgiv den sagkyndige undersøgelse',
    beskrivelse: 'Undersøgelsen gennemføres ikke, og hvorfor.',
    svar: SagkyndigSvar,
  })
  opgivSagkyndig(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('sagkyndigId') sagkyndigId: string,
    @Body() krop: SagkyndigopgivelseAnmodning,
  ): Promise<CommandResult> {
    const kommando = { type: 'OpgivSagkyndig', sagkyndigId, ...krop } as const;
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, kommando, { sagkyndigId });
  }

  @Post(':id/ppv')
  @Kommandorute({
    sammenfatning: 'Tag stilling til en pædagogisk-psykologisk vurdering',
    beskrivelse:
      'Viser undersøgelsen en udfordring i undervisningen, skal der tages stilling, før den kan godkendes (BL § 22, stk. 4).',
    svar: UndersoegelseSvar,
  })
  tagStillingTilPpv(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PpvAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, { type: 'TagStillingTilPpv', ...krop });
  }

  @Post(':id/milepaele')
  @Kommandorute({
    sammenfatning: 'Planlæg trin om',
    beskrivelse:
      'Hvert praktisk trin har fra afgørelsen en milepæl, så undersøgelsen ikke går i stå; her får trin en anden dag. Et trin i undersøgelsen kan ikke planlægges efter undersøgelsens frist. Overskredne milepæle ses i næste skridt.',
    svar: UndersoegelseSvar,
  })
  planlaegMilepaele(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: MilepaelplanAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      const u = await kraevUndersoegelse(session, id);
      const spor = await hurtigsporet(session, request.aktoer.kommune, u);
      const { dato = session.context.iDag, milepaele, begrundelse } = krop;
      return {
        type: 'PlanlaegMilepaele',
        ...{ dato, milepaele },
        frist: bfuFrist(this.lov, u.opmaerksomDato, u.hastighed, spor),
        ...(begrundelse === undefined ? {} : { begrundelse }),
      };
    });
  }

  @Post(':id/foedsel')
  @Kommandorute({
    sammenfatning: 'Notér, at barnet er født under undersøgelsen',
    beskrivelse:
      'Undersøgelsen af de kommende forældre slutter senest ved fødslen. Den går videre som undersøgelse af barnet med samme opmærksomhedsdato; ellers afbrydes den med årsagen `foedsel`. Fødslen registreres på barnet i netværket først.',
    svar: UndersoegelseSvar,
  })
  noterFoedsel(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: FoedselAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => {
      const { barnId } = await kraevUndersoegelse(session, id);
      return { type: 'NoterFoedsel', ...krop, barn: await barnefakta(session, barnId, krop.dato) };
    });
  }

  @Post(':id/mellemkommunal-undladelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at den nye kommune ikke underrettes',
    beskrivelse:
      'Er undersøgelsen afbrudt, fordi familien er flyttet, og finder kommunen behov for særlig støtte, underrettes den nye kommune med `POST /sager/{id}/mellemkommunale-underretninger` (SEL § 152, BL § 132). Ellers siges her hvorfor ikke.',
    svar: UndersoegelseSvar,
  })
  undladMellemkommunal(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UndladtUnderretningAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, { type: 'UndladMellemkommunalUnderretning', ...krop });
  }
}
