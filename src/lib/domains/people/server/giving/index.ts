/** Roles that another person must agree to: asked for, agreed to or refused; taken back where somebody could have become another. */
export { giveRoles, holdBackRoles } from './give-store.ts'
export { decideRoleAsk, listRoleAsks } from './ask-store.ts'
