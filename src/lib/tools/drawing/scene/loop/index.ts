/** Pictures that move: twenty seconds from data, as one SVG with CSS animations (https://www.w3.org/TR/css-animations-1/). */
export { drawLoop, drawLoopFrame } from './loop.ts'
export { loopSeconds, type Loop } from './loop-data.ts'
