/** Who is signed in, and the way out. */
import { signOut } from '../api/account.ts';
import { useApp } from '../state/app.ts';
import { PersonIcon } from './icons.tsx';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';

export function AccountMenu() {
  const { server, texts, reload } = useApp();
  const user = server.value?.user;
  if (!user) return null;
  const { menu, roles, someSites, office, signOut: signOutText } = texts.value.account;
  const leave = async () => {
    // Should this fail, the state that is asked for next says that the login is still open.
    await signOut().catch(() => undefined);
    await reload();
  };
  return (
    <Menu label={<PersonIcon />} name={menu} isIcon align="end">
      {(close) => (
        <div class="account">
          <p class="account-email">{user.email}</p>
          <p class="quiet">{user.role === null ? someSites : roles[user.role]}</p>
          <Link href="/app/-/account" onFollow={close}>
            {menu}
          </Link>
          <Link href="/app/-/sites" onFollow={close}>
            {office}
          </Link>
          <button type="button" class="button button-plain" onClick={() => void leave()}>
            {signOutText}
          </button>
        </div>
      )}
    </Menu>
  );
}
