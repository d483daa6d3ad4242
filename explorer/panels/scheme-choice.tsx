import { useState } from 'preact/hooks';
import { chooseScheme, readScheme, type Scheme, schemes } from '../colour-scheme.js';

const words: Readonly<Record<Scheme, string>> = { auto: 'auto', light: 'light', dark: 'dark' };

export function SchemeChoice() {
  const [scheme, setScheme] = useState(readScheme);
  return (
    <select
      aria-label="Colours of the page"
      value={scheme}
      onChange={({ currentTarget: { value } }) => {
        const chosen = schemes.find((one) => one === value) ?? 'auto';
        chooseScheme(chosen);
        setScheme(chosen);
      }}
    >
      {schemes.map((one) => (
        <option key={one} value={one}>
          {words[one]}
        </option>
      ))}
    </select>
  );
}
