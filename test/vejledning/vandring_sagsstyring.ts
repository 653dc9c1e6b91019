import { sagDecider } from '../../src/sagsstyring/sag/sag.js';
import { sagsskridt } from '../../src/sagsstyring/sag/sagsskridt.js';
import { type BegyndtSag, type EnkeltsagArt } from '../../src/sagsstyring/sag/tilstand.js';
import { type Kendsgerninger, type Underretning } from '../../src/sagsstyring/underretning/tilstand.js';
import { underretningDecider } from '../../src/sagsstyring/underretning/underretning.js';
import { underretningshvile, underretningsskridt } from '../../src/sagsstyring/underretning/vejledning.js';
import { A, B, C, jaNej, regimer, IDAG, nu, kryds, tilladt, type Stilling } from './stilling.js';

function* sager(): Generator<Stilling> {
  const enkeltsag = (art: EnkeltsagArt): readonly BegyndtSag['enkeltsager'][] => [
    {},
    { [art]: { art, aabnet: '2026-01-01' } },
  ];
  const indsats = (til: string | null): BegyndtSag['indsatser'] => ({ [C]: { fra: '2026-01-01', til } });
  const overdragelse = {
    ...{ overdragelseId: C, fra: 'sb01', til: 'sb02', tilTeam: null, foreslaaet: '2026-11-01', fratraedelseId: null },
  };
  for (const { afklaring, bfu, visitation, opfoelgning, barnet, ...resten } of kryds({
    fase: ['aaben', 'lukket'] as const,
    sagsbehandler: [null, 'sb01'],
    overdragelse: [null, overdragelse],
    afvistVedFratraedelse: [null, C],
    indsatser: [{}, indsats(null), indsats('2026-02-01')],
    ...{ afklaring: enkeltsag('afklaring'), bfu: enkeltsag('bfu'), visitation: enkeltsag('visitation') },
    opfoelgning: enkeltsag('indsats-opfoelgning'),
    // A notification in the child's other case, a young person who has turned 18, and a child whose brother is placed.
    barnet: [
      { aabneUnderretninger: [], alder: 9, kraeverUndersoegelse: () => false, ankeVenter: false },
      { aabneUnderretninger: [C], alder: null, kraeverUndersoegelse: () => false, ankeVenter: false },
      { aabneUnderretninger: [], alder: 18, kraeverUndersoegelse: () => false, ankeVenter: false },
      { aabneUnderretninger: [], alder: 9, kraeverUndersoegelse: () => true, ankeVenter: false },
      { aabneUnderretninger: [], alder: 9, kraeverUndersoegelse: () => false, ankeVenter: true },
    ],
  })) {
    const sag: BegyndtSag = {
      ...{ sagId: A, barnId: B, omraade: 'social', omraadeFra: '2025-01-01', oprettet: '2025-01-01' },
      grund: 'underretning',
      ...{ team: null, behandlere: [], kendteEnkeltsager: [], afsluttedeUndersoegelser: {}, lukket: '2026-10-01' },
      ansoegninger: [],
      enkeltsager: { ...afklaring, ...bfu, ...visitation, ...opfoelgning },
      ...resten,
    };
    yield {
      skridt: sagsskridt(sag, IDAG, barnet),
      hvile: undefined,
      afgoerende: {
        kode: 'sag-lukning',
        art: 'kan',
        tilladt: tilladt(sagDecider, sag, {
          ...{ type: 'LukSag', lukket: IDAG, begrundelse: 'Formålet er opnået.' },
          ...{ aabneUnderretninger: barnet.aabneUnderretninger, kraeverUndersoegelse: barnet.kraeverUndersoegelse() },
          ankeVenter: barnet.ankeVenter,
        }),
      },
    };
  }
}

const kendsgerninger: Kendsgerninger = {
  ...{ modtaget: '2026-11-20T10:00:00+01:00', form: 'telefonisk', regime: 'BL', anonym: false, ufoedt: false },
  ...{ underretterKode: '2', aarsagKoder: ['UDSLAG14'], kendtAfsender: true, fagperson: false, overgreb: false },
  ...{ overgrebFraForaeldre: false, aeresrelateret: false, igangvaerendeIndsats: false },
};

function* underretninger(): Generator<Stilling> {
  // A duty, and whether it is met, in one: three of the four combinations can happen.
  const pligt = [[false, false] as const, [true, false] as const, [true, true] as const];
  for (const v of kryds({
    fase: ['modtaget', 'akutvurderet', 'screenet', 'videresendt', 'annulleret'] as const,
    regime: regimer,
    ...{
      kvittering: pligt,
      orientering: pligt,
      aeres: pligt,
      genvurdering: pligt,
      samtale: [...pligt, [false, true] as const],
    },
    ...{ ufoedt: jaNej, akut: pligt },
    resten: ['ikke-oplyst', 'udskudt', 'oplyst', 'soeskende'] as const,
  })) {
    const u: Exclude<Underretning, { fase: 'findes-ikke' }> = {
      ...{ underretningId: A, barnId: B, sagId: null, modtaget: '2026-11-20T10:00:00+01:00', vurderere: [] },
      ...{ fase: v.fase, regime: v.regime, ufoedt: v.ufoedt, overgrebFraForaeldre: false },
      ...{ anonym: !v.kvittering[0], kvitteret: v.kvittering[1] },
      ...{ kvitteretDag: v.kvittering[1] ? '2026-11-21' : null, behandlet: null },
      ...{ fagperson: v.orientering[0], fagpersonOrienteret: v.orientering[1] },
      ...{ aeresrelateret: v.aeres[0], risikovurderet: v.aeres[1] },
      ...{ igangvaerendeIndsats: v.genvurdering[0], genvurderet: v.genvurdering[1] },
      ...{ overgreb: v.samtale[0], boernesamtale: v.samtale[1] },
      akutvurderet: v.fase === 'modtaget' ? null : '2026-11-20T12:00:00+01:00',
      akut: v.fase === 'modtaget' ? null : v.akut[0],
      akutHandlet: v.fase !== 'modtaget' && v.akut[1],
      oplyste: v.resten === 'oplyst' ? [C] : [],
      sidstOplyst: null,
      foraeldreOrienteret: v.resten === 'oplyst' || v.resten === 'soeskende',
      orienteringUdskudtTil: v.resten === 'udskudt' ? '2026-12-24' : null,
      ...{ henvendelseId: null, kendteSoeskende: v.resten === 'soeskende' ? [C] : [], underrettedeSoeskende: [] },
      modtagelse: { form: 'telefonisk', underretterKode: '2', aarsagKoder: ['UDSLAG14'], beskrivelse: 'x' },
      spor: v.fase === 'screenet' ? 'ingen-indsats' : null,
      screenet: v.fase === 'screenet' ? '2026-11-01T10:00:00+01:00' : null,
      kendsgerninger,
      foersteSkridt: null,
    };
    yield {
      skridt: underretningsskridt(u, IDAG),
      hvile: underretningshvile(u, IDAG),
      afgoerende: {
        kode: 'screening',
        art: 'skal',
        tilladt: tilladt(underretningDecider, u, {
          ...{ type: 'Screen', spor: 'ingen-indsats', screenet: nu.nu, screenetAf: 'mo01', begrundelse: 'Ingen fare.' },
        }),
      },
    };
  }
}

/** The walk of each aggregate here, by its kind. */
export const sagsstyring: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [sagDecider.kind]: sager,
  [underretningDecider.kind]: underretninger,
};
