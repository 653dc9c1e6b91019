import { laegAarTil } from '../../faelles/kalender.js';
import { forfaldEfter } from '../../faelles/lov/forfald.js';
import { erServicelov, hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Skridt } from '../../faelles/skridt.js';
import { kraeverSvar, ubesvarede } from './soeskende.js';
import { type Anbringelse, type BesluttetAnbringelse } from './tilstand.js';

type Led = Omit<Skridt, 'enkeltsagId'>;

/** What a placement needs now: a basis, a start, visits, follow-up, and a way home or into adult life. */
export function anbringelsesskridt(
  a: Anbringelse,
  iDag: string,
  lov: Lovpakke,
  om: {
    /** Since when the committee's (or the chairman's) decision carries it no more. */
    readonly grundlagSlut?: string | null;
    /** Brothers and sisters who must be answered for as the network has them now; those it was decided with when left out. */
    readonly soeskende?: readonly string[] | undefined;
    /** No plan is in force, so the place can be given no part of it. */
    readonly udenPlan?: boolean;
  } = {},
): readonly Skridt[] {
  if (a.fase === 'findes-ikke') return [];
  if (a.fase === 'ophoert') return medId(a, efterladt(a, iDag));
  const led = [
    ...grundlag(a, iDag),
    ...(a.fase === 'besluttet' ? [start(a, om.grundlagSlut ?? null)] : igang(a, iDag, lov, om.udenPlan === true)),
    ...foraeldre(a, iDag),
    ...soeskendesvar(a, om.soeskende),
  ];
  return medId(a, led);
}

/** Why nothing is to be done with the placement; undefined when there is. */
export function anbringelseshvile(a: Anbringelse): string | undefined {
  return a.fase === 'ophoert' && efterladt(a, a.ophoertDato ?? '').length === 0
    ? `Anbringelsen er ophørt ${a.ophoertDato ?? ''}`.trim()
    : undefined;
}

/** Duties that outlive the placement. */
const efterladt = (a: BesluttetAnbringelse, iDag: string): readonly Led[] => [
  ...(a.hjemgivelse.udvalgOrienteret === false ? [orientering()] : []),
  ...socialtilsyn(a, iDag),
];

const medId = (a: BesluttetAnbringelse, led: readonly Led[]): readonly Skridt[] =>
  led.map((skridt) => ({ ...skridt, enkeltsagId: a.anbringelseId }));

function grundlag(a: BesluttetAnbringelse, iDag: string): readonly Led[] {
  // Neither parents nor committee decide for somebody who is of age.
  if (a.myndigDato !== null && iDag >= a.myndigDato) return [];
  const { formandsafgoerelseId = null } = a.udvalg ?? {};
  // The period of return goes on with the placement, so its basis must last through it (SEL § 68; BL § 100, stk. 4).
  const hjemad = a.hjemgivelse.afgjort !== null;
  if (formandsafgoerelseId !== null && a.fase === 'ivaerksat')
    return [endeligAfgoerelse(formandsafgoerelseId, iDag, hjemad)];
  if (a.udvalg?.overtaget === true && a.grundlag === 'tvang' && a.permanent === null)
    return [overtagetAfgoerelse(a.udvalg.dato, iDag)];
  // A consent that is taken back is answered by the decision on going home.
  if (a.samtykkeBortfaldet === null || hjemad) return [];
  const begyndt = a.fase === 'ivaerksat';
  return [
    {
      kode: 'anbringelse-uden-samtykke',
      art: 'skal',
      tekst: `${begyndt ? 'Træf afgørelse om hjemgivelse' : 'Opgiv anbringelsen'}, eller indstil sagen til børne- og ungeudvalget; kan barnet ikke vente, så til formanden`,
      hvorfor: `Samtykket er trukket tilbage ${a.samtykkeBortfaldet}, og anbringelsen har ikke længere et grundlag`,
      hjemmel: begyndt
        ? hjemmelPaa(iDag, '§§ 58, 68, stk. 2, og 75', '§§ 47, 100, stk. 1, og 143')
        : hjemmelPaa(iDag, '§§ 58 og 75', '§§ 47 og 143'),
    },
  ];
}

function overtagetAfgoerelse(dato: string, iDag: string): Led {
  return {
    kode: 'anbringelse-overtaget-afgoerelse',
    art: 'skal',
    tekst:
      'Skaf udvalgets afgørelse fra den kommune, der traf den, hold selv øje med genbehandlingsfristen, og rejs sagen her i tide',
    hvorfor: `Anbringelsen hviler på en afgørelse fra ${dato}, som kun er kendt ved sin reference`,
    hjemmel: hjemmelPaa(iDag, '§§ 58 og 62', '§§ 47 og 50'),
  };
}

function endeligAfgoerelse(formandsafgoerelseId: string, iDag: string, hjemad: boolean): Led {
  return {
    kode: 'anbringelse-endelig-afgoerelse',
    art: 'skal',
    tekst: hjemad
      ? 'Hjemgiv barnet, før formandens afgørelse falder bort, eller lad børne- og ungeudvalget afgøre sagen'
      : 'Lad børne- og ungeudvalget afgøre sagen, og registrér afgørelsen som anbringelsens grundlag',
    hvorfor: 'Anbringelsen hviler på formandens foreløbige afgørelse, som falder bort efter en måned',
    hjemmel: hjemmelPaa(iDag, '§ 75', '§ 143'),
    frister: ['formandsbeslutning-godkendelse', 'formandsbeslutning-gyldighed'].map((regel) => ({
      regel,
      noegle: formandsafgoerelseId,
    })),
  };
}

function start(a: BesluttetAnbringelse, grundlagSlut: string | null): Led {
  const udenSamtykke = a.grundlag === 'samtykke' && a.samtykkeBortfaldet !== null;
  const uden = udenSamtykke || grundlagSlut !== null;
  return {
    kode: 'anbringelse-ivaerksaettelse',
    art: uden ? 'maa-ikke' : 'skal',
    tekst: uden ? 'Sæt ikke anbringelsen i værk' : 'Sæt anbringelsen i værk, og registrér, hvornår barnet flyttede ind',
    hvorfor: udenSamtykke
      ? 'Der er ikke længere samtykke'
      : uden
        ? `Den afgørelse, som anbringelsen hviler på, bærer den ikke længere (${grundlagSlut ?? ''})`
        : `Afgjort ${a.afgoerelseDato}, endnu ikke sat i værk`,
    hjemmel: a.hjemmel,
  };
}

function igang(a: BesluttetAnbringelse, iDag: string, lov: Lovpakke, udenPlan: boolean): readonly Led[] {
  return [
    {
      kode: 'anbringelse-opfoelgning',
      art: 'skal',
      tekst: 'Følg op på anbringelsen og planen, og beslut, hvornår der næste gang følges op',
      hvorfor: `Barnet har været anbragt siden ${a.ivaerksatDato ?? a.afgoerelseDato}`,
      hjemmel: hjemmelPaa(iDag, '§ 70', '§ 95'),
      frister: ['opfoelgning-foerste-anbringelse', 'opfoelgning-loebende'].map((regel) => ({
        regel,
        noegle: a.anbringelseId,
      })),
    },
    {
      kode: 'anbringelse-tilsyn',
      art: 'skal',
      tekst: 'Besøg barnet på anbringelsesstedet, og tal med det, om muligt uden personale',
      hvorfor: `Mindst to besøg om året; det næste senest ${a.naesteTilsynSenest ?? ''}`,
      hjemmel: hjemmelPaa(iDag, '§ 148', '§ 156, stk. 5'),
      frister: ['tilsynsbesoeg-foerste', 'tilsynsbesoeg-naeste'].map((regel) => ({ regel, noegle: a.anbringelseId })),
    },
    ...socialtilsyn(a, iDag),
    ...(udenPlan ? [] : plandele(a, iDag)),
    ...hjem(a, iDag),
    ...permanent(a, iDag, lov),
    ...voksenliv(a, iDag),
  ];
}

// Under serviceloven the duty is not confirmed by the law pack, so it is said as what can be done.
function socialtilsyn(a: BesluttetAnbringelse, iDag: string): readonly Led[] {
  if (a.umeldte.length === 0) return [];
  return [
    {
      kode: 'tilsyn-socialtilsyn-underretning',
      art: erServicelov(iDag) ? 'kan' : 'skal',
      tekst: 'Underret socialtilsynet om de bekymrende forhold',
      hvorfor: 'Et tilsynsbesøg fandt bekymrende forhold, som socialtilsynet ikke har fået at vide',
      hjemmel: hjemmelPaa(iDag, '§ 148', '§ 156, stk. 4'),
    },
  ];
}

function plandele(a: BesluttetAnbringelse, iDag: string): readonly Led[] {
  if (a.plandeleUdleveret !== null || a.grundlag === 'ungestoette') return [];
  return [
    {
      kode: 'plan-udlevering',
      art: erServicelov(iDag) ? 'kan' : 'skal',
      tekst: 'Giv anbringelsesstedet de relevante dele af planen',
      hvorfor: 'Stedet, hvor barnet bor nu, har ikke fået dem',
      hjemmel: hjemmelPaa(iDag, '§ 140', '§ 109, stk. 5'),
    },
  ];
}

function hjem(a: BesluttetAnbringelse, iDag: string): readonly Led[] {
  if (a.grundlag === 'ungestoette') return [];
  const hjemmel = hjemmelPaa(iDag, '§ 68, stk. 2', '§ 100');
  const { afgjort, anmodet, udvalgOrienteret } = a.hjemgivelse;
  if (afgjort !== null) {
    const slut = iDag >= afgjort.periodeSlut;
    return [
      {
        kode: 'hjemgivelse',
        art: slut ? 'skal' : 'kan',
        tekst: slut
          ? 'Registrér, at barnet er hjemgivet'
          : 'Hjemgiv barnet, når det er klar, senest når perioden slutter',
        hvorfor: `Afgjort ${afgjort.dato}; barnet er anbragt, til perioden slutter ${afgjort.periodeSlut}`,
        hjemmel,
        frister: [{ regel: 'hjemgivelsesperiode-slut', noegle: a.anbringelseId }],
      },
      ...(udvalgOrienteret === false ? [orientering()] : []),
    ];
  }
  const tilbagekaldt = a.grundlag === 'samtykke' && a.samtykkeBortfaldet !== null;
  return [
    {
      kode: 'hjemgivelse',
      art: 'maa-ikke',
      tekst: 'Hjemgiv ikke barnet, før der er truffet afgørelse om det',
      hvorfor: 'Afgørelsen fastsætter, hvordan og hvor hurtigt barnet kommer hjem',
      hjemmel,
    },
    ...(anmodet === null && !tilbagekaldt ? [] : [hjemgivelsessag(a, anmodet, hjemmel)]),
  ];
}

function hjemgivelsessag(a: BesluttetAnbringelse, anmodet: string | null, hjemmel: string): Led {
  const { udtalelse } = a.hjemgivelse;
  return {
    kode: 'hjemgivelse-afgoerelse',
    art: 'skal',
    tekst: `${udtalelse === null ? 'Indhent stedets udtalelse, tal med barnet, revidér planen' : 'Tal med barnet, revidér planen'}, og træf afgørelse om hjemgivelse og periodens længde`,
    hvorfor: anmodet === null ? 'Samtykket er trukket tilbage' : `Der er bedt om hjemgivelse ${anmodet}`,
    hjemmel,
  };
}

// Three years from the start, as the law of that day has it; before that only by a special rule, so it is not said.
function permanent(a: BesluttetAnbringelse, iDag: string, lov: Lovpakke): readonly Led[] {
  const { permanent: siden, grundlag: paa, ivaerksatDato, hjemgivelse: hjemad } = a;
  if (siden !== null || paa === 'ungestoette' || hjemad.afgjort !== null) return [];
  const tidligst = ivaerksatDato === null ? undefined : forfaldEfter(lov, 'permanent-anbringelse', ivaerksatDato);
  if (ivaerksatDato === null || tidligst === undefined || iDag < tidligst) return [];
  if (a.myndigDato !== null && iDag >= a.myndigDato) return [];
  return [
    {
      kode: 'permanent-anbringelse',
      art: 'kan',
      tekst: 'Overvej at indstille til børne- og ungeudvalget, at anbringelsen bliver permanent',
      hvorfor: `Barnet har været anbragt siden ${ivaerksatDato}, og fra ${tidligst} kan det ske; det kræver stærk tilknytning til stedet`,
      hjemmel: hjemmelPaa(iDag, '§ 68 a', '§ 67'),
    },
  ];
}

function orientering(): Led {
  return {
    kode: 'hjemgivelse-orientering-buu',
    art: 'skal',
    tekst: 'Orientér børne- og ungeudvalget om hjemgivelsen',
    hvorfor: 'Udvalget har anbragt barnet og kan underrette Ankestyrelsen',
    hjemmel: 'Ankestyrelsens praksis',
  };
}

function voksenliv(a: BesluttetAnbringelse, iDag: string): readonly Led[] {
  if (a.myndigDato === null || a.grundlag === 'ungestoette') return [];
  const hjemmel = hjemmelPaa(iDag, '§ 68, stk. 11', '§ 111');
  const fyldt = iDag >= a.myndigDato;
  if (a.ungestoette === null) {
    // The decision is due six months before; half a year ahead of that is early enough to begin.
    if (iDag < laegAarTil(a.myndigDato, -1)) return [];
    return [
      {
        kode: 'ungestoette-afgoerelse',
        art: 'skal',
        tekst: 'Revidér planen med den unge, og træf afgørelse om støtte efter det fyldte 18. år',
        hvorfor: `Den unge ${fyldt ? 'er fyldt' : 'fylder'} 18 år ${a.myndigDato}; afgørelsen træffes senest seks måneder før`,
        hjemmel,
        frister: [{ regel: 'ungestoette-afgoerelse', noegle: a.anbringelseId }],
      },
    ];
  }
  if (!fyldt) return [];
  const bliver = a.ungestoette.udfald === 'doegnophold';
  return [
    {
      kode: 'ungestoette-overgang',
      art: 'skal',
      tekst: bliver ? 'Lad anbringelsen gå over til ungestøtte' : 'Registrér, at anbringelsen er ophørt',
      hvorfor: `Den unge er fyldt 18 år ${a.myndigDato}`,
      hjemmel: hjemmelPaa(iDag, '§ 76', '§ 114'),
    },
  ];
}

function foraeldre(a: BesluttetAnbringelse, iDag: string): readonly Led[] {
  const led: Led[] = [];
  if (Object.keys(a.stoettepersoner).length === 0 && a.grundlag !== 'ungestoette') {
    led.push({
      kode: 'foraeldrestoetteperson',
      art: 'skal',
      tekst: 'Tilbyd forældrene en støtteperson',
      hvorfor: 'Tilbuddet skal gives ved anbringelsen og er ikke skrevet ned',
      hjemmel: hjemmelPaa(iDag, '§ 54', '§ 75'),
    });
  }
  if (Object.keys(a.foraeldrehandleplaner).length === 0 && a.grundlag !== 'ungestoette') {
    led.push({
      kode: 'foraeldrehandleplan',
      art: 'skal',
      tekst: 'Tag stilling til støtte til forældrene under anbringelsen, og lav en forældrehandleplan',
      hvorfor: 'Ingen af forældrene har en plan for støtten til sig selv',
      hjemmel: hjemmelPaa(iDag, '§ 54, stk. 2', '§§ 76-79'),
    });
  }
  return led;
}

function soeskendesvar(a: BesluttetAnbringelse, kendte?: readonly string[]): readonly Led[] {
  if (!kraeverSvar(a)) return [];
  const mangler = ubesvarede(a, kendte);
  if (mangler.length === 0 && a.soeskendeVurderet !== null) return [];
  return [
    {
      kode: 'soeskende-vurdering',
      art: 'skal',
      tekst:
        mangler.length === 0
          ? 'Tag stilling til, om barnet har søskende under 15 år i husstanden, og skriv det ned'
          : `Sæt en børnefaglig undersøgelse i gang af barnets søskende, eller begrund, at der åbenbart ikke er behov for den (${mangler.join(', ')})`,
      hvorfor: `Barnet er anbragt på grund af omsorgssvigt eller overgreb; ${mangler.length === 0 ? 'der er ingen registrerede søskende at svare for' : 'for dem er der ikke svaret'}`,
      hjemmel: 'BL § 21, stk. 2-3',
    },
  ];
}
