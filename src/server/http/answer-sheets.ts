/** Questions of a quiz as a class gets them: each sheet of answers has a number of its own. Nothing names a pupil. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { securityHeaders } from '#platform'

const quizPage = /^\/[a-z-]+\/skills\/quiz\/[a-z0-9-]+\/[ab]$/u
const pages = new Map<string, string | undefined>()

const readBuilt = (path: string): string | undefined => {
	try {
		return readFileSync(`build/prerendered${path}.html`, 'utf8')
	} catch {
		return undefined
	}
}

const findQuizPage = (path: string): string | undefined => {
	if (!quizPage.test(path)) return undefined
	const page = pages.has(path) ? pages.get(path) : readBuilt(path)
	pages.set(path, page)
	return page
}

/** A number for a sheet of answers: it is counted once, also when the page with the result is loaded again. */
const numberSheet = (page: string): string =>
	page.replace('</form>', `<input type="hidden" name="n" value="${randomBytes(6).toString('hex')}"></form>`)

/** Sends a page of questions with a new number in it; `false` when something else is asked for. */
export const sendAnswerSheet = (
	{ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>,
	response: ServerResponse,
): boolean => {
	const page = method === 'GET' ? findQuizPage(url) : undefined
	if (page === undefined) return false
	response.writeHead(200, [
		'content-type',
		'text/html; charset=utf-8',
		'cache-control',
		'no-store',
		...securityHeaders.flat(),
	])
	response.end(numberSheet(page))
	return true
}
