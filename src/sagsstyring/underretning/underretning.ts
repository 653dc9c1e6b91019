import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import { handlAkut, orienterForaeldre, tilknytSoeskende } from './afklaring.js';
import { type UnderretningKommando } from './kommandoer.js';
import {
  kraevAaben,
  kraevEfterModtagelsen,
  kraevFindes,
  manglerFoerScreening,
  tilhoer,
  underLovenPaa,
} from './krav.js';
import { ret, retAkutvurdering, retKvittering } from './rettelse.js';
import { evolve, type ModtagetUnderretning, type Underretning } from './tilstand.js';
import * as E from './underretning.events.js';

// The code of the official list that means that nobody knows who it was.
const ANONYM_KODE = '8';
/** Reasons that are themselves a notification of abuse, so that a forgotten tick in a box does not cost the child its interview. */
const OVERGREBSKODER = ['UDSLAG7', 'UDSLAG18'];
const OVERGREB_FRA_FORAELDRE_KODE = 'UDSLAG18';

function decide(
  command: UnderretningKommando,
  state: Underretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  switch (command.type) {
    case 'ModtagUnderretning':
      return modtag(command, state, context);
    case 'SendKvittering':
      return kvitter(command, underLovenPaa(kraevFindes(state), command.sendt), context);
    case 'RetModtagelse':
      return ret(command, kraevFindes(state), context);
    case 'RetAkutvurdering':
      return retAkutvurdering(command, kraevFindes(state), context);
    case 'RetKvittering':
      return retKvittering(command, kraevFindes(state), context);
    case 'OrienterFagperson':
      return orienter(command, underLovenPaa(kraevFindes(state), command.dato), context);
    case 'ForetagAkutvurdering': {
      const u = underLovenPaa(kraevAaben(state), command.vurderet);
      const paragraf = u.regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136';
      kraevEfterModtagelsen(command.vurderet, u, context, 'vurderet', paragraf);
      if (u.akutvurderet !== null) {
        throw new Afvist(
          'akutvurdering-foretaget',
          `Underretningen blev akutvurderet ${u.akutvurderet}. Nye forhold er en ny underretning.`,
          { paragraf, status: 409 },
        );
      }
      kraevTekst(
        command.vurderetAf,
        'vurderet-af-mangler',
        'vurderetAf',
        'Skriv, hvem der har foretaget vurderingen.',
        paragraf,
      );
      kraevTekst(
        command.risikofaktorer,
        'risikofaktorer-mangler',
        'risikofaktorer',
        'Skriv risikofaktorerne, eller at der ikke er fundet nogen.',
        paragraf,
      );
      kraevTekst(
        command.beskyttelsesfaktorer,
        'beskyttelsesfaktorer-mangler',
        'beskyttelsesfaktorer',
        'Skriv beskyttelsesfaktorerne, eller at der ikke er fundet nogen.',
        paragraf,
      );
      kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund vurderingen.', paragraf);
      const { type: _type, ...data } = command;
      return [event(E.AkutvurderingForetaget, { ...tilhoer(u), ...data })];
    }
    case 'ForetagGenvurdering':
      return genvurder(command, underLovenPaa(kraevAaben(state), command.vurderet), context);
    case 'HoldBoernesamtale': {
      const u = underLovenPaa(kraevAaben(state), command.dato);
      kraevEfterModtagelsen(command.dato, u, context, 'dato');
      if (u.overgrebFraForaeldre && !command.udenForaeldre) {
        throw new Afvist(
          'samtale-uden-foraeldre',
          'Ved overgreb fra forældrenes side skal samtalen holdes uden deres tilstedeværelse.',
          { felt: 'udenForaeldre', paragraf: u.regime === 'SEL' ? 'SEL § 155 a' : 'BL § 137, stk. 3' },
        );
      }
      return [
        event(E.BoernesamtaleIUnderretning, {
          ...tilhoer(u),
          dato: command.dato,
          udfald: 'holdt',
          udenForaeldre: command.udenForaeldre,
          referat: command.referat,
        }),
      ];
    }
    case 'UndladBoernesamtale': {
      const u = underLovenPaa(kraevAaben(state), command.dato);
      kraevEfterModtagelsen(command.dato, u, context, 'dato');
      kraevTekst(
        command.begrundelse,
        'begrundelse-mangler',
        'begrundelse',
        'Begrund, at barnets modenhed eller sagens karakter taler imod en samtale.',
        u.regime === 'SEL' ? 'SEL § 155 a' : 'BL § 137, stk. 4',
      );
      return [
        event(E.BoernesamtaleIUnderretning, {
          ...tilhoer(u),
          dato: command.dato,
          udfald: 'undladt',
          udenForaeldre: false,
          begrundelse: command.begrundelse,
        }),
      ];
    }
    case 'VurderAeresrelateretRisiko': {
      // Also after the screening: until it is done, no letter may go to the parents.
      const u = kraevFindes(state);
      if (u.fase === 'annulleret')
        throw new Afvist('underretning-lukket', 'Underretningen er annulleret.', {
          ...{ status: 409, paragraf: 'BL § 18, stk. 3' },
        });
      kraevEfterModtagelsen(command.vurderet, u, context, 'vurderet', 'BL § 18, stk. 3');
      const { type: _type, ...data } = command;
      return [event(E.AeresrelateretRisikoVurderet, { ...tilhoer(u), ...data })];
    }
    case 'HandlAkut':
      return handlAkut(command, underLovenPaa(kraevAaben(state), command.handlet), context);
    case 'OrienterForaelder':
    case 'UdskydForaeldreorientering':
      return orienterForaeldre(command, underLovenPaa(kraevFindes(state), command.dato), context);
    case 'TilknytSoeskende':
      return tilknytSoeskende(command, underLovenPaa(kraevFindes(state), command.dato));
    case 'Screen':
      return screen(command, underLovenPaa(kraevAaben(state), command.screenet), context);
    case 'Videresend': {
      const u = underLovenPaa(kraevAaben(state), command.videresendt);
      const paragraf = u.regime === 'SEL' ? 'SEL § 152' : 'BL § 132';
      kraevEfterModtagelsen(command.videresendt, u, context, 'videresendt', paragraf);
      if (command.tilKommune === command.egenKommune) {
        throw new Afvist('samme-kommune', 'Underretningen kan ikke videresendes til kommunen selv.', {
          felt: 'tilKommune',
          paragraf,
        });
      }
      if (u.akutvurderet === null) {
        throw new Afvist(
          'akutvurdering-mangler',
          'Vurdér, om barnet er i fare, før underretningen sendes videre: barnet må ikke vente på posten.',
          { paragraf: u.regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136', mangler: ['underretning-akutvurdering'] },
        );
      }
      if (u.akut === true && !u.akutHandlet) {
        throw new Afvist(
          'akut-handling-mangler',
          'Barnet er vurderet at være i fare. Registrér, hvad der er gjort for barnet, før underretningen sendes videre.',
          { paragraf: u.regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136', mangler: ['akut-handling'] },
        );
      }
      return [
        event(E.UnderretningVideresendt, {
          ...tilhoer(u),
          tilKommune: command.tilKommune,
          videresendt: command.videresendt,
          begrundelse: command.begrundelse,
        }),
      ];
    }
    case 'Annuller': {
      const u = kraevAaben(state);
      kraevEfterModtagelsen(command.annulleret, u, context, 'annulleret');
      kraevTekst(
        command.begrundelse,
        'begrundelse-mangler',
        'begrundelse',
        'Skriv, hvorfor registreringen var en fejl.',
      );
      return [
        event(E.UnderretningAnnulleret, {
          ...tilhoer(u),
          annulleret: command.annulleret,
          begrundelse: command.begrundelse,
        }),
      ];
    }
  }
}

function modtag(
  command: Extract<UnderretningKommando, { type: 'ModtagUnderretning' }>,
  state: Underretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  const paragraf = command.regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 136';
  if (state.fase !== 'findes-ikke') {
    throw new Afvist(
      'underretning-findes',
      'Underretningen er allerede registreret. En underretning om flere børn registreres én gang for hvert barn.',
      { status: 409 },
    );
  }
  kraevIkkeIFremtiden(command.modtaget, context, 'modtaget');
  if (command.anonym !== (command.underretterKode === ANONYM_KODE)) {
    throw new Afvist(
      'anonym-passer-ikke',
      command.anonym
        ? `En anonym underretter har koden ${ANONYM_KODE}.`
        : `Koden ${ANONYM_KODE} betyder anonym. Sæt anonym, eller vælg den kode, der passer på underretteren.`,
      { felt: 'underretter.kode' },
    );
  }
  if (command.anonym && (command.underretterNavn !== undefined || command.underretterKontakt !== undefined)) {
    throw new Afvist('anonym-med-navn', 'En anonym underretters navn og kontaktoplysninger må ikke registreres.', {
      felt: 'underretter.navn',
      paragraf,
    });
  }
  if (!command.gyldigeKoder.underretter.includes(command.underretterKode)) {
    throw new Afvist(
      'kode-gaelder-ikke',
      `Underretterkoden ${command.underretterKode} gælder ikke på modtagelsesdagen.`,
      { felt: 'underretter.kode' },
    );
  }
  const ugyldige = command.aarsagKoder.filter((kode) => !command.gyldigeKoder.aarsager.includes(kode));
  if (ugyldige.length > 0) {
    throw new Afvist('kode-gaelder-ikke', `Årsagskoderne ${ugyldige.join(', ')} gælder ikke på modtagelsesdagen.`, {
      felt: 'aarsagKoder',
      mangler: ugyldige,
    });
  }
  kraevTekst(
    command.beskrivelse,
    'beskrivelse-mangler',
    'beskrivelse',
    'Skriv, hvad underretteren er bekymret for.',
    paragraf,
  );
  const { type: _type, gyldigeKoder: _koder, underretterId, kendteSoeskende, ...data } = command;
  const kendt = command.underretterNavn !== undefined || command.underretterKontakt !== undefined;
  return [
    event(E.UnderretningModtaget, {
      ...data,
      aarsagKoder: [...command.aarsagKoder],
      // Anybody who is not anonymous must have a receipt, also before the name is found.
      kendtAfsender: !command.anonym,
      fagperson: command.fagperson && !command.anonym,
      overgreb:
        command.overgreb ||
        command.overgrebFraForaeldre ||
        command.aarsagKoder.some((kode) => OVERGREBSKODER.includes(kode)),
      overgrebFraForaeldre: command.overgrebFraForaeldre || command.aarsagKoder.includes(OVERGREB_FRA_FORAELDRE_KODE),
      ...(kendteSoeskende === undefined ? {} : { kendteSoeskende: [...kendteSoeskende] }),
      ...(kendt ? { underretterId } : {}),
    }),
  ];
}

/** The duty to acknowledge runs by itself, so it can also be met after the screening. */
function kvitter(
  command: Extract<UnderretningKommando, { type: 'SendKvittering' }>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155 b, stk. 1' : 'BL kap. 16';
  if (u.anonym) {
    throw new Afvist('anonym-uden-kvittering', 'Underretteren er anonym og kan ikke få en kvittering.', { paragraf });
  }
  if (u.fase === 'annulleret') {
    throw new Afvist('underretning-lukket', 'Underretningen er annulleret.', { status: 409, paragraf });
  }
  if (u.kvitteret) {
    throw new Afvist('kvittering-sendt', 'Kvitteringen er allerede sendt.', { paragraf, status: 409 });
  }
  kraevEfterModtagelsen(command.sendt, u, context, 'sendt', paragraf);
  return [event(E.KvitteringSendt, { ...tilhoer(u), sendt: command.sendt, maade: command.maade })];
}

function orienter(
  command: Extract<UnderretningKommando, { type: 'OrienterFagperson' }>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155 b, stk. 2-3' : 'BL kap. 16';
  if (!u.fagperson) {
    throw new Afvist('ikke-fagperson', 'Kun en fagperson, som underrettede, skal orienteres.', { paragraf });
  }
  if (u.fase !== 'screenet') {
    throw new Afvist('ikke-screenet', 'Fagpersonen orienteres, når det er vurderet, om der sættes noget i gang.', {
      paragraf,
      status: 409,
    });
  }
  if (command.undladt) {
    kraevTekst(
      command.begrundelse ?? '',
      'begrundelse-mangler',
      'begrundelse',
      'Skriv de særlige forhold, som taler imod at orientere.',
      paragraf,
    );
  }
  kraevEfterModtagelsen(command.dato, u, context, 'dato', paragraf);
  const { type: _type, ...data } = command;
  return [event(E.FagpersonOrienteret, { ...tilhoer(u), ...data })];
}

function genvurder(
  command: Extract<UnderretningKommando, { type: 'ForetagGenvurdering' }>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155 a, stk. 1' : 'BL § 137, stk. 1';
  kraevEfterModtagelsen(command.vurderet, u, context, 'vurderet', paragraf);
  if (!command.deltagere.includes(command.nyDeltager)) {
    throw new Afvist('ny-deltager-deltog-ikke', 'Den nye deltager skal være blandt deltagerne i genvurderingen.', {
      felt: 'nyDeltager',
      paragraf,
    });
  }
  if (command.tidligereDeltagere.includes(command.nyDeltager) || u.vurderere.includes(command.nyDeltager)) {
    throw new Afvist(
      'ny-deltager-er-ikke-ny',
      `${command.nyDeltager} har tidligere deltaget i sagen. Mindst én, som ikke har, skal deltage i genvurderingen.`,
      { felt: 'nyDeltager', paragraf },
    );
  }
  kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund genvurderingen.', paragraf);
  return [
    event(E.GenvurderingForetaget, {
      ...tilhoer(u),
      vurderet: command.vurderet,
      deltagere: [...command.deltagere],
      nyDeltager: command.nyDeltager,
      begrundelse: command.begrundelse,
    }),
  ];
}

function screen(
  command: Extract<UnderretningKommando, { type: 'Screen' }>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 18, stk. 1-2';
  kraevEfterModtagelsen(command.screenet, u, context, 'screenet', paragraf);
  if (command.spor === 'afdaekning' && u.regime === 'SEL') {
    throw new Afvist('spor-findes-ikke', 'Serviceloven kender ikke afdækning. Vælg børnefaglig undersøgelse.', {
      felt: 'spor',
      paragraf: 'SEL § 50',
    });
  }
  kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund valget af spor.', paragraf);
  const mangler = manglerFoerScreening(u);
  if (mangler.length > 0) {
    throw new Afvist(
      'underretning-kan-ikke-screenes',
      `Underretningen kan ikke screenes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`,
      {
        paragraf: mangler.map((m) => m.hjemmel).join('; '),
        mangler: mangler.map((m) => m.kode),
      },
    );
  }
  kraevIkkeFoer(
    command.screenet,
    u.akutvurderet ?? u.modtaget,
    'screenet',
    'Underretningen kan ikke screenes før akutvurderingen',
    paragraf,
  );
  const { type: _type, sagId, ...data } = command;
  if (command.spor !== 'ingen-indsats' && sagId === undefined) {
    throw new Afvist('sag-mangler', 'Sporet kræver en sag.', { felt: 'spor', paragraf });
  }
  return [event(E.UnderretningScreenet, { ...tilhoer(u), ...data, ...(sagId === undefined ? {} : { sagId }) })];
}

/** A notification of concern, from its receipt until it is screened, forwarded or annulled. */
export const underretningDecider: Decider<UnderretningKommando, E.UnderretningEvent, Underretning> = {
  kind: 'sagsstyring.underretning',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
