import { alder } from '../../faelles/alder.js';
import { fold } from '../../platform/commands/decider.js';
import { medRettelser } from '../../platform/corrections/date-correction.js';
import { planDecider, type PlanEvent, type UndersoegelseEvent } from '../../ics/ics.public.js';
import { erBeskyttet, type KendtPerson } from '../../netvaerk/netvaerk.public.js';
import { type AnbringelseEvent, type IndsatsEvent } from '../../oekonomi/oekonomi.public.js';
import { type BegyndtSag, type Sagsbillede } from '../../sagsstyring/sagsstyring.public.js';

/** A line of the journal, as it reads. */
export interface Linje {
  readonly dato: string;
  readonly overskrift: string;
  readonly tekst: string;
}

export interface Netvaerksperson {
  readonly navn: string | null;
  readonly art: string;
  readonly foraeldremyndighed: boolean;
}

export interface Resumegrundlag {
  readonly billede: Sagsbillede;
  readonly sag: BegyndtSag;
  readonly barn: KendtPerson | null;
  readonly netvaerk: readonly Netvaerksperson[];
  /** The latest lines of the case's journal, newest first. */
  readonly seneste: readonly Linje[];
  readonly iDag: string;
}

type Skridt = Sagsbillede['skridt'][number];
export type Resumeskridt = Pick<Skridt, 'kode' | 'tekst' | 'hvorfor'> & {
  readonly hjemmel: string | null;
  readonly inden: string | null;
  readonly overskredet: boolean;
};
export interface Udtalt {
  readonly dato: string;
  readonly tekst: string;
}

/** A case on one page, made of its events: what one who takes it over must know first. */
export interface Resume {
  readonly barn: {
    readonly navn: string | null;
    readonly alder: number | null;
    readonly foedselsdato: string | null;
    readonly ufoedt: boolean;
    readonly adressebeskyttet: boolean;
  };
  readonly netvaerk: readonly Netvaerksperson[];
  readonly sag: {
    readonly omraade: string;
    readonly oprettet: string;
    readonly lukket: string | null;
    readonly tilstand: string;
    readonly sagsbehandler: string | null;
    readonly team: string | null;
    readonly tidligereSagsbehandlere: readonly string[];
    readonly overdragesTil: string | null;
  };
  /** Danger, passed deadlines and those of the next days. */
  readonly haster: readonly Resumeskridt[];
  readonly skalGoeres: readonly Resumeskridt[];
  readonly maaIkke: readonly Resumeskridt[];
  readonly aabneEnkeltsager: readonly { readonly art: string; readonly aabnet: string }[];
  readonly indsatser: readonly { readonly navn: string; readonly formaal: string; readonly ivaerksat: string | null }[];
  readonly maal: readonly { readonly maal: string; readonly status: string }[];
  /** Statements that have been asked for and have not come. */
  readonly venterPaa: readonly { readonly aktoer: string; readonly svarfrist: string }[];
  readonly konklusion: Udtalt | null;
  readonly barnetsHoldning: Udtalt | null;
  readonly seneste: readonly Linje[];
  /** How many more there are of each kind than the page has room for: nothing is left out in silence. */
  readonly flere: Readonly<Record<Afsnit, number>>;
}

const AFSNIT = [
  ...(['haster', 'skalGoeres', 'maaIkke', 'netvaerk', 'aabneEnkeltsager'] as const),
  ...(['indsatser', 'maal', 'venterPaa'] as const),
] as const;
type Afsnit = (typeof AFSNIT)[number];

/** So much of each kind that the page stays one page; the journal has the rest. */
const HOEJST: Readonly<Record<Afsnit, number>> = {
  haster: 6,
  skalGoeres: 6,
  maaIkke: 3,
  netvaerk: 6,
  aabneEnkeltsager: 6,
  indsatser: 5,
  maal: 5,
  venterPaa: 4,
};
const LINJER = 6;
const LANG = 400;
const KORT = 160;

export function skrivResume(g: Resumegrundlag): Resume {
  const { billede, sag, barn, iDag } = g;
  const skal = billede.skridt.filter(({ art }) => art === 'skal');
  const haster = skal.filter(hasterNu);
  // A stream's kind says which declarations its events were made of.
  const undersoegelser = stroemmeAf(billede, 'ics.undersoegelse') as readonly (readonly UndersoegelseEvent[])[];
  const planer = stroemmeAf(billede, planDecider.kind) as readonly (readonly PlanEvent[])[];
  const indsatser = stroemmeAf(billede, 'oekonomi.indsats') as readonly (readonly IndsatsEvent[])[];
  const anbringelser = stroemmeAf(billede, 'oekonomi.anbringelse') as readonly (readonly AnbringelseEvent[])[];
  const foedselsdato = barn?.oplysninger.foedselsdato ?? null;
  const alt: Pick<Resume, Afsnit> = {
    haster: haster.map(visSkridt),
    skalGoeres: skal.filter((s) => !haster.includes(s)).map(visSkridt),
    maaIkke: billede.skridt.filter(({ art }) => art === 'maa-ikke').map(visSkridt),
    netvaerk: g.netvaerk,
    aabneEnkeltsager: Object.values(sag.enkeltsager).map(({ art, aabnet }) => ({ art, aabnet })),
    // Where the child lives comes first.
    indsatser: [...anbringelser.flatMap(anbringelsen), ...indsatser.flatMap(indsatsen)],
    maal: planer.flatMap(maalene),
    venterPaa: undersoegelser.flatMap(udestaaende),
  };
  return {
    barn: {
      navn: barn?.oplysninger.navn ?? null,
      alder: foedselsdato === null ? null : alder(foedselsdato, iDag),
      foedselsdato,
      ufoedt: barn?.art === 'ufoedt',
      adressebeskyttet: barn !== null && erBeskyttet(barn, iDag),
    },
    ...afkortet(alt),
    flere: Object.fromEntries(AFSNIT.map((a) => [a, Math.max(0, alt[a].length - HOEJST[a])])) as Resume['flere'],
    sag: {
      ...{ omraade: sag.omraade, oprettet: sag.oprettet, tilstand: sag.fase, team: sag.team },
      lukket: sag.fase === 'lukket' ? sag.lukket : null,
      sagsbehandler: sag.sagsbehandler,
      tidligereSagsbehandlere: sag.behandlere.filter((bruger) => bruger !== sag.sagsbehandler),
      overdragesTil: sag.overdragelse?.til ?? null,
    },
    konklusion: nyeste(undersoegelser.flat().flatMap(konklusionen)),
    barnetsHoldning: nyeste(
      [...undersoegelser.flat(), ...planer.flat(), ...indsatser.flat(), ...anbringelser.flat()].flatMap(holdningen),
    ),
    seneste: g.seneste
      .slice(0, LINJER)
      .map(({ dato, overskrift, tekst }) => ({ dato, overskrift, tekst: kort(tekst, KORT) })),
  };
}

function afkortet(alt: Pick<Resume, Afsnit>): Pick<Resume, Afsnit> {
  return {
    haster: alt.haster.slice(0, HOEJST.haster),
    skalGoeres: alt.skalGoeres.slice(0, HOEJST.skalGoeres),
    maaIkke: alt.maaIkke.slice(0, HOEJST.maaIkke),
    netvaerk: alt.netvaerk.slice(0, HOEJST.netvaerk),
    aabneEnkeltsager: alt.aabneEnkeltsager.slice(0, HOEJST.aabneEnkeltsager),
    indsatser: alt.indsatser.slice(0, HOEJST.indsatser),
    maal: alt.maal.slice(0, HOEJST.maal),
    venterPaa: alt.venterPaa.slice(0, HOEJST.venterPaa),
  };
}

function hasterNu({ fare, frist }: Skridt): boolean {
  return fare === true || frist?.status === 'overskredet' || frist?.status === 'forfalder';
}

function visSkridt({ kode, tekst, hvorfor, hjemmel, frist }: Skridt): Resumeskridt {
  return {
    ...{ kode, tekst, hvorfor, hjemmel: hjemmel ?? null },
    inden: frist?.forfald ?? null,
    overskredet: frist?.status === 'overskredet',
  };
}

function stroemmeAf(billede: Sagsbillede, kind: string): readonly unknown[] {
  return billede.stroemme.filter(([foerste]) => foerste?.kind === kind).map(medRettelser);
}

function indsatsen(stroem: readonly IndsatsEvent[]): Resume['indsatser'] {
  const bevilling = stroem.find((e) => e.type === 'oekonomi.IndsatsBevilget')?.data;
  if (bevilling === undefined || stroem.some((e) => e.type === 'oekonomi.IndsatsOphoert')) return [];
  const ivaerksat = stroem.find((e) => e.type === 'oekonomi.IndsatsIvaerksat')?.data.ivaerksatDato ?? null;
  return [{ navn: bevilling.indsatsnavn, formaal: kort(bevilling.formaal, KORT), ivaerksat }];
}

const GRUNDLAG = { samtykke: 'med samtykke', tvang: 'uden samtykke', ungestoette: 'ungestøtte' } as const;

// The name of the place is left out: it can be hidden, and is read on the placement.
function anbringelsen(stroem: readonly AnbringelseEvent[]): Resume['indsatser'] {
  const besluttet = stroem.find((e) => e.type === 'oekonomi.AnbringelseBesluttet')?.data;
  if (besluttet === undefined || stroem.some((e) => e.type === 'oekonomi.AnbringelseOphoert')) return [];
  const skiftet = stroem.findLast((e) => e.type === 'oekonomi.AnbringelsesgrundlagSkiftet')?.data;
  const ivaerksat = stroem.find((e) => e.type === 'oekonomi.AnbringelseIvaerksat')?.data.ivaerksatDato ?? null;
  const grundlag = GRUNDLAG[skiftet?.grundlag ?? besluttet.grundlag];
  return [{ navn: `Anbringelse (${grundlag})`, formaal: kort(besluttet.formaal, KORT), ivaerksat }];
}

/** The goals as the plan itself reads them: corrected, removed and carried forward; a draft holds for nobody yet. */
function maalene(stroem: readonly PlanEvent[]): Resume['maal'] {
  const plan = fold(planDecider, stroem);
  if (plan.fase !== 'gaeldende') return [];
  return Object.values(plan.maal).map(({ maal, status }) => ({ maal: kort(maal, KORT), status }));
}

function udestaaende(stroem: readonly UndersoegelseEvent[]): Resume['venterPaa'] {
  if (stroem.some((e) => e.type === 'ics.BfuGodkendt' || e.type === 'ics.BfuAfbrudt')) return [];
  const venter = new Map<string, { aktoer: string; svarfrist: string }>();
  for (const e of stroem) {
    if (e.type === 'ics.UdtalelseAnmodet')
      venter.set(e.data.udtalelseId, { aktoer: kort(e.data.aktoer, 60), svarfrist: e.data.svarfrist });
    if (e.type === 'ics.UdtalelseRykket') {
      const anmodet = venter.get(e.data.udtalelseId);
      if (anmodet !== undefined) venter.set(e.data.udtalelseId, { ...anmodet, svarfrist: e.data.svarfrist });
    }
    if (e.type === 'ics.UdtalelseModtaget') venter.delete(e.data.udtalelseId);
  }
  return [...venter.values()];
}

function konklusionen(e: UndersoegelseEvent): readonly Udtalt[] {
  return e.type === 'ics.BfuKonkluderet' ? [{ dato: e.data.dato, tekst: kort(e.data.konklusion, LANG) }] : [];
}

function holdningen(e: UndersoegelseEvent | PlanEvent | IndsatsEvent | AnbringelseEvent): readonly Udtalt[] {
  switch (e.type) {
    case 'ics.BfuKonkluderet':
      // A child that is not born has said nothing.
      return e.data.barnetsHoldning === undefined
        ? []
        : [{ dato: e.data.dato, tekst: kort(e.data.barnetsHoldning, LANG) }];
    case 'ics.BoernesamtaleAfholdt':
    case 'ics.OpfoelgningAfholdt':
      return [{ dato: e.data.dato, tekst: kort(e.data.barnetsHoldning, LANG) }];
    case 'oekonomi.IndsatsBevilget':
    case 'oekonomi.AnbringelseBesluttet':
    case 'oekonomi.HjemgivelseAfgjort':
      return [{ dato: e.data.afgoerelseDato, tekst: kort(e.data.barnetsHoldning, LANG) }];
    default:
      return [];
  }
}

function nyeste(udtalt: readonly Udtalt[]): Udtalt | null {
  return udtalt.reduce<Udtalt | null>((a, b) => (a === null || b.dato >= a.dato ? b : a), null);
}

/** On one line, and no longer than there is room for. */
function kort(tekst: string, hoejst: number): string {
  const enLinje = [...tekst.replaceAll(/\s+/g, ' ').trim()];
  return enLinje.length <= hoejst
    ? enLinje.join('')
    : `${enLinje
        .slice(0, hoejst - 1)
        .join('')
        .trimEnd()}…`;
}
