import { afsluttetBfu, undersoegelsesdage } from './afsluttet.js';
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

test.each([
  ['konkluderet, hørt og godkendt senere', {}, { afsluttet: '2024-03-09', konkluderet: '2024-03-01' }],
  ['en afdækning', { form: 'afdaekning' }, { afsluttet: null, konkluderet: null }],
  ['ikke godkendt', { fase: 'i-gang', godkendt: null }, { afsluttet: null, konkluderet: null }],
] as const)(
  'En indstilling til udvalget hviler på en godkendt BFU (SEL § 59; BL § 51, stk. 1): %s',
  (_hvad, mere, ventet) => {
    const u = { form: 'bfu', fase: 'afsluttet', konkluderet: '2024-03-01', godkendt: { dato: '2024-03-09' }, ...mere };
    // Only what the rule reads.
    expect(undersoegelsesdage(u as unknown as BegyndtUndersoegelse)).toEqual(ventet);
  },
);
