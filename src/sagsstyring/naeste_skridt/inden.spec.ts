import { type Skridt } from '../../faelles/skridt.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type Frist, type Friststatus } from '../frister/frister.query.js';
import { EnkeltsagAabnet, EnkeltsagAfsluttet, SagOprettet } from '../sag/sag.events.js';
import { UnderretningModtaget, UnderretningScreenet } from '../underretning/underretning.events.js';
import { medFrister } from './inden.js';
import { screeningUdenBfu } from './screening_uden_bfu.js';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const BARN = '00000000-0000-7000-8000-00000000000c';

const skridt = (kode: string, mere: Partial<Skridt> = {}): Skridt => ({
  ...{ kode, art: 'skal', tekst: kode, hvorfor: 'Fordi.', hjemmel: 'SEL § 50', enkeltsagId: A },
  ...mere,
});
const frist = (regel: string, forfald: string, status: Friststatus = 'kommende', enkeltsagId = A): Frist => ({
  ...{ regel, navn: regel, regime: 'SEL', hjemmel: 'SEL § 50', tillid: 'V', ansvarligRolle: 'KB', enkeltsagId, status },
  ...{ barnId: BARN, sagId: null, sagsbehandler: null, team: null, start: '2019-01-01', forfald, advis: null },
  ...{ forklaring: '', opfyldt: null, opfyldtAf: null, bortfaldet: null, bortfaldetAf: null },
  ...{ opfyldtHistorik: [], bortfaldetHistorik: [] },
  ...{ udloestPosition: 1, udloestAf: 'ics.BfuBesluttet', opfyldtPosition: null, bortfaldetPosition: null },
  ...{ regelGyldigFra: '2011-01-01', beregnetPosition: 1, beregnetAf: 'ics.BfuBesluttet', historik: [] },
  forfaldTid: `${forfald}T22:59:59.999Z`,
});
const visninger = (...m: Parameters<typeof medFrister>) =>
  medFrister(...m).map(({ kode, art, frist: f }) => [kode, art, f?.forfald ?? null]);

describe('Inden hvornår', () => {
  test('et skridt har den åbne frist, som hører til reglen af samme navn på samme enkeltsag', () => {
    const frister = [
      frist('underretning-kvittering', '2019-02-11'),
      frist('underretning-kvittering', '2019-02-01', 'kommende', B),
    ];
    expect(visninger([skridt('underretning-kvittering')], frister)).toEqual([
      ['underretning-kvittering', 'skal', '2019-02-11'],
    ]);
  });

  test('et skridt på vejen til en frist har den tidligste af de frister, det hjælper til at holde', () => {
    const undervejs = skridt('bfu-analyse', {
      frister: [
        { regel: 'bfu-afslutning', noegle: A },
        { regel: 'bfu-lokal-6-uger', noegle: A },
      ],
    });
    expect(
      visninger([undervejs], [frist('bfu-afslutning', '2019-05-01'), frist('bfu-lokal-6-uger', '2019-02-12')]),
    ).toEqual([['bfu-analyse', 'skal', '2019-02-12']]);
  });

  test('det, der kan gøres, skal gøres, når lovens dag for det er kommet (BL § 20, stk. 3, 2. pkt.)', () => {
    const foreloebig = skridt('bfu-foreloebig-vurdering', { art: 'kan' });
    expect(visninger([foreloebig], [frist('bfu-foreloebig-vurdering', '2019-05-01')])[0]?.[1]).toBe('kan');
    expect(visninger([foreloebig], [frist('bfu-foreloebig-vurdering', '2019-05-01', 'overskredet')])[0]?.[1]).toBe(
      'skal',
    );
  });

  test('fare for barnet står først, så det der skal gøres med den tidligste frist først, så det der ikke må, så det der kan', () => {
    const alle = [
      ...[skridt('kan', { art: 'kan' }), skridt('maa-ikke', { art: 'maa-ikke' }), skridt('uden-frist')],
      ...[skridt('sent'), skridt('snart'), skridt('fare', { fare: true })],
    ];
    expect(visninger(alle, [frist('sent', '2019-05-01'), frist('snart', '2019-02-01')]).map(([kode]) => kode)).toEqual([
      ...['fare', 'snart', 'sent', 'uden-frist', 'maa-ikke', 'kan'],
    ]);
  });
});

describe('En screening til undersøgelse, som ingen følger op', () => {
  const stroem = (kind: string, ...haendelser: readonly { type: string; data: object }[]): readonly StoredEvent[] =>
    haendelser.map((h, nr) => ({ ...h, kind, version: nr + 1 }) as unknown as StoredEvent);
  const underretning = stroem(
    'sagsstyring.underretning',
    event(UnderretningModtaget, {
      ...{ underretningId: A, barnId: BARN, modtaget: '2024-02-01T10:00:00+01:00', form: 'digital', regime: 'BL' },
      ...{ anonym: true, kendtAfsender: false, ufoedt: false, underretterKode: '8', aarsagKoder: ['UDSLAG3'] },
      ...{ fagperson: false, overgreb: false, overgrebFraForaeldre: false, aeresrelateret: false },
      ...{ igangvaerendeIndsats: false, beskrivelse: 'Bekymring.' },
    }),
    event(UnderretningScreenet, {
      ...{ underretningId: A, barnId: BARN, sagId: B, spor: 'bfu', screenet: '2024-02-02T10:00:00+01:00' },
      ...{ screenetAf: 'mo01', begrundelse: 'Skal undersøges.' },
    }),
  );
  const id = { sagId: B, barnId: BARN };
  const oprettet = event(SagOprettet, { ...id, omraade: 'social', oprettet: '2024-02-02', grund: 'underretning' });
  const bfu = (aabnet: string) => event(EnkeltsagAabnet, { ...id, enkeltsagId: BARN, art: 'bfu', aabnet });
  const slut = (afsluttet: string) => event(EnkeltsagAfsluttet, { ...id, enkeltsagId: BARN, afsluttet });
  const koder = (...sag: readonly { type: string; data: object }[]) =>
    screeningUdenBfu([underretning, stroem('sagsstyring.sag', oprettet, ...sag)], '2024-03-01').map(({ kode }) => kode);

  test('afgørelsen skal træffes, for fristen løber fra underretningen (BL § 20, stk. 3)', () => {
    expect(koder()).toEqual(['bfu-afgoerelse']);
  });

  test('er undersøgelsen besluttet, eller var én i gang, da underretningen kom, er der intet at huske på', () => {
    expect(koder(bfu('2024-02-05'))).toEqual([]);
    expect(koder(bfu('2023-12-01'))).toEqual([]);
    expect(koder(bfu('2023-12-01'), slut('2024-02-10'))).toEqual([]);
  });

  test('en undersøgelse, der var slut, før underretningen kom, tæller ikke', () => {
    expect(koder(bfu('2023-10-01'), slut('2024-01-31'))).toEqual(['bfu-afgoerelse']);
  });
});
