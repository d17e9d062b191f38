/** Properties that the snippet gives to every pageview: `data-prop-<name>`, or `props` of the package. */
import { attributes } from '../settings.ts';
import { gates } from '../tracker.ts';

export const props = (): void => {
  const p: Record<string, unknown> = { ...(attributes.props as object) };
  // The names of attributes arrive in camel case.
  for (const key in attributes)
    if (/^prop[A-Z]/.test(key))
      p[
        key
          .slice(4)
          .replace(/\B[A-Z]/g, '-$&')
          .toLowerCase()
      ] = attributes[key];
  gates[4] = (message) => {
    if (message.n === 'pageview') message.p = { ...p, ...message.p };
  };
};
