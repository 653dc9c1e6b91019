import { Afvist } from '../../faelles/afvist.js';
import { type Mangel, type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import * as E from './underretning.events.js';

export type Regime = 'SEL' | 'BL';
export type Spor = 'ingen-indsats' | 'tidlig-indsats' | 'afdaekning' | 'bfu' | 'handicap';
export type Henvendelsesform = 'telefonisk' | 'skriftlig' | 'personlig' | 'digital';

export interface ModtagetUnderretning {
  readonly fase: 'modtaget' | 'akutvurderet' | 'screenet' | 'videresendt' | 'annulleret';
  readonly underretningId: string;
  readonly barnId: string;
  /** The case it was tied to at receipt, or the one that the screening led to. */
  readonly sagId: string | null;
  readonly modtaget: string;
  readonly regime: Regime;
  readonly anonym: boolean;
  readonly fagperson: boolean;
  readonly ufoedt: boolean;
  readonly overgreb: boolean;
  readonly overgrebFraForaeldre: boolean;
  readonly aeresrelateret: boolean;
  readonly risikovurderet: boolean;
  readonly igangvaerendeIndsats: boolean;
  readonly akutvurderet: string | null;
  readonly genvurderet: boolean;
  readonly boernesamtale: boolean;
  readonly kvitteret: boolean;
  readonly fagpersonOrienteret: boolean;
  readonly spor: Spor | null;
  /** Who has assessed; they are not new when the child's case is re-assessed. */
  readonly vurderere: readonly string[];
}

export type Underretning = { readonly fase: 'findes-ikke' } | ModtagetUnderretning;

/** The codes that hold on the day of receipt, from the dated lists. */
export interface GyldigeKoder {
  readonly underretter: readonly string[];
  readonly aarsager: readonly string[];
}

export type UnderretningKommando =
  | {
      readonly type: 'ModtagUnderretning'; readonly underretningId: string; readonly barnId: string; readonly sagId?: string; readonly henvendelseId?: string;
      readonly modtaget: string; readonly form: Henvendelsesform; readonly anonym: boolean; readonly ufoedt: boolean; readonly underretterKode: string;
      readonly aarsagKoder: readonly string[]; readonly fagperson: boolean; readonly overgreb: boolean; readonly overgrebFraForaeldre: boolean; readonly aeresrelateret: boolean;
      readonly igangvaerendeIndsats: boolean; readonly regime: Regime; readonly gyldigeKoder: GyldigeKoder;
      /** Id that the notifier's name and contact are sealed for. */
      readonly underretterId: string; readonly underretterNavn?: string; readonly underretterKontakt?: string; readonly beskrivelse: string;
    }
  | { readonly type: 'ForetagAkutvurdering'; readonly vurderet: string; readonly vurderetAf: string; readonly akut: boolean; readonly aeresrelateret: boolean; readonly risikofaktorer: string; readonly beskyttelsesfaktorer: string; readonly begrundelse: string }
  | { readonly type: 'SendKvittering'; readonly sendt: string; readonly maade: string }
  | { readonly type: 'OrienterFagperson'; readonly dato: string; readonly undladt: boolean; readonly begrundelse?: string }
  | { readonly type: 'ForetagGenvurdering'; readonly vurderet: string; readonly deltagere: readonly string[]; readonly nyDeltager: string; readonly begrundelse: string; /** Everyone who has had the child's cases or assessed notifications about the child. */ readonly tidligereDeltagere: readonly string[] }
  | { readonly type: 'HoldBoernesamtale'; readonly dato: string; readonly udenForaeldre: boolean; readonly referat: string }
  | { readonly type: 'UndladBoernesamtale'; readonly dato: string; readonly begrundelse: string }
  | { readonly type: 'VurderAeresrelateretRisiko'; readonly vurderet: string; readonly vurderetAf: string; readonly risikovurdering: string }
  | { readonly type: 'Screen'; readonly spor: Spor; readonly screenet: string; readonly screenetAf: string; readonly begrundelse: string; readonly sagId?: string }
  | { readonly type: 'Videresend'; readonly tilKommune: string; readonly egenKommune: string; readonly videresendt: string; readonly begrundelse: string }
  | { readonly type: 'Annuller'; readonly annulleret: string; readonly begrundelse: string };

// The code of the official list that means that nobody knows who it was.
const ANONYM_KODE = '8';
/** Reasons that are themselves a notification of abuse, so that a forgotten tick in a box does not cost the child its interview. */
const OVERGREBSKODER = ['UDSLAG7', 'UDSLAG18'];
const OVERGREB_FRA_FORAELDRE_KODE = 'UDSLAG18';

const LUKKET = ['screenet', 'videresendt', 'annulleret'];

/** What the law demands before a notification may be screened and so be finished. */
export function manglerFoerScreening(u: ModtagetUnderretning): readonly Mangel[] {
  const sel = u.regime === 'SEL';
  const mangler: Mangel[] = [];
  if (u.akutvurderet === null) {
    mangler.push({ kode: 'underretning-akutvurdering', tekst: 'Vurdér, om barnets sundhed eller udvikling er i fare', hjemmel: sel ? 'SEL § 155, stk. 2' : 'BL § 136' });
  }
  if (u.igangvaerendeIndsats && !u.genvurderet) {
    mangler.push({ kode: 'underretning-genvurdering', tekst: 'Barnet har en igangværende indsats: genvurdér sagen med mindst én, som ikke før har deltaget i den', hjemmel: sel ? 'SEL § 155 a, stk. 1' : 'BL § 137, stk. 1' });
  }
  if (u.overgreb && !u.ufoedt && !u.boernesamtale) {
    mangler.push({ kode: 'underretning-boernesamtale', tekst: 'Underretningen handler om overgreb: hold en samtale med barnet, eller begrund hvorfor den undlades', hjemmel: sel ? 'SEL § 155 a' : 'BL § 137, stk. 2-4' });
  }
  if (!sel && u.aeresrelateret && !u.risikovurderet) {
    mangler.push({ kode: 'aeres-risikovurdering', tekst: 'Der er tegn på æresrelateret konflikt: lav en risikovurdering, før forældre og netværk inddrages', hjemmel: 'BL § 18, stk. 3' });
  }
  return mangler;
}

function kraevAaben(state: Underretning): ModtagetUnderretning {
  const u = kraevFindes(state);
  if (LUKKET.includes(u.fase)) {
    throw new Afvist('underretning-lukket', `Underretningen er ${u.fase} og vurderet færdig. En ny bekymring er en ny underretning.`, {
      paragraf: u.regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 136',
      status: 409,
    });
  }
  return u;
}

function kraevFindes(state: Underretning): ModtagetUnderretning {
  if (state.fase === 'findes-ikke') {
    throw new Afvist('underretning-findes-ikke', 'Underretningen findes ikke.');
  }
  return state;
}

function kraevEfterModtagelsen(hvornaar: string, u: ModtagetUnderretning, context: DecisionContext, felt: string, paragraf?: string): void {
  kraevIkkeIFremtiden(hvornaar, context, felt);
  kraevIkkeFoer(hvornaar, u.modtaget, felt, 'Det kan ikke være sket, før underretningen blev modtaget', paragraf);
}

function tilhoer(u: ModtagetUnderretning): { underretningId: string; barnId: string; sagId?: string } {
  return { underretningId: u.underretningId, barnId: u.barnId, ...(u.sagId === null ? {} : { sagId: u.sagId }) };
}

function decide(command: UnderretningKommando, state: Underretning, context: DecisionContext): readonly E.UnderretningEvent[] {
  switch (command.type) {
    case 'ModtagUnderretning':
      return modtag(command, state, context);
    case 'SendKvittering':
      return kvitter(command, kraevFindes(state), context);
    case 'OrienterFagperson':
      return orienter(command, kraevFindes(state), context);
    case 'ForetagAkutvurdering': {
      const u = kraevAaben(state);
      const paragraf = u.regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136';
      kraevEfterModtagelsen(command.vurderet, u, context, 'vurderet', paragraf);
      if (u.akutvurderet !== null) {
        throw new Afvist('akutvurdering-foretaget', `Underretningen blev akutvurderet ${u.akutvurderet}. Nye forhold er en ny underretning.`, { paragraf, status: 409 });
      }
      kraevTekst(command.vurderetAf, 'vurderet-af-mangler', 'vurderetAf', 'Skriv, hvem der har foretaget vurderingen.', paragraf);
      kraevTekst(command.risikofaktorer, 'risikofaktorer-mangler', 'risikofaktorer', 'Skriv risikofaktorerne, eller at der ikke er fundet nogen.', paragraf);
      kraevTekst(command.beskyttelsesfaktorer, 'beskyttelsesfaktorer-mangler', 'beskyttelsesfaktorer', 'Skriv beskyttelsesfaktorerne, eller at der ikke er fundet nogen.', paragraf);
      kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund vurderingen.', paragraf);
      const { type: _type, ...data } = command;
      return [event(E.AkutvurderingForetaget, { ...tilhoer(u), ...data })];
    }
    case 'ForetagGenvurdering':
      return genvurder(command, kraevAaben(state), context);
    case 'HoldBoernesamtale': {
      const u = kraevAaben(state);
      kraevEfterModtagelsen(command.dato, u, context, 'dato');
      if (u.overgrebFraForaeldre && !command.udenForaeldre) {
        throw new Afvist('samtale-uden-foraeldre', 'Ved overgreb fra forældrenes side skal samtalen holdes uden deres tilstedeværelse.', { felt: 'udenForaeldre', paragraf: u.regime === 'SEL' ? 'SEL § 155 a' : 'BL § 137, stk. 3' });
      }
      return [event(E.BoernesamtaleIUnderretning, { ...tilhoer(u), dato: command.dato, udfald: 'holdt', udenForaeldre: command.udenForaeldre, referat: command.referat })];
    }
    case 'UndladBoernesamtale': {
      const u = kraevAaben(state);
      kraevEfterModtagelsen(command.dato, u, context, 'dato');
      kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund, at barnets modenhed eller sagens karakter taler imod en samtale.', u.regime === 'SEL' ? 'SEL § 155 a' : 'BL § 137, stk. 4');
      return [event(E.BoernesamtaleIUnderretning, { ...tilhoer(u), dato: command.dato, udfald: 'undladt', udenForaeldre: false, begrundelse: command.begrundelse })];
    }
    case 'VurderAeresrelateretRisiko': {
      const u = kraevAaben(state);
      kraevEfterModtagelsen(command.vurderet, u, context, 'vurderet', 'BL § 18, stk. 3');
      const { type: _type, ...data } = command;
      return [event(E.AeresrelateretRisikoVurderet, { ...tilhoer(u), ...data })];
    }
    case 'Screen':
      return screen(command, kraevAaben(state), context);
    case 'Videresend': {
      const u = kraevAaben(state);
      const paragraf = u.regime === 'SEL' ? 'SEL § 152' : 'BL § 132';
      kraevEfterModtagelsen(command.videresendt, u, context, 'videresendt', paragraf);
      if (command.tilKommune === command.egenKommune) {
        throw new Afvist('samme-kommune', 'Underretningen kan ikke videresendes til kommunen selv.', { felt: 'tilKommune', paragraf });
      }
      if (u.akutvurderet === null) {
        throw new Afvist('akutvurdering-mangler', 'Vurdér, om barnet er i fare, før underretningen sendes videre: barnet må ikke vente på posten.', { paragraf: u.regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136', mangler: ['underretning-akutvurdering'] });
      }
      return [event(E.UnderretningVideresendt, { ...tilhoer(u), tilKommune: command.tilKommune, videresendt: command.videresendt, begrundelse: command.begrundelse })];
    }
    case 'Annuller': {
      const u = kraevAaben(state);
      kraevEfterModtagelsen(command.annulleret, u, context, 'annulleret');
      kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Skriv, hvorfor registreringen var en fejl.');
      return [event(E.UnderretningAnnulleret, { ...tilhoer(u), annulleret: command.annulleret, begrundelse: command.begrundelse })];
    }
  }
}

function modtag(command: Extract<UnderretningKommando, { type: 'ModtagUnderretning' }>, state: Underretning, context: DecisionContext): readonly E.UnderretningEvent[] {
  const paragraf = command.regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 136';
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('underretning-findes', 'Underretningen er allerede registreret. En underretning om flere børn registreres én gang for hvert barn.', { status: 409 });
  }
  kraevIkkeIFremtiden(command.modtaget, context, 'modtaget');
  if (command.anonym !== (command.underretterKode === ANONYM_KODE)) {
    throw new Afvist('anonym-passer-ikke', command.anonym ? `En anonym underretter har koden ${ANONYM_KODE}.` : `Koden ${ANONYM_KODE} betyder anonym. Sæt anonym, eller vælg den kode, der passer på underretteren.`, { felt: 'underretter.kode' });
  }
  if (command.anonym && (command.underretterNavn !== undefined || command.underretterKontakt !== undefined)) {
    throw new Afvist('anonym-med-navn', 'En anonym underretters navn og kontaktoplysninger må ikke registreres.', { felt: 'underretter.navn', paragraf });
  }
  if (!command.gyldigeKoder.underretter.includes(command.underretterKode)) {
    throw new Afvist('kode-gaelder-ikke', `Underretterkoden ${command.underretterKode} gælder ikke på modtagelsesdagen.`, { felt: 'underretter.kode' });
  }
  const ugyldige = command.aarsagKoder.filter((kode) => !command.gyldigeKoder.aarsager.includes(kode));
  if (ugyldige.length > 0) {
    throw new Afvist('kode-gaelder-ikke', `Årsagskoderne ${ugyldige.join(', ')} gælder ikke på modtagelsesdagen.`, { felt: 'aarsagKoder', mangler: ugyldige });
  }
  kraevTekst(command.beskrivelse, 'beskrivelse-mangler', 'beskrivelse', 'Skriv, hvad underretteren er bekymret for.', paragraf);
  const { type: _type, gyldigeKoder: _koder, underretterId, ...data } = command;
  const kendt = command.underretterNavn !== undefined || command.underretterKontakt !== undefined;
  return [
    event(E.UnderretningModtaget, {
      ...data,
      aarsagKoder: [...command.aarsagKoder],
      // Anybody who is not anonymous must have a receipt, also before the name is found.
      kendtAfsender: !command.anonym,
      fagperson: command.fagperson && !command.anonym,
      overgreb: command.overgreb || command.overgrebFraForaeldre || command.aarsagKoder.some((kode) => OVERGREBSKODER.includes(kode)),
      overgrebFraForaeldre: command.overgrebFraForaeldre || command.aarsagKoder.includes(OVERGREB_FRA_FORAELDRE_KODE),
      ...(kendt ? { underretterId } : {}),
    }),
  ];
}

/** The duty to acknowledge runs by itself, so it can also be met after the screening. */
function kvitter(command: Extract<UnderretningKommando, { type: 'SendKvittering' }>, u: ModtagetUnderretning, context: DecisionContext): readonly E.UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155 b, stk. 1' : 'BL kap. 16';
  if (u.anonym) {
    throw new Afvist('anonym-uden-kvittering', 'Underretteren er anonym og kan ikke få en kvittering.', { paragraf });
  }
  if (u.fase === 'annulleret') {
    throw new Afvist('underretning-lukket', 'Underretningen er annulleret.', { status: 409 });
  }
  if (u.kvitteret) {
    throw new Afvist('kvittering-sendt', 'Kvitteringen er allerede sendt.', { paragraf, status: 409 });
  }
  kraevEfterModtagelsen(command.sendt, u, context, 'sendt', paragraf);
  return [event(E.KvitteringSendt, { ...tilhoer(u), sendt: command.sendt, maade: command.maade })];
}

function orienter(command: Extract<UnderretningKommando, { type: 'OrienterFagperson' }>, u: ModtagetUnderretning, context: DecisionContext): readonly E.UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155 b, stk. 2-3' : 'BL kap. 16';
  if (!u.fagperson) {
    throw new Afvist('ikke-fagperson', 'Kun en fagperson, som underrettede, skal orienteres.', { paragraf });
  }
  if (u.fase !== 'screenet') {
    throw new Afvist('ikke-screenet', 'Fagpersonen orienteres, når det er vurderet, om der sættes noget i gang.', { paragraf, status: 409 });
  }
  if (command.undladt) {
    kraevTekst(command.begrundelse ?? '', 'begrundelse-mangler', 'begrundelse', 'Skriv de særlige forhold, som taler imod at orientere.', paragraf);
  }
  kraevEfterModtagelsen(command.dato, u, context, 'dato', paragraf);
  const { type: _type, ...data } = command;
  return [event(E.FagpersonOrienteret, { ...tilhoer(u), ...data })];
}

function genvurder(command: Extract<UnderretningKommando, { type: 'ForetagGenvurdering' }>, u: ModtagetUnderretning, context: DecisionContext): readonly E.UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155 a, stk. 1' : 'BL § 137, stk. 1';
  kraevEfterModtagelsen(command.vurderet, u, context, 'vurderet', paragraf);
  if (!command.deltagere.includes(command.nyDeltager)) {
    throw new Afvist('ny-deltager-deltog-ikke', 'Den nye deltager skal være blandt deltagerne i genvurderingen.', { felt: 'nyDeltager', paragraf });
  }
  if (command.tidligereDeltagere.includes(command.nyDeltager) || u.vurderere.includes(command.nyDeltager)) {
    throw new Afvist('ny-deltager-er-ikke-ny', `${command.nyDeltager} har tidligere deltaget i sagen. Mindst én, som ikke har, skal deltage i genvurderingen.`, { felt: 'nyDeltager', paragraf });
  }
  kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund genvurderingen.', paragraf);
  return [event(E.GenvurderingForetaget, { ...tilhoer(u), vurderet: command.vurderet, deltagere: [...command.deltagere], nyDeltager: command.nyDeltager, begrundelse: command.begrundelse })];
}

function screen(command: Extract<UnderretningKommando, { type: 'Screen' }>, u: ModtagetUnderretning, context: DecisionContext): readonly E.UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 18, stk. 1-2';
  kraevEfterModtagelsen(command.screenet, u, context, 'screenet', paragraf);
  if (command.spor === 'afdaekning' && u.regime === 'SEL') {
    throw new Afvist('spor-findes-ikke', 'Serviceloven kender ikke afdækning. Vælg børnefaglig undersøgelse.', { felt: 'spor', paragraf: 'SEL § 50' });
  }
  kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund valget af spor.', paragraf);
  const mangler = manglerFoerScreening(u);
  if (mangler.length > 0) {
    throw new Afvist('underretning-kan-ikke-screenes', `Underretningen kan ikke screenes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`, {
      paragraf: mangler.map((m) => m.hjemmel).join('; '),
      mangler: mangler.map((m) => m.kode),
    });
  }
  kraevIkkeFoer(command.screenet, u.akutvurderet ?? u.modtaget, 'screenet', 'Underretningen kan ikke screenes før akutvurderingen', paragraf);
  const { type: _type, sagId, ...data } = command;
  if (command.spor !== 'ingen-indsats' && sagId === undefined) {
    throw new Afvist('sag-mangler', 'Sporet kræver en sag.', { felt: 'spor' });
  }
  return [event(E.UnderretningScreenet, { ...tilhoer(u), ...data, ...(sagId === undefined ? {} : { sagId }) })];
}

function evolve(state: Underretning, e: E.UnderretningEvent): Underretning {
  if (e.type === 'sagsstyring.UnderretningModtaget') {
    const { underretningId, barnId, modtaget, regime, anonym, fagperson, ufoedt, overgreb, overgrebFraForaeldre, aeresrelateret, igangvaerendeIndsats } = e.data;
    return {
      fase: 'modtaget', underretningId, barnId, sagId: e.data.sagId ?? null, modtaget, regime, anonym, fagperson, ufoedt, overgreb, overgrebFraForaeldre, aeresrelateret,
      risikovurderet: false, igangvaerendeIndsats, akutvurderet: null, genvurderet: false, boernesamtale: false, kvitteret: false, fagpersonOrienteret: false, spor: null, vurderere: [],
    };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'sagsstyring.AkutvurderingForetaget':
      return { ...state, fase: 'akutvurderet', akutvurderet: e.data.vurderet, aeresrelateret: state.aeresrelateret || e.data.aeresrelateret, vurderere: med(state.vurderere, e.data.vurderetAf) };
    case 'sagsstyring.KvitteringSendt':
      return { ...state, kvitteret: true };
    case 'sagsstyring.FagpersonOrienteret':
      return { ...state, fagpersonOrienteret: true };
    case 'sagsstyring.GenvurderingForetaget':
      return { ...state, genvurderet: true, vurderere: med(state.vurderere, ...e.data.deltagere) };
    case 'sagsstyring.BoernesamtaleIUnderretning':
      return { ...state, boernesamtale: true };
    case 'sagsstyring.AeresrelateretRisikoVurderet':
      return { ...state, risikovurderet: true, vurderere: med(state.vurderere, e.data.vurderetAf) };
    case 'sagsstyring.UnderretningScreenet':
      return { ...state, fase: 'screenet', spor: e.data.spor, sagId: e.data.sagId ?? state.sagId, vurderere: med(state.vurderere, e.data.screenetAf) };
    case 'sagsstyring.UnderretningVideresendt':
      return { ...state, fase: 'videresendt' };
    case 'sagsstyring.UnderretningAnnulleret':
      return { ...state, fase: 'annulleret' };
  }
}

function med(liste: readonly string[], ...nye: readonly string[]): readonly string[] {
  return [...new Set([...liste, ...nye])];
}

export const underretningDecider: Decider<UnderretningKommando, E.UnderretningEvent, Underretning> = {
  kind: 'sagsstyring.underretning',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};

/** What must and can be done with the notification now. */
export function underretningsskridt(u: Underretning): readonly Skridt[] {
  if (u.fase === 'findes-ikke' || u.fase === 'annulleret') return [];
  const sel = u.regime === 'SEL';
  const skridt: Skridt[] = [];
  if (!LUKKET.includes(u.fase)) {
    const mangler = manglerFoerScreening(u);
    for (const m of mangler) {
      skridt.push({ kode: m.kode, art: 'skal', tekst: m.tekst, hvorfor: 'Kræves, før underretningen kan screenes', hjemmel: m.hjemmel, enkeltsagId: u.underretningId });
    }
    skridt.push({
      kode: 'screening', art: mangler.length === 0 ? 'skal' : 'maa-ikke', tekst: 'Screen underretningen, og begrund sporet',
      hvorfor: mangler.length === 0 ? 'Alt, hvad loven kræver forinden, er gjort' : 'Det, som mangler ovenfor, skal gøres først', hjemmel: sel ? 'SEL § 155, stk. 1' : 'BL § 18, stk. 1-2', enkeltsagId: u.underretningId,
    });
  }
  if (!u.anonym && !u.kvitteret) {
    skridt.push({ kode: 'underretning-kvittering', art: 'skal', tekst: 'Send kvittering til underretter', hvorfor: `Underretningen blev modtaget ${u.modtaget}, og afsenderen er kendt`, hjemmel: sel ? 'SEL § 155 b, stk. 1' : 'BL kap. 16', enkeltsagId: u.underretningId });
  }
  if (u.fase === 'screenet' && u.fagperson && !u.fagpersonOrienteret) {
    skridt.push({ kode: 'underretning-orientering-fagperson', art: 'skal', tekst: 'Orientér fagpersonen om, hvorvidt der er sat noget i gang, eller begrund hvorfor ikke', hvorfor: 'Underretningen kom fra en fagperson og er vurderet', hjemmel: sel ? 'SEL § 155 b, stk. 2-3' : 'BL kap. 16', enkeltsagId: u.underretningId });
  }
  return skridt;
}
