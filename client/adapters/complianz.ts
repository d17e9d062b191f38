/**
 * Complianz. `key`: the category, `statistics` unless said otherwise. Its own question, `cmplz_has_consent`, takes silence for a
 * yes in some countries, and a site may allow statistics by force: a yes counts once the banner has been answered.
 */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Host {
  cmplz_get_cookie(name: string): string;
}

export const adapter: Adapter = (tell, key = 'statistics') => {
  let answer: boolean | undefined;
  watchTool(
    tell,
    () => {
      const read = (window as unknown as Host).cmplz_get_cookie;
      const value = read(key);
      // A banner that was opened again takes nothing back.
      if (value !== 'allow') answer = value ? false : undefined;
      else if (read('banner-status') === 'dismissed') answer = true;
      return answer;
    },
    'cmplz_status_change',
    'cmplz_banner_status',
  );
};
