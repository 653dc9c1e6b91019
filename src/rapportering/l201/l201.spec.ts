import { kontrollerPost, type L201Kandidat } from './l201.js';
import { skrivL201 } from './l201_xml.js';

const kodeliste = [
  { kode: '230', gyldigFra: '1998-01-01' },
  { kode: '461', gyldigFra: '2024-01-01' },
  { kode: '110', gyldigFra: '1980-01-01' },
];
// Synthetic: born 14 March 2012 and 2 July 1986, day + 60.
const kandidat: L201Kandidat = {
  indsatsId: '019a0000-0000-7000-8000-000000000001',
  pgfKode: '230',
  start: '2018-10-12',
  slut: null,
  barnCpr: '7403124995',
  foraelderCpr: '6207869996',
};
const test = { test: true, idag: '2019-03-19' };

function fejlkoder(aendring: Partial<L201Kandidat>, valg = test): string[] {
  return kontrollerPost({ ...kandidat, ...aendring }, kodeliste, valg).fejl.map((f) => `${f.kode}:${f.alvor}`);
}

describe('Indberetning af støttende indsatser (databekendtgørelsen § 1, nr. 3)', () => {
  it('erstatnings-CPR må ikke stå i en rigtig leverance, men gerne i en testleverance (CPR-02)', () => {
    expect(fejlkoder({})).toEqual(['CPR-02:advarsel']);
    expect(fejlkoder({}, { test: false, idag: '2019-03-19' })).toEqual(['CPR-02:fejl']);
  });

  it('en indsats uden forælder holdes tilbage som ufuldstændig (REL-01)', () => {
    const svar = kontrollerPost({ ...kandidat, foraelderCpr: null }, kodeliste, test);
    expect(svar.post).toBeUndefined();
    expect(svar.fejl.map((f) => f.kode)).toContain('REL-01');
  });

  it.each([
    ['koden findes ikke', { pgfKode: '999' }, 'COD-01:fejl'],
    ['koden gælder først fra 2024 (461)', { pgfKode: '461' }, 'COD-01:fejl'],
    ['en anbringelseskode (110) er ikke en støttende indsats', { pgfKode: '110' }, 'COD-02:fejl'],
    ['slutdato før startdato', { slut: '2018-10-11' }, 'DAT-01:fejl'],
    ['startdato i fremtiden', { start: '2019-03-20' }, 'DAT-01:fejl'],
    ['barn og forælder er samme person', { foraelderCpr: '7403124995' }, 'REL-01:fejl'],
    // Born 2 July 1986: 32 years on 12 October 2018.
    ['barnet er over 22 år ved start', { barnCpr: '6207869996', foraelderCpr: '7403124995' }, 'AGE-04:fejl'],
    ['barnets CPR-nummer mangler', { barnCpr: null }, 'CPR-01:fejl'],
  ])('%s afvises', (_tekst, aendring, forventet) => {
    expect(fejlkoder(aendring)).toContain(forventet);
  });

  it('leverancen har de offentliggjorte elementer i den offentliggjorte rækkefølge', () => {
    const { post } = kontrollerPost(kandidat, kodeliste, test);
    expect(post).toBeDefined();
    const xml = skrivL201(
      {
        kommunekode: '840',
        periode: '2019M02',
        test: true,
        dannet: '2019-03-19T06:00:00',
        systemversion: '0.1.0',
        kontakter: { faglig: 'f@rebild.example', teknisk: 't@rebild.example', kvittering: 'k@rebild.example' },
        cvr: '12345678',
        pnummer: '1000000000',
      },
      post === undefined ? [] : [post, { ...post, slut: '2019-02-28' }],
    );
    const navne = [...xml.matchAll(/<([A-Za-z:0-9]+)[ >]/g)].map((m) => m[1]).filter((navn) => navn !== 'xml');
    const linje = [
      'ForanstaltningStruktur',
      'UdsatBarnCPRidentifikator',
      'FormynderCPRidentifikator',
      'ForanstaltningId',
      'ForanstaltningKode',
      'ForanstaltningStartDato',
    ];
    const kontakt = ['ContactStructure', 'ContactTypeName', 'ContactIdentifier', 'ContactEmailAddress'];
    expect(navne).toEqual([
      'UdsatteBoernOgUngeLeveranceL201U1Struktur',
      'DeliveryMetadataNewStructure',
      'dst:Envelope',
      'dst:Source',
      'dst:SurveyID',
      'dst:FormID',
      'dst:Period',
      'dst:Entity',
      'dst:EntityIDType',
      'dst:EntityID',
      'CommunicatorStructureCollection',
      'CommunicatorStructure',
      'CommunicationDescription',
      'CommunicationDateTime',
      'SystemStructure',
      'SystemName',
      'SystemVersion',
      'ContactStructureCollection',
      ...kontakt,
      ...kontakt,
      ...kontakt,
      'DBoksContactNewStructure',
      'CVRnumberIdentifier',
      'ProductionUnitIdentifier',
      'FormVersion',
      'ForanstaltningStrukturSamling',
      ...linje,
      ...linje,
      'ForanstaltningSlutDato',
    ]);
    expect(xml).toContain('<dst:FormID>T201</dst:FormID>');
  });
});
