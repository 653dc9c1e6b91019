import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { kraevUndersoegelse } from '../../ics/ics.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  aabnEnkeltsag,
  afslutEnkeltsag,
  erIkkeSamtykke,
  kraevAabenSag,
  samtykkekrav,
  samtykkemangler,
  samtykkerTil,
} from '../../sagsstyring/sagsstyring.public.js';
import { bevillingsgraenseDecider, graensePaa, graensestroem } from '../bevillingsgraense/bevillingsgraense.js';
import { slaaForslagOp } from '../indsats/katalogopslag.js';
import { kraevVisitation, samtykkesag, senesteDag } from './grundlag.js';
import { type Forum } from './kommandoer.js';
import { visitationDecider } from './visitation.js';
import { type Forslag } from './tilstand.js';

/** Begins a visitation and opens it as a delproces in the case. */
export async function paabegyndVisitation(
  session: CommandSession,
  sagId: string,
  krop: { readonly dato: string; readonly bfuId?: string; readonly formaal: string },
): Promise<string> {
  const { barnId } = await kraevAabenSag(session, sagId);
  if (krop.bfuId !== undefined && (await kraevUndersoegelse(session, krop.bfuId)).sagId !== sagId)
    throw new Afvist('undersoegelse-i-anden-sag', 'Undersøgelsen hører til en anden sag.', { felt: 'bfuId' });
  const visitationId = session.context.nytId();
  await session.decide(visitationDecider, visitationId, {
    type: 'PaabegyndVisitation',
    ...krop,
    ...{ visitationId, barnId, sagId },
  });
  await aabnEnkeltsag(session, sagId, { enkeltsagId: visitationId, art: 'visitation', aabnet: krop.dato });
  return visitationId;
}

export type Forslagsoenske = Pick<
  Forslag,
  | 'indsatskode'
  | 'maalgruppe'
  | 'prisOere'
  | 'prisEnhed'
  | 'antalHundrededele'
  | 'antalPr'
  | 'forventetStart'
  | 'maaneder'
> & {
  readonly dato: string;
  readonly stedtype?: string;
  readonly sted?: string;
  readonly begrundelse: string;
};

/** Takes a measure into the proposal; its cost, and the whole, are reckoned in the same breath. */
export async function foreslaaIndsats(
  session: CommandSession,
  visitationId: string,
  oenske: Forslagsoenske,
  lov: Lovpakke,
): Promise<string> {
  const v = await kraevVisitation(session, visitationId);
  await kraevAabenSag(session, v.sagId);
  const post = slaaForslagOp(lov, oenske.indsatskode, oenske.maalgruppe, oenske.dato);
  kraevSted(post.anbringelse, oenske, v.forslag, lov);
  const forslagId = session.context.nytId();
  await session.decide(visitationDecider, visitationId, {
    type: 'ForeslaaIndsats',
    ...oenske,
    forslagId,
    indsatskode: post.indsatskode,
    indsatsnavn: post.indsatsnavn,
    hjemmel: post.hjemmel,
    anbringelse: post.anbringelse,
  });
  return forslagId;
}

/** A placement is proposed with one place of a kind that exists; nothing else has a place. */
export function kraevSted(
  anbringelse: boolean,
  { stedtype, sted, dato }: Pick<Forslagsoenske, 'stedtype' | 'sted' | 'dato'>,
  forslag: readonly Forslag[],
  lov: Lovpakke,
): void {
  if (!anbringelse) {
    if (stedtype !== undefined || sted !== undefined)
      throw new Afvist('sted-uden-anbringelse', 'Kun en anbringelse har et anbringelsessted.', { felt: 'stedtype' });
    return;
  }
  const paragraf = lov.regime(dato) === 'SEL' ? 'SEL § 66' : 'BL § 43';
  if (forslag.some((f) => f.anbringelse))
    throw new Afvist('flere-anbringelser', 'Et barn kan kun anbringes ét sted. Tag det andet forslag ud først.', {
      felt: 'indsatskode',
      paragraf,
    });
  if (stedtype === undefined || sted === undefined)
    throw new Afvist('sted-mangler', 'Angiv anbringelsesstedet og dets type.', { felt: 'stedtype', paragraf });
  if (lov.kode('anbringelsessteder', stedtype, dato) === undefined)
    throw new Afvist('ukendt-stedtype', `Typen '${stedtype}' findes ikke på listen over anbringelsessteder ${dato}.`, {
      felt: 'stedtype',
      paragraf,
    });
}

/** Approves the cost, within what the municipality lets the forum approve on the day. */
export async function godkendVisitation(
  session: CommandSession,
  kommune: number,
  visitationId: string,
  krop: {
    readonly dato: string;
    readonly forum: Forum;
    readonly deltagere?: readonly string[];
    readonly bemaerkning?: string;
  },
  lov: Lovpakke,
): Promise<void> {
  await kraevVisitation(session, visitationId);
  const { state: graenser } = await session.state(bevillingsgraenseDecider, graensestroem(kommune));
  const { deltagere = [], ...resten } = krop;
  await session.decide(visitationDecider, visitationId, {
    type: 'GodkendVisitation',
    ...resten,
    deltagere,
    graenseOere: graensePaa(graenser, krop.forum, krop.dato),
  });
  await afklarSamtykke(session, visitationId, krop.dato, lov);
}

/** Notes in the visitation when consent to the approved proposal is settled, one way or the other. */
export async function afklarSamtykke(
  session: CommandSession,
  visitationId: string,
  dato: string,
  lov: Lovpakke,
): Promise<void> {
  const v = await kraevVisitation(session, visitationId);
  if (v.godkendt === null || v.forslag.length === 0) return;
  const dag = senesteDag(v, dato);
  const { emner } = await samtykkesag(session, v, dag, lov);
  const samtykker = await samtykkerTil(session, visitationId);
  const om = { dato: dag, grundlag: v.nummer };
  const mangler = samtykkemangler(emner, samtykker, om);
  const ikke = erIkkeSamtykke(samtykkekrav(emner), samtykker, om);
  if (mangler.length > 0 && !ikke) return;
  await session.decide(visitationDecider, visitationId, {
    type: 'AfklarSamtykke',
    dato: dag,
    udfald: ikke ? 'ikke-samtykke' : 'samtykke',
    mangler: [...new Set(mangler.map(({ kode }) => kode))],
  });
}

/** Hands the matter over to the track without consent, and ends the visitation. */
export async function overgivTilTvang(
  session: CommandSession,
  visitationId: string,
  krop: { readonly dato: string; readonly begrundelse: string },
  lov: Lovpakke,
): Promise<readonly string[]> {
  const v = await kraevVisitation(session, visitationId);
  const { emner } = await samtykkesag(session, v, krop.dato, lov);
  const samtykker = await samtykkerTil(session, visitationId);
  const om = { dato: krop.dato, grundlag: v.nummer };
  const nej = samtykkekrav(emner).filter((krav) => erIkkeSamtykke([krav], samtykker, om));
  const spor = [...new Set(nej.flatMap((krav) => krav.emner.flatMap((emne) => emne.tvangshjemmel ?? [])))];
  await session.decide(visitationDecider, visitationId, {
    type: 'OvergivTilTvang',
    ...krop,
    spor,
    regime: lov.regime(krop.dato),
    mangler: [...new Set(samtykkemangler(emner, samtykker, om).map(({ kode }) => kode))],
  });
  await afslutEnkeltsag(session, v.sagId, { enkeltsagId: visitationId, afsluttet: krop.dato });
  return spor;
}

/** Ends a visitation in which there is nothing left to decide. */
export async function opgivVisitation(
  session: CommandSession,
  visitationId: string,
  krop: { readonly dato: string; readonly begrundelse: string },
): Promise<void> {
  const v = await kraevVisitation(session, visitationId);
  await session.decide(visitationDecider, visitationId, { type: 'OpgivVisitation', ...krop });
  await afslutEnkeltsag(session, v.sagId, { enkeltsagId: visitationId, afsluttet: krop.dato });
}
