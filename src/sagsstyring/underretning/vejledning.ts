import { type Skridt } from '../../faelles/skridt.js';
import { LUKKET, manglerFoerScreening } from './krav.js';
import { type Underretning } from './tilstand.js';

/** What must and can be done with the notification now. */
export function underretningsskridt(u: Underretning): readonly Skridt[] {
  if (u.fase === 'findes-ikke' || u.fase === 'annulleret') return [];
  const sel = u.regime === 'SEL';
  const skridt: Skridt[] = [];
  if (!LUKKET.includes(u.fase)) {
    const mangler = manglerFoerScreening(u);
    for (const m of mangler) {
      skridt.push({
        kode: m.kode,
        art: 'skal',
        tekst: m.tekst,
        hvorfor: 'Kræves, før underretningen kan screenes',
        hjemmel: m.hjemmel,
        enkeltsagId: u.underretningId,
      });
    }
    skridt.push({
      kode: 'screening',
      art: mangler.length === 0 ? 'skal' : 'maa-ikke',
      tekst: 'Screen underretningen, og begrund sporet',
      hvorfor:
        mangler.length === 0
          ? 'Alt, hvad loven kræver forinden, er gjort'
          : 'Det, som mangler ovenfor, skal gøres først',
      hjemmel: sel ? 'SEL § 155, stk. 1' : 'BL § 18, stk. 1-2',
      enkeltsagId: u.underretningId,
    });
  }
  if (!u.anonym && !u.kvitteret) {
    skridt.push({
      kode: 'underretning-kvittering',
      art: 'skal',
      tekst: 'Send kvittering til underretter',
      hvorfor: `Underretningen blev modtaget ${u.modtaget}, og afsenderen er kendt`,
      hjemmel: sel ? 'SEL § 155 b, stk. 1' : 'BL kap. 16',
      enkeltsagId: u.underretningId,
    });
  }
  if (u.fase === 'screenet' && u.fagperson && !u.fagpersonOrienteret) {
    skridt.push({
      kode: 'underretning-orientering-fagperson',
      art: 'skal',
      tekst: 'Orientér fagpersonen om, hvorvidt der er sat noget i gang, eller begrund hvorfor ikke',
      hvorfor: 'Underretningen kom fra en fagperson og er vurderet',
      hjemmel: sel ? 'SEL § 155 b, stk. 2-3' : 'BL kap. 16',
      enkeltsagId: u.underretningId,
    });
  }
  return skridt;
}
