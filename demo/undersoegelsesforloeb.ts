import { id, type Klient, type Svar } from './klient.js';

export interface Forloebsgrundlag {
  readonly klient: Klient;
  readonly noegle: string;
  readonly sagId: string;
  readonly barnId: string;
  /** Has custody, and so is a party to the decision. */
  readonly morId: string | null;
  readonly sagsbehandler: string;
  readonly leder: string;
  /** The child's date of birth; from 16 a plan has goals for adult life. */
  readonly foedt: string;
  /** Local date on which the municipality became aware; the four months run from here. */
  readonly opmaerksom: string;
  readonly underretningId?: string;
}

const TEMAER = [
  'udvikling-og-adfaerd',
  'familieforhold',
  'skoleforhold',
  'sundhedsforhold',
  'fritidsforhold-og-venskaber',
  'andre-relevante-forhold',
] as const;

/** Days from the awareness date to each step: the usual pace, and a quick one. */
const TEMPI = {
  almindeligt: {
    // Not before the third day, on which the notification is screened and the case opened.
    afgoerelse: 3,
    aktoerer: 5,
    anmodet: 6,
    samtale: 30,
    modtaget: 18,
    analyse: 60,
    konklusion: 70,
    partshoering: 75,
    svar: 80,
    godkendt: 90,
  },
  hurtigt: {
    afgoerelse: 3,
    aktoerer: 4,
    anmodet: 4,
    samtale: 7,
    modtaget: 9,
    analyse: 10,
    konklusion: 11,
    partshoering: 12,
    svar: 14,
    godkendt: 15,
  },
} as const;

/** Runs an investigation as caseworkers do: some stop halfway, some are finished and lead to a plan and a measure. */
export async function undersoeg(
  g: Forloebsgrundlag,
  forloeb: 'igang' | 'med-indsats' | 'hurtigt-uden-indsats',
): Promise<void> {
  const tempo = forloeb === 'hurtigt-uden-indsats' ? TEMPI.hurtigt : TEMPI.almindeligt;
  const dag = (trin: keyof typeof tempo): string => plus(g.opmaerksom, tempo[trin]);
  const send = (sti: string, navn: string, krop: object, bruger = g.sagsbehandler) =>
    g.klient.post(bruger, sti, `${g.noegle}:${navn}`, krop);

  const besluttet = await send(`/sager/${g.sagId}/undersoegelser`, 'bfu', {
    opmaerksomDato: g.opmaerksom,
    afgoerelseDato: dag('afgoerelse'),
    begrundelse: 'Det må antages, at barnet trænger til særlig støtte.',
    ...(g.underretningId === undefined ? {} : { underretningId: g.underretningId }),
  });
  const bfuId = id(besluttet, 'bfuId');
  if (g.morId !== null) {
    await send(`/afgoerelser/${id(besluttet, 'afgoerelseId')}/meddelelser`, 'bfu-meddelelse', {
      ...{ personId: g.morId, sendt: dag('afgoerelse'), maade: 'digital-post', klagevejledning: true },
    });
  }
  const bfu = `/undersoegelser/${bfuId}`;
  await send(`${bfu}/aktoerer`, 'aktoerer', { dato: dag('aktoerer'), aktoerer: ['Skolen', 'Sundhedsplejersken'] });
  await send(`${bfu}/temaer`, 'temaer', {
    dato: dag('aktoerer'),
    temaer: TEMAER.map((tema, nr) => ({
      tema,
      relevant: nr < 3,
      begrundelse:
        nr < 3 ? 'Bekymringen handler om dette.' : 'Der er ikke forhold, som giver anledning til at undersøge det.',
    })),
  });
  const udtalelseId = id(
    await send(`${bfu}/udtalelser`, 'udtalelse', {
      aktoer: 'Skolen',
      anmodet: dag('anmodet'),
      svarfrist: plus(dag('anmodet'), 14),
      emne: 'Trivsel og fremmøde',
    }),
    'udtalelseId',
  );
  if (forloeb === 'igang') return;

  await send(`${bfu}/udtalelser/${udtalelseId}/svar`, 'udtalelse-svar', {
    modtaget: dag('modtaget'),
    indhold: 'Barnet har godt fremmøde, men virker træt og ukoncentreret.',
  });
  await send(`${bfu}/boernesamtaler`, 'boernesamtale', {
    dato: dag('samtale'),
    holdt: true,
    udenForaeldre: true,
    referat: 'Barnet fortæller om hverdagen hjemme.',
    barnetsHoldning: 'Barnet vil gerne blive hjemme og have hjælp til mor.',
  });
  await send(`${bfu}/foraeldresamtaler`, 'foraeldresamtale', {
    dato: dag('samtale'),
    referat: 'Mor fortæller, at overskuddet er lille.',
  });
  const analyse = await send(`${bfu}/analyse`, 'analyse', {
    dato: dag('analyse'),
    analyse: 'Barnet har ressourcer i skolen og i netværket, men hjemmet er præget af manglende overskud.',
    fund: [
      { tema: 'familieforhold', art: 'udfordring', tekst: 'Mor mangler overskud i hverdagen.' },
      { tema: 'skoleforhold', art: 'ressource', tekst: 'Barnet er glad for sin klasse.' },
    ],
  });
  const medIndsats = forloeb === 'med-indsats';
  await send(`${bfu}/konklusion`, 'konklusion', {
    dato: dag('konklusion'),
    stoetteNoedvendig: medIndsats,
    indsatskoder: medIndsats ? ['familiebehandling'] : [],
    sideloebende: 'ingen',
    konklusion: medIndsats ? 'Der er grundlag for familiebehandling.' : 'Der er ikke grundlag for særlig støtte.',
    barnetsHoldning: 'Barnet ønsker hjælp hjemme.',
    foraeldresHoldning: 'Mor er enig.',
  });
  await send(`${bfu}/gennemgang`, 'gennemgang', { dato: dag('partshoering'), referat: 'Gennemgået med mor og barn.' });
  await send(`${bfu}/partshoering`, 'partshoering', {
    dato: dag('partshoering'),
    svarfrist: plus(dag('partshoering'), 10),
  });
  await send(`${bfu}/partshoering/svar`, 'partshoering-svar', {
    dato: dag('svar'),
    svar: 'Mor har ingen bemærkninger.',
  });
  await send(`${bfu}/godkendelse`, 'godkendelse', { dato: dag('godkendt') }, g.leder);
  if (medIndsats) await planOgIndsats(g, bfuId, udfordringen(analyse), dag('godkendt'));
}

/** The analysis answers with the ids of its findings, in the order they were sent; the challenge is the first. */
function udfordringen(analyse: Svar): string {
  const fundIder = analyse['fundIder'];
  const foerste: unknown = Array.isArray(fundIder) ? fundIder[0] : undefined;
  if (typeof foerste !== 'string') throw new Error(`The analysis has no findings: ${JSON.stringify(analyse)}`);
  return foerste;
}

/** Plan with goals drawn from the findings, the measure, and the follow-up that has fallen due. */
async function planOgIndsats(g: Forloebsgrundlag, bfuId: string, fundId: string, godkendt: string): Promise<void> {
  const send = (sti: string, navn: string, krop: object, bruger = g.sagsbehandler) =>
    g.klient.post(bruger, sti, `${g.noegle}:${navn}`, krop);
  const planId = id(
    await send(`/sager/${g.sagId}/planer`, 'plan', {
      plantype: 'handleplan',
      oprettet: plus(godkendt, 2),
      bfuId,
      formaal: 'At barnet trives i et hjem med overskud.',
    }),
    'planId',
  );
  const maal = await send(`/planer/${planId}/maal`, 'maal', {
    dato: plus(godkendt, 3),
    maal: 'Mor har faste rutiner om morgenen inden tre måneder.',
    tema: 'familieforhold',
    bfuId,
    fundId,
    ansvarlig: 'Familiebehandleren',
    succesindikator: 'Barnet møder til tiden fire dage om ugen.',
    ...(plus(godkendt, 5) >= `${Number(g.foedt.slice(0, 4)) + 16}${g.foedt.slice(4)}`
      ? { voksenliv: 'uddannelse' }
      : {}),
  });
  await send(
    `/planer/${planId}/godkendelse`,
    'plan-godkendelse',
    { dato: plus(godkendt, 5), inddragelse: 'Mor og barn har været med til at skrive målene.' },
    g.leder,
  );
  const indsatsId = id(
    await send(
      `/sager/${g.sagId}/indsatser`,
      'stoettende',
      {
        indsatskode: 'familiebehandling',
        maalgruppe: 'familie',
        afgoerelseDato: plus(godkendt, 6),
        forventetStart: plus(godkendt, 10),
        forventetVarighedMaaneder: 12,
        prisOere: 1_250_000,
        prisEnhed: 'maaned',
        samtykkeDato: plus(godkendt, 5),
        overtaget: 'Bevilget og meddelt i det tidligere fagsystem; afgørelsen ligger på sagen.',
        planId,
        bfuId,
        formaal: 'At styrke mors overskud i hverdagen.',
        begrundelse: 'Undersøgelsen peger på familiebehandling.',
        barnetsHoldning: 'Barnet ønsker hjælp hjemme.',
      },
      g.leder,
    ),
    'indsatsId',
  );
  await send(`/indsatser/${indsatsId}/ivaerksaettelse`, 'stoettende-ivaerksat', { dato: plus(godkendt, 10) });
  const opfoelgning = plus(godkendt, 95);
  if (opfoelgning <= '2019-03-15') {
    await send(`/planer/${planId}/opfoelgninger`, 'opfoelgning', {
      dato: opfoelgning,
      indsatsIder: [indsatsId],
      udfald: 'uaendret',
      naesteDato: plus(opfoelgning, 170),
      maalstatus: [{ maalId: id(maal, 'maalId'), status: 'i-gang' }],
      vurdering: 'Indsatsen virker efter hensigten.',
      barnetsHoldning: 'Barnet er glad for familiebehandleren.',
    });
  }
}

/** A local date so many days later. */
export function plus(dato: string, dage: number): string {
  return new Date(Date.parse(`${dato}T00:00:00Z`) + dage * 86_400_000).toISOString().slice(0, 10);
}
