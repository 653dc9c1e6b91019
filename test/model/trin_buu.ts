import fc from 'fast-check';
import { type Model, risikoenMangler } from './tilstand.js';
import { aaben, bortfaldet, type BuuSag, type Formandsafgoerelse, type Udvalgskode } from './tilstand_tvang.js';
import { type Anmodning, foer, foerste, id, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/** What the chairman of these walks decides; the committee decides the same, or approves it. */
const FORMANDENS = 'laegelig-behandling';

/** A case for the committee (serviceloven § 74, barnets lov § 142); the chairman's decision of one of the cases with it. */
export function rejs(kode: Udvalgskode | 'hjemgivelse', nr: number, efter: number, formandNr: number | null): Trin {
  return {
    navn: `rejs ${kode}(#${String(nr)} +${String(efter)}, formand ${String(formandNr)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      if (sag === undefined) return null;
      const formand = formandNr === null ? undefined : vaelg(model.tvang.formandsafgoerelser, formandNr);
      const naar = Math.min(SIDSTE_DAG + 1, (formand?.truffet ?? sag.oprettet) + efter);
      const sammeSlags = model.tvang.buuSager.filter((b) => b.kode === kode);
      return {
        som: 'alt',
        sti: `/sager/${sag.id}/buu-sager`,
        krop: {
          ...{ afgoerelseKode: kode, dato: v.dato(naar), begrundelse: 'Forældrene samtykker ikke.' },
          ...(formand === undefined ? {} : { formandsafgoerelseId: formand.id }),
        },
        forventet: foerste(
          sag.lukket !== null && '409 sag-lukket',
          kode === 'hjemgivelse' && '422 forvaltningens-afgoerelse',
          formand !== undefined && formand.sag !== sag && '422 anden-sag',
          formand !== undefined &&
            kode !== 'godkendelse-foreloebig' &&
            kode !== FORMANDENS &&
            '422 foreloebig-anden-slags',
          iFremtiden(naar),
          kode === 'godkendelse-foreloebig' && formand === undefined && '422 formandsafgoerelse-mangler',
        ),
        sidespor: sammeSlags.some(aaben) || sammeSlags.length > 1,
        gemt: (svar) => {
          if (kode === 'hjemgivelse') throw new Error('The committee does not decide that');
          model.tvang.buuSager.push({
            ...{ id: id(svar, 'buuSagId'), sag, kode, rejst: naar, formand: formand ?? null, indstilling: null },
            ...{ moede: null, vejledt: null, udtalt: null, fase: 'aaben', afgjort: null, gennemfoert: null },
          });
        },
      };
    },
  };
}

const rejser = fc
  .tuple(
    fc.constantFrom('undersoegelse-uden-samtykke', 'laegelig-behandling', 'godkendelse-foreloebig', 'hjemgivelse'),
    nummer,
    senere,
    fc.option(nummer, { freq: 2 }),
  )
  .map(([kode, nr, efter, formand]) => rejs(kode, nr, efter, formand));

type Paa = Omit<Anmodning, 'som' | 'sti'>;

function paaBuu(
  navn: string,
  sti: string,
  anmod: (b: BuuSag, naar: number, v: Verden, model: Model) => Paa | null,
  fra: (b: BuuSag) => number = (b) => b.rejst,
): (nr: number, efter: number) => Trin {
  return (nr, efter) => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const b = vaelg(model.tvang.buuSager, nr);
      if (b === undefined) return null;
      const anmodning = anmod(b, Math.min(SIDSTE_DAG + 1, fra(b) + efter), v, model);
      return anmodning === null ? null : { som: 'alt', sti: `/buu-sager/${b.id}/${sti}`, ...anmodning };
    },
  });
}

const lukket = (b: BuuSag) => !aaben(b) && ('409 buu-sag-slut' as const);
const iForloebet = (b: BuuSag, naar: number) => [lukket(b), iFremtiden(naar), foer(naar, b.rejst)] as const;

/** Each party is told of the lawyer, the papers and the meeting; the child of eight is none. */
export const vejled = (hvem: 'mor' | 'barnet') =>
  paaBuu(`vejled ${hvem}`, 'vejledninger', (b, naar, v, model) => ({
    krop: {
      ...{ personId: hvem === 'mor' ? (model.moderId ?? model.barnId) : model.barnId },
      ...{ dato: v.dato(naar), maade: 'brev' },
    },
    forventet: foerste(
      ...iForloebet(b, naar),
      (hvem === 'barnet' || model.moderId === null) && '422 ikke-part',
      risikoenMangler(model) && '422 risikovurdering-mangler',
    ),
    sidespor: b.vejledt !== null,
    gemt: () => {
      b.vejledt = Math.min(b.vejledt ?? naar, naar);
    },
  }));

export const indstil = (bfuNr: number | null, barnet: 'hørt' | 'ikke hørt' | 'undladt') =>
  paaBuu('indstil', 'indstilling', (b, naar, v, model) => {
    const bfu = bfuNr === null ? undefined : vaelg(model.bfuer, bfuNr);
    return {
      krop: {
        ...{
          dato: v.dato(naar),
          indstilling: 'Det indstilles.',
          formaal: 'At vide det.',
          barnetsHoldning: 'Vil gerne.',
        },
        foraeldrenesHoldning: 'Er imod.',
        ...(bfu === undefined ? {} : { bfuId: bfu.id }),
        ...(barnet === 'hørt' ? { boernesamtaleDato: v.dato(naar - 1) } : {}),
        ...(barnet === 'undladt' ? { boernesamtaleUndladt: 'Barnet er indlagt.' } : {}),
      },
      forventet: foerste(
        ...iForloebet(b, naar),
        (barnet === 'ikke hørt' || (b.kode === 'undersoegelse-uden-samtykke' && bfu === undefined)) &&
          '422 indstilling-mangelfuld',
      ),
      sidespor: b.indstilling !== null,
      gemt: () => {
        b.indstilling = { dato: naar, bfu: bfu ?? null };
      },
    };
  });

export const beram = paaBuu('beram', 'moede', (b, naar, v) => ({
  krop: { moede: v.tid(naar, '09:00') },
  forventet: foerste(lukket(b), foer(naar, b.rejst)),
  sidespor: b.moede !== null,
  gemt: () => {
    b.moede = naar;
  },
}));

/** Parties and the child may speak; only for the child can it be left out. */
export const udtal = (hvem: 'mor' | 'barnet', udfald: 'udtalt' | 'undladt') =>
  paaBuu(`udtal ${hvem}${udfald === 'undladt' ? ' undladt' : ''}`, 'udtalelser', (b, naar, v, model) => {
    if (hvem === 'mor' && model.moderId === null) return null;
    return {
      krop: {
        ...{ personId: hvem === 'mor' ? model.moderId : model.barnId, dato: v.dato(naar) },
        ...{ udfald, udtalelse: 'Det blev sagt.' },
      },
      forventet: foerste(
        ...iForloebet(b, naar),
        hvem === 'mor' && udfald === 'undladt' && '422 udtaleret-kan-ikke-undlades',
      ),
      sidespor: hvem === 'barnet' || b.udtalt !== null,
      gemt: () => {
        if (hvem === 'mor') b.udtalt = naar;
      },
    };
  });

/** Four of five for the deepest interventions, otherwise the most; three must be there. */
function stemmer(b: BuuSag, vedtaget: boolean, [stemmerFor, stemmerImod]: Stemmer): Udfald | false {
  const ialt = stemmerFor + stemmerImod;
  if (ialt < 3 || ialt > 5) return '422 stemmetal-umuligt';
  const nok = b.kode === 'godkendelse-foreloebig' ? stemmerFor > stemmerImod : stemmerFor >= 4;
  if (nok === vedtaget) return false;
  return vedtaget ? '422 flertal-mangler' : '422 flertal-passer-ikke';
}

type Stemmer = readonly [number, number];
const STEMMETAL: readonly Stemmer[] = [
  ...([
    [5, 0],
    [4, 1],
    [3, 2],
    [2, 3],
    [1, 1],
  ] as const),
];

function kanIkkeAfgoere(b: BuuSag, naar: number, model: Model): boolean {
  const foerMoedet = (dag: number | null | undefined): boolean => dag !== null && dag !== undefined && dag <= naar;
  const moderen = model.moderId === null || (foerMoedet(b.vejledt) && foerMoedet(b.udtalt));
  return !foerMoedet(b.indstilling?.dato) || !moderen;
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
    Object.assign(b.formand, vedtaget ? { fase: 'godkendt', godkendt: naar } : { fase: 'ophaevet' });
  else if (vedtaget) Object.assign(b.formand, { fase: 'erstattet', erstattet: naar });
}

export const afgoer = (vedtaget: boolean, stemmetal: Stemmer) =>
  paaBuu(
    `udvalget ${vedtaget ? 'vedtager' : 'forkaster'}`,
    'afgoerelse',
    (b, naar, v, model) => {
      const [stemmerFor, stemmerImod] = stemmetal;
      return {
        krop: {
          ...{ dato: v.dato(naar), vedtaget, foelgerIndstilling: vedtaget, stemmerFor, stemmerImod },
          begrundelse: 'Derfor.',
        },
        forventet: foerste(
          ...iForloebet(b, naar),
          b.moede !== naar && '422 moede-mangler',
          kanIkkeAfgoere(b, naar, model) && '422 buu-kan-ikke-afgoere',
          stemmer(b, vedtaget, stemmetal),
          vedtaget && foer(naar, b.sag.oprettet),
          ...(b.formand !== null && roererFormandens(b, vedtaget, naar, v) ? medFormandens(b.formand, b, naar, v) : []),
        ),
        gemt: (svar) => {
          Object.assign(b, { fase: vedtaget ? 'vedtaget' : 'forkastet', afgjort: naar });
          foelgForFormandens(b, vedtaget, naar, v);
          if (!vedtaget) return;
          model.tvang.afgoerelser.push({
            ...{ id: id(svar, 'afgoerelseId'), truffet: naar, harPart: model.moderId !== null, meddelt: null },
            ...{ sag: b.sag, organ: 'BUU', slags: b.kode, erstatter: null },
          });
        },
      };
    },
    (b) => b.moede ?? b.rejst,
  );

const traek = paaBuu('træk buu-sag', 'tilbagetraekning', (b, naar, v) => ({
  krop: { dato: v.dato(naar), begrundelse: 'Forældrene har samtykket.' },
  forventet: foerste(...iForloebet(b, naar)),
  sidespor: true,
  gemt: () => {
    b.fase = 'trukket';
  },
}));

const gennemfoert = paaBuu(
  'undersøgelse gennemført',
  'undersoegelse-gennemfoert',
  (b, naar, v) => ({
    krop: { dato: v.dato(naar), naesteSkridt: 'Barnet vender hjem med støtte.' },
    forventet: foerste(
      b.fase !== 'vedtaget' && '409 ikke-vedtaget',
      iFremtiden(naar),
      foer(naar, b.afgjort ?? 0),
      (b.kode !== 'undersoegelse-uden-samtykke' || b.gennemfoert !== null) && '409 ingen-undersoegelse',
    ),
    sidespor: true,
    gemt: () => {
      b.gennemfoert = naar;
    },
  }),
  (b) => b.afgjort ?? b.rejst,
);

const tilfaeldigt = (trin: fc.Arbitrary<(nr: number, efter: number) => Trin>, dage = senere): fc.Arbitrary<Trin> =>
  fc.tuple(trin, nummer, dage).map(([et, nr, efter]) => et(nr, efter));

const indstillinger = fc
  .tuple(fc.option(nummer, { freq: 4 }), fc.constantFrom('hørt', 'undladt', 'ikke hørt'))
  .map(([bfu, barnet]) => indstil(bfu, barnet));
const udtalelser = fc
  .tuple(fc.constantFrom('mor', 'mor', 'barnet'), fc.constantFrom('udtalt', 'udtalt', 'undladt'))
  .map(([hvem, udfald]) => udtal(hvem, udfald));
const afgoerelser = fc
  .tuple(fc.constantFrom(true, true, false), fc.constantFrom(...STEMMETAL))
  .map(([vedtaget, stemmetal]) => afgoer(vedtaget, stemmetal));
const paaMoedet = fc.constantFrom(0, 0, 0, 0, -1, 1);

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
