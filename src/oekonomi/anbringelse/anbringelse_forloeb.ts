import { Afvist } from '../../faelles/afvist.js';
import { dagFyldt } from '../../faelles/alder.js';
import { aldersgraense } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Mangel } from '../../faelles/skridt.js';
import { afsluttetBfu, foersteUndersoegelsesslut, kraevUndersoegelse } from '../../ics/ics.public.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  aabnEnkeltsag,
  afgivSamtykke,
  anbringelsesgrundlagSlut,
  findSagspersoner,
  kraevAabenSag,
  kraevAfgoerelsesart,
  kraevIvaerksatForeloebig,
  noterIndsatsstatus,
  samtykkemangler,
  samtykkerTil,
  traefAfgoerelse,
  traekTilbageEfterAfgoerelsen,
  type SamtykkeAnmodning,
  type SamtykketilbagekaldelseAnmodning,
} from '../../sagsstyring/sagsstyring.public.js';
import { alderPaa, dagFyldt16, foedselsdatoAf } from '../barnet/barnet.js';
import { findBarnetsPlan, findSamtale, samtaleIAfgoerelsen } from '../indsats/grundlag.js';
import { boernesamtalemangel } from '../indsats/krav.js';
import { personIKommando } from '../samtykke/emner.js';
import { type AnbringelseAnmodning } from './anbringelse.dto.js';
import {
  type ForaeldrehandleplanAnmodning,
  type GrundlagAnmodning,
  type StedskifteAnmodning,
  type StoettepersonAnmodning,
} from './gang.dto.js';
import { ANBRINGELSESKODER, FLYTTEKODER } from './afgoerelseskoder.js';
import { anbringelseDecider } from './anbringelse.js';
import { type BeslutAnbringelse } from './beslutning.js';
import { afslut } from './afslutning.js';
import { erstatBesluttet, kraevIngenAnden } from './eneste.js';
import { slipUdvalgets } from './grundlagsophoer.js';
import { gaeldendePlan, hoering, kraevAnbringelse, kraevAnbringelsePaa, samtykkesag } from './opslag.js';
import { kraevSoeskendeundersoegelser, soeskendeVedAfgoerelsen } from './soeskende_forloeb.js';
import { mindstTilsynPrAar, naesteTilsyn } from './tilsyn.js';
import { type Anbringelsesophoer, type BesluttetAnbringelse } from './tilstand.js';
import { findUdvalgsafgoerelse, kraevIkkeHjemgivet } from './udvalgsgrundlag.js';

const MYNDIG = 18;

/** Registers a placement that rests on the committee's decision, or one that continues or begins again after 18. */
export async function registrerAnbringelse(
  session: CommandSession,
  sagId: string,
  krop: AnbringelseAnmodning,
  lov: Lovpakke,
): Promise<{ readonly anbringelseId: string; readonly afgoerelseId: string | null }> {
  const { barnId } = await kraevAabenSag(session, sagId);
  const { afgoerelseDato: dato, udvalg, planId, bfuId, boernesamtale, stedtype, grundlag } = krop;
  const barn = await kraevPerson(session, barnId);
  const regime = lov.regime(dato);
  const fundet =
    udvalg === undefined
      ? undefined
      : await findUdvalgsafgoerelse(session, sagId, { ...udvalg }, { koder: ANBRINGELSESKODER, brugt: dato }, lov);
  const { erstatterId } = krop;
  if (erstatterId !== undefined) await erstatBesluttet(session, barnId, { erstatterId, dato }, lov);
  await kraevIngenAnden(session, barnId, { dato, ny: krop }, lov);
  if (grundlag === 'ungestoette') kraevUngAlder(foedselsdatoAf(barn), krop.forventetStart, regime, lov);
  const samtale = await findSamtale(session, sagId, bfuId, boernesamtale);
  const plan = await findBarnetsPlan(session, planId, barnId, {
    ...{ regime, afgoerelseDato: dato, foerst: grundlag === 'tvang' },
  });
  const bfu =
    bfuId === undefined
      ? undefined
      : { bfuId, afsluttet: afsluttetBfu(await kraevUndersoegelse(session, bfuId), dato) };
  const anbringelseId = session.context.nytId();
  const kode = grundlag === 'tvang' ? 'anbringelse-uden-samtykke' : 'ungestoette';
  const art = kraevAfgoerelsesart(lov, kode, dato);
  const { formaal, begrundelse, barnetsHoldning, sted, forventetStart, varighedMaaneder, prisOere, prisEnhed } = krop;
  const command: BeslutAnbringelse = {
    type: 'BeslutAnbringelse',
    ...{ anbringelseId, barnId, sagId, regime, grundlag, afgoerelseDato: dato, hjemmel: art.hjemmel },
    ...{ formaal, begrundelse, barnetsHoldning, sted, forventetStart, varighedMaaneder, prisOere, prisEnhed },
    stedtype: lov.kode('anbringelsessteder', stedtype, dato),
    stedGodkendt: krop.stedGodkendt,
    alder: alderPaa(barn, dato),
    fylder16: dagFyldt16(barn),
    omsorgssvigt: krop.omsorgssvigt,
    ...(await soeskendeVedAfgoerelsen(session, barn, dato)),
    ...(fundet === undefined ? {} : { udvalg: fundet }),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
    ...(plan === undefined ? {} : { plan }),
    ...(bfu === undefined ? {} : { bfu }),
    ...(krop.planUndtagelse === undefined ? {} : { planUndtagelse: krop.planUndtagelse }),
    ...(krop.udenUndersoegelse === undefined ? {} : { udenUndersoegelse: krop.udenUndersoegelse }),
    ...(erstatterId === undefined ? {} : { erstatterId }),
  };
  await session.decide(anbringelseDecider, anbringelseId, command);
  await kraevSoeskendeundersoegelser(session, command);
  const afgoerelseId =
    grundlag === 'ungestoette'
      ? await traefAfgoerelse(session, lov, { sagId, art, dato, vedroererId: anbringelseId, begrundelse })
      : null;
  await aabnEnkeltsag(session, sagId, { enkeltsagId: anbringelseId, art: 'indsats-opfoelgning', aabnet: dato });
  return { anbringelseId, afgoerelseId };
}

function kraevUngAlder(foedt: string | null, start: string, regime: 'SEL' | 'BL', lov: Lovpakke): void {
  const paragraf = regime === 'SEL' ? 'SEL § 76' : 'BL §§ 113-114';
  // "Until the 23rd year is completed": the birthday itself is too late.
  const graense = foedt === null ? undefined : aldersgraense(lov, 'ungestoette-genetablering', foedt, start);
  if (foedt === null || start < dagFyldt(foedt, MYNDIG) || graense === undefined || start >= graense) {
    throw new Afvist('ikke-18-22', 'Ungestøtte gives fra den unge fylder 18, og kun før lovens aldersgrænse er nået.', {
      felt: 'forventetStart',
      paragraf,
    });
  }
}

/** The child has moved in; the case knows, and deadlines run from here. */
export async function ivaerksaetAnbringelse(
  session: CommandSession,
  anbringelseId: string,
  dato: string,
  lov: Lovpakke,
): Promise<void> {
  const a = await kraevAnbringelsePaa(session, anbringelseId, dato);
  await kraevIngenAnden(session, a.barnId, { dato, ny: null, egen: anbringelseId }, lov);
  const foedt = foedselsdatoAf(await kraevPerson(session, a.barnId));
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'IvaerksaetAnbringelse',
    ...{ dato, regime: lov.regime(dato), naesteTilsynSenest: naesteTilsyn(dato, [], mindstTilsynPrAar(lov, dato)) },
    grundlagSlut: a.udvalg === null ? null : await anbringelsesgrundlagSlut(session, lov, a.udvalg, dato),
    ...(foedt === null ? {} : { myndigDato: dagFyldt(foedt, MYNDIG) }),
    undersoegelse: await foersteUndersoegelsesslut(session, a.sagId, dato),
  });
  const formandsafgoerelseId = a.udvalg?.formandsafgoerelseId ?? null;
  await kraevFristerLoeber(session, formandsafgoerelseId);
  if (formandsafgoerelseId !== null) {
    const om = { formandsafgoerelseId, barnId: a.barnId };
    await kraevIkkeHjemgivet(session, om, { felt: 'dato', dato, lov });
  }
  await noterIndsatsstatus(session, a.sagId, { indsatsId: anbringelseId, art: 'anbringelse', igang: true, dato });
}

/** By the chairman's decision a child is in a place only while the days that end it are counted. */
async function kraevFristerLoeber(session: CommandSession, formandsafgoerelseId: string | null = null): Promise<void> {
  if (formandsafgoerelseId !== null) await kraevIvaerksatForeloebig(session, formandsafgoerelseId);
}

/** What consent lacks on the day when only what is answered now counts: a move, or another basis, is agreed to anew. */
async function manglerNu(
  session: CommandSession,
  a: BesluttetAnbringelse,
  svar: readonly SamtykkeAnmodning[],
  dato: string,
  lov: Lovpakke,
): Promise<readonly Mangel[]> {
  const sag = await samtykkesag(session, a, dato, lov);
  for (const et of svar) await afgivSamtykke(session, sag, { ...et });
  const { udsagn, undtagelser } = await samtykkerTil(session, a.anbringelseId);
  const nye = Object.entries(udsagn).filter(([personId]) => svar.some((et) => et.personId === personId));
  return samtykkemangler(sag.emner, { udsagn: Object.fromEntries(nye), undtagelser }, { dato });
}

/** After a consent was taken back: those who have not, still consent; only what was taken back is asked for. */
async function manglerIgen(
  session: CommandSession,
  a: BesluttetAnbringelse,
  svar: readonly SamtykkeAnmodning[],
  dato: string,
  lov: Lovpakke,
): Promise<readonly Mangel[]> {
  const sag = await samtykkesag(session, a, dato, lov);
  for (const et of svar) await afgivSamtykke(session, sag, { ...et });
  const samtykker = await samtykkerTil(session, a.anbringelseId);
  return samtykkemangler(sag.emner, samtykker, { dato }).filter((m) => m.kode !== 'samtykke-mangler');
}

/** Moves the child to another place: with consent, or by the committee. */
export async function skiftSted(
  session: CommandSession,
  anbringelseId: string,
  krop: StedskifteAnmodning,
  lov: Lovpakke,
): Promise<string | null> {
  const a = await kraevAnbringelse(session, anbringelseId);
  await kraevAabenSag(session, a.sagId);
  const { afgoerelseDato, dato, sted, stedGodkendt, begrundelse, barnetsHoldning, udvalg } = krop;
  const regime = lov.regime(afgoerelseDato);
  const fundet =
    udvalg === undefined
      ? undefined
      : await findUdvalgsafgoerelse(
          session,
          a.sagId,
          { ...udvalg },
          { koder: FLYTTEKODER, brugt: afgoerelseDato },
          lov,
        );
  const samtale = await findSamtale(session, a.sagId, undefined, krop.boernesamtale);
  const alle = [
    ...(fundet === undefined ? await manglerNu(session, a, krop.samtykker ?? [], afgoerelseDato, lov) : []),
    ...boernesamtalemangel(regime, samtale, afgoerelseDato),
  ];
  // Somebody who is of age moves as a part of the support that goes on.
  const kode = fundet?.afgoerelseKode ?? (a.grundlag === 'ungestoette' ? 'ungestoette' : 'anbringelsessted');
  const art = kraevAfgoerelsesart(lov, kode, afgoerelseDato);
  const klar = fundet === undefined && alle.length === 0 && a.fase === 'ivaerksat';
  const afgoerelseId = klar
    ? await traefAfgoerelse(session, lov, {
        ...{ sagId: a.sagId, art, dato: afgoerelseDato, vedroererId: anbringelseId, begrundelse },
        ...hoering(krop),
        ...samtaleIAfgoerelsen(krop.boernesamtale),
      })
    : undefined;
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'SkiftAnbringelsessted',
    ...{ regime, hjemmel: art.hjemmel, afgoerelseDato, dato, sted, stedGodkendt, begrundelse, barnetsHoldning },
    stedtype: lov.kode('anbringelsessteder', krop.stedtype, afgoerelseDato),
    mangler: alle,
    ...(fundet === undefined ? {} : { udvalg: fundet }),
    ...(afgoerelseId === undefined ? {} : { afgoerelseId }),
  });
  return afgoerelseId ?? null;
}

export async function tilbydStoetteperson(
  session: CommandSession,
  anbringelseId: string,
  krop: StoettepersonAnmodning,
  lov: Lovpakke,
): Promise<void> {
  const om = await foraelder(session, anbringelseId, krop, lov);
  await session.decide(anbringelseDecider, anbringelseId, { type: 'TilbydStoetteperson', ...krop, ...om });
}

export async function lavForaeldrehandleplan(
  session: CommandSession,
  anbringelseId: string,
  krop: ForaeldrehandleplanAnmodning,
  lov: Lovpakke,
): Promise<void> {
  const om = await foraelder(session, anbringelseId, krop, lov);
  await session.decide(anbringelseDecider, anbringelseId, { type: 'LavForaeldrehandleplan', ...krop, ...om });
}

/** Whether the person is a parent of the child, or has custody, on the day. */
async function foraelder(
  session: CommandSession,
  anbringelseId: string,
  { personId, dato }: { readonly personId: string; readonly dato: string },
  lov: Lovpakke,
): Promise<{ readonly regime: 'SEL' | 'BL'; readonly erForaelder: boolean }> {
  const { barnId } = await kraevAnbringelse(session, anbringelseId);
  const art = kraevAfgoerelsesart(lov, 'anbringelse-samtykke', dato);
  const kreds = await findSagspersoner(personIKommando(session), { barnId, art, dato });
  const erForaelder = kreds.some(
    (p) => p.personId === personId && (p.rolle === 'foraelder' || p.rolle === 'myndighedsindehaver'),
  );
  return { regime: lov.regime(dato), erForaelder };
}

export async function udleverPlandele(
  session: CommandSession,
  anbringelseId: string,
  krop: { readonly planId: string; readonly dato: string; readonly dele: string },
  lov: Lovpakke,
): Promise<void> {
  const a = await kraevAnbringelse(session, anbringelseId);
  const planGaelder = (await gaeldendePlan(session, krop.planId, a.barnId)) !== undefined;
  const regime = lov.regime(krop.dato);
  await session.decide(anbringelseDecider, anbringelseId, { type: 'UdleverPlandele', ...krop, planGaelder, regime });
}

/** A consent that the placement rests on is taken back: it must be decided whether the child goes home. */
export async function traekAnbringelsessamtykke(
  session: CommandSession,
  anbringelseId: string,
  krop: SamtykketilbagekaldelseAnmodning,
  lov: Lovpakke,
): Promise<void> {
  const a = await kraevAnbringelse(session, anbringelseId);
  const { personId, dato } = krop;
  const regime = lov.regime(dato);
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'BortfaldAnbringelsessamtykke',
    ...{ regime, personId, dato },
  });
  await traekTilbageEfterAfgoerelsen(session, await samtykkesag(session, a, dato, lov), { ...krop });
}

/** The placement goes on by the committee's decision, by consent again, or as support after 18. */
export async function skiftGrundlag(
  session: CommandSession,
  anbringelseId: string,
  krop: GrundlagAnmodning,
  lov: Lovpakke,
): Promise<string | null> {
  const a = await kraevAnbringelse(session, anbringelseId);
  const { grundlag, dato, udvalg, samtykker = [], begrundelse } = krop;
  const regime = lov.regime(dato);
  const fundet =
    udvalg === undefined
      ? undefined
      : await findUdvalgsafgoerelse(session, a.sagId, { ...udvalg }, { koder: ANBRINGELSESKODER, brugt: dato }, lov);
  const kode = {
    samtykke: 'anbringelse-samtykke',
    tvang: 'anbringelse-uden-samtykke',
    ungestoette: 'ungestoette',
  } as const;
  const art = kraevAfgoerelsesart(lov, kode[grundlag], dato);
  // A placement with consent after one without is decided anew (SEL § 52; BL § 46); a consent given again is not.
  const afgoeres = grundlag === 'samtykke' && a.grundlag === 'tvang';
  const samtale = await findSamtale(session, a.sagId, undefined, krop.boernesamtale);
  const mangler =
    grundlag !== 'samtykke'
      ? []
      : await (a.grundlag === 'samtykke' ? manglerIgen : manglerNu)(session, a, samtykker, dato, lov);
  const alle = afgoeres
    ? [...mangler, ...boernesamtalemangel(regime, samtale, dato), ...begrundelsesmangel(krop)]
    : mangler;
  const afgoerelseId =
    afgoeres && alle.length === 0 && begrundelse !== undefined && a.fase === 'ivaerksat'
      ? await traefAfgoerelse(session, lov, {
          ...{ sagId: a.sagId, art, dato, vedroererId: anbringelseId, begrundelse },
        })
      : undefined;
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'SkiftGrundlag',
    ...{ regime, grundlag, dato, hjemmel: art.hjemmel, mangler: alle },
    ...(fundet === undefined ? {} : { udvalg: fundet }),
    ...(afgoerelseId === undefined ? {} : { afgoerelseId }),
    ...(begrundelse === undefined ? {} : { begrundelse }),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
  });
  await kraevFristerLoeber(session, fundet?.formandsafgoerelseId);
  if (grundlag === 'ungestoette') await slipUdvalgets(session, a, { dato, aarsag: 'fyldt-18', lov });
  if (afgoeres) await slipUdvalgets(session, a, { dato, aarsag: 'samtykke', lov });
  return afgoerelseId ?? null;
}

function begrundelsesmangel({ begrundelse }: GrundlagAnmodning): readonly Mangel[] {
  if (begrundelse !== undefined) return [];
  return [{ kode: 'begrundelse', tekst: 'Afgørelsen skal begrundes', hjemmel: 'forvaltningsloven §§ 22-24' }];
}

/** Ends a placement that does not end with the child going home. */
export async function ophoerAnbringelse(
  session: CommandSession,
  anbringelseId: string,
  krop: {
    readonly dato: string;
    readonly aarsag: Exclude<Anbringelsesophoer, 'hjemgivet'>;
    readonly begrundelse: string;
  },
  lov: Lovpakke,
): Promise<void> {
  const a = await kraevAnbringelse(session, anbringelseId);
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'OphoerAnbringelse',
    ...krop,
    regime: lov.regime(krop.dato),
  });
  await afslut(session, a, krop.dato);
  if (krop.aarsag === 'fyldt-18') await slipUdvalgets(session, a, { dato: krop.dato, aarsag: 'fyldt-18', lov });
}
