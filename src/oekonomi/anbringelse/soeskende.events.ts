import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const Udfald = Type.Union([
  Type.Literal('undersoeges'),
  Type.Literal('undladt'),
  Type.Literal('ikke-under-15'),
  Type.Literal('ikke-i-husstanden'),
]);

const UDFALD = {
  undersoeges: 'en undersøgelse sættes i gang',
  undladt: 'undersøgelsen undlades, for der er åbenbart ikke behov for den',
  'ikke-under-15': 'er ikke under 15 år',
  'ikke-i-husstanden': 'er ikke i husstanden',
} as const;

/** How many brothers and sisters were answered for in each way; who they are stands in the network. */
function svarlinje(udfald: readonly { readonly udfald: keyof typeof UDFALD }[]): string {
  return Object.entries(UDFALD)
    .map(([kode, tekst]) => ({ antal: udfald.filter((u) => u.udfald === kode).length, tekst }))
    .filter(({ antal }) => antal > 0)
    .map(({ antal, tekst }) => ` ${String(antal)} søskende: ${tekst}.`)
    .join('');
}

export const SoeskendeVurderet = declareEvent({
  type: 'oekonomi.SoeskendeVurderet',
  version: 1,
  beskrivelse:
    'Der er taget stilling til barnets søskende, fordi barnet er anbragt på grund af omsorgssvigt eller overgreb: for hver under 15 år i husstanden, om en børnefaglig undersøgelse sættes i gang eller undlades.',
  schema: Type.Object({
    anbringelseId: Id,
    barnId: Id,
    sagId: Id,
    dato: Dato,
    soeskende: Type.Array(Id),
    /** Absent in logs from when only the assessment was written down. */
    udfald: Valgfri(Type.Array(Type.Object({ personId: Id, udfald: Udfald }))),
    vurdering: Fritekst(),
    /** Why an investigation is left out, for each that it is left out for. */
    begrundelser: Valgfri(Type.Array(Type.Object({ personId: Id, begrundelse: Fritekst() }))),
  }),
  sealed: { barnId: ['vurdering', 'begrundelser'] },
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.AnbringelseBesluttet'] } },
  legalBasis: { BL: 'BL § 21, stk. 2-3', begge: 'offentlighedsloven § 13' },
  journal: (d) => ({
    overskrift: 'Stilling taget til søskende',
    tekst: `${d.dato}. ${d.vurdering}${svarlinje(d.udfald ?? [])}${(d.begrundelser ?? [])
      .map(({ begrundelse }) => ` Undladt: ${begrundelse}`)
      .join('')}`,
  }),
});
