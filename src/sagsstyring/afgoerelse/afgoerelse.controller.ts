import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { DatorettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { manglerRisikovurdering } from '../barn/risikovurdering.js';
import { Delforloebspost, Delforloebsvalg, listDelforloeb } from '../delforloeb/delforloeb.query.js';
import { kraevAfgoerelsesart } from '../parter/afgoerelsesart.js';
import { beskyttedeAndre } from '../parter/parter_i_sagen.js';
import { valgForBreve } from '../serviceniveauer/kommunens_valg.js';
import { kraevAabenSag } from '../sag/enkeltsag.js';
import {
  AfgoerelseAnmodning,
  AfgoerelseSvar,
  AfgoerelseVisning,
  MeddelelseAnmodning,
  MeddelelseSvar,
} from './afgoerelse.dto.js';
import { afgoerelseDecider } from './afgoerelse.js';
import { retMeddelelsen } from './meddelelsesrettelse_forloeb.js';
import { ansesForModtaget, BREVREGEL } from './modtagelse.js';
import { kraevUdenEgenRute, samtale } from './generel_afgoerelse.js';
import { kraevAfgoerelse, traefAfgoerelse } from './traeffelse.js';

const KONTEKST = 'sagsstyring';

/** Decisions, made with the parties heard, and told to each of them with reasons and guidance on appeal. */
@ApiTags('afgørelser')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class AfgoerelseController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post('sager/:id/afgoerelser')
  @Placering((svar) => `/afgoerelser/${String(svar['afgoerelseId'])}`)
  @Kommandorute({
    sammenfatning: 'Registrér en afgørelse',
    beskrivelse:
      'Forvaltningens afgørelser. Går den en part imod, skal alle parter være hørt, eller loven gøre en undtagelse, som begrundes; svaret siger ellers, hvem der mangler (forvaltningsloven § 19). Barnets holdning skaffes inden ved en samtale, når loven kræver det (SEL § 48, BL § 5). Afgørelser med krav af deres egen art (`egenRute` i kodelisten `afgoerelser`) træffes på den, også når de træder i stedet for en tidligere; her kun som afslag, og det siges med `afslag`.',
    svar: AfgoerelseSvar,
  })
  traefAfgoerelse(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: AfgoerelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['afgoerelseId']),
      handle: async (session) => {
        await kraevAabenSag(session, sagId);
        const { afgoerelseKode, angaarIder, boernesamtale, ...resten } = krop;
        const art = kraevAfgoerelsesart(this.lov, afgoerelseKode, krop.dato);
        if (art.organ === 'BUU') {
          throw new Afvist(
            'udvalgets-afgoerelse',
            `${art.navn} kan kun børne- og ungeudvalget afgøre. Rejs en BUU-sag.`,
            {
              felt: 'afgoerelseKode',
              paragraf: this.lov.hjemmel('buu-afgoerelse', krop.dato),
            },
          );
        }
        kraevUdenEgenRute(art, krop);
        const afgoerelseId = await traefAfgoerelse(session, this.lov, {
          ...resten,
          ...{ sagId, art },
          ...samtale(this.lov, art, krop.dato, boernesamtale),
          ...(angaarIder === undefined ? {} : { angaar: angaarIder }),
        });
        return { afgoerelseId };
      },
    });
  }

  @Get('sager/:id/afgoerelser')
  @Opslagsrute({
    sammenfatning: 'Sagens afgørelser, de nyeste først',
    beskrivelse: 'Id, slags, tilstand og datoer.',
    svar: Delforloebspost,
    liste: true,
  })
  listAfgoerelser(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Delforloebsvalg,
  ): Promise<Side<Delforloebspost>> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listDelforloeb(sql, q.aktoer.kommune, { art: 'afgoerelse', sagId }, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('afgoerelser/:id')
  @Opslagsrute({
    sammenfatning: 'En afgørelse med parter og meddelelser',
    beskrivelse: 'Læsningen skrives i adgangsloggen. Kan vises, som den var kendt på et tidligere tidspunkt.',
    svar: AfgoerelseVisning,
  })
  hentAfgoerelse(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
  ): Promise<AfgoerelseVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: afgoerelseDecider.kind, id, ...valg });
        const a = fold(afgoerelseDecider, stroem);
        if (a.fase === 'findes-ikke') throw ikkeFundet('afgoerelse', id);
        return {
          ...a,
          parter: [...a.parter],
          partshoeringIder: [...a.partshoeringIder],
          meddelelser: [...a.meddelelser],
          version: stroem.length,
        };
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('afgoerelser/:id/meddelelser')
  @Kommandorute({
    sammenfatning: 'Registrér, at en part har fået afgørelsen',
    beskrivelse:
      'Med begrundelse og klagevejledning (forvaltningsloven §§ 22-25). Klagefristen på 4 uger løber fra den dag, parten anses for at have modtaget den.',
    svar: MeddelelseSvar,
  })
  meddelAfgoerelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: MeddelelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const { barnId } = await kraevAfgoerelse(session, id);
        const [beskyttede, risikovurderingMangler] = await Promise.all([
          beskyttedeAndre(session, barnId, krop.personId, krop.sendt),
          manglerRisikovurdering(session, barnId, this.lov.regime(krop.sendt)),
        ]);
        const meddelelseId = session.context.nytId();
        const valg = await valgForBreve(session, request.aktoer.kommune, BREVREGEL, krop.sendt);
        const modtaget = ansesForModtaget(this.lov, krop.maade, krop.sendt, valg);
        await session.decide(afgoerelseDecider, id, {
          type: 'MeddelAfgoerelse',
          ...krop,
          ...{ meddelelseId, modtaget, risikovurderingMangler },
          maskeret: krop.maskeret ?? false,
          beskyttedeAndre: beskyttede,
        });
        return { afgoerelseId: id, meddelelseId, modtaget };
      },
    });
  }

  @Post('afgoerelser/:id/meddelelser/:meddelelseId/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen, hvor parten fik afgørelsen',
    beskrivelse:
      'Når den er registreret forkert, for eksempel fordi brevet kom en anden dag end den, det formodes at komme. Klagefristen regnes om, også for klager, der er kommet, og fristoversigten viser både den gamle og den nye.',
    svar: MeddelelseSvar,
  })
  retAfgoerelsemodtagelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('meddelelseId') meddelelseId: string,
    @Body() { dato: modtaget, begrundelse }: DatorettelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => ({
        afgoerelseId: id,
        ...(await retMeddelelsen(session, this.lov, request.aktoer.kommune, {
          ...{ afgoerelseId: id, meddelelseId, begrundelse },
          modtaget,
        })),
      }),
    });
  }

  @Post('afgoerelser/:id/meddelelser/:meddelelseId/afsendelse/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen, hvor afgørelsen blev sendt til parten',
    beskrivelse:
      'Når den er registreret forkert. Er dagen for modtagelsen regnet ud fra den, regnes den om, og klagefristen med, også for klager, der er kommet; er modtagelsen selv rettet, bliver den stående.',
    svar: MeddelelseSvar,
  })
  retAfgoerelsesafsendelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('meddelelseId') meddelelseId: string,
    @Body() { dato: sendt, begrundelse }: DatorettelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => ({
        afgoerelseId: id,
        ...(await retMeddelelsen(session, this.lov, request.aktoer.kommune, {
          ...{ afgoerelseId: id, meddelelseId, begrundelse },
          sendt,
        })),
      }),
    });
  }
}
