import { Afvist } from '../../faelles/afvist.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeFremtid } from '../datoer.js';
import { type Boernesamtale } from '../indsats/indsats.js';
import { boernesamtalemangel } from '../indsats/krav.js';
import { kraevIngenMangler } from '../mangler.js';
import { AnbringelseOphoert } from './anbringelse.events.js';
import { kraevIvaerksat, tilhoer } from './gang.js';
import { type AnbringelseEvent } from './haendelser.js';
import * as H from './hjemgivelse.events.js';
import { type BesluttetAnbringelse } from './tilstand.js';

type Regime = 'SEL' | 'BL';

/** What the act of the day says of the way home; null: the rule is not confirmed, and is off. */
export interface Hjemgivelseslov {
  readonly afgoerelse: string;
  readonly udtalelse: string | null;
  readonly planrevision: string | null;
  readonly periode: string;
  /** Latest end of the period from the decision. */
  readonly periodeSenest: string;
  /** Where the matter goes when the child may not come home and there is no consent. */
  readonly tvang: string;
}

export interface AfgoerHjemgivelse {
  readonly type: 'AfgoerHjemgivelse';
  readonly regime: Regime;
  readonly lov: Hjemgivelseslov;
  readonly afgoerelseId: string;
  readonly afgoerelseDato: string;
  readonly udfald: 'hjemgives' | 'afslag';
  readonly periodeSlut?: string;
  readonly udenPeriode?: string;
  /** When the plan that is valid now was approved; undefined when no valid plan is given. */
  readonly plan?: { readonly planId: string; readonly godkendt: string };
  readonly boernesamtale?: Boernesamtale;
  /** Since when the committee's (or the chairman's) decision carries nothing on the day; null while it does. */
  readonly grundlagSlut: string | null;
  readonly viderestoette?: string;
  readonly begrundelse: string;
  readonly barnetsHoldning: string;
}

export type Hjemgivelseskommando =
  | {
      readonly type: 'AnmodHjemgivelse';
      readonly personId: string;
      readonly dato: string;
      readonly begrundelse?: string;
      /** With custody on the day, or the young person from 15. */
      readonly berettiget: boolean;
      readonly hjemmel: string;
    }
  | { readonly type: 'IndhentHjemgivelsesudtalelse'; readonly dato: string; readonly udtalelse: string }
  | AfgoerHjemgivelse
  | { readonly type: 'OrienterUdvalg'; readonly dato: string }
  | {
      readonly type: 'HjemgivBarn';
      readonly regime: Regime;
      readonly dato: string;
      readonly begrundelse: string;
      readonly hjemmel: string;
    };

/** The child's way home: always by a decision first, also when consent is withdrawn or the committee's decision falls. */
export function hjemgivelse(
  command: Hjemgivelseskommando,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  // The committee is told also when the child is home already.
  if (command.type !== 'OrienterUdvalg' || a.fase === 'besluttet') kraevIvaerksat(a);
  if (a.grundlag === 'ungestoette') {
    throw new Afvist('er-ungestoette', 'Den unge er myndig og hjemgives ikke; ungestøtten kan ophøre.', {
      status: 409,
    });
  }
  const start = a.ivaerksatDato ?? a.afgoerelseDato;
  const dato = command.type === 'AfgoerHjemgivelse' ? command.afgoerelseDato : command.dato;
  ikkeFremtid(dato, context, command.type === 'AfgoerHjemgivelse' ? 'afgoerelseDato' : 'dato');
  ikkeFoer(dato, start, 'dato', 'Barnet var ikke anbragt endnu');
  switch (command.type) {
    case 'AnmodHjemgivelse': {
      const { type: _type, berettiget, hjemmel, ...data } = command;
      kraevUafgjort(a);
      if (!berettiget) {
        throw new Afvist(
          'ikke-berettiget',
          'Hjemgivelse kan anmodes af dem med forældremyndighed og af den unge fra 15 år.',
          { felt: 'personId', paragraf: hjemmel },
        );
      }
      return [event(H.HjemgivelseAnmodet, { ...tilhoer(a), ...data })];
    }
    case 'IndhentHjemgivelsesudtalelse':
      kraevUafgjort(a);
      return [
        event(H.HjemgivelsesudtalelseIndhentet, { ...tilhoer(a), dato: command.dato, udtalelse: command.udtalelse }),
      ];
    case 'AfgoerHjemgivelse':
      return afgoer(command, a);
    case 'OrienterUdvalg':
      if (a.hjemgivelse.afgjort === null || a.hjemgivelse.udvalgOrienteret !== false) {
        throw new Afvist('intet-at-orientere-om', 'Udvalget orienteres om hjemgivelse af et barn, det har anbragt.', {
          status: 409,
          paragraf: 'Ankestyrelsens praksis',
        });
      }
      ikkeFoer(command.dato, a.hjemgivelse.afgjort.dato, 'dato', 'Hjemgivelsen blev først afgjort senere');
      return [event(H.UdvalgOrienteret, { ...tilhoer(a), dato: command.dato })];
    case 'HjemgivBarn':
      return hjemgiv(command, a);
  }
}

function kraevUafgjort(a: BesluttetAnbringelse): void {
  if (a.hjemgivelse.afgjort !== null) {
    throw new Afvist('hjemgivelse-afgjort', `Hjemgivelsen er afgjort ${a.hjemgivelse.afgjort.dato}.`, { status: 409 });
  }
}

/** What the law demands before the decision; a refusal leaves the child where it is, and takes no new plan. */
export function manglerFoerHjemgivelse(
  command: Omit<AfgoerHjemgivelse, 'afgoerelseId'>,
  a: BesluttetAnbringelse,
): readonly Mangel[] {
  const { lov, udfald, plan, afgoerelseDato } = command;
  const mangler: Mangel[] = [...boernesamtalemangel(command.regime, command.boernesamtale, command.afgoerelseDato)];
  const { udtalelse, anmodet } = a.hjemgivelse;
  if (lov.udtalelse !== null && (udtalelse === null || udtalelse > afgoerelseDato)) {
    mangler.push({
      kode: 'hjemgivelse-udtalelse',
      tekst: 'Det nuværende anbringelsessted skal have udtalt sig',
      hjemmel: lov.udtalelse,
    });
  }
  if (udfald === 'afslag' || lov.planrevision === null) return mangler;
  // What has been agreed before somebody wanted the child home is not a revision for the sake of it.
  const siden = a.samtykkeBortfaldet ?? anmodet ?? a.ivaerksatDato ?? a.afgoerelseDato;
  if (plan === undefined || plan.godkendt < siden || plan.godkendt > afgoerelseDato) {
    mangler.push({
      kode: 'hjemgivelse-planrevision',
      tekst: 'Planen skal være revideret og godkendt forud for hjemgivelsen',
      hjemmel: lov.planrevision,
    });
  }
  if (command.viderestoette === undefined) {
    mangler.push({
      kode: 'hjemgivelse-viderestoette',
      tekst: 'Angiv den videre støtte under og efter hjemgivelsen',
      hjemmel: lov.planrevision,
    });
  }
  return mangler;
}

function afgoer(command: AfgoerHjemgivelse, a: BesluttetAnbringelse): readonly AnbringelseEvent[] {
  const { type: _type, lov, plan, boernesamtale: _samtale, grundlagSlut, ...data } = command;
  kraevUafgjort(a);
  if (command.udfald === 'afslag' && a.grundlag === 'tvang' && grundlagSlut !== null) {
    throw new Afvist(
      'uden-grundlag',
      `Udvalgets afgørelse bærer ikke længere anbringelsen (${grundlagSlut}). Barnet kan kun blive, hvis udvalget afgør det igen.`,
      { felt: 'udfald', paragraf: lov.tvang, mangler: ['udvalgsafgoerelse'] },
    );
  }
  if (command.udfald === 'afslag' && a.grundlag === 'samtykke' && a.samtykkeBortfaldet !== null) {
    throw new Afvist(
      'uden-grundlag',
      'Samtykket er trukket tilbage. Barnet kan kun blive, hvis børne- og ungeudvalget beslutter det.',
      { felt: 'udfald', paragraf: lov.tvang, mangler: ['udvalgsafgoerelse'] },
    );
  }
  kraevIngenMangler(manglerFoerHjemgivelse(command, a), 'hjemgivelse-kan-ikke-afgoeres');
  if (command.udfald === 'hjemgives') kraevPeriode(command);
  return [
    event(H.HjemgivelseAfgjort, {
      ...{ ...tilhoer(a), ...data },
      orienterUdvalg: command.udfald === 'hjemgives' && a.grundlag === 'tvang',
      ...(plan === undefined ? {} : { planId: plan.planId }),
    }),
  ];
}

function kraevPeriode({ periodeSlut, udenPeriode, afgoerelseDato, lov }: AfgoerHjemgivelse): void {
  if ((periodeSlut === undefined) === (udenPeriode === undefined)) {
    throw new Afvist(
      'periode-mangler',
      'Fastsæt hjemgivelsesperiodens længde, eller begrund, at den i det særlige tilfælde undlades.',
      { felt: 'periodeSlut', paragraf: lov.periode, mangler: ['hjemgivelsesperiode'] },
    );
  }
  if (periodeSlut === undefined) return;
  ikkeFoer(periodeSlut, afgoerelseDato, 'periodeSlut', 'Perioden kan ikke slutte, før den er besluttet', lov.periode);
  if (periodeSlut > lov.periodeSenest) {
    throw new Afvist('periode-for-lang', `Hjemgivelsesperioden kan højst vare til ${lov.periodeSenest}.`, {
      felt: 'periodeSlut',
      paragraf: lov.periode,
    });
  }
}

function hjemgiv(
  command: Extract<Hjemgivelseskommando, { type: 'HjemgivBarn' }>,
  a: BesluttetAnbringelse,
): readonly AnbringelseEvent[] {
  const { regime, dato, begrundelse, hjemmel } = command;
  const { afgjort } = a.hjemgivelse;
  if (afgjort === null || dato < afgjort.dato) {
    throw new Afvist(
      'hjemgivelse-ikke-afgjort',
      'Barnet kan ikke hjemgives, før der er truffet afgørelse om hjemgivelsen og periodens længde, heller ikke når samtykket er trukket tilbage.',
      { felt: 'dato', paragraf: hjemmel, mangler: ['hjemgivelse-afgoerelse'] },
    );
  }
  if (dato > afgjort.periodeSlut) {
    throw new Afvist('efter-perioden', `Perioden sluttede ${afgjort.periodeSlut}; barnet er hjemgivet senest da.`, {
      felt: 'dato',
      paragraf: hjemmel,
    });
  }
  return [
    event(AnbringelseOphoert, {
      ...{ ...tilhoer(a), regime, ophoertDato: dato, ivaerksat: true, aarsag: 'hjemgivet', begrundelse },
    }),
  ];
}
