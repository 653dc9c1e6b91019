import { type Skridt } from '../../faelles/skridt.js';
import { LUKKET, manglerFoerScreening } from './krav.js';
import { type ModtagetUnderretning, type Underretning } from './tilstand.js';

/** What is about danger to the child now, and so goes before everything else. */
const FARE = ['underretning-akutvurdering', 'underretning-boernesamtale', 'aeres-risikovurdering'];

/** What must, can and must not be done with the notification now. */
export function underretningsskridt(u: Underretning): readonly Skridt[] {
  if (u.fase === 'findes-ikke' || u.fase === 'annulleret') return [];
  return [...(LUKKET.includes(u.fase) ? [] : aaben(u)), ...pligterTilUnderretter(u)];
}

/** Why nothing is to be done; undefined when there is. */
export function underretningshvile(u: Underretning): string | undefined {
  if (u.fase === 'findes-ikke' || underretningsskridt(u).length > 0) return undefined;
  switch (u.fase) {
    case 'annulleret':
      return 'Underretningen er annulleret: den var registreret ved en fejl';
    case 'videresendt':
      return 'Underretningen er sendt til barnets kommune, som skal behandle den';
    default:
      return 'Underretningen er vurderet færdig; det videre arbejde sker i sagen, og en ny bekymring er en ny underretning';
  }
}

function aaben(u: ModtagetUnderretning): readonly Skridt[] {
  const sel = u.regime === 'SEL';
  const enkeltsagId = u.underretningId;
  const mangler = manglerFoerScreening(u);
  const skridt: Skridt[] = mangler.map(({ kode, tekst, hjemmel }) => ({
    ...{ kode, art: 'skal', tekst, hjemmel, enkeltsagId },
    hvorfor: 'Kræves, før underretningen kan screenes',
    ...(FARE.includes(kode) ? { fare: true } : {}),
  }));
  if (u.akut === true) {
    skridt.push({
      kode: 'underretning-akut-hjaelp',
      art: 'skal',
      tekst: 'Sørg for, at barnet får den hjælp, der er brug for nu, og skriv ned, hvad der er gjort',
      hvorfor: `Barnets sundhed eller udvikling blev ${u.akutvurderet ?? ''} vurderet at være i fare`,
      hjemmel: sel ? 'SEL § 155, stk. 2' : 'BL § 136',
      enkeltsagId,
      fare: true,
    });
  }
  if (mangler.some(({ kode }) => kode === 'aeres-risikovurdering')) {
    skridt.push({
      kode: 'foraeldre-inddragelse',
      art: 'maa-ikke',
      tekst: 'Inddrag ikke forældre og netværk endnu',
      hvorfor: 'Der er tegn på æresrelateret konflikt, og risikoen for barnet er ikke vurderet',
      hjemmel: 'BL § 18, stk. 3',
      enkeltsagId,
    });
  }
  skridt.push({
    kode: 'screening',
    art: mangler.length === 0 ? 'skal' : 'maa-ikke',
    tekst: 'Screen underretningen, og begrund sporet',
    hvorfor:
      mangler.length === 0 ? 'Alt, hvad loven kræver forinden, er gjort' : 'Det, som mangler ovenfor, skal gøres først',
    hjemmel: sel ? 'SEL § 155, stk. 1' : 'BL § 18, stk. 1-2',
    enkeltsagId,
    ...(u.akut === true && mangler.length === 0 ? { fare: true } : {}),
  });
  if (!u.boernesamtale && !u.overgreb && !u.ufoedt) {
    skridt.push({
      kode: 'underretning-samtale-mulig',
      art: 'kan',
      tekst: 'Hold en samtale med barnet til brug for vurderingen',
      hvorfor: 'Kan ske uden forældrenes samtykke, når hensynet til barnet taler for det',
      hjemmel: sel ? 'SEL § 155 a' : 'BL § 137, stk. 2',
      enkeltsagId,
    });
  }
  skridt.push({
    kode: 'underretning-videresendelse',
    art: u.akutvurderet === null ? 'maa-ikke' : 'kan',
    tekst: 'Send underretningen videre, hvis barnet bor i en anden kommune',
    hvorfor:
      u.akutvurderet === null
        ? 'Det skal først vurderes, om barnet er i fare: barnet må ikke vente på posten'
        : 'Barnets kommune skal behandle den',
    hjemmel: sel ? 'SEL § 152' : 'BL § 132',
    enkeltsagId,
  });
  return skridt;
}

/** The duties to the notifier run by themselves and outlive the screening. */
function pligterTilUnderretter(u: ModtagetUnderretning): readonly Skridt[] {
  const sel = u.regime === 'SEL';
  const skridt: Skridt[] = [];
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
