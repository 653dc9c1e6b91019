import { type Rolle } from '../../platform/auth/actor.js';
import { type Advis } from './dan_advis.js';
import { eskaleretIAndreTeams, samlOverdragelser, stammerFor, vises, type Visningsvalg } from './synlighed.js';

const SAG = '00000000-0000-7000-8000-00000000000a';
const bruger = (id: string, ...roller: Rolle[]) => ({ id, navn: id, kommune: 840, roller });
const tl = bruger('tl01', 'teamleder');
const mo = bruger('mo01', 'modtagelse');
const sb = bruger('sb01', 'sagsbehandler');
const advis = (mere: Partial<Advis> = {}): Advis => ({
  ...{ klasse: 'overskredet', forfaldTid: null, siden: '2026-11-01', noegle: 'a', advisId: SAG, barnId: SAG },
  ...{ sagId: SAG, underretningId: null, emne: 'undersoegelse', sagsbehandler: 'sb01', team: null },
  skridt: { kode: 'a', art: 'skal', tekst: 'a', hvorfor: 'a', hjemmel: 'BL § 20', enkeltsagId: SAG, frist: null },
  ...{ flereSkridt: 0, enkeltsagIder: [SAG], dageOverskredet: 9, udsatTil: null, eskaleret: 'frist-overskredet' },
  ...mere,
});
const underretning = (mere: Partial<Advis> = {}): Advis =>
  advis({ klasse: 'fare', sagId: null, underretningId: SAG, emne: 'underretning', sagsbehandler: null, ...mere });

describe('Hvem der ser et advis', () => {
  test.each<[string, Advis, Visningsvalg, typeof tl, boolean]>([
    ['teamlederen ser det eskalerede i andres sager uden at spørge efter det', advis(), {}, tl, true],
    ['… og med eskaleret=true', advis(), { eskaleret: true }, tl, true],
    ['… men ikke med eskaleret=false', advis(), { eskaleret: false }, tl, false],
    ['… og ikke det, der ikke er eskaleret', advis({ eskaleret: null }), {}, tl, false],
    ['… eller når der spørges om en anden', advis(), { ansvarlig: 'sb02' }, tl, false],
    ['teamlederen ser en eskaleret underretning om fare', underretning(), {}, tl, true],
    ['… men ikke modtagelsens øvrige', underretning({ eskaleret: null }), {}, tl, false],
    ['modtagelsen ser sine underretninger', underretning({ eskaleret: null }), {}, mo, true],
    ['fare skjules aldrig for den, der skal handle', underretning({ udsatTil: '2099-01-01' }), {}, mo, true],
    ['… heller ikke på en sag', advis({ klasse: 'fare', udsatTil: '2099-01-01', eskaleret: null }), {}, sb, true],
    ['andet kan udsættes', advis({ udsatTil: '2026-12-01' }), {}, sb, false],
    ['en overdragelse kan ikke', advis({ emne: 'overdragelse', udsatTil: '2026-12-01' }), {}, sb, true],
    ['en sagsbehandler ser ikke andres, selv om de er eskaleret', advis({ sagsbehandler: 'sb02' }), {}, sb, false],
  ])('%s', (_hvad, a, valg, aktoer, skal) => {
    expect(vises(a, valg, aktoer)).toBe(skal);
  });

  const boerneleder = { ...tl, teams: ['boerne'] };
  test.each<[string, Partial<Advis>, Visningsvalg, boolean]>([
    ['eget teams', { team: 'boerne' }, {}, true],
    ['et andet teams ikke', { team: 'unge' }, {}, false],
    ['… heller ikke, når der kun spørges om det eskalerede', { team: 'unge' }, { eskaleret: true }, false],
    ['… men med team=alle', { team: 'unge' }, { team: 'alle' }, true],
    ['det, intet team har', { team: null }, {}, true],
    ['det, ingen har, også i et andet team', { team: 'unge', sagsbehandler: null }, {}, true],
    ['en underretning', { sagId: null, underretningId: SAG, sagsbehandler: null, klasse: 'fare' }, {}, true],
    ['det, lederen selv har i et andet team', { team: 'unge', sagsbehandler: 'tl01' }, {}, true],
    ['det ikke-eskalerede heller ikke med team=alle', { team: 'unge', eskaleret: null }, { team: 'alle' }, false],
  ])('Nævner tokenet lederens team, ses af det eskalerede: %s', (_hvad, mere, valg, skal) => {
    expect(vises(advis(mere), valg, boerneleder)).toBe(skal);
  });

  test('Det, lederen ikke ser af det eskalerede, er talt pr. team; intet er talt, som ses', () => {
    const alle = [
      ...[advis({ team: 'unge' }), advis({ team: 'unge' }), advis({ team: 'boerne' }), advis({ team: null })],
      ...[
        advis({ team: 'handicap' }),
        advis({ team: 'handicap', eskaleret: null }),
        advis({ team: 'unge', sagsbehandler: null }),
      ],
    ];
    expect(eskaleretIAndreTeams(alle, {}, boerneleder)).toEqual([
      { team: 'handicap', antal: 1 },
      { team: 'unge', antal: 2 },
    ]);
    expect(eskaleretIAndreTeams(alle, { team: 'alle' }, boerneleder)).toEqual([]);
    expect(eskaleretIAndreTeams(alle, { eskaleret: false }, boerneleder)).toEqual([]);
    // Whose token names no team, and who is no leader.
    expect(eskaleretIAndreTeams(alle, {}, tl)).toEqual([]);
    expect(eskaleretIAndreTeams(alle, {}, { ...sb, teams: ['boerne'] })).toEqual([]);
  });

  test('en teamleder får også de sager, ingen har, og dem, der intet team har', () => {
    const pr = '2026-11-23T09:00:00.000Z';
    expect(stammerFor({}, tl, pr)).toEqual({
      stammer: [{ ansvarlig: 'tl01' }, { utildelte: true }, { maaskeEskaleret: pr }],
      modtagelse: true,
    });
    expect(stammerFor({ team: 'alle' }, tl, pr)).toEqual(stammerFor({}, tl, pr));
    expect(stammerFor({ udenTeam: true }, tl, pr)).toEqual({ stammer: [{ udenTeam: true }], modtagelse: false });
    expect(stammerFor({}, sb, pr)).toEqual({ stammer: [{ ansvarlig: 'sb01' }], modtagelse: false });
  });
});

test('Overdragelser samles pr. modtager uden for de ti; kun de eskalerede står også i rækken', () => {
  const overdragelse = (siden: string, eskaleret: Advis['eskaleret'] = null) =>
    advis({ emne: 'overdragelse', klasse: 'kvalitet', siden, eskaleret });
  const gammel = overdragelse('2026-11-01', 'overdragelse-ubesvaret');
  const andet = advis();
  const { ventende, rangerede } = samlOverdragelser([overdragelse('2026-11-20'), gammel, andet]);
  const sag = { sagId: SAG, barnId: SAG };
  expect(ventende).toEqual([{ sagsbehandler: 'sb01', aeldste: '2026-11-01', sager: [sag, sag] }]);
  expect(rangerede).toEqual([gammel, andet]);
});
