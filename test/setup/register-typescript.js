import { register } from 'node:module';

/** `node --import` this to run the project's TypeScript without building it. */
register('./typescript-hooks.js', import.meta.url);
