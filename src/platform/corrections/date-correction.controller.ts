import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { Adgang } from '../auth/access.js';
import { type CommandResult, type CommandSession, type RequestContext } from '../commands/command.js';
import { type EventDeclaration } from '../eventstore/event-declaration.js';
import { type EventStore, type StoredEvent } from '../eventstore/event-store.js';
import { DatoFelt, Fritekst, Heltal, Kode, TidspunktFelt, UuidFelt } from '../http/felt.js';
import { CommandGateway } from '../http/gateways.js';
import { KommandoSvar } from '../http/kommando-svar.js';
import { ikkeFundet, ProblemException } from '../http/problem.js';
import { Anmodning } from '../http/request.js';
import { Eksempel, Kommandorute } from '../http/rute.js';
import { type ContextRegistration } from '../registry.js';
import { CONTEXTS, EVENT_STORE, LOVPAKKE } from '../tokens.js';
import { type Afskrift, afskrevne } from './copied-day.js';
import { type Afledning, type Dag, type Datoretning, retDato } from './correct-date.js';
import { rettetPaaPlads } from './date-correction.js';
import { foelgerTidspunkt, omdatering, samletSkridt } from './same-step.js';

const ARTIKEL_16 = { hjemmel: 'databeskyttelsesforordningen art. 16' } as const;

export class HaendelsesdatoAnmodning {
  /** The event's position in the municipality's log. */
  @Heltal('Hændelsens plads i kommunens log, som den står på journallinjen.', 4711, { min: 1, ...ARTIKEL_16 })
  position!: number;

  /** Which of its days. */
  @Kode(
    'Hvilken dag i hændelsen. Udelades den, er det den dag, det skete, og ikke dem, den ellers fortæller om.',
    'dato',
    {
      valgfri: true,
      kraevesNaar: 'hændelsen har flere dage, det skete, eller det er en anden dag, den fortæller om',
      ...ARTIKEL_16,
    },
  )
  felt?: string;

  /** The right day. */
  @DatoFelt('Den rigtige dag.', '2019-03-04', {
    valgfri: true,
    kraevesNaar: 'det, der rettes, ikke har et klokkeslæt',
    ...ARTIKEL_16,
  })
  dato?: string;

  /** The right time. */
  @TidspunktFelt('Det rigtige tidspunkt.', '2019-03-04T09:30:00+01:00', {
    valgfri: true,
    kraevesNaar: 'det, der rettes, har et klokkeslæt',
    ...ARTIKEL_16,
  })
  tidspunkt?: string;

  /** Why. */
  @Fritekst('Hvad der var forkert, og hvor det rigtige står.', 'Referatet i sagen viser den rigtige dag.', ARTIKEL_16)
  begrundelse!: string;
}

export class DatorettelseSvar extends KommandoSvar {
  /** What the event is about. */
  @UuidFelt('Id på det, som hændelsen handler om.', '018f3a6e-7c1d-7e2a-9b4c-5d6e7f8a9b0c')
  stroemId!: string;

  /** How many events were corrected. */
  @Heltal(
    'Hvor mange hændelser der blev rettet: den selv, og hvad der blev registreret med samme dag i samme skridt.',
    1,
  )
  rettede!: number;
}

/** A day in what has been recorded was wrong: whichever event it is in, if its kind says that the day can be put right. */
@ApiTags('journal')
@Controller('datorettelser')
@Adgang('sagsbehandler', 'teamleder', 'modtagelse', 'buu-sekretaer', 'formand')
export class DateCorrectionController {
  private readonly erklaeringer: ReadonlyMap<string, EventDeclaration>;
  private readonly afledninger: Readonly<Record<string, Afledning>>;
  private readonly afskrifter: readonly Afskrift[];

  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(CONTEXTS) contexts: readonly ContextRegistration[],
  ) {
    this.erklaeringer = new Map(contexts.flatMap(({ events }) => events.map((e) => [e.type, e] as const)));
    this.afskrifter = contexts.flatMap(({ afskrifter = [] }) => afskrifter);
    this.afledninger = Object.assign({}, ...contexts.map(({ afledninger = {} }) => afledninger)) as Record<
      string,
      Afledning
    >;
  }

  @Post()
  @Kommandorute({
    sammenfatning: 'Ret en dag, der er registreret forkert',
    beskrivelse:
      'Peg på hændelsen med dens plads i loggen. Det, der blev registreret med samme dag i samme skridt, rettes med, og fristerne følger. Det gamle bliver stående i loggen, og rettelsen får sin egen linje i journalen. Underretningens tidspunkter, kvitteringen, klagens og ansøgningens modtagelse og iværksættelser har deres egne rettelser.',
    svar: DatorettelseSvar,
    fejl: [403, 404],
  })
  @Eksempel(HaendelsesdatoAnmodning, {
    position: 4711,
    dato: '2019-03-04',
    begrundelse: 'Referatet i sagen viser den rigtige dag.',
  })
  async retHaendelsesdato(
    @Anmodning() request: RequestContext,
    @Body() krop: HaendelsesdatoAnmodning,
  ): Promise<CommandResult> {
    const { kommune } = request.aktoer;
    const [haendelse] = await this.store.readAt(kommune, [krop.position]);
    if (haendelse === undefined) throw ikkeFundet('hændelse', String(krop.position));
    const felt = this.retbartFelt(haendelse, krop.felt);
    this.kraevRolle(haendelse, felt, request);
    const skridt = await samletSkridt(this.store, kommune, haendelse);
    this.kraevEgenDag(skridt, haendelse, felt);
    return this.kommandoer.execute(request, {
      context: haendelse.type.slice(0, haendelse.type.indexOf('.')),
      etagStream: () => haendelse.streamId,
      handle: async (session) => ({
        stroemId: haendelse.streamId,
        rettede: await this.ret(session, { haendelse, felt, skridt, request }, krop),
      }),
    });
  }

  private retbartFelt({ type }: StoredEvent, oensket: string | undefined): string {
    const erklaering = this.erklaeringer.get(type);
    const alle = Object.entries(erklaering?.retbar ?? {}).filter(([, r]) => r.kunSammen !== true);
    const felter = alle.map(([felt]) => felt);
    if (felter.length === 0) {
      throw new Afvist(
        'kan-ikke-rettes-her',
        `»${erklaering?.beskrivelse ?? type}« har ingen dag, der kan rettes her. Den har sin egen rettelse, eller den er en følge af noget andet, som skal rettes.`,
        { felt: 'position' },
      );
    }
    // The day it happened, unless another that it tells of is named.
    const dagen = alle.filter(([, r]) => r.oplysning !== true && r.planlagt !== true).map(([felt]) => felt);
    const [eneste] = dagen.length === 0 ? felter : dagen;
    if (oensket === undefined && eneste !== undefined && (dagen.length === 1 || felter.length === 1)) return eneste;
    if (oensket !== undefined && felter.includes(oensket)) return oensket;
    throw new Afvist('ukendt-felt', `Sig hvilken dag der skal rettes: ${felter.join(', ')}.`, { felt: 'felt' });
  }

  /** A day that follows an instant of the same step is put right there, or they would say two things. */
  private kraevEgenDag(skridt: readonly StoredEvent[], haendelse: StoredEvent, felt: string): void {
    const tidspunkt = foelgerTidspunkt(skridt, haendelse, felt, this.erklaeringer);
    if (tidspunkt === undefined) return;
    throw new Afvist(
      'kan-ikke-rettes-her',
      `Dagen følger af et tidspunkt, der blev registreret sammen med den. Ret tidspunktet i stedet: »${this.erklaeringer.get(tidspunkt.type)?.beskrivelse ?? tidspunkt.type}« på plads ${String(tidspunkt.position)}.`,
      { felt: 'position' },
    );
  }

  /** Also for what moves along, unless it is nothing by itself: the committee's day is not the caseworker's to move. */
  private kraevRolle({ type }: { readonly type: string }, felt: string, { aktoer }: RequestContext): void {
    const retbar = this.erklaeringer.get(type)?.retbar?.[felt];
    if (retbar?.kunSammen === true) return;
    const roller = ['teamleder', ...(retbar?.roller ?? ['sagsbehandler'])];
    if (aktoer.roller.some((rolle) => roller.includes(rolle))) return;
    throw new ProblemException(403, {
      type: 'ingen-adgang',
      title: 'Ingen adgang',
      detail: `Dagen kan rettes af: ${roller.join(', ')}.`,
    });
  }

  private async ret(
    session: CommandSession,
    om: {
      readonly haendelse: StoredEvent;
      readonly felt: string;
      readonly skridt: readonly StoredEvent[];
      readonly request: RequestContext;
    },
    krop: HaendelsesdatoAnmodning,
  ): Promise<number> {
    const ny = krop.tidspunkt ?? krop.dato;
    if (ny === undefined || (krop.tidspunkt !== undefined && krop.dato !== undefined)) {
      throw new Afvist(
        'dag-mangler',
        'Skriv den rigtige dag, eller det rigtige tidspunkt, hvis der er et klokkeslæt.',
        {
          felt: 'dato',
        },
      );
    }
    const gammel = await this.nu(session, om.haendelse, om.felt);
    const { oplysning, planlagt } = this.erklaeringer.get(om.haendelse.type)?.retbar?.[om.felt] ?? {};
    // A talk in December before a decision in January is no step of the act before.
    if (oplysning !== true && planlagt !== true) kraevSammeLov(this.lov, gammel, ny);
    const stroemme = new Map<string, Dag[]>();
    const fundne = omdatering(om.skridt, om.haendelse, om.felt, this.erklaeringer);
    for (const dag of [...fundne, ...(await afskrevne(session, fundne, this.afskrifter))]) {
      const { streamId, version, felt, foelger } = dag;
      // What has been put right on its own since is left as it is.
      const ens = foelger === true ? lokalDato(gammel) : gammel;
      if ((await this.nu(session, { streamId, version }, felt)) !== ens) continue;
      this.kraevRolle(dag, felt, om.request);
      const med = { version, felt, ...(foelger === true ? { foelger } : {}) };
      stroemme.set(streamId, [...(stroemme.get(streamId) ?? []), med]);
    }
    let rettede = 0;
    for (const [streamId, dage] of stroemme)
      rettede += await this.retI(session, streamId, { dage, ny, begrundelse: krop.begrundelse });
    return rettede;
  }

  private async nu(
    session: CommandSession,
    { streamId, version }: Pick<StoredEvent, 'streamId' | 'version'>,
    felt: string,
  ): Promise<string> {
    const { events } = await session.stream(streamId);
    const vaerdi = rettetPaaPlads(events)[version - 1]?.data[felt];
    return typeof vaerdi === 'string' ? vaerdi : '';
  }

  private async retI(session: CommandSession, streamId: string, retning: Datoretning): Promise<number> {
    const { kind, events } = await session.stream(streamId);
    const grundlag = {
      events: rettetPaaPlads(events),
      erklaeringer: this.erklaeringer,
      afled: this.afledninger[kind] ?? (() => new Map()),
    };
    const rettelser = retDato(retning, grundlag, session.context);
    session.write({ streamId, kind, expected: events.length, events: rettelser });
    return rettelser.length;
  }
}

// A step on the other side of New Year 2024 followed other rules: it is another step, and not the same on another day.
function kraevSammeLov(lov: Lovpakke, gammel: string, ny: string): void {
  if (gammel === '') return;
  const [foer, nu] = [gammel, ny].map((dag) => lov.regime(lokalDato(dag)));
  if (foer === nu) return;
  throw new Afvist(
    'anden-lov',
    `Skridtet er gjort efter ${foer === 'SEL' ? 'serviceloven' : 'barnets lov'}, og ${lokalDato(ny)} gjaldt den anden lov. Registrér det på ny i stedet.`,
    { felt: 'dato' },
  );
}
