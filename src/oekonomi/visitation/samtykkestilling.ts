import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Mangel } from '../../faelles/skridt.js';
import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { fold } from '../../platform/commands/decider.js';
import { type Streams } from '../../platform/registry.js';
import {
  erIkkeSamtykke,
  samtykkeDecider,
  samtykkekrav,
  samtykkemangler,
  samtykkestroem,
} from '../../sagsstyring/sagsstyring.public.js';
import { samtykkeemnerFor } from '../samtykke/emner.js';
import { samtykkekoder, senesteDag } from './grundlag.js';
import { type Visitation } from './tilstand.js';

/** Where the consent to an approved proposal stands today. */
export interface Samtykkestilling {
  readonly udfald: 'samtykke' | 'ikke-samtykke' | 'mangler';
  readonly mangler: readonly Mangel[];
}

/**
 * Who must consent is a rule of the day of the decision: since it was last judged, the child may have turned 15, or
 * somebody may have got custody or lost it. Undefined where it cannot be known; then what was judged stands.
 */
export function samtykkestilling(
  v: Visitation,
  stroemme: Streams,
  iDag: string,
  lov: Lovpakke,
): Samtykkestilling | undefined {
  if (v.fase !== 'godkendt' && v.fase !== 'samtykke-afklaret') return undefined;
  const stroem = (id: string) => stroemme.find(([foerste]) => foerste?.streamId === id) ?? [];
  const barn = fold(personDecider, stroem(v.barnId));
  if (barn.fase === 'ukendt') return undefined;
  const om = { dato: senesteDag(v, iDag), grundlag: v.nummer };
  try {
    const emner = samtykkeemnerFor(barn, samtykkekoder(v.forslag, om.dato, lov), om.dato, lov);
    const samtykker = fold(samtykkeDecider, stroem(samtykkestroem(v.visitationId)));
    const mangler = samtykkemangler(emner, samtykker, om);
    if (erIkkeSamtykke(samtykkekrav(emner), samtykker, om)) return { udfald: 'ikke-samtykke', mangler };
    return { udfald: mangler.length === 0 ? 'samtykke' : 'mangler', mangler };
  } catch (afvist) {
    // A date of birth that is not known, or a measure that the act of the day has not: the command says so.
    if (afvist instanceof Afvist) return undefined;
    throw afvist;
  }
}
