import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { Adgang } from '../../platform/auth/access.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { DatoFelt, JaNej, Kode, KodeAf, ObjektListe, Tekst, UuidFelt } from '../../platform/http/felt.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { sagDecider } from '../sag/sag.js';
import { kraevAfgoerelsesart } from './afgoerelsesart.js';
import { findSagspersoner } from './parter_i_sagen.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000001';

export class Partsvalg {
  /** Kind of decision. */
  @Kode('Hvilken slags afgørelse, fra kodelisten `afgoerelser`.', 'anbringelse-samtykke')
  afgoerelseKode!: string;

  /** When. */
  @DatoFelt('Afgørelsens dag. Alder, forældremyndighed og lov er dem, der gælder da.', '2019-02-20')
  dato!: string;
}

export class SagspersonVisning {
  /** Who. */
  @UuidFelt('Personen.', ID) personId!: string;
  /** Capacity. */
  @KodeAf('Rolle.', 'foraelder', ['barn', 'foraelder', 'myndighedsindehaver', 'plejeforaelder', 'anden'])
  rolle!: string;
  /** Party. */
  @JaNej('Om personen er part i afgørelsen.', true) part!: boolean;
  /** Why. */
  @Tekst('Hvorfor, eller hvorfor ikke.', 'Har del i forældremyndigheden') hvorfor!: string;
  /** Consent. */
  @JaNej('Om afgørelsen kræver personens samtykke.', true) skalSamtykke!: boolean;
  /** Heard by the committee. */
  @JaNej('Om personen skal have lejlighed til at udtale sig, når udvalget afgør sagen.', true) maaUdtaleSig!: boolean;
  /** Protected. */
  @JaNej('Om navn og adresse er beskyttet den dag; skjul dem for andre.', false) beskyttet!: boolean;
}

export class PartsoversigtVisning {
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Kind. */
  @Tekst('Afgørelsens navn.', 'Anbringelse med samtykke') afgoerelsesnavn!: string;
  /** Basis. */
  @Tekst('Hjemmel på dagen.', 'SEL § 52, stk. 3, nr. 7') hjemmel!: string;
  /** Persons. */
  @ObjektListe('Barnet og dets netværk.', () => SagspersonVisning) personer!: SagspersonVisning[];
}

/** Who is a party, who must consent, and who may speak: asked of the rules each time, never stored. */
@ApiTags('afgørelser')
@Controller('sager')
@Adgang('sagsbehandler', 'teamleder', 'system')
export class ParterController {
  constructor(
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Get(':id/parter')
  @Opslagsrute({
    sammenfatning: 'Hvem er part, og hvem skal samtykke?',
    beskrivelse:
      'Regnet ud efter alder, forældremyndighed og den lov, der gælder på afgørelsens dag (SEL § 167 og § 74, BL §§ 3 og 142). Den samme regel, som afgørelserne følger.',
    svar: PartsoversigtVisning,
    fejl: [422],
  })
  async hentParter(
    @Opslag() q: QueryRequest,
    @Param('id') sagId: string,
    @Query() valg: Partsvalg,
  ): Promise<PartsoversigtVisning> {
    const { kommune } = q.aktoer;
    const { barnId: _barnId, ...oversigt } = await this.opslag.run(q, {
      context: 'sagsstyring',
      read: async () => {
        const sag = fold(sagDecider, await this.stroem(kommune, sagId, sagDecider.kind));
        if (sag.fase === 'findes-ikke') throw ikkeFundet('sag', sagId);
        const art = kraevAfgoerelsesart(this.lov, valg.afgoerelseKode, valg.dato);
        const hent = async (personId: string) => {
          const person = fold(personDecider, await this.stroem(kommune, personId, personDecider.kind));
          if (person.fase === 'ukendt') throw ikkeFundet('person', personId);
          return person;
        };
        const personer = await findSagspersoner(hent, { barnId: sag.barnId, art, dato: valg.dato });
        return { barnId: sag.barnId, sagId, afgoerelsesnavn: art.navn, hjemmel: art.hjemmel, personer: [...personer] };
      },
      accessed: ({ barnId }) => [{ barnId, sagId }],
    });
    return oversigt;
  }

  private async stroem(kommune: number, id: string, kind: string) {
    const stored = await this.store.load(kommune, id);
    if (stored[0]?.kind !== kind) throw ikkeFundet(kind.slice(kind.indexOf('.') + 1), id);
    return stored;
  }
}
