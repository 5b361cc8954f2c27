/**
 * The checks that run inside a page: what to tell a person about a password or a link. A door of its own, so that a
 * browser that checks fetches nothing of plans and configuration files.
 */
export {
	advisePassword,
	passwordSteps,
	reasonOrder,
	standings,
	type PasswordAdvice,
} from './password-advice.ts'
export { adviseLink, linkProblems, linkSteps, type LinkAdvice } from './link-advice.ts'
