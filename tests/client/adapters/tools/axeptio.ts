import type { Tool } from '../tool.ts';

/** Runs what waits in `_axcb`; `on` with a third argument tells of the past too. */
export const tool: Tool = {
  adapter: 'axeptio',
  scripts: [
    `setTimeout(() => {
      const handlers = [];
      const past = [];
      const emit = (name, payload) => { past.push([name, payload]); for (const [of, hear] of handlers) if (of === name) hear(payload); };
      const sdk = { on(name, hear, replay) { handlers.push([name, hear]); if (replay) for (const [of, payload] of past) if (of === name) hear(payload); } };
      const waiting = window._axcb ?? [];
      window._axcb = { push: (run) => run(sdk) };
      waiting.forEach((run) => run(sdk));
      emit('ready', {});
      if (kept.get()) emit('cookies:complete', kept.get());
      else emit('cookies:display', {});
      window.axeptio = { save(choices) { kept.set(choices); emit('consent:saved', { consent: choices }); emit('cookies:complete', choices); } };
    });`,
  ],
  isReady: 'window.axeptio',
  accept: 'axeptio.save({ passant: true, other: false })',
  refuse: 'axeptio.save({ passant: false, other: true })',
  traps: [{ name: 'an answer about others', does: 'axeptio.save({ other: true })', told: [] }],
};
