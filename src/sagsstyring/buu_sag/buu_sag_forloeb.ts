import { Afvist } from '../../faelles/afvist.js';
import { alder } from '../../faelles/alder.js';
import { forfaldEfter } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Hjemmelsregel, type Regelid } from '../../faelles/lov/produktets_regler.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { traefAfgoerelse } from '../afgoerelse/traeffelse.js';
import { manglerRisikovurdering } from '../barn/risikovurdering.js';
import { afslutFormandsafgoerelse, kraevFormandsafgoerelse } from '../formandsafgoerelse/formandsafgoerelse_forloeb.js';
import { formandsafgoerelseDecider, paragraf } from '../formandsafgoerelse/formandsafgoerelse.js';
import { gaelderIkke, kanAfloeses, type TruffetForeloebigt } from '../formandsafgoerelse/tilstand.js';
import { kraevAfgoerelsesart, kraevEtBarn, type Afgoerelsesart } from '../parter/afgoerelsesart.js';
import { sagspersoner, type Sagsperson } from '../parter/parter_i_sagen.js';
import { aabnEnkeltsag, afslutEnkeltsag, kraevAabenSag } from '../sag/enkeltsag.js';
import { type Beslutningsgrundlag, type Plangrundlag, type Undersoegelsesgrundlag } from './beslutningsgrundlag.js';
import {
  type AfgivIndstilling,
  type AfgoerBuuSag,
  type Genbehandlingsgrundlag,
  type Grundlag,
  type NyGenbehandling,
  type Udvalgslov,
} from './kommandoer.js';
import { buuSagDecider } from './buu_sag.js';
import { type Genbehandling, type Regime, type RejstBuuSag, type Udtalelsesudfald } from './tilstand.js';

/** The committee case, for commands that build on it; not found when there is none. */
export async function kraevBuuSag(session: CommandSession, id: string): Promise<RejstBuuSag> {
  const { state } = await session.state(buuSagDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('buu-sag', id);
  return state;
}

function udvalgslov(lov: Lovpakke, art: Afgoerelsesart, dato: string): Udvalgslov {
  const hjemmel = (regel: Hjemmelsregel): string => lov.hjemmel(regel, dato);
  const regime = lov.regime(dato);
  return {
    ...{ afgoerelseKode: art.kode, afgoerelsesnavn: art.navn, hjemmel: art.hjemmel, regime },
    ...{ kraeverBfu: art.kraeverBfu, kraeverPlan: art.kraeverPlan, kvalificeretFlertal: art.kvalificeretFlertal },
    kraeverFormaal: lov.regel('afgoerelse-formaal-varighed', dato) !== undefined,
    paragraf: {
      indstilling: hjemmel('buu-indstilling'),
      plan: hjemmel('barnets-plan-tvang'),
      boernesamtale: hjemmel('boernesamtale'),
      udtaleret: hjemmel('buu-udtaleret'),
      advokat: hjemmel('advokatbistand'),
      formaal: hjemmel('afgoerelse-formaal-varighed'),
      moede: `${hjemmel('buu-afgoerelse')}, stk. 1`,
      flertal: `${hjemmel('buu-afgoerelse')}, stk. 4`,
      permanent: hjemmel('permanent-anbringelse'),
      genbehandling: hjemmel('anbringelse-genbehandling-1aar'),
    },
  };
}

function personerI(session: CommandSession, sag: RejstBuuSag, art: Afgoerelsesart, dato: string) {
  const { barnId, angaarIder, plejeforaeldreIder } = sag;
  return sagspersoner(session, { ...{ barnId, art, dato }, angaar: angaarIder, plejeforaeldre: plejeforaeldreIder });
}

/** Raises the case, which opens its enkeltsag. */
export async function rejsBuuSag(
  session: CommandSession,
  lov: Lovpakke,
  sagId: string,
  ny: {
    readonly afgoerelseKode: string;
    readonly dato: string;
    readonly begrundelse: string;
    readonly formandsafgoerelseId?: string;
    readonly genbehandlerId?: string;
    readonly overtagetGrundlagTil?: string;
    readonly plejeforaeldreIder?: readonly string[];
    readonly angaarIder?: readonly string[];
  },
): Promise<string> {
  const { barnId } = await kraevAabenSag(session, sagId);
  const { afgoerelseKode, ...resten } = ny;
  const art = kraevAfgoerelsesart(lov, afgoerelseKode, ny.dato);
  if (art.organ !== 'BUU') {
    throw new Afvist('forvaltningens-afgoerelse', `${art.navn} afgør forvaltningen selv; den skal ikke for udvalget.`, {
      felt: 'afgoerelseKode',
      paragraf: lov.hjemmel('buu-afgoerelse', ny.dato),
    });
  }
  const barn = await kraevPerson(session, barnId);
  kraevEtBarn(lov, art, barn.oplysninger.foedselsdato, ny.dato, 'dato');
  const [formand, tidligere] = await Promise.all([
    ny.formandsafgoerelseId === undefined ? undefined : kraevFormandsafgoerelse(session, ny.formandsafgoerelseId),
    ny.genbehandlerId === undefined ? undefined : kraevBuuSag(session, ny.genbehandlerId),
  ]);
  if (formand !== undefined && formand.sagId !== sagId) {
    throw new Afvist('anden-sag', 'Den foreløbige afgørelse hører til en anden sag.', { felt: 'formandsafgoerelseId' });
  }
  if (formand !== undefined) kraevSammeSlags(formand, afgoerelseKode, lov.regime(ny.dato));
  if (formand !== undefined && afgoerelseKode === 'godkendelse-foreloebig') kraevNogetAtGodkende(formand, ny.dato);
  if (tidligere !== undefined && (tidligere.barnId !== barnId || tidligere.genbehandling === null)) {
    throw new Afvist('intet-at-genbehandle', 'Den tidligere sag har ingen anbringelse at genbehandle for barnet.', {
      felt: 'genbehandlerId',
      paragraf: lov.hjemmel('anbringelse-genbehandling-1aar', ny.dato),
    });
  }
  await Promise.all((ny.plejeforaeldreIder ?? []).map((personId) => kraevPerson(session, personId)));
  const buuSagId = session.context.nytId();
  await session.decide(
    buuSagDecider,
    buuSagId,
    {
      type: 'RejsBuuSag',
      ...resten,
      ...{ buuSagId, sagId, barnId, lov: udvalgslov(lov, art, ny.dato) },
      ...grundlaget(lov, tidligere),
      plejeforaeldreIder: ny.plejeforaeldreIder ?? [],
      angaarIder: ny.angaarIder ?? [],
    },
    { expected: 0 },
  );
  await aabnEnkeltsag(session, sagId, { enkeltsagId: buuSagId, art: 'buu', aabnet: ny.dato });
  return buuSagId;
}

/** The committee approves the chairman's decision, or decides the same matter itself: another matter leaves it as it is. */
function kraevSammeSlags(f: TruffetForeloebigt, afgoerelseKode: string, regime: Regime): void {
  if (afgoerelseKode === 'godkendelse-foreloebig' || afgoerelseKode === f.afgoerelseKode) return;
  throw new Afvist(
    'foreloebig-anden-slags',
    `Formanden har afgjort ${f.afgoerelsesnavn.toLowerCase()}, og kun en afgørelse om det samme træder i stedet for den. Rejs sagen uden den foreløbige afgørelse, eller rejs en om det samme.`,
    { felt: 'formandsafgoerelseId', paragraf: paragraf({ regime }) },
  );
}

/** On the eighth day there is nothing to approve: the committee decides the matter itself (SEL § 75, stk. 3; BL § 143, stk. 4). */
function kraevNogetAtGodkende(f: TruffetForeloebigt, dato: string): void {
  if (!gaelderIkke(f, dato)) return;
  throw new Afvist(
    'foreloebig-gaelder-ikke',
    `Formandens foreløbige afgørelse gælder ikke ${dato}, og udvalget kan ikke godkende den. Rejs i stedet sagen om det, som formanden afgjorde.`,
    { felt: 'formandsafgoerelseId', paragraf: f.regime === 'SEL' ? 'SEL § 75, stk. 3' : 'BL § 143, stk. 4' },
  );
}

/** The placement that the committee takes up again: until when its basis lasts, and whether it has ended. */
function grundlaget(lov: Lovpakke, tidligere: RejstBuuSag | undefined): { genbehandler?: Genbehandlingsgrundlag } {
  if (tidligere === undefined || tidligere.genbehandling === null) return {};
  const { dato, genbehandling: valg, genbehandlesSenest } = tidligere.genbehandling;
  const sidsteDag = genbehandlesSenest ?? forfaldEfter(lov, GENBEHANDLINGSREGEL[valg], dato) ?? null;
  return { genbehandler: { sidsteDag, ophoert: tidligere.grundlagOphoert } };
}

/** Advises a party; whether the person is one, and the risk is assessed, is found here. */
export async function vejledPart(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  vejledning: { readonly personId: string; readonly dato: string; readonly maade: string },
): Promise<void> {
  const { sag, person } = await personPaaDagen(session, lov, id, vejledning);
  await session.decide(buuSagDecider, id, {
    type: 'VejledPart',
    ...vejledning,
    part: person,
    risikovurderingMangler: await manglerRisikovurdering(session, sag.barnId, lov.regime(vejledning.dato)),
    paragraf: lov.hjemmel('advokatbistand', vejledning.dato),
  });
}

export async function registrerUdtalelse(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  udtalelse: {
    readonly personId: string;
    readonly dato: string;
    readonly udfald: Udtalelsesudfald;
    readonly udtalelse: string;
  },
): Promise<void> {
  const { person } = await personPaaDagen(session, lov, id, udtalelse);
  const paragraf = lov.hjemmel('buu-udtaleret', udtalelse.dato);
  await session.decide(buuSagDecider, id, { type: 'RegistrerUdtalelse', ...udtalelse, person, paragraf });
}

export async function registrerSamtykke(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  samtykke: { readonly personId: string; readonly dato: string },
): Promise<void> {
  const { person, art } = await personPaaDagen(session, lov, id, samtykke);
  await session.decide(buuSagDecider, id, { type: 'RegistrerSamtykke', ...samtykke, person, paragraf: art.hjemmel });
}

async function personPaaDagen(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  hvem: { readonly personId: string; readonly dato: string },
): Promise<{ readonly sag: RejstBuuSag; readonly art: Afgoerelsesart; readonly person: Sagsperson | undefined }> {
  const sag = await kraevBuuSag(session, id);
  const art = kraevAfgoerelsesart(lov, sag.afgoerelseKode, hvem.dato, 'dato');
  const personer = await personerI(session, sag, art, hvem.dato);
  return { sag, art, person: personer.find((p) => p.personId === hvem.personId) };
}

type Indstillingsfelter = Omit<AfgivIndstilling, 'type' | 'lov' | 'grundlag' | 'ufoedt'>;

export async function afgivIndstilling(
  session: CommandSession,
  lov: Lovpakke,
  kilde: Beslutningsgrundlag,
  id: string,
  indstilling: Indstillingsfelter,
): Promise<void> {
  const sag = await kraevBuuSag(session, id);
  const art = kraevAfgoerelsesart(lov, sag.afgoerelseKode, indstilling.dato, 'dato');
  const barn = await kraevPerson(session, sag.barnId);
  await session.decide(buuSagDecider, id, {
    type: 'AfgivIndstilling',
    ...indstilling,
    lov: udvalgslov(lov, art, indstilling.dato),
    grundlag: await hentGrundlag(session, lov, kilde, sag.barnId, indstilling),
    ufoedt: barn.art === 'ufoedt',
  });
}

async function hentGrundlag(
  session: CommandSession,
  lov: Lovpakke,
  kilde: Beslutningsgrundlag,
  barnId: string,
  om: {
    readonly dato: string;
    readonly bfuId?: string | null;
    readonly planId?: string | null;
    readonly anbragtFra?: string | null;
  },
): Promise<Grundlag> {
  const { bfuId, planId, anbragtFra } = om;
  const [bfu, plan] = await Promise.all([
    bfuId === undefined || bfuId === null ? undefined : kilde.undersoegelse(session, bfuId),
    planId === undefined || planId === null ? undefined : kilde.plan(session, planId),
  ]);
  kraevBarnets(bfu, barnId, 'bfuId');
  kraevBarnets(plan, barnId, 'planId');
  const tidligst =
    anbragtFra === undefined || anbragtFra === null
      ? undefined
      : forfaldEfter(lov, 'permanent-anbringelse', anbragtFra);
  return {
    ...(bfu === undefined ? {} : { bfu: { afsluttet: bfu.afsluttet, konkluderet: bfu.konkluderet } }),
    ...(plan === undefined ? {} : { plan: { gaeldendeFra: plan.gaeldendeFra } }),
    ...(anbragtFra === undefined || anbragtFra === null ? {} : { anbragtFra }),
    ...(tidligst === undefined ? {} : { tidligstPermanent: tidligst }),
  };
}

function kraevBarnets(
  grundlag: Undersoegelsesgrundlag | Plangrundlag | undefined,
  barnId: string,
  felt: 'bfuId' | 'planId',
): void {
  if (grundlag !== undefined && grundlag.barnId !== barnId) {
    throw new Afvist('andet-barn', 'Undersøgelsen eller planen gælder et andet barn end sagen.', { felt });
  }
}

export interface Genbehandlingsvalg {
  readonly genbehandling: Genbehandling;
  readonly genbehandlesSenest?: string;
  readonly anbragtInden1Aar: boolean;
}

const GENBEHANDLINGSREGEL: Readonly<Record<Genbehandling, Regelid>> = {
  '1aar': 'anbringelse-genbehandling-1aar',
  '2aar': 'anbringelse-genbehandling-2aar',
  'under-1aar': 'anbringelse-genbehandling-under-1aar',
  fastsat: 'anbringelse-genbehandling-fastsat',
};

function genbehandling(
  lov: Lovpakke,
  valg: Genbehandlingsvalg,
  foedt: string | undefined,
  dato: string,
): NyGenbehandling {
  return {
    ...valg,
    under1Aar: foedt !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(foedt) && alder(foedt, dato) < 1,
    bekraeftet: lov.regel(GENBEHANDLINGSREGEL[valg.genbehandling], dato) !== undefined,
    senestMuligt: forfaldEfter(lov, GENBEHANDLINGSREGEL[valg.anbragtInden1Aar ? '2aar' : '1aar'], dato) ?? dato,
  };
}

/** The committee decides; the decision, the provisional one it replaces and the enkeltsag follow in the same commit. */
export async function afgoerBuuSag(
  session: CommandSession,
  lov: Lovpakke,
  kilde: Beslutningsgrundlag,
  id: string,
  afgoerelse: Omit<AfgoerBuuSag, 'type' | 'lov' | 'grundlag' | 'personer' | 'afgoerelseId' | 'genbehandling'> & {
    readonly genbehandling?: Genbehandlingsvalg;
  },
): Promise<{ readonly afgoerelseId: string | null }> {
  const sag = await kraevBuuSag(session, id);
  const { dato, vedtaget } = afgoerelse;
  const art = kraevAfgoerelsesart(lov, sag.afgoerelseKode, dato, 'dato');
  const barn = await kraevPerson(session, sag.barnId);
  kraevEtBarn(lov, art, barn.oplysninger.foedselsdato, dato, 'dato');
  const tidligere = sag.genbehandlerId === null ? undefined : await kraevBuuSag(session, sag.genbehandlerId);
  const { genbehandling: valg, ...resten } = afgoerelse;
  const afgoerelseId = session.context.nytId();
  await session.decide(buuSagDecider, id, {
    type: 'AfgoerBuuSag',
    ...resten,
    afgoerelseId,
    lov: udvalgslov(lov, art, dato),
    grundlag: await hentGrundlag(session, lov, kilde, sag.barnId, { ...sag.indstilling, dato }),
    ...grundlaget(lov, tidligere),
    personer: await personerI(session, sag, art, dato),
    ...(valg === undefined ? {} : { genbehandling: genbehandling(lov, valg, barn.oplysninger.foedselsdato, dato) }),
  });
  if (vedtaget) {
    await traefAfgoerelse(session, lov, {
      ...{ sagId: sag.sagId, art, dato, afgoerelseId, vedroererId: id, begrundelse: afgoerelse.begrundelse },
      angaar: sag.angaarIder,
      hoertAndetsteds: true,
    });
  }
  if (sag.formandsafgoerelseId !== null) await medForeloebig(session, sag, sag.formandsafgoerelseId, afgoerelse);
  await afslutEnkeltsag(session, sag.sagId, { enkeltsagId: id, afsluttet: dato });
  return { afgoerelseId: vedtaget ? afgoerelseId : null };
}

// Approving the chairman's decision keeps it alive; deciding the matter itself takes its place.
async function medForeloebig(
  session: CommandSession,
  sag: RejstBuuSag,
  formandsafgoerelseId: string,
  afgoerelse: { readonly dato: string; readonly vedtaget: boolean; readonly begrundelse: string },
): Promise<void> {
  const { dato, vedtaget, begrundelse } = afgoerelse;
  if (sag.afgoerelseKode === 'godkendelse-foreloebig') {
    await session.decide(formandsafgoerelseDecider, formandsafgoerelseId, {
      ...{ type: 'BehandlGodkendelse', godkendt: vedtaget, buuSagId: sag.buuSagId, dato, begrundelse },
    });
    if (!vedtaget) await afslutFormandsafgoerelse(session, formandsafgoerelseId, dato);
    return;
  }
  // One that has lapsed, or is about another matter, has nothing to be replaced: the committee's own decision stands by itself.
  const f = await kraevFormandsafgoerelse(session, formandsafgoerelseId);
  if (!vedtaget || !kanAfloeses(f, sag.afgoerelseKode, dato)) return;
  await session.decide(formandsafgoerelseDecider, formandsafgoerelseId, {
    ...{ type: 'ErstatForeloebig', buuSagId: sag.buuSagId, dato },
  });
  await afslutFormandsafgoerelse(session, formandsafgoerelseId, dato);
}

/** Ankestyrelsen or the court has decided finally: the renewal is reckoned from there. */
export async function saetGenbehandlingsfrist(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  ny: Genbehandlingsvalg & { readonly dato: string; readonly grundlag: 'ankestyrelsen' | 'dom' },
): Promise<void> {
  const sag = await kraevBuuSag(session, id);
  const barn = await kraevPerson(session, sag.barnId);
  const { dato, grundlag, ...valg } = ny;
  await session.decide(buuSagDecider, id, {
    ...{ type: 'SaetGenbehandlingsfrist', dato, grundlag },
    ny: genbehandling(lov, valg, barn.oplysninger.foedselsdato, dato),
    paragraf: lov.hjemmel('anbringelse-genbehandling-1aar', dato),
  });
}

export async function traekBuuSag(
  session: CommandSession,
  id: string,
  traek: { readonly dato: string; readonly begrundelse: string },
): Promise<void> {
  const { sagId } = await kraevBuuSag(session, id);
  await session.decide(buuSagDecider, id, { type: 'TraekBuuSag', ...traek });
  await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: traek.dato });
}
