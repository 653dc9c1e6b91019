import { type KendtPerson } from '../../netvaerk/netvaerk.public.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type BegyndtSag, type Sagsbillede } from '../../sagsstyring/sagsstyring.public.js';
import { skrivResume, type Resumegrundlag } from './resume.js';
import { resumeSomMarkdown } from './resume_markdown.js';

const SAG = '00000000-0000-7000-8000-00000000000a';
const BARN = '00000000-0000-7000-8000-00000000000b';
const ID = '00000000-0000-7000-8000-00000000000c';

const stroem = (kind: string, ...h: readonly { type: string; data: object }[]): readonly StoredEvent[] =>
  h.map((e) => ({ ...e, kind, streamId: ID }) as unknown as StoredEvent);
const skridt = (kode: string, mere: Partial<Sagsbillede['skridt'][number]> = {}): Sagsbillede['skridt'][number] => ({
  ...{ kode, art: 'skal', tekst: `Gør ${kode}`, hvorfor: 'Fordi.', hjemmel: 'BL § 20', enkeltsagId: ID, frist: null },
  ...mere,
});
const frist = (forfald: string, status: 'overskredet' | 'kommende') => ({
  ...{
    regel: 'bfu-afslutning',
    navn: 'BFU',
    ansvarligRolle: 'KB',
    forfald,
    status,
    forfaldTid: `${forfald}T22:59:59.999Z`,
  },
});
const sag: BegyndtSag = {
  ...{ fase: 'aaben', sagId: SAG, barnId: BARN, omraade: 'social', omraadeFra: '2026-01-01', oprettet: '2026-01-01' },
  grund: 'underretning',
  ...{ sagsbehandler: 'sb02', team: 'boerne', behandlere: ['sb01', 'sb02'], overdragelse: null, lukket: null },
  ...{
    afvistVedFratraedelse: null,
    indsatser: {},
    kendteEnkeltsager: [ID],
    afsluttedeUndersoegelser: {},
    ansoegninger: [],
    enkeltsager: { [ID]: { art: 'bfu', aabnet: '2026-02-01' } },
  },
};
const barn: KendtPerson = {
  ...{
    fase: 'kendt',
    personId: BARN,
    art: 'barn',
    relationer: {},
    beskyttelse: [{ beskyttet: true, gaelderFra: '2026-01-01' }],
    slettet: null,
  },
  oplysninger: { navn: 'Barn Testesen', foedselsdato: '2018-11-24' },
};
const grundlag = (mere: Partial<Sagsbillede> = {}, seneste: Resumegrundlag['seneste'] = []): Resumegrundlag => ({
  billede: { ...{ id: SAG, art: 'sag', barnId: BARN, stroemme: [], skridt: [], hvile: [], frister: [] }, ...mere },
  ...{ sag, barn, seneste, iDag: '2026-11-23' },
  netvaerk: [{ navn: 'Mor Testesen', art: 'mor', foraeldremyndighed: true }],
});
const markdown = (g: Resumegrundlag) =>
  resumeSomMarkdown(skrivResume(g), { sagId: SAG, pr: '2026-11-23T10:00:00+01:00' });

test('Siden begynder med barnet, sagen og det, der haster; alderen er på dagen', () => {
  const g = grundlag({
    skridt: [
      skridt('a', { frist: frist('2026-11-01', 'overskredet') }),
      skridt('b', { frist: frist('2027-02-01', 'kommende') }),
    ],
  });
  // Turns eight tomorrow.
  expect(skrivResume(g)).toMatchObject({
    barn: { alder: 7, adressebeskyttet: true },
    sag: { sagsbehandler: 'sb02', tidligereSagsbehandlere: ['sb01'] },
    haster: [{ kode: 'a', inden: '2026-11-01', overskredet: true }],
    skalGoeres: [{ kode: 'b', inden: '2027-02-01', overskredet: false }],
  });
  const side = markdown(g);
  expect(side.startsWith('# Barn Testesen, 7 år\n')).toBe(true);
  expect(side).toContain('**Navne- og adressebeskyttelse');
  expect(side).toContain('- Gør a. **Fristen var 2026-11-01.** Fordi. (BL § 20)');
  expect(side.indexOf('## Haster')).toBeLessThan(side.indexOf('## Skal gøres'));
});

test('Kun det, der gælder nu: ophørte indsatser, erstattede planer og modtagne udtalelser er ikke med', () => {
  const bevilget = (navn: string) => ({
    ...{
      type: 'oekonomi.IndsatsBevilget',
      data: { indsatsnavn: navn, formaal: 'Ro.', barnetsHoldning: 'Ja.', afgoerelseDato: '2026-05-01' },
    },
  });
  const anmodet = (udtalelseId: string, aktoer: string) => ({
    ...{ type: 'ics.UdtalelseAnmodet', data: { udtalelseId, aktoer, svarfrist: '2026-12-01' } },
  });
  const maal = (maalId: string, tekst: string) => ({ type: 'ics.MaalOpstillet', data: { maalId, maal: tekst } });
  const opretter = { type: 'ics.PlanOprettet', data: { planId: ID } };
  const godkendt = { type: 'ics.PlanGodkendt', data: { planId: ID, godkendtDato: '2026-06-01' } };
  const resume = skrivResume(
    grundlag({
      stroemme: [
        stroem('oekonomi.indsats', bevilget('Familiebehandling'), {
          type: 'oekonomi.IndsatsIvaerksat',
          data: { ivaerksatDato: '2026-05-10' },
        }),
        stroem('oekonomi.indsats', bevilget('Kontaktperson'), { type: 'oekonomi.IndsatsOphoert', data: {} }),
        stroem('ics.undersoegelse', anmodet('1', 'Skolen'), anmodet('2', 'Klubben'), {
          type: 'ics.UdtalelseModtaget',
          data: { udtalelseId: '1' },
        }),
        // One goal was carried forward, one put in other words, one taken out before the plan was approved.
        stroem(
          'ics.plan',
          opretter,
          {
            type: 'ics.MaalViderefoert',
            data: { maal: [{ maalId: 'm0', indsatsIder: [] }], tekster: [{ maalId: 'm0', maal: 'Skolegang' }] },
          },
          maal('m1', 'Rutine'),
          { type: 'ics.MaalRettet', data: { maalId: 'm1', maal: 'Rutiner' } },
          maal('m9', 'Fjernet'),
          { type: 'ics.MaalFjernet', data: { maalId: 'm9' } },
          godkendt,
          {
            type: 'ics.OpfoelgningAfholdt',
            data: {
              dato: '2026-08-01',
              indsatsIder: [],
              barnetsHoldning: 'Det er blevet bedre.',
              maalstatus: [{ maalId: 'm1', status: 'naaet' }],
            },
          },
        ),
        stroem('ics.plan', opretter, maal('m2', 'Gammelt'), godkendt, { type: 'ics.PlanErstattet', data: {} }),
        stroem('ics.plan', opretter, maal('m3', 'Kun en kladde')),
      ],
    }),
  );
  expect(resume).toMatchObject({
    indsatser: [{ navn: 'Familiebehandling', ivaerksat: '2026-05-10' }],
    venterPaa: [{ aktoer: 'Klubben', svarfrist: '2026-12-01' }],
    maal: [
      { maal: 'Skolegang', status: 'ikke-begyndt' },
      { maal: 'Rutiner', status: 'naaet' },
    ],
    barnetsHoldning: { dato: '2026-08-01', tekst: 'Det er blevet bedre.' },
  });
  expect([resume.indsatser.length, resume.maal.length]).toEqual([1, 2]);
});

test('Det, der ikke er plads til, tælles: intet udelades stiltiende', () => {
  const g = grundlag({ skridt: Array.from({ length: 10 }, (_, nr) => skridt(String(nr), { fare: true })) });
  expect(skrivResume(g)).toMatchObject({ flere: { haster: 4, skalGoeres: 0, maal: 0 } });
  // Ten are urgent and six are shown: four more.
  expect(markdown(g)).toContain('## Haster (og 4 mere)\n');
  expect(markdown(grundlag({ skridt: [skridt('a')] }))).not.toContain('mere');
});

test('En lukket sag siger, hvornår den blev lukket', () => {
  const side = markdown({ ...grundlag(), sag: { ...sag, fase: 'lukket', lukket: '2026-10-31' } });
  expect(side).toContain('social, lukket 2026-10-31, oprettet 2026-01-01.');
});

test('Det bliver ved én side, hvor meget sagen end rummer', () => {
  const langt = 'Et langt forløb med mange ord. '.repeat(100);
  const mange = <T>(lav: (nr: string) => T): readonly T[] => Array.from({ length: 40 }, (_, nr) => lav(String(nr)));
  const side = markdown(
    grundlag(
      {
        skridt: [
          ...mange((nr) => skridt(nr, { fare: true })),
          ...mange((nr) => skridt(nr)),
          ...mange((nr) => skridt(nr, { art: 'maa-ikke' })),
        ],
        stroemme: mange((nr) =>
          stroem('ics.undersoegelse', {
            type: 'ics.BfuKonkluderet',
            data: { dato: '2026-01-01', konklusion: langt + nr, barnetsHoldning: langt },
          }),
        ),
      },
      mange((nr) => ({ dato: '2026-01-01', overskrift: `Linje ${nr}`, tekst: langt })),
    ),
  );
  // A page of A4 is about sixty lines of ninety characters.
  expect(side.split('\n').length).toBeLessThanOrEqual(60);
  expect(side.length).toBeLessThan(60 * 90);
});

test('Det, folk har sagt, kan hverken formatere eller lave links på siden', () => {
  const side = markdown(
    grundlag({}, [
      {
        dato: '2026-01-01',
        overskrift: '# Note',
        tekst: '[klik](http://ond.example)\n\n## Falsk overskrift <img src=x>',
      },
    ]),
  );
  expect(side.split('\n').filter((linje) => linje.startsWith('## '))).toEqual([
    '## I gang',
    '## Familie og netværk',
    '## Senest sket',
  ]);
  expect(side).toContain('\\[klik\\](http://ond.example) \\#\\# Falsk overskrift \\<img src=x\\>');
});

test('Et barn, hvis oplysninger er slettet, har ingen navne, men sagen kan stadig overtages', () => {
  const side = markdown({ ...grundlag(), barn: null, netvaerk: [] });
  expect(side).toContain('# Barn uden navn');
});
