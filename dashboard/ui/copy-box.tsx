/** A text to be copied, with a button that does it and says so. */
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { useCopy } from './use-copy.ts';

interface CopyBoxProps {
  text: string;
  /** What is copied, for those who hear the page. */
  name: string;
  /** Names the box for tests. */
  kind: string;
}

export function CopyBox({ text, name, kind }: CopyBoxProps) {
  const words = useApp().texts.value.explain;
  const { isCopied, copy } = useCopy();
  const [isRefused, setRefused] = useState(false);
  const code = useRef<HTMLElement>(null);
  const write = async () => {
    const isDone = await copy(text);
    if (!isDone && code.current !== null) window.getSelection()?.selectAllChildren(code.current);
    setRefused(!isDone);
  };
  return (
    <div class="copy-box" data-copy={kind}>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section tabIndex={0} aria-label={name}>
        <pre>
          <code ref={code}>{text}</code>
        </pre>
      </section>
      <button type="button" class="button button-plain" aria-label={words.copyWhat(name)} onClick={() => void write()}>
        {words.copy}
      </button>
      <span class="copied" role="status">
        {isCopied ? words.copied : isRefused ? words.copyYourself : ''}
      </span>
    </div>
  );
}
