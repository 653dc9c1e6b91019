import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { Heltal, Kode, KodeAf, KodeListe, Tekst, TidspunktFelt, UuidFelt, DatoFelt } from '../../platform/http/felt.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { antalAtHente, efterMarkoer, medPoster, type Side, side, Sidevalg } from '../../platform/http/paging.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { type Frist, FRISTSTATUS, type Friststatus, hentFrister } from './frister.query.js';

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
}

export class FristVisning {
  /** Rule id in the law pack. */
  @Kode('Reglen, fristen følger af.', 'bfu-afslutning')
  regel!: string;

  /** Name of the rule. */
  @Tekst('Reglens navn.', 'BFU afsluttet')
  navn!: string;

  /** Act. */
  @KodeAf('Hvilken lov fristen følger af.', 'SEL', ['SEL', 'BL', 'begge'])
  regime!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 50')
  hjemmel!: string;

  /** Confidence of the rule. */
  @KodeAf('V: læst i loven. S: læst i en sekundær kilde.', 'V', ['V', 'S', 'H'])
  tillid!: string;

  /** Who must act. */
  @Tekst('Hvem der skal handle efter loven.', 'KB')
  ansvarligRolle!: string;

  /** Child. */
  @UuidFelt('Barnet.', '0191e2b4-7c3a-7d1e-8f00-000000000001', { nulbar: true })
  barnId!: string | null;

  /** Case, once there is one. */
  @UuidFelt('Sagen, når der er en.', '0191e2b4-7c3a-7d1e-8f00-000000000002', { nulbar: true })
  sagId!: string | null;

  /** What the deadline is on. */
  @UuidFelt(
    'Underretningen, undersøgelsen, planen eller indsatsen, som fristen gælder.',
    '0191e2b4-7c3a-7d1e-8f00-000000000003',
  )
  enkeltsagId!: string;

  /** Responsible caseworker. */
  @Kode('Sagsbehandler med ansvaret; null før sagen er tildelt.', 'sb01', { nulbar: true })
  sagsbehandler!: string | null;

  /** Team. */
  @Kode('Team med ansvaret.', 'boerne', { nulbar: true })
  team!: string | null;

  /** Date or time the deadline runs from. */
  @Tekst('Dato eller tidspunkt, som fristen løber fra.', '2018-11-01')
  start!: string;

  /** Local date (met on or before it) or instant with offset for deadlines by the clock. */
  @Tekst('Sidste rettidige dato, eller tidspunkt for frister på klokkeslæt.', '2019-03-01')
  forfald!: string;

  /** Last working day before, when the due day is closed. */
  @DatoFelt('Seneste arbejdsdag før, når forfaldsdagen er en lukkedag.', '2019-03-01', { nulbar: true })
  advis!: string | null;

  /** How it was computed. */
  @Tekst('Hvordan datoen er regnet ud.', '4 måneder efter 2018-11-01')
  forklaring!: string;

  /** Status at the instant of asking. */
  @KodeAf('Status på det spurgte tidspunkt. Forfalder: inden for syv dage.', 'overskredet', FRISTSTATUS)
  status!: Friststatus;

  /** When it was met. */
  @TidspunktFelt('Hvornår den blev opfyldt.', '2019-02-20T00:00:00.000Z', { nulbar: true })
  opfyldt!: string | null;

  /** Event that met it. */
  @Tekst('Hændelsen, der opfyldte den.', 'ics.BfuGodkendt', { nulbar: true })
  opfyldtAf!: string | null;

  /** Position of the event that opened the deadline. */
  @Heltal('Pladsen i loggen for den hændelse, der udløste fristen.', 4711)
  udloestPosition!: number;

  /** Position of the event that met it. */
  @Heltal('Pladsen i loggen for den hændelse, der opfyldte den.', 4720, { nulbar: true })
  opfyldtPosition!: number | null;
}

@ApiTags('frister')
@Controller('frister')
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'administrator', 'system')
export class FristerController {
  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
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
    const fundet = await this.opslag.run(q, {
      context: 'sagsstyring',
      read: async (sql) =>
        side(
          await hentFrister(sql, {
            kommune: q.aktoer.kommune,
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
    return medPoster(
      fundet,
      fundet.poster.map(({ forfaldTid: _forfaldTid, ...frist }) => frist),
    );
  }
}
