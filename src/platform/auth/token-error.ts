export type TokenErrorKind =
  | 'missing'
  | 'malformed'
  | 'algorithm'
  | 'signature'
  | 'expired'
  | 'not-yet-valid'
  | 'issuer'
  | 'audience'
  | 'claim'
  | 'issuer-unavailable';

/** Danish, for the person who reads the answer. */
const DETAILS: Readonly<Record<TokenErrorKind, string>> = {
  missing: 'Kaldet mangler et adgangstoken. Send hovedet "Authorization: Bearer <token>".',
  malformed: 'Adgangstokenet er ikke et gyldigt JWT.',
  algorithm:
    'Adgangstokenet er signeret med en algoritme, der ikke er tilladt. Tilladt er RS256, PS256, ES256 og EdDSA.',
  signature: 'Adgangstokenets signatur passer ikke til udstederens nøgler.',
  expired: 'Adgangstokenet er udløbet. Log ind igen.',
  'not-yet-valid': 'Adgangstokenet er ikke trådt i kraft endnu.',
  issuer: 'Adgangstokenet er udstedt af en anden end den udsteder, denne service stoler på.',
  audience: 'Adgangstokenet er udstedt til en anden modtager end denne service.',
  claim: 'Adgangstokenet mangler en oplysning, eller en oplysning har forkert form.',
  'issuer-unavailable':
    'Udstederens nøgler kan ikke hentes lige nu, så adgangstokenet kan ikke efterprøves. Prøv igen om lidt.',
};

/** Why a token was refused. `message` is English and for operators; it never holds the token or the person. */
export class TokenError extends Error {
  constructor(
    readonly kind: TokenErrorKind,
    message: string,
    /** Danish, for the caller; says more than the kind does. */
    readonly detail: string = DETAILS[kind],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'TokenError';
  }
}
