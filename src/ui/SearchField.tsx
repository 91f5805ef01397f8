import { SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import { useMessages } from './language';

/**
 * A search box that keeps its own draft: typing is never held up by what the text leads to. It follows `value` when
 * that changes from elsewhere (Back, a cleared filter), not when its own reports come back late.
 */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const t = useMessages();
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  const [reported, setReported] = useState<readonly string[]>([]);
  if (seen !== value) {
    setSeen(value);
    const echo = reported.indexOf(value);
    setReported(reported.slice(echo + 1));
    if (echo < 0) setDraft(value);
  }
  return (
    <SearchBox
      aria-label={label}
      placeholder={placeholder ?? label}
      value={draft}
      dismiss={{ 'aria-label': t.ui.clearSearch }}
      onChange={(_event, { value: text }) => {
        setDraft(text);
        setReported((texts) => [...texts, text]);
        onChange(text);
      }}
      style={{ inlineSize: '100%', maxInlineSize: '24rem' }}
    />
  );
}
