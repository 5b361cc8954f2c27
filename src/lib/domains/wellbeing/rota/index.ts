/** Who is on duty, and whom a case that waits is offered to. Rules only. */
export {
	chooseAssignee,
	getReadiness,
	isUrgent,
	keepsOffer,
	mostOffered,
	type RotaPerson,
	type RotaTime,
} from './rota.ts'
