import { beEmbedded } from './embed.ts';

beEmbedded(window);
