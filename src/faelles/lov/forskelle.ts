import { plusDage } from '../kalender.js';
import { gaelder } from '../periode.js';
import { type Lovpakke } from './lovpakke.js';
import { type Regel } from './regel.js';

/** How two packs differ in one version of a rule. */
export interface Regelforskel {
  readonly regel: string;
  readonly regime: Regel['regime'];
  readonly gyldigFra: string;
  readonly art: 'ny' | 'fjernet' | 'aendret';
  /** For a changed one what it was and what it becomes; a new version is held against the one it takes over from. */
  readonly felter: readonly Feltforskel[];
}

/** A field, what it was and what it becomes. */
export interface Feltforskel {
  readonly felt: string;
  readonly foer: unknown;
  readonly efter: unknown;
}

/** Every version that is new, gone or changed, in the order of their ids. */
export function regelforskelle(nu: Lovpakke, ny: Lovpakke): readonly Regelforskel[] {
  const noegle = (r: Regel): string => `${r.id} ${r.gyldigFra} ${r.regime}`;
  const gamle = new Map(nu.alleRegler.map((r) => [noegle(r), r]));
  const nye = new Map(ny.alleRegler.map((r) => [noegle(r), r]));
  return [...new Set([...gamle.keys(), ...nye.keys()])].sort().flatMap((navn): Regelforskel[] => {
    const [foer, efter] = [gamle.get(navn), nye.get(navn)];
    const regel = efter ?? foer;
    if (regel === undefined) return [];
    const om = { regel: regel.id, regime: regel.regime, gyldigFra: regel.gyldigFra };
    if (foer === undefined) return [{ ...om, art: 'ny', felter: nyUdgaveMod(ny, regel) }];
    if (efter === undefined) return [{ ...om, art: 'fjernet', felter: [] }];
    const felter = feltforskelle(foer, efter);
    return felter.length === 0 ? [] : [{ ...om, art: 'aendret', felter }];
  });
}

/** What a new version changes in the one before it; of a rule that was not there, what it demands. */
function nyUdgaveMod(ny: Lovpakke, regel: Regel): readonly Feltforskel[] {
  const foer = ny.alleRegler.find((r) => r.id === regel.id && gaelder(r, plusDage(regel.gyldigFra, -1)));
  const { navn, maengde, enhed, hjemmel, aktiv } = regel;
  return foer === undefined
    ? feltforskelle({}, { navn, maengde, enhed, hjemmel, aktiv })
    : feltforskelle(foer, regel).filter(({ felt }) => felt !== 'gyldigFra' && felt !== 'gyldigTil');
}

/** The fields in which two rows are not the same. */
export function feltforskelle(foer: object, efter: object): readonly Feltforskel[] {
  const vaerdi = (r: object, felt: string): unknown => Reflect.get(r, felt);
  // In which file a rule stands does not change what it says.
  const felter = [...new Set([...Object.keys(foer), ...Object.keys(efter)])].filter((felt) => felt !== 'fil');
  return felter
    .filter((felt) => JSON.stringify(vaerdi(foer, felt)) !== JSON.stringify(vaerdi(efter, felt)))
    .map((felt) => ({ felt, foer: vaerdi(foer, felt), efter: vaerdi(efter, felt) }));
}
