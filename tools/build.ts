import { SITE } from './setup.ts';
import { carryOut, explain } from './stage.ts';

await carryOut(SITE).catch(explain);
