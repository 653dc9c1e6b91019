import { type Forloeb } from '../../rejser/forloeb.js';

/** A step as the guidance says it. */
export interface Sagt {
  readonly kode: string;
  readonly art: string;
  readonly hjemmel: string;
  readonly enkeltsagId: string;
  readonly tekst: string;
}

/** The case that is asked about, and what else its commands need. */
export type Situation = Readonly<Record<string, string>> & { readonly sagId: string };

/** The command of a step: the route, the body and who sends it, a team leader when left out. */
export type Kommando = (skridt: Sagt, s: Situation) => readonly [sti: string, krop: object, bruger?: string];

/** What is tried about one matter: situations that can be made anew as often as needed, and the commands of their steps. */
export interface Emne {
  readonly navn: string;
  readonly situationer: Readonly<Record<string, () => Promise<Situation>>>;
  readonly kommandoer: Readonly<Record<string, Kommando>>;
  /** In how many situations a step is tried, where they take long to make; in all of them when left out. */
  readonly hoejst?: number;
  /** Steps of other matters, which are tried here as well: in these situations another rule may say no to them. */
  readonly ogsaa?: readonly string[];
  /** Situations that there are none of under serviceloven. */
  readonly kunBarnetsLov?: readonly string[];
}

/** The clock of all of them stands at this day, 10:00. */
export const IDAG = '2024-12-20';
export const kl = (tid: string, dato = IDAG): string => `${dato}T${tid}:00+01:00`;

/** All of them: serviceloven has each judged before there is a conclusion, and barnets lov those that are relevant. */
export const TEMA = {
  temaer: [
    ...['udvikling-og-adfaerd', 'familieforhold', 'skoleforhold', 'sundhedsforhold'],
    ...['fritidsforhold-og-venskaber', 'andre-relevante-forhold'],
  ].map((tema) => ({ tema, relevant: true, begrundelse: 'Relevant.' })),
};

/** A child in a case, with a mother who has custody and a father who has not. */
export async function familie(f: Forloeb, foedt = '2014-05-01', oprettet = '2024-01-05') {
  const { sagId = '', barnId = '' } = await f.post('tl01', '/sager', {
    ...{ barn: { navn: 'Par Testesen', foedselsdato: foedt }, omraade: 'social', grund: 'ansoegning', oprettet },
  });
  await f.post('tl01', `/sager/${sagId}/tildeling`, { sagsbehandler: 'sb01', tildelt: oprettet });
  const foraelder = async (art: string, foraeldremyndighed: boolean): Promise<string> => {
    const { personId = '' } = await f.post('tl01', '/personer', { art: 'voksen', navn: `${art} Testesen` });
    await f.post('tl01', `/personer/${barnId}/relationer`, { personId, art, foraeldremyndighed, gaelderFra: foedt });
    return personId;
  };
  return { sagId, barnId, morId: await foraelder('mor', true), farId: await foraelder('far', false) };
}

/** Without anybody around it, where none is needed. */
export async function sagen(f: Forloeb, foedselsdato = '2014-05-01'): Promise<{ sagId: string; barnId: string }> {
  const { sagId = '', barnId = '' } = await f.post('tl01', '/sager', {
    ...{ barn: { navn: 'Par Testesen', foedselsdato }, omraade: 'social', grund: 'ansoegning', oprettet: '2024-01-05' },
  });
  await f.post('tl01', `/sager/${sagId}/tildeling`, { sagsbehandler: 'sb01', tildelt: '2024-01-05' });
  return { sagId, barnId };
}
