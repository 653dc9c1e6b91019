import { type DomainEvent, event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { type Opfoelgning, opfoelgningDecider } from './opfoelgning.js';
import * as E from './plan.events.js';
import { MaalOpstillet } from './maal.events.js';
import { type PlanKommando, type Plantype } from './kommandoer.js';
import { planDecider } from './plan.js';
import { planskridt } from './vejledning.js';

const ID = (nr: number): string => `00000000-0000-7000-8000-0000000000${String(nr).padStart(2, '0')}`;
const MAAL = ID(4);
const INDSATS = ID(5);
const ids = { planId: ID(1), barnId: ID(2), sagId: ID(3) };
const typer = (events: readonly DomainEvent[]): readonly string[] => events.map(({ type }) => type.replace('ics.', ''));

interface Lov {
  readonly regime: 'SEL' | 'BL';
  readonly plantype: Plantype;
  readonly aar: number;
  readonly plan: string;
  readonly maal: string;
  readonly opfoelgning: string;
}
const LOVE: readonly Lov[] = [
  {
    regime: 'SEL',
    plantype: 'handleplan',
    aar: 2019,
    plan: 'SEL § 140',
    maal: 'SEL § 140',
    opfoelgning: 'SEL § 70',
  },
  { regime: 'BL', plantype: 'barnets-plan', aar: 2026, plan: 'BL § 91', maal: 'BL § 92', opfoelgning: 'BL § 95' },
];

describe.each(LOVE)('Planen ($regime)', (lov) => {
  const { regime, plantype } = lov;
  const dag = (maaned: number, dato: number): string =>
    `${String(lov.aar)}-${String(maaned).padStart(2, '0')}-${String(dato).padStart(2, '0')}`;
  const nu = context(`${dag(11, 30)}T10:00:00+01:00`);
  const opret = {
    type: 'OpretPlan',
    ...ids,
    regime,
    plantype,
    oprettet: dag(1, 20),
    formaal: 'En stabil hverdag.',
  } satisfies PlanKommando;
  const oprettet = event(E.PlanOprettet, { ...ids, regime, plantype, oprettet: dag(1, 20), formaal: 'En hverdag.' });
  const maal = event(MaalOpstillet, {
    ...ids,
    dato: dag(1, 22),
    maalId: MAAL,
    tema: 'skoleforhold',
    maal: 'Møder til tiden.',
  });
  const godkendt = event(E.PlanGodkendt, { ...ids, plantype, godkendtDato: dag(1, 25), inddragelse: 'På mødet.' });
  const erstattet = event(E.PlanErstattet, { ...ids, erstattetAf: ID(9), dato: dag(8, 1) });
  const opstil = { type: 'OpstilMaal', maalId: MAAL, maal: 'Møder til tiden.', dato: dag(1, 22) } as const;
  const godkend = {
    type: 'GodkendPlan',
    ...{ dato: dag(1, 25), regime },
    inddragelse: 'Målene er lavet sammen med barnet.',
  } satisfies PlanKommando;

  describe('Type og alder', () => {
    test(
      regime === 'SEL'
        ? 'Til og med 2023 er planen en handleplan (SEL § 140)'
        : 'Fra 2024 er planen barnets plan eller en ungeplan, aldrig en handleplan (BL §§ 91 og 108)',
      () => {
        const ny = given(planDecider);
        const lovlige: readonly Plantype[] = regime === 'SEL' ? ['handleplan'] : ['barnets-plan', 'ungeplan'];
        for (const type of ['handleplan', 'barnets-plan', 'ungeplan'] as const) {
          if (lovlige.includes(type)) {
            expect(typer(ny.then({ ...opret, plantype: type }, nu))).toEqual(['PlanOprettet']);
          } else {
            expect(ny.refused({ ...opret, plantype: type }, nu)).toMatchObject({
              kode: regime === 'SEL' ? 'plantype-findes-ikke' : 'plantype-ophoert',
              mere: { felt: 'plantype', paragraf: regime === 'SEL' ? 'SEL § 140' : 'BL §§ 91 og 108' },
            });
          }
        }
      },
    );

    if (regime === 'BL') {
      test.each([
        [15, 'barnets-plan', null],
        [15, 'ungeplan', 'ungeplan-foer-16'],
        [16, 'barnets-plan', 'ungeplan-fra-16'],
        [16, 'ungeplan', null],
      ] as const)('En på %i år og %s: %s (BL § 108)', (alder, type, kode) => {
        const kommando = { ...opret, plantype: type, alder };
        if (kode === null) expect(typer(given(planDecider).then(kommando, nu))).toEqual(['PlanOprettet']);
        else
          expect(given(planDecider).refused(kommando, nu)).toMatchObject({
            kode,
            mere: { felt: 'plantype', paragraf: 'BL § 108' },
          });
      });
    } else {
      test('Også en ung på 17 år får en handleplan (SEL § 140)', () => {
        expect(typer(given(planDecider).then({ ...opret, alder: 17 }, nu))).toEqual(['PlanOprettet']);
      });
    }

    test('Er alderen ikke kendt, er det sagsbehandleren, der vælger', () => {
      const [e] = given(planDecider).then(opret, nu);
      expect(e?.data).not.toHaveProperty('alder');
    });
  });

  describe(`Mål (${lov.maal})`, () => {
    test('Et mål hentet fra et fund beholder fundets id, ordlyd og version', () => {
      const kilde = { bfuId: ID(6), fundId: ID(7), version: 14, tekst: 'Kommer for sent.' };
      const [e] = given(planDecider, oprettet).then({ ...opstil, tema: 'skoleforhold', kilde }, nu);
      expect(e).toMatchObject({
        data: { bfuId: ID(6), fundId: ID(7), kildeversion: 14, kildetekst: 'Kommer for sent.', tema: 'skoleforhold' },
      });
    });

    test(
      regime === 'SEL'
        ? 'Et mål knyttes til et tema fra undersøgelsen (SEL § 140)'
        : 'Et mål kan stå uden tema, i overensstemmelse med det overordnede formål (BL § 92)',
      () => {
        const kladde = given(planDecider, oprettet);
        if (regime === 'SEL')
          expect(kladde.refused(opstil, nu)).toMatchObject({
            kode: 'maal-uden-tema',
            mere: { felt: 'tema', paragraf: 'SEL § 140' },
          });
        else expect(typer(kladde.then(opstil, nu))).toEqual(['MaalOpstillet']);
      },
    );

    test('En gældende plan får ikke nye mål: den revideres ved en ny plan', () => {
      expect(
        given(planDecider, oprettet, maal, godkendt).refused({ ...opstil, tema: 'skoleforhold' }, nu),
      ).toMatchObject({ kode: 'plan-ikke-kladde', mere: { status: 409 } });
    });
  });

  describe('Godkendelse', () => {
    test(`En plan uden mål kan ikke godkendes (${lov.maal})`, () => {
      expect(given(planDecider, oprettet).refused(godkend, nu)).toMatchObject({
        kode: 'plan-uden-maal',
        mere: { paragraf: lov.maal, mangler: ['plan-maal'] },
      });
    });

    test('Godkendelsen siger, hvordan barn og forældre er inddraget, og hvilken plan den erstatter', () => {
      const [e] = given(planDecider, oprettet, maal).then({ ...godkend, erstatter: ID(8) }, nu);
      expect(e).toMatchObject({
        type: 'ics.PlanGodkendt',
        data: {
          plantype,
          godkendtDato: dag(1, 25),
          erstatter: ID(8),
          inddragelse: 'Målene er lavet sammen med barnet.',
        },
      });
    });

    test('Den kan ikke være godkendt, før den blev påbegyndt, og ikke to gange', () => {
      expect(given(planDecider, oprettet, maal).refused({ ...godkend, dato: dag(1, 19) }, nu).kode).toBe(
        'forkert-raekkefoelge',
      );
      expect(given(planDecider, oprettet, maal, godkendt).refused(godkend, nu).kode).toBe('plan-ikke-kladde');
    });

    test('Kun en gældende plan kan erstattes, og ikke fra før den gjaldt', () => {
      const erstat = { type: 'ErstatPlan', erstattetAf: ID(9), dato: dag(8, 1) } as const;
      expect(given(planDecider, oprettet, maal).refused(erstat, nu).kode).toBe('plan-ikke-gaeldende');
      expect(given(planDecider, oprettet, maal, godkendt).refused({ ...erstat, dato: dag(1, 24) }, nu).kode).toBe(
        'forkert-raekkefoelge',
      );
      expect(typer(given(planDecider, oprettet, maal, godkendt).then(erstat, nu))).toEqual(['PlanErstattet']);
    });
  });

  describe(`Opfølgning (${lov.opfoelgning})`, () => {
    const gaeldende = given(planDecider, oprettet, maal, godkendt);
    const foelgOp = {
      type: 'AfholdOpfoelgning',
      opfoelgningId: ID(8),
      dato: dag(4, 30),
      regime,
      indsatsIder: [INDSATS],
      udfald: 'uaendret',
      naesteDato: dag(10, 30),
      rytmebegrundelse: 'Indsatsen virker, og familien er tryg.',
      vurdering: 'Går fremad.',
      barnetsHoldning: 'Er glad for kontaktpersonen.',
      maalstatus: [{ maalId: MAAL, status: 'i-gang' }],
    } satisfies PlanKommando;
    const { rytmebegrundelse: _begrundelse, naesteDato: _naeste, ...udenRytme } = foelgOp;

    test('Opfølgningen vurderer målene, og hvert måls status huskes', () => {
      const [e] = gaeldende.then(foelgOp, nu);
      if (e === undefined) throw new Error('not followed up');
      expect(given(planDecider, oprettet, maal, godkendt, e).state).toMatchObject({
        maal: { [MAAL]: { status: 'i-gang' } },
        sidsteOpfoelgning: dag(4, 30),
      });
      expect(gaeldende.refused({ ...foelgOp, maalstatus: [{ maalId: ID(99), status: 'naaet' }] }, nu).kode).toBe(
        'maal-findes-ikke',
      );
    });

    test('Der følges op på en gældende plan, hverken en kladde eller en, der er erstattet', () => {
      expect(given(planDecider, oprettet, maal).refused(foelgOp, nu)).toMatchObject({
        kode: 'plan-ikke-gaeldende',
        mere: { status: 409, paragraf: lov.opfoelgning },
      });
      expect(given(planDecider, oprettet, maal, godkendt, erstattet).refused(foelgOp, nu).kode).toBe(
        'plan-ikke-gaeldende',
      );
    });

    if (regime === 'SEL') {
      test('Der må højst gå 6 måneder til næste opfølgning, den dag tæller med (SEL § 70)', () => {
        // Six months after 30 April is 30 October.
        expect(typer(gaeldende.then(foelgOp, nu))).toEqual(['OpfoelgningAfholdt']);
        expect(gaeldende.refused({ ...foelgOp, naesteDato: '2019-10-31' }, nu)).toMatchObject({
          kode: 'opfoelgning-over-6-maaneder',
          mere: { felt: 'naesteDato', paragraf: 'SEL § 70' },
        });
        // 31 August has no 31 February: the last day of the month.
        const august = { ...foelgOp, dato: '2019-08-31' };
        expect(typer(gaeldende.then({ ...august, naesteDato: '2020-02-29' }, nu))).toEqual(['OpfoelgningAfholdt']);
        expect(gaeldende.refused({ ...august, naesteDato: '2020-03-01' }, nu).kode).toBe('opfoelgning-over-6-maaneder');
      });

      test('Rytmen skal ikke begrundes: loven har den faste grænse (SEL § 70)', () => {
        expect(typer(gaeldende.then(udenRytme, nu))).toEqual(['OpfoelgningAfholdt']);
      });
    } else {
      test('Næste opfølgning besluttes og begrundes i sagen; der er ingen fast grænse (BL § 95, stk. 3)', () => {
        for (const mangelfuld of [udenRytme, { ...udenRytme, naesteDato: dag(10, 30) }]) {
          expect(gaeldende.refused(mangelfuld, nu)).toMatchObject({
            kode: 'rytme-mangler',
            mere: { felt: 'naesteDato', paragraf: 'BL § 95, stk. 3', mangler: ['opfoelgning-rytme'] },
          });
        }
        expect(typer(gaeldende.then({ ...foelgOp, naesteDato: '2027-04-30' }, nu))).toEqual(['OpfoelgningAfholdt']);
      });
    }

    test('Ophører indsatsen, er der ingen næste opfølgning at beslutte', () => {
      expect(typer(gaeldende.then({ ...udenRytme, udfald: 'ophoerer' }, nu))).toEqual(['OpfoelgningAfholdt']);
    });

    test('Næste opfølgning ligger efter denne, og denne ikke i morgen eller før planen gjaldt', () => {
      expect(gaeldende.refused({ ...foelgOp, naesteDato: dag(4, 30) }, nu).kode).toBe('naeste-foer-denne');
      expect(gaeldende.refused({ ...foelgOp, dato: dag(12, 1) }, nu).kode).toBe('dato-i-fremtiden');
      expect(gaeldende.refused({ ...foelgOp, dato: dag(1, 24) }, nu).kode).toBe('forkert-raekkefoelge');
    });

    test('En indsats uden plan følges også op, tidligst den dag den sættes i værk', () => {
      const { maalstatus: _maal, type: _type, ...opfoelgning } = foelgOp;
      const uden = {
        type: 'FoelgOpUdenPlan',
        ...(opfoelgning satisfies Opfoelgning),
        ...{ barnId: ids.barnId, sagId: ids.sagId, ivaerksatDato: dag(4, 30) },
      } as const;
      const ny = given(opfoelgningDecider);
      const [e] = ny.then(uden, nu);
      expect(e?.data).toMatchObject({ indsatsIder: [INDSATS], maalstatus: [], regime });
      expect(e?.data).not.toHaveProperty('planId');
      expect(ny.refused({ ...uden, dato: dag(4, 29) }, nu).kode).toBe('forkert-raekkefoelge');
    });
  });

  test('En afsluttet plan kan hverken afsluttes eller godkendes igen', () => {
    const afslut = { type: 'AfslutPlan', dato: dag(9, 1), begrundelse: 'Formålet er opnået.' } as const;
    const [e] = given(planDecider, oprettet, maal, godkendt).then(afslut, nu);
    if (e === undefined) throw new Error('not ended');
    const slut = given(planDecider, oprettet, maal, godkendt, e);
    expect(slut.refused(afslut, nu).kode).toBe('plan-ikke-aaben');
    expect(slut.refused(godkend, nu).kode).toBe('plan-ikke-kladde');
    expect(given(planDecider, oprettet).refused({ ...afslut, dato: dag(1, 19) }, nu).kode).toBe('forkert-raekkefoelge');
  });

  test('Vejledningen siger mål, godkendelse og opfølgning, i den rækkefølge, med planens paragraf', () => {
    const skridt = (...sket: readonly E.PlanEvent[]) =>
      planskridt(given(planDecider, ...sket).state, dag(11, 30)).map(({ kode, art, hjemmel }) => [kode, art, hjemmel]);
    expect(skridt(oprettet)).toEqual([['plan-maal', 'skal', lov.maal]]);
    expect(skridt(oprettet, maal)).toEqual([
      ['plan-hoering', 'kan', 'forvaltningsloven § 19'],
      ['plan-godkendelse', 'skal', lov.plan],
    ]);
    expect(skridt(oprettet, maal, godkendt)).toEqual([
      ['plan-opfoelgning', 'kan', lov.opfoelgning],
      ['plan-aendring', 'maa-ikke', lov.plan],
    ]);
    expect(skridt(oprettet, maal, godkendt, erstattet)).toEqual([]);
  });
});
