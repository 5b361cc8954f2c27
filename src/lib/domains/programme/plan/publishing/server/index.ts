/** Publishing the plan by two persons. */
export { askPublication, decidePublication, listPublications } from './publish-store.ts'
