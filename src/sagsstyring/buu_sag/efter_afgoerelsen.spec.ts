import { type BuuSagKommando } from './kommandoer.js';
import {
  d,
  nu,
  lov,
  mor,
  barn,
  rejs,
  indstil,
  vejled,
  udtal,
  moede,
  afgoer,
  efter,
  klar,
  uden,
} from './testing/proeveudvalg.js';
import { type Regime } from './tilstand.js';
import { buuSagsskridt } from './vejledning.js';

describe.each<Regime>(['SEL', 'BL'])('Efter udvalgets afgørelse under %s', (regime) => {
  const p = lov(regime).paragraf;
  const rejst = () => efter(regime, rejs(regime));
  const hjemmel = regime === 'SEL' ? 'SEL § 51' : 'BL § 23';
  const undersoegt = () => {
    const om = lov(regime, {
      ...{ afgoerelseKode: 'undersoegelse-uden-samtykke', hjemmel, kraeverBfu: false, kraeverPlan: false },
    });
    return efter(
      regime,
      rejs(regime, { lov: om }),
      vejled(regime, mor),
      vejled(regime, barn),
      indstil(regime, { lov: om }),
      moede(regime),
      udtal(regime, mor),
      udtal(regime, barn),
      uden(afgoer(regime, { lov: om }), 'genbehandling'),
    );
  };

  test('efter afgørelsen: undersøgelsen gennemføres, genbehandlingsfristen sættes om, og grundlaget kan ophøre', () => {
    const afgjort = klar(regime, afgoer(regime));
    expect(afgjort.refused(moede(regime), nu(regime)).mere.status).toBe(409);
    const { genbehandling } = afgoer(regime);
    if (genbehandling === undefined) throw new Error('no renewal');
    const saet = {
      type: 'SaetGenbehandlingsfrist',
      dato: d(regime, '12-15'),
      grundlag: 'ankestyrelsen',
      ny: genbehandling,
      paragraf: p.genbehandling,
    } as const;
    expect(afgjort.then(saet, nu(regime))).toMatchObject([
      { data: { dato: d(regime, '12-15'), grundlag: 'ankestyrelsen' } },
    ]);
    const ophoer = {
      type: 'OphoerGrundlag',
      dato: d(regime, '12-20'),
      aarsag: 'hjemgivelse',
      begrundelse: 'Hjem.',
      ...{ regime, anbragt: false },
    } as const;
    expect(afgjort.then(ophoer, nu(regime))).toHaveLength(1);
    expect(klar(regime, afgoer(regime), ophoer).refused(saet, nu(regime)).kode).toBe('ingen-anbringelse');
    expect(rejst().refused(ophoer, nu(regime)).kode).toBe('ikke-vedtaget');
    expect(
      afgjort.refused({ type: 'MeldUndersoegelseGennemfoert', dato: d(regime, '12-20'), naesteSkridt: 'x' }, nu(regime))
        .kode,
    ).toBe('ingen-undersoegelse');
  });

  test('sagen rejses igen i god tid: den sidste uge af genbehandlingsfristen er for sent at begynde (SEL § 62, BL § 50)', () => {
    const { state } = klar(regime, afgoer(regime));
    const skridt = (genbehandlesSnart: boolean) =>
      buuSagsskridt(state, { genbehandlesSnart }).map(({ kode, art, iGodTid }) => [kode, art, iGodTid]);
    expect(skridt(false)).toEqual([['genbehandling', 'kan', undefined]]);
    expect(skridt(true)).toEqual([['genbehandling', 'skal', true]]);
    expect(buuSagsskridt(rejst().state).some(({ iGodTid }) => iGodTid === true)).toBe(false);
  });

  test('i hjemgivelsesperioden er barnet anbragt på samme grundlag, så det ophører ikke ved hjemgivelse (SEL § 68, BL § 100, stk. 4)', () => {
    const ophoer = (aarsag: 'hjemgivelse' | 'ophaevet'): BuuSagKommando => ({
      type: 'OphoerGrundlag',
      ...{ dato: d(regime, '12-20'), aarsag, begrundelse: 'x', regime, anbragt: true },
    });
    const afgjort = klar(regime, afgoer(regime));
    expect(afgjort.refused(ophoer('hjemgivelse'), nu(regime))).toMatchObject({
      kode: 'barnet-er-ikke-hjemme',
      mere: {
        ...{ felt: 'aarsag', mangler: ['hjemgivelse'] },
        paragraf: regime === 'SEL' ? 'SEL § 68' : 'BL § 100, stk. 4',
      },
    });
    // A court or Ankestyrelsen ends it whether the child is placed or not.
    expect(afgjort.then(ophoer('ophaevet'), nu(regime))).toHaveLength(1);
  });

  test('når undersøgelsen uden samtykke er gennemført, tages der stilling til næste skridt (SEL § 51, BL § 23)', () => {
    const meld = (naesteSkridt: string): BuuSagKommando => ({
      ...{ type: 'MeldUndersoegelseGennemfoert', dato: d(regime, '12-20'), naesteSkridt },
    });
    expect(undersoegt().refused(meld(' '), nu(regime))).toMatchObject({
      kode: 'naeste-skridt-mangler',
      mere: { felt: 'naesteSkridt', paragraf: hjemmel },
    });
    expect(undersoegt().then(meld('Støtte.'), nu(regime))).toHaveLength(1);
  });

  test('undersøgelsen er ikke gennemført, mens barnet er på ophold under den, og den afsluttes dér, hvor den er i gang (SEL § 51, BL § 23)', () => {
    const meld = (opholdIGang?: boolean): BuuSagKommando => ({
      ...{ type: 'MeldUndersoegelseGennemfoert', dato: d(regime, '12-20'), naesteSkridt: 'Støtte.' },
      ...(opholdIGang === undefined ? {} : { igang: { bfuId: 'b', buuSagId: 'a', opholdIGang } }),
    });
    expect(undersoegt().refused(meld(true), nu(regime))).toMatchObject({
      kode: 'ophold-i-gang',
      mere: { paragraf: hjemmel, mangler: ['undersoegelsesophold-ophoer'] },
    });
    expect(undersoegt().refused(meld(false), nu(regime))).toMatchObject({
      kode: 'undersoegelse-uden-samtykke-i-gang',
      mere: { paragraf: hjemmel, status: 409 },
    });
    expect(undersoegt().then(meld(), nu(regime))).toHaveLength(1);
  });
});
