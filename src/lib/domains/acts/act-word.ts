import type { MessageKey } from '#messages'

/** Each kind of step of a case, with its word. `opened`: sealed bytes were handed out; that somebody has read them, `seen` says. */
export const stepWords = {
	received: 'case.step.received',
	opened: 'case.step.opened',
	seen: 'case.step.seen',
	attached: 'case.step.attached',
	uncovered: 'case.step.uncovered',
	moved: 'desk.act.case/moved',
	category: 'case.step.category',
	assigned: 'case.step.assigned',
	answered: 'case.step.answered',
	'reporter-wrote': 'desk.act.case/reporter-wrote',
	checked: 'case.step.checked',
	noted: 'case.step.noted',
	called: 'case.step.called',
	exported: 'case.step.exported',
	handed: 'case.step.handed',
	noticed: 'case.step.noticed',
	listed: 'case.step.listed',
	acknowledged: 'case.step.acknowledged',
	held: 'case.step.held',
	released: 'case.step.released',
	clustered: 'case.step.clustered',
} as const satisfies Readonly<Record<string, MessageKey>>
export type StepKind = keyof typeof stepWords

/** All other acts that the public record can hold, with their words. */
export const actWords = {
	'case/open-many': 'desk.act.case/open-many',
	'approval/asked': 'desk.act.approval/asked',
	'approval/granted': 'desk.act.approval/granted',
	'approval/refused': 'desk.act.approval/refused',
	'retention/erased': 'desk.act.retention/erased',
	'rota/duty': 'desk.act.rota/duty',
	'people/invited': 'desk.act.people/invited',
	'people/invited-again': 'desk.act.people/invited-again',
	'people/roles': 'desk.act.people/roles',
	'people/closed': 'desk.act.people/closed',
	'people/reopened': 'desk.act.people/reopened',
} as const satisfies Readonly<Record<string, MessageKey>>

/** Kinds of acts that the public record holds. */
export type ActKind = `case/${StepKind}` | keyof typeof actWords

const words: ReadonlyMap<string, MessageKey> = new Map([
	...Object.entries(stepWords).map(([kind, word]) => [`case/${kind}`, word] as const),
	...Object.entries(actWords),
])

/** The word for a kind of act; `undefined` for one that has none yet: its name in the record stands for it. */
export const findActWord = (act: string): MessageKey | undefined => words.get(act)
