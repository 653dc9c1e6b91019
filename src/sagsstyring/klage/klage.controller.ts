import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway, type Handling } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { DatorettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { Delforloebspost, Delforloebsvalg, listDelforloeb } from '../delforloeb/delforloeb.query.js';
import {
  AnkeafgoerelseAnmodning,
  FastholdelseAnmodning,
  KlageAnmodning,
  KlagegenvurderingAnmodning,
  KlageModtagetSvar,
  KlageSvar,
  KlagetilbagetraekningAnmodning,
  KlageVisning,
  OversendelseAnmodning,
  UdfaldGennemfoertAnmodning,
} from './klage.dto.js';
import { behandlKlage, genvurderKlage, gennemfoerUdfald, modtagKlage, retKlagemodtagelse } from './klage_forloeb.js';
import { klageDecider } from './klage.js';

const KONTEKST = 'sagsstyring';

/** Complaints of decisions: re-assessed here, decided by Ankestyrelsen, and followed. */
@ApiTags('klager')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class KlageController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post('afgoerelser/:id/klager')
  @Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
  @Placering((svar) => `/klager/${String(svar['klageId'])}`)
  @Kommandorute({
    sammenfatning: 'Registrér en klage over en afgørelse',
    beskrivelse:
      'Systemet regner ud, om klagen kom inden klagefristen, om klageren var part, og om klagen har opsættende virkning. En sen klage registreres også: kun Ankestyrelsen kan afvise den. Åbner en enkeltsag, også i en lukket sag.',
    svar: KlageModtagetSvar,
  })
  registrerKlage(
    @Anmodning() request: RequestContext,
    @Param('id') afgoerelseId: string,
    @Body() krop: KlageAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['klageId']),
      handle: (session) => modtagKlage(session, this.lov, request.aktoer.kommune, afgoerelseId, krop),
    });
  }

  @Get('klager')
  @Adgang('teamleder', 'administrator', 'system')
  @Opslagsrute({
    sammenfatning: 'Klager i kommunen, de nyeste først',
    beskrivelse: 'Uden navne; til overblik over klager og Ankestyrelsens udfald.',
    svar: Delforloebspost,
    liste: true,
  })
  listKlager(@Opslag() q: QueryRequest, @Query() valg: Delforloebsvalg): Promise<Side<Delforloebspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => listDelforloeb(sql, q.aktoer.kommune, { art: 'klage' }, valg),
      accessed: ({ poster }) => poster.map(({ barnId, sagId }) => ({ barnId, sagId })),
    });
  }

  @Get('sager/:id/klager')
  @Opslagsrute({
    sammenfatning: 'Sagens klager, de nyeste først',
    beskrivelse: 'Id, afgørelsens slags, tilstand og datoer.',
    svar: Delforloebspost,
    liste: true,
  })
  listSagensKlager(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Delforloebsvalg,
  ): Promise<Side<Delforloebspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listDelforloeb(sql, q.aktoer.kommune, { art: 'klage', sagId }, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('klager/:id')
  @Adgang('sagsbehandler', 'teamleder', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'En klage fra modtagelse til udfald',
    beskrivelse: 'Læsningen skrives i adgangsloggen. Kan vises, som den var kendt på et tidligere tidspunkt.',
    svar: KlageVisning,
  })
  hentKlage(@Opslag() q: QueryRequest, @Param('id') id: string, @Query() valg: KendtPr): Promise<KlageVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: klageDecider.kind, id, ...valg });
        const k = fold(klageDecider, stroem);
        if (k.fase === 'findes-ikke') throw ikkeFundet('klage', id);
        return { ...k, version: stroem.length };
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('klager/:id/genvurdering')
  @Kommandorute({
    sammenfatning: 'Registrér kommunens genvurdering',
    beskrivelse:
      'Inden 4 uger (retssikkerhedsloven § 66). Ændres afgørelsen helt eller delvist, træffes først en ny, som træder i stedet. Udvalgets afgørelser genvurderes ikke.',
    svar: KlageSvar,
  })
  genvurderKlage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: KlagegenvurderingAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => genvurderKlage(session, this.lov, id, krop));
  }

  @Post('klager/:id/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen, hvor klagen kom',
    beskrivelse:
      'Når den er registreret forkert. Om klagen kom i tide, og fristen på 4 uger til genvurderingen følger med; fristoversigten viser både det gamle og det nye.',
    svar: KlageSvar,
  })
  retKlagemodtagelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: DatorettelseAnmodning,
  ): Promise<CommandResult> {
    const { kommune } = request.aktoer;
    return this.udfoer(request, id, (session) => retKlagemodtagelse(session, this.lov, kommune, id, krop));
  }

  @Post('klager/:id/fastholdelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at klageren fastholder resten af klagen',
    beskrivelse: 'Når klageren har fået delvist medhold. Derefter sendes klagen til Ankestyrelsen.',
    svar: KlageSvar,
  })
  fastholdKlage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: FastholdelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => behandlKlage(session, id, { type: 'FastholdKlage', dato: krop.dato }));
  }

  @Post('klager/:id/oversendelse')
  @Kommandorute({
    sammenfatning: 'Send klagen til Ankestyrelsen',
    beskrivelse:
      'Efter genvurderingen. En klage over udvalgets afgørelse og en klage, der kom for sent, sendes uden genvurdering.',
    svar: KlageSvar,
  })
  oversendKlage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OversendelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) =>
      behandlKlage(session, id, { type: 'OversendKlage', ...krop, modtagetAst: krop.modtagetAst ?? krop.sendt }),
    );
  }

  @Post('klager/:id/ankestyrelsen')
  @Kommandorute({
    sammenfatning: 'Registrér Ankestyrelsens afgørelse',
    beskrivelse:
      'Stadfæstet eller afvist: klagesagen er slut. Hjemvist: sagen behandles igen, og der træffes en ny afgørelse. Ændret: afgørelsen føres ud i livet.',
    svar: KlageSvar,
  })
  registrerAnkeafgoerelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnkeafgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) =>
      behandlKlage(session, id, { type: 'RegistrerAnkeafgoerelse', ...krop }),
    );
  }

  @Post('klager/:id/gennemfoerelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at Ankestyrelsens afgørelse er fulgt',
    beskrivelse:
      'Ved hjemvisning med den nye afgørelse, eller hvorfor der ikke er truffet en; ved ændring med det, der er gjort. Klagesagen er slut.',
    svar: KlageSvar,
  })
  gennemfoerKlageudfald(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UdfaldGennemfoertAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => gennemfoerUdfald(session, this.lov, id, krop));
  }

  @Post('klager/:id/tilbagetraekning')
  @Kommandorute({
    sammenfatning: 'Registrér, at klagen er trukket',
    beskrivelse: 'Klagesagen er slut.',
    svar: KlageSvar,
  })
  traekKlage(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: KlagetilbagetraekningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, (session) => behandlKlage(session, id, { type: 'TraekKlage', ...krop }));
  }

  private udfoer(request: RequestContext, id: string, handling: Handling): Promise<CommandResult> {
    return this.kommandoer.om(request, KONTEKST, { klageId: id }, handling);
  }
}
