import { Afvist } from '../../faelles/afvist.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { erServicelov } from '../../faelles/lov/hjemmel.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden } from '../datoregler.js';
import { type ModtagetUnderretning, type Underretning } from './tilstand.js';

/** Phases in which nothing more is decided about the notification. */
export const LUKKET = ['screenet', 'videresendt', 'annulleret'];

/** The notification under the act of the day on which something is done with it: each step has the law of its own day. */
export function underLovenPaa(u: ModtagetUnderretning, hvornaar: string): ModtagetUnderretning {
  return { ...u, regime: erServicelov(lokalDato(hvornaar)) ? 'SEL' : 'BL' };
}

/** What the law demands before a notification may be screened and so be finished. */
export function manglerFoerScreening(u: ModtagetUnderretning): readonly Mangel[] {
  const sel = u.regime === 'SEL';
  const mangler: Mangel[] = [];
  if (u.akutvurderet === null) {
    mangler.push({
      kode: 'underretning-akutvurdering',
      tekst: 'Vurdér, om barnets sundhed eller udvikling er i fare',
      hjemmel: sel ? 'SEL § 155, stk. 2' : 'BL § 136',
    });
  }
  if (u.akut === true && !u.akutHandlet) {
    mangler.push({
      kode: 'akut-handling',
      tekst:
        'Akutvurderingen fandt fare: registrér, hvad der er gjort for barnet (formandsafgørelse, politi, børnehus …)',
      hjemmel: sel ? 'SEL § 155, stk. 2' : 'BL § 136',
    });
  }
  if (u.igangvaerendeIndsats && !u.genvurderet) {
    mangler.push({
      kode: 'underretning-genvurdering',
      tekst: 'Barnet har en igangværende indsats: genvurdér sagen med mindst én, som ikke før har deltaget i den',
      hjemmel: sel ? 'SEL § 155 a, stk. 1' : 'BL § 137, stk. 1',
    });
  }
  if (u.overgreb && !u.ufoedt && !u.boernesamtale) {
    mangler.push({
      kode: 'underretning-boernesamtale',
      tekst: 'Underretningen handler om overgreb: hold en samtale med barnet, eller begrund hvorfor den undlades',
      hjemmel: sel ? 'SEL § 155 a' : 'BL § 137, stk. 2-4',
    });
  }
  if (!sel && u.aeresrelateret && !u.risikovurderet) {
    mangler.push({
      kode: 'aeres-risikovurdering',
      tekst: 'Der er tegn på æresrelateret konflikt: lav en risikovurdering, før forældre og netværk inddrages',
      hjemmel: 'BL § 18, stk. 3',
    });
  }
  return mangler;
}

export function kraevAaben(state: Underretning): ModtagetUnderretning {
  const u = kraevFindes(state);
  if (LUKKET.includes(u.fase)) {
    throw new Afvist(
      'underretning-lukket',
      `Underretningen er ${u.fase} og vurderet færdig. En ny bekymring er en ny underretning.`,
      {
        paragraf: u.regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 136',
        status: 409,
      },
    );
  }
  return u;
}

export function kraevFindes(state: Underretning): ModtagetUnderretning {
  if (state.fase === 'findes-ikke') {
    throw new Afvist('underretning-findes-ikke', 'Underretningen findes ikke.');
  }
  return state;
}

export function kraevEfterModtagelsen(
  hvornaar: string,
  u: ModtagetUnderretning,
  context: DecisionContext,
  felt: string,
  paragraf?: string,
): void {
  kraevIkkeIFremtiden(hvornaar, context, felt);
  kraevIkkeFoer(hvornaar, u.modtaget, felt, 'Det kan ikke være sket, før underretningen blev modtaget', paragraf);
}

export function tilhoer(u: ModtagetUnderretning): { underretningId: string; barnId: string; sagId?: string } {
  return { underretningId: u.underretningId, barnId: u.barnId, ...(u.sagId === null ? {} : { sagId: u.sagId }) };
}
