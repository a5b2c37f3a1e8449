// SPDX-License-Identifier: MIT

/** How requests arrive: all in one moment, at equal distances, or as independent visitors would (a Poisson process). */
export type Pattern = 'burst' | 'even' | 'random';
export const patterns: readonly Pattern[] = ['burst', 'even', 'random'];

/** A small generator of numbers in [0, 1), the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** When each of `count` requests arrives, in seconds from now, ascending; spread over about `seconds`. */
export function arrivals(pattern: Pattern, count: number, seconds: number, seed: number): readonly number[] {
  switch (pattern) {
    case 'burst':
      return new Array<number>(count).fill(0);
    case 'even':
      return Array.from({ length: count }, (_, index) => (index * seconds) / count);
    case 'random': {
      const next = generator(seed);
      const mean = seconds / count;
      let at = 0;
      return Array.from({ length: count }, () => {
        at += -Math.log(1 - next()) * mean;
        return at;
      });
    }
  }
}
