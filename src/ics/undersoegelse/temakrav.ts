import { type Lovpakke } from '../../faelles/lov/lovpakke.js';

/** Codes of the themes that the law of the day of decision demands are judged relevant or not (SEL § 50, stk. 2). */
export function kraevedeTemaer(lov: Lovpakke, afgoerelseDato: string): readonly string[] {
  return lov.koder('temaer', afgoerelseDato).flatMap(({ kode, paakraevet }) => (paakraevet ? [kode] : []));
}
