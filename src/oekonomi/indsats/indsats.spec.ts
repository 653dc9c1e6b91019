import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import * as E from './indsats.events.js';
import { indsatsDecider, type BevilgIndsats } from './indsats.js';
import { type Regime } from './tilstand.js';

const I = '00000000-0000-7000-8000-00000000000a';
const BARN = '00000000-0000-7000-8000-00000000000b';
const SAG = '00000000-0000-7000-8000-00000000000c';
const PLAN = '00000000-0000-7000-8000-00000000000d';
const LOVE: readonly Regime[] = ['SEL', 'BL'];
const AAR: Readonly<Record<Regime, string>> = { SEL: '2023', BL: '2024' };
const dag = (regime: Regime, d: string): string => `${AAR[regime]}-${d}`;
const nu = (regime: Regime) => context(`${AAR[regime]}-12-20T10:00:00+01:00`);

const katalog = (regime: Regime) => ({
  indsatskode: 'kontaktperson',
  indsatsnavn: 'Fast kontaktperson',
  hjemmel: regime === 'SEL' ? 'SEL § 52, stk. 3, nr. 6' : 'BL § 32, stk. 1, nr. 3',
  pgfKode: '230',
  kraeverSamtykke: true,
  kraeverPlanFoerst: true,
  kraeverBoernesamtale: true,
});
const bevilg = (regime: Regime, mere: Partial<BevilgIndsats> = {}): BevilgIndsats => ({
  type: 'BevilgIndsats',
  ...{ indsatsId: I, barnId: BARN, sagId: SAG, regime, katalog: katalog(regime), maalgruppe: 'barn' },
  afgoerelseDato: dag(regime, '03-01'),
  forventetStart: dag(regime, '03-10'),
  kodeGaelder: true,
  forventetVarighedMaaneder: 12,
  prisOere: 42_500,
  prisEnhed: 'time',
  samtykkeDato: dag(regime, '02-28'),
  plan: { planId: PLAN, gaeldende: true },
  boernesamtale: { art: 'holdt', dato: dag(regime, '02-20') },
  formaal: 'Ro.',
  begrundelse: 'Behov.',
  barnetsHoldning: 'Vil gerne.',
  ...mere,
});
/** The same without some of the fields. */
function uden(regime: Regime, ...felter: readonly (keyof BevilgIndsats)[]): BevilgIndsats {
  return Object.fromEntries(
    Object.entries(bevilg(regime)).filter(([felt]) => !felter.includes(felt as keyof BevilgIndsats)),
  ) as unknown as BevilgIndsats;
}

describe.each(LOVE)('Bevilling af en indsats (%s)', (regime) => {
  const tom = given(indsatsDecider);
  const plan = { SEL: ['handleplan', 'SEL § 140, stk. 1'], BL: ['stillingtagen-til-plan', 'BL § 91, stk. 1'] }[regime];

  it('med samtykke, samtale og plan', () => {
    expect(tom.then(bevilg(regime), nu(regime))).toMatchObject([
      { type: 'oekonomi.IndsatsBevilget', data: { planId: PLAN, planUndtaget: false, planBesluttet: false } },
    ]);
  });

  it.each<[string, BevilgIndsats, string, string]>([
    ['samtykke', uden(regime, 'samtykkeDato'), 'samtykke', { SEL: 'SEL § 52, stk. 2', BL: 'BL § 32, stk. 2' }[regime]],
    ['samtale', uden(regime, 'boernesamtale'), 'boernesamtale', { SEL: 'SEL § 48', BL: 'BL § 5, stk. 3-4' }[regime]],
    ['plan', uden(regime, 'plan'), plan[0] ?? '', plan[1] ?? ''],
  ])('mangler %s, afvises den med paragraffen', (_navn, command, mangel, paragraf) => {
    expect(tom.refused(command, nu(regime))).toMatchObject({
      kode: 'indsats-kan-ikke-bevilges',
      mere: { mangler: [mangel], paragraf },
    });
  });

  it('det, der mangler efter en vurdering person for person, går forud for en oplyst dato', () => {
    const samtykkemangler = [{ kode: 'samtykke-afslaaet', tekst: 'Nej', hjemmel: 'BL § 32, stk. 2' }];
    expect(tom.refused(bevilg(regime, { samtykkemangler }), nu(regime)).mere.mangler).toEqual(['samtykke-afslaaet']);
    expect(tom.then({ ...uden(regime, 'samtykkeDato'), samtykkemangler: [] }, nu(regime))).toHaveLength(1);
  });

  it('planen kan begrundet undlades: serviceloven giver 4 måneder (§ 140), barnets lov en stillingtagen (§ 91)', () => {
    const command = { ...uden(regime, 'plan'), planUndtagelse: 'Kan ikke vente.' };
    expect(tom.then(command, nu(regime))).toMatchObject([{ data: { planUndtaget: true } }]);
  });

  it.each<[string, Partial<BevilgIndsats>, string]>([
    ['begynder før afgørelsen', { forventetStart: dag(regime, '02-28') }, 'start-foer-afgoerelse'],
    ['kode, der ikke gælder', { kodeGaelder: false }, 'kode-gaelder-ikke'],
    ['samtykke efter afgørelsen', { samtykkeDato: dag(regime, '03-02') }, 'samtykke-efter-afgoerelse'],
    [
      'samtale efter afgørelsen',
      { boernesamtale: { art: 'holdt', dato: dag(regime, '03-02') } },
      'boernesamtale-efter-afgoerelse',
    ],
    ['i fremtiden', { afgoerelseDato: dag(regime, '12-21') }, 'dato-i-fremtiden'],
  ])('afvises: %s', (_navn, mere, kode) => {
    expect(tom.refused(bevilg(regime, mere), nu(regime)).kode).toBe(kode);
  });

  it('sættes i værk én gang, ikke før afgørelsen, og kun med en kode, der gælder', () => {
    const bevilget = tom.then(bevilg(regime), nu(regime));
    const ivaerksaet = { type: 'IvaerksaetIndsats', dato: dag(regime, '03-10'), kodeGaelder: true, regime } as const;
    const igang = given(indsatsDecider, ...bevilget);
    expect(igang.refused({ ...ivaerksaet, dato: dag(regime, '02-28') }, nu(regime)).kode).toBe(
      'ivaerksat-foer-afgoerelse',
    );
    expect(igang.refused({ ...ivaerksaet, kodeGaelder: false }, nu(regime)).kode).toBe('kode-gaelder-ikke');
    const ivaerksat = igang.then(ivaerksaet, nu(regime));
    expect(given(indsatsDecider, ...bevilget, ...ivaerksat).refused(ivaerksaet, nu(regime)).mere.status).toBe(409);
  });

  it('ophører tidligst, når den er begyndt, og kun én gang', () => {
    const igang = [
      ...tom.then(bevilg(regime), nu(regime)),
      event(E.IndsatsIvaerksat, {
        ...{ indsatsId: I, barnId: BARN, sagId: SAG, regime, pgfKode: '230', ivaerksatDato: dag(regime, '03-10') },
      }),
    ];
    const ophoer = {
      type: 'OphoerIndsats',
      dato: dag(regime, '09-01'),
      aarsag: 'formaal-opnaaet',
      begrundelse: 'Målet er nået.',
    } as const;
    expect(given(indsatsDecider, ...igang).refused({ ...ophoer, dato: dag(regime, '03-09') }, nu(regime)).kode).toBe(
      'ophoert-foer-start',
    );
    const ophoert = given(indsatsDecider, ...igang).then(ophoer, nu(regime));
    expect(given(indsatsDecider, ...igang, ...ophoert).refused(ophoer, nu(regime)).mere.status).toBe(409);
  });
});
