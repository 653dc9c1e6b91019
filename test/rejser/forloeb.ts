import { randomUUID } from 'node:crypto';
import { REBILD, type TestApi } from '../../src/platform/testing/api.js';
import { type Aar, BARNETS_LOV, kropIAaret } from './aar.js';

const ROLLE = {
  mo: 'modtagelse',
  sb: 'sagsbehandler',
  tl: 'teamleder',
  ad: 'administrator',
  bs: 'buu-sekretaer',
  fm: 'formand',
} as const;

/** What caseworkers do, through the API, so that a journey can begin where its own matter begins. Dates are the caller's, moved to the year. */
export class Forloeb {
  constructor(
    private readonly api: TestApi,
    readonly aar: Aar = BARNETS_LOV,
  ) {}

  /** `sb01` is a caseworker, `tl01` a team leader, `mo01` the reception. */
  async token(bruger: string): Promise<string> {
    const rolle = ROLLE[bruger.slice(0, 2) as keyof typeof ROLLE];
    return this.api.token(bruger, REBILD, [rolle]);
  }

  async proev(bruger: string, sti: string, krop: object, noegle: string = randomUUID()) {
    return this.api.request
      .post(`/v1${sti}`)
      .set('Authorization', await this.token(bruger))
      .set('Idempotency-Key', noegle)
      .send(kropIAaret(this.aar, krop));
  }

  /** The answer of a command that must succeed. */
  async post(bruger: string, sti: string, krop: object): Promise<Record<string, string>> {
    const svar = await this.proev(bruger, sti, krop);
    if (svar.status !== 201) throw new Error(`POST ${sti}: ${String(svar.status)} ${JSON.stringify(svar.body)}`);
    return svar.body as Record<string, string>;
  }

  async get(bruger: string, sti: string) {
    return this.api.request.get(`/v1${sti}`).set('Authorization', await this.token(bruger));
  }

  async underret(
    navn: string,
    modtaget: string,
    mere: object = {},
  ): Promise<{ underretningId: string; barnId: string }> {
    const { underretningId = '', barnId = '' } = await this.post('mo01', '/underretninger', {
      ...{ barn: { navn }, modtaget, form: 'telefonisk', aarsagKoder: ['UDSLAG3'], beskrivelse: 'Bekymring.' },
      underretter: { anonym: false, kode: '2', navn: 'Skoleleder Testesen' },
      ...mere,
    });
    return { underretningId, barnId };
  }

  async akutvurder(underretningId: string, vurderet: string, mere: object = {}, bruger = 'mo01'): Promise<void> {
    await this.post(bruger, `/underretninger/${underretningId}/akutvurdering`, {
      ...{ vurderet, akut: false, risikofaktorer: 'Ingen.', beskyttelsesfaktorer: 'Mormor.', begrundelse: 'Tryg.' },
      ...mere,
    });
  }

  async sag(
    navn: string,
    oprettet: string,
    til?: { sagsbehandler: string; team?: string },
  ): Promise<{ sagId: string; barnId: string }> {
    const { sagId = '', barnId = '' } = await this.post('tl01', '/sager', {
      ...{ barn: { navn, foedselsdato: '2012-05-23' }, omraade: 'social', grund: 'ansoegning', oprettet },
    });
    if (til !== undefined) await this.post('tl01', `/sager/${sagId}/tildeling`, { ...til, tildelt: oprettet });
    return { sagId, barnId };
  }

  async bfu(sagId: string, opmaerksomDato: string, bruger = 'sb01'): Promise<string> {
    const { bfuId = '' } = await this.post(bruger, `/sager/${sagId}/undersoegelser`, {
      ...{ opmaerksomDato, afgoerelseDato: opmaerksomDato, begrundelse: 'Behov for særlig støtte.' },
      // Known at once, so no screening comes before it (BL § 20, stk. 1).
      grunde: ['alvorlig-eller-kompleks'],
    });
    return bfuId;
  }

  /** From the decision to the approval; the conclusion points at support or not. */
  async afslutBfu(
    bfuId: string,
    dato: string,
    svarfrist: string,
    godkendt: string,
    indsatskoder: string[] = [],
  ): Promise<void> {
    const bfu = `/undersoegelser/${bfuId}`;
    await this.post('sb01', `${bfu}/aktoerer`, { dato, aktoerer: ['Skolen'] });
    await this.post('sb01', `${bfu}/temaer`, {
      dato,
      temaer: [
        'udvikling-og-adfaerd',
        'familieforhold',
        'skoleforhold',
        'sundhedsforhold',
        'fritidsforhold-og-venskaber',
        'andre-relevante-forhold',
      ].map((tema) => ({ tema, relevant: tema === 'familieforhold', begrundelse: 'Vurderet.' })),
    });
    await this.post('sb01', `${bfu}/boernesamtaler`, {
      ...{ dato, holdt: true, udenForaeldre: true, referat: 'Samtale.', barnetsHoldning: 'Vil hjælpes.' },
    });
    await this.post('sb01', `${bfu}/analyse`, {
      ...{ dato, analyse: 'Samlet.', fund: [{ tema: 'familieforhold', art: 'udfordring', tekst: 'Uro.' }] },
    });
    await this.post('sb01', `${bfu}/konklusion`, {
      ...{
        dato,
        stoetteNoedvendig: indsatskoder.length > 0,
        indsatskoder,
        sideloebende: 'viderefoeres',
        konklusion: 'Konklusion.',
      },
      ...{ barnetsHoldning: 'Enig.', foraeldresHoldning: 'Enige.' },
    });
    await this.post('sb01', `${bfu}/gennemgang`, { dato, referat: 'Gennemgået.' });
    await this.post('sb01', `${bfu}/partshoering`, {
      ...{ dato, svarfrist, ingenParter: 'Barnet har endnu ingen værge.' },
    });
    await this.post('tl01', `${bfu}/godkendelse`, { dato: godkendt });
  }

  /** An early measure (SEL § 11 / BL § 30), which needs neither consent nor plan, but (BL § 5) the child's view. */
  async tidligIndsats(sagId: string, afgoerelseDato: string, ivaerksat?: string): Promise<string> {
    const { indsatsId = '' } = await this.post('tl01', `/sager/${sagId}/indsatser`, {
      ...{
        indsatskode: 'tidlig-konsulentbistand',
        maalgruppe: 'familie',
        afgoerelseDato,
        forventetStart: afgoerelseDato,
      },
      ...{ forventetVarighedMaaneder: 6, prisOere: 100_000, prisEnhed: 'maaned', formaal: 'Rutiner.' },
      ...{ begrundelse: 'Tidlig hjælp.', barnetsHoldning: 'Vil gerne.', boernesamtale: { dato: afgoerelseDato } },
    });
    if (ivaerksat !== undefined)
      await this.post('sb01', `/indsatser/${indsatsId}/ivaerksaettelse`, { dato: ivaerksat });
    return indsatsId;
  }
}
