/** Makes somebody else the owner of a site, and says what the giver keeps there. */
import { useState } from 'preact/hooks';
import { giveSite, type KeptRole } from '../api/end-of-site.ts';
import { Field } from '../pages/field.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { isAtLeast, ROLES, type Role } from '../state/roles.ts';
import { ConfirmedAct } from './confirmed-act.tsx';

interface GiveSiteProps {
  domain: string;
  /** What the giver is on every site, which stays; null for none. */
  everywhere: Role | null;
}

/** From the highest to the lowest. */
const LOWER_ROLES = ROLES.filter((role) => role !== 'owner');

export function GiveSite({ domain, everywhere }: GiveSiteProps) {
  const { place, reload } = useApp();
  const texts = useTexts('office').value;
  const words = texts.ending;
  const [to, setTo] = useState('');
  const [keep, setKeep] = useState<KeptRole>('none');
  const [given, setGiven] = useState('');
  // A role on every site holds here too: one below it would say nothing.
  const choices = LOWER_ROLES.filter((role) => !isAtLeast(everywhere, role));
  return (
    <ConfirmedAct
      domain={domain}
      label={words.giveConfirm(domain)}
      verb={words.give}
      isDanger={false}
      done={given}
      sayRefusal={({ code }) => (code === 'not_found' ? words.nobody : code === 'conflict' ? words.yourself : null)}
      onConfirm={async (written) => {
        const role = await giveSite(domain, { to: to.trim(), keep, confirm: written });
        setGiven(words.given(to.trim()));
        if (!isAtLeast(role, 'owner')) place.go('/app/-/sites');
        await reload();
      }}
    >
      <p class="quiet">{words.giveMore}</p>
      <Field label={words.to} mistake={null}>
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            name="to"
            autocomplete="off"
            value={to}
            onInput={({ currentTarget }) => setTo(currentTarget.value)}
          />
        )}
      </Field>
      {everywhere === null ? null : <p class="quiet">{words.stays(texts.account.roles[everywhere])}</p>}
      {choices.length === 0 ? null : (
        <Field label={words.keep} mistake={null}>
          {(attributes) => (
            <select
              {...attributes}
              name="keep"
              value={keep}
              onChange={({ currentTarget }) =>
                setKeep(LOWER_ROLES.find((role) => role === currentTarget.value) ?? 'none')
              }
            >
              <option value="none">{everywhere === null ? words.nothing : texts.account.roles[everywhere]}</option>
              {choices.toReversed().map((role) => (
                <option key={role} value={role}>
                  {texts.account.roles[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </ConfirmedAct>
  );
}
