import { type EventDeclaration, type LegalBasis } from '../../platform/eventstore/event-declaration.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';

/** The Danish line of an event, and the paragraph under the act that was in force on the day it happened. */
export function renderLine(
  stored: StoredEvent | undefined,
  declarations: ReadonlyMap<string, EventDeclaration>,
  dato: string,
): { readonly overskrift: string; readonly tekst: string; readonly hjemmel: string | null } {
  const declaration = stored === undefined ? undefined : declarations.get(stored.type);
  if (stored === undefined || declaration === undefined) {
    return {
      overskrift: 'Ukendt hændelse',
      tekst: 'Hændelsen står i loggen, men denne version af systemet kender den ikke.',
      hjemmel: null,
    };
  }
  return { ...declaration.journal(stored.data), hjemmel: hjemmelPaa(declaration.legalBasis, dato) };
}

// Barnets lov replaced serviceloven for children on 1 January 2024.
function hjemmelPaa(basis: LegalBasis, dato: string): string | null {
  return (dato < '2024-01-01' ? basis.SEL : basis.BL) ?? basis.begge ?? null;
}
