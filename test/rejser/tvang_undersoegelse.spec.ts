import { type Familie, Rejse } from './familie.js';
import { indstilling, stemmer, tilMoede } from './udvalgsmoede.js';

/** The investigation that the committee lets be carried out without consent, through HTTP, under both acts (SEL § 51, BL § 23). */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  { lov: 'SEL', aar: '2023', foedt: '2011-01-10' },
  { lov: 'BL', aar: '2026', foedt: '2016-01-10' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, {
    sb01: ['sagsbehandler'],
    tl01: ['teamleder'],
    mo01: ['modtagelse'],
    bs01: ['buu-sekretaer'],
    fm01: ['formand'],
  });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('$lov', ({ lov, aar, foedt }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const tid = (maanedDagKl: string): string => `${aar}-${maanedDagKl}:00+01:00`;

  test('undersøgelse uden samtykke skal være gennemført på to måneder (SEL § 51, BL § 23)', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId } = familie;
    const { bfuId = '' } = await rejse.gem(`/sager/${sagId}/undersoegelser`, {
      ...{
        opmaerksomDato: dag('02-01'),
        afgoerelseDato: dag('02-02'),
        begrundelse: 'Behov.',
        grunde: ['alvorlig-eller-kompleks'],
      },
    });
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'undersoegelse-uden-samtykke', dato: dag('02-10'), begrundelse: 'Nægter.' },
    });
    const krop = { ...indstilling, dato: dag('02-12'), boernesamtaleDato: dag('02-11') };
    expect((await rejse.nej(`/buu-sager/${buuSagId}/indstilling`, krop))[3]).toEqual(['buu-bfu']);
    await rejse.gem(`/buu-sager/${buuSagId}/indstilling`, { ...krop, bfuId });
    await tilMoede(rejse, familie, buuSagId, dag('02-20'), true);
    await rejse.gem(`/buu-sager/${buuSagId}/afgoerelse`, { ...stemmer, dato: dag('02-20') }, 'bs01');
    expect((await rejse.frister(sagId, tid('02-21T12:00')))['bfu-uden-samtykke-ophold']).toBe(
      `${dag('04-20')} kommende`,
    );
    expect(await rejse.skridt(sagId)).toContain('skal bfu-uden-samtykke-ophold');
    await rejse.gem(`/buu-sager/${buuSagId}/undersoegelse-gennemfoert`, {
      dato: dag('04-01'),
      naesteSkridt: 'Støtte.',
    });
    expect((await rejse.frister(sagId, tid('04-21T12:00')))['bfu-uden-samtykke-ophold']).toBe(
      `${dag('04-20')} opfyldt`,
    );
  });

  /** The committee has decided that the investigation is carried out without consent: the path of its case. */
  async function afgjortUdenSamtykke(familie: Familie, bfuId: string, dato: string): Promise<string> {
    const { buuSagId = '' } = await rejse.gem(`/sager/${familie.sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'undersoegelse-uden-samtykke', dato, begrundelse: 'Nægter.' },
    });
    const sti = `/buu-sager/${buuSagId}`;
    await rejse.gem(`${sti}/indstilling`, { ...indstilling, dato, boernesamtaleDato: dato, bfuId });
    await tilMoede(rejse, familie, buuSagId, dato, true);
    await rejse.gem(`${sti}/afgoerelse`, { ...stemmer, dato }, 'bs01');
    return sti;
  }

  test('er undersøgelsen uden samtykke i gang i barnets anden sag, meldes den heller ikke gennemført hos udvalget, og vejledningen siger det ikke (SEL § 51, BL § 23)', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId, barnId } = familie;
    const { sagId: anden = '' } = await rejse.gem('/sager', {
      ...{ barnId, omraade: 'handicap', grund: 'ansoegning', oprettet: dag('01-15') },
    });
    const { bfuId = '' } = await rejse.gem(`/sager/${anden}/undersoegelser`, {
      ...{ opmaerksomDato: dag('02-01'), afgoerelseDato: dag('02-02'), begrundelse: 'Behov.' },
      grunde: ['alvorlig-eller-kompleks'],
    });
    const sti = await afgjortUdenSamtykke(familie, bfuId, dag('02-20'));
    const buuSagId = sti.split('/').at(-1) ?? '';
    expect(await rejse.skridt(sagId)).toContain('skal bfu-uden-samtykke-ophold');
    await rejse.gem(`/undersoegelser/${bfuId}/uden-samtykke`, { buuSagId, form: 'ambulant', begrundelse: 'Risiko.' });
    const gennemfoert = { dato: dag('04-01'), naesteSkridt: 'Støtte.' };
    expect((await rejse.nej(`/buu-sager/${buuSagId}/undersoegelse-gennemfoert`, gennemfoert)).slice(0, 2)).toEqual([
      ...[409, 'undersoegelse-uden-samtykke-i-gang'],
    ]);
    expect(await rejse.skridt(sagId)).not.toContain('skal bfu-uden-samtykke-ophold');
    expect(await rejse.skridt(anden)).toContain('skal undersoegelse-uden-samtykke');
    // What the committee decided besides about the same investigation does not run.
    const andenSti = await afgjortUdenSamtykke(familie, bfuId, dag('03-10'));
    await rejse.gem(`${andenSti}/undersoegelse-gennemfoert`, gennemfoert);
    const slut = { dato: dag('04-01'), resultat: 'Gennemført.' };
    await rejse.gem(`/undersoegelser/${bfuId}/uden-samtykke/afslutning`, slut);
    expect((await rejse.get(`/buu-sager/${buuSagId}`, 'bs01')).body).toMatchObject({
      undersoegelseGennemfoert: dag('04-01'),
    });
  });

  test('undersøgelsen uden samtykke er et sidespor i den børnefaglige undersøgelse, og et ophold varer kun så længe (SEL § 51, BL § 23)', async () => {
    const p51 = lov === 'SEL' ? 'SEL § 51' : 'BL § 23';
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId } = familie;
    const { bfuId = '' } = await rejse.gem(`/sager/${sagId}/undersoegelser`, {
      ...{
        opmaerksomDato: dag('02-01'),
        afgoerelseDato: dag('02-02'),
        begrundelse: 'Behov.',
        grunde: ['alvorlig-eller-kompleks'],
      },
    });
    const bfu = `/undersoegelser/${bfuId}`;
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'undersoegelse-uden-samtykke', dato: dag('02-10'), begrundelse: 'Nægter.' },
    });
    const uden = { buuSagId, form: 'ophold', begrundelse: 'Åbenbar risiko.' };
    // Until the committee has decided there is nothing to carry out.
    expect(await rejse.nej(`${bfu}/uden-samtykke`, uden)).toEqual([
      ...[422, 'udvalgets-afgoerelse-mangler', p51],
      ['udvalgets-afgoerelse'],
    ]);
    expect((await rejse.nej(`${bfu}/uden-samtykke/ophold`, { dato: dag('02-25') })).slice(0, 3)).toEqual([
      ...[422, 'ingen-undersoegelse-uden-samtykke', p51],
    ]);
    await rejse.gem(`/buu-sager/${buuSagId}/indstilling`, {
      ...{ ...indstilling, dato: dag('02-12'), boernesamtaleDato: dag('02-11'), bfuId },
    });
    await tilMoede(rejse, familie, buuSagId, dag('02-20'), true);
    await rejse.gem(`/buu-sager/${buuSagId}/afgoerelse`, { ...stemmer, dato: dag('02-20') }, 'bs01');
    expect((await rejse.nej(`${bfu}/uden-samtykke`, { ...uden, buuSagId: familie.barnId }))[0]).toBe(404);
    const andet = await rejse.familie(foedt, dag('01-15'));
    const { bfuId: andenBfu = '' } = await rejse.gem(`/sager/${andet.sagId}/undersoegelser`, {
      ...{
        opmaerksomDato: dag('02-01'),
        afgoerelseDato: dag('02-02'),
        begrundelse: 'Behov.',
        grunde: ['alvorlig-eller-kompleks'],
      },
    });
    expect((await rejse.nej(`/undersoegelser/${andenBfu}/uden-samtykke`, uden)).slice(0, 3)).toEqual([
      ...[422, 'anden-undersoegelse', p51],
    ]);
    await rejse.gem(`${bfu}/uden-samtykke`, uden);
    // The committee met another day than was written: the deadline, and how long a stay may last, follow it alike.
    const afgjort = (await rejse.api.store.load(840, buuSagId)).find(({ type }) => type === 'sagsstyring.BuuAfgjort');
    const ret = (dato: string) =>
      rejse.gem('/datorettelser', { position: afgjort?.position, dato, begrundelse: 'Referatet.' }, 'bs01');
    await ret(dag('02-22'));
    expect((await rejse.get(bfu)).body.udenSamtykke).toMatchObject({
      ...{ afgoerelseDato: dag('02-22'), udloeber: dag('04-22') },
    });
    expect((await rejse.frister(sagId, tid('03-01T12:00')))['bfu-uden-samtykke-ophold']).toBe(
      `${dag('04-22')} kommende`,
    );
    await ret(dag('02-20'));
    // 20 February + 2 months; a stay cannot begin the day after.
    expect((await rejse.nej(`${bfu}/uden-samtykke/ophold`, { dato: dag('04-21') })).slice(0, 3)).toEqual([
      ...[422, 'undersoegelse-udloebet', p51],
    ]);
    await rejse.gem(`${bfu}/uden-samtykke/ophold`, { dato: dag('02-25') });
    expect(await rejse.skridt(sagId)).toEqual(
      expect.arrayContaining(['skal undersoegelsesophold-ophoer', 'skal undersoegelse-uden-samtykke']),
    );
    // The two months stand where the next step does.
    const billede = (await rejse.get(`/sager/${sagId}/naeste-skridt`)).body as { skridt: object[] };
    expect(billede.skridt).toContainEqual(
      expect.objectContaining({ kode: 'undersoegelse-uden-samtykke', inden: dag('04-20'), enkeltsagId: bfuId }),
    );
    // It is ended where it runs: nothing is carried out while the child is away from home because of it.
    expect(await rejse.skridt(sagId)).not.toContain('skal bfu-uden-samtykke-ophold');
    const meldt = { dato: dag('04-10'), naesteSkridt: 'Støtte.' };
    expect(await rejse.nej(`/buu-sager/${buuSagId}/undersoegelse-gennemfoert`, meldt)).toEqual([
      ...[422, 'ophold-i-gang', p51],
      ['undersoegelsesophold-ophoer'],
    ]);
    const slut = { dato: dag('04-10'), resultat: 'Brug for faste voksne.' };
    expect((await rejse.nej(`${bfu}/uden-samtykke/afslutning`, slut)).slice(0, 3)).toEqual([422, 'ophold-i-gang', p51]);
    await rejse.gem(`${bfu}/uden-samtykke/ophold/ophoer`, { dato: dag('04-10') });
    expect((await rejse.nej(`/buu-sager/${buuSagId}/undersoegelse-gennemfoert`, meldt)).slice(0, 2)).toEqual([
      ...[409, 'undersoegelse-uden-samtykke-i-gang'],
    ]);
    await rejse.gem(`${bfu}/uden-samtykke/afslutning`, slut);
    expect((await rejse.get(bfu)).body).toMatchObject({
      udenSamtykke: {
        ...{ buuSagId, udloeber: dag('04-20'), afsluttet: dag('04-10') },
        ophold: { begyndt: dag('02-25'), ophoert: dag('04-10') },
      },
    });
    // Told once: the committee's case knows it too, and its deadline is met.
    expect((await rejse.frister(sagId, tid('04-21T12:00')))['bfu-uden-samtykke-ophold']).toBe(
      `${dag('04-20')} opfyldt`,
    );
    const skridt = await rejse.skridt(sagId);
    expect(skridt).not.toContain('skal bfu-uden-samtykke-ophold');
    expect(skridt).not.toContain('skal undersoegelse-uden-samtykke');
  });
});
