export { entries, load } from '../+page.server.ts'

export const prerender = true
