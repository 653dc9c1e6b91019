import { Body, Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang } from '../../platform/auth/access.js';
import { type DraftDocument } from '../../platform/drafts/draft-document.js';
import { Drafts } from '../../platform/drafts/drafts.js';
import { Fritekst, Heltal, JaNej, ObjektListe, Tekst, TidspunktFelt } from '../../platform/http/felt.js';
import { QueryGateway } from '../../platform/http/gateways.js';
import { Opslag, type QueryRequest, SetVersion } from '../../platform/http/request.js';
import { Kladderute, Opslagsrute } from '../../platform/http/rute.js';
import { plankladde, undersoegelseskladde } from './dokumenter.js';

const LANG = { maks: 100_000 };

export class KladdeAnmodning {
  /** The text so far. */
  @Fritekst('Teksten, som den er nu. Tom, når alt er slettet.', 'Barnet har ressourcer i skolen og …', {
    ...LANG,
    min: 0,
  })
  tekst!: string;
}

export class KladdeSvar {
  /** Field. */
  @Tekst('Feltet.', 'konklusion.barnetsHoldning')
  felt!: string;

  /** Version. */
  @Heltal('Kladdens version; samme tal som i ETag. Send den som If-Match næste gang.', 4)
  version!: number;

  /** When. */
  @TidspunktFelt('Hvornår den blev gemt.', '2026-11-23T11:02:03.000Z')
  gemt!: string;
}

export class KladdesletningSvar {
  /** Field. */
  @Tekst('Feltet, hvis kladde er opgivet.', 'konklusion.barnetsHoldning')
  felt!: string;
}

export class KladdeVisning extends KladdeSvar {
  /** Text. */
  @Fritekst('Teksten.', 'Barnet har ressourcer i skolen og …', { ...LANG, min: 0 })
  tekst!: string;

  /** Who. */
  @Tekst('Hvem der sidst gemte.', 'sb01')
  gemtAf!: string;

  /** Left over. */
  @JaNej(
    'Kladden er tilovers: trinnet er registreret siden, uden at denne tekst kom med, eller dokumentet er slut eller hører til en lukket sag. Brug teksten, eller opgiv kladden; den slettes ikke af sig selv.',
    false,
  )
  tilovers!: boolean;
}

export class Kladder {
  /** All that is not finished. */
  @ObjektListe('Kladder, der endnu ikke er gjort færdige.', () => KladdeVisning)
  kladder!: KladdeVisning[];
}

const GEM =
  'Gemmes, mens der skrives, felt for felt, og svares først, når det er gemt varigt. En kladde er ikke en del af sagen: den giver ingen linje i journalen, er forseglet som sagens tekster, ses kun i kommunen og forsvinder, når den færdige tekst registreres med dens ord eller `Faerdige-Kladder` nævner den. Feltets navn begynder med trinnet';

/** Texts as they are being written; the finished text is recorded by the step's own route. */
@ApiTags('kladder')
@Controller()
@Adgang('sagsbehandler', 'teamleder', 'system')
export class KladdeController {
  constructor(
    private readonly drafts: Drafts,
    @Inject(QueryGateway) private readonly opslag: QueryGateway,
  ) {}

  @Put('undersoegelser/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Gem kladden til et felt i en undersøgelse',
    beskrivelse: `${GEM}: ${undersoegelseskladde.steps.join(', ')}; for eksempel \`konklusion.barnetsHoldning\`.`,
    svar: KladdeSvar,
  })
  gemUndersoegelseskladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
    @Body() krop: KladdeAnmodning,
  ): Promise<KladdeSvar> {
    return this.gem(q, undersoegelseskladde, id, { felt, set, tekst: krop.tekst });
  }

  @Get('undersoegelser/:id/kladde')
  @Opslagsrute({
    sammenfatning: 'En undersøgelses kladder',
    beskrivelse:
      'Det, der er skrevet og endnu ikke gjort færdigt, også det, der er tilovers. Læsningen skrives i adgangsloggen.',
    svar: Kladder,
  })
  hentUndersoegelseskladder(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<Kladder> {
    return this.hent(q, undersoegelseskladde, id);
  }

  @Delete('undersoegelser/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Opgiv kladden til et felt i en undersøgelse',
    beskrivelse: 'Kladden slettes, når den er den version, der sidst blev set.',
    svar: KladdesletningSvar,
  })
  sletUndersoegelseskladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
  ): Promise<KladdesletningSvar> {
    return this.opgiv(q, undersoegelseskladde, id, { felt, set });
  }

  @Put('planer/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Gem kladden til et felt i en plan eller opfølgning',
    beskrivelse: `${GEM}: ${plankladde.steps.join(', ')}; for eksempel \`opfoelgning.vurdering\`.`,
    svar: KladdeSvar,
  })
  gemPlankladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
    @Body() krop: KladdeAnmodning,
  ): Promise<KladdeSvar> {
    return this.gem(q, plankladde, id, { felt, set, tekst: krop.tekst });
  }

  @Get('planer/:id/kladde')
  @Opslagsrute({
    sammenfatning: 'En plans kladder',
    beskrivelse:
      'Det, der er skrevet og endnu ikke gjort færdigt, også det, der er tilovers. Læsningen skrives i adgangsloggen.',
    svar: Kladder,
  })
  hentPlankladder(@Opslag() q: QueryRequest, @Param('id') id: string): Promise<Kladder> {
    return this.hent(q, plankladde, id);
  }

  @Delete('planer/:id/kladde/:felt')
  @Kladderute({
    sammenfatning: 'Opgiv kladden til et felt i en plan',
    beskrivelse: 'Kladden slettes, når den er den version, der sidst blev set.',
    svar: KladdesletningSvar,
  })
  sletPlankladde(
    @Opslag() q: QueryRequest,
    @Param('id') id: string,
    @Param('felt') felt: string,
    @SetVersion() set: number,
  ): Promise<KladdesletningSvar> {
    return this.opgiv(q, plankladde, id, { felt, set });
  }

  private async gem(
    q: QueryRequest,
    dokument: DraftDocument,
    id: string,
    kladde: { readonly felt: string; readonly set: number; readonly tekst: string },
  ): Promise<KladdeSvar> {
    const { felt, set, tekst } = kladde;
    const gemt = await this.drafts.save(q.aktoer, dokument, id, { field: felt, text: tekst, seen: set });
    return { felt, version: gemt.version, gemt: gemt.savedAt };
  }

  private async hent(q: QueryRequest, dokument: DraftDocument, id: string): Promise<Kladder> {
    const fundet = await this.opslag.run(q, {
      context: 'ics',
      read: (sql) => this.drafts.read(sql, q.aktoer.kommune, dokument, id),
      accessed: ({ barnId, sagId }) => [{ barnId, ...(sagId === undefined ? {} : { sagId }) }],
    });
    return {
      kladder: fundet.drafts.map(({ field, text, version, savedAt, savedBy, leftOver }) => ({
        ...{ felt: field, tekst: text, version, gemt: savedAt, gemtAf: savedBy, tilovers: leftOver },
      })),
    };
  }

  private async opgiv(
    q: QueryRequest,
    dokument: DraftDocument,
    id: string,
    { felt, set }: { readonly felt: string; readonly set: number },
  ): Promise<KladdesletningSvar> {
    await this.drafts.discard(q.aktoer, dokument, id, felt, set);
    return { felt };
  }
}
