import { REPORT_TEMPLATE, RUNTIME } from '../build/setup.ts';
import { carryOut, explain } from '../build/stage.ts';

await carryOut([...RUNTIME, REPORT_TEMPLATE]).catch(explain);
