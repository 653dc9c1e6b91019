import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { fold } from '../../platform/commands/decider.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { DatoFelt, JaNej, Kode, KodeAf, KodeListe, ObjektListe, Tekst } from '../../platform/http/felt.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { type Generation, generationPaa, licensDecider, LICENSSTROEM } from './licens.js';
import { domaenenavne, temavalg } from './temavalg.js';

const GENERATIONER: readonly Generation[] = ['aeldre', 'nyere'];

export class LicensAnmodning {
  /** From when. */
  @DatoFelt('Hvornår det gælder fra.', '2019-01-01', { hjemmel: 'ophavsretsloven § 2 og licensaftalen om ICS' })
  gaelderFra!: string;

  /** Generation. */
  @KodeAf(
    'Den generation af dimensioner, kommunen bruger. Udelades den, har kommunen ingen licens fra datoen.',
    'nyere',
    GENERATIONER,
    {
      valgfri: true,
    },
  )
  generation?: Generation;

  /** Agreement. */
  @Kode('Aftalens nummer.', 'ICS-840', { valgfri: true })
  aftalenummer?: string;
}

export class LicensperiodeVisning {
  /** From when. */
  @DatoFelt('Gælder fra.', '2019-01-01')
  gaelderFra!: string;

  /** Generation. */
  @KodeAf('Generation; null, når kommunen ikke har licens.', 'nyere', GENERATIONER, { nulbar: true })
  generation!: string | null;
}

export class LicensVisning {
  /** Today. */
  @KodeAf('Hvad der gælder i dag; null uden licens.', 'nyere', GENERATIONER, { nulbar: true })
  iDag!: string | null;

  /** What was said. */
  @ObjektListe('Hvad der er sat, i den rækkefølge det er sat.', () => LicensperiodeVisning)
  perioder!: LicensperiodeVisning[];
}

export class Temavalgsdato {
  /** Day. */
  @DatoFelt('Hvilken dag; ellers i dag. Lov, generation og licens følger dagen.', '2019-01-10', { valgfri: true })
  dato?: string;
}

export class DomaeneVisning {
  /** Code. */
  @Kode('Domænets kode.', 'barnet')
  kode!: string;

  /** Name. */
  @Tekst('Domænets navn.', 'Barnet eller den unge')
  navn!: string;
}

export class TemavalgVisning {
  /** Code. */
  @Kode('Koden, der bruges, når temaet vurderes.', 'skoleforhold')
  kode!: string;

  /** Name. */
  @Tekst('Navn.', 'Skole og dagtilbud')
  navn!: string;

  /** Kind. */
  @KodeAf('Et neutralt tema, eller en dimension, der kræver licens.', 'tema', ['tema', 'dimension'])
  slags!: string;

  /** Domains. */
  @KodeListe('Domænerne, det hører til; tom, når det går på tværs.', ['barnet'])
  domaener!: string[];

  /** Demanded by law. */
  @JaNej('Om loven kræver, at der tages stilling til det.', true)
  paakraevet!: boolean;

  /** Counts as. */
  @Kode('Det tema, en dimension tæller som.', 'skoleforhold', { nulbar: true })
  daekker!: string | null;
}

export class TemavalgSvar {
  /** Day. */
  @DatoFelt('Dagen.', '2019-01-10')
  dato!: string;

  /** Generation. */
  @KodeAf('Generationen, kommunen har licens til; null uden licens.', 'nyere', GENERATIONER, { nulbar: true })
  generation!: string | null;

  /** Domains. */
  @ObjektListe('De tre domæner.', () => DomaeneVisning)
  domaener!: DomaeneVisning[];

  /** Themes. */
  @ObjektListe('Temaer og dimensioner, der kan vurderes.', () => TemavalgVisning)
  temaer!: TemavalgVisning[];
}

/** The municipality's licence for ICS, and what may be used with and without it. */
@ApiTags('undersøgelser')
@Controller('ics')
export class LicensController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('licens')
  @Adgang('administrator')
  @Kommandorute({
    sammenfatning: 'Sæt kommunens ICS-licens',
    beskrivelse:
      'ICS må kun bruges, når kommunen har en licensaftale. Fra datoen kan trekantens dimensioner vurderes i undersøgelser, der besluttes den dag eller senere, og kun så længe licensen gælder; uden licens bruges de neutrale temaer. Ophører den, også bagud, bliver det, der er skrevet, stående og læses, som det var. Der følger ingen blanketter eller hjælpetekst med.',
    svar: KommandoSvar,
  })
  saetLicens(@Anmodning() request: RequestContext, @Body() krop: LicensAnmodning): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => LICENSSTROEM,
      handle: async (session) => {
        await session.decide(licensDecider, LICENSSTROEM, { type: 'SaetLicens', ...krop });
        return {};
      },
    });
  }

  @Get('licens')
  @Adgang('sagsbehandler', 'teamleder', 'administrator', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'Kommunens ICS-licens',
    beskrivelse: 'Hvad der er sat, og hvad der gælder i dag.',
    svar: LicensVisning,
  })
  hentLicens(@Opslag() q: QueryRequest): Promise<LicensVisning> {
    return this.opslag.run(q, {
      context: 'ics',
      read: async () => {
        const licens = fold(licensDecider, await this.store.load(q.aktoer.kommune, LICENSSTROEM));
        return { iDag: generationPaa(licens, this.ur.iDag()), perioder: [...licens.perioder] };
      },
      accessed: () => [],
    });
  }

  @Get('temaer')
  @Adgang('sagsbehandler', 'teamleder', 'administrator', 'system')
  @Opslagsrute({
    sammenfatning: 'Temaer og dimensioner, der kan vurderes på en dag',
    beskrivelse:
      'De neutrale temaer efter loven på dagen og, når kommunen har licens, trekantens dimensioner i den generation, licensen gælder. Under serviceloven skal der tages stilling til alle seks temaer; en dimension tæller som sit tema.',
    svar: TemavalgSvar,
  })
  listTemaer(@Opslag() q: QueryRequest, @Query() valg: Temavalgsdato): Promise<TemavalgSvar> {
    return this.opslag.run(q, {
      context: 'ics',
      read: async () => {
        const dato = valg.dato ?? this.ur.iDag();
        const licens = fold(licensDecider, await this.store.load(q.aktoer.kommune, LICENSSTROEM));
        const generation = generationPaa(licens, dato);
        return {
          ...{ dato, generation },
          domaener: [...domaenenavne(this.lov, dato, generation)].map(([kode, navn]) => ({ kode, navn })),
          temaer: [...temavalg(this.lov, dato, generation)].map(([kode, tema]) => ({
            ...{ kode, navn: tema.navn, paakraevet: tema.paakraevet },
            slags: tema.daekker === undefined ? 'tema' : 'dimension',
            domaener: [...tema.domaener],
            daekker: tema.daekker ?? null,
          })),
        };
      },
      accessed: () => [],
    });
  }
}
