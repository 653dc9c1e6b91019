import { create } from 'xmlbuilder2';
import { type L201Post, type Leverancehoved } from './l201.js';

const MESSAGE = 'http://rep.oio.dk/dst.dk/xml/schemas/2010/04/16/';
const ENVELOPE = 'http://rep.oio.dk/dst.dk/xml/schemas/2002/06/28/';

/**
 * The delivery of support measures to Danmarks Statistik (document type L201, test T201), element by element in the
 * published order. A delivery without lines is refused by the schema, so the caller must not ask for one.
 */
export function skrivL201(hoved: Leverancehoved, poster: readonly L201Post[]): string {
  if (poster.length === 0) throw new Error('A delivery needs at least one line');
  const doc = create({ version: '1.0', encoding: 'UTF-8' });
  const rod = doc.ele(MESSAGE, 'UdsatteBoernOgUngeLeveranceL201U1Struktur');
  rod.att('http://www.w3.org/2000/xmlns/', 'xmlns:dst', ENVELOPE);
  const meta = rod.ele(MESSAGE, 'DeliveryMetadataNewStructure');
  const kuvert = meta.ele(ENVELOPE, 'dst:Envelope');
  for (const [navn, vaerdi] of [
    ['Source', 'CEMOS'],
    ['SurveyID', 'D280600'],
    ['FormID', hoved.test ? 'T201' : 'L201'],
    ['Period', hoved.periode],
  ] as const) {
    kuvert.ele(ENVELOPE, `dst:${navn}`).txt(vaerdi);
  }
  const enhed = kuvert.ele(ENVELOPE, 'dst:Entity');
  enhed.ele(ENVELOPE, 'dst:EntityIDType').txt('Kommune');
  enhed.ele(ENVELOPE, 'dst:EntityID').txt(hoved.kommunekode);
  const afsender = meta.ele(MESSAGE, 'CommunicatorStructureCollection').ele(MESSAGE, 'CommunicatorStructure');
  afsender.ele(MESSAGE, 'CommunicationDescription').txt('Oprettelse på lokal server');
  afsender.ele(MESSAGE, 'CommunicationDateTime').txt(hoved.dannet);
  const system = afsender.ele(MESSAGE, 'SystemStructure');
  system.ele(MESSAGE, 'SystemName').txt('BOERNESAG');
  system.ele(MESSAGE, 'SystemVersion').txt(hoved.systemversion);
  const kontakter = meta.ele(MESSAGE, 'ContactStructureCollection');
  for (const [navn, adresse] of [
    ['Faglig ansvarlig', hoved.kontakter.faglig],
    ['Teknisk ansvarlig', hoved.kontakter.teknisk],
    ['Kvitteringsmodtager', hoved.kontakter.kvittering],
  ] as const) {
    const kontakt = kontakter.ele(MESSAGE, 'ContactStructure');
    kontakt.ele(MESSAGE, 'ContactTypeName').txt(navn);
    kontakt.ele(MESSAGE, 'ContactIdentifier').txt(adresse);
    kontakt.ele(MESSAGE, 'ContactEmailAddress').txt(adresse);
  }
  if (hoved.cvr !== undefined || hoved.pnummer !== undefined) {
    const dboks = meta.ele(MESSAGE, 'DBoksContactNewStructure');
    if (hoved.cvr !== undefined) dboks.ele(MESSAGE, 'CVRnumberIdentifier').txt(hoved.cvr);
    if (hoved.pnummer !== undefined) dboks.ele(MESSAGE, 'ProductionUnitIdentifier').txt(hoved.pnummer);
  }
  meta.ele(MESSAGE, 'FormVersion').txt('1');
  const samling = rod.ele(MESSAGE, 'ForanstaltningStrukturSamling');
  for (const post of poster) {
    const linje = samling.ele(MESSAGE, 'ForanstaltningStruktur');
    linje.ele(MESSAGE, 'UdsatBarnCPRidentifikator').txt(post.barnCpr);
    linje.ele(MESSAGE, 'FormynderCPRidentifikator').txt(post.foraelderCpr);
    linje.ele(MESSAGE, 'ForanstaltningId').txt(post.foranstaltningId);
    linje.ele(MESSAGE, 'ForanstaltningKode').txt(post.kode);
    linje.ele(MESSAGE, 'ForanstaltningStartDato').txt(post.start);
    if (post.slut !== null) linje.ele(MESSAGE, 'ForanstaltningSlutDato').txt(post.slut);
  }
  return doc.end({ prettyPrint: true });
}
