import { Beregner } from './beregner.js';
import { indlaesLovpakke } from './lovpakke.js';

const beregner = new Beregner(indlaesLovpakke());
const MAN_FRE = { hverdag: 'man-fre' };

type Eksempel = readonly [
  titel: string,
  regel: string,
  start: string,
  parametre: Readonly<Record<string, unknown>>,
  forfald: string,
];

// Every worked example, in its own order, asked as the command line and the API ask. The reckoning is beside each.
const EKSEMPLER: readonly Eksempel[] = [
  [
    '1: 24 timer; juledag ændrer intet',
    'underretning-akutvurdering',
    '2026-12-24T22:15',
    {},
    '2026-12-25T22:15:00+01:00',
  ],
  // The clock goes from 02:00 to 03:00 on 29 March: 24 hours later it shows one hour more.
  [
    '2: 24 timer, sommertid begynder',
    'underretning-akutvurdering',
    '2026-03-28T14:30',
    {},
    '2026-03-29T15:30:00+02:00',
  ],
  // And from 03:00 back to 02:00 on 25 October.
  ['3: 24 timer, sommertid slutter', 'underretning-akutvurdering', '2026-10-24T14:30', {}, '2026-10-25T13:30:00+01:00'],
  // 24 October 02:30 is 00:30 UTC; so is 25 October 02:30 the first time, in summer time.
  [
    '4: 24 timer, den tvetydige time er den første',
    'underretning-akutvurdering',
    '2026-10-24T02:30',
    {},
    '2026-10-25T02:30:00+02:00',
  ],
  // Tue 24, Wed 25, Thu 26, Fri 27, Sat 28, Mon 30.
  [
    '5: 6 hverdage, lørdag tæller',
    'underretning-kvittering',
    '2026-11-23',
    { hverdag: 'loerdag-taeller' },
    '2026-11-30',
  ],
  ['5: 6 hverdage, mandag-fredag', 'underretning-kvittering', '2026-11-23', MAN_FRE, '2026-12-01'],
  // Sat 28, Mon 30, Tue 31, Wed 1; 2 and 3 April are holidays; Sat 4; 5 and 6 Easter; Tue 7.
  ['6: 6 hverdage over påske, lørdag tæller', 'underretning-kvittering', '2026-03-27', {}, '2026-04-07'],
  // Mon 30, Tue 31, Wed 1, Tue 7, Wed 8, Thu 9.
  ['6: 6 hverdage over påske, mandag-fredag', 'underretning-kvittering', '2026-03-27', MAN_FRE, '2026-04-09'],
  // Sat 29, Mon 1, Tue 2, Wed 3, Thu 4; 5 May is store bededag; Sat 6.
  ['7: 6 hverdage med store bededag, lørdag tæller', 'underretning-kvittering', '2023-04-28', {}, '2023-05-06'],
  ['7: 6 hverdage med store bededag, mandag-fredag', 'underretning-kvittering', '2023-04-28', MAN_FRE, '2023-05-09'],
  ['8: 6 hverdage uden store bededag, lørdag tæller', 'underretning-kvittering', '2024-04-19', {}, '2024-04-26'],
  ['8: 6 hverdage uden store bededag, mandag-fredag', 'underretning-kvittering', '2024-04-19', MAN_FRE, '2024-04-29'],
  // Thu 24, (25-27 holidays and Sunday) Mon 28, 29, 30, 31, (1 January) Sat 2.
  ['9: 6 hverdage over jul, lørdag tæller', 'underretning-kvittering', '2026-12-23', {}, '2027-01-02'],
  [
    '9: 6 hverdage over jul, mandag-fredag med 24. og 31. december',
    'underretning-kvittering',
    '2026-12-23',
    MAN_FRE,
    '2027-01-04',
  ],
  [
    '9: 6 hverdage over jul, mandag-fredag uden 24. og 31. december',
    'underretning-kvittering',
    '2026-12-23',
    { ...MAN_FRE, ikkeHverdage: ['12-24', '12-31'] },
    '2027-01-06',
  ],
  // 24, 25, 26, 27, 30, 1, 2.
  ['10: 7 arbejdsdage', 'aktindsigt', '2026-11-23', {}, '2026-12-02'],
  // 2, 3, 4, (5) 8, 9, 10, 11.
  ['11: 7 arbejdsdage, grundlovsdag er fri', 'aktindsigt', '2026-06-01', {}, '2026-06-11'],
  [
    '11: 7 arbejdsdage, grundlovsdag er arbejdsdag',
    'aktindsigt',
    '2026-06-01',
    { ikkeArbejdsdage: ['12-24', '12-31'] },
    '2026-06-10',
  ],
  // The day itself is day 1.
  [
    '12: formandsafgørelse, 7 dage; søndag forlænger ikke',
    'formandsbeslutning-godkendelse',
    '2026-11-23',
    {},
    '2026-11-29',
  ],
  ['13: formandsafgørelse, 7 dage over jul', 'formandsbeslutning-godkendelse', '2026-12-24', {}, '2026-12-30'],
  ['14: formandsafgørelse, 1 måned', 'formandsbeslutning-gyldighed', '2026-11-23', {}, '2026-12-23'],
  ['15: BFU, 4 måneder', 'bfu-afslutning', '2026-11-23', {}, '2027-03-23'],
  ['16: BFU, 4 måneder, kort måned', 'bfu-afslutning', '2026-10-31', {}, '2027-02-28'],
  ['17: BFU, 4 måneder, skudår', 'bfu-afslutning', '2027-10-31', {}, '2028-02-29'],
  ['18: barnets plan, 3 måneder', 'barnets-plan', '2026-11-30', {}, '2027-02-28'],
  [
    '19: første opfølgning, undersøgelsen slutter først',
    'opfoelgning-foerste',
    '2026-08-31',
    { fremrykketTil: '2026-10-12' },
    '2026-10-12',
  ],
  ['19: første opfølgning uden undersøgelse', 'opfoelgning-foerste', '2026-08-31', {}, '2026-11-30'],
  ['20: undersøgelse uden samtykke, 2 måneder', 'bfu-uden-samtykke-ophold', '2026-11-23', {}, '2027-01-23'],
  // 24 December, two holidays and a Sunday.
  ['21: klage, 4 uger, flyttes over jul', 'klagefrist', '2026-11-26', {}, '2026-12-28'],
  ['22: klage, 4 uger, flyttes over grundlovsdag og weekend', 'klagefrist', '2026-05-08', {}, '2026-06-08'],
  ['23: remonstration, 4 uger, flyttes ikke', 'remonstration', '2026-12-03', {}, '2026-12-31'],
  ['24: genbehandling, 1 år fra skuddag', 'anbringelse-genbehandling-1aar', '2024-02-29', {}, '2025-02-28'],
  ['25: 6 måneder før 18 år, af fødselsdatoen', 'ungestoette-afgoerelse', '2009-05-23', {}, '2026-11-23'],
  ['26: 6 måneder før 18 år, kort måned', 'ungestoette-afgoerelse', '2009-08-31', {}, '2027-02-28'],
];

describe('De gennemregnede eksempler', () => {
  it.each(EKSEMPLER)('Eksempel %s', (_titel, regel, start, parametre, forfald) => {
    expect(beregner.beregn({ regel, start, parametre }).forfald).toBe(forfald);
  });

  it('Eksempel 16 og 26: advis er fredagen før', () => {
    expect(beregner.beregn({ regel: 'bfu-afslutning', start: '2026-10-31' }).advis).toBe('2027-02-26');
    expect(beregner.beregn({ regel: 'ungestoette-afgoerelse', start: '2009-08-31' }).advis).toBe('2027-02-26');
  });
});
