/** A language of the site. `folder`: where a site lies below the English one. `locale`: of dates and numbers. */
export type Language = { code: 'en' | 'de'; name: string; folder: string; locale: string };
