import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { JOURNAL_CATEGORIES, type JournalCategory } from '../../platform/eventstore/event-declaration.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { DatoFelt, Heltal, Kode, KodeAf, KodeListe, Tekst, TidspunktFelt, UuidFelt } from '../../platform/http/felt.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { antalAtHente, efterMarkoer, medPoster, type Side, side, Sidevalg } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { type Sql } from '../../platform/queries/query.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { CONTEXTS, EVENT_STORE } from '../../platform/tokens.js';
import { hentJournal, type Journalraekke } from './journal.query.js';
import { renderLine } from './journal_line.js';

export class Journalvalg extends Sidevalg {
  /** Groups of lines. */
  @KodeListe('Kun linjer i disse kategorier.', ['undersoegelse', 'notat'], JOURNAL_CATEGORIES, { valgfri: true })
  kategori?: JournalCategory[];

  /** Enkeltsag. */
  @UuidFelt('Kun linjer om denne enkeltsag.', '0191e2b4-7c3a-7d1e-8f00-000000000003', { valgfri: true })
  enkeltsagId?: string;

  /** User who did it. */
  @Kode('Kun det, denne bruger har gjort.', 'sb01', { valgfri: true })
  aktoer?: string;

  /** First day. */
  @DatoFelt('Fra og med denne dag.', '2019-01-01', { valgfri: true })
  fra?: string;

  /** Last day. */
  @DatoFelt('Til og med denne dag.', '2019-03-19', { valgfri: true })
  til?: string;

  /** What was known at this instant. */
  @TidspunktFelt('Journalen, som den var kendt på dette tidspunkt.', '2026-11-23T12:00:00+01:00', { valgfri: true })
  kendtPr?: string;

  /** Order. */
  @KodeAf('Ældste eller nyeste først.', 'aeldste', ['aeldste', 'nyeste'], { valgfri: true })
  orden?: 'aeldste' | 'nyeste';
}

export class Journallinje {
  /** Position in the log. */
  @Heltal('Pladsen i kommunens log.', 4711)
  position!: number;

  /** Event type. */
  @Tekst('Hændelsens type.', 'ics.BoernesamtaleAfholdt')
  type!: string;

  /** Group. */
  @KodeAf('Kategori.', 'undersoegelse', JOURNAL_CATEGORIES)
  kategori!: string;

  /** Local date in Copenhagen when it happened. */
  @DatoFelt('Hvornår det skete (lokal dato).', '2019-01-15')
  dato!: string;

  /** Local wall clock time. */
  @Tekst('Klokkeslæt, når hændelsen har et.', '10:15', { nulbar: true })
  klokkeslaet!: string | null;

  /** When the system knew. */
  @TidspunktFelt('Hvornår systemet fik det at vide (UTC).', '2026-11-23T11:02:03.000Z')
  registreret!: string;

  /** User. */
  @Kode('Hvem der gjorde det.', 'sb01')
  aktoer!: string;

  /** Case. */
  @UuidFelt('Sagen, når der er en.', '0191e2b4-7c3a-7d1e-8f00-000000000002', { nulbar: true })
  sagId!: string | null;

  /** Enkeltsag. */
  @UuidFelt('Enkeltsagen, når der er en.', '0191e2b4-7c3a-7d1e-8f00-000000000003', { nulbar: true })
  enkeltsagId!: string | null;

  /** Heading. */
  @Tekst('Overskrift.', 'Børnesamtale holdt')
  overskrift!: string;

  /** Text. */
  @Tekst('Teksten, skrevet af hændelsen.', 'Holdt 2019-01-15. …', { maks: 100_000 })
  tekst!: string;

  /** Paragraph under the act in force on the day. */
  @Tekst('Lovhjemlen på dagen.', 'SEL § 48', { nulbar: true })
  hjemmel!: string | null;
}

type Hvis = { readonly barnId: string } | { readonly sagId: string };

@ApiTags('journal')
@Controller()
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'revisor', 'system')
export class JournalController {
  private readonly declarations;

  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CONTEXTS) contexts: readonly ContextRegistration[],
  ) {
    this.declarations = new Map(contexts.flatMap((c) => c.events).map((d) => [d.type, d]));
  }

  @Get('boern/:id/journal')
  @Opslagsrute({
    sammenfatning: 'Barnets journal',
    beskrivelse:
      'Én kronologisk log for barnet på tværs af sager og enkeltsager, skrevet af systemet ud fra hændelserne. Læsningen skrives i adgangsloggen.',
    svar: Journallinje,
    liste: true,
  })
  hentBarnetsJournal(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: Journalvalg,
  ): Promise<Side<Journallinje>> {
    return this.journal(q, { barnId: id }, 'barn', id, valg);
  }

  @Get('sager/:id/journal')
  @Opslagsrute({
    sammenfatning: 'Sagens journal',
    beskrivelse: 'Den del af barnets journal, der hører til sagen.',
    svar: Journallinje,
    liste: true,
  })
  hentSagensJournal(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: Journalvalg,
  ): Promise<Side<Journallinje>> {
    return this.journal(q, { sagId: id }, 'sag', id, valg);
  }

  private async journal(
    q: QueryRequest,
    hvis: Hvis,
    hvad: string,
    id: string,
    valg: Journalvalg,
  ): Promise<Side<Journallinje>> {
    const kommune = q.aktoer.kommune;
    const fundet = await this.opslag.run(q, {
      context: 'journalark',
      read: async (sql: Sql) => {
        const raekker = await hentJournal(sql, {
          kommune,
          ...hvis,
          kategori: valg.kategori,
          enkeltsagId: valg.enkeltsagId,
          aktoer: valg.aktoer,
          fra: valg.fra,
          til: valg.til,
          tilPosition: valg.kendtPr === undefined ? undefined : await this.store.positionAt(kommune, valg.kendtPr),
          nyesteFoerst: valg.orden === 'nyeste',
          efter: efterMarkoer(valg, ['dato', 'tekst', 'heltal'] as const),
          graense: antalAtHente(valg),
        });
        const [foerste] = raekker;
        // Another municipality's child and one that never was look the same from here: not found.
        if (foerste === undefined && (await this.store.load(kommune, id)).length === 0) throw ikkeFundet(hvad, id);
        const enSide = side(raekker, valg, (r: Journalraekke) => [r.dato, r.klokkeslaet ?? '', r.position]);
        const haendelser = await this.store.readAt(
          kommune,
          enSide.poster.map((r) => r.position),
        );
        const efterPosition = new Map(haendelser.map((h) => [h.position, h]));
        return {
          enSide: medPoster(
            enSide,
            enSide.poster.map((r) => ({
              ...r,
              ...renderLine(efterPosition.get(r.position), this.declarations, r.dato),
            })),
          ),
          barnId: foerste?.barnId,
        };
      },
      accessed: ({ barnId }) =>
        barnId === undefined ? [] : [{ barnId, ...('sagId' in hvis ? { sagId: hvis.sagId } : {}) }],
    });
    return medPoster(
      fundet.enSide,
      fundet.enSide.poster.map(({ barnId: _barnId, ...linje }) => linje),
    );
  }
}
