// Many things at once, but not all: so many are underway at a time.

export async function inBatches(all, does, atOnce = 500) {
  for (let at = 0; at < all.length; at += atOnce) await Promise.all(all.slice(at, at + atOnce).map(does));
}
