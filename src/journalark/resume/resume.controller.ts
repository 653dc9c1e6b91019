import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { CONTEXTS, EVENT_STORE } from '../../platform/tokens.js';
import { ResumeVisning, Resumetid } from './resume.dto.js';
import { hentResume, type Resumesvar } from './resume.query.js';
import { resumeSomMarkdown } from './resume_markdown.js';

/** The part of Fastify's reply that a file needs. */
interface Filsvar {
  header(navn: string, vaerdi: string): unknown;
}

@ApiTags('journal')
@Controller('sager')
@Adgang('sagsbehandler', 'teamleder')
export class ResumeController {
  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(Clock) private readonly ur: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CONTEXTS) private readonly kontekster: readonly ContextRegistration[],
  ) {}

  @Get(':id/resume')
  @Opslagsrute({
    sammenfatning: 'Sagen på én side',
    beskrivelse:
      'Det, den skal vide, der overtager sagen: hvad der haster, hvad der skal og ikke må gøres, hvad der er i gang og aftalt, barnets holdning, og hvad der senest er sket. Dannet af hændelserne, når det læses; læsningen skrives i adgangsloggen.',
    svar: ResumeVisning,
  })
  async hentResume(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() tid: Resumetid,
  ): Promise<ResumeVisning> {
    const pr = tid.pr ?? this.ur.nu();
    const { resume, barnId } = await this.find(q, id, tid, pr);
    // The page's parts are plain data of the same shape; only their lists are not read-only here.
    return { sagId: id, barnId, pr, ...structuredClone(resume) } as ResumeVisning;
  }

  @Get(':id/resume/markdown')
  @Opslagsrute({
    sammenfatning: 'Sagen på én side, som tekst',
    beskrivelse: 'Det samme som Markdown, til at læse eller skrive ud. Læsningen skrives i adgangsloggen.',
    medietype: 'text/markdown',
  })
  async hentResumetekst(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() tid: Resumetid,
    @Res({ passthrough: true }) svar: Filsvar,
  ): Promise<string> {
    const pr = tid.pr ?? this.ur.nu();
    const { resume } = await this.find(q, id, tid, pr);
    svar.header('Content-Type', 'text/markdown; charset=utf-8');
    return resumeSomMarkdown(resume, { sagId: id, pr });
  }

  private find(q: QueryRequest, sagId: string, tid: Resumetid, pr: string): Promise<Resumesvar> {
    const kommune = q.aktoer.kommune;
    return this.opslag.run(q, {
      context: 'journalark',
      read: async (sql) => {
        const kendt = tid.kendtPr ?? tid.pr;
        const position = kendt === undefined ? undefined : await this.store.positionAt(kommune, kendt);
        return hentResume(sql, this.store, this.kontekster, { kommune, sagId, pr, position });
      },
      accessed: ({ barnId }) => [{ barnId, sagId }],
    });
  }
}
