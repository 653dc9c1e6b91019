import fc from 'fast-check';
import { FROE } from './froe.js';
import { type Dybtrin, type Oenske, Skridt, slags } from './gang.js';
import { type Trin } from './trin.js';
import { afdaekningstrin } from './trin_afdaekning.js';
import { meddel } from './trin_afgoerelse.js';
import { anbringelsestrin, foerIndflytning, ivaerksaetAnbringelse } from './trin_anbringelse.js';
import { ansoegningstrin, soegOm } from './trin_ansoegning.js';
import { beslutBfu, bfutrin } from './trin_bfu.js';
import { morFindes, morHarMyndighed } from './trin_familie.js';
import { tvangsemner } from './emner_tvang.js';
import { flytningstrin } from './trin_flytning.js';
import { indsigtstrin } from './trin_indsigt.js';
import { kladdetrin } from './trin_kladde.js';
import { godkendPlan, opretPlan, opstilMaal, planrevision, plantrin } from './trin_plan.js';
import { opretSag, sagstrin } from './trin_sag.js';
import { ungestoettetrin } from './trin_ungestoette.js';
import { underretningstrin } from './trin_underretning.js';
import {
  anbragtForspil,
  andenAnbringelse,
  bevilgetForspil,
  foreslaaetForspil,
  toGangeForspil,
  visitationstrin,
} from './trin_visitation.js';
import { type Verden } from './verden.js';

/** Of so many steps, drawn at random, a walk takes one: with 12 of them, twenty kinds of steps were never taken lawfully. */
const KANDIDATER = 20;
/** How long a walk is. Twice as long they took half of the whole suite's time, and found nothing more. */
export const LAENGDE = { minLength: 4, maxLength: 12 } as const;
/** A walk towards what no other has come to. */
export const LANG = { minLength: 14, maxLength: 28 } as const;

/** What a walk can be about. */
export interface Emne {
  /** From the shallow to the deep. */
  readonly trin: readonly fc.Arbitrary<Trin>[];
  /** Steps that every walk about it begins with; all of them lawful. Without them it would not get there. */
  readonly forspil?: readonly Trin[];
  /** Only for children of these ages. */
  readonly aldre?: readonly number[];
  /** Its steps are others' too, and other walks draw them from there. */
  readonly laant?: true;
}

const plan = [opretPlan(0, 8), opstilMaal('')(0, 0), godkendPlan(0, 1)];

export const emner = (v: Verden): readonly Emne[] => [
  { trin: underretningstrin(v) },
  { trin: underretningstrin(v), forspil: [morFindes, morHarMyndighed], laant: true },
  { trin: flytningstrin },
  { trin: ansoegningstrin },
  { trin: ansoegningstrin, forspil: [opretSag('social', 1), soegOm(0, 5, 56)], laant: true },
  { trin: indsigtstrin },
  { trin: sagstrin },
  { trin: afdaekningstrin, forspil: [opretSag('social', 1)] },
  { trin: bfutrin, forspil: [opretSag('social', 1), beslutBfu(0, 5, 3)] },
  ...[[morFindes, morHarMyndighed], bevilgetForspil, foreslaaetForspil].map((forspil) => ({
    trin: [...visitationstrin.slice(0, -1), meddel, meddel, ...visitationstrin.slice(-1)],
    forspil,
  })),
  ...tvangsemner,
  { trin: [...foerIndflytning, andenAnbringelse, andenAnbringelse], forspil: toGangeForspil, laant: true },
  { trin: anbringelsestrin, forspil: anbragtForspil },
  { trin: plantrin, forspil: [opretSag('social', 1)] },
  { trin: plantrin, forspil: [opretSag('social', 1), ...plan], laant: true },
  { trin: [...kladdetrin, ...plantrin.slice(0, 1)], forspil: [opretSag('social', 1), ...plan] },
  {
    trin: [...planrevision, ...ungestoettetrin],
    forspil: [...anbragtForspil, ivaerksaetAnbringelse(0, 0), ...plan],
    aldre: [15, 17, 17, 17],
  },
];

/**
 * A party under neither act, under barnets lov only, and under both; one who consents itself, and one whose plan is for adult
 * life too. Nobody comes of age within the days.
 */
const ALDRE = [8, 11, 13, 15, 17] as const;

/** One walk: what it is about, and its steps. */
export interface Vandring {
  readonly alder: number;
  readonly forspil: readonly Trin[];
  readonly skridt: readonly Skridt[];
}

const OENSKER = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Oenske>('dybest') },
  { weight: 3, arbitrary: fc.constant<Oenske>('nyt') },
  { weight: 1, arbitrary: fc.constant<Oenske>('lovligt') },
  { weight: 2, arbitrary: fc.constant<Oenske>('ulovligt') },
);

/**
 * The walks about something, or about one of all these. Whatever else happens on the way, a walk follows its one thing:
 * those about everything never came to the end of a long chain of steps.
 */
export function vandring(
  v: Verden,
  om: readonly Emne[] = emner(v),
  laengde: { readonly minLength: number; readonly maxLength: number } = LAENGDE,
): fc.Arbitrary<Vandring> {
  const alle = emner(v).flatMap(({ trin, laant }) => (laant === true ? [] : trin));
  const af = (trin: readonly fc.Arbitrary<Trin>[], tillaeg: number) =>
    fc.oneof(...trin.map((et, nr) => et.map((trin): Dybtrin => ({ trin, dybde: nr + tillaeg }))));
  const hvadSomHelst = af(alle, 0);
  return fc.constantFrom(...om).chain(({ trin, forspil = [], aldre = ALDRE }) => {
    const kandidat = fc.oneof(hvadSomHelst, af(trin, alle.length));
    const skridt = fc
      .tuple(fc.array(kandidat, { minLength: KANDIDATER, maxLength: KANDIDATER }), OENSKER)
      .map(([kandidater, oenske]) => new Skridt(kandidater, oenske));
    return fc
      .tuple(fc.constantFrom(...aldre), fc.array(skridt, { ...laengde, size: 'max' }))
      .map(([alder, skridt]): Vandring => ({ alder, forspil, skridt }));
  });
}

/** The kinds of steps that there are, each with all that it belongs to. */
export function slagsTrin(v: Verden): ReadonlyMap<string, ReadonlySet<Emne>> {
  const fundne = new Map<string, Set<Emne>>();
  for (const emne of emner(v)) {
    for (const trin of emne.trin.flatMap((et) => fc.sample(et, { numRuns: 100, seed: FROE }))) {
      fundne.set(slags(trin), (fundne.get(slags(trin)) ?? new Set()).add(emne));
    }
  }
  return fundne;
}

const ALTID_AFVIST = [
  // A plan of the other act or for another age, and a hearing that leaves no time.
  ...['opret plan efter den anden lov', 'opret plan efter den anden alder', 'send plan i høring:0'],
  // A proposal to begin before it was made, and a placement nowhere.
  ...['foreslå kontaktperson før', 'foreslå anbringelse før', 'foreslå anbringelse uden sted'],
  'foreslå anbringelse uden sted før',
  // A committee of one; a decision without the child's talk.
  ...['godkend omkostning:visitationsudvalg', 'afgør visitation:bevilget uden samtale'],
  // The support is for the parents.
  ...['meddel mor uden klagevejledning', 'støtteperson til barnet'],
  ...['ophør af anbringelse:fyldt-18', 'tilsyn uden samtale'],
  // Nobody comes of age within the days, and what is decided before is heard about.
  ...['skift til ungestøtte', 'afgør ungestøtte:doegnophold uden samtale', 'afgør ungestøtte:ingen uden høring'],
  ...['afgør hjemgivelse:afslag uden samtale', 'afgør hjemgivelse:hjemgives uden periode'],
  'skift til samtykke uden samtale',
  // A day is promised that is not later than the notice of it.
  ...['udskyd:-1', 'udskyd:0', 'besked:0', 'fristbrev:0'],
  // The municipality itself, and one that does not exist.
  ...['mellemkommunal til 840', 'mellemkommunal til 999'],
  // Only the committee's matters go to the committee, and the chairman decides only what may not wait.
  ...[
    'anbring uden samtykke og plan',
    'anbring foreløbigt efter en anden dag',
    'rejs hjemgivelse',
    'formanden træffer privat-familiepleje',
  ],
  // What another has written since is not written over.
  'gem kladde oven i en nyere',
  // Only for the child can it be left out to be heard, and a notice has its guidance.
  ...['udtal mor undladt', 'meddel foreløbigt mor uden vejledning'],
  // The theme is never found relevant.
  'analyse af sundhedsforhold',
];
/** Lawful only where the child has nobody to hear, and few walks have a proposal then. */
export const SJAELDENT: readonly string[] = ['afgør visitation:afslag uden høring'];
/** Barnets lov §§ 18, 19 and 48 have no counterpart in serviceloven. */
const KUN_BL = [
  ...['screening:afdaekning', 'screen ansøgning:afdaekning', 'screen sag'],
  ...['beslut afdækning', 'konvertér', 'afslut afdækning'],
  ...['barnet beder', 'vurder anmodning', 'afgør efter barnets anmodning'],
  ...['besvar anmodning:ingen', 'besvar anmodning:stoettende-indsats'],
];
/** Serviceloven ties each goal to a theme. */
const TAGER_TEMA = ['opstil mål uden tema'];
/** Barnets lov wants the rhythm decided. */
const TAGER_RYTME = ['følg op uden rytme'];
/** What the act never allows, and why: everything else must be taken lawfully by some walk. */
export const ALDRIG: Readonly<Record<Verden['regime'], readonly string[]>> = {
  SEL: [...ALTID_AFVIST, ...TAGER_TEMA, ...KUN_BL].sort(),
  BL: [...ALTID_AFVIST, ...TAGER_RYTME].sort(),
};
