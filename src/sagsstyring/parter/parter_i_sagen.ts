import { Afvist } from '../../faelles/afvist.js';
import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import {
  maaUdtaleSig,
  partsstatus,
  skalSamtykke,
  type Partsperson,
  type Sagsafgoerelse,
} from '../../faelles/parter/parter.js';
import { type Gyldighed } from '../../faelles/periode.js';
import { erBeskyttet, kraevPerson, type KendtPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type Afgoerelsesart } from './afgoerelsesart.js';

export type Partsrolle = Partsperson['rolle'];

/** One person around the child, as the rules see them on the day of a decision. */
export interface Sagsperson {
  readonly personId: string;
  readonly rolle: Partsrolle;
  readonly part: boolean;
  readonly hvorfor: string;
  readonly skalSamtykke: boolean;
  readonly maaUdtaleSig: boolean;
  /** Name and address are protected on the day (CPR-loven § 28). */
  readonly beskyttet: boolean;
}

/** What is asked about: the kind of decision, its day, and whom it is about beside the child. */
export interface Partssporgsmaal {
  readonly barnId: string;
  readonly art: Afgoerelsesart;
  readonly dato: string;
  /** Parents whose own contact with the child it is about. */
  readonly angaar?: readonly string[];
  /** Foster parents whom it is about. */
  readonly plejeforaeldre?: readonly string[];
}

type Personopslag = (personId: string) => Promise<KendtPerson>;

/** Everybody who may be a party to a decision about the child, found in the network's dated relations. Never stored as a field. */
export async function findSagspersoner(hent: Personopslag, om: Partssporgsmaal): Promise<readonly Sagsperson[]> {
  const barn = await hent(om.barnId);
  const foedselsdato = barnetsFoedselsdato(barn, om.art, om.dato);
  const afgoerelse = afgoerelseOm(barn, foedselsdato, om.art);
  return Promise.all(
    [...personerne(barn, om)].map(async ([personId, person]) => {
      const kendt = personId === om.barnId ? barn : await hent(personId);
      return {
        personId,
        rolle: person.rolle,
        ...partsstatus(person, afgoerelse, om.dato),
        ...(person.rolle === 'barn' && foedselsdato === null && kendt.art !== 'ufoedt' ? UKENDT_ALDER : {}),
        skalSamtykke: skalSamtykke(person, afgoerelse, om.dato),
        maaUdtaleSig: maaUdtaleSig(person, afgoerelse, om.dato),
        beskyttet: erBeskyttet(kendt, om.dato),
      };
    }),
  );
}

function afgoerelseOm(barn: KendtPerson, foedselsdato: string | null, regel: Afgoerelsesart): Sagsafgoerelse {
  const { giftFra } = barn.oplysninger;
  return { regel, barn: { foedselsdato, ...(erDato(giftFra) ? { giftFra } : {}) } };
}

/** What `findSagspersoner` finds, by the child's own stream alone; guidance opens nobody else. */
export function personerOmBarnet(
  barn: KendtPerson,
  om: Partssporgsmaal,
): readonly Pick<Sagsperson, 'personId' | 'rolle' | 'part' | 'skalSamtykke' | 'maaUdtaleSig'>[] {
  const afgoerelse = afgoerelseOm(barn, barnetsFoedselsdato(barn, om.art, om.dato), om.art);
  return [...personerne(barn, om)].map(([personId, person]) => ({
    ...{ personId, rolle: person.rolle },
    part: partsstatus(person, afgoerelse, om.dato).part,
    skalSamtykke: skalSamtykke(person, afgoerelse, om.dato),
    maaUdtaleSig: maaUdtaleSig(person, afgoerelse, om.dato),
  }));
}

function personerne(barn: KendtPerson, om: Partssporgsmaal): ReadonlyMap<string, Partsperson> {
  const personer = new Map<string, Partsperson>([[om.barnId, { rolle: 'barn' }]]);
  for (const [personId, person] of relationspersoner(barn, om)) personer.set(personId, person);
  for (const personId of om.plejeforaeldre ?? []) personer.set(personId, { rolle: 'plejeforaelder' });
  return personer;
}

/** `findSagspersoner` inside a command. */
export function sagspersoner(session: CommandSession, om: Partssporgsmaal): Promise<readonly Sagsperson[]> {
  return findSagspersoner((personId) => kraevPerson(session, personId), om);
}

/** Those of them who are parties. */
export async function sagensParter(session: CommandSession, om: Partssporgsmaal): Promise<readonly Sagsperson[]> {
  return (await sagspersoner(session, om)).filter((person) => person.part);
}

/** Said of a child whose age nobody knows, in a decision where its age does not matter. */
const UKENDT_ALDER = {
  hvorfor: 'Barnet har ikke partsbeføjelser i denne afgørelse; dets alder er ikke kendt',
} as const;

/** A destroyed date reads as a mark of deletion, and then nothing is known. */
function erDato(vaerdi: string | undefined): vaerdi is string {
  return vaerdi !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(vaerdi);
}

// Without the date nobody can tell whether the child is a party: better to ask than to guess. Where the child never is one, a
// duty towards it must not wait for the date.
function barnetsFoedselsdato(barn: KendtPerson, art: Afgoerelsesart, paa: string): string | null {
  if (barn.art === 'ufoedt') return null;
  const dato = barn.oplysninger.foedselsdato;
  if (erDato(dato)) return dato;
  if (art.barnPartFraAar === null && art.samtykke.barnFraAar === null) return null;
  throw new Afvist(
    'foedselsdato-mangler',
    'Registrér barnets fødselsdato først: alderen afgør, om barnet er part i sagen.',
    { felt: 'foedselsdato', paragraf: hjemmelPaa(paa, '§§ 74 og 167', '§ 3') },
  );
}

function relationspersoner(barn: KendtPerson, om: Partssporgsmaal): readonly (readonly [string, Partsperson])[] {
  const grupper = new Map<string, { foraelder: boolean; perioder: Gyldighed[] }>();
  for (const relation of Object.values(barn.relationer)) {
    if (relation.art === 'soeskende' || relation.gaelderFra > om.dato) continue;
    const gruppe = grupper.get(relation.personId) ?? { foraelder: false, perioder: [] };
    // A mother is the mother when the relation has been registered anew with another custody.
    gruppe.foraelder ||= relation.art !== 'anden';
    if (relation.foraeldremyndighed) {
      gruppe.perioder.push({ gyldigFra: relation.gaelderFra, gyldigTil: relation.ophoertDato ?? undefined });
    }
    grupper.set(relation.personId, gruppe);
  }
  return [...grupper].map(([personId, { foraelder, perioder }]) => [
    personId,
    foraelder
      ? { rolle: 'foraelder', foraeldremyndighed: perioder, angaarSelv: om.angaar?.includes(personId) ?? false }
      : perioder.length > 0
        ? { rolle: 'myndighedsindehaver', foraeldremyndighed: perioder }
        : { rolle: 'anden' },
  ]);
}

/** How many around the child, besides the receiver of a letter, have a protected name and address on the day. */
export async function beskyttedeAndre(
  session: CommandSession,
  barnId: string,
  modtagerId: string,
  dato: string,
): Promise<number> {
  const barn = await kraevPerson(session, barnId);
  const andre = new Set(Object.values(barn.relationer).map((relation) => relation.personId));
  const personer = await Promise.all([...andre].map((personId) => kraevPerson(session, personId)));
  return [barn, ...personer].filter((person) => person.personId !== modtagerId && erBeskyttet(person, dato)).length;
}
