import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tekst,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { Sidevalg } from '../../platform/http/paging.js';
import { type Fratraedelsesbillede, POSTSTATUS, udestaar, type Poststatus } from './fratraedelse.query.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000002';
const FASER = ['kladde', 'udsendt', 'afsluttet', 'trukket'] as const;
const ANSVAR = 'retssikkerhedsloven § 15';

export class ModtagerFelt {
  /** Who can take over. */
  @Tekst('Bruger-id på en sagsbehandler, der kan overtage sager.', 'sb02', { maks: 120, hjemmel: ANSVAR })
  sagsbehandler!: string;

  /** Team. */
  @Tekst('Modtagerens team. Sager i samme team foreslås først til modtagere i teamet.', 'boerne', {
    maks: 80,
    valgfri: true,
  })
  team?: string;
}

export class FratraedelseAnmodning {
  /** Who leaves. */
  @Tekst('Bruger-id på den, der fratræder.', 'sb01', { maks: 120, hjemmel: ANSVAR })
  sagsbehandler!: string;

  /** Last day. */
  @DatoFelt('Sidste arbejdsdag.', '2019-03-31', { hjemmel: ANSVAR })
  sidsteDag!: string;

  /** Candidates. */
  @ObjektListe(
    'Hvem der kan overtage. Hver sag foreslås til den, der har færrest åbne sager, i sagens eget team, når nogen er det. Forslagene kan ændres, før de sendes ud.',
    () => ModtagerFelt,
    { maks: 100, hjemmel: ANSVAR },
  )
  modtagere!: ModtagerFelt[];
}

export class ModtagervalgAnmodning {
  /** Which case. */
  @UuidFelt('Sagen; også en, som er kommet til, siden listen blev lavet.', ID, { hjemmel: ANSVAR })
  sagId!: string;

  /** To whom. */
  @Tekst('Modtagerens bruger-id.', 'sb03', { maks: 120, hjemmel: ANSVAR })
  til!: string;

  /** To which team. */
  @Tekst('Modtagerens team.', 'unge', { maks: 80, valgfri: true })
  tilTeam?: string;
}

export class TilbagetraekningAnmodning {
  /** Why. */
  @Tekst('Hvorfor fratrædelsen ikke gælder mere. Ingen oplysninger om børn.', 'Er ansat igen fra 1. maj.', {
    maks: 400,
    hjemmel: 'offentlighedsloven § 13',
  })
  begrundelse!: string;
}

export class FratraedelseSvar extends KommandoSvar {
  /** The handover. */
  @UuidFelt('Fratrædelsens id.', ID)
  fratraedelseId!: string;
}

export class Fratraedelsesvalg extends Sidevalg {
  /** Phase. */
  @KodeAf('Kun fratrædelser i denne fase.', 'udsendt', FASER, { valgfri: true })
  fase?: string;

  /** Who leaves. */
  @Kode('Kun denne sagsbehandlers.', 'sb01', { valgfri: true })
  sagsbehandler?: string;
}

export class FratraedelsePost {
  /** The handover. */
  @UuidFelt('Fratrædelsens id.', ID) fratraedelseId!: string;
  /** Who leaves. */
  @Kode('Den, der fratræder.', 'sb01') sagsbehandler!: string;
  /** Last day. */
  @DatoFelt('Sidste arbejdsdag.', '2019-03-31') sidsteDag!: string;
  /** When it was prepared. */
  @DatoFelt('Hvornår den blev forberedt.', '2019-03-19') oprettet!: string;
  /** Phase. */
  @KodeAf(
    'Kladde: forslagene kan ændres. Udsendt: modtagerne svarer. Afsluttet: alle sager har en modtager. Trukket: den gælder ikke mere.',
    'udsendt',
    FASER,
  )
  fase!: string;
  /** Cases on the list. */
  @Heltal('Sager på listen, da den blev lavet.', 34) antalSager!: number;
}

export class SagspostVisning {
  /** The case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** The child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** How it stands. */
  @KodeAf(
    'Hvordan sagen står. Kun `overtaget` og `lukket` er afklaret; ellers har den, der fratræder, stadig ansvaret.',
    'afventer-svar',
    POSTSTATUS,
  )
  status!: Poststatus;
  /** Receiver. */
  @Kode('Foreslået modtager, eller den, der har overtaget.', 'sb02', { nulbar: true }) til!: string | null;
  /** The handover of the case. */
  @UuidFelt('Overdragelsen, som modtageren accepterer eller afviser på sagen.', ID, { nulbar: true })
  overdragelseId!: string | null;
  /** Why not. */
  @Fritekst('Hvorfor modtageren afviste, eller hvorfor sagen ikke kunne foreslås.', 'Jeg kender familien privat.', {
    nulbar: true,
  })
  aarsag!: string | null;
  /** Notifications. */
  @UuidListe('Underretninger i sagen, der ikke er vurderet færdig. De følger sagen.', [ID])
  aabneUnderretninger!: string[];
  /** New since. */
  @JaNej('Om sagen er kommet til, siden listen blev lavet.', false) nytilkommet!: boolean;
  /** The page about it. */
  @Tekst('Sagens resumé på én side, dannet af hændelserne.', '/v1/sager/0191e2b4-7c3a-7d1e-8f00-000000000002/resume')
  resume!: string;
}

export class UnderretningspostVisning {
  /** The notification. */
  @UuidFelt('Underretningen.', ID) underretningId!: string;
  /** The child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
}

export class FremdriftVisning {
  /** All. */
  @Heltal('Sager på listen.', 34) ialt!: number;
  /** Proposed. */
  @Heltal('Sager, hvor overdragelsen er foreslået modtageren.', 20) foreslaaet!: number;
  /** Skipped. */
  @Heltal('Sager, der ikke kunne foreslås; grunden står på sagen.', 1) sprungetOver!: number;
  /** Left. */
  @Heltal('Sager, der endnu ikke er foreslået.', 13) resterer!: number;
}

export class FratraedelseVisning {
  /** The handover. */
  @UuidFelt('Fratrædelsens id.', ID) fratraedelseId!: string;
  /** Who leaves. */
  @Kode('Den, der fratræder.', 'sb01') sagsbehandler!: string;
  /** Last day. */
  @DatoFelt('Sidste arbejdsdag.', '2019-03-31') sidsteDag!: string;
  /** Phase. */
  @KodeAf('Kladde, udsendt, afsluttet eller trukket tilbage.', 'udsendt', FASER) fase!: string;
  /** Version. */
  @Heltal('Versionen; kan sendes som If-Match.', 4) version!: number;
  /** How far the sending has come. */
  @ObjektFelt('Hvor langt udsendelsen er. Den fortsætter, hvor den slap, hvis den afbrydes.', () => FremdriftVisning)
  fremdrift!: FremdriftVisning;
  /** Without an accepted receiver. */
  @UuidListe('Sager uden en modtager, der har accepteret. Den, der fratræder, har stadig ansvaret for dem.', [ID], {
    maks: 100_000,
  })
  udenAccepteretModtager!: string[];
  /** Incoming. */
  @UuidListe(
    'Sager, der er foreslået overdraget til den, der fratræder, og venter på svar. Fratrædelsen kan ikke afsluttes før.',
    [ID],
    { maks: 100_000 },
  )
  indgaaendeOverdragelser!: string[];
  /** All cases. */
  @ObjektListe('Alle sager.', () => SagspostVisning, { maks: 100_000 }) sager!: SagspostVisning[];
  /** Notifications without a case. */
  @ObjektListe(
    'Underretninger uden sag, som den, der fratræder, har vurderet. De bliver hos modtagelsen, der ser dem i sine advis, til de er screenet.',
    () => UnderretningspostVisning,
    { maks: 100_000 },
  )
  underretninger!: UnderretningspostVisning[];
}

export function visFratraedelse({
  fratraedelse: f,
  version,
  sager,
  indgaaende,
  underretninger,
}: Fratraedelsesbillede): FratraedelseVisning {
  const { fratraedelseId, sagsbehandler, sidsteDag, fase, poster } = f;
  const antal = (trin: string): number => poster.filter((p) => p.trin === trin).length;
  return {
    ...{ fratraedelseId, sagsbehandler, sidsteDag, fase, version },
    fremdrift: {
      ialt: poster.length,
      foreslaaet: antal('foreslaaet'),
      sprungetOver: antal('sprunget-over'),
      resterer: antal('afventer'),
    },
    udenAccepteretModtager: sager.filter(udestaar).map(({ sagId }) => sagId),
    indgaaendeOverdragelser: indgaaende.map(({ sagId }) => sagId),
    sager: sager.map(({ aabneUnderretninger, ...sag }) => ({
      ...sag,
      aabneUnderretninger: [...aabneUnderretninger],
      resume: `/v1/sager/${sag.sagId}/resume`,
    })),
    underretninger: underretninger.map((u) => ({ ...u })),
  };
}
