import { Afvist } from '../../faelles/afvist.js';
import { foersteAf, kraevRettelse } from '../../faelles/rettelse.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import { type Hoertrolle } from '../partshoering/tilstand.js';
import * as E from './formandsafgoerelse.events.js';
import { bortfald, evolve, type Formandsafgoerelse, type Regime, type TruffetForeloebigt } from './tilstand.js';

export type FormandsafgoerelseKommando =
  | {
      readonly type: 'TraefForeloebig';
      readonly formandsafgoerelseId: string;
      readonly sagId: string;
      readonly barnId: string;
      readonly afgoerelseKode: string;
      readonly afgoerelsesnavn: string;
      readonly hjemmel: string;
      readonly regime: Regime;
      /** Whether the law lets this kind of decision be made provisionally. */
      readonly foreloebig: boolean;
      readonly truffet: string;
      readonly underretningId?: string;
      readonly formaal: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'IvaerksaetForeloebig';
      readonly regime: Regime;
      readonly ivaerksat: string;
      readonly godkendesSenest: string;
      readonly gyldigTil: string;
      readonly parter: readonly { readonly personId: string; readonly rolle: Hoertrolle }[];
    }
  | {
      readonly type: 'RetIvaerksaettelse';
      readonly regime: Regime;
      readonly ivaerksat: string;
      readonly godkendesSenest: string;
      readonly gyldigTil: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'MeddelForeloebig';
      readonly personId: string;
      readonly meddelt: string;
      readonly maade: string;
      /** The notice told of the right to the papers, to a lawyer and to speak. */
      readonly vejledning: boolean;
    }
  | {
      readonly type: 'BehandlGodkendelse';
      readonly buuSagId: string;
      readonly godkendt: boolean;
      readonly dato: string;
      readonly begrundelse: string;
    }
  | { readonly type: 'ErstatForeloebig'; readonly buuSagId: string; readonly dato: string }
  | { readonly type: 'OphaevForeloebig'; readonly dato: string; readonly begrundelse: string }
  | { readonly type: 'NoterBortfald'; readonly dato: string; readonly opfoelgning: string };

/** The paragraph on the chairman's decision in the act it was made under. */
export const paragraf = (f: { readonly regime: Regime }): string => (f.regime === 'SEL' ? 'SEL § 75' : 'BL § 143');
const godkendelsesparagraf = (f: TruffetForeloebigt): string =>
  f.regime === 'SEL' ? 'SEL § 75, stk. 3' : 'BL § 143, stk. 4';

function decide(
  command: FormandsafgoerelseKommando,
  state: Formandsafgoerelse,
  context: DecisionContext,
): readonly E.FormandsafgoerelseEvent[] {
  if (command.type === 'TraefForeloebig') return traef(command, state, context);
  if (state.fase === 'findes-ikke') {
    throw new Afvist('formandsafgoerelse-findes-ikke', 'Den foreløbige afgørelse findes ikke.');
  }
  return fortsaet(command, state, context);
}

function kraevFormand(regime: Regime, context: DecisionContext): void {
  if (!context.aktoer.roller.includes('formand')) {
    throw new Afvist('kun-formanden', 'Kun udvalgets formand eller næstformand kan træffe en foreløbig afgørelse.', {
      paragraf: paragraf({ regime }),
    });
  }
}

function traef(
  command: Extract<FormandsafgoerelseKommando, { type: 'TraefForeloebig' }>,
  state: Formandsafgoerelse,
  context: DecisionContext,
): readonly E.FormandsafgoerelseEvent[] {
  const hjemmel = paragraf(command);
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('formandsafgoerelse-findes', 'Den foreløbige afgørelse er allerede truffet.', { status: 409 });
  }
  kraevFormand(command.regime, context);
  kraevIkkeIFremtiden(command.truffet, context, 'truffet');
  if (!command.foreloebig) {
    throw new Afvist(
      'kan-ikke-traeffes-foreloebigt',
      `${command.afgoerelsesnavn} kan ikke træffes foreløbigt af formanden.`,
      { felt: 'afgoerelseKode', paragraf: hjemmel },
    );
  }
  kraevTekst(
    command.begrundelse,
    'begrundelse-mangler',
    'begrundelse',
    'Begrund, at hensynet til barnets øjeblikkelige behov ikke kan vente på udvalget.',
    hjemmel,
  );
  kraevTekst(command.formaal, 'formaal-mangler', 'formaal', 'Angiv formålet.', hjemmel);
  const { type: _type, foreloebig: _foreloebig, ...data } = command;
  return [event(E.ForeloebigAfgoerelseTruffet, { ...data, truffetAf: context.aktoer.id })];
}

function fortsaet(
  command: Exclude<FormandsafgoerelseKommando, { type: 'TraefForeloebig' }>,
  f: TruffetForeloebigt,
  context: DecisionContext,
): readonly E.FormandsafgoerelseEvent[] {
  const { formandsafgoerelseId, sagId, barnId } = f;
  const tilhoer = { formandsafgoerelseId, sagId, barnId };
  switch (command.type) {
    case 'IvaerksaetForeloebig': {
      kraevFase(f, ['truffet']);
      kraevIkkeIFremtiden(command.ivaerksat, context, 'ivaerksat');
      kraevIkkeFoer(
        command.ivaerksat,
        f.truffet,
        'ivaerksat',
        'Afgørelsen kan ikke sættes i værk, før den er truffet',
        paragraf(f),
      );
      const { type: _type, parter, ...data } = command;
      const ivaerksat = event(E.ForeloebigAfgoerelseIvaerksat, {
        ...tilhoer,
        ...data,
        parter: parter.map(({ personId, rolle }) => ({ personId, rolle })),
      });
      if (parter.length > 0) return [ivaerksat];
      // Nobody is a party, so nobody is left to tell: the 24 hours must not stand open for ever.
      return [ivaerksat, event(E.ForeloebigAfgoerelseMeddeltAlle, { ...tilhoer, meddelt: command.ivaerksat })];
    }
    case 'RetIvaerksaettelse':
      return ret(command, f, context);
    case 'MeddelForeloebig':
      return meddel(command, f, context);
    case 'BehandlGodkendelse': {
      kraevFase(f, ['ivaerksat']);
      kraevFoerUdvalget(f, command.dato);
      kraevIkkeBortfaldet(f, command.dato);
      const { buuSagId, dato, godkendt, begrundelse } = command;
      return godkendt
        ? [event(E.ForeloebigAfgoerelseGodkendt, { ...tilhoer, buuSagId, dato })]
        : [event(E.ForeloebigAfgoerelseOphaevet, { ...tilhoer, buuSagId, dato, begrundelse })];
    }
    case 'ErstatForeloebig': {
      kraevFase(f, ['truffet', 'ivaerksat', 'godkendt']);
      kraevFoerUdvalget(f, command.dato);
      kraevIkkeBortfaldet(f, command.dato);
      return [event(E.ForeloebigAfgoerelseErstattet, { ...tilhoer, buuSagId: command.buuSagId, dato: command.dato })];
    }
    case 'OphaevForeloebig': {
      kraevFase(f, ['truffet', 'ivaerksat', 'godkendt']);
      kraevFormand(f.regime, context);
      kraevIkkeIFremtiden(command.dato, context, 'dato');
      kraevIkkeFoer(command.dato, f.truffet, 'dato', 'Afgørelsen kan ikke ophæves, før den er truffet', paragraf(f));
      kraevIkkeBortfaldet(f, command.dato);
      kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund ophævelsen.', paragraf(f));
      return [
        event(E.ForeloebigAfgoerelseOphaevet, { ...tilhoer, dato: command.dato, begrundelse: command.begrundelse }),
      ];
    }
    case 'NoterBortfald': {
      kraevFase(f, ['ivaerksat', 'godkendt']);
      kraevIkkeIFremtiden(command.dato, context, 'dato');
      const bortfaldet = bortfald(f, command.dato);
      if (bortfaldet === null) {
        throw new Afvist('ikke-bortfaldet', `Afgørelsen gælder stadig ${command.dato}.`, {
          felt: 'dato',
          paragraf: godkendelsesparagraf(f),
        });
      }
      kraevTekst(
        command.opfoelgning,
        'opfoelgning-mangler',
        'opfoelgning',
        'Skriv, hvad der sker med barnet: uden en afgørelse skal barnet hjem.',
        paragraf(f),
      );
      return [
        event(E.ForeloebigAfgoerelseBortfaldet, {
          ...tilhoer,
          bortfaldt: bortfaldet.sidsteDag,
          ...{ dato: command.dato, aarsag: bortfaldet.aarsag, opfoelgning: command.opfoelgning },
        }),
      ];
    }
  }
}

function ret(
  command: Extract<FormandsafgoerelseKommando, { type: 'RetIvaerksaettelse' }>,
  f: TruffetForeloebigt,
  context: DecisionContext,
): readonly E.FormandsafgoerelseEvent[] {
  const { formandsafgoerelseId, sagId, barnId } = f;
  if (f.ivaerksat === null) {
    throw new Afvist('ikke-ivaerksat', 'Afgørelsen er ikke sat i værk; der er intet tidspunkt at rette.', {
      status: 409,
      paragraf: paragraf(f),
    });
  }
  const { type: _type, begrundelse, ...nyt } = command;
  kraevRettelse(
    {
      ...{ felt: 'tidspunkt', gammel: f.ivaerksat, ny: nyt.ivaerksat, begrundelse, paragraf: paragraf(f) },
      tidligst: { hvornaar: f.truffet, hvorfor: 'Afgørelsen kan ikke sættes i værk, før den er truffet' },
      senest: foersteAf('Afgørelsen er behandlet eller slut, efter at den blev sat i værk', f.godkendt, f.slut),
    },
    context,
  );
  return [
    event(E.ForeloebigIvaerksaettelseRettet, {
      ...{ formandsafgoerelseId, sagId, barnId, ...nyt },
      ...{ rettet: context.nu, foer: { ivaerksat: f.ivaerksat }, begrundelse },
    }),
  ];
}

function kraevFase(f: TruffetForeloebigt, faser: readonly TruffetForeloebigt['fase'][]): void {
  if (!faser.includes(f.fase)) {
    throw new Afvist('forkert-fase', `Den foreløbige afgørelse er ${f.fase}; det kan ikke ske nu.`, {
      status: 409,
      paragraf: paragraf(f),
    });
  }
}

/**
 * The committee approves what is carried out: its seven days are counted from that day, which is the first of them (SEL § 75,
 * stk. 3; BL § 143, stk. 4). It may decide the matter itself as soon as the chairman has, and then there is nothing to carry
 * out; what was carried out is not replaced before it was.
 */
function kraevFoerUdvalget(f: TruffetForeloebigt, dato: string): void {
  const hvad = f.ivaerksat === null ? 'truffet' : 'sat i værk';
  kraevIkkeFoer(
    dato,
    f.ivaerksat ?? f.truffet,
    'dato',
    `Udvalget kan ikke tage stilling til den foreløbige afgørelse, før den er ${hvad}`,
    godkendelsesparagraf(f),
  );
}

function kraevIkkeBortfaldet(f: TruffetForeloebigt, dato: string): void {
  const bortfaldet = bortfald(f, dato);
  if (bortfaldet !== null) {
    throw new Afvist(
      'foreloebig-afgoerelse-bortfaldet',
      bortfaldet.aarsag === 'ikke-godkendt'
        ? `Afgørelsen skulle være godkendt senest ${bortfaldet.sidsteDag} (iværksættelsesdagen er dag 1) og er bortfaldet af sig selv: der er intet at godkende.`
        : `Afgørelsen gjaldt til ${bortfaldet.sidsteDag} og er bortfaldet.`,
      { felt: 'dato', paragraf: godkendelsesparagraf(f) },
    );
  }
}

function meddel(
  command: Extract<FormandsafgoerelseKommando, { type: 'MeddelForeloebig' }>,
  f: TruffetForeloebigt,
  context: DecisionContext,
): readonly E.FormandsafgoerelseEvent[] {
  const { formandsafgoerelseId, sagId, barnId } = f;
  const tilhoer = { formandsafgoerelseId, sagId, barnId };
  const { personId, meddelt, maade } = command;
  if (f.ivaerksat === null) {
    throw new Afvist('ikke-ivaerksat', 'Registrér først, hvornår afgørelsen blev sat i værk.', {
      status: 409,
      paragraf: paragraf(f),
    });
  }
  const part = f.parter.find((p) => p.personId === personId);
  if (part === undefined) {
    throw new Afvist('ikke-part', 'Personen er ikke part i afgørelsen og må ikke få den.', {
      felt: 'personId',
      paragraf: `forvaltningsloven § 27; ${paragraf(f)}`,
    });
  }
  if (part.meddelt !== null) {
    throw new Afvist('afgoerelse-meddelt', 'Parten har allerede fået meddelelsen.', { felt: 'personId', status: 409 });
  }
  kraevIkkeIFremtiden(meddelt, context, 'meddelt');
  kraevIkkeFoer(meddelt, f.truffet, 'meddelt', 'Parten kan ikke få besked, før afgørelsen er truffet', paragraf(f));
  if (!command.vejledning) {
    throw new Afvist(
      'vejledning-mangler',
      'Meddelelsen skal være skriftlig og vejlede om retten til sagens akter, til advokat og til at udtale sig.',
      { felt: 'vejledning', paragraf: paragraf(f), mangler: ['vejledning'] },
    );
  }
  const sendt = event(E.ForeloebigAfgoerelseMeddelt, { ...tilhoer, personId, meddelt, maade });
  const andre = f.parter.filter((p) => p.personId !== personId);
  if (andre.some((p) => p.meddelt === null)) return [sendt];
  const sidste = [meddelt, ...andre.flatMap((p) => (p.meddelt === null ? [] : [p.meddelt]))].reduce((a, b) =>
    Date.parse(a) >= Date.parse(b) ? a : b,
  );
  return [sendt, event(E.ForeloebigAfgoerelseMeddeltAlle, { ...tilhoer, meddelt: sidste })];
}

/** The chairman's provisional decision, from the night it was made until the committee's own takes its place or it lapses. */
export const formandsafgoerelseDecider: Decider<
  FormandsafgoerelseKommando,
  E.FormandsafgoerelseEvent,
  Formandsafgoerelse
> = {
  kind: 'sagsstyring.formandsafgoerelse',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
