import { openIntake, useIntake } from './intake.js';

/** The button that opens the list of files, with how many are under way. */
export function IntakeButton() {
  const { isOpen, files } = useIntake();
  const atWork = files.filter(({ step }) => step !== 'ended').length;
  return (
    <button type="button" aria-expanded={isOpen} onClick={() => openIntake(!isOpen)}>
      Add files{atWork > 0 && ` (${atWork})`}
    </button>
  );
}
