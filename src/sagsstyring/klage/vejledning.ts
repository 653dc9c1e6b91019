import { type Skridt } from '../../faelles/skridt.js';
import { GENBEHANDLES } from '../buu_sag/krav.js';
import { klageparagraf } from './klage.js';
import { type Klage } from './tilstand.js';

/** What a complaint demands: re-assess, send on, follow what Ankestyrelsen said; and what must not be done meanwhile. */
export function klageskridt(k: Klage): readonly Skridt[] {
  if (k.fase === 'findes-ikke' || k.fase === 'afsluttet') return [];
  const skridt: Skridt[] = [];
  const tilfoej = (kode: string, art: Skridt['art'], tekst: string, hvorfor: string, hjemmel: string): void => {
    skridt.push({ kode, art, tekst, hvorfor, hjemmel, enkeltsagId: k.klageId });
  };
  if (k.opsaettendeVirkning) {
    tilfoej(
      'opsaettende-virkning',
      'maa-ikke',
      `Før ikke afgørelsen ud i livet, mens klagen behandles: ${k.afgoerelsesnavn}`,
      'Klagen har opsættende virkning, medmindre det er besluttet at iværksætte straks',
      'retssikkerhedsloven § 72, stk. 2',
    );
  } else {
    tilfoej(
      'opsaettende-virkning',
      'kan',
      'Afgørelsen kan føres ud i livet, mens klagen behandles',
      'Klagen har ikke opsættende virkning',
      'retssikkerhedsloven § 72, stk. 1',
    );
  }
  const rsl = 'retssikkerhedsloven § 66';
  switch (k.fase) {
    case 'modtaget':
      if (k.organ === 'BUU') {
        tilfoej(
          'klage-oversendelse',
          'skal',
          'Send klagen til Ankestyrelsen med sagens akter',
          'Klagen er over udvalgets afgørelse',
          klageparagraf(k),
        );
      } else if (k.forSent) {
        tilfoej(
          'klage-oversendelse',
          'skal',
          'Send klagen til Ankestyrelsen',
          'Klagen kom for sent; kun Ankestyrelsen kan se bort fra det',
          klageparagraf(k),
        );
      } else {
        tilfoej('remonstration', 'skal', 'Vurdér afgørelsen igen inden 4 uger', `Klagen kom ${k.modtaget}`, rsl);
      }
      break;
    case 'delvist':
      tilfoej(
        'klage-fastholdt',
        'skal',
        'Spørg klageren, om resten af klagen fastholdes',
        'Klageren fik delvist medhold',
        rsl,
      );
      break;
    case 'fastholdt':
      tilfoej(
        'klage-oversendelse',
        'skal',
        'Send klagen til Ankestyrelsen med genvurderingen og sagens akter',
        'Afgørelsen er fastholdt helt eller delvist',
        rsl,
      );
      break;
    case 'oversendt':
      tilfoej(
        'klage-anke',
        'kan',
        'Registrér Ankestyrelsens afgørelse, når den kommer',
        `Klagen blev sendt ${k.oversendt?.sendt ?? ''}`,
        klageparagraf(k),
      );
      break;
    case 'hjemvist':
      tilfoej(
        'klage-hjemvist',
        'skal',
        'Behandl sagen igen, og træf en ny afgørelse, eller begrund, at der ikke træffes en',
        `Ankestyrelsen hjemviste sagen ${k.anke?.dato ?? ''}`,
        klageparagraf(k),
      );
      break;
    case 'aendret':
      tilfoej(
        'klage-aendret',
        'skal',
        'Før Ankestyrelsens afgørelse ud i livet',
        `Ankestyrelsen ændrede afgørelsen ${k.anke?.dato ?? ''}`,
        klageparagraf(k),
      );
      if (k.organ === 'BUU' && GENBEHANDLES.includes(k.afgoerelseKode))
        tilfoej(
          'genbehandling',
          'skal',
          'Sæt genbehandlingsfristen på BUU-sagen, når anbringelsen opretholdes',
          'Fristen løber fra Ankestyrelsens afgørelse',
          k.regime === 'SEL' ? 'SEL § 62' : 'BL § 50',
        );
      break;
  }
  return skridt;
}

/** Why nothing is to be done about it. */
export function klagehvile(k: Klage): string | undefined {
  return k.fase === 'afsluttet' ? 'Klagesagen er afsluttet' : undefined;
}
