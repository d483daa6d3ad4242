import { useEffect, useRef } from 'preact/hooks';

/** A press that moves less is a click. */
const clickPixels = 4;

/** Two fingers that went apart or together, and elsewhere. */
export interface Pinch {
  /** Above 1 where they went apart. */
  readonly factor: number;
  /** Pixel of the element between them when they came. */
  readonly at: { readonly x: number; readonly y: number };
  /** Pixels that the middle between them has gone since, as `down`. */
  readonly right: number;
  readonly down: number;
}

interface Gestures<View> {
  /** What is seen at the moment; a drag is told with what was seen when it began. */
  readonly view: View;
  /** @param right - Pixels from where the drag began, as `down`. */
  readonly drag: (from: View, right: number, down: number) => void;
  readonly pinch: (from: View, pinch: Pinch) => void;
  /** @param at - Of the element, in pixels: where the pointer is, and how large it is. */
  readonly wheel: (event: WheelEvent, at: { readonly x: number; readonly y: number; readonly width: number }) => void;
}

interface DragOptions {
  /** Whether only going left and right makes a press a drag. */
  readonly isLevel?: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const between = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = ([a, b]: readonly [Point, Point]): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

/** Drags, two fingers and turns of the wheel on an element; a click stays a click. */
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
    let pinch: { fingers: readonly [Point, Point]; from: View } | null = null;
    const pressed = new Map<number, Point>();
    const twoFingers = () => {
      const [first, second] = pressed.values();
      return first && second ? ([first, second] as const) : null;
    };

    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top, width } = area.getBoundingClientRect();
      latest.current.wheel(event, { x: event.clientX - left, y: event.clientY - top, width });
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      pressed.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const fingers = twoFingers();
      const from = latest.current.view;
      pinch = fingers && { fingers, from };
      drag = fingers ? null : { x: event.clientX, y: event.clientY, from, moved: false };
    };
    const onPinch = (event: PointerEvent) => {
      const fingers = twoFingers();
      if (pinch === null || fingers === null) return;
      area.setPointerCapture(event.pointerId);
      const [before, now] = [between(pinch.fingers), between(fingers)];
      const { left, top } = area.getBoundingClientRect();
      latest.current.pinch(pinch.from, {
        factor: apart(fingers) / apart(pinch.fingers),
        at: { x: before.x - left, y: before.y - top },
        right: now.x - before.x,
        down: now.y - before.y,
      });
    };
    const onMove = (event: PointerEvent) => {
      if (pressed.has(event.pointerId)) pressed.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (pinch !== null) return onPinch(event);
      if (drag === null) return;
      const [right, down] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(right, isLevel ? 0 : down) < clickPixels) return;
      if (!drag.moved) area.setPointerCapture(event.pointerId);
      drag.moved = true;
      latest.current.drag(drag.from, right, down);
    };
    const onUp = (event: PointerEvent) => {
      pressed.delete(event.pointerId);
      drag = null;
      pinch = null;
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
