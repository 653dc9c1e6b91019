import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, KortTekst } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { partshoeringId: Id, sagId: Id, barnId: Id };
const HOERING = { begge: 'forvaltningsloven § 19' } as const;
const UNDLADT = { begge: 'forvaltningsloven § 19, stk. 2' } as const;
const GRUNDNAVN = {
  ubetaenkelig: 'det er ubetænkeligt at afgøre sagen på det foreliggende grundlag (nr. 1)',
  'lovbestemt-frist': 'en lovbestemt frist for afgørelsen ville blive overskredet (nr. 2)',
  'ingen-aktindsigt': 'parten har ikke ret til aktindsigt i oplysningerne (nr. 4)',
} as const;

export const PartshoeringIndledt = declareEvent({
  type: 'sagsstyring.PartshoeringIndledt',
  version: 1,
  beskrivelse:
    'Sagens parter skal høres, før en afgørelse træffes. Hvem der er part, følger af alder, forældremyndighed og loven den dag.',
  schema: Type.Object({
    ...tilhoer,
    afgoerelseKode: Kode,
    afgoerelsesnavn: KortTekst(300),
    hjemmel: KortTekst(300),
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    dato: Dato,
    parter: Type.Array(
      Type.Object({
        personId: Id,
        rolle: Type.Union([Type.Literal('barn'), Type.Literal('foraelder'), Type.Literal('myndighedsindehaver')]),
      }),
      { minItems: 1 },
    ),
    oplysninger: Fritekst(),
  }),
  sealed: { barnId: ['oplysninger'] },
  category: 'afgoerelse',
  retbar: {
    dato: {
      foer: [
        'sagsstyring.PartshoeringsbrevSendt',
        'sagsstyring.PartshoeringUndladt',
        'sagsstyring.PartshoeringAfsluttet',
      ],
    },
  },
  legalBasis: HOERING,
  journal: (d) => ({
    overskrift: `Partshøring indledt: ${d.afgoerelsesnavn}`,
    tekst: `${d.parter.length} ${d.parter.length === 1 ? 'part' : 'parter'} skal høres, før der afgøres efter ${d.hjemmel}. Oplysninger: ${d.oplysninger}`,
  }),
});

export const PartshoeringsbrevSendt = declareEvent({
  type: 'sagsstyring.PartshoeringsbrevSendt',
  version: 1,
  beskrivelse: 'En part har fået oplysningerne med en svarfrist. Andres beskyttede adresser er skjult.',
  schema: Type.Object({
    ...tilhoer,
    brevId: Id,
    personId: Id,
    sendt: Dato,
    svarfrist: Dato,
    maade: KortTekst(80),
    /** Addresses of others were hidden because they are protected. */
    maskeret: Type.Boolean(),
  }),
  sealed: {},
  category: 'afgoerelse',
  retbar: {
    svarfrist: { planlagt: true, efterFelter: ['sendt'] },
    sendt: {
      efter: ['sagsstyring.PartshoeringIndledt'],
      foer: ['sagsstyring.PartshoeringssvarModtaget', 'sagsstyring.PartshoeringAfsluttet'],
      foerFelter: ['svarfrist'],
      samme: 'brevId',
    },
  },
  legalBasis: HOERING,
  journal: (d) => ({
    overskrift: 'Partshøringsbrev sendt',
    tekst: `Sendt ${d.sendt} (${d.maade}) med svarfrist ${d.svarfrist}.${d.maskeret ? ' Beskyttede adresser er skjult.' : ''}`,
  }),
});

export const PartshoeringssvarModtaget = declareEvent({
  type: 'sagsstyring.PartshoeringssvarModtaget',
  version: 1,
  beskrivelse: 'En part har svaret på partshøringen.',
  schema: Type.Object({ ...tilhoer, brevId: Id, personId: Id, modtaget: Dato, svar: Fritekst() }),
  sealed: { barnId: ['svar'] },
  category: 'afgoerelse',
  retbar: {
    modtaget: {
      efter: ['sagsstyring.PartshoeringsbrevSendt'],
      foer: ['sagsstyring.PartshoeringAfsluttet'],
      samme: 'brevId',
    },
  },
  legalBasis: HOERING,
  journal: (d) => ({ overskrift: 'Svar på partshøring', tekst: `Modtaget ${d.modtaget}. ${d.svar}` }),
});

export const PartshoeringUndladt = declareEvent({
  type: 'sagsstyring.PartshoeringUndladt',
  version: 1,
  beskrivelse: 'En part høres ikke, fordi loven gør en undtagelse; grunden står her.',
  schema: Type.Object({
    ...tilhoer,
    personId: Id,
    dato: Dato,
    grund: Type.Union([
      Type.Literal('ubetaenkelig'),
      Type.Literal('lovbestemt-frist'),
      Type.Literal('ingen-aktindsigt'),
    ]),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.PartshoeringIndledt'], foer: ['sagsstyring.PartshoeringAfsluttet'] } },
  legalBasis: UNDLADT,
  journal: (d) => ({
    overskrift: 'Partshøring undladt for en part',
    tekst: `Besluttet ${d.dato}: ${GRUNDNAVN[d.grund]}. ${d.begrundelse}`,
  }),
});

export const PartshoeringAfsluttet = declareEvent({
  type: 'sagsstyring.PartshoeringAfsluttet',
  version: 1,
  beskrivelse: 'Alle parter har svaret, har haft tid til det eller er lovligt undtaget.',
  schema: Type.Object({ ...tilhoer, dato: Dato }),
  sealed: {},
  category: 'afgoerelse',
  retbar: {
    dato: {
      efter: [
        'sagsstyring.PartshoeringIndledt',
        'sagsstyring.PartshoeringsbrevSendt',
        'sagsstyring.PartshoeringssvarModtaget',
        'sagsstyring.PartshoeringUndladt',
      ],
    },
  },
  legalBasis: HOERING,
  journal: (d) => ({ overskrift: 'Partshøring afsluttet', tekst: `Afsluttet ${d.dato}.` }),
});

export const partshoeringEvents = [
  PartshoeringIndledt,
  PartshoeringsbrevSendt,
  PartshoeringssvarModtaget,
  PartshoeringUndladt,
  PartshoeringAfsluttet,
] as const;
export type PartshoeringEvent = EventOf<(typeof partshoeringEvents)[number]>;
