import { anbringelseDecider } from '../../src/oekonomi/anbringelse/anbringelse.js';
import { indsatsDecider } from '../../src/oekonomi/indsats/indsats.js';
import { type Indsats } from '../../src/oekonomi/indsats/tilstand.js';
import { indsatshvile, indsatsskridt } from '../../src/oekonomi/indsats/vejledning.js';
import { type Forslag, type Visitation, type Visitationsfase } from '../../src/oekonomi/visitation/tilstand.js';
import { visitationshvile, visitationsskridt } from '../../src/oekonomi/visitation/vejledning.js';
import { visitationDecider } from '../../src/oekonomi/visitation/visitation.js';
import { anbringelser } from './vandring_anbringelse.js';
import { A, B, C, regimer, IDAG, kryds, tilladt, type Stilling } from './stilling.js';

function* indsatser(): Generator<Stilling> {
  const ophoer = { virkningFra: '2026-11-20', afgoerelseDato: '2026-11-01' };
  for (const { ophoert, ...v } of kryds({
    fase: ['bevilget', 'ivaerksat', 'ophoert'] as const,
    regime: regimer,
    opstartsmoede: [null, '2026-10-03'],
    samtykkeBortfaldet: [null, '2026-11-01'],
    ophoert: [null, ophoer, { ...ophoer, virkningFra: '2026-12-01' }],
  })) {
    const indsats: Indsats = {
      ...{ indsatsId: A, barnId: B, sagId: C, indsatskode: 'x', maalgruppe: 'barn', pgfKode: '111' },
      ...{ afgoerelseDato: '2026-10-01', forventetStart: '2026-10-02', samtykkeDato: null, visitationId: null },
      aftale: { prisOere: 1, prisEnhed: 'time', omfang: null, forventetVarighedMaaneder: 12 },
      justeret: null,
      ...v,
      ophoerBesluttet: ophoert,
      ivaerksatDato: v.fase === 'bevilget' ? null : '2026-10-02',
      ophoertDato: v.fase === 'ophoert' ? '2026-11-01' : null,
    };
    yield {
      skridt: indsatsskridt(indsats, IDAG),
      hvile: indsatshvile(indsats),
      afgoerende: {
        kode: 'indsats-ivaerksaettelse',
        art: 'skal',
        tilladt: tilladt(indsatsDecider, indsats, {
          ...{ type: 'IvaerksaetIndsats', dato: IDAG, kodeGaelder: true, regime: v.regime },
        }),
      },
    };
  }
}

const FORSLAG: Forslag = {
  ...{ forslagId: A, indsatskode: 'x', indsatsnavn: 'X', maalgruppe: 'barn', anbringelse: false, stedtype: null },
  ...{ sted: null, hjemmel: 'x', prisOere: 1, prisEnhed: 'time', antalHundrededele: 100, antalPr: 'uge' },
  ...{ forventetStart: IDAG, maaneder: 1, begrundelse: 'x' },
};
const FASER: readonly Visitationsfase[] = [
  'forslag-under-udarbejdelse',
  'oekonomi-beregnet',
  'til-godkendelse',
  'godkendt',
  'samtykke-afklaret',
  'afgjort',
  'meddelt',
  'overgivet-til-tvang',
  'opgivet',
];

function* visitationer(): Generator<Stilling> {
  for (const { fase, samtykke } of kryds({ fase: FASER, samtykke: [null, 'samtykke', 'ikke-samtykke'] as const })) {
    const truffet = fase === 'afgjort' || fase === 'meddelt';
    const godkendt = truffet || fase === 'godkendt' || fase === 'samtykke-afklaret';
    const v: Visitation = {
      ...{ fase, visitationId: A, barnId: B, sagId: C, dato: '2026-10-01', bfuId: null, nummer: 1 },
      ...{ aendret: '2026-10-02', ialtOere: 1, samtykke },
      forslag: fase === 'forslag-under-udarbejdelse' ? [] : [FORSLAG],
      godkendt: godkendt ? '2026-10-03' : null,
      afgoerelse: truffet ? { dato: '2026-10-04', regime: 'BL', afgoerelseIder: [] } : null,
    };
    yield {
      skridt: visitationsskridt(v, IDAG),
      hvile: visitationshvile(v),
      afgoerende: {
        kode: 'visitation-til-godkendelse',
        art: 'skal',
        tilladt: tilladt(visitationDecider, v, { type: 'SendTilGodkendelse', dato: IDAG }),
      },
    };
  }
}

/** The walk of each aggregate here, by its kind. */
export const oekonomi: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [indsatsDecider.kind]: indsatser,
  [visitationDecider.kind]: visitationer,
  [anbringelseDecider.kind]: anbringelser,
};
