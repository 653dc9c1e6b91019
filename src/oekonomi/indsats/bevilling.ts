import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ugyldig } from '../../platform/http/problem.js';
import { kraevPlan, kraevUndersoegelse } from '../../ics/ics.public.js';
import { aabnEnkeltsag, kraevAabenSag } from '../../sagsstyring/sagsstyring.public.js';
import { type BevilgIndsats, type Boernesamtale, indsatsDecider } from './indsats.js';
import { type BoernesamtaleVedIndsats, type IndsatsAnmodning } from './indsats.dto.js';
import { slaaIndsatsOp } from './katalogopslag.js';

/** Decides on a measure and opens its follow-up in the case, in one commit. */
export async function bevilgIndsats(
  session: CommandSession,
  sagId: string,
  krop: IndsatsAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const { indsatskode, planId, boernesamtale, ...resten } = krop;
  const { barnId } = await kraevAabenSag(session, sagId);
  const katalog = slaaIndsatsOp(lov, indsatskode, krop.maalgruppe, krop.afgoerelseDato);
  const plan = planId === undefined ? undefined : await kraevBarnetsPlan(session, planId, barnId);
  const samtale = await findSamtale(session, sagId, krop.bfuId, boernesamtale);
  const indsatsId = session.context.nytId();
  await session.decide(indsatsDecider, indsatsId, {
    type: 'BevilgIndsats',
    ...resten,
    ...{ indsatsId, barnId, sagId, katalog },
    regime: lov.regime(krop.afgoerelseDato),
    kodeGaelder: lov.pgfGaelder(katalog.pgfKode, krop.forventetStart),
    ...(plan === undefined ? {} : { plan }),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
  });
  await aabnEnkeltsag(session, sagId, {
    enkeltsagId: indsatsId,
    art: 'indsats-opfoelgning',
    aabnet: krop.afgoerelseDato,
  });
  return indsatsId;
}

async function kraevBarnetsPlan(
  session: CommandSession,
  planId: string,
  barnId: string,
): Promise<NonNullable<BevilgIndsats['plan']>> {
  const plan = await kraevPlan(session, planId);
  if (plan.barnId !== barnId) {
    throw new Afvist('andet-barn', 'Planen gælder et andet barn end sagen.', { felt: 'planId' });
  }
  if (plan.fase === 'revideret' || plan.fase === 'afsluttet') {
    throw new Afvist('plan-gaelder-ikke', `Planen er ${plan.fase}. Angiv barnets gældende plan.`, {
      felt: 'planId',
      paragraf: plan.regime === 'SEL' ? 'SEL § 140' : 'BL § 91',
    });
  }
  return { planId, gaeldende: plan.fase === 'gaeldende' };
}

// A talk that was left out in the investigation does not count: each decision must say why the child was not heard.
async function findSamtale(
  session: CommandSession,
  sagId: string,
  bfuId: string | undefined,
  given: BoernesamtaleVedIndsats | undefined,
): Promise<Boernesamtale | undefined> {
  const bfu = bfuId === undefined ? undefined : await kraevUndersoegelse(session, bfuId);
  if (bfu !== undefined && bfu.sagId !== sagId) {
    throw new Afvist('undersoegelse-i-anden-sag', 'Undersøgelsen hører til en anden sag.', { felt: 'bfuId' });
  }
  if (given !== undefined) {
    const { dato, undladt } = given;
    if (dato !== undefined && undladt === undefined) return { art: 'holdt', dato };
    if (undladt !== undefined && dato === undefined) return { art: 'undladt', begrundelse: undladt };
    const besked = 'Angiv enten hvornår samtalen blev holdt, eller hvorfor den er undladt.';
    throw ugyldig('boernesamtale-uklar', besked, {
      ...{ felt: 'boernesamtale', sti: '/boernesamtale', kode: 'enten-eller', besked },
    });
  }
  return bfu?.boernesamtale === 'afholdt' ? { art: 'i-bfu' } : undefined;
}
