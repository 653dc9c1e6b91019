import { plusDage } from '../kalender.js';
import { gaelder } from '../periode.js';
import { feltforskelle, type Feltforskel } from './forskelle.js';
import { LISTENAVNE, type Listenavn } from './kodelister.js';
import { type Lovpakke } from './lovpakke.js';

/** How two packs differ in one row of a code list. */
export interface Kodeforskel {
  readonly liste: Listenavn;
  readonly kode: string;
  readonly maalgruppe?: string | undefined;
  readonly gyldigFra: string;
  readonly art: 'ny' | 'fjernet' | 'aendret';
  readonly felter: readonly Feltforskel[];
}

/** A code that can be used under the one pack and, from a day on, not under the other. */
export interface OphoertKode {
  readonly liste: Listenavn;
  readonly kode: string;
  readonly maalgruppe?: string | undefined;
  /** First day that only the old pack has the code. */
  readonly fra: string;
}

interface Post {
  readonly kode: string;
  readonly maalgruppe?: string | null | undefined;
  readonly gyldigFra: string;
  readonly gyldigTil?: string | undefined;
}

/** Every row of every list that is new, gone or changed, list by list in the order of their codes. */
export function kodeforskelle(nu: Lovpakke, ny: Lovpakke): readonly Kodeforskel[] {
  return LISTENAVNE.flatMap((liste) => {
    const noegle = (post: Post): string => `${kodenoegle(post)} ${post.gyldigFra}`;
    const gamle = new Map(poster(nu, liste).map((post) => [noegle(post), post]));
    const nye = new Map(poster(ny, liste).map((post) => [noegle(post), post]));
    return [...new Set([...gamle.keys(), ...nye.keys()])].sort().flatMap((navn): Kodeforskel[] => {
      const [foer, efter] = [gamle.get(navn), nye.get(navn)];
      const post = efter ?? foer;
      if (post === undefined) return [];
      const om = { liste, kode: post.kode, maalgruppe: maalgruppeAf(post), gyldigFra: post.gyldigFra };
      if (foer === undefined) return [{ ...om, art: 'ny', felter: [] }];
      if (efter === undefined) return [{ ...om, art: 'fjernet', felter: [] }];
      const felter = feltforskelle(foer, efter);
      return felter.length === 0 ? [] : [{ ...om, art: 'aendret', felter }];
    });
  });
}

/** Codes that end earlier, or are gone, under the new pack: what uses them cannot go on as it does. */
export function ophoerteKoder(nu: Lovpakke, ny: Lovpakke): readonly OphoertKode[] {
  return LISTENAVNE.flatMap((liste) => {
    const [gamle, nye] = [grupper(poster(nu, liste)), grupper(poster(ny, liste))];
    return [...gamle].flatMap(([noegle, udgaver]): readonly OphoertKode[] => {
      const fra = foersteDagUden(udgaver, nye.get(noegle) ?? []);
      const [post] = udgaver;
      if (fra === undefined || post === undefined) return [];
      return [{ liste, kode: post.kode, maalgruppe: maalgruppeAf(post), fra }];
    });
  });
}

/** The first day on which the old rows hold and the new ones do not: where an old one begins, or the day after a new one. */
function foersteDagUden(gamle: readonly Post[], nye: readonly Post[]): string | undefined {
  const dage = [
    ...gamle.map((post) => post.gyldigFra),
    ...nye.flatMap((post) => (post.gyldigTil === undefined ? [] : [plusDage(post.gyldigTil, 1)])),
  ];
  const paa = (poster: readonly Post[], dag: string): boolean => poster.some((post) => gaelder(post, dag));
  return dage.sort().find((dag) => paa(gamle, dag) && !paa(nye, dag));
}

function grupper(poster: readonly Post[]): ReadonlyMap<string, readonly Post[]> {
  const fundet = new Map<string, Post[]>();
  for (const post of poster) fundet.set(kodenoegle(post), [...(fundet.get(kodenoegle(post)) ?? []), post]);
  return fundet;
}

function poster(lov: Lovpakke, liste: Listenavn): readonly Post[] {
  return lov.alleKoder(liste);
}

/** The catalogue has a measure once for the child and once for the family, as two codes with one name. */
function kodenoegle(post: Post): string {
  return [post.kode, maalgruppeAf(post) ?? ''].join(' ').trim();
}

function maalgruppeAf(post: Post): string | undefined {
  return 'gruppe' in post ? (post.maalgruppe ?? undefined) : undefined;
}
