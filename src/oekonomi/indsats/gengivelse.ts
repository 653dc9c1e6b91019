import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { indsatstilstand, naesteOpfoelgning } from '../indsatser/opfoelgningsstatus.js';
import { type Opfulgt } from '../indsatser/opfoelgninger.query.js';
import { type AftaleVisning, type IndsatsophoerVisning, type IndsatsVisning } from './indsats.visning.js';
import { type IndsatsEvent } from './indsats.events.js';
import { type Aftale, type BevilgetIndsats } from './tilstand.js';

export type Indsatsstatus = Pick<IndsatsVisning, 'tilstand' | 'naesteOpfoelgning' | 'opfoelgninger'>;

/** The state of the measure on a day, with its follow-ups. */
export function visStatus(indsats: BevilgetIndsats, opfulgt: Opfulgt, iDag: string, lov: Lovpakke): Indsatsstatus {
  const grundlag = {
    ...opfulgt,
    fase: indsats.fase,
    ivaerksatDato: indsats.ivaerksatDato,
    justeretDato: indsats.justeret,
    ophoerVirkning: indsats.ophoerBesluttet?.virkningFra ?? null,
  };
  return {
    tilstand: indsatstilstand(grundlag, iDag, lov),
    naesteOpfoelgning: naesteOpfoelgning(grundlag, lov),
    opfoelgninger: opfulgt.opfoelgninger.map((o) => ({ ...o })),
  };
}

/** The whole measure as it is read, from its events; undefined when it was never granted. */
export function gengivIndsats(
  stroem: readonly IndsatsEvent[],
  indsats: BevilgetIndsats,
  status: Indsatsstatus,
): IndsatsVisning | undefined {
  const bevilling = stroem.find((e) => e.type === 'oekonomi.IndsatsBevilget');
  const opstart = stroem.find((e) => e.type === 'oekonomi.OpstartsmoedeAfholdt');
  const slut = stroem.find((e) => e.type === 'oekonomi.IndsatsOphoert');
  const afgjort = stroem.find((e) => e.type === 'oekonomi.IndsatsophoerBesluttet');
  if (bevilling === undefined) return undefined;
  const { planBesluttet: _planBesluttet, antalHundrededele: _antal, antalPr: _antalPr, ...d } = bevilling.data;
  const ophoer: IndsatsophoerVisning | null =
    slut === undefined
      ? null
      : { dato: slut.data.ophoertDato, aarsag: slut.data.aarsag, begrundelse: slut.data.begrundelse };
  return {
    ...d,
    ...status,
    fase: indsats.fase,
    samtykkeDato: d.samtykkeDato ?? null,
    samtykkeUndtaget: d.samtykkeUndtaget ?? null,
    samtykkeBortfaldet: indsats.samtykkeBortfaldet,
    visitationId: d.visitationId ?? null,
    planId: d.planId ?? null,
    planUndtagelse: d.planUndtagelse ?? null,
    bfuId: d.bfuId ?? null,
    boernesamtaleDato: d.boernesamtaleDato ?? null,
    boernesamtaleUndladt: d.boernesamtaleUndladt ?? null,
    ivaerksatDato: indsats.ivaerksatDato,
    opstartsmoede: opstart === undefined ? null : { dato: opstart.data.dato, referat: opstart.data.referat },
    aftale: visAftale(indsats.aftale),
    justeringer: stroem.flatMap((e) =>
      e.type !== 'oekonomi.IndsatsJusteret'
        ? []
        : [
            {
              ...{ gaelderFra: e.data.gaelderFra, art: e.data.art, begrundelse: e.data.begrundelse },
              afgoerelseId: e.data.afgoerelseId ?? null,
              aftale: visAftale(aftaleI(e.data)),
            },
          ],
    ),
    ophoersafgoerelse:
      afgjort === undefined
        ? null
        : {
            afgoerelseId: afgjort.data.afgoerelseId,
            afgoerelseDato: afgjort.data.afgoerelseDato,
            virkningFra: afgjort.data.virkningFra,
            begrundelse: afgjort.data.begrundelse,
          },
    ophoer,
    version: stroem.length,
  };
}

function aftaleI(d: Extract<IndsatsEvent, { type: 'oekonomi.IndsatsJusteret' }>['data']): Aftale {
  const { prisOere, prisEnhed, forventetVarighedMaaneder, antalHundrededele, antalPr } = d;
  const omfang = antalHundrededele === undefined || antalPr === undefined ? null : { antalHundrededele, antalPr };
  return { prisOere, prisEnhed, forventetVarighedMaaneder, omfang };
}

function visAftale({ omfang, ...resten }: Aftale): AftaleVisning {
  return {
    ...resten,
    antal: omfang === null ? null : omfang.antalHundrededele / 100,
    antalPr: omfang?.antalPr ?? null,
  };
}
