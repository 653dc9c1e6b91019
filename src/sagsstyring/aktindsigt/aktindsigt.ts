import { Afvist } from '../../faelles/afvist.js';
import { foersteAf, kraevRettelse } from '../../faelles/rettelse.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import { kraevMaskering, kraevRisikovurdering } from '../parter/brevregler.js';
import * as E from './aktindsigt.events.js';

export type Aktindsigtsart = 'part' | 'offentlighed' | 'gdpr';
export type Aktindsigtsudfald = 'fuld' | 'delvis' | 'afslag';

export interface AnmodetAktindsigt {
  readonly fase: 'anmodet' | 'afgjort';
  readonly aktindsigtId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly art: Aktindsigtsart;
  readonly anmoderId: string;
  readonly kendtPerson: boolean;
  readonly anmoderNavn: string | null;
  readonly modtaget: string;
  readonly svarSenest: string;
  readonly oensker: string;
  readonly fristbreve: readonly {
    readonly sendt: string;
    readonly forventet: string;
    readonly begrundelse: string;
  }[];
  readonly forlaenget: { readonly sendt: string; readonly begrundelse: string } | null;
  readonly afgoerelse: {
    readonly dato: string;
    readonly udfald: Aktindsigtsudfald;
    readonly maskeret: boolean;
    readonly begrundelse: string | null;
    readonly udleveret: string | null;
  } | null;
  readonly klage: { readonly modtaget: string; readonly videresendt: string | null } | null;
}

export type Aktindsigt = { readonly fase: 'findes-ikke' } | AnmodetAktindsigt;

export type AktindsigtKommando =
  | {
      readonly type: 'AnmodAktindsigt';
      readonly aktindsigtId: string;
      readonly sagId: string;
      readonly barnId: string;
      readonly art: Aktindsigtsart;
      readonly anmoderId: string;
      readonly kendtPerson: boolean;
      readonly anmoderNavn?: string;
      /** Whether the requester is a party to any decision about the child on the day. */
      readonly erPart: boolean;
      readonly modtaget: string;
      /** Absent: the law that the request rests on was not in force on the day. */
      readonly svarSenest?: string;
      readonly oensker: string;
    }
  | { readonly type: 'SendFristbrev'; readonly sendt: string; readonly forventet: string; readonly begrundelse: string }
  | { readonly type: 'ForlaengGdpr'; readonly sendt: string; readonly begrundelse: string }
  | {
      readonly type: 'AfgoerAktindsigt';
      readonly dato: string;
      readonly udfald: Aktindsigtsudfald;
      readonly begrundelse?: string;
      readonly udleveret?: string;
      readonly klagevejledning: boolean;
      readonly maskeret: boolean;
      readonly beskyttedeAndre: number;
      readonly risikovurderingMangler: boolean;
    }
  | {
      readonly type: 'RetModtagelse';
      readonly modtaget: string;
      readonly svarSenest?: string;
      readonly begrundelse: string;
    }
  /** From `klageFra` one can complain; absent: the law says nothing of it on the day. */
  | { readonly type: 'ModtagTidsklage'; readonly modtaget: string; readonly klageFra?: string }
  | { readonly type: 'VideresendTidsklage'; readonly dato: string };

const OFL = 'offentlighedsloven § 36, stk. 2';
const GDPR = 'databeskyttelsesforordningen art. 12, stk. 3';
const paragraf = (a: { readonly art: Aktindsigtsart }): string => (a.art === 'gdpr' ? GDPR : OFL);

function decide(
  command: AktindsigtKommando,
  state: Aktindsigt,
  context: DecisionContext,
): readonly E.AktindsigtEvent[] {
  if (command.type === 'AnmodAktindsigt') return anmod(command, state, context);
  if (state.fase === 'findes-ikke') throw new Afvist('aktindsigt-findes-ikke', 'Anmodningen findes ikke.');
  return fortsaet(command, state, context);
}

function anmod(
  command: Extract<AktindsigtKommando, { type: 'AnmodAktindsigt' }>,
  state: Aktindsigt,
  context: DecisionContext,
): readonly E.AktindsigtEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('aktindsigt-findes', 'Anmodningen er allerede registreret.', { status: 409 });
  }
  kraevIkkeIFremtiden(command.modtaget, context, 'modtaget');
  if (command.art === 'part' && !command.erPart) {
    throw new Afvist(
      'ikke-part',
      'Personen er ikke part i barnets sag den dag. Behandl anmodningen efter offentlighedsloven eller som indsigt i egne oplysninger.',
      { felt: 'art', paragraf: 'forvaltningsloven § 9' },
    );
  }
  if (command.art === 'gdpr' && !command.kendtPerson) {
    throw new Afvist('ikke-registreret', 'Kun en, der er registreret i sagen, kan få indsigt i sine oplysninger.', {
      felt: 'anmoderId',
      paragraf: 'databeskyttelsesforordningen art. 15',
    });
  }
  const { type: _type, erPart: _part, svarSenest, ...data } = command;
  if (svarSenest === undefined) {
    throw new Afvist('lov-ikke-i-kraft', 'Reglen om den slags anmodning gjaldt ikke den dag.', {
      felt: 'modtaget',
      paragraf: paragraf(command),
    });
  }
  kraevTekst(command.oensker, 'oensker-mangler', 'oensker', 'Skriv, hvad der bedes om.', paragraf(command));
  return [event(E.AktindsigtAnmodet, { ...data, svarSenest })];
}

function fortsaet(
  command: Exclude<AktindsigtKommando, { type: 'AnmodAktindsigt' }>,
  a: AnmodetAktindsigt,
  context: DecisionContext,
): readonly E.AktindsigtEvent[] {
  const { aktindsigtId, sagId, barnId } = a;
  const tilhoer = { aktindsigtId, sagId, barnId };
  const kraevDato = (dato: string, felt: string): void => {
    kraevIkkeIFremtiden(dato, context, felt);
    kraevIkkeFoer(dato, a.modtaget, felt, 'Det kan ikke være sket, før anmodningen kom', paragraf(a));
  };
  switch (command.type) {
    case 'RetModtagelse':
      return ret(command, a, context);
    case 'SendFristbrev': {
      kraevAaben(a);
      const { sendt, forventet, begrundelse } = command;
      kraevDato(sendt, 'sendt');
      if (a.art === 'gdpr') {
        throw new Afvist('fristbrev-passer-ikke', 'Forlæng fristen for den registrerede i stedet.', { paragraf: GDPR });
      }
      if (forventet <= sendt) {
        throw new Afvist('forventet-passer-ikke', 'Svaret skal ventes en senere dag end brevet.', {
          felt: 'forventet',
          paragraf: OFL,
        });
      }
      kraevTekst(begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund, at svaret tager længere tid.', OFL);
      return [event(E.AktindsigtFristbrevSendt, { ...tilhoer, sendt, forventet, begrundelse })];
    }
    case 'ForlaengGdpr': {
      kraevAaben(a);
      const { sendt, begrundelse } = command;
      kraevDato(sendt, 'sendt');
      if (a.art !== 'gdpr' || a.forlaenget !== null) {
        throw new Afvist(
          'kan-ikke-forlaenges',
          'Kun en anmodning fra den registrerede kan forlænges, og kun én gang.',
          {
            paragraf: GDPR,
          },
        );
      }
      if (sendt > a.svarSenest) {
        throw new Afvist(
          'forlaengelse-for-sent',
          `Den registrerede skal have besked om forlængelsen inden en måned (${a.svarSenest}).`,
          { felt: 'sendt', paragraf: GDPR },
        );
      }
      kraevTekst(begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund forlængelsen.', GDPR);
      return [event(E.GdprFristForlaenget, { ...tilhoer, anmodet: a.modtaget, sendt, begrundelse })];
    }
    case 'AfgoerAktindsigt':
      kraevAaben(a);
      kraevDato(command.dato, 'dato');
      return afgoer(command, a);
    case 'ModtagTidsklage':
      kraevAaben(a);
      kraevDato(command.modtaget, 'modtaget');
      if (a.klage !== null) {
        throw new Afvist('klage-modtaget', 'Klagen over sagsbehandlingstiden er allerede registreret.', {
          status: 409,
        });
      }
      if (a.art === 'gdpr') {
        throw new Afvist('klage-til-datatilsynet', 'Den registrerede klager til Datatilsynet; vejled om det.', {
          paragraf: 'databeskyttelsesforordningen art. 77',
        });
      }
      if (command.klageFra !== undefined && command.modtaget < command.klageFra) {
        throw new Afvist(
          'klage-for-tidlig',
          `Der kan klages over sagsbehandlingstiden fra ${command.klageFra}, når der er gået 14 dage uden afgørelse.`,
          { felt: 'modtaget', paragraf: 'offentlighedsloven (klagekapitlet)' },
        );
      }
      return [event(E.AktindsigtKlageModtaget, { ...tilhoer, modtaget: command.modtaget })];
    case 'VideresendTidsklage':
      if (a.klage === null || a.klage.videresendt !== null) {
        throw new Afvist('ingen-klage', 'Der er ingen klage over sagsbehandlingstiden at sende videre.', {
          status: 409,
        });
      }
      kraevDato(command.dato, 'dato');
      kraevIkkeFoer(command.dato, a.klage.modtaget, 'dato', 'Klagen kom senere');
      return [event(E.AktindsigtKlageVideresendt, { ...tilhoer, dato: command.dato })];
  }
}

/** Also when it is answered: whether the answer came in time is a fact. */
function ret(
  { modtaget, svarSenest, begrundelse }: Extract<AktindsigtKommando, { type: 'RetModtagelse' }>,
  a: AnmodetAktindsigt,
  context: DecisionContext,
): readonly E.AktindsigtEvent[] {
  const { aktindsigtId, sagId, barnId, art, forlaenget } = a;
  const skridt = [a.fristbreve[0]?.sendt, forlaenget?.sendt, a.afgoerelse?.dato, a.klage?.modtaget];
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel: a.modtaget, ny: modtaget, begrundelse, paragraf: paragraf(a) },
      senest: foersteAf('Anmodningen er behandlet, efter at den kom', ...skridt),
    },
    context,
  );
  if (svarSenest === undefined) {
    throw new Afvist('lov-ikke-i-kraft', 'Reglen om den slags anmodning gjaldt ikke den dag.', {
      felt: 'dato',
      paragraf: paragraf(a),
    });
  }
  const foer = { modtaget: a.modtaget, ...(forlaenget === null ? {} : { anmodet: a.modtaget }) };
  return [
    event(E.AktindsigtmodtagelseRettet, {
      ...{ aktindsigtId, sagId, barnId, art, modtaget, svarSenest },
      ...(forlaenget === null ? {} : { anmodet: modtaget }),
      ...{ rettet: context.nu, foer, begrundelse },
    }),
  ];
}

function kraevAaben(a: AnmodetAktindsigt): void {
  if (a.fase === 'afgjort') {
    throw new Afvist('aktindsigt-afgjort', 'Anmodningen er afgjort. En ny anmodning er en ny sag om aktindsigt.', {
      status: 409,
      paragraf: paragraf(a),
    });
  }
}

function afgoer(
  command: Extract<AktindsigtKommando, { type: 'AfgoerAktindsigt' }>,
  a: AnmodetAktindsigt,
): readonly E.AktindsigtEvent[] {
  const { aktindsigtId, sagId, barnId } = a;
  const { dato, udfald, begrundelse, udleveret, maskeret } = command;
  if (udfald !== 'fuld') {
    kraevTekst(
      begrundelse ?? '',
      'begrundelse-mangler',
      'begrundelse',
      'Begrund, hvad der ikke udleveres, og efter hvilken bestemmelse.',
      'forvaltningsloven §§ 22-24',
    );
    if (!command.klagevejledning) {
      throw new Afvist('klagevejledning-mangler', 'Afslås noget, skal der gives klagevejledning.', {
        felt: 'klagevejledning',
        paragraf: 'forvaltningsloven § 25',
        mangler: ['klagevejledning'],
      });
    }
  }
  if (udfald !== 'afslag') {
    if (a.anmoderId !== barnId) kraevRisikovurdering(command.risikovurderingMangler);
    kraevMaskering(maskeret, command.beskyttedeAndre);
  }
  return [
    event(E.AktindsigtAfgjort, {
      ...{ aktindsigtId, sagId, barnId, dato, udfald, maskeret },
      ...(begrundelse === undefined ? {} : { begrundelse }),
      ...(udleveret === undefined ? {} : { udleveret }),
    }),
  ];
}

function evolve(state: Aktindsigt, e: E.AktindsigtEvent): Aktindsigt {
  if (e.type === 'sagsstyring.AktindsigtAnmodet') {
    const anmoderNavn = e.data.anmoderNavn ?? null;
    return { fase: 'anmodet', ...e.data, anmoderNavn, fristbreve: [], forlaenget: null, afgoerelse: null, klage: null };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'sagsstyring.AktindsigtmodtagelseRettet':
      return { ...state, modtaget: e.data.modtaget, svarSenest: e.data.svarSenest };
    case 'sagsstyring.AktindsigtFristbrevSendt': {
      const { sendt, forventet, begrundelse } = e.data;
      return { ...state, fristbreve: [...state.fristbreve, { sendt, forventet, begrundelse }] };
    }
    case 'sagsstyring.GdprFristForlaenget':
      return { ...state, forlaenget: { sendt: e.data.sendt, begrundelse: e.data.begrundelse } };
    case 'sagsstyring.AktindsigtAfgjort': {
      const { dato, udfald, maskeret } = e.data;
      const begrundelse = e.data.begrundelse ?? null;
      const udleveret = e.data.udleveret ?? null;
      return { ...state, fase: 'afgjort', afgoerelse: { dato, udfald, maskeret, begrundelse, udleveret } };
    }
    case 'sagsstyring.AktindsigtKlageModtaget':
      return { ...state, klage: { modtaget: e.data.modtaget, videresendt: null } };
    case 'sagsstyring.AktindsigtKlageVideresendt':
      return state.klage === null ? state : { ...state, klage: { ...state.klage, videresendt: e.data.dato } };
  }
}

/** A request for access: answered in seven working days, or told why not and when; for the registered, a month and two. */
export const aktindsigtDecider: Decider<AktindsigtKommando, E.AktindsigtEvent, Aktindsigt> = {
  kind: 'sagsstyring.aktindsigt',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
