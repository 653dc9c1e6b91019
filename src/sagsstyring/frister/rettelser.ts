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
  readonly rettetI?: string;
} {
  const dag = rettetHaendelse(event);
  if (dag === undefined) return { rettede: RETTELSER[event.type] ?? [], event };
  return {
    rettede: [dag.type],
    event: { ...event, data: { ...dag.data, foer: dag.foer } },
    rettetI: stedet({ streamId: event.streamId, version: dag.version }),
  };
}

/** Which event it is, of several of the same kind and day: two letters can be sent on one day, and one of them be put right. */
export const stedet = ({ streamId, version }: Pick<ClearEvent, 'streamId' | 'version'>): string =>
  `${streamId}/${String(version)}`;

/** The corrections that an event can have: those of its own, and its context's. */
export function rettesVed(type: string): readonly string[] {
  return [...(RETTES_VED.get(type) ?? []), datoRettetType(type)];
}

/** The corrections of their own that the events have. */
export const RETTES_VED: ReadonlyMap<string, readonly string[]> = Object.entries(RETTELSER).reduce(
  (ved, [rettelse, rettede]) => {
    for (const rettet of rettede) ved.set(rettet, [...(ved.get(rettet) ?? []), rettelse]);
    return ved;
  },
  new Map<string, readonly string[]>(),
);
