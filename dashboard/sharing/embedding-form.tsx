/** Whose pages may hold a shared page in a frame, and the code that does it. */
import type { TargetedSubmitEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { SharedLink } from '../api/links.ts';
import { Field } from '../pages/field.tsx';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { writePeriod } from '../state/view.ts';
import { CopyButton } from './copy-button.tsx';
import { embedCode, readOrigins } from './embed-code.ts';
import { useAction } from './use-action.ts';
import type { Links } from './use-links.ts';

const CHOICES = ['none', 'any', 'some'] as const;
type Choice = (typeof CHOICES)[number];

export function EmbeddingForm({ link, links }: { link: SharedLink; links: Links }) {
  const { texts, language, theme } = useApp();
  const { view } = useView();
  const words = texts.value.share.embedding;
  const id = useId();
  const [choice, setChoice] = useState<Choice>(typeof link.embedding === 'string' ? link.embedding : 'some');
  const [origins, setOrigins] = useState(typeof link.embedding === 'string' ? '' : link.embedding.join('\n'));
  const [isWrong, setWrong] = useState(false);
  const { isSending, failure, run } = useAction();
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = choice === 'some' ? readOrigins(origins) : choice;
    setWrong(wanted === null);
    if (wanted !== null) void run(() => links.change(link.id, { embedding: wanted }));
  };
  const code = embedCode(link.url, {
    asked: writePeriod(view.period),
    language: language.value,
    theme: theme.current.value,
    title: texts.value.shared.kind,
  });
  return (
    <details class="share-embed">
      <summary>{words.title}</summary>
      {link.hasPassword ? (
        <p>{words.withPassword}</p>
      ) : (
        <form class="entry" onSubmit={submit} noValidate>
          <fieldset class="share-choices">
            <legend class="unseen">{words.title}</legend>
            {CHOICES.map((each) => (
              <label class="choice" key={each}>
                <input
                  type="radio"
                  name={`${id}-embedding`}
                  value={each}
                  checked={choice === each}
                  onChange={() => setChoice(each)}
                />
                {words[each]}
              </label>
            ))}
          </fieldset>
          {choice === 'some' ? (
            <Field label={words.origins} mistake={isWrong ? words.wrong : null} hint={words.originsHint}>
              {(attributes) => (
                <textarea
                  {...attributes}
                  name="origins"
                  rows={3}
                  spellcheck={false}
                  value={origins}
                  onInput={(event) => setOrigins(event.currentTarget.value)}
                />
              )}
            </Field>
          ) : null}
          {failure === null ? null : (
            <p class="mistake" role="alert">
              {failure}
            </p>
          )}
          <button type="submit" class="button button-plain" disabled={isSending}>
            {words.save}
          </button>
          {link.embedding === 'none' ? null : (
            <div class="snippet-box">
              <p class="quiet">{words.code}</p>
              <pre class="snippet">
                <code>{code}</code>
              </pre>
              <CopyButton text={code} label={words.copyCode} />
            </div>
          )}
        </form>
      )}
    </details>
  );
}
