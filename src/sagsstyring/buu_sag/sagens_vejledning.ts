import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type GuidanceSource, type Streams } from '../../platform/registry.js';
import { formandsafgoerelseDecider } from '../formandsafgoerelse/formandsafgoerelse.js';
import { bortfald, type TruffetForeloebigt } from '../formandsafgoerelse/tilstand.js';
import { grundlagSlut } from './anbringelsesgrundlag.js';
import { buuSagDecider } from './buu_sag.js';
import { type BuuSag, type RejstBuuSag } from './tilstand.js';
import { buuSagshvile, buuSagsskridt, type Udvalgsforhold } from './vejledning.js';

/** The committee case as guidance: how long a placement can be treated again is the law's, and what is to be approved is the chairman's. */
export function buuVejledning(lov: Lovpakke): GuidanceSource {
  const paaDagen = (events: readonly StoredEvent[], iDag: string, omkring: Streams) => {
    const sag: BuuSag = fold(buuSagDecider, events);
    const forhold: Udvalgsforhold =
      sag.fase === 'findes-ikke'
        ? {}
        : { grundlagSlut: grundlagSlut(sag, lov, iDag), intetAtGodkende: intetAtGodkende(sag, iDag, omkring) };
    return [sag, forhold] as const;
  };
  return {
    kind: buuSagDecider.kind,
    steps: (events, iDag, omkring) => buuSagsskridt(...paaDagen(events, iDag, omkring)),
    rest: (events, iDag, omkring) => buuSagshvile(...paaDagen(events, iDag, omkring)),
  };
}

/** Since when there is nothing to approve on the day of the meeting, or today when none is set. */
function intetAtGodkende(sag: RejstBuuSag, iDag: string, omkring: Streams): string | null {
  if (sag.afgoerelseKode !== 'godkendelse-foreloebig') return null;
  const stroem = omkring.find(
    ([foerste]) => foerste?.kind === formandsafgoerelseDecider.kind && foerste.streamId === sag.formandsafgoerelseId,
  );
  if (stroem === undefined) return null;
  const f = fold(formandsafgoerelseDecider, stroem);
  return f.fase === 'findes-ikke' ? null : slutPaa(f, sag.moede === null ? iDag : lokalDato(sag.moede));
}

function slutPaa(f: TruffetForeloebigt, dato: string): string | null {
  return f.slut ?? bortfald(f, dato)?.sidsteDag ?? null;
}
