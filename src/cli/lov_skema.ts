import { lovpakkeskemaer } from '../faelles/lov/skema.js';
import { writeOrCheck } from './generated-file.js';

for (const [fil, skema] of lovpakkeskemaer()) {
  writeOrCheck(`lovpakker/${fil}`, `${JSON.stringify(skema, null, 2)}\n`, 'npm run lovskema');
}
