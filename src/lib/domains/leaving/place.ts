/** Place where it happened, as it is passed on: an address of the web, or an account as its app calls it. */
import { findAddresses } from '#domains/cases/cluster'
import type { OpenedReport } from '#domains/cases/reading'

/** Account and app; one of the two may be empty. */
export type Account = { app: string; nickname: string }
export type Place = { url: string } | Account

/** A place of a dossier or notice, with where to look there. */
export type ChosenPlace = Place & { inside?: string }

export const isLink = <Of extends Place>(place: Of): place is Extract<Of, { url: string }> => 'url' in place

/** Equal for the same place. */
export const toPlaceKey = (place: Place): string =>
	JSON.stringify(isLink(place) ? [place.url] : [place.app, place.nickname])

/** An account on one line; `undefined` when nothing of it is known. */
export const findAccount = (app: string, nickname: string): Account | undefined => {
	const account = { app: app.trim(), nickname: nickname.trim() }
	return account.app === '' && account.nickname === '' ? undefined : account
}

/** Normalizes what somebody typed as a link; `undefined` when it is no address of the web. */
export const findTypedLink = (typed: string): Place | undefined => {
	const [url] = findAddresses({ links: [typed.trim()], words: '' })
	return url === undefined ? undefined : { url }
}

/** Both on one line, as they are shown and printed. */
export const toAccountLine = ({ app, nickname }: Account): string =>
	[app, nickname].filter((part) => part !== '').join(' · ')

/** Places that opened reports name: links, addresses among their words and in later letters, accounts. Each once. */
export const findPlaces = (reports: readonly Pick<OpenedReport, 'report' | 'letters'>[]): Place[] => {
	const all = reports.flatMap(({ report: { answers }, letters }): Place[] => {
		const links = answers.where.flatMap(({ link }) => link ?? [])
		const words = [answers.words, ...letters.map(({ text }) => text)].join('\n')
		const accounts = answers.where.flatMap(({ app = '', nickname = '' }) => findAccount(app, nickname) ?? [])
		return [...findAddresses({ links, words }).map((url) => ({ url })), ...accounts]
	})
	return [...new Map(all.map((place) => [toPlaceKey(place), place])).values()]
}
