import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { type Sql } from '../../platform/queries/query.js';
import { sagDecider } from '../../sagsstyring/sagsstyring.public.js';
import { planDecider } from '../plan/plan.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import { type EfterUndersoegelsen } from './trinoversigt.js';

/** The plan that was built on the investigation and the first measure after it, as they were known then. */
export async function efterUndersoegelsen(
  sql: Sql,
  store: EventStore,
  hvad: { readonly kommune: number; readonly u: BegyndtUndersoegelse; readonly kendtPr: string | undefined },
): Promise<EfterUndersoegelsen> {
  const { kommune, u, kendtPr } = hvad;
  if (u.konkluderet === null) return { plan: null, ivaerksat: null };
  const planer = await sql.query<{ planId: string }>(
    'SELECT plan_id AS "planId" FROM lm_ics_planer.plan WHERE tenant_id = $1 AND bfu_id = $2',
    [kommune, u.bfuId],
  );
  const untilPosition = kendtPr === undefined ? undefined : await store.positionAt(kommune, kendtPr);
  const planIder = planer.map(({ planId }) => planId);
  const stroemme = await store.loadMany(
    kommune,
    [u.sagId, ...planIder],
    untilPosition === undefined ? {} : { untilPosition },
  );
  const godkendt = planIder.flatMap((id) => {
    const plan = fold(planDecider, stroemme.get(id) ?? []);
    return plan.fase === 'findes-ikke' || plan.godkendt === null ? [] : [plan.godkendt];
  });
  const sag = fold(sagDecider, stroemme.get(u.sagId) ?? []);
  const konkluderet = u.konkluderet;
  const begyndt = sag.fase === 'findes-ikke' ? [] : Object.values(sag.indsatser).map(({ fra }) => fra);
  return { plan: foerste(godkendt), ivaerksat: foerste(begyndt.filter((fra) => fra >= konkluderet)) };
}

function foerste(datoer: readonly string[]): string | null {
  return [...datoer].sort()[0] ?? null;
}
