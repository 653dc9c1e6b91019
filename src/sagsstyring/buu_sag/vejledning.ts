import { type Skridt } from '../../faelles/skridt.js';
import { GENBEHANDLES } from './krav.js';
import { type BuuSag } from './tilstand.js';

/** What the rules look at outside the case. */
export interface Udvalgsforhold {
  /** Since when the decision carries no placement: then there is nothing to keep, and it is not treated again. */
  readonly grundlagSlut?: string | null;
  /** Since when the chairman's decision, which the case is to approve, is no more. */
  readonly intetAtGodkende?: string | null;
  /** Since when the decision, which the case is to keep, carries no placement. */
  readonly intetAtOpretholde?: string | null;
  /** It is being carried out in the investigation, which says what is next and ends it. */
  readonly udenSamtykkeIGang?: boolean;
  /** The committee decides nothing more about somebody who is of age. */
  readonly myndig?: boolean;
  /** A case that treats it again is raised and not decided; it says itself what is next. */
  readonly genbehandlesNu?: boolean;
  /** The day it must be treated again is so near that the case must be raised. */
  readonly genbehandlesSnart?: boolean;
  /** Whether every party of today has been advised, and everybody who may speak has had the opportunity; undefined: not known. */
  readonly alleVejledt?: boolean | undefined;
  readonly alleUdtaleret?: boolean | undefined;
}

const GENBEHANDLINGSREGLER = [
  'anbringelse-genbehandling-1aar',
  'anbringelse-genbehandling-2aar',
  'anbringelse-genbehandling-under-1aar',
  'anbringelse-genbehandling-fastsat',
];

/** What the committee case waits for. Who must be advised and heard is asked of the rules on the day of the decision. */
export function buuSagsskridt(
  sag: BuuSag,
  {
    grundlagSlut = null,
    intetAtGodkende = null,
    intetAtOpretholde = null,
    udenSamtykkeIGang = false,
    myndig = false,
    genbehandlesNu = false,
    genbehandlesSnart = false,
    alleVejledt = sag.fase !== 'findes-ikke' && sag.vejledte.length > 0,
    alleUdtaleret = sag.fase !== 'findes-ikke' && sag.udtalelser.length > 0,
  }: Udvalgsforhold = {},
): readonly Skridt[] {
  if (sag.fase === 'findes-ikke' || sag.fase === 'trukket') return [];
  const sel = (sag.afgjort?.regime ?? sag.indstilling?.regime ?? sag.regime) === 'SEL';
  const skridt: Skridt[] = [];
  // What is treated again must be decided before the basis runs out, and the deadline is the earlier case's.
  const genbehandling = sag.fase === 'afgjort' ? sag.buuSagId : sag.genbehandlerId;
  const tilfoej = (kode: string, art: Skridt['art'], tekst: string, hvorfor: string, hjemmel: string): void => {
    const frister = [
      { regel: kode, noegle: sag.buuSagId },
      ...(genbehandling === null ? [] : GENBEHANDLINGSREGLER.map((regel) => ({ regel, noegle: genbehandling }))),
    ];
    // A meeting is called weeks before; the last week of the deadline is too late to begin.
    const iGodTid = art === 'skal' && genbehandling !== null ? { iGodTid: true as const } : {};
    skridt.push({ kode, art, tekst, hvorfor, hjemmel, enkeltsagId: sag.buuSagId, frister, ...iGodTid });
  };
  if (sag.fase === 'afgjort') {
    if (sag.afgjort?.vedtaget === true && sag.afgoerelseKode === 'undersoegelse-uden-samtykke') {
      if (sag.undersoegelseGennemfoert === null && !udenSamtykkeIGang) {
        tilfoej(
          'bfu-uden-samtykke-ophold',
          'skal',
          'Gennemfør undersøgelsen, og tag stilling til næste skridt',
          `Udvalget afgjorde det ${sag.afgjort.dato}; undersøgelsen skal være færdig inden to måneder`,
          sag.afgjort.hjemmel,
        );
      }
    }
    const gaelder = sag.genbehandling !== null && sag.grundlagOphoert === null && grundlagSlut === null;
    if (gaelder && !myndig && !genbehandlesNu) {
      tilfoej(
        'genbehandling',
        genbehandlesSnart ? 'skal' : 'kan',
        'Rejs sagen igen, så udvalget kan afgøre den, før genbehandlingsfristen udløber, eller afgør, at barnet kommer hjem',
        `Fristen løber fra ${sag.genbehandling.dato}; derefter er der intet grundlag for anbringelsen`,
        sel ? 'SEL § 62' : 'BL § 50',
      );
    }
    return skridt;
  }
  if (intetAtGodkende !== null) {
    tilfoej(
      'buu-afgoerelse',
      'maa-ikke',
      `Udvalget kan ikke godkende det, der er slut: træk sagen tilbage, eller beram mødet senest ${intetAtGodkende}`,
      `Formandens foreløbige afgørelse gjaldt til ${intetAtGodkende}`,
      sel ? 'SEL § 75, stk. 3' : 'BL § 143, stk. 4',
    );
    return skridt;
  }
  if (intetAtOpretholde !== null) {
    tilfoej(
      'buu-afgoerelse',
      'maa-ikke',
      'Udvalget kan ikke opretholde det, der er slut: træk sagen tilbage, og rejs en ny, hvis barnet skal anbringes',
      `Grundlaget for anbringelsen gjaldt til ${intetAtOpretholde}`,
      sel ? 'SEL § 62' : 'BL § 50',
    );
    return skridt;
  }
  tilfoej(
    'advokatbistand',
    alleVejledt ? 'kan' : 'skal',
    'Vejled alle parter om gratis advokat, aktindsigt og retten til at udtale sig',
    `${String(sag.vejledte.length)} er vejledt; se parterne på sagens parter`,
    sel ? 'SEL § 72' : 'BL §§ 140-141',
  );
  if (sag.indstilling === null) {
    tilfoej(
      'buu-indstilling',
      'skal',
      GENBEHANDLES.includes(sag.afgoerelseKode)
        ? 'Afgiv indstillingen med undersøgelse, godkendt plan og barnets holdning'
        : 'Afgiv indstillingen med barnets holdning',
      'Udvalget kan ikke afgøre sagen lovligt uden',
      sel ? 'SEL § 59' : 'BL § 51, stk. 1',
    );
  }
  if (sag.moede === null) {
    tilfoej(
      'buu-moede',
      'skal',
      'Beram udvalgets møde',
      'Udvalget afgør sagen i et møde',
      sel ? 'SEL § 74' : 'BL § 142',
    );
  }
  tilfoej(
    'buu-udtaleret',
    alleUdtaleret ? 'kan' : 'skal',
    `Giv parterne lejlighed til at udtale sig, også barnet fra det fyldte ${sel ? '12.' : '10.'} år`,
    `${String(sag.udtalelser.length)} har haft lejlighed til det`,
    sel ? 'SEL § 74, stk. 2' : 'BL § 142, stk. 2',
  );
  tilfoej(
    'buu-afgoerelse',
    sag.fase === 'berammet' ? 'skal' : 'maa-ikke',
    sag.fase === 'berammet' ? 'Registrér udvalgets afgørelse efter mødet' : 'Sagen kan ikke afgøres endnu',
    sag.fase === 'berammet' ? `Mødet er ${sag.moede ?? ''}` : 'Indstilling og møde mangler',
    sel ? 'SEL § 74' : 'BL § 142',
  );
  return skridt;
}

/** Why nothing is to be done about it. */
export function buuSagshvile(sag: BuuSag, forhold: Udvalgsforhold = {}): string | undefined {
  if (sag.fase === 'trukket') return 'Sagen er trukket tilbage, før udvalget afgjorde den';
  if (sag.fase !== 'afgjort' || buuSagsskridt(sag, forhold).length > 0) return undefined;
  if (forhold.udenSamtykkeIGang === true && sag.undersoegelseGennemfoert === null)
    return 'Undersøgelsen uden samtykke er i gang; det næste skridt står under undersøgelsen';
  return 'Udvalget har afgjort sagen; det, der følger, står under afgørelsen og indsatsen';
}
