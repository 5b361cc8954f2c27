/** A drawing on a grid of 48: `line` is stroked in ink, `fill` is filled with the colour of its meaning, `dot` is filled with ink. */
export type Shape = { line?: string; fill?: string; dot?: string }
