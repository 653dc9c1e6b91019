import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevTekst } from '../datoregler.js';
import { kraevRisikovurdering } from '../parter/brevregler.js';
import * as A from './afklaring.events.js';
import { type UnderretningKommando } from './kommandoer.js';
import { kraevEfterModtagelsen, tilhoer } from './krav.js';
import { type ModtagetUnderretning, senest } from './tilstand.js';
import { type UnderretningEvent } from './underretning.events.js';

type Kommando<T extends UnderretningKommando['type']> = Extract<UnderretningKommando, { type: T }>;

/** Danger was found, and something was done about it. */
export function handlAkut(
  command: Kommando<'HandlAkut'>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136';
  kraevEfterModtagelsen(command.handlet, u, context, 'handlet', paragraf);
  if (u.akut !== true) {
    throw new Afvist(
      'ikke-akut',
      u.akutvurderet === null
        ? 'Foretag akutvurderingen først.'
        : 'Akutvurderingen fandt ikke, at barnet har brug for hjælp nu.',
      { paragraf, mangler: ['underretning-akutvurdering'] },
    );
  }
  if (command.handling === 'boernehus' && !u.overgreb) {
    throw new Afvist('boernehus-kun-overgreb', 'Børnehuset bruges ved viden eller mistanke om overgreb.', {
      felt: 'handling',
      paragraf: u.regime === 'SEL' ? 'SEL §§ 50 a-50 c' : 'BL §§ 124-126',
    });
  }
  if (command.handling === 'formandsafgoerelse' && command.formandsafgoerelseId === undefined) {
    throw new Afvist('formandsafgoerelse-mangler', 'Angiv den foreløbige afgørelse.', {
      felt: 'formandsafgoerelseId',
      paragraf: u.regime === 'SEL' ? 'SEL § 75' : 'BL § 143',
    });
  }
  kraevTekst(command.beskrivelse, 'beskrivelse-mangler', 'beskrivelse', 'Skriv, hvad der er gjort.', paragraf);
  const { type: _type, ...data } = command;
  return [event(A.AkutHandlingForetaget, { ...tilhoer(u), ...data })];
}

/** The basis for telling those who have custody. */
export const orienteringshjemmel = (u: ModtagetUnderretning): string =>
  u.regime === 'SEL' ? 'forvaltningsretten' : 'BL § 18, stk. 3, og forvaltningsretten';

export function orienterForaeldre(
  command: Kommando<'OrienterForaelder' | 'UdskydForaeldreorientering'>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly UnderretningEvent[] {
  const paragraf = orienteringshjemmel(u);
  if (u.fase === 'annulleret') {
    throw new Afvist('underretning-lukket', 'Underretningen er annulleret.', { status: 409 });
  }
  if (u.fase === 'videresendt' && command.type === 'UdskydForaeldreorientering') {
    throw new Afvist('underretning-lukket', 'Underretningen er sendt til barnets kommune, som oplyser forældrene.', {
      status: 409,
    });
  }
  if (u.foraeldreOrienteret && command.type === 'UdskydForaeldreorientering') {
    throw new Afvist('foraeldre-oplyst', 'Alle er oplyst om underretningen; der er intet at udskyde.', { status: 409 });
  }
  if (u.akutvurderet === null) {
    throw new Afvist('akutvurdering-mangler', 'Vurdér underretningen, før forældrene oplyses om den.', {
      paragraf,
      mangler: ['underretning-akutvurdering'],
    });
  }
  kraevEfterModtagelsen(command.dato, u, context, 'dato', paragraf);
  if (command.type === 'UdskydForaeldreorientering') {
    const { dato, revurderes, begrundelse } = command;
    kraevTekst(
      begrundelse,
      'begrundelse-mangler',
      'begrundelse',
      'Begrund, at hensynet til barnet taler imod at oplyse forældrene nu.',
      paragraf,
    );
    if (revurderes === dato) {
      throw new Afvist('revurdering-samme-dag', 'Udskydelsen skal vurderes igen en senere dag.', {
        felt: 'revurderes',
        paragraf,
      });
    }
    kraevIkkeFoer(revurderes, dato, 'revurderes', 'Udskydelsen kan ikke vurderes igen, før den er besluttet', paragraf);
    return [event(A.ForaeldreorienteringUdskudt, { ...tilhoer(u), dato, revurderes, begrundelse })];
  }
  const { personId, dato, maade, maaOplyses, barnet, risikovurderingMangler } = command;
  if (!maaOplyses) {
    throw new Afvist(
      'ikke-foraeldremyndighed',
      'Kun den, der har forældremyndighed, og barnet selv fra det fyldte 15. år oplyses om underretningen.',
      { felt: 'personId', paragraf: 'forvaltningsloven § 27' },
    );
  }
  if (!barnet) kraevRisikovurdering(risikovurderingMangler);
  const oplyst = event(A.ForaeldreOrienteret, { ...tilhoer(u), personId, dato, maade });
  // With nobody registered it is not known which parent has not been told: the young person is not all.
  const ukendt = command.skalOplyses.every((anden) => anden === u.barnId);
  const mangler = command.skalOplyses.some((anden) => anden !== personId && !u.oplyste.includes(anden));
  if (ukendt || mangler || u.foraeldreOrienteret) return [oplyst];
  // The duty is done when the last one is told, also when that is recorded before another's telling.
  const sidst = u.oplyste.includes(personId) ? (u.sidstOplyst ?? dato) : senest(u.sidstOplyst, dato);
  return [oplyst, event(A.ForaeldreneOplyst, { ...tilhoer(u), dato: sidst })];
}

/** One contact about several children: each has a notification of its own, tied together by the contact. */
export function tilknytSoeskende(
  command: Kommando<'TilknytSoeskende'>,
  u: ModtagetUnderretning,
): readonly UnderretningEvent[] {
  const paragraf = u.regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 136';
  if (u.fase === 'annulleret') {
    throw new Afvist('underretning-lukket', 'Underretningen er annulleret.', { status: 409 });
  }
  if (command.soeskendeId === u.barnId) {
    throw new Afvist('samme-barn', 'Underretningen handler allerede om det barn.', { felt: 'boern', paragraf });
  }
  if (u.underrettedeSoeskende.includes(command.soeskendeId)) {
    throw new Afvist('soeskende-underrettet', 'Der er allerede en underretning om det barn i samme henvendelse.', {
      felt: 'boern',
      status: 409,
    });
  }
  const { henvendelseId, soeskendeId, soeskendeUnderretningId, dato } = command;
  return [event(A.SoeskendeUnderrettet, { ...tilhoer(u), henvendelseId, soeskendeId, soeskendeUnderretningId, dato })];
}
