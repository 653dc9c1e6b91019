import { context, given } from '../../platform/testing/given-when-then.js';
import { mellemkommunalDecider, mellemkommunaleSkridt, type MellemkommunalKommando } from './mellemkommunal.js';

const id = (n: number): string => `00000000-0000-7000-8000-00000000011${String(n)}`;
const AAR = { SEL: '2023', BL: '2024' } as const;
const P = { SEL: 'SEL § 152', BL: 'BL § 132' } as const;

describe.each(['SEL', 'BL'] as const)('Mellemkommunal underretning under %s', (regime) => {
  const nu = context(`${AAR[regime]}-06-30T12:00:00+02:00`);
  const send = (mere: object = {}): MellemkommunalKommando => ({
    type: 'SendMellemkommunal',
    ...{ mellemkommunalId: id(0), sagId: id(1), barnId: id(2), regime, tilKommune: '851', egenKommune: '840' },
    ...{ flytter: `${AAR[regime]}-07-01`, sendt: `${AAR[regime]}-06-01`, maade: 'sikker mail' },
    ...{ opsummering: 'Behov for støtte.', materiale: 'Undersøgelsen.' },
    ...mere,
  });

  test('sendes med opsummering og materiale, også før flytningen, og bekræftes én gang', () => {
    expect(
      given(mellemkommunalDecider, ...given(mellemkommunalDecider).then(send(), nu)).refused(send(), nu),
    ).toMatchObject({ kode: 'mellemkommunal-findes', mere: { status: 409 } });
    expect(
      given(mellemkommunalDecider).refused({ type: 'BekraeftMellemkommunal', modtaget: `${AAR[regime]}-06-02` }, nu)
        .kode,
    ).toBe('mellemkommunal-findes-ikke');
    const sendt = given(mellemkommunalDecider).then(send(), nu);
    const efter = given(mellemkommunalDecider, ...sendt);
    expect(mellemkommunaleSkridt(efter.state)).toMatchObject([{ art: 'kan', hjemmel: P[regime] }]);
    const bekraeft = { type: 'BekraeftMellemkommunal', modtaget: `${AAR[regime]}-06-02` } as const;
    const bekraeftet = given(mellemkommunalDecider, ...sendt, ...efter.then(bekraeft, nu));
    expect(bekraeftet.state).toMatchObject({ fase: 'bekraeftet', modtaget: `${AAR[regime]}-06-02` });
    expect(bekraeftet.refused(bekraeft, nu).mere.status).toBe(409);
    expect(efter.refused({ ...bekraeft, modtaget: `${AAR[regime]}-05-31` }, nu).kode).toBe('forkert-raekkefoelge');
    expect(mellemkommunaleSkridt(bekraeftet.state)).toEqual([]);
  });

  test.each<[string, object, string, string | undefined]>([
    ['uden opsummering', { opsummering: ' ' }, 'opsummering-mangler', `${P[regime]}, stk. 2`],
    ['uden materiale', { materiale: ' ' }, 'materiale-mangler', `${P[regime]}, stk. 2`],
    ['til kommunen selv', { tilKommune: '840' }, 'samme-kommune', `${P[regime]}, stk. 1`],
    ['i fremtiden', { sendt: `${AAR[regime]}-07-01` }, 'dato-i-fremtiden', undefined],
  ])('%s → nej', (_titel, mere, kode, paragraf) => {
    const nej = given(mellemkommunalDecider).refused(send(mere), nu);
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });
});
