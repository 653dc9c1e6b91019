import { Temporal } from 'temporal-polyfill';
import { type Lovpakke } from '../src/faelles/lov/lovpakke.js';
import { undersoegelseDecider } from '../src/ics/undersoegelse/undersoegelse.js';
import { notatDecider } from '../src/journalark/notat/notat.js';
import { type CommandSession } from '../src/platform/commands/command.js';
import { type BlindIndex } from '../src/platform/eventstore/sealing/blind-index.js';
import { aabnEnkeltsag, sagDecider, underretningDecider } from '../src/sagsstyring/sagsstyring.public.js';
import { modtagUnderretning, screen } from '../src/sagsstyring/underretning/underretning_forloeb.js';
import { syntheticCpr } from './underretning-body.js';

/** The country has 120,000 cases on 3,900 caseworkers; a team is ten of them. */
const CASES_PER_CASEWORKER = 31;
const CASEWORKERS_PER_TEAM = 10;
/** Cases begin evenly over so many days back from now. */
const DAYS_BACK = 600;
/** An investigation is decided in the younger ones, so that as many run and are late as in a municipality of 2019. */
const INVESTIGATED_DAYS = 150;
const NOTES = 4;

export interface InventedCase {
  readonly barnId: string;
  readonly sagId: string;
  readonly sagsbehandler: string;
  readonly team: string;
}

export function caseworkerOf(nr: number): { readonly sagsbehandler: string; readonly team: string } {
  const caseworker = Math.floor(nr / CASES_PER_CASEWORKER);
  return {
    sagsbehandler: `bsb${String(caseworker)}`,
    team: `bteam${String(Math.floor(caseworker / CASEWORKERS_PER_TEAM))}`,
  };
}

/** A case as its municipality would have it after some months, made by the product's own rules: about twenty events. */
export async function inventCase(
  session: CommandSession,
  around: {
    readonly blindIndex: BlindIndex;
    readonly lov: Lovpakke;
    readonly kommune: number;
    readonly now: Temporal.Instant;
  },
  nr: number,
): Promise<InventedCase> {
  // A step without a common factor, so that neighbours in the log are not neighbours in time.
  const age = 1 + ((nr * 379) % DAYS_BACK);
  const received = around.now.toZonedDateTimeISO('Europe/Copenhagen').subtract({ days: age, minutes: nr % 600 });
  const at = (hours: number): string => capped(received.add({ hours }), around.now);
  const day = (days: number): string => at(days * 24).slice(0, 10);
  const { barnId, underretningId } = await modtagUnderretning(session, around.blindIndex, around.kommune, {
    barn: { cpr: syntheticCpr(nr), navn: `Barn ${String(nr)} Prøvesen` },
    modtaget: at(0),
    form: 'telefonisk',
    anonym: false,
    underretterKode: '2',
    aarsagKoder: ['UDSLAG14'],
    fagperson: true,
    overgreb: false,
    overgrebFraForaeldre: false,
    aeresrelateret: false,
    regime: around.lov.regime(day(0)),
    gyldigeKoder: { underretter: ['2'], aarsager: ['UDSLAG14'] },
    beskrivelse: 'Barnet møder ofte uden madpakke og virker træt.',
    underretterNavn: 'Inga Lærer',
    underretterKontakt: 'inga@skole.example',
  });
  await session.decide(underretningDecider, underretningId, {
    type: 'ForetagAkutvurdering',
    vurderet: at(nr % 20 === 0 ? 30 : 3),
    vurderetAf: 'bmo1',
    akut: false,
    aeresrelateret: false,
    risikofaktorer: 'Gentagen bekymring fra flere sider.',
    beskyttelsesfaktorer: 'Bedsteforældre tæt på.',
    begrundelse: 'Barnet er ikke i fare her og nu.',
  });
  if (nr % 15 !== 0)
    await session.decide(underretningDecider, underretningId, {
      type: 'SendKvittering',
      sendt: day(2),
      maade: 'digital post',
    });
  const { sagId } = await screen(session, underretningId, {
    spor: 'bfu',
    screenet: at(72),
    screenetAf: 'bmo1',
    begrundelse: 'Vurderet på mødet i modtagelsen.',
  });
  if (sagId === null) throw new Error('The screening opened no case');
  const ansvar = caseworkerOf(nr);
  await session.decide(sagDecider, sagId, { type: 'TildelSag', ...ansvar, tildelt: day(4) });
  if (age <= INVESTIGATED_DAYS)
    await investigate(session, around.lov, { barnId, sagId, opmaerksom: day(0), dag: day(5) });
  for (let note = 1; note <= NOTES; note += 1) {
    const notatId = session.context.nytId();
    await session.decide(notatDecider, notatId, {
      type: 'SkrivNotat',
      sagensEnkeltsager: [],
      notatId,
      barnId,
      sagId,
      oplyst: at(100 + note * 24 * 7),
      emne: 'Telefonsamtale med skolen',
      tekst: 'Læreren fortæller, at barnet har haft en god uge, men stadig kommer sent om morgenen.',
    });
  }
  return { barnId, sagId, ...ansvar };
}

async function investigate(
  session: CommandSession,
  lov: Lovpakke,
  {
    barnId,
    sagId,
    opmaerksom,
    dag,
  }: { readonly barnId: string; readonly sagId: string; readonly opmaerksom: string; readonly dag: string },
): Promise<void> {
  const bfuId = session.context.nytId();
  await session.decide(undersoegelseDecider, bfuId, {
    type: 'BeslutBfu',
    bfuId,
    barnId,
    sagId,
    regime: lov.regime(dag),
    opmaerksomDato: opmaerksom,
    afgoerelseDato: dag,
    begrundelse: 'Det må antages, at barnet trænger til særlig støtte.',
    screening: { udfald: 'bfu' },
    igangvaerende: [],
  });
  await aabnEnkeltsag(session, sagId, { enkeltsagId: bfuId, art: 'bfu', aabnet: dag });
}

/** What would be in the future has just happened. */
function capped(time: Temporal.ZonedDateTime, now: Temporal.Instant): string {
  const latest = now.toZonedDateTimeISO('Europe/Copenhagen');
  return (Temporal.ZonedDateTime.compare(time, latest) > 0 ? latest : time).toString({
    timeZoneName: 'never',
    smallestUnit: 'millisecond',
  });
}
