import { type KlageEvent } from './klage.events.js';

export type Genvurderingsudfald = 'fastholdt' | 'aendret-helt' | 'aendret-delvist';
export type Ankeudfald = 'stadfaestet' | 'hjemvist' | 'aendret' | 'afvist';

export interface ModtagetKlage {
  /** `delvist`: the complainant got part of it and has not said what of the rest. */
  readonly fase: 'modtaget' | 'fastholdt' | 'delvist' | 'oversendt' | 'hjemvist' | 'aendret' | 'afsluttet';
  readonly klageId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly afgoerelseId: string;
  readonly meddelelseId: string | null;
  readonly afgoerelseKode: string;
  readonly afgoerelsesnavn: string;
  readonly hjemmel: string;
  readonly organ: 'KB' | 'BUU';
  readonly regime: 'SEL' | 'BL';
  readonly klagerId: string;
  readonly klagerErPart: boolean;
  readonly modtaget: string;
  readonly klagefrist: string | null;
  readonly forSent: boolean;
  readonly opsaettendeVirkning: boolean;
  readonly indhold: string;
  readonly genvurdering: {
    readonly dato: string;
    readonly udfald: Genvurderingsudfald;
    readonly nyAfgoerelseId: string | null;
    readonly begrundelse: string;
  } | null;
  readonly oversendt: {
    readonly sendt: string;
    readonly modtagetAst: string;
    readonly udtalelse: string | null;
  } | null;
  readonly anke: { readonly dato: string; readonly udfald: Ankeudfald; readonly begrundelse: string } | null;
  readonly gennemfoert: {
    readonly dato: string;
    readonly nyAfgoerelseId: string | null;
    readonly udenNyAfgoerelse: string | null;
    readonly beskrivelse: string;
  } | null;
  readonly afsluttet: { readonly dato: string; readonly aarsag: string } | null;
}

export type Klage = { readonly fase: 'findes-ikke' } | ModtagetKlage;

export function evolve(state: Klage, e: KlageEvent): Klage {
  if (e.type === 'sagsstyring.KlageModtaget') {
    const { meddelelseId, klagefrist, ...data } = e.data;
    return {
      fase: 'modtaget',
      ...data,
      meddelelseId: meddelelseId ?? null,
      klagefrist: klagefrist ?? null,
      genvurdering: null,
      oversendt: null,
      anke: null,
      gennemfoert: null,
      afsluttet: null,
    };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'sagsstyring.KlagemodtagelseRettet': {
      const { modtaget, regime, klagefrist, forSent } = e.data;
      return { ...state, modtaget, regime, klagefrist: klagefrist ?? null, forSent };
    }
    case 'sagsstyring.KlageGenvurderet': {
      const { dato, udfald, begrundelse } = e.data;
      return {
        ...state,
        fase: udfald === 'aendret-delvist' ? 'delvist' : 'fastholdt',
        genvurdering: { dato, udfald, begrundelse, nyAfgoerelseId: e.data.nyAfgoerelseId ?? null },
      };
    }
    case 'sagsstyring.KlageFastholdt':
      return { ...state, fase: 'fastholdt' };
    case 'sagsstyring.KlageOversendt': {
      const { sendt, modtagetAst } = e.data;
      return { ...state, fase: 'oversendt', oversendt: { sendt, modtagetAst, udtalelse: e.data.udtalelse ?? null } };
    }
    case 'sagsstyring.AnkestyrelsenAfgjort': {
      const { dato, udfald, begrundelse } = e.data;
      const fase = udfald === 'hjemvist' || udfald === 'aendret' ? udfald : 'afsluttet';
      return { ...state, fase, anke: { dato, udfald, begrundelse } };
    }
    case 'sagsstyring.KlageudfaldGennemfoert': {
      const { dato, beskrivelse, nyAfgoerelseId = null, udenNyAfgoerelse = null } = e.data;
      return { ...state, gennemfoert: { dato, beskrivelse, nyAfgoerelseId, udenNyAfgoerelse } };
    }
    case 'sagsstyring.KlageTrukket':
      return state;
    case 'sagsstyring.KlageAfsluttet':
      return { ...state, fase: 'afsluttet', afsluttet: { dato: e.data.dato, aarsag: e.data.aarsag } };
  }
}
