import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type Aktoer } from '../../platform/auth/actor.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway, type Handling } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { Delforloebspost, Delforloebsvalg, listDelforloeb } from '../delforloeb/delforloeb.query.js';
import { Beslutningsgrundlag } from './beslutningsgrundlag.js';
import {
  BuuAfgoerelseAnmodning,
  BuuAfgoerelseSvar,
  BuuSagAnmodning,
  BuuSagSvar,
  BuuSamtykkeAnmodning,
  BuuTilbagetraekningAnmodning,
  BuuVejledningAnmodning,
  GrundlagsophoerAnmodning,
  IndstillingAnmodning,
  MoedeAnmodning,
  NyGenbehandlingAnmodning,
  BuuUdtalelseAnmodning,
  UndersoegelseGennemfoertAnmodning,
} from './buu_sag.dto.js';
import {
  afgivIndstilling,
  afgoerBuuSag,
  registrerSamtykke,
  registrerUdtalelse,
  rejsBuuSag,
  saetGenbehandlingsfrist,
  traekBuuSag,
  vejledPart,
} from './buu_sag_forloeb.js';
import { buuSagDecider } from './buu_sag.js';
import { ophoerGrundlag } from './grundlagsophoer.js';
import { registrerGennemfoert } from './undersoegelse_uden_samtykke.js';
import { BuuSagVisning, visBuuSag } from './buu_sag.visning.js';
import { type BuuSagKommando } from './kommandoer.js';

const KONTEKST = 'sagsstyring';

/** The committee and its chairman see a case when it is laid before them, not while the administration prepares it. */
function seSagerUnderForberedelse(aktoer: Aktoer): boolean {
  return aktoer.roller.some((rolle) => ['sagsbehandler', 'teamleder', 'revisor', 'system'].includes(rolle));
}

/** Cases for the committee: recommended by the administration, heard and decided in a meeting. */
@ApiTags('børne- og ungeudvalg')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class BuuSagController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Beslutningsgrundlag) private readonly grundlag: Beslutningsgrundlag,
  ) {}

  @Post('sager/:id/buu-sager')
  @Placering((svar) => `/buu-sager/${String(svar['buuSagId'])}`)
  @Kommandorute({
    sammenfatning: 'Rejs en sag for børne- og ungeudvalget',
    beskrivelse:
      'For de afgørelser, som kun udvalget kan træffe (SEL § 74, BL § 142), også godkendelse af en foreløbig afgørelse og genbehandling. Åbner en enkeltsag.',
    svar: BuuSagSvar,
  })
  rejsBuuSag(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: BuuSagAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['buuSagId']),
      handle: async (session) => ({ buuSagId: await rejsBuuSag(session, this.lov, sagId, krop) }),
    });
  }

  @Get('buu-sager')
  @Adgang('buu-sekretaer', 'formand', 'teamleder', 'system')
  @Opslagsrute({
    sammenfatning: 'Sager for udvalget, de nyeste først',
    beskrivelse: 'Uden navne. Udvalgets sekretær og formand ser kun sager, der er indstillet.',
    svar: Delforloebspost,
    liste: true,
  })
  listBuuSager(@Opslag() q: QueryRequest, @Query() valg: Delforloebsvalg): Promise<Side<Delforloebspost>> {
    const uden = seSagerUnderForberedelse(q.aktoer) ? {} : { udenTilstand: 'forberedes' };
    return this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => listDelforloeb(sql, q.aktoer.kommune, { art: 'buu-sag', ...uden }, valg),
      accessed: ({ poster }) => poster.map(({ barnId, sagId }) => ({ barnId, sagId })),
    });
  }

  @Get('sager/:id/buu-sager')
  @Opslagsrute({
    sammenfatning: 'Sagens sager for udvalget, de nyeste først',
    beskrivelse: 'Id, slags, tilstand og datoer.',
    svar: Delforloebspost,
    liste: true,
  })
  listSagensBuuSager(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Delforloebsvalg,
  ): Promise<Side<Delforloebspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listDelforloeb(sql, q.aktoer.kommune, { art: 'buu-sag', sagId }, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('buu-sager/:id')
  @Adgang('sagsbehandler', 'teamleder', 'buu-sekretaer', 'formand', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'En sag for udvalget med indstilling, udtalelser og afgørelse',
    beskrivelse:
      'Udvalgets sekretær og formand ser den først, når der er indstillet. Læsningen skrives i adgangsloggen.',
    svar: BuuSagVisning,
  })
  hentBuuSag(@Opslag() q: QueryRequest, @Param('id') id: string, @Query() valg: KendtPr): Promise<BuuSagVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: buuSagDecider.kind, id, ...valg });
        const sag = fold(buuSagDecider, stroem);
        const skjult = sag.fase === 'forberedes' && !seSagerUnderForberedelse(q.aktoer);
        if (sag.fase === 'findes-ikke' || skjult) throw ikkeFundet('buu-sag', id);
        return visBuuSag(sag, stroem.length);
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('buu-sager/:id/vejledninger')
  @Adgang('sagsbehandler', 'teamleder', 'buu-sekretaer', 'system')
  @Kommandorute({
    sammenfatning: 'Registrér, at en part er vejledt om advokat og aktindsigt',
    beskrivelse:
      'Gratis advokat, aktindsigt og ret til at udtale sig (SEL § 72, BL §§ 140-141). Hver part skal være vejledt, før udvalget afgør sagen.',
    svar: BuuSagSvar,
  })
  vejledBuuPart(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BuuVejledningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => vejledPart(session, this.lov, id, krop));
  }

  @Post('buu-sager/:id/indstilling')
  @Kommandorute({
    sammenfatning: 'Afgiv indstillingen til udvalget',
    beskrivelse:
      'Ved anbringelse skal undersøgelsen være afsluttet og planen godkendt forinden (SEL §§ 59 og 140, BL §§ 51 og 91). Svaret siger ellers, hvad der mangler, og efter hvilken paragraf.',
    svar: BuuSagSvar,
  })
  afgivIndstilling(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: IndstillingAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) =>
      afgivIndstilling(session, this.lov, this.grundlag, id, { ...krop, undtagelser: krop.undtagelser ?? [] }),
    );
  }

  @Post('buu-sager/:id/moede')
  @Adgang('buu-sekretaer', 'teamleder', 'system')
  @Kommandorute({
    sammenfatning: 'Beram udvalgets møde',
    beskrivelse: 'Kan berammes om; det seneste gælder.',
    svar: BuuSagSvar,
  })
  beramBuuMoede(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: MoedeAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'BeramMoede', moede: krop.moede });
  }

  @Post('buu-sager/:id/udtalelser')
  @Adgang('sagsbehandler', 'teamleder', 'buu-sekretaer', 'system')
  @Kommandorute({
    sammenfatning: 'Registrér, at en person har haft lejlighed til at udtale sig',
    beskrivelse:
      'Parterne, barnet fra 12 år (serviceloven) eller 10 år (barnets lov), og plejeforældre ved flytning fra privat familiepleje. Kun for barnet kan det undlades, når det ville skade (SEL § 74, BL § 142, stk. 2-3).',
    svar: BuuSagSvar,
  })
  registrerBuuUdtalelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BuuUdtalelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => registrerUdtalelse(session, this.lov, id, krop));
  }

  @Post('buu-sager/:id/samtykker')
  @Adgang('sagsbehandler', 'teamleder', 'buu-sekretaer', 'system')
  @Kommandorute({
    sammenfatning: 'Registrér den unges samtykke',
    beskrivelse:
      'Permanent anbringelse kræver samtykke fra den unge, der er fyldt 15 år (SEL § 68 a, BL § 67, stk. 3).',
    svar: BuuSagSvar,
  })
  registrerBuuSamtykke(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BuuSamtykkeAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => registrerSamtykke(session, this.lov, id, krop));
  }

  @Post('buu-sager/:id/afgoerelse')
  @Adgang('buu-sekretaer', 'system')
  @Kommandorute({
    sammenfatning: 'Registrér udvalgets afgørelse',
    beskrivelse:
      'Efter mødet, når alle parter er vejledt og har haft lejlighed til at udtale sig. Loven på mødets dag afgør, hvem der er part, og hvilket flertal der kræves. Er der vedtaget, oprettes afgørelsen, så den kan meddeles og påklages.',
    svar: BuuAfgoerelseSvar,
  })
  registrerBuuAfgoerelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BuuAfgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => ({
        buuSagId: id,
        ...(await afgoerBuuSag(session, this.lov, this.grundlag, id, krop)),
      }),
    });
  }

  @Post('buu-sager/:id/genbehandlingsfrist')
  @Adgang('teamleder', 'buu-sekretaer', 'system')
  @Kommandorute({
    sammenfatning: 'Sæt genbehandlingsfristen efter Ankestyrelsen eller retten',
    beskrivelse:
      'Fristen løber fra den endelige afgørelse eller dom (SEL § 62, BL § 50). Den tidligere frist bortfalder.',
    svar: BuuSagSvar,
  })
  saetGenbehandlingsfrist(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: NyGenbehandlingAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => saetGenbehandlingsfrist(session, this.lov, id, krop));
  }

  @Post('buu-sager/:id/undersoegelse-gennemfoert')
  @Kommandorute({
    sammenfatning: 'Registrér, at undersøgelsen uden samtykke er gennemført',
    beskrivelse:
      'Inden 2 måneder efter udvalgets afgørelse (SEL § 51, BL § 23), med stillingtagen til næste skridt. Er den begyndt i den børnefaglige undersøgelse, afsluttes den dér, og udvalgets sag får besked.',
    svar: BuuSagSvar,
  })
  meldUndersoegelseGennemfoert(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UndersoegelseGennemfoertAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => registrerGennemfoert(session, this.grundlag, id, krop));
  }

  @Post('buu-sager/:id/ophoer')
  @Kommandorute({
    sammenfatning: 'Registrér, at udvalgets afgørelse ikke længere bærer en anbringelse',
    beskrivelse:
      'Ved samtykke, ophævelse eller det fyldte 18. år. Genbehandlingsfristen bortfalder. Hjemgives barnet fra en anbringelse i systemet, ophører grundlaget af sig selv den dag: i hjemgivelsesperioden fortsætter anbringelsen på det (SEL § 68, BL § 100, stk. 4). Det gør det også, når det afgøres, at anbringelsen fortsætter med samtykke, når den ophører ved det fyldte 18. år, og når den går over til ungestøtte.',
    svar: BuuSagSvar,
  })
  ophoerAnbringelsesgrundlag(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: GrundlagsophoerAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => ophoerGrundlag(session, id, krop, this.lov));
  }

  @Post('buu-sager/:id/tilbagetraekning')
  @Kommandorute({
    sammenfatning: 'Træk sagen fra udvalget',
    beskrivelse: 'For eksempel når forældrene har samtykket. Afslutter enkeltsagen.',
    svar: BuuSagSvar,
  })
  traekBuuSag(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BuuTilbagetraekningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => traekBuuSag(session, id, krop));
  }

  private beslut(request: RequestContext, id: string, kommando: BuuSagKommando): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(buuSagDecider, id, kommando, { mustExist: true });
    });
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, KONTEKST, { buuSagId: id }, handling);
  }
}
