import { type Rolle } from './actor.js';

/** A made-up worker of the development identity provider. */
export interface DevUser {
  /** Also the subject id. */
  readonly bruger: string;
  readonly navn: string;
  readonly kommune: number;
  readonly roller: readonly Rolle[];
  readonly team?: string;
}

const REBILD = 840;
const AALBORG = 851;

const BOERNETEAM = 'Børneteam';
const UNGETEAM = 'Ungeteam';
const BOERNEHANDICAPTEAM = 'Børnehandicapteam';

/** What the cases' teams are called, as the token says it; the names above are for people. */
const TEAMS: Readonly<Record<string, string>> = {
  Modtagelsen: 'modtagelse',
  [BOERNETEAM]: 'boerne',
  [UNGETEAM]: 'unge',
  [BOERNEHANDICAPTEAM]: 'boernehandicap',
};

/** sb01, sb02 … in this order; nine in the first team, eight in each of the others. */
const SAGSBEHANDLERE: readonly (readonly [navn: string, team: string])[] = [
  ['Asta Bækgaard', BOERNETEAM],
  ['Bertram Holmsted', BOERNETEAM],
  ['Cecilie Nørlund', BOERNETEAM],
  ['David Skovmose', BOERNETEAM],
  ['Ellen Krogager', BOERNETEAM],
  ['Frederik Lindbæk', BOERNETEAM],
  ['Gerda Hedelund', BOERNETEAM],
  ['Hassan Vestermark', BOERNETEAM],
  ['Ida Møllegård', BOERNETEAM],
  ['Jonas Engsig', UNGETEAM],
  ['Karla Overby', UNGETEAM],
  ['Lasse Tranekær', UNGETEAM],
  ['Mona Birkeholm', UNGETEAM],
  ['Nadia Sønderskov', UNGETEAM],
  ['Oskar Fuglebjerg', UNGETEAM],
  ['Pernille Agerskov', UNGETEAM],
  ['Rasmus Klitgaard', UNGETEAM],
  ['Signe Ravnholt', BOERNEHANDICAPTEAM],
  ['Thomas Egelund', BOERNEHANDICAPTEAM],
  ['Ulla Strandby', BOERNEHANDICAPTEAM],
  ['Viggo Damsgaard', BOERNEHANDICAPTEAM],
  ['Winnie Hasselager', BOERNEHANDICAPTEAM],
  ['Yusuf Kærsgaard', BOERNEHANDICAPTEAM],
  ['Zenia Lyngholm', BOERNEHANDICAPTEAM],
  ['Øjvind Åstrup', BOERNEHANDICAPTEAM],
];

/** Named test users per role. All made up; none has a password. */
export const DEV_USERS: readonly DevUser[] = [
  { bruger: 'mo01', navn: 'Mia Rosenlund', kommune: REBILD, roller: ['modtagelse'], team: 'Modtagelsen' },
  { bruger: 'mo02', navn: 'Mads Vinterberg Dahl', kommune: REBILD, roller: ['modtagelse'], team: 'Modtagelsen' },
  ...SAGSBEHANDLERE.map(([navn, team], index): DevUser => ({
    bruger: `sb${String(index + 1).padStart(2, '0')}`,
    navn,
    kommune: REBILD,
    roller: ['sagsbehandler'],
    team,
  })),
  { bruger: 'tl01', navn: 'Tove Abildtoft', kommune: REBILD, roller: ['teamleder'], team: BOERNETEAM },
  { bruger: 'tl02', navn: 'Torben Kirkeby Storm', kommune: REBILD, roller: ['teamleder'], team: UNGETEAM },
  { bruger: 'tl03', navn: 'Tina Ellemose', kommune: REBILD, roller: ['teamleder'], team: BOERNEHANDICAPTEAM },
  { bruger: 'bs01', navn: 'Bente Ådalen', kommune: REBILD, roller: ['buu-sekretaer'] },
  { bruger: 'fm01', navn: 'Flemming Rold', kommune: REBILD, roller: ['formand'] },
  { bruger: 'ad01', navn: 'Adam Fjordside', kommune: REBILD, roller: ['administrator'] },
  { bruger: 're01', navn: 'Regitze Kontrast', kommune: REBILD, roller: ['revisor'] },
  { bruger: 'sy01', navn: 'Testsystem Rebild', kommune: REBILD, roller: ['system'] },
  { bruger: 'alt01', navn: 'Alma Altmulig', kommune: REBILD, roller: ['modtagelse', 'sagsbehandler', 'teamleder'] },
  { bruger: 'uden01', navn: 'Uffe Udenrolle', kommune: REBILD, roller: [] },
  { bruger: 'aalborg-mo01', navn: 'Maja Limfjord', kommune: AALBORG, roller: ['modtagelse'] },
  { bruger: 'aalborg-sb01', navn: 'Simon Budolfi', kommune: AALBORG, roller: ['sagsbehandler'] },
  { bruger: 'aalborg-tl01', navn: 'Trine Hasserislund', kommune: AALBORG, roller: ['teamleder'] },
  { bruger: 'aalborg-re01', navn: 'Ruth Nørresund', kommune: AALBORG, roller: ['revisor'] },
  { bruger: 'aalborg-ad01', navn: 'Anton Vejgaard', kommune: AALBORG, roller: ['administrator'] },
];

const byName = new Map(DEV_USERS.map((user) => [user.bruger, user]));

export function findDevUser(bruger: string): DevUser | undefined {
  return byName.get(bruger);
}

/** The claim of the user's teams; undefined for one who works in none. */
export function devTeams({ team }: DevUser): string[] | undefined {
  const kode = team === undefined ? undefined : TEAMS[team];
  return kode === undefined ? undefined : [kode];
}
