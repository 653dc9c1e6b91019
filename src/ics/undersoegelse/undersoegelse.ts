import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import * as I from './indhentning.events.js';
import { type BeslutBfu, type Konkluder, type UndersoegelseKommando, type VurderTemaer } from './kommandoer.js';
import { ret } from './rettelse.js';
import { type BegyndtUndersoegelse, evolve, type Undersoegelse } from './tilstand.js';
import * as E from './undersoegelse.events.js';
import { manglerFoerGodkendelse, uvurderedeTemaer } from './vejledning.js';

type Haendelser = readonly E.UndersoegelseEvent[];
type Kommando<T extends UndersoegelseKommando['type']> = Extract<UndersoegelseKommando, { type: T }>;

const FORVALTNINGSLOVEN = 'forvaltningsloven § 19';
const paragraf50 = (u: { readonly regime: 'SEL' | 'BL' }, bl: string): string =>
  u.regime === 'SEL' ? 'SEL § 50' : `BL § ${bl}`;
const tilhoer = ({ bfuId, barnId, sagId }: BegyndtUndersoegelse) => ({ bfuId, barnId, sagId });

function decide(command: UndersoegelseKommando, state: Undersoegelse, context: DecisionContext): Haendelser {
  if (command.type === 'BeslutBfu') return beslut(command, state, context);
  if (command.type === 'RetOpmaerksomhed') return ret(command, kraevFindes(state), context);
  const u = kraevIGang(state);
  switch (command.type) {
    case 'AfdaekAktoerer': {
      kraevForloeb(command.dato, u, context, 'dato');
      const { dato, aktoerer } = command;
      return [
        event(I.AktoererAfdaekket, { ...tilhoer(u), dato, antal: aktoerer.length, aktoerer: aktoerer.join('; ') }),
      ];
    }
    case 'VurderTemaer':
      return vurderTemaer(command, u, context);
    case 'AnmodUdtalelse':
    case 'RykUdtalelse':
    case 'ModtagUdtalelse':
      return udtalelse(command, u, context);
    case 'AfholdBoernesamtale': {
      kraevForloeb(command.dato, u, context, 'dato');
      const { dato, udenForaeldre, referat, barnetsHoldning } = command;
      return [event(I.BoernesamtaleAfholdt, { ...tilhoer(u), dato, udenForaeldre, referat, barnetsHoldning })];
    }
    case 'UndladBoernesamtale': {
      kraevForloeb(command.dato, u, context, 'dato');
      const { dato, begrundelse, barnetsHoldning } = command;
      return [event(I.BoernesamtaleUndladt, { ...tilhoer(u), dato, begrundelse, barnetsHoldning })];
    }
    case 'AfholdForaeldresamtale':
      kraevForloeb(command.dato, u, context, 'dato');
      return [event(I.ForaeldresamtaleAfholdt, { ...tilhoer(u), dato: command.dato, referat: command.referat })];
    case 'UdarbejdAnalyse':
      return analyser(command, u, context);
    case 'Konkluder':
      return konkluder(command, u, context);
    case 'Gennemgaa':
      kraevEfterKonklusion(command.dato, u, context);
      return [event(E.BfuGennemgaaet, { ...tilhoer(u), dato: command.dato, referat: command.referat })];
    case 'SendPartshoering':
    case 'BesvarPartshoering':
      return partshoering(command, u, context);
    case 'VurderForeloebigt': {
      ikkeIFremtiden(command.dato, context, 'dato');
      ikkeFoer(
        command.dato,
        u.afgoerelseDato,
        'dato',
        'Undersøgelsen kan ikke vurderes foreløbigt, før den var besluttet',
      );
      const { dato, aarsag, vurdering } = command;
      return [event(E.ForeloebigVurderingForetaget, { ...tilhoer(u), dato, aarsag, vurdering })];
    }
    case 'GodkendBfu':
      return godkend(command, u, context);
    case 'AfbrydBfu': {
      ikkeIFremtiden(command.dato, context, 'dato');
      ikkeFoer(command.dato, u.afgoerelseDato, 'dato', 'Undersøgelsen kan ikke afbrydes, før den var besluttet');
      const { dato, aarsag, begrundelse } = command;
      return [event(E.BfuAfbrudt, { ...tilhoer(u), dato, aarsag, begrundelse, ...aabneUdtalelser(u) })];
    }
  }
}

function kraevFindes(state: Undersoegelse): BegyndtUndersoegelse {
  if (state.fase === 'findes-ikke') {
    throw new Afvist('bfu-findes-ikke', 'Undersøgelsen findes ikke.');
  }
  return state;
}

function kraevIGang(state: Undersoegelse): BegyndtUndersoegelse {
  const u = kraevFindes(state);
  if (u.fase !== 'i-gang') {
    throw new Afvist(
      'bfu-afsluttet',
      `Undersøgelsen er ${u.fase} og kan ikke ændres. Beslut en ny undersøgelse, hvis der er nye forhold.`,
      { paragraf: paragraf50(u, '20'), status: 409 },
    );
  }
  return u;
}

// What the investigation rests on may be from before the decision (a talk held when the notification came in), but not
// from before the municipality knew of the need.
function kraevForloeb(dato: string, u: BegyndtUndersoegelse, context: DecisionContext, felt: string): void {
  ikkeIFremtiden(dato, context, felt);
  ikkeFoer(dato, u.opmaerksomDato, felt, 'Datoen ligger før kommunen blev opmærksom på behovet');
}

function kraevEfterKonklusion(dato: string, u: BegyndtUndersoegelse, context: DecisionContext): void {
  ikkeIFremtiden(dato, context, 'dato');
  if (u.konkluderet === null) {
    throw new Afvist('konklusion-mangler', 'Undersøgelsen skal være konkluderet først.', {
      paragraf: paragraf50(u, '22, stk. 6'),
      mangler: ['bfu-konklusion'],
    });
  }
  ikkeFoer(dato, u.konkluderet, 'dato', 'Det kan ikke være sket, før undersøgelsen blev konkluderet');
}

function beslut(command: BeslutBfu, state: Undersoegelse, context: DecisionContext): Haendelser {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('bfu-findes', 'Undersøgelsen er allerede besluttet.', { status: 409 });
  }
  if (command.igangvaerende.length > 0) {
    throw new Afvist(
      'bfu-i-gang',
      'Der er allerede en undersøgelse i gang i sagen. Fortsæt den, eller afbryd den først; så bevares opmærksomhedsdatoen.',
      { paragraf: paragraf50(command, '20'), status: 409 },
    );
  }
  ikkeIFremtiden(command.afgoerelseDato, context, 'afgoerelseDato');
  if (command.opmaerksomDato > command.afgoerelseDato) {
    throw new Afvist(
      'opmaerksom-efter-afgoerelse',
      'Kommunen kan ikke være blevet opmærksom på behovet efter afgørelsen. Fristen på 4 måneder løber fra opmærksomhedsdatoen.',
      { felt: 'opmaerksomDato', paragraf: paragraf50(command, '20, stk. 3') },
    );
  }
  const { type: _type, igangvaerende: _igangvaerende, ...data } = command;
  return [event(E.BfuBesluttet, data)];
}

function vurderTemaer(command: VurderTemaer, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  const dato = command.dato ?? context.iDag;
  kraevForloeb(dato, u, context, 'dato');
  return command.temaer.map(({ tema, relevant, begrundelse }) => {
    const temanavn = command.gyldigeTemaer[tema];
    if (temanavn === undefined) {
      const gyldige = Object.keys(command.gyldigeTemaer).join(', ');
      throw new Afvist('ukendt-tema', `Temaet '${tema}' gælder ikke for denne undersøgelse. Vælg et af: ${gyldige}.`, {
        felt: 'tema',
        paragraf: paragraf50(u, '22'),
      });
    }
    return event(I.TemaVurderet, { ...tilhoer(u), dato, tema, temanavn, relevant, begrundelse });
  });
}

function udtalelse(
  command: Kommando<'AnmodUdtalelse' | 'RykUdtalelse' | 'ModtagUdtalelse'>,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): Haendelser {
  if (command.type === 'AnmodUdtalelse') {
    kraevForloeb(command.anmodet, u, context, 'anmodet');
    if (command.svarfrist < command.anmodet) {
      throw new Afvist('svarfrist-foer-anmodning', 'Svarfristen ligger før anmodningen.', { felt: 'svarfrist' });
    }
    const { type: _type, ...data } = command;
    return [event(I.UdtalelseAnmodet, { ...tilhoer(u), ...data })];
  }
  const { udtalelseId } = command;
  const anmodning = u.udtalelser[udtalelseId];
  if (anmodning === undefined) {
    throw new Afvist('udtalelse-findes-ikke', 'Udtalelsen er ikke anmodet i denne undersøgelse.', {
      felt: 'udtalelseId',
    });
  }
  if (anmodning.modtaget) {
    throw new Afvist('udtalelse-modtaget', 'Udtalelsen er allerede modtaget.', { status: 409 });
  }
  if (command.type === 'RykUdtalelse') {
    const { rykket, svarfrist } = command;
    ikkeIFremtiden(rykket, context, 'rykket');
    ikkeFoer(rykket, anmodning.anmodet, 'rykket', 'Der kan ikke rykkes, før der er bedt om udtalelsen');
    if (svarfrist < rykket) {
      throw new Afvist('svarfrist-foer-rykker', 'Den nye svarfrist ligger før rykkeren.', { felt: 'svarfrist' });
    }
    return [event(I.UdtalelseRykket, { ...tilhoer(u), udtalelseId, rykket, svarfrist })];
  }
  const { modtaget, indhold } = command;
  ikkeIFremtiden(modtaget, context, 'modtaget');
  ikkeFoer(modtaget, anmodning.anmodet, 'modtaget', 'Udtalelsen kan ikke være modtaget, før der blev bedt om den');
  return [event(I.UdtalelseModtaget, { ...tilhoer(u), udtalelseId, modtaget, indhold })];
}

function analyser(command: Kommando<'UdarbejdAnalyse'>, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  kraevForloeb(command.dato, u, context, 'dato');
  for (const { tema } of command.fund) {
    if (u.temaer[tema] !== true) {
      throw new Afvist(
        'fund-uden-relevant-tema',
        `Fundet hører til temaet '${tema}', som ikke er vurderet relevant. Vurdér temaet først.`,
        { felt: 'fund', paragraf: paragraf50(u, '22') },
      );
    }
  }
  return [
    ...command.fund.map((fund) => event(E.FundNoteret, { ...tilhoer(u), dato: command.dato, ...fund })),
    event(E.AnalyseUdarbejdet, { ...tilhoer(u), dato: command.dato, analyse: command.analyse }),
  ];
}

function konkluder(command: Konkluder, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  ikkeIFremtiden(command.dato, context, 'dato');
  ikkeFoer(command.dato, u.afgoerelseDato, 'dato', 'Undersøgelsen kan ikke konkluderes, før den var besluttet');
  const uvurderede = uvurderedeTemaer(u, command.kraevedeTemaer);
  if (uvurderede.length > 0) {
    throw new Afvist(
      'temaer-ikke-vurderet',
      `Tag først stilling til, om disse temaer er relevante, med begrundelse: ${uvurderede.join(', ')}.`,
      { paragraf: paragraf50(u, '22'), mangler: uvurderede },
    );
  }
  if (u.analyseret === null) {
    throw new Afvist('analyse-mangler', 'Undersøgelsen kan ikke konkluderes uden en analyse.', {
      paragraf: paragraf50(u, '22, stk. 1'),
      mangler: ['bfu-analyse'],
    });
  }
  const boernesamtale = u.regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4';
  if (u.barnetHoert === null) {
    throw new Afvist(
      'boernesamtale-mangler',
      'Barnets holdning skal være skaffet ved en samtale, eller samtalen skal være undladt med begrundelse, før der konkluderes.',
      { paragraf: boernesamtale, mangler: ['bfu-boernesamtale'] },
    );
  }
  ikkeFoer(command.dato, u.barnetHoert, 'dato', 'Barnet skal være hørt, før der konkluderes', boernesamtale);
  ikkeFoer(command.dato, u.analyseret, 'dato', 'Konklusionen kan ikke være ældre end analysen, den bygger på');
  kraevStillingtagen(command, u);
  const { type: _type, kraevedeTemaer: _krav, kendteIndsatskoder: _kendte, indsatsIGang: _igang, ...data } = command;
  return [event(E.BfuKonkluderet, { ...tilhoer(u), ...data, indsatskoder: [...data.indsatskoder] })];
}

// BL § 22, stk. 6: not only whether support is needed, but which.
function kraevStillingtagen(command: Konkluder, u: BegyndtUndersoegelse): void {
  const paragraf = paragraf50(u, '22, stk. 6');
  if (command.stoetteNoedvendig !== command.indsatskoder.length > 0) {
    throw new Afvist(
      'stillingtagen-uklar',
      command.stoetteNoedvendig
        ? 'Konklusionen skal sige, hvilken støtte der er behov for.'
        : 'Konklusionen siger, at støtte ikke er nødvendig, men peger på indsatser.',
      { felt: 'indsatskoder', paragraf },
    );
  }
  if (command.indsatsIGang && command.sideloebende === 'ingen') {
    throw new Afvist(
      'sideloebende-stoette',
      'Der er en indsats i gang i sagen. Tag stilling til, om den skal videreføres, ændres eller ophøre.',
      { felt: 'sideloebende', paragraf },
    );
  }
  const ukendte = command.indsatskoder.filter((kode) => !command.kendteIndsatskoder.includes(kode));
  if (ukendte.length > 0) {
    throw new Afvist(
      'ukendt-indsats',
      `Findes ikke i kataloget over indsatser ${command.dato}: ${ukendte.join(', ')}.`,
      {
        felt: 'indsatskoder',
        paragraf,
      },
    );
  }
}

function partshoering(
  command: Kommando<'SendPartshoering' | 'BesvarPartshoering'>,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): Haendelser {
  const { dato } = command;
  if (command.type === 'SendPartshoering') {
    kraevEfterKonklusion(dato, u, context);
    if (command.svarfrist <= dato) {
      throw new Afvist(
        'partshoering-uden-tid',
        'Parterne skal have tid til at svare: svarfristen skal ligge efter afsendelsen.',
        { felt: 'svarfrist', paragraf: FORVALTNINGSLOVEN },
      );
    }
    return [event(E.PartshoeringSendt, { ...tilhoer(u), dato, svarfrist: command.svarfrist })];
  }
  ikkeIFremtiden(dato, context, 'dato');
  if (u.partshoering === null) {
    throw new Afvist('partshoering-ikke-sendt', 'Der er ikke sendt en partshøring at svare på.', {
      paragraf: FORVALTNINGSLOVEN,
    });
  }
  ikkeFoer(dato, u.partshoering.dato, 'dato', 'Parterne kan ikke have svaret, før partshøringen blev sendt');
  return [event(E.PartshoeringBesvaret, { ...tilhoer(u), dato, svar: command.svar })];
}

function godkend(command: Kommando<'GodkendBfu'>, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  ikkeIFremtiden(command.dato, context, 'dato');
  const mangler = manglerFoerGodkendelse(u, command.dato);
  if (mangler.length > 0) {
    throw new Afvist(
      'bfu-kan-ikke-godkendes',
      `Undersøgelsen kan ikke afsluttes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`,
      { paragraf: mangler.map((m) => m.hjemmel).join('; '), mangler: mangler.map((m) => m.kode) },
    );
  }
  // The deadline is met on the day of approval: it cannot be put before what the approval rests on.
  ikkeFoer(
    command.dato,
    [u.konkluderet, u.gennemgaaet, u.partshoering?.dato, u.partshoering?.besvaret].reduce<string>(
      (seneste, dato) => (dato != null && dato > seneste ? dato : seneste),
      u.afgoerelseDato,
    ),
    'dato',
    'Undersøgelsen kan ikke være godkendt, før den var konkluderet, gennemgået med familien og partshørt',
    paragraf50(u, '20, stk. 3'),
  );
  const igangvaerendeIndsatser = command.igangvaerendeIndsatser ?? [];
  return [
    event(E.BfuGodkendt, {
      ...tilhoer(u),
      godkendtDato: command.dato,
      godkendtAf: context.aktoer.id,
      ...aabneUdtalelser(u),
      ...(igangvaerendeIndsatser.length === 0 ? {} : { igangvaerendeIndsatser: [...igangvaerendeIndsatser] }),
    }),
  ];
}

/** Statements that nobody waits for any more when the investigation ends; their reply dates lapse with it. */
function aabneUdtalelser(u: BegyndtUndersoegelse): { readonly aabneUdtalelser?: string[] } {
  const aabne = Object.entries(u.udtalelser).flatMap(([id, { modtaget }]) => (modtaget ? [] : [id]));
  return aabne.length === 0 ? {} : { aabneUdtalelser: aabne };
}

export const undersoegelseDecider: Decider<UndersoegelseKommando, E.UndersoegelseEvent, Undersoegelse> = {
  kind: 'ics.undersoegelse',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
