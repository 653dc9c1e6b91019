import { type Skridt } from '../../faelles/skridt.js';
import { LUKKET, manglerFoerScreening } from './krav.js';
import { type ModtagetUnderretning, type Underretning } from './tilstand.js';

/** What must and can be done with the notification now. */
export function underretningsskridt(u: Underretning, iDag: string): readonly Skridt[] {
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
  skridt.push(...orientering(u, iDag));
  for (const soeskende of u.kendteSoeskende) {
    if (u.underrettedeSoeskende.includes(soeskende)) continue;
    skridt.push({
      kode: 'underretning-soeskende',
      art: 'kan',
      tekst: `Tag stilling til, om underretningen også handler om barnets søskende (${soeskende}), og registrér den for hvert barn`,
      hvorfor: 'Netværket kender søskende; en henvendelse om flere børn er en underretning for hvert barn',
      hjemmel: sel ? 'SEL § 155, stk. 1' : 'BL § 136',
      enkeltsagId: u.underretningId,
    });
  }
  return skridt;
}

function orientering(u: ModtagetUnderretning, iDag: string): readonly Skridt[] {
  const udskudt = u.orienteringUdskudtTil !== null && u.orienteringUdskudtTil > iDag;
  if (u.akutvurderet === null || u.foraeldreOrienteret || u.ufoedt || udskudt) return [];
  const spaerret = u.regime === 'BL' && u.aeresrelateret && !u.risikovurderet;
  return [
    {
      kode: 'underretning-foraeldreorientering',
      art: spaerret ? 'maa-ikke' : 'skal',
      tekst: spaerret
        ? 'Kontakt ikke forældre og netværk, før risikoen er vurderet'
        : 'Oplys forældrene (og den unge over 15 år) om underretningen, eller udskyd det af hensyn til barnet',
      hvorfor: spaerret
        ? 'Der er tegn på æresrelateret konflikt eller negativ social kontrol'
        : 'Underretningen er vurderet, og de er parter i barnets sag',
      hjemmel: spaerret
        ? 'BL § 18, stk. 3'
        : u.regime === 'SEL'
          ? 'forvaltningsretten'
          : 'BL § 18, stk. 3, og forvaltningsretten',
      enkeltsagId: u.underretningId,
    },
  ];
}
