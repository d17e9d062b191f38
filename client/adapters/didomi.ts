/** Didomi. `key`: the vendor's id, `c:passant` unless said otherwise. Enabled where nobody is asked is no decision. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Didomi {
  shouldUserStatusBeCollected(): boolean;
  getCurrentUserStatus(): { regulation: string; vendors: Record<string, { enabled: boolean }> };
  on(event: 'consent.changed', hear: () => void): void;
}

export const adapter: Adapter = (tell, key = 'c:passant') => {
  const host = window as { didomiOnReady?: { push(run: (didomi: Didomi) => void): unknown } };
  host.didomiOnReady ??= [];
  host.didomiOnReady.push((didomi) => {
    const look = watchTool(tell, () => {
      const { regulation, vendors } = didomi.getCurrentUserStatus();
      const isOpen = didomi.shouldUserStatusBeCollected() || regulation === 'none';
      return isOpen ? undefined : vendors[key]?.enabled;
    });
    didomi.on('consent.changed', () => look());
  });
};
