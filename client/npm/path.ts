/** In the package routes in the fragment are an option of `init`, not a form of the script. */
import { pathOf as plainPath } from '../tracker/path.ts';
import { pathOf as routePath } from '../tracker/path-hash.ts';
import { attributes } from '../tracker/settings.ts';

export const pathOf = (): string => (attributes.hash ? routePath() : plainPath());
