import { forfaldEfter } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { manglerRisikovurdering } from '../barn/risikovurdering.js';
import { beskyttedeAndre, sagspersoner } from '../parter/parter_i_sagen.js';
import { kommunensValg } from '../serviceniveauer/kommunens_valg.js';
import { aabnEnkeltsag, afslutEnkeltsag, kraevSag } from '../sag/enkeltsag.js';
import {
  aktindsigtDecider,
  type Aktindsigtsart,
  type Aktindsigtsudfald,
  type AnmodetAktindsigt,
} from './aktindsigt.js';

async function kraevAktindsigt(session: CommandSession, id: string): Promise<AnmodetAktindsigt> {
  const { state } = await session.state(aktindsigtDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('aktindsigt', id);
  return state;
}

// A party to any decision about the child has access as a party; which, is found by the same rule as for the decisions.
async function erPartIEnAfgoerelse(
  session: CommandSession,
  lov: Lovpakke,
  barnId: string,
  personId: string,
  dato: string,
): Promise<boolean> {
  for (const art of lov.koder('afgoerelser', dato)) {
    const personer = await sagspersoner(session, { barnId, art, dato });
    if (personer.some((person) => person.personId === personId && person.part)) return true;
  }
  return false;
}

/** Registers a request, also in a closed case, and opens its enkeltsag. */
export async function anmodAktindsigt(
  session: CommandSession,
  lov: Lovpakke,
  kommune: number,
  sagId: string,
  anmodning: {
    readonly art: Aktindsigtsart;
    readonly anmoderId?: string;
    readonly anmoderNavn?: string;
    readonly modtaget: string;
    readonly oensker: string;
  },
): Promise<{ readonly aktindsigtId: string; readonly svarSenest: string }> {
  const { barnId } = await kraevSag(session, sagId);
  const { art, anmoderId, modtaget } = anmodning;
  if (anmoderId !== undefined) await kraevPerson(session, anmoderId);
  const valg = await kommunensValg(session, kommune, modtaget);
  const svarSenest = forfaldEfter(lov, art === 'gdpr' ? 'gdpr-indsigt' : 'aktindsigt', modtaget, { valg });
  const aktindsigtId = session.context.nytId();
  const state = await session.decide(
    aktindsigtDecider,
    aktindsigtId,
    {
      type: 'AnmodAktindsigt',
      ...anmodning,
      ...{ aktindsigtId, sagId, barnId },
      anmoderId: anmoderId ?? session.context.nytId(),
      kendtPerson: anmoderId !== undefined,
      erPart:
        art === 'part' &&
        anmoderId !== undefined &&
        (await erPartIEnAfgoerelse(session, lov, barnId, anmoderId, modtaget)),
      ...(svarSenest === undefined ? {} : { svarSenest }),
    },
    { expected: 0 },
  );
  await aabnEnkeltsag(session, sagId, { enkeltsagId: aktindsigtId, art: 'aktindsigt', aabnet: modtaget });
  return { aktindsigtId, svarSenest: state.fase === 'findes-ikke' ? modtaget : state.svarSenest };
}

/** It was asked for on another day than was recorded; the day of the answer is counted anew. */
export async function retAktindsigtmodtagelse(
  session: CommandSession,
  lov: Lovpakke,
  kommune: number,
  id: string,
  { dato: modtaget, begrundelse }: { readonly dato: string; readonly begrundelse: string },
): Promise<void> {
  const { state } = await session.state(aktindsigtDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('aktindsigt', id);
  const valg = await kommunensValg(session, kommune, modtaget);
  const svarSenest = forfaldEfter(lov, state.art === 'gdpr' ? 'gdpr-indsigt' : 'aktindsigt', modtaget, { valg });
  await session.decide(aktindsigtDecider, id, {
    type: 'RetModtagelse',
    ...{ modtaget, begrundelse, ...(svarSenest === undefined ? {} : { svarSenest }) },
  });
}

/** Decides; whose address is protected and whether the risk is assessed is found here. */
export async function afgoerAktindsigt(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  afgoerelse: {
    readonly dato: string;
    readonly udfald: Aktindsigtsudfald;
    readonly begrundelse?: string;
    readonly udleveret?: string;
    readonly klagevejledning?: boolean;
    readonly maskeret?: boolean;
  },
): Promise<void> {
  const a = await kraevAktindsigt(session, id);
  const [beskyttede, risikovurderingMangler] = await Promise.all([
    beskyttedeAndre(session, a.barnId, a.anmoderId, afgoerelse.dato),
    manglerRisikovurdering(session, a.barnId, lov.regime(afgoerelse.dato)),
  ]);
  await session.decide(aktindsigtDecider, id, {
    type: 'AfgoerAktindsigt',
    ...afgoerelse,
    klagevejledning: afgoerelse.klagevejledning ?? false,
    maskeret: afgoerelse.maskeret ?? false,
    beskyttedeAndre: beskyttede,
    risikovurderingMangler,
  });
  await afslutEnkeltsag(session, a.sagId, { enkeltsagId: id, afsluttet: afgoerelse.dato });
}

/** A complaint of the time it takes; from when one can be made, is the law's on the day of the request. */
export async function modtagTidsklage(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  modtaget: string,
): Promise<void> {
  const a = await kraevAktindsigt(session, id);
  const klageFra = forfaldEfter(lov, 'aktindsigt-klage-tid', a.modtaget, { variant: 'klageadgang' });
  await session.decide(aktindsigtDecider, id, {
    ...{ type: 'ModtagTidsklage', modtaget },
    ...(klageFra === undefined ? {} : { klageFra }),
  });
}
