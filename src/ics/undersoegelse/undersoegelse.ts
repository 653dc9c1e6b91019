import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import { afslutAfdaekning, beslutAfdaekning, konverter, ufoedtFelter } from './afdaekning.js';
import { forloeb } from './forloeb.js';
import { hoer, kraevHoerte } from './hoering.js';
import { indhent } from './indhentning.js';
import { type BeslutBfu, type Konkluder, type UndersoegelseKommando } from './kommandoer.js';
import {
  aabneUdtalelser,
  foreloebigFra,
  GODKENDT_FOER_GRUNDLAGET,
  kraevBarnetsHoldning,
  kraevBfu,
  kraevEfterKonklusion,
  kraevFindes,
  kraevForloeb,
  kraevIGang,
  kraevStadigBarn,
  kraevUnder18,
  paragraf50,
  senesteGrundlag,
  tilhoer,
} from './krav.js';
import { ret, retGodkendelse } from './rettelse.js';
import { kraevScreenetTilMere } from './screeningskrav.js';
import { sagkyndig } from './sagkyndig.js';
import { type BegyndtUndersoegelse, evolve, type Undersoegelse } from './tilstand.js';
import { undersoegUdenSamtykke } from './tvang.js';
import { kraevLicensTil } from './uden_licens.js';
import * as H from './hoering.events.js';
import * as E from './undersoegelse.events.js';
import { manglerFoerGodkendelse, uvurderedeTemaer } from './vejledning.js';

type Haendelser = readonly E.UndersoegelseEvent[];
type Kommando<T extends UndersoegelseKommando['type']> = Extract<UndersoegelseKommando, { type: T }>;

function decide(command: UndersoegelseKommando, state: Undersoegelse, context: DecisionContext): Haendelser {
  switch (command.type) {
    case 'BeslutBfu':
      return beslut(command, state, context);
    case 'BeslutAfdaekning':
      return beslutAfdaekning(command, state, context);
    case 'RetOpmaerksomhed':
      return ret(command, kraevFindes(state), context);
    case 'RetGodkendelse':
      return retGodkendelse(command, kraevFindes(state), context);
    case 'PlanlaegMilepaele':
    case 'NoterFoedsel':
    case 'AfbrydBfu':
    case 'UndladMellemkommunalUnderretning':
      return forloeb(command, state, context);
    default:
      return undersoeg(command, kraevIGang(state), context);
  }
}

type IGangKommando = Exclude<
  UndersoegelseKommando,
  {
    type:
      | 'BeslutBfu'
      | 'BeslutAfdaekning'
      | 'RetOpmaerksomhed'
      | 'RetGodkendelse'
      | 'PlanlaegMilepaele'
      | 'NoterFoedsel'
      | 'AfbrydBfu'
      | 'UndladMellemkommunalUnderretning';
  }
>;

function undersoeg(command: IGangKommando, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  switch (command.type) {
    case 'AfdaekAktoerer':
    case 'UndladAktoerer':
    case 'VurderTemaer':
    case 'AnmodUdtalelse':
    case 'RykUdtalelse':
    case 'ModtagUdtalelse':
    case 'AfholdBoernesamtale':
    case 'UndladBoernesamtale':
    case 'AfholdForaeldresamtale':
      return indhent(command, u, context);
    case 'BestilSagkyndig':
    case 'ModtagSagkyndig':
    case 'OpgivSagkyndig':
    case 'TagStillingTilPpv':
      return sagkyndig(command, u, context);
    case 'BeslutUdenSamtykke':
    case 'BegyndOphold':
    case 'OphoerOphold':
    case 'AfslutUdenSamtykke':
      return undersoegUdenSamtykke(command, u, context);
    case 'KonverterTilBfu':
      return konverter(command, u, context);
    case 'AfslutAfdaekning':
      return afslutAfdaekning(command, u, context);
    case 'UdarbejdAnalyse':
      return analyser(command, u, context);
    case 'Konkluder':
      return konkluder(command, u, context);
    case 'Gennemgaa':
      kraevEfterKonklusion(command.dato, u, context);
      return [event(H.BfuGennemgaaet, { ...tilhoer(u), dato: command.dato, referat: command.referat })];
    case 'SendPartshoering':
    case 'BesvarPartshoering':
      return hoer(command, u, context);
    case 'VurderForeloebigt': {
      kraevBfu(u);
      ikkeIFremtiden(command.dato, context, 'dato');
      ikkeFoer(
        command.dato,
        u.afgoerelseDato,
        'dato',
        'Undersøgelsen kan ikke vurderes foreløbigt, før den var besluttet',
      );
      const fra = foreloebigFra(u);
      if (fra !== null) {
        ikkeFoer(
          command.dato,
          fra,
          'dato',
          `Den foreløbige vurdering hører til fristdagen ${u.frist ?? ''}, når undersøgelsen undtagelsesvis ikke kan afsluttes, og kan laves fra to uger før`,
          'BL § 20, stk. 3, 2. pkt.',
        );
      }
      const { dato, aarsag, vurdering } = command;
      return [event(E.ForeloebigVurderingForetaget, { ...tilhoer(u), dato, aarsag, vurdering })];
    }
    case 'GodkendBfu':
      return godkend(command, u, context);
  }
}

function beslut(command: BeslutBfu, state: Undersoegelse, context: DecisionContext): Haendelser {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('bfu-findes', 'Undersøgelsen er allerede besluttet.', { status: 409 });
  }
  if (command.igangvaerende.length > 0) {
    throw new Afvist(
      'bfu-i-gang',
      'Der er allerede en undersøgelse i gang i sagen. Fortsæt den, eller afbryd den først; en afdækning fortsætter som undersøgelse, så opmærksomhedsdatoen bevares.',
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
  if (command.barn !== undefined) kraevUnder18(command.barn, command.regime);
  kraevTidligere(command);
  kraevScreenetTilMere(command);
  const {
    type: _type,
    igangvaerende: _igangvaerende,
    barn,
    reviderer,
    grunde,
    milepaele,
    screening,
    soeskendeAnbragt: _soeskende,
    ...data
  } = command;
  return [
    event(E.BfuBesluttet, {
      ...data,
      ...(screening?.screeningId === undefined ? {} : { screeningId: screening.screeningId }),
      ...(reviderer === undefined ? {} : { reviderer: reviderer.bfuId }),
      ...(grunde === undefined ? {} : { grunde: [...grunde] }),
      ...(milepaele === undefined ? {} : { milepaele: [...milepaele] }),
      ...ufoedtFelter(barn),
    }),
  ];
}

function kraevTidligere({ reviderer, barnId, regime }: BeslutBfu): void {
  if (reviderer === undefined) return;
  const paragraf = paragraf50({ regime }, '20');
  if (reviderer.barnId !== barnId) {
    throw new Afvist('andet-barn', 'Undersøgelsen, der skal revideres, handler om et andet barn.', {
      felt: 'reviderer',
      paragraf,
    });
  }
  if (!reviderer.afsluttet) {
    throw new Afvist('bfu-ikke-afsluttet', 'Kun en afsluttet undersøgelse kan revideres. Fortsæt den, der er i gang.', {
      felt: 'reviderer',
      paragraf,
      mangler: ['bfu-godkendelse'],
    });
  }
}

function analyser(command: Kommando<'UdarbejdAnalyse'>, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  kraevForloeb(command.dato, u, context, 'dato');
  for (const { tema, art, undervisning } of command.fund) {
    if (undervisning === true && art !== 'udfordring') {
      throw new Afvist('undervisning-uden-udfordring', 'Kun en udfordring kan handle om behovet for undervisning.', {
        felt: 'fund',
        paragraf: paragraf50(u, '22, stk. 4'),
      });
    }
    kraevLicensTil({ tema, dato: command.dato, felt: 'fund' }, u, command.udenLicens);
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
  kraevBfu(u);
  ikkeIFremtiden(command.dato, context, 'dato');
  kraevStadigBarn(command.barn, u);
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
  if (u.barnetHoert === null && !u.kommendeForaeldre) {
    throw new Afvist(
      'boernesamtale-mangler',
      'Barnets holdning skal være skaffet ved en samtale, eller samtalen skal være undladt med begrundelse, før der konkluderes.',
      { paragraf: boernesamtale, mangler: ['bfu-boernesamtale'] },
    );
  }
  if (u.barnetHoert !== null) {
    ikkeFoer(command.dato, u.barnetHoert, 'dato', 'Barnet skal være hørt, før der konkluderes', boernesamtale);
  }
  ikkeFoer(command.dato, u.analyseret, 'dato', 'Konklusionen kan ikke være ældre end analysen, den bygger på');
  kraevBarnetsHoldning(command.barnetsHoldning, u, paragraf50(u, '22, stk. 6'));
  kraevSagkyndige(u);
  kraevStillingtagen(command, u);
  const {
    type: _type,
    kraevedeTemaer: _kraevede,
    kendteIndsatskoder: _kendte,
    indsatsIGang: _igang,
    barn: _barn,
    ...data
  } = command;
  return [event(E.BfuKonkluderet, { ...tilhoer(u), ...data, indsatskoder: [...data.indsatskoder] })];
}

// What was needed to conclude is there before it is concluded. Not refused under serviceloven, whose rule is not confirmed.
function kraevSagkyndige(u: BegyndtUndersoegelse): void {
  if (u.regime === 'BL' && Object.values(u.sagkyndige).some(({ slut }) => slut === null)) {
    throw new Afvist(
      'sagkyndig-mangler',
      'En sagkyndig undersøgelse er bestilt, fordi den er nødvendig, og er ikke modtaget. Afvent den, eller opgiv den med en begrundelse.',
      { paragraf: 'BL § 22, stk. 3', mangler: ['bfu-sagkyndig'] },
    );
  }
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

function godkend(command: Kommando<'GodkendBfu'>, u: BegyndtUndersoegelse, context: DecisionContext): Haendelser {
  kraevBfu(u);
  ikkeIFremtiden(command.dato, context, 'dato');
  kraevStadigBarn(command.barn, u);
  const mangler = manglerFoerGodkendelse(u, command.dato);
  if (mangler.length > 0) {
    throw new Afvist(
      'bfu-kan-ikke-godkendes',
      `Undersøgelsen kan ikke afsluttes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`,
      { paragraf: mangler.map((m) => m.hjemmel).join('; '), mangler: mangler.map((m) => m.kode) },
    );
  }
  kraevHoerte(command.parter, u);
  // The deadline is met on the day of approval: it cannot be put before what the approval rests on.
  ikkeFoer(command.dato, senesteGrundlag(u), 'dato', GODKENDT_FOER_GRUNDLAGET, paragraf50(u, '20, stk. 3'));
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

export const undersoegelseDecider: Decider<UndersoegelseKommando, E.UndersoegelseEvent, Undersoegelse> = {
  kind: 'ics.undersoegelse',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
