import { type Grundlag } from './kommandoer.js';
import { manglerIGrundlaget } from './krav.js';

const LOVE = [
  { lov: 'SEL', aar: '2023', permanent: 'SEL § 68 a' },
  { lov: 'BL', aar: '2026', permanent: 'BL §§ 67-68' },
] as const;

describe.each(LOVE)('Permanent anbringelse på en revideret undersøgelse og plan ($lov)', ({ lov, aar, permanent }) => {
  const anbragtFra = `${String(Number(aar) - 4)}-03-01`;
  // Only these paragraphs are asked.
  const udvalgslov = (afgoerelseKode: string) =>
    ({
      ...{ afgoerelseKode, regime: lov, kraeverBfu: true, kraeverPlan: true },
      paragraf: { permanent, indstilling: 'i', plan: 'p' },
    }) as Parameters<typeof manglerIGrundlaget>[0];
  const mangler = (mere: Partial<Grundlag>, kode = 'permanent-anbringelse', undtagelser: readonly 'bfu'[] = []) =>
    manglerIGrundlaget(
      udvalgslov(kode),
      {
        ...{
          bfu: { afsluttet: `${aar}-02-08`, konkluderet: `${aar}-02-01` },
          plan: { gaeldendeFra: `${aar}-02-10` },
          anbragtFra,
        },
        tidligstPermanent: `${String(Number(aar) - 1)}-03-01`,
        ...mere,
      },
      undtagelser,
      `${aar}-06-01`,
    ).map(({ kode: hvad, hjemmel }) => [hvad, hjemmel]);

  test('begge er lavet om, siden barnet blev anbragt → lovligt', () => {
    expect(mangler({})).toEqual([]);
  });

  test('den undersøgelse og den plan, som anbringelsen blev besluttet på → nej', () => {
    const gamle = { bfu: { afsluttet: `${aar}-02-08`, konkluderet: anbragtFra }, plan: { gaeldendeFra: anbragtFra } };
    expect(mangler(gamle)).toEqual([
      ['bfu-revision', permanent],
      ['plan-revision', permanent],
    ]);
    // A lawful exception from the investigation is none from the plan.
    expect(mangler(gamle, 'permanent-anbringelse', ['bfu'])).toEqual([['plan-revision', permanent]]);
  });

  test('en anbringelse uden samtykke træffes på dem, der er', () => {
    const gamle = { bfu: { afsluttet: `${aar}-02-08`, konkluderet: anbragtFra }, plan: { gaeldendeFra: anbragtFra } };
    expect(mangler(gamle, 'anbringelse-uden-samtykke')).toEqual([]);
  });
});
