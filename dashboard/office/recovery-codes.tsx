/** Recovery codes that were just made: to be kept now, since they are shown never again. */
import { fileName, saveFile } from '../files/save-file.ts';
import { useTexts } from '../state/app.ts';
import { CopyBox } from '../ui/copy-box.tsx';

interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const words = useTexts('office').value.secondStep.recovery;
  const text = codes.join('\n');
  const save = () => {
    const name = fileName([window.location.hostname, words.title], 'txt');
    saveFile(name, new Blob([`${words.title}, ${window.location.host}\n\n${text}\n`], { type: 'text/plain' }));
  };
  return (
    <>
      <p class="office-said" role="status">
        {words.shown}
      </p>
      <CopyBox text={text} name={words.title} kind="recovery-codes" />
      <p class="office-actions">
        <button type="button" class="button button-plain" onClick={save}>
          {words.save}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {words.done}
        </button>
      </p>
    </>
  );
}
