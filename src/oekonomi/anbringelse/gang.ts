import { Afvist } from '../../faelles/afvist.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type Undersoegelsesslut } from '../../ics/ics.public.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeFremtid } from '../datoer.js';
import { type Boernesamtale } from '../indsats/indsats.js';
import { kraevIngenMangler } from '../mangler.js';
import * as E from './anbringelse.events.js';
import {
  kraevStedtype,
  kraevUdvalgFoer,
  udvalgsfelter,
  type Grundlag,
  type Stedtype,
  type Udvalgsafgoerelse,
} from './beslutning.js';
import { type AnbringelseEvent } from './haendelser.js';
import { type Anbringelsesophoer, type BesluttetAnbringelse, type Stoettepersonsvar } from './tilstand.js';

type Regime = 'SEL' | 'BL';

export interface IvaerksaetAnbringelse {
  readonly type: 'IvaerksaetAnbringelse';
  readonly dato: string;
  readonly regime: Regime;
  readonly naesteTilsynSenest: string;
  readonly myndigDato?: string;
  /** Since when the committee's (or the chairman's) decision carries nothing on the day; null while it does, or there is none. */
  readonly grundlagSlut: string | null;
  /** The investigation that ran beside it and has ended already, when it is recorded so late. */
  readonly undersoegelse?: Undersoegelsesslut | undefined;
}

export interface SkiftAnbringelsessted {
  readonly type: 'SkiftAnbringelsessted';
  readonly regime: Regime;
  readonly hjemmel: string;
  readonly afgoerelseDato: string;
  readonly dato: string;
  readonly stedtype: Stedtype | undefined;
  readonly stedGodkendt: string;
  readonly sted: string;
  /** The committee's decision, when somebody does not consent to the move. */
  readonly udvalg?: Udvalgsafgoerelse;
  readonly afgoerelseId?: string;
  /** What consent and the talk with the child still lack. */
  readonly mangler: readonly Mangel[];
  readonly begrundelse: string;
  readonly barnetsHoldning: string;
}

export type Gangkommando =
  | IvaerksaetAnbringelse
  | SkiftAnbringelsessted
  | {
      readonly type: 'TilbydStoetteperson';
      readonly personId: string;
      readonly dato: string;
      readonly svar: Stoettepersonsvar;
      readonly regime: Regime;
      /** A parent, or one with custody, on the day. */
      readonly erForaelder: boolean;
    }
  | {
      readonly type: 'LavForaeldrehandleplan';
      readonly personId: string;
      readonly dato: string;
      readonly maal: string;
      readonly stoette: string;
      readonly regime: Regime;
      readonly erForaelder: boolean;
    }
  | {
      readonly type: 'UdleverPlandele';
      readonly planId: string;
      readonly dato: string;
      readonly dele: string;
      readonly planGaelder: boolean;
      readonly regime: Regime;
    }
  | {
      readonly type: 'BortfaldAnbringelsessamtykke';
      readonly regime: Regime;
      readonly personId: string;
      readonly dato: string;
    }
  | {
      readonly type: 'SkiftGrundlag';
      readonly regime: Regime;
      readonly grundlag: Grundlag;
      readonly hjemmel: string;
      readonly dato: string;
      readonly udvalg?: Udvalgsafgoerelse;
      readonly mangler: readonly Mangel[];
      /** From compulsion to consent: the decision in the case, with its reasons and the talk with the child. */
      readonly afgoerelseId?: string;
      readonly begrundelse?: string;
      readonly boernesamtale?: Boernesamtale;
    }
  | {
      readonly type: 'OphoerAnbringelse';
      readonly regime: Regime;
      readonly dato: string;
      readonly aarsag: Exclude<Anbringelsesophoer, 'hjemgivet'>;
      readonly begrundelse: string;
    };

export const tilhoer = ({ anbringelseId, barnId, sagId }: BesluttetAnbringelse) => ({ anbringelseId, barnId, sagId });

/** What happens to a placement while it runs, besides supervision and the way home. */
export function gang(
  command: Gangkommando,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  kraevIkkeOphoert(a);
  ikkeFremtid(command.dato, context, 'dato');
  switch (command.type) {
    case 'IvaerksaetAnbringelse':
      return ivaerksaet(command, a);
    case 'SkiftAnbringelsessted':
      return skiftSted(command, a, context);
    case 'TilbydStoetteperson': {
      const { personId, dato, svar, regime, erForaelder } = command;
      ikkeFoer(dato, a.afgoerelseDato, 'dato', 'Støttepersonen tilbydes ved anbringelsen');
      if (!erForaelder) {
        throw new Afvist('ikke-foraelder', 'En støtteperson tilbydes barnets forældre.', {
          felt: 'personId',
          paragraf: regime === 'SEL' ? 'SEL § 54' : 'BL § 75',
        });
      }
      return [event(E.StoettepersonTilbudt, { ...tilhoer(a), personId, dato, svar })];
    }
    case 'LavForaeldrehandleplan': {
      const { type: _type, erForaelder, ...data } = command;
      ikkeFoer(command.dato, a.afgoerelseDato, 'dato', 'Planen følger af anbringelsen');
      if (!erForaelder) {
        throw new Afvist('ikke-foraelder', 'En forældrehandleplan laves for barnets forældre.', {
          felt: 'personId',
          paragraf: command.regime === 'SEL' ? 'SEL § 54, stk. 2' : 'BL §§ 76-79',
        });
      }
      const revision = a.foraeldrehandleplaner[command.personId] !== undefined;
      return [event(E.ForaeldrehandleplanLavet, { ...tilhoer(a), ...data, revision })];
    }
    case 'UdleverPlandele': {
      const { planId, dato, dele, planGaelder, regime } = command;
      ikkeFoer(dato, a.afgoerelseDato, 'dato', 'Planen gives til stedet ved anbringelsen');
      if (!planGaelder) {
        throw new Afvist('plan-gaelder-ikke', 'Kun dele af barnets gældende plan gives til stedet.', {
          felt: 'planId',
          paragraf: regime === 'SEL' ? 'SEL § 140' : 'BL § 109, stk. 5',
        });
      }
      return [event(E.PlandeleUdleveret, { ...tilhoer(a), planId, dato, dele })];
    }
    case 'BortfaldAnbringelsessamtykke': {
      const { regime, personId, dato } = command;
      ikkeFoer(dato, a.afgoerelseDato, 'dato', 'Anbringelsen blev først besluttet senere');
      if (a.grundlag !== 'samtykke') {
        throw new Afvist('hviler-ikke-paa-samtykke', 'Anbringelsen hviler ikke på samtykke.', { status: 409 });
      }
      return [event(E.AnbringelsessamtykkeBortfaldet, { ...tilhoer(a), regime, personId, dato })];
    }
    case 'SkiftGrundlag':
      return skiftGrundlag(command, a);
    case 'OphoerAnbringelse':
      return ophoer(command, a);
  }
}

function kraevIkkeOphoert(a: BesluttetAnbringelse): void {
  if (a.fase === 'ophoert') {
    throw new Afvist('anbringelse-ophoert', `Anbringelsen ophørte ${a.ophoertDato ?? ''}.`, { status: 409 });
  }
}

/** Refuses what is about a child that lives in the place, before it has moved in. */
export function kraevIvaerksat(a: BesluttetAnbringelse): void {
  kraevIkkeOphoert(a);
  if (a.fase === 'besluttet') {
    throw new Afvist('anbringelse-ikke-ivaerksat', 'Anbringelsen er ikke sat i værk endnu.', { status: 409 });
  }
}

function ivaerksaet(command: IvaerksaetAnbringelse, a: BesluttetAnbringelse): readonly AnbringelseEvent[] {
  const { dato, regime, naesteTilsynSenest, myndigDato, grundlagSlut } = command;
  const samtykke = regime === 'SEL' ? 'SEL § 52' : 'BL § 46';
  if (a.fase !== 'besluttet')
    throw new Afvist('anbringelse-ivaerksat', 'Anbringelsen er allerede sat i værk.', { status: 409 });
  ikkeFoer(dato, a.afgoerelseDato, 'dato', 'Barnet kan ikke anbringes, før det er afgjort', a.hjemmel);
  if (a.grundlag === 'samtykke' && a.samtykkeBortfaldet !== null && a.samtykkeBortfaldet <= dato) {
    throw new Afvist('samtykke-bortfaldet', `Samtykket er trukket tilbage ${a.samtykkeBortfaldet}.`, {
      felt: 'dato',
      paragraf: samtykke,
      mangler: ['samtykke-trukket-tilbage'],
    });
  }
  // A child is not taken from its home on a decision that has ended or run out (SEL § 62, BL § 50).
  if (a.grundlag === 'tvang' && grundlagSlut !== null) {
    throw new Afvist(
      'grundlag-ophoert',
      `Den afgørelse, som anbringelsen hviler på, bærer den ikke længere (${grundlagSlut}). Barnet kan kun anbringes uden samtykke efter en ny.`,
      {
        felt: 'dato',
        paragraf: regime === 'SEL' ? 'SEL §§ 62 og 68' : 'BL §§ 50 og 100',
        mangler: ['udvalgsafgoerelse'],
      },
    );
  }
  if (a.grundlag !== 'ungestoette' && myndigDato !== undefined && dato >= myndigDato) {
    throw new Afvist('fyldt-18', 'Den unge er fyldt 18 år; døgnophold er herefter ungestøtte.', {
      felt: 'dato',
      paragraf: a.hjemmel,
    });
  }
  if (a.grundlag === 'ungestoette' && (myndigDato === undefined || dato < myndigDato)) {
    throw new Afvist('ikke-fyldt-18', 'Ungestøtte begynder tidligst, når den unge er fyldt 18 år.', {
      felt: 'dato',
      paragraf: regime === 'SEL' ? 'SEL § 76' : 'BL §§ 113-114',
    });
  }
  return [
    event(E.AnbringelseIvaerksat, {
      ...{ ...tilhoer(a), regime, grundlag: a.grundlag, stedtype: a.stedtype, ivaerksatDato: dato, naesteTilsynSenest },
      ...(myndigDato === undefined ? {} : { myndigDato }),
      ...command.undersoegelse,
    }),
  ];
}

function skiftSted(
  command: SkiftAnbringelsessted,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  kraevIvaerksat(a);
  const { type: _type, stedtype, udvalg, mangler, ...data } = command;
  const { regime, afgoerelseDato, dato } = command;
  ikkeFremtid(afgoerelseDato, context, 'afgoerelseDato');
  ikkeFoer(dato, afgoerelseDato, 'dato', 'Barnet kan ikke flyttes, før det er afgjort', command.hjemmel);
  ikkeFoer(dato, a.stedFra ?? afgoerelseDato, 'dato', 'Barnet flyttede først til det nuværende sted senere');
  kraevUdvalgFoer(udvalg, afgoerelseDato, regime);
  kraevUbrugt(udvalg, a, command.hjemmel);
  kraevStedtype(stedtype, udvalg?.afgoerelseKode, regime);
  if (command.stedGodkendt > afgoerelseDato) {
    throw new Afvist('sted-ikke-godkendt', 'Anbringelsesstedet skal være godkendt, før der træffes afgørelse.', {
      felt: 'stedGodkendt',
      paragraf: regime === 'SEL' ? 'SEL § 66' : 'BL § 43, stk. 2',
      mangler: ['sted-godkendt'],
    });
  }
  kraevIngenMangler(mangler, 'sted-kan-ikke-skiftes');
  return [
    event(E.AnbringelsesstedSkiftet, {
      ...{ ...tilhoer(a), ...data, fraStedtype: a.stedtype, stedtype: stedtype.kode, samtykke: udvalg === undefined },
      ...udvalgsfelter(udvalg),
    }),
  ];
}

// The decision that a child was placed or moved by is used with it: another move is another decision.
function kraevUbrugt(udvalg: Udvalgsafgoerelse | undefined, a: BesluttetAnbringelse, paragraf: string): void {
  if (udvalg === undefined) return;
  const samme = udvalg.afgoerelseId !== undefined && udvalg.afgoerelseId === a.udvalg?.afgoerelseId;
  if (!samme && udvalg.dato >= (a.stedFra ?? udvalg.dato)) return;
  throw new Afvist(
    'udvalgsafgoerelse-brugt',
    'Barnet er flyttet efter den afgørelse. En flytning uden samtykke kræver, at udvalget afgør netop den.',
    { felt: 'udvalg', paragraf, mangler: ['udvalgsafgoerelse'] },
  );
}

function skiftGrundlag(
  command: Extract<Gangkommando, { type: 'SkiftGrundlag' }>,
  a: BesluttetAnbringelse,
): readonly AnbringelseEvent[] {
  kraevIvaerksat(a);
  const { regime, grundlag, hjemmel, dato, udvalg, mangler, afgoerelseId, begrundelse, boernesamtale } = command;
  kraevUdvalgFoer(udvalg, dato, regime);
  ikkeFoer(dato, a.ivaerksatDato ?? a.afgoerelseDato, 'dato', 'Anbringelsen begyndte først senere');
  // What it rests on ends when it goes on by consent, so it cannot have been decided since.
  if (grundlag === 'samtykke' && a.udvalg !== null)
    ikkeFoer(dato, a.udvalg.dato, 'dato', 'Det, som anbringelsen hviler på, blev afgjort senere');
  if (grundlag === 'tvang' && udvalg === undefined) {
    throw new Afvist(
      'udvalgsafgoerelse-mangler',
      'Uden samtykke fortsætter anbringelsen kun efter udvalgets afgørelse.',
      {
        felt: 'udvalg',
        paragraf: regime === 'SEL' ? 'SEL §§ 58 og 74' : 'BL §§ 47 og 142',
        mangler: ['udvalgsafgoerelse'],
      },
    );
  }
  if (grundlag === 'ungestoette') kraevUngestoette(a, dato, regime);
  else kraevIkkeMyndig(a, dato, hjemmel);
  kraevIngenMangler(mangler, 'grundlag-kan-ikke-skiftes');
  if (grundlag === a.grundlag && a.samtykkeBortfaldet === null && !erNyAfgoerelse(udvalg, a)) {
    throw new Afvist('grundlag-uaendret', 'Anbringelsen hviler allerede på det grundlag.', {
      felt: 'grundlag',
      status: 409,
    });
  }
  return [
    event(E.AnbringelsesgrundlagSkiftet, {
      ...{ ...tilhoer(a), regime, fra: a.grundlag, grundlag, hjemmel, dato },
      ...udvalgsfelter(udvalg),
      ...(afgoerelseId === undefined ? {} : { afgoerelseId }),
      ...(begrundelse === undefined ? {} : { begrundelse }),
      ...(boernesamtale?.art === 'holdt' ? { boernesamtaleDato: boernesamtale.dato } : {}),
      ...(boernesamtale?.art === 'undladt' ? { boernesamtaleUndladt: boernesamtale.begrundelse } : {}),
    }),
  ];
}

// The committee's own decision after the chairman's, or its treatment anew, is a new basis of the same kind.
function erNyAfgoerelse(udvalg: Udvalgsafgoerelse | undefined, { udvalg: nu }: BesluttetAnbringelse): boolean {
  if (udvalg === undefined) return false;
  const { afgoerelseId = null, formandsafgoerelseId = null, dato } = udvalg;
  return nu?.afgoerelseId !== afgoerelseId || nu.formandsafgoerelseId !== formandsafgoerelseId || nu.dato !== dato;
}

// Neither parents nor committee can place somebody who is of age.
function kraevIkkeMyndig(a: BesluttetAnbringelse, dato: string, hjemmel: string): void {
  if (a.grundlag !== 'ungestoette' && (a.myndigDato === null || dato < a.myndigDato)) return;
  throw new Afvist('fyldt-18', 'Den unge er fyldt 18 år; døgnopholdet kan kun fortsætte som ungestøtte.', {
    felt: 'grundlag',
    paragraf: hjemmel,
  });
}

function kraevUngestoette(a: BesluttetAnbringelse, dato: string, regime: Regime): void {
  const paragraf = regime === 'SEL' ? 'SEL §§ 68, stk. 11, og 76' : 'BL §§ 111 og 114';
  if (a.ungestoette?.udfald !== 'doegnophold') {
    throw new Afvist(
      'ungestoette-ikke-afgjort',
      'Døgnopholdet fortsætter kun efter det fyldte 18. år, når det er afgjort som ungestøtte.',
      { felt: 'grundlag', paragraf, mangler: ['ungestoette-afgoerelse'] },
    );
  }
  if (a.myndigDato === null || dato < a.myndigDato) {
    throw new Afvist('ikke-fyldt-18', 'Ungestøtten begynder, når den unge fylder 18 år.', { felt: 'dato', paragraf });
  }
}

function ophoer(
  command: Extract<Gangkommando, { type: 'OphoerAnbringelse' }>,
  a: BesluttetAnbringelse,
): readonly AnbringelseEvent[] {
  const { regime, dato, aarsag, begrundelse } = command;
  ikkeFoer(dato, a.ivaerksatDato ?? a.afgoerelseDato, 'dato', 'Anbringelsen begyndte først senere');
  kraevOphoersgrund(command, a);
  const ivaerksat = a.fase === 'ivaerksat';
  return [event(E.AnbringelseOphoert, { ...tilhoer(a), regime, ophoertDato: dato, ivaerksat, aarsag, begrundelse })];
}

function kraevOphoersgrund(
  { aarsag, dato, regime }: Extract<Gangkommando, { type: 'OphoerAnbringelse' }>,
  a: BesluttetAnbringelse,
): void {
  const afvis = (kode: string, forklaring: string, paragraf: string, mangler: readonly string[] = []): never => {
    throw new Afvist(kode, forklaring, { felt: 'aarsag', paragraf, mangler });
  };
  switch (aarsag) {
    case 'ikke-ivaerksat':
      if (a.fase !== 'besluttet')
        afvis(
          'hjemgivelse-kraeves',
          'Barnet er anbragt: det kommer hjem efter en afgørelse om hjemgivelse.',
          regime === 'SEL' ? 'SEL § 68, stk. 2' : 'BL § 100, stk. 1',
          ['hjemgivelse-afgoerelse'],
        );
      return;
    case 'fyldt-18':
      if (a.myndigDato === null || dato < a.myndigDato)
        afvis('ikke-fyldt-18', 'Den unge er ikke fyldt 18 år på datoen.', a.hjemmel);
      if (a.ungestoette === null)
        afvis(
          'ungestoette-ikke-afgjort',
          'Anbringelsen kan ikke ophøre ved det fyldte 18. år, før der er truffet afgørelse om ungestøtte.',
          regime === 'SEL' ? 'SEL § 68, stk. 11' : 'BL § 111, stk. 1',
          ['ungestoette-afgoerelse'],
        );
      return;
    case 'ungestoette-slut':
      if (a.grundlag !== 'ungestoette')
        afvis('ikke-ungestoette', 'Anbringelsen er ikke ungestøtte.', regime === 'SEL' ? 'SEL § 76' : 'BL § 114');
      return;
    case 'anden-kommune':
    case 'doed':
      return;
  }
}
