import { type DomainEvent, event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import * as E from './indsats.events.js';
import { type BevilgIndsats, indsatsDecider } from './indsats.js';
import { slaaIndsatsOp } from './katalogopslag.js';
import { kraevVisitationen } from './krav.js';
import { indsatsskridt } from './vejledning.js';

const ID = (nr: number): string => `00000000-0000-7000-8000-0000000000${String(nr).padStart(2, '0')}`;
const lovpakke = indlaesLovpakke();
const ids = { indsatsId: ID(1), barnId: ID(2), sagId: ID(3) };
const PLAN = ID(4);
const typer = (events: readonly DomainEvent[]): readonly string[] =>
  events.map(({ type }) => type.replace('oekonomi.', ''));

interface Lov {
  readonly regime: 'SEL' | 'BL';
  readonly aar: number;
  readonly samtykke: string;
  readonly boernesamtale: string;
  readonly plan: string;
  readonly hjemmel: string;
}
const LOVE: readonly Lov[] = [
  {
    regime: 'SEL',
    aar: 2019,
    samtykke: 'SEL § 52, stk. 2',
    boernesamtale: 'SEL § 48',
    plan: 'SEL § 140, stk. 1',
    hjemmel: 'SEL § 52, stk. 3, nr. 6',
  },
  {
    regime: 'BL',
    aar: 2026,
    samtykke: 'BL § 32, stk. 2',
    boernesamtale: 'BL § 5, stk. 3-4',
    plan: 'BL § 91, stk. 1',
    hjemmel: 'BL § 32, stk. 1, nr. 3',
  },
];

describe.each(LOVE)('Indsatsen ($regime)', (lov) => {
  const { regime } = lov;
  const dag = (maaned: number, dato: number): string =>
    `${String(lov.aar)}-${String(maaned).padStart(2, '0')}-${String(dato).padStart(2, '0')}`;
  const nu = context(`${dag(3, 19)}T10:00:00+01:00`);
  const bevilg: BevilgIndsats = {
    type: 'BevilgIndsats',
    ...ids,
    regime,
    katalog: slaaIndsatsOp(lovpakke, 'kontaktperson', 'barn', dag(1, 30)),
    maalgruppe: 'barn',
    afgoerelseDato: dag(1, 30),
    forventetStart: dag(2, 4),
    kodeGaelder: true,
    forventetVarighedMaaneder: 12,
    prisOere: 42_500,
    prisEnhed: 'time',
    samtykkeDato: dag(1, 29),
    plan: { planId: PLAN, gaeldende: true },
    boernesamtale: { art: 'i-bfu', dato: dag(1, 20) },
    ...{ alder: 9, foerAlder: 18 },
    formaal: 'Stabil skolegang.',
    begrundelse: 'Undersøgelsen peger på det.',
    barnetsHoldning: 'Vil gerne.',
  };
  const uden = (...felter: readonly (keyof BevilgIndsats)[]): BevilgIndsats =>
    Object.fromEntries(
      Object.entries(bevilg).filter(([felt]) => !felter.includes(felt as keyof BevilgIndsats)),
    ) as unknown as BevilgIndsats;
  const ny = given(indsatsDecider);
  const [bevilget] = ny.then(bevilg, nu) as readonly [E.IndsatsEvent];
  const ivaerksat = event(E.IndsatsIvaerksat, { ...ids, regime, pgfKode: '230', ivaerksatDato: dag(2, 4) });
  const ophoert = event(E.IndsatsOphoert, {
    ...ids,
    ophoertDato: dag(3, 1),
    ivaerksat: true,
    aarsag: 'formaal-opnaaet',
    begrundelse: 'Målene er nået.',
  });

  describe('Bevilling', () => {
    test(`Afgørelsen siger formål, varighed, pris, kode og paragraf (${lov.hjemmel})`, () => {
      expect(bevilget.data).toMatchObject({
        indsatskode: 'kontaktperson',
        pgfKode: '230',
        hjemmel: lov.hjemmel,
        formaal: 'Stabil skolegang.',
        forventetVarighedMaaneder: 12,
        prisOere: 42_500,
        prisEnhed: 'time',
        planId: PLAN,
        planUndtaget: false,
        planBesluttet: false,
      });
    });

    test(`Uden samtykke kan en støttende indsats ikke bevilges (${lov.samtykke})`, () => {
      expect(ny.refused(uden('samtykkeDato'), nu)).toMatchObject({
        kode: 'indsats-kan-ikke-bevilges',
        mere: { mangler: ['samtykke'], paragraf: lov.samtykke },
      });
    });

    test(`En, der er fyldt 18 år, kan ikke få en støttende indsats (${lov.hjemmel})`, () => {
      expect(ny.refused({ ...bevilg, alder: 18 }, nu)).toMatchObject({
        kode: 'indsats-kan-ikke-bevilges',
        mere: { mangler: ['fyldt-18'], paragraf: lov.hjemmel },
      });
      expect(ny.then({ ...bevilg, alder: 17 }, nu)).toHaveLength(1);
      expect(ny.then({ ...bevilg, alder: 22, foerAlder: 23 }, nu)).toHaveLength(1);
    });

    test.each<[string, boolean, string | undefined, boolean]>([
      ['kræver den samtykke, går den gennem visitationen', true, undefined, false],
      ['er den overtaget, registreres den', true, 'Fra nabokommunen.', true],
      ['kræver den ikke samtykke, afgøres den her', false, undefined, true],
    ])(`%s (${lov.samtykke})`, (_navn, kraeverSamtykke, overtaget, maa) => {
      const proev = (): void => kraevVisitationen(kraeverSamtykke, overtaget, regime);
      if (maa) expect(proev).not.toThrow();
      else
        expect(proev).toThrow(
          expect.objectContaining({
            kode: 'indsats-gennem-visitation',
            mere: { felt: 'indsatskode', paragraf: lov.samtykke, mangler: ['visitation'] },
          }),
        );
    });

    test('Er samtykket vurderet person for person, går det forud for en oplyst dato', () => {
      const samtykkemangler = [{ kode: 'samtykke-afslaaet', tekst: 'Nej', hjemmel: lov.samtykke }];
      expect(ny.refused({ ...bevilg, samtykkemangler }, nu).mere.mangler).toEqual(['samtykke-afslaaet']);
      expect(ny.then({ ...uden('samtykkeDato'), samtykkemangler: [] }, nu)).toHaveLength(1);
    });

    test('Samtykket skal være givet inden afgørelsen, senest samme dag', () => {
      expect(ny.refused({ ...bevilg, samtykkeDato: dag(1, 31) }, nu)).toMatchObject({
        kode: 'samtykke-efter-afgoerelse',
        mere: { felt: 'samtykkeDato', paragraf: lov.samtykke },
      });
      expect(typer(ny.then({ ...bevilg, samtykkeDato: dag(1, 30) }, nu))).toEqual(['IndsatsBevilget']);
    });

    test(`Barnet skal være hørt, eller undladelsen begrundet, i hver afgørelse (${lov.boernesamtale})`, () => {
      expect(ny.refused(uden('boernesamtale'), nu).mere).toMatchObject({
        mangler: ['boernesamtale'],
        paragraf: lov.boernesamtale,
      });
      const [hoert] = ny.then({ ...bevilg, boernesamtale: { art: 'holdt', dato: dag(1, 28) } }, nu);
      expect(hoert?.data).toMatchObject({ boernesamtaleDato: dag(1, 28) });
      const [undladt] = ny.then({ ...bevilg, boernesamtale: { art: 'undladt', begrundelse: 'To måneder.' } }, nu);
      expect(undladt?.data).toMatchObject({ boernesamtaleUndladt: 'To måneder.' });
      expect(ny.refused({ ...bevilg, boernesamtale: { art: 'holdt', dato: dag(1, 31) } }, nu)).toMatchObject({
        kode: 'boernesamtale-efter-afgoerelse',
        mere: { felt: 'boernesamtale', paragraf: lov.boernesamtale },
      });
    });

    if (regime === 'SEL') {
      test('Handleplanen skal gælde inden afgørelsen (SEL § 140, stk. 1)', () => {
        expect(ny.refused(uden('plan'), nu).mere).toMatchObject({ mangler: ['handleplan'], paragraf: lov.plan });
        expect(ny.refused({ ...bevilg, plan: { planId: PLAN, gaeldende: false } }, nu)).toMatchObject({
          kode: 'plan-gaelder-ikke',
          mere: { felt: 'planId', paragraf: lov.plan },
        });
      });

      test('Kan hensynet til barnet ikke vente, er en kort begrundelse nok, og planen følger efter (SEL § 140, stk. 1)', () => {
        const [e] = ny.then({ ...uden('plan'), planUndtagelse: 'Barnet er alene hver aften.' }, nu);
        expect(e?.data).toMatchObject({ planUndtaget: true, planUndtagelse: 'Barnet er alene hver aften.' });
      });
    } else {
      test('Der tages stilling til, om der skal laves en plan: en plan, der er begyndt, eller hvorfor ikke (BL § 91, stk. 1)', () => {
        expect(ny.refused(uden('plan'), nu).mere).toMatchObject({
          mangler: ['stillingtagen-til-plan'],
          paragraf: lov.plan,
        });
        const [begyndt] = ny.then({ ...bevilg, plan: { planId: PLAN, gaeldende: false } }, nu);
        expect(begyndt?.data).toMatchObject({ planId: PLAN, planBesluttet: true, planUndtaget: false });
        const [ingen] = ny.then({ ...uden('plan'), planUndtagelse: 'Indsatsen er kort og afgrænset.' }, nu);
        expect(ingen?.data).toMatchObject({ planUndtaget: true, planBesluttet: false });
      });
    }

    test('Alt, der mangler, siges på én gang, hvert med sin paragraf', () => {
      const { mere } = ny.refused(uden('samtykkeDato', 'boernesamtale', 'plan'), nu);
      expect(mere.mangler).toHaveLength(3);
      expect(mere.paragraf).toBe([lov.samtykke, lov.boernesamtale, lov.plan].join('; '));
    });

    test(`En tidlig forebyggende indsats kræver hverken samtykke, samtale eller plan (${regime === 'SEL' ? 'SEL § 11' : 'BL § 30'})`, () => {
      const tidlig = slaaIndsatsOp(lovpakke, 'tidlig-netvaerksgruppe', 'familie', dag(1, 30));
      const [e] = ny.then(
        { ...uden('samtykkeDato', 'boernesamtale', 'plan'), katalog: tidlig, maalgruppe: 'familie' },
        nu,
      );
      expect(e?.data).toMatchObject({ pgfKode: '401', planUndtaget: false });
    });

    test('Indsatsen kan ikke begynde før afgørelsen, og afgørelsen ikke være truffet i morgen', () => {
      expect(ny.refused({ ...bevilg, forventetStart: dag(1, 29) }, nu).mere.felt).toBe('forventetStart');
      expect(ny.refused({ ...bevilg, afgoerelseDato: dag(3, 20) }, nu).kode).toBe('dato-i-fremtiden');
    });

    test('Koden til Danmarks Statistik skal gælde den dag, indsatsen begynder', () => {
      expect(ny.refused({ ...bevilg, kodeGaelder: false }, nu)).toMatchObject({
        kode: 'kode-gaelder-ikke',
        mere: { felt: 'forventetStart' },
      });
    });

    test('En indsats bevilges én gang', () => {
      expect(given(indsatsDecider, bevilget).refused(bevilg, nu)).toMatchObject({
        ...{ kode: 'indsats-findes', mere: { status: 409 } },
      });
    });
  });

  describe('Iværksættelse og opstartsmøde', () => {
    const start = { type: 'IvaerksaetIndsats', dato: dag(2, 4), kodeGaelder: true, regime } as const;
    const moede = { type: 'AfholdOpstartsmoede', dato: dag(2, 4), referat: 'Kontaktpersonen henter barnet.' } as const;

    test('Indsatsen sættes i værk én gang, tidligst den dag der blev truffet afgørelse', () => {
      const i = given(indsatsDecider, bevilget);
      expect(typer(i.then({ ...start, dato: dag(1, 30) }, nu))).toEqual(['IndsatsIvaerksat']);
      expect(i.refused({ ...start, dato: dag(1, 29) }, nu)).toMatchObject({
        kode: 'ivaerksat-foer-afgoerelse',
        mere: { felt: 'dato' },
      });
      expect(given(indsatsDecider, bevilget, ivaerksat).refused(start, nu)).toMatchObject({ mere: { status: 409 } });
      expect(ny.refused(start, nu).kode).toBe('indsats-findes-ikke');
      const ret = { type: 'RetIndsatsivaerksaettelse', dato: dag(2, 5), begrundelse: 'Tastefejl.', regime } as const;
      expect(given(indsatsDecider, bevilget).refused({ ...ret, kodeGaelder: true }, nu)).toMatchObject({
        ...{ kode: 'intet-at-rette', mere: { status: 409 } },
      });
      expect(given(indsatsDecider, bevilget, ivaerksat).then({ ...ret, kodeGaelder: true }, nu)).toHaveLength(1);
    });

    test('Den dato, der indberettes, er iværksættelsens, og koden skal gælde den', () => {
      const i = given(indsatsDecider, bevilget);
      expect(i.then(start, nu)[0]?.data).toMatchObject({ ivaerksatDato: dag(2, 4), pgfKode: '230', regime });
      expect(i.refused({ ...start, kodeGaelder: false }, nu)).toMatchObject({
        kode: 'kode-gaelder-ikke',
        mere: { felt: 'dato' },
      });
    });

    test('Opstartsmødet holdes én gang, fra afgørelsen til indsatsen ophører', () => {
      const i = given(indsatsDecider, bevilget);
      const [holdt] = i.then(moede, nu);
      if (holdt === undefined) throw new Error('not held');
      expect(holdt).toMatchObject({ type: 'oekonomi.OpstartsmoedeAfholdt', data: { dato: dag(2, 4) } });
      expect(given(indsatsDecider, bevilget, holdt).refused(moede, nu)).toMatchObject({
        kode: 'opstartsmoede-holdt',
        mere: { status: 409 },
      });
      expect(i.refused({ ...moede, dato: dag(1, 29) }, nu).kode).toBe('opstartsmoede-foer-afgoerelse');
      expect(i.refused({ ...moede, dato: dag(3, 20) }, nu).kode).toBe('dato-i-fremtiden');
      expect(given(indsatsDecider, bevilget, ivaerksat, ophoert).refused(moede, nu).kode).toBe('indsats-ophoert');
    });
  });

  describe('Ophør', () => {
    const ophoer = { type: 'OphoerIndsats', dato: dag(3, 1), aarsag: 'formaal-opnaaet', begrundelse: 'Nået.' } as const;

    test('Indsatsen ophører én gang, tidligst den dag den begyndte', () => {
      const i = given(indsatsDecider, bevilget, ivaerksat);
      expect(i.then(ophoer, nu)[0]?.data).toMatchObject({ ivaerksat: true, ophoertDato: dag(3, 1) });
      expect(i.refused({ ...ophoer, dato: dag(2, 3) }, nu).kode).toBe('ophoert-foer-start');
      expect(given(indsatsDecider, bevilget, ivaerksat, ophoert).refused(ophoer, nu)).toMatchObject({
        kode: 'indsats-ophoert',
        mere: { status: 409 },
      });
    });

    test('En bevilling, der aldrig kom i gang, kan opgives, så den ikke indberettes', () => {
      expect(given(indsatsDecider, bevilget).then(ophoer, nu)[0]?.data).toMatchObject({ ivaerksat: false });
    });
  });

  test('Vejledningen siger, at en bevilget indsats skal sættes i værk', () => {
    expect(indsatsskridt(given(indsatsDecider, bevilget).state, dag(2, 1))).toMatchObject([
      { kode: 'indsats-ivaerksaettelse', art: 'skal', hjemmel: regime === 'SEL' ? 'SEL § 52' : 'BL § 32' },
      { kode: 'indsats-opstartsmoede', art: 'kan' },
    ]);
    expect(indsatsskridt(given(indsatsDecider, bevilget, ivaerksat, ophoert).state, dag(3, 2))).toEqual([]);
  });
});

describe('Kataloget på afgørelsesdagen', () => {
  const slaaOp = (kode: string, maalgruppe: 'barn' | 'familie', dato: string) => () =>
    slaaIndsatsOp(lovpakke, kode, maalgruppe, dato);

  test('Den samme indsats har serviceloven som hjemmel til og med 2023 og barnets lov fra 2024', () => {
    expect(slaaOp('kontaktperson', 'barn', '2023-12-31')().hjemmel).toBe('SEL § 52, stk. 3, nr. 6');
    expect(slaaOp('kontaktperson', 'barn', '2024-01-01')().hjemmel).toBe('BL § 32, stk. 1, nr. 3');
  });

  test('Koden til Danmarks Statistik følger af, om indsatsen er rettet mod barnet eller familien', () => {
    expect(slaaOp('familiebehandling', 'barn', '2019-01-30')().pgfKode).toBe('225');
    expect(slaaOp('familiebehandling', 'familie', '2019-01-30')().pgfKode).toBe('420');
  });

  test('En indsats kan ikke bevilges, før den fandtes, og siger hvad der ellers kan', () => {
    // The treatment of the child itself is from 2015; the family's is from before.
    expect(slaaOp('familiebehandling', 'barn', '2014-12-31')).toThrow(
      expect.objectContaining({
        kode: 'indsats-ikke-i-kataloget',
        mere: { felt: 'maalgruppe' },
        forklaring: expect.stringContaining('familiebehandling (familie)') as string,
      }),
    );
    expect(slaaOp('barnets-venskabsfamilie-netvaerk', 'barn', '2023-12-31')).toThrow(
      expect.objectContaining({ kode: 'indsats-ikke-i-kataloget' }),
    );
    expect(slaaOp('trylleri', 'barn', '2026-01-01')).toThrow(
      expect.objectContaining({ kode: 'indsats-ikke-i-kataloget', mere: { felt: 'indsatskode' } }),
    );
  });

  test.each([
    ['2019-01-30', 'SEL § 52, stk. 3, nr. 7, og § 58'],
    ['2026-01-30', 'BL §§ 46-47'],
  ])('En anbringelse %s afgøres ikke som en støttende indsats (%s)', (dato, paragraf) => {
    expect(slaaOp('anbringelse', 'barn', dato)).toThrow(
      expect.objectContaining({ kode: 'anbringelse-gennem-visitation', mere: { felt: 'indsatskode', paragraf } }),
    );
  });
});
