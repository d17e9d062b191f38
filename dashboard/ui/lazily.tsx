/** Components that arrive when they are first wanted, so that the first paint does not wait for them. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import type { LaterPart } from '../i18n/languages.ts';
import { useApp } from '../state/app.ts';
import { Failure } from './failure.tsx';

/**
 * @param load such as `() => import('./map.tsx').then(({ WorldMap }) => WorldMap)`
 * @param words that it needs beside those of the first paint
 * @returns a component that shows a skeleton until the real one is here, and a way to try again when it could not be had
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  words?: LaterPart,
): ComponentType<Props> {
  let arrived: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const { fetchTexts, textsWith } = useApp();
    const hasWords = words === undefined || textsWith(words) !== null;
    const [Loaded, setLoaded] = useState<{ Part: ComponentType<Props> } | null>(
      arrived && hasWords ? { Part: arrived } : null,
    );
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (Loaded !== null || hasFailed) return;
      let isGone = false;
      Promise.all([load(), words === undefined ? null : fetchTexts(words)])
        .then(([Part]) => {
          arrived = Part;
          if (!isGone) setLoaded({ Part });
        })
        .catch(() => {
          if (!isGone) setFailed(true);
        });
      return () => {
        isGone = true;
      };
    }, [Loaded, hasFailed, fetchTexts]);
    if (Loaded !== null) return <Loaded.Part {...props} />;
    if (hasFailed)
      return (
        <Failure error={new ApiError(0, 'offline', 'The server did not answer.')} onRetry={() => setFailed(false)} />
      );
    return <span class="skeleton lazy" aria-hidden="true" />;
  };
}
