import { Afvist } from '../../faelles/afvist.js';
import { type Mangel, type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import * as E from './undersoegelse.events.js';

type Regime = 'SEL' | 'BL';

export interface BegyndtUndersoegelse {
  readonly fase: 'i-gang' | 'afsluttet' | 'afbrudt';
  readonly bfuId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly opmaerksomDato: string;
  readonly afgoerelseDato: string;
  readonly aktoererAfdaekket: boolean;
  readonly temaer: Readonly<Record<string, boolean>>;
  readonly udtalelser: Readonly<Record<string, { readonly svarfrist: string; readonly modtaget: boolean }>>;
  readonly boernesamtale: 'mangler' | 'afholdt' | 'undladt';
  readonly foraeldresamtale: boolean;
  readonly fund: Readonly<Record<string, { readonly tema: string; readonly art: 'ressource' | 'udfordring'; readonly tekst: string }>>;
  readonly analyse: boolean;
  readonly konklusion: boolean;
  readonly gennemgaaet: boolean;
  readonly partshoering: { readonly svarfrist: string; readonly besvaret: boolean } | null;
  readonly foreloebigVurdering: boolean;
}

export type Undersoegelse = { readonly fase: 'findes-ikke' } | BegyndtUndersoegelse;

export type UndersoegelseKommando =
  | { readonly type: 'BeslutBfu'; readonly bfuId: string; readonly barnId: string; readonly sagId: string; readonly regime: Regime; readonly opmaerksomDato: string; readonly afgoerelseDato: string; readonly underretningId?: string; readonly begrundelse: string }
  | { readonly type: 'AfdaekAktoerer'; readonly dato: string; readonly aktoerer: readonly string[] }
  | { readonly type: 'VurderTemaer'; readonly gyldigeTemaer: Readonly<Record<string, string>>; readonly temaer: readonly { readonly tema: string; readonly relevant: boolean; readonly begrundelse: string }[] }
  | { readonly type: 'AnmodUdtalelse'; readonly udtalelseId: string; readonly aktoer: string; readonly anmodet: string; readonly svarfrist: string; readonly emne: string }
  | { readonly type: 'RykUdtalelse'; readonly udtalelseId: string; readonly rykket: string; readonly svarfrist: string }
  | { readonly type: 'ModtagUdtalelse'; readonly udtalelseId: string; readonly modtaget: string; readonly indhold: string }
  | { readonly type: 'AfholdBoernesamtale'; readonly dato: string; readonly udenForaeldre: boolean; readonly referat: string; readonly barnetsHoldning: string }
  | { readonly type: 'UndladBoernesamtale'; readonly dato: string; readonly begrundelse: string; readonly barnetsHoldning: string }
  | { readonly type: 'AfholdForaeldresamtale'; readonly dato: string; readonly referat: string }
  | { readonly type: 'UdarbejdAnalyse'; readonly dato: string; readonly analyse: string; readonly fund: readonly { readonly fundId: string; readonly tema: string; readonly art: 'ressource' | 'udfordring'; readonly tekst: string }[] }
  | { readonly type: 'Konkluder'; readonly dato: string; readonly stoetteNoedvendig: boolean; readonly indsatskoder: readonly string[]; readonly sideloebende: 'ingen' | 'viderefoeres' | 'aendres' | 'ophoerer'; readonly konklusion: string; readonly barnetsHoldning: string; readonly foraeldresHoldning: string; readonly kraevedeTemaer: readonly string[] }
  | { readonly type: 'Gennemgaa'; readonly dato: string; readonly referat: string }
  | { readonly type: 'SendPartshoering'; readonly dato: string; readonly svarfrist: string }
  | { readonly type: 'BesvarPartshoering'; readonly dato: string; readonly svar: string }
  | { readonly type: 'VurderForeloebigt'; readonly dato: string; readonly aarsag: string; readonly vurdering: string }
  | { readonly type: 'GodkendBfu'; readonly dato: string }
  | { readonly type: 'AfbrydBfu'; readonly dato: string; readonly aarsag: 'flytning' | 'fyldt-18' | 'behov-bortfaldet'; readonly begrundelse: string };

/** What the law still demands before the conclusion can be approved and the investigation be finished. */
export function manglerFoerGodkendelse(u: BegyndtUndersoegelse, dato: string): readonly Mangel[] {
  const sel = u.regime === 'SEL';
  const mangler: Mangel[] = [];
  if (u.boernesamtale === 'mangler') {
    mangler.push({ kode: 'bfu-boernesamtale', tekst: 'Hold en børnesamtale, eller begrund hvorfor den undlades', hjemmel: sel ? 'SEL § 48' : 'BL § 5, stk. 3-4' });
  }
  if (!u.analyse) {
    mangler.push({ kode: 'bfu-analyse', tekst: 'Skriv en samlet analyse af ressourcer og udfordringer', hjemmel: sel ? 'SEL § 50' : 'BL § 22, stk. 1' });
  }
  if (!u.konklusion) {
    mangler.push({ kode: 'bfu-konklusion', tekst: 'Konkludér med begrundet stillingtagen til støtte', hjemmel: sel ? 'SEL § 50' : 'BL § 22, stk. 6' });
  }
  if (!u.gennemgaaet) {
    mangler.push({ kode: 'bfu-gennemgang', tekst: 'Gennemgå undersøgelsen med familien', hjemmel: 'forvaltningsloven § 19' });
  }
  if (u.partshoering === null) {
    mangler.push({ kode: 'bfu-partshoering', tekst: 'Send undersøgelsen i partshøring', hjemmel: 'forvaltningsloven § 19' });
  } else if (!u.partshoering.besvaret && dato <= u.partshoering.svarfrist) {
    mangler.push({ kode: 'bfu-partshoering-svar', tekst: `Afvent svar på partshøringen til og med ${u.partshoering.svarfrist}`, hjemmel: 'forvaltningsloven § 19' });
  }
  return mangler;
}

function kraevIkkeFremtid(dato: string, context: DecisionContext, felt: string): void {
  if (dato > context.iDag) {
    throw new Afvist('dato-i-fremtiden', `Datoen ${dato} ligger efter i dag (${context.iDag}). Registrér det, der er sket, når det er sket.`, { felt });
  }
}

function kraevIGang(state: Undersoegelse): BegyndtUndersoegelse {
  if (state.fase === 'findes-ikke') {
    throw new Afvist('bfu-findes-ikke', 'Undersøgelsen findes ikke.');
  }
  if (state.fase !== 'i-gang') {
    throw new Afvist('bfu-afsluttet', `Undersøgelsen er ${state.fase} og kan ikke ændres. Beslut en ny undersøgelse, hvis der er nye forhold.`, {
      paragraf: state.regime === 'SEL' ? 'SEL § 50' : 'BL § 20',
      status: 409,
    });
  }
  return state;
}

function decide(command: UndersoegelseKommando, state: Undersoegelse, context: DecisionContext): readonly E.UndersoegelseEvent[] {
  if (command.type === 'BeslutBfu') {
    return beslut(command, state, context);
  }
  const u = kraevIGang(state);
  const tilhoer = { bfuId: u.bfuId, barnId: u.barnId, sagId: u.sagId };
  switch (command.type) {
    case 'AfdaekAktoerer':
      kraevIkkeFremtid(command.dato, context, 'dato');
      return [event(E.AktoererAfdaekket, { ...tilhoer, dato: command.dato, antal: command.aktoerer.length, aktoerer: command.aktoerer.join('; ') })];
    case 'VurderTemaer':
      return command.temaer.map((t) => {
        const temanavn = command.gyldigeTemaer[t.tema];
        if (temanavn === undefined) {
          throw new Afvist('ukendt-tema', `Temaet '${t.tema}' gælder ikke for denne undersøgelse. Vælg et af: ${Object.keys(command.gyldigeTemaer).join(', ')}.`, { felt: 'tema' });
        }
        return event(E.TemaVurderet, { ...tilhoer, tema: t.tema, temanavn, relevant: t.relevant, begrundelse: t.begrundelse });
      });
    case 'AnmodUdtalelse':
      kraevIkkeFremtid(command.anmodet, context, 'anmodet');
      if (command.svarfrist < command.anmodet) {
        throw new Afvist('svarfrist-foer-anmodning', 'Svarfristen ligger før anmodningen.', { felt: 'svarfrist' });
      }
      return [event(E.UdtalelseAnmodet, { ...tilhoer, udtalelseId: command.udtalelseId, aktoer: command.aktoer, anmodet: command.anmodet, svarfrist: command.svarfrist, emne: command.emne })];
    case 'RykUdtalelse':
      kraevAabenUdtalelse(u, command.udtalelseId);
      kraevIkkeFremtid(command.rykket, context, 'rykket');
      if (command.svarfrist < command.rykket) {
        throw new Afvist('svarfrist-foer-rykker', 'Den nye svarfrist ligger før rykkeren.', { felt: 'svarfrist' });
      }
      return [event(E.UdtalelseRykket, { ...tilhoer, udtalelseId: command.udtalelseId, rykket: command.rykket, svarfrist: command.svarfrist })];
    case 'ModtagUdtalelse':
      kraevAabenUdtalelse(u, command.udtalelseId);
      kraevIkkeFremtid(command.modtaget, context, 'modtaget');
      return [event(E.UdtalelseModtaget, { ...tilhoer, udtalelseId: command.udtalelseId, modtaget: command.modtaget, indhold: command.indhold })];
    case 'AfholdBoernesamtale':
      kraevIkkeFremtid(command.dato, context, 'dato');
      return [event(E.BoernesamtaleAfholdt, { ...tilhoer, dato: command.dato, udenForaeldre: command.udenForaeldre, referat: command.referat, barnetsHoldning: command.barnetsHoldning })];
    case 'UndladBoernesamtale':
      kraevIkkeFremtid(command.dato, context, 'dato');
      return [event(E.BoernesamtaleUndladt, { ...tilhoer, dato: command.dato, begrundelse: command.begrundelse, barnetsHoldning: command.barnetsHoldning })];
    case 'AfholdForaeldresamtale':
      kraevIkkeFremtid(command.dato, context, 'dato');
      return [event(E.ForaeldresamtaleAfholdt, { ...tilhoer, dato: command.dato, referat: command.referat })];
    case 'UdarbejdAnalyse':
      kraevIkkeFremtid(command.dato, context, 'dato');
      for (const f of command.fund) {
        if (u.temaer[f.tema] !== true) {
          throw new Afvist('fund-uden-relevant-tema', `Fundet hører til temaet '${f.tema}', som ikke er vurderet relevant. Vurdér temaet først.`, { felt: 'fund', paragraf: u.regime === 'SEL' ? 'SEL § 50' : 'BL § 22' });
        }
      }
      return [
        ...command.fund.map((f) => event(E.FundNoteret, { ...tilhoer, ...f })),
        event(E.AnalyseUdarbejdet, { ...tilhoer, dato: command.dato, analyse: command.analyse }),
      ];
    case 'Konkluder':
      return konkluder(command, u, context);
    case 'Gennemgaa':
      kraevIkkeFremtid(command.dato, context, 'dato');
      kraevKonklusion(u);
      return [event(E.BfuGennemgaaet, { ...tilhoer, dato: command.dato, referat: command.referat })];
    case 'SendPartshoering':
      kraevIkkeFremtid(command.dato, context, 'dato');
      kraevKonklusion(u);
      if (command.svarfrist <= command.dato) {
        throw new Afvist('partshoering-uden-tid', 'Parterne skal have tid til at svare: svarfristen skal ligge efter afsendelsen.', { felt: 'svarfrist', paragraf: 'forvaltningsloven § 19' });
      }
      return [event(E.PartshoeringSendt, { ...tilhoer, dato: command.dato, svarfrist: command.svarfrist })];
    case 'BesvarPartshoering':
      kraevIkkeFremtid(command.dato, context, 'dato');
      if (u.partshoering === null) {
        throw new Afvist('partshoering-ikke-sendt', 'Der er ikke sendt en partshøring at svare på.', { paragraf: 'forvaltningsloven § 19' });
      }
      return [event(E.PartshoeringBesvaret, { ...tilhoer, dato: command.dato, svar: command.svar })];
    case 'VurderForeloebigt':
      kraevIkkeFremtid(command.dato, context, 'dato');
      return [event(E.ForeloebigVurderingForetaget, { ...tilhoer, dato: command.dato, aarsag: command.aarsag, vurdering: command.vurdering })];
    case 'GodkendBfu': {
      kraevIkkeFremtid(command.dato, context, 'dato');
      const mangler = manglerFoerGodkendelse(u, command.dato);
      if (mangler.length > 0) {
        throw new Afvist('bfu-kan-ikke-godkendes', `Undersøgelsen kan ikke afsluttes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`, {
          paragraf: mangler.map((m) => m.hjemmel).join('; '),
          mangler: mangler.map((m) => m.kode),
        });
      }
      if (command.dato < u.afgoerelseDato) {
        throw new Afvist('godkendt-foer-afgoerelse', 'Undersøgelsen kan ikke være afsluttet, før den blev besluttet.', { felt: 'dato' });
      }
      return [event(E.BfuGodkendt, { ...tilhoer, godkendtDato: command.dato, godkendtAf: context.aktoer.id })];
    }
    case 'AfbrydBfu':
      kraevIkkeFremtid(command.dato, context, 'dato');
      return [event(E.BfuAfbrudt, { ...tilhoer, dato: command.dato, aarsag: command.aarsag, begrundelse: command.begrundelse })];
  }
}

function beslut(command: Extract<UndersoegelseKommando, { type: 'BeslutBfu' }>, state: Undersoegelse, context: DecisionContext): readonly E.UndersoegelseEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('bfu-findes', 'Undersøgelsen er allerede besluttet.', { status: 409 });
  }
  kraevIkkeFremtid(command.afgoerelseDato, context, 'afgoerelseDato');
  if (command.opmaerksomDato > command.afgoerelseDato) {
    throw new Afvist('opmaerksom-efter-afgoerelse', 'Kommunen kan ikke være blevet opmærksom på behovet efter afgørelsen. Fristen på 4 måneder løber fra opmærksomhedsdatoen.', {
      felt: 'opmaerksomDato',
      paragraf: command.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3',
    });
  }
  const { type: _type, ...data } = command;
  return [event(E.BfuBesluttet, data)];
}

function konkluder(command: Extract<UndersoegelseKommando, { type: 'Konkluder' }>, u: BegyndtUndersoegelse, context: DecisionContext): readonly E.UndersoegelseEvent[] {
  kraevIkkeFremtid(command.dato, context, 'dato');
  const paragraf = u.regime === 'SEL' ? 'SEL § 50' : 'BL § 22';
  const uvurderede = command.kraevedeTemaer.filter((tema) => !(tema in u.temaer));
  if (uvurderede.length > 0) {
    throw new Afvist('temaer-ikke-vurderet', `Tag først stilling til, om disse temaer er relevante, med begrundelse: ${uvurderede.join(', ')}.`, { paragraf, mangler: uvurderede });
  }
  if (!u.analyse) {
    throw new Afvist('analyse-mangler', 'Undersøgelsen kan ikke konkluderes uden en analyse.', { paragraf, mangler: ['bfu-analyse'] });
  }
  if (u.boernesamtale === 'mangler') {
    throw new Afvist('boernesamtale-mangler', 'Barnets holdning skal være skaffet ved en samtale, eller samtalen skal være undladt med begrundelse, før der konkluderes.', {
      paragraf: u.regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4',
      mangler: ['bfu-boernesamtale'],
    });
  }
  const { type: _type, kraevedeTemaer: _kraevede, ...data } = command;
  return [event(E.BfuKonkluderet, { bfuId: u.bfuId, barnId: u.barnId, sagId: u.sagId, ...data, indsatskoder: [...data.indsatskoder] })];
}

function kraevKonklusion(u: BegyndtUndersoegelse): void {
  if (!u.konklusion) {
    throw new Afvist('konklusion-mangler', 'Undersøgelsen skal være konkluderet først.', { paragraf: u.regime === 'SEL' ? 'SEL § 50' : 'BL § 22, stk. 6', mangler: ['bfu-konklusion'] });
  }
}

function kraevAabenUdtalelse(u: BegyndtUndersoegelse, udtalelseId: string): void {
  const udtalelse = u.udtalelser[udtalelseId];
  if (udtalelse === undefined) {
    throw new Afvist('udtalelse-findes-ikke', 'Udtalelsen er ikke anmodet i denne undersøgelse.', { felt: 'udtalelseId' });
  }
  if (udtalelse.modtaget) {
    throw new Afvist('udtalelse-modtaget', 'Udtalelsen er allerede modtaget.', { status: 409 });
  }
}

function evolve(state: Undersoegelse, e: E.UndersoegelseEvent): Undersoegelse {
  if (e.type === 'ics.BfuBesluttet') {
    return {
      fase: 'i-gang', bfuId: e.data.bfuId, barnId: e.data.barnId, sagId: e.data.sagId, regime: e.data.regime,
      opmaerksomDato: e.data.opmaerksomDato, afgoerelseDato: e.data.afgoerelseDato, aktoererAfdaekket: false, temaer: {},
      udtalelser: {}, boernesamtale: 'mangler', foraeldresamtale: false, fund: {}, analyse: false, konklusion: false,
      gennemgaaet: false, partshoering: null, foreloebigVurdering: false,
    };
  }
  if (state.fase === 'findes-ikke') {
    return state;
  }
  switch (e.type) {
    case 'ics.AktoererAfdaekket':
      return { ...state, aktoererAfdaekket: true };
    case 'ics.TemaVurderet':
      return { ...state, temaer: { ...state.temaer, [e.data.tema]: e.data.relevant } };
    case 'ics.UdtalelseAnmodet':
    case 'ics.UdtalelseRykket':
      return { ...state, udtalelser: { ...state.udtalelser, [e.data.udtalelseId]: { svarfrist: e.data.svarfrist, modtaget: false } } };
    case 'ics.UdtalelseModtaget':
      return { ...state, udtalelser: { ...state.udtalelser, [e.data.udtalelseId]: { svarfrist: e.data.modtaget, modtaget: true } } };
    case 'ics.BoernesamtaleAfholdt':
      return { ...state, boernesamtale: 'afholdt' };
    case 'ics.BoernesamtaleUndladt':
      return { ...state, boernesamtale: state.boernesamtale === 'afholdt' ? 'afholdt' : 'undladt' };
    case 'ics.ForaeldresamtaleAfholdt':
      return { ...state, foraeldresamtale: true };
    case 'ics.FundNoteret':
      return { ...state, fund: { ...state.fund, [e.data.fundId]: { tema: e.data.tema, art: e.data.art, tekst: e.data.tekst } } };
    case 'ics.AnalyseUdarbejdet':
      return { ...state, analyse: true };
    case 'ics.BfuKonkluderet':
      return { ...state, konklusion: true, gennemgaaet: false, partshoering: null };
    case 'ics.BfuGennemgaaet':
      return { ...state, gennemgaaet: true };
    case 'ics.PartshoeringSendt':
      return { ...state, partshoering: { svarfrist: e.data.svarfrist, besvaret: false } };
    case 'ics.PartshoeringBesvaret':
      return { ...state, partshoering: { svarfrist: state.partshoering?.svarfrist ?? e.data.dato, besvaret: true } };
    case 'ics.ForeloebigVurderingForetaget':
      return { ...state, foreloebigVurdering: true };
    case 'ics.BfuGodkendt':
      return { ...state, fase: 'afsluttet' };
    case 'ics.BfuAfbrudt':
      return { ...state, fase: 'afbrudt' };
  }
}

/** Where the investigation stands, for lists and the case's overview. */
export function trin(u: BegyndtUndersoegelse): string {
  if (u.fase !== 'i-gang') return u.fase;
  if (u.partshoering !== null) return 'partshoering';
  if (u.konklusion) return 'konklusion-udkast';
  if (u.analyse) return 'analyse';
  if (u.boernesamtale !== 'mangler' || u.foraeldresamtale) return 'samtaler';
  if (Object.keys(u.udtalelser).length > 0) return 'oplysninger-indhentes';
  if (u.aktoererAfdaekket || Object.keys(u.temaer).length > 0) return 'planlagt';
  return 'besluttet';
}

/** The practical steps of an investigation as guidance, in the order caseworkers take them. */
export function undersoegelsesskridt(u: Undersoegelse, iDag: string): readonly Skridt[] {
  if (u.fase !== 'i-gang') return [];
  const paragraf = u.regime === 'SEL' ? 'SEL § 50' : 'BL § 22';
  const skridt: Skridt[] = [];
  const tilfoej = (kode: string, art: Skridt['art'], tekst: string, hvorfor: string, hjemmel = paragraf): void => {
    skridt.push({ kode, art, tekst, hvorfor, hjemmel, enkeltsagId: u.bfuId });
  };
  if (!u.aktoererAfdaekket) tilfoej('bfu-aktoerer', 'skal', 'Find de aktører, som skal høres', 'Fagfolk med viden om barnet skal inddrages');
  if (Object.keys(u.temaer).length === 0) tilfoej('bfu-temaer', 'skal', 'Vælg de relevante temaer, og begrund valget', 'Kun relevante forhold undersøges');
  for (const [id, udtalelse] of Object.entries(u.udtalelser)) {
    if (!udtalelse.modtaget && udtalelse.svarfrist < iDag) {
      tilfoej(`bfu-ryk-udtalelse:${id}`, 'skal', 'Ryk for en udtalelse, hvis svarfrist er overskredet', `Svarfristen var ${udtalelse.svarfrist}`);
    }
  }
  if (!u.foraeldresamtale) tilfoej('bfu-foraeldresamtale', 'kan', 'Hold en forældresamtale', 'Undersøgelsen gennemføres så vidt muligt i samarbejde med forældrene');
  for (const mangel of manglerFoerGodkendelse(u, iDag)) {
    tilfoej(mangel.kode, mangel.kode === 'bfu-partshoering-svar' ? 'maa-ikke' : 'skal', mangel.tekst, 'Kræves, før undersøgelsen kan godkendes', mangel.hjemmel);
  }
  if (manglerFoerGodkendelse(u, iDag).length === 0) {
    tilfoej('bfu-godkendelse', 'skal', 'Få konklusionen godkendt af en teamleder', 'Undersøgelsen er først afsluttet, når konklusionen er godkendt');
  }
  return skridt;
}

export const undersoegelseDecider: Decider<UndersoegelseKommando, E.UndersoegelseEvent, Undersoegelse> = {
  kind: 'ics.undersoegelse',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
