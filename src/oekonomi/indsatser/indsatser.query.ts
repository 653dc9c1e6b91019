import { DatoFelt, Kode, KodeAf, Tekst, UuidFelt } from '../../platform/http/felt.js';
import { antalAtHente, efterMarkoer, medPoster, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { INDSATSFASER, INDSATSTILSTANDE } from '../indsats/indsats.dto.js';
import { IndsatsEntity } from './indsatser.entity.js';
import { hentOpfoelgninger, INGEN_OPFOELGNING } from './opfoelgninger.query.js';
import { indsatstilstand, naesteOpfoelgning } from './opfoelgningsstatus.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000005';

export class Indsatspost {
  /** Id. */
  @UuidFelt('Indsatsens id.', ID)
  indsatsId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Code. */
  @Kode('Kode i kataloget.', 'kontaktperson')
  indsatskode!: string;

  /** Name. */
  @Tekst('Navn på afgørelsesdagen.', 'Fast kontaktperson')
  indsatsnavn!: string;

  /** Child or family. */
  @KodeAf('Målgruppe.', 'barn', ['barn', 'familie'])
  maalgruppe!: string;

  /** Reporting code. */
  @Kode('Kode til Danmarks Statistik.', '230')
  pgfKode!: string;

  /** Law of the decision. */
  @KodeAf('Loven på afgørelsesdagen.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Phase. */
  @KodeAf('Fase.', 'ivaerksat', INDSATSFASER)
  fase!: string;

  /** State on the day. */
  @KodeAf(
    'Hvor indsatsen er i dag, når opfølgning, justering og afgjort ophør regnes med.',
    'fulgt-op',
    INDSATSTILSTANDE,
  )
  tilstand!: string;

  /** Next follow-up. */
  @DatoFelt('Hvornår der senest skal følges op igen.', '2019-05-04', { nulbar: true })
  naesteOpfoelgning!: string | null;

  /** Decision. */
  @DatoFelt('Afgørelse.', '2019-01-30')
  afgoerelseDato!: string;

  /** Start. */
  @DatoFelt('Hvornår den blev sat i værk.', '2019-02-04', { nulbar: true })
  ivaerksatDato!: string | null;

  /** End. */
  @DatoFelt('Hvornår den ophørte.', '2019-03-15', { nulbar: true })
  ophoertDato!: string | null;
}

/** Newest first, a page at a time. */
export async function listIndsatser(
  sql: Sql,
  kommune: number,
  sagId: string,
  valg: Sidevalg,
  iDag: string,
  lov: Lovpakke,
): Promise<Side<Indsatspost>> {
  const sporg = sql.manager
    .getRepository(IndsatsEntity)
    .createQueryBuilder('i')
    .where('i.tenantId = :kommune AND i.sagId = :sagId', { kommune, sagId })
    .orderBy('i.afgoerelseDato', 'DESC')
    .addOrderBy('i.indsatsId', 'DESC')
    .limit(antalAtHente(valg));
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  if (efter !== undefined) {
    const [dato, id] = efter;
    sporg.andWhere('(i.afgoerelseDato, i.indsatsId) < (CAST(:dato AS date), CAST(:id AS uuid))', { dato, id });
  }
  const fundet = side(await sporg.getMany(), valg, (r) => [r.afgoerelseDato, r.indsatsId]);
  const opfulgt = await hentOpfoelgninger(
    sql,
    kommune,
    fundet.poster.map(({ indsatsId }) => indsatsId),
  );
  return medPoster(
    fundet,
    fundet.poster.map(({ tenantId: _tenant, sagId: _sag, justeretDato, ophoerVirkning, ...post }) => {
      const om = { ...post, justeretDato, ophoerVirkning, ...(opfulgt.get(post.indsatsId) ?? INGEN_OPFOELGNING) };
      return { ...post, tilstand: indsatstilstand(om, iDag, lov), naesteOpfoelgning: naesteOpfoelgning(om, lov) };
    }),
  );
}
