/** Writes down what commands have changed, as the pages of the back office do: once it is done, as done on the server. */
import type { ChangeLog, NotedChange } from '../admin/change-log.ts';
import type { Commands, PlainCall } from './commands.ts';

type Told = Omit<NotedChange, 'who'>;
type Teller<Call extends keyof Commands> = (...args: Parameters<Commands[Call]>) => Told;

/** Every command, and what is written of it; null for those that change nothing that people of the back office see. Never anything of visitors. */
const CHANGES: { readonly [Call in PlainCall]: Teller<Call> | null } = {
  listSites: null,
  addSite: (site) => ({ act: 'site_added', site }),
  setSite: (site, options) => ({ act: 'site_changed', site, about: Object.keys(options).join(', ') }),
  removeSite: (site) => ({ act: 'site_removed', site }),
  listRemovedSites: null,
  restoreSite: (site) => ({ act: 'site_restored', site }),
  eraseSite: (site) => ({ act: 'site_erased', site }),
  emptySite: (site) => ({ act: 'site_emptied', site }),
  giveSite: (site, to) => ({ act: 'site_given', site, about: to }),
  listGoals: null,
  addGoal: (site, { name, event, page, scroll }) => ({
    act: 'goal_added',
    ...{ site, about: name ?? event ?? page ?? scroll ?? '' },
  }),
  removeGoal: (site, about) => ({ act: 'goal_removed', site, about }),
  listAnnotations: null,
  addAnnotation: (site) => ({ act: 'note_added', site }),
  removeAnnotation: (site, id) => ({ act: 'note_removed', site, about: String(id) }),
  listSegments: null,
  addSegment: (site, about) => ({ act: 'segment_added', site, about }),
  removeSegment: (site, about) => ({ act: 'segment_removed', site, about }),
  listCookies: null,
  addCookie: (site) => ({ act: 'cookie_added', site }),
  removeCookie: (site, about) => ({ act: 'cookie_removed', site, about }),
  accessVisitor: null,
  eraseVisitor: (site) => ({ act: 'visitor_erased', site }),
  listUsers: null,
  addUser: (about) => ({ act: 'person_added', about }),
  setUser: (about) => ({ act: 'person_changed', about }),
  setPassword: (about) => ({ act: 'password_changed', about }),
  endSecondStep: (about) => ({ act: 'second_step_removed', about }),
  isSecondStepDemanded: null,
  demandSecondStep: (isDemanded) => ({ act: isDemanded ? 'second_step_demanded' : 'second_step_demand_ended' }),
  endLogins: (about) => ({ act: 'logins_ended', about }),
  removeUser: (about) => ({ act: 'person_removed', about }),
  listInvitations: null,
  inviteUser: (about) => ({ act: 'person_invited', about }),
  listKeys: null,
  issueKey: ({ name }, site) => ({ act: 'key_issued', site, about: String(name) }),
  revokeKey: (id) => ({ act: 'key_revoked', about: String(id) }),
  listLinks: null,
  addLink: (site) => ({ act: 'link_added', site }),
  revokeLink: (site, id) => ({ act: 'link_revoked', site, about: String(id) }),
  listChanges: null,
  listDayKeys: null,
  seal: null,
  query: null,
  audit: null,
  exportRecord: null,
  consent: null,
};

export function noteCommands(commands: Commands, changes: Pick<ChangeLog, 'note'>): Commands {
  const noted = { ...commands } as Record<string, (...args: never[]) => Promise<unknown>>;
  for (const [name, tell] of Object.entries(CHANGES)) {
    const run = noted[name];
    if (tell === null || run === undefined) continue;
    noted[name] = async (...args) => {
      const result = await run(...args);
      changes.note({ who: '', ...(tell as (...given: never[]) => Told)(...args) });
      return result;
    };
  }
  return {
    ...(noted as unknown as Commands),
    importData: async (request, input, onProgress) => {
      const report = await commands.importData(request, input, onProgress);
      changes.note({ who: '', act: 'data_imported', site: request.site });
      return report;
    },
  };
}
