import { randomUUID } from 'node:crypto';
import { type Rolle } from '../../src/platform/auth/actor.js';
import { FixedClock } from '../../src/platform/clock.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

/** A child of a certain age in a case, with a mother who has custody and a father who has not, on a day under one of the acts. */
export interface Familie {
  readonly sagId: string;
  readonly barnId: string;
  readonly morId: string;
  readonly farId: string;
}

/** Known at once, so that the investigation is a duty, also where the case has not been screened (BL § 20, stk. 1). */
export const GRUNDE = ['alvorlig-eller-kompleks'];

/** What is asked of the API in the journeys; `nu` is the hour that its clock stands at. */
export class Rejse {
  private constructor(
    readonly api: TestApi,
    readonly nu: string,
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  static async start(nu: string, brugere: Readonly<Record<string, readonly Rolle[]>>): Promise<Rejse> {
    const api = await startTestApi({ clock: FixedClock.at(nu) });
    const tokens = new Map<string, string>();
    for (const [bruger, roller] of Object.entries(brugere)) tokens.set(bruger, await api.token(bruger, REBILD, roller));
    return new Rejse(api, nu, tokens);
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  post(sti: string, krop: object, bruger = 'sb01') {
    return this.api.request
      .post(`/v1${sti}`)
      .set('Authorization', this.tokens.get(bruger) ?? '')
      .set('Idempotency-Key', randomUUID())
      .send(krop);
  }

  get(sti: string, bruger = 'sb01') {
    return this.api.request.get(`/v1${sti}`).set('Authorization', this.tokens.get(bruger) ?? '');
  }

  /** What must go well: the answer's body. */
  async gem(sti: string, krop: object, bruger = 'sb01'): Promise<Readonly<Record<string, string>>> {
    const svar = await this.post(sti, krop, bruger);
    if (svar.status !== 201) throw new Error(`POST ${sti}: ${svar.status} ${JSON.stringify(svar.body)}`);
    return svar.body as Readonly<Record<string, string>>;
  }

  /** What the law says no to: the problem's code, paragraph and what is missing. */
  async nej(sti: string, krop: object, bruger = 'sb01'): Promise<readonly unknown[]> {
    const svar = await this.post(sti, krop, bruger);
    const problem = svar.body as Readonly<Record<string, unknown>>;
    return [svar.status, String(problem['type']).split('/').at(-1), problem['paragraf'], problem['mangler']];
  }

  async familie(foedselsdato: string, oprettet: string): Promise<Familie> {
    const mor = await this.gem('/personer', { art: 'voksen', navn: 'Mor Testesen' });
    const far = await this.gem('/personer', { art: 'voksen', navn: 'Far Testesen' });
    const sag = await this.gem('/sager', {
      barn: { navn: 'Barn Testesen', foedselsdato },
      ...{ omraade: 'social', grund: 'ansoegning', oprettet },
    });
    const [sagId = '', barnId = '', morId = '', farId = ''] = [
      sag['sagId'],
      sag['barnId'],
      mor['personId'],
      far['personId'],
    ];
    await this.relation(barnId, morId, 'mor', true, foedselsdato);
    await this.relation(barnId, farId, 'far', false, foedselsdato);
    return { sagId, barnId, morId, farId };
  }

  async relation(barnId: string, personId: string, art: string, foraeldremyndighed: boolean, gaelderFra: string) {
    return this.gem(`/personer/${barnId}/relationer`, { personId, art, foraeldremyndighed, gaelderFra });
  }

  /** An investigation that is concluded when it begins and approved on a later day, with everything that the act demands. */
  async undersoegelse(sagId: string, opmaerksom: string, faerdig: string, sideloebende = 'ingen'): Promise<string> {
    const { bfuId = '' } = await this.gem(`/sager/${sagId}/undersoegelser`, {
      ...{ opmaerksomDato: opmaerksom, afgoerelseDato: opmaerksom, begrundelse: 'Behov.', grunde: GRUNDE },
    });
    const bfu = `/undersoegelser/${bfuId}`;
    const temaer = [
      ...['udvikling-og-adfaerd', 'familieforhold', 'skoleforhold', 'sundhedsforhold'],
      ...['fritidsforhold-og-venskaber', 'andre-relevante-forhold'],
    ].map((tema) => ({ tema, relevant: true, begrundelse: 'Relevant.' }));
    await this.gem(`${bfu}/aktoerer`, { dato: opmaerksom, aktoerer: ['Skolen'] });
    await this.gem(`${bfu}/temaer`, { dato: opmaerksom, temaer });
    await this.gem(`${bfu}/boernesamtaler`, {
      ...{ dato: opmaerksom, holdt: true, udenForaeldre: true, referat: 'Samtale.', barnetsHoldning: 'Vil blive.' },
    });
    await this.gem(`${bfu}/foraeldresamtaler`, { dato: opmaerksom, referat: 'Samtale.' });
    await this.gem(`${bfu}/analyse`, {
      ...{ dato: opmaerksom, analyse: 'Analyse.' },
      fund: [{ tema: 'familieforhold', art: 'udfordring', tekst: 'Omsorgssvigt.' }],
    });
    await this.gem(`${bfu}/konklusion`, {
      ...{
        dato: opmaerksom,
        stoetteNoedvendig: true,
        indsatskoder: ['familiebehandling'],
        sideloebende,
        konklusion: 'Anbringelse.',
      },
      ...{ barnetsHoldning: 'Imod.', foraeldresHoldning: 'Imod.' },
    });
    await this.gem(`${bfu}/gennemgang`, { dato: faerdig, referat: 'Gennemgået.' });
    await this.gem(`${bfu}/partshoering`, { dato: faerdig, svarfrist: '2027-01-31' });
    await this.gem(`${bfu}/partshoering/svar`, { dato: faerdig, svar: 'Imod.' });
    await this.gem(`${bfu}/godkendelse`, { dato: faerdig }, 'tl01');
    return bfuId;
  }

  /** A plan that is valid from a day. */
  async plan(sagId: string, plantype: string, bfuId: string | undefined, godkendt: string): Promise<string> {
    const { planId = '' } = await this.gem(`/sager/${sagId}/planer`, {
      ...{ plantype, oprettet: godkendt, formaal: 'Ro.', bfuId },
    });
    await this.gem(`/planer/${planId}/maal`, { dato: godkendt, maal: 'Ro.', tema: 'familieforhold' });
    // From 16 there must be a goal for adult life (SEL § 140, BL § 109), and nothing forbids it before.
    await this.gem(`/planer/${planId}/maal`, {
      dato: godkendt,
      maal: 'Egen bolig.',
      tema: 'familieforhold',
      voksenliv: 'bolig',
    });
    await this.gem(`/planer/${planId}/godkendelse`, { dato: godkendt, inddragelse: 'Med barnet.' }, 'tl01');
    return planId;
  }

  /** The codes of the case's guidance, with what kind they are. */
  /** As of a time, with what is known now; now when left out. */
  async skridt(sagId: string, pr?: string): Promise<readonly string[]> {
    const tid = pr === undefined ? '' : `?${new URLSearchParams({ pr, kendtPr: this.nu }).toString()}`;
    const svar = await this.get(`/sager/${sagId}/naeste-skridt${tid}`);
    const { skridt } = svar.body as { readonly skridt: readonly { kode: string; art: string }[] };
    return skridt.map((s) => `${s.art} ${s.kode}`);
  }

  /** The case's deadlines by rule: due date and status. */
  async frister(sagId: string, pr?: string): Promise<Readonly<Record<string, string>>> {
    const svar = await this.get(
      `/frister?sagId=${sagId}&graense=200${pr === undefined ? '' : `&pr=${encodeURIComponent(pr)}`}`,
    );
    const { poster } = svar.body as { readonly poster: readonly { regel: string; forfald: string; status: string }[] };
    return Object.fromEntries(poster.map((f) => [f.regel, `${f.forfald} ${f.status}`]));
  }
}
