import { GRUNDE, Rejse } from './familie.js';

/**
 * A reminder reaches the same people as the request did. When signs of an honour-related conflict have come since, it waits
 * for the risk to be assessed (BL § 18, stk. 3); under serviceloven no such rule has been read.
 */
let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', { sb01: ['sagsbehandler'], mo01: ['modtagelse'] });
});
afterAll(() => rejse.stop());

const NEJ = [422, 'risikovurdering-mangler', 'BL § 18, stk. 3', ['aeres-risikovurdering']];

describe.each([
  { lov: 'SEL', aar: '2023', foedt: '2010-01-10', spaerrer: false },
  { lov: 'BL', aar: '2026', foedt: '2013-01-10', spaerrer: true },
])('Rykker for en udtalelse efter tegn på æresrelateret konflikt ($lov)', ({ aar, foedt, spaerrer }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const tid = (maanedDagKl: string): string => `${aar}-${maanedDagKl}:00+01:00`;

  test.each([
    { kreds: 'netvaerk', naarUd: true },
    { kreds: 'foraeldre', naarUd: true },
    // Who is not said to be a professional may be one of the family.
    { kreds: undefined, naarUd: true },
    { kreds: 'fagperson', naarUd: false },
  ])(
    `BL § 18, stk. 3: der rykkes først hos $kreds, når risikoen er vurderet; en fagperson rykkes`,
    async ({ kreds, naarUd }) => {
      const { sagId, barnId } = await rejse.familie(foedt, dag('01-15'));
      const { bfuId = '' } = await rejse.gem(`/sager/${sagId}/undersoegelser`, {
        ...{ opmaerksomDato: dag('01-16'), afgoerelseDato: dag('01-16'), begrundelse: 'Behov.', grunde: GRUNDE },
      });
      const udtalelser = `/undersoegelser/${bfuId}/udtalelser`;
      const { udtalelseId = '' } = await rejse.gem(udtalelser, {
        ...{ aktoer: 'Moster', anmodet: dag('01-18'), svarfrist: dag('01-30'), emne: 'Trivsel.' },
        ...(kreds === undefined ? {} : { kreds }),
      });
      const ryk = (rykket: string, svarfrist: string) =>
        [`${udtalelser}/${udtalelseId}/rykker`, { rykket: dag(rykket), svarfrist: dag(svarfrist) }] as const;
      const svarfrist = async () =>
        ((await rejse.get(`/undersoegelser/${bfuId}`)).body as { udtalelser: { rykket: string; svarfrist: string }[] })
          .udtalelser[0];
      // Nothing stands in the way before there are signs.
      await rejse.gem(...ryk('01-31', '02-07'));

      const { underretningId = '' } = await rejse.gem(
        '/underretninger',
        {
          ...{ barn: { barnId }, modtaget: tid('02-01T10:00'), form: 'telefonisk', beskrivelse: 'Bange hjemme.' },
          ...{ underretter: { anonym: true, kode: '8' }, aarsagKoder: ['UDSLAG14'], aeresrelateret: true },
        },
        'mo01',
      );
      if (spaerrer && naarUd) {
        expect(await rejse.nej(...ryk('02-08', '02-15'))).toEqual(NEJ);
        expect(await svarfrist()).toMatchObject({ rykket: dag('01-31'), svarfrist: dag('02-07') });
        await rejse.gem(
          `/underretninger/${underretningId}/akutvurdering`,
          {
            ...{ vurderet: tid('02-01T12:00'), akut: false, risikofaktorer: 'x', beskyttelsesfaktorer: 'x' },
            begrundelse: 'x',
          },
          'mo01',
        );
        // That it is not acute does not say what the risk is.
        expect(await rejse.nej(...ryk('02-08', '02-15'))).toEqual(NEJ);
        await rejse.gem(
          `/underretninger/${underretningId}/risikovurdering`,
          { vurderet: tid('02-02T10:00'), risikovurdering: 'Lav risiko.' },
          'mo01',
        );
      }
      await rejse.gem(...ryk('02-08', '02-15'));
      expect(await svarfrist()).toMatchObject({ rykket: dag('02-08'), svarfrist: dag('02-15') });
    },
  );
});
