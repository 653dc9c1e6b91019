import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Afvist } from '../../faelles/afvist.js';
import { Beregner } from '../../faelles/lov/beregner.js';
import { Beregningsfejl } from '../../faelles/lov/beregningsstart.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { Adgang } from '../../platform/auth/access.js';
import { ROLLER } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import { ugyldig } from '../../platform/http/problem.js';
import { Opslagsrute } from '../../platform/http/rute.js';
import { LOVPAKKE } from '../../platform/tokens.js';
import { BeregningerSvar, Beregningsanmodning, BeregningSvar, type Beregningslinje } from './beregning.dto.js';
import { Regeloversigt, Regelvalg, visRegler } from './regler.visning.js';

/** What the law says, and what follows from it; nothing about any child, and nothing is recorded. */
@ApiTags('lov')
@Controller('lov')
@Adgang(...ROLLER)
export class LovController {
  private beregner: Beregner | undefined;

  constructor(
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
    @Inject(Clock) private readonly ur: Clock,
  ) {}

  @Get('regler')
  @Opslagsrute({
    sammenfatning: 'Hvad gælder på en dato?',
    beskrivelse:
      'Alle pligter og frister med hjemmel, tillid og kilde, også de lokale og de ubekræftede, som er slået fra. Intet om børn.',
    svar: Regeloversigt,
  })
  hentRegler(@Query() valg: Regelvalg): Regeloversigt {
    return visRegler(this.lov, valg.dato ?? this.ur.iDag(), valg);
  }

  @Post('beregn')
  @ApiExtraModels(BeregningSvar, BeregningerSvar)
  @ApiResponse({
    status: 200,
    description: 'Fristen, eller en liste, når der blev spurgt om flere.',
    schema: { oneOf: [{ $ref: getSchemaPath(BeregningSvar) }, { $ref: getSchemaPath(BeregningerSvar) }] },
  })
  @Opslagsrute({
    sammenfatning: 'Beregn en eller flere frister',
    beskrivelse:
      'Det samme som `npm run lov -- beregn`: en dato af enhver regel, der har et tal, uden at noget gemmes. Send `regel` og `start` for én, eller `linjer` for op til 1000; en linje, der ikke kan besvares (ukendt regel, en dag uden for reglens tid), får `fejl`, og de andre besvares. Er en linje ikke skrevet som her (et ukendt felt eller valg), svares der 400 med linjens nummer, og ingen besvares.',
    svar: BeregningSvar,
    fejl: [422],
  })
  beregnFrister(@Body() krop: Beregningsanmodning): BeregningSvar | BeregningerSvar {
    const { linjer, regel, start, parametre } = krop;
    if (linjer !== undefined) {
      if (regel !== undefined || start !== undefined || parametre !== undefined) throw begge();
      return { linjer: linjer.map((linje) => this.besvar(linje)) };
    }
    if (regel === undefined || start === undefined) throw begge();
    const linje: Beregningslinje = { regel, start, ...(parametre === undefined ? {} : { parametre }) };
    try {
      return { ...linje, ...this.regn(linje) };
    } catch (fejl) {
      if (!(fejl instanceof Beregningsfejl)) throw fejl;
      throw new Afvist('kan-ikke-beregnes', fejl.message, { felt: fejl.felt });
    }
  }

  private besvar(linje: Beregningslinje): BeregningerSvar['linjer'][number] {
    try {
      return { ...linje, ...this.regn(linje) };
    } catch (fejl) {
      if (!(fejl instanceof Beregningsfejl)) throw fejl;
      return { ...linje, fejl: fejl.message, felt: fejl.felt };
    }
  }

  private regn(linje: Beregningslinje) {
    this.beregner ??= new Beregner(this.lov);
    return this.beregner.beregn({ ...linje });
  }
}

function begge() {
  return ugyldig('regel-eller-linjer', 'Send enten regel og start, eller linjer med én eller flere.', {
    felt: 'linjer',
    sti: '/linjer',
    kode: 'mangler',
    besked: 'Send enten regel og start, eller linjer.',
  });
}
