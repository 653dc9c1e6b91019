import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { kraevPerson, type KendtPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  findSagspersoner,
  kraevAfgoerelsesart,
  personerOmBarnet,
  type Afgoerelsesart,
  type Samtykkeemne,
} from '../../sagsstyring/sagsstyring.public.js';
import { alderPaa } from '../barnet/barnet.js';

/** Opens a person; in a command from the session, in a read from the log. */
export type Personopslag = (personId: string) => Promise<KendtPerson>;

/** Opens persons from the session. */
export const personIKommando =
  (session: CommandSession): Personopslag =>
  (personId) =>
    kraevPerson(session, personId);

const MYNDIG = 18;

/** The same as `samtykkeemner`, by the child's own stream alone, for guidance. */
export function samtykkeemnerFor(
  barn: KendtPerson,
  koder: readonly string[],
  dato: string,
  lov: Lovpakke,
): readonly Samtykkeemne[] {
  return [...new Set(koder)].map((kode) => {
    const art = kraevAfgoerelsesart(lov, kode, dato);
    const personer = personerOmBarnet(barn, { barnId: barn.personId, art, dato });
    return { kode, ...samtykkeart(art, dato, lov), kraeverMyndighed: kraeverMyndighed(art, barn, dato), personer };
  });
}

function kraeverMyndighed(art: Afgoerelsesart, barn: KendtPerson, dato: string): boolean {
  const alder = alderPaa(barn, dato);
  return art.samtykke.foraeldremyndighed && (alder === null || alder < MYNDIG);
}

/** What consent decisions of these kinds take on the day, and from whom: by age, custody and the act of the day. */
export async function samtykkeemner(
  hent: Personopslag,
  barnId: string,
  koder: readonly string[],
  dato: string,
  lov: Lovpakke,
): Promise<readonly Samtykkeemne[]> {
  const barn = await hent(barnId);
  return Promise.all(
    [...new Set(koder)].map(async (kode): Promise<Samtykkeemne> => {
      const art = kraevAfgoerelsesart(lov, kode, dato);
      const personer = await findSagspersoner(hent, { barnId, art, dato });
      return { kode, ...samtykkeart(art, dato, lov), kraeverMyndighed: kraeverMyndighed(art, barn, dato), personer };
    }),
  );
}

/** The kind of consent: a placement's must be informed and cover the purpose, and has a track of its own without it. */
function samtykkeart(
  art: Afgoerelsesart,
  dato: string,
  lov: Lovpakke,
): Pick<Samtykkeemne, 'hjemmel' | 'omfatterFormaal' | 'tvangshjemmel'> {
  switch (art.kode) {
    case 'anbringelse-samtykke':
      return {
        hjemmel: lov.hjemmel('samtykke-anbringelse', dato),
        omfatterFormaal: true,
        tvangshjemmel: lov.kode('afgoerelser', 'anbringelse-uden-samtykke', dato)?.hjemmel ?? null,
      };
    case 'stoettende-indsats':
      return {
        hjemmel: lov.hjemmel('samtykke-stoettende-indsats', dato),
        omfatterFormaal: false,
        tvangshjemmel: lov.kode('samtykkeundtagelser', 'uden-samtykke', dato)?.hjemmel[lov.regime(dato)] ?? null,
      };
    default:
      return { hjemmel: art.hjemmel, omfatterFormaal: false, tvangshjemmel: null };
  }
}
