import fc from 'fast-check';
import { type Model, parter } from './tilstand.js';
import {
  afslutGenbehandlinger,
  bortfaldet,
  type BuuSag,
  type Formandsafgoerelse,
  type Genbehandling,
  genbehandles,
  maanederEfter,
  uden,
} from './tilstand_tvang.js';
import { foer, foerste, id, type Udfald } from './trin.js';
import {
  beram,
  gennemfoert,
  grundlagetMangler,
  iForloebet,
  indstillinger,
  paaBuu,
  rejser,
  tilfaeldigt,
  traek,
  udtalelser,
  vejled,
} from './trin_buu.js';
import { type Verden } from './verden.js';

/** Four of five for the deepest interventions, otherwise the most; three must be there. */
function stemmer(b: BuuSag, vedtaget: boolean, [stemmerFor, stemmerImod]: Stemmer): Udfald | false {
  const ialt = stemmerFor + stemmerImod;
  if (ialt < 3 || ialt > 5) return '422 stemmetal-umuligt';
  const nok = b.kode === 'godkendelse-foreloebig' ? stemmerFor > stemmerImod : stemmerFor >= 4;
  if (nok === vedtaget) return false;
  return vedtaget ? '422 flertal-mangler' : '422 flertal-passer-ikke';
}

type Stemmer = readonly [number, number];
/** The outcome, with votes that carry it and votes that do not. */
const STEMMETAL: readonly (readonly [boolean, ...Stemmer])[] = [
  ...([
    [true, 5, 0],
    [true, 4, 1],
    [true, 3, 2],
    [true, 1, 1],
    [false, 2, 3],
    [false, 2, 3],
    [false, 5, 0],
  ] as const),
];

function kanIkkeAfgoere(b: BuuSag, naar: number, model: Model): boolean {
  const foerMoedet = (dag: number | undefined): boolean => dag !== undefined && dag <= naar;
  const alle = parter(model).every((hvem) => foerMoedet(b.vejledt.get(hvem)) && foerMoedet(b.udtalt.get(hvem)));
  if (b.indstilling === null || !foerMoedet(b.indstilling.dato) || !alle) return true;
  return grundlagetMangler(b, b.indstilling, naar);
}

/** What is not made cannot be approved or replaced, nor what has lapsed by itself. */
function medFormandens(f: Formandsafgoerelse, b: BuuSag, naar: number, v: Verden): readonly (Udfald | false)[] {
  const faser = b.kode === 'godkendelse-foreloebig' ? ['ivaerksat'] : ['truffet', 'ivaerksat', 'godkendt'];
  return [
    !faser.includes(f.fase) && '409 forkert-fase',
    // Day 1 of the seven is the day it was carried out.
    foer(naar, f.ivaerksat ?? f.truffet),
    bortfaldet(f, naar, v) && '422 foreloebig-afgoerelse-bortfaldet',
  ];
}

/** One that has lapsed has nothing left to replace: the committee's own decision stands by itself. */
function roererFormandens(b: BuuSag, vedtaget: boolean, naar: number, v: Verden): boolean {
  if (b.formand === null) return false;
  if (b.kode === 'godkendelse-foreloebig') return true;
  const slut = ['erstattet', 'ophaevet', 'bortfaldet'].includes(b.formand.fase);
  return vedtaget && !slut && !bortfaldet(b.formand, naar, v);
}

function foelgForFormandens(b: BuuSag, vedtaget: boolean, naar: number, v: Verden): void {
  if (b.formand === null || !roererFormandens(b, vedtaget, naar, v)) return;
  if (b.kode === 'godkendelse-foreloebig')
    Object.assign(
      b.formand,
      vedtaget ? { fase: 'godkendt', godkendt: naar } : { fase: 'ophaevet', slut: v.dato(naar) },
    );
  else if (vedtaget) Object.assign(b.formand, { fase: 'erstattet', erstattet: naar, erstattetAf: b });
}

/** A year, two for who has been placed lately, or a shorter time in days. */
export type Valg = '1aar' | '2aar' | number;

export const genbehandling = (valg: Valg, naar: number, v: Verden): object => ({
  ...(typeof valg === 'number'
    ? { genbehandling: 'fastsat', genbehandlesSenest: v.dato(naar + valg) }
    : { genbehandling: valg }),
  anbragtInden1Aar: false,
});

/** This child has not been placed within the year before; what is set is later than the day it is set on. */
export const passerIkke = (valg: Valg): Udfald | false =>
  (valg === '2aar' || valg === 0) && '422 genbehandling-passer-ikke';

export function saetGenbehandling(b: BuuSag, valg: Valg, naar: number, v: Verden): void {
  afslutGenbehandlinger(b, { bortfaldet: true });
  const fastsat = typeof valg === 'number';
  const ny: Genbehandling = {
    regel: fastsat ? 'anbringelse-genbehandling-fastsat' : 'anbringelse-genbehandling-1aar',
    senest: fastsat ? v.dato(naar + valg) : maanederEfter(naar, 12, v),
    ...{ opfyldt: null, bortfaldet: false },
  };
  b.genbehandlinger.push(ny);
}

/** Only a placement without consent is treated again; then the day must be set. */
function frist(b: BuuSag, vedtaget: boolean, valg: Valg | null): Udfald | false {
  if (!vedtaget || !genbehandles(b.kode)) return valg !== null && '422 genbehandles-ikke';
  return valg === null ? '422 genbehandling-mangler' : passerIkke(valg);
}

export const afgoer = (
  vedtaget: boolean,
  stemmetal: Stemmer,
  valg: Valg | null = null,
  om: { readonly navn: string; readonly kode: BuuSag['kode'] } | null = null,
) =>
  paaBuu(
    om?.navn ?? `udvalget ${vedtaget ? 'vedtager' : 'forkaster'}`,
    'afgoerelse',
    (b, naar, v, model) => {
      const [stemmerFor, stemmerImod] = stemmetal;
      return {
        krop: {
          ...{ dato: v.dato(naar), vedtaget, foelgerIndstilling: vedtaget, stemmerFor, stemmerImod },
          ...(valg === null ? {} : { genbehandling: genbehandling(valg, naar, v) }),
          ...{ formaal: 'Ro.', begrundelse: 'Derfor.' },
        },
        forventet: foerste(
          ...iForloebet(b, naar),
          b.moede !== naar && '422 moede-mangler',
          b.genbehandler !== null && uden(b.genbehandler, naar, v) && '422 grundlag-ophoert',
          kanIkkeAfgoere(b, naar, model) && '422 buu-kan-ikke-afgoere',
          stemmer(b, vedtaget, stemmetal),
          frist(b, vedtaget, valg),
          vedtaget && foer(naar, b.sag.oprettet),
          ...(b.formand !== null && roererFormandens(b, vedtaget, naar, v) ? medFormandens(b.formand, b, naar, v) : []),
        ),
        gemt: (svar) => {
          Object.assign(b, { fase: vedtaget ? 'vedtaget' : 'forkastet', afgjort: naar });
          foelgForFormandens(b, vedtaget, naar, v);
          if (!vedtaget) return;
          if (b.genbehandler !== null) afslutGenbehandlinger(b.genbehandler, { opfyldt: naar });
          if (valg !== null) saetGenbehandling(b, valg, naar, v);
          model.tvang.afgoerelser.push({
            ...{ id: id(svar, 'afgoerelseId'), truffet: naar, parter: parter(model), meddelt: new Map() },
            ...{ sag: b.sag, organ: 'BUU', slags: b.kode, erstatter: null, buuSag: b },
          });
        },
      };
    },
    (b) => b.moede ?? b.rejst,
    (b) => om === null || b.kode === om.kode,
  );

const afgoerelser = fc.constantFrom(...STEMMETAL).map(([vedtaget, ...stemmetal]) => afgoer(vedtaget, stemmetal));
export const paaMoedet = fc.constantFrom(0, 0, 0, 0, -1, 1);

/** From the shallow to the deep. */
export const buutrin = [
  tilfaeldigt(fc.constant(traek)),
  rejser,
  rejser,
  tilfaeldigt(fc.constantFrom(vejled('mor'), vejled('mor'), vejled('barnet'))),
  tilfaeldigt(indstillinger),
  tilfaeldigt(fc.constant(beram), fc.integer({ min: -1, max: 12 })),
  tilfaeldigt(udtalelser),
  tilfaeldigt(fc.constant(gennemfoert), fc.integer({ min: -1, max: 70 })),
  tilfaeldigt(afgoerelser, paaMoedet),
  tilfaeldigt(afgoerelser, paaMoedet),
];
