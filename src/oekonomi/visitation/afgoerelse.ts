import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Mangel } from '../../faelles/skridt.js';
import { kraevUndersoegelse } from '../../ics/ics.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  aabnEnkeltsag,
  afslutEnkeltsag,
  kraevAabenSag,
  samtykkekrav,
  samtykkemangler,
  samtykkerTil,
  samtykkestatus,
  type Samtykker,
} from '../../sagsstyring/sagsstyring.public.js';
import { anbringelseDecider } from '../anbringelse/anbringelse.js';
import { manglerFoerAnbringelse, type BeslutAnbringelse } from '../anbringelse/beslutning.js';
import { findBarnetsPlan, findSamtale } from '../indsats/grundlag.js';
import { indsatsDecider, type BevilgIndsats } from '../indsats/indsats.js';
import { type BoernesamtaleVedIndsats } from '../indsats/indsats.dto.js';
import { manglerFoerBevilling } from '../indsats/krav.js';
import { kraevBarn, soeskendeAf } from '../parter/afgoerelsesparter.js';
import { manglendeHoering } from '../partshoering/partshoering_forloeb.js';
import { grundlagPaa, kraevVisitation, type Visitationsgrundlag } from './grundlag.js';
import { type BegyndtVisitation, type Forslag } from './tilstand.js';
import { visitationDecider } from './visitation.js';

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
  readonly boernesamtale?: BoernesamtaleVedIndsats;
  readonly anbringelse?: {
    readonly stedGodkendt?: string;
    readonly omsorgssvigt: boolean;
    readonly udenUndersoegelse?: string;
  };
}

type Enkeltsag = { readonly forslag: Forslag; readonly enkeltsagId: string } & (
  | { readonly anbringelse: false; readonly command: BevilgIndsats }
  | { readonly anbringelse: true; readonly command: BeslutAnbringelse }
);

/** Decides on the proposal: each measure and placement, and the visitation, in one commit, or nothing of it. */
export async function afgoerVisitation(
  session: CommandSession,
  visitationId: string,
  krop: Visitationsafgoerelse,
  lov: Lovpakke,
): Promise<readonly { readonly forslagId: string; readonly enkeltsagId: string; readonly anbringelse: boolean }[]> {
  const v = await kraevVisitation(session, visitationId);
  await kraevAabenSag(session, v.sagId);
  const dato = krop.afgoerelseDato;
  const barn = await kraevBarn(session, v.barnId);
  const grundlag = grundlagPaa(barn, v.forslag, dato, lov);
  const valgte = v.forslag.filter(({ forslagId }) => krop.bevilgede?.includes(forslagId) ?? true);
  const samtykker = await samtykkerTil(session, visitationId);
  const valgt = grundlagPaa(barn, valgte, dato, lov);
  const om = { dato, grundlag: v.nummer };
  const krav = samtykkekrav(valgt.kreds, valgt.emner, dato);
  const undtaget = krav.some((k) => samtykkestatus(k, samtykker, om) === 'undtaget');
  const bebyrdende = valgte.length < v.forslag.length || undtaget || valgt.bebyrdende;
  const enkeltsager = await forberedEnkeltsager(
    session,
    v,
    krop,
    valgte,
    valgt,
    samtykker,
    lov,
    soeskendeAf(barn, dato),
  );
  const hoering = { afgoerelseId: visitationId, anledning: 'visitation', parter: grundlag.parter } as const;
  const mangler = [
    ...samtykkemangler(valgt.kreds, valgt.emner, samtykker, om),
    ...(bebyrdende ? await manglendeHoering(session, hoering, dato) : []),
    ...enkeltsager.flatMap(manglerFor),
  ];
  const { planId, planUndtagelse, varighedMaaneder, formaal, begrundelse, barnetsHoldning } = krop;
  const bevilgede = enkeltsager.map(({ forslag, enkeltsagId, anbringelse }) => ({
    ...{ forslagId: forslag.forslagId, enkeltsagId, anbringelse },
  }));
  await session.decide(visitationDecider, visitationId, {
    type: 'AfgoerVisitation',
    ...{ afgoerelseDato: dato, bevilgede: [...bevilgede, ...ukendte(v, krop)], bebyrdende, mangler },
    ...{ varighedMaaneder, formaal, begrundelse, barnetsHoldning },
    regime: lov.regime(dato),
    parter: grundlag.parter,
    ...(planId === undefined ? {} : { planId }),
    ...(planUndtagelse === undefined ? {} : { planUndtagelse }),
  });
  for (const enkeltsag of enkeltsager) await gennemfoer(session, v.sagId, enkeltsag, dato);
  if (grundlag.parter.length === 0) {
    // Nobody is a party (an unborn child without known parents): there is nobody to tell.
    await session.decide(visitationDecider, visitationId, { type: 'MeddelVisitation', dato });
    await afslutEnkeltsag(session, v.sagId, { enkeltsagId: visitationId, afsluttet: dato });
  }
  return bevilgede;
}

// An id that is not proposed must reach the decision, which refuses it with the field's name.
function ukendte(v: BegyndtVisitation, { bevilgede = [] }: Visitationsafgoerelse) {
  return bevilgede
    .filter((id) => !v.forslag.some(({ forslagId }) => forslagId === id))
    .map((forslagId) => ({ forslagId, enkeltsagId: forslagId, anbringelse: false }));
}

function manglerFor(enkeltsag: Enkeltsag): readonly Mangel[] {
  return enkeltsag.anbringelse ? manglerFoerAnbringelse(enkeltsag.command) : manglerFoerBevilling(enkeltsag.command);
}

async function forberedEnkeltsager(
  session: CommandSession,
  v: BegyndtVisitation,
  krop: Visitationsafgoerelse,
  valgte: readonly Forslag[],
  grundlag: Visitationsgrundlag,
  samtykker: Samtykker,
  lov: Lovpakke,
  soeskende: readonly string[],
): Promise<readonly Enkeltsag[]> {
  const dato = krop.afgoerelseDato;
  const plan = await findBarnetsPlan(session, krop.planId, v.barnId);
  const bfuId = v.bfuId ?? undefined;
  const samtale = await findSamtale(session, v.sagId, bfuId, krop.boernesamtale);
  const bfu =
    bfuId === undefined
      ? undefined
      : { bfuId, afsluttet: (await kraevUndersoegelse(session, bfuId)).fase === 'afsluttet' };
  const { formaal, begrundelse, barnetsHoldning, planUndtagelse } = krop;
  const tilhoer = { barnId: v.barnId, sagId: v.sagId, visitationId: v.visitationId };
  const faelles = {
    ...tilhoer,
    ...{ regime: lov.regime(dato), afgoerelseDato: dato, formaal, begrundelse, barnetsHoldning },
    ...(plan === undefined ? {} : { plan }),
    ...(planUndtagelse === undefined ? {} : { planUndtagelse }),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
  };
  const samtykke = samtykketil(grundlag, samtykker, dato);
  return valgte.map((forslag): Enkeltsag => {
    const enkeltsagId = session.context.nytId();
    const { forventetStart, prisOere, prisEnhed, maalgruppe } = forslag;
    const post = grundlag.poster.get(forslag.forslagId);
    const pris = { forventetStart, prisOere, prisEnhed };
    if (post?.katalog === null || post?.katalog === undefined) {
      const { stedGodkendt, omsorgssvigt = false, udenUndersoegelse } = krop.anbringelse ?? {};
      const command: BeslutAnbringelse = {
        type: 'BeslutAnbringelse',
        ...{ ...faelles, ...pris, anbringelseId: enkeltsagId, grundlag: 'samtykke', omsorgssvigt, soeskende },
        hjemmel: post?.hjemmel ?? forslag.hjemmel,
        stedtype: lov.kode('anbringelsessteder', forslag.stedtype ?? '', dato),
        sted: forslag.sted ?? '',
        varighedMaaneder: forslag.maaneder,
        alder: grundlag.alder,
        ...(bfu === undefined ? {} : { bfu }),
        ...(stedGodkendt === undefined ? {} : { stedGodkendt }),
        ...(udenUndersoegelse === undefined ? {} : { udenUndersoegelse }),
      };
      return { forslag, enkeltsagId, anbringelse: true, command };
    }
    const command: BevilgIndsats = {
      type: 'BevilgIndsats',
      ...{ ...faelles, ...pris, ...samtykke, maalgruppe, indsatsId: enkeltsagId, katalog: post.katalog },
      kodeGaelder: lov.pgfGaelder(post.katalog.pgfKode, forventetStart),
      forventetVarighedMaaneder: forslag.maaneder,
      // Consent is judged for the whole proposal, and refused there.
      samtykkemangler: [],
      ...(bfuId === undefined ? {} : { bfuId }),
    };
    return { forslag, enkeltsagId, anbringelse: false, command };
  });
}

/** When consent was complete, and the paragraph of what was left out, as the measure's own decision says it. */
function samtykketil(
  { kreds, emner }: Visitationsgrundlag,
  { udsagn, undtagelser }: Samtykker,
  dato: string,
): Pick<BevilgIndsats, 'samtykkeDato' | 'samtykkeUndtaget'> {
  const krav = samtykkekrav(kreds, emner, dato);
  const dage = krav.flatMap(({ personId }) => udsagn[personId]?.dato ?? []).sort();
  const paragraffer = krav.flatMap(({ personId }) => (undtagelser[personId] ?? undtagelser['alle'])?.paragraf ?? []);
  const seneste = dage.at(-1);
  return {
    ...(seneste === undefined ? {} : { samtykkeDato: seneste }),
    ...(paragraffer[0] === undefined ? {} : { samtykkeUndtaget: paragraffer[0] }),
  };
}

async function gennemfoer(session: CommandSession, sagId: string, enkeltsag: Enkeltsag, dato: string): Promise<void> {
  const { enkeltsagId } = enkeltsag;
  if (enkeltsag.anbringelse) await session.decide(anbringelseDecider, enkeltsagId, enkeltsag.command);
  else await session.decide(indsatsDecider, enkeltsagId, enkeltsag.command);
  await aabnEnkeltsag(session, sagId, { enkeltsagId, art: 'indsats-opfoelgning', aabnet: dato });
}
