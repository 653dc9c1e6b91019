import { CprFelt, DatoFelt, JaNej, Tekst, UuidFelt } from '../../platform/http/felt.js';

const JOURNAL = 'offentlighedsloven § 15';
const UFOEDT = 'SEL § 50 / BL §§ 24-27';

export class BarnAnmodning {
  /** A child that is known already. */
  @UuidFelt('Id på et barn, der er registreret i forvejen.', '0191e2b4-7c3a-7d1e-8f00-000000000001', { valgfri: true })
  barnId?: string;

  /** CPR number. */
  @CprFelt('Barnets CPR-nummer. Er det kendt, bruges den registrerede person.', '6102149995', { valgfri: true })
  cpr?: string;

  /** Name. */
  @Tekst('Barnets navn, når CPR-nummeret ikke kendes.', 'Test Testesen', {
    valgfri: true,
    hjemmel: JOURNAL,
    kraevesNaar: 'barnets id og CPR-nummer ikke kendes, og barnet er født',
  })
  navn?: string;

  /** Date of birth. */
  @DatoFelt('Barnets fødselsdato, når CPR-nummeret ikke kendes.', '2014-02-01', { valgfri: true })
  foedselsdato?: string;

  /** Whether the child is unborn. */
  @JaNej('Om barnet ikke er født endnu.', false, { valgfri: true })
  ufoedt?: boolean;

  /** The mother's CPR number. */
  @CprFelt('Moderens CPR-nummer, når barnet ikke er født.', '6502909996', {
    valgfri: true,
    hjemmel: UFOEDT,
    kraevesNaar: 'barnet ikke er født og ikke er registreret i forvejen, og moderens navn ikke angives',
  })
  morsCpr?: string;

  /** The mother's name. */
  @Tekst('Moderens navn, når barnet ikke er født, og hendes CPR-nummer ikke kendes.', 'Test Testesen', {
    valgfri: true,
    hjemmel: UFOEDT,
    kraevesNaar: 'barnet ikke er født og ikke er registreret i forvejen, og moderens CPR-nummer ikke kendes',
  })
  morsNavn?: string;

  /** Due date. */
  @DatoFelt('Termin, når barnet ikke er født.', '2019-05-01', { valgfri: true })
  termin?: string;
}
