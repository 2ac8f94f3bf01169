// The document and the window of a page, as far as what watches over them goes: hidden, shown and told of by a test.
export function aPage() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const window = new EventTarget();
  Object.assign(globalThis, { document, window });
  return {
    /** `extra`: what the event carries. */
    tell(on: 'document' | 'window', event: string, extra: object = {}): void {
      const target = on === 'document' ? document : window;
      target.dispatchEvent(Object.assign(new Event(event), extra));
    },
    turn(visibilityState: 'visible' | 'hidden'): void {
      document.visibilityState = visibilityState;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    /** The state is there before anything tells of it. */
    isNow(visibilityState: 'visible' | 'hidden'): void {
      document.visibilityState = visibilityState;
    },
    remove(): void {
      for (const name of ['document', 'window']) Reflect.deleteProperty(globalThis, name);
    },
  };
}
