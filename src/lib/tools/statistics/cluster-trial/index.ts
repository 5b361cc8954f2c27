/** Door of trials by class: power, effect with its interval, permutation. */
export { correctByHolm, getEffect, getPermutationP, type Class, type Effect } from './effect.ts'
export { getMoments, type Histogram } from './histogram.ts'
export { countClasses, getSmallestEffect } from './power.ts'
