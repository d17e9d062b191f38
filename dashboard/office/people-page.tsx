/** People with an account and those who are invited: what each may do, changed and taken back. */
import { useState } from 'preact/hooks';
import {
  endLoginsOf,
  fetchPeople,
  type Invitation,
  type ListedPerson,
  type Person,
  removePerson,
  takeBack,
} from '../api/people.ts';
import type { ServerState } from '../api/server-state.ts';
import { useApp, useTexts } from '../state/app.ts';
import { isAtLeast } from '../state/roles.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { DemandPanel } from './demand-panel.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { RoleSheet } from './role-sheet.tsx';
import { StandingLines } from './standing-lines.tsx';

export function PeoplePage({ state }: { state: ServerState }) {
  const words = useTexts('office').value.people;
  const [beat, setBeat] = useState(0);
  const [open, setOpen] = useState<'invite' | Person | null>(null);
  const { known, error, retry } = useAnswerOf(fetchPeople, 'all', beat);
  const again = () => setBeat((count) => count + 1);
  return (
    <>
      <div class="masthead">
        <h1>{words.title}</h1>
        <p class="page-lead">{words.lead}</p>
        <button type="button" class="button" onClick={() => setOpen('invite')}>
          {words.invite}
        </button>
      </div>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      {known === null ? (
        <span class="skeleton office-waiting" aria-hidden="true" />
      ) : (
        <>
          <PeopleTable
            people={known.answer.people}
            own={state.user?.email ?? ''}
            onChange={setOpen}
            onRemoved={again}
          />
          <DemandPanel
            isDemanded={known.answer.isSecondStepDemanded}
            without={known.answer.people.filter(({ hasSecondStep }) => !hasSecondStep).length}
            mayChange={isAtLeast(state.user?.role ?? null, 'owner')}
            onChanged={again}
          />
          <Invitations invitations={known.answer.invitations} onTakenBack={again} />
        </>
      )}
      {open === 'invite' ? (
        <InviteSheet sites={state.sites} onClose={() => setOpen(null)} onInvited={again} />
      ) : open === null ? null : (
        <RoleSheet
          person={open}
          sites={state.sites}
          onClose={() => setOpen(null)}
          onChanged={() => {
            setOpen(null);
            again();
          }}
        />
      )}
    </>
  );
}

interface PeopleTableProps {
  people: readonly ListedPerson[];
  /** Address of who is looking. */
  own: string;
  onChange: (person: Person) => void;
  onRemoved: () => void;
}

function PeopleTable({ people, own, onChange, onRemoved }: PeopleTableProps) {
  const { format } = useApp();
  const words = useTexts('office').value.people;
  return (
    <section class="panel" aria-labelledby="people-title">
      <h2 id="people-title">{words.list}</h2>
      <div class="sideways">
        <table class="office-table">
          <thead>
            <tr>
              <th scope="col">{words.columns.email}</th>
              <th scope="col">{words.columns.role}</th>
              <th scope="col">{words.columns.since}</th>
              <th scope="col">{words.columns.change}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id} data-person={person.email}>
                <th scope="row">
                  <bdi>{person.email}</bdi>
                  {person.email === own ? <span class="quiet"> ({words.you})</span> : null}
                  <p class="quiet office-steps">{person.hasSecondStep ? words.twoSteps : words.oneStep}</p>
                </th>
                <td>
                  <StandingLines standing={person} />
                </td>
                <td class="quiet">{format.value.bucket(dateOf(person.createdAt), 'month', 'long')}</td>
                <td>
                  <div class="office-actions">
                    <button
                      type="button"
                      class="button button-plain"
                      aria-label={words.change(person.email)}
                      onClick={() => onChange(person)}
                    >
                      {words.columns.change}
                    </button>
                    {person.email === own ? null : <EndLogins person={person} />}
                    <RemoveButton
                      name={words.remove(person.email)}
                      question={words.removeQuestion(person.email)}
                      onRemove={async () => {
                        await removePerson(person.id);
                        onRemoved();
                      }}
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Signs somebody out everywhere; a word that it is done takes the place of the button. */
function EndLogins({ person: { id, email } }: { person: Person }) {
  const words = useTexts('office').value.people;
  const [isDone, setDone] = useState(false);
  return isDone ? (
    <p class="quiet" role="status">
      {words.signedOut}
    </p>
  ) : (
    <RemoveButton
      label={words.signOut}
      verb={words.signOut}
      name={words.signOutName(email)}
      question={words.signOutQuestion(email)}
      onRemove={async () => {
        await endLoginsOf(id);
        setDone(true);
      }}
    />
  );
}

interface InvitationsProps {
  invitations: readonly Invitation[];
  onTakenBack: () => void;
}

function Invitations({ invitations, onTakenBack }: InvitationsProps) {
  const { format } = useApp();
  const words = useTexts('office').value.people;
  return (
    <section class="panel" aria-labelledby="invitations-title">
      <h2 id="invitations-title">{words.invitations}</h2>
      {invitations.length === 0 ? <p class="quiet">{words.noInvitations}</p> : null}
      <ul class="office-list">
        {invitations.map((each) => (
          <li key={each.id} class="office-item" data-invitation={each.email}>
            <div>
              <strong>
                <bdi>{each.email}</bdi>
              </strong>
              <StandingLines standing={each} />
              <p class="quiet">
                {words.until(format.value.date(dateOf(each.expiresAt)))}
                {each.invitedBy === null ? '' : `, ${words.by(each.invitedBy)}`}
              </p>
            </div>
            <RemoveButton
              name={words.takeBack(each.email)}
              question={words.takeBackQuestion(each.email)}
              onRemove={async () => {
                await takeBack(each.id);
                onTakenBack();
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param at UTC ms */
function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
