import { type DraftDocument } from '../../platform/drafts/draft-document.js';
import { type Drafts } from '../../platform/drafts/drafts.js';
import { type QueryGateway } from '../../platform/http/gateways.js';
import { type QueryRequest } from '../../platform/http/request.js';
import { type Kladder, type KladdesletningSvar, type KladdeSvar } from './kladde.dto.js';

/** What the routes that keep a draft say of themselves, before the steps that can be written. */
export const GEM_KLADDE =
  'Gemmes, mens der skrives, felt for felt, og svares først, når det er gemt varigt. En kladde er ikke en del af sagen: den giver ingen linje i journalen, er forseglet som sagens tekster, ses kun i kommunen og forsvinder, når den færdige tekst registreres med dens ord eller `Faerdige-Kladder` nævner den. Feltets navn begynder med trinnet';

/** Keeps a field's text as it is now; the answer comes when it is committed. */
export async function gemKladde(
  drafts: Drafts,
  q: QueryRequest,
  dokument: DraftDocument,
  id: string,
  kladde: { readonly felt: string; readonly set: number; readonly tekst: string },
): Promise<KladdeSvar> {
  const { felt, set, tekst } = kladde;
  const gemt = await drafts.save(q.aktoer, dokument, id, { field: felt, text: tekst, seen: set });
  return { felt, version: gemt.version, gemt: gemt.savedAt };
}

/** A document's drafts that are not finished; the reading is in the access log. `context`: whose read models it waits for. */
export async function hentKladder(
  drafts: Drafts,
  opslag: QueryGateway,
  q: QueryRequest,
  om: { readonly context: string; readonly dokument: DraftDocument; readonly id: string },
): Promise<Kladder> {
  const fundet = await opslag.run(q, {
    context: om.context,
    read: (sql) => drafts.read(sql, q.aktoer.kommune, om.dokument, om.id),
    accessed: ({ barnId, sagId }) => [{ barnId, ...(sagId === undefined ? {} : { sagId }) }],
  });
  return {
    kladder: fundet.drafts.map(({ field, text, version, savedAt, savedBy, leftOver }) => ({
      ...{ felt: field, tekst: text, version, gemt: savedAt, gemtAf: savedBy, tilovers: leftOver },
    })),
  };
}

/** The writer gives up a draft in the version that was seen. */
export async function opgivKladde(
  drafts: Drafts,
  q: QueryRequest,
  dokument: DraftDocument,
  id: string,
  { felt, set }: { readonly felt: string; readonly set: number },
): Promise<KladdesletningSvar> {
  await drafts.discard(q.aktoer, dokument, id, felt, set);
  return { felt };
}
