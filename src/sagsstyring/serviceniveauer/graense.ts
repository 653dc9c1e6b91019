import { beregnFrist, type Enhed, type Fristparametre } from '../../faelles/frist.js';
import { plusDage } from '../../faelles/kalender.js';
import { regelMedNiveau } from '../../faelles/lov/fristregler.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { beregningsregel, type Regel } from '../../faelles/lov/regel.js';
import { gaelder } from '../../faelles/periode.js';

const FIRE_AAR = 1461;

/**
 * The rule of law that a level would be longer than on at least one day; undefined when it never is. Weeks and months do
 * not compare as numbers, so every day of four years from the level's first is tried.
 */
export function laengereEnd(
  lov: Lovpakke,
  regel: Regel,
  niveau: { readonly maengde: number; readonly enhed: Enhed; readonly gaelderFra: string },
  parametre: Fristparametre,
): Regel | undefined {
  const lokal = regelMedNiveau(regel, niveau);
  if (lokal === undefined) return undefined;
  const graenser = lov.alleRegler
    .filter(
      (r) => (regel.hoejstSom ?? []).includes(r.id) && (r.gyldigTil === undefined || r.gyldigTil >= niveau.gaelderFra),
    )
    // The council is told of the act that its decision begins under before any that comes later.
    .sort((a, b) => Number(gaelder(b, niveau.gaelderFra)) - Number(gaelder(a, niveau.gaelderFra)));
  return graenser.find((graense) => {
    const lovens = beregningsregel(graense);
    if (lovens === undefined) return false;
    for (let n = 0, dag = niveau.gaelderFra; n < FIRE_AAR; n += 1, dag = plusDage(dag, 1)) {
      if (beregnFrist(lokal, dag, parametre).forfald > beregnFrist(lovens, dag, parametre).forfald) return true;
    }
    return false;
  });
}

/** Whether a level would give an earlier date than the rule's own amount on at least one day, where the rule forbids that. */
export function kortereEnd(
  regel: Regel,
  niveau: { readonly maengde: number; readonly enhed: Enhed; readonly gaelderFra: string },
  parametre: Fristparametre,
): boolean {
  const lokal = regelMedNiveau(regel, niveau);
  const egen = beregningsregel(regel);
  if (regel.ikkeKortere !== true || lokal === undefined || egen === undefined) return false;
  for (let n = 0, dag = niveau.gaelderFra; n < FIRE_AAR; n += 1, dag = plusDage(dag, 1)) {
    if (beregnFrist(lokal, dag, parametre).forfald < beregnFrist(egen, dag, parametre).forfald) return true;
  }
  return false;
}
