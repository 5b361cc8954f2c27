/** Door of counting for browsers: what a device sends of a check, and nothing of the server's part. */
export { randomise, type Findings } from '../protection.ts'
