/**
 * Arrow keys go from button to button in a lane, so that the tab key meets each lane once.
 *
 * @returns whether the key meant something here.
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export function moveInLane(lane: HTMLElement, key: string): boolean {
  const buttons = [...lane.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (at < 0) return false;
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[key];
  if (to === undefined) return false;
  buttons[to]?.focus();
  return true;
}
