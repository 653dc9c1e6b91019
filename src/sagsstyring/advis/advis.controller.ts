import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { ikkeFundet, ProblemException } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute } from '../../platform/http/rute.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { CONTEXTS, EVENT_STORE } from '../../platform/tokens.js';
import { type Sagsbillede } from '../naeste_skridt/sagsbillede.query.js';
import {
  AdvisKommandoSvar,
  AdvisSvar,
  Advisvalg,
  LederkvitteringAnmodning,
  UdsaettelseAnmodning,
  visAdvis,
  visRest,
  visVentende,
} from './advis.dto.js';
import { advisDecider, type AdvisKommando } from './advis.js';
import { hentAdvis, hentSagensAdvis } from './advis.query.js';
import { lovfrist, type Advis } from './dan_advis.js';
import { udvaelg } from './rangorden.js';
import { eskaleretIAndreTeams, puljeFor, samlOverdragelser, stammerFor, vises } from './synlighed.js';

const KONTEKST = 'sagsstyring';

interface Fundet {
  readonly billede: Sagsbillede;
  readonly advis: Advis;
}

@ApiTags('advis')
@Controller()
@Adgang('modtagelse', 'sagsbehandler', 'teamleder')
export class AdvisController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(Clock) private readonly ur: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CONTEXTS) private readonly kontekster: readonly ContextRegistration[],
  ) {}

  @Get('advis')
  @Opslagsrute({
    sammenfatning: 'Hvad kan ikke vente?',
    beskrivelse:
      'Få og rangerede advis, regnet af sagernes tilstand og åbne frister: ét pr. emne på en sag, de vigtigste først, resten talt. For den, der spørger; modtagelsen får underretningerne, en teamleder de sager, ingen har, og det, der er eskaleret i de teams, tokenet nævner, eller som intet team har – i hele kommunen med `team=alle`, eller når tokenet intet team nævner. Med `team` fås hele teamet, og det eskalerede i andre teams er altid talt i `andreTeams`. Overdragelser, der venter på svar, er samlet for sig og tæller ikke med i de ti. Svaret er det samme, når der spørges igen med samme `pr` og `position`.',
    svar: AdvisSvar,
  })
  async hentAdvis(@Opslag() q: QueryRequest, @Query() valg: Advisvalg): Promise<AdvisSvar> {
    const { kommune, id, roller } = q.aktoer;
    if (
      !roller.includes('teamleder') &&
      (valg.team !== undefined || valg.udenTeam === true || (valg.ansvarlig ?? id) !== id)
    )
      throw kunEgne();
    const pr = valg.pr ?? this.ur.nu();
    const kendt = valg.kendtPr ?? valg.pr;
    const position =
      valg.position ??
      (kendt === undefined ? await this.store.head(kommune) : await this.store.positionAt(kommune, kendt));
    const fundet = await this.opslag.run(
      { ...q, waitForPosition: Math.max(q.waitForPosition ?? 0, kendt === undefined ? position : 0) },
      {
        context: KONTEKST,
        read: async (sql) => {
          const alle = await hentAdvis(sql, this.store, this.kontekster, {
            ...{ kommune, pr, position },
            ...stammerFor(valg, q.aktoer, pr),
          });
          const synlige = alle.filter((a) => vises(a, valg, q.aktoer));
          const { ventende, rangerede } = samlOverdragelser(synlige);
          return {
            ...udvaelg(rangerede, puljeFor(valg, q.aktoer)),
            ...{ ventende, andreTeams: eskaleretIAndreTeams(alle, valg, q.aktoer) },
          };
        },
        accessed: ({ viste, ventende }) => [
          ...viste.map(({ barnId, sagId }) => ({ barnId, ...(sagId === null ? {} : { sagId }) })),
          ...ventende.flatMap(({ sager }) => sager),
        ],
      },
    );
    const { viste, resten, ventende, andreTeams } = fundet;
    return {
      ...{ pr, position, advis: viste.map(visAdvis), resten: resten.map(visRest) },
      overdragelser: ventende.map(visVentende),
      andreTeams: [...andreTeams],
    };
  }

  @Post('sager/:id/advis/:emne/udsaettelse')
  @Kommandorute({
    sammenfatning: 'Udsæt et advis på en sag',
    beskrivelse:
      'Til en dato og med en begrundelse. Pligten og fristen er uændrede. Sagsbehandleren kan ikke udsætte til efter lovens frist, og ikke det, der handler om fare for barnet; det kan en teamleder, men højst 7 dage, og fare vises stadig for den, der skal handle. En overdragelse udsættes ikke, den besvares. Bliver det mere alvorligt, eller kommer der nyt til, vises det straks igen. Udsættes det samme to gange, eskaleres det.',
    svar: AdvisKommandoSvar,
  })
  udsaetAdvis(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('emne') emne: string,
    @Body() krop: UdsaettelseAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, q, { art: 'sag', id, emne }, (fundet) => udsaettelse(fundet, krop));
  }

  @Post('underretninger/:id/advis/udsaettelse')
  @Kommandorute({
    sammenfatning: 'Udsæt advis på en underretning',
    beskrivelse: 'Som for en sag. Vurderingen af, om barnet er i fare, kan kun en teamleder udsætte.',
    svar: AdvisKommandoSvar,
  })
  udsaetUnderretningsadvis(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Body() krop: UdsaettelseAnmodning,
  ): Promise<CommandResult> {
    const hvad = { art: 'underretning', id, emne: 'underretning' } as const;
    return this.beslut(request, q, hvad, (fundet) => udsaettelse(fundet, krop));
  }

  @Post('sager/:id/advis/:emne/lederkvittering')
  @Adgang('teamleder')
  @Kommandorute({
    sammenfatning: 'Kvittér for et eskaleret advis på en sag',
    beskrivelse:
      'Teamlederen har set det og skriver, hvad der sker nu. Er pligten ikke opfyldt en uge senere, eskaleres det igen.',
    svar: AdvisKommandoSvar,
  })
  kvitterEskalering(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('emne') emne: string,
    @Body() krop: LederkvitteringAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, q, { art: 'sag', id, emne }, (fundet) => kvittering(fundet, krop));
  }

  @Post('underretninger/:id/advis/lederkvittering')
  @Adgang('teamleder')
  @Kommandorute({
    sammenfatning: 'Kvittér for et eskaleret advis på en underretning',
    beskrivelse: 'Teamlederen har set det og skriver, hvad der sker nu.',
    svar: AdvisKommandoSvar,
  })
  kvitterUnderretningseskalering(
    @Anmodning() request: RequestContext,
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Body() krop: LederkvitteringAnmodning,
  ): Promise<CommandResult> {
    const hvad = { art: 'underretning', id, emne: 'underretning' } as const;
    return this.beslut(request, q, hvad, (fundet) => kvittering(fundet, krop));
  }

  private beslut(
    request: RequestContext,
    q: QueryRequest,
    hvad: { readonly art: Sagsbillede['art']; readonly id: string; readonly emne: string },
    kommando: (fundet: Fundet) => AdvisKommando,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['advisId']),
      // Found inside the command: a repeat must be answered as the first time also when the matter is settled since.
      handle: async (session) => {
        const fundet = await this.find(q, hvad);
        const { advisId } = fundet.advis;
        await session.decide(advisDecider, advisId, kommando(fundet));
        return { advisId };
      },
    });
  }

  private find(
    q: QueryRequest,
    { art, id, emne }: { readonly art: Sagsbillede['art']; readonly id: string; readonly emne: string },
  ): Promise<Fundet> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        const spoergsmaal = { kommune: q.aktoer.kommune, pr: this.ur.nu(), art, id };
        const fundet = await hentSagensAdvis(sql, this.store, this.kontekster, spoergsmaal);
        if (fundet === undefined) throw ikkeFundet(art, id);
        const advis = fundet.advis.find((a) => a.emne === emne);
        if (advis === undefined) throw ikkeFundet('advis', emne);
        return { billede: fundet.billede, advis };
      },
      accessed: ({ advis: { barnId, sagId } }) => [{ barnId, ...(sagId === null ? {} : { sagId }) }],
    });
  }
}

function udsaettelse({ advis }: Fundet, krop: UdsaettelseAnmodning): AdvisKommando {
  const { klasse, enkeltsagIder, sagsbehandler, skridt } = advis;
  const frist = lovfrist(skridt);
  return {
    type: 'UdsaetAdvis',
    ...tilhoer(advis),
    ...krop,
    aktuelt: {
      ...{ klasse, enkeltsagIder, sagsbehandler, hjemmel: skridt.hjemmel ?? '' },
      fristdag: frist === null ? null : lokalDato(frist.forfald),
    },
  };
}

function kvittering({ advis }: Fundet, krop: LederkvitteringAnmodning): AdvisKommando {
  return { type: 'KvitterEskalering', ...tilhoer(advis), ...krop, eskaleret: advis.eskaleret !== null };
}

function tilhoer({
  advisId,
  barnId,
  sagId,
  underretningId,
  emne,
}: Advis): Pick<AdvisKommando, 'advisId' | 'barnId' | 'sagId' | 'underretningId' | 'emne'> {
  return {
    ...{ advisId, barnId, emne },
    ...(sagId === null ? {} : { sagId }),
    ...(underretningId === null ? {} : { underretningId }),
  };
}

function kunEgne(): ProblemException {
  return new ProblemException(403, {
    type: 'kun-egne-advis',
    title: 'Ingen adgang',
    detail: 'Du kan se dine egne advis. Andres og et helt teams kræver rollen teamleder.',
  });
}
