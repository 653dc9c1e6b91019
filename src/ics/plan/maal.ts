import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { kraevAabenSag } from '../../sagsstyring/sagsstyring.public.js';
import { undersoegelseDecider } from '../undersoegelse/undersoegelse.js';
import { type BegyndtUndersoegelse } from '../undersoegelse/tilstand.js';
import { type Kilde } from './kommandoer.js';
import { type FundoverfoerselAnmodning, type MaalAnmodning, type MaalrettelseAnmodning } from './maal.dto.js';
import { kraevPlanIAabenSag } from './opslag.js';
import { planDecider } from './plan.js';
import { type BegyndtPlan } from './tilstand.js';

/** Sets up a goal; when it is drawn from a finding, the wording and version of the finding come along as its source. */
export async function opstilMaal(
  session: CommandSession,
  planId: string,
  onske: MaalAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const plan = await kraevPlanIAabenSag(session, planId);
  const { bfuId, fundId, indsatsIder, ...indhold } = onske;
  const fund = fundId === undefined ? undefined : await findFund(session, plan, fundId, bfuId);
  // A finding under a dimension of the triangle gives the goal the theme that the dimension counts as.
  const fundtema =
    fund === undefined ? undefined : (lov.kode('dimensioner', fund.tema, plan.oprettet)?.tema ?? fund.tema);
  const tema = onske.tema ?? fundtema;
  kraevTema(lov, tema, plan);
  if (indsatsIder !== undefined) await kraevSagensIndsatser(session, plan, indsatsIder);
  const maalId = session.context.nytId();
  await session.decide(planDecider, planId, {
    type: 'OpstilMaal',
    ...indhold,
    maalId,
    ...(tema === undefined ? {} : { tema }),
    ...(indsatsIder === undefined ? {} : { indsatsIder }),
    ...(fund === undefined ? {} : { kilde: fund.kilde }),
  });
  return maalId;
}

/** Words a goal of a draft anew; where it came from stays. */
export async function retMaal(
  session: CommandSession,
  planId: string,
  maalId: string,
  onske: MaalrettelseAnmodning,
  lov: Lovpakke,
): Promise<void> {
  const plan = await kraevPlanIAabenSag(session, planId);
  kraevTema(lov, onske.tema, plan);
  const dato = onske.dato ?? session.context.iDag;
  await session.decide(planDecider, planId, { type: 'RetMaal', ...onske, dato, maalId });
}

/** Says which measures are to reach the goal; they are the case's own, granted or running. */
export async function knytIndsatser(
  session: CommandSession,
  planId: string,
  maalId: string,
  onske: { readonly dato?: string; readonly indsatsIder: readonly string[] },
): Promise<void> {
  const plan = await kraevPlanIAabenSag(session, planId);
  await kraevSagensIndsatser(session, plan, onske.indsatsIder);
  const { dato = session.context.iDag, indsatsIder } = onske;
  await session.decide(planDecider, planId, { type: 'KnytIndsatser', dato, maalId, indsatsIder });
}

/** Carries findings over into the plan, as they are worded or adapted; each keeps its source. */
export async function overfoerFund(
  session: CommandSession,
  planId: string,
  onske: FundoverfoerselAnmodning,
): Promise<void> {
  const plan = await kraevPlanIAabenSag(session, planId);
  const fund = await Promise.all(
    onske.fund.map(async ({ fundId, tekst }) => {
      const { tema, art, kilde } = await findFund(session, plan, fundId, onske.bfuId);
      const { version: kildeversion, tekst: kildetekst } = kilde;
      return { bfuId: kilde.bfuId, fundId, kildeversion, tema, art, kildetekst, tekst: tekst ?? kildetekst };
    }),
  );
  const [foerste] = fund;
  if (foerste === undefined) return;
  const dato = onske.dato ?? session.context.iDag;
  await session.decide(planDecider, planId, { type: 'OverfoerFund', dato, bfuId: foerste.bfuId, fund });
}

function kraevTema(lov: Lovpakke, tema: string | undefined, plan: BegyndtPlan): void {
  if (tema !== undefined && lov.kode('temaer', tema, plan.oprettet) === undefined) {
    throw new Afvist('ukendt-tema', `Temaet '${tema}' gælder ikke for en plan fra ${plan.oprettet}.`, { felt: 'tema' });
  }
}

async function kraevSagensIndsatser(
  session: CommandSession,
  plan: BegyndtPlan,
  indsatsIder: readonly string[],
): Promise<void> {
  const sag = await kraevAabenSag(session, plan.sagId);
  // A measure that is granted and not yet started is known by its enkeltsag alone.
  const kendt = (id: string): boolean =>
    sag.indsatser[id] !== undefined || sag.enkeltsager[id]?.art === 'indsats-opfoelgning';
  if (!indsatsIder.every(kendt)) {
    throw new Afvist('indsats-ikke-i-sagen', 'Et mål kan kun knyttes til indsatser, som er bevilget i sagen.', {
      felt: 'indsatsIder',
      paragraf: plan.regime === 'SEL' ? 'SEL § 140' : 'BL § 92',
    });
  }
}

async function findFund(
  session: CommandSession,
  plan: BegyndtPlan,
  fundId: string,
  onsketBfu: string | undefined,
): Promise<{ readonly tema: string; readonly art: Fund['art']; readonly kilde: Kilde }> {
  const bfuId = onsketBfu ?? plan.bfuId;
  if (bfuId === null) {
    throw new Afvist('kilde-uden-undersoegelse', 'Angiv den undersøgelse, fundet står i.', { felt: 'bfuId' });
  }
  const { state, version } = await session.state(undersoegelseDecider, bfuId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('undersoegelse', bfuId);
  if (state.barnId !== plan.barnId) {
    throw new Afvist('andet-barn', 'Undersøgelsen handler om et andet barn end planen.', { felt: 'bfuId' });
  }
  const fund = state.fund[fundId];
  if (fund === undefined) {
    throw new Afvist('fund-findes-ikke', 'Fundet står ikke i undersøgelsen.', { felt: 'fundId' });
  }
  if (state.temaer[fund.tema] !== true) {
    throw new Afvist(
      'fund-uden-relevant-tema',
      'Fundets tema er vurderet ikke relevant, så planen bygger ikke på det.',
      {
        ...{ felt: 'fundId', paragraf: plan.regime === 'SEL' ? 'SEL §§ 50 og 140' : 'BL §§ 22 og 92' },
      },
    );
  }
  return { tema: fund.tema, art: fund.art, kilde: { bfuId, fundId, version, tekst: fund.tekst } };
}

type Fund = BegyndtUndersoegelse['fund'][string];
