/** Axeptio. `key`: the vendor's name, `passant` unless said otherwise. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

type Choices = Record<string, boolean>;
interface Axeptio {
  /** The last argument asks for what has happened already. */
  on(event: string, hear: (choices: Choices) => void, replay: true): void;
}

export const adapter: Adapter = (tell, key = 'passant') => {
  let made: Choices | undefined;
  const look = watchTool(tell, () => made?.[key]);
  const host = window as { _axcb?: { push(run: (sdk: Axeptio) => void): unknown } };
  host._axcb ??= [];
  host._axcb.push((sdk) => {
    sdk.on(
      'cookies:complete',
      (choices) => {
        made = choices;
        look();
      },
      true,
    );
  });
};
