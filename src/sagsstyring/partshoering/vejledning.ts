import { type Skridt } from '../../faelles/skridt.js';
import { ROLLENAVN, uhoerteParter } from './partshoering.js';
import { type Partshoering } from './tilstand.js';

/** Whom to hear now, whom to wait for, and when the decision may be made. */
export function partshoeringsskridt(p: Partshoering, iDag: string): readonly Skridt[] {
  if (p.fase !== 'i-gang') return [];
  const hjemmel = 'forvaltningsloven § 19';
  const faelles = { hjemmel, enkeltsagId: p.partshoeringId };
  const uhoerte = uhoerteParter(p, iDag);
  const skridt: Skridt[] = uhoerte.flatMap((part) =>
    part.brev === null
      ? [
          {
            kode: 'partshoeringsbrev',
            art: 'skal' as const,
            tekst: `Send partshøring til ${ROLLENAVN[part.rolle]} (${part.personId})${part.rolle === 'barn' ? ' i et sprog, barnet forstår' : ''}`,
            hvorfor: `Parten skal høres, før der træffes afgørelse: ${p.afgoerelsesnavn}`,
            ...faelles,
            ...(part.rolle === 'barn' ? { kunTilBarnet: true as const } : {}),
          },
        ]
      : [],
  );
  const venter = uhoerte.flatMap((part) => (part.brev === null ? [] : [part.brev.svarfrist])).sort();
  const sidste = venter.at(-1);
  skridt.push(
    uhoerte.length > 0
      ? {
          kode: 'afgoerelse-foer-hoering',
          art: 'maa-ikke',
          tekst: `Træf ikke afgørelsen endnu: ${p.afgoerelsesnavn}`,
          hvorfor: sidste === undefined ? 'Parter er ikke hørt' : `Parterne har til og med ${sidste} at svare i`,
          ...faelles,
        }
      : {
          kode: 'partshoering-afslutning',
          art: 'skal',
          tekst: 'Afslut partshøringen, og inddrag svarene i afgørelsen',
          hvorfor: 'Alle parter har svaret, haft tid til det eller er lovligt undtaget',
          ...faelles,
        },
  );
  return skridt;
}

/** Why nothing is to be done about it. */
export function partshoeringshvile(p: Partshoering): string | undefined {
  return p.fase === 'afsluttet' ? 'Partshøringen er afsluttet; svarene inddrages i afgørelsen' : undefined;
}
