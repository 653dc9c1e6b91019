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

/** What the amount alone does not say. */
function taelling({ taelHaendelsesdag, forlaengVedLukkedag, inden }: Regel): readonly string[] {
  const valg = [
    taelHaendelsesdag === true ? 'hændelsesdagen er dag 1' : '',
    forlaengVedLukkedag === true ? 'flyttes til næste åbne dag' : '',
    inden === true ? 'datoen er selv for sen' : '',
  ].filter((led) => led !== '');
  return valg.length === 0 ? [] : [`  Tælles sådan: ${valg.join('; ')}`];
}

function betingelsen(b: Regel['betingelser'][number]): string {
  if ('er' in b) return `${b.felt} er ${String(b.er)}`;
  return 'blandt' in b ? `${b.felt} er en af ${b.blandt.join(', ')}` : `${b.felt} ${b.findes ? 'findes' : 'mangler'}`;
}

function kilder(
  navn: string,
  af: readonly { readonly haendelse: string; readonly dato?: string | undefined }[],
): readonly string[] {
  if (af.length === 0) return [];
  return [
    `  ${navn}: ${af.map(({ haendelse, dato }) => (dato === undefined ? haendelse : `${haendelse} (${dato})`)).join(', ')}`,
  ];
}

function niveauet({ lokal, niveauFra, hoejstSom, ikkeKortere, datofelt }: Regel): readonly string[] {
  if (niveauFra !== undefined) return [`  Kommunens tal: det, der er sat for ${niveauFra}`];
  if (!lokal || datofelt !== undefined) return [];
  return [
    `  Kommunens tal: kan sættes${hoejstSom === undefined ? '' : `, højst som ${hoejstSom.join(' og ')}`}${ikkeKortere === true ? ', men ikke kortere end reglens eget' : ''}`,
  ];
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
      ...taelling(regel),
      ...(regel.betingelser.length === 0 ? [] : [`  Kun når: ${regel.betingelser.map(betingelsen).join('; ')}`]),
      ...kilder('Opfyldes af', regel.opfyldtAf),
      ...kilder('Rykkes frem til', regel.fremrykkesVed ?? []),
      ...kilder('Bortfalder ved', regel.bortfalderVed),
      ...niveauet(regel),
      `  Hjemmel: ${regel.hjemmel} [${regel.hjemmelTillid ?? regel.tillid}]. Ansvarlig: ${regel.ansvarlig}`,
      `  Følge: ${regel.konsekvens}`,
      `  Tillid: ${regel.tillid}. Kilde: ${regel.kilde}. ${regel.laest}`,
    ]);
}
