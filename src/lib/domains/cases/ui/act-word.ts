import type { MessageKey } from '#messages'

/** Kinds of acts on a case that bear the word of their step. */
const steps: readonly string[] = [
	...[
		'received',
		'opened',
		'seen',
		'attached',
		'uncovered',
		'category',
		'assigned',
		'answered',
		'checked',
		'noted',
	],
	...['called', 'exported', 'handed', 'noticed', 'listed', 'acknowledged', 'held', 'released', 'clustered'],
]

/** All others that the record can hold. */
const others: readonly string[] = [
	...['case/open-many', 'case/moved', 'case/reporter-wrote'],
	...['approval/asked', 'approval/granted', 'approval/refused', 'retention/erased', 'rota/duty'],
	...['people/invited', 'people/invited-again', 'people/roles', 'people/closed', 'people/reopened'],
]

/** The word for a kind of act; `undefined` for one that has none yet: its name in the record stands for it. */
export const findActWord = (act: string): MessageKey | undefined => {
	const step = act.startsWith('case/') ? act.slice('case/'.length) : ''
	if (steps.includes(step)) return `case.step.${step}` as MessageKey
	return others.includes(act) ? (`desk.act.${act}` as MessageKey) : undefined
}
