import { fristregler } from '../faelles/lov/fristregler.js';
import { type Lovpakke } from '../faelles/lov/lovpakke.js';
import { datoRettet } from '../platform/corrections/date-correction.js';
import { fold } from '../platform/commands/decider.js';
import { type Projection } from '../platform/projection/projection.js';
import { type ContextRegistration } from '../platform/registry.js';
import { afgoerelseDecider, afgoerelseshvile, afgoerelsesskridt } from './afgoerelse/afgoerelse.js';
import { afgoerelseEvents } from './afgoerelse/afgoerelse.events.js';
import { aktindsigtDecider } from './aktindsigt/aktindsigt.js';
import { aktindsigtEvents } from './aktindsigt/aktindsigt.events.js';
import { aktindsigtshvile, aktindsigtsskridt } from './aktindsigt/vejledning.js';
import {
  anbringelsesanmodningDecider,
  anbringelsesanmodningEvents,
  anmodningshvile,
  anmodningsskridt,
} from './anbringelsesanmodning/anbringelsesanmodning.js';
import { ansoegningDecider, ansoegningshvile, ansoegningsskridt } from './ansoegning/ansoegning.js';
import { ansoegningEvents } from './ansoegning/ansoegning.events.js';
import { buuSagEvents } from './buu_sag/buu_sag.events.js';
import { buuVejledning } from './buu_sag/sagens_vejledning.js';
import { DelforloebEntity } from './delforloeb/delforloeb.entity.js';
import { delforloebProjection } from './delforloeb/delforloeb.projection.js';
import { fratraedelseEvents } from './fratraedelse/fratraedelse.events.js';
import { fratraedelserProjection } from './fratraedelse/fratraedelser.projection.js';
import { udsendelsesreaktor } from './fratraedelse/udsendelse.js';
import { formandsafgoerelseDecider } from './formandsafgoerelse/formandsafgoerelse.js';
import { meddeltAlleAfledt } from './formandsafgoerelse/meddelt_afledt.js';
import { formandsafgoerelseEvents } from './formandsafgoerelse/formandsafgoerelse.events.js';
import { formandsvejledning } from './formandsafgoerelse/sagens_vejledning.js';
import { fristerProjection } from './frister/frister.projection.js';
import { barnetsForhold } from './naeste_skridt/barnets_forhold.js';
import { flytningUdenUnderretning } from './naeste_skridt/flytning_uden_underretning.js';
import { screeningUdenBfu } from './naeste_skridt/screening_uden_bfu.js';
import { type Naboforhold } from './naeste_skridt/naboforhold.js';
import { sagsstroemmeProjection } from './naeste_skridt/sagsstroemme.projection.js';
import { advisEvents } from './advis/advis.events.js';
import { barnEvents } from './barn/barn.js';
import { klageDecider } from './klage/klage.js';
import { klageEvents } from './klage/klage.events.js';
import { klagehvile, klageskridt } from './klage/vejledning.js';
import {
  mellemkommunalDecider,
  mellemkommunalEvents,
  mellemkommunaleSkridt,
  mellemkommunalhvile,
} from './mellemkommunal/mellemkommunal.js';
import { partshoeringDecider } from './partshoering/partshoering.js';
import { partshoeringEvents } from './partshoering/partshoering.events.js';
import { partshoeringshvile, partshoeringsskridt } from './partshoering/vejledning.js';
import { sagEvents } from './sag/sag.events.js';
import { sagDecider } from './sag/sag.js';
import { sagsskridt } from './sag/sagsskridt.js';
import { samtykkeEvents } from './samtykke/samtykke.events.js';
import { sagsstammeProjection } from './sagsstamme/sagsstamme.projection.js';
import { SagEntity } from './sager/sager.entity.js';
import { sagerProjection } from './sager/sager.projection.js';
import { underretningEvents } from './underretning/underretning.events.js';
import { oplystAfledt } from './underretning/oplyst_afledt.js';
import { underretningDecider } from './underretning/underretning.js';
import { underretningshvile, underretningsskridt } from './underretning/vejledning.js';
import { serviceniveauEvents } from './serviceniveauer/serviceniveauer.events.js';
import { UnderretningEntity } from './underretninger/underretninger.entity.js';
import { underretningerProjection } from './underretninger/underretninger.projection.js';

export { BoernesamtaleVedAfgoerelse, HoeringsundtagelseAnmodning } from './afgoerelse/afgoerelse.dto.js';
export { holdtEllerUndladt } from './afgoerelse/boernesamtale.js';
export { kraevAfgoerelse, traefAfgoerelse, type NyAfgoerelse } from './afgoerelse/traeffelse.js';
export { afgoerelseDecider } from './afgoerelse/afgoerelse.js';
export { type AfgoerelseEvent } from './afgoerelse/afgoerelse.events.js';
export { kraevAfgoerelsesart, type Afgoerelsesart } from './parter/afgoerelsesart.js';
export { kraevMaskering } from './parter/brevregler.js';
export {
  beskyttedeAndre,
  findSagspersoner,
  sagensParter,
  personerOmBarnet,
  type Sagsperson,
} from './parter/parter_i_sagen.js';
export { type PartshoeringEvent } from './partshoering/partshoering.events.js';
export {
  Beslutningsgrundlag,
  type IgangUdenSamtykke,
  type Plangrundlag,
  type Undersoegelsesgrundlag,
} from './buu_sag/beslutningsgrundlag.js';
export { anbringelsesgrundlagSlut, grundlagSlut } from './buu_sag/anbringelsesgrundlag.js';
export { ophoerAnbringelsesgrundlag } from './buu_sag/grundlagsophoer.js';
export { buuSagDecider } from './buu_sag/buu_sag.js';
export { type RejstBuuSag } from './buu_sag/tilstand.js';
export { type BuuSagEvent } from './buu_sag/buu_sag.events.js';
export { formandsafgoerelseDecider } from './formandsafgoerelse/formandsafgoerelse.js';
export { type Foreloebigbrug } from './formandsafgoerelse/vejledning.js';
export { bortfald, type TruffetForeloebigt } from './formandsafgoerelse/tilstand.js';
export { kraevGaeldendeForeloebig, kraevIvaerksatForeloebig } from './formandsafgoerelse/formandsafgoerelse_forloeb.js';
export {
  gennemfoertPaaSagen,
  kraevUndersoegelseUdenSamtykke,
  meldUndersoegelseGennemfoert,
} from './buu_sag/undersoegelse_uden_samtykke.js';
export { type FormandsafgoerelseEvent } from './formandsafgoerelse/formandsafgoerelse.events.js';
export { type KlageEvent } from './klage/klage.events.js';
export { type AktindsigtEvent } from './aktindsigt/aktindsigt.events.js';
export {
  aabnEnkeltsag,
  afslutEnkeltsag,
  kraevAabenSag,
  kraevSag,
  noterIndsatsstatus,
  retIndsatsstatus,
} from './sag/enkeltsag.js';
export { hentFratraadte } from './fratraedelse/fratraadte.query.js';
export { type Frist, hentFrister } from './frister/frister.query.js';
export {
  afgivSamtykke,
  samtykkerTil,
  traekSamtykkeTilbage,
  traekTilbageEfterAfgoerelsen,
  undtagSamtykke,
  visSamtykker,
  type Samtykkesag,
} from './samtykke/samtykke_forloeb.js';
export {
  SamtykkeAnmodning,
  SamtykkerVisning,
  SamtykketilbagekaldelseAnmodning,
  SamtykkeundtagelseAnmodning,
} from './samtykke/samtykke.dto.js';
export { samtykkeDecider, samtykkestroem, type Samtykker } from './samtykke/samtykke.js';
export { type SamtykkeEvent } from './samtykke/samtykke.events.js';
export {
  erIkkeSamtykke,
  samtykkekrav,
  samtykkemangler,
  samtykkestatus,
  type Samtykkeemne,
} from './samtykke/samtykkekrav.js';
export { barnetsForhold, soeskendeAnbragt } from './naeste_skridt/barnets_forhold.js';
export { RETTELSER } from './frister/rettelser.js';
export { hentSagsbilleder, type Sagsbillede } from './naeste_skridt/sagsbillede.query.js';
export { type Ansoegning, ansoegningDecider } from './ansoegning/ansoegning.js';
export { barnDecider, barnetsStroem } from './barn/barn.js';
export {
  afklarSoeskendeundersoegelse,
  glemSoeskendeundersoegelse,
  kanUndersoeges,
  opgivSoeskendeundersoegelse,
  kraevetAfSoeskendesAnbringelse,
  kraevSoeskendeundersoegelse,
  kraevesUndersoegelse,
} from './barn/soeskendeundersoegelse.js';
export { kraevRisikoenVurderet } from './barn/risikovurdering.js';
export { sagDecider } from './sag/sag.js';
export { Sagslukning } from './sag/sagslukning.js';
export { kommunensNiveau } from './serviceniveauer/kommunens_valg.js';
export { type BegyndtSag, type EnkeltsagArt, indsatserIGang, indsatsIGang, type Sag } from './sag/tilstand.js';
export { type SagEvent } from './sag/sag.events.js';
export { underretningDecider } from './underretning/underretning.js';
export { type Underretning } from './underretning/tilstand.js';
export { type UnderretningEvent } from './underretning/underretning.events.js';

const DatoRettet = datoRettet('sagsstyring', () => sagsstyringRegistration.events);

/** What the context brings to the platform; the deadline view is added where the law packs are known. */
export const sagsstyringRegistration: ContextRegistration = {
  name: 'sagsstyring',
  events: [
    ...underretningEvents,
    ...sagEvents,
    ...samtykkeEvents,
    ...barnEvents,
    ...partshoeringEvents,
    ...afgoerelseEvents,
    ...advisEvents,
    ...fratraedelseEvents,
    ...buuSagEvents,
    ...formandsafgoerelseEvents,
    ...klageEvents,
    ...serviceniveauEvents,
    ...mellemkommunalEvents,
    ...aktindsigtEvents,
    ...anbringelsesanmodningEvents,
    ...ansoegningEvents,
    DatoRettet,
  ],
  projections: [
    underretningerProjection,
    sagerProjection,
    delforloebProjection,
    sagsstammeProjection,
    fratraedelserProjection,
  ],
  reactors: [udsendelsesreaktor],
  afledninger: {
    [formandsafgoerelseDecider.kind]: meddeltAlleAfledt,
    [underretningDecider.kind]: oplystAfledt,
  },
  entities: [UnderretningEntity, SagEntity, DelforloebEntity],
  guidance: [
    {
      kind: partshoeringDecider.kind,
      steps: (events, iDag) => partshoeringsskridt(fold(partshoeringDecider, events), iDag),
      rest: (events) => partshoeringshvile(fold(partshoeringDecider, events)),
    },
    {
      kind: afgoerelseDecider.kind,
      steps: (events) => afgoerelsesskridt(fold(afgoerelseDecider, events)),
      rest: (events) => afgoerelseshvile(fold(afgoerelseDecider, events)),
    },
    {
      kind: sagDecider.kind,
      steps: (events, iDag, omkring) => sagsskridt(fold(sagDecider, events), iDag, barnetsForhold(omkring, iDag)),
    },
    {
      kind: underretningDecider.kind,
      steps: (events, iDag) => underretningsskridt(fold(underretningDecider, events), iDag),
      rest: (events, iDag) => underretningshvile(fold(underretningDecider, events), iDag),
    },
    {
      kind: klageDecider.kind,
      steps: (events) => klageskridt(fold(klageDecider, events)),
      rest: (events) => klagehvile(fold(klageDecider, events)),
    },
    {
      kind: mellemkommunalDecider.kind,
      steps: (events) => mellemkommunaleSkridt(fold(mellemkommunalDecider, events)),
      rest: (events) => mellemkommunalhvile(fold(mellemkommunalDecider, events)),
    },
    {
      kind: anbringelsesanmodningDecider.kind,
      steps: (events) => anmodningsskridt(fold(anbringelsesanmodningDecider, events)),
      rest: (events) => anmodningshvile(fold(anbringelsesanmodningDecider, events)),
    },
    {
      kind: ansoegningDecider.kind,
      steps: (events) => ansoegningsskridt(fold(ansoegningDecider, events)),
      rest: (events) => ansoegningshvile(fold(ansoegningDecider, events)),
    },
    {
      kind: aktindsigtDecider.kind,
      steps: (events) => aktindsigtsskridt(fold(aktindsigtDecider, events)),
      rest: (events) => aktindsigtshvile(fold(aktindsigtDecider, events)),
    },
  ],
  caseGuidance: [{ steps: screeningUdenBfu }, { steps: flytningUdenUnderretning }],
};

/** What the context brings when the law is known: deadlines follow from the law packs, guidance from the aggregates. */
export function sagsstyringUnder(lov: Lovpakke, nabo: Naboforhold): ContextRegistration {
  return {
    ...sagsstyringRegistration,
    projections: [...sagsstyringRegistration.projections, sagsstroemmeProjection, fristerUnder(lov)],
    guidance: [...(sagsstyringRegistration.guidance ?? []), buuVejledning(lov, nabo), formandsvejledning(nabo)],
  };
}

/** The view of deadlines as a law pack makes it; also of a pack that is only tried. */
export function fristerUnder(lov: Lovpakke): Projection {
  return fristerProjection(fristregler(lov), projectionVersion(lov), (dato) => lov.regime(dato));
}

// What rows are made of; raised when the projection's own logic changes. A version is four bytes with a sign: room for 127.
const UDGAVE = 10;

// A new law pack gives new deadlines, so it is a new version of the view, built beside the old one.
function projectionVersion(lov: Lovpakke): number {
  return UDGAVE * 2 ** 24 + Number.parseInt(lov.version.slice(0, 6), 16);
}
