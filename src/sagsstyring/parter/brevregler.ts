import { Afvist } from '../../faelles/afvist.js';

/** No letter to parents or network before the risk is assessed (BL § 18, stk. 3). */
export function kraevRisikovurdering(mangler: boolean): void {
  if (mangler) {
    throw new Afvist(
      'risikovurdering-mangler',
      'Der er tegn på æresrelateret konflikt: lav en risikovurdering på underretningen, før forældre og netværk inddrages.',
      { paragraf: 'BL § 18, stk. 3', mangler: ['aeres-risikovurdering'] },
    );
  }
}

/** A protected address must not reach others around the child. */
export function kraevMaskering(maskeret: boolean, beskyttedeAndre: number): void {
  if (beskyttedeAndre > 0 && !maskeret) {
    throw new Afvist(
      'beskyttet-adresse',
      `${beskyttedeAndre === 1 ? 'En anden' : `${beskyttedeAndre} andre`} omkring barnet har beskyttet navn og adresse. Skjul oplysningerne i brevet, og bekræft det med maskeret.`,
      { felt: 'maskeret', paragraf: 'CPR-loven § 28', mangler: ['maskering'] },
    );
  }
}
