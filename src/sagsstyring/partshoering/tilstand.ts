import { type PartshoeringEvent } from './partshoering.events.js';

export type Regime = 'SEL' | 'BL';
export type Hoeringsundtagelse = 'ubetaenkelig' | 'lovbestemt-frist' | 'ingen-aktindsigt';
export type Hoertrolle = 'barn' | 'foraelder' | 'myndighedsindehaver';

/** How far the hearing of one party is. */
export interface Hoertpart {
  readonly personId: string;
  readonly rolle: Hoertrolle;
  readonly brev: {
    readonly brevId: string;
    readonly sendt: string;
    readonly svarfrist: string;
    readonly maade: string;
    readonly maskeret: boolean;
  } | null;
  readonly svar: { readonly modtaget: string; readonly tekst: string } | null;
  readonly undladt: { readonly dato: string; readonly grund: Hoeringsundtagelse; readonly begrundelse: string } | null;
}

export interface BegyndtPartshoering {
  readonly fase: 'i-gang' | 'afsluttet';
  readonly partshoeringId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly afgoerelseKode: string;
  readonly afgoerelsesnavn: string;
  readonly hjemmel: string;
  readonly regime: Regime;
  readonly dato: string;
  readonly oplysninger: string;
  readonly parter: readonly Hoertpart[];
  readonly afsluttet: string | null;
}

export type Partshoering = { readonly fase: 'findes-ikke' } | BegyndtPartshoering;

/** Whether the party was heard by a day: has answered, had until the reply date, or is lawfully left out. */
export function erHoert(part: Hoertpart, dato: string): boolean {
  return (
    (part.svar !== null && part.svar.modtaget <= dato) ||
    (part.brev !== null && part.brev.svarfrist < dato) ||
    (part.undladt !== null && part.undladt.dato <= dato)
  );
}

export function evolve(state: Partshoering, e: PartshoeringEvent): Partshoering {
  if (e.type === 'sagsstyring.PartshoeringIndledt') {
    const { parter, ...data } = e.data;
    return {
      fase: 'i-gang',
      ...data,
      parter: parter.map((part) => ({ ...part, brev: null, svar: null, undladt: null })),
      afsluttet: null,
    };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'sagsstyring.PartshoeringsbrevSendt': {
      const { brevId, personId, sendt, svarfrist, maade, maskeret } = e.data;
      return medPart(state, personId, { brev: { brevId, sendt, svarfrist, maade, maskeret } });
    }
    case 'sagsstyring.PartshoeringssvarModtaget':
      return medPart(state, e.data.personId, { svar: { modtaget: e.data.modtaget, tekst: e.data.svar } });
    case 'sagsstyring.PartshoeringUndladt': {
      const { personId, dato, grund, begrundelse } = e.data;
      return medPart(state, personId, { undladt: { dato, grund, begrundelse } });
    }
    case 'sagsstyring.PartshoeringAfsluttet':
      return { ...state, fase: 'afsluttet', afsluttet: e.data.dato };
  }
}

function medPart(state: BegyndtPartshoering, personId: string, nyt: Partial<Hoertpart>): BegyndtPartshoering {
  return { ...state, parter: state.parter.map((part) => (part.personId === personId ? { ...part, ...nyt } : part)) };
}
