import { Afvist } from '../../faelles/afvist.js';
import { erServicelov } from '../../faelles/lov/hjemmel.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { medRettelser } from '../../platform/corrections/date-correction.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { kraevRisikoenVurderet } from '../barn/risikovurdering.js';
import { samtykkeDecider, samtykkestroem, type Samtykkeform, type Samtykker, type Samtykkesvar } from './samtykke.js';
import { type SamtykkeEvent } from './samtykke.events.js';
import { hjemler, samtykkekrav, samtykkestatus, type Afgoerelsesgrundlag, type Samtykkeemne } from './samtykkekrav.js';
import { type SamtykkehaendelseVisning, type SamtykkerVisning } from './samtykke.dto.js';

/** The decision that consent is given to, with everything that its rules ask. */
export interface Samtykkesag {
  /** Id of the visitation, placement or investigation that makes the decision. */
  readonly afgoerelseId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly emner: readonly Samtykkeemne[];
  /** Number of the proposal, when there is one. */
  readonly grundlag?: number;
}

const tilhoer = ({ afgoerelseId, barnId, sagId }: Samtykkesag) => ({ afgoerelseId, barnId, sagId });
const kravhjemmel = ({ emner }: Samtykkesag): string => hjemler(emner) || 'forældreansvarsloven § 3';

/** What has been said about a decision so far. */
export async function samtykkerTil(session: CommandSession, afgoerelseId: string): Promise<Samtykker> {
  return (await session.state(samtykkeDecider, samtykkestroem(afgoerelseId))).state;
}

/**
 * Records what somebody answers; refused when the decision does not need that person's consent on the day, and for parents
 * while the risk of an honour-related conflict is not assessed: to ask them is to involve them (BL § 18, stk. 3).
 */
export async function afgivSamtykke(
  session: CommandSession,
  sag: Samtykkesag,
  svar: {
    readonly personId: string;
    readonly svar: Samtykkesvar;
    readonly dato: string;
    readonly form: Samtykkeform;
    readonly informeret: boolean;
    readonly omfatterFormaal: boolean;
    readonly bemaerkning?: string;
  },
): Promise<void> {
  const krav = samtykkekrav(sag.emner).find(({ personId }) => personId === svar.personId);
  if (krav !== undefined && krav.som !== 'barnet')
    await kraevRisikoenVurderet(session, sag.barnId, erServicelov(svar.dato) ? 'SEL' : 'BL');
  await session.decide(samtykkeDecider, samtykkestroem(sag.afgoerelseId), {
    type: 'AfgivSamtykke',
    ...tilhoer(sag),
    ...svar,
    som: krav?.som ?? null,
    hjemmel: kravhjemmel(sag),
    ...(sag.grundlag === undefined ? {} : { grundlag: sag.grundlag }),
  });
}

export interface Tilbagekaldelse {
  readonly personId: string;
  readonly dato: string;
  readonly begrundelse?: string;
}

/** Takes a consent back from its date on. */
export async function traekSamtykkeTilbage(
  session: CommandSession,
  sag: Pick<Samtykkesag, 'afgoerelseId' | 'barnId' | 'sagId'>,
  tilbagekaldelse: Tilbagekaldelse,
): Promise<void> {
  const { afgoerelseId, barnId, sagId } = sag;
  await session.decide(samtykkeDecider, samtykkestroem(afgoerelseId), {
    type: 'TraekSamtykkeTilbage',
    ...{ afgoerelseId, barnId, sagId },
    ...tilbagekaldelse,
  });
}

/**
 * Takes back a consent that a decision rests on and that was given before it, in a stream of its own: what is taken back
 * for one measure is not taken back for the others. Refused when the person's consent is not needed on the day.
 */
export async function traekTilbageEfterAfgoerelsen(
  session: CommandSession,
  sag: Samtykkesag,
  tilbagekaldelse: Tilbagekaldelse,
): Promise<void> {
  const krav = samtykkekrav(sag.emner).find(({ personId }) => personId === tilbagekaldelse.personId);
  if (krav === undefined) {
    throw new Afvist('ikke-samtykkeberettiget', 'Personens samtykke kræves ikke på den dag.', {
      felt: 'personId',
      paragraf: kravhjemmel(sag),
    });
  }
  await session.decide(samtykkeDecider, samtykkestroem(sag.afgoerelseId), {
    type: 'TraekSamtykkeTilbage',
    ...tilhoer(sag),
    ...tilbagekaldelse,
    oplystSom: krav.som,
  });
}

/** Records why a consent lawfully is left out; the grounds, and what they hold for, are dated data. */
export async function undtagSamtykke(
  session: CommandSession,
  sag: Samtykkesag,
  undtagelse: {
    readonly personId?: string;
    readonly grund: string;
    readonly paragraf?: string;
    readonly dato: string;
    readonly begrundelse: string;
  },
  lov: Lovpakke,
): Promise<void> {
  const { grund: kode, paragraf: angivet, ...resten } = undtagelse;
  const grund = lov.kode('samtykkeundtagelser', kode, undtagelse.dato);
  const paragraf = grund?.hjemmel[lov.regime(undtagelse.dato)] ?? angivet;
  await session.decide(samtykkeDecider, samtykkestroem(sag.afgoerelseId), {
    type: 'UndtagSamtykke',
    ...tilhoer(sag),
    ...resten,
    grund,
    paragraf,
    afgoerelser: sag.emner.filter((e) => e.kraeverMyndighed).map((e) => e.kode),
    erBarnet: undtagelse.personId === sag.barnId,
    hjemmel: kravhjemmel(sag),
  });
}

/** What is needed and where it stands, and all that has been said, for a reader with access. */
export function visSamtykker(
  emner: readonly Samtykkeemne[],
  samtykker: Samtykker,
  stroem: readonly SamtykkeEvent[],
  om: Afgoerelsesgrundlag,
): SamtykkerVisning {
  return {
    kraevet: samtykkekrav(emner).map((krav) => ({
      personId: krav.personId,
      som: krav.som,
      status: samtykkestatus(krav, samtykker, om),
      hjemmel: hjemler(krav.emner),
    })),
    historik: medRettelser(stroem).map(visHaendelse),
  };
}

function visHaendelse({ type, data }: SamtykkeEvent): SamtykkehaendelseVisning {
  const tom = { svar: null, informeret: null, omfatterFormaal: null, grundlag: null, paragraf: null } as const;
  switch (type) {
    case 'sagsstyring.SamtykkeAfgivet': {
      const { personId, dato, svar, informeret, omfatterFormaal, grundlag, bemaerkning } = data;
      const sagt = { svar, informeret, omfatterFormaal, grundlag: grundlag ?? null, paragraf: null };
      return { art: 'svar', personId, dato, ...sagt, tekst: bemaerkning ?? null };
    }
    case 'sagsstyring.SamtykkeTrukketTilbage':
      return {
        art: 'tilbagekaldelse',
        personId: data.personId,
        dato: data.dato,
        ...tom,
        tekst: data.begrundelse ?? null,
      };
    case 'sagsstyring.SamtykkeUndtaget': {
      const { personId, dato, paragraf, begrundelse } = data;
      return { art: 'undtagelse', personId: personId ?? null, dato, ...tom, paragraf, tekst: begrundelse };
    }
  }
}
