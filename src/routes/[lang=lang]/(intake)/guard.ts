/** Finds what reads along between the person and us, and the ways out of it: asked before anything is written or a receipt is typed. */
import { findBrowserRisk, toBrowserLink, type BrowserRisk } from '#domains/reports'

/** A browser that lets others read along: the page's address to take elsewhere, and the one press that does it, where there is one. */
export type Guard = { risk: BrowserRisk; address: string; away: string | undefined }

/** `undefined` for a browser like any other. */
export const findGuard = ({ headers }: Request, { origin, pathname }: URL): Guard | undefined => {
	const sent = {
		'user-agent': headers.get('user-agent'),
		via: headers.get('via'),
		'save-data': headers.get('save-data'),
		'x-requested-with': headers.get('x-requested-with'),
		'x-operamini-phone-ua': headers.get('x-operamini-phone-ua'),
	}
	const risk = findBrowserRisk(sent)
	const address = `${origin}${pathname}`
	return risk && { risk, address, away: risk.kind === 'in-app' ? toBrowserLink(address, sent) : undefined }
}
