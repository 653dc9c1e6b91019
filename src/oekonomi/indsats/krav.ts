import { Afvist } from '../../faelles/afvist.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type BevilgIndsats, type Boernesamtale } from './indsats.js';
import { type Regime } from './tilstand.js';

/** The child's view is sought in a talk before each decision, never after it; leaving it out is explained. */
export function boernesamtalemangel(
  regime: Regime,
  samtale: Boernesamtale | undefined,
  afgoerelseDato: string,
): readonly Mangel[] {
  if (samtale !== undefined && (samtale.art === 'undladt' || samtale.dato <= afgoerelseDato)) return [];
  return [
    {
      kode: 'boernesamtale',
      tekst:
        'Barnets holdning skal være skaffet ved en samtale inden afgørelsen, eller undladelsen skal være begrundet',
      hjemmel: regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4',
    },
  ];
}

/**
 * A measure that takes consent goes through the visitation: proposal, cost, approval, consent from those who must give it,
 * and decision. One that was granted elsewhere and is taken over is only recorded, and says so.
 */
export function kraevVisitationen(kraeverSamtykke: boolean, overtaget: string | undefined, regime: Regime): void {
  if (!kraeverSamtykke || overtaget !== undefined) return;
  throw new Afvist(
    'indsats-gennem-visitation',
    'Indsatsen kræver samtykke og afgøres i en visitation (POST /sager/{id}/visitationer). Er den bevilget et andet sted og overtaget, angives det med en begrundelse.',
    {
      felt: 'indsatskode',
      paragraf: regime === 'SEL' ? 'SEL § 52, stk. 2' : 'BL § 32, stk. 2',
      mangler: ['visitation'],
    },
  );
}

/** What the law demands before a decision on a measure, and that the command does not show. */
export function manglerFoerBevilling(command: BevilgIndsats): readonly Mangel[] {
  const sel = command.regime === 'SEL';
  const mangler: Mangel[] = [];
  if (command.alder !== null && command.alder >= command.foerAlder) {
    mangler.push({
      kode: command.foerAlder === 18 ? 'fyldt-18' : 'fyldt-23',
      tekst: `Indsatsen kan ikke bevilges til en, der er fyldt ${String(command.foerAlder)} år`,
      hjemmel: command.katalog.hjemmel,
    });
  }
  if (command.samtykkemangler !== undefined) {
    mangler.push(...command.samtykkemangler);
  } else if (command.katalog.kraeverSamtykke && command.samtykkeDato === undefined) {
    mangler.push({
      kode: 'samtykke',
      tekst: 'Forældremyndighedsindehaverens samtykke skal være givet',
      hjemmel: sel ? 'SEL § 52, stk. 2' : 'BL § 32, stk. 2',
    });
  }
  if (command.katalog.kraeverBoernesamtale) {
    mangler.push(...boernesamtalemangel(command.regime, command.boernesamtale, command.afgoerelseDato));
  }
  if (command.katalog.kraeverPlanFoerst && command.planUndtagelse === undefined) {
    if (sel && command.plan?.gaeldende !== true) {
      mangler.push({
        kode: 'handleplan',
        tekst:
          'Handleplanen skal være godkendt inden afgørelsen; kan hensynet til barnet ikke vente, angives formålet kort, og planen laves senest inden 4 måneder',
        hjemmel: 'SEL § 140, stk. 1',
      });
    } else if (!sel && command.plan === undefined) {
      mangler.push({
        kode: 'stillingtagen-til-plan',
        tekst: 'Tag stilling til, om der skal laves en plan: angiv planen, eller begrund hvorfor den ikke laves',
        hjemmel: 'BL § 91, stk. 1',
      });
    }
  }
  return mangler;
}
