import { type Regime } from './regel.js';

/** What the product needs of a rule, besides that the pack has it. */
export interface Regelkrav {
  /** Where the rule is written, and so when it must be there: one act, both acts, or the law that holds regardless. */
  readonly i: Regime | 'lovene' | 'faelles' | 'indberetning';
  /** First day, for a duty that is younger than the act. */
  readonly fra?: string;
  /** The municipality may set a level; only such a rule may be off without being from memory. */
  readonly lokal?: true;
  /** Commands show its legal basis, on or off. */
  readonly hjemmel?: true;
  /** Commands count with its amount, so it must be on and have one; under both acts or one. */
  readonly tal?: true | Regime;
  /** Commands count with this other amount of it. */
  readonly variant?: string;
  /** Commands count with how often. */
  readonly hyppighed?: true;
}

/**
 * Every rule that the product needs. A pack that lacks one on any day of the act is refused at the start, for a product
 * that knows only some of the law must not run. `Lovpakke.regel`, `Lovpakke.hjemmel` and `forfaldEfter` take only the names
 * here, so code that asks for an undeclared rule does not compile; a test holds the list up against the shipped packs.
 */
export const PRODUKTETS_REGLER = {
  'underretning-registrering': { i: 'lovene' },
  'underretning-akutvurdering': { i: 'lovene' },
  'underretning-systematisk-vurdering': { i: 'lovene', lokal: true },
  'underretning-kvittering': { i: 'lovene' },
  'underretning-orientering-fagperson': { i: 'lovene' },
  'underretning-genvurdering': { i: 'lovene' },
  'underretning-boernesamtale': { i: 'lovene' },
  'underretning-foraeldreorientering': { i: 'lovene' },
  'underretning-foraeldreorientering-udskudt': { i: 'lovene' },
  'mellemkommunal-underretning': { i: 'lovene' },
  'underretning-ulovligt-fravaer': { i: 'lovene' },
  screening: { i: 'BL', lokal: true },
  'screening-ansoegning': { i: 'BL', lokal: true },
  'aeres-risikovurdering': { i: 'BL' },
  afdaekning: { i: 'BL', lokal: true },
  'barnets-anbringelsesanmodning': { i: 'BL' },
  'soeskende-vurdering': { i: 'BL' },
  'bfu-afgoerelse': { i: 'lovene' },
  'bfu-afslutning': { i: 'lovene', tal: true },
  'bfu-foreloebig-vurdering': { i: 'lovene' },
  'bfu-helhed-og-fagfolk': { i: 'lovene' },
  'bfu-sagkyndig': { i: 'lovene' },
  'sagkyndig-svarfrist': { i: 'lovene', lokal: true },
  'bfu-ppv-vurdering': { i: 'BL' },
  'bfu-konklusion': { i: 'lovene' },
  'bfu-uden-samtykke-ophold': { i: 'lovene', tal: true },
  'kommende-foraeldre-screening': { i: 'lovene' },
  'kommende-foraeldre-foedsel': { i: 'lovene' },
  'boernehus-brug': { i: 'lovene' },
  boernesamtale: { i: 'lovene', hjemmel: true },
  'samtykke-stoettende-indsats': { i: 'lovene', hjemmel: true },
  'samtykke-anbringelse': { i: 'lovene', hjemmel: true },
  bisidder: { i: 'lovene' },
  'afgoerelse-formaal-varighed': { i: 'lovene', hjemmel: true },
  'sideloebende-indsats': { i: 'lovene' },
  'buu-indstilling': { i: 'lovene', hjemmel: true },
  'buu-udtaleret': { i: 'lovene', hjemmel: true },
  'buu-afgoerelse': { i: 'lovene', hjemmel: true },
  advokatbistand: { i: 'lovene', hjemmel: true },
  'formandsbeslutning-meddelelse': { i: 'lovene' },
  'formandsbeslutning-godkendelse': { i: 'lovene', tal: true },
  'formandsbeslutning-gyldighed': { i: 'lovene', tal: true },
  'anbringelse-genbehandling-1aar': { i: 'lovene', hjemmel: true, tal: true },
  'anbringelse-genbehandling-2aar': { i: 'lovene', tal: true },
  'anbringelse-genbehandling-under-1aar': { i: 'lovene' },
  'anbringelse-genbehandling-fastsat': { i: 'lovene' },
  'permanent-anbringelse': { i: 'lovene', hjemmel: true, tal: true },
  'valg-af-anbringelsessted': { i: 'lovene' },
  'barnets-plan-stillingtagen': { i: 'BL' },
  'barnets-plan': { i: 'BL' },
  'barnets-plan-stoettende-indsats': { i: 'BL' },
  'barnets-plan-tvang': { i: 'lovene', hjemmel: true },
  ungeplan: { i: 'lovene' },
  'ungeplan-16-aar': { i: 'BL' },
  'plan-udlevering': { i: 'lovene' },
  foraeldrestoetteperson: { i: 'lovene' },
  foraeldrehandleplan: { i: 'lovene' },
  'udtalelse-svarfrist': { i: 'lovene', lokal: true },
  'udtalelse-rykker-svarfrist': { i: 'lovene', lokal: true },
  'opfoelgning-foerste': { i: 'lovene', tal: true },
  'opfoelgning-foerste-anbringelse': { i: 'lovene', tal: true },
  'opfoelgning-rytme': { i: 'BL' },
  'opfoelgning-loebende': { i: 'lovene', tal: 'SEL' },
  'opfoelgning-indhold': { i: 'lovene' },
  tilsynsbesoeg: { i: 'lovene', hyppighed: true },
  'tilsynsbesoeg-foerste': { i: 'lovene' },
  'tilsynsbesoeg-naeste': { i: 'lovene' },
  'tilsyn-socialtilsyn-underretning': { i: 'lovene' },
  'hjemgivelse-afgoerelse': { i: 'lovene', hjemmel: true },
  'hjemgivelse-udtalelse': { i: 'lovene' },
  hjemgivelsesperiode: { i: 'lovene', hjemmel: true, tal: true },
  'hjemgivelsesperiode-slut': { i: 'lovene' },
  'hjemgivelse-planrevision': { i: 'lovene' },
  'ungestoette-afgoerelse': { i: 'lovene', hjemmel: true },
  'ungestoette-planrevision': { i: 'lovene' },
  'ungestoette-genetablering': { i: 'lovene', tal: true },
  klagefrist: { i: 'lovene', tal: true },
  'ast-behandling-buu': { i: 'lovene' },
  'opsaettende-virkning': { i: 'lovene' },
  domstolsproevelse: { i: 'lovene' },
  'handleplan-sel': { i: 'SEL' },
  'handleplan-sel-anbringelse': { i: 'SEL' },
  'handleplan-inden-afgoerelse': { i: 'SEL' },
  partshoering: { i: 'faelles' },
  'partshoering-svarfrist': { i: 'faelles' },
  'begrundelse-klagevejledning': { i: 'faelles' },
  'brev-modtagelse': { i: 'faelles', lokal: true, tal: true },
  'handleplan-lokal-6-uger': { i: 'faelles', lokal: true },
  'handleplan-lokal-anbringelse': { i: 'faelles', lokal: true },
  'bfu-lokal-6-uger': { i: 'faelles', lokal: true },
  'hjemgivelse-orientering-buu': { i: 'faelles' },
  'handlekommune-skift': { i: 'faelles' },
  remonstration: { i: 'faelles' },
  notatpligt: { i: 'faelles' },
  journalisering: { i: 'faelles' },
  aktindsigt: { i: 'faelles', tal: true },
  'aktindsigt-fristbrev': { i: 'faelles' },
  'aktindsigt-klage-tid': { i: 'faelles', variant: 'klageadgang' },
  'gdpr-indsigt': { i: 'faelles', fra: '2018-05-25', tal: true },
  'gdpr-indsigt-forlaenget': { i: 'faelles', fra: '2018-05-25' },
  'sagsbehandlingsfrist-offentlig': { i: 'faelles', lokal: true },
  'sagsbehandlingsfrist-besked': { i: 'faelles' },
  'sagsbehandlingsfrist-lovet': { i: 'faelles' },
  'indberet-anbringelse': { i: 'indberetning' },
  'indberet-sagshaendelse': { i: 'indberetning' },
  'indberet-underretning': { i: 'indberetning', fra: '2014-04-01' },
  'indberet-forebyggende': { i: 'indberetning' },
  'arkiv-aflevering': { i: 'indberetning' },
} as const satisfies Readonly<Record<string, Regelkrav>>;

type Alle = typeof PRODUKTETS_REGLER;

/** Name of a rule that every accepted pack has. */
export type Regelid = keyof Alle;

/** Name of a rule whose legal basis every accepted pack has on every day. */
export type Hjemmelsregel = { [K in Regelid]: Alle[K] extends { readonly hjemmel: true } ? K : never }[Regelid];

/** The requirements, by name. */
export const REGELKRAV: ReadonlyMap<string, Regelkrav> = new Map(Object.entries(PRODUKTETS_REGLER));

/** The file that a rule is missing from, for the one who reads the fault. */
export function regelfil({ i }: Regelkrav, regime: Regime): string {
  return `regler-${i === 'lovene' ? regime.toLowerCase() : i.toLowerCase()}.json`;
}
