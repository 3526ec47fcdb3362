/** The address of a page or file of the site in its language, wherever it lies: `href('lessons/')`. */
export function href(path = ''): string {
  return `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${path}`;
}

/** The address of what the sites of all languages share: `topHref('favicon.svg')`. */
export function topHref(path = ''): string {
  const here = href();
  return `${import.meta.env.TOP === '' ? here : here.replace(/[^/]+\/$/, '')}${path}`;
}
