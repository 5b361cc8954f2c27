/** The plan as pages of the desk show it. */
export { findForDesk, listForDesk } from './view-store.ts'
