import { randomUUID } from 'node:crypto';
import { type AddressInfo } from 'node:net';
import { afspil } from '../../demo/afspilning.js';
import { frembringDemodata } from '../../demo/generator.js';
import { id, Klient } from '../../demo/klient.js';
import { ROLLER } from '../../src/platform/auth/actor.js';
import { FixedClock } from '../../src/platform/clock.js';
import { findDevUser } from '../../src/platform/auth/dev-users.js';
import { type FoundOperation, openApiDocument, operationsOf } from '../../src/platform/http/openapi-document.js';
import { AALBORG, REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { type Anmodningskrop, kropmedEksempel, eksempelAf, Skemaer } from './skema-eksempel.js';

/**
 * What is in one municipality does not exist in another: every route, with ids that are really there. The field of the
 * events that holds the id of each noun of the paths.
 */
const IDFELT: Readonly<Record<string, string>> = {
  afgoerelser: 'afgoerelseId',
  aktindsigter: 'aktindsigtId',
  anbringelsesanmodninger: 'anmodningId',
  ansoegninger: 'ansoegningId',
  'buu-sager': 'buuSagId',
  formandsafgoerelser: 'formandsafgoerelseId',
  klager: 'klageId',
  'mellemkommunale-underretninger': 'mellemkommunalId',
  partshoeringer: 'partshoeringId',
  anbringelser: 'anbringelseId',
  boern: 'barnId',
  fratraedelser: 'fratraedelseId',
  indsatser: 'indsatsId',
  ledelsestilsyn: 'revisionId',
  leverancer: 'leveranceId',
  notater: 'notatId',
  personer: 'personId',
  planer: 'planId',
  sager: 'sagId',
  underretninger: 'underretningId',
  undersoegelser: 'bfuId',
  visitationer: 'visitationId',
};

let api: TestApi;
let operationer: readonly FoundOperation[];
let skemaer: Skemaer;
let rebild: string;
let aalborg: string;
/** Field name → a value that it has in Rebild's log. */
const kendte = new Map<string, string>();

beforeAll(async () => {
  // After the change of act, so that what only barnets lov has is there too.
  api = await startTestApi({ clock: FixedClock.at('2024-06-03T10:00:00+02:00') });
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const klient = new Klient(`http://127.0.0.1:${port}`, async (bruger) => {
    const kendt = findDevUser(bruger);
    if (kendt === undefined) throw new Error(`${bruger} is no test user`);
    return api.issuer.token(kendt);
  });
  const alt = frembringDemodata();
  const sager = alt.sager.filter((sag) => sag.indsats === 'stoettende' && sag.mor !== null).slice(0, 2);
  await afspil(
    klient,
    { sager, underretninger: alt.underretninger.filter((u) => u.familie !== null).slice(0, 3) },
    () => undefined,
  );
  const barn = await klient.post('sb01', '/personer/opslag', 'mur:opslag', { cpr: sager[0]?.barn.cpr });
  const liste = await klient.hent('alt01', `/sager?barnId=${id(barn, 'personId')}`);
  const sagId = id((liste['poster'] as readonly Record<string, unknown>[])[0] ?? {}, 'sagId');
  await klient.post('alt01', `/sager/${sagId}/notater`, 'mur:notat', {
    oplyst: '2019-03-01T09:30:00+01:00',
    emne: 'Opkald',
    tekst: 'Mor ringede.',
  });
  await klient.post('alt01', `/sager/${sagId}/overdragelser`, 'mur:overdragelse', {
    til: 'sb02',
    notat: 'Kender familien.',
    foreslaaet: '2019-03-02',
  });
  await klient.post('ad01', '/leverancer/l201', 'mur:l201', {
    periode: '2019M02',
    test: true,
    kontakter: { faglig: 'f@rebild.example', teknisk: 't@rebild.example', kvittering: 'k@rebild.example' },
  });
  await klient.post('alt01', '/fratraedelser', 'mur:fratraedelse', {
    ...{ sagsbehandler: sager[0]?.sagsbehandler, sidsteDag: '2019-03-31', modtagere: [{ sagsbehandler: 'sb02' }] },
  });
  await klient.post('alt01', '/ledelsestilsyn/revisioner', 'mur:revision', {
    ...{ betegnelse: 'mur', periode: { fra: '2018-01-01', til: '2019-03-18' } },
    udtraeksregel: { population: 'aktive-i-perioden', antal: 2 },
  });
  await forloeb(klient, sagId, id(barn, 'personId'));
  await visitation(klient, sagId);
  for (const { type, data } of await api.store.read(REBILD, 0, 100_000)) {
    // The case calls a placement that runs a measure too; the measure's own events have its id.
    const egne = Object.entries(data).filter(([felt]) => felt !== 'indsatsId' || type.startsWith('oekonomi.'));
    for (const [felt, vaerdi] of egne) if (typeof vaerdi === 'string') kendte.set(felt, vaerdi);
  }
  kendte.set('personId', id(barn, 'personId'));
  const document = openApiDocument(api.app, 'http://127.0.0.1:3001');
  skemaer = new Skemaer(document.components?.schemas ?? {});
  operationer = operationsOf(document).filter(({ path }) => path.startsWith('/v1/'));
  rebild = await api.token('alt01', REBILD, [...ROLLER]);
  aalborg = await api.token('aalborg-tl01', AALBORG, [...ROLLER]);
}, 120_000);
afterAll(() => api.stop());

/** What else there is of processes in a case: hearing, decision, complaint, committee, chairman, access, move and the child's request. */
async function forloeb(klient: Klient, sagId: string, barnId: string): Promise<void> {
  const sag = `/sager/${sagId}`;
  const undtagelse = { grund: 'ubetaenkelig', begrundelse: 'De har selv bedt om det.' };
  await klient.post('alt01', `${sag}/partshoeringer`, 'mur:hoering', {
    ...{ afgoerelseKode: 'behandling-uddannelse', dato: '2024-05-01', oplysninger: 'Skolens udtalelse.' },
  });
  const afgoerelse = await klient.post('alt01', `${sag}/afgoerelser`, 'mur:afgoerelse', {
    ...{ afgoerelseKode: 'behandling-uddannelse', dato: '2024-05-02', begrundelse: 'Fordi.', undtagelse },
    boernesamtale: { dato: '2024-05-01' },
  });
  await klient.post('alt01', `/afgoerelser/${id(afgoerelse, 'afgoerelseId')}/klager`, 'mur:klage', {
    ...{ klagerId: barnId, modtaget: '2024-05-10', indhold: 'Uenig.' },
  });
  await klient.post('alt01', `${sag}/buu-sager`, 'mur:buu', {
    ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: '2024-05-03', begrundelse: 'Skade.' },
  });
  await klient.post('fm01', `${sag}/formandsafgoerelser`, 'mur:formand', {
    ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: '2024-05-04T14:00:00+02:00' },
    ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
  });
  await klient.post('alt01', `${sag}/aktindsigter`, 'mur:aktindsigt', {
    ...{ art: 'offentlighed', anmoderNavn: 'Avisen Test', modtaget: '2024-05-05', oensker: 'Alt.' },
  });
  await klient.post('alt01', `${sag}/mellemkommunale-underretninger`, 'mur:flytning', {
    ...{ tilKommune: '851', flytter: '2024-07-01', sendt: '2024-05-06', maade: 'sikker mail' },
    ...{ opsummering: 'Behov for støtte.', materiale: 'Undersøgelsen.' },
  });
  await klient.post('alt01', `${sag}/ansoegninger`, 'mur:ansoegning', {
    ...{ ansoegerId: barnId, modtaget: '2024-05-08', svarSenest: '2024-07-01', oensker: 'Aflastning.' },
  });
  await klient.post('alt01', `${sag}/anbringelsesanmodninger`, 'mur:anmodning', {
    ...{ modtaget: '2024-05-07', form: 'mundtlig', indhold: 'Vil bo hos mormor.' },
  });
}

/** A visitation that ends with a decision, and a placement that runs. */
async function visitation(klient: Klient, sagId: string): Promise<void> {
  const begyndt = await klient.post('alt01', `/sager/${sagId}/visitationer`, 'mur:visitation', {
    ...{ dato: '2019-03-01', formaal: 'Ro.' },
  });
  const v = `/visitationer/${id(begyndt, 'visitationId')}`;
  await klient.post('alt01', `${v}/indsatser`, 'mur:forslag', {
    ...{ dato: '2019-03-02', indsatskode: 'anbringelse', maalgruppe: 'barn', prisOere: 250_000, prisEnhed: 'doegn' },
    ...{ antal: 1, antalPr: 'doegn', forventetStart: '2019-03-15', maaneder: 12, begrundelse: 'Behov.' },
    ...{ stedtype: 'plejefamilie-netvaerk', sted: 'Mormor' },
  });
  await klient.post('alt01', `${v}/til-godkendelse`, 'mur:send', { dato: '2019-03-03' });
  await klient.post('alt01', `${v}/godkendelse`, 'mur:godkend', { dato: '2019-03-04', forum: 'leder' });
  const { samtykker } = (await klient.hent('alt01', v)) as unknown as {
    samtykker: { kraevet: readonly { personId: string }[] };
  };
  for (const { personId } of samtykker.kraevet) {
    await klient.post('alt01', `${v}/samtykker`, `mur:samtykke:${personId}`, {
      ...{ personId, svar: 'givet', dato: '2019-03-06', form: 'skriftlig', informeret: true, omfatterFormaal: true },
    });
  }
  const afgjort = await klient.post('alt01', `${v}/afgoerelse`, 'mur:visitationsafgoerelse', {
    ...{ afgoerelseDato: '2019-03-10', varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.' },
    ...{ barnetsHoldning: 'Ja.', boernesamtale: { dato: '2019-03-05' }, planUndtagelse: 'Haster.' },
    anbringelse: { stedGodkendt: '2019-01-10', omsorgssvigt: false, udenUndersoegelse: 'Haster.' },
  });
  const [bevilget] = afgjort['bevilgede'] as readonly { readonly enkeltsagId: string }[];
  const a = `/anbringelser/${bevilget?.enkeltsagId ?? ''}`;
  await klient.post('alt01', `${a}/ivaerksaettelse`, 'mur:ivaerksat', { dato: '2019-03-15' });
}

/** The path with ids that are in Rebild's log; undefined when the log has none of that noun. */
function medKendteId(path: string): string | undefined {
  const navneord = path.split('/')[2] ?? '';
  const fundne = [...path.matchAll(/\{([^}]+)\}/g)].map(([, parameter = '']) =>
    kendte.get(parameter === 'id' ? (IDFELT[navneord] ?? '') : parameter),
  );
  if (fundne.includes(undefined)) return undefined;
  return fundne.reduce<string>((sti, vaerdi) => sti.replace(/\{[^}]+\}/, vaerdi ?? ''), path);
}

/** The example of the body, with Rebild's ids in every field that has the name of one. */
function medKendteFelter(vaerdi: unknown): unknown {
  if (Array.isArray(vaerdi)) return vaerdi.map(medKendteFelter);
  if (typeof vaerdi !== 'object' || vaerdi === null) return vaerdi;
  return Object.fromEntries(
    Object.entries(vaerdi).map(([felt, indhold]) => [
      felt,
      felt.endsWith('Id') && typeof indhold === 'string' ? (kendte.get(felt) ?? indhold) : medKendteFelter(indhold),
    ]),
  );
}

/** What a read must be asked, as the documentation shows it. */
function paakraevetSpoergsmaal(operation: FoundOperation['operation']): Record<string, string> {
  const parametre = (operation.parameters ?? []) as readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: { readonly example?: string };
  }[];
  return Object.fromEntries(
    parametre.flatMap((p) => (p.in === 'query' && p.required === true ? [[p.name, p.schema?.example ?? '']] : [])),
  );
}

async function kald({ method, operation }: FoundOperation, sti: string, token: string, felter: 'alle' | 'paakraevede') {
  const call = api.request[method](sti).set('Idempotency-Key', randomUUID()).set('Authorization', token);
  if (method === 'get') return call.query(paakraevetSpoergsmaal(operation));
  const { requestBody } = operation as unknown as { requestBody?: Anmodningskrop };
  const krop = kropmedEksempel(requestBody);
  if (krop === undefined) return call;
  return call.send(medKendteFelter(eksempelAf(krop, skemaer, felter)) as object);
}

test('Rebild kan selv læse alt det, der spørges om', async () => {
  const laesninger = operationer.filter(({ method, path }) => method === 'get' && path.includes('{'));
  const laest: string[] = [];
  for (const operation of laesninger) {
    const sti = medKendteId(operation.path);
    if (sti === undefined) continue;
    const svar = await kald(operation, sti, rebild, 'alle');
    expect([operation.path, svar.status]).toEqual([operation.path, 200]);
    laest.push(operation.path);
  }
  // Without this the test below would prove nothing for the nouns of IDFELT.
  for (const navneord of Object.keys(IDFELT).filter((n) => n !== 'notater'))
    expect(laest.some((path) => path.startsWith(`/v1/${navneord}/`))).toBe(true);
});

test('med en anden kommunes token findes intet af det: 404, som var det et id, der aldrig har været, og intet gemmes', async () => {
  for (const operation of operationer.filter(({ path }) => path.includes('{'))) {
    const sti = medKendteId(operation.path);
    if (sti === undefined) continue;
    const opdigtet = operation.path.replaceAll(/\{[^}]+\}/g, () => randomUUID());
    const statusser: number[] = [];
    for (const felter of operation.method === 'get' ? (['alle'] as const) : (['alle', 'paakraevede'] as const)) {
      const [fremmed, ukendt] = [
        await kald(operation, sti, aalborg, felter),
        await kald(operation, opdigtet, aalborg, felter),
      ];
      expect([operation.path, fremmed.status, fremmed.body.type]).toEqual([
        operation.path,
        ukendt.status,
        ukendt.body.type,
      ]);
      statusser.push(fremmed.status);
    }
    // An example may be refused for its form when an optional field is there, or is not; one of the two gets to the id.
    expect([operation.path, statusser.includes(404), statusser.every((status) => status >= 400)]).toEqual([
      operation.path,
      true,
      true,
    ]);
  }
  expect(await api.store.head(AALBORG)).toBe(0);
});

test('uden id i stien: en anden kommune ser tomme lister og kan ikke bruge Rebilds id’er i det, den sender', async () => {
  const vaerdier = new Set([...kendte].filter(([felt]) => felt.endsWith('Id')).map(([, vaerdi]) => vaerdi));
  const udenId = operationer.filter(({ path }) => !path.includes('{'));
  // Reads first: what Aalborg then decides for itself is its own to see.
  for (const operation of [...udenId].sort((a, b) => Number(a.method !== 'get') - Number(b.method !== 'get'))) {
    const svar = await kald(operation, operation.path, aalborg, 'alle');
    expect([operation.path, svar.status < 500]).toEqual([operation.path, true]);
    const afsloeret = operation.method === 'get' ? [...vaerdier].filter((v) => svar.text.includes(v)) : [];
    expect([operation.path, afsloeret]).toEqual([operation.path, []]);
    const poster = (svar.body as { poster?: readonly unknown[] }).poster;
    // What Aalborg's own attempts left behind in its access log is its own.
    if (operation.method === 'get' && poster !== undefined && !operation.path.startsWith('/v1/revision/'))
      expect([operation.path, poster]).toEqual([operation.path, []]);
  }
  const egetBarn = { barn: { barnId: kendte.get('barnId') } };
  const fremmed = await api.request
    .post('/v1/underretninger')
    .set('Authorization', aalborg)
    .set('Idempotency-Key', randomUUID())
    .send({
      ...egetBarn,
      modtaget: '2019-03-01T10:00:00+01:00',
      form: 'skriftlig',
      underretter: { anonym: true, kode: '8' },
      aarsagKoder: ['UDSLAG3'],
      beskrivelse: 'Bekymring.',
    });
  expect([fremmed.status, fremmed.text.includes(kendte.get('cpr') ?? 'intet')]).toEqual([404, false]);
});
