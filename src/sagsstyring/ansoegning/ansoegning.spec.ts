import { context, given } from '../../platform/testing/given-when-then.js';
import { ansoegningDecider, ansoegningsskridt, type AnsoegningKommando } from './ansoegning.js';

const id = (n: number): string => `00000000-0000-7000-8000-00000000013${String(n)}`;
const AAR = { SEL: '2023', BL: '2024' } as const;
const RSL = 'RSL § 3, stk. 2';
const SVAR = 'forvaltningsloven §§ 22-25';

describe.each(['SEL', 'BL'] as const)('Ansøgning under %s', (regime) => {
  const d = (dag: string): string => `${AAR[regime]}-${dag}`;
  const nu = context(`${d('06-30')}T12:00:00+02:00`);
  const paragrafScreening = regime === 'SEL' ? 'SEL § 50' : 'BL § 18, stk. 1-2';
  const modtag = (mere: object = {}): AnsoegningKommando => ({
    type: 'ModtagAnsoegning',
    ...{ ansoegningId: id(0), sagId: id(1), barnId: id(2), regime, ansoegerId: id(3), modtaget: d('03-01') },
    ...{ svarSenest: d('04-26'), oensker: 'Aflastning.' },
    ...mere,
  });
  const screen = (mere: object = {}): AnsoegningKommando => ({
    type: 'ScreenAnsoegning',
    ...{ dato: d('03-08'), spor: 'bfu', begrundelse: 'Skal undersøges.' },
    ...mere,
  });
  const besked = (mere: object = {}): AnsoegningKommando => ({
    type: 'SendBesked',
    ...{ sendt: d('04-20'), forventet: d('05-24'), begrundelse: 'Udtalelsen mangler.' },
    ...mere,
  });
  const afgoer = (mere: object = {}): AnsoegningKommando => ({
    type: 'AfgoerAnsoegning',
    ...{ dato: d('05-20'), udfald: 'imoedekommet', afgoerelseId: id(4), afgoerelsesdato: d('05-19') },
    ...mere,
  });
  function efter(...kommandoer: readonly AnsoegningKommando[]) {
    type Haendelse = Parameters<typeof ansoegningDecider.evolve>[1];
    const sket: Haendelse[] = [];
    for (const kommando of kommandoer) sket.push(...given(ansoegningDecider, ...sket).then(kommando, nu));
    return given(ansoegningDecider, ...sket);
  }

  test('lovligt → modtaget, screenet, besked og svar; en trukket ansøgning behøver hverken screening eller afgørelse', () => {
    expect(efter(modtag(), screen(), besked(), afgoer()).state).toMatchObject({
      ...{ fase: 'afgjort', screening: { spor: 'bfu' }, afgoerelse: { udfald: 'imoedekommet', afgoerelseId: id(4) } },
      beskeder: [{ forventet: d('05-24') }],
    });
    const trukket = afgoer({ udfald: 'trukket', afgoerelseId: undefined });
    expect(efter(modtag()).then(trukket, nu)).toHaveLength(1);
  });

  test('barnets lov kræver screening også af ansøgninger (§ 18, stk. 1-2); serviceloven kender ingen screening', () => {
    if (regime === 'SEL') {
      expect(efter(modtag()).then(afgoer(), nu)).toHaveLength(1);
      expect(efter(modtag()).refused(screen({ spor: 'afdaekning' }), nu)).toMatchObject({ kode: 'spor-findes-ikke' });
      return;
    }
    expect(efter(modtag()).refused(afgoer(), nu).mere).toMatchObject({
      paragraf: paragrafScreening,
      mangler: ['screening'],
    });
    expect(efter(modtag()).then(screen({ spor: 'afdaekning' }), nu)).toHaveLength(1);
  });

  test.each<[string, readonly AnsoegningKommando[], AnsoegningKommando, string, string]>([
    ['med en frist før ansøgningen', [], modtag({ svarSenest: d('02-28') }), 'forkert-raekkefoelge', RSL],
    ['uden at sige hvad', [], modtag({ oensker: ' ' }), 'oensker-mangler', 'offentlighedsloven § 13'],
    ['screenet, før den kom', [modtag()], screen({ dato: d('02-28') }), 'forkert-raekkefoelge', paragrafScreening],
    ['screenet uden begrundelse', [modtag()], screen({ begrundelse: ' ' }), 'begrundelse-mangler', paragrafScreening],
    ['besked uden senere dag', [modtag()], besked({ forventet: d('04-20') }), 'forventet-passer-ikke', RSL],
    ['besked uden begrundelse', [modtag()], besked({ begrundelse: ' ' }), 'begrundelse-mangler', RSL],
    [
      'svar, før afgørelsen er truffet',
      [modtag(), screen()],
      afgoer({ afgoerelsesdato: d('05-21') }),
      'afgoerelse-passer-ikke',
      SVAR,
    ],
    [
      'svar med en afgørelse fra før ansøgningen',
      [modtag(), screen()],
      afgoer({ afgoerelsesdato: d('01-05') }),
      'afgoerelse-passer-ikke',
      SVAR,
    ],
    ['svar uden afgørelse', [modtag(), screen()], afgoer({ afgoerelseId: undefined }), 'afgoerelse-mangler', SVAR],
    [
      'svar før screeningen',
      [modtag(), screen()],
      afgoer({ dato: d('03-07') }),
      'forkert-raekkefoelge',
      paragrafScreening,
    ],
  ])('nej: %s', (_titel, foer, kommando, kode, paragraf) => {
    const nej = efter(...foer).refused(kommando, nu);
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('hvert trin tages én gang, og en afgjort ansøgning er slut', () => {
    expect(efter(modtag()).refused(modtag(), nu)).toMatchObject({ kode: 'ansoegning-findes', mere: { status: 409 } });
    expect(efter().refused(screen(), nu).kode).toBe('ansoegning-findes-ikke');
    expect(efter(modtag(), screen()).refused(screen(), nu).mere.status).toBe(409);
    expect(efter(modtag(), screen(), afgoer()).refused(besked(), nu).mere.status).toBe(409);
  });

  test('vejledningen siger, hvad der mangler, og inden hvornår', () => {
    const koder = (...k: readonly AnsoegningKommando[]) =>
      ansoegningsskridt(efter(...k).state).map((s) => `${s.art} ${s.kode}`);
    expect(koder(modtag())).toEqual(
      regime === 'BL'
        ? ['skal ansoegning-screening', 'maa-ikke ansoegning-afgoerelse', 'kan sagsbehandlingsfrist-besked']
        : ['kan ansoegning-screening', 'skal ansoegning-afgoerelse', 'kan sagsbehandlingsfrist-besked'],
    );
    expect(koder(modtag(), screen())).toEqual(['skal ansoegning-afgoerelse', 'kan sagsbehandlingsfrist-besked']);
    expect(koder(modtag(), screen(), afgoer())).toEqual([]);
  });
});
