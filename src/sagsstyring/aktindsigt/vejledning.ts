import { type Skridt } from '../../faelles/skridt.js';
import { type Aktindsigt } from './aktindsigt.js';

/** What a request for access demands now. */
export function aktindsigtsskridt(a: Aktindsigt): readonly Skridt[] {
  if (a.fase === 'findes-ikke') return [];
  const skridt: Skridt[] = [];
  const hjemmel = a.art === 'gdpr' ? 'databeskyttelsesforordningen art. 12, stk. 3' : 'offentlighedsloven § 36, stk. 2';
  const tilfoej = (kode: string, art: Skridt['art'], tekst: string, hvorfor: string): void => {
    skridt.push({ kode, art, tekst, hvorfor, hjemmel, enkeltsagId: a.aktindsigtId });
  };
  if (a.fase === 'anmodet') {
    const brev = a.fristbreve.at(-1);
    tilfoej(
      a.art === 'gdpr' ? 'gdpr-indsigt' : 'aktindsigt',
      'skal',
      'Afgør anmodningen, begrund det, der ikke udleveres, og skjul beskyttede oplysninger',
      brev === undefined
        ? `Anmodet ${a.modtaget}; svar senest ${a.svarSenest}`
        : `Lovet ${brev.forventet} i fristbrev af ${brev.sendt}`,
    );
    if (a.art !== 'gdpr' && brev === undefined) {
      tilfoej(
        'aktindsigt-fristbrev',
        'kan',
        'Send et fristbrev med begrundelse og forventet dag',
        `Skal ske senest ${a.svarSenest}, hvis svaret ikke kan nås`,
      );
    }
    if (a.art === 'gdpr' && a.forlaenget === null) {
      tilfoej(
        'gdpr-forlaengelse',
        'kan',
        'Forlæng fristen med to måneder med begrundelse',
        `Den registrerede skal have besked senest ${a.svarSenest}`,
      );
    }
  }
  if (a.klage !== null && a.klage.videresendt === null) {
    tilfoej(
      'aktindsigt-klage-tid',
      'skal',
      'Send klagen over sagsbehandlingstiden videre',
      `Klagen kom ${a.klage.modtaget}; inden 7 arbejdsdage`,
    );
  }
  return skridt;
}

/** Why nothing is to be done about it. */
export function aktindsigtshvile(a: Aktindsigt): string | undefined {
  if (a.fase !== 'afgjort' || aktindsigtsskridt(a).length > 0) return undefined;
  return 'Anmodningen er afgjort; en ny anmodning er en ny sag om aktindsigt';
}
