import { useEffect, useRef } from 'preact/hooks';

/** A press that moves less is a click. */
const clickPixels = 4;

interface Gestures<View> {
  /** What is seen at the moment; a drag is told with what was seen when it began. */
  readonly view: View;
  /** @param right - Pixels from where the drag began, as `down`. */
  readonly drag: (from: View, right: number, down: number) => void;
  /** @param at - Of the element, in pixels: where the pointer is, and how large it is. */
  readonly wheel: (event: WheelEvent, at: { readonly x: number; readonly y: number; readonly width: number }) => void;
}

interface DragOptions {
  /** Whether only going left and right makes a press a drag. */
  readonly isLevel?: boolean;
}

/** Drags and turns of the wheel on an element; a click stays a click. */
export function useDragAndWheel<View>(
  element: { readonly current: HTMLElement | null },
  gestures: Gestures<View>,
  { isLevel = false }: DragOptions = {},
): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element stays the same while it is there.
  useEffect(() => {
    const area = element.current;
    if (area === null) return;
    let drag: { x: number; y: number; from: View; moved: boolean } | null = null;

    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top, width } = area.getBoundingClientRect();
      latest.current.wheel(event, { x: event.clientX - left, y: event.clientY - top, width });
    };
    const onDown = (event: PointerEvent) => {
      if (event.button === 0) drag = { x: event.clientX, y: event.clientY, from: latest.current.view, moved: false };
    };
    const onMove = (event: PointerEvent) => {
      if (drag === null) return;
      const [right, down] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(right, isLevel ? 0 : down) < clickPixels) return;
      if (!drag.moved) area.setPointerCapture(event.pointerId);
      drag.moved = true;
      latest.current.drag(drag.from, right, down);
    };
    const onUp = () => {
      drag = null;
    };
    area.addEventListener('wheel', onWheel, { passive: false });
    area.addEventListener('pointerdown', onDown);
    area.addEventListener('pointermove', onMove);
    area.addEventListener('pointerup', onUp);
    area.addEventListener('pointercancel', onUp);
    return () => {
      area.removeEventListener('wheel', onWheel);
      area.removeEventListener('pointerdown', onDown);
      area.removeEventListener('pointermove', onMove);
      area.removeEventListener('pointerup', onUp);
      area.removeEventListener('pointercancel', onUp);
    };
  }, []);
}
