import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { kraevPlan } from '../../ics/ics.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet, ProblemException } from '../../platform/http/problem.js';
import {
  barnDecider,
  barnetsStroem,
  sagDecider,
  type NyAfgoerelse,
  type Samtykkesag,
} from '../../sagsstyring/sagsstyring.public.js';
import { ikkeFoer, ikkeFremtid } from '../datoer.js';
import { personIKommando, samtykkeemner } from '../samtykke/emner.js';
import { anbringelseDecider } from './anbringelse.js';
import { type Anbringelse, type BesluttetAnbringelse } from './tilstand.js';

/** The placement; not found when it was never decided. */
export async function kraevAnbringelse(session: CommandSession, anbringelseId: string): Promise<BesluttetAnbringelse> {
  const { state } = await session.state(anbringelseDecider, anbringelseId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('anbringelse', anbringelseId);
  return state;
}

/** Every placement that the child has had, whichever of its cases it is in. */
export async function barnetsAnbringelser(
  session: CommandSession,
  barnId: string,
): Promise<readonly BesluttetAnbringelse[]> {
  const { state: barn } = await session.state(barnDecider, barnetsStroem(barnId));
  const fundne: BesluttetAnbringelse[] = [];
  for (const sagId of barn.sager) {
    const { state: sag } = await session.state(sagDecider, sagId);
    if (sag.fase === 'findes-ikke') continue;
    for (const id of sag.kendteEnkeltsager) {
      const a = await anbringelseMedId(session, id);
      if (a.fase !== 'findes-ikke') fundne.push(a);
    }
  }
  return fundne;
}

// What a case has held does not tell what it is: an investigation's id opens no placement.
async function anbringelseMedId(session: CommandSession, id: string): Promise<Anbringelse> {
  try {
    return (await session.state(anbringelseDecider, id)).state;
  } catch (problem) {
    if (problem instanceof ProblemException && problem.status === 404) return { fase: 'findes-ikke' };
    throw problem;
  }
}

/** The placement, for what happened on a day since it was decided; the law is looked up on that day. */
export async function kraevAnbringelsePaa(
  session: CommandSession,
  anbringelseId: string,
  dato: string,
  felt = 'dato',
): Promise<BesluttetAnbringelse> {
  const a = await kraevAnbringelse(session, anbringelseId);
  ikkeFremtid(dato, session.context, felt);
  ikkeFoer(dato, a.afgoerelseDato, felt, 'Anbringelsen blev først besluttet senere', a.hjemmel);
  return a;
}

/** The placement as a decision that consent is given to, by the rules of the day. */
export async function samtykkesag(
  session: CommandSession,
  a: BesluttetAnbringelse,
  dato: string,
  lov: Lovpakke,
): Promise<Samtykkesag> {
  const { anbringelseId: afgoerelseId, barnId, sagId } = a;
  const emner = await samtykkeemner(personIKommando(session), barnId, ['anbringelse-samtykke'], dato, lov);
  return { afgoerelseId, barnId, sagId, emner };
}

/** The child's valid plan, and since when; undefined when the plan is another's or is not valid. */
export async function gaeldendePlan(
  session: CommandSession,
  planId: string | undefined,
  barnId: string,
): Promise<{ readonly planId: string; readonly godkendt: string } | undefined> {
  if (planId === undefined) return undefined;
  const plan = await kraevPlan(session, planId);
  if (plan.barnId !== barnId || plan.fase !== 'gaeldende' || plan.godkendt === null) return undefined;
  return { planId, godkendt: plan.godkendt };
}

/** The hearing that a decision rests on, as it is told in a request. */
export function hoering({
  partshoeringIder,
  hoeringsundtagelse: undtagelse,
}: {
  readonly partshoeringIder?: readonly string[];
  readonly hoeringsundtagelse?: NyAfgoerelse['undtagelse'];
}): Pick<NyAfgoerelse, 'partshoeringIder' | 'undtagelse'> {
  return {
    ...(partshoeringIder === undefined ? {} : { partshoeringIder }),
    ...(undtagelse === undefined ? {} : { undtagelse }),
  };
}
