import { foreslaaetAnbringelse, samtykkeTil } from './anbragt.js';
import { Rejse } from './familie.js';

/** The parties are found, heard and told, through HTTP, under both acts. */
const LOVE = [
  // 11 years old on the day under both acts: a party under barnets lov only.
  { lov: 'SEL', aar: 2023, foedt: '2012-01-10', barnetErPart: false, hjemmel: 'SEL § 71' },
  { lov: 'BL', aar: 2024, foedt: '2013-01-10', barnetErPart: true, hjemmel: 'BL § 104, stk. 2-5' },
] as const;

describe.each(LOVE)('$lov', ({ lov, aar, foedt, barnetErPart, hjemmel }) => {
  let rejse: Rejse;
  const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;

  beforeAll(async () => {
    rejse = await Rejse.start(`${String(aar)}-03-19T10:00:00+01:00`, {
      ...{ sb01: ['sagsbehandler'], tl01: ['teamleder'], mo01: ['modtagelse'] },
    });
  });
  afterAll(() => rejse.stop());

  test('hvem der er part og skal samtykke, følger af alder, forældremyndighed og loven den dag', async () => {
    const { sagId, barnId, morId, farId } = await rejse.familie(foedt, dag('01-15'));
    const { body } = await rejse.get(`/sager/${sagId}/parter?afgoerelseKode=anbringelse-samtykke&dato=${dag('03-01')}`);
    const personer = body.personer as readonly { personId: string; part: boolean; skalSamtykke: boolean }[];
    const om = (id: string) => personer.find((p) => p.personId === id);
    expect([om(barnId)?.part, om(morId)?.part, om(farId)?.part]).toEqual([barnetErPart, true, false]);
    expect([om(barnId)?.skalSamtykke, om(morId)?.skalSamtykke]).toEqual([false, true]);
    const ukendt = await rejse.get(`/sager/${sagId}/parter?afgoerelseKode=findes-ikke&dato=${dag('03-01')}`);
    expect([ukendt.status, ukendt.body.type]).toEqual([422, expect.stringContaining('afgoerelse-findes-ikke')]);
  });

  test('en afgørelse, der går parterne imod, kan først træffes, når de er hørt, og skal meddeles hver part', async () => {
    const { sagId, barnId, morId, farId } = await rejse.familie(foedt, dag('01-15'));
    const udenSamtale = { afgoerelseKode: 'samvaer', dato: dag('03-18'), begrundelse: 'Kun hver anden uge.' };
    expect(await rejse.nej(`/sager/${sagId}/afgoerelser`, udenSamtale)).toEqual([
      ...[422, 'boernesamtale-mangler', lov === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4', ['boernesamtale']],
    ]);
    const afgoerelse = { ...udenSamtale, boernesamtale: { dato: dag('03-10') } };
    const mangler = barnetErPart ? ['partshoering', 'partshoering'] : ['partshoering'];
    expect(await rejse.nej(`/sager/${sagId}/afgoerelser`, afgoerelse)).toEqual([
      ...[422, 'partshoering-mangler', 'forvaltningsloven § 19', mangler],
    ]);

    const { partshoeringId } = await rejse.gem(`/sager/${sagId}/partshoeringer`, {
      ...{ afgoerelseKode: 'samvaer', dato: dag('03-01'), oplysninger: 'Anbringelsesstedets udtalelse.' },
    });
    const hoering = (await rejse.get(`/partshoeringer/${String(partshoeringId)}`)).body;
    expect(hoering.parter).toHaveLength(mangler.length);
    expect([hoering.regime, hoering.hjemmel]).toEqual([lov, hjemmel]);
    expect(await rejse.skridt(sagId)).toContain('skal partshoeringsbrev');

    const brev = { sendt: dag('03-02'), svarfrist: dag('03-10'), maade: 'digital post' };
    expect(await rejse.nej(`/partshoeringer/${String(partshoeringId)}/breve`, { ...brev, personId: farId })).toEqual([
      ...[422, 'ikke-part', `forvaltningsloven §§ 19 og 27; ${hjemmel}`, undefined],
    ]);
    await rejse.gem(`/partshoeringer/${String(partshoeringId)}/breve`, { ...brev, personId: morId });
    if (barnetErPart) await rejse.gem(`/partshoeringer/${String(partshoeringId)}/breve`, { ...brev, personId: barnId });
    expect((await rejse.frister(sagId, `${dag('03-05')}T12:00:00+01:00`))['partshoering-svarfrist']).toBe(
      `${dag('03-10')} forfalder`,
    );
    await rejse.gem(`/partshoeringer/${String(partshoeringId)}/svar`, {
      ...{ personId: morId, modtaget: dag('03-09'), svar: 'Mor er glad.' },
    });
    await rejse.gem(`/partshoeringer/${String(partshoeringId)}/afslutning`, { dato: dag('03-11') });

    const partshoeringIder = [partshoeringId];
    const { afgoerelseId } = await rejse.gem(`/sager/${sagId}/afgoerelser`, { ...afgoerelse, partshoeringIder });
    const besked = { sendt: dag('03-18'), maade: 'digital-post', klagevejledning: true };
    expect(await rejse.nej(`/afgoerelser/${String(afgoerelseId)}/meddelelser`, { ...besked, personId: farId })).toEqual(
      [...[422, 'ikke-part', `forvaltningsloven § 27; ${hjemmel}`, undefined]],
    );
    await rejse.gem(`/afgoerelser/${String(afgoerelseId)}/meddelelser`, { ...besked, personId: morId });
    // 18 March + 4 weeks = 15 April; in 2023 a Saturday, so Monday 17 April; in 2024 Monday 15 April.
    expect((await rejse.frister(sagId))['klagefrist']).toBe(
      aar === 2023 ? '2023-04-17 kommende' : '2024-04-15 kommende',
    );
    if (barnetErPart)
      await rejse.gem(`/afgoerelser/${String(afgoerelseId)}/meddelelser`, { ...besked, personId: barnId });
    expect((await rejse.get(`/afgoerelser/${String(afgoerelseId)}`)).body).toMatchObject({
      ...{ fase: 'meddelt', regime: lov, hjemmel, organ: 'KB', opsaettendeVirkning: false },
    });
    expect((await rejse.get(`/sager/${sagId}/afgoerelser`)).body.poster).toMatchObject([{ id: afgoerelseId }]);
    expect((await rejse.get(`/sager/${sagId}/partshoeringer?tilstand=afsluttet`)).body.poster).toHaveLength(1);
    const journal = (await rejse.get(`/sager/${sagId}/journal`)).body.poster as readonly { overskrift: string }[];
    expect(journal.map((l) => l.overskrift)).toContain('Afgørelse: Samvær og kontakt under anbringelsen');
  });

  test('en beskyttet adresse må ikke stå i brevet til den anden forælder (CPR-loven § 28)', async () => {
    const { sagId, morId, farId } = await rejse.familie(foedt, dag('01-15'));
    await rejse.gem(`/personer/${farId}/adressebeskyttelse`, { beskyttet: true, gaelderFra: dag('02-01') });
    const { partshoeringId } = await rejse.gem(`/sager/${sagId}/partshoeringer`, {
      ...{ afgoerelseKode: 'samvaer', dato: dag('03-01'), oplysninger: 'Udtalelse.' },
    });
    const brev = { personId: morId, sendt: dag('03-02'), svarfrist: dag('03-10'), maade: 'brev' };
    expect(await rejse.nej(`/partshoeringer/${String(partshoeringId)}/breve`, brev)).toEqual([
      ...[422, 'beskyttet-adresse', 'CPR-loven § 28', ['maskering']],
    ]);
    await rejse.gem(`/partshoeringer/${String(partshoeringId)}/breve`, { ...brev, maskeret: true });
  });

  test('intet brev til forældre, før risikoen ved en æresrelateret konflikt er vurderet (BL § 18, stk. 3)', async () => {
    const { sagId, barnId, morId } = await rejse.familie(foedt, dag('01-15'));
    const { underretningId } = await rejse.gem(
      '/underretninger',
      {
        barn: { barnId },
        modtaget: `${dag('02-20')}T10:00:00+01:00`,
        form: 'telefonisk',
        underretter: { anonym: true, kode: '8' },
        aarsagKoder: ['UDSLAG3'],
        aeresrelateret: true,
        beskrivelse: 'Bange for familien.',
      },
      'mo01',
    );
    const { partshoeringId } = await rejse.gem(`/sager/${sagId}/partshoeringer`, {
      ...{ afgoerelseKode: 'samvaer', dato: dag('03-01'), oplysninger: 'Udtalelse.' },
    });
    const brev = { personId: morId, sendt: dag('03-02'), svarfrist: dag('03-10'), maade: 'brev' };
    const { planId } = await rejse.gem(`/sager/${sagId}/planer`, {
      ...{ plantype: lov === 'BL' ? 'barnets-plan' : 'handleplan', oprettet: dag('03-01'), formaal: 'Ro.' },
    });
    await rejse.gem(`/planer/${String(planId)}/maal`, { dato: dag('03-01'), maal: 'Ro.', tema: 'familieforhold' });
    const planhoering = { dato: dag('03-02'), svarfrist: dag('03-10') };
    if (lov === 'BL') {
      // What reaches the parents is neither done nor said to be done.
      expect(await rejse.skridt(sagId)).toEqual(
        expect.arrayContaining(['maa-ikke partshoeringsbrev', 'maa-ikke plan-hoering']),
      );
      // Nor are the parents asked for their consent.
      const v = await foreslaaetAnbringelse(rejse, sagId, dag);
      expect(await rejse.nej(`${v}/samtykker`, samtykkeTil(morId, dag('03-05')))).toEqual([
        ...[422, 'risikovurdering-mangler', 'BL § 18, stk. 3', ['aeres-risikovurdering']],
      ]);
      expect(await rejse.skridt(sagId)).toContain('maa-ikke visitation-samtykke');
      // The same of the child's other case: it is about the child.
      const { sagId: andenSag = '' } = await rejse.gem('/sager', {
        ...{ barnId, omraade: 'handicap', grund: 'ansoegning', oprettet: dag('02-25') },
      });
      await rejse.gem(`/sager/${andenSag}/partshoeringer`, {
        ...{ afgoerelseKode: 'samvaer', dato: dag('03-01'), oplysninger: 'Udtalelse.' },
      });
      expect(await rejse.skridt(andenSag)).toContain('maa-ikke partshoeringsbrev');
      expect(await rejse.nej(`/planer/${String(planId)}/hoering`, planhoering)).toEqual([
        ...[422, 'risikovurdering-mangler', 'BL § 18, stk. 3', ['aeres-risikovurdering']],
      ]);
      expect(await rejse.nej(`/partshoeringer/${String(partshoeringId)}/breve`, brev)).toEqual([
        ...[422, 'risikovurdering-mangler', 'BL § 18, stk. 3', ['aeres-risikovurdering']],
      ]);
      await rejse.gem(
        `/underretninger/${String(underretningId)}/risikovurdering`,
        { vurderet: `${dag('02-21')}T10:00:00+01:00`, risikovurdering: 'Lav.' },
        'mo01',
      );
    }
    await rejse.gem(`/planer/${String(planId)}/hoering`, planhoering);
    await rejse.gem(`/partshoeringer/${String(partshoeringId)}/breve`, brev);
  });

  test('en afgørelse med egne krav træffes på sin egen rute, og kan kun afslås her', async () => {
    const { sagId } = await rejse.familie(foedt, dag('01-15'));
    const krop = { dato: dag('03-18'), begrundelse: 'x', boernesamtale: { dato: dag('03-10') } };
    const undtagelse = { grund: 'ubetaenkelig', begrundelse: 'De har selv bedt om det.' };
    // The paragraph is the one of the kind of decision under the act of the day.
    const EGNE = [
      ['bfu', 'SEL § 50', 'BL § 20'],
      ['stoettende-indsats', 'SEL § 52', 'BL § 32'],
      ['tidlig-indsats', 'SEL § 11', 'BL §§ 30-31'],
      ['anbringelse-samtykke', 'SEL § 52, stk. 3, nr. 7', 'BL § 46'],
      ['anbringelsessted', 'SEL § 68 b', 'BL § 52'],
      ['hjemgivelse', 'SEL § 68', 'BL § 100'],
      ['ungestoette', 'SEL §§ 76 og 76 a', 'BL §§ 114-116 og 120'],
    ] as const;
    for (const [afgoerelseKode, sel, bl] of EGNE) {
      expect([afgoerelseKode, await rejse.nej(`/sager/${sagId}/afgoerelser`, { ...krop, afgoerelseKode })]).toEqual([
        afgoerelseKode,
        [422, 'afgoerelsen-har-egen-rute', lov === 'SEL' ? sel : bl, undefined],
      ]);
    }
    const sti = `/sager/${sagId}/afgoerelser`;
    // Where the refusal has demands of its own, it is not made here either.
    for (const afgoerelseKode of ['hjemgivelse', 'anbringelsessted']) {
      expect((await rejse.nej(sti, { ...krop, afgoerelseKode, afslag: true }))[1]).toBe('afgoerelsen-har-egen-rute');
    }
    const [, , hjemmel] = await rejse.nej(sti, { ...krop, afgoerelseKode: 'stoettende-indsats' });
    // That it goes against somebody does not say that nothing is given.
    expect(
      await rejse.nej(sti, { ...krop, afgoerelseKode: 'stoettende-indsats', tilUgunst: true, undtagelse }),
    ).toEqual([422, 'afgoerelsen-har-egen-rute', hjemmel, undefined]);
    const afslag = { ...krop, afgoerelseKode: 'stoettende-indsats', afslag: true, undtagelse };
    const { undtagelse: _undtagelse, ...uhoert } = afslag;
    expect((await rejse.nej(sti, uhoert)).slice(0, 3)).toEqual([
      ...[422, 'partshoering-mangler', 'forvaltningsloven § 19'],
    ]);
    const { afgoerelseId } = await rejse.gem(sti, afslag);
    expect((await rejse.get(`/afgoerelser/${String(afgoerelseId)}`)).body).toMatchObject({
      ...{ afslag: true, tilUgunst: true, hjemmel },
    });
    // What takes the place of a refusal gives something, and has the same demands as if nothing had been refused.
    const givet = { ...krop, afgoerelseKode: 'stoettende-indsats', erstatterId: afgoerelseId };
    expect(await rejse.nej(sti, givet)).toEqual([422, 'afgoerelsen-har-egen-rute', hjemmel, undefined]);
    await rejse.gem(sti, { ...afslag, erstatterId: afgoerelseId });
  });

  test('udvalgets afgørelser kan forvaltningen ikke træffe', async () => {
    const { sagId } = await rejse.familie(foedt, dag('01-15'));
    const krop = { afgoerelseKode: 'anbringelse-uden-samtykke', dato: dag('03-18'), begrundelse: 'x' };
    expect(await rejse.nej(`/sager/${sagId}/afgoerelser`, krop)).toEqual([
      ...[422, 'udvalgets-afgoerelse', lov === 'SEL' ? 'SEL § 74' : 'BL § 142', undefined],
    ]);
    const anmodning = {
      afgoerelseKode: 'anbringelsesanmodning',
      dato: dag('03-18'),
      begrundelse: 'x',
      tilUgunst: true,
    };
    if (lov === 'SEL') {
      expect(await rejse.nej(`/sager/${sagId}/afgoerelser`, anmodning)).toEqual([
        ...[422, 'afgoerelse-findes-ikke', 'BL § 48', undefined],
      ]);
    }
  });

  test('en sag kan ikke lukkes, mens en partshøring er i gang', async () => {
    const { sagId } = await rejse.familie(foedt, dag('01-15'));
    await rejse.gem(`/sager/${sagId}/partshoeringer`, {
      ...{ afgoerelseKode: 'samvaer', dato: dag('03-01'), oplysninger: 'Udtalelse.' },
    });
    expect(await rejse.nej(`/sager/${sagId}/lukning`, { lukket: dag('03-18'), begrundelse: 'Slut.' })).toEqual([
      ...[422, 'sag-kan-ikke-lukkes', 'forvaltningsloven § 19', ['aaben-partshoering']],
    ]);
  });
});
