import type { words as english } from '../en/takehome.ts';
import readme from './takehome.txt?raw';

export const words: typeof english = { readme };
