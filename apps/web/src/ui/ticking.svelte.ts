// A length of time that shrinks as one looks at it. What is left is told once; this page counts from then.
const LOOK_EVERY = 250;

export function ticking(told: () => number): { readonly left: number } {
  let left = $state(0);
  $effect(() => {
    const until = performance.now() + told();
    const look = () => {
      left = Math.max(0, until - performance.now());
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
  });
  return {
    get left() {
      return left;
    },
  };
}
