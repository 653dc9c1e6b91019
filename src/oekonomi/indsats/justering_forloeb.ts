import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Mangel } from '../../faelles/skridt.js';
import { kraevIngenMangler } from '../mangler.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import {
  afgivSamtykke,
  kraevAabenSag,
  kraevAfgoerelsesart,
  samtykkemangler,
  samtykkerTil,
  traefAfgoerelse,
  traekTilbageEfterAfgoerelsen,
  undtagSamtykke,
  type NyAfgoerelse,
  type SamtykkeAnmodning,
  type Samtykkesag,
  type SamtykketilbagekaldelseAnmodning,
  type SamtykkeundtagelseAnmodning,
} from '../../sagsstyring/sagsstyring.public.js';
import { personIKommando, samtykkeemner } from '../samtykke/emner.js';
import { findSamtale, samtaleIAfgoerelsen } from './grundlag.js';
import { type IndsatsophoersafgoerelseAnmodning, type JusteringAnmodning } from './justering.dto.js';
import { justeringsart, kraevIkkeTilbage, type JusterIndsats } from './justering.js';
import { beslutningsart } from './katalogopslag.js';
import { boernesamtalemangel } from './krav.js';
import { indsatsDecider } from './indsats.js';
import { type BevilgetIndsats } from './tilstand.js';

/** The measure; not found when it was never granted. */
export async function kraevIndsats(session: CommandSession, indsatsId: string): Promise<BevilgetIndsats> {
  const { state } = await session.state(indsatsDecider, indsatsId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('indsats', indsatsId);
  return state;
}

type Hoering = Pick<NyAfgoerelse, 'partshoeringIder' | 'undtagelse'>;

function hoering({
  partshoeringIder,
  hoeringsundtagelse: undtagelse,
}: {
  readonly partshoeringIder?: readonly string[];
  readonly hoeringsundtagelse?: NyAfgoerelse['undtagelse'];
}): Hoering {
  return {
    ...(partshoeringIder === undefined ? {} : { partshoeringIder }),
    ...(undtagelse === undefined ? {} : { undtagelse }),
  };
}

/** Adjusts a running measure; more or less help is a decision in the case, less is one that goes against the parties. */
export async function justerIndsats(
  session: CommandSession,
  indsatsId: string,
  krop: JusteringAnmodning,
  antalHundrededele: number | undefined,
  lov: Lovpakke,
): Promise<{ readonly art: string; readonly afgoerelseId: string | null }> {
  const i = await kraevIndsats(session, indsatsId);
  await kraevAabenSag(session, i.sagId);
  const { dato, antal: _antal, antalPr, samtykker, boernesamtale, partshoeringIder: _p, ...uden } = krop;
  const { hoeringsundtagelse: _h, ...resten } = uden;
  const regime = lov.regime(dato);
  const { afgoerelseskode, kraeverBoernesamtale } = beslutningsart(lov, i, dato);
  const samtale = await findSamtale(session, i.sagId, undefined, boernesamtale);
  const samtalemangler = kraeverBoernesamtale ? boernesamtalemangel(regime, samtale, dato) : [];
  const udenSamtykke: JusterIndsats = {
    type: 'JusterIndsats',
    ...resten,
    ...{ regime, mangler: samtalemangler },
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
    ...(antalHundrededele === undefined || antalPr === undefined ? {} : { omfang: { antalHundrededele, antalPr } }),
  };
  const art = justeringsart(udenSamtykke, i);
  kraevIkkeTilbage(art, krop.gaelderFra, dato, regime);
  const samtykke = art === 'mere' ? await samtykkeTilMere(session, i, samtykker ?? [], dato, lov) : { mangler: [] };
  const { samtykkeDato } = samtykke;
  const command: JusterIndsats = {
    ...udenSamtykke,
    mangler: [...samtykke.mangler, ...samtalemangler],
    ...(samtykkeDato === undefined ? {} : { samtykkeDato }),
  };
  const afgoerelseId =
    art === 'pris' || i.fase !== 'ivaerksat' || command.mangler.length > 0
      ? undefined
      : await traefAfgoerelse(session, lov, {
          ...{ sagId: i.sagId, art: kraevAfgoerelsesart(lov, afgoerelseskode, dato), dato },
          ...{ tilUgunst: art === 'mindre', vedroererId: indsatsId, begrundelse: krop.begrundelse },
          ...hoering(krop),
        });
  await session.decide(indsatsDecider, indsatsId, {
    ...command,
    ...(afgoerelseId === undefined ? {} : { afgoerelseId }),
  });
  return { art, afgoerelseId: afgoerelseId ?? null };
}

/** More help is agreed to by the same persons as the measure was, and anew: what was said to the measure is not said to this. */
async function samtykkeTilMere(
  session: CommandSession,
  i: BevilgetIndsats,
  svar: readonly SamtykkeAnmodning[],
  dato: string,
  lov: Lovpakke,
): Promise<{ readonly mangler: readonly Mangel[]; readonly samtykkeDato?: string }> {
  const sag = await samtykkesag(session, i, dato, lov);
  for (const et of svar) await afgivSamtykke(session, sag, { ...et });
  const { udsagn, undtagelser } = await samtykkerTil(session, i.indsatsId);
  const nye = Object.entries(udsagn).filter(([personId]) => svar.some((et) => et.personId === personId));
  const seneste = svar
    .map((et) => et.dato)
    .sort()
    .at(-1);
  return {
    mangler: samtykkemangler(sag.emner, { udsagn: Object.fromEntries(nye), undtagelser }, { dato }),
    ...(seneste === undefined ? {} : { samtykkeDato: seneste }),
  };
}

/** Decides that a measure shall end, with the child and the parties heard first. */
export async function afgoerIndsatsophoer(
  session: CommandSession,
  indsatsId: string,
  krop: IndsatsophoersafgoerelseAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const i = await kraevIndsats(session, indsatsId);
  await kraevAabenSag(session, i.sagId);
  const { afgoerelseDato: dato, virkningFra, begrundelse, barnetsHoldning } = krop;
  const regime = lov.regime(dato);
  const samtale = await findSamtale(session, i.sagId, undefined, krop.boernesamtale);
  kraevIngenMangler(boernesamtalemangel(regime, samtale, dato), 'ophoer-kan-ikke-afgoeres');
  const { afgoerelseskode } = beslutningsart(lov, i, dato);
  const afgoerelseId = await traefAfgoerelse(session, lov, {
    ...{ sagId: i.sagId, art: kraevAfgoerelsesart(lov, afgoerelseskode, dato), dato },
    ...{ tilUgunst: true, vedroererId: indsatsId, begrundelse },
    ...hoering(krop),
    ...samtaleIAfgoerelsen(krop.boernesamtale),
  });
  await session.decide(indsatsDecider, indsatsId, {
    type: 'BeslutIndsatsophoer',
    ...{ regime, afgoerelseId, afgoerelseDato: dato, virkningFra, begrundelse, barnetsHoldning },
  });
  return afgoerelseId;
}

async function samtykkesag(
  session: CommandSession,
  i: BevilgetIndsats,
  dato: string,
  lov: Lovpakke,
): Promise<Samtykkesag> {
  const { afgoerelseskode, kraeverSamtykke } = beslutningsart(lov, i, dato);
  const koder = kraeverSamtykke ? [afgoerelseskode] : [];
  const emner = await samtykkeemner(personIKommando(session), i.barnId, koder, dato, lov);
  return { afgoerelseId: i.indsatsId, barnId: i.barnId, sagId: i.sagId, emner };
}

/** Takes back a consent that a measure rests on: it must end, or be lawful without. */
export async function traekIndsatssamtykke(
  session: CommandSession,
  indsatsId: string,
  krop: SamtykketilbagekaldelseAnmodning,
  lov: Lovpakke,
): Promise<void> {
  const i = await kraevIndsats(session, indsatsId);
  const { personId, dato } = krop;
  await traekTilbageEfterAfgoerelsen(session, await samtykkesag(session, i, dato, lov), { ...krop });
  await session.decide(indsatsDecider, indsatsId, {
    type: 'BortfaldIndsatssamtykke',
    ...{ regime: lov.regime(dato), personId, dato },
  });
}

/** A consent is given again, or lawfully left out; when none is lacking any more, the measure has its basis again. */
export async function afgivIndsatssamtykke(
  session: CommandSession,
  indsatsId: string,
  svar: { readonly givet: SamtykkeAnmodning } | { readonly undtaget: SamtykkeundtagelseAnmodning },
  lov: Lovpakke,
): Promise<void> {
  const i = await kraevIndsats(session, indsatsId);
  const { dato } = 'givet' in svar ? svar.givet : svar.undtaget;
  const sag = await samtykkesag(session, i, dato, lov);
  if ('givet' in svar) await afgivSamtykke(session, sag, { ...svar.givet });
  else await undtagSamtykke(session, sag, { ...svar.undtaget }, lov);
  const samtykker = await samtykkerTil(session, indsatsId);
  // Those who have not said anything since the grant still consent; only what was taken back is lacking.
  const mangler = samtykkemangler(sag.emner, samtykker, { dato }).filter((m) => m.kode !== 'samtykke-mangler');
  if (mangler.length > 0) return;
  await session.decide(indsatsDecider, indsatsId, { type: 'GenopretIndsatssamtykke', regime: lov.regime(dato), dato });
}
