import { antal } from '../faelles/frist.js';
import { type Lovpakke } from '../faelles/lov/lovpakke.js';
import { type Regel, variantTaendt } from '../faelles/lov/regel.js';
import { gaelder } from '../faelles/periode.js';

const REGIMENAVN = { SEL: 'serviceloven', BL: 'barnets lov' } as const;

/** What applies on a date, what waits for a municipality to decide it, and what is not confirmed. */
export function visLov(lov: Lovpakke, dato: string): readonly string[] {
  const regime = lov.regime(dato);
  const paaDatoen = lov.alleRegler.filter((regel) => gaelder(regel, dato));
  const lokale = paaDatoen.filter((regel) => !regel.aktiv && regel.lokal);
  const ubekraeftede = [
    ...paaDatoen.filter((regel) => !regel.aktiv && !regel.lokal).map(regellinje),
    ...paaDatoen.filter((regel) => regel.aktiv).flatMap(ubekraeftedeVarianter),
  ];
  const gaeldende = paaDatoen.filter((regel) => regel.aktiv);
  return [
    `Lovpakke ${lov.version}, ${dato}: ${REGIMENAVN[regime]} (${regime})`,
    '',
    `Gælder (${gaeldende.length}):`,
    ...gaeldende.map(regellinje),
    '',
    `Lokale serviceniveauer, slået fra til kommunen beslutter dem (${lokale.length}):`,
    ...lokale.map(regellinje),
    '',
    `Ikke bekræftet, efter hukommelsen og derfor slået fra (${ubekraeftede.length}):`,
    ...ubekraeftede,
    '',
    'Tillid: V læst i loven eller hos en myndighed, S læst i en sekundær kilde, H efter hukommelsen.',
  ];
}

function regellinje(regel: Regel): string {
  const tillid = regel.hjemmelTillid === undefined ? regel.tillid : `${regel.tillid}, paragraf ${regel.hjemmelTillid}`;
  return `  ${regel.id.padEnd(38)} ${regeltal(regel).padEnd(34)} ${regel.hjemmel} [${tillid}]`;
}

/** Other amounts of a rule that is on, which are themselves from memory. */
function ubekraeftedeVarianter(regel: Regel): readonly string[] {
  return (regel.varianter ?? [])
    .filter((variant) => !variantTaendt(regel, variant))
    .map(
      (v) =>
        `  ${`${regel.id}, variant ${v.kode}`.padEnd(38)} ${antal(v).padEnd(34)} ${regel.hjemmel} [${v.tillid}]: ${v.navn}`,
    );
}

/** How long a rule is, said in few words. */
function regeltal(regel: Regel): string {
  if (regel.maengde !== undefined && regel.enhed !== undefined) {
    const retning = regel.retning === 'BAGLAENS' ? ' før' : '';
    const alder = regel.ankeralder === undefined || regel.ankeralder === 0 ? '' : ` ${regel.ankeralder} år`;
    return `${regel.tidligst === true ? 'tidligst ' : ''}${antal({ maengde: regel.maengde, enhed: regel.enhed })}${retning}${alder}`;
  }
  if (regel.datofelt !== undefined) return 'den dato, sagen har besluttet';
  if (regel.hyppighed !== undefined) return `mindst ${regel.hyppighed.mindst} gange om året`;
  return regel.art === 'spaerre' ? 'før næste skridt' : 'ingen dato i loven';
}

/** Every version of one rule, or the one of a date, field by field. */
export function visRegel(lov: Lovpakke, id: string, dato?: string): readonly string[] {
  return lov.alleRegler
    .filter((regel) => regel.id === id && (dato === undefined || gaelder(regel, dato)))
    .flatMap((regel) => [
      `${regel.id} (${regel.regime}), ${regel.gyldigFra} til ${regel.gyldigTil ?? 'nu'}: ${regel.aktiv ? 'slået til' : 'slået fra'}`,
      `  ${regel.navn}: ${regeltal(regel)}`,
      `  Løber fra: ${regel.udloeserTekst}${regel.udloeser === null ? '' : ` (${regel.udloeser.haendelse}, ${regel.udloeser.dato})`}`,
      ...(regel.varianter ?? []).map(
        (v) =>
          `  Variant ${v.kode}: ${antal(v)}. ${v.navn} [${v.tillid}]${variantTaendt(regel, v) ? '' : ', slået fra'}`,
      ),
      ...(regel.opfyldtAf.length === 0
        ? []
        : [`  Opfyldes af: ${regel.opfyldtAf.map((kilde) => `${kilde.haendelse} (${kilde.dato})`).join(', ')}`]),
      `  Hjemmel: ${regel.hjemmel} [${regel.hjemmelTillid ?? regel.tillid}]. Ansvarlig: ${regel.ansvarlig}`,
      `  Følge: ${regel.konsekvens}`,
      `  Tillid: ${regel.tillid}. Kilde: ${regel.kilde}. ${regel.laest}`,
    ]);
}
