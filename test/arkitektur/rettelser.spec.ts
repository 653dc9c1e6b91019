import { boundedContexts } from '../../src/contexts.js';
import { Dato, Tidspunkt } from '../../src/faelles/felter.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { type EventDeclaration } from '../../src/platform/eventstore/event-declaration.js';
import { RETTES_VED } from '../../src/sagsstyring/frister/rettelser.js';

/**
 * A deadline is only as right as the days it rests on, and people write wrong days: each day that opens or meets a deadline
 * can be put right (databeskyttelsesforordningen art. 16).
 */
const lov = indlaesLovpakke();
const erklaeringer = new Map<string, EventDeclaration>(
  boundedContexts(lov).flatMap(({ events }) => events.map((e) => [e.type, e] as const)),
);

function kanRettes(haendelse: string, felt: string): boolean {
  // A correction of its own says in `foer` which days it is about.
  const egen = (RETTES_VED.get(haendelse) ?? []).some((rettelse) => {
    const foer = erklaeringer.get(rettelse)?.schema.properties['foer'];
    return felt in ((foer?.['properties'] as Readonly<Record<string, unknown>> | undefined) ?? {});
  });
  return egen || erklaeringer.get(haendelse)?.retbar?.[felt] !== undefined;
}

test('hver dag, der starter, opfylder, rykker eller afslutter en frist, kan rettes (databeskyttelsesforordningen art. 16)', () => {
  const uden = new Set(
    lov.alleRegler
      .filter(({ aktiv }) => aktiv)
      .flatMap(({ udloeser, opfyldtAf, bortfalderVed = [], fremrykkesVed = [] }) => {
        // What the start says of an investigation that had ended is put right there.
        const andres = fremrykkesVed.filter(({ haendelse }) => haendelse !== udloeser?.haendelse);
        return [...(udloeser === null ? [] : [udloeser]), ...opfyldtAf, ...bortfalderVed, ...andres].flatMap(
          ({ haendelse, dato }) => (dato === undefined || kanRettes(haendelse, dato) ? [] : [`${haendelse}.${dato}`]),
        );
      }),
  );
  expect([...uden].sort()).toEqual([]);
});

test('kan en dag ikke rettes over en anden i samme hændelse, kan den anden heller ikke rettes over den (databeskyttelsesforordningen art. 16)', () => {
  const ensidige = [...erklaeringer].flatMap(([type, { retbar = {} }]) =>
    Object.entries(retbar)
      .flatMap(([felt, { efterFelter = [], foerFelter = [] }]) => [
        ...efterFelter.filter((x) => x in retbar && retbar[x]?.foerFelter?.includes(felt) !== true),
        ...foerFelter.filter((x) => x in retbar && retbar[x]?.efterFelter?.includes(felt) !== true),
      ])
      .map((felt) => `${type}.${felt}`),
  );
  expect(ensidige).toEqual([]);
});

/** Days that nobody corrects one by one, and why. */
const NY_INDSTILLING = 'en ny indstilling med den rigtige dag træder i stedet';
const SYSTEMETS_DAG = 'systemet skrev den dag, det skete; ingen har tastet den';
const AFLEDT = 'følger af en anden dag og regnes om med den';
const EGEN_RETTELSE = 'har sin egen rettelse på personen eller undersøgelsen';
const PLANENS_EGEN = 'et mål eller et fund i et udkast rettes, så længe planen er udkast';
const UDEN_RETTELSE: Readonly<Record<string, string>> = {
  ...alle(
    EGEN_RETTELSE,
    ...['foedselsdato', 'termin', 'giftFra'].map((felt) => `netvaerk.PersonRegistreret.${felt}`),
    ...['netvaerk.RelationRegistreret.gaelderFra', 'netvaerk.RelationOphoert.ophoertDato'],
    'ics.AfdaekningBesluttet.opmaerksomDato',
  ),
  ...alle(
    NY_INDSTILLING,
    ...['netvaerk.AdressebeskyttelseAendret', 'sagsstyring.ServiceniveauFastsat', 'sagsstyring.ServiceniveauOphoert']
      .concat(['sagsstyring.LovparametreValgt', 'ics.IcsLicensSat', 'oekonomi.BevillingsgraenseFastsat'])
      .map((type) => `${type}.gaelderFra`),
    ...[
      'sagsstyring.AdvisUdsat.til',
      'sagsstyring.BuuMoedeBerammet.moede',
      'sagsstyring.FratraedelseOprettet.sidsteDag',
    ],
    ...['ics.MilepaeleAendret.dato', 'ics.MilepaeleAendret.milepaele', 'journalark.NotatSkrevet.oplyst'],
  ),
  ...alle(
    SYSTEMETS_DAG,
    ...['netvaerk.PersonSlettet.slettet', 'rapportering.LeveranceDannet.dannetDato'],
    ...['OverdragelseForeslaaet.foreslaaet', 'OverdragelseAccepteret.accepteret', 'OverdragelseAfvist.afvist']
      .concat(['AdvisUdsat.dato', 'AdvisEskaleringKvitteret.dato', 'FratraedelseOprettet.dato'])
      .concat(['FratraedelsesmodtagerValgt.dato', 'FratraedelseUdsendt.dato', 'FratraedelseAfsluttet.dato'])
      .concat(['FratraedelseTrukketTilbage.dato'])
      .map((felt) => `sagsstyring.${felt}`),
    ...['SagsrevisionUdtrukket.periode', 'SagsrevisionUdtrukket.skaeringstid', 'SagsrevisionUdtrukket.dato']
      .concat(['SagBesvaretAfSystemet.dato', 'SagBesvaretAfPerson.dato', 'SagsrevisionAfsluttet.dato'])
      .map((felt) => `rapportering.${felt}`),
  ),
  ...alle(
    AFLEDT,
    ...['ForeloebigAfgoerelseIvaerksat.godkendesSenest', 'ForeloebigAfgoerelseIvaerksat.gyldigTil']
      .concat(['ForeloebigAfgoerelseBortfaldet.bortfaldt', 'KlageModtaget.klagefrist', 'AktindsigtAnmodet.svarSenest'])
      .map((felt) => `sagsstyring.${felt}`),
    ...['BfuBesluttet.milepaele', 'BfuBesluttet.frist', 'BfuGodkendt.igangvaerendeIndsatser']
      .concat(['AfdaekningAfsluttet.igangvaerendeIndsatser', 'UndersoegelseUdenSamtykkeBesluttet.udloeber'])
      .map((felt) => `ics.${felt}`),
    'oekonomi.TilsynsbesoegAfholdt.naesteTilsynSenest',
    ...['Indsats', 'Anbringelse'].map((hvad) => `oekonomi.${hvad}Ivaerksat.undersoegelseSluttet`),
  ),
  ...alle(
    PLANENS_EGEN,
    ...['FundOverfoert', 'MaalOpstillet', 'MaalFjernet', 'MaalKnyttetTilIndsatser'].map((navn) => `ics.${navn}.dato`),
  ),
};

function alle(hvorfor: string, ...felter: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(felter.map((felt) => [felt, hvorfor]));
}

/** As the log holds days and instants; also inside lists and objects. */
const DAG = JSON.stringify(Dato['pattern']).slice(1, -1);
const TIDSPUNKT = JSON.stringify(Tidspunkt['pattern']).slice(1, -1);

test('hver dag i hver hændelse kan rettes, eller der står, hvorfor den ikke skal', () => {
  const fundne = [...erklaeringer.values()].flatMap(({ type, schema }) =>
    Object.entries(schema.properties).flatMap(([felt, skema]) => {
      const tekst = JSON.stringify(skema);
      const erDag = tekst.includes(DAG) || tekst.includes(TIDSPUNKT);
      // What a correction says can be put right by another.
      return !erDag || type.endsWith('Rettet') || kanRettes(type, felt) ? [] : [`${type}.${felt}`];
    }),
  );
  expect(fundne.length).toBeGreaterThan(0);
  expect(fundne.sort()).toEqual(Object.keys(UDEN_RETTELSE).sort());
});

test('det, en dag skal ligge efter eller før, findes', () => {
  for (const { type, retbar = {}, schema } of erklaeringer.values()) {
    for (const { efter = [], foer = [], efterFelter = [], foerFelter = [], samme } of Object.values(retbar)) {
      expect([type, [...efter, ...foer].filter((t) => !erklaeringer.has(t))]).toEqual([type, []]);
      const felter = [...efterFelter, ...foerFelter, ...(samme === undefined ? [] : [samme])];
      expect([type, felter.filter((felt) => !(felt in schema.properties))]).toEqual([type, []]);
    }
  }
});
