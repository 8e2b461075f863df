import { useEffect, useState } from 'preact/hooks';

/** Looks while one types, but not at every key. */
export function SearchField(props: {
  readonly label: string;
  readonly placeholder?: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
}) {
  const [typed, setTyped] = useState(props.words);
  const { words, onWords } = props;
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed === words) return;
    const wait = setTimeout(() => onWords(typed), 250);
    return () => clearTimeout(wait);
  }, [typed, words, onWords]);
  return (
    <input
      type="search"
      class="search-field"
      aria-label={props.label}
      placeholder={props.placeholder ?? props.label}
      value={typed}
      maxLength={200}
      onInput={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
