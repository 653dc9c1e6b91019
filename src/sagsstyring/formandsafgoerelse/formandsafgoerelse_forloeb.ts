import { Afvist } from '../../faelles/afvist.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { forfaldEfter } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Regelid } from '../../faelles/lov/produktets_regler.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { kraevAfgoerelsesart, kraevEtBarn } from '../parter/afgoerelsesart.js';
import { sagensParter } from '../parter/parter_i_sagen.js';
import { type Hoertrolle } from '../partshoering/tilstand.js';
import { aabnEnkeltsag, afslutEnkeltsag, kraevAabenSag } from '../sag/enkeltsag.js';
import { underretningDecider } from '../underretning/underretning.js';
import { formandsafgoerelseDecider, paragraf } from './formandsafgoerelse.js';
import { gaelderIkke, type TruffetForeloebigt } from './tilstand.js';

/** The provisional decision, for commands that build on it; not found when there is none. */
export async function kraevFormandsafgoerelse(session: CommandSession, id: string): Promise<TruffetForeloebigt> {
  const { state } = await session.state(formandsafgoerelseDecider, id);
  if (state.fase === 'findes-ikke') throw ikkeFundet('formandsafgoerelse', id);
  return state;
}

/** The provisional decision while it holds on the day, for what rests on it in other contexts. */
export async function kraevGaeldendeForeloebig(
  session: CommandSession,
  id: string,
  dato: string,
): Promise<TruffetForeloebigt> {
  const f = await kraevFormandsafgoerelse(session, id);
  if (gaelderIkke(f, dato)) {
    throw new Afvist('foreloebig-gaelder-ikke', `Formandens foreløbige afgørelse gælder ikke ${dato}.`, {
      felt: 'udvalg',
      paragraf: paragraf(f),
    });
  }
  return f;
}

/** A child is in a place by the chairman's decision: its seven days and its month must have begun to run. */
export async function kraevIvaerksatForeloebig(session: CommandSession, id: string): Promise<void> {
  const f = await kraevFormandsafgoerelse(session, id);
  if (f.fase !== 'truffet') return;
  throw new Afvist(
    'foreloebig-ikke-ivaerksat',
    'Registrér først, hvornår formandens foreløbige afgørelse blev sat i værk: derfra løber fristerne for udvalget.',
    { paragraf: paragraf(f), mangler: ['formandsafgoerelse-ivaerksaettelse'] },
  );
}

/** The chairman decides, which opens the enkeltsag. */
export async function traefForeloebig(
  session: CommandSession,
  lov: Lovpakke,
  sagId: string,
  ny: {
    readonly afgoerelseKode: string;
    readonly truffet: string;
    readonly underretningId?: string;
    readonly formaal: string;
    readonly begrundelse: string;
  },
): Promise<string> {
  const { barnId } = await kraevAabenSag(session, sagId);
  const dag = lokalDato(ny.truffet);
  const art = kraevAfgoerelsesart(lov, ny.afgoerelseKode, dag);
  kraevEtBarn(lov, art, (await kraevPerson(session, barnId)).oplysninger.foedselsdato, dag, 'truffet');
  if (ny.underretningId !== undefined) {
    const { state } = await session.state(underretningDecider, ny.underretningId);
    if (state.fase === 'findes-ikke') throw ikkeFundet('underretning', ny.underretningId);
    if (state.barnId !== barnId)
      throw new Afvist('andet-barn', 'Underretningen handler om et andet barn end sagen.', { felt: 'underretningId' });
  }
  const formandsafgoerelseId = session.context.nytId();
  await session.decide(
    formandsafgoerelseDecider,
    formandsafgoerelseId,
    {
      type: 'TraefForeloebig',
      ...ny,
      ...{ formandsafgoerelseId, sagId, barnId },
      afgoerelsesnavn: art.navn,
      hjemmel: art.hjemmel,
      regime: lov.regime(dag),
      foreloebig: art.foreloebig,
    },
    { expected: 0 },
  );
  await aabnEnkeltsag(session, sagId, { enkeltsagId: formandsafgoerelseId, art: 'formandsafgoerelse', aabnet: dag });
  return formandsafgoerelseId;
}

/** From when it is carried out the law gives 24 hours, 7 days counting this one, and a month; the days are kept as they were. */
export async function ivaerksaetForeloebig(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  ivaerksat: string,
): Promise<void> {
  const f = await kraevFormandsafgoerelse(session, id);
  const dag = lokalDato(ivaerksat);
  const art = kraevAfgoerelsesart(lov, f.afgoerelseKode, dag, 'ivaerksat');
  kraevEtBarn(lov, art, (await kraevPerson(session, f.barnId)).oplysninger.foedselsdato, dag, 'ivaerksat');
  const parter = await sagensParter(session, { barnId: f.barnId, art, dato: dag });
  await session.decide(formandsafgoerelseDecider, id, {
    type: 'IvaerksaetForeloebig',
    ...{ ivaerksat, regime: lov.regime(dag) },
    godkendesSenest: forfald(lov, 'formandsbeslutning-godkendelse', dag, f, 'ivaerksat'),
    gyldigTil: forfald(lov, 'formandsbeslutning-gyldighed', dag, f, 'ivaerksat'),
    // Only these three are ever parties: erPart says no to the others.
    parter: parter.map(({ personId, rolle }) => ({ personId, rolle: rolle as Hoertrolle })),
  });
}

/** It was carried out at another time than was recorded: the days that the law gives follow. */
export async function retIvaerksaettelse(
  session: CommandSession,
  lov: Lovpakke,
  id: string,
  { tidspunkt: ivaerksat, begrundelse }: { readonly tidspunkt: string; readonly begrundelse: string },
): Promise<void> {
  const f = await kraevFormandsafgoerelse(session, id);
  const dag = lokalDato(ivaerksat);
  await session.decide(formandsafgoerelseDecider, id, {
    type: 'RetIvaerksaettelse',
    ...{ ivaerksat, begrundelse, regime: lov.regime(dag) },
    godkendesSenest: forfald(lov, 'formandsbeslutning-godkendelse', dag, f, 'tidspunkt'),
    gyldigTil: forfald(lov, 'formandsbeslutning-gyldighed', dag, f, 'tidspunkt'),
  });
}

// Never without its days: a decision that no rule lets lapse would hold the child for ever.
function forfald(lov: Lovpakke, id: Regelid, dag: string, f: TruffetForeloebigt, felt: string): string {
  const dato = forfaldEfter(lov, id, dag);
  if (dato === undefined) {
    throw new Afvist('regel-ikke-i-kraft', `Lovpakken har ingen regel ${id}, der gælder ${dag}.`, {
      ...{ felt, paragraf: paragraf(f) },
    });
  }
  return dato;
}

/** Ends the enkeltsag of a provisional decision that no longer holds. */
export async function afslutFormandsafgoerelse(session: CommandSession, id: string, dato: string): Promise<void> {
  const { sagId } = await kraevFormandsafgoerelse(session, id);
  await afslutEnkeltsag(session, sagId, { enkeltsagId: id, afsluttet: dato });
}
