/** Acts of two persons: asked for, agreed to, used once. */
export { askApproval, decideApproval, listApprovals, useApproval } from './approval-store.ts'
export type { ApprovalTables } from './approval-tables.ts'
