import type { words as english } from '../en/share.ts';

export const words: typeof english = {
  damaged: 'Ein Teil des Links fehlt oder wurde unterwegs verändert. Lass ihn dir noch einmal schicken.',
  tooLarge: 'Entpackt ist er größer als jeder Link dieser Website.',
  otherStart:
    'Er wurde mit einer anderen Version dieses Programms gemacht und enthält nur, was daran geändert wurde. Wer ihn geschickt hat, hat noch alles: Bitte darum, den Link auf dieser Seite neu zu kopieren oder den Code mitzunehmen und das Zip zu schicken; es öffnet sich unter „Dein eigenes Programm“.',
  foreignFile: (name) => `Er enthält eine Datei „${name}“, die dieses Programm nicht hat.`,
};
