import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Rolle } from '../../platform/auth/actor.js';
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
import { type Stammevalg } from '../sagsstamme/sagsstamme.query.js';
import {
  AdvisKommandoSvar,
  AdvisSvar,
  Advisvalg,
  LederkvitteringAnmodning,
  UdsaettelseAnmodning,
  visAdvis,
  visRest,
} from './advis.dto.js';
import { advisDecider, type AdvisKommando } from './advis.js';
import { hentAdvis, hentSagensAdvis, type Advisspoergsmaal } from './advis.query.js';
import { lovfrist, type Advis } from './dan_advis.js';
import { udvaelg } from './rangorden.js';

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
      'Få og rangerede advis, regnet af sagernes tilstand og åbne frister: ét pr. emne på en sag, de vigtigste først, resten talt. For den, der spørger; modtagelsen får underretningerne, en teamleder de sager, ingen har, og med `team` hele teamet. Svaret er det samme, når der spørges igen med samme `pr` og `position`.',
    svar: AdvisSvar,
  })
  async hentAdvis(@Opslag() q: QueryRequest, @Query() valg: Advisvalg): Promise<AdvisSvar> {
    const { kommune, id, roller } = q.aktoer;
    const leder = roller.includes('teamleder');
    if (!leder && (valg.team !== undefined || (valg.ansvarlig ?? id) !== id)) throw kunEgne();
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
            ...hvis(valg, id, roller),
          });
          return udvaelg(alle.filter((a) => vises(a, valg, id, leder)));
        },
        accessed: ({ viste }) => viste.map(({ barnId, sagId }) => ({ barnId, ...(sagId === null ? {} : { sagId }) })),
      },
    );
    return { pr, position, advis: fundet.viste.map(visAdvis), resten: fundet.resten.map(visRest) };
  }

  @Post('sager/:id/advis/:emne/udsaettelse')
  @Kommandorute({
    sammenfatning: 'Udsæt et advis på en sag',
    beskrivelse:
      'Til en dato og med en begrundelse. Pligten og fristen er uændrede. Sagsbehandleren kan ikke udsætte til efter lovens frist, og ikke det, der handler om fare for barnet; det kan en teamleder. Bliver det mere alvorligt, eller kommer der nyt til, vises det straks igen. Udsættes det samme to gange, eskaleres det.',
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

function hvis(valg: Advisvalg, id: string, roller: readonly Rolle[]): Pick<Advisspoergsmaal, 'stammer' | 'modtagelse'> {
  const { team, ansvarlig } = valg;
  if (team !== undefined)
    return { stammer: [ansvarlig === undefined ? { team } : { team, ansvarlig }], modtagelse: false };
  if (ansvarlig !== undefined && ansvarlig !== id) return { stammer: [{ ansvarlig }], modtagelse: false };
  const egne: readonly Stammevalg[] = [{ ansvarlig: id }];
  return {
    stammer: roller.includes('teamleder') ? [...egne, { utildelte: true }] : egne,
    modtagelse: roller.includes('modtagelse'),
  };
}

/** A case that waits for the caller's answer brings only that; what is put off shows again to the leader it was escalated to. */
function vises(a: Advis, valg: Advisvalg, id: string, leder: boolean): boolean {
  const bruger = valg.ansvarlig ?? (valg.team === undefined ? id : undefined);
  if (bruger !== undefined && a.sagsbehandler !== null && a.sagsbehandler !== bruger) return false;
  if (valg.eskaleret !== undefined && valg.eskaleret !== (a.eskaleret !== null)) return false;
  return a.udsatTil === null || valg.udsatte === true || (leder && a.eskaleret !== null);
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
