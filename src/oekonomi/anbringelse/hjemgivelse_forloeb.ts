import { aldersgraense, forfaldEfter } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Regelid } from '../../faelles/lov/produktets_regler.js';
import { afsluttetBfu, kraevUndersoegelse } from '../../ics/ics.public.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  anbringelsesgrundlagSlut,
  kraevAabenSag,
  kraevAfgoerelsesart,
  traefAfgoerelse,
} from '../../sagsstyring/sagsstyring.public.js';
import { alderPaa, dagFyldt16, foedselsdatoAf } from '../barnet/barnet.js';
import { findSamtale, samtaleIAfgoerelsen } from '../indsats/grundlag.js';
import { kraevIngenMangler } from '../mangler.js';
import { afslut } from './afslutning.js';
import { anbringelseDecider } from './anbringelse.js';
import {
  type HjemgivelseAnmodning,
  type HjemgivelsesafgoerelseAnmodning,
  type PermanentAnmodning,
  type UngestoetteAnmodning,
} from './hjemgivelse.dto.js';
import { manglerFoerHjemgivelse, type AfgoerHjemgivelse, type Hjemgivelseslov } from './hjemgivelse.js';
import { slipUdvalgets } from './grundlagsophoer.js';
import { gaeldendePlan, hoering, kraevAnbringelse, kraevAnbringelsePaa, samtykkesag } from './opslag.js';
import { findUdvalgsafgoerelse } from './udvalgsgrundlag.js';
import { manglerFoerUngestoette, type AfgoerUngestoette } from './voksenliv.js';

/** The act of the day on going home; a rule from memory is off, and demands nothing. */
function hjemgivelseslov(lov: Lovpakke, dato: string): Hjemgivelseslov {
  const hvisTil = (id: Regelid): string | null => lov.regel(id, dato)?.hjemmel ?? null;
  return {
    afgoerelse: lov.hjemmel('hjemgivelse-afgoerelse', dato),
    udtalelse: hvisTil('hjemgivelse-udtalelse'),
    planrevision: hvisTil('hjemgivelse-planrevision'),
    periode: lov.hjemmel('hjemgivelsesperiode', dato),
    periodeSenest: forfaldEfter(lov, 'hjemgivelsesperiode', dato) ?? dato,
    tvang: lov.kode('afgoerelser', 'anbringelse-uden-samtykke', dato)?.hjemmel ?? '',
  };
}

/** Somebody asks for the child to come home: those with custody, or the young person whose consent a placement takes. */
export async function anmodHjemgivelse(
  session: CommandSession,
  anbringelseId: string,
  krop: HjemgivelseAnmodning,
  lov: Lovpakke,
): Promise<void> {
  const a = await kraevAnbringelsePaa(session, anbringelseId, krop.dato);
  const { emner } = await samtykkesag(session, a, krop.dato, lov);
  const berettiget = emner.some(({ personer }) => personer.some((p) => p.personId === krop.personId && p.skalSamtykke));
  const hjemmel = lov.hjemmel('hjemgivelse-afgoerelse', krop.dato);
  await session.decide(anbringelseDecider, anbringelseId, { type: 'AnmodHjemgivelse', ...krop, berettiget, hjemmel });
}

/** Decides whether and how the child comes home, with the child, the carers and the parties heard. */
export async function afgoerHjemgivelse(
  session: CommandSession,
  anbringelseId: string,
  krop: HjemgivelsesafgoerelseAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const a = await kraevAnbringelsePaa(session, anbringelseId, krop.afgoerelseDato, 'afgoerelseDato');
  await kraevAabenSag(session, a.sagId);
  const { planId, boernesamtale, partshoeringIder: _p, hoeringsundtagelse: _h, ...resten } = krop;
  const dato = krop.afgoerelseDato;
  const samtale = await findSamtale(session, a.sagId, undefined, boernesamtale);
  const plan = await gaeldendePlan(session, planId, a.barnId);
  const command: Omit<AfgoerHjemgivelse, 'afgoerelseId'> = {
    type: 'AfgoerHjemgivelse',
    ...resten,
    ...{ regime: lov.regime(dato), lov: hjemgivelseslov(lov, dato) },
    grundlagSlut: a.udvalg === null ? null : await anbringelsesgrundlagSlut(session, lov, a.udvalg, dato),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
    ...(plan === undefined ? {} : { plan }),
  };
  // What the matter itself lacks is told before the hearing of the parties.
  const uafgjort = a.fase === 'ivaerksat' && a.hjemgivelse.afgjort === null;
  if (uafgjort) kraevIngenMangler(manglerFoerHjemgivelse(command, a), 'hjemgivelse-kan-ikke-afgoeres');
  const afgoerelseId = uafgjort
    ? await traefAfgoerelse(session, lov, {
        ...{ sagId: a.sagId, art: kraevAfgoerelsesart(lov, 'hjemgivelse', dato), dato },
        ...{ afslag: krop.udfald === 'afslag', vedroererId: anbringelseId, begrundelse: krop.begrundelse },
        ...hoering(krop),
        ...samtaleIAfgoerelsen(boernesamtale),
      })
    : anbringelseId;
  await session.decide(anbringelseDecider, anbringelseId, { ...command, afgoerelseId });
  return afgoerelseId;
}

/** The child is home, and what the committee decided carries nothing from that day. */
export async function hjemgivBarn(
  session: CommandSession,
  anbringelseId: string,
  krop: { readonly dato: string; readonly begrundelse: string },
  lov: Lovpakke,
): Promise<void> {
  const a = await kraevAnbringelsePaa(session, anbringelseId, krop.dato);
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'HjemgivBarn',
    ...krop,
    regime: lov.regime(krop.dato),
    hjemmel: lov.hjemmel('hjemgivelse-afgoerelse', krop.dato),
  });
  await afslut(session, a, krop.dato);
  await slipUdvalgets(session, a, {
    ...{ dato: krop.dato, aarsag: 'hjemgivelse', lov },
    // A placement by consent rested on it before; what the committee decides after the return was decided is another placement.
    afgjortSenest: a.grundlag === 'tvang' ? krop.dato : (a.hjemgivelse.afgjort?.dato ?? krop.dato),
  });
}

/** Notes that the committee has made the placement permanent, past the gates of the act. */
export async function noterPermanent(
  session: CommandSession,
  anbringelseId: string,
  krop: PermanentAnmodning,
  lov: Lovpakke,
): Promise<void> {
  const a = await kraevAnbringelse(session, anbringelseId);
  const { bfuId, planId, udvalg, ...resten } = krop;
  const dato = udvalg.dato;
  const regime = lov.regime(dato);
  const fundet = await findUdvalgsafgoerelse(
    session,
    a.sagId,
    { ...udvalg },
    { koder: ['permanent-anbringelse'], brugt: dato },
    lov,
  );
  const bfu = await kraevUndersoegelse(session, bfuId);
  const plan = await gaeldendePlan(session, planId, a.barnId);
  const art = kraevAfgoerelsesart(lov, 'permanent-anbringelse', dato);
  const start = a.ivaerksatDato ?? a.afgoerelseDato;
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'BeslutPermanent',
    ...resten,
    ...{ regime, hjemmel: art.hjemmel, dato, udvalg: fundet },
    tidligst: forfaldEfter(lov, 'permanent-anbringelse', start) ?? start,
    bfu: { bfuId, afsluttet: bfu.barnId === a.barnId && afsluttetBfu(bfu, dato) ? bfu.konkluderet : null },
    plan: { planId, godkendt: plan?.godkendt ?? null },
    alder: alderPaa(await kraevPerson(session, a.barnId), dato),
    samtykkeFraAar: art.samtykke.barnFraAar,
  });
  await slipUdvalgets(session, a, { dato, aarsag: 'permanent', lov });
}

/** Decides on support after 18, with the young person heard and the plan revised first. */
export async function afgoerUngestoette(
  session: CommandSession,
  anbringelseId: string,
  krop: UngestoetteAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const a = await kraevAnbringelse(session, anbringelseId);
  await kraevAabenSag(session, a.sagId);
  const { afgoerelseDato: dato, planId, boernesamtale, partshoeringIder: _p, hoeringsundtagelse: _h, ...resten } = krop;
  const samtale = await findSamtale(session, a.sagId, undefined, boernesamtale);
  const plan = await gaeldendePlan(session, planId, a.barnId);
  const barn = await kraevPerson(session, a.barnId);
  const foedt = foedselsdatoAf(barn);
  const revision = lov.regel('ungestoette-planrevision', dato);
  const command: Omit<AfgoerUngestoette, 'afgoerelseId'> = {
    type: 'AfgoerUngestoette',
    ...resten,
    ...{ afgoerelseDato: dato, regime: lov.regime(dato) },
    graense: foedt === null ? null : (aldersgraense(lov, 'ungestoette-genetablering', foedt, dato) ?? null),
    fylder16: dagFyldt16(barn),
    planrevision: revision === undefined ? null : { hjemmel: revision.hjemmel },
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
    ...(plan === undefined ? {} : { plan }),
  };
  if (a.fase === 'ivaerksat') kraevIngenMangler(manglerFoerUngestoette(command, a), 'ungestoette-kan-ikke-afgoeres');
  const afgoerelseId =
    a.fase !== 'ivaerksat'
      ? anbringelseId
      : await traefAfgoerelse(session, lov, {
          ...{ sagId: a.sagId, art: kraevAfgoerelsesart(lov, 'ungestoette', dato), dato },
          ...{ afslag: krop.udfald === 'ingen', vedroererId: anbringelseId, begrundelse: krop.begrundelse },
          ...hoering(krop),
          ...samtaleIAfgoerelsen(boernesamtale),
        });
  await session.decide(anbringelseDecider, anbringelseId, { ...command, afgoerelseId });
  return afgoerelseId;
}
