import { Afvist } from '../../faelles/afvist.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import { kraevRisikovurdering } from '../parter/brevregler.js';
import { type IgangUdenSamtykke } from './beslutningsgrundlag.js';
import * as E from './buu_sag.events.js';
import { type AfgivIndstilling, type AfgoerBuuSag, type BuuSagKommando, type NyGenbehandling } from './kommandoer.js';
import {
  afvisMangler,
  GENBEHANDLES,
  kraevGenbehandling,
  kraevGrundlagAtOpretholde,
  kraevStemmer,
  manglerFoerAfgoerelsen,
  manglerIIndstillingen,
} from './krav.js';
import { evolve, type BuuSag, type RejstBuuSag } from './tilstand.js';

type Kommando<T extends BuuSagKommando['type']> = Extract<BuuSagKommando, { type: T }>;
type Haendelser = readonly E.BuuSagEvent[];

const tilhoer = ({ buuSagId, sagId, barnId }: RejstBuuSag) => ({ buuSagId, sagId, barnId });

function decide(command: BuuSagKommando, state: BuuSag, context: DecisionContext): Haendelser {
  if (command.type === 'RejsBuuSag') return rejs(command, state, context);
  const sag = kraevRejst(state);
  switch (command.type) {
    case 'SaetGenbehandlingsfrist':
    case 'MeldUndersoegelseGennemfoert':
    case 'OphoerGrundlag':
      return efterAfgoerelsen(command, sag, context);
    case 'VejledPart':
      return vejled(command, kraevAaben(sag), context);
    case 'AfgivIndstilling':
      return indstil(command, kraevAaben(sag), context);
    case 'BeramMoede': {
      kraevAaben(sag);
      kraevIkkeFoer(command.moede, sag.dato, 'moede', 'Mødet kan ikke ligge, før sagen blev rejst', UDVALG(sag));
      return [event(E.BuuMoedeBerammet, { ...tilhoer(sag), moede: command.moede, dato: context.iDag })];
    }
    case 'RegistrerUdtalelse':
      return udtal(command, kraevAaben(sag), context);
    case 'RegistrerSamtykke': {
      kraevAaben(sag);
      kraevIkkeIFremtiden(command.dato, context, 'dato');
      if (command.person?.skalSamtykke !== true) {
        throw new Afvist('samtykke-kraeves-ikke', 'Udvalgets afgørelse kræver ikke personens samtykke.', {
          felt: 'personId',
          paragraf: command.paragraf,
        });
      }
      return [event(E.BuuSamtykkeGivet, { ...tilhoer(sag), personId: command.personId, dato: command.dato })];
    }
    case 'AfgoerBuuSag':
      return afgoer(command, kraevAaben(sag), context);
    case 'TraekBuuSag': {
      kraevAaben(sag);
      kraevDato(command.dato, sag, context);
      kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Skriv, hvorfor sagen trækkes.');
      return [event(E.BuuSagTrukket, { ...tilhoer(sag), dato: command.dato, begrundelse: command.begrundelse })];
    }
  }
}

const UDVALG = (sag: RejstBuuSag): string => (sag.regime === 'SEL' ? 'SEL § 74' : 'BL § 142');

function kraevRejst(state: BuuSag): RejstBuuSag {
  if (state.fase === 'findes-ikke') throw new Afvist('buu-sag-findes-ikke', 'Sagen til udvalget findes ikke.');
  return state;
}

function kraevAaben(sag: RejstBuuSag): RejstBuuSag {
  if (sag.fase === 'afgjort' || sag.fase === 'trukket') {
    throw new Afvist(
      'buu-sag-slut',
      `Sagen er ${sag.fase === 'afgjort' ? 'afgjort' : 'trukket'} og kan ikke ændres. Rejs en ny, hvis der er nye forhold.`,
      { status: 409, paragraf: UDVALG(sag) },
    );
  }
  return sag;
}

function kraevDato(dato: string, sag: RejstBuuSag, context: DecisionContext): void {
  kraevIkkeIFremtiden(dato, context, 'dato');
  kraevIkkeFoer(dato, sag.dato, 'dato', 'Det kan ikke være sket, før sagen blev rejst', UDVALG(sag));
}

function rejs(command: Kommando<'RejsBuuSag'>, state: BuuSag, context: DecisionContext): Haendelser {
  if (state.fase !== 'findes-ikke') throw new Afvist('buu-sag-findes', 'Sagen er allerede rejst.', { status: 409 });
  kraevIkkeIFremtiden(command.dato, context, 'dato');
  const { type: _type, lov, genbehandler, ...data } = command;
  if (lov.afgoerelseKode === 'godkendelse-foreloebig' && command.formandsafgoerelseId === undefined) {
    throw new Afvist('formandsafgoerelse-mangler', 'Angiv den foreløbige afgørelse, som udvalget skal godkende.', {
      felt: 'formandsafgoerelseId',
      paragraf: lov.hjemmel,
    });
  }
  kraevGrundlagAtOpretholde(lov, command.dato, genbehandler, command.overtagetGrundlagTil, 'genbehandlerId');
  kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Skriv, hvorfor sagen rejses.', lov.hjemmel);
  return [
    event(E.BuuSagRejst, {
      ...data,
      ...{ afgoerelseKode: lov.afgoerelseKode, afgoerelsesnavn: lov.afgoerelsesnavn },
      ...{ hjemmel: lov.hjemmel, regime: lov.regime },
      plejeforaeldreIder: [...command.plejeforaeldreIder],
      angaarIder: [...command.angaarIder],
    }),
  ];
}

function vejled(command: Kommando<'VejledPart'>, sag: RejstBuuSag, context: DecisionContext): Haendelser {
  const { personId, dato, maade, part, paragraf } = command;
  kraevDato(dato, sag, context);
  if (part?.part !== true) {
    throw new Afvist('ikke-part', 'Personen er ikke part i sagen og må ikke få dens oplysninger.', {
      felt: 'personId',
      paragraf: `forvaltningsloven § 27; ${paragraf}`,
    });
  }
  if (part.rolle !== 'barn') kraevRisikovurdering(command.risikovurderingMangler);
  return [event(E.BuuPartVejledt, { ...tilhoer(sag), personId, dato, maade })];
}

function indstil(command: AfgivIndstilling, sag: RejstBuuSag, context: DecisionContext): Haendelser {
  const { type: _type, lov, grundlag: _grundlag, ufoedt: _ufoedt, ...data } = command;
  kraevDato(command.dato, sag, context);
  for (const felt of ['indstilling', 'formaal', 'barnetsHoldning', 'foraeldrenesHoldning'] as const) {
    kraevTekst(
      command[felt],
      `${felt}-mangler`,
      felt,
      'Feltet skal udfyldes i indstillingen.',
      lov.paragraf.indstilling,
    );
  }
  if (command.undtagelser.length > 0) {
    kraevTekst(
      command.undtagelsesbegrundelse ?? '',
      'begrundelse-mangler',
      'undtagelsesbegrundelse',
      'Begrund, at loven gør en undtagelse.',
      lov.paragraf.indstilling,
    );
  }
  afvisMangler('indstilling-mangelfuld', 'Indstillingen kan ikke afgives endnu.', manglerIIndstillingen(command));
  return [
    event(E.BuuIndstillingAfgivet, {
      ...tilhoer(sag),
      ...data,
      regime: lov.regime,
      hjemmel: lov.hjemmel,
      undtagelser: [...command.undtagelser],
    }),
  ];
}

function udtal(command: Kommando<'RegistrerUdtalelse'>, sag: RejstBuuSag, context: DecisionContext): Haendelser {
  const { personId, dato, udfald, udtalelse, person, paragraf } = command;
  kraevDato(dato, sag, context);
  kraevTekst(
    udtalelse,
    'udtalelse-mangler',
    'udtalelse',
    udfald === 'undladt' ? 'Begrund, at det må antages at være til skade for barnet.' : 'Skriv, hvad der blev sagt.',
    paragraf,
  );
  if (person === undefined || (!person.maaUdtaleSig && person.rolle !== 'barn')) {
    throw new Afvist('uden-udtaleret', 'Personen har ikke ret til at udtale sig for udvalget i denne sag.', {
      felt: 'personId',
      paragraf,
    });
  }
  // Only the child may be left out, and never because it is easier: SEL § 74, stk. 2; BL § 142, stk. 2.
  if (udfald === 'undladt' && person.rolle !== 'barn') {
    throw new Afvist('udtaleret-kan-ikke-undlades', 'Kun for barnet kan lejligheden til at udtale sig undlades.', {
      felt: 'udfald',
      paragraf,
    });
  }
  return [event(E.BuuUdtalelseGivet, { ...tilhoer(sag), personId, dato, udfald, udtalelse })];
}

function afgoer(command: AfgoerBuuSag, sag: RejstBuuSag, context: DecisionContext): Haendelser {
  const { lov, dato, vedtaget, foelgerIndstilling, stemmerFor, stemmerImod, formaal, begrundelse } = command;
  kraevDato(dato, sag, context);
  if (sag.moede === null || lokalDato(sag.moede) !== dato) {
    throw new Afvist(
      'moede-mangler',
      `Udvalget afgør sagen i et møde${sag.moede === null ? '' : `, og mødet er ${sag.moede}`}. Beram mødet på afgørelsens dag.`,
      { felt: 'dato', paragraf: lov.paragraf.moede, mangler: ['buu-moede'] },
    );
  }
  kraevTekst(begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund afgørelsen.', 'forvaltningsloven §§ 22-24');
  kraevGrundlagAtOpretholde(lov, dato, command.genbehandler, sag.overtagetGrundlagTil ?? undefined, 'dato');
  afvisMangler(
    'buu-kan-ikke-afgoere',
    'Udvalget kan ikke afgøre sagen endnu.',
    manglerFoerAfgoerelsen(sag, sag.indstilling, lov, command.grundlag, command.personer, dato),
  );
  kraevStemmer(lov, { stemmerFor, stemmerImod, vedtaget });
  if (vedtaget && lov.kraeverFormaal && GENBEHANDLES.includes(lov.afgoerelseKode)) {
    kraevTekst(
      formaal ?? '',
      'formaal-mangler',
      'formaal',
      'Afgørelsen skal angive formålet med anbringelsen.',
      lov.paragraf.formaal,
    );
  }
  const afgjort = event(E.BuuAfgjort, {
    ...tilhoer(sag),
    ...(vedtaget ? { afgoerelseId: command.afgoerelseId } : {}),
    ...{ afgoerelseKode: lov.afgoerelseKode, afgoerelsesnavn: lov.afgoerelsesnavn, hjemmel: lov.hjemmel },
    ...{ regime: lov.regime, dato, vedtaget, foelgerIndstilling, stemmerFor, stemmerImod, begrundelse },
    ...(vedtaget && sag.genbehandlerId !== null ? { genbehandlerId: sag.genbehandlerId } : {}),
    ...(formaal === undefined ? {} : { formaal }),
  });
  return [afgjort, ...genbehandlingVed(command, sag)];
}

function genbehandlingVed(command: AfgoerBuuSag, sag: RejstBuuSag): readonly E.BuuSagEvent[] {
  const { lov, genbehandling: ny, dato, vedtaget } = command;
  const skal = vedtaget && GENBEHANDLES.includes(lov.afgoerelseKode);
  if (!skal) {
    if (ny === undefined) return [];
    throw new Afvist('genbehandles-ikke', 'Kun en vedtaget anbringelse uden samtykke skal genbehandles.', {
      felt: 'genbehandling',
      paragraf: lov.paragraf.genbehandling,
    });
  }
  if (ny === undefined) {
    throw new Afvist('genbehandling-mangler', 'Angiv, hvornår anbringelsen skal for udvalget igen.', {
      felt: 'genbehandling',
      paragraf: lov.paragraf.genbehandling,
      mangler: ['genbehandling'],
    });
  }
  kraevGenbehandling(ny, dato, lov.paragraf.genbehandling);
  return [genbehandlingsfrist(sag, ny, dato, 'udvalg')];
}

function genbehandlingsfrist(
  sag: RejstBuuSag,
  ny: NyGenbehandling,
  dato: string,
  grundlag: 'udvalg' | 'ankestyrelsen' | 'dom',
): E.BuuSagEvent {
  const { genbehandling, genbehandlesSenest } = ny;
  return event(E.GenbehandlingsfristSat, {
    ...tilhoer(sag),
    ...{ dato, genbehandling, grundlag },
    ...(genbehandling === 'fastsat' && genbehandlesSenest !== undefined ? { genbehandlesSenest } : {}),
  });
}

function efterAfgoerelsen(
  command: Kommando<'SaetGenbehandlingsfrist' | 'MeldUndersoegelseGennemfoert' | 'OphoerGrundlag'>,
  sag: RejstBuuSag,
  context: DecisionContext,
): Haendelser {
  const afgjort = sag.afgjort;
  if (afgjort?.vedtaget !== true) {
    throw new Afvist('ikke-vedtaget', 'Udvalget har ikke truffet en afgørelse, der kan virke.', {
      status: 409,
      paragraf: UDVALG(sag),
    });
  }
  kraevIkkeIFremtiden(command.dato, context, 'dato');
  kraevIkkeFoer(command.dato, afgjort.dato, 'dato', 'Det kan ikke være sket før udvalgets afgørelse', UDVALG(sag));
  if (command.type === 'MeldUndersoegelseGennemfoert') {
    if (sag.afgoerelseKode !== 'undersoegelse-uden-samtykke' || sag.undersoegelseGennemfoert !== null) {
      throw new Afvist('ingen-undersoegelse', 'Der er ingen undersøgelse uden samtykke i gang.', {
        status: 409,
        paragraf: afgjort.hjemmel,
      });
    }
    const { dato, naesteSkridt, igang } = command;
    kraevIntetIGang(igang, afgjort.hjemmel);
    kraevTekst(
      naesteSkridt,
      'naeste-skridt-mangler',
      'naesteSkridt',
      'Tag stilling til næste skridt.',
      afgjort.hjemmel,
    );
    return [event(E.UndersoegelseUdenSamtykkeGennemfoert, { ...tilhoer(sag), dato, naesteSkridt })];
  }
  if (sag.genbehandling === null || sag.grundlagOphoert !== null) {
    throw new Afvist('ingen-anbringelse', 'Afgørelsen er ikke grundlag for en anbringelse uden samtykke.', {
      status: 409,
      paragraf: afgjort.hjemmel,
    });
  }
  if (command.type === 'SaetGenbehandlingsfrist') {
    kraevGenbehandling(command.ny, command.dato, command.paragraf);
    return [genbehandlingsfrist(sag, command.ny, command.dato, command.grundlag)];
  }
  const { dato, aarsag, begrundelse, anbragt, regime } = command;
  if (aarsag === 'hjemgivelse' && anbragt) {
    throw new Afvist(
      'barnet-er-ikke-hjemme',
      'Barnet er anbragt. I hjemgivelsesperioden fortsætter anbringelsen på det samme grundlag, og det ophører, når det registreres, at barnet er hjemgivet.',
      { felt: 'aarsag', paragraf: regime === 'SEL' ? 'SEL § 68' : 'BL § 100, stk. 4', mangler: ['hjemgivelse'] },
    );
  }
  kraevTekst(begrundelse, 'begrundelse-mangler', 'begrundelse', 'Skriv, hvad der er sket.', afgjort.hjemmel);
  return [event(E.AnbringelsesgrundlagOphoert, { ...tilhoer(sag), dato, aarsag, begrundelse })];
}

/** A stay lasts only while the examination does (SEL § 51, BL § 23), and the investigation tells when it is carried out. */
function kraevIntetIGang(igang: IgangUdenSamtykke | undefined, paragraf: string): void {
  if (igang === undefined) return;
  if (igang.opholdIGang) {
    throw new Afvist(
      'ophold-i-gang',
      `Barnet er på ophold under undersøgelsen (${igang.bfuId}). Registrér dér, at opholdet er ophørt, og afslut undersøgelsen uden samtykke; så får udvalgets sag besked.`,
      { paragraf, mangler: ['undersoegelsesophold-ophoer'] },
    );
  }
  throw new Afvist(
    'undersoegelse-uden-samtykke-i-gang',
    `Undersøgelsen uden samtykke er i gang (${igang.bfuId}). Afslut den dér; så får udvalgets sag besked.`,
    { status: 409, paragraf },
  );
}

/** A case for the committee: recommended, heard, decided in a meeting by the majority that the act demands. */
export const buuSagDecider: Decider<BuuSagKommando, E.BuuSagEvent, BuuSag> = {
  kind: 'sagsstyring.buu-sag',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
