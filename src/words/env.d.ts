/** What the build says of itself: see `astro.config.ts`. */
interface ImportMetaEnv {
  /** Codes of the languages whose sites lie beside each other, with spaces between. */
  readonly LANGUAGES: string;
  /** The way to what they share: `../`, or nothing. */
  readonly TOP: '' | '../';
}
