import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from '@sinclair/typebox';
import { Afvist } from '../../src/faelles/afvist.js';
import { Id, KortTekst } from '../../src/faelles/felter.js';
import { Adgang } from '../../src/platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../src/platform/commands/command.js';
import { type Decider } from '../../src/platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../src/platform/eventstore/event-declaration.js';
import {
  CprFelt,
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  KodeAf,
  KodeListe,
  ObjektFelt,
  ObjektListe,
  Tekst,
  TidspunktFelt,
  UuidFelt,
} from '../../src/platform/http/felt.js';
import { CommandGateway, QueryGateway } from '../../src/platform/http/gateways.js';
import { KommandoSvar } from '../../src/platform/http/kommando-svar.js';
import { antalAtHente, efterMarkoer, side, Sidevalg, type Side } from '../../src/platform/http/paging.js';
import { ikkeFundet } from '../../src/platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../src/platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../src/platform/http/rute.js';
import { type Projection } from '../../src/platform/projection/projection.js';
import { type ContextRegistration } from '../../src/platform/registry.js';

/** The smallest context that uses all of the platform, so that its tests do not hang on any rule of law. */
const TingOprettet = declareEvent({
  type: 'proeve.TingOprettet',
  version: 1,
  beskrivelse: 'Prøve.',
  schema: Type.Object({ tingId: Id, barnId: Id, navn: KortTekst() }),
  sealed: { barnId: ['navn'] },
  category: 'administration',
  legalBasis: {},
  journal: () => ({ overskrift: 'Ting', tekst: 'Oprettet' }),
});
const TingTalt = declareEvent({
  type: 'proeve.TingTalt',
  version: 1,
  beskrivelse: 'Prøve.',
  schema: Type.Object({ tingId: Id, barnId: Id, tal: Type.Integer() }),
  sealed: {},
  category: 'administration',
  legalBasis: {},
  journal: () => ({ overskrift: 'Ting', tekst: 'Talt' }),
});
type Haendelse = EventOf<typeof TingOprettet> | EventOf<typeof TingTalt>;
type Kommando =
  | { readonly type: 'Opret'; readonly tingId: string; readonly barnId: string; readonly navn: string }
  | { readonly type: 'Taeleren'; readonly tingId: string };
interface Ting {
  readonly barnId: string;
  readonly tal: number;
}

const tingDecider: Decider<Kommando, Haendelse, Ting | null> = {
  kind: 'proeve.ting',
  initial: null,
  decide: (command, state) => {
    if (command.type === 'Opret')
      return [event(TingOprettet, { tingId: command.tingId, barnId: command.barnId, navn: command.navn })];
    if (state === null) throw new Afvist('ting-mangler', 'Tingen er ikke oprettet.');
    if (state.tal === 20)
      throw new Afvist('ting-fuld', 'Tingen kan ikke tælles længere.', {
        paragraf: 'SEL § 0',
        mangler: ['plads'],
        status: 409,
      });
    return [event(TingTalt, { tingId: command.tingId, barnId: state.barnId, tal: state.tal + 1 })];
  },
  evolve: (state, e) =>
    e.type === 'proeve.TingOprettet'
      ? { barnId: e.data.barnId, tal: 0 }
      : state === null
        ? null
        : { ...state, tal: e.data.tal },
};

const tingProjection: Projection = {
  name: 'proeve.ting',
  version: 1,
  contexts: ['proeve'],
  tables: [
    {
      name: 'ting',
      columns: {
        ting_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        position: { type: 'bigint' },
        tal: { type: 'int' },
      },
      key: ['ting_id'],
      indexes: [{ columns: ['position', 'ting_id'] }],
    },
  ],
  events: ['proeve.TingOprettet', 'proeve.TingTalt'],
  project: (e, write) => {
    if (e.type === 'proeve.TingOprettet')
      write.insert('ting', { ting_id: e.data['tingId'], barn_id: e.data['barnId'], position: e.position, tal: 0 });
    else write.update('ting', { ting_id: e.data['tingId'] }, { tal: e.data['tal'] });
  },
};

class Indre {
  /** Test. */
  @CprFelt('CPR.', '610119-1234')
  cpr!: string;
}

class Anmodningskrop {
  /** Test. */
  @Tekst('Navn.', 'Ting', { maks: 40 })
  navn!: string;
  /** Test. */
  @Fritekst('Tekst.', 'Tekst', { valgfri: true })
  tekst?: string;
  /** Test. */
  @KodeAf('Kode.', 'a', ['a', 'b'], { valgfri: true })
  kode?: string;
  /** Test. */
  @DatoFelt('Dato.', '2019-02-28', { valgfri: true })
  dato?: string;
  /** Test. */
  @TidspunktFelt('Tid.', '2019-02-28T10:00:00+01:00', { valgfri: true })
  tid?: string;
  /** Test. */
  @Heltal('Antal.', 1, { min: 1, maks: 9, valgfri: true })
  antal?: number;
  /** Test. */
  @JaNej('Ja.', true, { valgfri: true })
  ja?: boolean;
  /** Test. */
  @UuidFelt('Id.', '0191e2b4-9d2c-7c44-8f5e-5d1b1b2c3d4e', { valgfri: true })
  id?: string;
  /** Test. */
  @KodeListe('Koder.', ['x'], ['x', 'y'], { valgfri: true })
  koder?: string[];
  /** Test. */
  @ObjektFelt('Indre.', () => Indre, { valgfri: true })
  indre?: Indre;
  /** Test. */
  @ObjektListe('Flere.', () => Indre, { maks: 2, valgfri: true })
  flere?: Indre[];
}

class TingSvar extends KommandoSvar {
  /** Test. */
  @UuidFelt('Id.', '0191e2b4-9d2c-7c44-8f5e-5d1b1b2c3d4e')
  tingId!: string;
}

class TingVisning {
  /** Test. */
  @UuidFelt('Id.', '0191e2b4-9d2c-7c44-8f5e-5d1b1b2c3d4e')
  tingId!: string;
  /** Test. */
  @Heltal('Tal.', 1)
  tal!: number;
  /** Test. */
  @Heltal('Version.', 1, { valgfri: true })
  version?: number;
  /** Test. */
  @UuidFelt('Barn.', '0191e2b4-9d2c-7c44-8f5e-5d1b1b2c3d4e')
  barnId!: string;
}

class TingListe extends Sidevalg {
  /** Test. */
  @Heltal('Mindst.', 1, { valgfri: true })
  mindst?: number;
  /** Test. */
  @JaNej('Ja.', true, { valgfri: true })
  ja?: boolean;
}

const svar = { sammenfatning: 'Prøve', beskrivelse: 'Prøve.', svar: TingSvar };

@ApiTags('sager')
@Controller('ting')
@Adgang('sagsbehandler')
class TingController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
  ) {}

  @Post()
  @Kommandorute(svar)
  @Placering((answer) => `/ting/${String(answer['tingId'])}`)
  opretTing(@Anmodning() request: RequestContext, @Body() krop: Anmodningskrop): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'proeve',
      etagStream: (answer) => String(answer['tingId']),
      handle: async (session) => {
        const tingId = session.context.nytId();
        await session.decide(tingDecider, tingId, {
          type: 'Opret',
          tingId,
          barnId: session.context.nytId(),
          navn: krop.navn,
        });
        return { tingId };
      },
    });
  }

  @Post(':id/tal')
  @Kommandorute(svar)
  taelTing(@Anmodning() request: RequestContext, @Param('id') id: string): Promise<CommandResult> {
    return this.tael(request, id);
  }

  @Post(':id/noejagtig')
  @Kommandorute({ ...svar, kraeverIfMatch: true })
  taelNoejagtigt(@Anmodning() request: RequestContext, @Param('id') id: string): Promise<CommandResult> {
    return this.tael(request, id);
  }

  @Get()
  @Opslagsrute({ sammenfatning: 'Prøve', beskrivelse: 'Prøve.', svar: TingVisning, liste: true })
  async listTing(@Opslag() q: QueryRequest, @Query() valg: TingListe): Promise<Side<TingVisning>> {
    const efter = efterMarkoer(valg, ['heltal', 'uuid']);
    return this.opslag.run(q, {
      context: 'proeve',
      read: async (sql) => {
        const rows = await sql.query<{ ting_id: string; barn_id: string; tal: number; position: number }>(
          `SELECT ting_id, barn_id, tal, position FROM lm_proeve_ting.ting
            WHERE tenant_id = $1 AND ($2::bigint IS NULL OR (position, ting_id) > ($2, $3::uuid)) AND tal >= $4 ORDER BY position, ting_id LIMIT $5`,
          [q.aktoer.kommune, efter?.[0] ?? null, efter?.[1] ?? null, valg.mindst ?? 0, antalAtHente(valg)],
        );
        const page = side(rows, valg, (row) => [row.position, row.ting_id]);
        return {
          ...page,
          poster: page.poster.map((row) => ({ tingId: row.ting_id, tal: row.tal, barnId: row.barn_id })),
        };
      },
      accessed: (page) => page.poster.map(({ barnId }) => ({ barnId })),
    });
  }

  @Get('fejl')
  @Opslagsrute({ sammenfatning: 'Prøve', beskrivelse: 'Prøve.', svar: TingVisning })
  fejlTing(): never {
    throw new Error('hemmelig 610119-1234');
  }

  @Get(':id')
  @Opslagsrute({ sammenfatning: 'Prøve', beskrivelse: 'Prøve.', svar: TingVisning })
  hentTing(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<TingVisning> {
    return this.opslag.run(q, {
      context: 'proeve',
      read: async (sql) => {
        const [row] = await sql.query<{ ting_id: string; barn_id: string; tal: number }>(
          'SELECT ting_id, barn_id, tal FROM lm_proeve_ting.ting WHERE tenant_id = $1 AND ting_id = $2',
          [q.aktoer.kommune, id],
        );
        if (row === undefined) throw ikkeFundet('ting', id);
        return { tingId: row.ting_id, tal: row.tal, barnId: row.barn_id, version: row.tal + 1 };
      },
      accessed: ({ barnId }) => [{ barnId }],
    });
  }

  private tael(request: RequestContext, id: string): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: 'proeve',
      etagStream: () => id,
      handle: async (session) => {
        await session.decide(tingDecider, id, { type: 'Taeleren', tingId: id }, { mustExist: true });
        return { tingId: id };
      },
    });
  }
}

@Module({ controllers: [TingController] })
class ProeveModule {}

const registration: ContextRegistration = {
  name: 'proeve',
  events: [TingOprettet, TingTalt],
  projections: [tingProjection],
};

/** For `startTestApi({ instead: proeveKontekst })`. */
export const proeveKontekst = { contexts: [registration], modules: [ProeveModule] };
