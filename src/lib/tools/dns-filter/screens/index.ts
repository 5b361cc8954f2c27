/** Televisions and consoles: two addresses that are typed with a remote control. They know plain DNS only (RFC 1035). */
export { toScreenFiles } from './screens.ts'
