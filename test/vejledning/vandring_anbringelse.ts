import { anbringelseDecider, type AnbringelseKommando } from '../../src/oekonomi/anbringelse/anbringelse.js';
import { type BesluttetAnbringelse, type Hjemgivelse } from '../../src/oekonomi/anbringelse/tilstand.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { anbringelseshvile, anbringelsesskridt } from '../../src/oekonomi/anbringelse/vejledning.js';
import { A, B, C, IDAG, jaNej, kryds, regimer, tilladt, type Stilling } from './stilling.js';

const INGEN: Hjemgivelse = { anmodet: null, udtalelse: null, afgjort: null, udvalgOrienteret: null };
const periode = (periodeSlut: string) => ({ dato: '2026-11-02', periodeSlut });
const HJEMGIVELSER: readonly Hjemgivelse[] = [
  INGEN,
  { ...INGEN, anmodet: '2026-10-20' },
  { ...INGEN, anmodet: '2026-10-20', udtalelse: '2026-10-28' },
  { ...INGEN, afgjort: periode('2027-02-01') },
  { ...INGEN, afgjort: periode('2026-11-20'), udvalgOrienteret: false },
  { ...INGEN, afgjort: periode(IDAG), udvalgOrienteret: true },
];
const PAKKE = indlaesLovpakke();
const LOV = { regime: 'BL', hjemmel: 'BL § 100, stk. 1' } as const;

const UDVALG = { dato: '2026-02-01', overtaget: false };

const hjemgiv = (dato: string): AnbringelseKommando => ({ type: 'HjemgivBarn', ...LOV, dato, begrundelse: 'x' });
const foerst = (x: string, y: string): string => (x < y ? x : y);

/** Each step that ends something, and whether the rules let it be taken now. */
function afgoerende(a: BesluttetAnbringelse): readonly NonNullable<Stilling['afgoerende']>[] {
  const maa = (kommando: AnbringelseKommando): boolean => tilladt(anbringelseDecider, a, kommando);
  const { afgjort } = a.hjemgivelse;
  const maaHjem = maa(hjemgiv(afgjort === null ? IDAG : foerst(IDAG, afgjort.periodeSlut)));
  const bor = a.fase === 'ivaerksat' && a.grundlag !== 'ungestoette';
  const slutter = afgjort !== null && IDAG >= afgjort.periodeSlut;
  return [
    {
      kode: 'anbringelse-ivaerksaettelse',
      art: 'skal',
      tilladt: maa({
        type: 'IvaerksaetAnbringelse',
        // A child is placed before it comes of age, support after 18 begins when it has (BL §§ 46 and 113).
        ...{ dato: IDAG, regime: 'BL', naesteTilsynSenest: IDAG, grundlagSlut: null },
        myndigDato: a.grundlag === 'ungestoette' ? '2020-01-01' : '2040-01-01',
      }),
    },
    {
      kode: 'anbringelse-tilsyn',
      art: 'skal',
      tilladt: maa({
        type: 'AfholdTilsyn',
        ...{ regime: 'BL', tilsynId: B, dato: IDAG, samtale: true, udenPersonale: true, bekymrende: false },
        ...{ vurdering: 'x', mindstPrAar: 2 },
      }),
    },
    {
      kode: 'tilsyn-socialtilsyn-underretning',
      art: 'skal',
      tilladt: a.umeldte.length > 0 && maa({ type: 'UnderretSocialtilsyn', dato: IDAG, forhold: 'x' }),
    },
    {
      kode: 'anbringelse-endelig-afgoerelse',
      art: 'skal',
      tilladt:
        // Also in the period of return, which goes on with the placement (BL § 100, stk. 4).
        typeof a.udvalg?.formandsafgoerelseId === 'string' &&
        maa({
          type: 'SkiftGrundlag',
          ...{ regime: 'BL', grundlag: 'tvang', hjemmel: 'x', dato: IDAG, mangler: [] },
          udvalg: { afgoerelseId: C, dato: IDAG, afgoerelseKode: 'anbringelse-uden-samtykke' },
        }),
    },
    { kode: 'hjemgivelse-orientering-buu', art: 'skal', tilladt: maa({ type: 'OrienterUdvalg', dato: IDAG }) },
    { kode: 'hjemgivelse', art: 'maa-ikke', tilladt: bor && !maaHjem },
    { kode: 'hjemgivelse', art: 'kan', tilladt: maaHjem && !slutter },
    { kode: 'hjemgivelse', art: 'skal', tilladt: maaHjem && slutter },
    {
      kode: 'ungestoette-overgang',
      art: 'skal',
      tilladt:
        bor &&
        a.ungestoette !== null &&
        maa(
          a.ungestoette.udfald === 'doegnophold'
            ? {
                type: 'SkiftGrundlag',
                ...{ regime: 'BL', grundlag: 'ungestoette', hjemmel: 'x', dato: IDAG, mangler: [] },
              }
            : { type: 'OphoerAnbringelse', regime: 'BL', dato: IDAG, aarsag: 'fyldt-18', begrundelse: 'x' },
        ),
    },
  ];
}

/** Every state of a placement that the rules can lead to. */
export function* anbringelser(): Generator<Stilling> {
  for (const { ung, myndig, resten, start, ...v } of kryds({
    fase: ['besluttet', 'ivaerksat', 'ophoert'] as const,
    regime: regimer,
    grundlag: ['samtykke', 'tvang', 'ungestoette'] as const,
    samtykkeBortfaldet: [null, '2026-11-01'],
    hjemgivelse: HJEMGIVELSER,
    umeldte: [[], [B]],
    ung: [null, 'doegnophold', 'ingen'] as const,
    myndig: [null, '2026-10-01', '2027-06-01', '2031-06-01'],
    start: ['2022-02-01', '2026-02-01'],
    resten: jaNej,
  })) {
    // Only consent can be withdrawn, and somebody of age does not go home.
    if (v.samtykkeBortfaldet !== null && v.grundlag !== 'samtykke') continue;
    if (v.grundlag === 'ungestoette' && v.hjemgivelse !== INGEN) continue;
    if (v.fase === 'besluttet' && (v.hjemgivelse !== INGEN || v.umeldte.length > 0 || ung !== null)) continue;
    const a: BesluttetAnbringelse = {
      ...{ anbringelseId: A, barnId: B, sagId: C, hjemmel: 'x', afgoerelseDato: '2022-01-20', visitationId: null },
      ...{
        planId: null,
        stedtype: 'plejefamilie-almen',
        soeskende: resten ? [B] : [],
        soeskendeVurderet: null,
        soeskendeIkkeOmfattet: [],
        soeskendesvar: {},
      },
      ...v,
      udvalg:
        v.grundlag === 'tvang'
          ? { ...UDVALG, afgoerelseId: resten ? null : C, formandsafgoerelseId: resten ? B : null }
          : null,
      omsorgssvigt: resten,
      ivaerksatDato: v.fase === 'besluttet' ? null : start,
      ivaerksat: v.fase === 'besluttet' ? null : { grundlag: v.grundlag, naesteTilsynSenest: IDAG },
      ...{ fylder16Dato: null, forventetStart: start, varighedMaaneder: 12 },
      stedFra: v.fase === 'besluttet' ? null : start,
      myndigDato: v.fase === 'besluttet' ? null : myndig,
      stoettepersoner: resten ? {} : { [B]: 'oensker' },
      foraeldrehandleplaner: resten ? {} : { [B]: '2026-03-01' },
      plandeleUdleveret: resten ? null : start,
      tilsyn: v.umeldte.map((tilsynId) => ({ tilsynId, dato: '2026-10-01', samtale: true, bekymrende: true })),
      naesteTilsynSenest: v.fase === 'besluttet' ? null : '2027-02-01',
      permanent: resten ? null : '2026-09-01',
      ungestoette: ung === null ? null : { dato: '2026-09-01', udfald: ung },
      ophoertDato: v.fase === 'ophoert' ? '2026-11-20' : null,
      ophoersaarsag: v.fase === 'ophoert' ? 'anden-kommune' : null,
    };
    const skridt = anbringelsesskridt(a, IDAG, PAKKE);
    const hvile = anbringelseshvile(a);
    for (const om of afgoerende(a)) yield { skridt, hvile, afgoerende: om };
  }
}
