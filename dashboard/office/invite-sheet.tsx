/** Invites somebody: an address and what they may do; then the link, which is shown only now. */
import { useState } from 'preact/hooks';
import { invite } from '../api/people.ts';
import type { Site } from '../api/server-state.ts';
import { Field } from '../pages/field.tsx';
import { isEmail } from '../pages/form-mistakes.ts';
import { useTexts } from '../state/app.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { OfficeForm } from './office-form.tsx';
import { ShownOnce } from './shown-once.tsx';
import { StandingFields } from './standing-fields.tsx';
import { useStandingForm } from './use-standing-form.ts';

interface InviteSheetProps {
  sites: readonly Site[];
  onClose: () => void;
  onInvited: () => void;
}

export function InviteSheet({ sites, onClose, onInvited }: InviteSheetProps) {
  const { invite: words, standing, forms } = useTexts('office').value;
  const [email, setEmail] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [made, setMade] = useState<Awaited<ReturnType<typeof invite>> | null>(null);
  const form = useStandingForm({ role: 'viewer', sites: [] }, standing.taken);
  if (made !== null)
    return (
      <ShownOnce
        {...{ title: words.title, kind: 'invite', said: (made.isMailed ? words.mailed : words.ready)(email.trim()) }}
        {...{ secret: made.link }}
        {...{ name: words.link, copy: 'invitation', done: words.done, onClose }}
      />
    );
  return (
    <Dialog title={words.title} kind="invite" onClose={onClose}>
      <OfficeForm
        onSubmit={() => {
          setWrong(!isEmail(email));
          if (isEmail(email))
            form.submit(async (chosen) => {
              setMade(await invite(email.trim(), chosen));
              onInvited();
            });
        }}
      >
        <Refusal said={form.mistake} />
        <Field label={forms.email} mistake={isWrong ? forms.missingEmail : null}>
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              name="email"
              autocomplete="off"
              value={email}
              onInput={({ currentTarget }) => setEmail(currentTarget.value)}
            />
          )}
        </Field>
        <StandingFields standing={form.standing} sites={sites} onChange={form.setStanding} />
        <button type="submit" class="button" disabled={form.isSending}>
          {words.send}
        </button>
      </OfficeForm>
    </Dialog>
  );
}
