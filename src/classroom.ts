/**
 * `npm run classroom`: lessons for a class without internet. One small machine serves the whole website to the phones of its local
 * network; the answers to quizzes are counted on this machine and stay on it. Nothing names a pupil.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { securityHeaders } from '#platform'
import encodeQr from 'qr'
import { findAddresses } from '#server/public/local-addresses'

const defaults = {
	HOST: '0.0.0.0',
	PORT: '8040',
	DATA_DIR: 'data/classroom',
	LOG_LEVEL: 'warn',
	THIQA_ROLES: 'site,classroom',
	THIQA_CLASSROOM_KEY: randomBytes(12).toString('hex'),
}
for (const [name, value] of Object.entries(defaults)) process.env[name] ||= value

const quizPage = /^\/[a-z-]+\/skills\/quiz\/[a-z0-9-]+\/[ab]$/u
const pages = new Map<string, string | undefined>()

const findQuizPage = (path: string): string | undefined => {
	if (!quizPage.test(path)) return undefined
	if (!pages.has(path)) {
		try {
			pages.set(path, readFileSync(`build/prerendered${path}.html`, 'utf8'))
		} catch {
			pages.set(path, undefined)
		}
	}
	return pages.get(path)
}

/** A number for a sheet of answers: it is counted once, also when the page with the result is loaded again. */
const numberSheet = (page: string): string =>
	page.replace('</form>', `<input type="hidden" name="n" value="${randomBytes(6).toString('hex')}"></form>`)

// Read after the variables above are set.
const { startWebServer } = await import('#server/http/web-server')

startWebServer({
	first(request, response) {
		const page = request.method === 'GET' ? findQuizPage(request.url ?? '') : undefined
		if (page === undefined) return false
		const headers = securityHeaders.flat()
		response.writeHead(200, [
			'content-type',
			'text/html; charset=utf-8',
			'cache-control',
			'no-store',
			...headers,
		])
		response.end(numberSheet(page))
		return true
	},
	announce(address, { port, classroomKey }) {
		const [first = address, ...others] = findAddresses(port)
		return [
			`for the phones of the class, on the same Wi-Fi: ${[first, ...others].join(' or ')}`,
			...encodeQr(first, 'ascii').split('\n'),
			`for the teacher, on this machine: http://127.0.0.1:${port}/fr/classroom?key=${classroomKey ?? ''}`,
		]
	},
})
