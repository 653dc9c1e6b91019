import { FixedClock } from '../../src/platform/clock.js';
import { startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { lavFamilie, somBruger, type Kald } from './visitationsfamilie.js';

/** A measure from the grant to its end through HTTP, under both acts. */
type Regime = 'SEL' | 'BL';
const LOVE: readonly Regime[] = ['SEL', 'BL'];
const AAR: Readonly<Record<Regime, number>> = { SEL: 2022, BL: 2024 };

let api: TestApi;
let sb: Kald;

beforeAll(async () => {
  api = await startTestApi({ clock: FixedClock.at('2024-12-30T10:00:00+01:00') });
  sb = await somBruger(api, 'sb01', ['sagsbehandler']);
});
afterAll(() => api.stop());

const dag = (regime: Regime, dato: string): string => `${String(AAR[regime])}-${dato}`;
const samtykke = (regime: Regime, personId: string, mere: object = {}) => ({
  ...{ personId, svar: 'givet', dato: dag(regime, '02-26'), form: 'skriftlig', informeret: true },
  omfatterFormaal: true,
  ...mere,
});
const bevilling = (regime: Regime, mere: object = {}) => ({
  ...{ indsatskode: 'kontaktperson', maalgruppe: 'barn', afgoerelseDato: dag(regime, '03-01') },
  ...{ forventetStart: dag(regime, '03-10'), forventetVarighedMaaneder: 12, prisOere: 42_500, prisEnhed: 'time' },
  ...{ planUndtagelse: 'Kort og afgrænset.', boernesamtale: { dato: dag(regime, '02-20') } },
  ...{ formaal: 'Ro.', begrundelse: 'Behov.', barnetsHoldning: 'Vil gerne.', overtaget: 'Fra nabokommunen.' },
  ...mere,
});

async function igang(regime: Regime) {
  const f = await lavFamilie(sb, {
    ...{ foedt: `${String(AAR[regime] - 9)}-01-15`, oprettet: dag(regime, '02-01'), farHarMyndighed: false },
  });
  const { indsatsId } = await sb.lav(
    `/sager/${f.sagId}/indsatser`,
    bevilling(regime, { samtykker: [samtykke(regime, f.morId)] }),
  );
  const i = `/indsatser/${String(indsatsId)}`;
  await sb.lav(`${i}/ivaerksaettelse`, { dato: dag(regime, '03-10') });
  return { f, i, indsatsId: String(indsatsId) };
}

describe.each(LOVE)('Indsats og opfølgning (%s)', (regime) => {
  const samtykkehjemmel = { SEL: 'SEL § 52, stk. 2', BL: 'BL § 32, stk. 2' }[regime];

  test('det, der kræver samtykke, går gennem visitationen; overtages det, efterprøves samtykkerne som der', async () => {
    const f = await lavFamilie(sb, { foedt: `${String(AAR[regime] - 9)}-01-15`, oprettet: dag(regime, '02-01') });
    const sti = `/sager/${f.sagId}/indsatser`;
    const { overtaget: _overtaget, ...ny } = bevilling(regime, { samtykkeDato: dag(regime, '02-28') });
    const direkte = await sb.post(sti, ny);
    expect([direkte.status, direkte.body['type'], direkte.body['paragraf'], direkte.body['mangler']]).toEqual([
      ...[422, expect.stringContaining('indsats-gennem-visitation'), samtykkehjemmel, ['visitation']],
    ]);
    const kunMor = await sb.post(sti, bevilling(regime, { samtykker: [samtykke(regime, f.morId)] }));
    expect([kunMor.status, kunMor.body['paragraf'], kunMor.body['mangler']]).toEqual([
      422,
      samtykkehjemmel,
      ['samtykke-mangler'],
    ]);
    const farNej = await sb.post(
      sti,
      bevilling(regime, { samtykker: [samtykke(regime, f.morId), samtykke(regime, f.farId, { svar: 'afslaaet' })] }),
    );
    expect([farNej.status, farNej.body['mangler']]).toEqual([422, ['samtykke-afslaaet']]);
    const begge = [samtykke(regime, f.morId), samtykke(regime, f.farId, { dato: dag(regime, '02-28') })];
    const { indsatsId } = await sb.lav(sti, bevilling(regime, { samtykker: begge }));
    expect(await sb.get(`/indsatser/${String(indsatsId)}`)).toMatchObject({ samtykkeDato: dag(regime, '02-28') });
    const udenNogen = await sb.post(sti, bevilling(regime));
    expect([udenNogen.status, udenNogen.body['mangler']]).toEqual([422, ['samtykke']]);
    const anbragt = await sb.post(sti, bevilling(regime, { indsatskode: 'anbringelse' }));
    expect([anbragt.status, anbragt.body['type']]).toEqual([
      422,
      expect.stringContaining('anbringelse-gennem-visitation'),
    ]);
  });

  test('opfølgning holder den i gang, justering ændrer aftalen, og tilstanden følger dagen', async () => {
    const { f, i, indsatsId } = await igang(regime);
    // Nobody has followed up since March.
    expect(await sb.get(i)).toMatchObject({
      tilstand: 'opfoelgning-forfalden',
      naesteOpfoelgning: dag(regime, '06-10'),
    });
    const naesteDato = regime === 'SEL' ? dag(regime, '11-01') : '2025-02-01';
    await sb.lav(`${i}/opfoelgninger`, {
      ...{ dato: dag(regime, '06-01'), udfald: 'justeres', naesteDato, rytmebegrundelse: 'Et halvt år er nok.' },
      ...{ vurdering: 'Støtten virker.', barnetsHoldning: 'Tilfreds.' },
    });
    expect(await sb.get(i)).toMatchObject({
      tilstand: regime === 'SEL' ? 'opfoelgning-forfalden' : 'fulgt-op',
      naesteOpfoelgning: naesteDato,
      opfoelgninger: [{ dato: dag(regime, '06-01'), udfald: 'justeres' }],
    });
    const pris = await sb.lav(`${i}/justeringer`, {
      ...{ dato: dag(regime, '06-20'), gaelderFra: dag(regime, '07-01'), prisOere: 45_000, begrundelse: 'Ny aftale.' },
    });
    expect(pris).toMatchObject({ art: 'pris', afgoerelseId: null });
    const kortere = {
      ...{ dato: dag(regime, '07-20'), gaelderFra: dag(regime, '08-01'), forventetVarighedMaaneder: 6 },
      begrundelse: 'Målet er næsten nået.',
      boernesamtale: { dato: dag(regime, '07-15') },
    };
    const { boernesamtale: _samtale, ...udenSamtale } = kortere;
    const samtalehjemmel = regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4';
    const ikkeTalt = await sb.post(`${i}/justeringer`, udenSamtale);
    expect([ikkeTalt.status, ikkeTalt.body['paragraf']]).toEqual([422, samtalehjemmel]);
    const laengere = { ...kortere, forventetVarighedMaaneder: 18 };
    const udenSvar = await sb.post(`${i}/justeringer`, laengere);
    expect([udenSvar.status, udenSvar.body['paragraf'], udenSvar.body['mangler']]).toEqual([
      ...[422, samtykkehjemmel, ['samtykke-mangler']],
    ]);
    const bagefter = [samtykke(regime, f.morId, { dato: dag(regime, '07-21') })];
    expect((await sb.post(`${i}/justeringer`, { ...laengere, samtykker: bagefter })).status).toBe(422);
    const uhoert = await sb.post(`${i}/justeringer`, kortere);
    expect([uhoert.status, uhoert.body['paragraf']]).toEqual([422, 'forvaltningsloven § 19']);
    const tilbage = await sb.post(`${i}/justeringer`, { ...kortere, gaelderFra: dag(regime, '07-10') });
    expect([tilbage.status, tilbage.body['type']]).toEqual([422, expect.stringContaining('tilbage-i-tid')]);
    const mindre = await sb.lav(`${i}/justeringer`, {
      ...kortere,
      hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Familien har selv bedt om det.' },
    });
    expect(mindre).toMatchObject({ art: 'mindre', afgoerelseId: expect.any(String) });
    expect(await sb.get(i)).toMatchObject({
      tilstand: regime === 'SEL' ? 'opfoelgning-forfalden' : 'justeret',
      prisOere: 42_500,
      aftale: { prisOere: 45_000, forventetVarighedMaaneder: 6 },
      justeringer: [{ art: 'pris' }, { art: 'mindre' }],
    });
    const { poster } = await sb.get(`/sager/${f.sagId}/indsatser`);
    expect(poster).toMatchObject([{ indsatsId, naesteOpfoelgning: naesteDato }]);
  });

  test('kommunen stopper den kun efter samtale, partshøring og afgørelse', async () => {
    const { f, i } = await igang(regime);
    const ophoer = { dato: dag(regime, '09-01'), aarsag: 'kommunens-afgoerelse', begrundelse: 'Afgjort.' };
    const uden = await sb.post(`${i}/ophoer`, ophoer);
    expect([uden.status, uden.body['paragraf']]).toEqual([422, 'forvaltningsloven § 19']);
    const afgoerelse = {
      ...{ afgoerelseDato: dag(regime, '08-20'), virkningFra: dag(regime, '09-01'), begrundelse: 'Behovet er ophørt.' },
      barnetsHoldning: 'Vil gerne fortsætte.',
    };
    const udenSamtale = await sb.post(`${i}/ophoersafgoerelse`, afgoerelse);
    expect([udenSamtale.status, udenSamtale.body['type'], udenSamtale.body['paragraf']]).toEqual([
      ...[422, '/problemer/ophoer-kan-ikke-afgoeres', regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4'],
    ]);
    const medSamtale = { ...afgoerelse, boernesamtale: { dato: dag(regime, '08-10') } };
    const uhoert = await sb.post(`${i}/ophoersafgoerelse`, medSamtale);
    expect([uhoert.status, uhoert.body['mangler']]).toEqual([422, ['partshoering']]);
    const { partshoeringId } = await sb.lav(`/sager/${f.sagId}/partshoeringer`, {
      ...{ afgoerelseKode: 'stoettende-indsats', dato: dag(regime, '08-01'), oplysninger: 'Skolens udtalelse.' },
    });
    await sb.lav(`/partshoeringer/${String(partshoeringId)}/breve`, {
      ...{ personId: f.morId, sendt: dag(regime, '08-01'), svarfrist: dag(regime, '08-15'), maade: 'digital post' },
    });
    await sb.lav(`${i}/ophoersafgoerelse`, { ...medSamtale, partshoeringIder: [partshoeringId] });
    expect(await sb.get(i)).toMatchObject({
      tilstand: 'ophoer-besluttet',
      ophoersafgoerelse: { virkningFra: dag(regime, '09-01') },
    });
    const forTidligt = await sb.post(`${i}/ophoer`, { ...ophoer, dato: dag(regime, '08-31') });
    expect([forTidligt.status, forTidligt.body['type']]).toEqual([
      422,
      expect.stringContaining('ophoer-foer-virkning'),
    ]);
    await sb.lav(`${i}/ophoer`, ophoer);
    expect(await sb.get(i)).toMatchObject({ tilstand: 'ophoert', naesteOpfoelgning: null });
  });

  test('samtykket trækkes tilbage og gives igen', async () => {
    const { f, i } = await igang(regime);
    const far = await sb.post(`${i}/samtykketilbagekaldelser`, { personId: f.farId, dato: dag(regime, '05-01') });
    expect([far.status, far.body['paragraf']]).toEqual([422, samtykkehjemmel]);
    await sb.lav(`${i}/samtykketilbagekaldelser`, { personId: f.morId, dato: dag(regime, '05-01') });
    const skridt = async () =>
      ((await sb.get(`/sager/${f.sagId}/naeste-skridt`))['skridt'] as { kode: string }[]).map(({ kode }) => kode);
    expect(await skridt()).toContain('indsats-uden-samtykke');
    expect(await sb.get(i)).toMatchObject({ samtykkeBortfaldet: dag(regime, '05-01') });
    await sb.lav(`${i}/samtykker`, samtykke(regime, f.morId, { dato: dag(regime, '05-10') }));
    expect(await skridt()).not.toContain('indsats-uden-samtykke');
    await sb.lav(`${i}/samtykketilbagekaldelser`, { personId: f.morId, dato: dag(regime, '06-01') });
    await sb.lav(`${i}/samtykkeundtagelser`, {
      ...{ personId: f.morId, grund: 'uden-samtykke', dato: dag(regime, '06-02'), begrundelse: 'Barnets behov.' },
    });
    expect(await skridt()).not.toContain('indsats-uden-samtykke');
  });
});
