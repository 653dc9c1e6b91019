import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { undersoegelseDecider } from '../undersoegelse/undersoegelse.js';
import { kraevPlan } from './opslag.js';
import { type OpstilMaal, type BegyndtPlan, planDecider } from './plan.js';
import { type MaalAnmodning } from './plan.dto.js';

type Kilde = NonNullable<OpstilMaal['kilde']>;

/** Sets up a goal; when it is drawn from a finding, the wording and version of the finding come along as its source. */
export async function opstilMaal(
  session: CommandSession,
  planId: string,
  onske: MaalAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const plan = await kraevPlan(session, planId);
  const fund = onske.fundId === undefined ? undefined : await findFund(session, plan, onske.fundId, onske.bfuId);
  const tema = onske.tema ?? fund?.tema;
  if (tema !== undefined && lov.kode('temaer', tema, plan.oprettet) === undefined) {
    throw new Afvist('ukendt-tema', `Temaet '${tema}' gælder ikke for en plan fra ${plan.oprettet}.`, { felt: 'tema' });
  }
  const { maal, dato, ansvarlig, succesindikator } = onske;
  const maalId = session.context.nytId();
  await session.decide(planDecider, planId, {
    type: 'OpstilMaal',
    ...{ maalId, maal },
    ...(dato === undefined ? {} : { dato }),
    ...(tema === undefined ? {} : { tema }),
    ...(fund === undefined ? {} : { kilde: fund.kilde }),
    ...(ansvarlig === undefined ? {} : { ansvarlig }),
    ...(succesindikator === undefined ? {} : { succesindikator }),
  });
  return maalId;
}

async function findFund(
  session: CommandSession,
  plan: BegyndtPlan,
  fundId: string,
  onsketBfu: string | undefined,
): Promise<{ readonly tema: string; readonly kilde: Kilde }> {
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
  return { tema: fund.tema, kilde: { bfuId, fundId, version, tekst: fund.tekst } };
}
