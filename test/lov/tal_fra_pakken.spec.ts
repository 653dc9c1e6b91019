import { aldersgraense } from '../../src/faelles/lov/forfald.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { opfoelgningsgraense } from '../../src/ics/plan/opfoelgning.js';
import { anbringelsesskridt } from '../../src/oekonomi/anbringelse/vejledning.js';
import { type BesluttetAnbringelse } from '../../src/oekonomi/anbringelse/tilstand.js';
import { medPakke, nyUdgave } from './andre-pakker.js';

/** Amounts that commands and guidance count with: another pack changes them, without a change of code. */
const lov = indlaesLovpakke();
const BL = 'regler-bl.json';

test('Højst seks måneder mellem opfølgninger (SEL § 70) er pakkens tal; barnets lov har intet (§ 95, stk. 3)', () => {
  // 31 August + 6 months: 29 February 2020.
  expect(opfoelgningsgraense(lov, '2019-08-31')).toEqual({ senest: '2020-02-29', hjemmel: 'SEL § 70' });
  expect(opfoelgningsgraense(lov, '2024-08-31')).toBeNull();
  medPakke(
    'regler-sel.json',
    (regler) => {
      nyUdgave(regler, 'opfoelgning-loebende', '2019-09-01', { maengde: 4, hjemmel: 'SEL § 70, stk. 9' });
    },
    (ny) => {
      expect(opfoelgningsgraense(ny, '2019-08-31')?.senest).toBe('2020-02-29');
      expect(opfoelgningsgraense(ny, '2019-09-01')).toEqual({ senest: '2020-01-01', hjemmel: 'SEL § 70, stk. 9' });
    },
  );
});

test('Ungestøtte indtil det fyldte 23. år (BL §§ 113-118): grænsen er pakkens, på den dag støtten gives', () => {
  const graense = (pakke: typeof lov, dato: string) =>
    aldersgraense(pakke, 'ungestoette-genetablering', '2003-11-28', dato);
  // The 23rd birthday is too late; the day before is the last.
  expect([graense(lov, '2026-11-27'), graense(lov, '2026-11-28')]).toEqual(['2026-11-28', '2026-11-28']);
  // Born on 29 February: 28 February, for the right ends on the day the person turns 23.
  expect(aldersgraense(lov, 'ungestoette-genetablering', '2004-02-29', '2027-02-01')).toBe('2027-02-28');
  medPakke(
    BL,
    (regler) => {
      nyUdgave(regler, 'ungestoette-genetablering', '2027-01-01', { maengde: 25 });
    },
    (ny) => {
      expect([graense(ny, '2026-12-31'), graense(ny, '2027-01-01')]).toEqual(['2026-11-28', '2028-11-28']);
    },
  );
});

test('Permanent anbringelse nævnes, når pakkens tid er gået (BL § 67)', () => {
  const a: BesluttetAnbringelse = {
    ...{ fase: 'ivaerksat', anbringelseId: 'a', barnId: 'b', sagId: 'c', regime: 'BL', hjemmel: 'BL § 47' },
    ...{ grundlag: 'tvang', afgoerelseDato: '2024-01-20', visitationId: null, planId: null, udvalg: null },
    ...{ stedtype: 'plejefamilie-almen', stedFra: '2024-02-01', ivaerksatDato: '2024-02-01', myndigDato: null },
    ...{ forventetStart: '2024-02-01', varighedMaaneder: 24, fylder16Dato: null },
    ...{ ivaerksat: { grundlag: 'tvang', naesteTilsynSenest: '2024-08-01' } },
    ...{
      omsorgssvigt: false,
      soeskende: [],
      soeskendeVurderet: null,
      soeskendeIkkeOmfattet: [],
      soeskendesvar: {},
      samtykkeBortfaldet: null,
    },
    ...{ stoettepersoner: {}, foraeldrehandleplaner: {}, plandeleUdleveret: null, tilsyn: [], umeldte: [] },
    ...{ naesteTilsynSenest: '2027-06-01', permanent: null, ungestoette: null, ophoertDato: null, ophoersaarsag: null },
    hjemgivelse: { anmodet: null, udtalelse: null, afgjort: null, udvalgOrienteret: null },
  };
  const naevnt = (pakke: typeof lov, iDag: string): boolean =>
    anbringelsesskridt(a, iDag, pakke).some(({ kode }) => kode === 'permanent-anbringelse');
  // Three years from 1 February 2024.
  expect([naevnt(lov, '2027-01-31'), naevnt(lov, '2027-02-01')]).toEqual([false, true]);
  medPakke(
    BL,
    (regler) => {
      nyUdgave(regler, 'permanent-anbringelse', '2024-02-01', { maengde: 2 });
    },
    (ny) => {
      expect([naevnt(ny, '2026-01-31'), naevnt(ny, '2026-02-01')]).toEqual([false, true]);
    },
  );
});
