import { type Resume, type Resumeskridt, type Udtalt } from './resume.js';

const RELATION: Readonly<Record<string, string>> = {
  mor: 'mor',
  far: 'far',
  medmor: 'medmor',
  soeskende: 'søskende',
  anden: 'anden',
};
const DELPROCES: Readonly<Record<string, string>> = {
  afklaring: 'Afklaring',
  bfu: 'Børnefaglig undersøgelse',
  visitation: 'Visitation',
  'indsats-opfoelgning': 'Indsats og opfølgning',
};

/** The page as a person reads or prints it. What is said by people is shown as text: it can neither link nor format. */
export function resumeSomMarkdown(r: Resume, om: { readonly sagId: string; readonly pr: string }): string {
  const { barn, sag } = r;
  const linjer = [
    `# ${ren(barn.navn ?? 'Barn uden navn')}${barn.ufoedt ? ' (ikke født)' : barn.alder === null ? '' : `, ${String(barn.alder)} år`}`,
    '',
    `Sag ${om.sagId}, ${sag.omraade}, ${sag.lukket === null ? `åben siden ${sag.oprettet}` : `lukket ${sag.lukket}, oprettet ${sag.oprettet}`}. Sagsbehandler: ${ren(sag.sagsbehandler ?? 'ingen')}${sag.team === null ? '' : ` (${ren(sag.team)})`}.${sag.overdragesTil === null ? '' : ` Overdrages til ${ren(sag.overdragesTil)}.`}${sag.tidligereSagsbehandlere.length === 0 ? '' : ` Før: ${sag.tidligereSagsbehandlere.map(ren).join(', ')}.`}`,
  ];
  if (barn.adressebeskyttet) linjer.push('', '**Navne- og adressebeskyttelse: oplysninger må ikke gives videre.**');
  const afsnit = (overskrift: string, punkter: readonly string[], flere = 0): void => {
    if (punkter.length === 0) return;
    const mere = flere > 0 ? ` (og ${String(flere)} mere)` : '';
    linjer.push('', `## ${overskrift}${mere}`, '', ...punkter.map((punkt) => `- ${punkt}`));
  };
  afsnit('Haster', r.haster.map(skridtet), r.flere.haster);
  afsnit('Skal gøres', r.skalGoeres.map(skridtet), r.flere.skalGoeres);
  afsnit('Må ikke gøres', r.maaIkke.map(skridtet), r.flere.maaIkke);
  afsnit(
    'I gang',
    r.aabneEnkeltsager.map(({ art, aabnet }) => `${DELPROCES[art] ?? ren(art)}, siden ${aabnet}`),
    r.flere.aabneEnkeltsager,
  );
  afsnit(
    'Indsatser',
    r.indsatser.map(
      ({ navn, formaal, ivaerksat }) =>
        `${ren(navn)} (${ivaerksat === null ? 'ikke sat i værk' : `siden ${ivaerksat}`}): ${ren(formaal)}`,
    ),
    r.flere.indsatser,
  );
  afsnit(
    'Mål',
    r.maal.map(({ maal, status }) => `${ren(maal)} (${ren(status)})`),
    r.flere.maal,
  );
  afsnit(
    'Venter på',
    r.venterPaa.map(({ aktoer, svarfrist }) => `${ren(aktoer)}, svarfrist ${svarfrist}`),
    r.flere.venterPaa,
  );
  afsnit('Barnets holdning', udtalelsen(r.barnetsHoldning));
  afsnit('Undersøgelsens konklusion', udtalelsen(r.konklusion));
  afsnit(
    'Familie og netværk',
    r.netvaerk.map(
      ({ navn, art, foraeldremyndighed }) =>
        `${ren(navn ?? 'Uden navn')}, ${RELATION[art] ?? ren(art)}${foraeldremyndighed ? ' (forældremyndighed)' : ''}`,
    ),
    r.flere.netvaerk,
  );
  afsnit(
    'Senest sket',
    r.seneste.map(({ dato, overskrift, tekst }) => `${dato}: ${ren(overskrift)}. ${ren(tekst)}`),
  );
  return `${linjer.join('\n')}\n\n---\n\nDannet af sagens hændelser, som de var ${om.pr}. Alt står i journalen.\n`;
}

function skridtet({ tekst, hvorfor, hjemmel, inden, overskredet }: Resumeskridt): string {
  const frist = inden === null ? '' : overskredet ? ` **Fristen var ${inden}.**` : ` Senest ${inden}.`;
  return `${ren(tekst)}.${frist} ${ren(hvorfor)}${hjemmel === null ? '' : ` (${ren(hjemmel)})`}`;
}

function udtalelsen(udtalt: Udtalt | null): readonly string[] {
  return udtalt === null ? [] : [`${udtalt.dato}: ${ren(udtalt.tekst)}`];
}

function ren(tekst: string): string {
  return tekst.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|]/g, (tegn) => `\\${tegn}`);
}
