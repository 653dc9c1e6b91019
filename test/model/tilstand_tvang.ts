import { Temporal } from 'temporal-polyfill';
import { type Afgoerelse, type Bfu, type Part, type Plan, type Sag } from './tilstand.js';
import { type Verden } from './verden.js';

export type Udvalgskode =
  | ('undersoegelse-uden-samtykke' | 'laegelig-behandling' | 'godkendelse-foreloebig')
  | ('anbringelse-uden-samtykke' | 'opretholdelse');

/** When a placement without consent must be before the committee again. */
export interface Genbehandling {
  readonly regel: 'anbringelse-genbehandling-1aar' | 'anbringelse-genbehandling-fastsat';
  readonly senest: string;
  /** The day that the committee decided it again. */
  opfyldt: number | null;
  /** Another day was set, or the basis has ended. */
  bortfaldet: boolean;
}

/** A case for the committee. */
export interface BuuSag {
  readonly id: string;
  readonly sag: Sag;
  readonly kode: Udvalgskode;
  readonly rejst: number;
  /** The chairman's decision that it is to approve, or to take the place of. */
  readonly formand: Formandsafgoerelse | null;
  /** The case whose placement it treats again. */
  readonly genbehandler: BuuSag | null;
  indstilling: { readonly dato: number; readonly bfu: Bfu | null; readonly plan: Plan | null } | null;
  moede: number | null;
  /** The first day that each party was told of its rights, and the day that it was last heard. */
  readonly vejledt: Map<Part, number>;
  readonly udtalt: Map<Part, number>;
  fase: 'aaben' | 'vedtaget' | 'forkastet' | 'trukket';
  afgjort: number | null;
  /** The day that an investigation without consent was carried out. */
  gennemfoert: number | null;
  /** The days set for a placement without consent; the last one counts. */
  readonly genbehandlinger: Genbehandling[];
  /** The day that the decision ended as the basis of a placement. */
  ophoert: number | null;
}

export interface Formandsafgoerelse {
  readonly id: string;
  readonly sag: Sag;
  readonly kode: string;
  readonly truffet: number;
  fase: 'truffet' | 'ivaerksat' | 'godkendt' | 'erstattet' | 'ophaevet' | 'bortfaldet';
  ivaerksat: number | null;
  /** The parties when it was carried out, and when each was told. */
  parter: readonly Part[];
  readonly meddelt: Map<Part, number>;
  godkendt: number | null;
  erstattet: number | null;
  /** The committee's case that decided the matter itself. */
  erstattetAf: BuuSag | null;
  /** The first day that it bore nothing, when it was revoked, or its lapse noted. */
  slut: string | null;
}

/** The side track of an investigation that the committee has decided without consent. */
export interface UdenSamtykke {
  readonly buuSag: BuuSag;
  readonly besluttet: number;
  readonly ambulant: boolean;
  ophold: { readonly fra: number; til: number | null } | null;
  afsluttet: boolean;
}

/** A decision that can be complained of; the municipality's own, or the committee's. */
export interface PaaklageligAfgoerelse extends Afgoerelse {
  readonly sag: Sag;
  readonly organ: 'KB' | 'BUU';
  readonly slags: Udvalgskode | 'oekonomisk-stoette' | 'ungestoette';
  readonly erstatter: PaaklageligAfgoerelse | null;
  /** The committee's case that it was decided in. */
  readonly buuSag: BuuSag | null;
}

export interface Klage {
  readonly id: string;
  readonly afgoerelse: PaaklageligAfgoerelse;
  /** The mother's notice of the decision, when she is the one who complains and had it. */
  readonly meddelelse: string | null;
  readonly modtaget: number;
  readonly forSent: boolean;
  fase: 'modtaget' | 'fastholdt' | 'delvist' | 'oversendt' | 'hjemvist' | 'aendret' | 'afsluttet';
  genvurderet: number | null;
  oversendt: number | null;
  anke: number | null;
  trukket: boolean;
}

export interface Tvang {
  readonly buuSager: BuuSag[];
  readonly formandsafgoerelser: Formandsafgoerelse[];
  readonly udenSamtykke: Map<Bfu, UdenSamtykke>;
  readonly afgoerelser: PaaklageligAfgoerelse[];
  readonly klager: Klage[];
}

export const nyTvang = (): Tvang => ({
  ...{ buuSager: [], formandsafgoerelser: [], udenSamtykke: new Map(), afgoerelser: [], klager: [] },
});

export const aaben = ({ fase }: BuuSag): boolean => fase === 'aaben';

/** It holds until the committee's own takes its place, it is revoked, or its lapse is noted. */
export const gaelder = ({ fase }: Formandsafgoerelse): boolean => ['truffet', 'ivaerksat', 'godkendt'].includes(fase);

export function maanederEfter(dag: number, months: number, v: Verden): string {
  return Temporal.PlainDate.from(v.dato(dag)).add({ months }).toString();
}

/** Seven days to be approved, the day of execution being the first; a month when it is. After that it holds no more. */
export function bortfaldet({ fase, ivaerksat }: Formandsafgoerelse, naar: number, v: Verden): boolean {
  if (ivaerksat === null) return false;
  if (fase === 'ivaerksat') return naar > ivaerksat + 6;
  return fase === 'godkendt' && v.dato(naar) > maanederEfter(ivaerksat, 1, v);
}

/** The first day after the last that it can bear anything, when its lapse is noted. */
export function dagenEfter({ fase, ivaerksat }: Formandsafgoerelse, v: Verden): string {
  if (ivaerksat === null) throw new Error('What is not carried out does not lapse');
  if (fase === 'ivaerksat') return v.dato(ivaerksat + 7);
  return Temporal.PlainDate.from(maanederEfter(ivaerksat, 1, v))
    .add({ days: 1 })
    .toString();
}

export const tvangIGang = (tvang: UdenSamtykke | undefined): boolean => tvang?.afsluttet === false;

export const opholdIGang = (tvang: UdenSamtykke | undefined): boolean => tvang?.ophold?.til === null;

/** What keeps the case from being closed. */
export function tvangISagen({ buuSager, formandsafgoerelser, klager }: Tvang, sag: Sag): boolean {
  return (
    buuSager.some((b) => b.sag === sag && aaben(b)) ||
    formandsafgoerelser.some((f) => f.sag === sag && gaelder(f)) ||
    // Ankestyrelsen has sent it back or changed it, and what follows is not done.
    klager.some(({ afgoerelse, fase }) => afgoerelse.sag === sag && (fase === 'hjemvist' || fase === 'aendret'))
  );
}

/** Decisions that a child can be placed by without consent, and that are treated again (SEL §§ 58 and 62, BL §§ 47 and 50). */
export const genbehandles = (kode: string): boolean => ['anbringelse-uden-samtykke', 'opretholdelse'].includes(kode);

/** Whether the chairman's decision bears nothing on the day: revoked, lapsed, or replaced before it. */
export function gaelderIkke(f: Formandsafgoerelse, naar: number, v: Verden): boolean {
  if (f.erstattet !== null) return f.erstattet < naar;
  return (f.slut !== null && f.slut <= v.dato(naar)) || bortfaldet(f, naar, v);
}

/**
 * Whether the decision carries no placement on the day: ended, or past the day it was to be treated again; of the chairman's,
 * as long as the committee's own has not taken its place.
 */
export function uden(hviler: BuuSag | Formandsafgoerelse, naar: number, v: Verden): boolean {
  if ('truffet' in hviler)
    return hviler.erstattetAf === null ? gaelderIkke(hviler, naar, v) : uden(hviler.erstattetAf, naar, v);
  const { ophoert, genbehandlinger } = hviler;
  const sidste = genbehandlinger.at(-1);
  return (ophoert !== null && ophoert <= naar) || (sidste !== undefined && sidste.senest < v.dato(naar));
}

/** What puts an end to the days that are still to come. */
export function afslutGenbehandlinger(b: BuuSag, hvordan: Partial<Genbehandling>): void {
  for (const g of b.genbehandlinger) if (g.opfyldt === null && !g.bortfaldet) Object.assign(g, hvordan);
}
