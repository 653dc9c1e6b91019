import { Body, Controller, Get, Inject, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { FinishesDrafts, TidyDrafts } from '../../platform/drafts/tidy-drafts.interceptor.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { type HttpReply } from '../../platform/http/http-request.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { type Side, Sidevalg } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { plankladde } from '../kladde/dokumenter.js';
import { type BegyndtSag, indsatserIGang, kraevAabenSag } from '../../sagsstyring/sagsstyring.public.js';
import { listPlaner, Planpost } from '../planer/planer.query.js';
import { alderAf } from './alder.js';
import { afslutPlan, godkendPlan } from './gaeldende_plan.js';
import { gengivPlan, type SenesteOrdlyd } from './gengivelse.js';
import { kraevPlan, kraevPlanIAabenSag } from './opslag.js';
import { opfoelgningsgraense } from './opfoelgning.js';
import { planDecider } from './plan.js';
import { OpfoelgningAnmodning, OpfoelgningSvar } from './opfoelgning.dto.js';
import {
  PlanafslutningAnmodning,
  PlanAnmodning,
  PlangodkendelseAnmodning,
  PlanrevisionAnmodning,
  PlanSvar,
} from './plan.dto.js';
import { type PlanEvent } from './plan.events.js';
import { PlanVisning } from './plan.visning.js';
import { reviderPlan } from './revision.js';
import { kraevUndersoegelse } from '../undersoegelse/udfoerelse.js';

/** Handleplan, barnets plan and ungeplan: goals drawn from the investigation, approval and follow-up. */
@ApiTags('planer')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
@UseInterceptors(TidyDrafts)
@FinishesDrafts(plankladde)
export class PlanController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post('sager/:id/planer')
  @Placering((svar) => `/planer/${String(svar['planId'])}`)
  @Kommandorute({
    sammenfatning: 'Påbegynd en plan',
    beskrivelse:
      'Planen er en kladde, til den godkendes. Datoen afgør loven: handleplan efter serviceloven til og med 2023, derefter barnets plan eller ungeplan.',
    svar: PlanSvar,
  })
  opretPlan(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: PlanAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: (svar) => String(svar['planId']),
      handle: async (session) => {
        const { barnId } = await kraevAabenSag(session, sagId);
        if (krop.bfuId !== undefined) await kraevSammeBarn(session, krop.bfuId, barnId);
        const planId = session.context.nytId();
        const regime = this.lov.regime(krop.oprettet);
        const aar = await alderAf(session, barnId, krop.oprettet);
        await session.decide(planDecider, planId, {
          type: 'OpretPlan',
          ...krop,
          ...{ planId, barnId, sagId, regime },
          ...(aar === undefined ? {} : { alder: aar }),
        });
        return { planId };
      },
    });
  }

  @Get('sager/:id/planer')
  @Opslagsrute({
    sammenfatning: 'Sagens planer, de nyeste først',
    beskrivelse: 'Id, type, fase og datoer. Indholdet hentes for hver plan.',
    svar: Planpost,
    liste: true,
  })
  listPlaner(@Opslag() q: QueryRequest, @Param('id') sagId: string, @Query() valg: Sidevalg): Promise<Side<Planpost>> {
    return this.opslag.run(q, {
      context: 'ics',
      read: async (sql) => {
        await kendtStroem(this.store, { kommune: q.aktoer.kommune, kind: 'sagsstyring.sag', id: sagId });
        return listPlaner(sql, q.aktoer.kommune, sagId, valg);
      },
      accessed: ({ poster }) => poster.map(({ barnId }) => ({ barnId, sagId })),
    });
  }

  @Get('planer/:id')
  @Opslagsrute({
    sammenfatning: 'En plan med mål og opfølgninger',
    beskrivelse:
      'For hvert mål vises det fund, det er hentet fra, med ordlyden dengang, og om fundet er skrevet om siden. Læsningen skrives i adgangsloggen.',
    svar: PlanVisning,
  })
  async hentPlan(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<PlanVisning> {
    const visning = await this.opslag.run(q, {
      context: 'ics',
      read: () => this.laesPlan(q.aktoer.kommune, id, valg.kendtPr),
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
    reply.header('ETag', `"${String(visning.version)}"`);
    return visning;
  }

  @Post('planer/:id/revision')
  @Placering((svar) => `/planer/${String(svar['planId'])}`)
  @Kommandorute({
    sammenfatning: 'Revidér den gældende plan',
    beskrivelse:
      'Giver en ny kladde, som er den næste version: formålet, de fund, planen bygger på, og de mål, der ikke er nået, føres videre med deres kilder. Den gamle plan gælder og kan læses, som den var; den bliver `revideret`, når den nye godkendes. Fra 2024 bliver en handleplan til barnets plan, og fra 16 år er planen en ungeplan.',
    svar: PlanSvar,
  })
  reviderPlan(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PlanrevisionAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: (svar) => String(svar['planId']),
      handle: async (session) => ({ planId: await reviderPlan(session, id, krop, this.lov) }),
    });
  }

  @Post('planer/:id/godkendelse')
  @Kommandorute({
    sammenfatning: 'Godkend planen',
    beskrivelse:
      'Planen gælder fra datoen, skal have den type, loven og barnets alder giver den dag, og erstatter barnets gældende plan af samme type. Barnet har højst én af hver type. En ungeplan (BL § 109), og en handleplan fra 16 år (SEL § 140), har mindst ét mål for voksenlivet. Er planen i høring, afventes svaret eller svarfristen. En revision godkendes kun, så længe planen, den reviderer, er den gældende; ellers svares 409 med planen, der kom imellem.',
    svar: PlanSvar,
  })
  godkendPlan(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PlangodkendelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const plan = await kraevPlanIAabenSag(session, id);
        const alder = await alderAf(session, plan.barnId, krop.dato);
        const regime = this.lov.regime(krop.dato);
        await godkendPlan(session, plan, { ...krop, regime, ...(alder === undefined ? {} : { alder }) });
        return { planId: id };
      },
    });
  }

  @Post('planer/:id/opfoelgninger')
  @Kommandorute({
    sammenfatning: 'Registrér en opfølgning på planen',
    beskrivelse:
      'Opfølgningen gælder indsatserne og målene: hvert åbent mål vurderes én gang og er nået, delvist nået eller ikke nået, og det vurderes, om indsatsen, planen eller undersøgelsen skal ændres. Den første skal være holdt senest 3 måneder efter iværksættelsen; den næste højst 6 måneder senere (SEL § 70) eller på den dato, der besluttes og begrundes (BL § 95).',
    svar: OpfoelgningSvar,
  })
  registrerOpfoelgning(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: OpfoelgningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        const { sagId } = await kraevPlan(session, id);
        const sag = await kraevAabenSag(session, sagId);
        const indsatsIder = krop.indsatsIder ?? indsatserIGang(sag, krop.dato);
        kraevIvaerksat(sag, indsatsIder, krop.dato);
        const ophoerteIder = indsatsIder.filter((indsatsId) => (sag.indsatser[indsatsId]?.til ?? null) !== null);
        const opfoelgningId = session.context.nytId();
        await session.decide(planDecider, id, {
          type: 'AfholdOpfoelgning',
          ...krop,
          ...{ opfoelgningId, indsatsIder, maalstatus: krop.maalstatus ?? [] },
          ...(ophoerteIder.length === 0 ? {} : { ophoerteIder }),
          regime: this.lov.regime(krop.dato),
          graense: opfoelgningsgraense(this.lov, krop.dato),
        });
        return { planId: id, opfoelgningId, indsatsIder };
      },
    });
  }

  @Post('planer/:id/afslutning')
  @Kommandorute({
    sammenfatning: 'Afslut planen',
    beskrivelse:
      'Planen gælder ikke længere, og ingen ny er trådt i stedet. En kladde, der ikke skal bruges, opgives på samme måde; den kan fortsat læses.',
    svar: PlanSvar,
  })
  afslutPlan(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: PlanafslutningAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'ics',
      etagStream: () => id,
      handle: async (session) => {
        await afslutPlan(session, await kraevPlan(session, id), { ...krop });
        return { planId: id };
      },
    });
  }

  private async laesPlan(kommune: number, id: string, kendtPr: string | undefined): Promise<PlanVisning> {
    const stroem = await kendtStroem(this.store, { kommune, kind: planDecider.kind, id, kendtPr });
    const plan = fold(planDecider, stroem);
    if (plan.fase === 'findes-ikke') throw ikkeFundet('plan', id);
    // Also of goals that are carried forward: their event names the investigation of each.
    const kilder = [
      ...new Set([
        ...Object.values(plan.maal).flatMap(({ kilde }) => kilde?.bfuId ?? []),
        ...plan.grundlag.map(({ bfuId }) => bfuId),
      ]),
    ];
    const untilPosition = kendtPr === undefined ? undefined : await this.store.positionAt(kommune, kendtPr);
    const bfuer = await this.store.loadMany(kommune, kilder, untilPosition === undefined ? {} : { untilPosition });
    // Its kind says that the stream holds this decider's events only.
    return gengivPlan(stroem as readonly unknown[] as readonly PlanEvent[], plan, (bfuId, fundId) =>
      senesteOrdlyd(bfuer.get(bfuId) ?? [], fundId),
    );
  }
}

function kraevIvaerksat({ indsatser }: BegyndtSag, indsatsIder: readonly string[], dato: string): void {
  for (const id of indsatsIder) {
    const indsats = indsatser[id];
    if (indsats === undefined || indsats.fra > dato) {
      throw new Afvist(
        'indsats-ikke-i-sagen',
        `Der kan kun følges op på indsatser, som var sat i værk i sagen ${dato}.`,
        { felt: 'indsatsIder' },
      );
    }
  }
}

function senesteOrdlyd(bfu: readonly StoredEvent[], fundId: string): ReturnType<SenesteOrdlyd> {
  const fund = bfu.findLast(({ type, data }) => type === 'ics.FundNoteret' && data['fundId'] === fundId);
  const tekst = fund?.data['tekst'];
  return fund === undefined
    ? undefined
    : { version: fund.version, tekst: typeof tekst === 'string' ? tekst : '[slettet]' };
}

async function kraevSammeBarn(session: CommandSession, bfuId: string, barnId: string): Promise<void> {
  if ((await kraevUndersoegelse(session, bfuId)).barnId !== barnId) {
    throw new Afvist('andet-barn', 'Undersøgelsen handler om et andet barn end sagen.', { felt: 'bfuId' });
  }
}
