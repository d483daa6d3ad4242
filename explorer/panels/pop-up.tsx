import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

interface PopUpProps {
  readonly title: ComponentChildren;
  /** How many of the choices inside differ from what they are at first. */
  readonly changed?: number;
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button with choices under it. Escape, and leaving it, close it. */
export function PopUp({ title, changed = 0, children }: PopUpProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what leaves its own controls.
    <div
      class="pop-up"
      ref={box}
      onKeyDown={(event) => {
        if (open && event.key === 'Escape') close();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button type="button" ref={button} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {title}
        {changed > 0 && <span class="count"> ({changed})</span>} <span aria-hidden="true">▾</span>
      </button>
      <div id={id} class="pop-up-content" hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  );
}
