import { planDecider, planhvile, planskridt, type Plan } from '../../src/ics/plan/plan.js';
import { type Undersoegelse } from '../../src/ics/undersoegelse/tilstand.js';
import { undersoegelseDecider } from '../../src/ics/undersoegelse/undersoegelse.js';
import { undersoegelseshvile, undersoegelsesskridt } from '../../src/ics/undersoegelse/vejledning.js';
import { A, B, C, jaNej, regimer, IDAG, kryds, tilladt, type Stilling } from './stilling.js';

function* undersoegelser(): Generator<Stilling> {
  const udtalelse = (modtaget: boolean, svarfrist: string) => ({ [C]: { anmodet: '2026-09-01', svarfrist, modtaget } });
  const partshoering = (besvaret: boolean, svarfrist: string) => ({
    dato: '2026-11-01',
    svarfrist,
    besvaret: besvaret ? '2026-11-05' : null,
  });
  for (const v of kryds({
    fase: ['i-gang'] as const,
    regime: regimer,
    ...{
      aktoererAfdaekket: jaNej,
      foraeldresamtale: jaNej,
      foreloebigVurdering: jaNej,
    },
    temaer: [{}, { skole: true }],
    boernesamtale: ['mangler', 'afholdt', 'undladt'] as const,
    analyseret: [null, '2026-10-10'],
    gennemgaaet: [null, '2026-10-30'],
    konkluderet: [null, '2026-10-20'],
    partshoering: [
      null,
      partshoering(false, '2026-11-10'),
      partshoering(false, '2026-12-10'),
      partshoering(true, '2026-12-10'),
    ],
    udtalelser: [{}, udtalelse(false, '2026-10-01'), udtalelse(false, '2026-12-01'), udtalelse(true, '2026-10-01')],
  })) {
    const bfu = {
      ...{ bfuId: A, barnId: B, sagId: C, opmaerksomDato: '2026-09-01', afgoerelseDato: '2026-09-02', fund: {} },
      ...v,
      barnetHoert: v.boernesamtale === 'mangler' ? null : '2026-09-20',
    } as Exclude<Undersoegelse, { fase: 'findes-ikke' }>;
    if (v.analyseret !== null && v.konkluderet !== null && v.gennemgaaet !== null)
      for (const fase of ['afsluttet', 'afbrudt'] as const)
        yield {
          skridt: undersoegelsesskridt({ ...bfu, fase }, IDAG),
          hvile: undersoegelseshvile({ ...bfu, fase }),
        };
    yield {
      skridt: undersoegelsesskridt(bfu, IDAG),
      hvile: undersoegelseshvile(bfu),
      afgoerende: {
        kode: 'bfu-godkendelse',
        art: 'skal',
        tilladt: tilladt(undersoegelseDecider, bfu, { type: 'GodkendBfu', dato: IDAG }),
      },
    };
  }
}

function* planer(): Generator<Stilling> {
  for (const v of kryds({
    fase: ['kladde', 'gaeldende', 'erstattet', 'afsluttet'] as const,
    regime: regimer,
    plantype: ['handleplan', 'barnets-plan', 'ungeplan'] as const,
    maal: [{}, { [C]: { status: 'i-gang' as const } }],
    sidsteOpfoelgning: [null, '2026-11-01'],
  })) {
    const plan = {
      ...{ planId: A, barnId: B, sagId: C, oprettet: '2026-09-01', bfuId: null },
      ...v,
      godkendt: v.fase === 'kladde' ? null : '2026-10-01',
    } as Exclude<Plan, { fase: 'findes-ikke' }>;
    yield {
      skridt: planskridt(plan),
      hvile: planhvile(plan),
      afgoerende: {
        kode: 'plan-godkendelse',
        art: 'skal',
        tilladt: tilladt(planDecider, plan, { type: 'GodkendPlan', dato: IDAG, inddragelse: 'Sammen med familien.' }),
      },
    };
  }
}

/** The walk of each aggregate here, by its kind. */
export const ics: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [undersoegelseDecider.kind]: undersoegelser,
  [planDecider.kind]: planer,
};
