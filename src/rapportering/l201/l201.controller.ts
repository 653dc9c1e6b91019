import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { fold } from '../../platform/commands/decider.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import {
  DatoFelt,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tekst,
  UuidFelt,
} from '../../platform/http/felt.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { ikkeFundet, ProblemException } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { hentIndsatser, type Indsatsraekke } from './l201.query.js';
import { type Leverancehoved } from './l201.js';
import { type Leverance, leveranceDecider } from './leverance.js';
import { Leverancedannelse, type Leverancefil } from './leverancedannelse.js';

const SYSTEMVERSION = '0.1.0';
const EPOST = /^[^@\s]+@[^@\s]+$/;
const DATABEKENDTGOERELSEN = 'retssikkerhedsloven § 84, databekendtgørelsen';

export class LeverancekontakterFelt {
  /** E-mail. */
  @Kode('E-post til den fagligt ansvarlige.', 'faglig@rebild.example', {
    moenster: EPOST,
    hjemmel: DATABEKENDTGOERELSEN,
  })
  faglig!: string;

  /** E-mail. */
  @Kode('E-post til den teknisk ansvarlige.', 'teknik@rebild.example', {
    moenster: EPOST,
    hjemmel: DATABEKENDTGOERELSEN,
  })
  teknisk!: string;

  /** E-mail. */
  @Kode('E-post, der får kvitteringen.', 'kvittering@rebild.example', {
    moenster: EPOST,
    hjemmel: DATABEKENDTGOERELSEN,
  })
  kvittering!: string;
}

export class L201Anmodning {
  /** Month. */
  @Kode('Måneden, der leveres: år, M, måned. Senest den seneste hele måned.', '2019M02', {
    moenster: /^\d{4}M(0[1-9]|1[0-2])$/,
    hjemmel: DATABEKENDTGOERELSEN,
  })
  periode!: string;

  /** Test delivery. */
  @JaNej('Om det er en testleverance (T201).', true, { hjemmel: DATABEKENDTGOERELSEN })
  test!: boolean;

  /** Contacts. */
  @ObjektFelt('Kommunens kontakter i leverancens hoved.', () => LeverancekontakterFelt, {
    hjemmel: DATABEKENDTGOERELSEN,
  })
  kontakter!: LeverancekontakterFelt;

  /** CVR number. */
  @Kode('Kommunens CVR-nummer til D-boks.', '12345678', { moenster: /^\d{8}$/, valgfri: true })
  cvr?: string;

  /** P number. */
  @Kode('Kommunens P-nummer til D-boks.', '1000000000', { moenster: /^\d{10}$/, valgfri: true })
  pnummer?: string;
}

export class LeveranceSvar extends KommandoSvar {
  /** The delivery. */
  @UuidFelt('Leverancens id.', '0191e2b4-7c3a-7d1e-8f00-00000000000a')
  leveranceId!: string;

  /** Lines in the file. */
  @Heltal('Poster i filen.', 153)
  antalPoster!: number;

  /** Lines held back. */
  @Heltal('Poster, der er holdt tilbage på grund af fejl.', 3)
  antalTilbageholdt!: number;
}

export class LeverancefejlVisning {
  /** The measure. */
  @UuidFelt('Indsatsen.', '0191e2b4-7c3a-7d1e-8f00-000000000004')
  indsatsId!: string;

  /** Check. */
  @Tekst('Kontrollens kode.', 'REL-01')
  kode!: string;

  /** Error or warning. */
  @KodeAf('Fejl holder posten tilbage; en advarsel gør ikke.', 'fejl', ['fejl', 'advarsel'])
  alvor!: string;

  /** What to do. */
  @Tekst('Hvad der er galt, og hvad der skal gøres.', 'Barnet har ingen registreret forælder med CPR-nummer.')
  tekst!: string;
}

export class LeveranceVisning {
  /** The delivery. */
  @UuidFelt('Leverancens id.', '0191e2b4-7c3a-7d1e-8f00-00000000000a')
  leveranceId!: string;

  /** Statistic. */
  @Tekst('Statistikken.', 'L201')
  statistik!: string;

  /** Month. */
  @Tekst('Perioden.', '2019M02')
  periode!: string;

  /** Test. */
  @JaNej('Om det er en testleverance.', true)
  test!: boolean;

  /** Day made. */
  @DatoFelt('Dagen, den blev dannet.', '2019-03-19')
  dannetDato!: string;

  /** Position made from. */
  @Heltal('Positionen i loggen, den er dannet af.', 4711)
  position!: number;

  /** Checksum. */
  @Tekst('Filens SHA-256.', 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9')
  sha256!: string;

  /** Lines. */
  @Heltal('Poster i filen.', 153)
  antalPoster!: number;

  /** Held back. */
  @Heltal('Poster, der er holdt tilbage.', 3)
  antalTilbageholdt!: number;

  /** What the checks found. */
  @ObjektListe('Hvad kontrollerne fandt.', () => LeverancefejlVisning)
  fejl!: LeverancefejlVisning[];
}

interface Dannet {
  readonly raekker: readonly Indsatsraekke[];
  readonly fil: Leverancefil;
}

/** The part of Fastify's reply that a file needs. */
interface Filsvar {
  header(navn: string, vaerdi: string): unknown;
}

@ApiTags('rapportering')
@Controller('leverancer')
@Adgang('administrator', 'teamleder', 'system')
export class L201Controller {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Leverancedannelse) private readonly dannelse: Leverancedannelse,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('l201')
  @Kommandorute({
    sammenfatning: 'Dan en L201-leverance',
    beskrivelse:
      'Danner leverancen af støttende indsatser, der har virket i måneden, af det, der er kendt nu. Poster med fejl holdes tilbage og kan ses på leverancen. At barnets CPR-nummer åbnes, skrives i adgangsloggen.',
    svar: LeveranceSvar,
  })
  @Placering((svar) => `/leverancer/${String(svar['leveranceId'])}`)
  async danL201(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Body() krop: L201Anmodning,
  ): Promise<CommandResult> {
    const position = await this.store.head(request.aktoer.kommune);
    const dannetLokaltid = this.ur.nu().slice(0, 19);
    const hoved = this.hoved(request.aktoer.kommune, krop, dannetLokaltid);
    const { fil, raekker } = await this.dan(q, hoved, position);
    if (fil.poster.length === 0) {
      throw new ProblemException(422, {
        type: 'leverance-uden-poster',
        title: 'Leverancen har ingen poster',
        detail:
          raekker.length === 0
            ? `Ingen indsatser har virket i ${krop.periode}.`
            : `Alle ${raekker.length} indsatser i ${krop.periode} har fejl; ret dem først.`,
      });
    }
    return this.kommandoer.execute(request, {
      context: 'rapportering',
      etagStream: (svar) => String(svar['leveranceId']),
      handle: async (session) => {
        const leveranceId = session.context.nytId();
        const antal = { antalPoster: fil.poster.length, antalTilbageholdt: raekker.length - fil.poster.length };
        await session.decide(leveranceDecider, leveranceId, {
          type: 'DanLeverance',
          leveranceId,
          statistik: 'L201',
          periode: krop.periode,
          test: krop.test,
          position,
          dannetDato: dannetLokaltid.slice(0, 10),
          dannetLokaltid,
          ...antal,
          sha256: fil.sha256,
          systemversion: SYSTEMVERSION,
          kontakter: { ...krop.kontakter },
          ...(krop.cvr === undefined ? {} : { cvr: krop.cvr }),
          ...(krop.pnummer === undefined ? {} : { pnummer: krop.pnummer }),
        });
        return { leveranceId, ...antal };
      },
    });
  }

  @Get(':id')
  @Opslagsrute({
    sammenfatning: 'Se en leverance',
    beskrivelse: 'Leverancens hoved, og hvad kontrollerne fandt, dannet igen af samme position i loggen.',
    svar: LeveranceVisning,
  })
  async hentLeverance(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<LeveranceVisning> {
    const leverance = await this.hent(q, id);
    const { fil } = await this.dan(
      q,
      this.hoved(q.aktoer.kommune, leverance, leverance.dannetLokaltid),
      leverance.position,
    );
    const { leveranceId, statistik, periode, test, dannetDato, position, sha256, antalPoster, antalTilbageholdt } =
      leverance;
    return {
      leveranceId,
      statistik,
      periode,
      test,
      dannetDato,
      position,
      sha256,
      antalPoster,
      antalTilbageholdt,
      fejl: fil.fejl.map((f) => ({ ...f })),
    };
  }

  @Get(':id/fil')
  @Opslagsrute({
    sammenfatning: 'Hent leverancens fil',
    beskrivelse:
      'XML-filen, dannet igen af samme position i loggen og kontrolleret mod den SHA-256, der blev gemt, da den blev dannet.',
    medietype: 'application/xml',
    fejl: [409],
  })
  async hentLeverancefil(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) svar: Filsvar,
  ): Promise<string> {
    const leverance = await this.hent(q, id);
    const { fil } = await this.dan(
      q,
      this.hoved(q.aktoer.kommune, leverance, leverance.dannetLokaltid),
      leverance.position,
    );
    if (fil.sha256 !== leverance.sha256) {
      throw new ProblemException(409, {
        type: 'leverance-kan-ikke-gendannes',
        title: 'Filen kan ikke dannes igen',
        detail:
          'Oplysninger bag leverancen er slettet eller reglerne for den er ændret, siden den blev dannet. Brug den fil, der blev sendt.',
      });
    }
    svar.header('Content-Type', 'application/xml; charset=utf-8');
    svar.header(
      'Content-Disposition',
      `attachment; filename="${leverance.test ? 'T' : 'L'}201-${q.aktoer.kommune}-${leverance.periode}.xml"`,
    );
    return fil.xml;
  }

  private hoved(
    kommune: number,
    fra: Pick<L201Anmodning, 'periode' | 'test' | 'kontakter' | 'cvr' | 'pnummer'>,
    dannet: string,
  ): Leverancehoved {
    const { periode, test, kontakter, cvr, pnummer } = fra;
    return {
      kommunekode: String(kommune),
      periode,
      test,
      dannet,
      systemversion: SYSTEMVERSION,
      kontakter,
      ...(cvr === undefined ? {} : { cvr }),
      ...(pnummer === undefined ? {} : { pnummer }),
    };
  }

  private async hent(q: QueryRequest, id: string): Promise<Extract<Leverance, { findes: true }>> {
    const haendelser = await this.store.load(q.aktoer.kommune, id);
    if (haendelser[0]?.kind !== leveranceDecider.kind) throw ikkeFundet('leverance', id);
    const leverance = fold(leveranceDecider, haendelser);
    if (!leverance.findes) throw ikkeFundet('leverance', id);
    return leverance;
  }

  private dan(q: QueryRequest, hoved: Leverancehoved, position: number): Promise<Dannet> {
    return this.opslag.run(
      { ...q, waitForPosition: position },
      {
        context: 'rapportering',
        read: async (sql) => {
          const raekker = await hentIndsatser(sql, q.aktoer.kommune, hoved.periode, position);
          return { raekker, fil: await this.dannelse.dan(hoved, raekker, position) };
        },
        accessed: ({ raekker }) => [...new Set(raekker.map((r) => r.barnId))].map((barnId) => ({ barnId })),
      },
    );
  }
}
