/** Where each act of the desk is sent to. */
import { deskActs } from './desk-acts.ts'
import type { DeskAct } from './desk-action.ts'

/** Takes nothing that was made by anything else than `desk-action.ts`. */
const pages: Record<keyof typeof deskActs, Record<string, DeskAct>> = deskActs

type AddressOf<Page extends string, Name extends string> = Name extends 'POST' | 'default'
	? Page
	: `${Page}?/${Name}`

/** An address that an act of the desk is sent to, as the router writes it: `/desk/people?/invite`. */
export type DeskAddress = {
	[Page in keyof typeof deskActs]: AddressOf<Page, keyof (typeof deskActs)[Page] & string>
}[keyof typeof deskActs]

/** Every act by its address. */
export const listDeskActs = (): Record<DeskAddress, DeskAct> =>
	Object.fromEntries(
		Object.entries(pages).flatMap(([page, acts]) =>
			Object.entries(acts).map(([name, act]) => [
				name === 'POST' || name === 'default' ? page : `${page}?/${name}`,
				act,
			]),
		),
	) as Record<DeskAddress, DeskAct>
