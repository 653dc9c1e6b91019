import { type CommandSession } from '../../platform/commands/command.js';
import { type BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { barnDecider, barnetsStroem } from '../barn/barn.js';
import { kraeverUndersoegelseFoerLukning } from '../barn/soeskendeundersoegelse.js';
import { findBarn, type Barnangivelse } from '../barn/barnangivelse.js';
import { ankeVenter, klageDecider } from '../klage/klage.js';
import { kraevSag } from './enkeltsag.js';
import { type Fratraadt, sagDecider } from './sag.js';
import { type Sagslukning } from './sagslukning.js';
import { type Omraade, type Sagsgrund } from './tilstand.js';

/** Opens a case on a child that is found or registered in the same commit; one open case per child and area. */
export async function opretSag(
  session: CommandSession,
  blindIndex: BlindIndex,
  kommune: number,
  sag: {
    readonly barn: Barnangivelse;
    readonly omraade: Omraade;
    readonly grund: Sagsgrund;
    readonly oprettet: string;
  },
): Promise<{ readonly sagId: string; readonly barnId: string }> {
  const { personId: barnId, ny } = await findBarn(session, blindIndex, kommune, sag.barn, sag.oprettet);
  const sagId = session.context.nytId();
  await session.decide(
    barnDecider,
    barnetsStroem(barnId),
    { type: 'KnytSag', barnId, sagId, omraade: sag.omraade },
    ny ? { expected: 0 } : {},
  );
  await session.decide(
    sagDecider,
    sagId,
    { type: 'OpretSag', sagId, barnId, omraade: sag.omraade, oprettet: sag.oprettet, grund: sag.grund },
    { expected: 0 },
  );
  return { sagId, barnId };
}

export async function lukSag(
  session: CommandSession,
  sagId: string,
  lukning: { readonly lukket: string; readonly begrundelse: string },
  slutning: Sagslukning,
): Promise<void> {
  const { barnId, enkeltsager } = await kraevSag(session, sagId);
  const { state: barn } = await session.state(barnDecider, barnetsStroem(barnId));
  const klager = Object.entries(enkeltsager).flatMap(([id, { art }]) => (art === 'klage' ? [id] : []));
  const anker = await Promise.all(klager.map((id) => session.state(klageDecider, id)));
  await session.decide(sagDecider, sagId, {
    type: 'LukSag',
    ankeVenter: anker.some(({ state }) => ankeVenter(state)),
    ...lukning,
    aabneUnderretninger: barn.aabneUnderretninger,
    kraeverUndersoegelse: await kraeverUndersoegelseFoerLukning(session, barnId, sagId, lukning.lukket),
  });
  await session.decide(barnDecider, barnetsStroem(barnId), { type: 'LoesnSag', barnId, sagId });
  await slutning.slutMedSagen(session, { sagId, barnId, lukket: lukning.lukket });
}

export async function genaabnSag(
  session: CommandSession,
  sagId: string,
  genaabning: { readonly genaabnet: string; readonly begrundelse: string; readonly fratraadt?: Fratraadt },
): Promise<void> {
  const { barnId, omraade } = await kraevSag(session, sagId);
  await session.decide(sagDecider, sagId, { type: 'GenaabnSag', ...genaabning });
  await session.decide(barnDecider, barnetsStroem(barnId), { type: 'KnytSag', barnId, sagId, omraade });
}

export async function aendrOmraade(
  session: CommandSession,
  sagId: string,
  aendring: { readonly omraade: Omraade; readonly gaelderFra: string },
): Promise<void> {
  const { barnId } = await kraevSag(session, sagId);
  await session.decide(sagDecider, sagId, { type: 'AendrOmraade', ...aendring });
  await session.decide(barnDecider, barnetsStroem(barnId), { type: 'LoesnSag', barnId, sagId });
  await session.decide(barnDecider, barnetsStroem(barnId), {
    type: 'KnytSag',
    barnId,
    sagId,
    omraade: aendring.omraade,
  });
}
