import { afsluttetBfu } from './afsluttet.js';
import { type BegyndtUndersoegelse } from './tilstand.js';

test.each([
  ['godkendt dagen før', {}, true],
  ['godkendt på dagen', { godkendt: '2024-03-10' }, true],
  // Concluded in time is not finished: the parties were still to be heard.
  ['konkluderet før, men godkendt dagen efter', { godkendt: '2024-03-11' }, false],
  ['en afdækning (BL § 19) er ingen undersøgelse efter § 20', { form: 'afdaekning' }, false],
  ['stadig i gang', { fase: 'i-gang', godkendt: null }, false],
] as const)(
  'En anbringelse 10. marts hviler på en afsluttet BFU (SEL § 52, stk. 2; BL § 46, stk. 3): %s',
  (_hvad, mere, ventet) => {
    const { godkendt, ...resten } = {
      form: 'bfu',
      fase: 'afsluttet',
      konkluderet: '2024-03-01',
      godkendt: '2024-03-09',
      ...mere,
    };
    const u = { ...resten, godkendt: godkendt === null ? null : { dato: godkendt, igangvaerendeIndsatser: [] } };
    // Only what the rule reads.
    expect(afsluttetBfu(u as unknown as BegyndtUndersoegelse, '2024-03-10')).toBe(ventet);
  },
);
