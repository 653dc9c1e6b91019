import { Afvist } from '../../faelles/afvist.js';
import { foersteAf, kraevRettelse } from '../../faelles/rettelse.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import * as E from './klage.events.js';
import { evolve, type Ankeudfald, type Genvurderingsudfald, type Klage, type ModtagetKlage } from './tilstand.js';

/** A new decision that is said to take the place of the one complained of. */
export interface NyAfgoerelse {
  readonly afgoerelseId: string;
  readonly dato: string;
  readonly sammeSag: boolean;
  readonly erstatter: boolean;
  /** The same kind of decision as the one complained of. */
  readonly sammeSlags: boolean;
}

export type KlageKommando =
  | {
      readonly type: 'ModtagKlage';
      readonly klageId: string;
      readonly sagId: string;
      readonly barnId: string;
      readonly afgoerelseId: string;
      readonly afgoerelseDato: string;
      readonly meddelelseId?: string;
      readonly afgoerelseKode: string;
      readonly afgoerelsesnavn: string;
      readonly hjemmel: string;
      readonly organ: 'KB' | 'BUU';
      readonly regime: 'SEL' | 'BL';
      readonly klagerId: string;
      readonly klagerErPart: boolean;
      readonly modtaget: string;
      /** Absent: the complainant has not been told of the decision with guidance, so no deadline has run. */
      readonly klagefrist?: string;
      readonly opsaettendeVirkning: boolean;
      readonly indhold: string;
    }
  | {
      readonly type: 'GenvurderKlage';
      readonly dato: string;
      readonly udfald: Genvurderingsudfald;
      readonly ny?: NyAfgoerelse;
      readonly begrundelse: string;
    }
  | { readonly type: 'FastholdKlage'; readonly dato: string }
  | {
      readonly type: 'OversendKlage';
      readonly sendt: string;
      readonly modtagetAst: string;
      readonly udtalelse?: string;
    }
  | {
      readonly type: 'RegistrerAnkeafgoerelse';
      readonly dato: string;
      readonly udfald: Ankeudfald;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'GennemfoerUdfald';
      readonly dato: string;
      readonly ny?: NyAfgoerelse;
      readonly beskrivelse: string;
      /** Why what was sent back ended without a new decision. */
      readonly udenNyAfgoerelse?: string;
    }
  | {
      readonly type: 'RetKlagemodtagelse';
      readonly modtaget: string;
      readonly afgoerelseDato: string;
      readonly regime: 'SEL' | 'BL';
      /** Counted anew, from what is known of the notice now. */
      readonly klagefrist?: string;
      readonly begrundelse: string;
    }
  | { readonly type: 'TraekKlage'; readonly dato: string; readonly begrundelse?: string };

const RSL66 = 'retssikkerhedsloven § 66';
type Kommando<T extends KlageKommando['type']> = Extract<KlageKommando, { type: T }>;
type Haendelser = readonly E.KlageEvent[];

/** The paragraphs on complaints in the act on the day it came. */
export function klageparagraf(k: { readonly organ: 'KB' | 'BUU'; readonly regime: 'SEL' | 'BL' }): string {
  if (k.organ === 'BUU') return k.regime === 'SEL' ? 'SEL § 168' : 'BL §§ 145-146';
  return k.regime === 'SEL' ? 'SEL §§ 166-167' : 'BL § 144';
}

/** Ankestyrelsen has sent the decision back or changed it, and what follows from that is not done. */
export function ankeVenter(k: Klage): boolean {
  return k.fase === 'hjemvist' || k.fase === 'aendret';
}

function decide(command: KlageKommando, state: Klage, context: DecisionContext): Haendelser {
  if (command.type === 'ModtagKlage') return modtag(command, state, context);
  if (state.fase === 'findes-ikke') throw new Afvist('klage-findes-ikke', 'Klagen findes ikke.');
  if (command.type === 'RetKlagemodtagelse') return ret(command, state, context);
  if (state.fase === 'afsluttet') {
    throw new Afvist('klage-afsluttet', 'Klagesagen er slut. En ny klage er en ny klagesag.', {
      status: 409,
      paragraf: klageparagraf(state),
    });
  }
  return fortsaet(command, state, context);
}

function modtag(command: Kommando<'ModtagKlage'>, state: Klage, context: DecisionContext): Haendelser {
  if (state.fase !== 'findes-ikke')
    throw new Afvist('klage-findes', 'Klagen er allerede registreret.', { status: 409 });
  kraevIkkeIFremtiden(command.modtaget, context, 'modtaget');
  kraevIkkeFoer(
    command.modtaget,
    command.afgoerelseDato,
    'modtaget',
    'Der kan ikke klages, før afgørelsen er truffet',
    klageparagraf(command),
  );
  const { type: _type, afgoerelseDato: _dato, ...data } = command;
  const forSent = command.klagefrist !== undefined && command.modtaget > command.klagefrist;
  return [event(E.KlageModtaget, { ...data, forSent })];
}

/** Also when the complaint is closed: whether it came in time is a fact. */
function ret(command: Kommando<'RetKlagemodtagelse'>, k: ModtagetKlage, context: DecisionContext): Haendelser {
  const { modtaget, regime, klagefrist, afgoerelseDato, begrundelse } = command;
  const { genvurdering, oversendt, afsluttet, meddelelseId, organ } = k;
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel: k.modtaget, ny: modtaget, begrundelse, paragraf: klageparagraf(k) },
      tidligst: { hvornaar: afgoerelseDato, hvorfor: 'Der kan ikke klages, før afgørelsen er truffet' },
      senest: foersteAf('Klagen er behandlet, efter at den kom', genvurdering?.dato, oversendt?.sendt, afsluttet?.dato),
    },
    context,
  );
  return [
    event(E.KlagemodtagelseRettet, {
      ...{ ...tilhoer(k), organ, regime, modtaget },
      ...(meddelelseId === null ? {} : { meddelelseId }),
      ...(klagefrist === undefined ? {} : { klagefrist }),
      forSent: klagefrist !== undefined && modtaget > klagefrist,
      ...{ rettet: context.nu, foer: { modtaget: k.modtaget }, begrundelse },
    }),
  ];
}

const tilhoer = ({ klageId, sagId, barnId }: ModtagetKlage) => ({ klageId, sagId, barnId });

function kraevDato(dato: string, k: ModtagetKlage, context: DecisionContext, felt = 'dato'): void {
  kraevIkkeIFremtiden(dato, context, felt);
  kraevIkkeFoer(dato, k.modtaget, felt, 'Det kan ikke være sket, før klagen kom', klageparagraf(k));
}

function kraevFase(k: ModtagetKlage, faser: readonly ModtagetKlage['fase'][], paragraf: string): void {
  if (!faser.includes(k.fase)) {
    throw new Afvist('forkert-fase', `Klagen er ${k.fase}; det kan ikke ske nu.`, { status: 409, paragraf });
  }
}

function fortsaet(
  command: Exclude<KlageKommando, { type: 'ModtagKlage' | 'RetKlagemodtagelse' }>,
  k: ModtagetKlage,
  context: DecisionContext,
): Haendelser {
  switch (command.type) {
    case 'GenvurderKlage':
      return genvurder(command, k, context);
    case 'FastholdKlage':
      kraevDato(command.dato, k, context);
      kraevFase(k, ['delvist'], RSL66);
      kraevIkkeFoer(command.dato, k.genvurdering?.dato ?? k.modtaget, 'dato', 'Genvurderingen er senere', RSL66);
      return [event(E.KlageFastholdt, { ...tilhoer(k), dato: command.dato })];
    case 'OversendKlage':
      return oversend(command, k, context);
    case 'RegistrerAnkeafgoerelse': {
      kraevFase(k, ['oversendt'], klageparagraf(k));
      kraevDato(command.dato, k, context);
      const sendt = k.oversendt?.sendt ?? k.modtaget;
      kraevIkkeFoer(command.dato, sendt, 'dato', 'Ankestyrelsen kan ikke have afgjort klagen før', klageparagraf(k));
      const { dato, udfald, begrundelse } = command;
      kraevTekst(
        begrundelse,
        'begrundelse-mangler',
        'begrundelse',
        'Skriv Ankestyrelsens begrundelse.',
        klageparagraf(k),
      );
      const afgjort = event(E.AnkestyrelsenAfgjort, { ...tilhoer(k), organ: k.organ, dato, udfald, begrundelse });
      return udfald === 'stadfaestet' || udfald === 'afvist' ? [afgjort, slut(k, dato, udfald)] : [afgjort];
    }
    case 'GennemfoerUdfald': {
      kraevFase(k, ['hjemvist', 'aendret'], klageparagraf(k));
      kraevDato(command.dato, k, context);
      const { dato, ny, beskrivelse, udenNyAfgoerelse } = command;
      kraevIkkeFoer(dato, k.anke?.dato ?? dato, 'dato', 'Ankestyrelsen afgjorde klagen senere', klageparagraf(k));
      if (k.fase === 'hjemvist' && ny === undefined && udenNyAfgoerelse === undefined) {
        throw new Afvist(
          'ny-afgoerelse-mangler',
          'Ankestyrelsen har hjemvist sagen: behandl den igen, træf en ny afgørelse, og angiv den her. Træffes der ingen, fordi udvalget ikke traf den, eller den ikke længere kan træffes, så begrund det i udenNyAfgoerelse.',
          { felt: 'nyAfgoerelseId', paragraf: klageparagraf(k), mangler: ['ny-afgoerelse'] },
        );
      }
      if (ny !== undefined) {
        kraevNy(ny, k, k.anke?.dato ?? k.modtaget, dato, klageparagraf(k));
        // Another decision in the case has not treated the matter that was sent back.
        if (!ny.erstatter && !ny.sammeSlags) {
          throw new Afvist(
            'ny-afgoerelse-passer-ikke',
            `Den nye afgørelse skal træde i stedet for den påklagede eller være af samme slags (${k.afgoerelsesnavn}).`,
            { felt: 'nyAfgoerelseId', paragraf: klageparagraf(k), mangler: ['ny-afgoerelse'] },
          );
        }
      }
      if (udenNyAfgoerelse !== undefined) {
        if (ny !== undefined || k.fase !== 'hjemvist') {
          throw new Afvist(
            'ny-afgoerelse-passer-ikke',
            'Kun en hjemvist sag uden en ny afgørelse begrunder, at der ikke er truffet en.',
            { felt: 'udenNyAfgoerelse', paragraf: klageparagraf(k) },
          );
        }
        kraevTekst(
          udenNyAfgoerelse,
          'begrundelse-mangler',
          'udenNyAfgoerelse',
          'Begrund, at der ikke træffes en ny afgørelse.',
          klageparagraf(k),
        );
      }
      kraevTekst(beskrivelse, 'beskrivelse-mangler', 'beskrivelse', 'Skriv, hvad der er gjort.', klageparagraf(k));
      return [
        event(E.KlageudfaldGennemfoert, {
          ...{ ...tilhoer(k), dato, beskrivelse },
          ...(ny === undefined ? {} : { nyAfgoerelseId: ny.afgoerelseId }),
          ...(udenNyAfgoerelse === undefined ? {} : { udenNyAfgoerelse }),
        }),
        slut(k, dato, 'gennemfoert'),
      ];
    }
    case 'TraekKlage': {
      kraevFase(k, ['modtaget', 'fastholdt', 'delvist', 'oversendt'], klageparagraf(k));
      kraevDato(command.dato, k, context);
      const { dato, begrundelse } = command;
      return [
        event(E.KlageTrukket, { ...tilhoer(k), dato, ...(begrundelse === undefined ? {} : { begrundelse }) }),
        slut(k, dato, 'trukket'),
      ];
    }
  }
}

type Slutaarsag = 'medhold' | 'trukket' | 'stadfaestet' | 'afvist' | 'gennemfoert';
function slut(k: ModtagetKlage, dato: string, aarsag: Slutaarsag): E.KlageEvent {
  return event(E.KlageAfsluttet, { ...tilhoer(k), dato, aarsag });
}

// A change must be a decision of its own, so that it can be told, complained of and counted.
function kraevNy(ny: NyAfgoerelse, k: ModtagetKlage, tidligst: string, senest: string, paragraf: string): void {
  if (!ny.sammeSag || ny.afgoerelseId === k.afgoerelseId || ny.dato < tidligst || ny.dato > senest) {
    throw new Afvist(
      'ny-afgoerelse-passer-ikke',
      `Den nye afgørelse skal være truffet i samme sag fra ${tidligst} til ${senest}.`,
      { felt: 'nyAfgoerelseId', paragraf },
    );
  }
}

function genvurder(command: Kommando<'GenvurderKlage'>, k: ModtagetKlage, context: DecisionContext): Haendelser {
  const { dato, udfald, ny, begrundelse } = command;
  if (k.organ === 'BUU') {
    throw new Afvist(
      'genvurderes-ikke',
      'En klage over udvalgets afgørelse behandles af Ankestyrelsen uden genvurdering i kommunen. Send den videre.',
      { paragraf: klageparagraf(k) },
    );
  }
  kraevFase(k, ['modtaget'], RSL66);
  kraevDato(dato, k, context);
  kraevTekst(begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund genvurderingen.', RSL66);
  if (udfald === 'fastholdt' && ny !== undefined) {
    throw new Afvist('ny-afgoerelse-passer-ikke', 'Fastholdes afgørelsen, er der ingen ny.', {
      felt: 'nyAfgoerelseId',
      paragraf: RSL66,
    });
  }
  if (udfald !== 'fastholdt') {
    if (ny?.erstatter !== true) {
      throw new Afvist(
        'ny-afgoerelse-mangler',
        'Ændres afgørelsen, skal der træffes en ny, som træder i stedet for den. Træf den, og angiv den her.',
        { felt: 'nyAfgoerelseId', paragraf: RSL66, mangler: ['ny-afgoerelse'] },
      );
    }
    kraevNy(ny, k, k.modtaget, dato, RSL66);
  }
  const genvurderet = event(E.KlageGenvurderet, {
    ...{ ...tilhoer(k), dato, udfald, begrundelse },
    ...(ny === undefined ? {} : { nyAfgoerelseId: ny.afgoerelseId }),
  });
  return udfald === 'aendret-helt' ? [genvurderet, slut(k, dato, 'medhold')] : [genvurderet];
}

function oversend(command: Kommando<'OversendKlage'>, k: ModtagetKlage, context: DecisionContext): Haendelser {
  const { sendt, modtagetAst, udtalelse } = command;
  kraevDato(sendt, k, context, 'sendt');
  const udenGenvurdering = k.fase === 'modtaget' && (k.organ === 'BUU' || k.forSent);
  if (k.fase === 'delvist') {
    throw new Afvist('klager-ikke-spurgt', 'Klageren har fået delvist medhold: spørg først, om resten fastholdes.', {
      paragraf: RSL66,
      mangler: ['klage-fastholdt'],
    });
  }
  if (k.fase === 'modtaget' && !udenGenvurdering) {
    throw new Afvist('genvurdering-mangler', 'Kommunen skal vurdere afgørelsen igen, før klagen sendes videre.', {
      paragraf: RSL66,
      mangler: ['remonstration'],
    });
  }
  kraevFase(k, ['modtaget', 'fastholdt'], RSL66);
  kraevIkkeFoer(sendt, k.genvurdering?.dato ?? k.modtaget, 'sendt', 'Genvurderingen er senere', RSL66);
  kraevIkkeFoer(modtagetAst, sendt, 'modtagetAst', 'Ankestyrelsen kan ikke have den, før den er sendt');
  return [
    event(E.KlageOversendt, {
      ...{ ...tilhoer(k), organ: k.organ, sendt, modtagetAst },
      ...(udtalelse === undefined ? {} : { udtalelse }),
    }),
  ];
}

/** A complaint: re-assessed by the municipality, decided by Ankestyrelsen, and followed. */
export const klageDecider: Decider<KlageKommando, E.KlageEvent, Klage> = {
  kind: 'sagsstyring.klage',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
