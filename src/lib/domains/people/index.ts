/**
 * Door of people: who works at the desk, what each role may do, which acts need two persons. Values in, values out; accounts
 * and sessions stand behind `#domains/people/server`.
 */
export {
	getSecondFrom,
	isSecondPerson,
	openAlone,
	openAnHour,
	secondAfter,
	type FourEyesAct,
} from './four-eyes.ts'
export { passphraseLimit } from './passphrase.ts'
export { may, type Relation, type Resource, type Verb } from './permission.ts'
export { isFresh, type Person, type Staff } from './person.ts'
export { isStaffRole, roles, type StaffRole } from './role.ts'
