import { type SamtykkerVisning } from '../../sagsstyring/sagsstyring.public.js';
import { beregnOmkostning } from './omkostning.js';
import { type BegyndtVisitation, type Forslag } from './tilstand.js';
import { samletOmkostning } from './visitation.js';
import { type ForslagVisning, type VisitationVisning } from './visitation_visning.dto.js';
import { type VisitationEvent } from './visitation.events.js';

/** The whole visitation as it is read, from its events; `v` is the state that decisions are made on. */
export function gengivVisitation(
  stroem: readonly VisitationEvent[],
  v: BegyndtVisitation,
  samtykker: SamtykkerVisning,
): VisitationVisning {
  const paabegyndt = stroem.find((e) => e.type === 'oekonomi.VisitationPaabegyndt');
  const afgjort = stroem.find((e) => e.type === 'oekonomi.VisitationAfgjort');
  const { visitationId, barnId, sagId, fase, dato, bfuId, nummer, godkendt } = v;
  const { ialtOere, prMaanedOere, prAar } = samletOmkostning(v.forslag);
  return {
    ...{ visitationId, barnId, sagId, fase, dato, bfuId, nummer, godkendt, samtykker },
    formaal: paabegyndt?.data.formaal ?? '',
    forslag: v.forslag.map(visForslag),
    omkostning: { ialtOere, prMaanedOere, prAar: [...prAar] },
    afgoerelseDato: v.afgoerelse?.dato ?? null,
    afgoerelseIder: [...(v.afgoerelse?.afgoerelseIder ?? [])],
    bevilgede: (afgjort?.data.bevilgede ?? []).map((b) => ({ ...b })),
    version: stroem.length,
  };
}

function visForslag({ antalHundrededele, ...f }: Forslag): ForslagVisning {
  const { ialtOere, prMaanedOere, prAar } = beregnOmkostning({ ...f, antalHundrededele, start: f.forventetStart });
  return { ...f, antal: antalHundrededele / 100, ialtOere, prMaanedOere, prAar: [...prAar] };
}
