import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, familie, kl, type Situation } from './begreber.js';

const MODTAGET = '2024-12-19';
const VURDERING = { risikofaktorer: 'x', beskyttelsesfaktorer: 'x', begrundelse: 'x' };

/** A notification about a child in a case, from the day it came until everybody has been answered (BL §§ 18 and 133-137). */
export function underretninger(f: () => Forloeb): Emne {
  const modtag = async (mere: object = {}, foer?: (s: Situation) => Promise<void>): Promise<Situation> => {
    const s = await familie(f());
    await foer?.(s);
    const { underretningId } = await f().underret('', kl('10:00', MODTAGET), { barn: { barnId: s.barnId }, ...mere });
    return { ...s, underretningId };
  };
  const paa = (s: Situation, sti: string, krop: object) =>
    f().post('mo01', `/underretninger/${s['underretningId'] ?? ''}/${sti}`, krop);
  const vurder = (s: Situation, akut = false) =>
    paa(s, 'akutvurdering', { vurderet: kl('12:00', MODTAGET), akut, ...VURDERING });
  const efter = async (
    s: Situation,
    ...skridt: readonly ((s: Situation) => Promise<unknown>)[]
  ): Promise<Situation> => {
    for (const tag of skridt) await tag(s);
    return s;
  };
  const screen = (spor: string) => (s: Situation) =>
    paa(s, 'screening', { spor, screenet: kl('15:00', MODTAGET), begrundelse: 'x' });
  const handl = (s: Situation) =>
    paa(s, 'akut-handlinger', { handlet: kl('13:00', MODTAGET), handling: 'politi', beskrivelse: 'Hentet.' });
  const fagperson = {
    underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'inga@skole.example', fagperson: true },
  };
  const medSoeskende = async ({ barnId = '' }: Situation): Promise<void> => {
    const { personId = '' } = await f().post('tl01', '/personer', {
      art: 'barn',
      navn: 'Søster Testesen',
      foedselsdato: '2016-01-01',
    });
    await f().post('tl01', `/personer/${barnId}/relationer`, {
      personId,
      art: 'soeskende',
      foraeldremyndighed: false,
      gaelderFra: '2016-01-01',
    });
  };
  return {
    navn: 'underretningen',
    kunBarnetsLov: ['den er screenet til afdækning'],
    situationer: {
      'en underretning er modtaget': () => modtag(),
      'den er vurderet uden fare': async () => efter(await modtag(), (s) => vurder(s)),
      'barnet er i fare': async () => efter(await modtag(), (s) => vurder(s, true)),
      'barnet er i fare, og der er handlet': async () => efter(await modtag(), (s) => vurder(s, true), handl),
      'der er mistanke om overgreb': async () => efter(await modtag({ overgreb: true }), (s) => vurder(s)),
      'der er tegn på æresrelateret konflikt': async () =>
        efter(await modtag({ aeresrelateret: true }), (s) => vurder(s)),
      'en indsats er i gang': async () =>
        efter(
          await modtag({}, async ({ sagId }) => {
            await f().tidligIndsats(sagId, '2024-10-01', '2024-10-02');
          }),
          (s) => vurder(s),
        ),
      'der er søskende': () => modtag({}, medSoeskende),
      'en fagpersons er screenet til undersøgelse': async () =>
        efter(await modtag(fagperson), (s) => vurder(s), screen('bfu')),
      'den er screenet til afdækning': async () => efter(await modtag(), (s) => vurder(s), screen('afdaekning')),
    },
    kommandoer: {
      'underretning-akutvurdering': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/akutvurdering`,
        { vurderet: kl('09:00'), akut: false, ...VURDERING },
        'mo01',
      ],
      'underretning-kvittering': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/kvittering`,
        { sendt: '2024-12-20', maade: 'brev' },
        'mo01',
      ],
      'underretning-orientering-fagperson': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/orientering`,
        { dato: '2024-12-20' },
        'mo01',
      ],
      'underretning-genvurdering': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/genvurdering`,
        { vurderet: kl('09:00'), deltagere: ['sb01', 'sb09'], nyDeltager: 'sb09', begrundelse: 'Indsatsen rækker.' },
      ],
      'underretning-boernesamtale': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/boernesamtale`,
        { dato: '2024-12-20', udfald: 'holdt', udenForaeldre: true, referat: 'Fortalte.' },
      ],
      'underretning-samtale-mulig': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/boernesamtale`,
        { dato: '2024-12-20', udfald: 'holdt', udenForaeldre: true, referat: 'Fortalte.' },
      ],
      'aeres-risikovurdering': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/risikovurdering`,
        { vurderet: kl('09:00'), risikovurdering: 'Lav risiko.' },
        'mo01',
      ],
      'akut-handling': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/akut-handlinger`,
        { handlet: kl('09:00'), handling: 'politi', beskrivelse: 'Hentet.' },
        'mo01',
      ],
      screening: ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/screening`,
        { spor: 'ingen-indsats', screenet: kl('09:00'), begrundelse: 'x' },
        'mo01',
      ],
      'underretning-videresendelse': ({ enkeltsagId }) => [
        `/underretninger/${enkeltsagId}/videresendelse`,
        { tilKommune: '851', videresendt: kl('09:00'), begrundelse: 'Flyttet.' },
        'mo01',
      ],
      'underretning-foraeldreorientering': ({ enkeltsagId }, { morId = '' }) => [
        `/underretninger/${enkeltsagId}/foraeldreorienteringer`,
        { personId: morId, dato: '2024-12-20', maade: 'møde' },
      ],
      'foraeldre-inddragelse': ({ enkeltsagId }, { morId = '' }) => [
        `/underretninger/${enkeltsagId}/foraeldreorienteringer`,
        { personId: morId, dato: '2024-12-20', maade: 'møde' },
      ],
      'underretning-soeskende': ({ enkeltsagId, tekst }) => [
        `/underretninger/${enkeltsagId}/soeskende`,
        { boern: [{ barn: { barnId: /\(([0-9a-f-]{36})\)/.exec(tekst)?.[1] ?? '' } }] },
        'mo01',
      ],
      'bfu-afgoerelse': (_skridt, { sagId }) => [
        `/sager/${sagId}/undersoegelser`,
        { opmaerksomDato: MODTAGET, afgoerelseDato: '2024-12-20', begrundelse: 'Behov.' },
      ],
      'afdaekning-afgoerelse': ({ enkeltsagId }, { sagId, underretningId }) => [
        `/sager/${sagId}/afdaekninger`,
        {
          ...{
            opmaerksomDato: MODTAGET,
            afgoerelseDato: '2024-12-20',
            forhold: ['skoleforhold'],
            begrundelse: 'Fravær.',
          },
          ...(enkeltsagId === underretningId ? { underretningId } : {}),
        },
      ],
    },
  };
}
