import { Afvist } from '../../faelles/afvist.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { type Beslutningsgrundlag } from './beslutningsgrundlag.js';
import { kraevBuuSag } from './buu_sag_forloeb.js';
import { buuSagDecider } from './buu_sag.js';

/** The committee's decision that an investigation is carried out without consent, for the investigation that it is about. */
export interface AfgjortUdenSamtykke {
  readonly dato: string;
  readonly regime: 'SEL' | 'BL';
}

/** Only the committee can decide it (SEL § 51 with § 74, BL § 23 with § 142), and only for this child's investigation. */
export async function kraevUndersoegelseUdenSamtykke(
  session: CommandSession,
  buuSagId: string,
  { barnId, bfuId }: { readonly barnId: string; readonly bfuId: string },
): Promise<AfgjortUdenSamtykke> {
  const { state: sag } = await session.state(buuSagDecider, buuSagId);
  if (sag.fase === 'findes-ikke') throw ikkeFundet('buu-sag', buuSagId);
  const paragraf = (sag.afgjort?.regime ?? sag.regime) === 'SEL' ? 'SEL § 51' : 'BL § 23';
  if (sag.barnId !== barnId || (sag.indstilling !== null && sag.indstilling.bfuId !== bfuId)) {
    throw new Afvist('anden-undersoegelse', 'Udvalgets sag gælder en anden undersøgelse.', {
      felt: 'buuSagId',
      paragraf,
    });
  }
  if (sag.afgoerelseKode !== 'undersoegelse-uden-samtykke' || sag.afgjort?.vedtaget !== true) {
    throw new Afvist(
      'udvalgets-afgoerelse-mangler',
      'Børne- og ungeudvalget har ikke vedtaget, at undersøgelsen gennemføres uden samtykke.',
      { felt: 'buuSagId', paragraf, mangler: ['udvalgets-afgoerelse'] },
    );
  }
  return { dato: sag.afgjort.dato, regime: sag.afgjort.regime };
}

/** It is told on the committee's own case, which is only for what does not run in an investigation. */
export async function registrerGennemfoert(
  session: CommandSession,
  kilde: Beslutningsgrundlag,
  buuSagId: string,
  slut: { readonly dato: string; readonly naesteSkridt: string },
): Promise<void> {
  const { indstilling } = await kraevBuuSag(session, buuSagId);
  const bfuId = indstilling?.bfuId ?? null;
  const igang = bfuId === null ? null : (await kilde.undersoegelse(session, bfuId)).udenSamtykke;
  await session.decide(buuSagDecider, buuSagId, {
    ...{ type: 'MeldUndersoegelseGennemfoert', ...slut },
    ...(igang?.buuSagId === buuSagId ? { igang } : {}),
  });
}

/** The day that the committee's case was told that it is carried out; null while it is not. */
export async function gennemfoertPaaSagen(session: CommandSession, buuSagId: string): Promise<string | null> {
  return (await kraevBuuSag(session, buuSagId)).undersoegelseGennemfoert;
}

/** Tells the committee's case that the investigation is carried out, when it has not been told already. */
export async function meldUndersoegelseGennemfoert(
  session: CommandSession,
  buuSagId: string,
  slut: { readonly dato: string; readonly naesteSkridt: string },
): Promise<void> {
  const { state } = await session.state(buuSagDecider, buuSagId);
  if (state.fase === 'findes-ikke' || state.undersoegelseGennemfoert !== null) return;
  await session.decide(buuSagDecider, buuSagId, { type: 'MeldUndersoegelseGennemfoert', ...slut });
}
