import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kommuner, firecifret } from '../kommuner.js';
import { fristregler } from './fristregler.js';
import { indlaesLovpakke, lovpakkemappe } from './lovpakke.js';
import { Lovpakkefejl } from './lovpakkefejl.js';

const lov = indlaesLovpakke();

/** The message of the pack with one file changed. */
function fejlVed(fil: string, aendr: (indhold: string) => string): string {
  const mappe = mkdtempSync(join(tmpdir(), 'lovpakke-'));
  try {
    cpSync(lovpakkemappe(), mappe, { recursive: true });
    writeFileSync(join(mappe, fil), aendr(readFileSync(join(mappe, fil), 'utf8')));
    indlaesLovpakke(mappe);
    return 'accepted';
  } catch (error) {
    if (error instanceof Lovpakkefejl) return error.message;
    throw error;
  } finally {
    rmSync(mappe, { recursive: true });
  }
}

describe('Regler som dateret data', () => {
  it('hændelsens dato afgør regimet: serviceloven til og med 31-12-2023, barnets lov derefter', () => {
    expect([lov.regime('2019-03-19'), lov.regime('2023-12-31'), lov.regime('2024-01-01')]).toEqual([
      'SEL',
      'SEL',
      'BL',
    ]);
    expect(lov.regel('underretning-kvittering', '2019-01-02')?.hjemmel).toBe('SEL § 155 b, stk. 1');
    expect(lov.regel('bfu-afslutning', '2024-01-01')?.hjemmel).toBe('BL § 20, stk. 3');
    expect(lov.regel('bfu-afslutning', '2023-12-31')?.hjemmel).toBe('SEL § 50');
  });

  it('regler fra hukommelsen (H) er slået fra, men deres hjemmel kan vises', () => {
    expect(lov.alleRegler.filter((r) => r.tillid === 'H' && r.aktiv)).toEqual([]);
    expect(lov.alleRegler.filter((r) => !r.aktiv && r.tillid !== 'H').map((r) => r.id)).toEqual([
      'handleplan-lokal-6-uger',
      'handleplan-lokal-6-uger',
      'handleplan-lokal-anbringelse',
      'bfu-lokal-6-uger',
    ]);
    expect(lov.regel('bfu-foreloebig-vurdering', '2019-01-01')).toBeUndefined();
    expect(lov.regel('bfu-foreloebig-vurdering', '2024-01-01')?.tillid).toBe('V');
    expect(lov.hjemmel('samtykke-stoettende-indsats', '2019-01-01')).toBe('SEL § 52, stk. 2');
    // Before the pack's first day serviceloven speaks, for the act as for its rules.
    expect(lov.hjemmel('samtykke-stoettende-indsats', '2006-12-31')).toBe('SEL § 52, stk. 2');
  });

  it('underretningen starter 24-timersvurderingen og kvitteringen i begge regimer', () => {
    const frister = lov.reglerUdloestAf('sagsstyring.UnderretningModtaget').filter((r) => r.art === 'frist');
    expect(frister.map((r) => `${r.regime} ${r.id}`).sort()).toEqual([
      'BL underretning-akutvurdering',
      'BL underretning-kvittering',
      'SEL underretning-akutvurdering',
      'SEL underretning-kvittering',
    ]);
    expect(lov.reglerOpfyldtAf('sagsstyring.KvitteringSendt').map((r) => r.id)).toEqual([
      'underretning-kvittering',
      'underretning-kvittering',
    ]);
  });

  it('en ukendt kode, dato eller regel giver intet svar', () => {
    expect(lov.regel('screening', '2023-12-31')).toBeUndefined();
    expect(lov.regel('bfu-afslutning', '2006-12-31')).toBeUndefined();
    expect(lov.kode('underretter', '12', '2023-12-31')).toBeUndefined();
    expect(lov.kode('underretter', '7', '2024-01-01')).toBeUndefined();
    expect(lov.kode('aarsager', 'UDSLAG17', '2021-12-31')).toBeUndefined();
  });

  it('samme indhold giver samme version', () => {
    expect(indlaesLovpakke().version).toBe(lov.version);
    expect(lov.version).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('Frister, der kan beregnes af hændelser', () => {
  const regler = fristregler(lov);
  const frist = (id: string, dato: string) => {
    const fundet = regler.find((r) => r.id === id && r.gaelder(dato));
    if (fundet === undefined) throw new Error(`no rule ${id} on ${dato}`);
    return fundet;
  };

  it('anonym underretter får ingen kvittering (SEL § 155 b, stk. 1)', () => {
    const regel = frist('underretning-kvittering', '2019-01-02');
    expect(regel.beregn('2019-01-02T10:00:00+01:00', { kendtAfsender: false })).toBeNull();
    // Wed 2 January 2019: 3, 4, 5 (Saturday counts), 7, 8, 9.
    expect(regel.beregn('2019-01-02T10:00:00+01:00', { kendtAfsender: true })?.forfald).toBe('2019-01-09');
  });

  it('opfølgning højst hver sjette måned under serviceloven (§ 70), på den besluttede dato under barnets lov (§ 95)', () => {
    // 31 August + 6 months: 28 February.
    expect(frist('opfoelgning-loebende', '2022-08-31').beregn('2022-08-31', {})?.forfald).toBe('2023-02-28');
    const bl = frist('opfoelgning-loebende', '2024-05-01');
    expect(bl.beregn('2024-05-01', { naesteDato: '2025-03-03' })?.forfald).toBe('2025-03-03');
    expect(bl.beregn('2024-05-01', {})).toBeNull();
  });

  it('første opfølgning rykkes frem til undersøgelsens afslutning (BL § 95, stk. 2)', () => {
    const regel = frist('opfoelgning-foerste', '2026-08-31');
    expect(regel.fremrykkesVed).toEqual([
      { haendelse: 'ics.BfuGodkendt', noegle: 'sagId', dato: 'godkendtDato' },
      { haendelse: 'ics.AfdaekningAfsluttet', noegle: 'sagId', dato: 'dato' },
      // Recorded late, the start says itself which investigation had ended.
      { haendelse: 'oekonomi.IndsatsIvaerksat', noegle: 'indsatsId', dato: 'undersoegelseSluttet' },
    ]);
    expect(regel.beregn('2026-08-31', {})?.forfald).toBe('2026-11-30');
    expect(regel.beregn('2026-08-31', {}, { fremrykketTil: '2026-10-12' })?.forfald).toBe('2026-10-12');
  });

  it('barnets plan har kun frist ved anbringelse, eller når planen er besluttet, og kun når den ikke gælder i forvejen (BL § 91)', () => {
    const regel = frist('barnets-plan', '2026-11-30');
    const anbringelse = { grundlag: 'samtykke', planUndtaget: true, ungeplan: false };
    expect(regel.beregn('2026-11-30', anbringelse)?.forfald).toBe('2027-02-28');
    expect(regel.beregn('2026-11-30', { ...anbringelse, planUndtaget: false })).toBeNull();
    // Without consent the plan comes before the decision; from 16 years it is a ungeplan (BL § 108).
    expect(regel.beregn('2026-11-30', { ...anbringelse, grundlag: 'tvang' })).toBeNull();
    const ung = { ...anbringelse, ungeplan: true };
    expect(regel.beregn('2026-11-30', ung)).toBeNull();
    expect(frist('ungeplan', '2026-11-30').beregn('2026-11-30', ung)?.forfald).toBe('2027-02-28');
    expect(
      frist('barnets-plan-stoettende-indsats', '2026-11-30').beregn('2026-11-30', { planBesluttet: true })?.forfald,
    ).toBe('2027-02-28');
  });

  it('den udskudte handleplan skal foreligge inden fire måneder (SEL § 140, stk. 1)', () => {
    const regel = frist('handleplan-sel', '2018-10-31');
    expect(regel.beregn('2018-10-31', { planUndtaget: false })).toBeNull();
    expect(regel.beregn('2018-10-31', { planUndtaget: true })?.forfald).toBe('2019-02-28');
  });

  it('svarfristen for en udtalelse er den, der blev sat (BL § 22)', () => {
    expect(frist('udtalelse-svarfrist', '2019-01-02').beregn('2019-01-02', { svarfrist: '2019-01-26' })).toMatchObject({
      forfald: '2019-01-26',
      advis: '2019-01-25',
    });
  });
});

describe('Kodelister', () => {
  it('samme paragraf giver 230 for barnet og 430 for familien (BL § 32, stk. 1, nr. 3)', () => {
    expect(lov.indsats('kontaktperson', 'barn', '2018-10-12')).toMatchObject({
      pgfKode: '230',
      hjemmel: 'SEL § 52, stk. 3, nr. 6',
      kraeverPlanFoerst: true,
    });
    expect(lov.indsats('kontaktperson', 'familie', '2025-01-01')).toMatchObject({
      pgfKode: '430',
      hjemmel: 'BL § 32, stk. 1, nr. 3',
    });
    expect(lov.indsats('familiebehandling', 'barn', '2019-01-01')?.pgfKode).toBe('225');
    expect(lov.indsats('familiebehandling', 'familie', '2019-01-01')?.pgfKode).toBe('420');
    expect(lov.indsats('tidlig-konsulentbistand', 'familie', '2019-01-01')).toMatchObject({
      hjemmel: 'SEL § 11, stk. 3, nr. 1',
      kraeverSamtykke: false,
    });
  });

  it('en anbringelse er ikke en støttende indsats og har ingen kode til L201', () => {
    expect(lov.indsats('anbringelse', 'barn', '2019-01-01')).toBeUndefined();
    expect(lov.pgfGaelder('110', '2019-01-01')).toBe(false);
    expect(lov.pgfGaelder('230', '2019-01-01')).toBe(true);
    expect(lov.pgfGaelder('461', '2019-01-01')).toBe(false);
    expect(lov.pgfGaelder('499', '2024-01-01')).toBe(false);
  });

  it('de seks temaer skal vurderes under serviceloven og er frivillige under barnets lov (SEL § 50, BL § 22)', () => {
    expect(lov.koder('temaer', '2019-01-01').filter((t) => t.paakraevet)).toHaveLength(6);
    expect(lov.koder('temaer', '2024-01-01').filter((t) => t.paakraevet)).toHaveLength(0);
  });

  it('98 kommuner; Region Østdanmark fra 2027 har de 46 fra Hovedstaden og Sjælland', () => {
    const kommuner = new Kommuner(lov);
    const koder = lov.koder('kommuner', '2026-11-23').map((k) => k.kode);
    const antal = (dato: string, navn: string): number =>
      koder.filter((k) => kommuner.region(k, dato)?.navn === navn).length;
    expect(koder).toHaveLength(98);
    expect(
      ['Region Hovedstaden', 'Region Sjælland', 'Region Syddanmark', 'Region Midtjylland', 'Region Nordjylland'].map(
        (r) => antal('2026-12-31', r),
      ),
    ).toEqual([29, 17, 22, 19, 11]);
    expect(antal('2027-01-01', 'Region Østdanmark')).toBe(46);
    expect([kommuner.navn('840', '2019-01-01'), kommuner.findes('411', '2019-01-01'), firecifret('840')]).toEqual([
      'Rebild',
      false,
      '0840',
    ]);
  });
});

describe('En pakke med fejl standser starten', () => {
  const json =
    (aendr: (data: { regler: Record<string, unknown>[]; koder: Record<string, unknown>[] }) => void) =>
    (indhold: string): string => {
      const data = JSON.parse(indhold) as { regler: Record<string, unknown>[]; koder: Record<string, unknown>[] };
      aendr(data);
      return JSON.stringify(data);
    };
  const regel = (id: string, felter: Record<string, unknown>) =>
    json((d) => void Object.assign(d.regler.find((r) => r['id'] === id) ?? {}, felter));

  it.each([
    ['ikke JSON', 'regler-bl.json', (t: string) => t.slice(1), /regler-bl\.json: not JSON/],
    [
      'ukendt enhed',
      'regler-bl.json',
      regel('bfu-afslutning', { enhed: 'DAG' }),
      /regler-bl\.json \[bfu-afslutning\].*enhed/,
    ],
    ['ukendt felt', 'regler-bl.json', regel('screening', { frsit: 1 }), /\[screening\]: \/regler\/\d+\/frsit/],
    [
      'regel fra hukommelsen slået til',
      'regler-sel.json',
      regel('domstolsproevelse', { aktiv: true }),
      /\[domstolsproevelse\]: confidence H/,
    ],
    [
      'mængde uden enhed',
      'regler-sel.json',
      regel('bfu-afslutning', { enhed: undefined }),
      /\[bfu-afslutning\]: maengde and enhed/,
    ],
    [
      'timer uden klokkeslæt',
      'regler-sel.json',
      regel('underretning-akutvurdering', { ur: 'kalender' }),
      /\[underretning-akutvurdering\]: TIME belongs/,
    ],
    [
      'to udgaver på samme tid',
      'regler-bl.json',
      json((d) => void d.regler.push({ ...d.regler[0] })),
      /two versions in force/,
    ],
    [
      'regel uden for pakkens periode',
      'regler-sel.json',
      regel('bfu-afslutning', { gyldigTil: '2024-06-30' }),
      /\[bfu-afslutning\]: valid outside/,
    ],
    [
      'hul mellem regimerne',
      'regler-bl.json',
      (t: string) => t.replaceAll('2024-01-01', '2024-02-01'),
      /regimes must follow each other/,
    ],
    [
      '000 som kode',
      'kodelister/foranstaltninger-pgf.json',
      json((d) => void Object.assign(d.koder[0] ?? {}, { kode: '000' })),
      /\[000\]: 000 is a placeholder/,
    ],
    [
      'samme kode to gange',
      'kodelister/underretter.json',
      json((d) => void d.koder.push({ ...d.koder[0] })),
      /\[1\]: the code is defined twice/,
    ],
    [
      'indsats uden gyldig kode',
      'kodelister/indsatskatalog.json',
      json((d) => void Object.assign(d.koder[0] ?? {}, { pgfKode: '110' })),
      /\[dagtilbud-ophold\]: PGF code 110 is not valid/,
    ],
  ])('%s nævner fil, regel og grund', (_navn, fil, aendr, besked) => {
    expect(fejlVed(fil, aendr)).toMatch(besked);
  });
});
