import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type Streams } from '../../platform/registry.js';
import { sagDecider, type SagEvent } from '../../sagsstyring/sagsstyring.public.js';
import { planDecider } from './plan.js';
import { type Plansag } from './vejledning.js';

/** What the case says about what may be done with one of its plans. */
export function planensSag(plan: readonly StoredEvent[], stroemme: Streams): Plansag {
  const planId = plan[0]?.streamId;
  const stroem = stroemme.find(([foerste]) => foerste?.kind === sagDecider.kind) ?? [];
  const sag = fold(sagDecider, stroem);
  const revideres = stroemme.some((anden) => {
    if (anden[0]?.kind !== planDecider.kind) return false;
    const p = fold(planDecider, anden);
    return p.fase !== 'findes-ikke' && p.reviderer === planId && (p.fase === 'kladde' || p.fase === 'i-hoering');
  });
  const igang = sag.fase === 'findes-ikke' ? [] : Object.values(sag.enkeltsager).map(({ art }) => art);
  return {
    lukket: sag.fase === 'lukket',
    revideres,
    undersoegesNu: igang.some((art) => art === 'bfu' || art === 'afdaekning'),
    // The stream's kind says which declarations its events were made of.
    undersoegelser: (stroem as unknown as readonly SagEvent[]).flatMap((e) =>
      e.type === 'sagsstyring.EnkeltsagAabnet' && (e.data.art === 'bfu' || e.data.art === 'afdaekning')
        ? [{ art: e.data.art, besluttet: e.data.aabnet }]
        : [],
    ),
  };
}
