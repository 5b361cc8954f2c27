/** Port through which a TAXII server knows what it serves: who is asking is settled, and only what they may know comes through. */
import type { Filters } from './filters.ts'

export type Collection = {
	/** UUID */
	id: string
	title: string
	description: string
	canRead: boolean
	canWrite: boolean
}

/** One version of an object. `added`: microseconds since 1970, no two of a collection the same. `body`: the object as JSON. */
export type StoredObject = { id: string; version: string; added: number; body: string }

/** Objects of a page as they are sent: `json` is their bodies with a comma between. `first`, `last`: when they were added. */
export type Bodies = { json: string; count: number; first: number; last: number; more: boolean }

/** Fate of an object that was sent. `failure`: why it is not taken, in words for whoever programs the client. */
export type ObjectOutcome = { id: string; version: string; message?: string } & (
	| { taken: true }
	| { taken: false }
)

export type Status = { id: string; requestedAt: number; outcomes: readonly ObjectOutcome[] }

export type TaxiiPort = {
	title: string
	description: string
	/** Path of discovery: `/taxii2/`. */
	discovery: string
	/** Address of the only API root, with a slash at its end. */
	root: string
	contact?: string
	listCollections: () => Promise<readonly Collection[]>
	/**
	 * Objects added after a time that match, by that time, the earliest first: up to `limit`.
	 */
	listObjects: (
		collection: string,
		page: { filters: Filters; after: number; limit: number },
	) => Promise<readonly StoredObject[]>
	/** The same as one text, for pages of many objects; `count` 0 when there are none. */
	readBodies: (
		collection: string,
		page: { filters: Filters; after: number; limit: number },
	) => Promise<Bodies>
	/** Takes objects that were sent; `full`: what was sent before has to be worked through first, nothing of it was kept. */
	addObjects: (collection: string, objects: readonly unknown[]) => Promise<Status | 'full'>
	/** Removes versions of an object: false when there are none. */
	removeObject: (collection: string, filters: Filters) => Promise<boolean>
	findStatus: (id: string) => Promise<Status | undefined>
}
