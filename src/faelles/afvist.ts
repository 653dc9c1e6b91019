/** A domain refusal: the rules or the law say no. Rendered to the user as a problem with the paragraph and what is missing. */
export class Afvist extends Error {
  constructor(
    /** Stable code, becomes the problem's type. */
    readonly kode: string,
    /** Danish, for the person who must act on it: what is wrong, where, what to do. */
    readonly forklaring: string,
    readonly mere: {
      readonly paragraf?: string;
      readonly felt?: string;
      readonly mangler?: readonly string[];
      readonly status?: 409 | 422;
    } = {},
  ) {
    super(`${kode}: refused by a rule`);
    this.name = 'Afvist';
  }
}
