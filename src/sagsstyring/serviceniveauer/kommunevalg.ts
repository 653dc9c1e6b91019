import { v5 } from 'uuid';
import { STANDARDPARAMETRE, type Fristparametre } from '../../faelles/frist.js';
import { SAERDAGE, type Saerdag } from '../../faelles/kalender.js';
import { type Kommunevalg } from '../../faelles/lov/fristregler.js';
import { type Setting } from '../../platform/projection/projection.js';
import { type ServiceniveauEvent } from './serviceniveauer.events.js';

const NAVNERUM = 'c1c8a1d6-3a0f-4d6b-9f0e-2f4b7a5d9e10';

/** The one stream in which a municipality keeps its levels and choices. */
export function serviceniveauStroem(kommune: number): string {
  return v5(`sagsstyring.serviceniveauer/${kommune}`, NAVNERUM);
}

type Valgt<T extends ServiceniveauEvent['type']> = Extract<ServiceniveauEvent, { type: T }>['data'];
export type Niveau = Valgt<'sagsstyring.ServiceniveauFastsat'>;
export type Parametervalg = Valgt<'sagsstyring.LovparametreValgt'>;

/** What a municipality has decided, in the order it was recorded. */
export interface Serviceniveauer {
  readonly niveauer: readonly (Niveau | (Valgt<'sagsstyring.ServiceniveauOphoert'> & { readonly maengde?: never }))[];
  readonly parametre: readonly Parametervalg[];
}

export const INGEN_VALG: Serviceniveauer = { niveauer: [], parametre: [] };

export function medValg(valg: Serviceniveauer, e: ServiceniveauEvent): Serviceniveauer {
  switch (e.type) {
    case 'sagsstyring.ServiceniveauFastsat':
    case 'sagsstyring.ServiceniveauOphoert':
      return { ...valg, niveauer: [...valg.niveauer, e.data] };
    case 'sagsstyring.LovparametreValgt':
      return { ...valg, parametre: [...valg.parametre, e.data] };
  }
}

/** The one in force on a date: the latest beginning, and of two from the same day the one that was recorded last. */
export function paaDato<T extends { readonly gaelderFra: string }>(valg: readonly T[], dato: string): T | undefined {
  return valg.reduce<T | undefined>(
    (bedst, nu) => (nu.gaelderFra <= dato && (bedst === undefined || nu.gaelderFra >= bedst.gaelderFra) ? nu : bedst),
    undefined,
  );
}

export function niveauPaa(valg: Serviceniveauer, regel: string, dato: string): Niveau | undefined {
  const fundet = paaDato(
    valg.niveauer.filter((n) => n.regel === regel),
    dato,
  );
  return fundet?.maengde === undefined ? undefined : fundet;
}

/** Whether the municipality has chosen, where the law is open. */
export function harValgt(valg: Serviceniveauer, dato: string): boolean {
  return paaDato(valg.parametre, dato) !== undefined;
}

/** What is not chosen is counted as docs/lovpakker.md says: Saturday is a hverdag, and the usual days off are no arbejdsdage. */
export function parametrePaa(valg: Serviceniveauer, dato: string): Fristparametre {
  const fundet = paaDato(valg.parametre, dato);
  if (fundet === undefined) return STANDARDPARAMETRE;
  return {
    hverdagsprofil: fundet.hverdag,
    hverdagSaerdage: saerdage(fundet.ikkeHverdage),
    arbejdsfriSaerdage: saerdage(fundet.ikkeArbejdsdage),
    lukkedagSaerdage: saerdage(fundet.lukkedage),
  };
}

function saerdage(koder: readonly string[]): readonly Saerdag[] {
  return SAERDAGE.filter((dag) => koder.includes(dag));
}

// The list is the same object until a new choice is recorded, so it is folded once for thousands of events.
const foldet = new WeakMap<readonly Setting[], Serviceniveauer>();

/** What the municipality had decided for a rule on an event's date. */
export function kommunevalg(settings: readonly Setting[], regel: string, dato: string): Kommunevalg | undefined {
  if (settings.length === 0) return undefined;
  // The stream holds only what its decider wrote: its kind guards that.
  const valg =
    foldet.get(settings) ?? settings.reduce((v, s) => medValg(v, s as unknown as ServiceniveauEvent), INGEN_VALG);
  foldet.set(settings, valg);
  return { parametre: parametrePaa(valg, dato), niveau: niveauPaa(valg, regel, dato) };
}
