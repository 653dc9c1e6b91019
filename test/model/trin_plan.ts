import fc from 'fast-check';
import { loebendeISagen, type Maal, type Model, type Plan, planForVoksenlivet, risikoenMangler } from './tilstand.js';
import { type Anmodning, foer, foerste, id, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/** A plan of the other act, or of the other ages under this one. */
type Anden = 'lov' | 'alder' | null;

/** Barnets lov has one plan for the child and another from 16. */
function plantype({ regime }: Model, fra16: boolean): string {
  if (regime === 'SEL') return 'handleplan';
  return fra16 ? 'ungeplan' : 'barnets-plan';
}

function forkertType({ regime }: Model, anden: Anden, fra16: boolean): Udfald | false {
  if (anden === null) return false;
  if (regime === 'SEL') return '422 plantype-findes-ikke';
  if (anden === 'lov') return '422 plantype-ophoert';
  return fra16 ? '422 ungeplan-fra-16' : '422 ungeplan-foer-16';
}

export const opretPlan = (nr: number, naar: number, anden: Anden = null): Trin => ({
  navn: `opret plan${anden === null ? '' : ` efter den anden ${anden}`}(#${String(nr)} dag ${String(naar)})`,
  anmod: (model, v) => {
    const sag = vaelg(model.sager, nr);
    if (sag === undefined) return null;
    const fra16 = planForVoksenlivet(model);
    const andenLov = model.regime === 'SEL' ? 'BL' : 'SEL';
    const type = plantype(
      { ...model, regime: anden === 'lov' ? andenLov : anden === 'alder' ? 'BL' : model.regime },
      fra16 !== (anden === 'alder'),
    );
    return {
      som: 'alt',
      sti: `/sager/${sag.id}/planer`,
      krop: { plantype: type, oprettet: v.dato(naar), formaal: 'En stabil hverdag.' },
      forventet: foerste(sag.lukket !== null && '409 sag-lukket', iFremtiden(naar), forkertType(model, anden, fra16)),
      sidespor: model.planer.some(({ fase }) => fase === 'kladde'),
      gemt: (svar) => model.planer.push(nyPlan(id(svar, 'planId'), sag, naar, null)),
    };
  },
});
const opret = fc
  .tuple(nummer, fc.integer({ min: 0, max: 150 }), fc.constantFrom<Anden>(null, null, null, null, 'lov', 'alder'))
  .map(([nr, naar, anden]) => opretPlan(nr, naar, anden));

function nyPlan(planId: string, sag: Plan['sag'], oprettet: number, reviderer: Plan | null): Plan {
  const maal = (reviderer?.maal ?? []).filter(({ aabent }) => aabent);
  return {
    ...{ id: planId, sag, oprettet, reviderer, fase: 'kladde', hoering: null, godkendt: null, kladde: 0 },
    // What is carried over gets ids that the answer does not tell.
    maal: maal.map(({ voksenliv }): Maal => ({ id: null, voksenliv, aabent: true })),
  };
}

type Paa = Omit<Anmodning, 'som' | 'sti'>;

type Planskridt = (nr: number, efter: number) => Trin;

/** A step on one of the plans, so many days after what it rests on. */
function paaPlan(
  navn: string,
  sti: string,
  anmod: (plan: Plan, naar: number, v: Verden, model: Model) => Paa | null,
): Planskridt {
  return (nr, efter) => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const plan = vaelg(model.planer, nr);
      if (plan === undefined) return null;
      const hviler = Math.max(plan.oprettet, plan.godkendt ?? 0, plan.hoering?.sendt ?? 0);
      const anmodning = anmod(plan, Math.min(SIDSTE_DAG + 1, hviler + efter), v, model);
      return anmodning === null ? null : { som: 'alt', sti: `/planer/${plan.id}/${sti}`, ...anmodning };
    },
  });
}

const tilfaeldig = (skridt: Planskridt): fc.Arbitrary<Trin> =>
  fc.tuple(nummer, senere).map(([nr, efter]) => skridt(nr, efter));

const sagenAaben = (plan: Plan) => plan.sag.lukket !== null && ('409 sag-lukket' as const);
const kladde = (plan: Plan) => plan.fase !== 'kladde' && ('409 plan-ikke-kladde' as const);

type Maalslags = '' | ' uden tema' | ' for nu';

export const opstilMaal =
  (hvad: Maalslags): Planskridt =>
  (nr, efter) => ({
    navn: `opstil mål${hvad}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const plan = vaelg(model.planer, nr);
      if (plan === undefined) return null;
      const naar = plan.oprettet + efter;
      const medTema = hvad !== ' uden tema';
      const voksenliv = hvad !== ' for nu' && planForVoksenlivet(model);
      return {
        som: 'alt',
        sti: `/planer/${plan.id}/maal`,
        krop: {
          ...{ dato: v.dato(naar), maal: 'Møder til tiden.' },
          ...(medTema ? { tema: 'skoleforhold' } : {}),
          ...(voksenliv ? { voksenliv: 'uddannelse' } : {}),
        },
        forventet: foerste(
          sagenAaben(plan),
          kladde(plan),
          iFremtiden(naar),
          foer(naar, plan.oprettet),
          !medTema && model.regime === 'SEL' && '422 maal-uden-tema',
        ),
        sidespor: plan.maal.length > 1,
        gemt: (svar) => plan.maal.push({ id: id(svar, 'maalId'), voksenliv, aabent: true }),
      };
    },
  });
const maal = fc.constantFrom<Maalslags>('', '', ' for nu', ' uden tema').chain((hvad) => tilfaeldig(opstilMaal(hvad)));

const hoering = fc.constantFrom(0, 7, 7).chain((dage) =>
  tilfaeldig(
    paaPlan(`send plan i høring:${String(dage)}`, 'hoering', (plan, naar, v, model) => ({
      krop: { dato: v.dato(naar), svarfrist: v.dato(naar + dage) },
      forventet: foerste(
        sagenAaben(plan),
        risikoenMangler(model) && '422 risikovurdering-mangler',
        iFremtiden(naar),
        kladde(plan),
        foer(naar, plan.oprettet),
        plan.maal.length === 0 && '422 plan-uden-maal',
        dage === 0 && '422 hoering-uden-tid',
      ),
      gemt: () => {
        Object.assign(plan, { fase: 'i-hoering', hoering: { sendt: naar, svarfrist: naar + dage, besvaret: false } });
      },
    })),
  ),
);

const svar = fc.constantFrom('svar på planens høring', 'træk plan fra høring').chain((hvad) => {
  const traek = hvad.startsWith('træk');
  return tilfaeldig(
    paaPlan(hvad, traek ? 'hoering/tilbagetraekning' : 'hoering/svar', (plan, naar, v) => ({
      krop: { dato: v.dato(naar), ...(traek ? { begrundelse: 'Skrives om.' } : { svar: 'Enige.' }) },
      forventet: foerste(
        sagenAaben(plan),
        iFremtiden(naar),
        plan.fase !== 'i-hoering' && '409 plan-ikke-i-hoering',
        foer(naar, plan.hoering?.sendt ?? 0),
      ),
      sidespor: traek,
      gemt: () => {
        if (traek) Object.assign(plan, { fase: 'kladde', hoering: null });
        else if (plan.hoering !== null) plan.hoering.besvaret = true;
      },
    })),
  );
});

export const godkendPlan = paaPlan('godkend plan', 'godkendelse', (plan, naar, v, model) => {
  const { planer } = model;
  const { hoering: h, reviderer } = plan;
  const gaeldende = planer.find(({ fase }) => fase === 'gaeldende');
  return {
    krop: { dato: v.dato(naar), inddragelse: 'Lavet sammen med barnet.' },
    forventet: foerste(
      sagenAaben(plan),
      iFremtiden(naar),
      foer(naar, plan.oprettet),
      plan.fase !== 'kladde' && plan.fase !== 'i-hoering' && '409 plan-ikke-kladde',
      reviderer !== null && reviderer.fase !== 'gaeldende' && '409 plan-ikke-den-naeste',
      plan.maal.length === 0 && '422 plan-uden-maal',
      planForVoksenlivet(model) && plan.maal.every(({ voksenliv }) => !voksenliv) && '422 plan-kan-ikke-godkendes',
      h !== null && !h.besvaret && naar <= h.svarfrist && '422 plan-kan-ikke-godkendes',
      gaeldende !== undefined && foer(naar, gaeldende.godkendt ?? 0),
    ),
    gemt: () => {
      if (gaeldende !== undefined) gaeldende.fase = 'revideret';
      Object.assign(plan, { fase: 'gaeldende', godkendt: naar });
    },
  };
});

const reviderPlan = paaPlan('revidér plan', 'revision', (plan, naar, v, { planer }) => ({
  krop: { dato: v.dato(naar) },
  forventet: foerste(
    sagenAaben(plan),
    iFremtiden(naar),
    plan.fase !== 'gaeldende' && '409 plan-ikke-gaeldende',
    foer(naar, plan.godkendt ?? 0),
  ),
  sidespor: planer.some(({ reviderer }) => reviderer === plan),
  gemt: (svar) => planer.push(nyPlan(id(svar, 'planId'), plan.sag, naar, plan)),
}));

const foelgOp = fc
  .constantFrom('følg op', 'følg op', 'følg op: mål nået', 'følg op uden mål', 'følg op uden rytme')
  .chain((hvad) =>
    fc.tuple(nummer, senere).map(([nr, efter]): Trin => ({
      navn: `${hvad}(#${String(nr)} +${String(efter)})`,
      anmod: (model, v) => {
        const plan = vaelg(model.planer, nr);
        if (plan === undefined) return null;
        const naar = Math.min(SIDSTE_DAG + 1, (plan.godkendt ?? plan.oprettet) + efter * 5);
        const aabne = plan.maal.filter(({ aabent }) => aabent);
        const vurderer = hvad !== 'følg op uden mål';
        if (vurderer && aabne.some((et) => et.id === null)) return null;
        const status = hvad === 'følg op: mål nået' ? 'naaet' : 'i-gang';
        const rytme = hvad !== 'følg op uden rytme';
        return {
          som: 'alt',
          sti: `/planer/${plan.id}/opfoelgninger`,
          krop: {
            ...{ dato: v.dato(naar), udfald: 'uaendret', vurdering: 'Virker.', barnetsHoldning: 'Glad.' },
            ...(rytme ? { naesteDato: v.dato(naar + 30), rytmebegrundelse: 'Skoleskift.' } : {}),
            ...(vurderer ? { maalstatus: aabne.map((et) => ({ maalId: et.id, status })) } : {}),
          },
          forventet: foerste(
            sagenAaben(plan),
            iFremtiden(naar),
            plan.fase !== 'gaeldende' && '409 plan-ikke-gaeldende',
            foer(naar, plan.godkendt ?? 0),
            !rytme && model.regime === 'BL' && '422 rytme-mangler',
            !vurderer && aabne.length > 0 && '422 maal-ikke-vurderet',
          ),
          sidespor: hvad === 'følg op: mål nået',
          gemt: () => {
            if (status === 'naaet' && vurderer) for (const et of aabne) et.aabent = false;
            // What has ended since awaits no other, and what was due has lapsed with it.
            for (const indsats of loebendeISagen(model, plan.sag, naar).filter(({ til }) => til === null))
              indsats.opfoelgninger.push({ dato: naar, naeste: rytme ? naar + 30 : null });
          },
        };
      },
    })),
  );

const afslut = paaPlan('afslut plan', 'afslutning', (plan, naar, v) => ({
  krop: { dato: v.dato(naar), begrundelse: 'Målene er nået.' },
  forventet: foerste(
    iFremtiden(naar),
    foer(naar, plan.oprettet),
    (plan.fase === 'revideret' || plan.fase === 'afsluttet') && '409 plan-ikke-aaben',
  ),
  sidespor: true,
  gemt: () => {
    plan.fase = 'afsluttet';
  },
}));

export const planrevision = [reviderPlan, godkendPlan].map(tilfaeldig);

/** From the shallow to the deep. */
export const plantrin = [tilfaeldig(afslut), opret, maal, maal, hoering, svar, svar]
  .concat([godkendPlan, reviderPlan].map(tilfaeldig))
  .concat(foelgOp, foelgOp);
