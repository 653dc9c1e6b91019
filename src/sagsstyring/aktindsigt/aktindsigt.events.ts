import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { aktindsigtId: Id, sagId: Id, barnId: Id };
const AKTINDSIGT = { begge: 'offentlighedsloven § 36, stk. 2; forvaltningsloven § 16' } as const;
const GDPR = { begge: 'databeskyttelsesforordningen art. 12, stk. 3, og art. 15' } as const;
const ARTNAVN = {
  part: 'partsaktindsigt',
  offentlighed: 'aktindsigt efter offentlighedsloven',
  gdpr: 'indsigt efter databeskyttelsesforordningen',
} as const;
const UDFALDSNAVN = { fuld: 'fuld aktindsigt', delvis: 'delvis aktindsigt', afslag: 'afslag' } as const;

export const AktindsigtAnmodet = declareEvent({
  type: 'sagsstyring.AktindsigtAnmodet',
  version: 1,
  beskrivelse: 'Nogen har bedt om aktindsigt i sagen, som part, som andre eller som registreret.',
  schema: Type.Object({
    ...tilhoer,
    art: Type.Union([Type.Literal('part'), Type.Literal('offentlighed'), Type.Literal('gdpr')]),
    /** A known person, or an id of its own for one that is not in the network. */
    anmoderId: Id,
    kendtPerson: Type.Boolean(),
    anmoderNavn: Valgfri(KortTekst()),
    modtaget: Dato,
    /** Answer at the latest, as the law was on the day. */
    svarSenest: Dato,
    oensker: Fritekst(),
  }),
  sealed: { anmoderId: ['anmoderNavn'], barnId: ['oensker'] },
  category: 'afgoerelse',
  legalBasis: AKTINDSIGT,
  journal: (d) => ({
    overskrift: `Anmodning om ${ARTNAVN[d.art]}`,
    tekst: `Modtaget ${d.modtaget}, svar senest ${d.svarSenest}. ${d.oensker}`,
  }),
});

export const AktindsigtmodtagelseRettet = declareEvent({
  type: 'sagsstyring.AktindsigtmodtagelseRettet',
  version: 1,
  beskrivelse: 'Dagen, hvor der blev bedt om aktindsigt, var registreret forkert og er rettet; svarfristen følger med.',
  schema: Type.Object({
    ...tilhoer,
    art: Type.Union([Type.Literal('part'), Type.Literal('offentlighed'), Type.Literal('gdpr')]),
    modtaget: Dato,
    svarSenest: Dato,
    /** The same day, when the registered person's deadline has been extended: the extension counts from it. */
    anmodet: Valgfri(Dato),
    ...rettelsesfelter({ modtaget: Dato, anmodet: Valgfri(Dato) }),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: `Modtagelsen af en anmodning om ${ARTNAVN[d.art]} er rettet`,
    tekst: `Modtaget ${d.modtaget}, ikke ${d.foer.modtaget}; svar senest ${d.svarSenest}. ${d.begrundelse}`,
  }),
});

export const AktindsigtFristbrevSendt = declareEvent({
  type: 'sagsstyring.AktindsigtFristbrevSendt',
  version: 1,
  beskrivelse: 'Anmoderen har fået begrundelse for, at svaret tager længere tid, og hvornår det ventes.',
  schema: Type.Object({ ...tilhoer, sendt: Dato, forventet: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    forventet: { planlagt: true, efterFelter: ['sendt'] },
    sendt: {
      efter: ['sagsstyring.AktindsigtAnmodet'],
      foer: ['sagsstyring.AktindsigtAfgjort'],
      foerFelter: ['forventet'],
    },
  },
  legalBasis: AKTINDSIGT,
  journal: (d) => ({
    overskrift: 'Fristbrev om aktindsigt',
    tekst: `Sendt ${d.sendt}; svar ventes ${d.forventet}. ${d.begrundelse}`,
  }),
});

export const GdprFristForlaenget = declareEvent({
  type: 'sagsstyring.GdprFristForlaenget',
  version: 1,
  beskrivelse:
    'Fristen for at svare den registrerede er forlænget med to måneder, og den registrerede har fået det at vide.',
  schema: Type.Object({ ...tilhoer, anmodet: Dato, sendt: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: { sendt: { efter: ['sagsstyring.AktindsigtAnmodet'], foer: ['sagsstyring.AktindsigtAfgjort'] } },
  legalBasis: GDPR,
  journal: (d) => ({ overskrift: 'Frist for indsigt forlænget', tekst: `Meddelt ${d.sendt}. ${d.begrundelse}` }),
});

export const AktindsigtAfgjort = declareEvent({
  type: 'sagsstyring.AktindsigtAfgjort',
  version: 1,
  beskrivelse: 'Anmodningen er afgjort med begrundelse for det, der ikke udleveres.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    udfald: Type.Union([Type.Literal('fuld'), Type.Literal('delvis'), Type.Literal('afslag')]),
    maskeret: Type.Boolean(),
    begrundelse: Valgfri(Fritekst()),
    udleveret: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['begrundelse', 'udleveret'] },
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.AktindsigtAnmodet', 'sagsstyring.AktindsigtFristbrevSendt'] } },
  legalBasis: AKTINDSIGT,
  journal: (d) => ({
    overskrift: `Aktindsigt: ${UDFALDSNAVN[d.udfald]}`,
    tekst: `Afgjort ${d.dato}. ${d.udleveret ?? ''} ${d.begrundelse ?? ''}`.trim(),
  }),
});

export const AktindsigtKlageModtaget = declareEvent({
  type: 'sagsstyring.AktindsigtKlageModtaget',
  version: 1,
  beskrivelse: 'Der er klaget over, hvor lang tid svaret om aktindsigt tager.',
  schema: Type.Object({ ...tilhoer, modtaget: Dato }),
  sealed: {},
  category: 'afgoerelse',
  retbar: { modtaget: { efter: ['sagsstyring.AktindsigtAnmodet'], foer: ['sagsstyring.AktindsigtKlageVideresendt'] } },
  legalBasis: { begge: 'offentlighedsloven (klagekapitlet)' },
  journal: (d) => ({ overskrift: 'Klage over sagsbehandlingstid for aktindsigt', tekst: `Modtaget ${d.modtaget}.` }),
});

export const AktindsigtKlageVideresendt = declareEvent({
  type: 'sagsstyring.AktindsigtKlageVideresendt',
  version: 1,
  beskrivelse: 'Klagen over sagsbehandlingstiden er sendt videre til klageinstansen.',
  schema: Type.Object({ ...tilhoer, dato: Dato }),
  sealed: {},
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.AktindsigtKlageModtaget'] } },
  legalBasis: { begge: 'offentlighedsloven (klagekapitlet)' },
  journal: (d) => ({ overskrift: 'Klage over sagsbehandlingstid sendt videre', tekst: `Sendt ${d.dato}.` }),
});

export const aktindsigtEvents = [
  AktindsigtAnmodet,
  AktindsigtmodtagelseRettet,
  AktindsigtFristbrevSendt,
  GdprFristForlaenget,
  AktindsigtAfgjort,
  AktindsigtKlageModtaget,
  AktindsigtKlageVideresendt,
] as const;
export type AktindsigtEvent = EventOf<(typeof aktindsigtEvents)[number]>;
