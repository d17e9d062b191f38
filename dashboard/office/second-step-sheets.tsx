/** The sheets in which a second step is set up and taken away: the password first, and at the end recovery codes where they are new. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import {
  addPasskey,
  beginApp,
  confirmApp,
  type FreshCodes,
  type Passkey,
  removeApp,
  removePasskey,
  renewCodes,
} from '../api/second-step.ts';
import { useTexts } from '../state/app.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type Proof, type ProofField, ProofForm } from './proof-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export type OpenSheet = 'app' | 'app-off' | 'passkey' | 'codes' | Passkey;

interface SheetProps {
  /** Whose account it is. */
  email: string;
  /** Else a sign-in just now takes its place. */
  hasPassword: boolean;
  onClose: () => void;
  /** Something has been added or removed. */
  onChanged: () => void;
}

export function SecondStepSheet({ open, ...props }: SheetProps & { open: OpenSheet }) {
  const words = useTexts('office').value.secondStep;
  const { app, passkeys, recovery } = words;
  if (open === 'app') return <AppSheet {...props} />;
  if (open === 'app-off')
    return (
      <OneStepSheet
        {...props}
        {...{ title: app.off, said: app.offLead, fields: ['current', 'code'], submit: app.off }}
        onSubmit={async ({ current, code }) => {
          await removeApp(current, code);
          return null;
        }}
      />
    );
  if (open === 'passkey')
    return (
      <OneStepSheet
        {...props}
        {...{ title: passkeys.add, said: passkeys.addLead, fields: ['name', 'current'], submit: words.next }}
        onSubmit={({ name, current }) => addPasskey(current, name.trim())}
      />
    );
  if (open === 'codes')
    return (
      <OneStepSheet
        {...props}
        {...{ title: recovery.renew, said: recovery.renewLead, fields: ['current'], submit: recovery.renew }}
        onSubmit={({ current }) => renewCodes(current)}
      />
    );
  return (
    <OneStepSheet
      {...props}
      {...{ title: passkeys.remove(open.name), said: passkeys.removeLead, fields: ['current'] }}
      submit={passkeys.removeIt}
      onSubmit={async ({ current }) => {
        await removePasskey(open.id, current);
        return null;
      }}
    />
  );
}

interface OneStepSheetProps extends SheetProps {
  title: string;
  said: ComponentChildren;
  fields: readonly ProofField[];
  submit: string;
  /** @returns new recovery codes, or null @throws ApiError */
  onSubmit: (proof: Proof) => Promise<FreshCodes>;
}

function OneStepSheet({ title, said, submit, email, onSubmit, onClose, onChanged, ...asked }: OneStepSheetProps) {
  const fields = asked.fields.filter((each) => each !== 'current' || asked.hasPassword);
  const [codes, setCodes] = useState<FreshCodes>(null);
  return (
    <Dialog title={title} kind="second-step" onClose={onClose}>
      {codes === null ? (
        <>
          <p class="office-said">{said}</p>
          <ProofForm
            {...{ fields, submit, email }}
            onSubmit={async (proof) => {
              const made = await onSubmit(proof);
              onChanged();
              if (made === null) onClose();
              else setCodes(made);
            }}
          />
        </>
      ) : (
        <RecoveryCodes codes={codes} onDone={onClose} />
      )}
    </Dialog>
  );
}

function AppSheet({ email, hasPassword, onClose, onChanged }: SheetProps) {
  const words = useTexts('office').value.secondStep;
  const [begun, setBegun] = useState<{ secret: string; picture: string } | null>(null);
  if (begun !== null)
    return (
      <OneStepSheet
        {...{ title: words.app.setUp, fields: ['code'], submit: words.app.confirm }}
        {...{ email, hasPassword, onClose, onChanged }}
        said={<Secret {...begun} />}
        onSubmit={({ code }) => confirmApp(code)}
      />
    );
  return (
    <Dialog title={words.app.setUp} kind="second-step" onClose={onClose}>
      <p class="office-said">{words.app.lead}</p>
      <ProofForm
        {...{ fields: hasPassword ? ['current'] : [], submit: words.next, email }}
        onSubmit={async ({ current }) => setBegun(await beginApp(current))}
      />
    </Dialog>
  );
}

function Secret({ secret, picture }: { secret: string; picture: string }) {
  const words = useTexts('office').value.secondStep.app;
  return (
    <>
      <span class="office-scan">{words.scan}</span>
      <img class="office-picture" alt={words.picture} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} />
      <span class="quiet">{words.secret}</span>{' '}
      <code class="office-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
    </>
  );
}
