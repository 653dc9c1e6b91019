import { Readable } from 'node:stream';
import { Controller, Get, Inject, Optional, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { antalAtHente, efterMarkoer, side, type Side } from '../../platform/http/paging.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { SealCheck } from '../../platform/queries/seal-check.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { linjeAf, omtalteBoern } from '../haendelser/haendelseslinje.js';
import { laesSide, sider, type Udsnit } from '../haendelser/haendelsesstroem.js';
import { hentAdgangslog } from './adgangslog.js';
import { Adgangslogpost, Adgangslogvalg, Historikvalg, Verifikation, Verifikationsvalg } from './revision.dto.js';
import { FORKLARINGER } from './verifikationstekster.js';

const NDJSON = 'application/x-ndjson';

@ApiTags('revision')
@Controller('revision')
@Adgang('revisor')
export class RevisionController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Optional() @Inject(SealCheck) private readonly segl?: SealCheck,
  ) {}

  @Get('haendelser')
  @Opslagsrute({
    sammenfatning: 'Hele historikken, én hændelse pr. linje',
    beskrivelse:
      'Strømmer kommunens hændelser som NDJSON i den rækkefølge, de blev skrevet, uden personoplysninger. Læsningen skrives i adgangsloggen, side for side.',
    medietype: NDJSON,
  })
  async stroemHaendelser(@Opslag() q: QueryRequest, @Query() valg: Historikvalg): Promise<StreamableFile> {
    const linjer = this.linjer(q, await this.udsnit(q.aktoer.kommune, valg));
    return new StreamableFile(Readable.from(linjer, { objectMode: false }), { type: `${NDJSON}; charset=utf-8` });
  }

  @Get('verifikation')
  @Opslagsrute({
    sammenfatning: 'Er loggen, som den blev skrevet?',
    beskrivelse:
      'Regner hashkæden efter og holder den op mod seglene. Finder en ændret, fjernet, indsat eller afskåret hændelse og siger hvor. Tager længere tid, jo længere loggen er; `fra` og `til` afgrænser.',
    svar: Verifikation,
  })
  async verificer(@Opslag() q: QueryRequest, @Query() valg: Verifikationsvalg): Promise<Verifikation> {
    const { kommune } = q.aktoer;
    const fra = valg.fra ?? 0;
    const til = valg.til ?? (await this.store.head(kommune));
    const fund = [...(await this.store.verify(kommune, fra, valg.til)), ...((await this.segl?.verify(kommune)) ?? [])];
    return {
      kommune,
      fra,
      til,
      hel: fund.length === 0,
      segl: this.segl !== undefined,
      problemer: fund.map(({ position, problem, detail }) => ({
        position,
        problem,
        forklaring: FORKLARINGER[problem],
        detalje: detail,
      })),
    };
  }

  @Get('adgangslog')
  @Opslagsrute({
    sammenfatning: 'Hvem har set hvad?',
    beskrivelse:
      'Alle opslag på børns oplysninger, nyeste først. Et barns indsigt i, hvem der har set dets sag, er et opslag med barnId.',
    svar: Adgangslogpost,
    liste: true,
  })
  hentAdgangslog(@Opslag() q: QueryRequest, @Query() valg: Adgangslogvalg): Promise<Side<Adgangslogpost>> {
    const [foerId] = efterMarkoer(valg, ['heltal'] as const) ?? [];
    return this.opslag.run(q, {
      context: 'brugerstyring',
      read: async (sql) =>
        side(
          await hentAdgangslog(sql, {
            kommune: q.aktoer.kommune,
            graense: antalAtHente(valg),
            ...(valg.barnId === undefined ? {} : { barnId: valg.barnId }),
            ...(valg.sagId === undefined ? {} : { sagId: valg.sagId }),
            ...(valg.bruger === undefined ? {} : { bruger: valg.bruger }),
            ...(foerId === undefined ? {} : { foerId }),
          }),
          valg,
          (raekke) => [raekke.id],
        ),
      // Who looked is not data about the child; an entry for each would make the log grow by being read.
      accessed: () => [],
    });
  }

  private async udsnit(kommune: number, valg: Historikvalg): Promise<Udsnit> {
    const fraTid = valg.fraTid === undefined ? 0 : await this.store.positionAt(kommune, valg.fraTid);
    return {
      efter: Math.max(valg.efter ?? 0, fraTid),
      // The head as it is now: a reader who is slower than the writers gets to an end too.
      til:
        valg.kendtPr === undefined
          ? await this.store.head(kommune)
          : await this.store.positionAt(kommune, valg.kendtPr),
      ...(valg.type === undefined ? {} : { typer: valg.type }),
      ...(valg.graense === undefined ? {} : { graense: valg.graense }),
    };
  }

  private async *linjer(q: QueryRequest, udsnit: Udsnit): AsyncGenerator<string> {
    const laes = (del: Udsnit): ReturnType<typeof laesSide> =>
      this.opslag.run(q, {
        context: 'brugerstyring',
        read: () => laesSide(this.store, q.aktoer.kommune, del),
        accessed: ({ events }) => omtalteBoern(events),
      });
    for await (const events of sider(udsnit, laes)) {
      yield events.map((event) => `${JSON.stringify(linjeAf(event))}\n`).join('');
    }
  }
}
