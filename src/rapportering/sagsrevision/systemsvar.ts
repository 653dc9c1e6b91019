import { lokalDato } from '../../faelles/lokal_dato.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type Svarvaerdi } from './spoergsmaal.js';

/** A deadline with its outcome at the cut, as known; of `hentFrister`. */
export interface Revisionsfrist {
  readonly regel: string;
  readonly navn: string;
  readonly forfald: string;
  readonly status: string;
}

export interface Systemsvar {
  readonly spoergsmaalId: string;
  readonly vaerdi: Svarvaerdi;
  /** What the answer rests on; Danish, dates and rules only. */
  readonly forklaring: string;
}

export interface Svargrundlag {
  readonly stroemme: readonly (readonly StoredEvent[])[];
  /** All deadlines of the case that fell due in the period, open or not. */
  readonly frister: readonly Revisionsfrist[];
  readonly fra: string;
  readonly til: string;
}

const PLANREGLER = [
  'handleplan-sel',
  'handleplan-sel-anbringelse',
  'barnets-plan',
  'barnets-plan-stoettende-indsats',
  'ungeplan',
  'ungeplan-16-aar',
];
const OPFOELGNING = ['opfoelgning-foerste', 'opfoelgning-foerste-anbringelse', 'opfoelgning-loebende'];

/** Decisions that say themselves how the child was heard, and where they have their day. */
const MED_SAMTALE = {
  'oekonomi.AnbringelseBesluttet': 'afgoerelseDato',
  'oekonomi.AnbringelsesgrundlagSkiftet': 'dato',
  'oekonomi.IndsatsJusteret': 'gaelderFra',
  'sagsstyring.AfgoerelseTruffet': 'dato',
} as const;

/** The questions that the log can answer. What it cannot show is not guessed. */
export function besvarAfLoggen(g: Svargrundlag): readonly Systemsvar[] {
  return [
    { spoergsmaalId: 'vurderet-inden-24-timer', ...fristsvar(g, ['underretning-akutvurdering']) },
    { spoergsmaalId: 'bfu-til-tiden', ...fristsvar(g, ['bfu-afslutning']) },
    { spoergsmaalId: 'plan-til-tiden', ...plansvar(g) },
    { spoergsmaalId: 'opfoelgning-til-tiden', ...fristsvar(g, OPFOELGNING) },
    { spoergsmaalId: 'boernesamtale-holdt', ...samtalesvar(g) },
    { spoergsmaalId: 'partshoering-gjort', ...partshoeringssvar(g) },
    { spoergsmaalId: 'klagevejledning-sendt', ...klagevejledningssvar(g) },
  ];
}

type Svar = Omit<Systemsvar, 'spoergsmaalId'>;

function fristsvar(g: Svargrundlag, regler: readonly string[]): Svar {
  const frister = g.frister.filter(
    ({ regel, status }) => regler.includes(regel) && ['opfyldt', 'opfyldt-for-sent', 'overskredet'].includes(status),
  );
  if (frister.length === 0) return { vaerdi: 'ikke-relevant', forklaring: 'Ingen frist faldt i perioden' };
  const brudt = frister.filter(({ status }) => status !== 'opfyldt');
  if (brudt.length === 0)
    return { vaerdi: 'ja', forklaring: `${String(frister.length)} af ${String(frister.length)} til tiden` };
  return {
    vaerdi: 'nej',
    forklaring: brudt.map(({ navn, forfald, status }) => `${navn} ${forfald}: ${status}`).join('; '),
  };
}

/** A plan that was there before the decision has no deadline to meet: it is on time. */
function plansvar(g: Svargrundlag): Svar {
  const frist = fristsvar(g, PLANREGLER);
  if (frist.vaerdi !== 'ikke-relevant') return frist;
  const afgjort = (type: string) => haendelser(g, type).filter((d) => iPerioden(g, d['afgoerelseDato']));
  const bevillinger = afgjort('oekonomi.IndsatsBevilget');
  const medPlan = [
    ...bevillinger.filter((d) => d['planId'] !== undefined && d['planBesluttet'] !== true),
    // Where none was valid on the day the deadline runs.
    ...afgjort('oekonomi.AnbringelseBesluttet').filter((d) => d['planUndtaget'] !== true),
  ];
  if (medPlan.length > 0) return { vaerdi: 'ja', forklaring: 'Planen forelå før afgørelsen' };
  if (bevillinger.some((d) => d['planUndtaget'] === true))
    return { vaerdi: 'ikke-relevant', forklaring: 'Undtagelsen fra planen er begrundet i afgørelsen' };
  return frist;
}

/** Approved investigations and decisions that demand the talk. A talk left out with a reason is outside. */
function samtalesvar(g: Svargrundlag): Svar {
  const udfald: ('holdt' | 'undladt' | 'mangler')[] = [];
  const iAfgoerelsen = (d: Readonly<Record<string, unknown>>): 'holdt' | 'undladt' | undefined => {
    if (d['boernesamtaleDato'] !== undefined) return 'holdt';
    return d['boernesamtaleUndladt'] === undefined ? undefined : 'undladt';
  };
  const iBfu = (bfuId: unknown, senest: unknown): 'holdt' | 'undladt' | 'mangler' => {
    const foer = (type: string): boolean =>
      haendelser(g, type).some((d) => d['bfuId'] === bfuId && String(d['dato']) <= String(senest));
    if (foer('ics.BoernesamtaleAfholdt')) return 'holdt';
    return foer('ics.BoernesamtaleUndladt') ? 'undladt' : 'mangler';
  };
  for (const d of haendelser(g, 'ics.BfuGodkendt'))
    if (iPerioden(g, d['godkendtDato'])) udfald.push(iBfu(d['bfuId'], d['godkendtDato']));
  for (const d of haendelser(g, 'oekonomi.IndsatsBevilget')) {
    if (!iPerioden(g, d['afgoerelseDato'])) continue;
    const hoert = iAfgoerelsen(d);
    if (hoert !== undefined) udfald.push(hoert);
    else if (d['bfuId'] !== undefined) udfald.push(iBfu(d['bfuId'], d['afgoerelseDato']));
    else if (d['planId'] !== undefined || d['planUndtaget'] === true) udfald.push('mangler');
  }
  for (const [type, dag] of Object.entries(MED_SAMTALE)) {
    for (const d of haendelser(g, type)) {
      if (!iPerioden(g, d[dag])) continue;
      const hoert = iAfgoerelsen(d);
      if (hoert !== undefined) udfald.push(hoert);
      else if (type === 'oekonomi.AnbringelseBesluttet' && d['bfuId'] !== undefined)
        udfald.push(iBfu(d['bfuId'], d[dag]));
    }
  }
  // The committee decides on the recommendation, which says how the child was heard.
  const indstillinger = haendelser(g, 'sagsstyring.BuuIndstillingAfgivet');
  for (const { vedroererId } of afgoerelser(g).filter(erUdvalgets)) {
    const indstilling = indstillinger.findLast((d) => d['buuSagId'] === vedroererId);
    const hoert = indstilling === undefined ? undefined : iAfgoerelsen(indstilling);
    if (hoert !== undefined) udfald.push(hoert);
  }
  if (udfald.includes('mangler'))
    return { vaerdi: 'nej', forklaring: 'En afgørelse er truffet, uden at barnet var hørt' };
  if (udfald.includes('holdt')) return { vaerdi: 'ja', forklaring: 'Barnet var hørt før hver afgørelse' };
  return udfald.length > 0
    ? { vaerdi: 'ikke-relevant', forklaring: 'Samtalen er undladt med begrundelse' }
    : { vaerdi: 'ikke-relevant', forklaring: 'Ingen afgørelse i perioden kræver en børnesamtale' };
}

function partshoeringssvar(g: Svargrundlag): Svar {
  const hoerte = new Set(haendelser(g, 'ics.PartshoeringSendt').map((d) => d['bfuId']));
  const godkendte = haendelser(g, 'ics.BfuGodkendt').filter((d) => iPerioden(g, d['godkendtDato']));
  const tilUgunst = afgoerelser(g).filter((d) => d['tilUgunst'] === true);
  if (godkendte.length + tilUgunst.length === 0)
    return {
      vaerdi: 'ikke-relevant',
      forklaring: 'Ingen undersøgelse godkendt og ingen afgørelse til ugunst i perioden',
    };
  // Before the committee the parties speak for themselves (SEL § 74, BL § 142).
  const udtaltFor = new Set(haendelser(g, 'sagsstyring.BuuUdtalelseGivet').map((d) => d['buuSagId']));
  const uden =
    godkendte.filter((d) => !hoerte.has(d['bfuId'])).length +
    tilUgunst
      .filter((d) => listen(d['parter']))
      .filter((d) =>
        erUdvalgets(d)
          ? !udtaltFor.has(d['vedroererId'])
          : !listen(d['partshoeringIder']) && d['hoeringUndladt'] === undefined,
      ).length;
  return uden === 0
    ? { vaerdi: 'ja', forklaring: 'Parterne er hørt, eller undladelsen er begrundet' }
    : { vaerdi: 'nej', forklaring: `${String(uden)} uden partshøring` };
}

/**
 * A decision that is recorded as such tells to whom it was communicated. Older ones were recorded as measures and
 * investigations alone; whether the guidance was sent cannot be seen from them.
 */
function klagevejledningssvar(g: Svargrundlag): Svar {
  // One without a party has nobody to be told.
  const truffet = afgoerelser(g).filter((d) => listen(d['parter']));
  if (truffet.length > 0) {
    const noegle = (afgoerelseId: unknown, personId: unknown): string => `${String(afgoerelseId)}/${String(personId)}`;
    const meddelt = new Set(
      haendelser(g, 'sagsstyring.AfgoerelseMeddelt').map((d) => noegle(d['afgoerelseId'], d['personId'])),
    );
    const uden = truffet.filter((d) =>
      parterne(d).some((personId) => !meddelt.has(noegle(d['afgoerelseId'], personId))),
    ).length;
    return uden === 0
      ? { vaerdi: 'ja', forklaring: 'Hver afgørelse er meddelt hver part med klagevejledning' }
      : { vaerdi: 'nej', forklaring: `${String(uden)} afgørelser er ikke meddelt alle parter` };
  }
  const andre =
    haendelser(g, 'oekonomi.IndsatsBevilget').some((d) => iPerioden(g, d['afgoerelseDato'])) ||
    haendelser(g, 'ics.BfuBesluttet').some((d) => iPerioden(g, d['afgoerelseDato']));
  return andre
    ? { vaerdi: 'kan-ikke-ses', forklaring: 'Der er truffet afgørelse, men meddelelsen er ikke noteret' }
    : { vaerdi: 'ikke-relevant', forklaring: 'Ingen afgørelse i perioden' };
}

function afgoerelser(g: Svargrundlag): readonly Readonly<Record<string, unknown>>[] {
  return haendelser(g, 'sagsstyring.AfgoerelseTruffet').filter((d) => iPerioden(g, d['dato']));
}

function erUdvalgets(afgoerelse: Readonly<Record<string, unknown>>): boolean {
  return afgoerelse['organ'] === 'BUU';
}

function parterne({ parter }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return (parter as readonly { readonly personId: unknown }[]).map(({ personId }) => personId);
}

function haendelser(g: Svargrundlag, type: string): readonly Readonly<Record<string, unknown>>[] {
  return g.stroemme.flatMap((stroem) => stroem.filter((e) => e.type === type).map(({ data }) => data));
}

function iPerioden({ fra, til }: Svargrundlag, dato: unknown): boolean {
  if (typeof dato !== 'string') return false;
  const dag = lokalDato(dato);
  return dag >= fra && dag <= til;
}

function listen(vaerdi: unknown): boolean {
  return Array.isArray(vaerdi) && vaerdi.length > 0;
}
