/** Chooses what somebody may do: one role on every site, or one on each of some. */
import type { SiteRole, Standing } from '../api/people.ts';
import type { Site } from '../api/server-state.ts';
import { useTexts } from '../state/app.ts';
import { ROLES, type Role } from '../state/roles.ts';

interface StandingFieldsProps {
  standing: Standing;
  sites: readonly Site[];
  onChange: (standing: Standing) => void;
}

export function StandingFields({ standing, sites, onChange }: StandingFieldsProps) {
  const words = useTexts('office').value.standing;
  const isEverywhere = standing.role !== null;
  const setSite = (site: string, role: Role | null) => {
    const others = standing.sites.filter((each) => each.site !== site);
    const chosen: readonly SiteRole[] = role === null ? others : [...others, { site, role }];
    onChange({ ...standing, sites: chosen });
  };
  return (
    <>
      <fieldset class="office-choice">
        <legend>{words.where}</legend>
        <label>
          <input
            type="radio"
            name="where"
            value="every"
            checked={isEverywhere}
            onChange={() => onChange({ role: 'viewer', sites: [] })}
          />
          {words.every}
        </label>
        <label>
          <input
            type="radio"
            name="where"
            value="some"
            checked={!isEverywhere}
            onChange={() => onChange({ role: null, sites: standing.sites })}
          />
          {words.some}
        </label>
      </fieldset>
      {isEverywhere ? (
        <RoleSelect
          label={words.role}
          role={standing.role}
          onChange={(role) => role !== null && onChange({ ...standing, role })}
        />
      ) : (
        sites.map(({ domain }) => (
          <RoleSelect
            key={domain}
            label={domain}
            role={standing.sites.find(({ site }) => site === domain)?.role ?? null}
            none={words.none}
            onChange={(role) => setSite(domain, role)}
          />
        ))
      )}
      <dl class="office-meanings">
        {ROLES.toReversed().map((role) => (
          <Meaning key={role} role={role} />
        ))}
      </dl>
    </>
  );
}

interface RoleSelectProps {
  label: string;
  role: Role | null;
  /** What no role is called; left out where there has to be one. */
  none?: string;
  onChange: (role: Role | null) => void;
}

function RoleSelect({ label, role, none, onChange }: RoleSelectProps) {
  const { roles } = useTexts('office').value.account;
  return (
    <label class="office-role">
      <bdi>{label}</bdi>
      <select
        name="role"
        value={role ?? ''}
        onChange={({ currentTarget }) => onChange(ROLES.find((each) => each === currentTarget.value) ?? null)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {ROLES.toReversed().map((each) => (
          <option key={each} value={each}>
            {roles[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Meaning({ role }: { role: Role }) {
  const { account, standing } = useTexts('office').value;
  return (
    <div>
      <dt>{account.roles[role]}</dt>
      <dd>{standing.meanings[role]}</dd>
    </div>
  );
}
