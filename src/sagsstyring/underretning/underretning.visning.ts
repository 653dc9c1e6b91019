import { medRettelser } from '../../platform/corrections/date-correction.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  KodeListe,
  ObjektFelt,
  ObjektListe,
  Tekst,
  TekstListe,
  TidspunktFelt,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { type Underretningsraekke } from '../underretninger/underretninger.entity.js';
import { HANDLINGER } from './afklaring.dto.js';
import { FORMER, SPOR, TILSTANDE } from './underretning.dto.js';
import { type UnderretningEvent } from './underretning.events.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';
const TID = '2019-02-01T10:00:00+01:00';

export class UnderretterVisning {
  /** Code of the notifier. */
  @Kode('Kode for underretteren.', '2') kode!: string;
  /** Name. */
  @Tekst('Navn.', 'Skoleleder Test Testesen', { nulbar: true }) navn!: string | null;
  /** Contact. */
  @Tekst('Kontaktoplysninger.', 'skole@example.dk', { nulbar: true }) kontakt!: string | null;
  /** Professional. */
  @JaNej('Fagperson med skærpet underretningspligt.', true) fagperson!: boolean;
}

export class AkutvurderingVisning {
  /** When. */
  @TidspunktFelt('Hvornår.', TID) vurderet!: string;
  /** Who. */
  @Tekst('Hvem.', 'mod01') vurderetAf!: string;
  /** Whether at once. */
  @JaNej('Om barnet har brug for hjælp nu.', false) akut!: boolean;
  /** Risk factors. */
  @Fritekst('Risikofaktorer.', 'Forælder med misbrug.') risikofaktorer!: string;
  /** Protective factors. */
  @Fritekst('Beskyttelsesfaktorer.', 'Mormor er i hjemmet hver dag.') beskyttelsesfaktorer!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Barnet er i sikkerhed hos mormor.') begrundelse!: string;
}

export class KvitteringVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-05') sendt!: string;
  /** How. */
  @Tekst('Hvordan.', 'digital post') maade!: string;
}

export class GenvurderingVisning {
  /** When. */
  @TidspunktFelt('Hvornår.', TID) vurderet!: string;
  /** Who took part. */
  @TekstListe('Deltagere.', ['sb01', 'tl02']) deltagere!: string[];
  /** Who was new. */
  @Tekst('Den, som var ny i sagen.', 'tl02') nyDeltager!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Indsatsen er ikke tilstrækkelig.') begrundelse!: string;
}

export class RettelseVisning {
  /** When it was corrected. */
  @TidspunktFelt('Hvornår rettelsen blev registreret.', '2019-02-06T09:00:00+01:00') rettet!: string;
  /** What was recorded before. */
  @TidspunktFelt('Tidspunktet, som det var registreret før.', TID) modtagetFoer!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Telefonnotatet viser, at opkaldet kom dagen før.') begrundelse!: string;
}

export class SamtaleVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-03') dato!: string;
  /** Held or left out. */
  @KodeAf('Holdt eller undladt.', 'holdt', ['holdt', 'undladt']) udfald!: string;
  /** Without the parents. */
  @JaNej('Uden forældrenes tilstedeværelse.', true) udenForaeldre!: boolean;
  /** What was said. */
  @Fritekst('Referat.', 'Barnet fortalte, at …', { nulbar: true }) referat!: string | null;
  /** Why not. */
  @Fritekst('Begrundelse for at undlade.', 'Barnet er tre uger gammelt.', { nulbar: true }) begrundelse!: string | null;
}

export class AkutHandlingVisning {
  /** When. */
  @TidspunktFelt('Hvornår.', TID) handlet!: string;
  /** Who. */
  @Tekst('Hvem.', 'mod01') handletAf!: string;
  /** What. */
  @KodeAf('Hvad.', 'politi', HANDLINGER) handling!: string;
  /** Provisional decision. */
  @UuidFelt('Den foreløbige afgørelse.', ID, { nulbar: true }) formandsafgoerelseId!: string | null;
  /** Description. */
  @Fritekst('Hvad der skete.', 'Politiet hentede barnet.') beskrivelse!: string;
}

export class ForaeldreorienteringVisning {
  /** Who. */
  @UuidFelt('Hvem.', ID) personId!: string;
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-04') dato!: string;
  /** How. */
  @Tekst('Hvordan.', 'møde') maade!: string;
}

export class ScreeningVisning {
  /** Track. */
  @KodeAf('Spor.', 'bfu', SPOR) spor!: string;
  /** When. */
  @TidspunktFelt('Hvornår.', TID) screenet!: string;
  /** Who. */
  @Tekst('Hvem.', 'mod01') screenetAf!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Flere bekymrende forhold.') begrundelse!: string;
}

export class UnderretningPost {
  /** The notification's id. */
  @UuidFelt('Underretningens id.', ID) underretningId!: string;
  /** The child's id. */
  @UuidFelt('Barnets id.', ID) barnId!: string;
  /** The case. */
  @UuidFelt('Sagen, når der er en.', ID, { nulbar: true }) sagId!: string | null;
  /** State. */
  @KodeAf('Tilstand.', 'modtaget', TILSTANDE) tilstand!: string;
  /** When received. */
  @TidspunktFelt('Hvornår den blev modtaget.', TID) modtaget!: string;
  /** Form. */
  @KodeAf('Form.', 'telefonisk', FORMER) form!: string;
  /** Anonymous. */
  @JaNej('Anonym.', false) anonym!: boolean;
  /** Unborn. */
  @JaNej('Om barnet ikke var født.', false) ufoedt!: boolean;
  /** Abuse. */
  @JaNej('Viden eller mistanke om overgreb.', false) overgreb!: boolean;
  /** A measure ran. */
  @JaNej('Om barnet havde en igangværende indsats, så der kræves genvurdering.', false) igangvaerendeIndsats!: boolean;
  /** Act. */
  @KodeAf('Loven på modtagelsesdagen.', 'SEL', ['SEL', 'BL']) regime!: string;
  /** At once. */
  @JaNej('Om den er vurderet akut; null før vurderingen.', false, { nulbar: true }) akut!: boolean | null;
  /** Track. */
  @KodeAf('Spor, når den er screenet.', 'bfu', SPOR, { nulbar: true }) spor!: string | null;
}

export class UnderretningVisning extends UnderretningPost {
  /** Ties siblings together. */
  @UuidFelt('Fælles id for henvendelsen.', ID, { nulbar: true }) henvendelseId!: string | null;
  /** Who notified. */
  @ObjektFelt('Underretteren.', () => UnderretterVisning) underretter!: UnderretterVisning;
  /** Reasons. */
  @KodeListe('Årsager.', ['UDSLAG3']) aarsagKoder!: string[];
  /** Worry. */
  @Fritekst('Bekymringen.', 'Barnet kommer ofte i skole uden mad.') beskrivelse!: string;
  /** Abuse by a parent. */
  @JaNej('Overgreb fra forældre.', false) overgrebFraForaeldre!: boolean;
  /** Honour-related. */
  @JaNej('Tegn på æresrelateret konflikt.', false) aeresrelateret!: boolean;
  /** 24-hour assessment. */
  @ObjektFelt('Akutvurderingen.', () => AkutvurderingVisning, { nulbar: true })
  akutvurdering!: AkutvurderingVisning | null;
  /** Receipt. */
  @ObjektFelt('Kvitteringen.', () => KvitteringVisning, { nulbar: true }) kvittering!: KvitteringVisning | null;
  /** Re-assessment. */
  @ObjektFelt('Genvurderingen.', () => GenvurderingVisning, { nulbar: true }) genvurdering!: GenvurderingVisning | null;
  /** Interview. */
  @ObjektFelt('Samtalen med barnet.', () => SamtaleVisning, { nulbar: true }) boernesamtale!: SamtaleVisning | null;
  /** Honour-related risk. */
  @Fritekst('Risikovurdering ved æresrelateret konflikt.', 'Familien må ikke kontaktes endnu.', { nulbar: true })
  risikovurdering!: string | null;
  /** What was done at once. */
  @ObjektListe('Akutte handlinger.', () => AkutHandlingVisning) akutHandlinger!: AkutHandlingVisning[];
  /** Who was told. */
  @ObjektListe('Hvem der er oplyst om underretningen.', () => ForaeldreorienteringVisning)
  foraeldreorienteringer!: ForaeldreorienteringVisning[];
  /** Until when the parents are not told. */
  @DatoFelt('Hvornår det skal vurderes igen, om forældrene kan oplyses.', '2019-02-09', { nulbar: true })
  orienteringUdskudtTil!: string | null;
  /** Siblings the network knew. */
  @UuidListe('Søskende, som netværket kendte på modtagelsesdagen.', []) kendteSoeskende!: string[];
  /** Notifications about siblings. */
  @UuidListe('Underretninger om søskende i samme henvendelse.', []) soeskendeunderretninger!: string[];
  /** Screening. */
  @ObjektFelt('Screeningen.', () => ScreeningVisning, { nulbar: true }) screening!: ScreeningVisning | null;
  /** Municipality it was sent to. */
  @Kode('Kommunen, den er sendt til.', '851', { nulbar: true }) videresendtTil!: string | null;
  /** Why it was forwarded or annulled. */
  @Fritekst('Begrundelse for videresendelse eller annullering.', 'Registreret to gange.', { nulbar: true })
  lukkebegrundelse!: string | null;
  /** Corrections of the receipt. */
  @ObjektListe('Rettelser af modtagelsen, i den rækkefølge de skete.', () => RettelseVisning)
  rettelser!: RettelseVisning[];
  /** When the professional was told. */
  @DatoFelt('Hvornår fagpersonen blev orienteret (eller det blev undladt).', '2019-02-20', { nulbar: true })
  fagpersonOrienteret!: string | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 3) version!: number;
}

/** The notification as a caseworker reads it, made of its events with everything opened; undefined without a first event. */
export function visUnderretning(stored: readonly StoredEvent[]): UnderretningVisning | undefined {
  // The stream's kind says that it holds what the notification's declarations make.
  const events = stored as unknown as readonly UnderretningEvent[];
  const visning = medRettelser(events).reduce<UnderretningVisning | undefined>(tilfoej, undefined);
  return visning === undefined ? undefined : { ...visning, version: stored.length };
}

function tilfoej(v: UnderretningVisning | undefined, e: UnderretningEvent): UnderretningVisning | undefined {
  if (e.type === 'sagsstyring.UnderretningModtaget') {
    const {
      underretningId,
      barnId,
      modtaget,
      form,
      anonym,
      ufoedt,
      overgreb,
      overgrebFraForaeldre,
      aeresrelateret,
      igangvaerendeIndsats,
      regime,
      beskrivelse,
      aarsagKoder,
    } = e.data;
    return {
      underretningId,
      barnId,
      sagId: e.data.sagId ?? null,
      tilstand: 'modtaget',
      modtaget,
      form,
      anonym,
      ufoedt,
      overgreb,
      overgrebFraForaeldre,
      aeresrelateret,
      igangvaerendeIndsats,
      regime,
      akut: null,
      spor: null,
      henvendelseId: e.data.henvendelseId ?? null,
      aarsagKoder,
      beskrivelse,
      underretter: {
        kode: e.data.underretterKode,
        navn: e.data.underretterNavn ?? null,
        kontakt: e.data.underretterKontakt ?? null,
        fagperson: e.data.fagperson,
      },
      akutvurdering: null,
      kvittering: null,
      genvurdering: null,
      boernesamtale: null,
      risikovurdering: null,
      akutHandlinger: [],
      foraeldreorienteringer: [],
      orienteringUdskudtTil: null,
      kendteSoeskende: e.data.kendteSoeskende ?? [],
      soeskendeunderretninger: [],
      screening: null,
      videresendtTil: null,
      lukkebegrundelse: null,
      rettelser: [],
      fagpersonOrienteret: null,
      version: 1,
    };
  }
  if (v === undefined) return undefined;
  switch (e.type) {
    case 'sagsstyring.UnderretningRettet': {
      const { modtaget, regime, igangvaerendeIndsats, rettet, foer, begrundelse } = e.data;
      return {
        ...v,
        modtaget,
        regime,
        igangvaerendeIndsats,
        rettelser: [...v.rettelser, { rettet, modtagetFoer: foer.modtaget, begrundelse }],
      };
    }
    case 'sagsstyring.AkutvurderingForetaget': {
      const { vurderet, vurderetAf, akut, risikofaktorer, beskyttelsesfaktorer, begrundelse } = e.data;
      return {
        ...v,
        tilstand: 'akutvurderet',
        akut,
        aeresrelateret: v.aeresrelateret || e.data.aeresrelateret,
        akutvurdering: { vurderet, vurderetAf, akut, risikofaktorer, beskyttelsesfaktorer, begrundelse },
      };
    }
    case 'sagsstyring.KvitteringSendt':
      return { ...v, kvittering: { sendt: e.data.sendt, maade: e.data.maade } };
    case 'sagsstyring.AkutvurderingRettet':
      return { ...v, akutvurdering: v.akutvurdering && { ...v.akutvurdering, vurderet: e.data.vurderet } };
    case 'sagsstyring.KvitteringRettet':
      return { ...v, kvittering: v.kvittering && { ...v.kvittering, sendt: e.data.sendt } };
    case 'sagsstyring.FagpersonOrienteret':
      return { ...v, fagpersonOrienteret: e.data.dato };
    case 'sagsstyring.GenvurderingForetaget': {
      const { vurderet, deltagere, nyDeltager, begrundelse } = e.data;
      return { ...v, genvurdering: { vurderet, deltagere, nyDeltager, begrundelse } };
    }
    case 'sagsstyring.BoernesamtaleIUnderretning': {
      const { dato, udfald, udenForaeldre, referat, begrundelse } = e.data;
      return {
        ...v,
        boernesamtale: { dato, udfald, udenForaeldre, referat: referat ?? null, begrundelse: begrundelse ?? null },
      };
    }
    case 'sagsstyring.AeresrelateretRisikoVurderet':
      return { ...v, risikovurdering: e.data.risikovurdering };
    case 'sagsstyring.UnderretningScreenet': {
      const { spor, screenet, screenetAf, begrundelse } = e.data;
      return {
        ...v,
        tilstand: 'screenet',
        spor,
        sagId: e.data.sagId ?? v.sagId,
        screening: { spor, screenet, screenetAf, begrundelse },
      };
    }
    case 'sagsstyring.UnderretningVideresendt':
      return { ...v, tilstand: 'videresendt', videresendtTil: e.data.tilKommune, lukkebegrundelse: e.data.begrundelse };
    case 'sagsstyring.UnderretningAnnulleret':
      return { ...v, tilstand: 'annulleret', lukkebegrundelse: e.data.begrundelse };
    case 'sagsstyring.AkutHandlingForetaget': {
      const { handlet, handletAf, handling, beskrivelse } = e.data;
      const formandsafgoerelseId = e.data.formandsafgoerelseId ?? null;
      const ny = { handlet, handletAf, handling, formandsafgoerelseId, beskrivelse };
      return { ...v, akutHandlinger: [...v.akutHandlinger, ny] };
    }
    case 'sagsstyring.ForaeldreOrienteret': {
      const { personId, dato, maade } = e.data;
      return { ...v, foraeldreorienteringer: [...v.foraeldreorienteringer, { personId, dato, maade }] };
    }
    case 'sagsstyring.ForaeldreneOplyst':
      return v;
    case 'sagsstyring.ForaeldreorienteringUdskudt':
      return { ...v, orienteringUdskudtTil: e.data.revurderes };
    case 'sagsstyring.SoeskendeUnderrettet':
      return {
        ...v,
        henvendelseId: e.data.henvendelseId,
        soeskendeunderretninger: [...v.soeskendeunderretninger, e.data.soeskendeUnderretningId],
      };
  }
}

/** A row of the list: no names, no free text. */
export function visRaekke(r: Underretningsraekke): UnderretningPost {
  const {
    underretningId,
    barnId,
    sagId,
    tilstand,
    form,
    anonym,
    ufoedt,
    overgreb,
    igangvaerendeIndsats,
    regime,
    akut,
    spor,
  } = r;
  return {
    underretningId,
    barnId,
    sagId,
    tilstand,
    modtaget: r.modtaget.toISOString(),
    form,
    anonym,
    ufoedt,
    overgreb,
    igangvaerendeIndsats,
    regime,
    akut,
    spor,
  };
}
