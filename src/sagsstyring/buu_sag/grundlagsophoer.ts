import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { kraevSag } from '../sag/enkeltsag.js';
import { anbringelseIGang } from '../sag/tilstand.js';
import { buuSagDecider } from './buu_sag.js';
import { kraevBuuSag } from './buu_sag_forloeb.js';
import { type Ophoersaarsag, type RejstBuuSag } from './tilstand.js';

/** The committee's decision no longer carries a placement. While the child is placed, it has not come home. */
export async function ophoerGrundlag(
  session: CommandSession,
  buuSagId: string,
  krop: { readonly dato: string; readonly aarsag: Ophoersaarsag; readonly begrundelse: string },
  lov: Lovpakke,
): Promise<void> {
  const { sagId } = await kraevBuuSag(session, buuSagId);
  const anbragt = anbringelseIGang(await kraevSag(session, sagId), krop.dato);
  await session.decide(buuSagDecider, buuSagId, {
    type: 'OphoerGrundlag',
    ...{ ...krop, anbragt, regime: lov.regime(krop.dato) },
  });
}

const BEGRUNDELSE = {
  hjemgivelse: 'Anbringelsen er ophørt ved hjemgivelse.',
  'fyldt-18': 'Den unge er fyldt 18 år.',
  samtykke: 'Det er afgjort, at anbringelsen fortsætter med samtykke.',
  permanent: 'Udvalget har gjort anbringelsen permanent.',
} as const;

/**
 * The child is home, or of age, or its placement goes on by consent (SEL § 52; BL § 46), or it is permanent and rests on that
 * decision (SEL § 68 a; BL § 67): what the committee decided before carries nothing any more, and is not treated again. Until
 * then it did, also through the period of return, which goes on with the placement (SEL § 68; BL § 100, stk. 4). What another
 * placement rests on, and what is decided since, stays.
 */
export async function ophoerAnbringelsesgrundlag(
  session: CommandSession,
  sagId: string,
  {
    dato,
    aarsag,
    afgjortSenest,
    baererEndnu,
    lov,
  }: {
    readonly dato: string;
    readonly aarsag: keyof typeof BEGRUNDELSE;
    readonly afgjortSenest: string;
    readonly baererEndnu: readonly string[];
    readonly lov: Lovpakke;
  },
): Promise<void> {
  const vedtagne = (await buuSager(session, sagId)).filter((b) => b.afgjort?.vedtaget === true);
  const fornyede = vedtagne.flatMap(({ genbehandlerId }) => genbehandlerId ?? []);
  for (const { buuSagId, afgjort, genbehandling, grundlagOphoert } of vedtagne) {
    const gaelder = genbehandling !== null && grundlagOphoert === null && !fornyede.includes(buuSagId);
    if (!gaelder || afgjort === null || afgjort.dato > afgjortSenest) continue;
    if (afgjort.afgoerelseId !== null && baererEndnu.includes(afgjort.afgoerelseId)) continue;
    await session.decide(buuSagDecider, buuSagId, {
      ...{ type: 'OphoerGrundlag', dato, aarsag, begrundelse: BEGRUNDELSE[aarsag] },
      ...{ anbragt: false, regime: lov.regime(dato) },
    });
  }
}

/** Every committee case that the case has had. */
async function buuSager(session: CommandSession, sagId: string): Promise<readonly RejstBuuSag[]> {
  const fundne: RejstBuuSag[] = [];
  for (const id of (await kraevSag(session, sagId)).kendteEnkeltsager) {
    // What a case has held does not tell what it is.
    if ((await session.stream(id)).kind !== buuSagDecider.kind) continue;
    fundne.push(await kraevBuuSag(session, id));
  }
  return fundne;
}
