/** The guide on the server: the content as it was built. */
export { library } from './library.ts'
