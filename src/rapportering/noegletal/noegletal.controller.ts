import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Temporal } from 'temporal-polyfill';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { DatoFelt, Heltal, KodeAf, ObjektFelt, Tal, TalPrNoegle, TidspunktFelt } from '../../platform/http/felt.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { ugyldig } from '../../platform/http/problem.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { beregnNoegletal, type Noegletal } from './noegletal.query.js';

export class Noegletalsvalg {
  /** Reference date, local. */
  @DatoFelt('Opgørelsesdagen; tallene gælder ved dagens slutning. Udelades den, er det i dag.', '2019-03-19', {
    valgfri: true,
  })
  pr?: string;

  /** First day of M03. */
  @DatoFelt('Første dag i perioden for M03. Udelades den, er det de seneste 12 måneder.', '2018-12-01', {
    valgfri: true,
  })
  fra?: string;

  /** Last day of M03. */
  @DatoFelt('Sidste dag i perioden for M03.', '2019-02-28', { valgfri: true })
  til?: string;

  /** What was known at this instant. */
  @TidspunktFelt('Tallene, som de var kendt på dette tidspunkt.', '2026-11-23T12:00:00+01:00', { valgfri: true })
  kendtPr?: string;

  /** What the four months are counted from in M09a. */
  @KodeAf(
    'Hvad BFU-fristen regnes fra. Loven regner fra opmærksomhedsdatoen; afgørelsesdatoen kan vælges til sammenligning.',
    'opmaerksom',
    ['opmaerksom', 'afgoerelse'],
    { valgfri: true },
  )
  fristStart?: 'opmaerksom' | 'afgoerelse';
}

export class SagstalVisning {
  /** Cases in the social area. */
  @Heltal('Åbne sager på socialområdet.', 451)
  social!: number;

  /** Cases in the disability area. */
  @Heltal('Åbne sager på handicapområdet.', 207)
  handicap!: number;

  /** All open cases. */
  @Heltal('Åbne sager i alt.', 658)
  ialt!: number;
}

export class SagstalGrundlag {
  /** Numerator. */
  @Heltal('Åbne sager (tælleren).', 658)
  sager!: number;

  /** Denominator, heads. */
  @Heltal('Sagsbehandlere med mindst én åben sag (nævneren, hoveder).', 19)
  sagsbehandlere!: number;

  /** In the numerator, with nobody responsible. */
  @Heltal('Åbne sager uden ansvarlig; indgår i tælleren.', 0)
  utildelte!: number;
}

export class UnderretningstalVisning {
  /** All in the period. */
  @Heltal(
    'Underretninger i perioden, én pr. barn, uden annullerede og dem, der er sendt videre til en anden kommune.',
    181,
  )
  ialt!: number;

  /** Per month of receipt. */
  @TalPrNoegle('Antal pr. måned for modtagelse.', { '2018-12': 60, '2019-01': 62, '2019-02': 59 })
  prMaaned!: Record<string, number>;

  /** Mean per calendar month. */
  @Tal('Gennemsnit pr. kalendermåned, én decimal; null uden data.', 60.3, { nulbar: true })
  gennemsnitPrMaaned!: number | null;
}

export class RettidighedGrundlag {
  /** Deadline on or after the reference date. */
  @Heltal('Igangværende BFU, hvis frist ikke er overskredet.', 38)
  rettidige!: number;

  /** Running. */
  @Heltal('Igangværende BFU.', 42)
  igang!: number;

  /** Past their deadline. */
  @Heltal('Igangværende BFU, hvis frist er overskredet.', 4)
  overskredne!: number;
}

export class NoegletalVisning {
  /** Reference date. */
  @DatoFelt('Opgørelsesdagen.', '2019-03-19')
  pr!: string;

  /** Position that the figures are known at. */
  @Heltal('Den position i loggen, som tallene er kendt ved.', 4711)
  position!: number;

  /** M01. */
  @ObjektFelt('M01: aktive sager (sager, beholdning ved dagens slutning).', () => SagstalVisning)
  M01!: SagstalVisning;

  /** M02. */
  @Tal('M02: åbne sager pr. rådgiver (hoveder), én decimal; null uden data.', 34.6, { nulbar: true })
  M02!: number | null;

  /** M02's parts. */
  @ObjektFelt('Grundlaget for M02.', () => SagstalGrundlag)
  M02grundlag!: SagstalGrundlag;

  /** M03. */
  @ObjektFelt('M03: underretninger i perioden.', () => UnderretningstalVisning)
  M03!: UnderretningstalVisning;

  /** M07. */
  @Heltal('M07: igangværende BFU.', 42)
  M07!: number;

  /** M09a. */
  @Heltal('M09a: andel af igangværende BFU inden for fristen, hele procent; null uden data.', 90, { nulbar: true })
  M09a!: number | null;

  /** M09a's parts. */
  @ObjektFelt('Grundlaget for M09a.', () => RettidighedGrundlag)
  M09agrundlag!: RettidighedGrundlag;
}

@ApiTags('rapportering')
@Controller('noegletal')
@Adgang('teamleder', 'administrator', 'revisor', 'system')
export class NoegletalController {
  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Get()
  @Opslagsrute({
    sammenfatning: 'Nøgletal for kommunen',
    beskrivelse:
      'M01, M02, M03, M07 og M09a på en opgørelsesdag, beregnet af hændelserne. Antallene er til intern brug og ikke diskretioneret; offentliggøres de, må antal under 5 ikke vises.',
    svar: NoegletalVisning,
  })
  async hentNoegletal(@Opslag() q: QueryRequest, @Query() valg: Noegletalsvalg): Promise<NoegletalVisning> {
    const kommune = q.aktoer.kommune;
    const pr = valg.pr ?? this.ur.iDag();
    const til = valg.til ?? pr;
    const fra = valg.fra ?? Temporal.PlainDate.from(til).subtract({ years: 1 }).add({ days: 1 }).toString();
    if (til < fra)
      throw ugyldig('periode-vender-forkert', 'Perioden slutter, før den begynder.', {
        felt: 'til',
        sti: '?til',
        kode: 'foer-fra',
        besked: 'Skal være på eller efter "fra".',
      });
    const position =
      valg.kendtPr === undefined ? await this.store.head(kommune) : await this.store.positionAt(kommune, valg.kendtPr);
    const tal = await this.opslag.run(
      { ...q, waitForPosition: Math.max(q.waitForPosition ?? 0, position) },
      {
        context: 'rapportering',
        read: (sql): Promise<Noegletal> =>
          beregnNoegletal(sql, { kommune, pr, position, fra, til, fristStart: valg.fristStart ?? 'opmaerksom' }),
        accessed: () => [],
      },
    );
    return { pr, position, ...tal, M03: { ...tal.M03, prMaaned: { ...tal.M03.prMaaned } } };
  }
}
