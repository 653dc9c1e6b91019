import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afspil } from './afspilning.js';
import { frembringDemodata, OPGOERELSESDATO } from './generator.js';
import { startInstans } from './instans.js';
import { id, Klient, testbrugertokens } from './klient.js';

const DATAMAPPE = process.env['DEMO_DATAMAPPE'] ?? 'data/demo';
const PORT = Number(process.env['DEMO_PORT'] ?? 3210);
const UD = 'demo/ud';

interface Tal {
  readonly M01: { readonly social: number; readonly handicap: number; readonly ialt: number };
  readonly M02: number;
  readonly M02grundlag: { readonly sagsbehandlere: number };
  readonly M03: {
    readonly ialt: number;
    readonly prMaaned: Readonly<Record<string, number>>;
    readonly gennemsnitPrMaaned: number;
  };
  readonly M07: number;
  readonly M09a: number;
  readonly M09agrundlag: { readonly overskredne: number };
}

const linje = (tekst = ''): void => {
  process.stdout.write(`${tekst}\n`);
};

let sidst = '';
/** A line for every tenth part, so that progress also reads well in a log. */
function fremdrift(trin: string, faerdige: number, ialt: number): void {
  const tekst = `${trin}: ${String(Math.floor((faerdige * 10) / ialt) * 10)} %`;
  if (tekst !== sidst) linje(`  ${tekst} (${faerdige} af ${ialt})`);
  sidst = tekst;
}

async function rapport(klient: Klient): Promise<void> {
  const tal = (await klient.hent(
    'tl01',
    `/noegletal?pr=${OPGOERELSESDATO}&fra=2018-12-01&til=2019-02-28`,
  )) as unknown as Tal;
  const pr = encodeURIComponent(`${OPGOERELSESDATO}T23:59:59+01:00`);
  const overskredne = (await klient.hent('tl01', `/frister?regel=bfu-afslutning&status=overskredet&pr=${pr}`)) as {
    poster?: readonly { sagsbehandler: string; forfald: string; hjemmel: string }[];
  };
  const leverance = await klient.post('ad01', '/leverancer/l201', 'demo:l201', {
    periode: '2019M02',
    test: true,
    kontakter: {
      faglig: 'faglig@rebild.example',
      teknisk: 'teknik@rebild.example',
      kvittering: 'kvittering@rebild.example',
    },
    cvr: '12345678',
    pnummer: '1000000000',
  });
  const xml = await klient.hentTekst('ad01', `/leverancer/${id(leverance, 'leveranceId')}/fil`);
  mkdirSync(UD, { recursive: true });
  const noegletal = {
    M01: tal.M01,
    M02: tal.M02,
    M03: { ialt: tal.M03.ialt, prMaaned: tal.M03.prMaaned },
    M07: tal.M07,
    M09a: tal.M09a,
  };
  writeFileSync(join(UD, 'noegletal.json'), `${JSON.stringify(noegletal, null, 2)}\n`);
  writeFileSync(join(UD, 'L201.xml'), xml);

  linje();
  linje(`Ledelsesinformation, Rebild Kommune, pr. ${OPGOERELSESDATO}`);
  linje("(beregnet af hændelserne gennem API'et)");
  linje();
  linje(
    `  M01  Aktive sager                    social ${tal.M01.social}, handicap ${tal.M01.handicap}, i alt ${tal.M01.ialt}`,
  );
  linje(
    `  M02  Sager pr. rådgiver              ${tal.M02.toLocaleString('da-DK')} (${tal.M02grundlag.sagsbehandlere} rådgivere)`,
  );
  linje(
    `  M03  Underretninger dec.-feb.        ${tal.M03.ialt} (${Object.entries(tal.M03.prMaaned)
      .map(([maaned, antal]) => `${maaned}: ${antal}`)
      .join(', ')}; ${tal.M03.gennemsnitPrMaaned.toLocaleString('da-DK')} pr. måned)`,
  );
  linje(`  M07  Igangværende BFU                ${tal.M07}, heraf ${tal.M09agrundlag.overskredne} over fristen`);
  linje(`  M09a Inden for fristen               ${tal.M09a} %`);
  linje();
  linje('BFU over fristen:');
  for (const frist of overskredne.poster ?? [])
    linje(`  frist ${frist.forfald}, sagsbehandler ${frist.sagsbehandler}, ${frist.hjemmel}`);
  linje();
  linje(
    `L201 (test T201) for 2019M02: ${String(leverance['antalPoster'])} poster, ${String(leverance['antalTilbageholdt'])} holdt tilbage med fejl.`,
  );
  linje(`Skrevet: ${join(UD, 'noegletal.json')} og ${join(UD, 'L201.xml')}`);
}

const start = process.hrtime.bigint();
linje(`Starter en instans i ${DATAMAPPE} …`);
const instans = await startInstans(DATAMAPPE, PORT);
const afbrydelse = { sket: false };
process.once('SIGINT', () => {
  afbrydelse.sket = true;
  linje('\nAfbrudt. Kør igen for at fortsætte, hvor den slap.');
  void instans.stop().finally(() => process.exit(130));
});
try {
  const klient = new Klient(instans.api, testbrugertokens(instans.udsteder));
  await afspil(klient, frembringDemodata(), fremdrift);
  await rapport(klient);
  linje(
    `${klient.kommandoer} kommandoer (${klient.gentagelser} var sendt i en tidligere kørsel), ${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(0)} sekunder.`,
  );
} catch (fejl) {
  if (!afbrydelse.sket) {
    process.stderr.write(`${fejl instanceof Error ? fejl.message : String(fejl)}\n`);
    process.exitCode = 1;
  }
} finally {
  await instans.stop();
}
