import { Type } from '@sinclair/typebox';
import { Dato, Kode, KortTekst } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

/** Units that a local level may be given in: hours are for what the law says by the clock. */
export const NIVEAUENHEDER = ['KALENDERDAG', 'HVERDAG', 'ARBEJDSDAG', 'UGE', 'MAANED'] as const;
const Enhed = Type.Union(NIVEAUENHEDER.map((enhed) => Type.Literal(enhed)));
const Profil = Type.Union([Type.Literal('loerdag-taeller'), Type.Literal('man-fre')]);
const Saerdage = Type.Array(Kode);
// Where the municipality decided it, not a word about anybody.
const beslutning = KortTekst();
const OFFENTLIG = { begge: 'RSL § 3, stk. 2' } as const;

export const ServiceniveauFastsat = declareEvent({
  type: 'sagsstyring.ServiceniveauFastsat',
  version: 1,
  beskrivelse: 'Kommunen har besluttet sit eget serviceniveau for en regel, hvor loven ikke har et tal.',
  schema: Type.Object({
    regel: Kode,
    gaelderFra: Dato,
    maengde: Type.Integer({ minimum: 1, maximum: 366 }),
    enhed: Enhed,
    beslutning,
  }),
  sealed: {},
  category: 'administration',
  legalBasis: OFFENTLIG,
  journal: (d) => ({
    overskrift: 'Serviceniveau fastsat',
    tekst: `${d.regel}: ${d.maengde} ${d.enhed} fra ${d.gaelderFra}. ${d.beslutning}`,
  }),
});

export const ServiceniveauOphoert = declareEvent({
  type: 'sagsstyring.ServiceniveauOphoert',
  version: 1,
  beskrivelse: 'Kommunens serviceniveau for en regel gælder ikke længere.',
  schema: Type.Object({ regel: Kode, gaelderFra: Dato, beslutning }),
  sealed: {},
  category: 'administration',
  legalBasis: OFFENTLIG,
  journal: (d) => ({ overskrift: 'Serviceniveau ophørt', tekst: `${d.regel} fra ${d.gaelderFra}. ${d.beslutning}` }),
});

export const LovparametreValgt = declareEvent({
  type: 'sagsstyring.LovparametreValgt',
  version: 1,
  beskrivelse: 'Kommunen har valgt, hvordan der tælles, hvor loven er åben: lørdage og særdage.',
  schema: Type.Object({
    gaelderFra: Dato,
    hverdag: Profil,
    ikkeHverdage: Saerdage,
    ikkeArbejdsdage: Saerdage,
    lukkedage: Saerdage,
    beslutning,
  }),
  sealed: {},
  category: 'administration',
  legalBasis: OFFENTLIG,
  journal: (d) => ({
    overskrift: 'Valgt, hvordan hverdage tælles',
    tekst: `${d.hverdag === 'man-fre' ? 'Mandag-fredag' : 'Lørdag tæller'} fra ${d.gaelderFra}. ${d.beslutning}`,
  }),
});

export const serviceniveauEvents = [ServiceniveauFastsat, ServiceniveauOphoert, LovparametreValgt] as const;
export type ServiceniveauEvent = EventOf<(typeof serviceniveauEvents)[number]>;
