/** Moves a floating box by its title. */
export function draggable(box: HTMLElement, handle: HTMLElement): void {
  handle.addEventListener('pointerdown', start => {
    if (start.target instanceof HTMLButtonElement) return;
    const { left, top } = box.getBoundingClientRect();
    const move = ({ clientX, clientY }: PointerEvent) => {
      const [x, y] = [left + clientX - start.clientX, top + clientY - start.clientY];
      box.style.left = `${Math.max(0, Math.min(x, innerWidth - 80))}px`;
      box.style.top = `${Math.max(0, Math.min(y, innerHeight - 40))}px`;
      box.style.margin = '0';
    };
    handle.setPointerCapture(start.pointerId);
    handle.addEventListener('pointermove', move);
    const stop = () => handle.removeEventListener('pointermove', move);
    for (const event of ['pointerup', 'pointercancel']) handle.addEventListener(event, stop, { once: true });
  });
}
