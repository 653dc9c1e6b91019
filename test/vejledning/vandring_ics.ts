import { planDecider } from '../../src/ics/plan/plan.js';
import { type Plan } from '../../src/ics/plan/tilstand.js';
import { planhvile, planskridt } from '../../src/ics/plan/vejledning.js';
import { type Undersoegelse } from '../../src/ics/undersoegelse/tilstand.js';
import { undersoegelseDecider } from '../../src/ics/undersoegelse/undersoegelse.js';
import { undersoegelseshvile, undersoegelsesskridt } from '../../src/ics/undersoegelse/vejledning.js';
import { A, B, C, jaNej, regimer, IDAG, kryds, tilladt, type Stilling } from './stilling.js';

/** An ordinary investigation without side tracks. */
const ALMINDELIG = {
  ...{ bfuId: A, barnId: B, sagId: C, opmaerksomDato: '2026-09-01', afgoerelseDato: '2026-09-02', fund: {} },
  ...{ form: 'bfu', begyndt: '2026-09-02', hastighed: 'almindelig', kommendeForaeldre: false, termin: null },
  godkendt: null,
  ...{ foersteSkridt: null, frist: '2027-01-01', milepaele: {}, naaet: {}, sidst: '2026-11-20', sagkyndige: {} },
  ...{ ppv: false, udenSamtykke: null, stoetteNoedvendig: true, afbrudt: null, mellemkommunalKlaret: false },
} as const;

/** Everything that an approval asks for is there, but for what happens on the side. */
const NAESTEN = {
  ...{ fase: 'i-gang', aktoererAfdaekket: true, foraeldresamtale: true, foreloebigVurdering: false },
  ...{ temaer: { skole: true }, boernesamtale: 'afholdt', barnetHoert: '2026-09-20', analyseret: '2026-10-10' },
  ...{ konkluderet: '2026-10-20', gennemgaaet: '2026-10-30', udtalelser: {} },
  partshoering: { dato: '2026-11-01', svarfrist: '2026-11-10', besvaret: null, parter: null, svaret: {} },
} as const;

/** Compulsory assessment, experts, a child not born, delay and an afdækning, each with each. */
function* sidespor(): Generator<Stilling> {
  const tvang = (form: 'ambulant' | 'ophold', udloeber: string, mere = {}) => ({
    ...{ buuSagId: A, afgoerelseDato: '2026-09-20', form, udloeber, ophold: null, afsluttet: null },
    ...mere,
  });
  for (const v of kryds({
    regime: regimer,
    hastighed: ['almindelig', 'hurtig'] as const,
    frist: [null, '2026-11-01', '2027-01-01'],
    foreloebigVurdering: jaNej,
    ppv: jaNej,
    fund: [{}, { [C]: { tema: 'skole', art: 'udfordring' as const, tekst: 'Fravær.', undervisning: true } }],
    milepaele: [{}, { analyse: '2026-10-01', udtalelser: '2026-10-01' }],
    sidst: ['2026-11-20', '2026-10-01'],
    sagkyndige: [
      {},
      { [C]: { anmodet: '2026-09-10', svarfrist: '2026-10-10', slut: null } },
      { [C]: { anmodet: '2026-09-10', svarfrist: '2026-10-10', slut: 'modtaget' as const } },
    ],
    barn: [
      { kommendeForaeldre: false, termin: null },
      { kommendeForaeldre: true, termin: '2026-11-01' },
      { kommendeForaeldre: true, termin: '2026-12-01' },
    ],
    udenSamtykke: [
      null,
      tvang('ambulant', '2026-11-20'),
      tvang('ophold', '2026-11-20', { ophold: { begyndt: '2026-10-01', ophoert: null } }),
      tvang('ophold', '2026-12-01'),
      tvang('ophold', '2026-12-01', { afsluttet: '2026-10-15' }),
    ],
  })) {
    const { barn, udenSamtykke, ...resten } = v;
    const bfu = {
      ...{ ...ALMINDELIG, ...NAESTEN, ...resten, ...barn },
      udenSamtykke: udenSamtykke === null ? null : { ...udenSamtykke, regime: v.regime },
    } as Exclude<Undersoegelse, { fase: 'findes-ikke' }>;
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

function* afdaekninger(): Generator<Stilling> {
  for (const v of kryds({
    boernesamtale: ['mangler', 'afholdt', 'undladt'] as const,
    kommendeForaeldre: jaNej,
    termin: [null, '2026-11-01'],
    sidst: ['2026-11-20', '2026-10-01'],
    fase: ['i-gang', 'afsluttet'] as const,
  })) {
    const u = {
      ...{ ...ALMINDELIG, ...NAESTEN, ...v, form: 'afdaekning', regime: 'BL', frist: null, konkluderet: null },
      ...{ analyseret: null, gennemgaaet: null, partshoering: null },
      barnetHoert: v.boernesamtale === 'mangler' ? null : '2026-09-20',
    } as Exclude<Undersoegelse, { fase: 'findes-ikke' }>;
    yield {
      skridt: undersoegelsesskridt(u, IDAG),
      hvile: undersoegelseshvile(u),
      afgoerende: {
        kode: 'afdaekning-afslutning',
        art: 'skal',
        tilladt: tilladt(undersoegelseDecider, u, {
          ...{ type: 'AfslutAfdaekning', dato: IDAG, udfald: 'ingen-stoette', konklusion: 'Trives.', grunde: [] },
          ...{ indsatskoder: [], kendteIndsatskoder: [], barnetsHoldning: 'Enig.', foraeldresHoldning: 'Enige.' },
        }),
      },
    };
  }
}

function* afbrudte(): Generator<Stilling> {
  for (const v of kryds({
    regime: regimer,
    form: ['bfu', 'afdaekning'] as const,
    aarsag: ['flytning', 'fyldt-18', 'behov-bortfaldet', 'foedsel'] as const,
    mellemkommunalKlaret: [false, true] as const,
  })) {
    const { aarsag, ...resten } = v;
    const afbrudt = { aarsag, dato: '2026-11-01', regime: v.regime };
    const u = { ...ALMINDELIG, ...NAESTEN, ...resten, fase: 'afbrudt', afbrudt } as Exclude<
      Undersoegelse,
      { fase: 'findes-ikke' }
    >;
    yield { skridt: undersoegelsesskridt(u, IDAG), hvile: undersoegelseshvile(u) };
  }
}

function* undersoegelserne(): Generator<Stilling> {
  yield* undersoegelser();
  yield* sidespor();
  yield* afdaekninger();
  yield* afbrudte();
}

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
      ...ALMINDELIG,
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
    fase: ['kladde', 'i-hoering', 'gaeldende', 'revideret', 'afsluttet'] as const,
    regime: regimer,
    plantype: ['handleplan', 'barnets-plan', 'ungeplan'] as const,
    maal: [
      {},
      { [C]: { status: 'i-gang' as const } },
      { [C]: { status: 'i-gang' as const, voksenliv: 'bolig' as const } },
    ],
    planvurdering: ['uaendret', 'revideres'] as const,
    undersoegelsesbehov: ['intet', 'afdaekning', 'bfu'] as const,
    hoering: [null, '2026-11-10', '2026-12-10'],
    sidsteOpfoelgning: [null, '2026-11-01'],
    naesteUdenIndsats: [null, '2026-11-20', '2026-12-20'],
    ...{ lukket: jaNej, revideres: jaNej, undersoegesNu: jaNej },
  })) {
    if ((v.fase === 'i-hoering') !== (v.hoering !== null)) continue;
    const { lukket, revideres, undersoegesNu, ...egne } = v;
    const sag = { lukket, revideres, undersoegesNu, undersoegelser: [] };
    const plan = {
      ...{ planId: A, barnId: B, sagId: C, oprettet: '2026-09-01', bfuId: null, reviderer: null, planversion: 1 },
      ...{ ...egne, formaal: 'Ro.' },
      hoering: v.hoering === null ? null : { dato: '2026-11-01', svarfrist: v.hoering, besvaret: false },
      godkendt: v.fase === 'kladde' || v.fase === 'i-hoering' ? null : '2026-10-01',
    } as Exclude<Plan, { fase: 'findes-ikke' }>;
    yield {
      skridt: planskridt(plan, IDAG, sag),
      hvile: planhvile(plan, sag),
      afgoerende: {
        kode: 'plan-godkendelse',
        art: 'skal',
        // In a closed case every command on a plan is refused before the plan is asked.
        tilladt:
          !lukket &&
          tilladt(planDecider, plan, {
            ...{ type: 'GodkendPlan', dato: IDAG, regime: 'BL' },
            inddragelse: 'Sammen med familien.',
          }),
      },
    };
  }
}

/** The walk of each aggregate here, by its kind. */
export const ics: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [undersoegelseDecider.kind]: undersoegelserne,
  [planDecider.kind]: planer,
};
