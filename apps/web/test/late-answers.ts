// A service whose answers come at once, or when a test lets them come.

export function lateAnswers(answers: Record<string, object>) {
  const fetched = globalThis.fetch;
  const waiting: (() => void)[] = [];
  let late = false;
  globalThis.fetch = (asked, options) => {
    const path = new URL(asked instanceof Request ? asked.url : asked.toString(), 'http://veille.test')
      .pathname;
    const body = answers[`${options?.method ?? 'GET'} ${path}`] ?? answers[path] ?? { refused: 'refused' };
    const answer = () => new Response(JSON.stringify(body), { status: 'refused' in body ? 401 : 200 });
    if (!late) return Promise.resolve(answer());
    return new Promise((resolve) => waiting.push(() => resolve(answer())));
  };
  return {
    /** Whatever `asks` asks for first is answered when it is let come; so is nothing else. */
    async holdWhat(asks: () => unknown): Promise<void> {
      late = true;
      asks();
      while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve));
      late = false;
    },
    letCome(): void {
      for (const answer of waiting.splice(0)) answer();
    },
    stop(): void {
      globalThis.fetch = fetched;
    },
  };
}
