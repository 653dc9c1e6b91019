/**
 * The library's front door prints a warning on every start under Node 20, which this project supports and tests; the same
 * classes are imported from behind it.
 */
declare module 'oidc-provider/lib/provider.js' {
  export const Provider: typeof import('oidc-provider').default;
}

declare module 'oidc-provider/lib/helpers/errors.js' {
  export const InvalidGrant: typeof import('oidc-provider').errors.InvalidGrant;
  export const InvalidTarget: typeof import('oidc-provider').errors.InvalidTarget;
}
