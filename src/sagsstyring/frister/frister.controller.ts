import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { Kode, KodeListe, TidspunktFelt, UuidFelt } from '../../platform/http/felt.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { antalAtHente, efterMarkoer, medPoster, type Side, side, Sidevalg } from '../../platform/http/paging.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { type Frist, FRISTSTATUS, type Friststatus, hentFrister } from './frister.query.js';
import { FristVisning, visFrist } from './frister.visning.js';

export class Fristvalg extends Sidevalg {
  /** User id of the caseworker. */
  @Kode('Kun frister på sager, som denne sagsbehandler har ansvaret for.', 'sb01', { valgfri: true })
  ansvarlig?: string;

  /** Team that owns the case. */
  @Kode('Kun frister på sager i dette team.', 'boerne', { valgfri: true })
  team?: string;

  /** Case. */
  @UuidFelt('Kun frister på denne sag.', '0191e2b4-7c3a-7d1e-8f00-000000000002', { valgfri: true })
  sagId?: string;

  /** Notification, investigation, plan or measure. */
  @UuidFelt(
    'Kun frister på denne underretning, undersøgelse, plan eller indsats.',
    '0191e2b4-7c3a-7d1e-8f00-000000000003',
    { valgfri: true },
  )
  enkeltsagId?: string;

  /** Rule id. */
  @Kode('Kun frister efter denne regel.', 'bfu-afslutning', { valgfri: true })
  regel?: string;

  /** Statuses. */
  @KodeListe('Kun frister med en af disse statusser.', ['overskredet', 'forfalder'], FRISTSTATUS, { valgfri: true })
  status?: Friststatus[];

  /** Instant to compute statuses at; now when left out. */
  @TidspunktFelt('Statusserne, som de var på dette tidspunkt. Udelades det, gælder nu.', '2019-03-19T23:59:59+01:00', {
    valgfri: true,
  })
  pr?: string;

  /** What was known at this instant; who has the case is as it is now. */
  @TidspunktFelt(
    'Fristerne, som de var kendt på dette tidspunkt: regnet af det, der da var registreret, og med de dage, der da stod. Hvem der har sagen, er som nu.',
    '2019-03-19T23:59:59+01:00',
    { valgfri: true },
  )
  kendtPr?: string;
}

@ApiTags('frister')
@Controller('frister')
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'administrator', 'system')
export class FristerController {
  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Get()
  @Opslagsrute({
    sammenfatning: 'Frister, de mest presserende først',
    beskrivelse:
      'Alle frister efter loven pr. sagsbehandler, team eller sag: kommende, forfaldne om lidt, overskredne, opfyldte og opfyldt for sent. Hver frist siger, hvilken regel og hjemmel den har, hvordan den er regnet, og hvad der opfyldte den.',
    svar: FristVisning,
    liste: true,
  })
  async listFrister(@Opslag() q: QueryRequest, @Query() valg: Fristvalg): Promise<Side<FristVisning>> {
    const { kommune } = q.aktoer;
    const position = valg.kendtPr === undefined ? undefined : await this.store.positionAt(kommune, valg.kendtPr);
    const fundet = await this.opslag.run(q, {
      context: 'sagsstyring',
      read: async (sql) =>
        side(
          await hentFrister(sql, {
            ...{ kommune, position },
            pr: valg.pr ?? this.ur.nu(),
            sagsbehandler: valg.ansvarlig,
            team: valg.team,
            sagId: valg.sagId,
            enkeltsagId: valg.enkeltsagId,
            regel: valg.regel,
            status: valg.status,
            efter: efterMarkoer(valg, ['tidspunkt', 'tekst', 'uuid', 'heltal'] as const),
            graense: antalAtHente(valg),
          }),
          valg,
          (f: Frist) => [f.forfaldTid, f.regel, f.enkeltsagId, f.udloestPosition],
        ),
      accessed: (fundet) =>
        fundet.poster.flatMap((f) =>
          f.barnId === null ? [] : [{ barnId: f.barnId, ...(f.sagId === null ? {} : { sagId: f.sagId }) }],
        ),
    });
    return medPoster(fundet, fundet.poster.map(visFrist));
  }
}
