import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { type CommandResult, type RequestContext } from '../../platform/commands/command.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { DatoFelt, Fritekst, Heltal, Kode, KodeAf, Tekst, UuidFelt } from '../../platform/http/felt.js';
import { CommandGateway, QueryGateway } from '../../platform/http/gateways.js';
import { KendtPr, kendtStroem } from '../../platform/http/kendt-pr.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { Anmodning, Opslag, type QueryRequest } from '../../platform/http/request.js';
import { Kommandorute, Opslagsrute, Placering } from '../../platform/http/rute.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { barnDecider, barnetsStroem } from '../barn/barn.js';
import { kraevSag } from '../sag/enkeltsag.js';
import { mellemkommunalDecider } from './mellemkommunal.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-00000000000a';
const KONTEKST = 'sagsstyring';
const FLYTNING = 'SEL § 152, stk. 1 / BL § 132, stk. 1';
const MATERIALE = 'SEL § 152, stk. 2 / BL § 132, stk. 2';

export class MellemkommunalAnmodning {
  /** Where to. */
  @Kode('Kommunekode på den kommune, familien flytter til.', '851', { moenster: /^[1-9]\d{2}$/, hjemmel: FLYTNING })
  tilKommune!: string;

  /** When they move. */
  @DatoFelt('Hvornår familien flytter eller er flyttet.', '2019-03-01', { hjemmel: FLYTNING })
  flytter!: string;

  /** When sent. */
  @DatoFelt('Hvornår underretningen blev sendt.', '2019-02-25', { hjemmel: FLYTNING })
  sendt!: string;

  /** How. */
  @Tekst('Hvordan.', 'sikker mail', { maks: 80, hjemmel: 'offentlighedsloven § 13' })
  maade!: string;

  /** Summary. */
  @Fritekst('Opsummering af kommunens vurderinger.', 'Barnet har behov for familiebehandling, som var bevilget.', {
    hjemmel: MATERIALE,
  })
  opsummering!: string;

  /** Material. */
  @Fritekst('Hvilket sagsmateriale der følger med.', 'Børnefaglig undersøgelse og handleplan.', { hjemmel: MATERIALE })
  materiale!: string;
}

export class BekraeftelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår den nye kommune fik underretningen.', '2019-02-26', { hjemmel: FLYTNING })
  modtaget!: string;
}

export class MellemkommunalSvar extends KommandoSvar {
  /** Id. */
  @UuidFelt('Underretningens id.', ID)
  mellemkommunalId!: string;
}

export class MellemkommunalVisning {
  /** Id. */
  @UuidFelt('Underretningens id.', ID) mellemkommunalId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Om den nye kommune har bekræftet.', 'sendt', ['sendt', 'bekraeftet']) fase!: string;
  /** Act. */
  @KodeAf('Loven på dagen.', 'SEL', ['SEL', 'BL']) regime!: string;
  /** Where to. */
  @Kode('Til kommune.', '851') tilKommune!: string;
  /** When they move. */
  @DatoFelt('Flytter.', '2019-03-01') flytter!: string;
  /** Sent. */
  @DatoFelt('Sendt.', '2019-02-25') sendt!: string;
  /** How. */
  @Tekst('Hvordan.', 'sikker mail') maade!: string;
  /** Summary. */
  @Fritekst('Opsummering.', 'Barnet har behov for støtte.') opsummering!: string;
  /** Material. */
  @Fritekst('Materiale.', 'Børnefaglig undersøgelse.') materiale!: string;
  /** Received. */
  @DatoFelt('Modtaget af den nye kommune.', '2019-02-26', { nulbar: true }) modtaget!: string | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 1) version!: number;
}

/** A family that needs support moves: the new municipality must know, and have what it takes to go on. */
@ApiTags('sager')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class MellemkommunalController {
  constructor(
    @Inject(CommandGateway) private readonly kommandoer: CommandGateway,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  @Post('sager/:id/mellemkommunale-underretninger')
  @Placering((svar) => `/mellemkommunale-underretninger/${String(svar['mellemkommunalId'])}`)
  @Kommandorute({
    sammenfatning: 'Underret den kommune, familien flytter til',
    beskrivelse:
      'Når barnet eller de kommende forældre har behov for særlig støtte (SEL § 152, BL § 132). Det nødvendige sagsmateriale og en opsummering af vurderingerne skal følge med. Også i en lukket sag.',
    svar: MellemkommunalSvar,
  })
  sendMellemkommunal(
    @Anmodning() request: RequestContext,
    @Param('id') sagId: string,
    @Body() krop: MellemkommunalAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: (svar) => String(svar['mellemkommunalId']),
      handle: async (session) => {
        const { barnId } = await kraevSag(session, sagId);
        if (this.lov.kode('kommuner', krop.tilKommune, krop.sendt) === undefined) {
          throw new Afvist('kommune-findes-ikke', `Der er ingen kommune med koden ${krop.tilKommune}.`, {
            felt: 'tilKommune',
          });
        }
        const mellemkommunalId = session.context.nytId();
        await session.decide(
          mellemkommunalDecider,
          mellemkommunalId,
          {
            type: 'SendMellemkommunal',
            ...krop,
            ...{ mellemkommunalId, sagId, barnId },
            regime: this.lov.regime(krop.sendt),
            egenKommune: String(request.aktoer.kommune),
          },
          { expected: 0 },
        );
        await session.decide(barnDecider, barnetsStroem(barnId), { type: 'KnytFlytning', barnId, mellemkommunalId });
        return { mellemkommunalId };
      },
    });
  }

  @Get('mellemkommunale-underretninger/:id')
  @Opslagsrute({
    sammenfatning: 'En mellemkommunal underretning',
    beskrivelse: 'Læsningen skrives i adgangsloggen.',
    svar: MellemkommunalVisning,
  })
  hentMellemkommunal(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Query() valg: KendtPr,
  ): Promise<MellemkommunalVisning> {
    return this.opslag.run(q, {
      context: KONTEKST,
      read: async () => {
        const { kommune } = q.aktoer;
        const stroem = await kendtStroem(this.store, { kommune, kind: mellemkommunalDecider.kind, id, ...valg });
        const m = fold(mellemkommunalDecider, stroem);
        if (m.fase === 'findes-ikke') throw ikkeFundet('mellemkommunal', id);
        return { ...m, version: stroem.length };
      },
      accessed: ({ barnId, sagId }) => [{ barnId, sagId }],
    });
  }

  @Post('mellemkommunale-underretninger/:id/bekraeftelse')
  @Kommandorute({
    sammenfatning: 'Registrér, at den nye kommune har fået underretningen',
    beskrivelse: 'Den nye kommunes egne frister løber fra modtagelsen.',
    svar: MellemkommunalSvar,
  })
  bekraeftMellemkommunal(
    @Anmodning() request: RequestContext,
    @Param('id') id: string,
    @Body() krop: BekraeftelseAnmodning,
  ): Promise<CommandResult> {
    return this.kommandoer.execute(request, {
      context: KONTEKST,
      etagStream: () => id,
      handle: async (session) => {
        await session.decide(
          mellemkommunalDecider,
          id,
          { type: 'BekraeftMellemkommunal', modtaget: krop.modtaget },
          { mustExist: true },
        );
        return { mellemkommunalId: id };
      },
    });
  }
}
