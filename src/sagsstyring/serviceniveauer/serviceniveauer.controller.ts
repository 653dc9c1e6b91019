import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { tagerNiveau } from '../../faelles/lov/fristregler.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Regel } from '../../faelles/lov/regel.js';
import { gaelder } from '../../faelles/periode.js';
import { Adgang } from '../../platform/auth/access.js';
import { ROLLER } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { kortereEnd, laengereEnd } from './graense.js';
import { niveauPaa, parametrePaa, serviceniveauStroem, type Serviceniveauer } from './kommunevalg.js';
import {
  NiveauAnmodning,
  NiveauophoerAnmodning,
  type NiveauVisning,
  Niveauvalg,
  ParameterAnmodning,
  Serviceniveauoversigt,
  ServiceniveauSvar,
} from './serviceniveauer.dto.js';
import { serviceniveauDecider, type Niveauregel, type ServiceniveauKommando } from './serviceniveauer.js';

@ApiTags('serviceniveauer')
@Controller('serviceniveauer')
@Adgang('administrator')
export class ServiceniveauController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Get()
  @Adgang(...ROLLER)
  @Opslagsrute({
    sammenfatning: 'Kommunens serviceniveauer og valg',
    beskrivelse:
      'Hvilke regler kommunen kan have et serviceniveau for, hvad der er besluttet, og hvordan hverdage og særdage tælles. Intet om børn.',
    svar: Serviceniveauoversigt,
  })
  hentServiceniveauer(@Opslag() q: QueryRequest, @Query() valg: Niveauvalg): Promise<Serviceniveauoversigt> {
    return this.opslag.run(q, {
      context: 'sagsstyring',
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await this.store.load(kommune, serviceniveauStroem(kommune));
        return oversigt(this.lov, fold(serviceniveauDecider, stroem), valg.dato ?? this.ur.iDag());
      },
      accessed: () => [],
    });
  }

  @Post()
  @Kommandorute({
    sammenfatning: 'Fastsæt et serviceniveau',
    beskrivelse:
      'For en regel, hvor loven ikke har et tal, eller som er kommunens egen. Lovens frister kan ikke ændres, og et niveau kan ikke være længere end den lov, det står ved siden af. Frister, der allerede løber, ændres ikke.',
    svar: ServiceniveauSvar,
  })
  fastsaetServiceniveau(@Anmodning() request: RequestContext, @Body() krop: NiveauAnmodning): Promise<CommandResult> {
    const regel = this.lokalRegel(krop.regel, krop.gaelderFra);
    return this.beslut(request, krop.gaelderFra, (valg) => ({
      type: 'FastsaetNiveau',
      ...krop,
      regel: this.medGraense(regel, krop, valg),
    }));
  }

  @Post('ophoer')
  @Kommandorute({
    sammenfatning: 'Lad et serviceniveau ophøre',
    beskrivelse: 'Fra dagen åbnes der ikke flere frister efter niveauet. De, der løber, løber videre.',
    svar: ServiceniveauSvar,
  })
  ophoerServiceniveau(
    @Anmodning() request: RequestContext,
    @Body() krop: NiveauophoerAnmodning,
  ): Promise<CommandResult> {
    const regel = this.lokalRegel(krop.regel, krop.gaelderFra);
    return this.beslut(request, krop.gaelderFra, () => ({
      type: 'OphaevNiveau',
      ...krop,
      regel: niveauregel(regel),
    }));
  }

  @Post('parametre')
  @Kommandorute({
    sammenfatning: 'Vælg, hvordan der tælles, hvor loven er åben',
    beskrivelse:
      'Om lørdag er hverdag, og hvilke særdage der tæller. Uden valg tæller lørdag som hverdag, og grundlovsdag, 24. og 31. december er hverken arbejdsdage eller dage, borgerens frist slutter. Det, der ikke nævnes, er uændret.',
    svar: ServiceniveauSvar,
  })
  vaelgLovparametre(@Anmodning() request: RequestContext, @Body() krop: ParameterAnmodning): Promise<CommandResult> {
    const { gaelderFra, beslutning, hverdag, ikkeHverdage, ikkeArbejdsdage, lukkedage } = krop;
    return this.beslut(request, gaelderFra, () => ({
      type: 'VaelgParametre',
      gaelderFra,
      beslutning,
      ...(hverdag === undefined ? {} : { hverdagsprofil: hverdag }),
      ...(ikkeHverdage === undefined ? {} : { hverdagSaerdage: ikkeHverdage }),
      ...(ikkeArbejdsdage === undefined ? {} : { arbejdsfriSaerdage: ikkeArbejdsdage }),
      ...(lukkedage === undefined ? {} : { lukkedagSaerdage: lukkedage }),
    }));
  }

  private lokalRegel(id: string, dato: string): Regel {
    const regel = this.lov.alleRegler.find((r) => r.id === id && gaelder(r, dato));
    if (regel !== undefined) return regel;
    throw new Afvist('regel-findes-ikke', `Der er ingen regel "${id}" ${dato}.`, { felt: 'regel' });
  }

  private medGraense(regel: Regel, niveau: NiveauAnmodning, valg: Serviceniveauer): Niveauregel {
    const parametre = parametrePaa(valg, niveau.gaelderFra);
    const graense = laengereEnd(this.lov, regel, niveau, parametre);
    return {
      ...niveauregel(regel),
      ...(graense === undefined ? {} : { laengereEnd: { id: graense.id, hjemmel: graense.hjemmel } }),
      ...(kortereEnd(regel, niveau, parametre) ? { kortereEnd: true } : {}),
    };
  }

  private beslut(
    request: RequestContext,
    gaelderFra: string,
    kommando: (valg: Serviceniveauer) => ServiceniveauKommando,
  ): Promise<CommandResult> {
    const stroem = serviceniveauStroem(request.aktoer.kommune);
    return this.kommandoer.execute(request, {
      context: 'sagsstyring',
      etagStream: () => stroem,
      handle: async (session) => {
        const { state } = await session.state(serviceniveauDecider, stroem);
        await session.decide(serviceniveauDecider, stroem, kommando(state));
        return { gaelderFra };
      },
    });
  }
}

function niveauregel(regel: Regel): Niveauregel {
  const { id, hjemmel, niveauFra } = regel;
  return { id, hjemmel, lokal: tagerNiveau(regel), niveauFra };
}

function oversigt(lov: Lovpakke, valg: Serviceniveauer, dato: string): Serviceniveauoversigt {
  const { hverdagsprofil, hverdagSaerdage, arbejdsfriSaerdage, lukkedagSaerdage } = parametrePaa(valg, dato);
  return {
    dato,
    parametre: {
      hverdag: hverdagsprofil,
      ikkeHverdage: [...hverdagSaerdage],
      ikkeArbejdsdage: [...arbejdsfriSaerdage],
      lukkedage: [...lukkedagSaerdage],
    },
    niveauer: lov.alleRegler
      .filter((regel) => tagerNiveau(regel) && gaelder(regel, dato))
      .map(({ id, navn, hjemmel }) => {
        const gaeldende = niveauPaa(valg, id, dato);
        return {
          regel: id,
          navn,
          hjemmel,
          gaeldende: gaeldende === undefined ? null : visNiveau(gaeldende),
          historik: valg.niveauer.filter((n) => n.regel === id).map(visNiveau),
        };
      }),
  };
}

function visNiveau(niveau: Serviceniveauer['niveauer'][number]): NiveauVisning {
  return {
    gaelderFra: niveau.gaelderFra,
    maengde: niveau.maengde ?? null,
    enhed: niveau.maengde === undefined ? null : niveau.enhed,
    beslutning: niveau.beslutning,
  };
}
