import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type BegyndtVisitation } from './tilstand.js';
import { visitationDecider } from './visitation.js';
import { type VisitationEvent } from './visitation.events.js';

type Stroem = readonly StoredEvent[];

/** What answers a visitation that was handed over: the committee, the chairman, an order, or a proposal of another kind. */
const SVAR: readonly string[] = [
  'sagsstyring.BuuSagRejst',
  'sagsstyring.ForeloebigAfgoerelseTruffet',
  'oekonomi.VisitationPaabegyndt',
  'oekonomi.AnbringelseBesluttet',
  'oekonomi.IndsatsBevilget',
];
const PAALAEG: readonly string[] = ['boerne-unge-paalaeg', 'foraeldrepaalaeg'];

/**
 * A visitation ended because somebody said no, and nothing has followed: the child's need is as it was. Without this the
 * case would look as if it could be closed.
 */
export function tvangssporUdenSvar(stroemme: readonly Stroem[], iDag: string): readonly Skridt[] {
  return stroemme.flatMap((stroem): readonly Skridt[] => {
    if (stroem[0]?.kind !== visitationDecider.kind) return [];
    const events = stroem as readonly (StoredEvent & VisitationEvent)[];
    const overgivet = events.find((e) => e.type === 'oekonomi.VisitationOvergivetTilTvang')?.data;
    const v = fold(visitationDecider, events);
    if (overgivet === undefined || v.fase === 'findes-ikke') return [];
    if (stroemme.some((anden) => anden !== stroem && anden.some((e) => besvarer(e, overgivet.dato)))) return [];
    return [skridt(v, overgivet.dato, iDag)];
  });
}

function besvarer({ type, data }: StoredEvent, siden: string): boolean {
  const { dato, truffet, afgoerelseDato, afgoerelseKode } = data as Readonly<Record<string, unknown>>;
  const dag = [dato, truffet, afgoerelseDato].find((d): d is string => typeof d === 'string');
  if (dag === undefined || dag.slice(0, 10) < siden) return false;
  if (type === 'sagsstyring.AfgoerelseTruffet') return PAALAEG.includes(String(afgoerelseKode));
  return SVAR.includes(type);
}

function skridt(v: BegyndtVisitation, siden: string, iDag: string): Skridt {
  const om = { enkeltsagId: v.visitationId, art: 'skal' } as const;
  if (v.forslag.some(({ anbringelse }) => anbringelse)) {
    return {
      ...om,
      kode: 'buu-sag-rejsning',
      tekst:
        'Rejs sagen for børne- og ungeudvalget, eller find en anden hjælp i en ny visitation; kan barnet ikke vente, så gå til formanden',
      hvorfor: `Der blev sagt nej til anbringelsen, og visitationen blev overgivet ${siden}; der er ikke sket noget siden`,
      hjemmel: hjemmelPaa(iDag, '§ 58', '§§ 47 og 51'),
    };
  }
  return {
    ...om,
    kode: 'indsats-uden-samtykke-stillingtagen',
    tekst:
      'Tag stilling til hjælp uden samtykke: begynd en ny visitation, hvor samtykket undtages efter loven, eller giv et pålæg',
    hvorfor: `Der blev sagt nej til indsatsen, og visitationen blev overgivet ${siden}; der er ikke sket noget siden`,
    hjemmel: hjemmelPaa(iDag, '§§ 56, 57 a og 57 b', '§§ 37-39'),
  };
}
