import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import * as I from './indhentning.events.js';
import { type Indhentningskommando, type VurderTemaer } from './kommandoer.js';
import { kraevForloeb, paragraf50, tilhoer } from './krav.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import { kraevLicensTil } from './uden_licens.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';

type Haendelser = readonly UndersoegelseEvent[];
type Kommando<T extends Indhentningskommando['type']> = Extract<Indhentningskommando, { type: T }>;

/** Actors, themes, statements and talks: what the investigation rests on. */
export function indhent(command: Indhentningskommando, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  switch (command.type) {
    case 'AfdaekAktoerer': {
      kraevForloeb(command.dato, u, context, 'dato');
      const { dato, aktoerer } = command;
      return [
        event(I.AktoererAfdaekket, { ...tilhoer(u), dato, antal: aktoerer.length, aktoerer: aktoerer.join('; ') }),
      ];
    }
    case 'UndladAktoerer': {
      kraevForloeb(command.dato, u, context, 'dato');
      const { dato, begrundelse } = command;
      return [event(I.AktoererUndladt, { ...tilhoer(u), dato, begrundelse })];
    }
    case 'VurderTemaer':
      return vurderTemaer(command, u, context);
    case 'AnmodUdtalelse':
    case 'RykUdtalelse':
    case 'ModtagUdtalelse':
      return udtalelse(command, u, context);
    case 'AfholdBoernesamtale': {
      kraevFoedt(u);
      kraevForloeb(command.dato, u, context, 'dato');
      const { dato, udenForaeldre, referat, barnetsHoldning } = command;
      return [event(I.BoernesamtaleAfholdt, { ...tilhoer(u), dato, udenForaeldre, referat, barnetsHoldning })];
    }
    case 'UndladBoernesamtale': {
      kraevFoedt(u);
      kraevForloeb(command.dato, u, context, 'dato');
      const { dato, begrundelse, barnetsHoldning } = command;
      return [event(I.BoernesamtaleUndladt, { ...tilhoer(u), dato, begrundelse, barnetsHoldning })];
    }
    case 'AfholdForaeldresamtale':
      kraevForloeb(command.dato, u, context, 'dato');
      return [event(I.ForaeldresamtaleAfholdt, { ...tilhoer(u), dato: command.dato, referat: command.referat })];
  }
}

function kraevFoedt(u: BegyndtUndersoegelse): void {
  if (u.kommendeForaeldre) {
    throw new Afvist(
      'barnet-er-ikke-foedt',
      'Barnet er ikke født, så der er ingen samtale med det at registrere. Notér fødslen først.',
      { paragraf: u.regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3', status: 422 },
    );
  }
}

function vurderTemaer(command: VurderTemaer, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  const dato = command.dato ?? context.iDag;
  kraevForloeb(dato, u, context, 'dato');
  return command.temaer.map(({ tema, relevant, begrundelse }) => {
    kraevLicensTil({ tema, dato, felt: 'tema' }, u, command.udenLicens);
    const valgt = command.gyldigeTemaer[tema];
    if (valgt === undefined) {
      const gyldige = Object.keys(command.gyldigeTemaer).join(', ');
      throw new Afvist('ukendt-tema', `Temaet '${tema}' gælder ikke for denne undersøgelse. Vælg et af: ${gyldige}.`, {
        felt: 'tema',
        paragraf: paragraf50(u, '22'),
      });
    }
    if (!relevant && Object.values(u.fund).some((fund) => fund.tema === tema)) {
      throw new Afvist(
        'tema-har-fund',
        `Der er fund under temaet '${tema}', så det er relevant. Flyt dem først til et andet tema i en ny analyse.`,
        { felt: 'temaer', paragraf: paragraf50(u, '22'), status: 409 },
      );
    }
    const { navn: temanavn, daekker } = valgt;
    return event(I.TemaVurderet, {
      ...tilhoer(u),
      ...{ dato, tema, temanavn, relevant, begrundelse },
      ...(daekker === undefined ? {} : { daekker }),
    });
  });
}

function udtalelse(
  command: Kommando<'AnmodUdtalelse' | 'RykUdtalelse' | 'ModtagUdtalelse'>,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): Haendelser {
  if (command.type === 'AnmodUdtalelse') {
    kraevForloeb(command.anmodet, u, context, 'anmodet');
    if (command.svarfrist < command.anmodet) {
      throw new Afvist('svarfrist-foer-anmodning', 'Svarfristen ligger før anmodningen.', { felt: 'svarfrist' });
    }
    const { type: _type, ...data } = command;
    return [event(I.UdtalelseAnmodet, { ...tilhoer(u), ...data })];
  }
  const { udtalelseId } = command;
  const anmodning = u.udtalelser[udtalelseId];
  if (anmodning === undefined) {
    throw new Afvist('udtalelse-findes-ikke', 'Udtalelsen er ikke anmodet i denne undersøgelse.', {
      felt: 'udtalelseId',
    });
  }
  if (anmodning.modtaget) {
    throw new Afvist('udtalelse-modtaget', 'Udtalelsen er allerede modtaget.', { status: 409 });
  }
  if (command.type === 'RykUdtalelse') {
    const { rykket, svarfrist } = command;
    ikkeIFremtiden(rykket, context, 'rykket');
    ikkeFoer(rykket, anmodning.anmodet, 'rykket', 'Der kan ikke rykkes, før der er bedt om udtalelsen');
    if (svarfrist < rykket) {
      throw new Afvist('svarfrist-foer-rykker', 'Den nye svarfrist ligger før rykkeren.', { felt: 'svarfrist' });
    }
    return [event(I.UdtalelseRykket, { ...tilhoer(u), udtalelseId, rykket, svarfrist })];
  }
  const { modtaget, indhold } = command;
  ikkeIFremtiden(modtaget, context, 'modtaget');
  ikkeFoer(modtaget, anmodning.anmodet, 'modtaget', 'Udtalelsen kan ikke være modtaget, før der blev bedt om den');
  return [event(I.UdtalelseModtaget, { ...tilhoer(u), udtalelseId, modtaget, indhold })];
}
