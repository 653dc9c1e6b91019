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

/** The corrections that each event can have. */
export const RETTES_VED: ReadonlyMap<string, readonly string[]> = Object.entries(RETTELSER).reduce(
  (ved, [rettelse, rettede]) => {
    for (const rettet of rettede) ved.set(rettet, [...(ved.get(rettet) ?? []), rettelse]);
    return ved;
  },
  new Map<string, readonly string[]>(),
);
