// The Dockerfile, as far as it can be judged without Docker: instructions, flags, ports and image references.
import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';

const FILE = 'docker/Dockerfile';
const found = validate(readFileSync(FILE, 'utf8'));
for (const { range, message } of found) console.error(`${FILE}:${range.start.line + 1}  ${message}`);
process.exitCode = found.length === 0 ? 0 : 1;
