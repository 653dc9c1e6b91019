import { context, given } from '../../platform/testing/given-when-then.js';
import { leveranceDecider, type LeveranceKommando } from './leverance.js';

const nu = context('2019-03-19T10:00:00+01:00');
const dan = (periode: string): LeveranceKommando => ({
  ...{ type: 'DanLeverance', leveranceId: '00000000-0000-7000-8000-00000000000a', statistik: 'L201', periode },
  ...{ test: false, position: 9, dannetDato: '2019-03-19', dannetLokaltid: '2019-03-19T10:00:00' },
  ...{ antalPoster: 1, antalTilbageholdt: 0, sha256: 'a'.repeat(64), systemversion: '0.1.0' },
  kontakter: { faglig: 'f@rebild.example', teknisk: 't@rebild.example', kvittering: 'k@rebild.example' },
});

test('En leverance dannes én gang, og først når måneden er slut (databekendtgørelsen § 1, nr. 3)', () => {
  const dannet = given(leveranceDecider).then(dan('2019M02'), nu);
  expect(dannet).toMatchObject([{ type: 'rapportering.LeveranceDannet', data: { periode: '2019M02' } }]);
  expect(given(leveranceDecider, ...dannet).refused(dan('2019M02'), nu)).toMatchObject({
    ...{ kode: 'leverance-findes', mere: { status: 409 } },
  });
  expect(given(leveranceDecider).refused(dan('2019M03'), nu)).toMatchObject({
    ...{ kode: 'periode-ikke-afsluttet', mere: { felt: 'periode' } },
  });
});
