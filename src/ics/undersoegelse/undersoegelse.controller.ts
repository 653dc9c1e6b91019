import { Body, Controller, Get, Inject, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { type HttpReply } from '../../platform/http/http-request.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side, Sidevalg } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { DatorettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { undersoegelseskladde } from '../kladde/dokumenter.js';
import {
  aabnEnkeltsag,
  afslutEnkeltsag,
  kraevAabenSag,
  kraevetAfSoeskendesAnbringelse,
  opgivSoeskendeundersoegelse,
} from '../../sagsstyring/sagsstyring.public.js';
import { listUndersoegelser, Undersoegelsespost } from '../undersoegelser/undersoegelser.query.js';
import { generationPaa, licensDecider, LICENSSTROEM } from '../licens/licens.js';
import { type Temagrundlag, temagrundlag } from './domaeneoversigt.js';
import { efterUndersoegelsen } from './efter.query.js';
import { gengiv, type StroemEvent } from './gengivelse.js';
import {
  barnefakta,
  bfuFrist,
  igangvaerendeUndersoegelser,
  hurtigsporet,
  sagensScreening,
  tidsplan,
} from './grundlag.js';
import { traefBfuafgoerelse, undersoegelsensParter } from './parter.js';
import { indsatserAtRykkeFrem, indsatserVedRettelse } from './sideloebende.js';
import { kraevUnderretningOm, kraevUndersoegelse, udfoerPaaUndersoegelse } from './udfoerelse.js';
import { kraevedeTemaer } from './temakrav.js';
import { undersoegelseDecider } from './undersoegelse.js';
import {
  AfbrydelseAnmodning,
  BfuafgoerelseSvar,
  BfuAnmodning,
  OpmaerksomhedsrettelseAnmodning,
  UndersoegelseSvar,
} from './undersoegelse.dto.js';
import { GodkendelseAnmodning } from './konklusion.dto.js';
import { UndersoegelseVisning } from './undersoegelse.visning.js';

/** The investigation as a whole: decided, read, approved or stopped. */
@ApiTags('undersøgelser')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(undersoegelseskladde)
export class UndersoegelseController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Post('sager/:id/undersoegelser')
  @Placering((svar) => `/undersoegelser/${String(svar['bfuId'])}`)
  @Kommandorute({
    sammenfatning: 'Beslut en børnefaglig undersøgelse',
    beskrivelse:
      'Åbner undersøgelsen i sagen og træffer afgørelsen, som meddeles parterne (se `GET /sager/{id}/afgoerelser`). Under barnets lov skal sagen være screenet først (BL § 18), og ikke til, at der intet behøves, medmindre et af forholdene i BL § 20, stk. 1, gør undersøgelsen til en pligt. Fristen på 4 måneder løber fra den dag, kommunen blev opmærksom på behovet, ikke fra afgørelsen. Der kan kun være én undersøgelse i gang i en sag.',
    svar: BfuafgoerelseSvar,
  })
  beslutUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: BfuAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: (svar) => String(svar['bfuId']),
      handle: async (session) => {
        const sag = await kraevAabenSag(session, sagId);
        if (krop.underretningId !== undefined) await kraevUnderretningOm(session, krop.underretningId, sag.barnId);
        const { reviderer, ...felter } = krop;
        const { barnId } = sag;
        const { afgoerelseDato } = krop;
        const tidligere = reviderer === undefined ? undefined : await kraevUndersoegelse(session, reviderer);
        const screening = await sagensScreening(session, sag, krop.underretningId, afgoerelseDato);
        const bfuId = session.context.nytId();
        await session.decide(undersoegelseDecider, bfuId, {
          type: 'BeslutBfu',
          ...felter,
          ...{ bfuId, sagId, barnId },
          regime: this.lov.regime(afgoerelseDato),
          ...tidsplan(this.lov, session.context.iDag, krop, await hurtigsporet(session, request.aktoer.kommune, krop)),
          barn: await barnefakta(session, barnId, afgoerelseDato),
          igangvaerende: igangvaerendeUndersoegelser(sag),
          ...(screening === undefined ? {} : { screening }),
          ...((await kraevetAfSoeskendesAnbringelse(session, barnId)) ? { soeskendeAnbragt: true } : {}),
          ...(tidligere === undefined
            ? {}
            : {
                reviderer: {
                  bfuId: tidligere.bfuId,
                  barnId: tidligere.barnId,
                  afsluttet: tidligere.fase === 'afsluttet' && tidligere.form === 'bfu',
                },
              }),
        });
        await aabnEnkeltsag(session, sagId, { enkeltsagId: bfuId, art: 'bfu', aabnet: krop.afgoerelseDato });
        const { begrundelse } = krop;
        const om = { sagId, bfuId, dato: afgoerelseDato, begrundelse };
        return { bfuId, afgoerelseId: await traefBfuafgoerelse(session, this.lov, om) };
      },
    });
  }

  @Get('sager/:id/undersoegelser')
  @Opslagsrute({
    sammenfatning: 'Sagens undersøgelser, de nyeste først',
    beskrivelse: 'Id, fase og datoer. Indholdet hentes for hver undersøgelse.',
    svar: Undersoegelsespost,
    liste: true,
  })
  listUndersoegelser(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Sidevalg,
  ): Promise<Side<Undersoegelsespost>> {
    return this.opslag.run(q, {
      context: 'ics',
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listUndersoegelser(sql, q.aktoer.kommune, sagId, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('undersoegelser/:id')
  @Opslagsrute({
    sammenfatning: 'En undersøgelse med alt, hvad den rummer',
    beskrivelse:
      'Fase, temaer, udtalelser, samtaler, fund, analyse og konklusion, og hvad der mangler med paragraf, før den kan godkendes. Læsningen skrives i adgangsloggen. Fristerne ses under `frister`.',
    svar: UndersoegelseVisning,
  })
  async hentUndersoegelse(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<UndersoegelseVisning> {
    const visning = await this.opslag.run(q, {
      context: 'ics',
      read: async (sql) => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: undersoegelseDecider.kind, id, ...valg });
        const u = fold(undersoegelseDecider, stroem);
        if (u.fase === 'findes-ikke') throw ikkeFundet('undersoegelse', id);
        // Its kind says that the stream holds this decider's events only.
        return gengiv(stroem as readonly unknown[] as readonly StroemEvent[], u, {
          iDag: this.ur.iDag(),
          kraevedeTemaer: kraevedeTemaer(this.lov, u.afgoerelseDato),
          trinnavne: new Map(this.lov.koder('bfu-trin', u.afgoerelseDato).map(({ kode, navn }) => [kode, navn])),
          efter: await efterUndersoegelsen(sql, this.store, { kommune, u, kendtPr: valg.kendtPr }),
          temaer: await this.temagrundlag(kommune, u.afgoerelseDato, vurderedeTemaer(stroem), valg.kendtPr),
        });
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
    reply.header('ETag', `"${String(visning.version)}"`);
    return visning;
  }

  @Post('undersoegelser/:id/godkendelse')
  @Adgang('teamleder', 'system')
  @Kommandorute({
    sammenfatning: 'Godkend konklusionen og afslut undersøgelsen',
    beskrivelse:
      'Kun en teamleder kan godkende. Mangler der noget, siger svaret hvad og efter hvilken paragraf. Enkeltsagen afsluttes i sagen.',
    svar: UndersoegelseSvar,
  })
  godkendUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: GodkendelseAnmodning,
  ): Promise<CommandResult> {
    return this.afslut(request, id, { type: 'GodkendBfu', ...krop });
  }

  @Post('undersoegelser/:id/afbrydelse')
  @Kommandorute({
    sammenfatning: 'Afbryd undersøgelsen',
    beskrivelse:
      'Undersøgelsen slutter uden konklusion: familien er flyttet (så underrettes den nye kommune straks), den unge er fyldt 18, barnet er født, eller behovet er bortfaldet. Enkeltsagen afsluttes i sagen.',
    svar: UndersoegelseSvar,
  })
  afbrydUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AfbrydelseAnmodning,
  ): Promise<CommandResult> {
    return this.afslut(request, id, { type: 'AfbrydBfu', ...krop });
  }

  @Post('undersoegelser/:id/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret opmærksomhedsdatoen',
    beskrivelse:
      'Når den dag, kommunen blev opmærksom på behovet, er registreret forkert. Fristerne regnes om, det, der har opfyldt dem, står ved magt, og fristoversigten viser både den gamle og den nye. Kan også ske, når undersøgelsen er afsluttet.',
    svar: UndersoegelseSvar,
  })
  retUndersoegelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OpmaerksomhedsrettelseAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, ({ context }) => ({
      type: 'RetOpmaerksomhed',
      ...krop,
      // A day that is to come is refused; nothing is reckoned from it.
      ...(krop.opmaerksomDato > context.iDag ? {} : { frist: bfuFrist(this.lov, krop.opmaerksomDato, 'almindelig') }),
    }));
  }

  @Post('undersoegelser/:id/godkendelse/rettelse')
  @Kommandorute({
    sammenfatning: 'Ret dagen, hvor undersøgelsen blev godkendt',
    beskrivelse:
      'Når den er registreret forkert. Om de fire måneder er overholdt, og hvornår indsatser ved siden af undersøgelsen første gang følges op, regnes om; fristoversigten viser både det gamle og det nye.',
    svar: UndersoegelseSvar,
  })
  retGodkendelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: DatorettelseAnmodning,
  ): Promise<CommandResult> {
    return udfoerPaaUndersoegelse(this.kommandoer, request, id, async (session) => ({
      ...{ type: 'RetGodkendelse', ...krop },
      igangvaerendeIndsatser: await indsatserVedRettelse(session, await kraevUndersoegelse(session, id), krop.dato),
    }));
  }

  private async temagrundlag(
    kommune: number,
    dato: string,
    vurderede: readonly string[],
    kendtPr: string | undefined,
  ): Promise<Temagrundlag> {
    const til = kendtPr === undefined ? {} : { untilPosition: await this.store.positionAt(kommune, kendtPr) };
    const licens = fold(licensDecider, await this.store.load(kommune, LICENSSTROEM, til));
    return temagrundlag(this.lov, dato, generationPaa(licens, dato), vurderede);
  }

  private afslut(
    request: RequestContext,
    id: string,
    kommando: ({ type: 'GodkendBfu' } & GodkendelseAnmodning) | ({ type: 'AfbrydBfu' } & AfbrydelseAnmodning),
  ): Promise<CommandResult> {
    const { dato } = kommando;
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const { sagId, barnId } = await kraevUndersoegelse(session, id);
        const sag = await kraevAabenSag(session, sagId);
        const barn = await barnefakta(session, barnId, dato);
        const igangvaerendeIndsatser = await indsatserAtRykkeFrem(session, sag, dato);
        await session.decide(
          undersoegelseDecider,
          id,
          kommando.type === 'GodkendBfu'
            ? {
                ...{ ...kommando, barn, igangvaerendeIndsatser },
                parter: await undersoegelsensParter(session, this.lov, barnId, dato),
              }
            : { ...kommando, barn, regime: this.lov.regime(dato) },
        );
        await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: dato });
        // The other reasons take the child out of what the municipality can investigate.
        if (kommando.type === 'AfbrydBfu' && kommando.aarsag === 'behov-bortfaldet')
          await opgivSoeskendeundersoegelse(session, barnId, id);
        return { bfuId: id };
      },
    });
  }
}

/** Codes of what was judged, or decided to be looked into, the latest last. */
function vurderedeTemaer(stroem: readonly StoredEvent[]): readonly string[] {
  return stroem.flatMap(({ type, data }) => {
    if (type === 'ics.TemaVurderet') return typeof data['tema'] === 'string' ? [data['tema']] : [];
    return type === 'ics.AfdaekningBesluttet' && Array.isArray(data['forhold']) ? data['forhold'].map(String) : [];
  });
}
