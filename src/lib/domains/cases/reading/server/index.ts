/** Handing out what is sealed: every look is a step, and counts for the day of who looks. */
export { noteAttached, type AttachedFile } from './attached-store.ts'
export { openForReading, toOpenDigest } from './open-store.ts'
export { noteSeen } from './seen-store.ts'
