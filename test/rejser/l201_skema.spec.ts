import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { skrivL201 } from '../../src/rapportering/l201/l201_xml.js';

// The official header schema may not be copied into the repository; it is used where it lies beside it.
const SKEMAER = '../shared/standarder/dst-l231-xsd';
const findes = existsSync(SKEMAER);
if (!findes)
  process.stderr.write(
    `SPRUNGET OVER: L201's hoved er ikke prøvet mod Danmarks Statistiks skema, for ${SKEMAER} findes ikke her.\n`,
  );

/** The message's own record schema is not public; the header's is, so the records pass unseen. */
const RAMME = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://rep.oio.dk/dst.dk/xml/schemas/2010/04/16/" targetNamespace="http://rep.oio.dk/dst.dk/xml/schemas/2010/04/16/" elementFormDefault="qualified">
  <xs:include schemaLocation="DST_DeliveryMetadataNewStructure.xsd"/>
  <xs:element name="UdsatteBoernOgUngeLeveranceL201U1Struktur"><xs:complexType><xs:sequence>
    <xs:element ref="DeliveryMetadataNewStructure"/>
    <xs:any processContents="skip"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const HOVED = {
  kommunekode: '840',
  periode: '2019M02',
  test: true,
  dannet: '2019-03-19T06:00:00',
  systemversion: '0.1.0',
  kontakter: { faglig: 'f@rebild.example', teknisk: 't@rebild.example', kvittering: 'k@rebild.example' },
  cvr: '12345678',
  pnummer: '1000000000',
};
const POST = {
  barnCpr: '7403124995',
  foraelderCpr: '6207869996',
  foranstaltningId: '019a0000-0000-7000-8000-000000000001',
  kode: '230',
  start: '2018-10-12',
  slut: null,
};

async function fejl(xml: string): Promise<readonly string[]> {
  const preload = readdirSync(SKEMAER)
    .filter((navn) => navn.endsWith('.xsd'))
    .map((navn) => ({ fileName: navn, contents: readFileSync(join(SKEMAER, navn), 'utf8') }));
  const svar = await validateXML({
    xml: [{ fileName: 'L201.xml', contents: xml }],
    schema: [{ fileName: 'ramme.xsd', contents: RAMME }],
    preload,
  });
  return svar.errors.map((e) => e.message);
}

(findes ? describe : describe.skip)('L201 mod Danmarks Statistiks skema for leverancens hoved', () => {
  it('hovedet er gyldigt med og uden D-boks', async () => {
    expect(await fejl(skrivL201(HOVED, [POST]))).toEqual([]);
    const { cvr: _cvr, pnummer: _pnummer, ...uden } = HOVED;
    expect(await fejl(skrivL201(uden, [POST]))).toEqual([]);
  });

  it('skemaet finder en fejl, når der er en', async () => {
    expect(await fejl(skrivL201({ ...HOVED, cvr: '123' }, [POST]))).not.toEqual([]);
    expect(await fejl(skrivL201(HOVED, [POST]).replace('<dst:Source>CEMOS</dst:Source>', ''))).not.toEqual([]);
  });
});
