import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ProblemException } from '../../platform/http/problem.js';
import { kraevAabenSag } from '../../sagsstyring/sagsstyring.public.js';
import { anbringelseDecider } from './anbringelse.js';
import { type Anbringelse } from './tilstand.js';

/** A child lives in one place: while a placement runs, it is moved, or the basis is changed. */
export function kraevEneste(andre: readonly Anbringelse[], paragraf: string): void {
  const anden = andre.find((a) => a.fase === 'ivaerksat');
  if (anden === undefined || anden.fase !== 'ivaerksat') return;
  throw new Afvist(
    'barnet-er-anbragt',
    `Barnet er anbragt siden ${anden.ivaerksatDato ?? anden.afgoerelseDato}. Skift sted eller grundlag på den anbringelse (${anden.anbringelseId}), eller lad den ophøre først.`,
    { status: 409, paragraf },
  );
}

/** `kraevEneste` for the case's placements, but for the one that it is about. */
export async function kraevIngenAnden(
  session: CommandSession,
  sagId: string,
  dato: string,
  lov: Lovpakke,
  egen?: string,
): Promise<void> {
  const { enkeltsager } = await kraevAabenSag(session, sagId);
  const ider = Object.entries(enkeltsager).flatMap(([id, { art }]) =>
    art === 'indsats-opfoelgning' && id !== egen ? [id] : [],
  );
  const andre = await Promise.all(ider.map((id) => anbringelseEllerIndsats(session, id)));
  kraevEneste(andre, lov.kode('afgoerelser', 'anbringelsessted', dato)?.hjemmel ?? '');
}

// A measure is followed up as a placement is, and its id opens no placement.
async function anbringelseEllerIndsats(session: CommandSession, id: string): Promise<Anbringelse> {
  try {
    return (await session.state(anbringelseDecider, id)).state;
  } catch (problem) {
    if (problem instanceof ProblemException && problem.status === 404) return { fase: 'findes-ikke' };
    throw problem;
  }
}
