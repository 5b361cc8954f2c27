/** The frame around every page of the site: what its menu holds. */
export { menu } from './menu.ts'
