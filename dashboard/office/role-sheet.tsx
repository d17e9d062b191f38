/** Changes what somebody may do. */
import { changeStanding, type Person } from '../api/people.ts';
import type { Site } from '../api/server-state.ts';
import { useTexts } from '../state/app.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { OfficeForm } from './office-form.tsx';
import { StandingFields } from './standing-fields.tsx';
import { useStandingForm } from './use-standing-form.ts';

interface RoleSheetProps {
  person: Person;
  sites: readonly Site[];
  onClose: () => void;
  onChanged: () => void;
}

export function RoleSheet({ person, sites, onClose, onChanged }: RoleSheetProps) {
  const { people, standing: words } = useTexts('office').value;
  const form = useStandingForm({ role: person.role, sites: person.sites }, words.lastOwner);
  return (
    <Dialog title={people.change(person.email)} kind="role" onClose={onClose}>
      <OfficeForm
        onSubmit={() =>
          form.submit(async (standing) => {
            await changeStanding(person.id, standing);
            onChanged();
          })
        }
      >
        <Refusal said={form.mistake} />
        <StandingFields standing={form.standing} sites={sites} onChange={form.setStanding} />
        <button type="submit" class="button" disabled={form.isSending}>
          {words.save}
        </button>
      </OfficeForm>
    </Dialog>
  );
}
