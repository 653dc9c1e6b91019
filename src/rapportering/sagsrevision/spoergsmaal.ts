/** A question that each case of the sample is asked. Its id is stored with the answers and never changes. */
export interface Spoergsmaal {
  readonly id: string;
  /** Danish. */
  readonly tekst: string;
  readonly kilde: 'system' | 'person';
  readonly hjemmel: { readonly SEL: string; readonly BL: string };
  /** What each answer means, so that two people answer alike. */
  readonly vejledning: string;
}

const FORVALTNING = 'forvaltningsloven';
const begge = (hjemmel: string): Spoergsmaal['hjemmel'] => ({ SEL: hjemmel, BL: hjemmel });

/** What the log can show, the system answers; what needs somebody to read and judge, a person answers. */
export const SPOERGSMAAL: readonly Spoergsmaal[] = [
  {
    ...{ id: 'vurderet-inden-24-timer', kilde: 'system', hjemmel: { SEL: 'SEL § 155, stk. 2', BL: 'BL § 136' } },
    tekst: 'Er hver underretning vurderet inden 24 timer?',
    vejledning:
      'Nej, når én i perioden ikke er. Ikke relevant, når ingen underretning er forfaldet til vurdering i perioden.',
  },
  {
    ...{ id: 'bfu-til-tiden', kilde: 'system', hjemmel: { SEL: 'SEL § 50', BL: 'BL § 20, stk. 3' } },
    tekst: 'Er den børnefaglige undersøgelse afsluttet inden fristen?',
    vejledning: 'Nej, når én, hvis frist falder i perioden, ikke er. Ikke relevant, når ingen frist falder i perioden.',
  },
  {
    ...{ id: 'plan-til-tiden', kilde: 'system', hjemmel: { SEL: 'SEL § 140, stk. 1', BL: 'BL §§ 91 og 108' } },
    tekst: 'Foreligger planen inden fristen?',
    vejledning:
      'Ja, når planen forelå før afgørelsen eller inden fristen. Ikke relevant, når ingen plan skulle foreligge i perioden, eller undtagelsen er begrundet.',
  },
  {
    ...{ id: 'opfoelgning-til-tiden', kilde: 'system', hjemmel: { SEL: 'SEL § 70', BL: 'BL § 95' } },
    tekst: 'Er der fulgt op til tiden?',
    vejledning: 'Nej, når én opfølgning, der forfaldt i perioden, ikke er holdt til tiden.',
  },
  {
    ...{ id: 'boernesamtale-holdt', kilde: 'system', hjemmel: { SEL: 'SEL § 48', BL: 'BL § 5, stk. 3-4' } },
    tekst: 'Er der holdt en børnesamtale før afgørelsen?',
    vejledning: 'Ikke relevant, når samtalen er undladt med begrundelse, eller der ingen afgørelse er, som kræver den.',
  },
  {
    ...{ id: 'partshoering-gjort', kilde: 'system', hjemmel: begge(`${FORVALTNING} § 19`) },
    tekst: 'Er parterne hørt?',
    vejledning:
      'Nej, når en undersøgelse er godkendt, eller en afgørelse til ugunst truffet, uden at parterne er hørt.',
  },
  {
    ...{ id: 'klagevejledning-sendt', kilde: 'system', hjemmel: begge(`${FORVALTNING} §§ 22-25`) },
    tekst: 'Er afgørelsen meddelt parterne med klagevejledning?',
    vejledning:
      'Kan ikke ses, når afgørelsen er truffet, uden at systemet har noteret meddelelsen; den, der læser sagen, kan svare.',
  },
  {
    ...{ id: 'begrundelse-fyldestgoerende', kilde: 'person', hjemmel: begge(`${FORVALTNING} § 24`) },
    tekst: 'Er afgørelsen fyldestgørende begrundet?',
    vejledning: 'Ja, når begrundelsen nævner regler, hovedhensyn og de faktiske oplysninger, der er lagt vægt på.',
  },
  {
    ...{ id: 'barnets-holdning-brugt', kilde: 'person', hjemmel: { SEL: 'SEL § 46, stk. 3', BL: 'BL § 5' } },
    tekst: 'Indgår barnets holdning i vurderingen?',
    vejledning: 'Ja, når det kan læses, hvad barnet mener, og hvordan der er taget hensyn til det.',
  },
  {
    ...{ id: 'proportionalitet', kilde: 'person', hjemmel: { SEL: 'SEL § 46', BL: 'BL § 3' } },
    tekst: 'Står indsatsen i forhold til behovet?',
    vejledning:
      'Ja, når det er overvejet, om en mindre indgribende indsats var tilstrækkelig. Ikke relevant uden indsats.',
  },
];

const efterId = new Map(SPOERGSMAAL.map((s) => [s.id, s]));

export function findSpoergsmaal(id: string): Spoergsmaal | undefined {
  return efterId.get(id);
}

export const SVARVAERDIER = ['ja', 'nej', 'ikke-relevant', 'kan-ikke-ses'] as const;
export type Svarvaerdi = (typeof SVARVAERDIER)[number];
