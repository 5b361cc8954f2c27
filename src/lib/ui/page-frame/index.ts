/** What frames every page: the way out and the neutral address behind it. */
export { getNeutralAddress } from './neutral-address.ts'
