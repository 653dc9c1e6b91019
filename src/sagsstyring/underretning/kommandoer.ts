import { type Akuthandling, type Henvendelsesform, type Regime, type Spor } from './tilstand.js';

/** The codes that hold on the day of receipt, from the dated lists. */
export interface GyldigeKoder {
  readonly underretter: readonly string[];
  readonly aarsager: readonly string[];
}

export type UnderretningKommando =
  | {
      readonly type: 'ModtagUnderretning';
      readonly underretningId: string;
      readonly barnId: string;
      readonly sagId?: string;
      readonly henvendelseId?: string;
      readonly modtaget: string;
      readonly form: Henvendelsesform;
      readonly anonym: boolean;
      readonly ufoedt: boolean;
      readonly underretterKode: string;
      readonly aarsagKoder: readonly string[];
      readonly fagperson: boolean;
      readonly overgreb: boolean;
      readonly overgrebFraForaeldre: boolean;
      readonly aeresrelateret: boolean;
      readonly igangvaerendeIndsats: boolean;
      readonly regime: Regime;
      readonly gyldigeKoder: GyldigeKoder;
      /** Siblings that the network knows of. */
      readonly kendteSoeskende?: readonly string[];
      /** Id that the notifier's name and contact are sealed for. */
      readonly underretterId: string;
      readonly underretterNavn?: string;
      readonly underretterKontakt?: string;
      readonly beskrivelse: string;
    }
  | {
      readonly type: 'RetModtagelse';
      readonly modtaget: string;
      /** Law of the corrected day. */
      readonly regime: Regime;
      readonly gyldigeKoder: GyldigeKoder;
      /** Whether a measure ran on the corrected day. */
      readonly igangvaerendeIndsats: boolean;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'ForetagAkutvurdering';
      readonly vurderet: string;
      readonly vurderetAf: string;
      readonly akut: boolean;
      readonly aeresrelateret: boolean;
      readonly risikofaktorer: string;
      readonly beskyttelsesfaktorer: string;
      readonly begrundelse: string;
    }
  | { readonly type: 'RetAkutvurdering'; readonly vurderet: string; readonly begrundelse: string }
  | { readonly type: 'RetKvittering'; readonly sendt: string; readonly begrundelse: string }
  | { readonly type: 'SendKvittering'; readonly sendt: string; readonly maade: string }
  | {
      readonly type: 'OrienterFagperson';
      readonly dato: string;
      readonly undladt: boolean;
      readonly begrundelse?: string;
    }
  | {
      readonly type: 'ForetagGenvurdering';
      readonly vurderet: string;
      readonly deltagere: readonly string[];
      readonly nyDeltager: string;
      readonly begrundelse: string;
      /** Everyone who has had the child's cases or assessed notifications about the child. */ readonly tidligereDeltagere: readonly string[];
    }
  | {
      readonly type: 'HoldBoernesamtale';
      readonly dato: string;
      readonly udenForaeldre: boolean;
      readonly referat: string;
    }
  | { readonly type: 'UndladBoernesamtale'; readonly dato: string; readonly begrundelse: string }
  | {
      readonly type: 'VurderAeresrelateretRisiko';
      readonly vurderet: string;
      readonly vurderetAf: string;
      readonly risikovurdering: string;
    }
  | {
      readonly type: 'Screen';
      readonly spor: Spor;
      readonly screenet: string;
      readonly screenetAf: string;
      readonly begrundelse: string;
      readonly sagId?: string;
    }
  | {
      readonly type: 'Videresend';
      readonly tilKommune: string;
      readonly egenKommune: string;
      readonly videresendt: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'HandlAkut';
      readonly handlet: string;
      readonly handletAf: string;
      readonly handling: Akuthandling;
      readonly formandsafgoerelseId?: string;
      readonly beskrivelse: string;
    }
  | {
      readonly type: 'OrienterForaelder';
      readonly personId: string;
      readonly dato: string;
      readonly maade: string;
      /** Has custody on the day, or is the child itself from 15 years. */
      readonly maaOplyses: boolean;
      readonly barnet: boolean;
      /** Everyone who must be told on the day. */
      readonly skalOplyses: readonly string[];
      /** Signs of an honour-related conflict in any notification about the child, that nobody has assessed the risk of. */
      readonly risikovurderingMangler: boolean;
    }
  | {
      readonly type: 'UdskydForaeldreorientering';
      readonly dato: string;
      readonly revurderes: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'TilknytSoeskende';
      readonly henvendelseId: string;
      readonly soeskendeId: string;
      readonly soeskendeUnderretningId: string;
      readonly dato: string;
    }
  | { readonly type: 'Annuller'; readonly annulleret: string; readonly begrundelse: string };
