import { context, given } from '../../platform/testing/given-when-then.js';
import { klageDecider, type KlageKommando, type NyAfgoerelse } from './klage.js';
import { klageskridt } from './vejledning.js';

const id = (n: number): string => `00000000-0000-7000-8000-0000000000e${String(n)}`;
const [KLAGE, SAG, BARN, AFG, NY, MOR] = [0, 1, 2, 3, 4, 5].map(id) as [string, string, string, string, string, string];
const AAR = { SEL: '2023', BL: '2024' } as const;
type Lov = keyof typeof AAR;
const d = (lov: Lov, dag: string): string => `${AAR[lov]}-${dag}`;
const nu = (lov: Lov) => context(`${AAR[lov]}-09-30T12:00:00+02:00`);
const RSL = 'retssikkerhedsloven § 66';
const P = { SEL: { KB: 'SEL §§ 166-167', BUU: 'SEL § 168' }, BL: { KB: 'BL § 144', BUU: 'BL §§ 145-146' } } as const;

const modtag = (lov: Lov, mere: object = {}): KlageKommando => ({
  type: 'ModtagKlage',
  ...{ klageId: KLAGE, sagId: SAG, barnId: BARN, afgoerelseId: AFG, afgoerelseDato: d(lov, '03-01') },
  ...{ afgoerelseKode: 'samvaer', afgoerelsesnavn: 'Samvær', hjemmel: 'x', organ: 'KB', regime: lov },
  ...{ klagerId: MOR, klagerErPart: true, modtaget: d(lov, '03-20'), klagefrist: d(lov, '03-29') },
  ...{ opsaettendeVirkning: false, indhold: 'Uenig.' },
  ...mere,
});
const ny = (lov: Lov, mere: Partial<NyAfgoerelse> = {}): NyAfgoerelse => ({
  ...{ afgoerelseId: NY, dato: d(lov, '04-01'), sammeSag: true, erstatter: true, sammeSlags: true },
  ...mere,
});
const genvurder = (lov: Lov, mere: object = {}): KlageKommando => ({
  type: 'GenvurderKlage',
  ...{ dato: d(lov, '04-02'), udfald: 'fastholdt', begrundelse: 'Intet nyt.' },
  ...mere,
});
const oversend = (lov: Lov, mere: object = {}): KlageKommando => ({
  type: 'OversendKlage',
  ...{ sendt: d(lov, '04-03'), modtagetAst: d(lov, '04-04') },
  ...mere,
});
const anke = (lov: Lov, udfald: string, mere: object = {}): KlageKommando =>
  ({ type: 'RegistrerAnkeafgoerelse', dato: d(lov, '06-01'), udfald, begrundelse: 'Fordi.', ...mere }) as KlageKommando;
const gennemfoer = (lov: Lov, mere: object = {}): KlageKommando => ({
  type: 'GennemfoerUdfald',
  ...{ dato: d(lov, '07-02'), beskrivelse: 'Behandlet igen.' },
  ...mere,
});

function efter(lov: Lov, ...kommandoer: readonly KlageKommando[]) {
  type Haendelse = Parameters<typeof klageDecider.evolve>[1];
  const sket: Haendelse[] = [];
  for (const kommando of kommandoer) sket.push(...given(klageDecider, ...sket).then(kommando, nu(lov)));
  return given(klageDecider, ...sket);
}
const typer = (haendelser: readonly { readonly type: string }[]) => haendelser.map((e) => e.type.split('.')[1]);

test.each<Lov>(['SEL', 'BL'])('En klage modtages én gang, og kun en, der findes, genvurderes (%s)', (lov) => {
  expect(efter(lov, modtag(lov)).refused(modtag(lov), nu(lov))).toMatchObject({
    ...{ kode: 'klage-findes', mere: { status: 409 } },
  });
  expect(efter(lov).refused(genvurder(lov), nu(lov)).kode).toBe('klage-findes-ikke');
});

describe.each<Lov>(['SEL', 'BL'])('Dagen, hvor klagen kom, rettes (%s)', (lov) => {
  const ret = (mere: object = {}): KlageKommando => ({
    type: 'RetKlagemodtagelse',
    ...{ modtaget: d(lov, '03-30'), afgoerelseDato: d(lov, '03-01'), regime: lov, klagefrist: d(lov, '03-29') },
    begrundelse: 'Poststemplet.',
    ...mere,
  });

  test('om den kom i tide, regnes af den rigtige dag, også når den er genvurderet', () => {
    const rettet = efter(lov, modtag(lov)).then(ret(), nu(lov));
    expect(rettet).toMatchObject([
      {
        type: 'sagsstyring.KlagemodtagelseRettet',
        data: { modtaget: d(lov, '03-30'), forSent: true, organ: 'KB', foer: { modtaget: d(lov, '03-20') } },
      },
    ]);
    expect(efter(lov, modtag(lov), genvurder(lov), ret()).state).toMatchObject({ fase: 'fastholdt', forSent: true });
  });

  test.each([
    ['ikke før afgørelsen', { modtaget: d(lov, '02-28') }],
    ['ikke efter genvurderingen', { modtaget: d(lov, '04-03') }],
  ])('%s', (_titel, mere) => {
    expect(efter(lov, modtag(lov), genvurder(lov)).refused(ret(mere), nu(lov))).toMatchObject({
      ...{ kode: 'forkert-raekkefoelge', mere: { felt: 'dato', paragraf: P[lov].KB } },
    });
  });
});

describe.each<Lov>(['SEL', 'BL'])('Klage under %s', (lov) => {
  const modtaget = (mere: object = {}) => efter(lov, modtag(lov, mere));

  test('en klage på fristens sidste dag er i tide, dagen efter er den for sen, og uden frist er ingen klage for sen', () => {
    const forSent = (mere: object) => modtaget(mere).state;
    expect(forSent({ modtaget: d(lov, '03-29') })).toMatchObject({ forSent: false });
    expect(forSent({ modtaget: d(lov, '03-30') })).toMatchObject({ forSent: true });
    expect(forSent({ klagefrist: undefined, modtaget: d(lov, '09-01') })).toMatchObject({
      forSent: false,
      klagefrist: null,
    });
  });

  test('lovligt → hændelse', () => {
    expect(typer(modtaget().then(genvurder(lov), nu(lov)))).toEqual(['KlageGenvurderet']);
    expect(typer(modtaget().then(genvurder(lov, { udfald: 'aendret-helt', ny: ny(lov) }), nu(lov)))).toEqual([
      'KlageGenvurderet',
      'KlageAfsluttet',
    ]);
    const delvist = efter(lov, modtag(lov), genvurder(lov, { udfald: 'aendret-delvist', ny: ny(lov) }));
    expect(typer(delvist.then({ type: 'FastholdKlage', dato: d(lov, '04-03') }, nu(lov)))).toEqual(['KlageFastholdt']);
    const sendt = efter(lov, modtag(lov), genvurder(lov), oversend(lov));
    expect(typer(sendt.then(anke(lov, 'stadfaestet'), nu(lov)))).toEqual(['AnkestyrelsenAfgjort', 'KlageAfsluttet']);
    expect(typer(sendt.then(anke(lov, 'afvist'), nu(lov)))).toEqual(['AnkestyrelsenAfgjort', 'KlageAfsluttet']);
    expect(typer(sendt.then(anke(lov, 'hjemvist'), nu(lov)))).toEqual(['AnkestyrelsenAfgjort']);
    const hjemvist = efter(lov, modtag(lov), genvurder(lov), oversend(lov), anke(lov, 'hjemvist'));
    expect(
      typer(hjemvist.then(gennemfoer(lov, { ny: ny(lov, { dato: d(lov, '07-01'), erstatter: false }) }), nu(lov))),
    ).toEqual(['KlageudfaldGennemfoert', 'KlageAfsluttet']);
    const aendret = efter(lov, modtag(lov), genvurder(lov), oversend(lov), anke(lov, 'aendret'));
    expect(typer(aendret.then(gennemfoer(lov), nu(lov)))).toEqual(['KlageudfaldGennemfoert', 'KlageAfsluttet']);
    expect(typer(sendt.then({ type: 'TraekKlage', dato: d(lov, '05-01') }, nu(lov)))).toEqual([
      'KlageTrukket',
      'KlageAfsluttet',
    ]);
  });

  test('en klage, der er slut, behandles ikke igen', () => {
    for (const mere of [{}, { organ: 'BUU' }]) {
      const trukket = efter(lov, modtag(lov, mere), { type: 'TraekKlage', dato: d(lov, '04-01') });
      expect(trukket.refused({ type: 'TraekKlage', dato: d(lov, '04-02') }, nu(lov))).toMatchObject({
        kode: 'klage-afsluttet',
        mere: { status: 409, paragraf: 'organ' in mere ? P[lov].BUU : P[lov].KB },
      });
    }
  });

  test.each<[string, readonly KlageKommando[], KlageKommando, string, string | undefined]>([
    ['der sendes videre uden genvurdering', [], oversend(lov), 'genvurdering-mangler', RSL],
    ['der genvurderes uden begrundelse', [], genvurder(lov, { begrundelse: ' ' }), 'begrundelse-mangler', RSL],
    ['der ændres uden en ny afgørelse', [], genvurder(lov, { udfald: 'aendret-helt' }), 'ny-afgoerelse-mangler', RSL],
    [
      'den nye afgørelse ikke erstatter den gamle',
      [],
      genvurder(lov, { udfald: 'aendret-helt', ny: ny(lov, { erstatter: false }) }),
      'ny-afgoerelse-mangler',
      RSL,
    ],
    [
      'en hjemvist klage sluttes med en afgørelse om noget andet',
      [genvurder(lov), oversend(lov), anke(lov, 'hjemvist')],
      gennemfoer(lov, { ny: ny(lov, { dato: d(lov, '07-01'), erstatter: false, sammeSlags: false }) }),
      'ny-afgoerelse-passer-ikke',
      P[lov].KB,
    ],
    [
      'en ændret afgørelse gennemføres med en afgørelse om noget andet',
      [genvurder(lov), oversend(lov), anke(lov, 'aendret')],
      gennemfoer(lov, { ny: ny(lov, { dato: d(lov, '07-01'), erstatter: false, sammeSlags: false }) }),
      'ny-afgoerelse-passer-ikke',
      P[lov].KB,
    ],
    [
      'den nye afgørelse er i en anden sag',
      [],
      genvurder(lov, { udfald: 'aendret-delvist', ny: ny(lov, { sammeSag: false }) }),
      'ny-afgoerelse-passer-ikke',
      RSL,
    ],
    [
      'den nye afgørelse er fra før klagen',
      [],
      genvurder(lov, { udfald: 'aendret-helt', ny: ny(lov, { dato: d(lov, '03-19') }) }),
      'ny-afgoerelse-passer-ikke',
      RSL,
    ],
    ['der fastholdes med en ny afgørelse', [], genvurder(lov, { ny: ny(lov) }), 'ny-afgoerelse-passer-ikke', RSL],
    [
      'der genvurderes, før klagen kom',
      [],
      genvurder(lov, { dato: d(lov, '03-19') }),
      'forkert-raekkefoelge',
      P[lov].KB,
    ],
    [
      'resten fastholdes, før klageren fik delvist medhold',
      [genvurder(lov, { udfald: 'aendret-delvist', ny: ny(lov) })],
      { type: 'FastholdKlage', dato: d(lov, '04-01') },
      'forkert-raekkefoelge',
      RSL,
    ],
    [
      'klageren ikke er spurgt om resten',
      [genvurder(lov, { udfald: 'aendret-delvist', ny: ny(lov) })],
      oversend(lov),
      'klager-ikke-spurgt',
      RSL,
    ],
    [
      'der sendes før genvurderingen',
      [genvurder(lov)],
      oversend(lov, { sendt: d(lov, '04-01') }),
      'forkert-raekkefoelge',
      RSL,
    ],
    [
      'Ankestyrelsen afgør, før den har klagen',
      [genvurder(lov), oversend(lov)],
      anke(lov, 'stadfaestet', { dato: d(lov, '04-02') }),
      'forkert-raekkefoelge',
      P[lov].KB,
    ],
    [
      'en hjemvist sag følges uden en ny afgørelse',
      [genvurder(lov), oversend(lov), anke(lov, 'hjemvist')],
      gennemfoer(lov),
      'ny-afgoerelse-mangler',
      P[lov].KB,
    ],
    [
      'det ikke begrundes, at der ingen ny afgørelse er',
      [genvurder(lov), oversend(lov), anke(lov, 'hjemvist')],
      gennemfoer(lov, { udenNyAfgoerelse: ' ' }),
      'begrundelse-mangler',
      P[lov].KB,
    ],
    [
      'det begrundes, at der ingen ny afgørelse er, men der er en',
      [genvurder(lov), oversend(lov), anke(lov, 'hjemvist')],
      gennemfoer(lov, { ny: ny(lov, { dato: d(lov, '07-01') }), udenNyAfgoerelse: 'Fyldt 18 år.' }),
      'ny-afgoerelse-passer-ikke',
      P[lov].KB,
    ],
    [
      'den nye afgørelse er fra før hjemvisningen',
      [genvurder(lov), oversend(lov), anke(lov, 'hjemvist')],
      gennemfoer(lov, { ny: ny(lov, { dato: d(lov, '05-31') }) }),
      'ny-afgoerelse-passer-ikke',
      P[lov].KB,
    ],
  ])('nej, når %s', (_titel, foer, kommando, kode, paragraf) => {
    const nej = efter(lov, modtag(lov), ...foer).refused(kommando, nu(lov));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('der kan ikke klages, før afgørelsen er truffet, eller i fremtiden', () => {
    expect(given(klageDecider).refused(modtag(lov, { modtaget: d(lov, '02-28') }), nu(lov)).mere.paragraf).toBe(
      P[lov].KB,
    );
    expect(given(klageDecider).refused(modtag(lov, { modtaget: d(lov, '10-01') }), nu(lov)).kode).toBe(
      'dato-i-fremtiden',
    );
  });

  test('en klage over udvalgets afgørelse og en for sen klage sendes uden genvurdering', () => {
    const udvalg = modtaget({ organ: 'BUU' });
    expect(udvalg.refused(genvurder(lov), nu(lov))).toMatchObject({
      kode: 'genvurderes-ikke',
      mere: { paragraf: P[lov].BUU },
    });
    expect(typer(udvalg.then(oversend(lov), nu(lov)))).toEqual(['KlageOversendt']);
    expect(typer(modtaget({ modtaget: d(lov, '03-30') }).then(oversend(lov), nu(lov)))).toEqual(['KlageOversendt']);
  });

  test('en afsluttet klagesag kan ikke ændres, og trin kan ikke springes over', () => {
    const slut = efter(lov, modtag(lov), genvurder(lov), oversend(lov), anke(lov, 'stadfaestet'));
    expect(slut.refused(genvurder(lov), nu(lov)).mere.status).toBe(409);
    expect(modtaget().refused(anke(lov, 'stadfaestet'), nu(lov)).mere.status).toBe(409);
    expect(modtaget().refused({ type: 'FastholdKlage', dato: d(lov, '04-03') }, nu(lov)).mere.status).toBe(409);
  });

  test('vejledningen: hvad der skal, og hvad der ikke må ske, mens klagen behandles', () => {
    const koder = (...k: readonly KlageKommando[]) =>
      klageskridt(efter(lov, ...k).state).map((s) => `${s.art} ${s.kode}`);
    expect(koder(modtag(lov))).toEqual(['kan opsaettende-virkning', 'skal remonstration']);
    expect(koder(modtag(lov, { opsaettendeVirkning: true }))[0]).toBe('maa-ikke opsaettende-virkning');
    expect(koder(modtag(lov, { modtaget: d(lov, '03-30') }))[1]).toBe('skal klage-oversendelse');
    expect(koder(modtag(lov), genvurder(lov))[1]).toBe('skal klage-oversendelse');
    expect(koder(modtag(lov), genvurder(lov, { udfald: 'aendret-delvist', ny: ny(lov) }))[1]).toBe(
      'skal klage-fastholdt',
    );
    expect(koder(modtag(lov), genvurder(lov), oversend(lov))[1]).toBe('kan klage-anke');
    expect(koder(modtag(lov), genvurder(lov), oversend(lov), anke(lov, 'hjemvist'))[1]).toBe('skal klage-hjemvist');
    const aendret = (afgoerelseKode: string) =>
      koder(modtag(lov, { organ: 'BUU', afgoerelseKode }), oversend(lov), anke(lov, 'aendret')).slice(1);
    expect(aendret('anbringelse-uden-samtykke')).toEqual(['skal klage-aendret', 'skal genbehandling']);
    // Only a placement is treated again.
    expect(aendret('samvaer')).toEqual(['skal klage-aendret']);
    expect(koder(modtag(lov), { type: 'TraekKlage', dato: d(lov, '03-21') })).toEqual([]);
  });
});
