import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import * as F from './forloeb.events.js';
import { type Forloebskommando } from './kommandoer.js';
import { aabneUdtalelser, kraevFindes, kraevIGang, paragraf50, tilhoer } from './krav.js';
import { type BegyndtUndersoegelse, type Undersoegelse } from './tilstand.js';
import { TRIN, TRINNAVN } from './trin.js';
import { BfuAfbrudt, type UndersoegelseEvent } from './undersoegelse.events.js';

type Haendelser = readonly UndersoegelseEvent[];
type Kommando<T extends Forloebskommando['type']> = Extract<Forloebskommando, { type: T }>;

/** Steps that are taken before the investigation ends; a plan and its start come after. */
const EFTER_FRISTEN: readonly string[] = ['plan', 'ivaerksaettelse'];

/** What happens to the course of the investigation: planned anew, overtaken by a birth, cut short by a move or by age. */
export function forloeb(command: Forloebskommando, state: Undersoegelse, context: DecisionContext): Haendelser {
  switch (command.type) {
    case 'PlanlaegMilepaele':
      return planlaeg(command, kraevIGang(state), context);
    case 'NoterFoedsel':
      return noterFoedsel(command, kraevIGang(state), context);
    case 'AfbrydBfu':
      return afbryd(command, kraevIGang(state), context);
    case 'UndladMellemkommunalUnderretning': {
      const u = kraevFlyttet(kraevFindes(state), command.dato, context);
      const { dato, begrundelse } = command;
      return [event(F.MellemkommunalUnderretningUndladt, { ...tilhoer(u), dato, begrundelse })];
    }
  }
}

/** The act of the day on which the family had moved, not of the decision. */
function paragraf152(u: BegyndtUndersoegelse): string {
  return (u.afbrudt?.regime ?? u.regime) === 'SEL' ? 'SEL § 152, stk. 1-2' : 'BL § 132, stk. 1-2';
}

function planlaeg(
  command: Kommando<'PlanlaegMilepaele'>,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): Haendelser {
  ikkeIFremtiden(command.dato, context, 'dato');
  for (const { trin, planlagt } of command.milepaele) {
    const navngivet = `Trin ${TRIN.indexOf(trin) + 1} (${TRINNAVN[trin]})`;
    if (u.naaet[trin] !== undefined) {
      throw new Afvist('milepael-naaet', `${navngivet} er nået ${u.naaet[trin]} og kan ikke planlægges om.`, {
        felt: 'milepaele',
        status: 409,
      });
    }
    ikkeFoer(planlagt, command.dato, 'milepaele', `${navngivet} kan ikke planlægges til før i dag`);
    // A deadline that has passed cannot be planned for; what is left is planned as soon as it can be done.
    if (!EFTER_FRISTEN.includes(trin) && planlagt > command.frist && command.dato <= command.frist) {
      throw new Afvist(
        'milepael-efter-frist',
        `${navngivet} er planlagt efter undersøgelsens frist ${command.frist}. Kan fristen undtagelsesvis ikke holdes, laves en foreløbig vurdering.`,
        { felt: 'milepaele', paragraf: paragraf50(u, '20, stk. 3') },
      );
    }
  }
  const { dato, milepaele, begrundelse } = command;
  return [
    event(F.MilepaeleAendret, {
      ...tilhoer(u),
      dato,
      milepaele: milepaele.map(({ trin, planlagt }) => ({ trin, planlagt })),
      ...(begrundelse === undefined ? {} : { begrundelse }),
    }),
  ];
}

function noterFoedsel(
  command: Kommando<'NoterFoedsel'>,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): Haendelser {
  const paragraf = u.regime === 'SEL' ? 'SEL § 50' : 'BL §§ 20 og 26';
  if (!u.kommendeForaeldre) {
    throw new Afvist('ikke-kommende-foraeldre', 'Undersøgelsen handler om et barn, der er født.', {
      paragraf,
      status: 409,
    });
  }
  ikkeIFremtiden(command.dato, context, 'dato');
  ikkeFoer(
    command.dato,
    u.opmaerksomDato,
    'dato',
    'Barnet kan ikke være født, før kommunen blev opmærksom på det',
    paragraf,
  );
  if (command.barn.ufoedt) {
    throw new Afvist(
      'foedsel-ikke-registreret',
      'Barnet står som ufødt i netværket. Registrér fødslen på barnet først, så dets alder er kendt.',
      { paragraf, mangler: ['person-foedsel'] },
    );
  }
  const { dato, begrundelse } = command;
  return [event(F.FoedselNoteret, { ...tilhoer(u), dato, begrundelse })];
}

function afbryd(command: Kommando<'AfbrydBfu'>, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  const { dato, aarsag, begrundelse, regime, barn } = command;
  ikkeIFremtiden(dato, context, 'dato');
  ikkeFoer(dato, u.afgoerelseDato, 'dato', 'Undersøgelsen kan ikke afbrydes, før den var besluttet');
  if (aarsag === 'fyldt-18' && barn?.alder !== undefined && barn.alder < 18) {
    throw new Afvist('ikke-fyldt-18', `Barnet er ${barn.alder} år ${dato}, så alderen afbryder ikke undersøgelsen.`, {
      felt: 'aarsag',
      paragraf: paragraf50(u, '20'),
    });
  }
  if (aarsag === 'foedsel' && (!u.kommendeForaeldre || barn?.ufoedt === true)) {
    throw new Afvist(
      'ikke-foedt',
      'Kun en undersøgelse af kommende forældre slutter ved fødslen, når barnet er født.',
      {
        felt: 'aarsag',
        paragraf: u.regime === 'SEL' ? 'SEL § 50' : 'BL § 26',
      },
    );
  }
  if (u.udenSamtykke?.ophold != null && u.udenSamtykke.ophold.ophoert === null) {
    throw new Afvist(
      'ophold-i-gang',
      'Barnet er stadig på ophold under undersøgelsen. Registrér, at opholdet er ophørt, før undersøgelsen afbrydes.',
      {
        paragraf: u.udenSamtykke.regime === 'SEL' ? 'SEL § 51' : 'BL § 23',
        mangler: ['undersoegelsesophold-ophoer'],
      },
    );
  }
  return [event(BfuAfbrudt, { ...tilhoer(u), dato, aarsag, regime, begrundelse, ...aabneUdtalelser(u) })];
}

function kraevFlyttet(u: BegyndtUndersoegelse, dato: string, context: DecisionContext): BegyndtUndersoegelse {
  if (u.afbrudt?.aarsag !== 'flytning') {
    throw new Afvist(
      'ikke-flyttet',
      'Der tages kun stilling til, om en anden kommune skal underrettes, når undersøgelsen er afbrudt, fordi familien er flyttet.',
      { paragraf: paragraf152(u), mangler: ['bfu-afbrydelse'] },
    );
  }
  if (u.mellemkommunalKlaret) {
    throw new Afvist('mellemkommunal-klaret', 'Der er allerede taget stilling til den mellemkommunale underretning.', {
      paragraf: paragraf152(u),
      status: 409,
    });
  }
  ikkeIFremtiden(dato, context, 'dato');
  ikkeFoer(dato, u.begyndt, 'dato', 'Det kan ikke være sket, før undersøgelsen begyndte');
  return u;
}
