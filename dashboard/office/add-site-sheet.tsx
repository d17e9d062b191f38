/** Adds a site: its domain, and what follows from where it is. Everything else has a usual value and can be changed later. */
import { useState } from 'preact/hooks';
import type { ApiError } from '../api/api-error.ts';
import { addSite } from '../api/site-settings.ts';
import { Field } from '../pages/field.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sayError } from '../ui/failure.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useSending } from '../ui/use-sending.ts';
import { CountrySelect } from './country-select.tsx';
import { OfficeForm } from './office-form.tsx';
import { sayMistake } from './say-mistake.ts';
import { TimeZoneInput } from './time-zone-input.tsx';

interface AddSiteSheetProps {
  onClose: () => void;
  onAdded: (domain: string) => Promise<void>;
}

export function AddSiteSheet({ onClose, onAdded }: AddSiteSheetProps) {
  const texts = useTexts('office').value;
  const words = texts.siteList;
  const { format } = useApp();
  const { names } = texts.siteOptions;
  const [domain, setDomain] = useState('');
  const [timezone, setTimezone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [jurisdiction, setJurisdiction] = useState('none');
  const { isSending, failure, send } = useSending();
  const mistakeOf = (path: string) => {
    const detail = failure?.details.find((each) => each.path === path);
    return detail === undefined ? null : sayMistake(detail, texts, format.value);
  };
  const isAboutFields = failure?.code === 'invalid' && failure.details.length > 0;
  const sayFailure = (error: ApiError) => {
    if (error.code !== 'conflict') return sayError(error, texts);
    return error.details.length > 0 ? texts.ending.kept : words.taken;
  };
  return (
    <Dialog title={words.add} kind="site" onClose={onClose}>
      <OfficeForm
        onSubmit={() => void send(async () => onAdded(await addSite(domain.trim(), { timezone, jurisdiction })))}
      >
        <Refusal said={failure === null || isAboutFields ? null : sayFailure(failure)} />
        <Field label={words.domain} mistake={mistakeOf('domain') && words.wrongDomain} hint={words.domainHint}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              name="domain"
              inputMode="url"
              autocapitalize="none"
              spellcheck={false}
              value={domain}
              onInput={({ currentTarget }) => setDomain(currentTarget.value)}
            />
          )}
        </Field>
        <Field label={names.timezone} mistake={mistakeOf('--timezone')}>
          {(attributes) => <TimeZoneInput {...attributes} value={timezone} onInput={setTimezone} />}
        </Field>
        <Field label={names.jurisdiction} mistake={mistakeOf('--jurisdiction')} hint={words.jurisdictionHint}>
          {(attributes) => (
            <CountrySelect
              id={attributes.id}
              name="jurisdiction"
              value={jurisdiction}
              describedBy={attributes['aria-describedby']}
              onChange={setJurisdiction}
            />
          )}
        </Field>
        <button type="submit" class="button" disabled={isSending}>
          {words.add}
        </button>
      </OfficeForm>
    </Dialog>
  );
}
