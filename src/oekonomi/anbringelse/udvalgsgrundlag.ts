import { Afvist } from '../../faelles/afvist.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ugyldig } from '../../platform/http/problem.js';
import {
  anbringelsesgrundlagSlut,
  kraevAabenSag,
  kraevAfgoerelse,
  kraevAfgoerelsesart,
  kraevGaeldendeForeloebig,
} from '../../sagsstyring/sagsstyring.public.js';
import { type Udvalgsafgoerelse } from './beslutning.js';
import { harHvilet } from './foreloebigt_grundlag.js';
import { type AnbringelseEvent } from './haendelser.js';
import { barnetsAnbringelser } from './opslag.js';

/** The committee's (or the chairman's) decision as the request tells of it. */
export interface OplystUdvalg {
  readonly afgoerelseId?: string;
  readonly formandsafgoerelseId?: string;
  readonly reference?: string;
  readonly afgoerelseKode?: string;
  readonly overtaget?: string;
  readonly dato: string;
}

/** The decision found in the case, and held against what it must be on the day that something rests on it. */
export async function findUdvalgsafgoerelse(
  session: CommandSession,
  sagId: string,
  oplyst: OplystUdvalg,
  { koder, brugt }: { readonly koder: readonly string[]; readonly brugt: string },
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
    kraevIkkeSlut(
      await anbringelsesgrundlagSlut(session, lov, { afgoerelseId, formandsafgoerelseId: null }, brugt),
      lov.regime(brugt),
    );
    return { afgoerelseId, dato, afgoerelseKode: a.afgoerelseKode };
  }
  if (formandsafgoerelseId !== undefined) {
    const f = await kraevGaeldendeForeloebig(session, formandsafgoerelseId, brugt);
    if (f.sagId !== sagId) afvis('Den foreløbige afgørelse hører til en anden sag.');
    if (!koder.includes(f.afgoerelseKode))
      afvis(`Den foreløbige afgørelse er ${f.afgoerelsesnavn.toLowerCase()} og kan ikke bære dette.`);
    const truffet = lokalDato(f.truffet);
    if (truffet !== dato) afvis(`Den foreløbige afgørelse er fra ${truffet}.`);
    await kraevIkkeHjemgivet(session, f, { felt: 'udvalg', dato: brugt, lov });
    return { formandsafgoerelseId, dato, afgoerelseKode: f.afgoerelseKode };
  }
  const { grund } = await kraevAabenSag(session, sagId);
  const { afgoerelseKode, overtaget } = kraevOvertaget(oplyst, grund === 'overtaget', paragraf);
  if (!koder.includes(afgoerelseKode)) {
    afvis(`Afgørelsen er ${kraevAfgoerelsesart(lov, afgoerelseKode, dato).navn.toLowerCase()} og kan ikke bære dette.`);
  }
  return { ...(reference === undefined ? {} : { reference }), dato, afgoerelseKode, overtaget };
}

/** What has ended, or should have been treated again, carries nothing more. */
export function kraevIkkeSlut(slut: string | null, regime: 'SEL' | 'BL'): void {
  if (slut === null) return;
  throw new Afvist('grundlag-ophoert', `Udvalgets afgørelse bærer ikke længere en anbringelse (${slut}).`, {
    felt: 'udvalg',
    paragraf: regime === 'SEL' ? 'SEL §§ 62 og 68' : 'BL §§ 50 og 100',
    mangler: ['udvalgsafgoerelse'],
  });
}

/**
 * A child that has come home is not taken from it again on the chairman's decision that took it then, also when the placement
 * had gone on by something else before it came home.
 */
export async function kraevIkkeHjemgivet(
  session: CommandSession,
  { formandsafgoerelseId, barnId }: { readonly formandsafgoerelseId: string; readonly barnId: string },
  { felt, dato, lov }: { readonly felt: 'udvalg' | 'dato'; readonly dato: string; readonly lov: Lovpakke },
): Promise<void> {
  const hjemme = await hjemgivetFra(session, formandsafgoerelseId, barnId, dato);
  if (hjemme === undefined) return;
  throw new Afvist(
    'grundlag-ophoert',
    `Barnet blev hjemgivet ${hjemme}, og formandens foreløbige afgørelse bærer ikke en anbringelse derefter. Kan barnet igen ikke vente, træffer formanden en ny.`,
    {
      felt,
      paragraf: lov.regime(dato) === 'SEL' ? 'SEL §§ 68 og 75' : 'BL §§ 100 og 143',
      mangler: ['udvalgsafgoerelse'],
    },
  );
}

/** The day that the child had come home by, from a placement that the decision has carried. */
async function hjemgivetFra(
  session: CommandSession,
  formandsafgoerelseId: string,
  barnId: string,
  dato: string,
): Promise<string | undefined> {
  for (const { anbringelseId, ophoersaarsag, ophoertDato } of await barnetsAnbringelser(session, barnId)) {
    if (ophoersaarsag !== 'hjemgivet' || ophoertDato === null || ophoertDato > dato) continue;
    const { events } = await session.stream(anbringelseId);
    // A placement's stream holds only what its decider wrote.
    if (harHvilet(events as readonly AnbringelseEvent[], formandsafgoerelseId)) return ophoertDato;
  }
  return undefined;
}

/** A decision that is not in the system is only that of a case taken over: which kind it was, and from where, is told. */
export function kraevOvertaget(
  { afgoerelseKode, overtaget }: OplystUdvalg,
  overtagetSag: boolean,
  paragraf: string,
): { readonly afgoerelseKode: string; readonly overtaget: string } {
  if (!overtagetSag) {
    throw new Afvist(
      'reference-uden-overtagelse',
      'En reference kan kun bruges i en sag, der er overtaget. Ellers angives udvalgets afgørelse i sagen.',
      { felt: 'udvalg', paragraf, mangler: ['udvalgsafgoerelse'] },
    );
  }
  if (afgoerelseKode === undefined || overtaget === undefined) {
    throw new Afvist(
      'overtagelse-uoplyst',
      'Angiv, hvad udvalget afgjorde (`afgoerelseKode`), og hvor sagen er overtaget fra (`overtaget`).',
      { felt: 'udvalg', paragraf },
    );
  }
  return { afgoerelseKode, overtaget };
}
