/** Door of what is made of a campaign, for whoever checks it. Values in, values out. */
export { listKitCommands } from './kit-check.ts'
export { toKitName } from './kit-list.ts'
