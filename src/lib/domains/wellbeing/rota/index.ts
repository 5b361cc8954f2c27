/** Rules of the rota: who is on duty, and whom a case that waits is offered to. */
export {
	chooseAssignee,
	getReadiness,
	isUrgent,
	keepsOffer,
	mostOffered,
	type RotaPerson,
	type RotaTime,
} from './rota.ts'
