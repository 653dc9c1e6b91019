import { Afvist } from '../../faelles/afvist.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Reactor } from '../../platform/reactor/reactor.js';
import { sagDecider } from '../sag/sag.js';
import { type EnkeltsagArt, type Sag } from '../sag/tilstand.js';
import { type BegyndtFratraedelse, type Fratraedelsespost, fratraedelseDecider, naestePost } from './fratraedelse.js';

/**
 * Proposes the cases one by one, each in a commit of its own: what has been proposed stands, also when the work is broken
 * off, and the event that tells of one case is what starts the next. A case that cannot be proposed is noted with the
 * reason and stops none of the others.
 */
export const udsendelsesreaktor: Reactor = {
  name: 'sagsstyring.fratraedelse-udsendelse',
  events: [
    'sagsstyring.FratraedelseUdsendt',
    'sagsstyring.FratraedelsessagForeslaaet',
    'sagsstyring.FratraedelsessagSprungetOver',
  ],
  react: (event: ClearEvent) => ({
    context: 'sagsstyring',
    etagStream: () => event.streamId,
    handle: (session) => sendNaeste(session, event.streamId),
  }),
};

async function sendNaeste(session: CommandSession, id: string): Promise<Readonly<Record<string, unknown>>> {
  const { state } = await session.state(fratraedelseDecider, id);
  const post = naestePost(state);
  if (state.fase !== 'udsendt' || post === undefined) return {};
  await foreslaaPost(session, state, post);
  return { sagId: post.sagId };
}

/** Proposes one case to its receiver, or notes why it could not be. */
export async function foreslaaPost(
  session: CommandSession,
  f: BegyndtFratraedelse,
  { sagId, til, tilTeam }: Pick<Fratraedelsespost, 'sagId' | 'til' | 'tilTeam'>,
): Promise<void> {
  const { state: sag } = await session.state(sagDecider, sagId);
  const overdragelseId = session.context.nytId();
  const modtager = { til: til ?? '', ...(tilTeam === null ? {} : { tilTeam }) };
  const springOver = (aarsag: string) =>
    session.decide(fratraedelseDecider, f.fratraedelseId, { type: 'NoterSprungetOver', sagId, aarsag });
  if (sag.fase === 'aaben' && sag.sagsbehandler !== f.sagsbehandler) {
    await springOver(`Sagen er ikke længere hos ${f.sagsbehandler}.`);
    return;
  }
  try {
    await session.decide(sagDecider, sagId, {
      type: 'ForeslaaOverdragelse',
      ...{ overdragelseId, ...modtager, foreslaaet: session.context.iDag, fratraedelseId: f.fratraedelseId },
      notat: overdragelsesnotat(sag, sagId, f),
    });
  } catch (afvist) {
    if (!(afvist instanceof Afvist)) throw afvist;
    await springOver(afvist.forklaring);
    return;
  }
  const noter = { type: 'NoterForeslaaet', sagId, ...modtager, overdragelseId } as const;
  await session.decide(fratraedelseDecider, f.fratraedelseId, noter);
}

/** A new receiver is chosen while the old one has not answered: the old proposal is withdrawn first. */
export async function traekForslag(
  session: CommandSession,
  f: BegyndtFratraedelse,
  sagId: string,
  til: string,
): Promise<void> {
  const { state: sag } = await session.state(sagDecider, sagId);
  if (sag.fase === 'findes-ikke' || sag.overdragelse === null) return;
  const { overdragelseId, til: hidtil, fratraedelseId } = sag.overdragelse;
  if (fratraedelseId !== f.fratraedelseId || hidtil === til) {
    const hvorfor = hidtil === til ? 'er allerede foreslået' : 'er foreslået uden om fratrædelsen';
    throw new Afvist('overdragelse-aaben', `Overdragelsen til ${hidtil} ${hvorfor} og venter på svar.`, {
      status: 409,
    });
  }
  await session.decide(sagDecider, sagId, {
    ...{ type: 'AfvisOverdragelse', overdragelseId, afvist: session.context.iDag },
    begrundelse: `Trukket tilbage: teamlederen har valgt ${til} i stedet.`,
  });
}

const ENKELTSAGER: Readonly<Partial<Record<EnkeltsagArt, string>>> = {
  afklaring: 'en underretning under vurdering',
  bfu: 'en børnefaglig undersøgelse i gang',
  visitation: 'en visitation i gang',
  'indsats-opfoelgning': 'en indsats med opfølgning',
};

/** Never blind: what is open in the case, and where the page about it is. What the page says is opened when it is read. */
function overdragelsesnotat(sag: Sag, sagId: string, f: BegyndtFratraedelse): string {
  const aabne =
    sag.fase === 'findes-ikke' ? [] : Object.values(sag.enkeltsager).map(({ art }) => ENKELTSAGER[art] ?? art);
  return [
    `${f.sagsbehandler} fratræder ${f.sidsteDag}.`,
    aabne.length === 0 ? 'Ingen enkeltsag er åben i sagen.' : `Sagen har ${aabne.join(', ')}.`,
    `Hvor sagen står, hvilke frister der løber, og hvad der haster, står i resuméet: GET /v1/sager/${sagId}/resume. Læs det, før du svarer.`,
  ].join(' ');
}
