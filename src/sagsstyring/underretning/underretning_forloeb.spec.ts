import { netvaerkRegistration } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { StoreSession } from '../../platform/commands/store-session.js';
import { EventCatalogue } from '../../platform/eventstore/event-catalogue.js';
import { MemoryEventStore } from '../../platform/eventstore/memory-event-store.js';
import { BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { CountingIds } from '../../platform/ids.js';
import { context } from '../../platform/testing/given-when-then.js';
import { noterIndsatsstatus } from '../sag/enkeltsag.js';
import { opretSag } from '../sag/sag_forloeb.js';
import { sagDecider } from '../sag/sag.js';
import { sagsstyringRegistration } from '../sagsstyring.public.js';
import { underretningDecider } from './underretning.js';
import { genvurder, modtagUnderretning, screen, type Modtagelse } from './underretning_forloeb.js';

const KOMMUNE = 840;
const INDSATS = '00000000-0000-7000-8000-0000000000ff';
const blindIndex = new BlindIndex(Buffer.alloc(32, 7));
const ids = new CountingIds();
let store: MemoryEventStore;

beforeEach(async () => {
  store = new MemoryEventStore({
    catalogue: new EventCatalogue([...netvaerkRegistration.events, ...sagsstyringRegistration.events]),
  });
  await store.openTenant(KOMMUNE, 'rebild');
});

/** One command, all of it or nothing, as the handler does it. */
async function udfoer<T>(handling: (session: CommandSession) => Promise<T>): Promise<T> {
  const session = new StoreSession(store, KOMMUNE, 1, {
    ...context('2019-03-19T10:00:00+01:00'),
    nytId: () => ids.nytId(),
  });
  const svar = await handling(session);
  const { outcome } = await store.append(KOMMUNE, {
    commandId: ids.nytId(),
    fingerprint: 'f'.repeat(64),
    writes: session.writes(),
    meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
    answer: {},
  });
  expect(outcome).toBe('ok');
  return svar;
}

const modtagelse = (barn: Modtagelse['barn'], modtaget = '2019-03-01T10:00:00+01:00'): Modtagelse => ({
  barn,
  modtaget,
  form: 'digital',
  anonym: true,
  underretterKode: '8',
  aarsagKoder: ['UDSLAG3'],
  fagperson: false,
  overgreb: false,
  overgrebFraForaeldre: false,
  aeresrelateret: false,
  regime: 'SEL',
  gyldigeKoder: { underretter: ['8'], aarsager: ['UDSLAG3'] },
  beskrivelse: 'Bekymring.',
});
const modtag = (barn: Modtagelse['barn'], modtaget?: string) =>
  udfoer((s) => modtagUnderretning(s, blindIndex, KOMMUNE, modtagelse(barn, modtaget)));
const akutvurder = (id: string) =>
  udfoer((s) =>
    s.decide(underretningDecider, id, {
      type: 'ForetagAkutvurdering',
      vurderet: '2019-03-01T12:00:00+01:00',
      vurderetAf: 'mod01',
      akut: false,
      aeresrelateret: false,
      risikofaktorer: 'R.',
      beskyttelsesfaktorer: 'B.',
      begrundelse: 'G.',
    }),
  );
const sagMedIndsats = async (): Promise<{ sagId: string; barnId: string }> => {
  const sag = await udfoer((s) =>
    opretSag(s, blindIndex, KOMMUNE, {
      barn: { cpr: '6102149995' },
      omraade: 'social',
      grund: 'ansoegning',
      oprettet: '2018-06-01',
    }),
  );
  await udfoer((s) =>
    s.decide(sagDecider, sag.sagId, { type: 'TildelSag', sagsbehandler: 'sb01', tildelt: '2018-06-01' }),
  );
  await udfoer((s) => noterIndsatsstatus(s, sag.sagId, { indsatsId: INDSATS, igang: true, dato: '2019-01-10' }));
  return sag;
};
const tilstand = (id: string) => udfoerLaes((s) => s.state(underretningDecider, id));
async function udfoerLaes<T>(laes: (session: CommandSession) => Promise<{ readonly state: T }>): Promise<T> {
  return (await laes(new StoreSession(store, KOMMUNE, 1, context('2019-03-19T10:00:00+01:00')))).state;
}

test('Om barnet har en igangværende indsats, ved systemet fra sagen, på modtagelsesdagen (SEL § 155 a, stk. 1)', async () => {
  await sagMedIndsats();
  const foer = await modtag({ cpr: '6102149995' }, '2019-01-09T23:59:00+01:00');
  const under = await modtag({ cpr: '6102149995' });
  expect(await tilstand(foer.underretningId)).toMatchObject({ igangvaerendeIndsats: false });
  expect(await tilstand(under.underretningId)).toMatchObject({ igangvaerendeIndsats: true });
});

test('Den, som har haft barnets sag eller vurderet en tidligere underretning, er ikke ny i genvurderingen (SEL § 155 a, stk. 1)', async () => {
  const { barnId } = await sagMedIndsats();
  const tidligere = await modtag({ barnId });
  await akutvurder(tidligere.underretningId);
  const { underretningId } = await modtag({ barnId });
  const vurdering = (nyDeltager: string) => ({
    vurderet: '2019-03-02T10:00:00+01:00',
    deltagere: ['sb01', 'mod01', 'tl02'],
    nyDeltager,
    begrundelse: 'Rækker ikke.',
  });
  await expect(udfoer((s) => genvurder(s, underretningId, vurdering('sb01')))).rejects.toMatchObject({
    kode: 'ny-deltager-er-ikke-ny',
  });
  await expect(udfoer((s) => genvurder(s, underretningId, vurdering('mod01')))).rejects.toMatchObject({
    kode: 'ny-deltager-er-ikke-ny',
  });
  await udfoer((s) => genvurder(s, underretningId, vurdering('tl02')));
  expect(await tilstand(underretningId)).toMatchObject({ genvurderet: true });
});

test('Handicapsporet fører til barnets handicapsag, også når underretningen var knyttet til den sociale sag', async () => {
  const social = await udfoer((s) =>
    opretSag(s, blindIndex, KOMMUNE, {
      barn: { cpr: '6102149995' },
      omraade: 'social',
      grund: 'ansoegning',
      oprettet: '2018-06-01',
    }),
  );
  const { underretningId, sagId } = await modtag({ barnId: social.barnId });
  expect(sagId).toBe(social.sagId);
  await akutvurder(underretningId);
  const screenet = await udfoer((s) =>
    screen(s, underretningId, {
      spor: 'handicap',
      screenet: '2019-03-04T09:00:00+01:00',
      screenetAf: 'mod01',
      begrundelse: 'Nedsat funktionsevne.',
    }),
  );
  expect(screenet.sagId).not.toBe(social.sagId);
  const begge = await Promise.all(
    [social.sagId, screenet.sagId ?? ''].map((id) => udfoerLaes((s) => s.state(sagDecider, id))),
  );
  expect(begge).toMatchObject([
    { omraade: 'social', enkeltsager: {} },
    { omraade: 'handicap', enkeltsager: {} },
  ]);
});

test('Tidlig indsats finder barnets åbne sag i stedet for at oprette en ny', async () => {
  const { barnId } = await udfoer((s) =>
    opretSag(s, blindIndex, KOMMUNE, {
      barn: { navn: 'Testesen' },
      omraade: 'social',
      grund: 'ansoegning',
      oprettet: '2018-06-01',
    }),
  );
  const { underretningId, sagId } = await modtag({ barnId });
  await akutvurder(underretningId);
  const screenet = await udfoer((s) =>
    screen(s, underretningId, {
      spor: 'tidlig-indsats',
      screenet: '2019-03-04T09:00:00+01:00',
      screenetAf: 'mod01',
      begrundelse: 'Rådgivning.',
    }),
  );
  expect(screenet.sagId).toBe(sagId);
});

test('En graviditet med en helt anden termin er et andet barn', async () => {
  const ufoedt = { ufoedt: true, morsCpr: '6502909996' };
  const foerste = await modtag({ ...ufoedt, termin: '2019-05-01' });
  const samme = await modtag({ ...ufoedt, termin: '2019-06-30' });
  // 60 days from 1 May is 30 June; the day after is another pregnancy.
  const anden = await modtag({ ...ufoedt, termin: '2019-07-01' });
  expect([samme.barnId === foerste.barnId, anden.barnId === foerste.barnId]).toEqual([true, false]);
});
