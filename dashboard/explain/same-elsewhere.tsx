/** How to get the same elsewhere: the address of the page, and the call of the API. */
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { CopyBox } from '../ui/copy-box.tsx';
import { type Call, writeCurl } from './write-call.ts';

export function SameElsewhere({ call }: { call: Call }) {
  const { texts, shared } = useApp();
  const { hrefOf } = useView();
  const words = texts.value.explain;
  // Of the view and not of the bar, which may leave the period out.
  const address = new URL(hrefOf({}), window.location.origin).href;
  return (
    <>
      <h3>{words.share}</h3>
      <CopyBox kind="link" name={words.share} text={address} />
      <h3>{words.call}</h3>
      {shared === null ? <p class="quiet">{words.callIntro}</p> : null}
      <CopyBox kind="curl" name={words.call} text={writeCurl(window.location.origin, call, shared?.key ?? null)} />
      {call.body === null ? null : <CopyBox kind="body" name={words.body} text={JSON.stringify(call.body, null, 2)} />}
    </>
  );
}
