import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { medPoster, type Side } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Eksempel, Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { cprAdvarsler } from '../barn/barnangivelse.js';
import { listUnderretninger } from '../underretninger/underretninger.query.js';
import {
  AkutvurderingAnmodning,
  AnnulleringAnmodning,
  BoernesamtaleAnmodning,
  GenvurderingAnmodning,
  KvitteringAnmodning,
  ModtagelseSvar,
  OrienteringAnmodning,
  UnderretningsrettelseAnmodning,
  RisikovurderingAnmodning,
  ScreeningAnmodning,
  ScreeningSvar,
  UNDERRETNING,
  UnderretningAnmodning,
  UnderretningSvar,
  Underretningsvalg,
  VideresendelseAnmodning,
} from './underretning.dto.js';
import { gyldigeKoder } from './gyldige_koder.js';
import {
  genvurder,
  lukUdenScreening,
  modtagUnderretning,
  retModtagelse,
  screen,
  type Modtagelse,
} from './underretning_forloeb.js';
import { underretningDecider } from './underretning.js';
import { type UnderretningKommando } from './kommandoer.js';
import { UnderretningPost, UnderretningVisning, visRaekke, visUnderretning } from './underretning.visning.js';

const KONTEKST = 'sagsstyring';
type Svar = Readonly<Record<string, unknown>>;

@ApiTags('underretninger')
@Controller('underretninger')
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
export class UnderretningController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(BlindIndex) private readonly blindIndex: BlindIndex,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post()
  @Placering((svar) => `/underretninger/${String(svar['underretningId'])}`)
  @Kommandorute({
    sammenfatning: 'Modtag en underretning',
    beskrivelse:
      'Registrerer én underretning om ét barn, finder eller registrerer barnet, og knytter underretningen til barnets åbne sag. Om barnet har en igangværende indsats, ved systemet selv. Fristerne på 24 timer og 6 hverdage løber fra modtagelsen.',
    svar: ModtagelseSvar,
  })
  @Eksempel(UnderretningAnmodning, UNDERRETNING)
  modtagUnderretning(
    @Anmodning() request: RequestContext,
    @Body() krop: UnderretningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['underretningId']),
      handle: async (session) => ({
        ...(await modtagUnderretning(session, this.blindIndex, request.aktoer.kommune, this.modtagelse(krop))),
        advarsler: cprAdvarsler(krop.barn),
      }),
    });
  }

  @Get()
  @Opslagsrute({
    sammenfatning: 'Underretninger, de nyeste først',
    beskrivelse: 'Uden navne. Hvert barn, der vises, skrives i adgangsloggen.',
    svar: UnderretningPost,
    liste: true,
  })
  async listUnderretninger(
    @Opslag() q: QueryRequest,
    @Query() valg: Underretningsvalg,
  ): Promise<Side<UnderretningPost>> {
    const fundet = await this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => listUnderretninger(sql, q.aktoer.kommune, valg),
      accessed: ({ poster }) => poster.map(({ barnId, sagId }) => ({ barnId, ...(sagId === null ? {} : { sagId }) })),
    });
    return medPoster(fundet, fundet.poster.map(visRaekke));
  }

  @Get(':id')
  @Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'En underretning med alle skridt',
    beskrivelse: 'Læsningen skrives i adgangsloggen. Kan vises, som den var kendt på et tidligere tidspunkt.',
    svar: UnderretningVisning,
  })
  hentUnderretning(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
  ): Promise<UnderretningVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const visning = visUnderretning(
          await kendtStroem(this.store, {
            kommune: q.aktoer.kommune,
            kind: underretningDecider.kind,
            id,
            kendtPr: valg.kendtPr,
          }),
        );
        if (visning === undefined) throw ikkeFundet('underretning', id);
        return visning;
      },
      accessed: ({ barnId, sagId }) => [{ barnId, ...(sagId === null ? {} : { sagId }) }],
    });
  }

  @Post(':id/akutvurdering')
  @Kommandorute({
    sammenfatning: 'Registrér akutvurderingen',
    beskrivelse:
      'Er barnets sundhed eller udvikling i fare? Skal ske inden 24 timer efter modtagelsen (SEL § 155, stk. 2 / BL § 136). En sen vurdering registreres også; fristoversigten viser, at den kom for sent.',
    svar: UnderretningSvar,
  })
  registrerAkutvurdering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AkutvurderingAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, {
      type: 'ForetagAkutvurdering',
      ...krop,
      vurderetAf: krop.vurderetAf ?? request.aktoer.id,
      aeresrelateret: krop.aeresrelateret ?? false,
    });
  }

  @Post(':id/kvittering')
  @Kommandorute({
    sammenfatning: 'Registrér kvitteringen til underretter',
    beskrivelse:
      'Inden 6 hverdage (SEL § 155 b, stk. 1 / BL kap. 16). Kan også registreres efter screeningen. En anonym underretter får ingen kvittering.',
    svar: UnderretningSvar,
  })
  registrerKvittering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: KvitteringAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'SendKvittering', ...krop });
  }

  @Post(':id/orientering')
  @Kommandorute({
    sammenfatning: 'Registrér orienteringen af fagpersonen',
    beskrivelse:
      'En fagperson, som underrettede, orienteres efter screeningen om, hvorvidt der er sat noget i gang; ellers begrundes det (SEL § 155 b, stk. 2-3 / BL kap. 16).',
    svar: UnderretningSvar,
  })
  registrerOrientering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OrienteringAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, { type: 'OrienterFagperson', ...krop, undladt: krop.undladt ?? false });
  }

  @Post(':id/genvurdering')
  @Kommandorute({
    sammenfatning: 'Registrér genvurderingen',
    beskrivelse:
      'Kræves, når barnet har en igangværende indsats. Mindst én, som ikke før har deltaget i sagen, skal deltage (SEL § 155 a, stk. 1 / BL § 137, stk. 1). Hvem der før har deltaget, ved systemet fra sagerne og underretningerne.',
    svar: UnderretningSvar,
  })
  registrerGenvurdering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: GenvurderingAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await genvurder(session, id, { ...krop });
      return { underretningId: id };
    });
  }

  @Post(':id/boernesamtale')
  @Kommandorute({
    sammenfatning: 'Registrér samtalen med barnet',
    beskrivelse:
      'Ved overgreb skal samtalen holdes eller undladelsen begrundes før screeningen; ved overgreb fra forældre uden deres tilstedeværelse (SEL § 155 a / BL § 137, stk. 2-4).',
    svar: UnderretningSvar,
  })
  registrerUnderretningssamtale(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BoernesamtaleAnmodning,
  ): Promise<CommandResult> {
    if (krop.udfald === 'undladt') {
      return this.beslut(request, id, {
        type: 'UndladBoernesamtale',
        dato: krop.dato,
        begrundelse: krop.begrundelse ?? '',
      });
    }
    if (krop.referat === undefined)
      throw new Afvist('referat-mangler', 'Skriv, hvad barnet sagde, når samtalen er holdt.', {
        felt: 'referat',
        paragraf: 'offentlighedsloven § 13',
      });
    return this.beslut(request, id, {
      type: 'HoldBoernesamtale',
      dato: krop.dato,
      udenForaeldre: krop.udenForaeldre ?? false,
      referat: krop.referat,
    });
  }

  @Post(':id/risikovurdering')
  @Kommandorute({
    sammenfatning: 'Registrér risikovurderingen ved æresrelateret konflikt',
    beskrivelse: 'Skal laves, før forældre og netværk inddrages (BL § 18, stk. 3).',
    svar: UnderretningSvar,
  })
  registrerRisikovurdering(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: RisikovurderingAnmodning,
  ): Promise<CommandResult> {
    return this.beslut(request, id, {
      type: 'VurderAeresrelateretRisiko',
      ...krop,
      vurderetAf: krop.vurderetAf ?? request.aktoer.id,
    });
  }

  @Post(':id/screening')
  @Kommandorute({
    sammenfatning: 'Screen underretningen til et spor',
    beskrivelse:
      'Vurderer underretningen færdig. Alle spor undtagen `ingen-indsats` åbner barnets sag eller finder den åbne, og svaret giver dens id. Det, som loven kræver forinden, skal være gjort; svaret siger ellers, hvad der mangler.',
    svar: ScreeningSvar,
  })
  screenUnderretning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: ScreeningAnmodning,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => ({
      underretningId: id,
      ...(await screen(session, id, { ...krop, screenetAf: krop.screenetAf ?? request.aktoer.id })),
    }));
  }

  @Post(':id/videresendelse')
  @Kommandorute({
    sammenfatning: 'Send underretningen til en anden kommune',
    beskrivelse:
      'Når barnet hører til i en anden kommune (SEL § 152 / BL § 132). Akutvurderingen skal være foretaget først.',
    svar: UnderretningSvar,
  })
  videresendUnderretning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: VideresendelseAnmodning,
  ): Promise<CommandResult> {
    if (this.lov.kode('kommuner', krop.tilKommune, lokalDato(krop.videresendt)) === undefined) {
      throw new Afvist('kommune-findes-ikke', `Der er ingen kommune med koden ${krop.tilKommune}.`, {
        felt: 'tilKommune',
      });
    }
    return this.luk(request, id, { type: 'Videresend', ...krop, egenKommune: String(request.aktoer.kommune) });
  }

  @Post(':id/annullering')
  @Kommandorute({
    sammenfatning: 'Annullér en underretning, der er registreret ved en fejl',
    beskrivelse: 'Den tæller ikke længere med, men bliver stående i loggen med begrundelsen.',
    svar: UnderretningSvar,
  })
  annullerUnderretning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AnnulleringAnmodning,
  ): Promise<CommandResult> {
    return this.luk(request, id, { type: 'Annuller', ...krop });
  }

  @Post(':id/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret tidspunktet for modtagelsen',
    beskrivelse:
      'Når tidspunktet er registreret forkert. Fristerne regnes om, det, der har opfyldt dem, står ved magt, og fristoversigten viser både den gamle og den nye. Om barnet havde en igangværende indsats den dag, finder systemet selv.',
    svar: UnderretningSvar,
  })
  retUnderretning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: UnderretningsrettelseAnmodning,
  ): Promise<CommandResult> {
    const dag = lokalDato(krop.modtaget);
    return this.udfoer(request, id, async (session) => {
      await retModtagelse(session, id, {
        ...krop,
        regime: this.lov.regime(dag),
        gyldigeKoder: gyldigeKoder(this.lov, dag),
      });
      return { underretningId: id };
    });
  }

  private modtagelse(krop: UnderretningAnmodning): Modtagelse {
    const dag = lokalDato(krop.modtaget);
    const { kode, anonym, navn, kontakt, fagperson } = krop.underretter;
    return {
      barn: krop.barn,
      modtaget: krop.modtaget,
      form: krop.form,
      anonym,
      underretterKode: kode,
      aarsagKoder: krop.aarsagKoder,
      fagperson: fagperson ?? this.lov.kode('underretter', kode, dag)?.pligt === 'skaerpet',
      overgreb: krop.overgreb ?? false,
      overgrebFraForaeldre: krop.overgrebFraForaeldre ?? false,
      aeresrelateret: krop.aeresrelateret ?? false,
      regime: this.lov.regime(dag),
      gyldigeKoder: gyldigeKoder(this.lov, dag),
      beskrivelse: krop.beskrivelse,
      ...(krop.henvendelseId === undefined ? {} : { henvendelseId: krop.henvendelseId }),
      ...(navn === undefined ? {} : { underretterNavn: navn }),
      ...(kontakt === undefined ? {} : { underretterKontakt: kontakt }),
    };
  }

  private beslut(request: RequestContext, id: string, kommando: UnderretningKommando): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await session.decide(underretningDecider, id, kommando, { mustExist: true });
      return { underretningId: id };
    });
  }

  private luk(
    request: RequestContext,
    id: string,
    kommando: Extract<UnderretningKommando, { type: 'Videresend' | 'Annuller' }>,
  ): Promise<CommandResult> {
    return this.udfoer(request, id, async (session) => {
      await lukUdenScreening(session, id, kommando);
      return { underretningId: id };
    });
  }

  private udfoer(
    request: RequestContext,
    id: string,
    handle: (session: CommandSession) => Promise<Svar>,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, { context: KONTEKST, etagStream: () => id, handle });
  }
}
