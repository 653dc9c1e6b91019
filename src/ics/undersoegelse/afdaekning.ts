import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import * as A from './afdaekning.events.js';
import {
  type AfslutAfdaekning,
  type Barnefakta,
  type BeslutAfdaekning,
  type Bfugrund,
  type KonverterTilBfu,
} from './kommandoer.js';
import { kraevBarnetsHoldning, kraevStadigBarn, kraevUnder18, tilhoer } from './krav.js';
import { type BegyndtUndersoegelse, type Undersoegelse } from './tilstand.js';
import { BfuBesluttet, type UndersoegelseEvent } from './undersoegelse.events.js';

type Haendelser = readonly UndersoegelseEvent[];

/** The child's facts as the decision keeps them. */
export function ufoedtFelter(barn: Barnefakta | undefined): { kommendeForaeldre?: boolean; termin?: string } {
  if (barn?.ufoedt !== true) return {};
  return { kommendeForaeldre: true, ...(barn.termin === undefined ? {} : { termin: barn.termin }) };
}

/** BL § 19: the screening has shown that some matters must be looked into. Serviceloven has no such track. */
export function beslutAfdaekning(
  command: BeslutAfdaekning,
  state: Undersoegelse,
  context: DecisionContext,
): Haendelser {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('bfu-findes', 'Afdækningen er allerede besluttet.', { status: 409 });
  }
  if (command.regime === 'SEL') {
    throw new Afvist(
      'afdaekning-findes-ikke',
      'Afdækning findes først fra 1. januar 2024. Før da undersøges barnets forhold i en børnefaglig undersøgelse.',
      { felt: 'afgoerelseDato', paragraf: 'SEL § 50' },
    );
  }
  if (command.igangvaerende.length > 0) {
    throw new Afvist(
      'bfu-i-gang',
      'Der er allerede en afdækning eller en undersøgelse i gang i sagen. Fortsæt den, eller afslut den først.',
      { paragraf: 'BL §§ 19-20', status: 409 },
    );
  }
  ikkeIFremtiden(command.afgoerelseDato, context, 'afgoerelseDato');
  if (command.opmaerksomDato > command.afgoerelseDato) {
    throw new Afvist(
      'opmaerksom-efter-afgoerelse',
      'Kommunen kan ikke være blevet opmærksom på behovet efter beslutningen.',
      { felt: 'opmaerksomDato', paragraf: 'BL § 20, stk. 3' },
    );
  }
  if (command.barn !== undefined) kraevUnder18(command.barn, 'BL');
  kraevScreening(command);
  kraevIngenPligtTilBfu(command.grunde);
  const ukendte = command.forhold.filter((tema) => command.gyldigeTemaer[tema] === undefined);
  if (ukendte.length > 0) {
    const gyldige = Object.keys(command.gyldigeTemaer).join(', ');
    throw new Afvist('ukendt-tema', `Ukendt: ${ukendte.join(', ')}. Vælg blandt: ${gyldige}.`, {
      felt: 'forhold',
      paragraf: 'BL § 19',
    });
  }
  const { bfuId, barnId, sagId, opmaerksomDato, afgoerelseDato, forhold, begrundelse, screening } = command;
  return [
    event(A.AfdaekningBesluttet, {
      ...{ bfuId, barnId, sagId, opmaerksomDato, afgoerelseDato, begrundelse },
      forhold: [...forhold],
      forholdsnavne: forhold.map((kode) => command.gyldigeTemaer[kode]?.navn ?? kode),
      ...(screening?.underretningId === undefined ? {} : { underretningId: screening.underretningId }),
      ...(screening?.screeningId === undefined ? {} : { screeningId: screening.screeningId }),
      ...ufoedtFelter(command.barn),
    }),
  ];
}

function kraevScreening({ screening }: BeslutAfdaekning): void {
  if (screening === undefined) {
    throw new Afvist(
      'screening-mangler',
      'En afdækning følger af en screening. Angiv underretningen, der er screenet til afdækning, eller screen sagen først.',
      { paragraf: 'BL § 18, stk. 1-2', mangler: ['screening'] },
    );
  }
  if (screening.udfald !== 'afdaekning') {
    throw new Afvist(
      'screening-peger-paa-andet',
      `Screeningen førte til '${screening.udfald}' og ikke til en afdækning. Screen på ny, hvis der er nye oplysninger.`,
      { paragraf: 'BL § 18, stk. 1-2', mangler: ['screening'] },
    );
  }
}

// BL § 20, stk. 1: with one of these an investigation is a duty; looking into a part is not enough.
function kraevIngenPligtTilBfu(grunde: readonly Bfugrund[]): void {
  if (grunde.length > 0) {
    throw new Afvist(
      'bfu-er-pligt',
      'Med disse forhold skal der laves en børnefaglig undersøgelse; en afdækning er ikke nok.',
      { felt: 'grunde', paragraf: 'BL § 20, stk. 1', mangler: ['bfu-afgoerelse'] },
    );
  }
}

/** Ends the afdækning with its own conclusion; a need for an investigation is a conversion instead. */
export function afslutAfdaekning(
  command: AfslutAfdaekning,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): Haendelser {
  kraevAfdaekning(u);
  ikkeIFremtiden(command.dato, context, 'dato');
  ikkeFoer(command.dato, u.afgoerelseDato, 'dato', 'Afdækningen kan ikke være afsluttet, før den blev besluttet');
  kraevStadigBarn(command.barn, u);
  kraevIngenPligtTilBfu(command.grunde);
  if (!u.kommendeForaeldre && u.boernesamtale === 'mangler') {
    throw new Afvist(
      'boernesamtale-mangler',
      'Barnets holdning skal være skaffet ved en samtale, eller samtalen skal være undladt med begrundelse, før der konkluderes.',
      { paragraf: 'BL § 5, stk. 3-4', mangler: ['bfu-boernesamtale'] },
    );
  }
  if (u.barnetHoert !== null) {
    ikkeFoer(command.dato, u.barnetHoert, 'dato', 'Barnet skal være hørt, før der konkluderes', 'BL § 5, stk. 3-4');
  }
  kraevBarnetsHoldning(command.barnetsHoldning, u, 'BL § 5, stk. 3');
  const peger = command.udfald !== 'ingen-stoette';
  if (!peger && command.indsatskoder.length > 0) {
    throw new Afvist(
      'stillingtagen-uklar',
      'Konklusionen siger, at støtte ikke er nødvendig, men peger på indsatser.',
      {
        felt: 'indsatskoder',
        paragraf: 'BL § 19',
      },
    );
  }
  const ukendte = command.indsatskoder.filter((kode) => !command.kendteIndsatskoder.includes(kode));
  if (ukendte.length > 0) {
    throw new Afvist(
      'ukendt-indsats',
      `Findes ikke i kataloget over indsatser ${command.dato}: ${ukendte.join(', ')}.`,
      {
        felt: 'indsatskoder',
        paragraf: 'BL § 19',
      },
    );
  }
  const { dato, udfald, indsatskoder, konklusion, barnetsHoldning, foraeldresHoldning } = command;
  const igang = command.igangvaerendeIndsatser ?? [];
  return [
    event(A.AfdaekningAfsluttet, {
      ...tilhoer(u),
      ...{ dato, udfald, konklusion, foraeldresHoldning },
      indsatskoder: [...indsatskoder],
      ...(barnetsHoldning === undefined ? {} : { barnetsHoldning }),
      ...(igang.length === 0 ? {} : { igangvaerendeIndsatser: [...igang] }),
    }),
  ];
}

/** BL § 19 → § 20: the same stream goes on, so what was gathered and the day of awareness are kept. */
export function konverter(command: KonverterTilBfu, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  kraevAfdaekning(u);
  ikkeIFremtiden(command.afgoerelseDato, context, 'afgoerelseDato');
  ikkeFoer(
    command.afgoerelseDato,
    u.afgoerelseDato,
    'afgoerelseDato',
    'Undersøgelsen kan ikke være besluttet, før afdækningen var det',
    'BL § 20',
  );
  kraevStadigBarn(command.barn, u);
  const { afgoerelseDato, regime, begrundelse, hastighed, grunde, milepaele, frist } = command;
  return [
    event(BfuBesluttet, {
      ...tilhoer(u),
      ...{ regime, afgoerelseDato, begrundelse },
      opmaerksomDato: u.opmaerksomDato,
      fraAfdaekning: true,
      ...(hastighed === undefined ? {} : { hastighed }),
      ...(grunde === undefined ? {} : { grunde: [...grunde] }),
      ...(milepaele === undefined ? {} : { milepaele: [...milepaele] }),
      ...(frist === undefined ? {} : { frist }),
      ...(u.kommendeForaeldre ? { kommendeForaeldre: true } : {}),
      ...(u.kommendeForaeldre && u.termin !== null ? { termin: u.termin } : {}),
    }),
  ];
}

function kraevAfdaekning(u: BegyndtUndersoegelse): void {
  if (u.form !== 'afdaekning') {
    throw new Afvist('ikke-en-afdaekning', 'Det er allerede en børnefaglig undersøgelse.', {
      paragraf: u.regime === 'SEL' ? 'SEL § 50' : 'BL § 19',
      status: 409,
    });
  }
}
