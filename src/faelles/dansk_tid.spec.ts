import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { datoVed, doegnetsStart, iMillisekunder, klokkeslaetVed, medForskydning } from './dansk_tid.js';

const ZONE = 'Europe/Copenhagen';
/** The years that the API takes. */
const tidspunkt = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2199-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const lokalt = (ms: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE);

describe('Dansk tid', () => {
  it('dato og klokkeslæt er de samme, som tidszonebasen giver', () => {
    fc.assert(
      fc.property(tidspunkt, (dato) => {
        const ms = dato.getTime();
        const ventet = lokalt(ms);
        expect(datoVed(ms)).toBe(ventet.toPlainDate().toString());
        expect(klokkeslaetVed(ms)).toBe(ventet.toPlainTime().toString({ smallestUnit: 'minute' }));
        expect(medForskydning(ms)).toBe(ventet.toString({ timeZoneName: 'never', smallestUnit: 'millisecond' }));
      }),
      { numRuns: 500 },
    );
  });

  it('døgnet begynder, hvor tidszonebasen lader det begynde', () => {
    fc.assert(
      fc.property(tidspunkt, (dato) => {
        const dag = dato.toISOString().slice(0, 10);
        expect(doegnetsStart(dag)).toBe(Temporal.PlainDate.from(dag).toZonedDateTime(ZONE).epochMilliseconds);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    // Summer time begins 2026-03-29 at 02:00, which becomes 03:00, and ends 2026-10-25 at 03:00, which becomes 02:00.
    ['2026-03-29T00:59:59.999Z', '2026-03-29T01:59:59.999+01:00'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00.000+02:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25T02:59:59.000+02:00'],
    ['2026-10-25T01:00:00Z', '2026-10-25T02:00:00.000+01:00'],
  ])('%s er %s på et dansk ur', (utc, dansk) => {
    expect(medForskydning(Date.parse(utc))).toBe(dansk);
  });

  it('et tidspunkt læses med sin forskydning; det, der ikke er et, afvises', () => {
    expect(iMillisekunder('2026-01-01T00:30+01:00')).toBe(Date.parse('2025-12-31T23:30:00Z'));
    expect(iMillisekunder('2026-01-01T00:30:00.1239+01:00')).toBe(Date.parse('2025-12-31T23:30:00.123Z'));
    expect(() => iMillisekunder('2026-02-30T00:00:00+01:00')).toThrow(RangeError);
    expect(() => iMillisekunder('2026-01-01T00:30')).toThrow(RangeError);
  });
});
