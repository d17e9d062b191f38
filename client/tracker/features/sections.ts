/** Parts of a site that are not folders, such as front office and back office: `data-section` goes with every event. */
import { attributes } from '../settings.ts';
import { gates } from '../tracker.ts';

export const sections = (): void => {
  const { section } = attributes;
  gates[3] = (message) => {
    if (section && !/^(consent|engagement|forget)$/.test(message.n)) message.p = { section, ...message.p };
  };
};
