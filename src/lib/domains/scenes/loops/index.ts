/** Pictures that move, twenty seconds each (`content/loops`): rules only; files are read in `server/`. */
export type { LoopEntry } from './loop-file.ts'
export { buildLoops } from './loop-library.ts'
