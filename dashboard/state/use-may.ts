/** Whether the reader may do something to the site of the address: what the server would refuse is not offered. */
import { useApp } from './app.ts';
import { isAtLeast, type Role } from './roles.ts';
import { useView } from './use-view.ts';

export function useMay(least: Role): boolean {
  const { server, shared } = useApp();
  const { domain } = useView().view;
  const role = server.value?.sites.find((site) => site.domain === domain)?.role ?? null;
  return shared === null && isAtLeast(role, least);
}
