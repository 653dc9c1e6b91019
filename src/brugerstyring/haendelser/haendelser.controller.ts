import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import {
  Heltal,
  Kode,
  KodeListe,
  Tekst,
  TekstListe,
  TidspunktFelt,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { efterMarkoer, encodeCursor, Sidevalg, type Side } from '../../platform/http/paging.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE } from '../../platform/tokens.js';
import { linjeAf, omtalteBoern, type Linje } from './haendelseslinje.js';
import { laesSide } from './haendelsesstroem.js';

export class Haendelsesvalg extends Sidevalg {
  /** Event types. */
  @KodeListe(
    'Kun hændelser af disse typer. Kataloget i docs/haendelser.md viser dem alle.',
    ['sagsstyring.UnderretningModtaget'],
    undefined,
    { valgfri: true },
  )
  type?: string[];
}

export class Haendelse implements Linje {
  /** Position in the municipality's log. */
  @Heltal('Hændelsens plads i kommunens log. Pladserne har ingen huller.', 4711)
  position!: number;

  /** When the system knew. */
  @TidspunktFelt('Hvornår systemet fik det at vide. Hvornår det skete, står i data.', '2019-02-01T09:13:45.120Z')
  registreret!: string;

  /** Event type. */
  @Kode('Hændelsens type.', 'sagsstyring.UnderretningModtaget')
  type!: string;

  /** Stream id. */
  @UuidFelt('Det, hændelsen skete for: underretningen, sagen, undersøgelsen …', '0191e2b4-7c3a-7d1e-8f00-000000000003')
  stroem!: string;

  /** Version of the stream after the event. */
  @Heltal('Hændelsens nummer i strømmen.', 1)
  version!: number;

  /** Clear fields. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Hændelsens felter uden personoplysninger. Felterne er beskrevet for hver type i docs/haendelser.md.',
    example: { form: 'telefonisk', anonym: true },
  })
  data!: Readonly<Record<string, unknown>>;

  /** Data subjects that the event has sealed fields for. */
  @UuidListe('Personer, som hændelsen også har forseglede oplysninger om.', ['0191e2b4-7c3a-7d1e-8f00-000000000001'])
  forseglet!: string[];

  /** User id. */
  @Tekst('Hvem der gjorde det.', 'sb01')
  aktoer!: string;

  /** Roles of the user. */
  @TekstListe('Brugerens roller, da det skete.', ['sagsbehandler'])
  roller!: string[];

  /** Correlation. */
  @Tekst('Binder alt, som én anmodning førte til, sammen.', '4f6c3e9e-54b5-4a0f-bd6b-4d3c0f4d8b11')
  korrelation!: string;

  /** Event that caused this one. */
  @Tekst('Hændelsen, som fik systemet til at gøre det.', '840/4709', { nulbar: true })
  aarsag!: string | null;
}

@ApiTags('hændelser')
@Controller('haendelser')
@Adgang('system', 'administrator')
export class HaendelserController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
  ) {}

  @Get()
  @Opslagsrute({
    sammenfatning: 'Følg kommunens hændelser',
    beskrivelse:
      'Alle hændelser i den rækkefølge, de skete i loggen, uden personoplysninger. Gem `naeste` fra hvert svar og send den som `efter` næste gang: så springes intet over, og intet kommer to gange. `naeste` er der altid, også når der ikke er flere lige nu.',
    svar: Haendelse,
    liste: true,
  })
  async listHaendelser(@Opslag() q: QueryRequest, @Query() valg: Haendelsesvalg): Promise<Side<Haendelse>> {
    const [efter] = efterMarkoer(valg, ['heltal'] as const) ?? [0];
    const side = await this.opslag.run(q, {
      context: 'brugerstyring',
      read: async () => {
        const til = await this.store.head(q.aktoer.kommune);
        if (efter >= til) return { events: [], naaet: efter };
        return laesSide(this.store, q.aktoer.kommune, {
          efter,
          til,
          graense: valg.graense ?? 50,
          ...(valg.type === undefined ? {} : { typer: valg.type }),
        });
      },
      accessed: ({ events }) => omtalteBoern(events),
    });
    return {
      poster: side.events
        .map(linjeAf)
        .map((linje) => ({ ...linje, forseglet: [...linje.forseglet], roller: [...linje.roller] })),
      naeste: encodeCursor([side.naaet]),
    };
  }
}
