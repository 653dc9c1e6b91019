import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { plusDage } from '../../faelles/kalender.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import { type Barnefakta, type Regime } from './kommandoer.js';
import { type BegyndtUndersoegelse, type Undersoegelse } from './tilstand.js';

export const FORVALTNINGSLOVEN = 'forvaltningsloven § 19';

/** The paragraph of the investigation's law; `bl` is the number in barnets lov. */
export const GODKENDT_FOER_GRUNDLAGET =
  'Undersøgelsen kan ikke være godkendt, før den var konkluderet, gennemgået med familien og partshørt';

/** The last of what an approval rests on. */
export function senesteGrundlag(u: BegyndtUndersoegelse): string {
  return [u.konkluderet, u.gennemgaaet, u.partshoering?.dato, u.partshoering?.besvaret].reduce<string>(
    (seneste, dato) => (dato != null && dato > seneste ? dato : seneste),
    u.afgoerelseDato,
  );
}

export function paragraf50(u: { readonly regime: Regime }, bl: string): string {
  return u.regime === 'SEL' ? 'SEL § 50' : `BL § ${bl}`;
}

export function tilhoer({ bfuId, barnId, sagId }: BegyndtUndersoegelse): {
  bfuId: string;
  barnId: string;
  sagId: string;
} {
  return { bfuId, barnId, sagId };
}

export function kraevFindes(state: Undersoegelse): BegyndtUndersoegelse {
  if (state.fase === 'findes-ikke') {
    throw new Afvist('bfu-findes-ikke', 'Undersøgelsen findes ikke.');
  }
  return state;
}

export function kraevIGang(state: Undersoegelse): BegyndtUndersoegelse {
  const u = kraevFindes(state);
  if (u.fase !== 'i-gang') {
    throw new Afvist(
      'bfu-afsluttet',
      `Undersøgelsen er ${u.fase} og kan ikke ændres. Beslut en ny undersøgelse, hvis der er nye forhold.`,
      { paragraf: paragraf50(u, '20'), status: 409 },
    );
  }
  return u;
}

/** Statements that nobody waits for any more when the investigation ends; their reply dates lapse with it. */
export function aabneUdtalelser(u: BegyndtUndersoegelse): { readonly aabneUdtalelser?: string[] } {
  const aabne = Object.entries(u.udtalelser).flatMap(([id, { modtaget }]) => (modtaget ? [] : [id]));
  return aabne.length === 0 ? {} : { aabneUdtalelser: aabne };
}

/** An afdækning has no conclusion after § 22, no hearing and no preliminary assessment: it ends or becomes an investigation. */
export function kraevBfu(u: BegyndtUndersoegelse): void {
  if (u.form === 'afdaekning') {
    throw new Afvist(
      'kun-bfu',
      'En afdækning afsluttes med sin egen konklusion eller fortsætter som børnefaglig undersøgelse; dette skridt hører til den børnefaglige undersøgelse.',
      { paragraf: 'BL §§ 19-20', mangler: ['bfu-afgoerelse'], status: 422 },
    );
  }
}

/**
 * What the investigation rests on may be from before the decision (a talk held when the notification came in), but not from
 * before the municipality knew of the need.
 */
export function kraevForloeb(dato: string, u: BegyndtUndersoegelse, context: DecisionContext, felt: string): void {
  ikkeIFremtiden(dato, context, felt);
  ikkeFoer(dato, u.opmaerksomDato, felt, 'Datoen ligger før kommunen blev opmærksom på behovet');
}

export function kraevEfterKonklusion(dato: string, u: BegyndtUndersoegelse, context: DecisionContext): void {
  ikkeIFremtiden(dato, context, 'dato');
  if (u.konkluderet === null) {
    throw new Afvist('konklusion-mangler', 'Undersøgelsen skal være konkluderet først.', {
      paragraf: paragraf50(u, '22, stk. 6'),
      mangler: ['bfu-konklusion'],
    });
  }
  ikkeFoer(dato, u.konkluderet, 'dato', 'Det kan ikke være sket, før undersøgelsen blev konkluderet');
}

/** An unborn child cannot be talked with; its view is asked for when it is born. */
export function kraevBarnetsHoldning(holdning: string | undefined, u: BegyndtUndersoegelse, paragraf: string): void {
  if (holdning === undefined && !u.kommendeForaeldre) {
    throw new Afvist('barnets-holdning-mangler', 'Konklusionen skal gengive barnets holdning.', {
      felt: 'barnetsHoldning',
      paragraf,
    });
  }
}

/** The investigation is about a child: it does not outlast the 18th birthday, and not, as one of parents-to-be, the birth. */
export function kraevStadigBarn(barn: Barnefakta | undefined, u: BegyndtUndersoegelse): void {
  if (barn === undefined) return;
  kraevUnder18(barn, u.regime);
  if (u.kommendeForaeldre && !barn.ufoedt) {
    throw new Afvist(
      'barnet-er-foedt',
      'Barnet er født: undersøgelsen af de kommende forældre slutter senest ved fødslen. Notér fødslen, og undersøg barnet videre, eller afbryd undersøgelsen.',
      { paragraf: u.regime === 'SEL' ? 'SEL § 50' : 'BL §§ 20 og 26', mangler: ['bfu-foedsel'] },
    );
  }
}

export function kraevUnder18(barn: Barnefakta, regime: Regime): void {
  if (barn.alder !== undefined && barn.alder >= 18) {
    throw new Afvist(
      'fyldt-18',
      'Den unge er fyldt 18 år, og en børnefaglig undersøgelse handler om et barn. Afbryd undersøgelsen, og tag stilling til støtte efter det 18. år.',
      { paragraf: regime === 'SEL' ? 'SEL §§ 50 og 76' : 'BL §§ 20 og 111' },
    );
  }
}

/** How long before the last day it can be known that the investigation will not be finished; the law names the day only. */
const FORELOEBIG_DAGE_FOER = 14;

/**
 * First day of a preliminary assessment, which belongs to the four-month day (BL § 20, stk. 3, 2. pkt.): made at the start it
 * would meet the deadline without anything having been assessed. Null where the rule is not confirmed, or no day is known.
 */
export function foreloebigFra(u: BegyndtUndersoegelse): string | null {
  return u.regime === 'BL' && u.frist !== null ? plusDage(u.frist, -FORELOEBIG_DAGE_FOER) : null;
}
