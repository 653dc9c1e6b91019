import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type GyldigeKoder } from './kommandoer.js';

/** The codes that a municipality may use on the day; those that only published statistics have are not among them. */
export function gyldigeKoder(lov: Lovpakke, dag: string): GyldigeKoder {
  const gyldige = (koder: readonly { readonly kode: string; readonly kunStatistik: boolean }[]): readonly string[] =>
    koder.filter((k) => !k.kunStatistik).map((k) => k.kode);
  return { underretter: gyldige(lov.koder('underretter', dag)), aarsager: gyldige(lov.koder('aarsager', dag)) };
}
