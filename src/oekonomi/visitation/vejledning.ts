import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Mangel, type Skridt } from '../../faelles/skridt.js';
import { fold } from '../../platform/commands/decider.js';
import { type Streams } from '../../platform/registry.js';
import { afgoerelseDecider } from '../../sagsstyring/sagsstyring.public.js';
import { type Samtykkestilling } from './samtykkestilling.js';
import { type Visitation } from './tilstand.js';

type Led = Pick<Skridt, 'kode' | 'art' | 'tekst' | 'hvorfor'> & Pick<Mangel, 'hjemmel'>;

/** The decisions that somebody has not been told of yet; until then the visitation is not ended. */
export function umeddelteAfgoerelser(v: Visitation, omkring: Streams): readonly string[] {
  if (v.fase !== 'afgjort' || v.afgoerelse === null) return [];
  const { afgoerelseIder } = v.afgoerelse;
  return omkring.flatMap((stroem) => {
    const [foerste] = stroem;
    if (foerste?.kind !== afgoerelseDecider.kind || !afgoerelseIder.includes(foerste.streamId)) return [];
    return fold(afgoerelseDecider, stroem).fase === 'truffet' ? [foerste.streamId] : [];
  });
}

/** What the visitation needs next, and what must wait, under the act of the day. */
export function visitationsskridt(
  v: Visitation,
  iDag: string,
  umeddelte: readonly string[] = [],
  samtykke?: Samtykkestilling,
): readonly Skridt[] {
  if (v.fase === 'findes-ikke') return [];
  return led(v, iDag, umeddelte.length > 0, samtykke).map((skridt) => ({ ...skridt, enkeltsagId: v.visitationId }));
}

const SLUT = {
  meddelt: 'Visitationen er slut: alle parter har fået afgørelsen',
  'overgivet-til-tvang': 'Sagen er overgivet til sporet uden samtykke',
  opgivet: 'Visitationen er opgivet',
} as const;

/** Why nothing is to be done with the visitation; undefined when there is. */
export function visitationshvile(v: Visitation): string | undefined {
  return v.fase === 'meddelt' || v.fase === 'overgivet-til-tvang' || v.fase === 'opgivet' ? SLUT[v.fase] : undefined;
}

const samtykkehjemmel = (iDag: string): string => hjemmelPaa(iDag, '§ 52', '§ 32, stk. 2; § 46, stk. 1-2');

const KOMPETENCE = 'kommunens kompetenceplan';
const HELHED = 'retssikkerhedsloven § 5';

const ventMedAfgoerelse = (hvorfor: string, hjemmel = KOMPETENCE): Led => ({
  kode: 'visitation-afgoerelse',
  art: 'maa-ikke',
  tekst: 'Træf ikke afgørelse endnu',
  hvorfor,
  hjemmel,
});

function led(
  v: Exclude<Visitation, { fase: 'findes-ikke' }>,
  iDag: string,
  ikkeMeddelt: boolean,
  samtykke: Samtykkestilling | undefined,
): readonly Led[] {
  switch (v.fase) {
    case 'forslag-under-udarbejdelse':
      return [
        {
          kode: 'visitation-forslag',
          art: 'skal',
          tekst: 'Foreslå en eller flere indsatser med pris og periode, eller opgiv visitationen',
          hvorfor: 'Der er intet at godkende eller afgøre endnu',
          hjemmel: HELHED,
        },
      ];
    case 'oekonomi-beregnet':
      return [
        {
          kode: 'visitation-til-godkendelse',
          art: 'skal',
          tekst: 'Send forslaget til godkendelse',
          hvorfor: 'Den forventede omkostning er regnet ud og skal godkendes, før indsatsen bevilges',
          hjemmel: KOMPETENCE,
        },
        {
          kode: 'visitation-samtykke',
          art: 'kan',
          tekst: 'Indhent samtykke',
          hvorfor: 'Svaret gælder forslaget, som det er nu',
          hjemmel: samtykkehjemmel(iDag),
        },
        ventMedAfgoerelse('Omkostningen er ikke godkendt'),
      ];
    case 'til-godkendelse':
      return [
        {
          kode: 'visitation-godkendelse',
          art: 'skal',
          tekst: 'En leder eller visitationsudvalget godkender forslaget eller sender det tilbage',
          hvorfor: 'Forslaget venter på den, der må bevilge beløbet',
          hjemmel: KOMPETENCE,
        },
        ventMedAfgoerelse('Omkostningen er ikke godkendt'),
      ];
    case 'godkendt':
    case 'samtykke-afklaret': {
      const udfald = samtykke?.udfald ?? (v.fase === 'samtykke-afklaret' ? 'samtykke' : v.samtykke);
      if (udfald === 'ikke-samtykke') return udenSamtykke(iDag);
      if (udfald !== 'samtykke') return mangelSamtykke(iDag, samtykke?.mangler);
      return [
        {
          kode: 'visitation-afgoerelse',
          art: 'skal',
          tekst: 'Træf afgørelse med formål, forventet varighed og stillingtagen til plan',
          hvorfor: 'Omkostningen er godkendt, og samtykket er afklaret',
          hjemmel: hjemmelPaa(iDag, '§§ 52 og 140', '§ 32, stk. 3; § 46, stk. 1; § 91'),
        },
      ];
    }
    case 'afgjort':
      return [
        {
          kode: 'visitation-meddelelse',
          art: ikkeMeddelt ? 'maa-ikke' : 'skal',
          tekst: ikkeMeddelt
            ? 'Afslut ikke visitationen endnu: meddel først hver part afgørelsen med begrundelse og klagevejledning'
            : 'Afslut visitationen: hver part har fået afgørelsen',
          hvorfor: `Afgjort ${v.afgoerelse?.dato ?? ''}; klagefristen løber først, når parten har fået den`,
          hjemmel: 'forvaltningsloven §§ 22-25',
        },
      ];
    case 'meddelt':
    case 'overgivet-til-tvang':
    case 'opgivet':
      return [];
  }
}

function mangelSamtykke(iDag: string, mangler: readonly Mangel[] = []): readonly Led[] {
  return [
    {
      kode: 'visitation-samtykke',
      art: 'skal',
      tekst: 'Indhent samtykke fra dem, der skal give det, eller undtag det med grund',
      hvorfor: ['Forslaget er godkendt, og samtykket er ikke afklaret', ...mangler.map(({ tekst }) => tekst)].join(
        '. ',
      ),
      hjemmel: samtykkehjemmel(iDag),
    },
    ventMedAfgoerelse('Samtykket er ikke afklaret', samtykkehjemmel(iDag)),
  ];
}

function udenSamtykke(iDag: string): readonly Led[] {
  return [
    {
      kode: 'visitation-uden-samtykke',
      art: 'skal',
      tekst: 'Tag stilling: ændr forslaget, undtag samtykket lovligt, eller overgiv sagen til sporet uden samtykke',
      hvorfor: 'Der er sagt nej, stillet betingelser eller uenighed om formålet, og det er ikke et samtykke',
      hjemmel: hjemmelPaa(iDag, '§§ 56 og 58', '§§ 37-39 og 47'),
    },
    ventMedAfgoerelse('Der er ikke samtykke', samtykkehjemmel(iDag)),
  ];
}
