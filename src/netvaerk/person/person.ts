import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import * as E from './person.events.js';

export type Personart = 'barn' | 'ufoedt' | 'voksen';
export type Slettegrund = 'kassation' | 'indsigelse' | 'fejlregistreret';
export type Relationsart = 'mor' | 'far' | 'medmor' | 'soeskende' | 'anden';

export interface Personoplysninger {
  readonly navn?: string;
  readonly cpr?: string;
  readonly foedselsdato?: string;
  readonly adresse?: string;
  /** Expected day of birth; unborn children only. */
  readonly termin?: string;
  /** Wedding of somebody under 18: from then on there is no custody (forældreansvarsloven § 1). */
  readonly giftFra?: string;
}

export interface Relation {
  readonly personId: string;
  readonly art: Relationsart;
  readonly foraeldremyndighed: boolean;
  readonly gaelderFra: string;
  readonly ophoertDato: string | null;
}

export interface KendtPerson {
  readonly fase: 'kendt';
  readonly personId: string;
  readonly art: Personart;
  readonly oplysninger: Personoplysninger;
  readonly relationer: Readonly<Record<string, Relation>>;
  /** Each change of the protection of name and address, in the order they became known. */
  readonly beskyttelse: readonly { readonly beskyttet: boolean; readonly gaelderFra: string }[];
  /** When the key was destroyed, or was about to be; null while the person can be read. */
  readonly slettet: string | null;
}

export type Person = { readonly fase: 'ukendt' } | KendtPerson;

export type PersonKommando =
  | ({ readonly type: 'RegistrerPerson'; readonly personId: string; readonly art: Personart } & Personoplysninger)
  | ({ readonly type: 'RetPerson'; readonly art?: Personart; readonly aarsag: string } & Personoplysninger)
  | { readonly type: 'AendrAdressebeskyttelse'; readonly beskyttet: boolean; readonly gaelderFra: string }
  | {
      readonly type: 'RegistrerRelation';
      readonly relationId: string;
      readonly personId: string;
      readonly art: Relationsart;
      readonly foraeldremyndighed: boolean;
      readonly gaelderFra: string;
    }
  | { readonly type: 'OphoerRelation'; readonly relationId: string; readonly ophoertDato: string }
  | {
      readonly type: 'SletPerson';
      readonly grund: Slettegrund;
      readonly reference: string;
      /** Open cases and notifications that need what is known of the person. */
      readonly aabneForhold: readonly string[];
    };

/** Whether name and address are protected on a date; what was said last about the day counts. */
export function erBeskyttet(person: KendtPerson, dato: string): boolean {
  const gaeldende = person.beskyttelse.filter((b) => b.gaelderFra <= dato);
  const nyeste = gaeldende.reduce<(typeof gaeldende)[number] | undefined>(
    (a, b) => (a === undefined || b.gaelderFra >= a.gaelderFra ? b : a),
    undefined,
  );
  return nyeste?.beskyttet ?? false;
}

function ikkeFremtid(dato: string | undefined, context: DecisionContext, felt: string): void {
  if (dato !== undefined && dato > context.iDag) {
    throw new Afvist('dato-i-fremtiden', `Datoen ${dato} ligger i fremtiden.`, { felt });
  }
}

function kraevSammenhaeng(art: Personart, oplysninger: Personoplysninger, context: DecisionContext): void {
  ikkeFremtid(oplysninger.foedselsdato, context, 'foedselsdato');
  if (art === 'ufoedt' && (oplysninger.cpr !== undefined || oplysninger.foedselsdato !== undefined)) {
    throw new Afvist(
      'ufoedt-med-cpr',
      'Et ufødt barn har hverken CPR-nummer eller fødselsdato. Ret arten til barn, når barnet er født.',
      { felt: 'art' },
    );
  }
  ikkeFremtid(oplysninger.giftFra, context, 'giftFra');
  if (art === 'ufoedt' && oplysninger.giftFra !== undefined) {
    throw new Afvist('ufoedt-gift', 'Et ufødt barn kan ikke være gift.', { felt: 'giftFra' });
  }
  if (art !== 'ufoedt' && oplysninger.termin !== undefined) {
    throw new Afvist('termin-uden-ufoedt', 'Kun et ufødt barn har en termin.', { felt: 'termin' });
  }
}

function kraevKendt(state: Person): KendtPerson {
  if (state.fase === 'ukendt') {
    throw new Afvist('person-findes-ikke', 'Personen findes ikke.');
  }
  if (state.slettet !== null) {
    throw new Afvist('person-slettet', `Personens oplysninger blev slettet ${state.slettet}.`, { status: 409 });
  }
  return state;
}

/** What a number of a decision may not look like: it stays readable when the person is erased. */
const PERSONNUMMER = /\d{6}-?\d{4}/;

function slet(
  command: Extract<PersonKommando, { type: 'SletPerson' }>,
  person: KendtPerson,
  context: DecisionContext,
): readonly E.PersonEvent[] {
  const { grund, reference, aabneForhold } = command;
  if (aabneForhold.length > 0) {
    throw new Afvist(
      'aabne-forhold',
      `Personen hører til i en sag eller underretning, der ikke er afsluttet (${aabneForhold.join(', ')}). Oplysningerne skal bruges, så længe kommunen har pligt til at behandle den.`,
      { paragraf: 'databeskyttelsesforordningen art. 17, stk. 3, litra b', mangler: aabneForhold },
    );
  }
  if (!/^[0-9A-Za-zÆØÅæøå][0-9A-Za-zÆØÅæøå./_-]{2,39}$/.test(reference) || PERSONNUMMER.test(reference)) {
    throw new Afvist(
      'reference-ugyldig',
      'Skriv nummeret på beslutningen om sletning (3-40 tegn uden mellemrum). Det bliver stående og må ikke sige noget om personen, heller ikke et CPR-nummer.',
      { felt: 'reference', paragraf: 'databeskyttelsesloven § 14' },
    );
  }
  return [event(E.PersonSlettet, { personId: person.personId, slettet: context.nu, grund, reference })];
}

function decide(command: PersonKommando, state: Person, context: DecisionContext): readonly E.PersonEvent[] {
  switch (command.type) {
    case 'RegistrerPerson': {
      if (state.fase !== 'ukendt') {
        throw new Afvist('person-findes', 'Personen er allerede registreret.', { status: 409 });
      }
      kraevSammenhaeng(command.art, command, context);
      const { type: _type, ...data } = command;
      return [event(E.PersonRegistreret, data)];
    }
    case 'RetPerson':
      return ret(command, kraevKendt(state), context);
    case 'AendrAdressebeskyttelse': {
      const person = kraevKendt(state);
      if (erBeskyttet(person, command.gaelderFra) === command.beskyttet) {
        throw new Afvist(
          'beskyttelse-uaendret',
          `Adressen er allerede ${command.beskyttet ? 'beskyttet' : 'ubeskyttet'} på datoen.`,
          { status: 409, felt: 'beskyttet', paragraf: 'CPR-loven § 28' },
        );
      }
      return [
        event(E.AdressebeskyttelseAendret, {
          personId: person.personId,
          beskyttet: command.beskyttet,
          gaelderFra: command.gaelderFra,
        }),
      ];
    }
    case 'SletPerson':
      return slet(command, kraevKendt(state), context);
    case 'RegistrerRelation':
      return registrerRelation(command, kraevKendt(state), context);
    case 'OphoerRelation': {
      const person = kraevKendt(state);
      const relation = person.relationer[command.relationId];
      if (relation === undefined) {
        throw new Afvist('relation-findes-ikke', 'Relationen findes ikke på barnet.', { felt: 'relationId' });
      }
      if (relation.ophoertDato !== null) {
        throw new Afvist('relation-ophoert', `Relationen ophørte ${relation.ophoertDato}.`, { status: 409 });
      }
      ikkeFremtid(command.ophoertDato, context, 'ophoertDato');
      if (command.ophoertDato < relation.gaelderFra) {
        throw new Afvist(
          'forkert-raekkefoelge',
          `Relationen kan ikke ophøre, før den begyndte (${relation.gaelderFra}).`,
          { felt: 'ophoertDato' },
        );
      }
      return [
        event(E.RelationOphoert, {
          relationId: command.relationId,
          barnId: person.personId,
          ophoertDato: command.ophoertDato,
        }),
      ];
    }
  }
}

function ret(
  command: Extract<PersonKommando, { type: 'RetPerson' }>,
  person: KendtPerson,
  context: DecisionContext,
): readonly E.PersonEvent[] {
  const { type: _type, art, aarsag, ...nye } = command;
  const art2 = art ?? person.art;
  if (art === 'ufoedt' && person.art !== 'ufoedt') {
    throw new Afvist('barnet-er-foedt', 'En person, der er født, kan ikke blive ufødt igen.', { felt: 'art' });
  }
  kraevSammenhaeng(art2, nye, context);
  const aendret =
    (art !== undefined && art !== person.art) ||
    Object.entries(nye).some(([felt, vaerdi]) => person.oplysninger[felt as keyof Personoplysninger] !== vaerdi);
  if (!aendret) {
    throw new Afvist('intet-at-rette', 'Rettelsen ændrer intet. Angiv mindst ét felt med en anden værdi.');
  }
  if (person.art === 'ufoedt' && art2 === 'barn' && nye.cpr === undefined && nye.foedselsdato === undefined) {
    throw new Afvist('foedsel-uden-dato', 'Angiv barnets CPR-nummer eller fødselsdato, når det er født.', {
      felt: 'foedselsdato',
    });
  }
  return [event(E.PersonRettet, { personId: person.personId, ...(art === undefined ? {} : { art }), ...nye, aarsag })];
}

function registrerRelation(
  command: Extract<PersonKommando, { type: 'RegistrerRelation' }>,
  barn: KendtPerson,
  context: DecisionContext,
): readonly E.PersonEvent[] {
  if (barn.art === 'voksen') {
    throw new Afvist('ikke-et-barn', 'Relationer registreres på barnet.', { felt: 'personId' });
  }
  if (command.personId === barn.personId) {
    throw new Afvist('relation-til-sig-selv', 'Barnet kan ikke have en relation til sig selv.', { felt: 'personId' });
  }
  if (command.art === 'soeskende' && command.foraeldremyndighed) {
    throw new Afvist('soeskende-uden-myndighed', 'Søskende har ikke forældremyndighed over barnet.', {
      felt: 'foraeldremyndighed',
      paragraf: 'forældreansvarsloven § 1',
    });
  }
  const samme = Object.values(barn.relationer).some(
    (r) => r.personId === command.personId && r.art === command.art && r.ophoertDato === null,
  );
  if (samme) {
    throw new Afvist(
      'relation-findes',
      'Relationen findes allerede. Lad den ophøre, og registrér en ny, hvis forældremyndigheden har ændret sig.',
      { status: 409, felt: 'personId' },
    );
  }
  ikkeFremtid(command.gaelderFra, context, 'gaelderFra');
  const { type: _type, ...data } = command;
  return [event(E.RelationRegistreret, { ...data, barnId: barn.personId })];
}

function evolve(state: Person, e: E.PersonEvent): Person {
  if (e.type === 'netvaerk.PersonRegistreret') {
    const { personId, art, ...oplysninger } = e.data;
    return { fase: 'kendt', personId, art, oplysninger, relationer: {}, beskyttelse: [], slettet: null };
  }
  if (state.fase === 'ukendt') return state;
  switch (e.type) {
    case 'netvaerk.PersonRettet': {
      const { personId: _id, art, aarsag: _aarsag, ...nye } = e.data;
      // What was expected is over when the child is born; the date stays in the log.
      const { termin: _termin, ...foedt } = state.oplysninger;
      const gamle = art === 'barn' && state.art === 'ufoedt' ? foedt : state.oplysninger;
      return { ...state, art: art ?? state.art, oplysninger: { ...gamle, ...nye } };
    }
    case 'netvaerk.AdressebeskyttelseAendret':
      return {
        ...state,
        beskyttelse: [...state.beskyttelse, { beskyttet: e.data.beskyttet, gaelderFra: e.data.gaelderFra }],
      };
    case 'netvaerk.PersonSlettet':
      return { ...state, slettet: e.data.slettet };
    case 'netvaerk.RelationRegistreret': {
      const { relationId, personId, art, foraeldremyndighed, gaelderFra } = e.data;
      return {
        ...state,
        relationer: {
          ...state.relationer,
          [relationId]: { personId, art, foraeldremyndighed, gaelderFra, ophoertDato: null },
        },
      };
    }
    case 'netvaerk.RelationOphoert': {
      const relation = state.relationer[e.data.relationId];
      if (relation === undefined) return state;
      return {
        ...state,
        relationer: { ...state.relationer, [e.data.relationId]: { ...relation, ophoertDato: e.data.ophoertDato } },
      };
    }
  }
}

/** A person as the municipality knows them, with the child's dated relations. */
export const personDecider: Decider<PersonKommando, E.PersonEvent, Person> = {
  kind: 'netvaerk.person',
  initial: { fase: 'ukendt' },
  decide,
  evolve,
};
