import { context, given } from '../../platform/testing/given-when-then.js';
import { aktindsigtDecider, type AktindsigtKommando } from './aktindsigt.js';
import { aktindsigtsskridt } from './vejledning.js';

const id = (n: number): string => `00000000-0000-7000-8000-00000000012${String(n)}`;
const [AKT, SAG, BARN, MOR] = [0, 1, 2, 3].map(id) as [string, string, string, string];
const OFL = 'offentlighedsloven § 36, stk. 2';
const GDPR = 'databeskyttelsesforordningen art. 12, stk. 3';
const typer = (haendelser: readonly { readonly type: string }[]) => haendelser.map((e) => e.type.split('.')[1]);

// The law on access did not change with the act; the gate of barnets lov § 18 comes from outside as a fact.
describe.each([
  { lov: 'SEL', aar: '2023' },
  { lov: 'BL', aar: '2024' },
])('Aktindsigt under $lov', ({ aar }) => {
  const d = (dag: string): string => `${aar}-${dag}`;
  const nu = context(`${aar}-06-30T12:00:00+02:00`);
  const anmod = (mere: object = {}): AktindsigtKommando => ({
    type: 'AnmodAktindsigt',
    ...{ aktindsigtId: AKT, sagId: SAG, barnId: BARN, art: 'part', anmoderId: MOR, kendtPerson: true, erPart: true },
    ...{ modtaget: d('03-01'), svarSenest: d('03-12'), oensker: 'Alt.' },
    ...mere,
  });
  const gdpr = anmod({ art: 'gdpr', svarSenest: d('04-01') });
  const brev = (mere: object = {}): AktindsigtKommando => ({
    type: 'SendFristbrev',
    ...{ sendt: d('03-08'), forventet: d('03-22'), begrundelse: 'Omfattende.' },
    ...mere,
  });
  const forlaeng = (mere: object = {}): AktindsigtKommando => ({
    type: 'ForlaengGdpr',
    ...{ sendt: d('04-01'), begrundelse: 'Mange systemer.' },
    ...mere,
  });
  const afgoer = (mere: object = {}): AktindsigtKommando => ({
    type: 'AfgoerAktindsigt',
    ...{ dato: d('03-11'), udfald: 'fuld', klagevejledning: false, maskeret: false, beskyttedeAndre: 0 },
    risikovurderingMangler: false,
    ...mere,
  });
  function efter(...kommandoer: readonly AktindsigtKommando[]) {
    type Haendelse = Parameters<typeof aktindsigtDecider.evolve>[1];
    const sket: Haendelse[] = [];
    for (const kommando of kommandoer) sket.push(...given(aktindsigtDecider, ...sket).then(kommando, nu));
    return given(aktindsigtDecider, ...sket);
  }

  test('en anmodning modtages én gang, og kun en, der findes, behandles', () => {
    const igen = efter(anmod()).refused(anmod(), nu);
    expect([igen.kode, igen.mere.status]).toEqual(['aktindsigt-findes', 409]);
    expect(efter().refused(brev(), nu).kode).toBe('aktindsigt-findes-ikke');
  });

  test('den samme klage over tiden modtages én gang', () => {
    const klage: AktindsigtKommando = { type: 'ModtagTidsklage', modtaget: d('03-20') };
    const igen = efter(anmod(), klage).refused(klage, nu);
    expect([igen.kode, igen.mere.status]).toEqual(['klage-modtaget', 409]);
  });

  test('dagen, den kom, rettes ikke til en dag, hvor reglen ikke gjaldt', () => {
    const ret = (svarSenest: string | undefined): AktindsigtKommando => ({
      ...{ type: 'RetModtagelse', modtaget: d('02-28'), begrundelse: 'Poststemplet.' },
      svarSenest,
    });
    expect(efter(anmod()).refused(ret(undefined), nu)).toMatchObject({
      ...{ kode: 'lov-ikke-i-kraft', mere: { felt: 'dato', paragraf: OFL } },
    });
    expect(efter(gdpr).refused(ret(undefined), nu).mere.paragraf).toBe(GDPR);
    expect(typer(efter(anmod()).then(ret(d('03-11')), nu))).toEqual(['AktindsigtmodtagelseRettet']);
  });

  test('lovligt → hændelse', () => {
    expect(typer(efter(anmod()).then(brev(), nu))).toEqual(['AktindsigtFristbrevSendt']);
    expect(typer(efter(gdpr).then(forlaeng(), nu))).toEqual(['GdprFristForlaenget']);
    expect(typer(efter(anmod()).then(afgoer(), nu))).toEqual(['AktindsigtAfgjort']);
    const delvis = afgoer({ udfald: 'delvis', begrundelse: 'Andres forhold.', klagevejledning: true });
    expect(typer(efter(anmod()).then(delvis, nu))).toEqual(['AktindsigtAfgjort']);
    expect(typer(efter(anmod()).then({ type: 'ModtagTidsklage', modtaget: d('03-20') }, nu))).toEqual([
      'AktindsigtKlageModtaget',
    ]);
    expect(
      typer(
        efter(anmod(), { type: 'ModtagTidsklage', modtaget: d('03-20') }).then(
          { type: 'VideresendTidsklage', dato: d('03-25') },
          nu,
        ),
      ),
    ).toEqual(['AktindsigtKlageVideresendt']);
  });

  test.each<[string, readonly AktindsigtKommando[], AktindsigtKommando, string, string | undefined]>([
    ['partsaktindsigt til en, der ikke er part', [], anmod({ erPart: false }), 'ikke-part', 'forvaltningsloven § 9'],
    [
      'indsigt til en, der ikke er registreret',
      [],
      anmod({ art: 'gdpr', kendtPerson: false }),
      'ikke-registreret',
      'databeskyttelsesforordningen art. 15',
    ],
    ['før loven gjaldt', [], anmod({ art: 'gdpr', svarSenest: undefined }), 'lov-ikke-i-kraft', GDPR],
    ['uden at sige hvad', [], anmod({ oensker: ' ' }), 'oensker-mangler', OFL],
    ['fristbrev uden begrundelse', [anmod()], brev({ begrundelse: ' ' }), 'begrundelse-mangler', OFL],
    ['fristbrev uden senere dag', [anmod()], brev({ forventet: d('03-08') }), 'forventet-passer-ikke', OFL],
    ['fristbrev til den registrerede', [gdpr], brev(), 'fristbrev-passer-ikke', GDPR],
    ['forlængelse af en parts frist', [anmod()], forlaeng(), 'kan-ikke-forlaenges', GDPR],
    ['forlængelse to gange', [gdpr, forlaeng()], forlaeng(), 'kan-ikke-forlaenges', GDPR],
    ['forlængelse efter en måned', [gdpr], forlaeng({ sendt: d('04-02') }), 'forlaengelse-for-sent', GDPR],
    [
      'afslag uden begrundelse',
      [anmod()],
      afgoer({ udfald: 'afslag', klagevejledning: true }),
      'begrundelse-mangler',
      'forvaltningsloven §§ 22-24',
    ],
    [
      'afslag uden klagevejledning',
      [anmod()],
      afgoer({ udfald: 'afslag', begrundelse: 'x' }),
      'klagevejledning-mangler',
      'forvaltningsloven § 25',
    ],
    [
      'udlevering med en beskyttet adresse',
      [anmod()],
      afgoer({ beskyttedeAndre: 1 }),
      'beskyttet-adresse',
      'CPR-loven § 28',
    ],
    [
      'udlevering før risikovurderingen',
      [anmod()],
      afgoer({ risikovurderingMangler: true }),
      'risikovurdering-mangler',
      'BL § 18, stk. 3',
    ],
    [
      'klage over tiden, før der er gået 14 dage',
      [anmod()],
      { type: 'ModtagTidsklage', modtaget: d('03-14'), klageFra: d('03-15') },
      'klage-for-tidlig',
      'offentlighedsloven (klagekapitlet)',
    ],
    [
      'klage over tiden fra den registrerede',
      [gdpr],
      { type: 'ModtagTidsklage', modtaget: d('03-20'), klageFra: d('03-15') },
      'klage-til-datatilsynet',
      'databeskyttelsesforordningen art. 77',
    ],
    ['afgørelse, før anmodningen kom', [anmod()], afgoer({ dato: d('02-28') }), 'forkert-raekkefoelge', OFL],
  ])('nej: %s', (_titel, foer, kommando, kode, paragraf) => {
    const nej = efter(...foer).refused(kommando, nu);
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('et afslag kræver ingen maskering, og barnet selv ingen risikovurdering', () => {
    const afslag = afgoer({ udfald: 'afslag', begrundelse: 'x', klagevejledning: true, beskyttedeAndre: 1 });
    expect(efter(anmod()).then(afslag, nu)).toHaveLength(1);
    expect(efter(anmod({ anmoderId: BARN })).then(afgoer({ risikovurderingMangler: true }), nu)).toHaveLength(1);
  });

  test('en afgjort anmodning og en videresendt klage kan ikke ændres', () => {
    expect(efter(anmod(), afgoer()).refused(brev(), nu).mere.status).toBe(409);
    expect(efter(anmod()).refused({ type: 'VideresendTidsklage', dato: d('03-25') }, nu).mere.status).toBe(409);
  });

  test('vejledningen siger hvad og inden hvornår', () => {
    const koder = (...k: readonly AktindsigtKommando[]) =>
      aktindsigtsskridt(efter(...k).state).map((s) => `${s.art} ${s.kode}`);
    expect(koder(anmod())).toEqual(['skal aktindsigt', 'kan aktindsigt-fristbrev']);
    expect(koder(anmod(), brev())).toEqual(['skal aktindsigt']);
    expect(koder(gdpr)).toEqual(['skal gdpr-indsigt', 'kan gdpr-forlaengelse']);
    expect(koder(anmod(), { type: 'ModtagTidsklage', modtaget: d('03-20') }, afgoer())).toEqual([
      'skal aktindsigt-klage-tid',
    ]);
  });
});
