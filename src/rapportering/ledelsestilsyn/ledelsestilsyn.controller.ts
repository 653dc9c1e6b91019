import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Temporal } from 'temporal-polyfill';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { ugyldig } from '../../platform/http/problem.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { Leverancedannelse } from '../l201/leverancedannelse.js';
import {
  ListeVisning,
  Listevalg,
  OversigtVisning,
  TilsynsnoegletalVisning,
  Tilsynstalsvalg,
  Tilsynsvalg,
  visListepost,
  visSagsstamme,
  visTilsynstal,
} from './ledelsestilsyn.dto.js';
import { hentOversigt, hentTilsynstal } from './ledelsestilsyn.query.js';
import { hentListe } from './lister.query.js';
import { UDEN_AKTIVITET_DAGE } from './oversigt.js';
import { type Opgoerelse } from './sager.query.js';

const KONTEKST = 'rapportering';
const POSTER = 200;

@ApiTags('ledelsestilsyn')
@Controller('ledelsestilsyn')
@Adgang('teamleder')
export class LedelsestilsynController {
  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Clock) private readonly ur: Clock,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Leverancedannelse) private readonly dannelse: Leverancedannelse,
  ) {}

  @Get('sagsstammer')
  @Adgang('teamleder', 'administrator')
  @Opslagsrute({
    sammenfatning: 'Overblik på tværs af sagsstammer',
    beskrivelse:
      'Pr. sagsbehandler: åbne sager, overskredne frister, ældste aktivitet, sager uden plan og uden opfølgning, som det var og var kendt. Uden oplysninger om børn; sagsbehandlernes id ses kun af teamledere.',
    svar: OversigtVisning,
  })
  async hentSagsstammer(@Opslag() q: QueryRequest, @Query() valg: Tilsynsvalg): Promise<OversigtVisning> {
    const opgoerelse = await this.opgoerelse(q, valg);
    const tal = await this.opslag.run(medPosition(q, opgoerelse), {
      context: KONTEKST,
      read: (sql) => hentOversigt(sql, { ...opgoerelse, team: valg.team }),
      accessed: () => [],
    });
    const navne = q.aktoer.roller.includes('teamleder');
    const { pr, position } = opgoerelse;
    return { pr, position, sagsstammer: tal.map((stamme, nr) => visSagsstamme(stamme, nr + 1, navne)) };
  }

  @Get('noegletal')
  @Adgang('teamleder', 'administrator', 'revisor')
  @Opslagsrute({
    sammenfatning: 'Ledelsestilsynets nøgletal, i alt og pr. team',
    beskrivelse:
      'M09c, M11, M12a, M12b, M20 og M21: hvor meget af det, der forfaldt i perioden, der blev gjort til tiden. De kan ikke forbedres ved at lade det gamle ligge. Antallene er til intern brug og ikke diskretioneret.',
    svar: TilsynsnoegletalVisning,
  })
  async hentTilsynsnoegletal(
    @Opslag() q: QueryRequest,
    @Query() valg: Tilsynstalsvalg,
  ): Promise<TilsynsnoegletalVisning> {
    const opgoerelse = await this.opgoerelse(q, valg);
    const { pr, position } = opgoerelse;
    const til = valg.til ?? pr;
    const fra = valg.fra ?? Temporal.PlainDate.from(til).subtract({ years: 1 }).add({ days: 1 }).toString();
    if (til < fra)
      throw ugyldig('periode-vender-forkert', 'Perioden slutter, før den begynder.', {
        ...{ felt: 'til', sti: '?til', kode: 'foer-fra', besked: 'Skal være på eller efter "fra".' },
      });
    const { ialt, teams } = await this.opslag.run(medPosition(q, opgoerelse), {
      context: KONTEKST,
      read: (sql) => hentTilsynstal(sql, { ...opgoerelse, fra, til, team: valg.team }),
      accessed: () => [],
    });
    return {
      ...{ pr, fra, til, position },
      ialt: visTilsynstal(ialt),
      teams: teams.map(({ team, ...tal }) => ({ team, ...visTilsynstal(tal) })),
    };
  }

  @Get('lister')
  @Opslagsrute({
    sammenfatning: 'Ledelsestilsynets lister',
    beskrivelse:
      'Sager uden aktivitet, uden sagsbehandler, overskredne frister efter alder, indsatser uden plan, anbringelser uden tilsynsbesøg, og indberetninger, der ville blive holdt tilbage. Hvert barn, der vises, skrives i adgangsloggen.',
    svar: ListeVisning,
  })
  async hentTilsynsliste(@Opslag() q: QueryRequest, @Query() valg: Listevalg): Promise<ListeVisning> {
    const { liste, team, sagsbehandler, dage = UDEN_AKTIVITET_DAGE, graense = POSTER } = valg;
    const opgoerelse = await this.opgoerelse(q, valg);
    const fundet = await this.opslag.run(medPosition(q, opgoerelse), {
      context: KONTEKST,
      read: async (sql) => {
        const { lov, dannelse } = this;
        const svar = await hentListe({ sql, lov, dannelse }, { ...opgoerelse, liste, team, sagsbehandler, dage });
        return { ...svar, vist: svar.poster.slice(0, graense) };
      },
      accessed: ({ vist }) => vist.map(({ barnId, sagId }) => ({ barnId, ...(sagId === null ? {} : { sagId }) })),
    });
    const { pr, position } = opgoerelse;
    return {
      ...{ liste, pr, position, ialt: fundet.poster.length, kanSes: fundet.kanSes },
      poster: fundet.vist.map(visListepost),
    };
  }

  private async opgoerelse(q: QueryRequest, valg: Tilsynsvalg): Promise<Opgoerelse> {
    const { kommune } = q.aktoer;
    const { pr = this.ur.iDag(), kendtPr } = valg;
    const position =
      kendtPr === undefined ? await this.store.head(kommune) : await this.store.positionAt(kommune, kendtPr);
    return { kommune, pr, position };
  }
}

function medPosition(q: QueryRequest, { position }: Opgoerelse): QueryRequest {
  return { ...q, waitForPosition: Math.max(q.waitForPosition ?? 0, position) };
}
