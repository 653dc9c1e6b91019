import { Afvist } from '../../faelles/afvist.js';
import { alder } from '../../faelles/alder.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { kraevPerson, type KendtPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { type Afgoerelsesart } from '../parter/afgoerelsesart.js';
import { sagensParter, type Sagsperson } from '../parter/parter_i_sagen.js';
import { partshoeringDecider } from '../partshoering/partshoering.js';
import { erHoert, type BegyndtPartshoering, type Hoeringsundtagelse } from '../partshoering/tilstand.js';
import { kraevAabenSag } from '../sag/enkeltsag.js';
import { afgoerelseDecider, type Afgoerelsespart, type Boernesamtale, type TruffetAfgoerelse } from './afgoerelse.js';

/** A decision as whoever makes it knows it; the parties and the law are found here. */
export interface NyAfgoerelse {
  /** Given when the event that it comes from must name it. */
  readonly afgoerelseId?: string;
  readonly sagId: string;
  readonly art: Afgoerelsesart;
  readonly dato: string;
  /** Goes against a party although its kind need not. */
  readonly tilUgunst?: boolean;
  /** What was applied for or considered is not given; that always goes against a party. */
  readonly afslag?: boolean;
  readonly partshoeringIder?: readonly string[];
  readonly undtagelse?: { readonly grund: Hoeringsundtagelse; readonly begrundelse: string };
  readonly angaar?: readonly string[];
  readonly vedroererId?: string;
  readonly erstatterId?: string;
  readonly begrundelse: string;
  /** The committee hears the parties itself, in its meeting. */
  readonly hoertAndetsteds?: boolean;
  /** Demanded by the act and not judged where the decision comes from. */
  readonly samtalekrav?: { readonly paragraf: string };
  readonly boernesamtale?: Boernesamtale;
}

/** The decision, for commands that build on it; not found when there is none. */
export async function kraevAfgoerelse(session: CommandSession, afgoerelseId: string): Promise<TruffetAfgoerelse> {
  const { state } = await session.state(afgoerelseDecider, afgoerelseId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('afgoerelse', afgoerelseId);
  return state;
}

/** The decision that something in the case refers to; it must be of the same case. */
export async function kraevAfgoerelseISagen(
  session: CommandSession,
  afgoerelseId: string,
  sagId: string,
): Promise<TruffetAfgoerelse> {
  const afgoerelse = await kraevAfgoerelse(session, afgoerelseId);
  if (afgoerelse.sagId !== sagId) {
    throw new Afvist('afgoerelse-i-anden-sag', 'Afgørelsen hører til en anden sag.', { felt: 'afgoerelseId' });
  }
  return afgoerelse;
}

function somPart(person: Sagsperson): Afgoerelsespart {
  // Only these three are ever parties: erPart says no to the others.
  return { personId: person.personId, rolle: person.rolle as Afgoerelsespart['rolle'] };
}

/**
 * Makes a decision in the case in the same commit as what it is about. Refused while a party to a decision against it has
 * not been heard (forvaltningsloven § 19), unless the law makes an exception that is recorded with its reason.
 */
export async function traefAfgoerelse(session: CommandSession, lov: Lovpakke, ny: NyAfgoerelse): Promise<string> {
  const { barnId, oprettet } = await kraevAabenSag(session, ny.sagId);
  const { art, dato } = ny;
  if (dato < oprettet) {
    throw new Afvist('forkert-raekkefoelge', `Afgørelsen kan ikke ligge før sagen (${oprettet}).`, { felt: 'dato' });
  }
  if (ny.erstatterId !== undefined) await kraevSammeSag(session, ny.erstatterId, ny.sagId);
  const barn = await kraevPerson(session, barnId);
  const parter = await sagensParter(session, {
    barnId,
    art,
    dato,
    ...(ny.angaar === undefined ? {} : { angaar: ny.angaar }),
  });
  const hoeringer = await Promise.all((ny.partshoeringIder ?? []).map((id) => kraevHoering(session, id, ny.sagId)));
  const afslag = ny.afslag === true;
  const imod = afslag || ny.tilUgunst === true;
  const tilUgunst = art.bebyrdende || imod;
  const skalHoere = tilUgunst && ny.hoertAndetsteds !== true && lov.regel('partshoering', dato) !== undefined;
  const afgoerelseId = ny.afgoerelseId ?? session.context.nytId();
  await session.decide(
    afgoerelseDecider,
    afgoerelseId,
    {
      type: 'TraefAfgoerelse',
      ...{ afgoerelseId, sagId: ny.sagId, barnId, dato, tilUgunst, afslag },
      afgoerelseKode: art.kode,
      afgoerelsesnavn: art.navn,
      hjemmel: art.hjemmel,
      regime: lov.regime(dato),
      organ: art.organ,
      opsaettendeVirkning: art.opsaettendeVirkning,
      parter: parter.map(somPart),
      uhoerte: skalHoere ? parter.filter((p) => !hoert(p.personId, art.kode, hoeringer, dato)).map(somPart) : [],
      partshoeringIder: ny.partshoeringIder ?? [],
      ...(ny.undtagelse === undefined ? {} : { undtagelse: ny.undtagelse }),
      ...(ny.vedroererId === undefined ? {} : { vedroererId: ny.vedroererId }),
      ...(ny.erstatterId === undefined ? {} : { erstatterId: ny.erstatterId }),
      begrundelse: ny.begrundelse,
      // To say no to somebody who is of age, or to end what runs, is no help that the act keeps for children.
      alder: imod && !art.bebyrdende ? null : { nu: alderPaa(barn, dato), foer: art.foerAlder, paragraf: art.hjemmel },
      samtalekrav: barn.art === 'ufoedt' ? null : (ny.samtalekrav ?? null),
      ...(ny.boernesamtale === undefined ? {} : { boernesamtale: ny.boernesamtale }),
    },
    { expected: 0 },
  );
  return afgoerelseId;
}

// A date of birth whose key is destroyed reads as a mark of deletion.
function alderPaa({ oplysninger: { foedselsdato } }: KendtPerson, dato: string): number | null {
  return foedselsdato !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(foedselsdato) ? alder(foedselsdato, dato) : null;
}

// A hearing about another kind of decision is no hearing about this one.
function hoert(personId: string, kode: string, hoeringer: readonly BegyndtPartshoering[], dato: string): boolean {
  return hoeringer.some(
    (hoering) =>
      hoering.afgoerelseKode === kode &&
      hoering.parter.some((part) => part.personId === personId && erHoert(part, dato)),
  );
}

async function kraevHoering(session: CommandSession, id: string, sagId: string): Promise<BegyndtPartshoering> {
  const { state } = await session.state(partshoeringDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('partshoering', id);
  if (state.sagId !== sagId) {
    throw new Afvist('partshoering-i-anden-sag', 'Partshøringen hører til en anden sag.', { felt: 'partshoeringIder' });
  }
  return state;
}

async function kraevSammeSag(session: CommandSession, afgoerelseId: string, sagId: string): Promise<void> {
  const afgoerelse = await kraevAfgoerelse(session, afgoerelseId);
  if (afgoerelse.sagId !== sagId) {
    throw new Afvist('afgoerelse-i-anden-sag', 'Afgørelsen, der erstattes, hører til en anden sag.', {
      felt: 'erstatterId',
    });
  }
}
