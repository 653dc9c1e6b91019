import fc from 'fast-check';
import {
  type Bfu,
  gaeldendePlan,
  type Model,
  type Part,
  parter,
  personId,
  type Plan,
  risikoenMangler,
} from './tilstand.js';
import {
  aaben,
  type BuuSag,
  gaelderIkke,
  genbehandles,
  opholdIGang,
  tvangIGang,
  uden,
  type Udvalgskode,
} from './tilstand_tvang.js';
import { type Anmodning, foer, foerste, id, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { nummer, senere, UKENDT } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/**
 * A case for the committee (serviceloven § 74, barnets lov § 142); with the chairman's decision of one of the cases, or the
 * case whose placement it treats again.
 */
export function rejs(
  kode: Udvalgskode | 'hjemgivelse',
  nr: number,
  efter: number,
  formandNr: number | null,
  tidligereNr: number | null = null,
): Trin {
  return {
    navn: `rejs ${kode}(#${String(nr)} +${String(efter)}, formand ${String(formandNr)}, igen ${String(tidligereNr)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      if (sag === undefined) return null;
      const formand = formandNr === null ? undefined : vaelg(model.tvang.formandsafgoerelser, formandNr);
      const tidligere = tidligereNr === null ? undefined : vaelg(anbragteVed(model), tidligereNr);
      const naar = Math.min(SIDSTE_DAG + 1, (formand?.truffet ?? tidligere?.afgjort ?? sag.oprettet) + efter);
      const sammeSlags = model.tvang.buuSager.filter((b) => b.kode === kode);
      return {
        som: 'alt',
        sti: `/sager/${sag.id}/buu-sager`,
        krop: {
          ...{ afgoerelseKode: kode, dato: v.dato(naar), begrundelse: 'Forældrene samtykker ikke.' },
          ...(formand === undefined ? {} : { formandsafgoerelseId: formand.id }),
          ...(tidligere === undefined ? {} : { genbehandlerId: tidligere.id }),
        },
        forventet: foerste(
          sag.lukket !== null && '409 sag-lukket',
          kode === 'hjemgivelse' && '422 forvaltningens-afgoerelse',
          formand !== undefined && formand.sag !== sag && '422 anden-sag',
          formand !== undefined &&
            kode !== 'godkendelse-foreloebig' &&
            kode !== formand.kode &&
            '422 foreloebig-anden-slags',
          formand !== undefined &&
            kode === 'godkendelse-foreloebig' &&
            gaelderIkke(formand, naar, v) &&
            '422 foreloebig-gaelder-ikke',
          tidligere?.genbehandlinger.length === 0 && '422 intet-at-genbehandle',
          iFremtiden(naar),
          kode === 'godkendelse-foreloebig' && formand === undefined && '422 formandsafgoerelse-mangler',
          kode === 'opretholdelse' && tidligere === undefined && '422 genbehandling-uden-grundlag',
          tidligere !== undefined && uden(tidligere, naar, v) && '422 grundlag-ophoert',
        ),
        sidespor: sammeSlags.some(aaben) || sammeSlags.length > 1,
        gemt: (svar) => {
          if (kode === 'hjemgivelse') throw new Error('The committee does not decide that');
          model.tvang.buuSager.push({
            ...{ id: id(svar, 'buuSagId'), sag, kode, rejst: naar, formand: formand ?? null, indstilling: null },
            ...{ moede: null, vejledt: new Map(), udtalt: new Map(), fase: 'aaben', afgjort: null, gennemfoert: null },
            ...{ genbehandler: tidligere ?? null, genbehandlinger: [], ophoert: null },
          });
        },
      };
    },
  };
}

/** Those that a placement can rest on, if there are any. */
function anbragteVed({ tvang: { buuSager } }: Model): readonly BuuSag[] {
  const anbragte = buuSager.filter((b) => genbehandles(b.kode));
  return anbragte.length > 0 ? anbragte : buuSager;
}

export const rejser = fc
  .tuple(
    fc.constantFrom('undersoegelse-uden-samtykke', 'laegelig-behandling', 'godkendelse-foreloebig', 'hjemgivelse'),
    nummer,
    senere,
    fc.option(nummer, { freq: 2 }),
  )
  .map(([kode, nr, efter, formand]) => rejs(kode, nr, efter, formand));

type Paa = Omit<Anmodning, 'som' | 'sti'>;

export function paaBuu(
  navn: string,
  sti: string,
  anmod: (b: BuuSag, naar: number, v: Verden, model: Model) => Paa | null,
  fra: (b: BuuSag) => number = (b) => b.rejst,
  kun: (b: BuuSag) => boolean = () => true,
): (nr: number, efter: number) => Trin {
  return (nr, efter) => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const b = vaelg(model.tvang.buuSager.filter(kun), nr);
      if (b === undefined) return null;
      const anmodning = anmod(b, Math.min(SIDSTE_DAG + 1, fra(b) + efter), v, model);
      return anmodning === null ? null : { som: 'alt', sti: `/buu-sager/${b.id}/${sti}`, ...anmodning };
    },
  });
}

const lukket = (b: BuuSag) => !aaben(b) && ('409 buu-sag-slut' as const);
export const iForloebet = (b: BuuSag, naar: number) => [lukket(b), iFremtiden(naar), foer(naar, b.rejst)] as const;

/** Each party is told of the lawyer, the papers and the meeting. */
export const vejled = (hvem: Part) =>
  paaBuu(`vejled ${hvem}`, 'vejledninger', (b, naar, v, model) => ({
    krop: {
      ...{ personId: personId(model, hvem) ?? UKENDT },
      ...{ dato: v.dato(naar), maade: 'brev' },
    },
    forventet: foerste(
      ...iForloebet(b, naar),
      !parter(model).includes(hvem) && '422 ikke-part',
      hvem === 'mor' && risikoenMangler(model) && '422 risikovurdering-mangler',
    ),
    sidespor: b.vejledt.has(hvem),
    gemt: () => {
      b.vejledt.set(hvem, Math.min(b.vejledt.get(hvem) ?? naar, naar));
    },
  }));

const UDEN_BFU = { undtagelser: ['bfu'], undtagelsesbegrundelse: 'Barnet kan ikke vente.' };

/** A child is placed on a valid plan and an approved investigation, unless that is dispensed with (SEL § 59, BL § 51). */
export function grundlagetMangler(
  { kode }: BuuSag,
  { bfu, plan }: { readonly bfu: Bfu | null; readonly plan: Plan | null },
  naar: number,
): boolean {
  if (kode === 'undersoegelse-uden-samtykke') return bfu === null;
  if (!genbehandles(kode)) return false;
  const godkendtBfu = bfu?.form === 'bfu' && bfu.fase === 'afsluttet' && (bfu.slut ?? naar) <= naar;
  if (kode === 'anbringelse-uden-samtykke' && bfu !== null && !godkendtBfu) return true;
  return plan?.fase !== 'gaeldende' || (plan.godkendt ?? naar) > naar;
}

export const indstil = (bfuNr: number | null, barnet: 'hørt' | 'ikke hørt' | 'undladt') =>
  paaBuu('indstil', 'indstilling', (b, naar, v, model) => {
    const bfu = bfuNr === null ? undefined : vaelg(model.bfuer, bfuNr);
    const plan = genbehandles(b.kode) ? gaeldendePlan(model) : undefined;
    return {
      krop: {
        ...{
          dato: v.dato(naar),
          indstilling: 'Det indstilles.',
          formaal: 'At vide det.',
          barnetsHoldning: 'Vil gerne.',
        },
        foraeldrenesHoldning: 'Er imod.',
        ...(bfu === undefined ? UDEN_BFU : { bfuId: bfu.id }),
        ...(plan === undefined ? {} : { planId: plan.id }),
        varighedMaaneder: 12,
        ...(barnet === 'hørt' ? { boernesamtaleDato: v.dato(naar - 1) } : {}),
        ...(barnet === 'undladt' ? { boernesamtaleUndladt: 'Barnet er indlagt.' } : {}),
      },
      forventet: foerste(
        ...iForloebet(b, naar),
        (barnet === 'ikke hørt' || grundlagetMangler(b, { bfu: bfu ?? null, plan: plan ?? null }, naar)) &&
          '422 indstilling-mangelfuld',
      ),
      sidespor: b.indstilling !== null,
      gemt: () => {
        b.indstilling = { dato: naar, bfu: bfu ?? null, plan: plan ?? null };
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
export const udtal = (hvem: Part, udfald: 'udtalt' | 'undladt') =>
  paaBuu(`udtal ${hvem}${udfald === 'undladt' ? ' undladt' : ''}`, 'udtalelser', (b, naar, v, model) => {
    const person = personId(model, hvem);
    if (person === null) return null;
    return {
      krop: {
        ...{ personId: person, dato: v.dato(naar) },
        ...{ udfald, udtalelse: 'Det blev sagt.' },
      },
      forventet: foerste(
        ...iForloebet(b, naar),
        hvem === 'mor' && udfald === 'undladt' && '422 udtaleret-kan-ikke-undlades',
      ),
      sidespor: !parter(model).includes(hvem) || b.udtalt.has(hvem),
      gemt: () => {
        b.udtalt.set(hvem, naar);
      },
    };
  });

export const traek = paaBuu('træk buu-sag', 'tilbagetraekning', (b, naar, v) => ({
  krop: { dato: v.dato(naar), begrundelse: 'Forældrene har samtykket.' },
  forventet: foerste(...iForloebet(b, naar)),
  sidespor: true,
  gemt: () => {
    b.fase = 'trukket';
  },
}));

/** It is ended where it is carried out, and the child is home from its stay first (SEL § 51, BL § 23). */
function igangIUndersoegelsen({ id: buuSagId, indstilling }: BuuSag, { tvang }: Model): readonly (Udfald | false)[] {
  const bfu = indstilling?.bfu ?? null;
  const udenSamtykke = bfu === null ? undefined : tvang.udenSamtykke.get(bfu);
  const igang = bfu?.fase === 'i-gang' && udenSamtykke?.buuSag.id === buuSagId && tvangIGang(udenSamtykke);
  return [igang && opholdIGang(udenSamtykke) && '422 ophold-i-gang', igang && '409 undersoegelse-uden-samtykke-i-gang'];
}

export const gennemfoert = paaBuu(
  'undersøgelse gennemført',
  'undersoegelse-gennemfoert',
  (b, naar, v, model) => ({
    krop: { dato: v.dato(naar), naesteSkridt: 'Barnet vender hjem med støtte.' },
    forventet: foerste(
      b.fase !== 'vedtaget' && '409 ikke-vedtaget',
      iFremtiden(naar),
      foer(naar, b.afgjort ?? 0),
      (b.kode !== 'undersoegelse-uden-samtykke' || b.gennemfoert !== null) && '409 ingen-undersoegelse',
      ...igangIUndersoegelsen(b, model),
    ),
    sidespor: true,
    gemt: () => {
      b.gennemfoert = naar;
    },
  }),
  (b) => b.afgjort ?? b.rejst,
);

export const tilfaeldigt = (
  trin: fc.Arbitrary<(nr: number, efter: number) => Trin>,
  dage = senere,
): fc.Arbitrary<Trin> => fc.tuple(trin, nummer, dage).map(([et, nr, efter]) => et(nr, efter));

export const indstillinger = fc
  .tuple(fc.option(nummer, { freq: 4 }), fc.constantFrom('hørt', 'undladt', 'ikke hørt'))
  .map(([bfu, barnet]) => indstil(bfu, barnet));
export const udtalelser = fc
  .tuple(fc.constantFrom('mor', 'mor', 'barnet'), fc.constantFrom('udtalt', 'udtalt', 'undladt'))
  .map(([hvem, udfald]) => udtal(hvem, udfald));
