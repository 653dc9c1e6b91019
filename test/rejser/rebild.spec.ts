import { randomUUID } from 'node:crypto';
import { type AddressInfo } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { afspil } from '../../demo/afspilning.js';
import { type Demodata, frembringDemodata } from '../../demo/generator.js';
import { id, Klient, type Svar } from '../../demo/klient.js';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { findDevUser } from '../../src/platform/auth/dev-users.js';
import { createPool } from '../../src/platform/db/pool.js';
import { Rebuild, differs } from '../../src/platform/projection/rebuild.js';
import { ReadModelSchema } from '../../src/platform/projection/read-model-schema.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

/**
 * A slice of the demo's municipality through the API: every twelfth case, the four investigations past their deadline,
 * every ninth notification, and the cases that those are about.
 */
function udsnit(alt: Demodata): Demodata {
  const underretninger = alt.underretninger.filter((_, nr) => nr % 9 === 0);
  const naevnte = new Set(underretninger.map((u) => u.kendtSag));
  const sager = alt.sager.filter(
    (sag, nr) => nr % 12 === 0 || sag.bfu === 'igang-overskredet' || naevnte.has(sag.noegle),
  );
  return { sager, underretninger };
}

const dagenEfter = (dag: string): string => Temporal.PlainDate.from(dag).add({ days: 1 }).toString();

describe('Rebild Kommune i det små', () => {
  const data = udsnit(frembringDemodata());
  let api: TestApi;
  let klient: Klient;

  beforeAll(async () => {
    api = await startTestApi();
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    klient = new Klient(`http://127.0.0.1:${port}`, async (bruger) => {
      const kendt = findDevUser(bruger);
      if (kendt === undefined) throw new Error(`${bruger} is no test user`);
      return api.issuer.token(kendt);
    });
    await afspil(klient, data, () => undefined);
  }, 120_000);

  afterAll(async () => {
    await api.stop();
  });

  const hent = (sti: string, bruger = 'alt01'): Promise<Svar> => klient.hent(bruger, sti);

  it('nøgletallene er dem, hændelserne giver: M01, M02, M03, M07 og M09a', async () => {
    const tal = await hent('/noegletal?pr=2019-03-19&fra=2018-12-01&til=2019-02-28');
    // Counted here from what was sent, in the API from what happened.
    const aabne = data.sager.filter((sag) => sag.lukket === null);
    const screenet = data.underretninger.filter((u) =>
      ['bfu-igang', 'bfu-afsluttet', 'handicap', 'tidlig-indsats'].includes(u.forloeb),
    );
    const handicap =
      aabne.filter((sag) => sag.omraade === 'handicap').length +
      screenet.filter((u) => u.forloeb === 'handicap').length;
    const social = aabne.length + screenet.length - handicap;
    const hoveder = new Set([...aabne, ...screenet].map((sag) => sag.sagsbehandler)).size;
    const overskredne = data.sager.filter((sag) => sag.bfu === 'igang-overskredet').length;
    const igang = overskredne + data.underretninger.filter((u) => u.forloeb === 'bfu-igang').length;
    expect(overskredne).toBe(4);
    expect(tal).toMatchObject({
      M01: { social, handicap, ialt: social + handicap },
      M02: Math.floor(((social + handicap) / hoveder) * 10 + 0.5) / 10,
      M02grundlag: { sagsbehandlere: hoveder, utildelte: 0 },
      M03: { ialt: data.underretninger.length },
      M07: igang,
      M09a: Math.floor((100 * (igang - overskredne)) / igang + 0.5),
    });
  });

  it('tallene kan spørges, som de var kendt, før noget var registreret', async () => {
    const tal = await hent('/noegletal?pr=2019-03-19&kendtPr=2019-01-01T00:00:00%2B01:00');
    expect(tal).toMatchObject({ M01: { ialt: 0 }, M02: null, M07: 0, M09a: null });
  });

  it('BFU-fristen på 4 måneder løber fra opmærksomhedsdatoen (SEL § 50): fire er overskredet', async () => {
    const { poster } = (await hent('/frister?regel=bfu-afslutning&status=overskredet')) as {
      poster: readonly { start: string; forfald: string; sagsbehandler: string | null }[];
    };
    const forventet = data.sager.filter((sag) => sag.bfu === 'igang-overskredet');
    expect(poster.map((f) => f.start).sort()).toEqual(forventet.map((sag) => sag.opmaerksom).sort());
    // 4 months: the same day of the month, and none of the four dates is a 31st.
    for (const frist of poster) expect(frist.forfald.slice(8)).toBe(frist.start.slice(8));
    expect(poster.every((f) => f.sagsbehandler !== null)).toBe(true);
  });

  it('akutvurderinger efter 24 timer vises som opfyldt for sent (SEL § 155, stk. 2)', async () => {
    const for_sent = data.underretninger.filter((u) => Number(u.noegle.slice(-3)) % 23 === 0).length;
    const { poster } = (await hent(
      '/frister?regel=underretning-akutvurdering&status=opfyldt-for-sent&graense=200',
    )) as { poster: readonly unknown[] };
    expect(poster).toHaveLength(for_sent);
  });

  it('journalen skriver sig selv, kronologisk og uden ukendte linjer', async () => {
    const sag = data.sager.find((s) => s.indsats === 'stoettende');
    const barnId = id(await klient.post('sb01', '/personer/opslag', 'opslag', { cpr: sag?.barn.cpr }), 'personId');
    const { poster } = (await hent(`/boern/${barnId}/journal?graense=200`)) as {
      poster: readonly { type: string; dato: string; overskrift: string; tekst: string; hjemmel: string | null }[];
    };
    const typer = poster.map((linje) => linje.type);
    for (const type of [
      'sagsstyring.SagOprettet',
      'ics.BfuBesluttet',
      'ics.BoernesamtaleAfholdt',
      'ics.BfuGodkendt',
      'ics.MaalOpstillet',
      'ics.PlanGodkendt',
      'oekonomi.IndsatsBevilget',
      'oekonomi.IndsatsIvaerksat',
    ]) {
      expect(typer).toContain(type);
    }
    expect(poster.map((linje) => linje.dato)).toEqual(poster.map((linje) => linje.dato).sort());
    expect(poster.filter((linje) => linje.overskrift === 'Ukendt hændelse' || linje.tekst === '')).toEqual([]);
    // Everything here happened in 2018-2019, so no line may cite barnets lov.
    expect(poster.filter((linje) => linje.hjemmel?.startsWith('BL'))).toEqual([]);
    expect(poster.find((linje) => linje.type === 'ics.MaalOpstillet')?.tekst).toContain('Mor mangler overskud');
  });

  it('næste skridt siger, hvad der skal gøres på en undersøgelse i gang, med hjemmel', async () => {
    const { poster } = (await hent('/frister?regel=bfu-afslutning&status=overskredet&graense=1')) as {
      poster: readonly { sagId: string }[];
    };
    const svar = (await hent(`/sager/${poster[0]?.sagId ?? ''}/naeste-skridt`)) as {
      skridt: readonly { kode: string; art: string; hjemmel?: string }[];
      frister: readonly { regel: string; status: string }[];
    };
    expect(svar.skridt.filter((s) => s.art === 'skal').map((s) => s.kode)).toContain('bfu-boernesamtale');
    expect(svar.frister.map((f) => `${f.regel}:${f.status}`)).toContain('bfu-afslutning:overskredet');
  });

  it('L201-leverancen har hver indsats i måneden, og filen kan dannes igen', async () => {
    const leverance = await klient.post('ad01', '/leverancer/l201', 'rebild:l201', {
      periode: '2019M02',
      test: true,
      kontakter: { faglig: 'f@rebild.example', teknisk: 't@rebild.example', kvittering: 'k@rebild.example' },
    });
    const sti = `/leverancer/${id(leverance, 'leveranceId')}`;
    const xml = await klient.hentTekst('ad01', `${sti}/fil`);
    expect(await klient.hentTekst('ad01', `${sti}/fil`)).toBe(xml);
    // Early measures of every sixth case ended in December; those without a parent are held back.
    const iMaaneden = data.sager.filter(
      (sag) => sag.indsats === 'stoettende' || (sag.indsats === 'tidlig' && Number(sag.noegle.slice(-3)) % 6 !== 0),
    );
    const udenForaelder = iMaaneden.filter((sag) => sag.mor === null).length;
    expect(leverance).toMatchObject({
      antalPoster: iMaaneden.length - udenForaelder,
      antalTilbageholdt: udenForaelder,
    });
    expect(xml.match(/<ForanstaltningStruktur>/g)).toHaveLength(iMaaneden.length - udenForaelder);
    expect(xml).toContain('<dst:Period>2019M02</dst:Period>');
    for (const sag of iMaaneden) expect(xml.includes(sag.barn.cpr)).toBe(sag.mor !== null);
    // What was sent can be found again, also when the days it told of have been put right since.
    const log = await api.store.readClear(REBILD, 0, 5_000);
    const ivaerksat = log.filter(({ type }) => type === 'oekonomi.IndsatsIvaerksat');
    expect(ivaerksat.length).toBeGreaterThan(0);
    for (const { data } of ivaerksat)
      await klient.post('sb01', `/indsatser/${String(data['indsatsId'])}/ivaerksaettelse/rettelse`, randomUUID(), {
        ...{ dato: dagenEfter(String(data['ivaerksatDato'])), begrundelse: 'Kalenderen viser dagen efter.' },
      });
    expect(await klient.hentTekst('ad01', `${sti}/fil`)).toBe(xml);
  });

  it('hele afspilningen igen med de samme nøgler gemmer intet (Idempotency-Key)', async () => {
    const foer = await api.store.head(REBILD);
    const sendt = klient.kommandoer;
    const gentaget = klient.gentagelser;
    await afspil(klient, data, () => undefined);
    expect(await api.store.head(REBILD)).toBe(foer);
    expect(klient.gentagelser - gentaget).toBe(klient.kommandoer - sendt);
  }, 60_000);

  it('ingen CPR-numre, navne eller fritekst står i klartekst i hændelsestabellen', async () => {
    const owner = createPool(api.database.superuserUrl, { name: 'bytes', max: 1 });
    try {
      const { rows } = await owner.query<{ alt: string }>(`SELECT string_agg(e::text, '') AS alt FROM es.event e`);
      const bytes = rows[0]?.alt ?? '';
      expect(bytes.length).toBeGreaterThan(100_000);
      const personer = data.sager.flatMap((sag) => [sag.barn, ...(sag.mor === null ? [] : [sag.mor])]);
      for (const { cpr, navn } of personer) {
        expect(bytes.includes(cpr)).toBe(false);
        expect(bytes.includes(navn)).toBe(false);
      }
      for (const tekst of [
        'Inga Underretter',
        'underretter@example.dk',
        'Mor mangler overskud',
        'Gentagen bekymring',
        'familiebehandleren',
        ...data.underretninger.map((u) => u.beskrivelse),
      ]) {
        expect(bytes.includes(tekst)).toBe(false);
      }
    } finally {
      await owner.end();
    }
  });

  it('kæden er hel, og alle læsemodeller bygget op igen er lig de levende, række for række', async () => {
    expect(await api.store.verify(REBILD)).toEqual([]);
    const owner = createPool(api.database.ownerUrl, { name: 'rebuild', max: 2 });
    const projections = boundedContexts(indlaesLovpakke()).flatMap((context) => context.projections);
    const rebuild = new Rebuild(
      { store: api.store, pool: api.platform.pool, schema: new ReadModelSchema(owner) },
      projections,
    );
    try {
      await rebuild.prepare();
      const sammenligninger = await rebuild.compareWithLive(REBILD);
      expect(sammenligninger.map((s) => s.projection).sort()).toEqual(projections.map((p) => p.name).sort());
      expect(sammenligninger.filter(differs)).toEqual([]);
    } finally {
      await rebuild.drop();
      await owner.end();
    }
  }, 60_000);
});
