import { SITE } from '../build/setup.ts';
import { carryOut, explain } from '../build/stage.ts';

await carryOut(SITE).catch(explain);
