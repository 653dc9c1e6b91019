import { Afvist } from '../../faelles/afvist.js';
import { alder } from '../../faelles/alder.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { erPart, type Sagsafgoerelse } from '../../faelles/parter/parter.js';
import { kraevPerson, partskreds, type KendtPerson, type Kredsmedlem } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type Samtykkeemne } from '../../sagsstyring/sagsstyring.public.js';

/** Who is concerned by decisions about a child on a day. */
export interface Afgoerelsesparter {
  readonly kreds: readonly Kredsmedlem[];
  readonly afgoerelser: readonly Sagsafgoerelse[];
  /** Ids of the parties to at least one of the decisions. */
  readonly parter: readonly string[];
  /** One of the decisions is by law a burden (an order, the end of a placement). */
  readonly bebyrdende: boolean;
  /** The child's age on the day; null when the date of birth is not known. */
  readonly alder: number | null;
}

// A destroyed date of birth reads as a mark of deletion.
function foedselsdatoAf({ oplysninger: { foedselsdato } }: KendtPerson): string | null {
  return foedselsdato !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(foedselsdato) ? foedselsdato : null;
}

/** The parties to decisions of these kinds on the day, by the rules of the act in force then. */
export function parterTil(barn: KendtPerson, koder: readonly string[], dato: string, lov: Lovpakke): Afgoerelsesparter {
  const foedselsdato = foedselsdatoAf(barn);
  const kreds = partskreds(barn);
  const regler = [...new Set(koder)].flatMap((kode) => lov.kode('afgoerelser', kode, dato) ?? []);
  const afgoerelser = regler.map((regel): Sagsafgoerelse => ({ regel, barn: { foedselsdato } }));
  const parter = kreds
    .filter(({ person }) => afgoerelser.some((afgoerelse) => erPart(person, afgoerelse, dato)))
    .map(({ personId }) => personId);
  const bebyrdende = regler.some((regel) => regel.bebyrdende);
  return { kreds, afgoerelser, parter, bebyrdende, alder: foedselsdato === null ? null : alder(foedselsdato, dato) };
}

/** The child with its network, for a decision whose rules ask for its age. */
export async function kraevBarn(session: CommandSession, barnId: string): Promise<KendtPerson> {
  const barn = await kraevPerson(session, barnId);
  if (barn.art !== 'ufoedt' && foedselsdatoAf(barn) === null) {
    throw new Afvist(
      'foedselsdato-ukendt',
      'Barnets fødselsdato er ikke registreret. Den afgør, om barnet er part og skal samtykke.',
      { paragraf: 'SEL § 167 / BL § 3', mangler: ['foedselsdato'] },
    );
  }
  return barn;
}

/** The child's date of birth, when it is known. */
export function foedselsdato(barn: KendtPerson): string | null {
  return foedselsdatoAf(barn);
}

/** Brothers and sisters in the child's network on the day. */
export function soeskendeAf(barn: KendtPerson, dato: string): readonly string[] {
  const gaeldende = Object.values(barn.relationer).filter(
    (r) => r.art === 'soeskende' && r.gaelderFra <= dato && (r.ophoertDato === null || r.ophoertDato > dato),
  );
  return [...new Set(gaeldende.map(({ personId }) => personId))];
}

/** What consent the decisions take, with the paragraphs of the day. */
export function samtykkeemner(
  afgoerelser: readonly Sagsafgoerelse[],
  dato: string,
  lov: Lovpakke,
): readonly Samtykkeemne[] {
  return afgoerelser.map((afgoerelse): Samtykkeemne => {
    const regime = lov.regime(dato);
    if (afgoerelse.regel.kode === 'anbringelse-samtykke') {
      const tvang = lov.kode('afgoerelser', 'anbringelse-uden-samtykke', dato);
      return {
        afgoerelse,
        hjemmel: lov.hjemmel('samtykke-anbringelse', dato),
        omfatterFormaal: true,
        tvangshjemmel: tvang?.hjemmel ?? null,
      };
    }
    return {
      afgoerelse,
      hjemmel:
        afgoerelse.regel.kode === 'stoettende-indsats'
          ? lov.hjemmel('samtykke-stoettende-indsats', dato)
          : afgoerelse.regel.hjemmel,
      omfatterFormaal: false,
      tvangshjemmel: lov.kode('samtykkeundtagelser', 'uden-samtykke', dato)?.hjemmel[regime] ?? null,
    };
  });
}
