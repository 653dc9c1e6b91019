import { type Rejse } from './familie.js';

/** One guard through HTTP: what is refused and with what, and the lawful counterpart. */
export interface Raekke {
  readonly sti: string;
  readonly ulovlig: object;
  readonly nej: readonly [status: 409 | 422, kode: string, paragraf?: string, mangler?: readonly string[]];
  /** Left out where the lawful step is another one, taken by the test. */
  readonly lovlig?: object;
  readonly haendelse: string;
  readonly bruger?: string;
}

/** The unlawful step is refused and leaves nothing in the child's journal; the lawful one becomes the event there. */
export async function proevRaekke(
  rejse: Rejse,
  barnId: string,
  { sti, ulovlig, nej, lovlig, haendelse, bruger = 'sb01' }: Raekke,
): Promise<Readonly<Record<string, string>>> {
  const antal = async (): Promise<number> => {
    const { poster } = (await rejse.get(`/boern/${barnId}/journal?graense=200`)).body as {
      readonly poster: readonly { readonly type: string }[];
    };
    return poster.filter(({ type }) => type === haendelse).length;
  };
  const foer = await antal();
  const [status, kode, paragraf, mangler] = nej;
  expect(await rejse.nej(sti, ulovlig, bruger)).toEqual([status, kode, paragraf, mangler]);
  expect(await antal()).toBe(foer);
  if (lovlig === undefined) return {};
  const svar = await rejse.gem(sti, lovlig, bruger);
  expect(await antal()).toBe(foer + 1);
  return svar;
}
