import { type ContextRegistration } from './platform/registry.js';

/** All bounded contexts, lowest first: what they declare to the platform. Their Nest modules are in `app.module.ts`. */
export const contexts: readonly ContextRegistration[] = [];
