import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { fold } from '../../platform/commands/decider.js';
import { type Streams } from '../../platform/registry.js';
import { barnDecider, type Barnesager } from '../barn/barn.js';
import { barnetsAlder } from '../barn/barnets_alder.js';
import { erFlyttet, holderSagenAaben } from '../barn/soeskendeundersoegelse.js';
import { ankeVenter, klageDecider } from '../klage/klage.js';
import { mellemkommunalDecider } from '../mellemkommunal/mellemkommunal.js';
import { type Barnetsforhold } from '../sag/sagsskridt.js';

/** What the rules about a case look at outside it: the child's age, and what there is about the child in any of its cases. */
export function barnetsForhold(stroemme: Streams, iDag: string): Barnetsforhold {
  const barnId = stroemme.flatMap(([foerste]) => foerste?.data['barnId'] ?? [])[0];
  const stroem = stroemme.find(([foerste]) => foerste?.kind === personDecider.kind && foerste.streamId === barnId);
  const person = stroem === undefined ? personDecider.initial : fold(personDecider, stroem);
  const alder = barnetsAlder(person, iDag);
  const barn = barnetsIndeks(stroemme);
  return {
    aabneUnderretninger: barn.aabneUnderretninger,
    alder,
    ankeVenter: stroemme.some((egen) => egen[0]?.kind === klageDecider.kind && ankeVenter(fold(klageDecider, egen))),
    kraeverUndersoegelse: (sagId) =>
      holderSagenAaben(barn, sagId, { alder, dato: iDag, flytter: (id) => flyttedag(stroemme, id) }),
  };
}

function flyttedag(stroemme: Streams, mellemkommunalId: string): string | null {
  const stroem = stroemme.find(([foerste]) => foerste?.streamId === mellemkommunalId);
  const m = stroem === undefined ? mellemkommunalDecider.initial : fold(mellemkommunalDecider, stroem);
  return m.fase === 'findes-ikke' ? null : m.flytter;
}

/**
 * Whether a brother or sister is placed because of neglect or abuse, and the investigation of this child has not begun; when
 * the child has moved, it is the other municipality's.
 */
export function soeskendeAnbragt(stroemme: Streams, iDag: string): boolean {
  const barn = barnetsIndeks(stroemme);
  if (barn.soeskendesAnbringelser.length === 0) return false;
  return !erFlyttet(barn, { dato: iDag, flytter: (id) => flyttedag(stroemme, id) });
}

function barnetsIndeks(stroemme: Streams): Barnesager {
  const indeks = stroemme.find(([foerste]) => foerste?.kind === barnDecider.kind);
  return indeks === undefined ? barnDecider.initial : fold(barnDecider, indeks);
}
