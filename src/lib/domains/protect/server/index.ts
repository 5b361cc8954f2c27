/** Protection on the server: the content as it was built. */
export { protection } from './library.ts'
