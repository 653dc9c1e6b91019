import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Skridt } from '../../faelles/skridt.js';
import { Adgang } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { KodeAf, ObjektListe, Tekst, UuidFelt } from '../../platform/http/felt.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { CONTEXTS, EVENT_STORE } from '../../platform/tokens.js';
import { FristVisning, visFrist } from '../frister/frister.visning.js';
import { hentFrister } from '../frister/frister.query.js';

export class SkridtVisning {
  /** Stable code. */
  @Tekst('Skridtets kode.', 'bfu-boernesamtale')
  kode!: string;

  /** Must, may or must not. */
  @KodeAf('Om det skal, kan eller ikke må gøres nu.', 'skal', ['skal', 'kan', 'maa-ikke'])
  art!: string;

  /** What to do. */
  @Tekst('Hvad der kan gøres.', 'Hold en børnesamtale, eller begrund hvorfor den undlades')
  tekst!: string;

  /** Why. */
  @Tekst('Hvorfor.', 'Kræves, før undersøgelsen kan godkendes')
  hvorfor!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 48', { valgfri: true })
  hjemmel?: string;

  /** What it is about. */
  @UuidFelt(
    'Underretningen, undersøgelsen, planen, indsatsen eller sagen, som skridtet gælder.',
    '0191e2b4-7c3a-7d1e-8f00-000000000003',
  )
  enkeltsagId!: string;
}

export class NaesteSkridt {
  /** The case. */
  @UuidFelt('Sagen.', '0191e2b4-7c3a-7d1e-8f00-000000000002')
  sagId!: string;

  /** What must, may and must not be done. */
  @ObjektListe('Hvad der skal, kan og ikke må gøres nu. Det, der skal, står først.', () => SkridtVisning)
  skridt!: SkridtVisning[];

  /** Open deadlines, the most urgent first. */
  @ObjektListe('Sagens åbne frister, de mest presserende først.', () => FristVisning)
  frister!: FristVisning[];
}

const RAEKKEFOELGE: Readonly<Record<Skridt['art'], number>> = { skal: 0, 'maa-ikke': 1, kan: 2 };

@ApiTags('sager')
@Controller('sager')
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'system')
export class NaesteSkridtController {
  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(Clock) private readonly ur: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CONTEXTS) private readonly kontekster: readonly ContextRegistration[],
  ) {}

  @Get(':id/naeste-skridt')
  @Opslagsrute({
    sammenfatning: 'Hvad skal og kan gøres nu?',
    beskrivelse:
      'Vejledning til sagsbehandleren, afledt af samme tilstand som afgørelserne: hvad der skal, kan og ikke må gøres nu, hvorfor, og inden hvornår.',
    svar: NaesteSkridt,
  })
  async hentNaesteSkridt(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<NaesteSkridt> {
    const kommune = q.aktoer.kommune;
    const fundet = await this.opslag.run(q, {
      context: 'sagsstyring',
      read: async (sql) => {
        const stroemme = await sql.query<{ stroem: string }>(
          'SELECT stroem_id AS stroem FROM lm_sagsstyring_sagsstroemme.stroem WHERE tenant_id = $1 AND sag_id = $2',
          [kommune, id],
        );
        const haendelser = await this.store.loadMany(kommune, [...new Set([id, ...stroemme.map((s) => s.stroem)])]);
        const sag = haendelser.get(id)?.[0];
        if (sag?.kind !== 'sagsstyring.sag') throw ikkeFundet('sag', id);
        const barnId = sag.data['barnId'];
        const kilder = new Map(this.kontekster.flatMap((k) => k.guidance ?? []).map((g) => [g.kind, g.steps]));
        const skridt = [...haendelser.values()].flatMap(
          (stroem) => kilder.get(stroem[0]?.kind ?? '')?.(stroem, this.ur.iDag()) ?? [],
        );
        const frister = await hentFrister(sql, {
          kommune,
          pr: this.ur.nu(),
          sagId: id,
          status: ['overskredet', 'forfalder', 'kommende'],
          graense: 100,
        });
        return {
          barnId: typeof barnId === 'string' ? barnId : id,
          skridt: [...skridt].sort((a, b) => RAEKKEFOELGE[a.art] - RAEKKEFOELGE[b.art]),
          frister: frister.map(visFrist),
        };
      },
      accessed: (svar) => [{ barnId: svar.barnId, sagId: id }],
    });
    return { sagId: id, skridt: fundet.skridt, frister: fundet.frister };
  }
}
