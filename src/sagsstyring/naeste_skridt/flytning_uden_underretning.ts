import { type Skridt } from '../../faelles/skridt.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { MellemkommunalUnderretningSendt } from '../mellemkommunal/mellemkommunal.js';

/** What ends because the family moves, and the field that says when. */
const ENDER: Readonly<Record<string, { readonly dato: string; readonly hvad: string }>> = {
  'ics.BfuAfbrudt': { dato: 'dato', hvad: 'Undersøgelsen blev afbrudt' },
  'oekonomi.IndsatsOphoert': { dato: 'ophoertDato', hvad: 'Indsatsen ophørte' },
};

/** Told by the investigation that was stopped, as it was once done, or found by it not to need special support. */
const AF_UNDERSOEGELSEN: readonly string[] = [
  'ics.MellemkommunalUnderretningSendt',
  'ics.MellemkommunalUnderretningUndladt',
];

/**
 * An investigation or a measure ended because the family moves, and the new municipality has not been told since it
 * began: a child that needs support must not be lost on the way (SEL § 152, stk. 1-2 / BL § 132, stk. 1-2).
 */
export function flytningUdenUnderretning(stroemme: readonly (readonly StoredEvent[])[]): readonly Skridt[] {
  const sendt = stroemme.flat().flatMap(({ type, data }) => {
    if (type === MellemkommunalUnderretningSendt.type) return [String(data['sendt'])];
    return AF_UNDERSOEGELSEN.includes(type) ? [String(data['dato'])] : [];
  });
  return stroemme.flatMap((stroem): readonly Skridt[] => {
    const [foerste] = stroem;
    const ophoer = stroem.find(({ type, data }) => type in ENDER && data['aarsag'] === 'flytning');
    const ender = ENDER[ophoer?.type ?? ''];
    if (foerste === undefined || ophoer === undefined || ender === undefined) return [];
    const dato = String(ophoer.data[ender.dato]);
    const afgjort = foerste.data['afgoerelseDato'];
    const begyndt = typeof afgjort === 'string' ? afgjort : dato;
    if (sendt.some((dag) => dag >= begyndt)) return [];
    return [
      {
        kode: 'mellemkommunal-underretning',
        art: 'skal',
        tekst:
          'Underret den kommune, familien er flyttet til, med det nødvendige sagsmateriale og en opsummering, eller begrund, hvorfor barnet ikke har behov for støtte',
        hvorfor: `${ender.hvad} ${dato}, fordi familien flytter, og den nye kommune er ikke underrettet`,
        hjemmel: hjemmelPaa(dato, '§ 152, stk. 1-2', '§ 132, stk. 1-2'),
        enkeltsagId: foerste.streamId,
      },
    ];
  });
}
