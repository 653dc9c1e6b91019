import { type Demodata, type DemoSag, type DemoUnderretning, type Familie } from './generator.js';
import { id, iParallel, type Klient } from './klient.js';
import { plus, undersoeg } from './undersoegelsesforloeb.js';

const AD_GANGEN = 8;
const LEDER: Readonly<Record<string, string>> = { boerne: 'tl01', unge: 'tl02', boernehandicap: 'tl03' };

/** Tells how far the playing has come; a line a step. */
export type Fremdrift = (trin: string, faerdige: number, ialt: number) => void;

/** Plays the whole municipality: first the cases that were there, then the winter's notifications. */
export async function afspil(klient: Klient, data: Demodata, fremdrift: Fremdrift): Promise<void> {
  const sager = new Map(data.sager.map((sag) => [sag.noegle, sag]));
  let faerdige = 0;
  await iParallel(data.sager, AD_GANGEN, async (sag) => {
    await afspilSag(klient, sag);
    fremdrift('Sager', (faerdige += 1), data.sager.length);
  });
  faerdige = 0;
  await iParallel(data.underretninger, AD_GANGEN, async (underretning) => {
    await afspilUnderretning(klient, underretning, sager);
    fremdrift('Underretninger', (faerdige += 1), data.underretninger.length);
  });
}

async function afspilSag(klient: Klient, sag: DemoSag): Promise<void> {
  const leder = LEDER[sag.team] ?? 'tl01';
  const { barnId, morId } = await registrerFamilie(klient, sag.noegle, sag, sag.sagsbehandler);
  const sagId = id(
    await klient.post(sag.sagsbehandler, '/sager', `${sag.noegle}:sag`, {
      barnId,
      omraade: sag.omraade,
      grund: sag.omraade === 'handicap' ? 'ansoegning' : 'overtaget',
      oprettet: sag.oprettet,
    }),
    'sagId',
  );
  await klient.post(leder, `/sager/${sagId}/tildeling`, `${sag.noegle}:tildeling`, {
    sagsbehandler: sag.sagsbehandler,
    team: sag.team,
    tildelt: sag.oprettet,
  });
  const forloeb = {
    klient,
    noegle: sag.noegle,
    sagId,
    ...{ barnId, morId },
    foedt: sag.barn.foedt,
    sagsbehandler: sag.sagsbehandler,
    leder,
    opmaerksom: sag.opmaerksom,
  };
  if (sag.bfu === 'igang-overskredet') await undersoeg(forloeb, 'igang');
  if (sag.bfu === 'afsluttet') await undersoeg(forloeb, 'med-indsats');
  if (sag.indsats === 'tidlig') await tidligIndsats(klient, sag, sagId, leder);
  if (sag.lukket !== null) {
    await klient.post(sag.sagsbehandler, `/sager/${sagId}/lukning`, `${sag.noegle}:lukning`, {
      lukket: sag.lukket,
      begrundelse: 'Formålet er nået, og der er ikke længere behov for støtte.',
    });
  }
}

async function registrerFamilie(
  klient: Klient,
  noegle: string,
  familie: Familie,
  bruger: string,
): Promise<{ readonly barnId: string; readonly morId: string | null }> {
  const barnId = id(
    await klient.post(bruger, '/personer', `${noegle}:barn`, {
      art: 'barn',
      navn: familie.barn.navn,
      cpr: familie.barn.cpr,
    }),
    'personId',
  );
  return { barnId, morId: await tilknytMor(klient, noegle, barnId, familie, bruger) };
}

async function tilknytMor(
  klient: Klient,
  noegle: string,
  barnId: string,
  familie: Familie,
  bruger: string,
): Promise<string | null> {
  if (familie.mor === null) return null;
  const personId = id(
    await klient.post(bruger, '/personer', `${noegle}:mor`, {
      art: 'voksen',
      navn: familie.mor.navn,
      cpr: familie.mor.cpr,
    }),
    'personId',
  );
  await klient.post(bruger, `/personer/${barnId}/relationer`, `${noegle}:relation`, {
    personId,
    art: 'mor',
    foraeldremyndighed: true,
    gaelderFra: familie.barn.foedt,
  });
  return personId;
}

const TIDLIGE = ['tidlig-konsulentbistand', 'tidlig-netvaerksgruppe', 'tidlig-anden', 'oekonomisk-fritid'] as const;

async function tidligIndsats(klient: Klient, sag: DemoSag, sagId: string, leder: string): Promise<void> {
  const nr = Number(sag.noegle.slice(-3));
  const bevilget = plus(sag.oprettet, 10);
  const svar = await klient.post(leder, `/sager/${sagId}/indsatser`, `${sag.noegle}:indsats`, {
    indsatskode: TIDLIGE[nr % TIDLIGE.length],
    maalgruppe: 'familie',
    afgoerelseDato: bevilget,
    forventetStart: plus(bevilget, 4),
    forventetVarighedMaaneder: 12,
    prisOere: 185_000,
    prisEnhed: 'maaned',
    formaal: 'At støtte familien tidligt, før vanskelighederne vokser.',
    begrundelse: 'Familien ønsker hjælp, og en let indsats vurderes tilstrækkelig.',
    barnetsHoldning: 'Barnet vil gerne have hjælp derhjemme.',
    boernesamtale: { dato: bevilget },
  });
  const indsatsId = id(svar, 'indsatsId');
  await klient.post(sag.sagsbehandler, `/indsatser/${indsatsId}/ivaerksaettelse`, `${sag.noegle}:ivaerksat`, {
    dato: plus(bevilget, 4),
  });
  if (nr % 6 === 0) {
    await klient.post(sag.sagsbehandler, `/indsatser/${indsatsId}/ophoer`, `${sag.noegle}:ophoer`, {
      dato: '2018-12-14',
      aarsag: 'formaal-opnaaet',
      begrundelse: 'Familien klarer sig nu selv.',
    });
  }
}

async function afspilUnderretning(
  klient: Klient,
  u: DemoUnderretning,
  sager: ReadonlyMap<string, DemoSag>,
): Promise<void> {
  const modtagelse = u.noegle.endsWith('5') ? 'mo02' : 'mo01';
  const leder = LEDER[u.team] ?? 'tl01';
  const familie = u.familie ?? (u.kendtSag === null ? undefined : sager.get(u.kendtSag));
  if (familie === undefined) throw new Error(`${u.noegle} is about nobody`);
  const svar = await klient.post(modtagelse, '/underretninger', `${u.noegle}:modtaget`, {
    barn: { cpr: familie.barn.cpr, navn: familie.barn.navn },
    modtaget: u.modtaget,
    form: u.form,
    underretter: u.anonym
      ? { anonym: true, kode: u.underretterKode }
      : {
          anonym: false,
          kode: u.underretterKode,
          navn: 'Inga Underretter Prøvesen',
          kontakt: 'underretter@example.dk',
        },
    aarsagKoder: u.aarsagKoder,
    beskrivelse: u.beskrivelse,
  });
  const underretningId = id(svar, 'underretningId');
  const sti = `/underretninger/${underretningId}`;
  const nr = Number(u.noegle.slice(-3));
  // One in twenty-three is assessed too late, as happens.
  await klient.post(modtagelse, `${sti}/akutvurdering`, `${u.noegle}:akut`, {
    vurderet: plusTimer(u.modtaget, nr % 23 === 0 ? 30 : 3),
    akut: false,
    risikofaktorer: 'Gentagen bekymring fra flere sider.',
    beskyttelsesfaktorer: 'Bedsteforældre tæt på.',
    begrundelse: 'Barnet er ikke i fare her og nu.',
  });
  const dag = u.modtaget.slice(0, 10);
  if (!u.anonym && nr % 17 !== 0)
    await klient.post(modtagelse, `${sti}/kvittering`, `${u.noegle}:kvittering`, {
      sendt: plus(dag, nr % 13 === 0 ? 12 : 2),
      maade: 'digital post',
    });
  if (u.forloeb === 'afventer') return;
  if (u.forloeb === 'kendt-barn-med-indsats') {
    await klient.post(modtagelse, `${sti}/genvurdering`, `${u.noegle}:genvurdering`, {
      vurderet: plusTimer(u.modtaget, 20),
      deltagere: [familieSagsbehandler(u, sager), 'sb25'],
      nyDeltager: 'sb25',
      begrundelse: 'Den igangværende indsats dækker bekymringen.',
    });
  }
  const spor =
    u.forloeb === 'bfu-igang' || u.forloeb === 'bfu-afsluttet'
      ? 'bfu'
      : u.forloeb === 'handicap' || u.forloeb === 'tidlig-indsats'
        ? u.forloeb
        : 'ingen-indsats';
  const screening = await klient.post(modtagelse, `${sti}/screening`, `${u.noegle}:screening`, {
    spor,
    screenet: plusTimer(u.modtaget, 72),
    begrundelse: 'Vurderet på mødet i modtagelsen.',
  });
  if (u.familie === null || spor === 'ingen-indsats') return;
  const sagId = id(screening, 'sagId');
  const barnId = id(svar, 'barnId');
  const morId = await tilknytMor(klient, u.noegle, barnId, u.familie, u.sagsbehandler);
  await klient.post(leder, `/sager/${sagId}/tildeling`, `${u.noegle}:tildeling`, {
    sagsbehandler: u.sagsbehandler,
    team: u.team,
    tildelt: plus(dag, 4),
  });
  if (spor !== 'bfu') return;
  await undersoeg(
    {
      ...{ klient, noegle: u.noegle, sagId, barnId, morId, underretningId, leder },
      foedt: u.familie.barn.foedt,
      sagsbehandler: u.sagsbehandler,
      opmaerksom: dag,
    },
    u.forloeb === 'bfu-igang' ? 'igang' : 'hurtigt-uden-indsats',
  );
}

function familieSagsbehandler(u: DemoUnderretning, sager: ReadonlyMap<string, DemoSag>): string {
  return (u.kendtSag === null ? undefined : sager.get(u.kendtSag)?.sagsbehandler) ?? u.sagsbehandler;
}

function plusTimer(tidspunkt: string, timer: number): string {
  return `${new Date(Date.parse(tidspunkt) + (timer + 1) * 3_600_000).toISOString().slice(0, 19)}+01:00`;
}
