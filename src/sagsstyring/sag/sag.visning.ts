import { medRettelser } from '../../platform/corrections/date-correction.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { DatoFelt, Fritekst, Heltal, JaNej, KodeAf, ObjektListe, Tekst, UuidFelt } from '../../platform/http/felt.js';
import { type Sagsraekke } from '../sager/sager.entity.js';
import { GRUNDE, OMRAADER } from './sag.dto.js';
import { type SagEvent } from './sag.events.js';
import { type EnkeltsagArt } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000002';
const ENKELTSAGARTER: readonly EnkeltsagArt[] = [
  'afklaring',
  'afdaekning',
  'bfu',
  'visitation',
  'indsats-opfoelgning',
  'partshoering',
  'buu',
  'formandsafgoerelse',
  'anbringelsesanmodning',
  'ansoegning',
  'klage',
  'aktindsigt',
];

export class OverdragelseVisning {
  /** The handover's id. */
  @UuidFelt('Overdragelsens id.', ID) overdragelseId!: string;
  /** From. */
  @Tekst('Fra.', 'sb01') fra!: string;
  /** To. */
  @Tekst('Til.', 'sb02') til!: string;
  /** The note. */
  @Fritekst('Overdragelsesnotat.', 'Undersøgelsen mangler skolens udtalelse.') notat!: string;
  /** When it was proposed. */
  @DatoFelt('Foreslået.', '2019-02-01') foreslaaet!: string;
  /** Answer. */
  @KodeAf('Om den venter på svar, er accepteret eller afvist.', 'afventer', ['afventer', 'accepteret', 'afvist'])
  svar!: string;
  /** When it was answered. */
  @DatoFelt('Hvornår der blev svaret.', '2019-02-02', { nulbar: true }) svaret!: string | null;
  /** Why it was declined. */
  @Fritekst('Begrundelse for afvisningen.', 'Inhabil.', { nulbar: true }) begrundelse!: string | null;
}

export class EnkeltsagVisning {
  /** Id of the notification, investigation or measure. */
  @UuidFelt('Id på underretningen, undersøgelsen eller indsatsen.', ID) enkeltsagId!: string;
  /** Kind. */
  @KodeAf('Delproces.', 'bfu', ENKELTSAGARTER) art!: string;
  /** Opened. */
  @DatoFelt('Åbnet.', '2019-01-01') aabnet!: string;
  /** Closed. */
  @DatoFelt('Afsluttet.', '2019-02-01', { nulbar: true }) afsluttet!: string | null;
}

export class IndsatsstatusVisning {
  /** Measure. */
  @UuidFelt('Indsatsens id.', ID) indsatsId!: string;
  /** Whether it runs. */
  @JaNej('Om den er i gang.', true) igang!: boolean;
  /** Since when. */
  @DatoFelt('Hvornår det sidst ændrede sig.', '2019-01-01') dato!: string;
}

export class SagPost {
  /** The case's id. */
  @UuidFelt('Sagens id.', ID) sagId!: string;
  /** The child's id. */
  @UuidFelt('Barnets id.', ID) barnId!: string;
  /** Area. */
  @KodeAf('Område.', 'social', OMRAADER) omraade!: string;
  /** Open or closed. */
  @KodeAf('Åben eller lukket.', 'aaben', ['aaben', 'lukket']) tilstand!: string;
  /** Opened. */
  @DatoFelt('Oprettet.', '2018-06-01') oprettet!: string;
  /** Closed. */
  @DatoFelt('Lukket.', '2019-03-01', { nulbar: true }) lukket!: string | null;
  /** Who has it. */
  @Tekst('Sagsbehandler.', 'sb01', { nulbar: true }) sagsbehandler!: string | null;
  /** Team. */
  @Tekst('Team.', 'boerne', { nulbar: true }) team!: string | null;
  /** To whom it is being handed over. */
  @Tekst('Hvem sagen er ved at blive overdraget til.', 'sb02', { nulbar: true }) overdragesTil!: string | null;
}

export class SagVisning extends SagPost {
  /** Why it was opened. */
  @KodeAf('Hvorfor den blev oprettet.', 'underretning', GRUNDE) grund!: string;
  /** The notification that led to it. */
  @UuidFelt('Underretningen, der førte til sagen.', ID, { nulbar: true }) underretningId!: string | null;
  /** Handovers. */
  @ObjektListe('Overdragelser.', () => OverdragelseVisning) overdragelser!: OverdragelseVisning[];
  /** Enkeltsager. */
  @ObjektListe('Enkeltsager.', () => EnkeltsagVisning) enkeltsager!: EnkeltsagVisning[];
  /** Measures. */
  @ObjektListe('Indsatser, som sagen ved af.', () => IndsatsstatusVisning) indsatser!: IndsatsstatusVisning[];
  /** Why it was closed last. */
  @Fritekst('Hvorfor den sidst blev lukket.', 'Formålet er opnået.', { nulbar: true }) lukkebegrundelse!: string | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 3) version!: number;
}

/** The case as a caseworker reads it, made of its events; undefined without a first event. */
export function visSag(stored: readonly StoredEvent[]): SagVisning | undefined {
  // The stream's kind says that it holds what the case's declarations make.
  const events = stored as unknown as readonly SagEvent[];
  const visning = medRettelser(events).reduce<SagVisning | undefined>(tilfoej, undefined);
  return visning === undefined ? undefined : { ...visning, version: stored.length };
}

function besvaret(
  v: SagVisning,
  overdragelseId: string,
  svar: Pick<OverdragelseVisning, 'svar' | 'svaret' | 'begrundelse'>,
): OverdragelseVisning[] {
  return v.overdragelser.map((o) => (o.overdragelseId === overdragelseId ? { ...o, ...svar } : o));
}

function tilfoej(v: SagVisning | undefined, e: SagEvent): SagVisning | undefined {
  if (e.type === 'sagsstyring.SagOprettet') {
    const { sagId, barnId, omraade, oprettet, grund } = e.data;
    return {
      sagId,
      barnId,
      omraade,
      tilstand: 'aaben',
      oprettet,
      lukket: null,
      sagsbehandler: null,
      team: null,
      overdragesTil: null,
      grund,
      underretningId: e.data.underretningId ?? null,
      overdragelser: [],
      enkeltsager: [],
      indsatser: [],
      lukkebegrundelse: null,
      version: 1,
    };
  }
  if (v === undefined) return undefined;
  switch (e.type) {
    case 'sagsstyring.SagTildelt':
      return { ...v, sagsbehandler: e.data.sagsbehandler, team: e.data.team ?? v.team };
    case 'sagsstyring.OverdragelseForeslaaet': {
      const { overdragelseId, fra, til, notat, foreslaaet } = e.data;
      return {
        ...v,
        overdragesTil: til,
        overdragelser: [
          ...v.overdragelser,
          { overdragelseId, fra, til, notat, foreslaaet, svar: 'afventer', svaret: null, begrundelse: null },
        ],
      };
    }
    case 'sagsstyring.OverdragelseAccepteret':
      return {
        ...v,
        sagsbehandler: e.data.til,
        team: e.data.tilTeam ?? v.team,
        overdragesTil: null,
        overdragelser: besvaret(v, e.data.overdragelseId, {
          svar: 'accepteret',
          svaret: e.data.accepteret,
          begrundelse: null,
        }),
      };
    case 'sagsstyring.OverdragelseAfvist':
      return {
        ...v,
        overdragesTil: null,
        overdragelser: besvaret(v, e.data.overdragelseId, {
          svar: 'afvist',
          svaret: e.data.afvist,
          begrundelse: e.data.begrundelse,
        }),
      };
    case 'sagsstyring.OmraadeAendret':
      return { ...v, omraade: e.data.omraade };
    case 'sagsstyring.SagLukket':
      return { ...v, tilstand: 'lukket', lukket: e.data.lukket, lukkebegrundelse: e.data.begrundelse };
    case 'sagsstyring.SagGenaabnet':
      return {
        ...v,
        ...{ tilstand: 'aaben', lukket: null },
        ...(e.data.udenSagsbehandler === true ? { sagsbehandler: null } : {}),
      };
    case 'sagsstyring.EnkeltsagAabnet': {
      const { enkeltsagId, art, aabnet } = e.data;
      return { ...v, enkeltsager: [...v.enkeltsager, { enkeltsagId, art, aabnet, afsluttet: null }] };
    }
    case 'sagsstyring.EnkeltsagAfsluttet': {
      const { enkeltsagId, afsluttet } = e.data;
      return {
        ...v,
        enkeltsager: v.enkeltsager.map((s) =>
          s.enkeltsagId === enkeltsagId && s.afsluttet === null ? { ...s, afsluttet } : s,
        ),
      };
    }
    case 'sagsstyring.IndsatsstatusNoteret': {
      const { indsatsId, igang, dato } = e.data;
      return { ...v, indsatser: [...v.indsatser.filter((i) => i.indsatsId !== indsatsId), { indsatsId, igang, dato }] };
    }
  }
}

/** A row of the list: no names, no free text. */
export function visRaekke(r: Sagsraekke): SagPost {
  const { sagId, barnId, omraade, tilstand, oprettet, lukket, sagsbehandler, team, overdragesTil } = r;
  return { sagId, barnId, omraade, tilstand, oprettet, lukket, sagsbehandler, team, overdragesTil };
}
