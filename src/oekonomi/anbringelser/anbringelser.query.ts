import { DatoFelt, Kode, KodeAf, UuidFelt } from '../../platform/http/felt.js';
import { antalAtHente, efterMarkoer, medPoster, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';
import { GRUNDLAG } from '../anbringelse/anbringelse.dto.js';
import { AnbringelseEntity } from './anbringelser.entity.js';
import { ANBRINGELSESTILSTANDE, anbringelsestilstand } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';

export class Anbringelsespost {
  /** Id. */
  @UuidFelt('Anbringelsens id.', ID)
  anbringelseId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Law of the decision. */
  @KodeAf('Loven på afgørelsesdagen.', 'BL', ['SEL', 'BL'])
  regime!: string;

  /** What it rests on. */
  @KodeAf('Hvad anbringelsen hviler på nu.', 'samtykke', GRUNDLAG)
  grundlag!: string;

  /** Kind of place. */
  @Kode('Det nuværende steds type.', 'plejefamilie-almen')
  stedtype!: string;

  /** State on the day. */
  @KodeAf(
    'Hvor anbringelsen er i dag; i hjemgivelsesperioden er barnet stadig anbragt.',
    'ivaerksat',
    ANBRINGELSESTILSTANDE,
  )
  tilstand!: string;

  /** Decision. */
  @DatoFelt('Afgørelse.', '2024-03-18')
  afgoerelseDato!: string;

  /** Start. */
  @DatoFelt('Hvornår barnet flyttede ind.', '2024-03-20', { nulbar: true })
  ivaerksatDato!: string | null;

  /** Next visit. */
  @DatoFelt('Hvornår næste tilsynsbesøg senest skal holdes.', '2024-09-20', { nulbar: true })
  naesteTilsynSenest!: string | null;

  /** End of the period home. */
  @DatoFelt('Hjemgivelsesperiodens sidste dag.', '2024-11-01', { nulbar: true })
  periodeSlut!: string | null;

  /** End. */
  @DatoFelt('Hvornår anbringelsen ophørte.', '2024-11-01', { nulbar: true })
  ophoertDato!: string | null;
}

/** Newest first, a page at a time. */
export async function listAnbringelser(
  sql: Sql,
  kommune: number,
  sagId: string,
  valg: Sidevalg,
  iDag: string,
): Promise<Side<Anbringelsespost>> {
  const sporg = sql.manager
    .getRepository(AnbringelseEntity)
    .createQueryBuilder('a')
    .where('a.tenantId = :kommune AND a.sagId = :sagId', { kommune, sagId })
    .orderBy('a.afgoerelseDato', 'DESC')
    .addOrderBy('a.anbringelseId', 'DESC')
    .limit(antalAtHente(valg));
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  if (efter !== undefined) {
    const [dato, id] = efter;
    sporg.andWhere('(a.afgoerelseDato, a.anbringelseId) < (CAST(:dato AS date), CAST(:id AS uuid))', { dato, id });
  }
  const fundet = side(await sporg.getMany(), valg, (r) => [r.afgoerelseDato, r.anbringelseId]);
  return medPoster(
    fundet,
    fundet.poster.map(({ tenantId: _tenant, sagId: _sag, ...raekke }) => {
      const {
        hjemgivelseAfgjort: _afgjort,
        permanentDato: _permanent,
        fase: _fase,
        ophoersaarsag: _aarsag,
        ...post
      } = raekke;
      return { ...post, tilstand: anbringelsestilstand(raekke, iDag) };
    }),
  );
}
