import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ugyldig } from '../../platform/http/problem.js';
import { kraevAfgoerelse, kraevGaeldendeForeloebig } from '../../sagsstyring/sagsstyring.public.js';
import { type Udvalgsafgoerelse } from './beslutning.js';

/** Decisions of the committee that a child can be placed by. */
export const ANBRINGELSESKODER: readonly string[] = [
  'anbringelse-uden-samtykke',
  'opretholdelse',
  'permanent-anbringelse',
  'delvis-lukket',
  'sikret',
  'saerligt-sikret',
];

/** The committee's (or the chairman's) decision as it is told: found in the case and held against what it must be. */
export async function findUdvalgsafgoerelse(
  session: CommandSession,
  sagId: string,
  oplyst: Udvalgsafgoerelse,
  koder: readonly string[],
  lov: Lovpakke,
): Promise<Udvalgsafgoerelse> {
  const { afgoerelseId, formandsafgoerelseId, reference, dato } = oplyst;
  if ([afgoerelseId, formandsafgoerelseId, reference].filter((del) => del !== undefined).length !== 1) {
    const besked = 'Angiv netop én af: afgoerelseId, formandsafgoerelseId og reference.';
    throw ugyldig('udvalg-uklart', besked, { felt: 'udvalg', sti: '/udvalg', kode: 'enten-eller', besked });
  }
  const paragraf = lov.regime(dato) === 'SEL' ? 'SEL §§ 74-75' : 'BL §§ 142-143';
  const afvis = (forklaring: string): never => {
    throw new Afvist('udvalgsafgoerelse-passer-ikke', forklaring, { felt: 'udvalg', paragraf });
  };
  if (afgoerelseId !== undefined) {
    const a = await kraevAfgoerelse(session, afgoerelseId);
    if (a.sagId !== sagId) afvis('Udvalgets afgørelse hører til en anden sag.');
    if (a.organ !== 'BUU' || !koder.includes(a.afgoerelseKode))
      afvis(`Afgørelsen er ${a.afgoerelsesnavn.toLowerCase()} og kan ikke bære dette.`);
    if (a.dato !== dato) afvis(`Udvalgets afgørelse er fra ${a.dato}.`);
  }
  if (formandsafgoerelseId !== undefined) {
    const f = await kraevGaeldendeForeloebig(session, formandsafgoerelseId, dato);
    if (f.sagId !== sagId) afvis('Den foreløbige afgørelse hører til en anden sag.');
    if (!koder.includes(f.afgoerelseKode))
      afvis(`Den foreløbige afgørelse er ${f.afgoerelsesnavn.toLowerCase()} og kan ikke bære dette.`);
  }
  return oplyst;
}
