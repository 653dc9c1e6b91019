import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { barnetsAnbringelser } from './opslag.js';
import { type BesluttetAnbringelse } from './tilstand.js';

/** A child lives in one place: while a placement runs, it is moved, or the basis is changed. */
export function kraevEneste(andre: readonly BesluttetAnbringelse[], paragraf: string): void {
  const anden = andre.find((a) => a.fase === 'ivaerksat');
  if (anden === undefined) return;
  throw new Afvist(
    'barnet-er-anbragt',
    `Barnet er anbragt siden ${anden.ivaerksatDato ?? anden.afgoerelseDato}. Skift sted eller grundlag på den anbringelse (${anden.anbringelseId}), eller lad den ophøre først.`,
    { status: 409, paragraf },
  );
}

/** `kraevEneste` for the child's placements in all its cases, but for the one that it is about. */
export async function kraevIngenAnden(
  session: CommandSession,
  barnId: string,
  dato: string,
  lov: Lovpakke,
  egen?: string,
): Promise<void> {
  const andre = (await barnetsAnbringelser(session, barnId)).filter((a) => a.anbringelseId !== egen);
  kraevEneste(andre, lov.kode('afgoerelser', 'anbringelsessted', dato)?.hjemmel ?? '');
}
