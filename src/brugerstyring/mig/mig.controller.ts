import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Adgang, AktuelAktoer } from '../../platform/auth/access.js';
import { ROLLEBESKRIVELSER, ROLLER, type Aktoer } from '../../platform/auth/actor.js';
import { KOMMUNER } from '../../platform/auth/municipalities.js';
import { Heltal, KodeAf, ObjektListe, Tekst, TekstListe } from '../../platform/http/felt.js';
import { Opslagsrute } from '../../platform/http/rute.js';

export class Rollevisning {
  /** Role. */
  @KodeAf('Rollen.', 'sagsbehandler', ROLLER)
  rolle!: string;

  /** What the role may do. */
  @Tekst('Hvad rollen giver adgang til.', ROLLEBESKRIVELSER.sagsbehandler)
  beskrivelse!: string;
}

export class Mig {
  /** User id, as it is written on events and in the access log. */
  @Tekst('Brugerens id, som det står på hændelser og i adgangsloggen.', 'sb01')
  id!: string;

  /** Name from the token. */
  @Tekst('Navnet fra tokenet.', 'Sanne Sagsbehandler')
  navn!: string;

  /** The municipality's code. */
  @Heltal('Kommunens kode. Den kommer altid fra tokenet.', 840)
  kommune!: number;

  /** The municipality's name. */
  @Tekst('Kommunens navn.', 'Rebild')
  kommunenavn!: string;

  /** Roles of the token. */
  @ObjektListe('Roller, som tokenet giver.', () => Rollevisning)
  roller!: Rollevisning[];

  /** Teams of the token. */
  @TekstListe('Teams, som tokenet nævner; tom, når udstederen ingen giver.', ['boerne'])
  teams!: string[];
}

@ApiTags('brugere')
@Controller('mig')
@Adgang('modtagelse', 'sagsbehandler', 'teamleder', 'administrator', 'revisor', 'system')
export class MigController {
  @Get()
  @Opslagsrute({
    sammenfatning: 'Hvem er jeg?',
    beskrivelse:
      'Bruger, kommune, roller og teams, som tokenet giver. Godt at kalde først, når en integration sættes op.',
    svar: Mig,
  })
  hentMig(@AktuelAktoer() aktoer: Aktoer): Mig {
    return {
      id: aktoer.id,
      navn: aktoer.navn,
      kommune: aktoer.kommune,
      kommunenavn: KOMMUNER.get(aktoer.kommune) ?? 'ukendt',
      roller: aktoer.roller.map((rolle) => ({ rolle, beskrivelse: ROLLEBESKRIVELSER[rolle] })),
      teams: [...(aktoer.teams ?? [])],
    };
  }
}
