import { type Skridt } from '../../faelles/skridt.js';
import { bortfald, type Formandsafgoerelse, type TruffetForeloebigt } from './tilstand.js';

/** The placement that the decision carried is over, or rests on something else. */
export interface Foreloebigbrug {
  readonly siden: string;
  readonly hvorfor: 'hjemgivet' | 'samtykke' | 'andet-grundlag' | 'ophoert';
}

const OVER: Readonly<Record<Foreloebigbrug['hvorfor'], string>> = {
  hjemgivet: 'Barnet er hjemgivet',
  samtykke: 'Anbringelsen fortsætter med samtykke fra',
  'andet-grundlag': 'Anbringelsen hviler på et andet grundlag fra',
  ophoert: 'Anbringelsen er ophørt',
};

/** What the placement went on by, or ended with, beside the chairman's decision itself. */
const PARAGRAF: Readonly<Record<Foreloebigbrug['hvorfor'], { readonly SEL: string; readonly BL: string }>> = {
  hjemgivet: { SEL: 'SEL §§ 68 og 75', BL: 'BL §§ 100 og 143' },
  samtykke: { SEL: 'SEL §§ 52 og 75', BL: 'BL §§ 46 og 143' },
  'andet-grundlag': { SEL: 'SEL § 75', BL: 'BL § 143' },
  ophoert: { SEL: 'SEL § 75', BL: 'BL § 143' },
};

/** What a provisional decision demands, hour by hour and day by day, and when there is nothing left of it. */
export function formandsskridt(
  f: Formandsafgoerelse,
  iDag: string,
  brug: Foreloebigbrug | null = null,
): readonly Skridt[] {
  if (f.fase === 'findes-ikke' || f.fase === 'erstattet' || f.fase === 'ophaevet' || f.fase === 'bortfaldet') return [];
  const sel = f.regime === 'SEL';
  const hjemmel = sel ? 'SEL § 75' : 'BL § 143';
  const godkendelse = sel ? 'SEL § 75, stk. 3' : 'BL § 143, stk. 4';
  const skridt: Skridt[] = [];
  const tilfoej = (kode: string, art: Skridt['art'], tekst: string, hvorfor: string, paragraf = hjemmel): void => {
    skridt.push({ kode, art, tekst, hvorfor, hjemmel: paragraf, enkeltsagId: f.formandsafgoerelseId });
  };
  if (f.fase === 'truffet') {
    tilfoej(
      'formandsbeslutning-ivaerksaettelse',
      'skal',
      'Registrér, hvornår den foreløbige afgørelse blev sat i værk',
      'De 24 timer, 7 dage og 1 måned løber fra iværksættelsen',
    );
    return skridt;
  }
  const manglende = f.parter.filter((part) => part.meddelt === null);
  for (const part of manglende) {
    tilfoej(
      'formandsbeslutning-meddelelse',
      'skal',
      `Giv ${part.rolle} (${part.personId}) skriftlig meddelelse med vejledning om akter, advokat og udtalelse`,
      `Inden 24 timer efter iværksættelsen ${f.ivaerksat ?? ''}`,
    );
  }
  const bortfaldet = bortfald(f, iDag);
  if (bortfaldet !== null) {
    tilfoej(
      'formandsbeslutning-bortfald',
      'skal',
      // The committee may have decided in time without its decision being registered yet.
      'Notér, at afgørelsen er bortfaldet, og hvad der sker med barnet; har udvalget afgjort sagen i tide, så registrér det i stedet',
      brug === null
        ? `Den gjaldt til ${bortfaldet.sidsteDag}; uden en ny afgørelse skal barnet hjem`
        : `Den gjaldt til ${bortfaldet.sidsteDag}. ${OVER[brug.hvorfor]} ${brug.siden}`,
      godkendelse,
    );
    tilfoej(
      'formandsbeslutning-godkendelse',
      'maa-ikke',
      'Afgørelsen kan ikke længere godkendes eller afløses',
      `Den bortfaldt af sig selv efter ${bortfaldet.sidsteDag}`,
      godkendelse,
    );
    return skridt;
  }
  if (brug !== null) return [...skridt, ophaevelse(f, brug)];
  if (f.fase === 'ivaerksat') {
    tilfoej(
      'formandsbeslutning-godkendelse',
      'skal',
      `Rejs en sag om godkendelse, og få udvalgets afgørelse senest ${f.godkendesSenest ?? ''}`,
      'Iværksættelsesdagen er dag 1, og søn- og helligdage tæller med; på ottende dag er der intet at godkende',
      godkendelse,
    );
  } else {
    tilfoej(
      'formandsbeslutning-gyldighed',
      'skal',
      `Få udvalgets endelige afgørelse senest ${f.gyldigTil ?? ''}`,
      'Den foreløbige afgørelse gælder højst en måned; derefter skal barnet hjem',
    );
  }
  return skridt;
}

/** Nothing rests on it, and it is still in force: it would carry the child away from home again. */
function ophaevelse(f: TruffetForeloebigt, { siden, hvorfor }: Foreloebigbrug): Skridt {
  const ellers =
    f.fase === 'ivaerksat'
      ? `rejs en sag om godkendelse, og få udvalgets afgørelse senest ${f.godkendesSenest ?? ''}`
      : `få udvalgets endelige afgørelse senest ${f.gyldigTil ?? ''}`;
  return {
    kode: 'formandsbeslutning-ophaevelse',
    art: 'skal',
    tekst: `Få formanden til at ophæve den foreløbige afgørelse, eller ${ellers}`,
    hvorfor: `${OVER[hvorfor]} ${siden}, og intet hviler længere på afgørelsen; den gælder, til den er ophævet, afløst eller faldet bort`,
    hjemmel: PARAGRAF[hvorfor][f.regime],
    enkeltsagId: f.formandsafgoerelseId,
    frister: ['formandsbeslutning-godkendelse', 'formandsbeslutning-gyldighed'].map((regel) => ({
      regel,
      noegle: f.formandsafgoerelseId,
    })),
  };
}

/** Why nothing is to be done about it. */
export function formandshvile(f: Formandsafgoerelse): string | undefined {
  switch (f.fase) {
    case 'erstattet':
      return 'Udvalgets endelige afgørelse er trådt i stedet';
    case 'ophaevet':
      return 'Den foreløbige afgørelse er ophævet';
    case 'bortfaldet':
      return 'Den foreløbige afgørelse er bortfaldet, og det er noteret, hvad der sker med barnet';
    default:
      return undefined;
  }
}
