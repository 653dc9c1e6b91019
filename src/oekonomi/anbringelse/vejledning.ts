import { laegAarTil } from '../../faelles/kalender.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type Anbringelse, type BesluttetAnbringelse } from './tilstand.js';

type Led = Omit<Skridt, 'enkeltsagId'>;

/** What a placement needs now: a basis, a start, visits, follow-up, and a way home or into adult life. */
export function anbringelsesskridt(a: Anbringelse, iDag: string): readonly Skridt[] {
  if (a.fase === 'findes-ikke') return [];
  if (a.fase === 'ophoert') return a.hjemgivelse.udvalgOrienteret === false ? medId(a, [orientering()]) : [];
  const led = [...grundlag(a), ...(a.fase === 'besluttet' ? [start(a)] : igang(a, iDag)), ...foraeldreOgSoeskende(a)];
  return medId(a, led);
}

/** Why nothing is to be done with the placement; undefined when there is. */
export function anbringelseshvile(a: Anbringelse): string | undefined {
  return a.fase === 'ophoert' && a.hjemgivelse.udvalgOrienteret !== false
    ? `Anbringelsen er ophørt ${a.ophoertDato ?? ''}`.trim()
    : undefined;
}

const medId = (a: BesluttetAnbringelse, led: readonly Led[]): readonly Skridt[] =>
  led.map((skridt) => ({ ...skridt, enkeltsagId: a.anbringelseId }));
const lov = (a: BesluttetAnbringelse, sel: string, bl: string): string => (a.regime === 'SEL' ? sel : bl);

function grundlag(a: BesluttetAnbringelse): readonly Led[] {
  if (a.samtykkeBortfaldet === null || a.hjemgivelse.afgjort !== null) return [];
  return [
    {
      kode: 'anbringelse-uden-samtykke',
      art: 'skal',
      tekst:
        'Træf afgørelse om hjemgivelse, eller indstil sagen til børne- og ungeudvalget; kan barnet ikke vente, så til formanden',
      hvorfor: `Samtykket er trukket tilbage ${a.samtykkeBortfaldet}, og anbringelsen har ikke længere et grundlag`,
      hjemmel: lov(a, 'SEL §§ 58, 68, stk. 2, og 75', 'BL §§ 47, 100, stk. 1, og 143'),
    },
  ];
}

function start(a: BesluttetAnbringelse): Led {
  const uden = a.samtykkeBortfaldet !== null;
  return {
    kode: 'anbringelse-ivaerksaettelse',
    art: uden ? 'maa-ikke' : 'skal',
    tekst: uden ? 'Sæt ikke anbringelsen i værk' : 'Sæt anbringelsen i værk, og registrér, hvornår barnet flyttede ind',
    hvorfor: uden ? 'Der er ikke længere samtykke' : `Afgjort ${a.afgoerelseDato}, endnu ikke sat i værk`,
    hjemmel: a.hjemmel,
  };
}

function igang(a: BesluttetAnbringelse, iDag: string): readonly Led[] {
  return [
    {
      kode: 'anbringelse-opfoelgning',
      art: 'skal',
      tekst: 'Følg op på anbringelsen og planen, og beslut, hvornår der næste gang følges op',
      hvorfor: `Barnet har været anbragt siden ${a.ivaerksatDato ?? a.afgoerelseDato}`,
      hjemmel: lov(a, 'SEL § 70', 'BL § 95'),
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
      hjemmel: lov(a, 'SEL § 148', 'BL § 156, stk. 5'),
      frister: ['tilsynsbesoeg-foerste', 'tilsynsbesoeg-naeste'].map((regel) => ({ regel, noegle: a.anbringelseId })),
    },
    ...(a.umeldte.length === 0
      ? []
      : [
          {
            kode: 'anbringelse-socialtilsyn',
            art: 'skal' as const,
            tekst: 'Underret socialtilsynet om de bekymrende forhold',
            hvorfor: 'Et tilsynsbesøg fandt bekymrende forhold, som socialtilsynet ikke har fået at vide',
            hjemmel: lov(a, 'SEL § 148', 'BL § 156, stk. 4'),
          },
        ]),
    ...plandele(a),
    ...hjem(a, iDag),
    ...voksenliv(a, iDag),
  ];
}

function plandele(a: BesluttetAnbringelse): readonly Led[] {
  if (a.plandeleUdleveret !== null || a.grundlag === 'ungestoette') return [];
  return [
    {
      kode: 'plan-udlevering',
      art: 'skal',
      tekst: 'Giv anbringelsesstedet de relevante dele af planen',
      hvorfor: 'Stedet, hvor barnet bor nu, har ikke fået dem',
      hjemmel: lov(a, 'SEL § 140', 'BL § 109, stk. 5'),
    },
  ];
}

function hjem(a: BesluttetAnbringelse, iDag: string): readonly Led[] {
  const hjemmel = lov(a, 'SEL § 68, stk. 2', 'BL § 100');
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
  if (a.grundlag === 'ungestoette') return [];
  return [
    {
      kode: 'hjemgivelse',
      art: 'maa-ikke',
      tekst: 'Hjemgiv ikke barnet, før der er truffet afgørelse om det',
      hvorfor: 'Afgørelsen fastsætter, hvordan og hvor hurtigt barnet kommer hjem',
      hjemmel,
    },
    ...(anmodet === null
      ? []
      : [
          {
            kode: 'hjemgivelse-afgoerelse',
            art: 'skal' as const,
            tekst: 'Indhent stedets udtalelse, og træf afgørelse om hjemgivelse',
            hvorfor: `Der er bedt om hjemgivelse ${anmodet}`,
            hjemmel,
          },
        ]),
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
  const hjemmel = lov(a, 'SEL § 68, stk. 11', 'BL § 111');
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
      hjemmel: lov(a, 'SEL § 76', 'BL § 114'),
    },
  ];
}

function foraeldreOgSoeskende(a: BesluttetAnbringelse): readonly Led[] {
  const led: Led[] = [];
  if (Object.keys(a.stoettepersoner).length === 0 && a.grundlag !== 'ungestoette') {
    led.push({
      kode: 'foraeldrestoetteperson',
      art: 'skal',
      tekst: 'Tilbyd forældrene en støtteperson',
      hvorfor: 'Tilbuddet skal gives ved anbringelsen og er ikke skrevet ned',
      hjemmel: lov(a, 'SEL § 54', 'BL § 75'),
    });
  }
  if (a.omsorgssvigt && a.soeskendeVurderet === null && a.regime === 'BL') {
    led.push({
      kode: 'soeskende-vurdering',
      art: 'skal',
      tekst: 'Vurdér, om barnets søskende har brug for støtte',
      hvorfor: `Barnet er anbragt på grund af omsorgssvigt${a.soeskende.length === 0 ? '; ingen søskende er registreret' : `; ${String(a.soeskende.length)} søskende er registreret`}`,
      hjemmel: 'barnets lov (paragraf ikke bekræftet)',
    });
  }
  return led;
}
