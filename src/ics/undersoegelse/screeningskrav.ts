import { Afvist } from '../../faelles/afvist.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Ansoegning, type Underretning } from '../../sagsstyring/sagsstyring.public.js';
import { type BeslutBfu } from './kommandoer.js';

/** What a screening of a case, a notification or an application calls it that nothing more is needed. */
const INTET_BEHOV: readonly string[] = ['ingen-afdaekning', 'ingen-indsats'];

/**
 * BL § 18: every case is screened, so an investigation follows a screening that did not say that nothing is needed. It need
 * not have said investigation: what was found since may show more. With one of the grounds of § 20, stk. 1 it is a duty at
 * once, and the ground is the recorded reason; so it is when a brother or sister is placed because of neglect or abuse (§ 21,
 * stk. 2). A revision goes on from an investigation that was screened for. Serviceloven has no such step.
 */
export function kraevScreenetTilMere({ regime, screening, grunde, reviderer, soeskendeAnbragt }: BeslutBfu): void {
  if (regime === 'SEL' || reviderer !== undefined || (grunde !== undefined && grunde.length > 0)) return;
  if (soeskendeAnbragt === true) return;
  if (screening === undefined) {
    throw new Afvist(
      'screening-mangler',
      'Alle sager skal screenes. Screen sagen, underretningen eller ansøgningen først, eller angiv det forhold, som gør undersøgelsen til en pligt.',
      { paragraf: 'BL § 18, stk. 1-2', mangler: ['screening'] },
    );
  }
  if (!foererVidere(screening)) {
    throw new Afvist(
      'screening-peger-paa-andet',
      `Screeningen førte til '${screening.udfald}'. Screen på ny, hvis der er nye oplysninger, eller angiv det forhold, som gør undersøgelsen til en pligt.`,
      { paragraf: 'BL § 18, stk. 1-2', mangler: ['screening'] },
    );
  }
}

/** Whether the screening leads on, or says that nothing more is needed. */
export function foererVidere({ udfald }: Pick<Screening, 'udfald'>): boolean {
  return !INTET_BEHOV.includes(udfald);
}

/** How a notification was screened, and when; undefined until it is. */
export function underretningensScreening(u: Underretning): Screening | undefined {
  if (u.fase === 'findes-ikke' || u.spor === null || u.screenet === null) return undefined;
  return { udfald: u.spor, dato: lokalDato(u.screenet) };
}

/** How an application was screened, and when. It is answered or taken back without the screening being unmade. */
export function ansoegningensScreening(a: Ansoegning): Screening | undefined {
  if (a.fase === 'findes-ikke' || a.screening === null) return undefined;
  return { udfald: a.screening.spor, dato: a.screening.dato };
}

/** One screening among those that may carry a decision. */
export interface Screening {
  readonly udfald: string;
  readonly dato: string;
  readonly screeningId?: string;
}

/**
 * The screening that counts on the day: the latest that leads on, unless the case itself has been screened to nothing since.
 * A notification that was set aside does not take back what another one showed.
 */
export function gaeldendeScreening(
  sagens: readonly Screening[],
  andre: readonly Screening[],
  paa: string,
): Screening | undefined {
  const kendte = [...sagens, ...andre].filter(({ dato }) => dato <= paa);
  // They are in the order they were made, and a later one of the same day counts.
  const sagensSeneste = sagens.findLast(({ dato }) => dato <= paa);
  const afvist = sagensSeneste !== undefined && !foererVidere(sagensSeneste) ? sagensSeneste.dato : '';
  const videre = [...(afvist === '' ? sagens : []), ...andre].filter(
    (screening) => screening.dato <= paa && screening.dato >= afvist && foererVidere(screening),
  );
  return senesteScreening(videre) ?? senesteScreening(kendte);
}

/** The latest; of the same day the one that was made last. */
export function senesteScreening(liste: readonly Screening[]): Screening | undefined {
  return liste.reduce<Screening | undefined>((a, b) => (a === undefined || b.dato >= a.dato ? b : a), undefined);
}
