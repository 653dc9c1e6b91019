import { Afvist } from '../../faelles/afvist.js';
import { laegMaanederTil } from '../../faelles/kalender.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { anbringelseDecider } from './anbringelse.js';
import { afslut } from './afslutning.js';
import { type BeslutAnbringelse } from './beslutning.js';
import { barnetsAnbringelser, kraevAnbringelse } from './opslag.js';
import { type BesluttetAnbringelse } from './tilstand.js';

/** From when until when a placement is expected to last; null: the child moves in now. */
type Periode = Pick<BeslutAnbringelse, 'forventetStart' | 'varighedMaaneder'> | null;

/**
 * A child lives in one place. While a placement runs, it is moved, or the basis is changed; and one that is decided is waited
 * for, ended or replaced, before another is decided for the same time. One whose consent is gone can never begin.
 */
export function kraevEneste(andre: readonly BesluttetAnbringelse[], ny: Periode, paragraf: string): void {
  const anden = andre.find((a) => a.fase === 'ivaerksat');
  if (anden !== undefined) {
    throw new Afvist(
      'barnet-er-anbragt',
      `Barnet er anbragt siden ${anden.ivaerksatDato ?? anden.afgoerelseDato}. Skift sted eller grundlag på den anbringelse (${anden.anbringelseId}), eller lad den ophøre først.`,
      { status: 409, paragraf },
    );
  }
  const venter = ny === null ? undefined : andre.find((a) => kanBegynde(a) && overlapper(a, ny));
  if (venter === undefined) return;
  throw new Afvist(
    'barnet-er-anbragt',
    `Det er allerede afgjort, at barnet anbringes fra ${venter.forventetStart} (${venter.anbringelseId}). Sæt den anbringelse i værk, lad den ophøre, eller angiv med \`erstatterId\`, at den nye træder i stedet for den.`,
    { status: 409, paragraf },
  );
}

function kanBegynde(a: BesluttetAnbringelse): boolean {
  return a.fase === 'besluttet' && !(a.grundlag === 'samtykke' && a.samtykkeBortfaldet !== null);
}

function overlapper(a: NonNullable<Periode>, b: NonNullable<Periode>): boolean {
  const slut = ({ forventetStart, varighedMaaneder }: NonNullable<Periode>): string =>
    laegMaanederTil(forventetStart, varighedMaaneder);
  return a.forventetStart < slut(b) && b.forventetStart < slut(a);
}

/** `kraevEneste` for the child's placements in all its cases, but for the one that it is about. */
export async function kraevIngenAnden(
  session: CommandSession,
  barnId: string,
  om: { readonly dato: string; readonly ny: Periode; readonly egen?: string },
  lov: Lovpakke,
): Promise<void> {
  const andre = (await barnetsAnbringelser(session, barnId)).filter((a) => a.anbringelseId !== om.egen);
  kraevEneste(andre, om.ny, lov.kode('afgoerelser', 'anbringelsessted', om.dato)?.hjemmel ?? '');
}

/** Ends the decided placement that another takes the place of before it has begun, in the same breath. */
export async function erstatBesluttet(
  session: CommandSession,
  barnId: string,
  { erstatterId, dato }: { readonly erstatterId: string; readonly dato: string },
  lov: Lovpakke,
): Promise<void> {
  const a = await kraevAnbringelse(session, erstatterId);
  if (a.barnId !== barnId) {
    throw new Afvist('andet-barn', 'Anbringelsen, der erstattes, gælder et andet barn.', { felt: 'erstatterId' });
  }
  await session.decide(anbringelseDecider, erstatterId, {
    ...{ type: 'OphoerAnbringelse', dato, aarsag: 'ikke-ivaerksat', regime: lov.regime(dato) },
    begrundelse: 'En ny afgørelse om anbringelse træder i stedet, før barnet er flyttet ind.',
  });
  await afslut(session, a, dato, true);
}
