import { datoRettetType, rettetHaendelse } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';

/**
 * Events that state other events' facts anew, with what was said before in `foer`: the deadlines that those events open,
 * meet or move forward follow. A new correction is a line here and nothing else.
 */
export const RETTELSER: Readonly<Record<string, readonly string[]>> = {
  'sagsstyring.UnderretningRettet': ['sagsstyring.UnderretningModtaget'],
  'sagsstyring.AkutvurderingRettet': ['sagsstyring.AkutvurderingForetaget'],
  'sagsstyring.KvitteringRettet': ['sagsstyring.KvitteringSendt'],
  'sagsstyring.ForeloebigIvaerksaettelseRettet': ['sagsstyring.ForeloebigAfgoerelseIvaerksat'],
  'sagsstyring.AfgoerelsemodtagelseRettet': ['sagsstyring.AfgoerelseMeddelt'],
  'sagsstyring.KlagemodtagelseRettet': ['sagsstyring.KlageModtaget'],
  'sagsstyring.AktindsigtmodtagelseRettet': ['sagsstyring.AktindsigtAnmodet', 'sagsstyring.GdprFristForlaenget'],
  'sagsstyring.AnsoegningsmodtagelseRettet': ['sagsstyring.AnsoegningModtaget'],
  'oekonomi.IndsatsivaerksaettelseRettet': ['oekonomi.IndsatsIvaerksat'],
  'oekonomi.AnbringelsesivaerksaettelseRettet': ['oekonomi.AnbringelseIvaerksat'],
  'oekonomi.AnbringelsesalderRettet': ['oekonomi.AnbringelseBesluttet', 'oekonomi.AnbringelseIvaerksat'],
  'ics.BfuGodkendelseRettet': ['ics.BfuGodkendt'],
  'ics.BfuRettet': ['ics.BfuBesluttet'],
};

/** Every context's correction of a day says itself which of its events it states anew (ADR 0108). */
export const DATORETTELSER = ['sagsstyring', 'ics', 'oekonomi'].map(datoRettetType);

/** What an event states anew: the types of the corrected events, and their facts with `foer`. */
export function rettelseAf(event: ClearEvent): {
  readonly rettede: readonly string[];
  readonly event: ClearEvent;
  readonly rettetPosition?: number | undefined;
} {
  const dag = rettetHaendelse(event);
  if (dag === undefined) return { rettede: RETTELSER[event.type] ?? [], event };
  // Field by field: an event from the log is parsed when somebody looks, and a copy made with `...` would lack what is not.
  const { tenant, position, streamId, version, type, registreret, sealed, meta } = event;
  const rettet = { tenant, position, streamId, version, type, registreret, sealed, meta };
  return {
    rettede: [dag.type],
    event: { ...rettet, data: { ...dag.data, foer: dag.foer } },
    rettetPosition: dag.position,
  };
}

/** The corrections of their own that the events have. */
export const RETTES_VED: ReadonlyMap<string, readonly string[]> = Object.entries(RETTELSER).reduce(
  (ved, [rettelse, rettede]) => {
    for (const rettet of rettede) ved.set(rettet, [...(ved.get(rettet) ?? []), rettelse]);
    return ved;
  },
  new Map<string, readonly string[]>(),
);
