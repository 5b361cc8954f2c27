/** All sessions as a file, page by page. */
export { exportSessions } from './export-store.ts'
