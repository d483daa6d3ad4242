import { download } from '../api/download.js';
import { keptToken } from '../api/token.js';
import { toApiError } from '../use-answer.js';

interface ServerFileProps {
  readonly title: string;
  readonly address: string;
  readonly tell: (words: string) => void;
}

/** A link to a file that the server makes. With a token the page fetches it itself, since a link sends none. */
export function ServerFile({ title, address, tell }: ServerFileProps) {
  const fetchIt = async () => {
    tell(`${title} is on its way.`);
    try {
      const [{ name, content }, { saveFile }] = await Promise.all([download(address), import('./save-file.js')]);
      saveFile(name, content);
      tell(`${title} is saved among your downloads.`);
    } catch (cause) {
      const { message, cure } = toApiError(cause);
      tell(`${message} ${cure}`);
    }
  };
  return (
    <a
      download
      href={address}
      onClick={(event) => {
        if (keptToken() === null) return;
        event.preventDefault();
        void fetchIt();
      }}
    >
      {title}
    </a>
  );
}
