import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { kendtStroem } from '../../platform/http/kendt-pr.js';
import { medPoster, Sidevalg, type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { CONTEXTS, EVENT_STORE } from '../../platform/tokens.js';
import { sagDecider } from '../../sagsstyring/sagsstyring.public.js';
import { dagensSlut } from '../ledelsestilsyn/ledelsestilsyn.query.js';
import { opgoerLovoverholdelse } from './lovoverholdelse.js';
import {
  EfterproevningVisning,
  LovoverholdelseVisning,
  RevisionssvarAnmodning,
  SagsrevisionAnmodning,
  SagsrevisionPost,
  SagsrevisionSvar,
  SagsrevisionVisning,
  SpoergsmaalslisteVisning,
  visSpoergsmaal,
} from './sagsrevision.dto.js';
import { type BegyndtRevision, erUbesvaret, sagsrevisionDecider } from './sagsrevision.js';
import { sammenlignStikproever, visRevisionssager } from './sagsrevision.visning.js';
import { listSagsrevisioner } from './sagsrevisioner.query.js';
import { SPOERGSMAAL } from './spoergsmaal.js';
import { hentStikproeve, type Stikproeve, type Stikproevespoergsmaal } from './stikproeve.query.js';

const KONTEKST = 'rapportering';

@ApiTags('ledelsestilsyn')
@Controller('ledelsestilsyn')
@Adgang('teamleder', 'revisor')
export class SagsrevisionController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CONTEXTS) private readonly kontekster: readonly ContextRegistration[],
  ) {}

  @Get('spoergsmaal')
  @Adgang('teamleder', 'revisor', 'administrator')
  @Opslagsrute({
    sammenfatning: 'Ledelsestilsynets spørgsmål',
    beskrivelse: 'Hvad hver sag i en stikprøve bliver spurgt om, hvem der svarer, og hvad svarene betyder.',
    svar: SpoergsmaalslisteVisning,
  })
  hentSpoergsmaal(): SpoergsmaalslisteVisning {
    return { spoergsmaal: SPOERGSMAAL.map(visSpoergsmaal) };
  }

  @Post('revisioner')
  @Adgang('teamleder')
  @Placering((svar) => `/ledelsestilsyn/revisioner/${String(svar['revisionId'])}`)
  @Kommandorute({
    sammenfatning: 'Træk en stikprøve af sager',
    beskrivelse:
      'Trækker efter reglen og frøet af det, der er kendt nu, og lader hændelserne svare på det, de kan. Reglen, frøet og positionen gemmes: stikprøven kan trækkes igen og efterprøves.',
    svar: SagsrevisionSvar,
  })
  traekStikproeve(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Body() krop: SagsrevisionAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, async (session) => {
      const revisionId = session.context.nytId();
      const { fra, til } = krop.periode;
      const grundlag = {
        periode: { fra, til },
        udtraeksregel: { ...krop.udtraeksregel },
        seed: krop.seed ?? session.context.nytId(),
        position: await this.store.head(request.aktoer.kommune),
        skaeringstid: tidligst(dagensSlut(til), session.context.nu),
      };
      const { populationsantal, sager } = await this.traek(q, { kommune: request.aktoer.kommune, ...grundlag });
      const { betegnelse } = krop;
      await session.decide(
        sagsrevisionDecider,
        revisionId,
        { type: 'TraekStikproeve', ...{ revisionId, betegnelse, populationsantal, sager }, ...grundlag },
        { expected: 0 },
      );
      return revisionId;
    });
  }

  @Get('revisioner')
  @Opslagsrute({
    sammenfatning: 'Revisioner, de nyeste først',
    beskrivelse: 'Uden oplysninger om børn.',
    svar: SagsrevisionPost,
    liste: true,
  })
  async listRevisioner(@Opslag() q: QueryRequest, @Query() valg: Sidevalg): Promise<Side<SagsrevisionPost>> {
    const fundet = await this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => listSagsrevisioner(sql, q.aktoer.kommune, valg),
      accessed: () => [],
    });
    return medPoster(
      fundet,
      fundet.poster.map((post) => ({ ...post })),
    );
  }

  @Get('revisioner/:id')
  @Opslagsrute({
    sammenfatning: 'En revision med sager og svar',
    beskrivelse:
      'Hvad hændelserne har svaret, hvad personer har svaret, og hvad der mangler. Hvert barn i stikprøven skrives i adgangsloggen.',
    svar: SagsrevisionVisning,
  })
  async hentRevision(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<SagsrevisionVisning> {
    const { revision, stroem } = await this.hent(q, id);
    const { revisionId, betegnelse, fase, periode, udtraeksregel, seed, position, skaeringstid, populationsantal } =
      revision;
    return {
      ...{ revisionId, betegnelse, fase, version: stroem.length, seed, position, skaeringstid, populationsantal },
      ...{ periode: { ...periode }, udtraeksregel: { ...udtraeksregel } },
      sager: visRevisionssager(revision, stroem),
    };
  }

  @Get('revisioner/:id/lovoverholdelse')
  @Adgang('teamleder', 'revisor', 'administrator')
  @Opslagsrute({
    sammenfatning: 'Lovoverholdelsesprocenter',
    beskrivelse:
      'Pr. spørgsmål: ja af ja og nej. Ikke relevant er udeladt; det, der ikke kan ses af sagen, tæller som nej. Samlet: gennemsnittet af spørgsmålene, uvægtet. n står ved hvert. Til intern brug og ikke diskretioneret.',
    svar: LovoverholdelseVisning,
  })
  async hentLovoverholdelse(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<LovoverholdelseVisning> {
    const { revision } = await this.find(q.aktoer.kommune, id);
    const tal = opgoerLovoverholdelse(
      revision.sager.map(({ sagId }) => sagId),
      revision.sager.flatMap(({ sagId, svar }) =>
        Object.entries(svar).flatMap(([spoergsmaalId, s]) =>
          erUbesvaret(s) ? [] : [{ sagId, spoergsmaalId, vaerdi: s.vaerdi }],
        ),
      ),
    );
    return {
      ...{ revisionId: id, betegnelse: revision.betegnelse, antal: revision.sager.length },
      spoergsmaal: tal.spoergsmaal.map(({ heraf, ...resten }) => ({ ...resten, kanIkkeSes: heraf.kanIkkeSes })),
      ...{ samletProcent: tal.samletProcent, antalSpoergsmaal: tal.antalSpoergsmaal },
    };
  }

  @Get('revisioner/:id/efterproevning')
  @Opslagsrute({
    sammenfatning: 'Træk stikprøven igen, og sammenlign',
    beskrivelse:
      'Trækker igen af den gemte regel, det gemte frø og den gemte position, og lader hændelserne svare igen. Er noget anderledes, står sagerne her; det kan ske, når lovpakken eller systemets svar er ændret siden.',
    svar: EfterproevningVisning,
  })
  async efterproevRevision(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<EfterproevningVisning> {
    const { revision, stroem } = await this.hent(q, id);
    const igen = await this.traek(q, { kommune: q.aktoer.kommune, ...revision });
    return { revisionId: id, ...sammenlignStikproever(stroem, revision, igen) };
  }

  @Post('revisioner/:id/svar')
  @Adgang('teamleder', 'revisor')
  @Kommandorute({
    sammenfatning: 'Svar på et spørgsmål om en sag',
    beskrivelse:
      'Det, som kræver, at nogen læser sagen og vurderer den, og det, som hændelserne ikke kan vise. Man svarer ikke på en sag, man selv har haft. Det seneste svar gælder; de tidligere står i loggen.',
    svar: SagsrevisionSvar,
  })
  besvarRevision(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: RevisionssvarAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, async (session) => {
      const { state: sag } = await session.state(sagDecider, krop.sagId);
      const behandlere = sag.fase === 'findes-ikke' ? [] : sag.behandlere;
      await session.decide(
        sagsrevisionDecider,
        id,
        { type: 'BesvarSpoergsmaal', ...krop, behandlere },
        { mustExist: true },
      );
      return id;
    });
  }

  @Post('revisioner/:id/afslutning')
  @Adgang('teamleder')
  @Kommandorute({
    sammenfatning: 'Afslut revisionen',
    beskrivelse: 'Når alle spørgsmål er besvaret. Derefter står svarene fast.',
    svar: SagsrevisionSvar,
  })
  afslutRevision(@Anmodning() request: RequestContext, @Param('id') id: string): Promise<CommandResult> {
    return this.udfoer(request, async (session) => {
      await session.decide(sagsrevisionDecider, id, { type: 'AfslutRevision' }, { mustExist: true });
      return id;
    });
  }

  private udfoer(
    request: RequestContext,
    handling: (session: CommandSession) => Promise<string>,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['revisionId']),
      handle: async (session) => ({ revisionId: await handling(session) }),
    });
  }

  private traek(q: QueryRequest, spoergsmaal: Stikproevespoergsmaal): Promise<Stikproeve> {
    return this.opslag.run(
      { ...q, waitForPosition: spoergsmaal.position },
      {
        context: KONTEKST,
        read: (sql) => hentStikproeve(sql, this.store, this.kontekster, spoergsmaal),
        accessed: ({ sager }) => sager.map(({ barnId, sagId }) => ({ barnId, sagId })),
      },
    );
  }

  private hent(
    q: QueryRequest,
    id: string,
  ): Promise<{ readonly revision: BegyndtRevision; readonly stroem: readonly StoredEvent[] }> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: () => this.find(q.aktoer.kommune, id),
      accessed: ({ revision }) => revision.sager.map(({ barnId, sagId }) => ({ barnId, sagId })),
    });
  }

  private async find(
    kommune: number,
    id: string,
  ): Promise<{ readonly revision: BegyndtRevision; readonly stroem: readonly StoredEvent[] }> {
    const stroem = await kendtStroem(this.store, { kommune, kind: sagsrevisionDecider.kind, id });
    const revision = fold(sagsrevisionDecider, stroem);
    if (revision.fase === 'findes-ikke') throw ikkeFundet('sagsrevision', id);
    return { revision, stroem };
  }
}

function tidligst(a: string, b: string): string {
  return Date.parse(a) < Date.parse(b) ? a : b;
}
