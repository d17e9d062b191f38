/** Says whose figures these are. */
import { useApp } from '../state/app.ts';

export function Footer() {
  const { texts, server } = useApp();
  return <footer class="footer">{texts.value.footer(server.value?.version ?? '')}</footer>;
}
