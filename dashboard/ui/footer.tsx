/** Says whose figures these are, and where the keys are explained. */
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from './link.tsx';

export function Footer() {
  const { texts, server, shortcuts } = useApp();
  const { hrefOf } = useView();
  // Where there is a key for help, there is help: also for those who have switched the keys off.
  const hasHelp = shortcuts.table.value.some(({ key }) => key === '?');
  return (
    <footer class="footer">
      {texts.value.footer(server.value?.version ?? '')}{' '}
      {hasHelp ? (
        <Link class="quiet-link" href={hrefOf({ open: 'keys' })}>
          {texts.value.shortcuts.title}
        </Link>
      ) : null}
    </footer>
  );
}
