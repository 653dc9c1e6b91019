import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  aabnEnkeltsag,
  afslutEnkeltsag,
  kraevAabenSag,
  kraevAfgoerelse,
  kraevAfgoerelsesart,
  samtykkekrav,
  samtykkemangler,
  samtykkerTil,
  samtykkestatus,
  traefAfgoerelse,
  type NyAfgoerelse,
} from '../../sagsstyring/sagsstyring.public.js';
import { anbringelseDecider } from '../anbringelse/anbringelse.js';
import { kraevSoeskendeundersoegelser } from '../anbringelse/soeskende_forloeb.js';
import { manglerFoerAnbringelse, type BeslutAnbringelse } from '../anbringelse/beslutning.js';
import { erstatBesluttet, kraevIngenAnden } from '../anbringelse/eneste.js';
import { indsatsDecider } from '../indsats/indsats.js';
import { findSamtale, samtaleIAfgoerelsen } from '../indsats/grundlag.js';
import { boernesamtalemangel, manglerFoerBevilling } from '../indsats/krav.js';
import { kraevIngenMangler } from '../mangler.js';
import { personIKommando } from '../samtykke/emner.js';
import { forberedEnkeltsager, type Enkeltsag, type Visitationsafgoerelse } from './enkeltsager.js';
import { emnerPaa, kraevVisitation, posterPaa } from './grundlag.js';
import { type BegyndtVisitation, type Forslag } from './tilstand.js';
import { visitationDecider } from './visitation.js';

export interface AfgjortVisitation {
  readonly bevilgede: readonly {
    readonly forslagId: string;
    readonly enkeltsagId: string;
    readonly anbringelse: boolean;
  }[];
  readonly afgoerelseIder: readonly string[];
}

/** Decides on the proposal: each measure and placement, and the visitation, in one commit, or nothing of it. */
export async function afgoerVisitation(
  session: CommandSession,
  visitationId: string,
  krop: Visitationsafgoerelse & Pick<NyAfgoerelse, 'partshoeringIder' | 'undtagelse'>,
  lov: Lovpakke,
): Promise<AfgjortVisitation> {
  const v = await kraevVisitation(session, visitationId);
  await kraevAabenSag(session, v.sagId);
  const dato = krop.afgoerelseDato;
  const valgte = v.forslag.filter(({ forslagId }) => krop.bevilgede?.includes(forslagId) ?? true);
  const samtykker = await samtykkerTil(session, visitationId);
  const emner = await emnerPaa(personIKommando(session), v.barnId, valgte, dato, lov);
  const om = { dato, grundlag: v.nummer };
  const enkeltsager = await forberedEnkeltsager(session, v, krop, { valgte, emner, samtykker }, lov);
  const afslag = await samtalemanglerVedAfslag(session, v, krop, valgte, lov);
  const mangler = [...samtykkemangler(emner, samtykker, om), ...enkeltsager.flatMap(manglerFor), ...afslag];
  for (const enkeltsag of enkeltsager) if (enkeltsag.anbringelse) await kraevEtSted(session, enkeltsag.command, lov);
  // What is not approved is not decided, whatever else is in order; what is missing is told before the hearing is asked for.
  if (v.godkendt !== null || valgte.length === 0) kraevIngenMangler(mangler, 'visitation-kan-ikke-afgoeres');
  const koderFor = (forslag: readonly Forslag[]) =>
    new Set([...posterPaa(forslag, dato, lov).values()].map((post) => post.afgoerelseskode));
  const [givne, ikke] = [koderFor(valgte), koderFor(v.forslag.filter((f) => !valgte.includes(f)))];
  const undtagne = samtykkekrav(emner).filter((krav) => samtykkestatus(krav, samtykker, om) === 'undtaget');
  const imod = new Set([...undtagne.flatMap((krav) => krav.emner.map(({ kode }) => kode)), ...ikke]);
  // Of a kind that is given in part there is one decision, and it is no refusal.
  const afslaaede = new Set([...ikke].filter((kode) => !givne.has(kode)));
  const afgoerelseIder = erKlar(v, valgte.length)
    ? await traefAfgoerelser(session, v, krop, { imod, afslaaede }, lov)
    : [];
  const { planId, planUndtagelse, varighedMaaneder, formaal, begrundelse, barnetsHoldning } = krop;
  const bevilgede = enkeltsager.map(({ forslag, enkeltsagId, anbringelse }) => ({
    ...{ forslagId: forslag.forslagId, enkeltsagId, anbringelse },
  }));
  await session.decide(visitationDecider, visitationId, {
    type: 'AfgoerVisitation',
    ...{ afgoerelseDato: dato, bevilgede: [...bevilgede, ...ukendte(v, krop)], mangler, afgoerelseIder },
    ...{ varighedMaaneder, formaal, begrundelse, barnetsHoldning },
    regime: lov.regime(dato),
    ...(planId === undefined ? {} : { planId }),
    ...(planUndtagelse === undefined ? {} : { planUndtagelse }),
  });
  for (const enkeltsag of enkeltsager) await gennemfoer(session, v.sagId, enkeltsag, dato);
  return { bevilgede, afgoerelseIder };
}

async function kraevEtSted(session: CommandSession, ny: BeslutAnbringelse, lov: Lovpakke): Promise<void> {
  const { barnId, afgoerelseDato: dato, erstatterId } = ny;
  if (erstatterId !== undefined) await erstatBesluttet(session, barnId, { erstatterId, dato }, lov);
  await kraevIngenAnden(session, barnId, { dato, ny }, lov);
}

/** To say no to what is proposed is a decision about the child too, and takes the talk where the act demands it. */
async function samtalemanglerVedAfslag(
  session: CommandSession,
  v: BegyndtVisitation,
  { afgoerelseDato: dato, boernesamtale }: Visitationsafgoerelse,
  valgte: readonly Forslag[],
  lov: Lovpakke,
): Promise<readonly Mangel[]> {
  const afslaaede = v.forslag.filter((f) => !valgte.includes(f));
  const kraever = [...posterPaa(afslaaede, dato, lov).values()].some(
    ({ afgoerelseskode }) => kraevAfgoerelsesart(lov, afgoerelseskode, dato).kraeverBoernesamtale,
  );
  if (!kraever) return [];
  const samtale = await findSamtale(session, v.sagId, v.bfuId ?? undefined, boernesamtale);
  return boernesamtalemangel(lov.regime(dato), samtale, dato);
}

/** Whether the visitation's own decision can go through, so that the decisions it makes in the case are worth making. */
function erKlar(v: BegyndtVisitation, valgte: number): boolean {
  return v.afgoerelse === null && v.forslag.length > 0 && (valgte === 0 || v.godkendt !== null);
}

/** One decision in the case for each kind of measure, with its parties heard where it goes against one of them. */
async function traefAfgoerelser(
  session: CommandSession,
  v: BegyndtVisitation,
  krop: Parameters<typeof afgoerVisitation>[2],
  { imod, afslaaede }: { readonly imod: ReadonlySet<string>; readonly afslaaede: ReadonlySet<string> },
  lov: Lovpakke,
): Promise<readonly string[]> {
  const { afgoerelseDato: dato, partshoeringIder, undtagelse, begrundelse, boernesamtale } = krop;
  const koder = new Set([...posterPaa(v.forslag, dato, lov).values()].map((post) => post.afgoerelseskode));
  const ider: string[] = [];
  for (const kode of koder) {
    const afgoerelseId = await traefAfgoerelse(session, lov, {
      ...{ sagId: v.sagId, art: kraevAfgoerelsesart(lov, kode, dato), dato, begrundelse },
      ...{ tilUgunst: imod.has(kode), afslag: afslaaede.has(kode) },
      vedroererId: v.visitationId,
      ...(partshoeringIder === undefined ? {} : { partshoeringIder }),
      ...(undtagelse === undefined ? {} : { undtagelse }),
      // What is granted keeps it itself.
      ...(afslaaede.has(kode) ? samtaleIAfgoerelsen(boernesamtale) : {}),
    });
    ider.push(afgoerelseId);
  }
  return ider;
}

// An id that is not proposed must reach the decision, which refuses it with the field's name.
function ukendte(v: BegyndtVisitation, { bevilgede = [] }: Visitationsafgoerelse): AfgjortVisitation['bevilgede'] {
  return bevilgede
    .filter((id) => !v.forslag.some(({ forslagId }) => forslagId === id))
    .map((forslagId) => ({ forslagId, enkeltsagId: forslagId, anbringelse: false }));
}

function manglerFor(enkeltsag: Enkeltsag): readonly Mangel[] {
  return enkeltsag.anbringelse ? manglerFoerAnbringelse(enkeltsag.command) : manglerFoerBevilling(enkeltsag.command);
}

async function gennemfoer(session: CommandSession, sagId: string, enkeltsag: Enkeltsag, dato: string): Promise<void> {
  const { enkeltsagId } = enkeltsag;
  if (enkeltsag.anbringelse) {
    await session.decide(anbringelseDecider, enkeltsagId, enkeltsag.command);
    await kraevSoeskendeundersoegelser(session, enkeltsag.command);
  } else await session.decide(indsatsDecider, enkeltsagId, enkeltsag.command);
  await aabnEnkeltsag(session, sagId, { enkeltsagId, art: 'indsats-opfoelgning', aabnet: dato });
}

/** Ends the visitation when every party has been told of every decision in it. */
export async function meddelVisitation(
  session: CommandSession,
  visitationId: string,
  krop: { readonly dato: string },
): Promise<void> {
  const v = await kraevVisitation(session, visitationId);
  const afgoerelser = await Promise.all((v.afgoerelse?.afgoerelseIder ?? []).map((id) => kraevAfgoerelse(session, id)));
  const umeddelte = afgoerelser.filter((a) => a.fase !== 'meddelt').map((a) => a.afgoerelseId);
  await session.decide(visitationDecider, visitationId, { type: 'MeddelVisitation', ...krop, umeddelte });
  await afslutEnkeltsag(session, v.sagId, { enkeltsagId: visitationId, afsluttet: krop.dato });
}
