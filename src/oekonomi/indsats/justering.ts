import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { type Mangel } from '../../faelles/skridt.js';
import { ikkeFoer, ikkeFremtid } from '../datoer.js';
import { kraevIngenMangler } from '../mangler.js';
import { type Boernesamtale } from './indsats.js';
import { type IndsatsEvent } from './indsats.events.js';
import * as J from './justering.events.js';
import { type Aftale, type Antalpr, type BevilgetIndsats, type Prisenhed, type Regime } from './tilstand.js';

/** What an adjustment is to the family: only money, more help, or less of it. */
export type Justeringsart = 'pris' | 'mere' | 'mindre';

export interface JusterIndsats {
  readonly type: 'JusterIndsats';
  readonly regime: Regime;
  readonly gaelderFra: string;
  readonly prisOere?: number;
  readonly prisEnhed?: Prisenhed;
  readonly omfang?: { readonly antalHundrededele: number; readonly antalPr: Antalpr };
  readonly forventetVarighedMaaneder?: number;
  /** The decision in the case about more or less help; a new price needs none. */
  readonly afgoerelseId?: string;
  readonly opfoelgningId?: string;
  /** When consent to more help was complete. */
  readonly samtykkeDato?: string;
  readonly boernesamtale?: Boernesamtale;
  /** What consent to more help, and the talk with the child, still lack. */
  readonly mangler: readonly Mangel[];
  readonly begrundelse: string;
}

/** Help cannot be made less before it is decided (forvaltningsloven § 19). */
export function kraevIkkeTilbage(art: Justeringsart, gaelderFra: string, dato: string, regime: Regime): void {
  if (art !== 'mindre' || gaelderFra >= dato) return;
  throw new Afvist('justering-tilbage-i-tid', 'Hjælpen kan ikke gøres mindre, før det er afgjort.', {
    felt: 'gaelderFra',
    paragraf: opfoelgningshjemmel(regime),
  });
}

export interface BeslutIndsatsophoer {
  readonly type: 'BeslutIndsatsophoer';
  readonly regime: Regime;
  readonly afgoerelseId: string;
  readonly afgoerelseDato: string;
  readonly virkningFra: string;
  readonly begrundelse: string;
  readonly barnetsHoldning: string;
}

export type Indsatssamtykke =
  | {
      readonly type: 'BortfaldIndsatssamtykke';
      readonly regime: Regime;
      readonly personId: string;
      readonly dato: string;
    }
  | { readonly type: 'GenopretIndsatssamtykke'; readonly regime: Regime; readonly dato: string };

const tilhoer = ({ indsatsId, barnId, sagId }: BevilgetIndsats) => ({ indsatsId, barnId, sagId });

// Days of a mean month and of a measure's own period: only to see which of two scopes is the larger.
function prDoegn({ antalHundrededele, antalPr }: NonNullable<Aftale['omfang']>, maaneder: number): number {
  const dage = { doegn: 1, uge: 7, maaned: 30.4375, periode: 30.4375 * maaneder } as const;
  return antalHundrededele / dage[antalPr];
}

/** The agreement as it is after the change. */
function nyAftale(command: JusterIndsats, { aftale }: BevilgetIndsats): Aftale {
  return {
    prisOere: command.prisOere ?? aftale.prisOere,
    prisEnhed: command.prisEnhed ?? aftale.prisEnhed,
    omfang: command.omfang ?? aftale.omfang,
    forventetVarighedMaaneder: command.forventetVarighedMaaneder ?? aftale.forventetVarighedMaaneder,
  };
}

/** Less in any way goes against the family, whatever else is changed with it. A scope that was never told is not less. */
export function justeringsart(command: JusterIndsats, i: BevilgetIndsats): Justeringsart {
  const ny = nyAftale(command, i);
  const varighed = ny.forventetVarighedMaaneder - i.aftale.forventetVarighedMaaneder;
  const omfang =
    ny.omfang === null || i.aftale.omfang === null
      ? 0
      : prDoegn(ny.omfang, ny.forventetVarighedMaaneder) - prDoegn(i.aftale.omfang, i.aftale.forventetVarighedMaaneder);
  if (varighed < 0 || omfang < 0) return 'mindre';
  return varighed > 0 || omfang > 0 ? 'mere' : 'pris';
}

const opfoelgningshjemmel = (regime: Regime): string => (regime === 'SEL' ? 'SEL § 70' : 'BL § 95');

/** Changes price, scope or duration of a running measure from a date; what held before stays in the log. */
export function juster(command: JusterIndsats, i: BevilgetIndsats, context: DecisionContext): readonly IndsatsEvent[] {
  kraevIGang(i, command.regime);
  ikkeFoer(
    command.gaelderFra,
    i.justeret ?? i.ivaerksatDato ?? i.afgoerelseDato,
    'gaelderFra',
    'Ændringen kan ikke gælde fra før den, der gælder nu',
  );
  const ny = nyAftale(command, i);
  if (JSON.stringify(ny) === JSON.stringify(i.aftale)) {
    throw new Afvist('intet-at-justere', 'Intet er ændret: angiv en ny pris, et nyt omfang eller en ny varighed.', {
      felt: 'prisOere',
    });
  }
  const art = justeringsart(command, i);
  if (art !== 'pris') kraevIngenMangler(command.mangler, 'indsats-kan-ikke-justeres');
  if (command.samtykkeDato !== undefined) ikkeFremtid(command.samtykkeDato, context, 'samtykker');
  if (art !== 'pris' && command.afgoerelseId === undefined) {
    throw new Afvist('afgoerelse-mangler', 'Mere eller mindre hjælp er en afgørelse i sagen.', {
      paragraf: opfoelgningshjemmel(command.regime),
      mangler: ['afgoerelse'],
    });
  }
  const { regime, gaelderFra, afgoerelseId, opfoelgningId, samtykkeDato, boernesamtale, begrundelse } = command;
  const { omfang, ...resten } = ny;
  return [
    event(J.IndsatsJusteret, {
      ...{ ...tilhoer(i), regime, art, gaelderFra, begrundelse, ...resten, ...omfang },
      ...(afgoerelseId === undefined ? {} : { afgoerelseId }),
      ...(opfoelgningId === undefined ? {} : { opfoelgningId }),
      ...(samtykkeDato === undefined ? {} : { samtykkeDato }),
      ...(boernesamtale?.art === 'holdt' ? { boernesamtaleDato: boernesamtale.dato } : {}),
      ...(boernesamtale?.art === 'undladt' ? { boernesamtaleUndladt: boernesamtale.begrundelse } : {}),
    }),
  ];
}

/** Decides that a running measure shall end; the parties have been heard when the decision was made in the case. */
export function beslutOphoer(
  command: BeslutIndsatsophoer,
  i: BevilgetIndsats,
  context: DecisionContext,
): readonly IndsatsEvent[] {
  const { type: _type, ...data } = command;
  ikkeFremtid(data.afgoerelseDato, context, 'afgoerelseDato');
  kraevIkkeOphoert(i);
  if (i.ophoerBesluttet !== null) {
    throw new Afvist('ophoer-besluttet', `Ophøret er allerede afgjort ${i.ophoerBesluttet.afgoerelseDato}.`, {
      status: 409,
    });
  }
  ikkeFoer(data.afgoerelseDato, i.afgoerelseDato, 'afgoerelseDato', 'Indsatsen blev først bevilget senere');
  ikkeFoer(
    data.virkningFra,
    data.afgoerelseDato,
    'virkningFra',
    'Indsatsen kan ikke ophøre, før det er afgjort',
    opfoelgningshjemmel(command.regime),
  );
  return [event(J.IndsatsophoerBesluttet, { ...tilhoer(i), ...data })];
}

/** Notes that the consent the measure rests on is gone, or is there again. */
export function noterSamtykke(
  command: Indsatssamtykke,
  i: BevilgetIndsats,
  context: DecisionContext,
): readonly IndsatsEvent[] {
  ikkeFremtid(command.dato, context, 'dato');
  kraevIkkeOphoert(i);
  ikkeFoer(command.dato, i.samtykkeBortfaldet ?? i.afgoerelseDato, 'dato', 'Det blev først aktuelt senere');
  const { type, ...data } = command;
  if (type === 'BortfaldIndsatssamtykke') {
    const { regime, personId, dato } = command;
    return [event(J.IndsatssamtykkeBortfaldet, { ...tilhoer(i), regime, personId, dato })];
  }
  if (i.samtykkeBortfaldet === null) return [];
  return [event(J.IndsatssamtykkeGenoprettet, { ...tilhoer(i), regime: data.regime, dato: data.dato })];
}

function kraevIkkeOphoert(i: BevilgetIndsats): void {
  if (i.fase === 'ophoert') throw new Afvist('indsats-ophoert', 'Indsatsen er allerede ophørt.', { status: 409 });
}

function kraevIGang(i: BevilgetIndsats, regime: Regime): void {
  if (i.fase !== 'ivaerksat') {
    throw new Afvist('indsats-ikke-i-gang', 'Kun en indsats, som er i gang, kan justeres.', {
      status: 409,
      paragraf: opfoelgningshjemmel(regime),
    });
  }
}
