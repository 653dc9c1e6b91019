import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { manglerRisikovurdering } from '../barn/risikovurdering.js';
import { kraevAfgoerelsesart } from '../parter/afgoerelsesart.js';
import { beskyttedeAndre, sagspersoner } from '../parter/parter_i_sagen.js';
import { aabnEnkeltsag, kraevAabenSag } from '../sag/enkeltsag.js';
import { partshoeringDecider } from './partshoering.js';
import { type BegyndtPartshoering, type Hoertrolle } from './tilstand.js';

/** The hearing, for commands that build on it; not found when there is none. */
export async function kraevPartshoering(session: CommandSession, id: string): Promise<BegyndtPartshoering> {
  const { state } = await session.state(partshoeringDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('partshoering', id);
  return state;
}

/** Begins the hearing of those who are parties on the day, and opens its enkeltsag in the case. */
export async function indledPartshoering(
  session: CommandSession,
  lov: Lovpakke,
  sagId: string,
  ny: {
    readonly afgoerelseKode: string;
    readonly dato: string;
    readonly oplysninger: string;
    readonly angaarIder?: readonly string[];
  },
): Promise<string> {
  const { barnId } = await kraevAabenSag(session, sagId);
  const art = kraevAfgoerelsesart(lov, ny.afgoerelseKode, ny.dato);
  const angaar = ny.angaarIder;
  const personer = await sagspersoner(session, {
    ...{ barnId, art, dato: ny.dato },
    ...(angaar === undefined ? {} : { angaar }),
  });
  const partshoeringId = session.context.nytId();
  await session.decide(
    partshoeringDecider,
    partshoeringId,
    {
      type: 'IndledPartshoering',
      ...{ partshoeringId, sagId, barnId, dato: ny.dato, oplysninger: ny.oplysninger },
      afgoerelseKode: art.kode,
      afgoerelsesnavn: art.navn,
      hjemmel: art.hjemmel,
      regime: lov.regime(ny.dato),
      // Only these three are ever parties: erPart says no to the others.
      parter: personer.filter((p) => p.part).map(({ personId, rolle }) => ({ personId, rolle: rolle as Hoertrolle })),
    },
    { expected: 0 },
  );
  await aabnEnkeltsag(session, sagId, { enkeltsagId: partshoeringId, art: 'partshoering', aabnet: ny.dato });
  return partshoeringId;
}

/** Sends the letter to one party; whether the risk is assessed and whose address is protected is found here. */
export async function sendBrev(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  brev: {
    readonly personId: string;
    readonly sendt: string;
    readonly svarfrist: string;
    readonly maade: string;
    readonly maskeret?: boolean;
  },
): Promise<string> {
  const p = await kraevPartshoering(session, id);
  const [beskyttede, risikovurderingMangler] = await Promise.all([
    beskyttedeAndre(session, p.barnId, brev.personId, brev.sendt),
    manglerRisikovurdering(session, p.barnId, lov.regime(brev.sendt)),
  ]);
  const brevId = session.context.nytId();
  await session.decide(partshoeringDecider, id, {
    type: 'SendBrev',
    ...brev,
    brevId,
    maskeret: brev.maskeret ?? false,
    beskyttedeAndre: beskyttede,
    risikovurderingMangler,
  });
  return brevId;
}
