import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { kendtStroem } from '../../platform/http/kendt-pr.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { type AccessLogEntry, type Sql } from '../../platform/queries/query.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { CONTEXTS, EVENT_STORE } from '../../platform/tokens.js';
import {
  BarnetsNaesteSkridt,
  NaesteSkridt,
  UnderretningensNaesteSkridt,
  Vejledningstid,
  visVejledning,
} from './naeste_skridt.dto.js';
import { hentSagsbilleder, type Sagsbillede } from './sagsbillede.query.js';

@ApiTags('sager')
@Controller()
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
export class NaesteSkridtController {
  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(Clock) private readonly ur: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CONTEXTS) private readonly kontekster: readonly ContextRegistration[],
  ) {}

  @Get('sager/:id/naeste-skridt')
  @Opslagsrute({
    sammenfatning: 'Hvad skal og kan gøres nu i en sag?',
    beskrivelse:
      'Vejledning til sagsbehandleren, afledt af samme tilstand som afgørelserne: hvad der skal, kan og ikke må gøres nu, hvorfor, og inden hvornår. Det, hvor intet skal gøres, står med en grund.',
    svar: NaesteSkridt,
  })
  async hentNaesteSkridt(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() tid: Vejledningstid,
  ): Promise<NaesteSkridt> {
    const pr = tid.pr ?? this.ur.nu();
    const [billede] = await this.billeder(q, tid, async () => ({ sager: [id], underretninger: [] }), kraev('sag', id));
    return { sagId: id, ...visVejledning(pr, billede === undefined ? [] : [billede]) };
  }

  @Get('underretninger/:id/naeste-skridt')
  @Opslagsrute({
    sammenfatning: 'Hvad skal og kan gøres nu med en underretning?',
    beskrivelse:
      'Også for en underretning, der ikke hører til en sag: hvad der skal, kan og ikke må gøres nu, hvorfor, og inden hvornår.',
    svar: UnderretningensNaesteSkridt,
  })
  async hentUnderretningensNaesteSkridt(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() tid: Vejledningstid,
  ): Promise<UnderretningensNaesteSkridt> {
    const pr = tid.pr ?? this.ur.nu();
    const find = async () => ({ sager: [], underretninger: [id] });
    const [billede] = await this.billeder(q, tid, find, kraev('underretning', id));
    const sagId = billede?.stroemme[0]?.map(({ data }) => data['sagId']).findLast((s) => typeof s === 'string');
    return {
      underretningId: id,
      sagId: typeof sagId === 'string' ? sagId : null,
      ...visVejledning(pr, billede === undefined ? [] : [billede]),
    };
  }

  @Get('boern/:id/naeste-skridt')
  @Opslagsrute({
    sammenfatning: 'Hvad skal og kan gøres nu for et barn?',
    beskrivelse:
      'På tværs af barnets sager og underretninger, også når barnet ingen sag har. Er der intet at gøre, siges hvorfor.',
    svar: BarnetsNaesteSkridt,
  })
  async hentBarnetsNaesteSkridt(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() tid: Vejledningstid,
  ): Promise<BarnetsNaesteSkridt> {
    const kommune = q.aktoer.kommune;
    const pr = tid.pr ?? this.ur.nu();
    const billeder = await this.billeder(
      q,
      tid,
      async (sql) => {
        await kendtStroem(this.store, { kommune, kind: personDecider.kind, id, kendtPr: tid.kendtPr ?? tid.pr });
        return barnetsSager(sql, kommune, id);
      },
      (fundne) => fundne,
    );
    const svar = visVejledning(pr, billeder);
    if (billeder.length === 0)
      svar.intetAtGoere.push({
        enkeltsagId: id,
        art: 'barn',
        hvorfor:
          'Barnet har ingen sag, og der er ingen underretning om barnet. En bekymring registreres som underretning',
      });
    return { barnId: id, ...svar };
  }

  private billeder(
    q: QueryRequest,
    tid: Vejledningstid,
    find: (sql: Sql) => Promise<{ readonly sager: readonly string[]; readonly underretninger: readonly string[] }>,
    af: (billeder: readonly Sagsbillede[]) => readonly Sagsbillede[],
  ): Promise<readonly Sagsbillede[]> {
    const kommune = q.aktoer.kommune;
    return this.opslag.run(q, {
      context: 'sagsstyring',
      read: async (sql) => {
        const kendt = tid.kendtPr ?? tid.pr;
        const billeder = await hentSagsbilleder(sql, this.store, this.kontekster, {
          kommune,
          ...(await find(sql)),
          pr: tid.pr ?? this.ur.nu(),
          position: kendt === undefined ? undefined : await this.store.positionAt(kommune, kendt),
        });
        return af(udenGengangere(billeder));
      },
      accessed: (billeder) => billeder.map(adgang),
    });
  }
}

function kraev(art: Sagsbillede['art'], id: string): (billeder: readonly Sagsbillede[]) => readonly Sagsbillede[] {
  return (billeder) => {
    if (billeder[0]?.art !== art) throw ikkeFundet(art, id);
    return billeder;
  };
}

async function barnetsSager(
  sql: Sql,
  kommune: number,
  barnId: string,
): Promise<{ readonly sager: readonly string[]; readonly underretninger: readonly string[] }> {
  const sager = await sql.query<{ id: string }>(
    'SELECT sag_id AS id FROM lm_sagsstyring_sager.sag WHERE tenant_id = $1 AND barn_id = $2 ORDER BY oprettet, sag_id',
    [kommune, barnId],
  );
  const underretninger = await sql.query<{ id: string }>(
    'SELECT underretning_id AS id FROM lm_sagsstyring_underretninger.underretning WHERE tenant_id = $1 AND barn_id = $2 ORDER BY modtaget, underretning_id',
    [kommune, barnId],
  );
  return { sager: sager.map(({ id }) => id), underretninger: underretninger.map(({ id }) => id) };
}

/** A notification that is in one of the cases is told there. */
function udenGengangere(billeder: readonly Sagsbillede[]): readonly Sagsbillede[] {
  const iSager = new Set(
    billeder
      .filter(({ art }) => art === 'sag')
      .flatMap(({ stroemme }) => stroemme.flatMap(([foerste]) => (foerste === undefined ? [] : [foerste.streamId]))),
  );
  return billeder.filter(({ art, id }) => art === 'sag' || !iSager.has(id));
}

function adgang({ barnId, id, art }: Sagsbillede): AccessLogEntry {
  return { barnId, ...(art === 'sag' ? { sagId: id } : {}) };
}
