/** A secret that was just made, in its sheet: to be copied now, since it is shown never again. */
import { CopyBox } from '../ui/copy-box.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface ShownOnceProps {
  title: string;
  kind: string;
  /** What to do with it. */
  said: string;
  secret: string;
  /** What the secret is, for those who hear the page; and its kind for tests. */
  name: string;
  copy: string;
  done: string;
  onClose: () => void;
}

export function ShownOnce({ title, kind, said, secret, name, copy, done, onClose }: ShownOnceProps) {
  return (
    <Dialog title={title} kind={kind} onClose={onClose}>
      <p role="status">{said}</p>
      <CopyBox text={secret} name={name} kind={copy} />
      <p>
        <button type="button" class="button" onClick={onClose}>
          {done}
        </button>
      </p>
    </Dialog>
  );
}
