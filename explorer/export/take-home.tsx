import { useState } from 'preact/hooks';
import type { Network } from '../api/load-network.js';
import type { Shown } from '../network/network-view.js';
import { PopUp } from '../panels/pop-up.js';
import type { Route } from '../route.js';
import { serverExportArguments } from './server-export.js';
import { ServerFile } from './server-file.js';

interface TakeHomeProps {
  readonly route: Route;
  readonly network: Network;
  readonly shown: Shown;
}

/** The part of a file's name that comes before the extension. */
const fileName = (route: Route) => `diplograph-${(route.entity ?? 'overview').replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** The writers are brought when the first file is asked for. */
const writers = () => Promise.all([import('./draw-svg.js'), import('./graph-files.js'), import('./save-file.js')]);

const formats = ['GEXF', 'GraphML', 'CSV', 'JSON-LD'] as const;

/** The view as an address, as a picture, and as a file for other programs. */
export function TakeHome({ route, network, shown }: TakeHomeProps) {
  const [told, setTold] = useState('');
  const fromServer = serverExportArguments(route);
  const save = async (what: string) => {
    try {
      const [{ drawPng, drawSvg }, { graphFiles }, { saveFile }] = await writers();
      const name = fileName(route);
      const file = graphFiles.find(({ title }) => title === what);
      if (file)
        saveFile(`${name}.${file.extension}`, new Blob([file.write({ network, shown })], { type: file.mediaType }));
      else if (what === 'SVG') saveFile(`${name}.svg`, new Blob([drawSvg(shown)], { type: 'image/svg+xml' }));
      else saveFile(`${name}.png`, await drawPng(shown));
      setTold(`${what} is saved among your downloads.`);
    } catch {
      setTold(`${what} could not be made. Show fewer entities and try again.`);
    }
  };
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setTold('The address is copied.'),
      () => setTold('The browser does not let the page copy: copy the address above the page.'),
    );
  return (
    <PopUp title="Take home">
      {() => (
        <>
          <p class="quiet">The address of the page holds this view.</p>
          <button type="button" onClick={() => void copy()}>
            Copy the address
          </button>
          <fieldset class="row">
            <legend>Picture</legend>
            {['PNG', 'SVG'].map((what) => (
              <button key={what} type="button" onClick={() => void save(what)}>
                {what}
              </button>
            ))}
          </fieldset>
          <fieldset class="row">
            <legend>Graph, as it is drawn</legend>
            {formats.map((what) => (
              <button key={what} type="button" onClick={() => void save(what)}>
                {what}
              </button>
            ))}
          </fieldset>
          {fromServer !== null && (
            <fieldset class="row">
              <legend>The same, with every passage</legend>
              {formats.map((what) => (
                <ServerFile
                  key={what}
                  title={what}
                  tell={setTold}
                  address={`/export/${what.replace('-', '').toLowerCase()}?${fromServer}`}
                />
              ))}
            </fieldset>
          )}
          <p class="quiet">Gephi and Gephi Lite open the GEXF file: “Open”, “from a local file”.</p>
          <p class="quiet" role="status">
            {told}
          </p>
        </>
      )}
    </PopUp>
  );
}
