/**
 * `npm run classroom`: lessons for a class without internet. One small machine serves the whole website to the phones of its local
 * network; the answers to quizzes are counted on this machine and stay on it. Nothing names a pupil.
 */
import { randomBytes } from 'node:crypto'
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

// Read after the variables above are set.
const [{ startWebServer }, { sendAnswerSheet }] = await Promise.all([
	import('#server/http/web-server'),
	import('#server/http/answer-sheets'),
])

startWebServer({
	first: sendAnswerSheet,
	announce(address, { port, classroomKey }) {
		const [first = address, ...others] = findAddresses(port)
		return [
			`for the phones of the class, on the same Wi-Fi: ${[first, ...others].join(' or ')}`,
			...encodeQr(first, 'ascii').split('\n'),
			`for the teacher, on this machine: http://127.0.0.1:${port}/fr/classroom?key=${classroomKey ?? ''}`,
		]
	},
})
