import { type Skridt } from '../../faelles/skridt.js';
import { manglerFoerLukning } from './sag.js';
import { type Sag } from './tilstand.js';

/** What must and can be done with the case itself now. */
export function sagsskridt(sag: Sag): readonly Skridt[] {
  if (sag.fase !== 'aaben') return [];
  const skridt: Skridt[] = [];
  const tilfoej = (kode: string, art: Skridt['art'], tekst: string, hvorfor: string, hjemmel?: string): void => {
    skridt.push({ kode, art, tekst, hvorfor, ...(hjemmel === undefined ? {} : { hjemmel }), enkeltsagId: sag.sagId });
  };
  if (sag.sagsbehandler === null)
    tilfoej('sag-tildeling', 'skal', 'Tildel sagen til en sagsbehandler', 'Ingen har ansvaret for sagen');
  if (sag.overdragelse !== null) {
    tilfoej(
      'sag-overdragelse',
      'skal',
      `Få svar på overdragelsen til ${sag.overdragelse.til}`,
      `Foreslået ${sag.overdragelse.foreslaaet}; indtil da har ${sag.overdragelse.fra} ansvaret`,
    );
  }
  const mangler = manglerFoerLukning(sag, []);
  if (mangler.length === 0) {
    tilfoej(
      'sag-lukning',
      'kan',
      'Luk sagen, eller beslut hvad der skal ske',
      'Ingen enkeltsag eller indsats er i gang',
    );
  } else {
    tilfoej(
      'sag-lukning',
      'maa-ikke',
      'Luk ikke sagen endnu',
      mangler.map((m) => m.tekst).join('. '),
      mangler.map((m) => m.hjemmel).join('; '),
    );
  }
  return skridt;
}
