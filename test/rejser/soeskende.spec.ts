import { anbragtMedSamtykke } from './anbragt.js';
import { Rejse, type Familie } from './familie.js';

/**
 * A child is placed because of neglect: its brothers and sisters under 15 are investigated, or it is said why not (BL § 21,
 * stk. 2-3). Through HTTP, in the placed child's case and in that of the brother or sister.
 */
const NU = '2026-12-30T10:00:00+01:00';

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, { sb01: ['sagsbehandler'], tl01: ['teamleder'], fm01: ['formand'] });
});
afterAll(() => rejse.stop());

/** A child placed on 10 March, with a sister of seven and a brother of sixteen who have cases of their own. */
async function soeskendeflok(aar: number, plantype: string) {
  const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;
  const foedt = (alder: number): string => `${String(aar - alder)}-01-10`;
  const anbragte = await rejse.familie(foedt(9), dag('01-15'));
  const soester = await rejse.familie(foedt(7), dag('01-15'));
  const bror = await rejse.familie(foedt(16), dag('01-15'));
  for (const { barnId } of [soester, bror]) {
    await rejse.relation(anbragte.barnId, barnId, 'soeskende', false, foedt(7));
  }
  const { a, anbringelseId } = await anbragtMedSamtykke(rejse, anbragte, { aar, plantype });
  const undersoeg = (f: Familie) => ({
    sti: `/sager/${f.sagId}/undersoegelser`,
    krop: { opmaerksomDato: dag('03-10'), afgoerelseDato: dag('03-20'), begrundelse: 'Søskende er anbragt.' },
  });
  const svar = (...soeskende: readonly object[]) => ({ dato: dag('03-18'), soeskende, vurdering: 'De bor sammen.' });
  return { dag, anbragte, soester, bror, a, sti: `${a}/soeskendevurderinger`, anbringelseId, undersoeg, svar };
}
type Flok = Awaited<ReturnType<typeof soeskendeflok>>;

const trinISagen = async ({ sagId }: Familie): Promise<readonly { kode: string; art: string; hjemmel: string }[]> =>
  (
    (await rejse.get(`/sager/${sagId}/naeste-skridt`)).body as {
      skridt: { kode: string; art: string; hjemmel: string }[];
    }
  ).skridt;
const om = async (f: Familie, kode: string): Promise<readonly string[]> =>
  (await trinISagen(f)).filter((s) => s.kode === kode).map((s) => `${s.art} (${s.hjemmel})`);
const kraevet = 'skal (BL § 21, stk. 2)';

describe('Barnets lov', () => {
  let flok: Flok;
  beforeEach(async () => {
    flok = await soeskendeflok(2025, 'barnets-plan');
  });

  test('hver søskende under 15 år skal der svares for, og undersøgelsen begynder i søskendes egen sag (BL § 21, stk. 2)', async () => {
    const { anbragte, soester, bror, a, sti, undersoeg, svar } = flok;
    expect(await om(anbragte, 'soeskende-vurdering')).toEqual(['skal (BL § 21, stk. 2-3)']);
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([kraevet]);
    expect(await om(bror, 'bfu-undersoegelse')).not.toContain(kraevet);

    const mangler = [422, 'soeskende-uden-svar', 'BL § 21, stk. 2', [soester.barnId]];
    expect(await rejse.nej(sti, svar())).toEqual(mangler);
    expect(await rejse.nej(sti, svar({ personId: soester.barnId }))).toEqual(mangler);
    expect(await rejse.nej(sti, svar({ personId: anbragte.morId, udfald: 'undersoeges' }))).toEqual([
      ...[422, 'ikke-soeskende', 'BL § 21, stk. 2', undefined],
    ]);
    expect((await rejse.nej(sti, svar({ personId: soester.barnId, udfald: 'ikke-under-15' }))).slice(0, 3)).toEqual([
      ...[422, 'soeskende-er-under-15', 'BL § 21, stk. 2'],
    ]);
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    expect((await rejse.get(a)).body).toMatchObject({
      soeskendeVurderet: flok.dag('03-18'),
      soeskendesvar: [{ personId: soester.barnId, dato: flok.dag('03-18'), udfald: 'undersoeges', begrundelse: null }],
    });
    expect(await om(anbragte, 'soeskende-vurdering')).toEqual([]);

    // It is a duty at once, without a screening and without another ground; the brother's is not.
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([kraevet]);
    expect((await rejse.nej(undersoeg(bror).sti, undersoeg(bror).krop)).slice(0, 2)).toEqual([
      ...[422, 'screening-mangler'],
    ]);
    await rejse.gem(undersoeg(soester).sti, undersoeg(soester).krop);
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([]);
  });

  test('undlades den, fordi der åbenbart ikke er behov, kræves den ikke i søskendes sag (BL § 21, stk. 3)', async () => {
    const { anbragte, soester, a, sti, undersoeg, svar } = flok;
    const undladt = { personId: soester.barnId, udfald: 'undladt' };
    expect(await rejse.nej(sti, svar(undladt))).toEqual([
      ...[422, 'undladelse-uden-begrundelse', 'BL § 21, stk. 3', ['begrundelse']],
    ]);
    await rejse.gem(sti, svar({ ...undladt, begrundelse: 'Bor mest hos sin far og trives.' }));
    expect((await rejse.get(a)).body).toMatchObject({
      soeskendesvar: [{ udfald: 'undladt', begrundelse: 'Bor mest hos sin far og trives.' }],
    });
    expect(await om(anbragte, 'soeskende-vurdering')).toEqual([]);
    expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
    expect((await rejse.nej(undersoeg(soester).sti, undersoeg(soester).krop)).slice(0, 2)).toEqual([
      ...[422, 'screening-mangler'],
    ]);
    // Something new is known: it is answered anew, and the last answer counts.
    await rejse.gem(sti, { ...svar({ ...undladt, udfald: 'undersoeges' }), dato: flok.dag('04-20') });
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([kraevet]);
  });

  test('en undersøgelse, der allerede er i gang, er den, der kræves (BL § 21, stk. 2)', async () => {
    const { soester, anbragte, undersoeg, sti, svar } = flok;
    await rejse.gem(undersoeg(soester).sti, undersoeg(soester).krop);
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([]);
    expect(await om(anbragte, 'soeskende-vurdering')).toEqual([]);
  });

  test('er undersøgelsen færdig, før der svares, kræves der ikke en til (BL § 21, stk. 2)', async () => {
    const { soester, sti, svar, dag } = flok;
    await rejse.undersoegelse(soester.sagId, dag('03-12'), dag('05-20'));
    await rejse.gem(sti, { ...svar({ personId: soester.barnId, udfald: 'undersoeges' }), dato: dag('06-01') });
    expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
  });

  test('afbrydes undersøgelsen, fordi behovet er væk, kræves den, til der er svaret hvorfor den undlades (BL § 21, stk. 2-3)', async () => {
    const { soester, sti, svar, undersoeg, dag } = flok;
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    const { bfuId = '' } = await rejse.gem(undersoeg(soester).sti, undersoeg(soester).krop);
    await rejse.gem(`/undersoegelser/${bfuId}/afbrydelse`, {
      ...{ dato: dag('04-01'), aarsag: 'behov-bortfaldet', begrundelse: 'Trives.' },
    });
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([kraevet]);
    const undladt = { personId: soester.barnId, udfald: 'undladt', begrundelse: 'Bor hos sin far og trives.' };
    await rejse.gem(sti, { ...svar(undladt), dato: dag('04-02') });
    expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
  });

  test('en afdækning, der er i gang, fortsætter som den undersøgelse, der kræves (BL §§ 20 og 21, stk. 2)', async () => {
    const { soester, anbragte, sti, svar, dag } = flok;
    const sag = `/sager/${soester.sagId}`;
    await rejse.gem(`${sag}/screeninger`, { dato: dag('03-12'), udfald: 'afdaekning', begrundelse: 'Fravær.' });
    const { bfuId = '' } = await rejse.gem(`${sag}/afdaekninger`, {
      ...{ opmaerksomDato: dag('03-10'), afgoerelseDato: dag('03-14') },
      ...{ forhold: ['skoleforhold'], begrundelse: 'Fravær.' },
    });
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([]);
    expect(await om(soester, 'afdaekning-konvertering')).toContain(kraevet);
    await rejse.gem(`/undersoegelser/${bfuId}/konvertering`, {
      ...{ afgoerelseDato: dag('03-20'), begrundelse: 'Søskende er anbragt.' },
    });
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([]);
    expect(await om(soester, 'afdaekning-konvertering')).toEqual([]);
    expect(await om(anbragte, 'soeskende-vurdering')).toEqual([]);
  });

  test('en søskende, der registreres senere, skal der også svares for (BL § 21, stk. 2)', async () => {
    const { anbragte, soester, sti, svar } = flok;
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'ikke-i-husstanden' }));
    expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
    const lillebror = await rejse.familie('2023-02-01', '2025-04-01');
    await rejse.relation(anbragte.barnId, lillebror.barnId, 'soeskende', false, '2023-02-01');
    expect(await om(anbragte, 'soeskende-vurdering')).toHaveLength(1);
    expect((await rejse.nej(sti, svar()))[3]).toEqual([lillebror.barnId]);
    await rejse.gem(sti, svar({ personId: lillebror.barnId, udfald: 'undersoeges' }));
    expect(await om(anbragte, 'soeskende-vurdering')).toEqual([]);
    expect(await om(lillebror, 'bfu-undersoegelse')).toEqual([kraevet]);
  });

  test('en søskende på 15 år eller mere, der registreres senere, siger vejledningen intet om, for der kræves ikke svar (BL § 21, stk. 2)', async () => {
    const { anbragte, soester, sti, svar } = flok;
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    // 15 on the day of the decision, 10 March 2025; a day younger would have been answered for.
    const stor = await rejse.familie('2010-03-10', '2025-04-01');
    await rejse.relation(anbragte.barnId, stor.barnId, 'soeskende', false, '2010-03-10');
    expect(await om(anbragte, 'soeskende-vurdering')).toEqual([]);
    await rejse.gem(sti, svar());
    const yngre = await rejse.familie('2010-03-11', '2025-04-01');
    await rejse.relation(anbragte.barnId, yngre.barnId, 'soeskende', false, '2010-03-11');
    expect(await om(anbragte, 'soeskende-vurdering')).toHaveLength(1);
    expect((await rejse.nej(sti, svar()))[3]).toEqual([yngre.barnId]);
  });

  test('en søskende uden sag får en, før der svares, at undersøgelsen sættes i gang (BL § 21, stk. 2)', async () => {
    const { anbragte, soester, sti, svar } = flok;
    const { personId = '' } = await rejse.gem('/personer', {
      ...{ art: 'barn', navn: 'Lillebror Testesen', foedselsdato: '2020-01-01' },
    });
    await rejse.relation(anbragte.barnId, personId, 'soeskende', false, '2020-01-01');
    const svarene = svar({ personId: soester.barnId, udfald: 'undersoeges' }, { personId, udfald: 'undersoeges' });
    expect(await rejse.nej(sti, svarene)).toEqual([422, 'soeskende-uden-sag', 'BL § 21, stk. 2', ['sag']]);
    expect(await om(anbragte, 'soeskende-vurdering')).toHaveLength(1);
    const { sagId = '' } = await rejse.gem('/sager', {
      ...{ barnId: personId, omraade: 'social', grund: 'ansoegning', oprettet: '2025-03-18' },
    });
    await rejse.gem(sti, svarene);
    expect(await om({ ...soester, sagId }, 'bfu-undersoegelse')).toEqual([kraevet]);
  });

  test('opgives anbringelsen, før der er svaret, kræver den ikke mere af søskende (BL § 21, stk. 2)', async () => {
    const { soester, a, dag } = flok;
    await rejse.gem(`${a}/ophoer`, {
      dato: dag('03-16'),
      aarsag: 'anden-kommune',
      begrundelse: 'Familien er flyttet.',
    });
    expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
  });

  test('søskendes sag lukkes ikke, før undersøgelsen er begyndt eller undladt, heller ikke når anbringelsen er ophørt (BL § 21, stk. 2-3)', async () => {
    const { soester, bror, a, sti, svar, dag } = flok;
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    await rejse.gem(`${a}/ophoer`, { dato: dag('05-01'), aarsag: 'doed', begrundelse: 'Barnet er død.' });
    const luk = (f: Familie) => ({
      sti: `/sager/${f.sagId}/lukning`,
      krop: { lukket: dag('06-01'), begrundelse: 'Slut.' },
    });
    const nej = [422, 'sag-kan-ikke-lukkes', 'BL § 21, stk. 2-3', ['kraevet-bfu']];
    expect(await rejse.nej(luk(soester).sti, luk(soester).krop)).toEqual(nej);
    expect(await om(soester, 'sag-lukning')).toEqual(['maa-ikke (BL § 21, stk. 2-3)']);
    await rejse.gem(luk(bror).sti, luk(bror).krop);
    const undladt = { personId: soester.barnId, udfald: 'undladt', begrundelse: 'Bor nu hos sin far og trives.' };
    await rejse.gem(sti, { ...svar(undladt), dato: dag('05-20') });
    expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
    await rejse.gem(luk(soester).sti, luk(soester).krop);
  });

  test('den, anbringelsen blev afgjort med, men som ikke var søskende, spørges der ikke om, og dens sag er fri, når der er taget stilling (BL § 21, stk. 2)', async () => {
    const { anbragte, soester, sti, svar, dag } = flok;
    const { relationer } = (await rejse.get(`/personer/${anbragte.barnId}`)).body as {
      relationer: { relationId: string; personId: string }[];
    };
    const relationId = relationer.find(({ personId }) => personId === soester.barnId)?.relationId ?? '';
    await rejse.gem(`/personer/${anbragte.barnId}/relationer/${relationId}/ophoer`, { ophoertDato: dag('01-01') });
    expect(await om(soester, 'bfu-undersoegelse')).toEqual([kraevet]);
    expect(await om(anbragte, 'soeskende-vurdering')).toHaveLength(1);
    await rejse.gem(sti, svar());
    expect(await om(anbragte, 'soeskende-vurdering')).toEqual([]);
    expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
    await rejse.gem(`/sager/${soester.sagId}/lukning`, { lukket: dag('06-01'), begrundelse: 'Slut.' });
  });

  test('er undersøgelsen gennemført, og anbringelsen ophørt, kan det ikke siges, at den er undladt (BL § 21, stk. 2-3)', async () => {
    const { soester, a, sti, svar, dag } = flok;
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    await rejse.undersoegelse(soester.sagId, dag('03-20'), dag('04-20'));
    await rejse.gem(`${a}/ophoer`, { dato: dag('05-01'), aarsag: 'doed', begrundelse: 'Barnet er død.' });
    const undladt = { personId: soester.barnId, udfald: 'undladt', begrundelse: 'Trives.' };
    expect((await rejse.nej(sti, { ...svar(undladt), dato: dag('05-20') })).slice(0, 2)).toEqual([
      ...[409, 'anbringelse-ophoert'],
    ]);
  });

  test('flytter søskende, overtager den nye kommune den undersøgelse, den har fået at vide om (BL § 21, stk. 2, og § 132)', async () => {
    const { soester, sti, svar, dag } = flok;
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    const sag = `/sager/${soester.sagId}`;
    const luk = (lukket: string) => ({ lukket, begrundelse: 'Familien er flyttet.' });
    await rejse.gem(`${sag}/mellemkommunale-underretninger`, {
      ...{ tilKommune: '851', flytter: dag('06-01'), sendt: dag('05-20'), maade: 'sikker mail' },
      ...{ opsummering: 'En undersøgelse skal i gang: broderen er anbragt.', materiale: 'Afgørelsen.' },
    });
    expect((await rejse.nej(`${sag}/lukning`, luk(dag('05-31'))))[3]).toEqual(['kraevet-bfu']);
    expect(await om(soester, 'sag-lukning')).toEqual(['kan (offentlighedsloven § 13)']);
    // From that day it is the other municipality that shall; until then it is this one.
    const foer = await rejse.skridt(soester.sagId, `${dag('05-31')}T12:00:00+02:00`);
    expect(foer).toEqual(expect.arrayContaining(['skal bfu-undersoegelse', 'maa-ikke sag-lukning']));
    expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
    await rejse.gem(`${sag}/lukning`, luk(dag('06-01')));
  });

  test('flytningen gælder barnet, også når den nye kommune er underrettet fra en sag, der siden er lukket (BL § 21, stk. 2, og § 132)', async () => {
    const { soester, sti, svar, dag } = flok;
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    const { sagId = '' } = await rejse.gem('/sager', {
      ...{ barnId: soester.barnId, omraade: 'handicap', grund: 'ansoegning', oprettet: dag('02-01') },
    });
    await rejse.gem(`/sager/${soester.sagId}/mellemkommunale-underretninger`, {
      ...{ tilKommune: '851', flytter: dag('06-01'), sendt: dag('05-20'), maade: 'sikker mail' },
      ...{ opsummering: 'En undersøgelse skal i gang: broderen er anbragt.', materiale: 'Afgørelsen.' },
    });
    const luk = { lukket: dag('06-02'), begrundelse: 'Familien er flyttet.' };
    await rejse.gem(`/sager/${soester.sagId}/lukning`, luk);
    expect(await om({ ...soester, sagId }, 'sag-lukning')).toEqual(['kan (offentlighedsloven § 13)']);
    await rejse.gem(`/sager/${sagId}/lukning`, luk);
  });

  test('var den registrerede slet ikke søskende, eller er det ikke mere, svares der på ny, og sagen er ikke spærret for altid (BL § 21, stk. 2)', async () => {
    const { anbragte, soester, a, sti, svar, dag } = flok;
    const fremmed = await rejse.familie('2023-02-01', dag('03-11'));
    const { relationId = '' } = await rejse.relation(anbragte.barnId, fremmed.barnId, 'soeskende', false, '2023-02-01');
    const undersoeges = [soester, fremmed].map(({ barnId }) => ({ personId: barnId, udfald: 'undersoeges' }));
    await rejse.gem(sti, svar(...undersoeges));
    // It was another child: the relation never held.
    await rejse.gem(`/personer/${anbragte.barnId}/relationer/${relationId}/ophoer`, { ophoertDato: '2023-02-01' });
    const paaNy = (udfald: string, dato: string) => ({ ...svar({ personId: fremmed.barnId, udfald }), dato });
    await rejse.gem(sti, paaNy('ikke-i-husstanden', dag('04-01')));
    expect(await om(fremmed, 'bfu-undersoegelse')).not.toContain(kraevet);
    await rejse.gem(sti, paaNy('undersoeges', dag('04-02')));
    await rejse.gem(`${a}/ophoer`, { dato: dag('05-01'), aarsag: 'doed', begrundelse: 'Barnet er død.' });
    const luk = { lukket: dag('06-01'), begrundelse: 'Slut.' };
    expect((await rejse.nej(`/sager/${fremmed.sagId}/lukning`, luk))[3]).toEqual(['kraevet-bfu']);
    await rejse.gem(sti, paaNy('ikke-i-husstanden', dag('05-20')));
    await rejse.gem(`/sager/${fremmed.sagId}/lukning`, luk);
  });

  test('dagen, hvor der blev taget stilling, kan rettes; svarene står (databeskyttelsesforordningen art. 16)', async () => {
    const { anbragte, soester, a, sti, svar, dag } = flok;
    await rejse.gem(sti, svar({ personId: soester.barnId, udfald: 'undersoeges' }));
    const journal = (await rejse.get(`/sager/${anbragte.sagId}/journal?graense=200`)).body as {
      poster: { type: string; position: number }[];
    };
    const position = journal.poster.find(({ type }) => type === 'oekonomi.SoeskendeVurderet')?.position;
    const rettelse = { position, begrundelse: 'Referatet viser dagen.' };
    await rejse.gem('/datorettelser', { ...rettelse, felt: 'dato', dato: dag('03-17') });
    expect((await rejse.get(a)).body).toMatchObject({
      ...{ soeskendeVurderet: dag('03-17'), soeskendesvar: [{ dato: dag('03-17'), udfald: 'undersoeges' }] },
    });
  });
});

test('træder en anden anbringelse i stedet, før barnet flytter ind, svares der for søskende på den (BL § 21, stk. 2-3)', async () => {
  const anbragte = await rejse.familie('2016-01-10', '2025-01-15');
  const soester = await rejse.familie('2018-01-10', '2025-01-15');
  await rejse.relation(anbragte.barnId, soester.barnId, 'soeskende', false, '2018-01-10');
  const { formandsafgoerelseId = '' } = await rejse.gem(
    `/sager/${anbragte.sagId}/formandsafgoerelser`,
    {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: '2025-03-10T10:00:00+01:00' },
      ...{ formaal: 'Sikkerhed.', begrundelse: 'Vold i hjemmet.' },
    },
    'fm01',
  );
  const anbring = async (sted: string, mere: object = {}) => {
    const { anbringelseId = '' } = await rejse.gem(`/sager/${anbragte.sagId}/anbringelser`, {
      ...{ grundlag: 'tvang', afgoerelseDato: '2025-03-10', stedtype: 'plejefamilie-almen', sted, omsorgssvigt: true },
      ...{ stedGodkendt: '2025-01-10', forventetStart: '2025-03-11', varighedMaaneder: 12, prisOere: 250_000 },
      ...{ prisEnhed: 'doegn', formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.', barnetsHoldning: 'Bange.' },
      ...{ boernesamtale: { undladt: 'Kan ikke vente.' }, udvalg: { formandsafgoerelseId, dato: '2025-03-10' } },
      ...mere,
    });
    return anbringelseId;
  };
  const svar = (anbringelseId: string, mere: object) =>
    rejse.gem(`/anbringelser/${anbringelseId}/soeskendevurderinger`, {
      ...{ dato: '2025-03-10', soeskende: [{ personId: soester.barnId, ...mere }], vurdering: 'Bor sammen.' },
    });
  const foerste = await anbring('Prøvesen');
  await svar(foerste, { udfald: 'undersoeges' });
  const anden = await anbring('Testesen', { erstatterId: foerste });
  expect(await om(soester, 'bfu-undersoegelse')).toEqual([kraevet]);
  // What was answered on the first, which nobody can answer anew, does not stand in the way.
  await svar(anden, { udfald: 'ikke-i-husstanden' });
  expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
});

test('serviceloven har ikke kravet: hverken svar for hver søskende eller en undersøgelse i søskendes sag', async () => {
  const { anbragte, soester, bror, sti, svar, a } = await soeskendeflok(2022, 'handleplan');
  expect(await om(anbragte, 'soeskende-vurdering')).toEqual([]);
  expect(await om(soester, 'bfu-undersoegelse')).not.toContain(kraevet);
  await rejse.gem(sti, svar({ personId: bror.barnId }));
  expect((await rejse.get(a)).body).toMatchObject({ soeskendesvar: [] });
});
