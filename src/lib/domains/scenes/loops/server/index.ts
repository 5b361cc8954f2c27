/** The pictures that move on the server: as they were built, and their files. */
export { loops } from './library.ts'
export { findLoopFile, loopFileNames, toLoopPicture, type LoopPicture } from './loop-files.ts'
