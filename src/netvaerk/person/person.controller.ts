import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { laesCpr } from '../../faelles/cpr.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { kendtStroem } from '../../platform/http/kendt-pr.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Eksempel, Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { type Sql } from '../../platform/queries/query.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { cprIndeksDecider } from '../indeks/cpr_indeks.js';
import { relationerTilPerson } from '../personer/personer.query.js';
import {
  AdressebeskyttelseAnmodning,
  CprOpslag,
  PersonAnmodning,
  PersonSvar,
  Personvalg,
  PersonVisning,
  RelationAnmodning,
  RelationOphoerAnmodning,
  RelationSvar,
  RettelseAnmodning,
} from './person.dto.js';
import { erBeskyttet, personDecider } from './person.js';
import { registrerPerson, retPerson } from './registrering.js';

const KONTEKST = 'netvaerk';

/** The date of birth is in the number; a caseworker should not have to type it twice. */
function medFoedselsdato<T extends { readonly cpr?: string; readonly foedselsdato?: string }>(krop: T): T {
  const cpr = krop.cpr === undefined ? undefined : laesCpr(krop.cpr);
  return cpr?.gyldig === true && krop.foedselsdato === undefined ? { ...krop, foedselsdato: cpr.foedselsdato } : krop;
}

function advarsler(cpr: string | undefined): readonly string[] {
  const laest = cpr === undefined ? undefined : laesCpr(cpr);
  return laest?.gyldig === true ? laest.advarsler : [];
}

@ApiTags('personer')
@Controller('personer')
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
export class PersonController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(BlindIndex) private readonly blindIndex: BlindIndex,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Post()
  @Placering((svar) => `/personer/${String(svar['personId'])}`)
  @Kommandorute({
    sammenfatning: 'Registrér en person',
    beskrivelse:
      'Registrerer et barn, et ufødt barn eller en voksen. Er CPR-nummeret registreret i forvejen, svares 409; slå da personen op.',
    svar: PersonSvar,
  })
  @Eksempel(PersonAnmodning, {
    art: 'barn',
    navn: 'Test Testesen',
    cpr: '6102149995',
    adresse: 'Prøvevej 1, 9530 Støvring',
  })
  registrerPerson(@Anmodning() request: RequestContext, @Body() krop: PersonAnmodning): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['personId']),
      handle: async (session) => ({
        personId: await registrerPerson(session, this.blindIndex, request.aktoer.kommune, medFoedselsdato({ ...krop })),
        advarsler: advarsler(krop.cpr),
      }),
    });
  }

  @Post('opslag')
  @Opslagsrute({
    sammenfatning: 'Slå en person op på CPR-nummer',
    beskrivelse: 'Nummeret sendes i kroppen, så det ikke havner i nogen log. Opslaget skrives i adgangsloggen.',
    svar: PersonVisning,
  })
  slaaPersonOp(@Opslag() q: QueryRequest, @Body() krop: CprOpslag): Promise<PersonVisning> {
    const kommune = q.aktoer.kommune;
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async (sql) => {
        const { personId } = fold(
          cprIndeksDecider,
          await this.store.load(kommune, this.blindIndex.streamIdFor(kommune, krop.cpr)),
        );
        if (personId === null) throw ikkeFundet('person med CPR-nummeret');
        return this.vis(sql, kommune, personId, {});
      },
      accessed: (person) => [{ barnId: person.personId }],
    });
  }

  @Get(':id')
  @Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'revisor', 'system')
  @Opslagsrute({
    sammenfatning: 'En person med sit netværk',
    beskrivelse:
      'Personens oplysninger og daterede relationer. En beskyttet adresse vises kun, når der udtrykkeligt bedes om den. Læsningen skrives i adgangsloggen.',
    svar: PersonVisning,
  })
  hentPerson(@Opslag() q: QueryRequest, @Param('id') id: string, @Query() valg: Personvalg): Promise<PersonVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: (sql) => this.vis(sql, q.aktoer.kommune, id, valg),
      accessed: (person) => [{ barnId: person.personId }],
    });
  }

  @Post(':id/rettelser')
  @Kommandorute({
    sammenfatning: 'Ret en persons oplysninger',
    beskrivelse:
      'Rettelsen er en ny hændelse; det gamle bliver stående. Angiv kun de felter, der ændres. Når et ufødt barn er født, rettes arten til barn.',
    svar: PersonSvar,
  })
  retPerson(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: RettelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        await retPerson(session, this.blindIndex, request.aktoer.kommune, id, medFoedselsdato({ ...krop }));
        return { personId: id, advarsler: advarsler(krop.cpr) };
      },
    });
  }

  @Post(':id/adressebeskyttelse')
  @Kommandorute({
    sammenfatning: 'Registrér navne- og adressebeskyttelse',
    beskrivelse:
      'Beskyttelsen gælder fra en dato og kan ophøre igen. Adressen skjules i alle svar, hvor der ikke udtrykkeligt bedes om den.',
    svar: PersonSvar,
  })
  registrerAdressebeskyttelse(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: AdressebeskyttelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        await session.decide(personDecider, id, { type: 'AendrAdressebeskyttelse', ...krop }, { mustExist: true });
        return { personId: id, advarsler: [] };
      },
    });
  }

  @Post(':id/relationer')
  @Kommandorute({
    sammenfatning: 'Registrér en relation til barnet',
    beskrivelse:
      'Forælder, søskende eller en anden i netværket, med eller uden forældremyndighed, fra en dato. Ændres forældremyndigheden, ophører relationen, og en ny registreres.',
    svar: RelationSvar,
  })
  registrerRelation(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: RelationAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        const relationId = session.context.nytId();
        const [{ state: anden }] = await Promise.all([
          session.state(personDecider, krop.personId),
          session.state(personDecider, id),
        ]);
        if (anden.fase === 'ukendt') throw ikkeFundet('person', krop.personId);
        await session.decide(
          personDecider,
          id,
          { type: 'RegistrerRelation', relationId, ...krop },
          { mustExist: true },
        );
        return { personId: id, relationId };
      },
    });
  }

  @Post(':id/relationer/:relationId/ophoer')
  @Kommandorute({
    sammenfatning: 'Lad en relation ophøre',
    beskrivelse: 'Relationen og en eventuel forældremyndighed gælder ikke efter datoen.',
    svar: RelationSvar,
  })
  ophoerRelation(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Param('relationId') relationId: string,
    @Body() krop: RelationOphoerAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        await session.decide(
          personDecider,
          id,
          { type: 'OphoerRelation', relationId, ophoertDato: krop.ophoertDato },
          { mustExist: true },
        );
        return { personId: id, relationId };
      },
    });
  }

  private async vis(sql: Sql, kommune: number, id: string, valg: Personvalg): Promise<PersonVisning> {
    const stored = await kendtStroem(this.store, { kommune, kind: personDecider.kind, id, kendtPr: valg.kendtPr });
    const tilPosition = valg.kendtPr === undefined ? undefined : await this.store.positionAt(kommune, valg.kendtPr);
    const relationTil = (await relationerTilPerson(sql, kommune, id, tilPosition)).map((r) => ({
      relationId: r.relationId,
      personId: r.barnId,
      art: r.art,
      foraeldremyndighed: r.foraeldremyndighed,
      gaelderFra: r.gaelderFra,
      ophoertDato: r.ophoert,
    }));
    return { ...visPerson(stored, this.clock.iDag(), valg.visBeskyttetAdresse === true), relationTil };
  }
}

/** The person's page, without the look from the other side. */
function visPerson(
  stored: readonly StoredEvent[],
  iDag: string,
  visAdresse: boolean,
): Omit<PersonVisning, 'relationTil'> {
  const person = fold(personDecider, stored);
  if (person.fase === 'ukendt') throw ikkeFundet('person');
  const adressebeskyttet = erBeskyttet(person, iDag);
  const { navn, cpr, foedselsdato, termin, giftFra, adresse } = person.oplysninger;
  return {
    personId: person.personId,
    art: person.art,
    navn: navn ?? null,
    cpr: cpr ?? null,
    foedselsdato: foedselsdato ?? null,
    termin: termin ?? null,
    giftFra: giftFra ?? null,
    adresse: adressebeskyttet && !visAdresse ? null : (adresse ?? null),
    adressebeskyttet,
    relationer: Object.entries(person.relationer).map(([relationId, r]) => ({ relationId, ...r })),
    version: stored.length,
  };
}
