import { RUNTIME } from './setup.ts';
import { carryOut, explain } from './stage.ts';

await carryOut(RUNTIME).catch(explain);
