/** Who is signed in, and the way out. */
import { signOut } from '../api/account.ts';
import { useApp } from '../state/app.ts';
import { PersonIcon } from './icons.tsx';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';

export function AccountMenu() {
  const { server, texts, reload, endLogin } = useApp();
  const user = server.value?.user;
  if (!user) return null;
  const { menu, roles, someSites, office, signOut: signOutText } = texts.value.account;
  const leave = async () => {
    await signOut().catch(() => undefined);
    // Whether or not the server has answered. Should it have refused, the state says that the login is still open.
    endLogin(true);
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
