import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { anbringelsestilstand } from '../anbringelser/tilstand.js';
import { naesteOpfoelgning } from '../indsatser/opfoelgningsstatus.js';
import { type Opfulgt } from '../indsatser/opfoelgninger.query.js';
import {
  type AnbringelseVisning,
  type HjemgivelseVisning,
  type SoeskendesvarVisning,
  type Stedvisning,
  type UngestoetteVisning,
} from './anbringelse_visning.dto.js';
import { type AnbringelseEvent } from './haendelser.js';
import { type BesluttetAnbringelse } from './tilstand.js';
import { opgoerTilsyn } from './tilsyn.js';

type Stroem = readonly AnbringelseEvent[];

/** The whole placement as it is read, from its events; undefined when it was never decided. */
export function gengivAnbringelse(
  stroem: Stroem,
  a: BesluttetAnbringelse,
  om: { readonly opfulgt: Opfulgt; readonly iDag: string; readonly lov: Lovpakke },
): AnbringelseVisning | undefined {
  const besluttet = stroem.find((e) => e.type === 'oekonomi.AnbringelseBesluttet')?.data;
  const slut = stroem.find((e) => e.type === 'oekonomi.AnbringelseOphoert')?.data;
  if (besluttet === undefined) return undefined;
  const { anbringelseId, barnId, sagId, visitationId, regime, grundlag, hjemmel, afgoerelseDato } = a;
  const { forventetStart, varighedMaaneder, prisOere, prisEnhed, omsorgssvigt } = besluttet;
  const { formaal, begrundelse, barnetsHoldning, soeskende } = besluttet;
  const { ivaerksatDato, myndigDato, samtykkeBortfaldet, plandeleUdleveret, soeskendeVurderet, permanent } = a;
  const { opfoelgninger } = om.opfulgt;
  return {
    ...{ anbringelseId, barnId, sagId, visitationId, regime, grundlag, hjemmel, afgoerelseDato },
    ...{ forventetStart, varighedMaaneder, prisOere, prisEnhed, omsorgssvigt },
    ...{ formaal, begrundelse, barnetsHoldning, soeskende: [...soeskende] },
    ...{ ivaerksatDato, myndigDato, samtykkeBortfaldet, plandeleUdleveret, soeskendeVurderet, permanent },
    bfuId: besluttet.bfuId ?? null,
    planId: besluttet.planId ?? null,
    tilstand: anbringelsestilstand(
      {
        ...{ fase: a.fase, grundlag, permanentDato: permanent, ophoersaarsag: a.ophoersaarsag },
        hjemgivelseAfgjort: a.hjemgivelse.afgjort?.dato ?? null,
        periodeSlut: a.hjemgivelse.afgjort?.periodeSlut ?? null,
      },
      om.iDag,
    ),
    steder: steder(stroem),
    stoettepersoner: stroem.flatMap((e) => {
      if (e.type !== 'oekonomi.StoettepersonTilbudt') return [];
      const { personId, dato, svar } = e.data;
      return [{ personId, dato, svar }];
    }),
    foraeldrehandleplaner: stroem.flatMap((e) => {
      if (e.type !== 'oekonomi.ForaeldrehandleplanLavet') return [];
      const { personId, dato, maal, stoette } = e.data;
      return [{ personId, dato, maal, stoette }];
    }),
    soeskendesvar: soeskendesvar(stroem),
    tilsyn: stroem.flatMap((e) => {
      if (e.type !== 'oekonomi.TilsynsbesoegAfholdt') return [];
      const { tilsynId, dato, samtale, udenPersonale, bekymrende, vurdering, forbehold = null } = e.data;
      return [{ tilsynId, dato, samtale, udenPersonale, bekymrende, vurdering, forbehold }];
    }),
    tilsynsopgoerelse: opgoerTilsyn(a, om.iDag),
    naesteTilsynSenest: a.fase === 'ivaerksat' ? a.naesteTilsynSenest : null,
    opfoelgninger: opfoelgninger.map((o) => ({ ...o })),
    naesteOpfoelgning: naesteOpfoelgning(
      { fase: a.fase, ivaerksatDato, ...om.opfulgt },
      om.lov,
      'opfoelgning-foerste-anbringelse',
    ),
    hjemgivelse: hjemgivelse(stroem),
    ungestoette: ungestoette(stroem),
    ophoer: slut === undefined ? null : { dato: slut.ophoertDato, aarsag: slut.aarsag, begrundelse: slut.begrundelse },
    version: stroem.length,
  };
}

function steder(stroem: Stroem): Stedvisning[] {
  const ivaerksat = stroem.find((e) => e.type === 'oekonomi.AnbringelseIvaerksat')?.data.ivaerksatDato;
  return stroem.flatMap((e): Stedvisning[] => {
    if (e.type === 'oekonomi.AnbringelseBesluttet') {
      const { forventetStart, stedtype, sted, hjemmel } = e.data;
      return [{ fra: ivaerksat ?? forventetStart, stedtype, sted, hjemmel }];
    }
    if (e.type !== 'oekonomi.AnbringelsesstedSkiftet') return [];
    const { dato: fra, stedtype, sted, hjemmel } = e.data;
    return [{ fra, stedtype, sted, hjemmel }];
  });
}

/** The last answer for each, in the order that they were first answered for. */
function soeskendesvar(stroem: Stroem): SoeskendesvarVisning[] {
  const senest = new Map<string, SoeskendesvarVisning>();
  for (const e of stroem) {
    if (e.type !== 'oekonomi.SoeskendeVurderet') continue;
    const { dato, udfald: svar = [], begrundelser = [] } = e.data;
    for (const { personId, udfald } of svar) {
      const begrundelse = begrundelser.find((b) => b.personId === personId)?.begrundelse ?? null;
      senest.set(personId, { personId, dato, udfald, begrundelse });
    }
  }
  return [...senest.values()];
}

function hjemgivelse(stroem: Stroem): HjemgivelseVisning {
  return {
    anmodet: stroem.findLast((e) => e.type === 'oekonomi.HjemgivelseAnmodet')?.data.dato ?? null,
    udtalelse: stroem.findLast((e) => e.type === 'oekonomi.HjemgivelsesudtalelseIndhentet')?.data.dato ?? null,
    udvalgOrienteret: stroem.findLast((e) => e.type === 'oekonomi.UdvalgOrienteret')?.data.dato ?? null,
    afgoerelser: stroem.flatMap((e) => {
      if (e.type !== 'oekonomi.HjemgivelseAfgjort') return [];
      const { afgoerelseId, afgoerelseDato, udfald, begrundelse, periodeSlut = null, viderestoette = null } = e.data;
      return [{ afgoerelseId, afgoerelseDato, udfald, begrundelse, periodeSlut, viderestoette }];
    }),
  };
}

function ungestoette(stroem: Stroem): UngestoetteVisning | null {
  const seneste = stroem.findLast((e) => e.type === 'oekonomi.UngestoetteAfgjort')?.data;
  if (seneste === undefined) return null;
  const { afgoerelseId, afgoerelseDato, udfald, begrundelse, ungesHoldning } = seneste;
  return { afgoerelseId, afgoerelseDato, udfald, begrundelse, ungesHoldning };
}
