import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { afsluttetBfu, kraevUndersoegelse } from '../../ics/ics.public.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  samtykkekrav,
  type BoernesamtaleVedAfgoerelse,
  type Samtykkeemne,
  type Samtykker,
} from '../../sagsstyring/sagsstyring.public.js';
import { type BeslutAnbringelse } from '../anbringelse/beslutning.js';
import { soeskendeVedAfgoerelsen } from '../anbringelse/soeskende_forloeb.js';
import { alderPaa, dagFyldt16 } from '../barnet/barnet.js';
import { findBarnetsPlan, findSamtale } from '../indsats/grundlag.js';
import { type BevilgIndsats } from '../indsats/indsats.js';
import { posterPaa } from './grundlag.js';
import { type BegyndtVisitation, type Forslag } from './tilstand.js';

const MYNDIG = 18;

export interface Visitationsafgoerelse {
  readonly afgoerelseDato: string;
  /** Proposals that are granted; all when left out, none is a refusal. */
  readonly bevilgede?: readonly string[];
  readonly varighedMaaneder: number;
  readonly formaal: string;
  readonly begrundelse: string;
  readonly barnetsHoldning: string;
  readonly planId?: string;
  readonly planUndtagelse?: string;
  readonly boernesamtale?: BoernesamtaleVedAfgoerelse;
  readonly anbringelse?: {
    readonly stedGodkendt?: string;
    readonly omsorgssvigt: boolean;
    readonly udenUndersoegelse?: string;
    readonly erstatterId?: string;
  };
}

/** What a granted proposal becomes: a measure or a placement, with the command that decides it. */
export type Enkeltsag = { readonly forslag: Forslag; readonly enkeltsagId: string } & (
  | { readonly anbringelse: false; readonly command: BevilgIndsats }
  | { readonly anbringelse: true; readonly command: BeslutAnbringelse }
);

type Faelles = Pick<
  BevilgIndsats,
  | 'barnId'
  | 'sagId'
  | 'regime'
  | 'afgoerelseDato'
  | 'formaal'
  | 'begrundelse'
  | 'barnetsHoldning'
  | 'plan'
  | 'planUndtagelse'
  | 'boernesamtale'
  | 'bfuId'
> & { readonly visitationId: string };

/** The decisions on each granted proposal, with all that they rest on; nothing is decided yet. */
export async function forberedEnkeltsager(
  session: CommandSession,
  v: BegyndtVisitation,
  krop: Visitationsafgoerelse,
  valg: {
    readonly valgte: readonly Forslag[];
    readonly emner: readonly Samtykkeemne[];
    readonly samtykker: Samtykker;
  },
  lov: Lovpakke,
): Promise<readonly Enkeltsag[]> {
  const dato = krop.afgoerelseDato;
  const regime = lov.regime(dato);
  const plan = await findBarnetsPlan(session, krop.planId, v.barnId, { regime, afgoerelseDato: dato });
  const samtale = await findSamtale(session, v.sagId, v.bfuId ?? undefined, krop.boernesamtale);
  const bfu =
    v.bfuId === null
      ? undefined
      : { bfuId: v.bfuId, afsluttet: afsluttetBfu(await kraevUndersoegelse(session, v.bfuId), dato) };
  const barn = await kraevPerson(session, v.barnId);
  const soeskende = await soeskendeVedAfgoerelsen(session, barn, dato);
  const { formaal, begrundelse, barnetsHoldning, planUndtagelse } = krop;
  const faelles: Faelles = {
    ...{ barnId: v.barnId, sagId: v.sagId, visitationId: v.visitationId },
    ...{ regime, afgoerelseDato: dato, formaal, begrundelse, barnetsHoldning },
    ...(plan === undefined ? {} : { plan }),
    ...(planUndtagelse === undefined ? {} : { planUndtagelse }),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
    ...(v.bfuId === null ? {} : { bfuId: v.bfuId }),
  };
  const samtykke = samtykketil(valg.emner, valg.samtykker);
  const poster = posterPaa(valg.valgte, dato, lov);
  return valg.valgte.map((forslag): Enkeltsag => {
    const enkeltsagId = session.context.nytId();
    const katalog = poster.get(forslag.forslagId)?.katalog ?? null;
    const { forventetStart, prisOere, prisEnhed, maaneder, maalgruppe } = forslag;
    const pris = { forventetStart, prisOere, prisEnhed };
    if (katalog === null) {
      const { bfuId: _bfuId, ...uden } = faelles;
      const command: BeslutAnbringelse = {
        type: 'BeslutAnbringelse',
        ...{ ...uden, ...pris, ...stedvalg(krop, forslag), anbringelseId: enkeltsagId, grundlag: 'samtykke' },
        hjemmel: poster.get(forslag.forslagId)?.hjemmel ?? forslag.hjemmel,
        stedtype: lov.kode('anbringelsessteder', forslag.stedtype ?? '', dato),
        varighedMaaneder: maaneder,
        alder: alderPaa(barn, dato),
        fylder16: dagFyldt16(barn),
        ...soeskende,
        ...(bfu === undefined ? {} : { bfu }),
      };
      return { forslag, enkeltsagId, anbringelse: true, command };
    }
    const command: BevilgIndsats = {
      type: 'BevilgIndsats',
      ...{ ...faelles, ...pris, ...samtykke, maalgruppe, indsatsId: enkeltsagId, katalog },
      kodeGaelder: lov.pgfGaelder(katalog.pgfKode, forventetStart),
      forventetVarighedMaaneder: maaneder,
      antalHundrededele: forslag.antalHundrededele,
      antalPr: forslag.antalPr,
      ...{ alder: alderPaa(barn, dato), foerAlder: poster.get(forslag.forslagId)?.foerAlder ?? MYNDIG },
      // Consent is judged for the whole proposal, and refused there.
      samtykkemangler: [],
    };
    return { forslag, enkeltsagId, anbringelse: false, command };
  });
}

function stedvalg(
  { anbringelse }: Visitationsafgoerelse,
  { sted }: Forslag,
): Pick<BeslutAnbringelse, 'sted' | 'omsorgssvigt' | 'stedGodkendt' | 'udenUndersoegelse' | 'erstatterId'> {
  const { stedGodkendt, omsorgssvigt = false, udenUndersoegelse, erstatterId } = anbringelse ?? {};
  return {
    sted: sted ?? '',
    omsorgssvigt,
    ...(stedGodkendt === undefined ? {} : { stedGodkendt }),
    ...(udenUndersoegelse === undefined ? {} : { udenUndersoegelse }),
    ...(erstatterId === undefined ? {} : { erstatterId }),
  };
}

/** When consent was complete, and the paragraph of what was left out, as the measure's own decision says it. */
function samtykketil(
  emner: readonly Samtykkeemne[],
  { udsagn, undtagelser }: Samtykker,
): Pick<BevilgIndsats, 'samtykkeDato' | 'samtykkeUndtaget'> {
  const krav = samtykkekrav(emner);
  const dage = krav.flatMap(({ personId }) => udsagn[personId]?.dato ?? []).sort();
  const undtagne = [undtagelser['alle'], ...krav.map(({ personId }) => undtagelser[personId])];
  const seneste = dage.at(-1);
  const paragraf = undtagne.find((undtagelse) => undtagelse !== undefined)?.paragraf;
  return {
    ...(seneste === undefined ? {} : { samtykkeDato: seneste }),
    ...(paragraf === undefined ? {} : { samtykkeUndtaget: paragraf }),
  };
}
