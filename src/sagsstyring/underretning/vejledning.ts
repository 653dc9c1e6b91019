import { type Skridt } from '../../faelles/skridt.js';
import { orienteringshjemmel } from './afklaring.js';
import { LUKKET, manglerFoerScreening, underLovenPaa } from './krav.js';
import { type ModtagetUnderretning, type Underretning } from './tilstand.js';

/** What is about danger to the child now, and so goes before everything else. */
const FARE = ['underretning-akutvurdering', 'akut-handling', 'underretning-boernesamtale', 'aeres-risikovurdering'];

/** What must, can and must not be done with the notification now. */
export function underretningsskridt(underretning: Underretning, iDag: string): readonly Skridt[] {
  if (underretning.fase === 'findes-ikke' || underretning.fase === 'annulleret') return [];
  // What is done today is done under the act of today, also for a notification that came under the one before.
  const u = underLovenPaa(underretning, iDag);
  return [
    ...(LUKKET.includes(u.fase) ? [] : aaben(u)),
    ...pligterTilUnderretter(u),
    ...orientering(u, iDag),
    ...soeskende(u),
  ];
}

/** Why nothing is to be done; undefined when there is. */
export function underretningshvile(u: Underretning, iDag: string): string | undefined {
  if (u.fase === 'findes-ikke' || underretningsskridt(u, iDag).length > 0) return undefined;
  switch (u.fase) {
    case 'annulleret':
      return 'Underretningen er annulleret: den var registreret ved en fejl';
    case 'videresendt':
      return 'Underretningen er sendt til barnets kommune, som skal behandle den';
    default:
      return u.foraeldreOrienteret || u.orienteringUdskudtTil === null
        ? 'Underretningen er vurderet færdig; det videre arbejde sker i sagen, og en ny bekymring er en ny underretning'
        : `Underretningen er vurderet færdig; ${u.orienteringUdskudtTil} skal det vurderes igen, om forældrene kan oplyses`;
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
  if (u.akut === true && u.akutHandlet) {
    skridt.push({
      kode: 'akut-handling',
      art: 'kan',
      tekst: 'Registrér, hvis der gøres mere for barnet nu',
      hvorfor: `Barnets sundhed eller udvikling blev ${u.akutvurderet ?? ''} vurderet at være i fare`,
      hjemmel: sel ? 'SEL § 155, stk. 2' : 'BL § 136',
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
    art: u.akutvurderet === null || (u.akut === true && !u.akutHandlet) ? 'maa-ikke' : 'kan',
    tekst: 'Send underretningen videre, hvis barnet bor i en anden kommune',
    hvorfor:
      u.akutvurderet === null
        ? 'Det skal først vurderes, om barnet er i fare: barnet må ikke vente på posten'
        : u.akut === true && !u.akutHandlet
          ? 'Barnet er i fare nu: det skal have hjælp, før underretningen sendes videre'
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

/** Those who have custody are told when it is assessed, unless the child would be put in danger by it. */
function orientering(u: ModtagetUnderretning, iDag: string): readonly Skridt[] {
  const hjemmel = orienteringshjemmel(u);
  const enkeltsagId = u.underretningId;
  // Without an assessment the step above comes first, but that they must not be told yet holds from the first day.
  if (u.regime === 'BL' && u.aeresrelateret && !u.risikovurderet && !u.ufoedt) {
    return [
      {
        kode: 'foraeldre-inddragelse',
        art: 'maa-ikke',
        tekst: 'Inddrag ikke forældre og netværk, før risikoen er vurderet',
        hvorfor: 'Der er tegn på æresrelateret konflikt eller negativ social kontrol',
        hjemmel: 'BL § 18, stk. 3',
        enkeltsagId,
      },
      ...(LUKKET.includes(u.fase)
        ? [
            {
              kode: 'aeres-risikovurdering',
              art: 'skal',
              tekst: 'Lav en risikovurdering, før forældre og netværk inddrages',
              hvorfor: 'Der er tegn på æresrelateret konflikt, og risikoen for barnet er ikke vurderet',
              hjemmel: 'BL § 18, stk. 3',
              enkeltsagId,
              fare: true,
            } as const,
          ]
        : []),
    ];
  }
  const udskudt = u.orienteringUdskudtTil !== null && u.orienteringUdskudtTil > iDag;
  const overtaget = u.fase === 'videresendt';
  if (u.akutvurderet === null || u.foraeldreOrienteret || u.ufoedt || udskudt || overtaget) return [];
  return [
    {
      kode: 'underretning-foraeldreorientering',
      art: 'skal',
      tekst: 'Oplys forældrene (og den unge over 15 år) om underretningen, eller udskyd det af hensyn til barnet',
      hvorfor:
        u.oplyste.length === 0
          ? 'Underretningen er vurderet, og de er parter i barnets sag'
          : 'Ikke alle, der har forældremyndighed, eller den unge selv, er oplyst endnu',
      hjemmel,
      enkeltsagId,
      frister: [{ regel: 'underretning-foraeldreorientering-udskudt', noegle: enkeltsagId }],
    },
  ];
}

/** A contact about several children is a notification for each of them. */
function soeskende(u: ModtagetUnderretning): readonly Skridt[] {
  return u.kendteSoeskende
    .filter((personId) => !u.underrettedeSoeskende.includes(personId))
    .map((personId) => ({
      kode: 'underretning-soeskende',
      art: 'kan',
      tekst: `Tag stilling til, om underretningen også handler om barnets søskende (${personId}), og registrér den for hvert barn`,
      hvorfor: 'Netværket kender søskende; en henvendelse om flere børn er en underretning for hvert barn',
      hjemmel: u.regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 136',
      enkeltsagId: u.underretningId,
    }));
}
