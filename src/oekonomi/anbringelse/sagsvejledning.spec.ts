import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { anbringelseDecider } from './anbringelse.js';
import { type AnbringelseEvent } from './haendelser.js';
import { anbringelsesskridt } from './vejledning.js';
import { anbragtUdenGrundlag } from './sagsvejledning.js';
import { A, AFG, BARN, BFU, BUU, dag, igang, LOVE, medTvang, nu, PLAN, SAG } from './testing/forloeb.js';
import { sket, traek } from './testing/kommandoer.js';
import { kraevIkkeSlut, kraevOvertaget } from './udvalgsgrundlag.js';

type Haendelse = { readonly type: string; readonly data: object };
const stroem = (kind: string, haendelser: readonly Haendelse[]): readonly StoredEvent[] =>
  haendelser.map((h) => ({ ...h, kind }) as unknown as StoredEvent);

const lov = indlaesLovpakke();

describe.each(LOVE)('En anbringelse, der hviler på noget (%s)', (regime) => {
  const idag = dag(regime, '12-20', 1);
  const hjemmel = regime === 'SEL' ? 'SEL §§ 62, 68, stk. 2, og 75' : 'BL §§ 50, 100, stk. 1, og 143';
  const anbragt = (events: readonly AnbringelseEvent[]) => stroem('oekonomi.anbringelse', events);
  const buu = (...mere: readonly Haendelse[]) =>
    stroem('sagsstyring.buu-sag', [
      { type: 'sagsstyring.BuuSagRejst', data: { buuSagId: AFG, sagId: SAG, afgoerelseKode: 'x' } },
      { type: 'sagsstyring.BuuAfgjort', data: { afgoerelseId: BUU, dato: dag(regime, '03-05'), vedtaget: true } },
      ...mere,
    ]);
  const ophoert = (dato: string): Haendelse => ({ type: 'sagsstyring.AnbringelsesgrundlagOphoert', data: { dato } });
  const fastsat = (genbehandlesSenest: string): Haendelse => ({
    type: 'sagsstyring.GenbehandlingsfristSat',
    data: { dato: dag(regime, '03-05'), genbehandling: 'fastsat', genbehandlesSenest, grundlag: 'udvalg' },
  });
  const inden = (genbehandling: '1aar' | '2aar'): Haendelse => ({
    type: 'sagsstyring.GenbehandlingsfristSat',
    data: { dato: dag(regime, '03-05'), genbehandling, grundlag: 'udvalg' },
  });
  const koder = (...stroemme: readonly (readonly StoredEvent[])[]) =>
    anbragtUdenGrundlag(lov)(stroemme, idag).map((s) => [s.art, s.kode, s.hjemmel]);

  test.each<[string, readonly Haendelse[], boolean]>([
    ['gælder', [], false],
    ['er ophørt', [ophoert(dag(regime, '11-01', 1))], true],
    ['skulle være genbehandlet i går', [fastsat(dag(regime, '12-19', 1))], true],
    // Decided on 5 March: a year has gone by 20 December of the next, two have not.
    ['skulle være genbehandlet inden ét år', [inden('1aar')], true],
    ['skal genbehandles inden to år', [inden('2aar')], false],
    ['skal genbehandles i dag', [fastsat(dag(regime, '12-20', 1))], false],
  ])(`udvalgets afgørelse %s (${hjemmel})`, (_navn, mere, skal) => {
    expect(koder(anbragt(igang(regime, medTvang(regime))), buu(...mere))).toEqual(
      skal ? [['skal', 'anbringelse-uden-grundlag', hjemmel]] : [],
    );
  });

  // The return was decided on 1 October of the second year; the day asked about is in its period.
  const hjemAfgjort: AnbringelseEvent = {
    type: 'oekonomi.HjemgivelseAfgjort',
    data: {
      ...{
        anbringelseId: A,
        barnId: BARN,
        sagId: SAG,
        regime,
        afgoerelseId: AFG,
        afgoerelseDato: dag(regime, '10-01', 1),
      },
      ...{ udfald: 'hjemgives', periodeSlut: dag(regime, '01-31', 2), orienterUdvalg: true },
      ...{ begrundelse: 'Kan igen.', barnetsHoldning: 'Glæder sig.' },
    },
  };
  const iPerioden = regime === 'SEL' ? 'SEL §§ 62 og 68' : 'BL §§ 50 og 100, stk. 4';
  test.each<[string, readonly Haendelse[], boolean]>([
    ['gælder', [], false],
    ['skal genbehandles i dag', [fastsat(dag(regime, '12-20', 1))], false],
    ['skulle være genbehandlet i går', [fastsat(dag(regime, '12-19', 1))], true],
    ['bar den sidst på dagen, hvor hjemgivelsen blev afgjort', [fastsat(dag(regime, '10-01', 1))], true],
    ['er ophørt siden', [ophoert(dag(regime, '11-01', 1))], true],
    // Then the return was decided because of it.
    ['var ophørt, da hjemgivelsen blev afgjort', [ophoert(dag(regime, '10-01', 1))], false],
    ['skulle være genbehandlet, før hjemgivelsen blev afgjort', [fastsat(dag(regime, '09-30', 1))], false],
  ])(`i hjemgivelsesperioden skal afgørelsen stadig bære: den %s (${iPerioden})`, (_navn, mere, skal) => {
    expect(koder(anbragt([...igang(regime, medTvang(regime)), hjemAfgjort]), buu(...mere))).toEqual(
      skal ? [['skal', 'anbringelse-uden-grundlag', iPerioden]] : [],
    );
  });

  test.each<[string, Parameters<typeof igang>[1], boolean, readonly string[]]>([
    [
      'formandens afgørelse skal stadig afløses',
      {
        ...medTvang(regime),
        udvalg: { formandsafgoerelseId: AFG, dato: dag(regime, '03-05'), afgoerelseKode: 'anbringelse-uden-samtykke' },
      },
      false,
      ['Hjemgiv barnet, før formandens afgørelse falder bort, eller lad børne- og ungeudvalget afgøre sagen'],
    ],
    [
      'en overtaget afgørelses frist skal stadig holdes øje med',
      {
        ...medTvang(regime),
        udvalg: { reference: '12', dato: dag(regime, '03-05'), afgoerelseKode: 'anbringelse-uden-samtykke' },
      },
      false,
      [
        'Skaf udvalgets afgørelse fra den kommune, der traf den, hold selv øje med genbehandlingsfristen, og rejs sagen her i tide',
      ],
    ],
    ['et samtykke, der er trukket tilbage, er besvaret med hjemgivelsen', {}, true, []],
  ])('i hjemgivelsesperioden: %s (SEL § 68 / BL § 100, stk. 4)', (_navn, mere, traekkes, tekster) => {
    const foer = igang(regime, mere);
    const trukket = traekkes ? sket(...foer).then(traek(regime), nu(regime)) : [];
    const skridt = anbringelsesskridt(fold(anbringelseDecider, [...foer, ...trukket, hjemAfgjort]), idag, lov);
    const grundlaget = skridt.filter(({ kode }) =>
      ['anbringelse-endelig-afgoerelse', 'anbringelse-overtaget-afgoerelse', 'anbringelse-uden-samtykke'].includes(
        kode,
      ),
    );
    expect(grundlaget.map(({ tekst }) => tekst)).toEqual(tekster);
  });

  test('en permanent anbringelse hviler på udvalgets afgørelse om det, som ikke genbehandles (SEL § 68 a / BL § 67)', () => {
    const permanent: AnbringelseEvent = {
      type: 'oekonomi.PermanentAnbringelseBesluttet',
      data: {
        ...{ anbringelseId: A, barnId: BARN, sagId: SAG, regime, hjemmel: 'x', dato: dag(regime, '02-01', 1) },
        ...{ udvalgsafgoerelseId: AFG, bfuId: BFU, planId: PLAN, psykologiskVurderingDato: dag(regime, '01-20', 1) },
        ...{ tilknytning: 'Stærk.', barnetsHoldning: 'Vil blive.' },
      },
    };
    const foer = igang(regime, medTvang(regime));
    expect(koder(anbragt(foer), buu(inden('1aar')))).toHaveLength(1);
    expect(koder(anbragt([...foer, permanent]), buu(inden('1aar')))).toEqual([]);
  });

  test(`formandens afgørelse er bortfaldet (${hjemmel})`, () => {
    const udvalg = { formandsafgoerelseId: AFG, dato: dag(regime, '03-05'), afgoerelseKode: 'x' };
    const events = igang(regime, { ...medTvang(regime), udvalg });
    const truffet: Haendelse = {
      type: 'sagsstyring.ForeloebigAfgoerelseTruffet',
      data: { formandsafgoerelseId: AFG, truffet: `${dag(regime, '03-05')}T10:00:00+01:00` },
    };
    const ivaerksat: Haendelse = {
      type: 'sagsstyring.ForeloebigAfgoerelseIvaerksat',
      data: { ivaerksat: 'x', godkendesSenest: dag(regime, '03-11'), gyldigTil: dag(regime, '04-05'), parter: [] },
    };
    const formand = (...mere: readonly Haendelse[]) => stroem('sagsstyring.formandsafgoerelse', mere);
    expect(koder(anbragt(events), formand(truffet, ivaerksat))).toHaveLength(1);
    expect(koder(anbragt(events), formand(truffet))).toEqual([]);
    // The committee's own decision has taken its place, and carries the placement until it should be treated again.
    const erstattet: Haendelse = {
      type: 'sagsstyring.ForeloebigAfgoerelseErstattet',
      data: { buuSagId: AFG, dato: dag(regime, '03-10') },
    };
    const afloest = formand(truffet, ivaerksat, erstattet);
    expect(koder(anbragt(events), afloest, buu(fastsat(dag(regime, '12-20', 1))))).toEqual([]);
    expect(koder(anbragt(events), afloest, buu(fastsat(dag(regime, '12-19', 1))))).toHaveLength(1);
  });

  test('en anbringelse med samtykke hviler ikke på udvalget', () => {
    expect(koder(anbragt(igang(regime)), buu(ophoert(dag(regime, '11-01', 1))))).toEqual([]);
  });

  test('en afgørelse, der er ophørt eller skulle være genbehandlet, bærer intet nyt (SEL § 62 / BL § 50)', () => {
    expect(() => kraevIkkeSlut(dag(regime, '03-04', 1), regime)).toThrow(
      expect.objectContaining({
        kode: 'grundlag-ophoert',
        mere: {
          felt: 'udvalg',
          paragraf: regime === 'SEL' ? 'SEL §§ 62 og 68' : 'BL §§ 50 og 100',
          mangler: ['udvalgsafgoerelse'],
        },
      }),
    );
    expect(() => kraevIkkeSlut(null, regime)).not.toThrow();
  });

  test.each<[string, object, boolean, string | null]>([
    ['i en sag, der ikke er overtaget', { afgoerelseKode: 'x', overtaget: 'y' }, false, 'reference-uden-overtagelse'],
    ['uden hvad der blev afgjort', { overtaget: 'y' }, true, 'overtagelse-uoplyst'],
    ['uden hvor fra', { afgoerelseKode: 'x' }, true, 'overtagelse-uoplyst'],
    ['med det hele', { afgoerelseKode: 'x', overtaget: 'y' }, true, null],
  ])('en reference i stedet for udvalgets afgørelse: %s (SEL § 74 / BL § 142)', (_navn, mere, overtaget, kode) => {
    const paragraf = regime === 'SEL' ? 'SEL §§ 74-75' : 'BL §§ 142-143';
    const proev = () => kraevOvertaget({ reference: '12', dato: dag(regime, '03-05'), ...mere }, overtaget, paragraf);
    if (kode === null) expect(proev()).toEqual({ afgoerelseKode: 'x', overtaget: 'y' });
    else expect(proev).toThrow(expect.objectContaining({ kode, mere: expect.objectContaining({ paragraf }) }));
  });
});
