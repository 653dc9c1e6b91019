import {
  CprFelt,
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  KodeAf,
  KodeListe,
  ObjektListe,
  Tekst,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KendtPr } from '../../platform/http/kendt-pr.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { type Personart, type Relationsart } from './person.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000001';
const ARTER: readonly Personart[] = ['barn', 'ufoedt', 'voksen'];
const RELATIONER: readonly Relationsart[] = ['mor', 'far', 'medmor', 'soeskende', 'anden'];
const ADVARSLER = ['modulus11', 'erstatningscpr'] as const;
const MYNDIGHED = 'forældreansvarsloven §§ 1 og 3';
const BESKYTTELSE = 'CPR-loven § 28';

class Oplysninger {
  /** Name. */
  @Tekst('Personens navn.', 'Test Testesen', { valgfri: true })
  navn?: string;

  /** CPR number. */
  @CprFelt('CPR-nummer, med eller uden bindestreg. Modulus 11 giver kun en advarsel.', '6102149995', { valgfri: true })
  cpr?: string;

  /** Date of birth, when there is no CPR number. */
  @DatoFelt('Fødselsdato. Udledes af CPR-nummeret, når den udelades.', '2014-02-01', { valgfri: true })
  foedselsdato?: string;

  /** Address. */
  @Tekst('Adresse.', 'Prøvevej 1, 9530 Støvring', { maks: 400, valgfri: true })
  adresse?: string;

  /** Due date of an unborn child. */
  @DatoFelt('Termin for et ufødt barn.', '2019-05-01', { valgfri: true })
  termin?: string;

  /** Wedding. */
  @DatoFelt('Vielsesdato for en ung under 18; fra da af er den unge ikke under forældremyndighed.', '2019-05-01', {
    valgfri: true,
  })
  giftFra?: string;
}

export class PersonAnmodning extends Oplysninger {
  /** Child, unborn or adult. */
  @KodeAf('Om personen er et barn, et ufødt barn eller en voksen.', 'barn', ARTER, {
    hjemmel: 'offentlighedsloven § 15',
  })
  art!: Personart;
}

export class RettelseAnmodning extends Oplysninger {
  /** New kind: an unborn child is born, a child grows up. */
  @KodeAf('Ny art, fx når et ufødt barn er født.', 'barn', ARTER, { valgfri: true })
  art?: Personart;

  /** Why it is corrected. */
  @Fritekst('Hvorfor oplysningerne rettes.', 'Navnet var stavet forkert.', {
    hjemmel: 'databeskyttelsesforordningen art. 16',
  })
  aarsag!: string;
}

export class CprOpslag {
  /** The number to look up. */
  @CprFelt('CPR-nummeret, der slås op. Det skrives ikke i nogen log.', '6102149995')
  cpr!: string;
}

export class AdressebeskyttelseAnmodning {
  /** Whether name and address are protected. */
  @JaNej('Om navn og adresse er beskyttet fra datoen.', true, { hjemmel: BESKYTTELSE })
  beskyttet!: boolean;

  /** From when. */
  @DatoFelt('Fra hvilken dato.', '2019-02-01', { hjemmel: BESKYTTELSE })
  gaelderFra!: string;
}

export class RelationAnmodning {
  /** The other person. */
  @UuidFelt('Personen, som barnet har en relation til.', ID, { hjemmel: MYNDIGHED })
  personId!: string;

  /** Which relation. */
  @KodeAf('Hvad personen er for barnet.', 'mor', RELATIONER, { hjemmel: MYNDIGHED })
  art!: Relationsart;

  /** Whether the person has custody. */
  @JaNej('Om personen har forældremyndighed over barnet.', true, { hjemmel: MYNDIGHED })
  foraeldremyndighed!: boolean;

  /** From when. */
  @DatoFelt('Fra hvilken dato relationen og forældremyndigheden gælder.', '2014-02-01', { hjemmel: MYNDIGHED })
  gaelderFra!: string;
}

export class RelationOphoerAnmodning {
  /** The day it ended. */
  @DatoFelt('Hvornår relationen ophørte.', '2019-02-01', { hjemmel: MYNDIGHED })
  ophoertDato!: string;
}

export class Personvalg extends KendtPr {
  /** Show an address that is protected. */
  @JaNej('Vis også en beskyttet adresse. Læsningen skrives i adgangsloggen.', false, { valgfri: true })
  visBeskyttetAdresse?: boolean;
}

export class PersonSvar extends KommandoSvar {
  /** The person's id. */
  @UuidFelt('Personens id.', ID)
  personId!: string;

  /** What should be looked at again. */
  @KodeListe(
    'Det, der bør efterses: `modulus11` (nummeret opfylder ikke kontrollen, men kan være rigtigt), `erstatningscpr`.',
    [],
    ADVARSLER,
  )
  advarsler!: string[];
}

export class RelationSvar extends KommandoSvar {
  /** The child's id. */
  @UuidFelt('Barnets id.', ID)
  personId!: string;

  /** The relation's id. */
  @UuidFelt('Relationens id.', ID)
  relationId!: string;
}

export class RelationVisning {
  /** The relation's id. */
  @UuidFelt('Relationens id.', ID)
  relationId!: string;

  /** The other person. */
  @UuidFelt('Den anden person.', ID)
  personId!: string;

  /** Which relation. */
  @KodeAf('Hvad den voksne (eller søskende) er for barnet.', 'mor', RELATIONER)
  art!: string;

  /** Custody. */
  @JaNej('Om der er forældremyndighed.', true)
  foraeldremyndighed!: boolean;

  /** From when. */
  @DatoFelt('Gælder fra.', '2014-02-01')
  gaelderFra!: string;

  /** Until when. */
  @DatoFelt('Ophørt.', '2019-02-01', { nulbar: true })
  ophoertDato!: string | null;
}

export class PersonVisning {
  /** The person's id. */
  @UuidFelt('Personens id.', ID)
  personId!: string;

  /** Kind. */
  @KodeAf('Barn, ufødt barn eller voksen.', 'barn', ARTER)
  art!: string;

  /** Name. */
  @Tekst('Navn.', 'Test Testesen', { nulbar: true })
  navn!: string | null;

  /** CPR number. */
  @Tekst('CPR-nummer.', '6102149995', { nulbar: true })
  cpr!: string | null;

  /** Date of birth. */
  @Tekst('Fødselsdato.', '2014-02-01', { nulbar: true })
  foedselsdato!: string | null;

  /** Due date. */
  @Tekst('Termin.', '2019-05-01', { nulbar: true })
  termin!: string | null;

  /** Wedding. */
  @Tekst('Vielsesdato for en ung under 18.', '2019-05-01', { nulbar: true })
  giftFra!: string | null;

  /** Address, unless it is protected. */
  @Tekst('Adresse; null, når den er beskyttet og ikke udtrykkeligt er bedt vist.', 'Prøvevej 1, 9530 Støvring', {
    nulbar: true,
    maks: 400,
  })
  adresse!: string | null;

  /** Whether name and address are protected today. */
  @JaNej('Om navn og adresse er beskyttet i dag. Må da ikke gives videre til andre parter.', false)
  adressebeskyttet!: boolean;

  /** The child's network. */
  @ObjektListe('Barnets relationer.', () => RelationVisning)
  relationer!: RelationVisning[];

  /** The children that this person belongs to; `personId` is then the child. */
  @ObjektListe('De børn, personen hører til hos. Her er `personId` barnet.', () => RelationVisning)
  relationTil!: RelationVisning[];

  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 2)
  version!: number;
}
