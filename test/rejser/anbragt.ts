import { type Familie, type Rejse } from './familie.js';

/** A written consent that is what the law wants. */
export const samtykkeTil = (personId: string, dato: string) => ({
  ...{ personId, svar: 'givet', dato, form: 'skriftlig', informeret: true, omfatterFormaal: true },
});

/** A visitation with a proposal of a placement, which is approved on 4 March; the path of it. */
export async function foreslaaetAnbringelse(
  rejse: Rejse,
  sagId: string,
  dag: (maanedDag: string) => string,
  bfuId?: string,
): Promise<string> {
  const { visitationId = '' } = await rejse.gem(`/sager/${sagId}/visitationer`, {
    ...{ dato: dag('03-01'), formaal: 'Ro.' },
    ...(bfuId === undefined ? {} : { bfuId }),
  });
  const v = `/visitationer/${visitationId}`;
  await rejse.gem(`${v}/indsatser`, {
    ...{ dato: dag('03-02'), indsatskode: 'anbringelse', maalgruppe: 'barn', prisOere: 250_000, prisEnhed: 'doegn' },
    ...{ antal: 1, antalPr: 'doegn', forventetStart: dag('03-15'), maaneder: 12, begrundelse: 'Behov.' },
    ...{ stedtype: 'plejefamilie-almen', sted: 'Plejefamilien Prøvesen' },
  });
  await rejse.gem(`${v}/til-godkendelse`, { dato: dag('03-03') });
  await rejse.gem(`${v}/godkendelse`, { dato: dag('03-04'), forum: 'leder' }, 'tl01');
  return v;
}

/**
 * An investigation, a plan and a visitation that end with a placement by consent, carried out on 15 March of the year; the
 * mother consents, and those who are told besides her.
 */
export async function anbragtMedSamtykke(
  rejse: Rejse,
  { sagId, morId }: Familie,
  om: { readonly aar: number; readonly plantype: string; readonly samtykker?: readonly string[] },
) {
  const dag = (maanedDag: string): string => `${String(om.aar)}-${maanedDag}`;
  const bfuId = await rejse.undersoegelse(sagId, dag('01-20'), dag('02-10'));
  const planId = await rejse.plan(sagId, om.plantype, bfuId, dag('02-20'));
  const v = await foreslaaetAnbringelse(rejse, sagId, dag, bfuId);
  for (const personId of [morId, ...(om.samtykker ?? [])]) {
    await rejse.gem(`${v}/samtykker`, samtykkeTil(personId, dag('03-06')));
  }
  const svar = await rejse.gem(`${v}/afgoerelse`, {
    ...{ afgoerelseDato: dag('03-10'), varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.', planId },
    barnetsHoldning: 'Vil gerne.',
    anbringelse: { stedGodkendt: dag('01-10'), omsorgssvigt: true },
  });
  const [bevilget] = svar['bevilgede'] as unknown as readonly { readonly enkeltsagId: string }[];
  const anbringelseId = bevilget?.enkeltsagId ?? '';
  const a = `/anbringelser/${anbringelseId}`;
  expect(await rejse.skridt(sagId)).toContain('skal anbringelse-ivaerksaettelse');
  await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-15') });
  return { a, anbringelseId, bfuId, planId };
}
