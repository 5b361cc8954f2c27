import { element, toXmlFile, toXmlText } from '../index.ts'

/** `id`: an address or URN that never changes. */
export type AtomEntry = { id: string; title: string; summary: string; href: string; updated: Date }

export type AtomFeed = {
	id: string
	title: string
	subtitle: string
	/** Address of the feed itself, and of the page that it belongs to. */
	self: string
	page: string
	author: string
	language: string
	updated: Date
	entries: readonly AtomEntry[]
}

/** Writes a feed, the newest entry first as they were given. */
export const toAtomFile = (feed: AtomFeed): string =>
	toXmlFile(
		element(
			'feed',
			{ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
			element('id', {}, toXmlText(feed.id)),
			element('title', {}, toXmlText(feed.title)),
			element('subtitle', {}, toXmlText(feed.subtitle)),
			element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
			element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
			element('author', {}, element('name', {}, toXmlText(feed.author))),
			element('updated', {}, feed.updated.toISOString()),
			...feed.entries.map(({ id, title, summary, href, updated }) =>
				element(
					'entry',
					{},
					element('id', {}, toXmlText(id)),
					element('title', {}, toXmlText(title)),
					element('link', { rel: 'alternate', href }),
					element('updated', {}, updated.toISOString()),
					element('summary', { type: 'text' }, toXmlText(summary)),
				),
			),
		),
	)
