/** What a person (or a machine) may do. One user can have several. */
export type Rolle =
  'modtagelse' | 'sagsbehandler' | 'teamleder' | 'buu-sekretaer' | 'formand' | 'administrator' | 'revisor' | 'system';

/** Who sends a command or reads: always from a verified token, never from path, query or body. */
export interface Aktoer {
  /** The issuer's subject id; written as `aktoer` on every event. */
  readonly id: string;
  /** Shown to colleagues, e.g. in the journal. */
  readonly navn: string;
  /** The municipality's code; the only source of tenancy. */
  readonly kommune: number;
  readonly roller: readonly Rolle[];
  /** The teams that the issuer says the user works in, named as the cases' teams are; left out when it says none. */
  readonly teams?: readonly string[];
}

export const ROLLER: readonly Rolle[] = [
  'modtagelse',
  'sagsbehandler',
  'teamleder',
  'buu-sekretaer',
  'formand',
  'administrator',
  'revisor',
  'system',
];

/** Danish descriptions for the API documentation and the login page of the development identity provider. */
export const ROLLEBESKRIVELSER: Readonly<Record<Rolle, string>> = {
  modtagelse: 'Modtager og vurderer underretninger og fordeler dem til teams',
  sagsbehandler: 'Fører sager om børn og unge: undersøgelse, plan, indsats, opfølgning og notater',
  teamleder: 'Fordeler sager, godkender undersøgelser og afgørelser og følger teamets frister',
  'buu-sekretaer': 'Forbereder børne- og ungeudvalgets møder og registrerer udvalgets afgørelser',
  formand: 'Formand eller næstformand for børne- og ungeudvalget; træffer foreløbige afgørelser',
  administrator: 'Vedligeholder brugere, teams og opsætning i kommunen',
  revisor: 'Efterprøver hændelsesloggen og adgangsloggen og må kun læse',
  system: 'Andre it-systemer, der sender og henter oplysninger på kommunens vegne',
};

export function erRolle(value: unknown): value is Rolle {
  return ROLLER.some((rolle) => rolle === value);
}
