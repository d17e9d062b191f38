/** What the banner's script tag says, as `dataset` names it. */

export interface BannerAttributes {
  /** Of what the site itself says, behind the version of our text; a new one asks again. */
  version?: string;
  /** Address of the page with all the details, if there is one. */
  charter?: string;
  /** `light` or `dark` for a site that has only one of them. */
  theme?: string;
  /** `none` hides the small button that leads back to the choice, where a site offers its own instead. */
  button?: string;
  /** `ask`: visitors who send a privacy signal are asked too. They have answered already, so by default they are left in peace. */
  signals?: string;
  /** Keys of what the site asks for beside statistics, such as `comfort,marketing`; `data-comfort` has the words for it. */
  categories?: string;
  [category: string]: string | undefined;
}

/** Keys of the cookie that mean something else. */
const TAKEN = /^(v|at|text|statistics)$/;

/** Keys of what is asked for, `statistics` first. */
export function readCategories({ categories = '' }: BannerAttributes): string[] {
  return ['statistics', ...(categories.match(/[a-z]+/g) ?? []).filter((key) => !TAKEN.test(key))];
}
