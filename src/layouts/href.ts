/** The address of a page or file of the site, wherever the site lies: `href('lessons/')`. */
export function href(path = ''): string {
  return `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${path}`;
}
