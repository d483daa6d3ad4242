import type { PassageRoute } from '../route.js';
import { useAnswer } from '../use-answer.js';
import { takeIn, useIntake } from './intake.js';
import { useFileDrop } from './use-file-drop.js';

/** Brought when the first file comes: most come to read. */
const loadPanel = () => import('./intake-panel.js');

function LoadedPanel({ open }: { readonly open: (passage: PassageRoute) => void }) {
  const asked = useAnswer('', loadPanel);
  const Panel = asked.state === 'answered' ? asked.answer.default : null;
  return Panel === null ? null : <Panel open={open} />;
}

/** The list of files over a corner of the page, and what shows that they can be dropped. */
export function IntakeCorner({ open }: { readonly open: (passage: PassageRoute) => void }) {
  const { isOpen } = useIntake();
  const isOver = useFileDrop(takeIn);
  return (
    <>
      {isOpen && <LoadedPanel open={open} />}
      {isOver && (
        <div class="drop-hint" role="status">
          <p>Drop the files to have them read into the graph.</p>
        </div>
      )}
    </>
  );
}
