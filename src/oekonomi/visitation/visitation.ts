import { Afvist } from '../../faelles/afvist.js';
import { beloebTekst } from '../../faelles/beloeb.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeFremtid } from '../datoer.js';
import { kraevIngenMangler } from '../mangler.js';
import {
  type AfgoerVisitation,
  type ForeslaaIndsats,
  type GodkendVisitation,
  type VisitationKommando,
} from './kommandoer.js';
import { beregnOmkostning, laegSammen, passerSammen } from './omkostning.js';
import { erSlut, evolve, type BegyndtVisitation, type Forslag, type Visitation } from './tilstand.js';
import * as E from './visitation.events.js';

type Events = readonly E.VisitationEvent[];

// A sum of so many measures at the highest price is still a whole number that a computer counts exactly.
const FLEST_FORSLAG = 20;

const tilhoer = ({ visitationId, barnId, sagId }: BegyndtVisitation) => ({ visitationId, barnId, sagId });

function decide(command: VisitationKommando, state: Visitation, context: DecisionContext): Events {
  if (command.type === 'PaabegyndVisitation') {
    if (state.fase !== 'findes-ikke')
      throw new Afvist('visitation-findes', 'Visitationen er allerede påbegyndt.', { status: 409 });
    ikkeFremtid(command.dato, context, 'dato');
    const { type: _type, ...data } = command;
    return [event(E.VisitationPaabegyndt, data)];
  }
  if (state.fase === 'findes-ikke') throw new Afvist('visitation-findes-ikke', 'Visitationen findes ikke.');
  if (erSlut(state.fase)) {
    throw slut(state);
  }
  return decideAaben(command, state, context);
}

const FASENAVN: Readonly<Record<BegyndtVisitation['fase'], string>> = {
  'forslag-under-udarbejdelse': 'under udarbejdelse',
  'oekonomi-beregnet': 'under udarbejdelse',
  'til-godkendelse': 'til godkendelse',
  godkendt: 'godkendt',
  'samtykke-afklaret': 'godkendt med samtykke',
  afgjort: 'afgjort',
  meddelt: 'afgjort og meddelt',
  'overgivet-til-tvang': 'overgivet til sporet uden samtykke',
  opgivet: 'opgivet',
};

type AabenKommando = Exclude<VisitationKommando, { type: 'PaabegyndVisitation' }>;

function decideAaben(command: AabenKommando, v: BegyndtVisitation, context: DecisionContext): Events {
  switch (command.type) {
    case 'MeddelVisitation':
      if (v.afgoerelse === null) throw ikkeAfgjort();
      return meddel(command, v, v.afgoerelse.dato, context);
    case 'AfgoerVisitation':
      return afgoer(command, kraevUafgjort(v), context);
    case 'ForeslaaIndsats':
      return foreslaa(command, kraevUafgjort(v), context);
    case 'FjernForslag':
      return fjern(command, kraevUafgjort(v), context);
    case 'SendTilGodkendelse':
      return sendTilGodkendelse(command, kraevUafgjort(v), context);
    case 'GodkendVisitation':
      return godkend(command, kraevUafgjort(v), context);
    case 'SendTilbage':
      kraevTilGodkendelse(v);
      ikkeFremtid(command.dato, context, 'dato');
      ikkeFoer(command.dato, v.aendret, 'dato', 'Forslaget er ændret på en senere dato');
      return [
        event(E.VisitationSendtTilbage, {
          ...tilhoer(v),
          nummer: v.nummer,
          dato: command.dato,
          begrundelse: command.begrundelse,
        }),
      ];
    case 'AfklarSamtykke': {
      if (kraevUafgjort(v).godkendt === null || v.samtykke === command.udfald) return [];
      const { dato, udfald, mangler } = command;
      return [event(E.SamtykkeAfklaret, { ...tilhoer(v), nummer: v.nummer, dato, udfald, mangler: [...mangler] })];
    }
    case 'OvergivTilTvang':
      return overgiv(command, kraevUafgjort(v), context);
    case 'OpgivVisitation':
      kraevUafgjort(v);
      ikkeFremtid(command.dato, context, 'dato');
      ikkeFoer(command.dato, v.dato, 'dato', 'Visitationen kan ikke opgives, før den er påbegyndt');
      return [event(E.VisitationOpgivet, { ...tilhoer(v), dato: command.dato, begrundelse: command.begrundelse })];
  }
}

function ikkeAfgjort(): Afvist {
  return new Afvist('visitation-ikke-afgjort', 'Der er ikke truffet afgørelse i visitationen endnu.', { status: 409 });
}

function meddel(
  { dato, umeddelte }: Extract<VisitationKommando, { type: 'MeddelVisitation' }>,
  v: BegyndtVisitation,
  afgjort: string,
  context: DecisionContext,
): Events {
  ikkeFremtid(dato, context, 'dato');
  ikkeFoer(dato, afgjort, 'dato', 'Afgørelsen kan ikke være meddelt, før den er truffet');
  if (umeddelte.length > 0) {
    throw new Afvist(
      'afgoerelse-ikke-meddelt',
      `Visitationen er først slut, når hver part har fået afgørelsen med begrundelse og klagevejledning. Meddel: ${umeddelte.join(', ')}.`,
      { paragraf: 'forvaltningsloven §§ 22-25', mangler: ['afgoerelse-meddelelse'] },
    );
  }
  return [event(E.VisitationMeddelt, { ...tilhoer(v), dato })];
}

function kraevUafgjort(v: BegyndtVisitation): BegyndtVisitation {
  if (v.afgoerelse !== null) {
    throw new Afvist(
      'visitation-afgjort',
      `Der er truffet afgørelse ${v.afgoerelse.dato}. Begynd en ny visitation, hvis der er nye forhold.`,
      { status: 409 },
    );
  }
  return v;
}

/** An answer to consent is about a proposal that is still open: refused before anything else (no event comes of it here). */
export function kraevAabenForSvar(v: BegyndtVisitation): void {
  if (erSlut(v.fase)) throw slut(v);
  kraevUafgjort(v);
}

function slut(v: BegyndtVisitation): Afvist {
  return new Afvist('visitation-slut', `Visitationen er ${FASENAVN[v.fase]} og kan ikke ændres.`, { status: 409 });
}

function kraevTilGodkendelse(v: BegyndtVisitation): void {
  if (v.fase !== 'til-godkendelse') {
    throw new Afvist('ikke-til-godkendelse', `Visitationen er ${FASENAVN[v.fase]}; den er ikke til godkendelse.`, {
      status: 409,
    });
  }
}

function foreslaa(command: ForeslaaIndsats, v: BegyndtVisitation, context: DecisionContext): Events {
  ikkeFremtid(command.dato, context, 'dato');
  ikkeFoer(command.dato, v.aendret, 'dato', 'Forslaget er ændret på en senere dato');
  if (v.forslag.length >= FLEST_FORSLAG)
    throw new Afvist('for-mange-forslag', `Et forslag kan højst have ${FLEST_FORSLAG} indsatser.`);
  if (command.forventetStart < command.dato) {
    throw new Afvist('start-foer-forslag', 'Indsatsen kan ikke begynde, før den er foreslået og afgjort.', {
      felt: 'forventetStart',
      paragraf: command.hjemmel,
    });
  }
  if (!passerSammen(command.prisEnhed, command.antalPr)) {
    throw new Afvist(
      'omfang-passer-ikke',
      `En pris pr. ${command.prisEnhed} kan ikke være aftalt for hver ${command.antalPr}.`,
      { felt: 'antalPr' },
    );
  }
  const { type: _type, dato, ...forslag } = command;
  const nummer = v.nummer + 1;
  const { ialtOere } = omkostning(medStedfelter(forslag));
  return [
    event(E.IndsatsForeslaaet, { ...tilhoer(v), nummer, dato, ...forslag, ialtOere }),
    beregnet(v, [...v.forslag, medStedfelter(forslag)], nummer, dato),
  ];
}

const medStedfelter = (f: Omit<ForeslaaIndsats, 'type' | 'dato'>): Forslag => ({
  ...f,
  stedtype: f.stedtype ?? null,
  sted: f.sted ?? null,
});
const omkostning = (f: Forslag) => beregnOmkostning({ ...f, start: f.forventetStart });

/** The cost of all that is proposed now; also shown while the proposal is changed. */
export function samletOmkostning(forslag: readonly Forslag[]): ReturnType<typeof laegSammen> {
  const maaneder = Math.max(0, ...forslag.map((f) => f.maaneder));
  return laegSammen(forslag.map(omkostning), maaneder);
}

function beregnet(v: BegyndtVisitation, forslag: readonly Forslag[], nummer: number, dato: string): E.VisitationEvent {
  const { ialtOere, prAar } = samletOmkostning(forslag);
  const indsatser = forslag.map((f) => {
    const pris = omkostning(f);
    return { forslagId: f.forslagId, ialtOere: pris.ialtOere, prMaanedOere: pris.prMaanedOere };
  });
  return event(E.OmkostningBeregnet, {
    ...tilhoer(v),
    ...{ nummer, dato, indsatser, ialtOere },
    prAar: prAar.map(({ aar, oere }) => ({ aar, oere })),
  });
}

function fjern(
  command: Extract<VisitationKommando, { type: 'FjernForslag' }>,
  v: BegyndtVisitation,
  context: DecisionContext,
): Events {
  ikkeFremtid(command.dato, context, 'dato');
  ikkeFoer(command.dato, v.aendret, 'dato', 'Forslaget er ændret på en senere dato');
  const tilbage = v.forslag.filter(({ forslagId }) => forslagId !== command.forslagId);
  if (tilbage.length === v.forslag.length)
    throw new Afvist('forslag-findes-ikke', 'Indsatsen er ikke i forslaget.', { felt: 'forslagId' });
  const { forslagId, dato, begrundelse } = command;
  const nummer = v.nummer + 1;
  return [
    event(E.ForslagFjernet, { ...tilhoer(v), forslagId, nummer, dato, begrundelse }),
    beregnet(v, tilbage, nummer, dato),
  ];
}

function sendTilGodkendelse(
  command: Extract<VisitationKommando, { type: 'SendTilGodkendelse' }>,
  v: BegyndtVisitation,
  context: DecisionContext,
): Events {
  ikkeFremtid(command.dato, context, 'dato');
  ikkeFoer(command.dato, v.aendret, 'dato', 'Forslaget er ændret på en senere dato');
  if (v.fase !== 'oekonomi-beregnet') {
    throw new Afvist(
      'intet-at-godkende',
      v.forslag.length === 0
        ? 'Foreslå mindst én indsats, før forslaget sendes til godkendelse.'
        : `Visitationen er ${FASENAVN[v.fase]}.`,
      { status: 409 },
    );
  }
  const { nummer, ialtOere } = v;
  return [event(E.VisitationSendtTilGodkendelse, { ...tilhoer(v), nummer, dato: command.dato, ialtOere })];
}

function godkend(command: GodkendVisitation, v: BegyndtVisitation, context: DecisionContext): Events {
  kraevTilGodkendelse(v);
  ikkeFremtid(command.dato, context, 'dato');
  ikkeFoer(command.dato, v.aendret, 'dato', 'Forslaget er ændret på en senere dato');
  if (!context.aktoer.roller.includes('teamleder')) {
    throw new Afvist('ikke-bevillingskompetence', 'Kun en leder kan godkende omkostningen.', {
      paragraf: 'kommunens kompetenceplan',
    });
  }
  const { dato, forum, graenseOere, bemaerkning } = command;
  const deltagere = [...new Set(command.deltagere)];
  if (forum === 'visitationsudvalg' && deltagere.length < 2) {
    throw new Afvist('udvalg-uden-deltagere', 'Angiv mindst to, der deltog i visitationsudvalgets møde.', {
      felt: 'deltagere',
      paragraf: 'kommunens kompetenceplan',
    });
  }
  if (graenseOere !== null && v.ialtOere > graenseOere) {
    throw new Afvist(
      'over-beloebsgraensen',
      `Omkostningen ${beloebTekst(v.ialtOere)} er over grænsen på ${beloebTekst(graenseOere)}.${forum === 'leder' ? ' Den skal godkendes af visitationsudvalget.' : ''}`,
      { felt: 'forum', paragraf: 'kommunens kompetenceplan' },
    );
  }
  return [
    event(E.VisitationGodkendt, {
      ...tilhoer(v),
      ...{ nummer: v.nummer, dato, forum, deltagere, ialtOere: v.ialtOere },
      godkendtAf: context.aktoer.id,
      ...(graenseOere === null ? {} : { graenseOere }),
      ...(bemaerkning === undefined ? {} : { bemaerkning }),
    }),
  ];
}

function afgoer(command: AfgoerVisitation, v: BegyndtVisitation, context: DecisionContext): Events {
  const { type: _type, mangler, bevilgede, afgoerelseIder, ...data } = command;
  ikkeFremtid(data.afgoerelseDato, context, 'afgoerelseDato');
  ikkeFoer(data.afgoerelseDato, v.godkendt ?? v.aendret, 'afgoerelseDato', 'Forslaget blev først godkendt senere');
  const valgte = new Set(bevilgede.map(({ forslagId }) => forslagId));
  const ukendt = [...valgte].some((id) => !v.forslag.some(({ forslagId }) => forslagId === id));
  if (ukendt)
    throw new Afvist('forslag-findes-ikke', 'Kun det, der er foreslået, kan bevilges.', { felt: 'bevilgede' });
  if (v.forslag.length === 0)
    throw new Afvist('intet-at-afgoere', 'Der er ingen foreslåede indsatser at afgøre.', { status: 409 });
  if (valgte.size > 0 && v.godkendt === null) {
    throw new Afvist('visitation-ikke-godkendt', 'Omkostningen skal være godkendt, før indsatsen bevilges.', {
      status: 409,
      paragraf: 'kommunens kompetenceplan',
      mangler: ['godkendelse'],
    });
  }
  kraevIngenMangler(mangler, 'visitation-kan-ikke-afgoeres');
  const afslaaede = v.forslag.map(({ forslagId }) => forslagId).filter((id) => !valgte.has(id));
  const udfald = valgte.size === 0 ? 'afslag' : afslaaede.length === 0 ? 'bevilget' : 'delvist';
  return [
    event(E.VisitationAfgjort, {
      ...tilhoer(v),
      nummer: v.nummer,
      ...data,
      ...{ udfald, afslaaede, afgoerelseIder: [...afgoerelseIder] },
      bevilgede: bevilgede.map((b) => ({ ...b })),
    }),
  ];
}

function overgiv(
  command: Extract<VisitationKommando, { type: 'OvergivTilTvang' }>,
  v: BegyndtVisitation,
  context: DecisionContext,
): Events {
  ikkeFremtid(command.dato, context, 'dato');
  ikkeFoer(command.dato, v.aendret, 'dato', 'Forslaget er ændret på en senere dato');
  const { dato, regime, spor, mangler, begrundelse } = command;
  if (spor.length === 0) {
    throw new Afvist(
      'samtykke-ikke-afslaaet',
      'Sporet uden samtykke kan først bruges, når der er spurgt om samtykke, og en, der skal samtykke, har sagt det, der ikke er et samtykke.',
      { paragraf: regime === 'SEL' ? 'SEL § 58' : 'BL § 47', mangler: ['samtykke-afklaret'] },
    );
  }
  return [
    event(E.VisitationOvergivetTilTvang, {
      ...tilhoer(v),
      nummer: v.nummer,
      ...{ dato, regime, spor: [...spor], mangler: [...mangler], begrundelse },
    }),
  ];
}

/** The choice of measures for a child, from the first proposal to the decision that all parties have been told. */
export const visitationDecider: Decider<VisitationKommando, E.VisitationEvent, Visitation> = {
  kind: 'oekonomi.visitation',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
